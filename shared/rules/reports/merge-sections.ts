import {
  type Block,
  type List,
  type ListItem,
  type Run,
  renderSectionHtml,
  type SectionContent,
  type Table,
  type TableCell,
  type TableRow,
} from "../../contracts/section-content.ts";
import { mergeSequences, type Stretch } from "./merge-sequences.ts";

/** A piece of a merged section: agreed, or changed by both sides in ways that only a person can settle. */
export type MergedPiece =
  | { readonly kind: "agreed"; readonly content: SectionContent }
  | {
      readonly kind: "conflict";
      readonly base: SectionContent;
      readonly yours: SectionContent;
      readonly theirs: SectionContent;
    };

/**
 * Merges two changes of a section by block; inside a block that both changed by list item, table row, cell and
 * word. What neither rule settles is a conflict: nothing is guessed, and nothing of either side is left out.
 * Pieces come in the section's order, neighbours of one kind joined.
 */
export function mergeSections(
  base: SectionContent,
  yours: SectionContent,
  theirs: SectionContent,
): MergedPiece[] {
  const pieces: MergedPiece[] = [];
  for (const stretch of mergeSequences(base, yours, theirs, spellBlock)) {
    for (const piece of refined(stretch)) add(pieces, piece);
  }
  return pieces;
}

function add(pieces: MergedPiece[], piece: MergedPiece): void {
  const last = pieces.at(-1);
  if (piece.kind === "agreed") {
    if (piece.content.length === 0) return;
    if (last?.kind === "agreed") {
      pieces[pieces.length - 1] = { kind: "agreed", content: [...last.content, ...piece.content] };
      return;
    }
  } else if (last?.kind === "conflict") {
    pieces[pieces.length - 1] = {
      kind: "conflict",
      base: [...last.base, ...piece.base],
      yours: [...last.yours, ...piece.yours],
      theirs: [...last.theirs, ...piece.theirs],
    };
    return;
  }
  pieces.push(piece);
}

/**
 * A stretch that both sides changed, block by block. Where both kept the number of blocks they are compared one by
 * one; else each side's blocks are matched with those of the base that they came from, and what is left over was
 * added. A block that was rewritten beyond recognition leaves the stretch one question.
 */
function refined(stretch: Stretch<Block>): MergedPiece[] {
  if (stretch.settled) return [{ kind: "agreed", content: stretch.items }];
  const { base, yours, theirs } = stretch;
  if (base.length === yours.length && base.length === theirs.length)
    return base.map((before, index) => mergeDescendants(before, yours[index] ?? null, theirs[index] ?? null));
  if (base.length * Math.max(yours.length, theirs.length) > alignedAtMost)
    return [{ kind: "conflict", base, yours, theirs }];
  const mine = descendants(base, yours);
  const others = descendants(base, theirs);
  if (isRewritten(mine) || isRewritten(others)) return [{ kind: "conflict", base, yours, theirs }];
  const pieces: MergedPiece[] = [];
  for (let place = 0; place <= base.length; place++) {
    pieces.push(mergeAdded(mine.added[place] ?? [], others.added[place] ?? []));
    const before = base[place];
    if (before) pieces.push(mergeDescendants(before, mine.kept[place] ?? null, others.kept[place] ?? null));
  }
  return pieces;
}

/** Whether a block went where another was added: it may be the same one in other words. */
function isRewritten({ kept, added }: Descendants): boolean {
  const isAdded = (place: number): boolean => (added[place]?.length ?? 0) > 0;
  return kept.some((block, place) => block === null && (isAdded(place) || isAdded(place + 1)));
}

/** As many comparisons of blocks as are made; beyond that a stretch is one question. */
const alignedAtMost = 10_000;

function mergeAdded(yours: SectionContent, theirs: SectionContent): MergedPiece {
  const same = renderSectionHtml(yours) === renderSectionHtml(theirs);
  if (same || theirs.length === 0) return { kind: "agreed", content: yours };
  return yours.length === 0
    ? { kind: "agreed", content: theirs }
    : { kind: "conflict", base: [], yours, theirs };
}

function mergeDescendants(base: Block, yours: Block | null, theirs: Block | null): MergedPiece {
  const spell = (block: Block | null): string => (block ? spellBlock(block) : "");
  const conflict: MergedPiece = {
    kind: "conflict",
    base: [base],
    yours: yours ? [yours] : [],
    theirs: theirs ? [theirs] : [],
  };
  if (yours && theirs) {
    const merged = mergeBlock(base, yours, theirs);
    return merged ? { kind: "agreed", content: [merged] } : conflict;
  }
  const clear = settled(base, yours, theirs, spell);
  return clear === undefined ? conflict : { kind: "agreed", content: clear ? [clear] : [] };
}

/** What became of the base's blocks on one side. */
interface Descendants {
  /** For each block of the base, the block it became; null when it was taken out. */
  readonly kept: readonly (Block | null)[];
  /** Blocks added before each block of the base, and after the last. */
  readonly added: readonly SectionContent[];
}

