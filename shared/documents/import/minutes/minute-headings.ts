import type { Layout } from "../lines/paper-blocks.ts";
import { cellsOf, type PaperLine, withoutBrackets, withoutMarks } from "../lines/paper-lines.ts";
import { minuteLabel } from "./minute-labels.ts";

/** Where a minute begins: its number and title. */
export interface MinuteHeading {
  /** Null in papers that do not number their minutes. */
  readonly number: number | null;
  /** “CAB.45”, “45/18”, as printed; absent when it is only the number. */
  readonly reference?: string;
  readonly title: string;
  /** Place of its first line, and of the first line after it. */
  readonly place: number;
  readonly end: number;
}

/** A reference of a minute: “45”, “CAB.45”, “45/18”, “2024/17”, “CAB/23/045”, “A.17A”; then its title. */
const numbered =
  /^(?:(?:minute|item)(?:\s+no\.?)?\s*)?(?<reference>(?:(?<prefix>[A-Z]{1,8}|\d{2,4}\/\d{2,4}(?=\s?[-–/]))(?:\s?[-–/]\s?|[\s.]|(?=\d)))?(?<number>\d{1,4})(?<suffix>[A-Z]?(?![\p{L}\d]))(?:\s*\/\s*(?<year>\d{2,4}(?:\s*[/-]\s*\d{2,4})?))?)\s*[.:)]?(?:\s+[-–—]?\s*|(?=\p{Lu}{2})|$)(?<title>.*)$/u;

interface Candidate extends MinuteHeading {
  readonly number: number;
  readonly prefix: string;
  /** “A” of “17A”. */
  readonly suffix: string;
  readonly weight: number;
}

/**
 * Finds where the minutes begin. Resolutions and lists are numbered too, so a single line decides nothing: the
 * longest run of numbers that follow one another, on lines that look like titles, is the numbering of the minutes.
 */
export function minuteHeadings(lines: readonly PaperLine[], layout: Layout): MinuteHeading[] {
  const candidates = lines.flatMap((_, place) => candidatesAt(lines, place, layout));
  const byNumber = new Map<string, Candidate[]>();
  for (const candidate of candidates) {
    const key = `${candidate.prefix} ${candidate.number}${candidate.suffix}`;
    const same = byNumber.get(key);
    if (same) same.push(candidate);
    else byNumber.set(key, [candidate]);
  }
  let best: Candidate[] = [];
  let bestWeight = 0;
  const inBest = new Set<Candidate>();
  for (const first of candidates.slice(0, 400)) {
    // What the best run holds already begins no better one.
    if (inBest.has(first)) continue;
    const chain = chainFrom(first, byNumber);
    const weight = chain.reduce((sum, candidate) => sum + candidate.weight, 0);
    if (weight <= bestWeight) continue;
    best = chain;
    bestWeight = weight;
    for (const candidate of chain) inBest.add(candidate);
  }
  return best.map(({ prefix: _, suffix: __, weight: ___, ...heading }) => heading);
}

function chainFrom(first: Candidate, byNumber: ReadonlyMap<string, readonly Candidate[]>): Candidate[] {
  const chain = [first];
  let last = first;
  const after = (number: number, suffix = "") =>
    (byNumber.get(`${first.prefix} ${number}${suffix}`) ?? []).filter(({ place }) => place >= last.end);
  // Weight before nearness: a numbered line of a list may come before the title with the same number.
  const nearest = (number: number) => {
    const same = after(number);
    const beyond = after(number + 1).find(({ weight }) => weight >= first.weight);
    const within = beyond ? same.filter(({ place }) => place < beyond.place) : same;
    return within.find(({ weight }) => weight >= first.weight) ?? within[0];
  };
  for (;;) {
    const letter = String.fromCharCode((last.suffix === "" ? 64 : last.suffix.charCodeAt(0)) + 1);
    const next =
      after(last.number, letter).find(({ weight }) => weight >= first.weight) ??
      nearest(last.number + 1) ??
      nearest(last.number + 2) ??
      nearest(last.number + 3);
    if (!next) return chain;
    chain.push(next);
    last = next;
  }
}

/** A line’s readings: in “63/23” and “2024/17” only the run of the numbers tells which is the year. */
function candidatesAt(lines: readonly PaperLine[], place: number, layout: Layout): Candidate[] {
  const found = candidateAt(lines, place, layout);
  if (!found) return [];
  const parts = /^(?<before>.*\d)\s*\/\s*(?<last>\d{1,4})$/.exec(found.reference ?? "")?.groups;
  if (!parts) return [found];
  return [found, { ...found, number: Number(parts["last"]), prefix: `last|${parts["before"]}` }];
}

