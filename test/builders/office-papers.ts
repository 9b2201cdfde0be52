import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);
const escaped = (text: string) => text.replace(/&/g, "&amp;").replace(/</g, "&lt;");
const isRow = (line: string) => /\t|^\s*\|/.test(line);
const item = /^(\s*)- (.*)$/;

/** A plain paper as a page of HTML: paragraphs, bullets, and rows of cells as tables. */
function page(text: string): string {
  const lines = text.split("\n");
  const parts: string[] = [];
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] ?? "";
    if (line.trim() === "") continue;
    const same = (test: (one: string) => boolean) => {
      let end = at;
      while (end < lines.length && test(lines[end] ?? "")) end += 1;
      const taken = lines.slice(at, end);
      at = end - 1;
      return taken;
    };
    if (isRow(line)) parts.push(table(same(isRow)));
    else if (item.test(line)) parts.push(list(same((one) => item.test(one))));
    else parts.push(`<p>${escaped(line)}</p>`);
  }
  return `<html><head><meta charset="utf-8"></head><body>${parts.join("\n")}</body></html>`;
}

function table(lines: readonly string[]): string {
  const rows = lines
    .filter((line) => !/^\s*\|[\s:|-]+\|\s*$/.test(line))
    .map((line) =>
      (/^\s*\|/.test(line) ? line.trim().slice(1, -1).split("|") : line.split("\t")).map((cell) =>
        cell.trim(),
      ),
    );
  const width = Math.max(...rows.map(({ length }) => length));
  const cells = (row: readonly string[]) =>
    Array.from({ length: width }, (_, place) => `<td valign="top">${escaped(row[place] ?? "")}</td>`).join(
      "",
    );
  return `<table border="1" width="100%">${rows.map((row) => `<tr>${cells(row)}</tr>`).join("")}</table>`;
}

function list(lines: readonly string[]): string {
  let html = "<ul>";
  let deep = false;
  for (const line of lines) {
    const [, indent = "", words = ""] = item.exec(line) ?? [];
    if (indent !== "" && !deep) html += "<ul>";
    if (indent === "" && deep) html += "</ul>";
    deep = indent !== "";
    html += `<li>${escaped(words)}</li>`;
  }
  return `${html}${deep ? "</ul>" : ""}</ul>`;
}

/** Papers as LibreOffice saves them, by name: as Word documents, and those again as PDF. */
export async function officePapers(
  texts: ReadonlyMap<string, string>,
): Promise<ReadonlyMap<string, { readonly docx: Uint8Array; readonly pdf: Uint8Array }>> {
  const folder = await mkdtemp(join(tmpdir(), "clear-days-office-"));
  const convert = (to: string, files: readonly string[]) =>
    run(
      "soffice",
      [
        `-env:UserInstallation=file://${folder}/profile`,
        "--headless",
        "--convert-to",
        to,
        "--outdir",
        folder,
        ...files,
      ],
      { timeout: 180_000 },
    );
  try {
    const names = [...texts.keys()];
    await Promise.all(
      names.map((name) => writeFile(join(folder, `${name}.html`), page(texts.get(name) ?? ""))),
    );
    await convert(
      "docx:MS Word 2007 XML",
      names.map((name) => join(folder, `${name}.html`)),
    );
    await convert(
      "pdf",
      names.map((name) => join(folder, `${name}.docx`)),
    );
    const read = async (name: string, ending: string) =>
      new Uint8Array(await readFile(join(folder, `${name}.${ending}`)));
    return new Map(
      await Promise.all(
        names.map(
          async (name) => [name, { docx: await read(name, "docx"), pdf: await read(name, "pdf") }] as const,
        ),
      ),
    );
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
