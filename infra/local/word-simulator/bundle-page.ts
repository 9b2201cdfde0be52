import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { webDarkTheme, webLightTheme } from "@fluentui/tokens";

/** Files by their path below the simulator's prefix. */
export type PageFiles = ReadonlyMap<string, { readonly type: string; readonly content: string }>;

/**
 * Bundles the simulator's page and its office.js, in memory. Called on the first request, so that starting
 * costs nothing; takes under a second.
 */
export async function bundlePage(folder: string, prefix: string): Promise<PageFiles> {
  const { build } = await import("vite");
  const bundle = async (entry: string, fileName: string, format: "es" | "iife"): Promise<string> => {
    const built = await build({
      configFile: false,
      root: folder,
      base: prefix,
      logLevel: "error",
      publicDir: false,
      build: {
        write: false,
        minify: true,
        target: "es2023",
        lib: { entry: join(folder, entry), formats: [format], name: "simulator", fileName: () => fileName },
      },
    });
    const outputs = Array.isArray(built) ? built : [built];
    for (const output of outputs) {
      if (!("output" in output)) continue;
      for (const part of output.output) if (part.type === "chunk") return part.code;
    }
    throw new Error(`The simulator’s ${fileName} could not be bundled.`);
  };
  const [office, page, html, css] = await Promise.all([
    bundle("office-js/office.ts", "office.js", "iife"),
    bundle("page/main.ts", "page.js", "es"),
    readFile(join(folder, "page/index.html"), "utf8"),
    readFile(join(folder, "page/page.css"), "utf8"),
  ]);
  const javascript = "text/javascript; charset=utf-8";
  return new Map([
    ["index.html", { type: "text/html; charset=utf-8", content: html.replaceAll("__PREFIX__", prefix) }],
    ["office.js", { type: javascript, content: office }],
    ["page.js", { type: javascript, content: page }],
    ["page.css", { type: "text/css; charset=utf-8", content: `${themes()}\n${css}` }],
  ]);
}

/** Fluent's tokens as custom properties, light and dark. */
function themes(): string {
  const rule = (selector: string, theme: Readonly<Record<string, string | number>>): string =>
    `${selector}{${Object.entries(theme)
      .map(([name, value]) => `--${name}:${value}`)
      .join(";")}}`;
  return rule(":root", { ...webLightTheme }) + rule(':root[data-theme="dark"]', { ...webDarkTheme });
}
