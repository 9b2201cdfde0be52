import { readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { ensureAddinPages } from "../../local/addin-pages.ts";
import { type Figure, figure } from "./figures.ts";

/** Own script of Microsoft’s React add-in template for Word, production build, gzip, in KB; measured once. */
const templateScript = 166;

const built = fileURLToPath(new URL("../../../addin/dist/", import.meta.url));

/** Measures the script that a page has to have before it is usable: its own and what that imports at once, gzipped. */
export async function measurePaneSize(): Promise<Figure[]> {
  await ensureAddinPages();
  const size = async (page: string) => {
    const html = await readFile(join(built, page), "utf8");
    const wanted = [...html.matchAll(/(?:src|href)="\/addin\/([^"]+\.js)"/g)].map((match) => match[1] ?? "");
    const scripts = await withImports(wanted);
    if (scripts.size === 0) throw new Error(`${page} has no script.`);
    return [...scripts.values()].reduce((sum, script) => sum + gzipSync(script).length, 0) / 1024;
  };
  return [
    figure({
      key: "pane.script",
      what: "Task pane’s script before first paint, gzip",
      unit: "KB",
      measured: await size("task-pane.html"),
      peer: { name: "Microsoft’s React template for Word, measured apart", measured: templateScript },
      target: { of: "measured", atMost: 70 },
    }),
    figure({
      key: "tab.script",
      what: "Teams tab’s script before first paint, gzip",
      unit: "KB",
      measured: await size("teams-tab.html"),
      target: { of: "measured", atMost: 70 },
    }),
  ];
}

/** Scripts by path in the built folder, with those that they import statically. */
async function withImports(paths: readonly string[]): Promise<Map<string, string>> {
  const scripts = new Map<string, string>();
  const waiting = [...paths];
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    if (scripts.has(path)) continue;
    const script = await readFile(join(built, path), "utf8");
    scripts.set(path, script);
    for (const match of script.matchAll(
      /(?:^|[;}\s])(?:import|export)\s*(?:[\w*{][^"'()]*?from\s*)?["'](\.[^"']+\.js)["']/g,
    )) {
      waiting.push(join(dirname(path), match[1] ?? ""));
    }
  }
  return scripts;
}
