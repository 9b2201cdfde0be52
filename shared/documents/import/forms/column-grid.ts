import { cellBreak } from "../lines/paper-lines.ts";

/** Words that stand together on a line, and where: in letters of a text, or in points of a page. */
export interface PlacedWords {
  readonly x: number;
  readonly end: number;
  readonly text: string;
  /** The words one by one, where a cell that is filled to its border may have to be parted. */
  readonly runs: readonly { readonly x: number; readonly text: string }[];
}

/** A line of a table: its words from left to right. */
export interface GridLine {
  readonly pieces: readonly PlacedWords[];
  /** More space stands above it than between the lines of one cell. */
  readonly gapAbove: boolean;
}

/** A row with a cell for every column, and the lines it was made of. */
export interface GridRow {
  readonly cells: readonly string[];
  /** The cells of each of its lines. */
  readonly lineCells: readonly (readonly string[])[];
  /** Places of its first and last line. */
  readonly from: number;
  readonly to: number;
}

/** How the lines of a table are to be read. */
export interface GridReading {
  /** How wide a letter is. */
  readonly unit: number;
  /** The runs of a line are texts that were set one by one, so that each begins where its cell does. */
  readonly exact?: true;
  /** Whether the words of a first cell are, as a whole, a label that is known. */
  readonly knows?: (first: string) => boolean;
}

interface Column {
  start: number;
  end: number;
}

/**
 * The rows of a table that was printed without borders. Columns are where words stand one below the other; a row may
 * take several lines, its cells set at its top or about its middle, as word processors do both.
 */
export function gridRows(lines: readonly GridLine[], given: GridReading): GridRow[] {
  const columns = columnsOf(lines, given.unit);
  const cells = lines.map((line) => cellsIn(line, columns, given));
  const gaps = lines.map(({ gapAbove }, at) => at > 0 && gapAbove);
  // Two labels and more that are known make a table of labels; one may be a word of any table.
  const labelled = cells.filter(([first = ""]) => given.knows?.(first) === true).length > 1;
  const { knows, ...without } = given;
  const known = new Map<string, boolean>();
  const reading: GridReading =
    labelled && knows
      ? {
          ...given,
          knows: (first) => {
            const held = known.get(first) ?? knows(first);
            known.set(first, held);
            return held;
          },
        }
      : without;
  const top = bestRows(cells, gaps, "top", reading);
  // A cell set about its middle leaves a line without its first cell.
  const middle = cells.some(([first]) => !first) ? bestRows(cells, gaps, "middle", reading) : null;
  const best = middle && middle.cost < top.cost - 0.5 ? middle : top;
  return best.starts.map((from, at): GridRow => {
    const to = (best.starts[at + 1] ?? lines.length) - 1;
    const lineCells = cells.slice(from, to + 1);
    return { from, to, lineCells, cells: columns.map((_, column) => joinedCell(lineCells, column)) };
  });
}

function joinedCell(lines: readonly (readonly string[])[], column: number): string {
  return lines
    .map((line) => line[column] ?? "")
    .filter((cell) => cell !== "")
    .join(cellBreak);
}

