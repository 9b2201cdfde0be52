import { allWards } from "../../../contracts/answer.ts";
import { withoutMarks } from "../lines/paper-lines.ts";
import { wardsWithAnd } from "./forward-plan-labels.ts";
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
  // Where marks part the wards, the end of a line parts none.
  const words = oneLine(text.replace(/\n/g, /[,;]\s*\S/.test(text) ? " " : "; ")).replace(
    /^\((.*)\);?$/,
    "$1",
  );
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

const noDocument =
  /^(?:there (?:is|are) )?(?:none|nil|no (?:background |other |further )?(?:documents?|papers?)|n\s?\/?\s?a|not applicable)(?: (?:yet|at present|other than the reports?|apart from the reports?))?\.?$/i;

/** Documents, one a line or parted by “;”; what only says that there are none is none. */
export function readDocuments(lines: readonly string[]): string[] {
  return lines
    .flatMap((line) => line.split(";"))
    .map((part) => oneLine(part).replace(/^[-•*–]\s+/, ""))
    .filter((part) => /[\p{L}\p{N}]/u.test(part) && !noDocument.test(part));
}

const monthFirst = /^(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? \d{4}/i;

/** Lines of a cell are joined up to this many characters. */
const longestLine = 5000;

/**
 * The lines of a cell, those joined that were broken where the next word would not have fitted.
 * @param width of the widest line of the item's cells.
 */
export function unwrapped(parts: readonly string[], width: number): string[] {
  const lines: string[] = [];
  let above = "";
  for (const part of parts.flatMap((one) => cleaned(one).split("\n"))) {
    const last = lines.at(-1);
    const ends = last?.slice(-20) ?? "";
    const [word = ""] = part.split(/\s/);
    const filled = above.length + 1 + word.length > width * 0.97;
    if (
      last !== undefined &&
      last.length < longestLine &&
      (/^[\p{Ll}(&]/u.test(part) ||
        /\b(?:of|and|the|for|to|in|on|with|by|&)$/i.test(ends) ||
        (/\d$/.test(ends) && monthFirst.test(part)) ||
        (/^(?:19|20)\d\d\b/.test(part) && !/\d$/.test(ends)) ||
        (filled && !/[.;:]$/.test(ends)))
    )
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

/** A text without Markdown's and HTML's marks: of a link its words stay. */
export function plainMarks(text: string): string {
  return withoutMarks(
    text
      .replace(/<br\s*\/?>/gi, "\n")
      .replace(/\[([^[\]]{0,500})\]\([^()]{0,2000}\)/g, "$1")
      .replace(/<a\s[^<>]{0,2000}>(.{0,500}?)<\/a>/gi, "$1")
      .replace(/<((?:https?:|mailto:)?[^<>\s]+)>/g, "$1")
      .replace(/&amp;/g, "&")
      .replace(/&nbsp;/g, " "),
  );
}

/** A text on one line; a word that was broken at its hyphen is whole again. */
export const oneLine = (text: string) =>
  text
    .replace(/\s+/g, " ")
    .replace(/(?<=\p{L})- (?=\p{L})(?!(?:and|or|to)\b)/gu, "-")
    .trim();
