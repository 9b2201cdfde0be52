import type {
  Block,
  List,
  ListItem,
  Run,
  SectionContent,
  Table,
  TableCell,
} from "../../contracts/section-content.ts";
import { safeAddress } from "./link-address.ts";
import { layOnGrid, type PlacedCell, withoutCoveredLines } from "./table-grid.ts";

/** Characters that no XML document may hold, and control characters that programs drop or change on the way. */
const notText = /[^\t\n\r\u0020-\u007E\u0085\u00A0-\uD7FF\uE000-\uFEFE\uFF00-\uFFFD\u{10000}-\u{10FFFF}]/gu;

/** Word numbers nine levels of a list; items below belong to the ninth. */
const listLevels = 9;

/** Word counts a list up to here. */
const lastNumber = 32_767;

/**
 * Brings content into its canonical form, so that equal contents have one spelling: white space is single spaces
 * with none at the ends of a block (a lone non-breaking space stays what it is), runs of one look are joined,
 * white space has the look of the words before it, blocks without words are left out, lists that touch and count
 * on are one list, nine levels deep at most, tables cover each place of their grid once, and a table of the
 * record stands in a section once. Headings keep italics and links; they are bold anyway.
 */
export function canonicalContent(content: SectionContent): SectionContent {
  const blocks: Block[] = [];
  const referred = new Set<string>();
  for (const block of content) {
    const canonical = canonicalBlock(block);
    if (!canonical) continue;
    if (canonical.kind === "tableReference") {
      if (referred.has(canonical.key)) continue;
      referred.add(canonical.key);
    }
    blocks.push(canonical);
  }
  return withListsJoined(blocks);
}

/** Bullet lists that touch are one list, and so are numbered ones of which the second counts on. */
function withListsJoined<B extends Block>(blocks: readonly B[]): B[] {
  const joined: B[] = [];
  for (const block of blocks) {
    const last = joined.at(-1);
    if (block.kind === "list" && last?.kind === "list" && countsOn(last, block)) {
      joined[joined.length - 1] = { ...last, items: [...last.items, ...block.items] };
    } else {
      joined.push(block);
    }
  }
  return joined;
}

function countsOn(list: List, next: List): boolean {
  if (list.style !== next.style) return false;
  return list.style === "bullet" || (next.start ?? 1) === (list.start ?? 1) + list.items.length;
}

function canonicalBlock(block: Block): Block | null {
  switch (block.kind) {
    case "heading": {
      const runs = canonicalRuns(
        block.runs.map(({ bold: _, ...run }) => ({
          ...run,
          text: run.text.replace(/[\r\n\u0085\u2028\u2029]/g, " "),
        })),
      );
      return runs.length > 0 ? { ...block, runs } : null;
    }
    case "paragraph": {
      const runs = canonicalRuns(block.runs);
      return runs.length > 0 ? { ...block, runs } : null;
    }
    case "list":
      return canonicalList(block, 1);
    case "table":
      return canonicalTable(block);
    case "tableReference": {
      const key = oneLine(block.key);
      return key === "" ? null : { ...block, key };
    }
  }
}

function canonicalList(list: List, level: number): List | null {
  const items: ListItem[] = [];
  for (const item of list.items) {
    const runs = canonicalRuns(item.runs);
    const lists = withListsJoined(
      item.lists.map((nested) => canonicalList(nested, level + 1)).filter((nested) => nested !== null),
    );
    if (runs.length > 0) {
      items.push({ runs, lists: level < listLevels ? lists : [] });
      if (level >= listLevels) for (const nested of lists) items.push(...nested.items);
    } else if (lists.length > 0) adopt(items, lists, level);
  }
  if (items.length === 0) return null;
  const { start, ...rest } = list;
  return list.style !== "bullet" && isStart(start) ? { ...rest, start, items } : { ...rest, items };
}

/** Whether a list says where it starts: a number from 0 that is not the usual 1. */
export function isStart(start: number | undefined): start is number {
  return Number.isInteger(start) && start !== 1 && (start ?? -1) >= 0 && (start ?? 0) <= lastNumber;
}

/** Lists without an item of their own above them belong to the item before, or stand in its place. */
function adopt(items: ListItem[], lists: readonly List[], level: number): void {
  const last = items.at(-1);
  if (last && level < listLevels) {
    items[items.length - 1] = { ...last, lists: withListsJoined([...last.lists, ...lists]) };
  } else for (const list of lists) items.push(...list.items);
}

