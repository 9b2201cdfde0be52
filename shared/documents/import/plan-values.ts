import { allWards, type Secrecy } from "../../contracts/answer.ts";
import { wardsWithAnd } from "./forward-plan-labels.ts";
import { opening } from "./line-ledger.ts";
import { withoutMarks } from "./paper-lines.ts";
import type { RawItem } from "./plan-item.ts";

/** Yes and No find their criterion in order, however the cells were scrambled. */
export function readCriteria(text: string): { financial: boolean | null; community: boolean | null } {
  const result: { financial: boolean | null; community: boolean | null } = {
    financial: null,
    community: null,
  };
  const waiting: ("financial" | "community")[] = [];
  const answers: boolean[] = [];
  for (const [word] of text.matchAll(/\bfinancial\b|\bcommunity\b|\byes\b|\bno\b|[✓✔☑☒✗✘]/gi)) {
    const lower = word.toLowerCase();
    if (lower === "financial" || lower === "community") {
      const answer = answers.shift();
      if (answer !== undefined) result[lower] = answer;
      else if (result[lower] === null && !waiting.includes(lower)) waiting.push(lower);
    } else {
      const answer = /yes|✓|✔|☑/.test(lower);
      const criterion = waiting.shift();
      if (criterion) result[criterion] = answer;
      else answers.push(answer);
    }
  }
  return result;
}

const paragraphsCited =
  /\bpara(?:graph)?(?:\(s\)|s)?\.?\s*(?:no(?:\(s\)|s)?\.?)?\s*:?\s*((?:\(?\d{1,2}\)?(?:\s*(?:,|;|&|\/|and|or)\s*)?)+)/gi;

export function readExempt(text: string): { secrecy: Secrecy; paragraphs: number[]; notes: string[] } {
  const notes: string[] = [];
  // “Part 1 of Schedule 12A to the Act” names the law; it does not say that a part is exempt.
  const words = oneLine(text).replace(
    /\s*(?:\bof\s+)?\bparts?\s+(?:1|I|one|\(1\))\s+(?:of|to)\s+(?:the\s+)?schedule\s*12A?|\s*(?:\bof\s+)?\bschedule\s*12A?\b|\s*(?:of|to|in)\s+the\s+(?:Local\s+Government\s+)?Act(?:\s+1972)?(?:\s*\(as amended\))?/gi,
    "",
  );
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
  const appended =
    /\b(?:appendi(?:x|ces)|annex(?:es)?)\b/i.test(words) &&
    (/^(?:no|open|public)\b/i.test(words) || /\bonly\b/i.test(words)) &&
    (paragraphs.length > 0 || /exempt|not for publication|confidential|private/i.test(words));
  // “Exempt, not public” and “Closed to press and public” name the public to say that it is shut out.
  const closed =
    /\bclosed\b|\bexclu(?:ded?|sion)\b|(?<!\b(?:not?|non|none)[ -])\bexempt\b|\bnot\b[^.;]*\bpublic\b/i.test(
      words,
    );
  const secrecy: Secrecy =
    /\bpart(?:ly|ially)?\b/i.test(words) || appended
      ? "part-exempt"
      : /\bfull(?:y)?\b|\bprivate\b|\bconfidential\b/i.test(words)
        ? "fully-exempt"
        : !closed && /\bopen\b|\bpublic\b|\bnot exempt\b|^no\b|^none\b|^$/i.test(words)
          ? "open"
          : "fully-exempt";
  if (secrecy === "fully-exempt" && !/\bfull/i.test(words)) {
    notes.push(`“${opening(words)}” is read as fully exempt.`);
  }
  if (secrecy !== "open" && paragraphs.length === 0) {
    notes.push("an exempt report cites no paragraph of Schedule 12A; one of 1 to 7 is needed.");
  }
  if (secrecy === "open" && paragraphs.length > 0)
    notes.push("an open report cites a paragraph of exemption. Which is right?");
  const rest = words
    .replace(paragraphsCited, " ")
    .replace(
      /\b(?:part(?:ly|ially)?|full(?:y)?|yes|exempt|open|report|private|public|confidential|not|no|none|information)\b/gi,
      " ",
    )
    .replace(/[^\p{L}]+/gu, " ")
    .trim();
  if (rest !== "") notes.push(`of “${opening(oneLine(text))}” only the status and the paragraphs are kept.`);
  return { secrecy, paragraphs, notes };
}

