import type { Block, Run } from "../../../contracts/section-content.ts";
import { inlineText } from "../forms/inline-marks.ts";
import { isKnownHeading } from "../reports/known-headings.ts";
import type { LineLedger } from "./line-ledger.ts";
import { listsOf } from "./list-blocks.ts";
import type { ItemBlock, PaperBlock, TableBlock } from "./paper-blocks.ts";
import { isTableRule, withoutMarks } from "./paper-lines.ts";

/**
 * Paragraphs, nested lists and tables of a section, from the blocks of its lines.
 * @param tableOf what stands in the content for a table.
 */
export function sectionBlocks(
  content: readonly PaperBlock[],
  ledger: LineLedger,
  tableOf: (table: TableBlock) => Block = plainTable,
): Block[] {
  const blocks: Block[] = [];
  for (const part of inRuns(content)) {
    if (part.kind === "items")
      for (const list of listsOf(part.items, (item) => runsOf(item.text, item.line, ledger)))
        blocks.push(list);
    else if (part.block.kind === "table") blocks.push(tableOf(part.block));
    else if (part.block.kind === "text") {
      for (const text of part.block.text.split("\n"))
        blocks.push({ kind: "paragraph", runs: runsOf(text, part.block.line, ledger) });
    }
  }
  return blocks;
}

/** A table as it stands, its first row the header. */
function plainTable({ rows }: TableBlock): Block {
  const filled = rows.filter(({ cells }) => !isTableRule(`|${cells.join("|")}|`));
  const width = filled.reduce(
    (most, { cells }) => Math.max(most, cells.findLastIndex((cell) => cell !== "") + 1),
    1,
  );
  return {
    kind: "table",
    headerRows: filled.length > 1 ? 1 : 0,
    rows: filled.map(({ cells }) => ({
      cells: Array.from({ length: width }, (_, place) => {
        const runs = inlineText(cells[place] ?? "").runs;
        return { paragraphs: runs.length === 0 ? [] : [runs] };
      }),
    })),
  };
}

type Part =
  | { readonly kind: "items"; readonly items: ItemBlock[] }
  | { readonly kind: "block"; readonly block: PaperBlock };

/** Items in a row together, everything else by itself. */
function inRuns(blocks: readonly PaperBlock[]): Part[] {
  const parts: Part[] = [];
  for (const block of blocks) {
    const last = parts.at(-1);
    if (block.kind !== "item") parts.push({ kind: "block", block });
    else if (last?.kind === "items") last.items.push(block);
    else parts.push({ kind: "items", items: [block] });
  }
  return parts;
}

function runsOf(text: string, line: number, ledger: LineLedger): readonly Run[] {
  const { runs, deadLinks } = inlineText(text);
  for (const words of deadLinks) {
    ledger.note(line, `The link “${words}” leads nowhere; its words are kept. Where should it lead?`);
  }
  for (const { href, text: words } of runs) {
    if (href && /^https?:\/\/[^/]+\/?$/.test(href) && words !== href) {
      ledger.note(line, `The link “${words}” leads only to the home page of ${new URL(href).hostname}.`);
    }
  }
  return runs;
}

/**
 * A list that lost its glyphs: lines after a paragraph that ends with a colon, up to the one that ends the list. A
 * motion that is quoted below a colon, and what became of it, are none.
 * @param points what the points of such a list are: short lines in a report, where headings and paragraphs stand too;
 *   sentences in a minute.
 */
export function withListsWithoutGlyphs(
  blocks: readonly PaperBlock[],
  ledger: LineLedger,
  points: "short lines" | "sentences" = "short lines",
): PaperBlock[] {
  const result: PaperBlock[] = [];
  for (let place = 0; place < blocks.length; place += 1) {
    const block = blocks[place];
    if (!block) continue;
    result.push(block);
    if (block.kind !== "text" || block.hashes > 0 || !/:\s*[-–]*\s*$/.test(block.text)) continue;
    const next = blocks[place + 1];
    if (next?.kind === "text" && /^["“‘']/.test(next.text)) continue;
    const run = points === "sentences" ? sentencesFrom(blocks, place + 1) : shortLinesFrom(blocks, place + 1);
    if (run.length === 0) continue;
    ledger.note(
      run[0]?.line ?? block.line,
      `${run.length} ${points === "sentences" ? "" : "short "}lines after a colon are read as a list whose bullets were lost.`,
    );
    for (const line of run)
      if (line.kind === "text") result.push({ ...line, kind: "item", style: "bullet", indent: 0 });
    place += run.length;
  }
  return result;
}

/** Short lines one under the other, or three and more with blank lines between; none a known heading. */
function shortLinesFrom(blocks: readonly PaperBlock[], from: number): readonly PaperBlock[] {
  let end = from;
  while (isShortLine(blocks[end])) end += 1;
  const run = blocks.slice(from, end);
  const touching = run.slice(1).every((line) => line.kind === "text" && !line.blankBefore);
  // The last short line before a paragraph is that paragraph's heading.
  if (!touching && blocks[end]?.kind === "text") run.pop();
  return run.length < (touching ? 2 : 3) ? [] : run;
}

/** Paragraphs up to the one that ends the list, or up to one that is no point of it. */
function sentencesFrom(blocks: readonly PaperBlock[], from: number): readonly PaperBlock[] {
  let end = from;
  for (; end < blocks.length; end += 1) {
    const next = blocks[end];
    if (next?.kind !== "text" || next.text.length > 500 || /:\s*[-–]*$/.test(next.text)) break;
    const before = blocks[end - 1];
    const touching = end === from || !next.blankBefore;
    const sentence = /\.["”'’)]*$/.test(next.text);
    const beforeOpen = before?.kind === "text" && /(?:;|,|;?\s*(?:and|or))$/.test(before.text);
    if (end > from && sentence && !beforeOpen && !touching) break;
    if (end === from && sentence && next.text.length > 120) break;
  }
  return end - from < 2 ? [] : blocks.slice(from, end);
}

function isShortLine(block: PaperBlock | undefined): boolean {
  return (
    block?.kind === "text" &&
    block.hashes === 0 &&
    block.text.length < 110 &&
    !/[:.]$/.test(block.text) &&
    !isKnownHeading(withoutMarks(block.text)) &&
    withoutMarks(block.text) !== withoutMarks(block.text).toUpperCase()
  );
}
