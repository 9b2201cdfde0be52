import { cellsOf, isTableRow, type PaperLine, withoutMarks } from "../lines/paper-lines.ts";

/** Where an item of an agenda begins, and what it is called there. */
export interface ItemStart {
  readonly place: number;
  readonly number: number;
  /** The label as the agenda counts it: “4”, “9A”, “B2”, “7(a)”. */
  readonly reference: string;
  readonly title: string;
}

/** The columns of an agenda that is a table: the places of their cells. */
export interface ItemColumns {
  readonly title: number;
  readonly author: number;
  readonly pages: number;
  readonly others: readonly { readonly at: number; readonly name: string }[];
}

const titleLine =
  /^(?:public\s+)?agenda(?:\s+(?:items?|front sheet|part (?:1|i|a)|business))?\s*:?$|^(?:(?:order|items|list) of |summary of )?business(?: to be (?:transacted|considered|conducted))?\s*:?$/i;

/** “AGENDA”, or “BUSINESS” as a summons has it; its letters apart as some councils print them. */
export function isAgendaTitle(text: string): boolean {
  return titleLine.test(/^(?:\S\s){5,}\S$/.test(text) ? text.replace(/\s/g, "") : text);
}

/** Whether the paper adds to an agenda that is already out. */
export function isSupplement(lines: readonly PaperLine[]): boolean {
  return lines
    .filter(({ text }) => text.trim() !== "")
    .slice(0, 12)
    .some(({ text }) =>
      /^(?:\p{L}+\s+)?supplement(?:ary|al)?\b|\bagenda supplement\b|\b(?:supplement(?:ary|al)?|additional|late|revised) (?:agenda|pack|papers?|items?)\b|\bto follow (?:papers?|reports?|items?)\b/iu.test(
        withoutMarks(text),
      ),
    );
}

/** Cells of a line of an item, marks and blank cells gone; where borders are lost, wide spaces part them. */
export function itemCells(text: string): string[] {
  return (isTableRow(text) ? cellsOf(text) : text.trim().split(/\s{3,}/))
    .map(withoutMarks)
    .filter((cell) => cell !== "");
}

/** Words of a part that the public does not hear. */
const shut =
  /\b(?:private|exempt|confidential|closed|exclu(?:ded?|sion|ding)|absence of|without the (?:press|public)|not (?:for publication|open))\b/i;

