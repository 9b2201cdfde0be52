import { readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it, test } from "vitest";

const root = resolve(dirname(fileURLToPath(import.meta.url)), "..");
const roomsOnTop = ["addin", "bot", "infra", "manifest", "shared", "test"];

interface Import {
  readonly file: string;
  /** A path from the root, or the name of a package. */
  readonly from: string;
  readonly ours: boolean;
}

function filesIn(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory())
      return entry.name === "dist" || entry.name === "node_modules" ? [] : filesIn(path);
    return /\.(ts|tsx|mjs)$/.test(entry.name) ? [path] : [];
  });
}

function importsOf(file: string): Import[] {
  const text = readFileSync(join(root, file), "utf8");
  const pattern =
    /^(?:import|export)\s+(?:type\s+)?(?:\*(?:\s+as\s+\w+)?|\w+(?:\s*,\s*\{[^}]*\})?|\{[^}]*\})\s+from\s+"([^"]+)"|^import\s+"([^"]+)"|\bimport\("([^"]+)"\)/gm;
  return [...text.matchAll(pattern)].map((match) => {
    const name = match[1] ?? match[2] ?? match[3] ?? "";
    const ours = name.startsWith(".");
    const from = ours
      ? relative(root, resolve(root, dirname(file), name)).replaceAll("\\", "/")
      : name.replace(/^(@[^/]+\/[^/]+|[^/]+).*$/, "$1");
    return { file, from, ours };
  });
}

const files = ["addin", "bot", "infra", "shared"].flatMap(filesIn);
const imports = files.flatMap(importsOf);
const ours = imports.filter((entry) => entry.ours);
const packages = imports.filter((entry) => !entry.ours);

/** Room → rooms it may import from, besides itself. The longest matching room counts. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  "shared/contracts": [],
  "shared/rules": ["shared/contracts"],
  "shared/ask": ["shared/contracts", "shared/rules"],
  "shared/graph": ["shared/contracts", "shared/rules"],
  "shared/store": ["shared/contracts", "shared/rules"],
  "shared/documents": ["shared/contracts", "shared/rules"],
  "shared/cards": ["shared/contracts", "shared/rules"],
  "shared/settings": ["shared/contracts"],
  "shared/services": ["shared"],
  bot: [
    "shared/services",
    "shared/contracts",
    "shared/ask",
    "shared/cards",
    "shared/settings",
    "shared/store/state-store.ts",
  ],
  addin: ["shared/contracts", "shared/rules"],
  "infra/cli": [
    "shared/services",
    "shared/contracts",
    "shared/ask",
    "shared/cards",
    "shared/settings",
    "shared/rules",
  ],
  // The bench measures every part of the product, so it may import them all.
  "infra/cli/bench": ["infra/cli", "infra/local", "shared", "addin/word", "addin/task-pane"],
  "infra/azure": [],
  "infra/local/graph-sandbox": ["shared/contracts"],
  "infra/local/identity": [],
  "infra/local/certificate": [],
  "infra/local/word-simulator": ["shared/contracts"],
  "infra/local/sample-council": ["shared/services", "shared/contracts", "shared/rules"],
  "infra/local": [
    "infra/local",
    "shared/rules/dates",
    "shared/services",
    "shared/settings",
    "shared/cards",
    "shared/store",
    "shared/contracts",
  ],
};

function roomOf(path: string): string {
  return (
    Object.keys(mayImport)
      .filter((room) => path.startsWith(`${room}/`))
      .sort((a, b) => b.length - a.length)[0] ??
    path.split("/")[0] ??
    ""
  );
}

describe("the house", () => {
  it("has the agreed rooms on top, and nothing else", () => {
    const folders = readdirSync(root, { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && !entry.name.startsWith(".") && entry.name !== "node_modules")
      .map((entry) => entry.name);
    expect(folders.sort()).toEqual(roomsOnTop);
  });

  it("has imports to check", () => {
    expect(ours.length).toBeGreaterThan(100);
    expect(packages.length).toBeGreaterThan(50);
  });

  test.each(Object.entries(mayImport).map(([room, allowed]) => ({ room, allowed })))(
    "$room imports only from itself and $allowed",
    ({ room, allowed }) => {
      const wrong = ours.filter(
        ({ file, from }) =>
          roomOf(file) === room &&
          !from.startsWith(`${room}/`) &&
          !allowed.some((other) => from === other || from.startsWith(`${other}/`)),
      );
      expect(wrong.map(({ file, from }) => `${file} → ${from}`)).toEqual([]);
    },
  );

  it("writes a room’s rule for every folder of shared", () => {
    const rooms = readdirSync(join(root, "shared"), { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map((entry) => `shared/${entry.name}`);
    expect(rooms.filter((room) => !(room in mayImport))).toEqual([]);
  });
});

/** Package → the only places that may import it: one door each. */
const doors: Readonly<Record<string, readonly string[]>> = {
  botbuilder: ["bot/messenger.ts", "infra/cli/bench/echo-bot/"],
  "botframework-connector": ["bot/messenger.ts", "infra/cli/bench/echo-bot/"],
  restify: ["bot/server.ts", "bot/messenger.ts", "infra/cli/bench/echo-bot/"],
  "@microsoft/microsoft-graph-client": ["shared/graph/client/"],
  "@azure/msal-node": [
    "shared/graph/client/entra.ts",
    "shared/services/compose.ts",
    "infra/cli/bench/echo-bot/",
  ],
  "@azure/msal-browser": ["addin/sign-in/"],
  "adaptivecards-templating": ["shared/cards/card.ts"],
  parse5: ["shared/documents/content/"],
  unpdf: ["shared/documents/import/"],
  fflate: ["shared/documents/", "infra/cli/app-package/"],
  "@xmldom/xmldom": [
    "shared/documents/read/",
    "shared/documents/template/",
    "shared/documents/publish/",
    "infra/cli/bench/",
  ],
  selfsigned: ["infra/local/certificate/"],
  "node-diff3": ["shared/rules/reports/merge-sequences.ts"],
  jszip: ["infra/local/word-simulator/"],
  "@azure/data-tables": ["shared/store/azure-storage/", "test/"],
  "ical-generator": ["shared/services/calendars.ts"],
  "chrono-node": ["shared/ask/date-parser.ts"],
  minisearch: ["infra/cli/bench/"],
};

