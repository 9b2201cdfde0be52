import { writeFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { type CliContext, WrongUsage } from "../cli-context.ts";

export const name = "assemble";
export const usage = "assemble --report KEY --out FILE.docx [--json]";

export async function run(args: string[], context: CliContext): Promise<void> {
  const { values } = parseArgs({
    args,
    options: { report: { type: "string" }, out: { type: "string" }, json: { type: "boolean" } },
  });
  if (!values.report || !values.out) throw new WrongUsage("Name the report and the file to write.");
  const services = await context.services();
  await services.published.refresh();
  const bytes = await services.reports.assemble(values.report);
  await writeFile(values.out, bytes);
  context.out(
    values.json
      ? `${JSON.stringify({ report: values.report, file: values.out, bytes: bytes.length })}\n`
      : `Written: ${values.out} (${Math.ceil(bytes.length / 1000)} kB).\n`,
  );
}
