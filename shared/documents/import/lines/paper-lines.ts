import { foldLookAlikes } from "../forms/look-alikes.ts";
import { homeLeftOut, homeSuspected, linesWithoutHomes, mayHoldHome } from "./private-addresses.ts";
import { UnreadablePaper } from "./unreadable-paper.ts";

/** A line of a paper with its number in the file, from 1. Cells of a table are parted by tabs. */
export interface PaperLine {
  readonly number: number;
  readonly text: string;
}

/** Parts the lines and paragraphs of a cell: a space for whoever asks no further. */
export const cellBreak = "\v";

/** A paper's lines, and what was mended or could not be while they were taken in. */
export interface PaperText {
  readonly lines: readonly PaperLine[];
  readonly notes: readonly { readonly line: number; readonly message: string }[];
}

/** The largest file that is read, in bytes: 50 MB. */
export const largestPaper = 50 * 1024 * 1024;

/** Lines of the longest text that is read: twenty packs of a thousand pages have fewer. */
const mostLines = 1_000_000;

/**
 * Takes in a text file: UTF-8, or UTF-16 that says so by its first bytes.
 * @throws {UnreadablePaper} when it is empty, too large, not text, or in an encoding it does not name.
 */
export function paperLines(bytes: Uint8Array, fileName: string): PaperText {
  if (bytes.length > largestPaper) {
    throw new UnreadablePaper(fileName, "is larger than 50 MB. Save only the paper itself, as plain text.");
  }
  const text = decode(bytes, fileName).replace(/^\uFEFF/, "");
  if (text.trim() === "") {
    throw new UnreadablePaper(
      fileName,
      "is empty. Check that the right file was chosen and that it was saved.",
    );
  }
  let lines = 1;
  for (let at = text.indexOf("\n"); at >= 0 && lines <= mostLines; at = text.indexOf("\n", at + 1))
    lines += 1;
  if (lines > mostLines)
    throw new UnreadablePaper(
      fileName,
      `holds more than ${mostLines.toLocaleString("en-GB")} lines. Save only the paper itself.`,
    );
  return textLines(text);
}

/** A text as lines: spaces and look-alike letters made plain, a common margin taken away. */
export function textLines(text: string): PaperText {
  const notes: { line: number; message: string }[] = [];
  const folded: number[] = [];
  const lines = text
    .replace(/\r\n?|\u2028|\u2029/g, "\n")
    .replace(/\n$/, "")
    .split("\n")
    .flatMap(broken)
    .map((raw, index): PaperLine => {
      const number = index + 1;
      const line = foldLookAlikes(
        raw.replace(/[\f\u200B\u200C\u2060\uFEFF\u00AD]/g, "").replace(/[\u00A0\u2007\u202F]/g, " "),
      );
      if (line.folded) folded.push(number);
      if (line.foreign) {
        notes.push({
          line: number,
          message: `“${line.foreign}” is spelt with letters of another alphabet, as poor scans are. Check the word.`,
        });
      }
      if (/\uFFFD|â€|Ã[\u0080-\u00BF]/.test(line.text)) {
        notes.push({
          line: number,
          message: "Some letters were spoilt before the file was saved. Check the words.",
        });
      }
      return { number, text: line.text };
    });
  const homes = linesWithoutHomes(lines.map(({ text }) => text));
  for (const at of homes.held) {
    const number = at + 1;
    lines[at] = { number, text: homes.lines[at] ?? "" };
    notes.push({ line: number, message: homeLeftOut });
  }
  for (const { number, text } of lines)
    if (mayHoldHome(text)) notes.push({ line: number, message: homeSuspected });
  const indent = commonIndent(lines);
  if (indent > 0) {
    for (const [at, line] of lines.entries())
      if (line.text.startsWith(" ".repeat(indent))) lines[at] = { ...line, text: line.text.slice(indent) };
  }
  const [first] = folded;
  if (first !== undefined) {
    notes.push({
      line: first,
      message: `Letters of another alphabet that look like ours were replaced, in ${folded.length === 1 ? "this line" : `${folded.length} lines (${folded.slice(0, 12).join(", ")}${folded.length > 12 ? " …" : ""})`}.`,
    });
  }
  return { lines, notes };
}

/** No line of a paper is longer, in characters: what is, was made by a machine and is broken up. */
const longestLine = 10_000;

function broken(line: string): string[] {
  if (line.length <= longestLine) return [line];
  const parts: string[] = [];
  for (let from = 0; from < line.length; ) {
    const space = line.lastIndexOf(" ", from + longestLine);
    const end = from + longestLine >= line.length ? line.length : space > from ? space : from + longestLine;
    parts.push(line.slice(from, end));
    from = end;
  }
  return parts;
}

/** How far every line is set in; tables apart, whose rows may begin with an empty cell. */
function commonIndent(lines: readonly PaperLine[]): number {
  let least = Number.POSITIVE_INFINITY;
  for (const { text } of lines) {
    if (text.trim() === "" || text.includes("\t") || /^\s*\|/.test(text)) continue;
    least = Math.min(least, /^ */.exec(text)?.[0].length ?? 0);
    if (least === 0) return 0;
  }
  return Number.isFinite(least) ? least : 0;
}

