import { readFile, writeFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { copyForPublication } from "../../../shared/services/word-files.ts";
import { type CliContext, WrongUsage } from "../cli-context.ts";

export const name = "publish-copy";
export const usage = "publish-copy --report KEY|FILE.docx --out FILE.docx [--json]";

export async function run(args: string[], context: CliContext): Promise<void> {
  const options = { report: { type: "string" }, out: { type: "string" }, json: { type: "boolean" } } as const;
  const { values } = parseArgs({ args, options });
  if (!values.report || !values.out)
    throw new WrongUsage("Name the report or its file, and the file to write.");
  const bytes = await publicCopyOf(values.report, context);
  await writeFile(values.out, bytes);
  context.out(
    values.json
      ? `${JSON.stringify({ report: values.report, file: values.out, bytes: bytes.length })}\n`
      : `Written for publication: ${values.out} (${Math.ceil(bytes.length / 1000)} kB).\n`,
  );
}

async function publicCopyOf(report: string, context: CliContext): Promise<Uint8Array> {
  if (/\.docx$/i.test(report)) return copyForPublication(await readFile(report));
  const services = await context.services();
  await services.published.refresh();
  return services.reports.assembleForPublication(report);
}
