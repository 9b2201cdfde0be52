import { open } from "node:fs/promises";
import { basename } from "node:path";
import { parseArgs } from "node:util";
import type { ImportedDocument } from "../../../shared/services/importing.ts";
import { type CliContext, Failed, WrongUsage } from "../cli-context.ts";

/** No paper is larger; a file beyond it is not taken into memory. */
const largestFile = 50 * 1024 * 1024;

export const name = "import";
export const usage = "import FILE… [--dry-run] [--json]";

/** Reads papers into the records, or with --dry-run only says what they hold. */
export async function run(args: string[], context: CliContext): Promise<void> {
  const { values, positionals } = readArguments(args);
  if (positionals.length === 0) throw new WrongUsage("Name at least one file to import.");
  const files = await Promise.all(
    positionals.map(async (path) => ({ name: basename(path), bytes: await readPaperFile(path) })),
  );
  const services = await context.services();
  const result = await services.importing
    .importFiles(files, { dryRun: values["dry-run"] ?? false })
    .catch((cause: unknown) => {
      // A paper that cannot be read says so in a sentence; anything else is not this command's to explain.
      if (cause instanceof Error && cause.name === "UnreadablePaper")
        throw new Failed(cause.message, { cause });
      throw cause;
    });
  if (values.json) context.out(`${JSON.stringify(result, null, 2)}\n`);
  else context.out(`${result.documents.map(inWords).join("\n\n")}\n`);
}

function readArguments(args: string[]) {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: { "dry-run": { type: "boolean" }, json: { type: "boolean" } },
    });
  } catch (cause) {
    throw new WrongUsage(cause instanceof Error ? cause.message : String(cause), { cause });
  }
}

async function readPaperFile(path: string): Promise<Uint8Array> {
  try {
    const file = await open(path);
    try {
      const { size } = await file.stat();
      if (size > largestFile)
        throw new Failed(`${path} is larger than 50 MB. Save only the paper itself, as plain text.`);
      return await file.readFile();
    } finally {
      await file.close();
    }
  } catch (cause) {
    if (cause instanceof Failed) throw cause;
    const reason = (cause as NodeJS.ErrnoException).code === "ENOENT" ? "was not found" : "cannot be opened";
    throw new Failed(`${path} ${reason}. Check the name of the file.`, { cause });
  }
}

function inWords(document: ImportedDocument): string {
  const { lines, read, blank, warned, added, ...things } = document.counts;
  const counts = Object.entries(things).map(([what, count]) => `${count} ${what}`);
  return [
    `${document.file}: ${document.title}`,
    `  ${[...counts, `${read} of ${lines} lines read, ${blank} blank, ${warned} left out`].join("; ")}`,
    document.key === null
      ? "  Nothing was written."
      : `  ${added === 0 ? "Already in the records as" : `${added} rows added under`} ${document.key}.`,
    ...document.warnings.map(({ line, message }) => `  line ${line}: ${message}`),
  ].join("\n");
}