function canonicalTable(table: Table): Table | null {
  const given = table.rows;
  if (given.every((row) => row.cells.length === 0)) return null;
  const headerRows = Math.max(0, Math.min(table.headerRows, given.length));
  const laid = layOnGrid(given, headerRows);
  const grid = withoutCoveredLines(laid);
  const kept = laid.rows.map((cells) => cells.length > 0);
  const flags = given.filter((_, index) => kept[index]).map(({ draft }) => draft);
  const caption = oneLine(table.caption ?? "");
  return {
    kind: "table",
    ...(caption ? { caption } : {}),
    headerRows: kept.slice(0, headerRows).filter(Boolean).length,
    rows: grid.rows.map((cells, index) => ({
      ...(flags[index] ? { draft: true as const } : {}),
      cells: cells.map(canonicalCell),
    })),
  };
}

function canonicalCell({ cell, columns, rows }: PlacedCell): TableCell {
  return {
    paragraphs: cell.paragraphs.map(canonicalRuns).filter((runs) => runs.length > 0),
    ...(columns > 1 ? { columnSpan: columns } : {}),
    ...(rows > 1 ? { rowSpan: rows } : {}),
  };
}

/** Text on one line in canonical form: a caption, a heading of the record, a title. */
export function oneLine(text: string): string {
  return textOf(canonicalRuns([{ text }])).replace(/\n/g, " ");
}

/** White space that has to be looked at; most texts have none. */
const untidySpace = /[^\S ]|\s\s|^\s|\s$/;

/** The canonical runs of one block. */
export function canonicalRuns(runs: readonly Run[]): Run[] {
  const clean = runs.map((run) => ({
    ...look(run),
    text: run.text.replace(notText, "").replace(/\r\n|[\r\u0085\u2028\u2029]/g, "\n"),
  }));
  const whole = textOf(clean);
  if (!untidySpace.test(whole)) return withSameLooksJoined(clean.filter((run) => run.text !== ""));
  const spaces = [...whole.matchAll(/\s+/g)].map((match) => {
    const end = match.index + match[0].length;
    const outer = match.index === 0 || end === whole.length;
    return { start: match.index, end, text: outer ? "" : tidySpace(match[0]) };
  });
  const joined: Run[] = [];
  let offset = 0;
  let space = 0;
  for (const run of clean) {
    const end = offset + run.text.length;
    let text = "";
    for (let at = offset; at < end; ) {
      const next = spaces[space];
      if (!next || next.start >= end) {
        text += whole.slice(at, end);
        break;
      }
      if (at < next.start) text += whole.slice(at, next.start);
      // White space over a border of two runs belongs to the first of them.
      if (next.start >= offset) text += next.text;
      at = Math.min(next.end, end);
      if (next.end > end) break;
      space++;
    }
    offset = end;
    if (text !== "") joined.push({ ...run, text });
  }
  return withSameLooksJoined(joined);
}

/** One space, one non-breaking space, or as many line breaks as there were. */
function tidySpace(space: string): string {
  const breaks = space.replace(/[^\n]/g, "");
  if (breaks !== "") return breaks;
  return /^[\u00A0\u2007\u202F]$/.test(space) ? space : " ";
}

/** Words between two runs of other looks keep theirs; white space alone takes that of the words before it. */
function withSameLooksJoined(runs: readonly Run[]): Run[] {
  const join = (all: readonly Run[], belong: (last: Run, run: Run) => boolean): Run[] => {
    const joined: Run[] = [];
    for (const run of all) {
      const last = joined.at(-1);
      if (last && belong(last, run)) joined[joined.length - 1] = { ...last, text: last.text + run.text };
      else joined.push(run);
    }
    return joined;
  };
  const words = join(runs, sameLook);
  return join(words, (last, run) => sameLook(last, run) || run.text.trim() === "");
}

function look(run: Run): Omit<Run, "text"> {
  const href = safeAddress(run.href);
  return {
    ...(run.bold ? { bold: true } : {}),
    ...(run.italic ? { italic: true } : {}),
    ...(href ? { href } : {}),
  };
}

function sameLook(a: Run, b: Run): boolean {
  return a.bold === b.bold && a.italic === b.italic && a.href === b.href;
}

/** The words of a block without any look, a line for each paragraph, item or cell. */
export function plainText(content: SectionContent): string {
  const lines: string[] = [];
  const addList = (list: List) => {
    for (const item of list.items) {
      lines.push(textOf(item.runs));
      item.lists.forEach(addList);
    }
  };
  for (const block of content) {
    if (block.kind === "heading" || block.kind === "paragraph") lines.push(textOf(block.runs));
    if (block.kind === "list") addList(block);
    if (block.kind === "table") {
      for (const row of block.rows) {
        lines.push(row.cells.map((cell) => cell.paragraphs.map(textOf).join(" ")).join(" | "));
      }
    }
  }
  return lines.join("\n");
}

export function textOf(runs: readonly Run[]): string {
  return runs.map((run) => run.text).join("");
}
