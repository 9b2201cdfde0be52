import type { LineLedger } from "./line-ledger.ts";
import { layoutOf } from "./paper-blocks.ts";
import { isPageFurniture, isTableRow, type PaperLine, withoutMarks } from "./paper-lines.ts";
import { printedDates } from "./printed-dates.ts";

/** “CABINET- THURSDAY 6TH DECEMBER, 2018”: a body and a day, and nothing else. */
const bodyAndDay =
  /^.{3,141}?\s*[-–—|,]\s*(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s+)?(?:\d{1,2}(?:st|nd|rd|th)?\s+\p{L}+,?\s+\d{4}|\d{1,2}[./]\d{1,2}[./](?:\d{2}){1,2})\.?(?:\s*[-–—|]?\s*(?:page\s+)?\d{1,3}(?:\s+of\s+\d+)?)?$/iu;
const runningFooter = { test: (text: string) => /^\p{Lu}/u.test(text) && bodyAndDay.test(text) };
const bodyWord =
  /\b(?:committee|cabinet|council|board|panel|executive|forum|sub-committee|commission|minutes|group)\b/i;

/** Words that a number belongs to: “Appendix 1” and “Appendix 2” are no page numbers. */
const counted =
  /\b(?:appendix|annex|recommendation|option|phase|section|priority|table|figure|outcome|minute|item|part|stage|step|quarter|lot|zone|objective|theme|strand|year|paragraph|rule|article|schedule|form|note|chapter|group|area|site|plot|unit|class|category|grade|level|tier|question|action|period|ward|district|item no\.?)s?\s*$/i;

/**
 * Places of bare numbers that belong to a table whose cells stand one below the other: other figures stand beside
 * them, or words on both sides with no blank line between, in no rising order as the numbers of pages have.
 */
function figuresInTables(lines: readonly PaperLine[]): ReadonlySet<number> {
  const found = new Set<number>();
  const bare = lines.flatMap(({ text }, place) => (/^\d{1,3}$/.test(text.trim()) ? [place] : []));
  const near = (place: number, step: number) => {
    let at = place + step;
    while (lines[at] && lines[at]?.text.trim() === "") at += step;
    return lines[at]?.text.trim() ?? "";
  };
  const figure = /^[£(-]?\d[\d,.]*[%)]?$/;
  const between = (place: number) =>
    [place - 1, place + 1].every((at) => (lines[at]?.text ?? "").trim() !== "");
  const inner = bare.filter(between);
  const rising = inner.every(
    (place, at) => at === 0 || Number(lines[place]?.text) > Number(lines[inner[at - 1] ?? 0]?.text),
  );
  for (const place of bare) {
    const [above, below] = [near(place, -1), near(place, 1)];
    const decimal = [above, below].some((text) => figure.test(text) && !/^\d{1,3}$/.test(text));
    if (decimal || (figure.test(above) && figure.test(below)) || (between(place) && !rising))
      found.add(place);
  }
  return found;
}

/** “Northmoor City Council      2      Cabinet 15/04/27”: a page's number among a body and a day, far apart. */
function isRunningLine(text: string): boolean {
  const pieces = text.trim().split(/\s{4,}/);
  return (
    pieces.length >= 2 &&
    text.length < 200 &&
    !text.includes("\t") &&
    pieces.some((piece) => /^(?:page\s+)?\d{1,3}$/i.test(piece)) &&
    pieces.every(
      (piece) =>
        /^(?:page\s+)?\d{1,3}$/i.test(piece) ||
        (/^\p{Lu}/u.test(piece) &&
          (bodyWord.test(piece) || printedDates(piece).length > 0 || /\d[/.]\d{1,2}[/.]\d/.test(piece)) &&
          piece.length < 80),
    ) &&
    pieces.some((piece) => printedDates(piece).length > 0)
  );
}

