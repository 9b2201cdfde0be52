import { existsSync, readFileSync } from "node:fs";
import { mkdtemp, readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { AppManifestUtils, type TeamsManifest } from "@microsoft/app-manifest";
import JSZip from "jszip";
import { describe, expect, it } from "vitest";
import { apiRoutes } from "../../bot/api/routes.ts";
import {
  fillManifest,
  manifestValues,
  readManifestTemplate,
  writeAppPackage,
} from "../../infra/cli/app-package/app-package.ts";
import { type CliContext, Failed, WrongUsage } from "../../infra/cli/cli-context.ts";
import * as packageCommand from "../../infra/cli/commands/package.ts";
import { localCouncil } from "../../infra/local/local-council.ts";
import { answerQuestion } from "../../shared/ask/answer-question.ts";
import { toCalendarDate } from "../../shared/contracts/calendar-date.ts";
import { planSearchCommand } from "../../shared/contracts/forward-plan-api.ts";
import { readSettings, type Settings } from "../../shared/settings/settings.ts";
import { anEdition, anItem } from "../builders/forward-plans.ts";

const settings: Settings = readSettings({
  PUBLIC_ADDRESS: "https://clear-days.council.example",
  COUNCIL_NAME: localCouncil.name,
  ENTRA_TENANT_ID: localCouncil.tenantId,
  ENTRA_AUTHORITY: `https://login.microsoftonline.com/${localCouncil.tenantId}`,
  API_CLIENT_ID: localCouncil.apiClientId,
  API_CLIENT_SECRET: "secret",
  PANE_CLIENT_ID: localCouncil.paneClientId,
  BOT_APP_ID: localCouncil.botAppId,
  BOT_APP_SECRET: "secret",
  GRAPH_SITE: `${localCouncil.siteHost}:${localCouncil.sitePath}`,
  STATE_FILE: ":memory:",
  MEMBERS_CHANNEL: "General",
  OFFICERS_CHANNEL: "Officers",
});

interface Manifest {
  readonly [part: string]: unknown;
  readonly icons: { readonly color: string; readonly outline: string };
  readonly name: { readonly short: string };
  readonly bots: readonly {
    readonly botId: string;
    readonly scopes: readonly string[];
    readonly commandLists: readonly { readonly commands: readonly { readonly title: string }[] }[];
  }[];
  readonly composeExtensions: readonly {
    readonly botId: string;
    readonly commands: readonly { readonly id: string }[];
  }[];
  readonly extensions: readonly {
    readonly requirements: unknown;
    readonly runtimes: readonly { readonly actions: readonly { readonly id: string }[] }[];
  }[];
  readonly webApplicationInfo: { readonly id: string; readonly resource: string };
}

const filled = async (): Promise<Manifest> =>
  JSON.parse(fillManifest(await readManifestTemplate(), manifestValues(settings, "1.2.3"))) as Manifest;

const problemsOf = (manifest: Manifest): Promise<string[]> =>
  AppManifestUtils.validateAgainstSchema(manifest as unknown as TeamsManifest);

/** Width and height of a PNG in pixels, and whether its colours have opacity. */
function pngFacts(bytes: Uint8Array): { width: number; height: number; withOpacity: boolean } {
  const view = Buffer.from(bytes);
  expect(view.subarray(1, 4).toString("latin1")).toBe("PNG");
  return { width: view.readUInt32BE(16), height: view.readUInt32BE(20), withOpacity: view[25] === 6 };
}

function textsIn(value: unknown): string[] {
  if (typeof value === "string") return [value];
  if (typeof value !== "object" || value === null) return [];
  return Object.values(value).flatMap(textsIn);
}

describe("the app manifest", () => {
  it("is valid by Microsoft’s schema, offline, with bot, tab, message extension and Word", async () => {
    const manifest = await filled();
    expect(await problemsOf(manifest)).toEqual([]);
    expect(manifest.bots[0]?.scopes).toEqual(["personal", "team", "groupChat"]);
    expect(manifest.bots[0]?.botId).toBe(localCouncil.botAppId);
    expect(manifest.composeExtensions[0]?.botId).toBe(localCouncil.botAppId);
    expect(manifest["staticTabs"]).toHaveLength(1);
    expect(manifest.extensions[0]?.requirements).toMatchObject({
      capabilities: [{ name: "WordApi", minVersion: "1.5" }],
    });
    expect(manifest.webApplicationInfo).toEqual({
      id: localCouncil.apiClientId,
      resource: `api://clear-days.council.example/${localCouncil.apiClientId}`,
    });
    expect(textsIn(manifest).join(" ")).not.toMatch(/\{\{/);
  });

  it.each([
    [
      "a scope that Teams does not know",
      (manifest: Manifest) => ({ ...manifest, permissions: ["everything"] }),
    ],
    ["a name too long", (manifest: Manifest) => ({ ...manifest, name: { short: "C".repeat(31) } })],
    [
      "a tab that says nowhere to show it",
      (manifest: Manifest) => ({ ...manifest, staticTabs: [{ entityId: "forward-plan" }] }),
    ],
    [
      "a bot without an id",
      (manifest: Manifest) => ({ ...manifest, bots: [{ ...manifest.bots[0], botId: "none" }] }),
    ],
  ])("is refused with %s", async (_what, broken) => {
    expect(await problemsOf(broken(await filled()) as unknown as Manifest)).not.toEqual([]);
  });

  it("names what it has no value for", async () => {
    const template = `${await readManifestTemplate()} {{NOBODY_KNOWS}}`;
    expect(() => fillManifest(template, manifestValues(settings, "1"))).toThrow("NOBODY_KNOWS");
  });

  it("has icons of the sizes that Teams and Word ask for", async () => {
    const { icons } = await filled();
    const icon = (name: string) => pngFacts(readFileSync(`manifest/${name}`));
    expect(icon(icons.color)).toMatchObject({ width: 192, height: 192 });
    expect(icon(icons.outline)).toEqual({ width: 32, height: 32, withOpacity: true });
    for (const size of [16, 32, 80]) {
      const drawn = pngFacts(readFileSync(`addin/public/icons/mark-${size}.png`));
      expect(drawn).toMatchObject({ width: size, height: size });
    }
  });

  it("points only to pages that the server has", async () => {
    const texts = textsIn(await filled());
    expect(texts.filter((text) => text.startsWith("http:"))).toEqual([]);
    const addresses = texts.filter((text) => text.startsWith("https://clear-days."));
    expect(addresses.length).toBeGreaterThan(8);
    const missing = addresses
      .map((address) => new URL(address))
      .filter(({ pathname, hash }) => {
        const name = pathname.replace(/^\/addin\//, "");
        const source = [`addin/${name}`, `addin/public/${name}`].find((file) => existsSync(file));
        if (source === undefined || name === pathname) return true;
        return hash !== "" && !readFileSync(source, "utf8").includes(`id="${hash.slice(1)}"`);
      });
    expect(missing.map(String)).toEqual([]);
    expect(readFileSync("addin/vite.config.ts", "utf8")).toContain('here("teams-tab.html")');
    expect(apiRoutes.map(({ path }) => path)).toContain("/api/forward-plan");
  });

  it("opens the pane by an action it has, and searches by the bot’s command", async () => {
    const manifest = await filled();
    const actions = manifest.extensions[0]?.runtimes.flatMap(({ actions }) => actions.map(({ id }) => id));
    expect(JSON.stringify(manifest.extensions)).toContain(`"actionId":"${actions?.[0]}"`);
    expect(manifest.composeExtensions[0]?.commands.map(({ id }) => id)).toEqual([planSearchCommand]);
  });

  it("lists questions that the bot understands", async () => {
    const titles = (await filled()).bots[0]?.commandLists.flatMap(({ commands }) =>
      commands.map(({ title }) => title),
    );
    const today = toCalendarDate("2018-07-02");
    const records = { plans: [{ edition: anEdition(), items: [anItem({})] }], meetings: [], bodies: [] };
    const understood = (titles ?? []).map((title) => [
      title,
      answerQuestion(title, records, today, { myWard: "Linacre" }).answer.intent,
    ]);
    expect(understood.length).toBeGreaterThan(5);
    expect(understood.filter(([, intent]) => intent === "unknown")).toEqual([]);
  });
});

describe("package", () => {
  const said: string[] = [];
  const context: CliContext = {
    services: () => Promise.reject(new Error("The package needs no records.")),
    settings: async () => settings,
    out: (text) => said.push(text),
    err: (text) => said.push(text),
  };

  it("writes manifest and icons into a zip", async () => {
    const file = join(await mkdtemp(join(tmpdir(), "clear-days-package-")), "app.zip");
    await packageCommand.run(["--out", file], context);
    const zip = await JSZip.loadAsync(await readFile(file));
    expect(Object.keys(zip.files).sort()).toEqual(["color.png", "manifest.json", "outline.png"]);
    const manifest = JSON.parse((await zip.file("manifest.json")?.async("string")) ?? "") as Manifest;
    expect(await problemsOf(manifest)).toEqual([]);
    expect(said.join("\n")).toContain(file);
  });

  it("is what links to an item of the plan lead to, with nothing set", async () => {
    const manifest = await filled();
    const [tab] = manifest["staticTabs"] as { entityId: string }[];
    const link = new URL(settings.tabAddress.replace("{place}", encodeURIComponent("item:LIBRARY-REVIEW")));
    expect(link.pathname).toBe(`/l/entity/${manifest["id"]}/${tab?.entityId}`);
    expect(JSON.parse(link.searchParams.get("context") ?? "")).toEqual({
      subEntityId: "item:LIBRARY-REVIEW",
    });
  });

  it("says that Teams needs https", async () => {
    const local = { ...settings, publicAddress: "http://localhost:3978" };
    const file = join(await mkdtemp(join(tmpdir(), "clear-days-package-")), "app.zip");
    await packageCommand.run(["--out", file], { ...context, settings: async () => local });
    expect(said.join("\n")).toContain("https");
    const zip = await JSZip.loadAsync(await writeAppPackage(local));
    const manifest = JSON.parse((await zip.file("manifest.json")?.async("string")) ?? "") as Manifest;
    expect(await problemsOf(manifest)).toEqual([]);
  });

  it("refuses wrong usage, and a place where nothing can be written", async () => {
    await expect(packageCommand.run([], context)).rejects.toThrow(WrongUsage);
    await expect(packageCommand.run(["--into", "x"], context)).rejects.toThrow("--into");
    await expect(packageCommand.run(["--out", "/nowhere/at/all.zip"], context)).rejects.toThrow(Failed);
  });
});