/** Where the columns stand: first by the lines with the most cells; words that span several columns make none. */
export function columnsOf(
  lines: readonly GridLine[],
  unit: number,
): readonly { start: number; end: number }[] {
  const columns: Column[] = [];
  const touches = (column: Column, piece: PlacedWords) =>
    piece.x < column.end + unit * 0.5 && piece.end > column.start - unit * 0.5;
  const most = lines.reduce((count, { pieces }) => Math.max(count, pieces.length), 0);
  for (let count = most; count > 0; count -= 1) {
    for (const { pieces } of lines) {
      if (pieces.length !== count) continue;
      for (const piece of pieces) {
        const touched = columns.filter((column) => touches(column, piece));
        const [only] = touched;
        if (touched.length > 1) continue;
        if (!only) columns.push({ start: piece.x, end: piece.end });
        else {
          const wider = { start: Math.min(only.start, piece.x), end: Math.max(only.end, piece.end) };
          const clash = columns.some(
            (other) => other !== only && wider.start < other.end && wider.end > other.start,
          );
          if (!clash) Object.assign(only, wider);
        }
      }
    }
  }
  columns.sort((a, b) => a.start - b.start);
  // Words over several columns begin where the first of them does.
  for (const piece of lines.flatMap(({ pieces }) => pieces)) {
    const first = columns.findIndex((column) => touches(column, piece));
    const column = columns[first];
    if (column && piece.x < column.start && piece.x > (columns[first - 1]?.end ?? Number.NEGATIVE_INFINITY))
      column.start = piece.x;
  }
  return withoutHalves(columns, lines, unit);
}

/** A head set left over figures set right looks like a column of its own: it holds one line, and no line fills both. */
function withoutHalves(columns: Column[], lines: readonly GridLine[], unit: number): Column[] {
  const linesOf = (column: Column) =>
    lines.flatMap(({ pieces }, at) =>
      pieces.some(({ x, end }) => x >= column.start - 0.01 && end <= column.end + 0.01) ? [at] : [],
    );
  const kept: Column[] = [];
  for (const column of columns) {
    const last = kept.at(-1);
    const [here, there] = [linesOf(column), last ? linesOf(last) : []];
    const half = Math.min(here.length, there.length) === 1 && !here.some((line) => there.includes(line));
    if (last && half && column.start - last.end < unit * 6) last.end = column.end;
    else kept.push({ ...column });
  }
  return kept;
}

function cellsIn(
  { pieces }: GridLine,
  columns: readonly Column[],
  { unit, knows, exact }: GridReading,
): string[] {
  const cells = columns.map(() => "");
  const put = (column: number, text: string) => {
    cells[column] = `${cells[column] ?? ""} ${text.trim()}`.trim();
  };
  for (const piece of pieces) {
    if (exact) {
      let column = columnAt(columns, piece.x, piece.end);
      for (const [at, run] of piece.runs.entries()) {
        const begins = at > 0 ? columns.findIndex(({ start }) => Math.abs(start - run.x) <= unit * 0.6) : -1;
        if (begins > column) column = begins;
        put(column, run.text);
      }
      continue;
    }
    const apart = apartInColumns(piece, columns, unit);
    if (apart) {
      for (const { column, text } of apart) put(column, text);
      continue;
    }
    const home = columnAt(columns, piece.x, piece.end);
    const next = columns[home + 1];
    // A label filled to its border leaves no wide space: the next cell begins where its column does.
    const before = (at: number) =>
      piece.runs
        .slice(0, at)
        .map(({ text }) => text)
        .join(" ");
    const parts =
      next && home === 0 && piece.end >= next.start + unit
        ? piece.runs.findIndex(
            ({ x }, at) =>
              at > 0 &&
              (Math.abs(x - next.start) <= unit * 0.5 ||
                (Math.abs(x - next.start) <= unit && knows?.(before(at)) === true)),
          )
        : -1;
    if (parts > 0) {
      put(home, before(parts));
      put(
        home + 1,
        piece.runs
          .slice(parts)
          .map(({ text }) => text)
          .join(" "),
      );
    } else put(home, piece.text);
  }
  return cells;
}

/** A head whose columns stand close: each of its words falls into one of three columns and more, and none between. */
function apartInColumns(
  piece: PlacedWords,
  columns: readonly Column[],
  unit: number,
): { readonly column: number; readonly text: string }[] | null {
  const touched = columns.filter((column) => piece.x < column.end && piece.end > column.start);
  if (touched.length < 3) return null;
  const words = piece.runs.map(({ x, text }) => ({
    x,
    text,
    column: Math.max(
      0,
      columns.findLastIndex(({ start }) => start <= x + unit),
    ),
  }));
  const fits =
    words.every(
      ({ x, column }, at) =>
        words[at - 1]?.column === column || Math.abs((columns[column]?.start ?? 0) - x) <= unit * 0.5,
    ) && touched.every((column) => words.some((word) => columns[word.column] === column));
  return fits ? words : null;
}

