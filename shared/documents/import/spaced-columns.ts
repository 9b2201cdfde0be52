import { columnsOf, type GridLine, gridRows, type PlacedWords } from "./column-grid.ts";
import type { LineLedger } from "./line-ledger.ts";
import { isTableRow, type PaperLine } from "./paper-lines.ts";

/** A label of a list stands apart from its words and is no column of its own. */
const listLabel =
  /^(?:[•●◦▪■–—*-]|o|No\.?|#|[\uE000-\uF8FF]|\(?(?:\d{1,3}|[A-Za-z]|[ivxIVX]{1,5})[.)]|\d{1,2}(?:\.\d{1,2})+\.?)$/;

/** The words of a line that stand together, parted where two spaces and more stand between them. */
export function piecesOf(text: string): PlacedWords[] {
  const pieces: { x: number; end: number; text: string; runs: { x: number; text: string }[] }[] = [];
  for (const match of text.matchAll(/\S+(?: \S+)*/g)) {
    const runs = [...match[0].matchAll(/\S+/g)].map((word) => ({
      x: match.index + word.index,
      text: word[0],
    }));
    const last = pieces.at(-1);
    if (last && pieces.length === 1 && listLabel.test(last.text)) {
      last.end = match.index + match[0].length;
      last.text = `${last.text} ${match[0]}`;
      last.runs.push(...runs);
    } else pieces.push({ x: match.index, end: match.index + match[0].length, text: match[0], runs });
  }
  return pieces;
}

/** What a reader knows of the tables in its papers. */
export interface ColumnReading {
  /** Lines of a cell keep a line each, below the line with the row's first cell. */
  readonly keepLines?: true;
  /** Whether the words of a first cell are, as a whole, a label that is known. */
  readonly knows?: (first: string) => boolean;
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
  const result: PaperLine[] = [];
  const pieces = lines.map(({ text }) => (isTableRow(text) ? [] : piecesOf(text.trimEnd())));
  for (let place = 0; place < lines.length; place += 1) {
    const line = lines[place];
    if (!line) continue;
    const region = regionAt(lines, pieces, place, given);
    if (!region) {
      result.push(line);
      continue;
    }
    const filled = region.filter((at) => (pieces[at]?.length ?? 0) > 0);
    const grid = filled.map(
      (at, order): GridLine => ({
        pieces: pieces[at] ?? [],
        gapAbove: order > 0 && at - (filled[order - 1] ?? at) > 1,
      }),
    );
    const rows = gridRows(grid, { unit: 1, ...(given.knows ? { knows: given.knows } : {}) });
    if ((lines[place - 1]?.text ?? "").trim() !== "") result.push({ number: line.number, text: "" });
    for (const { cells, lineCells, from, to } of rows) {
      const numbers = filled.slice(from, to + 1).map((at) => lines[at]?.number ?? line.number);
      if (!given.keepLines) {
        for (const number of numbers) ledger.read(number);
        result.push({ number: numbers[0] ?? line.number, text: `${cells.join("\t")}\t` });
        continue;
      }
      const values = lineCells
        .map((row, at) => ({ number: numbers[at] ?? line.number, rest: row.slice(1) }))
        .filter(({ rest }) => rest.some((cell) => cell !== ""));
      for (const number of numbers) if (!values.some((value) => value.number === number)) ledger.read(number);
      const [top = { number: numbers[0] ?? line.number, rest: cells.slice(1) }, ...below] = values;
      result.push({ number: top.number, text: `${[cells[0], ...top.rest].join("\t")}\t` });
      for (const { number, rest } of below) result.push({ number, text: `${["", ...rest].join("\t")}\t` });
    }
    place = region.at(-1) ?? place;
    if ((lines[place + 1]?.text ?? "").trim() !== "")
      result.push({ number: lines[place]?.number ?? line.number, text: "" });
  }
  return result;
}

/** The places of the lines of a table that begins here; null where none does. */
function regionAt(
  lines: readonly PaperLine[],
  pieces: readonly (readonly PlacedWords[])[],
  from: number,
  given: ColumnReading,
): number[] | null {
  if ((pieces[from]?.length ?? 0) === 0) return null;
  const apart = (at: number) => given.apart?.(lines[at]?.text.trim() ?? "") === true;
  const several = (at: number) => (pieces[at]?.length ?? 0) >= 2 && !apart(at);
  // Cells set about their middle may begin above the line that shows the columns.
  let head = from;
  while (!several(head) && head - from < 3 && (pieces[head + 1]?.length ?? 0) > 0) head += 1;
  if (!several(head)) return null;
  const sample = pieces.slice(head, head + 8).filter((line) => line.length >= 2 || (line[0]?.x ?? 0) > 2);
  const inColumns = (at: number, columns: readonly { start: number; end: number }[]) =>
    (pieces[at] ?? []).every(
      ({ x, end }, order) =>
        (order > 0 || x >= (columns[1]?.start ?? 0) - 1 || end < (columns[1]?.start ?? 0)) &&
        columns.some((column) => x >= column.start - 1 && x <= column.end),
    );
  let columns = columnsOf(gridOf(sample), 1);
  if (columns.length < 2) return null;
  for (let at = from; at < head; at += 1) {
    const [only] = pieces[at] ?? [];
    if (!only || apart(at) || only.x < (columns[1]?.start ?? 0) - 1) return null;
  }
  const onlyValue = (at: number, start: number) =>
    (pieces[at]?.length ?? 0) === 1 && (pieces[at]?.[0]?.x ?? 0) >= start - 1;
  const valueNear = (at: number, start: number) =>
    multiple > 1 && [at - 1, at + 1, at + 2].some((near) => onlyValue(near, start));
  const region: number[] = [];
  let multiple = 0;
  let last = head;
  for (let at = from; at < lines.length; at += 1) {
    const words = pieces[at] ?? [];
    if (words.length === 0) {
      if (isTableRow(lines[at]?.text ?? "") || at - last > 2) break;
      continue;
    }
    if (apart(at)) break;
    const blank = at - last > 1 && at > head;
    const start = columns[1]?.start ?? 0;
    const labelled =
      given.knows !== undefined && words.length === 1 && labelBefore(words[0], start, given.knows);
    const shares =
      labelled ||
      (words.length >= 2 &&
        words.some(
          ({ x, end }, order) =>
            order > 0 && columns.some((one, which) => which > 0 && x < one.end + 1 && end > one.start - 1),
        ));
    const soon = [at + 1, at + 2, at + 3].some(
      (next) =>
        several(next) &&
        (pieces[next] ?? []).some(
          ({ x }, order) =>
            order > 0 && columns.some((one, which) => which > 0 && Math.abs(x - one.start) <= 1),
        ),
    );
    const [only] = words;
    const inValue = words.length === 1 && only !== undefined && only.x >= (columns[1]?.start ?? 0) - 1;
    const inFirst =
      words.length === 1 &&
      only !== undefined &&
      only.end < (columns[1]?.start ?? 0) &&
      (soon ||
        (!blank && hangs(pieces[at - 1]?.[0], only)) ||
        (!blank && (/^[\p{Ll}(]/u.test(only.text) || given.knows !== undefined || valueNear(at, start))));
    if (at >= head && !(shares || (inValue && (!blank || soon)) || (inFirst && (!blank || soon)))) break;
    if (blank && words.length < 2 && !soon && !inValue) break;
    region.push(at);
    last = at;
    if (words.length >= 2 || labelled) {
      multiple += 1;
      columns = columnsOf(gridOf(region.slice(-30).map((one) => pieces[one] ?? [])), 1);
    }
  }
  const aligned = region.filter((at) => (pieces[at]?.length ?? 0) >= 2 && inColumns(at, columns)).length;
  const known =
    region.some((at) => given.knows?.(pieces[at]?.[0]?.text ?? "") === true) ||
    given.heads?.(pieces[head]?.[0]?.text ?? "") === true;
  const enough = columns.length > 2 || known ? 2 : 3;
  const outside = region.filter((at) =>
    (pieces[at] ?? []).some(({ x }) => x >= (columns[1]?.start ?? 0) - 1),
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
