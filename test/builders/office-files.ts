import JSZip from "jszip";

/** Every part of a .docx as text, by name. */
export async function partsOf(bytes: Uint8Array): Promise<Map<string, string>> {
  const zip = await JSZip.loadAsync(bytes);
  const parts = new Map<string, string>();
  for (const file of Object.values(zip.files))
    if (!file.dir) parts.set(file.name, await file.async("string"));
  return parts;
}

/** A .docx with some parts changed, added, or (null) taken out. */
export async function withParts(
  bytes: Uint8Array,
  changes: Readonly<Record<string, ((before: string) => string) | string | null>>,
): Promise<Uint8Array> {
  const zip = await JSZip.loadAsync(bytes);
  for (const [name, change] of Object.entries(changes)) {
    if (change === null) zip.remove(name);
    else
      zip.file(
        name,
        typeof change === "string" ? change : change((await zip.file(name)?.async("string")) ?? ""),
      );
  }
  return zip.generateAsync({ type: "uint8array" });
}
