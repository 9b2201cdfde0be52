import { writeFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { writeAppPackage } from "../app-package/app-package.ts";
import { type CliContext, Failed, WrongUsage } from "../cli-context.ts";

export const name = "package";
export const usage = "package --out FILE.zip";

/** Writes the app package that an administrator uploads: bot, tab, message extension and Word in one. */
export async function run(args: string[], context: CliContext): Promise<void> {
  const { values } = parseArgs({ args, options: { out: { type: "string" } } });
  const file = values.out;
  if (file === undefined || file === "") throw new WrongUsage("Say where the package goes.");
  const settings = await context.settings();
  const content = await writeAppPackage(settings);
  try {
    await writeFile(file, content);
  } catch (cause) {
    const { code = "unknown" } = cause as NodeJS.ErrnoException;
    throw new Failed(`${file} could not be written (${code}).`, { cause });
  }
  if (new URL(settings.publicAddress).protocol !== "https:") {
    context.err(
      `PUBLIC_ADDRESS is ${settings.publicAddress}. The package says https, as Teams and Word ask; they cannot reach it until the service has such an address.`,
    );
  }
  context.out(`${file}: the app package, ${(content.length / 1024).toFixed(1)} KB.\n`);
}