describe("packages", () => {
  test.each(Object.entries(doors).map(([name, places]) => ({ name, places })))(
    "$name is used in $places only",
    ({ name, places }) => {
      const wrong = packages.filter(
        ({ file, from }) =>
          from === name && !places.some((place) => file === place || file.startsWith(place)),
      );
      expect(wrong.map(({ file }) => file)).toEqual([]);
    },
  );

  it("for other machines are in the lockfile too, so that `npm ci` accepts it everywhere", () => {
    const { packages: locked } = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8")) as {
      packages: Record<string, { optionalDependencies?: Record<string, string> }>;
    };
    const missing = Object.entries(locked).flatMap(([place, { optionalDependencies = {} }]) =>
      Object.keys(optionalDependencies).filter(
        (name) => !(`node_modules/${name}` in locked) && !(`${place}/node_modules/${name}` in locked),
      ),
    );
    expect(missing).toEqual([]);
  });

  it("are all declared", () => {
    const manifest = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as Record<
      string,
      Record<string, string>
    >;
    const declared = { ...manifest["dependencies"], ...manifest["devDependencies"] };
    const missing = packages
      .map(({ from }) => from)
      .filter((name) => !name.startsWith("node:") && !name.startsWith("virtual:") && !(name in declared));
    expect([...new Set(missing)]).toEqual([]);
  });

  it("that nothing imports are none but tools and types", () => {
    const manifest = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as Record<
      string,
      Record<string, string>
    >;
    const inTests = ["test", "manifest"].flatMap(filesIn).flatMap(importsOf);
    const used = new Set([...packages, ...inTests].map(({ from }) => from));
    const unused = Object.keys({ ...manifest["dependencies"], ...manifest["devDependencies"] }).filter(
      (name) => !used.has(name) && !name.startsWith("@types/"),
    );
    // What templating wants beside it; what is started or read as a file; what checks and runs the sources.
    expect(unused.sort()).toEqual([
      "@biomejs/biome",
      "@microsoft/m365agentsplayground",
      "adaptive-expressions",
      "axe-core",
      "azurite",
      "node",
      "typescript",
    ]);
  });

  it("that the running product imports are not only for development", () => {
    const manifest = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as Record<
      string,
      Record<string, string>
    >;
    const runtime = packages.filter(
      ({ file, from }) => /^(bot|shared)\//.test(file) && !from.startsWith("node:"),
    );
    expect(
      runtime
        .filter(({ from }) => !(from in (manifest["dependencies"] ?? {})))
        .map(({ file, from }) => `${file}: ${from}`),
    ).toEqual([]);
  });
});

describe("the sources", () => {
  const text = (file: string) => readFileSync(join(root, file), "utf8");

  it("read the environment only in main files", () => {
    const readers = files.filter(
      (file) =>
        /process\.env\b/.test(text(file)) && !/(^|\/)main\.ts$/.test(file) && !passesPathOn(text(file)),
    );
    expect(readers).toEqual([]);
  });

  it("use Office.js only in addin/word", () => {
    const users = files.filter(
      (file) =>
        /\b(Word\.run|Office\.(onReady|context|actions|auth))\b/.test(text(file)) &&
        !file.startsWith("addin/word/") &&
        !file.startsWith("infra/local/word-simulator/"),
    );
    expect(users).toEqual([]);
  });

  it("name Graph’s paths only in shared/graph, and nowhere ask whether they run locally", () => {
    const product = files.filter((file) => /^(bot|addin|shared)\//.test(file));
    expect(
      product.filter((file) => /\/v1\.0\/|\$expand=/.test(text(file)) && !file.startsWith("shared/graph/")),
    ).toEqual([]);
    expect(product.filter((file) => /\b(isLocal|isDevelopment|NODE_ENV)\b/.test(text(file)))).toEqual([]);
  });

  it("are named for the one thing they hold", () => {
    const vague = files.filter((file) =>
      /(^|\/)(utils?|helpers?|common|misc|manager|stuff)(\.|\/|-)/i.test(file),
    );
    expect(vague).toEqual([]);
    const notKebab = files.filter((file) => !/^[a-z0-9./-]+$/.test(file));
    expect(notKebab).toEqual([]);
  });

  it("have a README in every room", () => {
    const rooms = [...roomsOnTop, ...Object.keys(mayImport).filter((room) => room.startsWith("shared/"))];
    expect(
      rooms.filter((room) => !statSync(join(root, room, "README.md"), { throwIfNoEntry: false })),
    ).toEqual([]);
  });
});

/** A launcher hands PATH on to the processes that it starts; that decides nothing. */
function passesPathOn(text: string): boolean {
  return [...text.matchAll(/process\.env\b(\["PATH"\])?/g)].every((match) => match[1] !== undefined);
}
