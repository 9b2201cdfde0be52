import type { LineLedger } from "./line-ledger.ts";
import {
  cellsOf,
  isPageFurniture,
  isTableRow,
  isTableRule,
  type PaperLine,
  withoutMarks,
} from "./paper-lines.ts";

/** A paragraph, or a heading: the reader of the paper decides. Words still carry their marks. */
export interface TextBlock {
  readonly kind: "text";
  readonly line: number;
  text: string;
  /** Number of Markdown’s `#` before it; 0 for none. */
  readonly hashes: number;
  /** Lines of the file it took, and the length of the last of them. */
  lines: number;
  lastLine: number;
  /** A blank line, or the paper's edge, stands before and after it. */
  readonly blankBefore: boolean;
  blankAfter: boolean;
}

/** An item of a list, with how far it is set in. */
export interface ItemBlock {
  readonly kind: "item";
  readonly line: number;
  text: string;
  readonly style: "bullet" | "decimal" | "roman";
  readonly number?: number;
  /** “(1)”, “(A)”, “2.” as printed; only where the reader asked for it. */
  readonly label?: string;
  readonly indent: number;
  /** Where its words begin on the line: what is set in as far, below it, goes on with them. */
  readonly hang?: number;
  lines: number;
  lastLine: number;
  readonly blankBefore: boolean;
  blankAfter: boolean;
}

/** Rows of a table one below the other. */
export interface TableBlock {
  readonly kind: "table";
  readonly line: number;
  readonly rows: { readonly cells: readonly string[]; readonly line: number }[];
}

/** What a paper is made of. */
export type PaperBlock = TextBlock | ItemBlock | TableBlock;

const bullet = /^(?<indent>\s*)(?<glyph>[-*•●◦▪■□◆♦❖➢➤►‣✓·–—§\uE000-\uF8FF]|o(?=\s))(?:\s+|\t)(?<text>\S.*)$/;
const enumerator =
  /^(?<indent>\s*)(?:(?<decimal>\d{1,2})[.)]|\((?<bracketed>\d{1,2})\)|(?<roman>(?:x{0,2}(?:ix|iv|v?i{1,3}|v|x)))[.)]|\((?<romanBracketed>(?:x{0,2}(?:ix|iv|v?i{1,3}|v|x)))\))\s+(?<text>\S.*)$/;

/** An item with its label, letters included: “(1)”, “1.”, “(A)”, “b)”, “(iv)”. */
const labelled =
  /^\s*(?<label>\((?:\d{1,2}|[A-Za-z]|[ivxIVX]{1,5})\)|(?:\d{1,2}|[A-Za-z]|[ivxIVX]{2,5})[.)](?!\d))\s*(?<text>\S.*)$/;

/** How a paper was laid out. */
export interface Layout {
  /** Lines were broken at a width, so that a paragraph takes several; null when a line is a paragraph. */
  readonly wrapWidth: number | null;
  /** How long the longest lines are, tables and a few outliers apart. */
  readonly widest: number;
  /** The indent of ordinary text. */
  readonly margin: number;
}

/**
 * How the lines of a paper were broken. Lines were broken at a width where none is much longer and where sentences
 * run on from line to line: a line that follows another begins with a small letter again and again.
 */