/** Matches blocks in order, so that they have as much in common as possible. */
function descendants(base: SectionContent, side: SectionContent): Descendants {
  const alike = base.map((before) => side.map((after) => likeness(before, after)));
  const best = Array.from({ length: base.length + 1 }, () => new Array<number>(side.length + 1).fill(0));
  const at = (row: number, column: number): number => best[row]?.[column] ?? 0;
  for (let row = base.length - 1; row >= 0; row--) {
    for (let column = side.length - 1; column >= 0; column--) {
      const both = alike[row]?.[column] ?? 0;
      const matched = both > 0 ? both + at(row + 1, column + 1) : 0;
      (best[row] as number[])[column] = Math.max(matched, at(row + 1, column), at(row, column + 1));
    }
  }
  const kept: (Block | null)[] = base.map(() => null);
  const added: Block[][] = Array.from({ length: base.length + 1 }, () => []);
  let row = 0;
  let column = 0;
  while (column < side.length) {
    const both = alike[row]?.[column] ?? 0;
    if (row < base.length && both > 0 && at(row, column) === both + at(row + 1, column + 1)) {
      kept[row] = side[column] ?? null;
      row++;
      column++;
    } else if (row < base.length && at(row, column) === at(row + 1, column)) row++;
    else {
      added[row]?.push(side[column] as Block);
      column++;
    }
  }
  return { kept, added };
}

/** How much two blocks have in common, from 0 to 1; 0 below a third, or when they are of different kinds. */
function likeness(left: Block, right: Block): number {
  if (left.kind !== right.kind) return 0;
  const [html, other] = [spellBlock(left), spellBlock(right)];
  if (html === other) return 1;
  const words = bagOf(html);
  const others = bagOf(other);
  let common = 0;
  for (const [word, count] of words) common += Math.min(count, others.get(word) ?? 0);
  const total = sum(words) + sum(others);
  const share = total === 0 ? 1 : (2 * common) / total;
  return share >= 1 / 3 ? share : 0;
}

function bagOf(html: string): Map<string, number> {
  const bag = new Map<string, number>();
  for (const word of html.replace(/<[^>]*>/g, " ").match(/\S+/g) ?? [])
    bag.set(word, (bag.get(word) ?? 0) + 1);
  return bag;
}

function sum(bag: ReadonlyMap<string, number>): number {
  return [...bag.values()].reduce((total, count) => total + count, 0);
}

function spellBlock(block: Block): string {
  return renderSectionHtml([block]);
}

/** One of two values where at most one differs from the base; undefined where both do. */
function settled<T>(base: T, yours: T, theirs: T, spell: (value: T) => string = String): T | undefined {
  const [before, mine, other] = [spell(base), spell(yours), spell(theirs)];
  if (mine === other || other === before) return yours;
  return mine === before ? theirs : undefined;
}

/** Merges a sequence whose unsettled stretches can be merged item by item; null where one cannot. */
function mergeAll<T>(
  base: readonly T[],
  yours: readonly T[],
  theirs: readonly T[],
  spell: (item: T) => string,
  mergeOne: (base: T, yours: T, theirs: T) => T | null,
): T[] | null {
  const merged: T[] = [];
  for (const stretch of mergeSequences(base, yours, theirs, spell)) {
    if (stretch.settled) {
      merged.push(...stretch.items);
      continue;
    }
    if (stretch.base.length !== stretch.yours.length || stretch.base.length !== stretch.theirs.length)
      return null;
    for (const [index, before] of stretch.base.entries()) {
      const [mine, other] = [stretch.yours[index] as T, stretch.theirs[index] as T];
      const one = settled(before, mine, other, spell) ?? mergeOne(before, mine, other);
      if (one === null) return null;
      merged.push(one);
    }
  }
  return merged;
}

function mergeBlock(base: Block, yours: Block, theirs: Block): Block | null {
  const clear = settled(base, yours, theirs, spellBlock);
  if (clear) return clear;
  if (base.kind === "paragraph" && yours.kind === "paragraph" && theirs.kind === "paragraph") {
    const runs = mergeWords(base.runs, yours.runs, theirs.runs);
    return runs && { kind: "paragraph", runs };
  }
  if (base.kind === "heading" && yours.kind === "heading" && theirs.kind === "heading") {
    const level = settled(base.level, yours.level, theirs.level);
    const runs = mergeWords(base.runs, yours.runs, theirs.runs);
    return runs && level ? { kind: "heading", level, runs } : null;
  }
  if (base.kind === "list" && yours.kind === "list" && theirs.kind === "list")
    return mergeLists(base, yours, theirs);
  if (base.kind === "table" && yours.kind === "table" && theirs.kind === "table")
    return mergeTables(base, yours, theirs);
  return null;
}