/** “Northmoor City Council | Page 2”, the number in a column of its own: a foot with nothing around it. */
function isColumnFoot(lines: readonly PaperLine[], place: number): boolean {
  const [words = "", page = "", ...more] = (lines[place]?.text ?? "")
    .split("\t")
    .filter((cell) => cell.trim() !== "");
  return (
    more.length === 0 &&
    /^\s*page\s+\d{1,3}(?:\s+of\s+\d{1,3})?\s*$/i.test(page) &&
    bodyWord.test(words) &&
    [place - 1, place + 1].every((at) => (lines[at]?.text ?? "").trim() === "")
  );
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
 * @param given.onlyRepeated a body and a day on one line count only when they stand there twice: in a plan they are
 *   what an item says.
 */
export function withoutFurniture(
  lines: readonly PaperLine[],
  ledger: LineLedger,
  given: { readonly onlyRepeated?: true } = {},
): Furnished {
  const taken = new Map<number, string>();
  const seen = new Map<string, { line: number; number: number; exact: string }[]>();
  const inTables = figuresInTables(lines);
  for (const [place, line] of lines.entries()) {
    const text = withoutMarks(line.text);
    if (text === "" || inTables.has(place)) continue;
    // The end of a telephone number that was broken over two lines is no page number.
    const endsNumber =
      /^\d+$/.test(text) &&
      /(?:\b(?:tel|phone|fax)\b.*\d|\b0\d{2,4}[\d ]*)$/i.test(lines[place - 1]?.text.trimEnd() ?? "");
    if (
      (isPageFurniture(line.text) && !endsNumber) ||
      isRunningLine(line.text) ||
      isColumnFoot(lines, place)
    ) {
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
  takeBrokenFooters(lines, taken);
  takeNearNumbers(lines, taken);
  takeOwnNames(lines, taken);
  const headings = lines.filter(({ text }) => text.trim() !== "").slice(0, 5);
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
      const shouted = !/\p{Ll}{3}/u.test(first.exact);
      const weekday = /\b\p{Lu}+DAY\b/u.test(first.exact);
      if (places.length < 2 && !(shouted && (!given.onlyRepeated || weekday))) continue;
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
      // A title with a number before it has its page behind it, as agendas do.
      !/^\(?\p{Lu}?\d{1,2}[a-z]?[.)]?\s+\p{Lu}/u.test(text) &&
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
    const key =
      shape === "single" || shape === "beside" || shape === "broken footer"
        ? withoutMarks(line.text).replace(/\d+/g, "#").toLowerCase()
        : shape;
    const group = groups.get(key);
    if (group) group.push(line);
    else groups.set(key, [line]);
  }
  for (const group of groups.values()) ledger.leaveOutPageLines(group);
  return { lines: closeGaps(lines, taken, layoutOf(lines).wrapWidth), taken: new Set(taken.keys()) };
}

/** A running header that was broken over two lines: a body in capitals, and the end of its day below. */
function takeBrokenFooters(lines: readonly PaperLine[], taken: Map<number, string>): void {
  for (let place = 8; place + 1 < lines.length; place += 1) {
    const [line, next] = [lines[place], lines[place + 1]];
    if (!line || !next || isTableRow(line.text) || next.text.trim() === "") continue;
    const [first, rest] = [withoutMarks(line.text), withoutMarks(next.text)];
    const whole = `${first} ${rest}`;
    if (rest.length > 40 || runningFooter.test(first) || !runningFooter.test(whole)) continue;
    if (
      !bodyWord.test(first) ||
      /\p{Ll}{3}/u.test(first) ||
      !/\b\p{Lu}+DAY\b/u.test(whole) ||
      /^(?:meeting|held)\b/i.test(first)
    )
      continue;
    taken.set(line.number, "broken footer");
    taken.set(next.number, "broken footer");
  }
}

/**
 * Words that stand with a page's number, with at most a blank line between: a body or a day in the middle of the
 * page, or a line that stands beside the number of every page that it is on.
 */
function takeNearNumbers(lines: readonly PaperLine[], taken: Map<number, string>): void {
  const beside = (place: number) =>
    [-1, 1].some((step) => {
      let at = place + step;
      while (lines[at] && lines[at]?.text.trim() === "" && Math.abs(at - place) < 3) at += step;
      return (
        taken.get(lines[at]?.number ?? -1) === "single" || taken.get(lines[at]?.number ?? -1) === "beside"
      );
    });
  const often = Map.groupBy(
    lines.flatMap(({ text, number }, place) => {
      const words = withoutMarks(text);
      return words.length > 7 && words.length < 120 && !isTableRow(text) ? [{ words, number, place }] : [];
    }),
    ({ words }) => words,
  );
  for (const [words, places] of often) {
    const paperWord =
      bodyWord.test(words) || /\b(?:plan|notice|agenda|report|published|page)\b|\d{4}$/i.test(words);
    if (places.length > 1 && paperWord && !/[:.;]$/.test(words) && places.every(({ place }) => beside(place)))
      for (const { number } of places) taken.set(number, "beside");
  }
  for (let again = 0; again < 2; again += 1) {
    for (const [place, { text, number }] of lines.entries()) {
      const words = withoutMarks(text);
      const indent = /^ */.exec(text)?.[0].length ?? 0;
      if (
        taken.has(number) ||
        words === "" ||
        indent < 20 ||
        words.length > 60 ||
        isTableRow(text) ||
        !beside(place)
      )
        continue;
      if (isOnlyDay(text) || (bodyWord.test(words) && !/[.:;]$/.test(words))) taken.set(number, "beside");
    }
  }
}

/** “Cabinet Member Report – Resources 3”: words of the paper’s own head, parted as no sentence is, and a page’s number. */
function takeOwnNames(lines: readonly PaperLine[], taken: Map<number, string>): void {
  const wordsOf = (text: string) => text.toLowerCase().match(/\p{L}{2,}/gu) ?? [];
  const filled = lines.filter(({ text }) => text.trim() !== "");
  const head = new Set(filled.slice(0, 12).flatMap(({ text }) => wordsOf(text)));
  const below = filled[6]?.number ?? Number.POSITIVE_INFINITY;
  for (const [place, { text, number }] of lines.entries()) {
    if (number <= below || taken.has(number) || text.length > 130 || /^\s*\|/.test(text)) continue;
    const words = withoutMarks(text).replace(/^\*([^*]+)\*/, "$1");
    const found = /^(\p{Lu}.{5,100}?)\s+(?:page\s+)?\d{1,3}$/iu.exec(words);
    if (!found?.[1] || counted.test(found[1])) continue;
    const [day] = printedDates(found[1]);
    const named = wordsOf(day ? `${found[1].slice(0, day.start)} ${found[1].slice(day.end)}` : found[1]);
    const known = named.filter((word) => head.has(word)).length;
    const parted = day !== undefined || /\s[–—·|•-]\s/.test(found[1]);
    const apart = [place - 1, place + 1].every((at) => (lines[at]?.text ?? "").trim() === "");
    if (parted && apart && known >= 2 && named.length - known <= (named.length > 3 ? 1 : 0))
      taken.set(number, "beside");
  }
}

/** Whether what stands below a margin carries on what stood above it. */
function carriesOn(before: string, after: string): boolean {
  const open = (before.match(/\(/g) ?? []).length > (before.match(/\)/g) ?? []).length;
  if (open || /\b(?:e-?mail|tel(?:ephone)?)\s*:$/i.test(before)) return true;
  if (ended.test(before)) return false;
  const capitals = (text: string) => /\p{Lu}{3}/u.test(text) && !/\p{Ll}/u.test(text);
  return (
    /^\p{Ll}/u.test(after) ||
    (capitals(before) && capitals(after) && !/^\W*\d/.test(after)) ||
    /\b(?:and|of|the|a|an|to|for|in|with|by)$/.test(before)
  );
}

/** Without the taken lines; a sentence that goes on below the margin is not parted by the blank lines around it. */
function closeGaps(
  lines: readonly PaperLine[],
  taken: ReadonlyMap<number, string>,
  wrapWidth: number | null,
): PaperLine[] {
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
    // A line that was filled to its width goes on below the margin, wherever its sentence ends.
    const filled =
      wrapWidth !== null &&
      !/:\s*[-–]*$/.test(before) &&
      /^[\p{L}(“"'‘]/u.test(after) &&
      (kept[end - 1]?.text.trimEnd().length ?? 0) + 1 + (after.split(/\s/)[0] ?? "").length >
        wrapWidth * 0.97;
    const goesOn = filled || (before.length > 12 && carriesOn(before, after));
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
