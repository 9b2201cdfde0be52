import { cellsOf, isTableRow, type PaperLine, withoutMarks } from "../lines/paper-lines.ts";
import { printedDates } from "../lines/printed-dates.ts";
import { labelKey, planLabels } from "./forward-plan-labels.ts";
import { labelAt } from "./plan-label-lines.ts";
import { fieldOfLabel } from "./plan-label-meaning.ts";
import { itemCounter, planTitle } from "./plan-titles.ts";

/** Lines in which the title of an item that stands above its labels has a label of its own. */
export function withTitlesAbove(lines: readonly PaperLine[]): PaperLine[] {
  return aboveLabels(aboveTables(lines));
}

/**
 * Items whose title stands above their table: it becomes the first row. A table that goes on below the end of a page
 * has no row that says what is to be decided, and no title.
 */
function aboveTables(lines: readonly PaperLine[]): PaperLine[] {
  const titles = new Map<number, string>();
  const fieldAt = (at: number) =>
    fieldOfLabel.get(labelKey(withoutMarks(cellsOf(lines[at]?.text ?? "")[0] ?? "")));
  let tables = 0;
  const ofLabels = new Set<number>();
  for (let at = 0; at < lines.length; at += 1) {
    const label = labelAt(lines, at);
    for (let taken = 0; label && taken < label.lines; taken += 1) ofLabels.add(at + taken);
    at += (label?.lines ?? 1) - 1;
  }
  // A row that spans the table with words of its own stands above an item's rows as a heading does.
  const isRow = (at: number) => {
    const text = lines[at]?.text ?? "";
    if (!isTableRow(text)) return false;
    const [first = "", ...rest] = cellsOf(text);
    return first === "" || rest.some((cell) => cell !== "") || ofLabels.has(at);
  };
  for (let at = 0; at < lines.length; at += 1) {
    if (!isRow(at)) continue;
    let end = at;
    while (isRow(end + 1)) end += 1;
    const fields = lines.slice(at, end + 1).map((_, place) => fieldAt(at + place));
    let above = at - 1;
    while (above >= 0 && lines[above]?.text.trim() === "") above -= 1;
    const words = withoutMarks(cellsOf(lines[above]?.text ?? "").join(" "));
    const heading =
      words !== "" &&
      words.length < 200 &&
      !/[.;,:]$|\bperiod\b/i.test(words) &&
      printedDates(words).length === 0 &&
      !planTitle.test(words) &&
      !itemCounter.test(words);
    const told = fields.includes("details") || fields.includes("decisionExpected");
    if (told && fields.includes("decisionMaker") && !fields.includes("title")) {
      tables += 1;
      if (heading && !isRow(above) && labelAt(lines, above) === null) titles.set(above, words);
    }
    at = end;
  }
  // The same words above every table are the plan's own heading.
  const own = new Set(titles.values()).size === titles.size;
  if (titles.size < 2 || !own || titles.size < tables * 0.8) return [...lines];
  return lines.map((line, at) => {
    const title = titles.get(at);
    return title === undefined ? line : { number: line.number, text: `Title\t${title}\t` };
  });
}

/**
 * Items of labelled lines that no label names: what stands between the last label of the item above and the first of
 * this one is its title, and below it what is to be decided.
 */
function aboveLabels(lines: readonly PaperLine[]): PaperLine[] {
  const fields = lines.flatMap((_, place) => {
    const label = labelAt(lines, place);
    return label ? [{ field: label.field, place }] : [];
  });
  const count = (name: string) => fields.filter(({ field }) => field === name).length;
  const makers = count("decisionMaker");
  if (makers < 2 || count("title") > 0) return [...lines];
  // The label that every item begins with: the first, as often as somebody decides.
  const opener = fields.find(({ field }) => count(field) >= makers)?.field;
  if (opener === "details" && count("details") > makers) return [...lines];
  const openings = fields.filter(({ field }) => field === opener).map(({ place }) => place);
  const labelled = new Set(fields.map(({ place }) => place));
  const describes = count("details") > 0;
  const widest = lines.reduce((most, { text }) => Math.max(most, printedLength(text)), 0);
  const blocks = openings
    .map((opening) => blockAbove(lines, opening, labelled, widest, describes))
    .map((block) => (block && planTitle.test(withoutMarks(lines[block.from]?.text ?? "")) ? null : block));
  const below = blocks.slice(1).filter((block) => block !== null);
  const own = new Set(below.map(({ from }) => withoutMarks(lines[from]?.text ?? "")));
  // The same words above every item are the plan's own heading.
  if (below.length < (openings.length - 1) * 0.8 || own.size < below.length * 0.5) return [...lines];
  const result: PaperLine[] = [];
  const titled = new Map(blocks.flatMap((block) => (block ? [[block.from, block] as const] : [])));
  for (let at = 0; at < lines.length; at += 1) {
    const block = titled.get(at);
    const line = lines[at];
    if (!line) continue;
    if (!block) {
      result.push(line);
      continue;
    }
    const words = lines.slice(block.from, block.to).filter(({ text }) => withoutMarks(text) !== "");
    // Where a label says what is to be decided, all that stands above the labels is the title.
    const title = words.slice(0, describes ? words.length : block.titleLines);
    const details = words.slice(title.length);
    const rowsOf = (label: string, own: readonly PaperLine[]) =>
      own.map(({ number, text }, place) => ({
        number,
        text: `${place === 0 ? label : ""}\t${withoutMarks(text)}\t`,
      }));
    result.push(...rowsOf(planLabels.title[0] ?? "", title), ...rowsOf(planLabels.details[0] ?? "", details));
    at = block.to - 1;
  }
  return result;
}

