import { writeFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { type CliContext, type Command, WrongUsage } from "../cli-context.ts";

export const assembleCommand: Command = {
  name: "assemble",
  usage: "assemble --report KEY --out FILE.docx [--json]",
  run,
};

async function run(args: readonly string[], context: CliContext): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: { report: { type: "string" }, out: { type: "string" }, json: { type: "boolean" } },
  });
  if (!values.report || !values.out) throw new WrongUsage("Name the report and the file to write.");
  const services = await context.services();
  await services.published.refresh();
  const bytes = await services.reports.assemble(values.report);
  await writeFile(values.out, bytes);
  context.out(
    values.json
      ? JSON.stringify({ report: values.report, file: values.out, bytes: bytes.length })
      : `Written: ${values.out} (${Math.ceil(bytes.length / 1000)} kB).`,
  );
}