const knownFiles: readonly { readonly starts: readonly number[]; readonly problem: string }[] = [
  {
    starts: [0xd0, 0xcf, 0x11, 0xe0],
    problem: "is an old Word or Excel file. Save it as .docx and choose that.",
  },
];

function decode(bytes: Uint8Array, fileName: string): string {
  const known = knownFiles.find(({ starts }) => starts.every((byte, place) => bytes[place] === byte));
  if (known) throw new UnreadablePaper(fileName, known.problem);
  const utf16 =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? "utf-16le"
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? "utf-16be"
        : null;
  if (!utf16 && looksBinary(bytes)) {
    throw new UnreadablePaper(
      fileName,
      "is not text. Save the paper as plain text (UTF-8) and choose that file.",
    );
  }
  try {
    return new TextDecoder(utf16 ?? "utf-8", { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new UnreadablePaper(
      fileName,
      "is text in another encoding than UTF-8. Open it, save it again with the encoding UTF-8, and choose it again.",
      cause,
    );
  }
}

/** Cells of a line: parted by tabs, or by bars in a Markdown table. One cell when it is no row of a table. */
export function cellsOf(text: string): string[] {
  return printedCells(text).map((cell) =>
    cell === ""
      ? cell
      : cell
          .replace(/<br\s*\/?>/gi, " ")
          .replace(/\s+/g, " ")
          .trim(),
  );
}

/** As {@link cellsOf}, the paragraphs of each cell still told apart. */
export function printedCells(text: string): string[] {
  const bars = /^\s*\|(.*)\|\s*$/s.exec(text);
  const cells = bars?.[1] !== undefined ? bars[1].split(/(?<!\\)\|/) : text.split("\t");
  return cells.map((cell) => (cell === "" ? cell : cell.replace(/\\\|/g, "|").trim()));
}

/** The paragraphs of a cell, as a Word document or a Markdown table keeps them. */
export function paragraphsOfCell(cell: string): string[] {
  return cell
    .replace(/<br\s*\/?>/gi, cellBreak)
    .split(cellBreak)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== "");
}

/** As {@link cellsOf}, each cell with the paragraphs or lines that it was written in; none for an empty cell. */
export function cellParagraphs(text: string): string[][] {
  return printedCells(text).map((cell) => paragraphsOfCell(cell).map((part) => part.replace(/\s+/g, " ")));
}

/** Whether a line is a row of a table: two cells at least, one of them with words. */
export function isTableRow(text: string): boolean {
  return text.trim() !== "" && (/\S\s*\t|^\t/.test(text) || /^\s*\|.*\|\s*$/.test(text));
}

/** Whether a line only rules off the head of a Markdown table. */
export function isTableRule(text: string): boolean {
  return /^\s*\|(\s*:?-{2,}:?\s*\|)+\s*$/.test(text);
}

/** Whether the last bracket of a text is left open. */
export function endsInBracket(text: string): boolean {
  return text.lastIndexOf("(") > text.lastIndexOf(")");
}

/** A text without what stands in brackets; one that goes on for long, or never ends, stays. */
export function withoutBrackets(text: string, instead = ""): string {
  return text.replace(/\([^)]{0,200}\)/g, instead);
}

/** A line without Markdown's heading and bold marks. */
export function withoutMarks(text: string): string {
  if (text === "") return text;
  return text
    .replace(/^\s*#{1,6}\s+/, "")
    .replace(/\*\*|__|<\/?(?:u|b|i|strong|em)>/g, "")
    .replace(/(?<![\p{L}\d*])\*(?=\S)([^*\n]{1,200})(?<=\S)\*(?![\p{L}\d*])/gu, "$1")
    .replace(/\s+/g, " ")
    .trim();
}

/** No text holds a NUL, nor one control character in a hundred, in whatever encoding. */
function looksBinary(bytes: Uint8Array): boolean {
  const start = bytes.subarray(0, 65_536);
  const controls = start.filter((byte) => byte < 9 || (byte > 13 && byte < 32)).length;
  return bytes.includes(0) || controls * 100 > start.length;
}

/** Page numbers, fillers and the debris of turned text: never words of the paper. */
const pageFurniture =
  /^(?:[-–—]\s*)?(?:page\s+)?\d{1,3}(?:\s*(?:of|\/)\s*\d{1,3})?(?:\s*[-–—])?$|^page\s+[ivxl]+$|^\$\\?[a-z]+\$$|^agenda item \d+[a-z]?$|^(?:printed|produced|generated) (?:on|at) .{4,40}$|^this page is (?:intentionally|deliberately)(?: left)? blank\.?$|^\*{3}$|^[-–—_=]{3,}$/i;

/** Whether a line, by itself, can only belong to the page. */
export function isPageFurniture(text: string): boolean {
  return pageFurniture.test(withoutMarks(text));
}
