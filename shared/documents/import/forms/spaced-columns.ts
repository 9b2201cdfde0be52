import type { LineLedger } from "../lines/line-ledger.ts";
import { isTableRow, type PaperLine } from "../lines/paper-lines.ts";
import { columnsOf, type GridLine, type GridRow, gridRows, type PlacedWords } from "./column-grid.ts";

/** A label of a list stands apart from its words, and not far, and is no column of its own. */
const listLabel =
  /^(?:[•●◦▪■–—*-]|o|No\.?|#|[\uE000-\uF8FF]|\(?(?:\d{1,3}|[A-Za-z]|[ivxIVX]{1,5})[.)]|\d{1,2}(?:\.\d{1,2})+\.?)$/;

const wideSpace = /\S {2,}\S/;

/** The words of a line that stand together, parted where two spaces and more stand between them. */
export function piecesOf(text: string): PlacedWords[] {
  const pieces: { x: number; end: number; text: string; runs: { x: number; text: string }[] }[] = [];
  for (const match of text.matchAll(/\S+(?: \S+)*/g)) {
    const runs = [...match[0].matchAll(/\S+/g)].map((word) => ({
      x: match.index + word.index,
      text: word[0],
    }));
    const last = pieces.at(-1);
    if (last && pieces.length === 1 && listLabel.test(last.text) && match.index - last.end <= 8) {
      last.end = match.index + match[0].length;
      last.text = `${last.text} ${match[0]}`;
      last.runs.push(...runs);
    } else pieces.push({ x: match.index, end: match.index + match[0].length, text: match[0], runs });
  }
  return pieces;
}

/** No table of a paper has more columns; words that stand in more places are not set out as one. */
const mostColumns = 40;

/** What a reader knows of the tables in its papers. */
export interface ColumnReading {
  /** Lines of a cell keep a line each, below the line with the row's first cell. */
  readonly keepLines?: true;
  /** Whether the words of a first cell are, as a whole, a label that is known. */
  readonly knows?: (first: string) => boolean;
  /** The runs of a line are texts that were set one by one, so that each begins where its cell does. */
  readonly exact?: true;
  /** Whether the words of a first cell begin the head of a table, so that one row below it is a table. */
  readonly heads?: (first: string) => boolean;
  /** Lines that belong to no table, whatever stands around them. */
  readonly apart?: (text: string) => boolean;
}

/**
 * Tables set out with spaces, as text taken from a page keeps them, become rows of cells parted by tabs; lines of one
 * row become one line. Everything else stays as it is.
 */
export function withSpacedColumns(
  lines: readonly PaperLine[],
  ledger: LineLedger,
  given: ColumnReading = {},
): PaperLine[] {
  // Prose has no wide spaces, and no table either.
  if (!lines.some(({ text }) => wideSpace.test(text))) return [...lines];
  const result: PaperLine[] = [];
  const set = lines.map(({ text }): SetLine => {
    const pieces = isTableRow(text) ? [] : piecesOf(text.trimEnd());
    const row = isTableRow(text) || pieces.length > mostColumns;
    return { text, pieces: row ? [] : pieces, ...(row ? { row: true } : {}) };
  });
  for (const found of tablesIn(set, given)) {
    const line = lines[found.places[0] ?? 0];
    if (!line) continue;
    if (!found.rows) {
      result.push(line);
      continue;
    }
    const first = found.places[0] ?? 0;
    if ((lines[first - 1]?.text ?? "").trim() !== "") result.push({ number: line.number, text: "" });
    for (const row of found.rows) {
      const numbers = found.places.slice(row.from, row.to + 1).map((at) => lines[at]?.number ?? line.number);
      const texts = rowTexts(row, given.keepLines === true);
      const kept = new Set(texts.map(({ at }) => numbers[at]));
      if (given.knows?.(row.cells[0] ?? ""))
        for (const [at, cells] of row.lineCells.entries())
          ledger.nameWords({ number: numbers[at] ?? line.number, text: cells[0] ?? "" });
      for (const number of numbers) if (!given.keepLines || !kept.has(number)) ledger.read(number);
      for (const { at, text } of texts) result.push({ number: numbers[at] ?? line.number, text });
    }
    const last = found.places.at(-1) ?? first;
    if ((lines[last + 1]?.text ?? "").trim() !== "")
      result.push({ number: lines[last]?.number ?? line.number, text: "" });
  }
  return result;
}

/** A row as text, its cells parted by tabs: one line, or a line for each line of its cells but the first. */
export function rowTexts(
  { cells, lineCells }: GridRow,
  keepLines: boolean,
): readonly { readonly at: number; readonly text: string }[] {
  if (!keepLines) return [{ at: 0, text: `${cells.join("\t")}\t` }];
  const values = lineCells
    .map((row, at) => ({ at, rest: row.slice(1) }))
    .filter(({ rest }) => rest.some((cell) => cell !== ""));
  const [top = { at: 0, rest: cells.slice(1) }, ...below] = values;
  return [
    { at: top.at, text: `${[cells[0], ...top.rest].join("\t")}\t` },
    ...below.map(({ at, rest }) => ({ at, text: `${["", ...rest].join("\t")}\t` })),
  ];
}

/** A line as it is set: its words with their places; none for a blank line. */
export interface SetLine {
  readonly text: string;
  readonly pieces: readonly PlacedWords[];
  /** It is a row of a table already. */
  readonly row?: true;
  /** More space stands above it than between the lines of one cell; where it is not said, a blank line does. */
  readonly gapAbove?: boolean;
}

/** The lines one by one, or the rows of a table and the places of its lines. */
export function tablesIn(
  lines: readonly SetLine[],
  given: ColumnReading = {},
): readonly { readonly places: readonly number[]; readonly rows?: readonly GridRow[] }[] {
  const found: { places: readonly number[]; rows?: readonly GridRow[] }[] = [];
  for (let place = 0; place < lines.length; place += 1) {
    const region = regionAt(lines, place, given);
    if (!region) {
      found.push({ places: [place] });
      continue;
    }
    const grid = region.map((at, order): GridLine => {
      const line = lines[at];
      const blank = order > 0 && at - (region[order - 1] ?? at) > 1;
      return { pieces: line?.pieces ?? [], gapAbove: line?.gapAbove ?? blank };
    });
    const rows = gridRows(grid, {
      unit: 1,
      ...(given.knows ? { knows: given.knows } : {}),
      ...(given.exact ? { exact: given.exact } : {}),
    });
    found.push({ places: region, rows });
    place = region.at(-1) ?? place;
  }
  return found;
}

/** The places of the lines of a table that begins here; null where none does. */
function regionAt(lines: readonly SetLine[], from: number, given: ColumnReading): number[] | null {
  if ((lines[from]?.pieces.length ?? 0) === 0) return null;
  const pieces = { at: (place: number) => lines[place]?.pieces ?? [] };
  const apart = (at: number) => given.apart?.(lines[at]?.text ?? "") === true;
  const several = (at: number) => pieces.at(at).length >= 2 && !apart(at);
  // Cells set about their middle may begin above the line that shows the columns.
  let head = from;
  while (!several(head) && head - from < 3 && pieces.at(head + 1).length > 0) head += 1;
  if (!several(head)) return null;
  const sample = lines
    .slice(head, head + 8)
    .map(({ pieces: words }) => words)
    .filter((line) => line.length >= 2 || (line[0]?.x ?? 0) > 2);
  const inColumns = (at: number, columns: readonly { start: number; end: number }[]) =>
    pieces
      .at(at)
      .every(
        ({ x, end }, order) =>
          (order > 0 || x >= (columns[1]?.start ?? 0) - 1 || end < (columns[1]?.start ?? 0)) &&
          columns.some((column) => x >= column.start - 1 && x <= column.end),
      );
  let columns = columnsOf(gridOf(sample), 1);
  if (columns.length < 2) return null;
  for (let at = from; at < head; at += 1) {
    const [only] = pieces.at(at);
    const start = columns[1]?.start ?? 0;
    if (given.exact && only?.runs.some(({ x }, order) => order > 0 && Math.abs(x - start) <= 0.6)) continue;
    if (!only || apart(at) || only.x < (columns[1]?.start ?? 0) - 1) return null;
  }
  const onlyValue = (at: number, start: number) =>
    pieces.at(at).length === 1 && (pieces.at(at)[0]?.x ?? 0) >= start - 1;
  const valueNear = (at: number, start: number) =>
    multiple > 1 && [at - 1, at + 1, at + 2].some((near) => onlyValue(near, start));
  const region: number[] = [];
  let multiple = 0;
  let last = head;
  for (let at = from; at < lines.length; at += 1) {
    const words = pieces.at(at);
    if (words.length === 0) {
      if (lines[at]?.row === true || at - last > 2) break;
      continue;
    }
    if (apart(at)) break;
    const blank = at - last > 1 && at > head;
    const start = columns[1]?.start ?? 0;
    const soon = [at + 1, at + 2, at + 3].some(
      (next) =>
        several(next) &&
        pieces
          .at(next)
          .some(
            ({ x }, order) =>
              order > 0 && columns.some((one, which) => which > 0 && Math.abs(x - one.start) <= 1),
          ),
    );
    const labelled =
      (given.exact === true &&
        words.length === 1 &&
        words[0]?.runs.some(({ x }, order) => order > 0 && Math.abs(x - start) <= 0.6) === true) ||
      (given.knows !== undefined && words.length === 1 && labelBefore(words[0], start, given.knows));
    // A first cell filled to its border leaves no wide space before the next, which begins where its column does.
    const filled =
      multiple > 1 &&
      !blank &&
      soon &&
      words[0]?.runs.some(({ x }, order) => order > 0 && x === start) === true;
    const shares =
      labelled ||
      filled ||
      (words.length >= 2 &&
        words.some(
          ({ x, end }, order) =>
            order > 0 && columns.some((one, which) => which > 0 && x < one.end + 1 && end > one.start - 1),
        ));
    const [only] = words;
    const inValue = words.length === 1 && only !== undefined && only.x >= (columns[1]?.start ?? 0) - 1;
    const inFirst =
      words.length === 1 &&
      only !== undefined &&
      only.end < (columns[1]?.start ?? 0) &&
      (soon ||
        (!blank && hangs(pieces.at(at - 1)[0], only)) ||
        (!blank && (/^[\p{Ll}(]/u.test(only.text) || given.knows !== undefined || valueNear(at, start))));
    if (at >= head && !(shares || (inValue && (!blank || soon)) || (inFirst && (!blank || soon)))) break;
    if (blank && words.length < 2 && !soon && !inValue) break;
    region.push(at);
    last = at;
    if (words.length >= 2 || labelled) {
      multiple += 1;
      columns = columnsOf(gridOf(region.slice(-30).map((one) => pieces.at(one))), 1);
    }
  }
  const aligned = region.filter((at) => pieces.at(at).length >= 2 && inColumns(at, columns)).length;
  const known =
    region.some((at) => given.knows?.(pieces.at(at)[0]?.text ?? "") === true) ||
    given.heads?.(pieces.at(head)[0]?.text ?? "") === true;
  const enough = columns.length > 2 || known || given.exact ? 2 : 3;
  const outside = region.filter((at) =>
    pieces.at(at).some(({ x }) => x >= (columns[1]?.start ?? 0) - 1),
  ).length;
  if (multiple < enough || aligned < multiple * 0.6 || outside < region.length * 0.3) return null;
  return region;
}

/** Words below a numbered cell, set in as far as its words, or below a cell that stops in its middle. */
function hangs(above: PlacedWords | undefined, words: PlacedWords): boolean {
  const [label, first] = above?.runs ?? [];
  if (!above || !label) return false;
  const under = first !== undefined && listLabel.test(label.text) && words.x === first.x;
  return (
    under || (words.x === above.x && /(?:[-–,&/]|\b(?:and|of|the|for|to|in|on|with))$/i.test(above.text))
  );
}

/** A label filled to its border, and its value where the next column begins: “Date decision to be taken 15 Apr”. */
function labelBefore(
  words: PlacedWords | undefined,
  start: number,
  knows: (first: string) => boolean,
): boolean {
  const at = words?.runs.findIndex(({ x }, order) => order > 0 && Math.abs(x - start) <= 1) ?? -1;
  return (
    at > 0 &&
    knows(
      (words?.runs ?? [])
        .slice(0, at)
        .map(({ text }) => text)
        .join(" "),
    )
  );
}

const gridOf = (lines: readonly (readonly PlacedWords[])[]): GridLine[] =>
  lines.map((pieces) => ({ pieces, gapAbove: false }));