/** How long a line is; a label that was put in place of another does not count. */
const printedLength = (text: string) => (isTableRow(text) ? (cellsOf(text)[1] ?? "").length : text.length);

interface TitleBlock {
  readonly from: number;
  readonly to: number;
  /** How many of its lines, blank ones aside, the title takes. */
  readonly titleLines: number;
}

const heading = /^\s*(?:#{1,6}\s|\*\*[^*]+\*\*(?:\s*\([^()]*\))?\s*$)/;
/** The end of a sentence. */
const ended = /[.!?][)”"’']*$/;

function blockAbove(
  lines: readonly PaperLine[],
  opening: number,
  labelled: ReadonlySet<number>,
  widest: number,
  describes: boolean,
): TitleBlock | null {
  const textAt = (at: number) => lines[at]?.text ?? "";
  const blank = (at: number) => textAt(at).trim() === "" || /^\s*(?:-{3,}|_{3,}|\*{3,})\s*$/.test(textAt(at));
  let last = opening - 1;
  while (last >= 0 && !labelled.has(last) && opening - last < 30) last -= 1;
  const open: number[] = [];
  for (let at = Math.max(0, last + 1); at < opening; at += 1)
    if (!blank(at) && !isTableRow(textAt(at))) open.push(at);
  const marked = open.filter((at) => heading.test(textAt(at))).at(-1);
  const full = (at: number) => printedLength(textAt(at)) >= widest * 0.8;
  if (marked !== undefined) {
    const next = open.find((at) => at > marked);
    const goesOn = next !== undefined && next === marked + 1 && heading.test(textAt(next));
    return { from: marked, to: opening, titleLines: goesOn ? 2 : 1 };
  }
  const gap = (at: number, order: number) => at - (order === 0 ? last : (open[order - 1] ?? last)) > 1;
  const apart = describes ? open.findLast(gap) : open.find(gap);
  const numbered = open.findLast((at) => /^\s*\d{1,3}[.)]\s+\p{Lu}/u.test(textAt(at)));
  const from =
    numbered !== undefined
      ? numbered
      : labelled.has(last) && apart !== undefined
        ? apart
        : labelled.has(last)
          ? // The value above may run on over the next lines: from line to line while one is filled, not past a blank one.
            open.find((at, order) => {
              const above = order === 0 ? last : (open[order - 1] ?? last);
              return (
                at - above > 1 ||
                !(full(above) && !ended.test(textAt(above))) ||
                /\btel\b|@/i.test(textAt(above))
              );
            })
          : firstOfTitle(open, textAt, full);
  if (from === undefined) return null;
  const own = open.filter((at) => at >= from);
  const [first = from, second] = own;
  // A long title runs on over the line below, where no sentence begins.
  const wraps =
    own.length > 2 &&
    second === first + 1 &&
    (full(first) || /^[\p{Ll}(&]/u.test(textAt(second).trim())) &&
    !ended.test(textAt(first));
  return { from, to: opening, titleLines: wraps && !/^To\b/.test(textAt(second ?? first).trim()) ? 2 : 1 };
}

/** The title above the first labels, below the words at the plan's head: the last line there that ends no sentence. */
function firstOfTitle(
  open: readonly number[],
  textAt: (at: number) => string,
  full: (at: number) => boolean,
): number | undefined {
  return open.findLast((at, order) => {
    const above = open[order - 1];
    const alone = above === undefined || at - above > 1 || ended.test(textAt(above));
    return alone && !ended.test(textAt(at)) && !full(at);
  });
}
