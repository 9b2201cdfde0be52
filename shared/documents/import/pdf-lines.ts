import { getDocumentProxy } from "unpdf";
import { opening } from "./line-ledger.ts";
import { largestPaper, type PaperText, textLines } from "./paper-lines.ts";
import { UnreadablePaper } from "./unreadable-paper.ts";

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
  const result: string[] = [];
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at];
    if (!line) continue;
    const above = lines[at - 1];
    if (above && above.y - line.y > Math.max(above.height, line.height) * 1.75) result.push("");
    const end = tableEnd(lines, at);
    if (end > at) {
      result.push(...rowsOf(lines.slice(at, end + 1)), "");
      at = end;
      continue;
    }
    const [first] = line.pieces;
    const setIn =
      first && /^(?:[•●◦▪■–—-]|o|\(?(?:\d{1,2}|[A-Za-z]|[ivx]{1,4})[.)])\s/.test(first.text)
        ? Math.max(0, Math.round((first.x - margin) / 9))
        : 0;
    result.push(`${" ".repeat(setIn)}${line.pieces.map(({ text }) => text.trim()).join("\t")}`);
  }
  return result;
}

/** The last line of the table that begins here; the line itself when none does. */
function tableEnd(lines: readonly PageLine[], from: number): number {
  const first = lines[from];
  if (!first || first.pieces.length < 2) return from;
  const columns = first.pieces.map(({ x }) => x);
  let last = from;
  for (let at = from + 1; at < lines.length; at += 1) {
    const line = lines[at];
    const above = lines[at - 1];
    if (!line || !above || above.y - line.y > Math.max(above.height, line.height) * 3) break;
    const several = line.pieces.length >= 2;
    const shares = line.pieces.some(({ x }) =>
      columns.some((column, place) => place > 0 && Math.abs(column - x) < 12),
    );
    const [only] = line.pieces;
    const near = above.y - line.y <= Math.max(above.height, line.height) * 1.6;
    const soon = lines
      .slice(at + 1, at + 3)
      .some(
        ({ pieces }) =>
          pieces.length >= 2 &&
          pieces.some(({ x }) => columns.some((column, place) => place > 0 && Math.abs(column - x) < 12)),
      );
    const inFirst =
      !several &&
      only !== undefined &&
      Math.abs((columns[0] ?? 0) - only.x) < 12 &&
      only.end < (columns[1] ?? 0) + 4 &&
      (near || soon);
    if (several && (shares || line.pieces.length === first.pieces.length)) {
      for (const { x } of line.pieces)
        if (!columns.some((column) => Math.abs(column - x) < 24)) columns.push(x);
      last = at;
    } else if (shares && !several) last = at;
    else if (inFirst) last = at;
    else break;
  }
  return last;
}

/** Where the columns begin. Places near one another are one column, unless one line has words at both. */
function columnStarts(lines: readonly PageLine[]): number[] {
  const places = lines
    .flatMap(({ pieces }, line) => pieces.map(({ x }) => ({ x, line })))
    .sort((a, b) => a.x - b.x);
  const groups: { x: number; lines: Set<number> }[] = [];
  for (const { x, line } of places) {
    const last = groups.at(-1);
    if (last && (x - last.x <= 6 || (x - last.x <= 30 && !last.lines.has(line)))) last.lines.add(line);
    else groups.push({ x, lines: new Set([line]) });
  }
  return groups.map(({ x }) => x);
}

/**
 * Whether a line of a table belongs to the row above: its first column is blank, or holds only the rest of a name
 * that was too long for its column.
 */
function carriesOnRow(above: readonly string[], cells: readonly string[]): boolean {
  const [first = "", ...others] = cells;
  if (first === "") return true;
  if (others.some((cell) => cell !== "")) return false;
  const before = above[0] ?? "";
  return (
    !/[:.]$/.test(before) &&
    before !== "" &&
    (/^[\p{Ll}(]/u.test(first) || /:$/.test(first) || /\b(?:and|of|the|for|to|[-–&])$/i.test(before))
  );
}

/** Rows with a cell a column; a line that leaves the first column blank carries on the row above it. */
function rowsOf(lines: readonly PageLine[]): string[] {
  const starts = columnStarts(lines);
  // Lines of one cell stand nearer to one another than rows do, where the table has any space between its rows.
  const gaps = lines.slice(1).map(({ y }, at) => (lines[at]?.y ?? y) - y);
  const least = Math.min(...gaps, Number.POSITIVE_INFINITY);
  const inner = gaps.some((gap) => gap > least * 1.2) ? least * 1.1 : 0;
  const rows: { cells: string[]; y: number; height: number }[] = [];
  for (const { pieces, y, height } of lines) {
    const cells = starts.map(() => "");
    for (const piece of pieces) {
      let column = Math.max(
        0,
        starts.findLastIndex((start) => start <= piece.x + 12),
      );
      for (const run of piece.runs) {
        // A cell filled to its border leaves no wide space: the next begins where its column does.
        const begins = starts.findIndex((start) => Math.abs(start - run.x) <= 3);
        if (begins > column) column = begins;
        cells[column] = `${cells[column] ?? ""} ${run.text.trim()}`.trim();
      }
    }
    const above = rows.at(-1);
    const gap = above ? above.y - y : 0;
    const close = above !== undefined && gap < Math.max(above.height, height) * 1.6;
    if (above && close && (gap < inner || carriesOnRow(above.cells, cells))) {
      for (const [column, cell] of cells.entries())
        if (cell !== "") above.cells[column] = `${above.cells[column] ?? ""} ${cell}`.trim();
      above.y = y;
    } else rows.push({ cells, y, height });
  }
  return rows.map(({ cells }) => `${cells.join("\t")}\t`);
}
