import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { zipSync } from "fflate";
import type { Settings } from "../../../shared/settings/settings.ts";

const inManifest = (name: string) => fileURLToPath(new URL(`../../../manifest/${name}`, import.meta.url));
const packageFile = fileURLToPath(new URL("../../../package.json", import.meta.url));

/** The manifest’s template with its placeholders, as text. */
export function readManifestTemplate(): Promise<string> {
  return readFile(inManifest("manifest.json"), "utf8");
}

/** What the placeholders stand for, by name. */
export function manifestValues(
  { publicAddress, bot, entra }: Pick<Settings, "publicAddress" | "bot" | "entra">,
  version: string,
): Readonly<Record<string, string>> {
  return {
    PUBLIC_HOST: new URL(publicAddress).host,
    BOT_APP_ID: bot.appId,
    API_CLIENT_ID: entra.apiClientId,
    VERSION: version,
  };
}

/**
 * Puts values in place of `{{NAME}}`.
 * @throws {Error} naming the placeholders that no value is given for.
 */
export function fillManifest(template: string, values: Readonly<Record<string, string>>): string {
  const unknown = new Set<string>();
  const filled = template.replace(/\{\{(\w+)\}\}/g, (placeholder, name: string) => {
    const value = values[name];
    if (value === undefined) {
      unknown.add(name);
      return placeholder;
    }
    return JSON.stringify(value).slice(1, -1);
  });
  if (unknown.size > 0)
    throw new Error(`The manifest asks for ${[...unknown].join(", ")}, which is not known.`);
  return filled;
}

/** The app package: a zip of the filled manifest and its two icons, as Teams and Microsoft 365 take it. */
export async function writeAppPackage(settings: Settings): Promise<Uint8Array> {
  const { version } = JSON.parse(await readFile(packageFile, "utf8")) as { version: string };
  const [template, color, outline] = await Promise.all([
    readManifestTemplate(),
    readFile(inManifest("color.png")),
    readFile(inManifest("outline.png")),
  ]);
  const manifest = fillManifest(template, manifestValues(settings, version));
  return zipSync({
    "manifest.json": Buffer.from(manifest, "utf8"),
    // Pictures are compressed already.
    "color.png": [color, { level: 0 }],
    "outline.png": [outline, { level: 0 }],
  });
}
