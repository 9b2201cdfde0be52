import { open, readdir, stat } from "node:fs/promises";
import { basename, join, relative } from "node:path";
import { parseArgs } from "node:util";
import type { ImportedDocument, PaperFile, UnreadFile } from "../../../shared/services/importing.ts";
import type { NewNames } from "../../../shared/services/names-in-papers.ts";
import { type CliContext, Failed, WrongUsage } from "../cli-context.ts";

/** No paper is larger; a file beyond it is not taken into memory. */
const largestFile = 50 * 1024 * 1024;

export const name = "import";
export const usage = "import FILE|FOLDER… [--add-names] [--dry-run] [--json]";

/** A folder holds at most this many papers; more is some other folder. */
const mostFiles = 2_000;

/**
 * Reads papers into the records, or with --dry-run only says what they hold. Of files that are named, one that cannot
 * be read stops all of them; of a folder, the others are read, and the command fails at its end saying which were not.
 */
export async function run(args: string[], context: CliContext): Promise<void> {
  const { values, positionals } = readArguments(args);
  if (positionals.length === 0) throw new WrongUsage("Name at least one file to import.");
  const found = (await Promise.all(positionals.map(filesAt))).flat();
  const inFolder = found.some(({ folder }) => folder !== null);
  const files: PaperFile[] = [];
  const unread: UnreadFile[] = [];
  for (const { path, folder } of found) {
    const shown = folder === null ? basename(path) : relative(folder, path);
    try {
      files.push({ name: shown, bytes: await readPaperFile(path) });
    } catch (cause) {
      if (folder === null || !(cause instanceof Failed)) throw cause;
      unread.push({ file: shown, why: cause.message });
    }
  }
  const services = await context.services();
  const result = await services.importing
    .importFiles(files, {
      dryRun: values["dry-run"] ?? false,
      skipUnreadable: inFolder,
      addNames: values["add-names"] ?? false,
    })
    .catch((cause: unknown) => {
      // A paper that cannot be read says so in a sentence; anything else is not this command's to explain.
      if (cause instanceof Error && cause.name === "UnreadablePaper")
        throw new Failed(cause.message, { cause });
      throw cause;
    });
  unread.push(...result.unread);
  const answer = {
    documents: result.documents,
    ...(inFolder ? { unread } : {}),
    ...(values["add-names"] ? { names: result.names } : {}),
  };
  if (values.json) context.out(`${JSON.stringify(answer, null, 2)}\n`);
  else
    context.out(
      `${[...namesInWords(result.names), ...result.documents.map(inWords), ...unread.map(({ why }) => `Not read: ${why}`)].join("\n\n")}\n`,
    );
  if (unread.length > 0)
    throw new Failed(
      `${unread.length} of ${found.length} files ${unread.length === 1 ? "was" : "were"} not read: ${unread.map(({ file }) => file).join(", ")}.`,
    );
}

/** The file itself, or the files of a folder and those below it; hidden ones apart. */
async function filesAt(path: string): Promise<readonly { path: string; folder: string | null }[]> {
  const isFolder = await stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
  if (!isFolder) return [{ path, folder: null }];
  const entries = await readdir(path, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter(
      (file) =>
        !relative(path, file)
          .split(/[\\/]/)
          .some((part) => part.startsWith(".")),
    )
    .sort();
  if (files.length === 0) throw new Failed(`${path} holds no file.`);
  if (files.length > mostFiles)
    throw new Failed(
      `${path} holds ${files.length} files. At most ${mostFiles} are imported at once: name a smaller folder.`,
    );
  return files.map((file) => ({ path: file, folder: path }));
}

function readArguments(args: string[]) {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: {
        "add-names": { type: "boolean" },
        "dry-run": { type: "boolean" },
        json: { type: "boolean" },
      },
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
      if (size > largestFile) throw new Failed(`${path} is larger than 50 MB. Save only the paper itself.`);
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

function namesInWords({ bodies, portfolios }: NewNames): string[] {
  const callIn = (applies: boolean) => (applies ? "call-in applies" : "no call-in");
  return [
    ...(bodies.length > 0
      ? [
          `New bodies; check the kind of each, and whether its decisions can be called in:\n${bodies
            .map(
              ({ key, name: title, kind, callInApplies }) =>
                `  ${key}  ${title} (${kind}, ${callIn(callInApplies)})`,
            )
            .join("\n")}`,
        ]
      : []),
    ...(portfolios.length > 0
      ? [`New portfolios:\n${portfolios.map(({ key, name: title }) => `  ${key}  ${title}`).join("\n")}`]
      : []),
  ];
}

function inWords(document: ImportedDocument): string {
  const { lines, read, blank, warned, added, ...things } = document.counts;
  const counts = Object.entries(things).map(([what, count]) => `${count} ${what}`);
  return [
    `${document.file}: ${document.title}`,
    `  ${[...counts, `${read} of ${lines} lines read, ${blank} blank, ${warned} left out`].join("; ")}`,
    document.key === null
      ? "  Nothing was written."
      : `  ${added === 0 ? "Already in the records as" : `${added} ${added === 1 ? "row" : "rows"} added under`} ${document.key}.`,
    ...document.warnings.map(({ line, message }) => `  line ${line}: ${message}`),
  ].join("\n");
}
