import { getDocumentProxy } from "unpdf";
import { isKnownLabel, isPlanLabel } from "../lines/known-labels.ts";
import { opening } from "../lines/line-ledger.ts";
import { largestPaper, type PaperText, textLines } from "../lines/paper-lines.ts";
import { UnreadablePaper } from "../lines/unreadable-paper.ts";
import { isFrontSheetLabel } from "../reports/front-sheet-labels.ts";
import { rowTexts, type SetLine, tablesIn } from "./spaced-columns.ts";

/** Words of a page with their place, in points from the left and the bottom. */
interface PlacedText {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Words without a wide space between them, and the runs they are made of. */
interface Piece {
  x: number;
  end: number;
  text: string;
  readonly runs: { readonly x: number; readonly text: string }[];
}

/** A line of a page: its pieces from left to right, parted where a column begins. */
interface PageLine {
  readonly y: number;
  readonly height: number;
  readonly pieces: Piece[];
}

/** Whether the bytes begin as a PDF does. */
export function isPdf(bytes: Uint8Array): boolean {
  return bytes[0] === 0x25 && bytes[1] === 0x50 && bytes[2] === 0x44 && bytes[3] === 0x46;
}

/**
 * The lines of a PDF's text, built again from where its words stand: rows of a table with their cells, blank lines
 * where paragraphs part. Running heads and feet are left out and named.
 * @throws {UnreadablePaper} when it is damaged, locked, or holds only pictures of pages.
 */
export async function pdfLines(bytes: Uint8Array, fileName: string): Promise<PaperText> {
  if (bytes.length > largestPaper)
    throw new UnreadablePaper(fileName, "is larger than 50 MB. Save only the paper itself.");
  const pages = await placedTexts(bytes, fileName);
  const lined = pages.map(linesOfPage);
  const running = runningLines(lined);
  const left = new Map<string, number>();
  const texts: string[] = [];
  for (const page of lined) {
    const kept = page.filter((line, at) => {
      const text = wholeText(line);
      const edge = at < 2 || at >= page.length - 2;
      if (!edge || !running.has(shapeOf(text))) return true;
      left.set(shapeOf(text), (left.get(shapeOf(text)) ?? 0) + 1);
      return false;
    });
    texts.push(...withTables(kept));
    texts.push("");
  }
  const text = texts.join("\n");
  if (text.trim() === "")
    throw new UnreadablePaper(
      fileName,
      "is a PDF that holds pictures of pages and no text. Have it read by a scanner’s text recognition, or ask for the file it was made from.",
    );
  const read = textLines(text);
  return {
    lines: read.lines,
    notes: [
      ...read.notes,
      ...[...left].map(([shape, count]) => ({
        line: 1,
        message: `“${opening(shape)}” stands at the edge of ${count} pages of the PDF and was left out.`,
      })),
    ],
  };
}

async function placedTexts(bytes: Uint8Array, fileName: string): Promise<PlacedText[][]> {
  try {
    const pdf = await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0 });
    const pages: PlacedText[][] = [];
    for (let number = 1; number <= pdf.numPages; number += 1) {
      const page = await pdf.getPage(number);
      const { items } = await page.getTextContent();
      pages.push(
        items.flatMap((item): PlacedText[] =>
          "str" in item && item.str.trim() !== ""
            ? [
                {
                  text: item.str,
                  x: item.transform[4] ?? 0,
                  y: item.transform[5] ?? 0,
                  width: item.width,
                  height: item.height || Math.abs(item.transform[3] ?? 10),
                },
              ]
            : [],
        ),
      );
      page.cleanup();
    }
    await pdf.cleanup();
    return pages;
  } catch (cause) {
    const locked = cause instanceof Error && /password/i.test(`${cause.name} ${cause.message}`);
    throw new UnreadablePaper(
      fileName,
      locked
        ? "is a PDF that is locked with a password. Save a copy without one."
        : "is a damaged PDF, or one that was not saved whole. Fetch it again.",
      cause,
    );
  }
}

/** Words that stand on one height make a line; a wide space between two of them parts columns. */
function linesOfPage(texts: readonly PlacedText[]): PageLine[] {
  const sorted = [...texts].sort((a, b) => b.y - a.y || a.x - b.x);
  const lines: { y: number; height: number; texts: PlacedText[] }[] = [];
  for (const text of sorted) {
    const line = lines.at(-1);
    if (line && Math.abs(line.y - text.y) <= Math.max(2, Math.min(line.height, text.height) * 0.4)) {
      line.texts.push(text);
      line.height = Math.max(line.height, text.height);
    } else lines.push({ y: text.y, height: text.height, texts: [text] });
  }
  return lines.map(({ y, height, texts: words }) => {
    const pieces: PageLine["pieces"] = [];
    for (const { text, x, width } of words.sort((a, b) => a.x - b.x)) {
      const last = pieces.at(-1);
      const gap = last ? x - last.end : 0;
      const letter = Math.max(2, height * 0.5);
      if (!last || gap > letter * 1.3) pieces.push({ x, end: x + width, text, runs: [{ x, text }] });
      else {
        last.text = `${last.text}${gap > letter * 0.3 && !/\s$/.test(last.text) && !/^\s/.test(text) ? " " : ""}${text}`;
        last.end = x + width;
        last.runs.push({ x, text });
      }
    }
    return { y, height, pieces: labelsJoined(pieces) };
  });
}