/** A plan that parts wards with “;” somewhere never parts them with “and”: “Market and Minster” is one there. */
export function andPartsWards(items: readonly RawItem[]): boolean {
  return !items.some(({ fields }) => /\w;\s*\w/.test(oneLine(fields.get("wards")?.parts.join(" ") ?? "")));
}

const and = /\s(?:and|&)\s/i;

/**
 * Wards as a plan names them. Where “;” or “,” parts them, “and” is part of a name, but for the last of a list with
 * commas; alone, “X and Y” is two wards.
 * @param andParts whether “and” may part wards at all.
 */
export function readWards(text: string, andParts = true): string[] {
  const words = oneLine(text.replace(/\n/g, "; ")).replace(/^\((.*)\);?$/, "$1");
  if (/^\(?all(?:\s+wards)?\b/i.test(words) || /\bborough[- ]wide\b/i.test(words)) return [allWards];
  const guarded = wardsWithAnd.reduce(
    (list, ward, place) => list.replace(new RegExp(ward.replace(/ /g, "\\s+"), "gi"), `\u0000${place}\u0000`),
    words,
  );
  return partsOfList(guarded, andParts)
    .map((name) =>
      name
        .replace(/\u0000(\d+)\u0000/g, (_, place) => wardsWithAnd[Number(place)] ?? "")
        .replace(/^[\s()]+|[\s().]+$/g, "")
        .replace(/\s+wards?$/i, ""),
    )
    .filter((name) => name !== "" && !/^(?:none|n\/?a)$/i.test(name));
}

function partsOfList(text: string, andParts: boolean): string[] {
  const parts = text.split(/[;,]/).filter((part) => part.trim() !== "");
  const last = parts.pop() ?? "";
  const joins = andParts && !text.includes(";") && !parts.some((part) => and.test(part));
  return [...parts, ...(joins ? last.split(and) : [last])];
}

export function readDocuments(lines: readonly string[]): string[] {
  return lines
    .flatMap((line) => line.split(";"))
    .map((part) => oneLine(part).replace(/^[-•*–]\s+/, ""))
    .filter((part) => part !== "" && !/^(?:none(?: yet)?|nil|n\s?\/?\s?a|not applicable)\.?$/i.test(part));
}

/**
 * The lines of a cell, those joined that were broken where the next word would not have fitted.
 * @param width of the widest line of the item's cells.
 */
export function unwrapped(parts: readonly string[], width: number): string[] {
  const lines: string[] = [];
  let above = "";
  for (const part of parts.flatMap((one) => cleaned(one).split("\n"))) {
    const last = lines.at(-1);
    const [word = ""] = part.split(/\s/);
    const filled = above.length + 1 + word.length > width * 0.97;
    if (last !== undefined && (/^[\p{Ll}(&]/u.test(part) || (filled && !/[.;:]$/.test(last))))
      lines[lines.length - 1] = `${last} ${part}`;
    else lines.push(part);
    above = part;
  }
  return lines;
}

/** A value without Markdown's and HTML's marks; its own lines stay. */
export function cleaned(text: string): string {
  return text
    .split("\n")
    .map(plainMarks)
    .filter((line) => line !== "")
    .join("\n");
}

export function plainMarks(text: string): string {
  return withoutMarks(
    text
      .replace(/<br\s*\/?>/gi, "\n")
      .replace(/\[([^\]]*)\]\(([^)]*)\)/g, "$1")
      .replace(/<a\s[^>]*>(.*?)<\/a>/gi, "$1")
      .replace(/<((?:https?:|mailto:)?[^<>\s]+)>/g, "$1")
      .replace(/&amp;/g, "&")
      .replace(/&nbsp;/g, " "),
  );
}

export const oneLine = (text: string) => text.replace(/\s+/g, " ").trim();
