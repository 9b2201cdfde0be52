import { fileURLToPath } from "node:url";
import { teamsHighContrastTheme, webDarkTheme, webLightTheme } from "@fluentui/tokens";
import { defineConfig, type Plugin } from "vite";

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** Fluent’s tokens as custom properties, so that the pane carries no theme in its script. */
function fluentThemes(): Plugin {
  const name = "virtual:fluent-themes.css";
  const properties = (theme: Readonly<Record<string, string | number>>): string =>
    Object.entries(theme)
      .map(([token, value]) => `--${token}:${value};`)
      .join("");
  return {
    name: "fluent-themes",
    resolveId: (id) => (id === name ? `\0${name}` : undefined),
    load: (id) =>
      id === `\0${name}`
        ? [
            `:root{${properties({ ...webLightTheme })}}`,
            `:root[data-theme="dark"]{${properties({ ...webDarkTheme })}}`,
            `:root[data-theme="contrast"]{${properties({ ...teamsHighContrastTheme })}}`,
          ].join("\n")
        : undefined,
  };
}

/** A page runs in a browser: importing a part of Node is a mistake, not something to leave out quietly. */
function noNodeParts(): Plugin {
  return {
    name: "no-node-parts",
    enforce: "pre",
    resolveId(id, importer) {
      if (id.startsWith("node:"))
        this.error(`${importer ?? "A page"} imports ${id}, which browsers do not have.`);
    },
  };
}

/** Puts Office.js into the task pane; the server writes its address in place of the mark. */
function officeScript(): Plugin {
  return {
    name: "office-script",
    transformIndexHtml: {
      order: "post",
      handler: (html, { path }) =>
        /(task-pane|probe)\.html$/.test(path)
          ? {
              html,
              tags: [{ tag: "script", attrs: { src: "__OFFICE_JS__" }, injectTo: "head-prepend" as const }],
            }
          : html,
    },
  };
}

export default defineConfig({
  root: here("."),
  base: "/addin/",
  publicDir: here("public"),
  plugins: [noNodeParts(), fluentThemes(), officeScript()],
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  build: {
    outDir: here("dist"),
    emptyOutDir: true,
    target: "es2022",
    modulePreload: { polyfill: false },
    rollupOptions: {
      input: {
        "task-pane": here("task-pane.html"),
        probe: here("probe.html"),
        "teams-tab": here("teams-tab.html"),
        "sign-in-redirect": here("sign-in-redirect.html"),
      },
    },
  },
});