/** The first column that words stand in, or the one they begin in. */
function columnAt(columns: readonly Column[], x: number, end: number): number {
  const within = columns.findIndex((column) => x < column.end && end > column.start);
  if (within >= 0) return within;
  return Math.max(
    0,
    columns.findLastIndex((column) => column.start <= x),
  );
}

/** A row takes at most this many lines; one with a label that is known, whose words end it, may take more. */
const tallestRow = 24;
const tallestLabelled = 40;

/** Where the rows begin, so that what stands in them looks most like cells. */
function bestRows(
  cells: readonly (readonly string[])[],
  gaps: readonly boolean[],
  set: "top" | "middle",
  given: GridReading,
): { readonly starts: readonly number[]; readonly cost: number } {
  const spaced = gaps.some((gap) => gap) && gaps.slice(1).some((gap) => !gap);
  const figures = cells.map((row) => row.map((cell) => figure.test(cell)));
  const costs: number[] = [0];
  const from: number[] = [0];
  for (let end = 1; end <= cells.length; end += 1) {
    let best = Number.POSITIVE_INFINITY;
    let begin = end - 1;
    for (
      let start = end - 1;
      start >= Math.max(0, end - (given.knows ? tallestLabelled : tallestRow));
      start -= 1
    ) {
      if (start < end - 1 && gaps[start + 1] && spaced && end - start > 12) break;
      const above = costs[start] ?? 0;
      const cost =
        above + rowCost(cells, gaps, { from: start, to: end - 1, set, spaced, figures }, given, best - above);
      if (cost < best) {
        best = cost;
        begin = start;
      }
    }
    costs[end] = best;
    from[end] = begin;
  }
  const starts: number[] = [];
  for (let end = cells.length; end > 0; end = from[end] ?? 0) starts.push(from[end] ?? 0);
  return { starts: starts.reverse(), cost: costs[cells.length] ?? 0 };
}

const figure = /^(?:[-–(]?[£$€]?[\d,.]+[%km)]?|[xX✓✔•]|yes|no|n\/a|-)$/i;
/** Figures, marks and addresses: their first letter tells nothing. */
const isPlain = (cell: string) => figure.test(cell) || /^\S+@\S+$|^(?:www\.|https?:)/i.test(cell);