export function layoutOf(lines: readonly PaperLine[]): Layout {
  const texts = lines.filter(({ text }) => text.trim() !== "" && !isTableRow(text));
  const lengths = texts.map(({ text }) => text.trimEnd().length).sort((a, b) => a - b);
  const wide = lengths[Math.floor(lengths.length * 0.98)] ?? 0;
  let pairs = 0;
  let running = 0;
  for (let place = 0; place + 1 < lines.length; place += 1) {
    const [line, next] = [lines[place]?.text ?? "", lines[place + 1]?.text ?? ""];
    if (line.trim() === "" || next.trim() === "" || isTableRow(line) || isTableRow(next)) continue;
    if (bullet.test(next) || enumerator.test(next) || /^\s*#/.test(next)) continue;
    pairs += 1;
    if ((/^\s*\p{Ll}/u.test(next) || hanging.test(line.trimEnd())) && line.trimEnd().length > wide * 0.6)
      running += 1;
  }
  const indents = new Map<number, number>();
  for (const { text } of texts) {
    const indent = indentOf(text);
    indents.set(indent, (indents.get(indent) ?? 0) + 1);
  }
  const most = Math.max(...indents.values(), 0);
  const margin = Math.min(
    ...[...indents].flatMap(([indent, count]) => (count >= most * 0.4 ? [indent] : [])),
    99,
  );
  const wrapped = wide >= 40 && wide <= 160 && running >= 2 && running / pairs >= 0.25;
  return { wrapWidth: wrapped ? wide : null, widest: wide, margin: margin === 99 ? 0 : margin };
}

function indentOf(text: string): number {
  return (/^\s*/.exec(text)?.[0] ?? "").replace(/\t/g, "    ").length;
}

/** How the lines are to be read, where the reader of the paper knows more than the lines show. */
export interface BlockReading {
  /** The layout of the whole paper, when the lines are a part of it. */
  readonly layout?: Layout;
  /** Lettered items, “(A)” and “b)”, begin a block too, and every item keeps its label as printed. */
  readonly lettered?: true;
  /** A line that begins a block of its own, whatever stands before it. */
  readonly begins?: (text: string) => boolean;
  /** A long paragraph without an end goes on in the next, as where a page broke. */
  readonly unendedGoesOn?: true;
}

type Reading = BlockReading & Layout;

/**
 * Parts a paper into paragraphs, list items and tables. Lines that were broken at a width are joined, and so is a
 * sentence that a page break has parted; a bullet may have lost its glyph and be set in instead.
 */
export function paperBlocks(
  lines: readonly PaperLine[],
  ledger: LineLedger,
  given: BlockReading = {},
): PaperBlock[] {
  const layout: Reading = { ...given, ...(given.layout ?? layoutOf(lines)) };
  const blocks: PaperBlock[] = [];
  let gap = true;
  for (const line of withLabelsJoined(lines, ledger)) {
    if (line.text.trim() === "") {
      const last = blocks.at(-1);
      if (last && last.kind !== "table") last.blankAfter = true;
      gap = true;
      continue;
    }
    // The bare numbers that are left are a table's figures, or the end of a telephone number.
    if (isPageFurniture(line.text) && !/^\s*\d{1,3}\s*$/.test(line.text)) {
      ledger.leaveOutPageLines([line]);
      continue;
    }
    ledger.read(line.number);
    addLine(blocks, line, gap, layout);
    gap = false;
  }
  const last = blocks.at(-1);
  if (last && last.kind !== "table") last.blankAfter = true;
  return blocks;
}

const loneLabel =
  /^\s*(?:\((?:\d{1,2}|[A-Za-z]|[ivx]{1,5})\)|(?:\d{1,2}|[a-z]|[ivx]{2,5})[.)]|[•●◦▪■□➢►])\s*$/;

/** A number, a letter or a glyph on a line of its own stands before the words below it. */
function withLabelsJoined(lines: readonly PaperLine[], ledger: LineLedger): PaperLine[] {
  const result: PaperLine[] = [];
  for (let place = 0; place < lines.length; place += 1) {
    const line = lines[place];
    if (!line) continue;
    let next = place + 1;
    while (next < lines.length && next - place < 3 && lines[next]?.text.trim() === "") next += 1;
    const words = lines[next];
    if (
      !loneLabel.test(line.text) ||
      !words ||
      words.text.trim() === "" ||
      loneLabel.test(words.text) ||
      isTableRow(words.text)
    ) {
      result.push(line);
      continue;
    }
    ledger.read(line.number);
    result.push({ number: words.number, text: `${line.text.trimEnd()} ${words.text.trim()}` });
    place = next;
  }
  return result;
}

/** A paragraph takes no more lines once it is as long as this, in characters. */
const longestBlock = 20_000;
/** A list that lost its glyphs begins at most so many blocks above. */
const longestList = 100;

