import { writeFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { reportTemplateFile } from "../../../shared/services/word-files.ts";
import { type CliContext, WrongUsage } from "../cli-context.ts";

export const name = "template";
export const usage = "template --out FILE.docx [--json]";

export async function run(args: string[], context: CliContext): Promise<void> {
  const options = { out: { type: "string" }, json: { type: "boolean" } } as const;
  const { values } = parseArgs({ args, options });
  if (!values.out) throw new WrongUsage("Name the file to write.");
  const template = reportTemplateFile();
  await writeFile(values.out, template.bytes);
  context.out(
    values.json
      ? `${JSON.stringify({ file: values.out, bytes: template.bytes.length, libraryName: template.name })}\n`
      : `Written: ${values.out}. Restyle it in Word and save it in the report library as “${template.name}”.\n`,
  );
}