/** Whether a heading between two items opens a part that the public hears, or one that it does not. */
export function partHeading(text: string): "open" | "private" | null {
  const words = itemCells(text).join(" ");
  if (words.length <= 130 && !/[.;]$/.test(words)) {
    const part =
      /^(?<word>part|section|schedule|list)\s+(?:(?<first>1|i|a|one)|2|ii|b|two|3|iii|c|three|d|4)\b(?!\s+of\b|\s*,)(?<rest>.*)$/i.exec(
        words,
      )?.groups;
    if (part) {
      const rest = (part["rest"] ?? "").replace(
        /\b(?:not|non|no)\b[^,;]{0,30}\b(?:exempt|confidential)\b/i,
        "",
      );
      if (shut.test(rest)) return "private";
      // “PART B” alone is the private one; “Part B - for information” is not.
      const told =
        part["first"] !== undefined || /\p{L}{3}/u.test(rest) || !/^part$/i.test(part["word"] ?? "");
      return told ? "open" : "private";
    }
  }
  if (words.length > 200 || /^\d/.test(words)) return null;
  return /^(?:exempt|private|confidential|closed|part (?:2|ii|b))\s+(?:(?:items?|business|session|agenda|matters?|reports?|part)(?:\s*$|\s*[-–—:(])|session\b)|^items?\s+(?:to be )?(?:(?:considered|taken|heard|discussed) in private|(?:from|during|for) which (?:the )?(?:press|public)\b|(?:containing|involving|with) (?:exempt|confidential)\b)/i.test(
    words,
  )
    ? "private"
    : null;
}

const itemWord = "(?:(?:[Aa]genda\\s+|AGENDA\\s+)?(?:[Ii]tem|ITEM)\\s+(?:[Nn]o\\.?\\s*|NO\\.?\\s*)?)?[([]?";
const reference =
  "(?<reference>(?<prefix>\\p{Lu}\\.?)?(?<number>\\d{1,2})(?:(?<letter>[A-Za-z])|\\s?\\((?<bracket>[a-z])\\))?)";
const labelAlone = new RegExp(`^${itemWord}${reference}\\s*(?<stop>[.)\\]:])?$`, "u");
const labelled = new RegExp(
  `^${itemWord}${reference}(?:\\s*(?<stop>[.)\\]:])(?!\\d)|(?=\\s+(?:[\\p{Lu}“"‘'*(£]|20\\d\\d\\b)))\\s*[-–—]?\\s*(?<title>.*)$`,
  "u",
);

interface Candidate extends ItemStart {
  readonly prefix: string;
  readonly letter: string;
  /** The label stands with a full stop or a bracket. */
  readonly stopped: boolean;
}

function candidateAt(lines: readonly PaperLine[], place: number): Candidate | null {
  const text = lines[place]?.text ?? "";
  if (text.trim() === "" || /^\s{0,3}[-*•]\s/.test(text)) return null;
  const [first = "", ...rest] = itemCells(text);
  const alone = labelAlone.exec(first)?.groups;
  const groups = alone ?? labelled.exec(first)?.groups;
  if (!groups) return null;
  let title = alone ? rest.join("  ") : [groups["title"] ?? "", ...rest].join("  ").trim();
  if (title === "") {
    const next = lines.slice(place + 1, place + 4).find((line) => line.text.trim() !== "");
    title = withoutMarks(next?.text ?? "");
    if (title === "" || labelAlone.test(title) || labelled.test(title)) return null;
  }
  if (!/^[\p{Lu}\d“"'‘*(£]/u.test(title) || /^(?:am|pm|a\.m|p\.m)\b/i.test(title)) return null;
  if (/^(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\p{L}*\s+\d{4}/iu.test(title)) return null;
  const number = Number(groups["number"]);
  const prefix = (groups["prefix"] ?? "").replace(".", "");
  const letter = (groups["letter"] ?? groups["bracket"] ?? "").toLowerCase();
  const printed = groups["bracket"] ? `(${groups["bracket"]})` : (groups["letter"] ?? "");
  const own = `${prefix}${number}${printed}`;
  return { place, number, prefix, letter, reference: own, title, stopped: groups["stop"] !== undefined };
}

/** How far the label of one item stands from that of another: 1 for the next, null where it cannot follow. */
function stepTo(last: Candidate, next: Candidate): number | null {
  if (next.prefix === last.prefix) {
    if (next.number === last.number && next.letter !== "" && next.letter > last.letter) return 1;
    return next.number > last.number ? next.number - last.number : null;
  }
  const after =
    last.prefix !== "" && next.prefix.length === 1
      ? next.prefix.charCodeAt(0) - last.prefix.charCodeAt(0)
      : 0;
  return after === 1 && (next.number === 1 || next.number === last.number + 1) ? 1 : null;
}

/** Numbers of a supplement are those that its items have on the agenda: some are passed over. */
const widestStep = 30;

function chainFrom(candidates: readonly Candidate[], from: number, supplement: boolean): Candidate[] {
  const first = candidates[from];
  if (!first) return [];
  const chain = [first];
  for (let at = from; ; ) {
    const last = chain.at(-1) ?? first;
    const rest = candidates.slice(at + 1);
    const within = (most: number) =>
      rest.findIndex((next) => {
        const step = stepTo(last, next);
        return step !== null && step <= most;
      });
    let found = within(supplement ? widestStep : 1);
    // A number may be left out; a list within an item does not begin after the numbers above it.
    if (found < 0 && chain.length >= 3) {
      found = within(3);
      if (found >= 0 && rest[found]?.stopped !== first.stopped) found = -1;
    }
    const next = rest[found];
    if (!next) return chain;
    chain.push(next);
    at += found + 1;
  }
}

/** So many beginnings are tried; an agenda has its first item long before. */
const mostBeginnings = 60;

/** Where the items begin: labels that follow one another, on lines that do not read as sentences of a list. */
export function placesOfItems(lines: readonly PaperLine[]): ItemStart[] {
  const candidates = lines.flatMap((_, place) => candidateAt(lines, place) ?? []);
  const agendaAt = lines.findIndex(({ text }) => isAgendaTitle(withoutMarks(text)));
  const supplement = isSupplement(lines);
  let best: Candidate[] = [];
  let tried = 0;
  for (const [at, start] of candidates.entries()) {
    if ((start.number !== 1 && !supplement) || (agendaAt >= 0 && start.place < agendaAt)) continue;
    tried += 1;
    if (tried > mostBeginnings) break;
    const chain = chainFrom(candidates, at, supplement);
    if (chain.length > best.length) best = chain;
    if (chain.length >= 3) break;
  }
  return [...best, ...secondPart(lines, candidates, best)].map(
    ({ place, number, reference, title }): ItemStart => ({ place, number, reference, title }),
  );
}

/** The items of a second part that begins again at 1: they are numbered on, and keep their own number beside it. */
function secondPart(
  lines: readonly PaperLine[],
  candidates: readonly Candidate[],
  first: readonly Candidate[],
): Candidate[] {
  const last = first.at(-1);
  if (!last) return [];
  const heading = lines.findIndex(({ text }, place) => place > last.place && partHeading(text) === "private");
  if (heading < 0) return [];
  const again: Candidate[] = [];
  for (const candidate of candidates)
    if (candidate.place > heading && candidate.number === again.length + 1) again.push(candidate);
  return again.map((item) => ({
    ...item,
    number: last.number + item.number,
    reference: `Part 2, ${item.reference}`,
  }));
}

const columnWords = {
  pages: /^(?:page|pg)s?\b(?:\s*(?:nos?|numbers?)\b\.?)?|^pp\.?$/i,
  author:
    /\b(?:report (?:of|by|from|author)|reporting officer|presented by|presenter|presenting|author|officer|lead|owner|sponsor|from)\b/i,
  title: /^(?:agenda )?(?:items?|subjects?|titles?|topics?|business|matters?|description|reports?)\b/i,
};

/** The head of a table of items, “Item | Subject | Presented by | Pages”; null where a line is none. */
export function itemColumns(text: string): ItemColumns | null {
  if (!isTableRow(text)) return null;
  const cells = cellsOf(text).map(withoutMarks);
  if (cells.some((cell) => cell.length > 40 || /\d/.test(cell))) return null;
  const pages = cells.findIndex((cell) => columnWords.pages.test(cell));
  const author = cells.findIndex((cell, at) => at !== pages && columnWords.author.test(cell));
  const titles = cells.flatMap((cell, at) =>
    at !== pages && at !== author && columnWords.title.test(cell) && !/\b(?:nos?|number)\b\.?$/i.test(cell)
      ? [at]
      : [],
  );
  const number = cells.findIndex((cell) => /^(?:(?:agenda )?item )?(?:nos?\b\.?|number|#)$/i.test(cell));
  const blank = cells.findIndex((cell, at) => cell === "" && at > number && at < pages);
  // “Item | Subject”: the first holds the number. A title's column may have no head of its own.
  const title = titles.at(-1) ?? (number >= 0 ? blank : -1);
  if (title < 0 || (pages < 0 && author < 0 && number < 0)) return null;
  return {
    title,
    author,
    pages,
    others: cells.flatMap((name, at) =>
      name === "" ||
      at === title ||
      at === number ||
      at === author ||
      at === pages ||
      (at < title && titles.includes(at))
        ? []
        : [{ at, name }],
    ),
  };
}

/** Whether a line says that figures at the right of the items are their pages. */
export function headsPages(text: string): boolean {
  return /(?:^|\t|\s{3,})page(?:s|\s*nos?\.?|\s*numbers?)?\s*\t?$/i.test(text.trimEnd());
}