const openEnd =
  /(?:[-–,&/(]|\b(?:a|an|the|of|to|and|or|for|in|on|at|by|with|from|is|be|this|that|which|its|their|a key|councillor|cllr\.?|mr|mrs|ms|dr))$/i;

/** Whether a line holds only a heading that ends with a colon, in its first cell. */
function isBand([first = "", ...rest]: readonly string[]): boolean {
  return /:-?$/.test(first) && rest.every((cell) => cell === "");
}

/** Whether a line fills every cell but the first, with words that begin with capitals. */
function isRowOfItsOwn(cells: readonly string[]): boolean {
  return cells.length > 2 && !cells[0] && cells.slice(1).every((cell) => /^\p{Lu}.*\p{Ll}/u.test(cell));
}

/** A row that is tried: its first and last line, how its cells are set, and what is known of all lines. */
interface TriedRow {
  readonly from: number;
  readonly to: number;
  readonly set: "top" | "middle";
  /** Rows stand apart somewhere in the table. */
  readonly spaced: boolean;
  /** Which cells of each line hold a figure. */
  readonly figures: readonly (readonly boolean[])[];
}

/** A label that is known speaks for a row by so much. */
const ofKnownLabel = 3;

/**
 * What speaks against a row from one line to another: words that belong together parted, or others joined.
 * @param most what a better row costs: beyond it, how much more does not matter.
 */
function rowCost(
  cells: readonly (readonly string[])[],
  gaps: readonly boolean[],
  { from, to, set, spaced, figures }: TriedRow,
  given: GridReading,
  most: number,
): number {
  const first = cells[from] ?? [];
  const width = first.length;
  let cost = 0;
  for (let column = 0; column < width; column += 1) {
    if (cost > most + ofKnownLabel) return cost;
    const filled: number[] = [];
    for (let line = from; line <= to; line += 1) if (cells[line]?.[column]) filled.push(line);
    const [begins] = filled;
    const ends = filled.at(-1);
    if (begins === undefined || ends === undefined) {
      // A row without its first cell goes with the row above, as rows of one meeting do below its day.
      if (column === 0) cost += !given.knows && isRowOfItsOwn(first) ? 1 : 3;
      continue;
    }
    if (set === "middle") {
      const away = Math.abs((begins + ends) / 2 - (from + to) / 2);
      cost += away > 0.5 ? 2 * Math.min(away, 3) : away * 0.4;
    } else {
      if (begins > from) cost += 2;
      cost += 1.5 * (ends - begins + 1 - filled.length);
    }
    for (const [at, line] of filled.entries()) {
      if (at > 0 && figures[line]?.[column] && figures[filled[at - 1] ?? -1]?.[column]) cost += 6;
    }
    const start = cells[begins]?.[column] ?? "";
    const above = cells[from - 1]?.[column] ?? "";
    if (from > 0 && /^\(/.test(start) && column === 0) cost += 2.5;
    if (from > 0 && /^\p{Ll}/u.test(start) && !isPlain(start)) cost += column === 0 ? 2.5 : 1.5;
    if (from > 0 && begins === from && above !== "" && openEnd.test(above) && !gaps[from]) cost += 2;
    if (from > 0 && (above.match(/\(/g) ?? []).length > (above.match(/\)/g) ?? []).length) cost += 2;
  }
  // Where rows stand apart, one cell close below a row is the rest of its first.
  const alone = first[0] && first.slice(1).every((cell) => cell === "");
  if (
    from > 0 &&
    from === to &&
    spaced &&
    !gaps[from] &&
    alone &&
    !isBand(first) &&
    !isBand(cells[from - 1] ?? [])
  )
    cost += 1.5;
  let before = first[0] ?? "";
  for (let line = from + 1; line <= to; line += 1) {
    if (cost > most + ofKnownLabel) return cost;
    const row = cells[line] ?? [];
    const filled = row.filter((cell) => cell !== "").length;
    if (gaps[line] && spaced) cost += row[0] && openEnd.test(before) ? 0.5 : 4;
    // A label that ended with its colon takes no more words.
    if (row[0] && /\S[:?]$/.test(before)) cost += 3;
    if (row[0]) before = `${before} ${row[0]}`.trim();
    // “Regular Reports:-” stands above rows and is none of theirs.
    if (!given.knows && (isBand(row) || isBand(cells[line - 1] ?? []))) cost += 4;
    const capital = row.every((cell) => cell === "" || !/^[\p{Ll}(&]/u.test(cell) || isPlain(cell));
    const own = !given.knows && isRowOfItsOwn(row);
    if (!(row[0] || own) || filled < 2 || !capital) continue;
    if (/^\(?\d{1,2}[.)]\s/.test(row[0] ?? "")) cost += 3;
    cost += (filled === width && width > 2) || own ? 3 : spaced ? 0.75 : 1.5;
  }
  if (given.knows) {
    const label = joinedCell(cells.slice(from, to + 1), 0);
    if (given.knows(label)) cost -= ofKnownLabel;
    else if (label !== "") cost += 1.5 + (to > from && given.knows(cells[from]?.[0] ?? "") ? 1 : 0);
  }
  return cost;
}
