import type { ItemBlock, PaperBlock, TextBlock } from "../lines/paper-blocks.ts";
import { withoutBrackets, withoutMarks } from "../lines/paper-lines.ts";
import { printedDates } from "../lines/printed-dates.ts";
import { isKnownHeading, knownLevel } from "./known-headings.ts";

/*
 * Which lines are headings, and of which level.
 *
 * Extraction leaves no styles, so a heading is known by its form: a short line with blank lines around it and text
 * after it, that says no sentence. Full stops and colons at its end carry no meaning (domain reference 2.1), but
 * make it less likely: a line that ends with a colon before a list leads in to the list; one that ends with a
 * full stop must be mostly capitalised words. Known recurring names (known-headings.ts) settle doubtful cases.
 *
 * Levels, in this order: a known name has its level; a numbered heading has its number's; Markdown's # counts when
 * its levels are used properly through the paper (extraction scatters them otherwise); capitals stand at level 1;
 * a heading that comes right under another without text between is one below it; any other stands one below the
 * last heading whose level was known, or beside its neighbour where nothing is known.
 */

const finiteVerb =
  /\b(?:is|are|was|were|has|have|had|will|would|can|could|should|may|must|be|been|being|continues|continued|includes|included|remains|took|takes|made|held|attended|completed|supported|provided|provides|delivered|received|agreed|approved|considered|reported)\b/i;
const questionWord = /^(?:what|how|why|who|when|where)\b/i;

/** Whether a text has the form of a heading, whatever stands around it. */
export function hasHeadingForm(text: string): boolean {
  const words = text.split(/\s+/);
  if (text.length > 120 || words.length > 16 || !/^[\p{Lu}\d“"'‘(]/u.test(text) || !/\p{L}{2}/u.test(text))
    return false;
  if (/[,;!]$|\.\s+\p{Lu}\p{Ll}+\s+\p{Ll}/u.test(text)) return false;
  if (/https?:|www\.|@/.test(text)) return false;
  const [date] = printedDates(text);
  if (date && date.end - date.start >= text.length - 2) return false;
  const body = text.replace(/[.:]$/, "");
  if (finiteVerb.test(body) && !questionWord.test(body) && body !== body.toUpperCase()) return false;
  return true;
}

/** Whether most words that matter begin with a capital. */
function mostlyCapitalised(text: string): boolean {
  const words = text.split(/[^\p{L}\p{N}'’]+/u).filter((word) => word.length > 3 || /^\p{Lu}/u.test(word));
  const capitals = words.filter((word) => /^[\p{Lu}\d]/u.test(word)).length;
  // Two names make a sentence of five words look like a title.
  const least = /\.$/.test(text) && words.length > 3 ? 0.8 : 0.5;
  return words.length > 0 && capitals / words.length >= least;
}

/** Whether a block is a heading. */
export function isHeading(
  block: PaperBlock,
  next: PaperBlock | undefined,
  previous: PaperBlock | undefined,
): boolean {
  if (block.kind === "table") return false;
  const text = withoutMarks(block.text);
  // Words far apart are the head of a table whose rows were not found.
  if (/\S {3,}\S.* {3,}\S/.test(block.text)) return false;
  if (block.kind === "item") return isHeadingItem(block, text, next, previous);
  if (block.hashes > 0) return text.length <= 200;
  if (block.lines > 2 || !block.blankBefore) return false;
  const spaced = block.blankAfter || (next?.kind === "text" && next.text.length > 100);
  if (!spaced) return false;
  if (isKnownHeading(text)) return true;
  if (!hasHeadingForm(text)) return false;
  if (!next) return false;
  if (/:$/.test(text))
    return next.kind === "text" && mostlyCapitalised(text) && text.split(/\s+/).length <= 8;
  if (/\.$/.test(text))
    return !/:\s|\d%|\d,\d/.test(text) && mostlyCapitalised(text) && text.split(/\s+/).length <= 10;
  return true;
}

/** A bullet that is wholly bold, on its own, with a paragraph after it; a numbered line on its own at the margin. */
function isHeadingItem(
  block: ItemBlock,
  text: string,
  next: PaperBlock | undefined,
  previous: PaperBlock | undefined,
): boolean {
  const alone = block.blankAfter && block.blankBefore && next?.kind === "text";
  if (!alone || block.lines > 1) return false;
  if (block.style === "bullet") {
    return /^\s*\*\*[^*]+\*\*[.:]?\s*$/.test(block.text) && hasHeadingForm(text);
  }
  const inList = previous?.kind === "item" && previous.style === block.style;
  return (
    block.style === "decimal" && block.indent === 0 && !inList && hasHeadingForm(text) && !/[.:]$/.test(text)
  );
}

/** A heading with its words and level. */
export interface Heading {
  readonly text: string;
  readonly level: 1 | 2 | 3;
  readonly line: number;
}

/** Gives levels to headings in the order they come. */
export function headingLevels(
  blocks: readonly { readonly block: TextBlock | ItemBlock; readonly followsHeading: boolean }[],
): Heading[] {
  const hashes = blocks.map(({ block }) => (block.kind === "text" ? block.hashes : 0));
  const useHashes = areMeaningful(hashes);
  const least = hashes.reduce((low, count) => (count > 0 ? Math.min(low, count) : low), 6);
  const anyCapitals = blocks.some(({ block }) => isCapitals(withoutMarks(block.text)));
  const open: string[] = [];
  const result: Heading[] = [];
  let anchor: 1 | 2 | 3 | null = null;
  for (const [place, { block, followsHeading }] of blocks.entries()) {
    const words = withoutMarks(block.text);
    const text = block.kind === "item" && block.style === "decimal" ? `${block.number}. ${words}` : words;
    const before = result.at(-1);
    const known = knownLevel(words, open);
    const numbered = /^(\d+(?:\.\d+)*)\.?\s+\p{L}/u.exec(text)?.[1]?.split(".").length ?? 0;
    let level: number;
    if (known !== null) {
      level = known;
      anchor = known;
    } else if (numbered > 0) level = numbered;
    else if (useHashes && (hashes[place] ?? 0) > 0) level = (hashes[place] ?? 1) - least + 1;
    else if (isCapitals(words)) {
      level = 1;
      anchor = 1;
    } else if (anchor !== null) level = anchor + 1;
    else if (before && followsHeading) level = before.level + 1;
    else level = before?.level ?? (anyCapitals ? 2 : 1);
    // A level is never skipped: the first heading is at the top, each next one at most one deeper.
    const deepest = before ? before.level + 1 : 1;
    const kept = Math.min(3, Math.max(1, Math.min(level, deepest))) as 1 | 2 | 3;
    open.length = kept - 1;
    open[kept - 1] = words;
    result.push({ text, level: kept, line: block.line });
  }
  return result;
}

function isCapitals(text: string): boolean {
  const letters = withoutBrackets(text).replace(/[^\p{L}]/gu, "");
  return letters.length > 4 && letters === letters.toUpperCase();
}

/** # levels mean something when more than one is used, the first is the highest and none is skipped going down. */
function areMeaningful(hashes: readonly number[]): boolean {
  const used = hashes.filter((count) => count > 0);
  const [first] = used;
  if (first === undefined || used.length !== hashes.length || new Set(used).size < 2) return false;
  return used.every(
    (count, place) => count >= first && (place === 0 || count - (used[place - 1] ?? count) <= 1),
  );
}
