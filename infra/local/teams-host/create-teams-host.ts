import { readFile } from "node:fs/promises";
import type { IncomingMessage, ServerResponse } from "node:http";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { teamsDarkTheme, teamsHighContrastTheme, teamsLightTheme } from "@fluentui/tokens";
import type { Issuer } from "../identity/issuer.ts";
import { localPeople } from "../local-council.ts";

type PageFiles = ReadonlyMap<string, { readonly type: string; readonly content: string }>;

/**
 * Teams around a tab, as an http handler below `/teams/`: a page with the tab in a frame that speaks the messages of
 * teams-js, lets one choose who looks and in which theme, and hands out that person’s token. Loopback only.
 *
 * `/teams/?person=officer` says who; `theme=dark|contrast`, `width=390`, and a deep link as `item=KEY`,
 * `meeting=KEY`, `page=NAME` or `subPage=…`.
 */
export function createTeamsHost(issuer: Pick<Issuer, "issueUserToken">) {
  let files: Promise<PageFiles> | undefined;
  return async (request: IncomingMessage, response: ServerResponse): Promise<boolean> => {
    const url = new URL(request.url ?? "/", "http://localhost");
    if (url.pathname === "/teams") {
      answer(response, 308, "text/plain", "", { location: `/teams/${url.search}` });
      return true;
    }
    if (!url.pathname.startsWith("/teams/")) return false;
    const name = url.pathname.slice("/teams/".length) || "index.html";
    if (name === "people.json") {
      const people = Object.entries(localPeople).map(([id, { name: shown }]) => ({ id, name: shown }));
      answer(response, 200, "application/json", JSON.stringify(people));
      return true;
    }
    if (name === "token") {
      const person = Object.entries(localPeople).find(([id]) => id === url.searchParams.get("person"))?.[1];
      const site = request.headers["sec-fetch-site"];
      if (!person || (site !== undefined && site !== "same-origin"))
        answer(response, 403, "text/plain; charset=utf-8", "Tokens are for this page’s own people.");
      else answer(response, 200, "text/plain", await issuer.issueUserToken({ oid: person.oid }));
      return true;
    }
    files ??= bundlePage();
    const file = (await files).get(name);
    if (file)
      answer(response, 200, file.type, file.content, {
        "content-security-policy":
          "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src data:; base-uri 'none'; frame-ancestors 'self'",
      });
    else answer(response, 404, "text/plain; charset=utf-8", "The Teams page has no such file.");
    return true;
  };
}

/** Bundles the page in memory, on the first request. */
async function bundlePage(): Promise<PageFiles> {
  const folder = fileURLToPath(new URL("page/", import.meta.url));
  const { build } = await import("vite");
  const built = await build({
    configFile: false,
    root: folder,
    logLevel: "error",
    publicDir: false,
    build: {
      write: false,
      target: "es2023",
      lib: { entry: join(folder, "main.ts"), formats: ["es"], fileName: () => "page.js" },
    },
  });
  const script = (Array.isArray(built) ? built : [built])
    .flatMap((one) => ("output" in one ? one.output : []))
    .find((part) => part.type === "chunk");
  if (!script) throw new Error("The page of the Teams host could not be bundled.");
  const [html, css] = await Promise.all([
    readFile(join(folder, "index.html"), "utf8"),
    readFile(join(folder, "page.css"), "utf8"),
  ]);
  const rule = (selector: string, theme: Readonly<Record<string, string | number>>): string =>
    `${selector}{${Object.entries(theme)
      .map(([name, value]) => `--${name}:${value}`)
      .join(";")}}`;
  const themes = [
    rule(":root", { ...teamsLightTheme }),
    `${rule(':root[data-theme="dark"]', { ...teamsDarkTheme })}:root[data-theme="dark"]{color-scheme:dark}`,
    rule(':root[data-theme="contrast"]', { ...teamsHighContrastTheme }),
  ].join("");
  return new Map([
    ["index.html", { type: "text/html; charset=utf-8", content: html }],
    ["page.js", { type: "text/javascript; charset=utf-8", content: script.code }],
    ["page.css", { type: "text/css; charset=utf-8", content: `${themes}\n${css}` }],
  ]);
}

function answer(
  response: ServerResponse,
  status: number,
  type: string,
  content: string,
  headers: Readonly<Record<string, string>> = {},
): void {
  response.writeHead(status, {
    "content-type": type,
    "x-content-type-options": "nosniff",
    "cache-control": "no-store",
    ...headers,
  });
  response.end(content);
}
