import type { Secrecy } from "../../../contracts/answer.ts";
import { oneLine } from "../forward-plan/plan-values.ts";
import { opening } from "./line-ledger.ts";

/** What a paper says of who may see a report. */
export interface ExemptStatus {
  readonly secrecy: Secrecy;
  /** Paragraphs of Schedule 12A Part 1, 1 to 7. */
  readonly paragraphs: number[];
  /** What a person should look at, as the end of a sentence. */
  readonly notes: string[];
  /** Whether words beyond the status and the paragraphs were left out. */
  readonly leaves: boolean;
}

const paragraphsCited =
  /\bpara(?:graph)?(?:\(s\)|s)?\.?\s*(?:no(?:\(s\)|s)?\.?)?\s*:?\s*((?:\(?\d{1,2}\)?(?:\s*(?:,|;|&|\/|and|or)\s*)?)+)/gi;
/** “Part 1 of Schedule 12A to the Act” names the law; it does not say that a part is exempt. */
const law =
  /\s*(?:\bof\s+)?\bparts?\s+(?:1|I|one|\(1\))\s+(?:of|to)\s+(?:the\s+)?schedule\s*12A?|\s*(?:\bof\s+)?\bschedule\s*12A?\b|\s*(?:of|to|in)\s+the\s+(?:Local\s+Government\s+)?Act(?:\s+1972)?(?:\s*\(as amended\))?/gi;
/** How the Schedule describes its paragraphs. */
const ground =
  /\binformation\s+(?:relating\s+to|which|in\s+respect\s+of)\b[^.;()]*(?:\((?![^()]*\bpara)[^()]*\))?|\bfinancial or business affairs\b[^.;()]*/gi;
/** Meetings are held in two parts: the first is open, the second is not. */
const openPart = /\bpart\s+(?:1|i|a|one)\b/i;
const closedPart = /\bpart\s+(?:2|ii|b|two)\b/i;
const appendix = /\b(?:appendi(?:x|ces)|annex(?:es)?|schedule of|the report itself)\b/i;

/**
 * Reads what stands beside “Exempt report”, “Open or private” and the like. Whatever shuts the public out is never
 * read as open.
 */
export function readExempt(text: string): ExemptStatus {
  const notes: string[] = [];
  const words = oneLine(text).replace(law, "").replace(ground, "");
  const cited = [...words.matchAll(paragraphsCited)].flatMap((match) =>
    [...(match[1] ?? "").matchAll(/\d+/g)].map(Number),
  );
  const bare =
    cited.length === 0 ? [...words.matchAll(/\((\d{1,2})\)/g)].map((match) => Number(match[1])) : [];
  const numbers = [...new Set([...cited, ...bare])].sort((a, b) => a - b);
  const wrong = numbers.filter((number) => number < 1 || number > 7);
  if (wrong.length > 0) {
    notes.push(
      `paragraph ${wrong.join(", ")} is not a ground of exemption; paragraphs 1 to 7 are. It is left out.`,
    );
  }
  const paragraphs = numbers.filter((number) => number >= 1 && number <= 7);
  const secrecy = secrecyOf(words, paragraphs.length > 0);
  if (secrecy === "fully-exempt" && !/\bfull|\bwhole\b/i.test(words)) {
    notes.push(`“${opening(words)}” is read as fully exempt.`);
  }
  if (secrecy !== "open" && paragraphs.length === 0) {
    notes.push("an exempt report cites no paragraph of Schedule 12A; one of 1 to 7 is needed.");
  }
  if (secrecy === "open" && paragraphs.length > 0)
    notes.push("an open report cites a paragraph of exemption. Which is right?");
  const rest = oneLine(text)
    .replace(paragraphsCited, " ")
    .replace(
      /\b(?:part(?:ly|ially)?(?:\s+(?:1|2|i|ii|a|b)\b)?|full(?:y)?|yes|exempt|open|report|private|public|confidential|not|no|none|n\/a|information)\b/gi,
      " ",
    )
    .replace(/[^\p{L}]+/gu, " ")
    .trim();
  return { secrecy, paragraphs, notes, leaves: rest !== "" };
}

function secrecyOf(words: string, cites: boolean): Secrecy {
  if (/^[\s\p{P}]*$/u.test(words) || /^(?:n\s?\/?\s?a|not applicable|nil)\.?$/i.test(words)) return "open";
  const says = (pattern: RegExp) => pattern.test(words);
  if (says(closedPart))
    return says(openPart) || says(appendix) || says(/\bopen\b/i) ? "part-exempt" : "fully-exempt";
  if (says(openPart)) return "open";
  const appended =
    says(appendix) &&
    (says(/^(?:no|open|public)\b/i) || says(/\bonly\b|\b(?:is|be) open\b/i)) &&
    (cites || says(/exempt|not for publication|confidential|private/i));
  if (says(/\bpart(?:ly|ially)?\b/i) || appended) return "part-exempt";
  if (says(/\bfull(?:y)?\b|\bprivate\b|\bconfidential\b/i)) return "fully-exempt";
  // “Exempt, not public” and “Closed to press and public” name the public to say that it is shut out.
  const closed = says(
    /\bclosed\b|\bexclu(?:ded?|sion)\b|(?<!\b(?:not?|non|none)[ -])\bexempt\b|\bnot\b[^.;]*\bpublic\b/i,
  );
  const open = says(
    /\bopen\b|(?<!\bnot )\bfor publication\b|(?<!\bnot )\bfor publication\b|\bpublic\b|\bnot exempt\b|^no\b|^none\b/i,
  );
  return !closed && open ? "open" : "fully-exempt";
}

/** A sentence that says that a report, or a part of it, is kept from the public. */
const saysExempt =
  /\bnot for publication\b|^\W*private\b|\bin private\b|\b(?:absence|exclusion) of the (?:press and )?public\b|\btaken in part (?:2|ii|b)\b|\bPRIVATE\b(?= [–-])|\bprivate (?:report|meeting|session|item)\b|\bconfidential\b|\(exempt\)|\b(?:part(?:ly)?|full(?:y)?|wholly) (?:exempt|private)\b|\bexempt (?:report|appendi(?:x|ces)|annex(?:es)?|information|under|by virtue)\b|\b(?:report|item|appendi(?:x|ces)|annex(?:es)?)\b[^.;]{0,40}\b(?:exempt|private)\b/i;

/**
 * The status that an item's own words tell, for papers without a field for it; null where they tell none.
 * “The appendix is confidential” closes a part; “Report exempt” closes all.
 */
export function exemptInWords(text: string): (ExemptStatus & { readonly words: string }) | null {
  const sentences = oneLine(text).split(/(?<=[.;])\s+/);
  const words = sentences.filter((sentence) => saysExempt.test(sentence)).join(" ");
  if (words === "") return null;
  const read = readExempt(words);
  const openReport = sentences.some((sentence) =>
    /\breport (?:itself )?(?:is|will be) (?:open|public)\b/i.test(sentence),
  );
  const inPart =
    (appendix.test(words) || openReport) &&
    !/\breport (?:is |will be |to be )?(?:exempt|private|confidential)\b/i.test(words);
  return {
    ...read,
    secrecy: inPart ? "part-exempt" : read.secrecy === "open" ? "fully-exempt" : read.secrecy,
    words,
  };
}
