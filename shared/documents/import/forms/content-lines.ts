import type { List, Run, SectionContent, TableRow } from "../../../contracts/section-content.ts";
import { textOf } from "../../content/canonical-content.ts";
import { layOnGrid } from "../../content/table-grid.ts";
import { cellBreak } from "../lines/paper-lines.ts";

/**
 * Section content as the lines of a plain paper: headings marked with #, items with their glyph or number, tables
 * with cells parted by tabs, bold and italics with their marks, a blank line between paragraphs.
 */
export function contentLines(content: SectionContent): string[] {
  const lines: string[] = [];
  for (const block of content) {
    switch (block.kind) {
      case "heading":
        lines.push("", `${"#".repeat(block.level)} ${oneLine(textOf(block.runs))}`, "");
        break;
      case "paragraph":
        lines.push("", ...marked(block.runs).split("\n"), "");
        break;
      case "list":
        lines.push("", ...listLines(block, 0), "");
        break;
      case "table":
        lines.push("");
        if (block.caption) lines.push(block.caption, "");
        for (const line of isBox(block.rows) ? boxLines(block.rows) : rowLines(block.rows)) lines.push(line);
        lines.push("");
        break;
      case "tableReference":
        break;
    }
  }
  return lines.filter((line, at) => line !== "" || (lines[at - 1] !== "" && at > 0));
}

/** Rows as lines with a cell for every column; a cell that spans several stands in the first, the others are blank. */
export function rowLines(rows: readonly TableRow[]): string[] {
  const grid = layOnGrid(rows, 0);
  return rows.map((row, at) => {
    const cells = Array.from({ length: grid.columns }, () => "");
    for (const { column, cell } of grid.rows[at] ?? [])
      cells[column] = cell.paragraphs
        .flatMap((runs) => marked(runs).split("\n"))
        .map(oneLine)
        .join(cellBreak);
    if (row.draft && cells[0]) cells[0] = `<i>${cells[0]}</i>`;
    return `${cells.join("\t")}\t`;
  });
}

/** A table of one column is a box around paragraphs. */
function isBox(rows: readonly TableRow[]): boolean {
  return layOnGrid(rows, 0).columns === 1;
}

function boxLines(rows: readonly TableRow[]): string[] {
  return rows.flatMap(({ cells }) =>
    cells.flatMap(({ paragraphs }) => paragraphs.flatMap((runs) => ["", ...marked(runs).split("\n"), ""])),
  );
}

function listLines(list: List, depth: number): string[] {
  const start = list.start ?? 1;
  return list.items.flatMap(({ runs, lists }, at) => {
    const label =
      list.style === "bullet" ? "-" : list.style === "roman" ? `(${roman(start + at)})` : `${start + at}.`;
    return [
      `${"  ".repeat(depth)}${label} ${oneLine(marked(runs))}`,
      ...lists.flatMap((inner) => listLines(inner, depth + 1)),
    ];
  });
}

function marked(runs: readonly Run[]): string {
  const whole = runs.map(({ text }) => text).join("");
  const allBold = runs.every(({ bold, text }) => bold || text.trim() === "") && whole.trim() !== "";
  if (allBold) return `**${whole.trim()}**`;
  return runs
    .map(({ text, italic, href }) => {
      const words = italic && text.trim() !== "" ? `<i>${text}</i>` : text;
      return href ? `[${words}](${href})` : words;
    })
    .join("");
}

const oneLine = (text: string) => text.replace(/\s+/g, " ").trim();

function roman(number: number): string {
  const digits: readonly (readonly [number, string])[] = [
    [10, "x"],
    [9, "ix"],
    [5, "v"],
    [4, "iv"],
    [1, "i"],
  ];
  let rest = number;
  let text = "";
  for (const [value, letters] of digits) {
    while (rest >= value) {
      text += letters;
      rest -= value;
    }
  }
  return text;
}
