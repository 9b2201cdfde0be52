import type { LineLedger } from "./line-ledger.ts";
import { isTableRow, type PaperLine, withoutMarks } from "./paper-lines.ts";
import { printedDates } from "./printed-dates.ts";

/** Page numbers, fillers and the debris of turned text: never words of the paper. */
const single =
  /^(?:[-–—]\s*)?(?:page\s+)?\d{1,3}(?:\s*(?:of|\/)\s*\d{1,3})?(?:\s*[-–—])?$|^page\s+[ivxl]+$|^\$\\?[a-z]+\$$|^agenda item \d+[a-z]?$|^this page is (?:intentionally|deliberately)(?: left)? blank\.?$|^\*{3}$|^[-–—_=]{3,}$/i;

/** “CABINET- THURSDAY 6TH DECEMBER, 2018”: a body and a day, and nothing else. */
const runningFooter =
  /^\p{Lu}.{2,140}?\s*[-–—|,]\s*(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s+)?\d{1,2}(?:st|nd|rd|th)?\s+\p{L}+,?\s+\d{4}\.?(?:\s*[-–—|]?\s*(?:page\s+)?\d{1,3}(?:\s+of\s+\d+)?)?$/iu;
const bodyWord =
  /\b(?:committee|cabinet|council|board|panel|executive|forum|sub-committee|commission|minutes|group)\b/i;

/** Words that a number belongs to: “Appendix 1” and “Appendix 2” are no page numbers. */
const counted =
  /\b(?:appendix|annex|recommendation|option|phase|section|priority|table|figure|outcome|minute|item|part|stage|step|quarter|lot|zone|objective|theme|strand|year|paragraph|rule|article|schedule|form|note|chapter|group|area|site|plot|unit|class|category|grade|level|tier|question|action|period|ward|district|item no\.?)s?\s*$/i;

/** Whether a line, by itself, can only belong to the page. */
export function isPageFurniture(text: string): boolean {
  return single.test(withoutMarks(text));
}

/** Lines that only rule off or number a page, or repeat the paper's name on each. */
export interface Furnished {
  /** The paper's lines; where a margin parted a sentence, the blank lines around it are gone too. */
  readonly lines: readonly PaperLine[];
  /** Numbers of the lines taken out. */
  readonly taken: ReadonlySet<number>;
}

const ended = /[.:;!?…]["”'’)\]*]*$/;

/**
 * Takes out what belongs to the page: numbers, fillers, margins, and running headers and footers, which are known
 * by repeating a body and a day, or the same words with a rising number. The ledger says what was left out.
 */
export function withoutFurniture(lines: readonly PaperLine[], ledger: LineLedger): Furnished {
  const taken = new Map<number, string>();
  const seen = new Map<string, { line: number; number: number; exact: string }[]>();
  for (const line of lines) {
    const text = withoutMarks(line.text);
    if (text === "") continue;
    if (single.test(text)) {
      taken.set(line.number, "single");
      continue;
    }
    if (text.length > 160 || isTableRow(line.text)) continue;
    const parts = /^(.*?)(\d{1,3})(\s+of\s+\d+)?$/.exec(text) ?? /^()(\d{1,3})(?=\s+\p{Lu})/u.exec(text);
    const shape = text.replace(/\b\d{1,3}\b(?:\s+of\s+\d+)?$|^\d{1,3}(?=\s)/g, "#").toLowerCase();
    const found = seen.get(shape) ?? [];
    found.push({ line: line.number, number: Number(parts?.[2] ?? Number.NaN), exact: text });
    seen.set(shape, found);
  }
  const headings = lines.filter(({ text }) => text.trim() !== "").slice(0, 12);
  for (const [shape, places] of seen) {
    const [first] = places;
    if (!first) continue;
    if (
      runningFooter.test(first.exact) &&
      bodyWord.test(first.exact) &&
      !/^(?:meeting|held)\b/i.test(first.exact)
    ) {
      // The paper's own head names body and day too: there it stands first, and once.
      const own = headings.some(({ number }) => number === first.line);
      const rest = own ? places.slice(1) : places;
      const sentence = /\b(?:held|dated|meeting of|minutes of|be|was|were|is|are)\b/i.test(first.exact);
      if (!sentence || rest.length > 1) for (const { line } of rest) taken.set(line, shape);
      continue;
    }
    if (!shape.includes("#") || places.length < 2) continue;
    const rising = places.every(({ number }, at) => at === 0 || number > (places[at - 1]?.number ?? 0));
    const words = shape.replace("#", "").trim();
    const pageWord = /\bpage\b\s*$|^page\b/.test(words) || /\bof\s+\d+$/.test(first.exact);
    const named = places.length >= 3 && bodyWord.test(words) && first.exact.length < 90;
    if (
      rising &&
      !counted.test(words.replace(/#.*/, "")) &&
      words.length > 2 &&
      (pageWord || (named && !/[.:;?]$/.test(first.exact) && !/^#/.test(shape)))
    )
      for (const { line } of places) taken.set(line, shape);
  }
  // A single “Council Minutes … Page 4” is a footer as well.
  for (const line of lines) {
    const text = withoutMarks(line.text);
    if (
      !taken.has(line.number) &&
      text.length < 120 &&
      /\S.*\bpage\s+\d{1,3}(?:\s+of\s+\d{1,3})?$/i.test(text) &&
      !/\b(?:see|on|at|from)\s+page\s+\d+$/i.test(text) &&
      !isTableRow(line.text)
    )
      taken.set(line.number, "page");
  }
  const groups = new Map<string, PaperLine[]>();
  for (const line of lines) {
    const shape = taken.get(line.number);
    if (shape === undefined) continue;
    const key = shape === "single" ? withoutMarks(line.text).replace(/\d+/g, "#").toLowerCase() : shape;
    groups.set(key, [...(groups.get(key) ?? []), line]);
  }
  for (const group of groups.values()) ledger.leaveOutPageLines(group);
  return { lines: closeGaps(lines, taken), taken: new Set(taken.keys()) };
}

/** Without the taken lines; a sentence that goes on below the margin is not parted by the blank lines around it. */
function closeGaps(lines: readonly PaperLine[], taken: ReadonlyMap<number, string>): PaperLine[] {
  if (taken.size === 0) return [...lines];
  const kept: PaperLine[] = [];
  for (let place = 0; place < lines.length; place += 1) {
    const line = lines[place];
    if (!line) continue;
    if (!taken.has(line.number)) {
      kept.push(line);
      continue;
    }
    let next = place + 1;
    while (next < lines.length && (taken.has(lines[next]?.number ?? 0) || lines[next]?.text.trim() === ""))
      next += 1;
    const blankBelow = lines.slice(place + 1, next).some(({ text }) => text.trim() === "");
    let end = kept.length;
    while (end > 0 && kept[end - 1]?.text.trim() === "") end -= 1;
    const before = kept[end - 1]?.text.trim() ?? "";
    const after = lines[next]?.text.trim() ?? "";
    const gap = blankBelow || end < kept.length;
    const goesOn = before.length > 30 && !ended.test(before) && /^\p{Ll}/u.test(after);
    kept.length = end;
    if (gap && !goesOn) kept.push({ number: line.number, text: "" });
    place = next - 1;
  }
  return kept;
}

/** Whether a line names only a day, as the second line of a running header does. */
export function isOnlyDay(text: string): boolean {
  const words = withoutMarks(text);
  const [date] = printedDates(words);
  return date !== undefined && date.end - date.start >= words.length - 2;
}