function mergeLists(base: List, yours: List, theirs: List): List | null {
  const style = settled(base.style, yours.style, theirs.style);
  const start = settled(base.start ?? 1, yours.start ?? 1, theirs.start ?? 1);
  const items = mergeAll(base.items, yours.items, theirs.items, spellItem, mergeItems);
  if (style === undefined || start === undefined || !items || items.length === 0) return null;
  return { kind: "list", style, ...(style !== "bullet" && start !== 1 ? { start } : {}), items };
}

function mergeItems(base: ListItem, yours: ListItem, theirs: ListItem): ListItem | null {
  const runs = mergeWords(base.runs, yours.runs, theirs.runs);
  const lists = mergeAll(base.lists, yours.lists, theirs.lists, spellBlock, mergeLists);
  return runs && lists ? { runs, lists } : null;
}

function spellItem(item: ListItem): string {
  return spellBlock({ kind: "list", style: "bullet", items: [item] });
}

function mergeTables(base: Table, yours: Table, theirs: Table): Table | null {
  const caption = settled(base.caption ?? "", yours.caption ?? "", theirs.caption ?? "");
  const headerRows = settled(base.headerRows, yours.headerRows, theirs.headerRows);
  // A cell that spans rows belongs to all of them: such a table is one thing, not rows that come and go.
  const spans = [base, yours, theirs].some(({ rows }) =>
    rows.some(({ cells }) => cells.some(({ rowSpan }) => rowSpan !== undefined)),
  );
  const sameShape = base.rows.length === yours.rows.length && base.rows.length === theirs.rows.length;
  if (caption === undefined || headerRows === undefined || (spans && !sameShape)) return null;
  const rows = mergeAll(base.rows, yours.rows, theirs.rows, spellRow, mergeRows);
  if (!rows || rows.length === 0) return null;
  return { kind: "table", ...(caption === "" ? {} : { caption }), headerRows, rows };
}

function mergeRows(base: TableRow, yours: TableRow, theirs: TableRow): TableRow | null {
  const draft = settled(base.draft === true, yours.draft === true, theirs.draft === true);
  const count = base.cells.length;
  if (draft === undefined || yours.cells.length !== count || theirs.cells.length !== count) return null;
  const cells: TableCell[] = [];
  for (const [index, before] of base.cells.entries()) {
    const [mine, other] = [yours.cells[index] as TableCell, theirs.cells[index] as TableCell];
    const cell = settled(before, mine, other, spellCell) ?? mergeCells(before, mine, other);
    if (!cell) return null;
    cells.push(cell);
  }
  return { ...(draft ? { draft: true } : {}), cells };
}

function mergeCells(base: TableCell, yours: TableCell, theirs: TableCell): TableCell | null {
  const columnSpan = settled(base.columnSpan ?? 1, yours.columnSpan ?? 1, theirs.columnSpan ?? 1);
  const rowSpan = settled(base.rowSpan ?? 1, yours.rowSpan ?? 1, theirs.rowSpan ?? 1);
  const paragraphs = mergeAll(base.paragraphs, yours.paragraphs, theirs.paragraphs, spellRuns, mergeWords);
  if (columnSpan === undefined || rowSpan === undefined || !paragraphs) return null;
  return {
    paragraphs,
    ...(columnSpan > 1 ? { columnSpan } : {}),
    ...(rowSpan > 1 ? { rowSpan } : {}),
  };
}

function spellRow(row: TableRow): string {
  return spellBlock({ kind: "table", headerRows: 0, rows: [row] });
}

function spellCell(cell: TableCell): string {
  return spellRow({ cells: [cell] });
}

function spellRuns(runs: readonly Run[]): string {
  return spellBlock({ kind: "paragraph", runs });
}

/** Merges two changes of one paragraph by word, each with its look; null where both changed the same words. */
function mergeWords(base: readonly Run[], yours: readonly Run[], theirs: readonly Run[]): Run[] | null {
  const stretches = mergeSequences(wordsOf(base), wordsOf(yours), wordsOf(theirs), spellWord, "unsettled");
  const runs: Run[] = [];
  for (const stretch of stretches) {
    if (!stretch.settled) return null;
    for (const word of stretch.items) {
      const last = runs.at(-1);
      if (last && lookOf(last) === lookOf(word))
        runs[runs.length - 1] = { ...last, text: last.text + word.text };
      else runs.push(word);
    }
  }
  return runs.some(({ text }) => text.trim() !== "") ? runs : null;
}

/** Words, and the white space between them, each as a run of its own. */
function wordsOf(runs: readonly Run[]): Run[] {
  return runs.flatMap((run) => (run.text.match(/\s+|\S+/g) ?? []).map((text) => ({ ...run, text })));
}

function spellWord(run: Run): string {
  return `${lookOf(run)}/${run.text}`;
}

function lookOf({ bold, italic, href }: Run): string {
  return `${bold ? "b" : ""}${italic ? "i" : ""}${href ?? ""}`;
}