/** No title of a minute is longer, in characters. */
const longestTitle = 260;

function candidateAt(lines: readonly PaperLine[], place: number, layout: Layout): Candidate | null {
  const line = lines[place];
  if (!line || line.text.trim() === "") return null;
  const cells = cellsOf(line.text).filter((cell) => cell !== "");
  if (cells.length > 2) return null;
  const printed = cells.join(" ");
  const text = withoutMarks(printed.replace(/^\s*[-*•]\s+(?=\d)/, ""));
  const groups = numbered.exec(text)?.groups;
  if (!groups) return null;
  const { reference = "", prefix = "", number = "", suffix = "", year } = groups;
  if (
    /^(?:on|at|in|of|the|and|to|page|tel|pages|paragraph|appendix|section|recommendation|no|rule)$/i.test(
      prefix,
    )
  )
    return null;
  let title = (groups["title"] ?? "").trim();
  let end = place + 1;
  const marked = /^\s*(?:#{1,6}\s|\*\*)/.test(line.text);
  if (title === "") {
    // The number stands on a line of its own, its title on the next.
    while (end < lines.length && lines[end]?.text.trim() === "" && end - place < 3) end += 1;
    title = withoutMarks(lines[end]?.text ?? "");
    if (title === "" || numbered.test(title) || !/\.$|^\D|\//.test(text)) return null;
    end += 1;
  }
  const capitals = isCapitals(title);
  for (let last = lines[end - 1]; end < lines.length && title.length <= longestTitle; end += 1) {
    const next = lines[end];
    const words = withoutMarks(next?.text ?? "");
    if (!next || !last || words === "" || minuteLabel(next.text) || numbered.test(words)) break;
    const fits =
      last.text.trimEnd().length + 1 + (words.split(" ")[0] ?? "").length <= (layout.wrapWidth ?? 0) * 0.86;
    const goesOn = capitals
      ? isCapitals(words)
      : layout.wrapWidth !== null && !fits && words.length < layout.wrapWidth * 0.7 && !/[.:]$/.test(words);
    if (!goesOn || (/[.:]$/.test(title) && !capitals)) break;
    title = `${title} ${words}`;
    last = next;
  }
  // A title in capitals that ends in the middle goes on below a blank line.
  if (capitals && /\b(?:A|AN|THE|OF|AND|FOR|TO|IN|ON|WITH|BY)$|[-–&,]$/.test(title)) {
    let next = end;
    while (next < lines.length && lines[next]?.text.trim() === "") next += 1;
    const words = withoutMarks(lines[next]?.text ?? "");
    if (
      next - end <= 2 &&
      isCapitals(words) &&
      !numbered.test(words) &&
      !minuteLabel(lines[next]?.text ?? "")
    ) {
      title = `${title} ${words}`;
      end = next + 1;
    }
  }
  const weight = titleWeight(title, capitals, marked, `${prefix}${year ?? ""}` !== "");
  if (weight === 0) return null;
  return {
    number: Number(number),
    ...(reference === number ? {} : { reference: reference.replace(/\s+/g, " ") }),
    title: title
      .replace(/\s+/g, " ")
      .replace(/\s*\((?:agenda )?item\b[^()]{0,20}\)\s*:?\s*$/i, "")
      .trim(),
    place,
    end,
    prefix: `${prefix}|${year ?? ""}`,
    suffix,
    weight,
  };
}

/** Whether words stand in capitals, but for a few letters and what is in brackets. */
export function isCapitals(text: string): boolean {
  const letters = withoutBrackets(text).replace(/[^\p{L}]/gu, "");
  const small = letters.replace(/[^\p{Ll}]/gu, "").length;
  return letters.length > 1 && small <= letters.length * 0.1;
}

/** How much a line looks like a title: 0 for one that does not. */
function titleWeight(title: string, capitals: boolean, marked: boolean, referenced: boolean): number {
  if (title.length > longestTitle || !/^[\p{Lu}\d“"'‘(£*]/u.test(title) || !/\p{L}{2}/u.test(title)) return 0;
  if (/[;,]$|;\s*(?:and|or)$/.test(title)) return 0;
  if (capitals) return 4;
  const words = title.split(/\s+/);
  const sentence =
    /\b(?:be|been|was|were|is|are|has|have|will|would|should|had)\b/.test(title) &&
    !/^(?:how|what|why|where)\b/i.test(title);
  if (referenced) return words.length <= 30 && !/[.]$/.test(title) ? 3 : 0;
  if (marked && !sentence) return 3;
  if (sentence || words.length > 20 || /\.$/.test(title) || /^that\b/i.test(title)) return 0;
  return 1;
}
