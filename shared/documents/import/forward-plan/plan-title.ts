import { type LineLedger, opening } from "../lines/line-ledger.ts";
import type { IndexEntry } from "./plan-front.ts";
import type { RawItem } from "./plan-item.ts";
import { cleaned, oneLine, plainMarks } from "./plan-values.ts";

const detailsOpenings =
  /\s(?=(?:To\s+(?:[a-z]+ly\s+)?(?:accept|adopt|advise|agree|allow|amend|appoint|approve|ask|authorise|award|bid|build|buy|change|close|commence|confirm|consider|consult|continue|create|declare|delegate|deliver|determine|develop|dispose|enable|endorse|enter|establish|extend|grant|inform|invite|introduce|join|lease|let|make|note|obtain|open|outline|present|procure|propose|provide|publish|purchase|receive|recommend|renew|replace|report|request|respond|review|secure|seek|select|sell|set|sign|submit|support|take|transfer|update|vary|write)\b|(?:This|The)\s+(?:report|purpose|proposal|Council|Cabinet|Authority|decision|item)\b|(?:Cabinet|Council|Members|Approval|Authority|Authorisation|Permission)\s+(?:is|are|will|to)\b|(?:Report|Proposal|Request)\s+(?:to|seeking|of|on)\b|(?:Recommendation) to\b|(?:Seeking|Following|Further to|In accordance with)\b))/;

/** The rows of a plan’s index, by the first letters of their titles. */
export type IndexByOpening = ReadonlyMap<string, readonly IndexEntry[]>;

/** The first four letters or digits of a text, without case and accents: a title of the index has as many at least. */
export function openingLetters(text: string): string {
  const letters = text.slice(0, 100).normalize("NFKD").toLowerCase();
  return letters.replace(/[^\p{L}\p{N}]/gu, "").slice(0, 4);
}

/**
 * Title and details stand in one cell, one after the other. Where a cell of its own, a line of its own or bold
 * marks part them, that decides; else the index, which prints the title alone; else the background documents,
 * which often repeat it; else the first words that begin as details do, with a warning.
 */