const leading =
  /^(?:[•●◦▪■–—-]|o|[\uF0B7\uF0A7]|\(?(?:\d{1,3}|[A-Za-z]|[ivxIVX]{1,4})[.)]|\d{1,2}(?:\.\d{1,2})+\.?)$/;

/** A bullet or a number stands apart from its words and is no column of its own. */
function labelsJoined(pieces: PageLine["pieces"]): PageLine["pieces"] {
  const [first, second, ...rest] = pieces;
  if (!first || !second || !leading.test(first.text.trim())) return pieces;
  const label = first.text.trim().replace(/^[\uE000-\uF8FF]$/, "•");
  return [
    {
      x: first.x,
      end: second.end,
      text: `${label} ${second.text}`,
      runs: [{ x: first.x, text: `${label} ${second.text}` }],
    },
    ...rest,
  ];
}

const wholeText = ({ pieces }: PageLine) =>
  pieces
    .map(({ text }) => text.trim())
    .join(" ")
    .trim();
const shapeOf = (text: string) => text.replace(/\d+/g, "#").toLowerCase();

/** Words at the upper or lower edge of most pages, their numbers apart. */
function runningLines(pages: readonly (readonly PageLine[])[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const page of pages) {
    const edges = new Set([...page.slice(0, 2), ...page.slice(-2)].map((line) => shapeOf(wholeText(line))));
    for (const shape of edges) counts.set(shape, (counts.get(shape) ?? 0) + 1);
  }
  return new Set(
    [...counts]
      .filter(([shape, count]) => count >= 2 && count >= pages.length * 0.5 && shape.length < 160)
      .map(([shape]) => shape),
  );
}

/** Lines of a page as text; rows that share their columns become rows of a table, blank cells kept. */
function withTables(lines: readonly PageLine[]): string[] {
  const margin = Math.min(...lines.map(({ pieces }) => pieces[0]?.x ?? 0), Number.POSITIVE_INFINITY);
  const heights = lines.map(({ height }) => height).sort((a, b) => a - b);
  /** The width of a letter. */
  const letter = Math.max(2, (heights[Math.floor(heights.length / 2)] ?? 10) * 0.5);
  const set: (SetLine & { readonly setIn: number })[] = [];
  for (const [at, line] of lines.entries()) {
    const above = lines[at - 1];
    const gap = above ? above.y - line.y : 0;
    if (above && gap > Math.max(above.height, line.height) * 1.75)
      set.push({ text: "", pieces: [], setIn: 0 });
    const [first] = line.pieces;
    const listed = first && /^(?:[•●◦▪■–—-]|o|\(?(?:\d{1,2}|[A-Za-z]|[ivx]{1,4})[.)])\s/.test(first.text);
    set.push({
      text: line.pieces.map(({ text }) => text.trim()).join("\t"),
      pieces: line.pieces.map(({ x, end, text, runs }) => ({
        x: (x - margin) / letter,
        end: (end - margin) / letter,
        text: text.trim(),
        runs: runs.map((run) => ({ x: (run.x - margin) / letter, text: run.text.trim() })),
      })),
      setIn: listed ? Math.max(0, Math.round((first.x - margin) / 9)) : 0,
      // Lines of one cell stand nearer to one another than rows do, where a table has any space between its rows.
      gapAbove: gap > Math.max(above?.height ?? 0, line.height) * 1.32,
    });
  }
  return tablesIn(set, { knows: isKnownLabel, exact: true }).flatMap(({ places, rows }) => {
    const line = set[places[0] ?? 0];
    if (!rows) return line ? [line.pieces.length === 0 ? "" : `${" ".repeat(line.setIn)}${line.text}`] : [];
    // The lines of a cell tell its entries apart in a plan; elsewhere a row is a line.
    const labels = rows.map(({ cells }) => cells[0] ?? "");
    const ofPlan = labels.filter((label) => isPlanLabel(label) && !isFrontSheetLabel(label)).length;
    const keep = ofPlan >= 3 && !labels.some((label) => /^(?:report (?:to|of)|subject)\b/i.test(label));
    return [...rows.flatMap((row) => rowTexts(row, keep).map(({ text }) => text)), ""];
  });
}