function addLine(blocks: PaperBlock[], line: PaperLine, gap: boolean, layout: Reading): void {
  const last = blocks.at(-1);
  const filled = cellsOf(line.text).filter((cell) => cell !== "").length;
  const inTable = last?.kind === "table" && !gap;
  if (isTableRow(line.text) && (filled > 1 || inTable)) {
    if (isTableRule(line.text)) return;
    const row = { cells: cellsOf(line.text), line: line.number };
    if (last?.kind === "table" && (!gap || sameHead(last, row.cells))) last.rows.push(row);
    else blocks.push({ kind: "table", line: line.number, rows: [row] });
    return;
  }
  const text = line.text.replace(/\t/g, " ").trimEnd();
  const labels = itemOf(text, line.number, gap, layout);
  const hangs = !gap && last?.kind === "item" && last.hang === indentOf(text) && labels?.hang === undefined;
  const item = hangs ? null : (labels ?? setInBelowColon(text, line.number, gap, last, layout));
  if (item) {
    blocks.push(item);
    return;
  }
  const hashes = /^\s*(#{1,6})\s/.exec(text)?.[1]?.length ?? 0;
  const words = hashes > 0 ? text.replace(/^\s*#{1,6}\s+/, "").replace(/\s+#+$/, "") : text.trim();
  const begins = hashes > 0 || layout.begins?.(words) === true;
  const listed = !gap && endedEarly(blocks, words, layout);
  const room = last && last.kind !== "table" && last.text.length < longestBlock;
  if (room && !begins && !listed && (hangs || goesOn(last, words, gap, layout))) {
    last.text = joined(
      last.text,
      words,
      !gap && layout.wrapWidth === null && last.kind === "item" && /[.:;!?]$/.test(last.text),
    );
    last.lines += 1;
    last.lastLine = line.text.length;
    last.blankAfter = false;
    return;
  }
  blocks.push({
    kind: "text",
    line: line.number,
    text: words,
    hashes,
    lines: 1,
    lastLine: line.text.length,
    blankBefore: gap || hashes > 0,
    blankAfter: hashes > 0,
  });
}

function sameHead(table: TableBlock, cells: readonly string[]): boolean {
  const head = table.rows[0]?.cells ?? [];
  return head.length > 1 && head.join("|").toLowerCase() === cells.join("|").toLowerCase();
}

function itemOf(text: string, line: number, gap: boolean, layout: Reading): ItemBlock | null {
  const made = (
    style: ItemBlock["style"],
    indent: number,
    words: string,
    number?: number,
  ): ItemBlock & { hang: number } => ({
    hang: text.length - words.trimStart().length,
    kind: "item",
    line,
    text: words.trim(),
    style,
    indent,
    lines: 1,
    lastLine: text.length,
    blankBefore: gap,
    blankAfter: false,
    ...(number !== undefined ? { number } : {}),
  });
  const glyphed = bullet.exec(text)?.groups;
  // A glyph may stand behind a dash that extraction put there: “- o Demand”, “- ♦ Listen”.
  const rest = glyphed
    ? (glyphed.text ?? "").replace(/^(?:[•●◦▪■□◆♦➢►·\uE000-\uF8FF]|o(?=\s))\s+(?=\S)/u, "")
    : text;
  const indent = (glyphed ? indentOf(text) : indentOf(rest)) * 2 + (glyphed?.glyph === "o" ? 1 : 0);
  const lettered = layout.lettered ? labelled.exec(rest.replace(/\*\*/g, ""))?.groups : undefined;
  if (lettered && !layout.begins?.(withoutMarks(text))) {
    const label = lettered.label ?? "";
    return { ...made("decimal", indent, lettered.text ?? ""), label };
  }
  const numbered = enumerator.exec(rest)?.groups;
  if (numbered) {
    const roman = numbered.roman ?? numbered.romanBracketed;
    const words = numbered.text ?? "";
    if (roman) return made("roman", indent, words, romanNumber(roman));
    // “2. Key findings” at the margin may be a heading: whoever reads the paper decides.
    return made("decimal", indent, words, Number(numbered.decimal ?? numbered.bracketed));
  }
  if (glyphed) return made("bullet", indent, rest);
  const setIn = indentOf(text) > layout.margin && layout.wrapWidth !== null;
  if (!setIn || !/^\s+[\p{Lu}\d“"‘£]/u.test(text)) return null;
  const { hang: _, ...unmarked } = made("bullet", indent, text);
  return unmarked;
}

/** A line set in below a colon, or below such a line that ended: a point whose glyph was lost. */
function setInBelowColon(
  text: string,
  line: number,
  gap: boolean,
  last: PaperBlock | undefined,
  layout: Reading,
): ItemBlock | null {
  const indent = indentOf(text);
  if (indent <= layout.margin || !last || last.kind === "table") return null;
  const begins =
    last.kind === "text"
      ? /:\s*[-–]*\s*$/.test(last.text) && /^\s+\p{Ll}/u.test(text)
      : last.style === "bullet" &&
        last.indent === indent * 2 &&
        (gap
          ? last.hang === undefined && !hanging.test(last.text)
          : /(?:[;,.]|[;,]\s*(?:and|or))$/.test(last.text));
  if (!begins) return null;
  return {
    kind: "item",
    line,
    text: text.trim(),
    style: "bullet",
    indent: indent * 2,
    lines: 1,
    lastLine: text.length,
    blankBefore: gap,
    blankAfter: false,
  };
}

/** The number that small roman digits write, up to xxxix. */
export function romanNumber(roman: string): number {
  const values: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10 };
  const digits = [...roman].map((digit) => values[digit] ?? 0);
  return digits.reduce((sum, value, place) => sum + (value < (digits[place + 1] ?? 0) ? -value : value), 0);
}

const ended = /[.:;!?…]["”'’)\]*]*$/;
const hanging =
  /\b(?:a|an|the|of|to|and|or|for|in|on|at|by|with|from|is|are|was|were|be|been|will|has|have|that|which|its|their|our)$/i;

/** Below a colon, a line that ended although much more would have fitted is a point of a list that lost its glyphs. */
function endedEarly(blocks: readonly PaperBlock[], words: string, layout: Reading): boolean {
  const [above, last] = [blocks.at(-2), blocks.at(-1)];
  if (
    layout.widest < 40 ||
    layout.widest > 160 ||
    last?.kind !== "text" ||
    last.lines > 1 ||
    above?.kind !== "text"
  )
    return false;
  const first = blocks
    .slice(-longestList)
    .findLast((block) => block.kind !== "text" || /:\s*[-–]*$/.test(block.text));
  if (first?.kind !== "text" || /:$/.test(last.text)) return false;
  const room = layout.widest - last.lastLine - 1 - (words.split(/\s/)[0] ?? "").length;
  return room > layout.widest * 0.2 && !hanging.test(last.text) && !/[,&(–-]$/.test(last.text);
}

/** Whether a line carries on the block before it. */
function goesOn(last: TextBlock | ItemBlock, words: string, gap: boolean, layout: Reading): boolean {
  const before = last.text;
  if (last.kind === "text" && last.hashes > 0) return false;
  if (layout.begins?.(before) && last.kind === "text" && last.lines === 1 && ended.test(before)) return false;
  if (!gap) {
    if (/^\p{Ll}/u.test(words)) return true;
    // A point that stops at “in” or “the” goes on below it, however short its line was broken.
    if (last.kind === "item" && hanging.test(before)) return true;
    if (layout.wrapWidth === null)
      return (
        last.kind === "item" ||
        (hanging.test(before) && before.length > 40) ||
        filled(last, layout) ||
        unended(before, words, layout)
      );
    // The line was broken where its next word would not have fitted; a shorter line was ended on purpose.
    const [nextWord = ""] = words.split(/\s/);
    const fitted = last.lastLine + 1 + nextWord.length;
    return fitted > layout.wrapWidth * (ended.test(before) ? 0.97 : 0.86);
  }
  if (unended(before, words, layout)) return true;
  if (before.length < 50 || ended.test(before)) return false;
  const unclosed = (before.match(/\(/g) ?? []).length > (before.match(/\)/g) ?? []).length;
  const closes = (words.match(/\)/g) ?? []).length > (words.match(/\(/g) ?? []).length;
  return /^\p{Ll}/u.test(words) || hanging.test(before) || (unclosed && closes);
}

/** A line that stopped without an end where the longest lines stop. */
function filled(last: TextBlock | ItemBlock, { widest }: Layout): boolean {
  return (
    widest >= 60 &&
    widest <= 160 &&
    last.lastLine > widest * 0.86 &&
    !/[.:;!?…)"”*]$/.test(last.text.trimEnd())
  );
}

/** A page broke inside a sentence, and what comes next begins with a capital. */
function unended(before: string, words: string, layout: Reading): boolean {
  return (
    layout.unendedGoesOn === true &&
    before.length >= 120 &&
    !ended.test(before) &&
    !/(?:["”*)]|\bappendix \w)$/i.test(before) &&
    words.length > 15
  );
}

function joined(before: string, words: string, newLine: boolean): string {
  if (newLine) return `${before}\n${words}`;
  // A word parted at the end of a line keeps its hyphen: “re-” and “structure” are “re-structure”.
  if (/\p{L}-$/u.test(before) && /^\p{Ll}/u.test(words)) return before + words;
  return `${before} ${words}`;
}