export function titleAndDetails(
  raw: RawItem,
  index: IndexByOpening,
  columnWidth: number,
  ledger: LineLedger,
): { title: string; details: string } {
  const own = oneLine(cleaned(raw.fields.get("title")?.parts.join("\n") ?? ""));
  const parts = raw.fields.get("details")?.parts ?? [];
  const whole = oneLine(cleaned(parts.join("\n")));
  if (own !== "") return { title: own, details: whole };

  const listed = (index.get(openingLetters(whole)) ?? [])
    .map(({ title }) => ({ title, end: endOfPrefix(whole, title) }))
    .filter(({ end }) => end > 0)
    .sort((a, b) => b.end - a.end)[0];
  if (listed)
    return {
      title: listed.title,
      details: whole
        .slice(listed.end)
        .replace(/^[\s.:;–-]+(?=\S)/, "")
        .trim(),
    };

  const bold = /^\s*\*\*(.+?)\*\*\s*(.*)$/s.exec(parts.join(" "));
  if (bold?.[1] && bold[2])
    return { title: oneLine(plainMarks(bold[1])), details: oneLine(cleaned(bold[2])) };

  const documents = raw.fields.get("backgroundDocuments")?.parts.map(plainMarks) ?? [];
  for (const document of documents) {
    const end = endOfPrefix(whole, document);
    if (end > 10 && end < whole.length)
      return { title: whole.slice(0, end).trim(), details: whole.slice(end).trim() };
  }
  const [first = "", ...rest] = parts.map((part) => oneLine(plainMarks(part))).filter((part) => part !== "");
  const lines = [first, ...rest];
  // A line that begins as details do ends the title, however narrow the column.
  const told = lines.findIndex(
    (line, at) => at > 0 && beginsDetails(line) && !/[:,–-]$/.test(lines[at - 1] ?? ""),
  );
  const above = oneLine(lines.slice(0, told).join(" "));
  if (told > 0 && told < 6 && above.length <= 150 && !/[.!?]$/.test(above))
    return { title: above, details: lines.slice(told).join(" ") };
  const end = lines.findIndex((line, at) => !titleGoesOn(line, lines[at + 1], columnWidth));
  const sentence = lines.findIndex(
    (line, at) =>
      /^\p{Lu}/u.test(lines[at + 1] ?? "") && !/(?:[:,–-]|\b(?:and|of|the|for|to|in|on|with))$/i.test(line),
  );
  if (end === lines.length - 1 && /\.$/.test(whole) && sentence >= 0)
    return {
      title: oneLine(lines.slice(0, sentence + 1).join(" ")),
      details: lines.slice(sentence + 1).join(" "),
    };
  if (end > 0 && end === lines.length - 1 && whole.length <= 150 && !detailsOpenings.test(whole.slice(8)))
    return { title: whole, details: "" };
  if (end > 0 && end < lines.length - 1)
    return { title: oneLine(lines.slice(0, end + 1).join(" ")), details: lines.slice(end + 1).join(" ") };
  const wrapped =
    first.length > 0.8 * rest.reduce((most, part) => Math.max(most, part.length), 0) && first.length > 50;
  const opensDetails =
    detailsOpenings.test(` ${rest[0]}`.slice(0, 60)) && detailsOpenings.exec(` ${rest[0]}`)?.index === 0;
  if (
    rest.length > 0 &&
    (opensDetails || (!wrapped && !/[.,;]$/.test(first) && !/^[a-z]/.test(rest[0] ?? "")))
  ) {
    return { title: first, details: rest.join(" ") };
  }
  const begins = detailsOpenings.exec(whole.slice(8));
  if (begins) {
    const at = begins.index + 8;
    const title = whole.slice(0, at).trim();
    ledger.note(
      raw.line,
      `Title and details stand in one cell and the index does not part them. “${opening(title)}” is taken as the title.`,
    );
    return { title: title.replace(/(?<!\b(?:etc|plc|ltd|co|no))\.$/i, ""), details: whole.slice(at).trim() };
  }
  if (whole.length > 150) {
    const sentence = /^(.{10,150}?[.:])\s+(?=\p{Lu})/u.exec(whole);
    const title = sentence?.[1] ?? whole.slice(0, 150).replace(/\s\S*$/, "");
    ledger.note(
      raw.line,
      `Title and details could not be told apart. “${opening(title)}” is taken as the title.`,
    );
    return { title: title.replace(/[.:]$/, ""), details: whole.slice(title.length).trim() };
  }
  return { title: whole, details: "" };
}

/** Whether a title runs on over the next line of its cell: where that line's first word would not have fitted. */
function titleGoesOn(line: string, next: string | undefined, width: number): boolean {
  if (next === undefined || /[.!?]$/.test(line) || beginsDetails(next)) return false;
  // A sentence in brackets says something of the item, and no more of its title.
  if (/^\(/.test(next) && next.length > 50) return false;
  const [word = ""] = next.split(" ");
  return /^[\p{Ll}(&]/u.test(next) || (width < 60 && line.length + 1 + word.length > width * 0.8);
}

/** Whether a line begins as what is to be decided does: “To approve …”. */
export const beginsDetails = (line: string) =>
  /^To\s+\p{Ll}/u.test(line) || detailsOpenings.exec(` ${line}`.slice(0, 60))?.index === 0;

/** Where `prefix` ends in `text`, compared by letters and digits only; 0 when `text` does not begin with it. */
function endOfPrefix(text: string, prefix: string): number {
  const wanted = [...prefix.normalize("NFKD").toLowerCase()].filter((letter) => /[\p{L}\p{N}]/u.test(letter));
  if (wanted.length < 4) return 0;
  let met = 0;
  for (let at = 0; at < text.length; at += 1) {
    for (const letter of (text[at] ?? "").normalize("NFKD").toLowerCase()) {
      if (!/[\p{L}\p{N}]/u.test(letter)) continue;
      if (letter !== wanted[met]) return 0;
      met += 1;
    }
    if (met === wanted.length) {
      const next = text.slice(at + 1);
      return /^[\p{L}\p{N}]/u.test(next) ? 0 : at + 1 + (/^[)\]”"'’]/.test(next) ? 1 : 0);
    }
  }
  return 0;
}
