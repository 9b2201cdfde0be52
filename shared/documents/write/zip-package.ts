import { strToU8, zipSync } from "fflate";

/**
 * Packs the parts of a document. The content types come first, as Word writes them, and the time is fixed, so that
 * equal parts give equal bytes.
 */
export function zipPackage(parts: ReadonlyMap<string, string | Uint8Array>): Uint8Array {
  const ordered = [...parts].sort(
    ([a], [b]) => Number(b.startsWith("[")) - Number(a.startsWith("[")) || (a < b ? -1 : 1),
  );
  const files = ordered.map(([name, content]) => [
    name,
    typeof content === "string" ? strToU8(content) : content,
  ]);
  return zipSync(Object.fromEntries(files), { level: 6, mtime: new Date(1980, 0, 1) });
}
