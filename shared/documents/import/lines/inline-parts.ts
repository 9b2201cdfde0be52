import { romanNumber } from "./paper-blocks.ts";

interface Mark {
  readonly at: number;
  readonly style: string;
  readonly value: number;
}

const mark =
  /(?<=^|\s)(?<open>\()?(?:(?<number>\d{1,2})|(?<roman>[ivx]{1,5})|(?<upper>[A-Z])|(?<lower>[a-z]))(?<close>[).])\s+(?=\S)/g;
/** What a number belongs to, when it is no label of a part: “paragraphs (a) and (b)”. */
const cites =
  /\b(?:paragraphs?|sections?|parts?|clauses?|options?|appendi(?:x|ces)|recommendations?|minutes?|items?|resolutions?|conditions?|stages?|phases?|rules?|articles?|no|nos|or|and|of)\.?\s*$/i;

/**
 * The parts of a decision that stand in one paragraph, “(1) That …; (2) That …”: the words before the first, then
 * each part with its label, set in by its depth. A number counts only when the next of its kind follows.
 */
export function inlineParts(text: string): string[] {
  const marks = marksIn(text);
  const open: { style: string; value: number }[] = [];
  const cuts: { at: number; depth: number }[] = [];
  for (const [place, { at, style, value }] of marks.entries()) {
    // What a sign or a word at its end says; the rest of a long part is of no account.
    const before = text.slice(Math.max(cuts.at(-1)?.at ?? 0, at - 200), at).trim();
    const level = open.findLastIndex((one) => one.style === style && value === one.value + 1);
    if (level >= 0 && /(?:[;.,:–—-]|\b(?:and|or))$/.test(before)) {
      open.length = level + 1;
      open[level] = { style, value };
      cuts.push({ at, depth: level });
      continue;
    }
    const begins = before === "" || /[:;–—-]$|\b(?:that|to)$/.test(before) || style.startsWith("(");
    if (value !== 1 || !begins || cites.test(before) || open.some((one) => one.style === style)) continue;
    let next = place + 1;
    while (next < marks.length && (marks[next]?.style !== style || (marks[next]?.value ?? 0) > 2)) next += 1;
    if (marks[next]?.value !== 2) continue;
    open.push({ style, value });
    cuts.push({ at, depth: open.length - 1 });
  }
  const [first] = cuts;
  if (!first) return [text];
  const lead = text.slice(0, first.at).trim();
  return [
    ...(lead === "" ? [] : [lead]),
    ...cuts.map(
      ({ at, depth }, place) =>
        `${"  ".repeat(depth)}${text.slice(at, cuts[place + 1]?.at ?? text.length).trim()}`,
    ),
  ];
}

function marksIn(text: string): Mark[] {
  return [...text.matchAll(mark)].flatMap((match): Mark[] => {
    const { open = "", close = "", number, roman, upper, lower } = match.groups ?? {};
    if (open !== "" && close !== ")") return [];
    const sign = `${open}${close}`;
    const at = match.index;
    if (number !== undefined) return [{ at, style: `${sign}1`, value: Number(number) }];
    if (upper !== undefined && close === ")")
      return [{ at, style: `${sign}A`, value: upper.charCodeAt(0) - 64 }];
    if (lower !== undefined) return [{ at, style: `${sign}a`, value: lower.charCodeAt(0) - 96 }];
    if (roman === undefined) return [];
    const letter: Mark[] =
      roman.length === 1 ? [{ at, style: `${sign}a`, value: roman.charCodeAt(0) - 96 }] : [];
    return [{ at, style: `${sign}i`, value: romanNumber(roman) }, ...letter];
  });
}
