/*
 * Papers with a real head, so that their own reader takes them, and text that no council wrote: whatever a pattern
 * that looks back, looks ahead or counts could stumble over, much of it.
 */

import { samplePapers } from "./sample-papers.ts";

/** What is said over and over, and what stands before it once on a line. */
interface HostileWords {
  readonly name: string;
  readonly again: string;
  readonly first?: string;
}

const hostileWords: readonly HostileWords[] = [
  { name: "open brackets", again: "(" },
  { name: "open brackets and words", again: "(word " },
  { name: "closed brackets", again: ") " },
  { name: "brackets with names", again: "Ada Finch (Chair), (" },
  { name: "square brackets", again: "[a](" },
  { name: "braces and backslashes", again: "\\|\\{" },
  { name: "initials", again: "A. " },
  { name: "initials without spaces", again: "A." },
  { name: "commas", again: "," },
  { name: "commas and spaces", again: ", " },
  { name: "semicolons", again: "; a" },
  { name: "colons", again: "Title: " },
  { name: "tabs", again: "\t" },
  { name: "tabs and letters", again: "a\t" },
  { name: "bars", again: "|" },
  { name: "bars and letters", again: "| a ", first: "|" },
  { name: "letters without a space", again: "a" },
  { name: "capitals without a space", again: "A" },
  { name: "words", again: "word " },
  { name: "capitals", again: "WORD " },
  { name: "words with capitals", again: "Word Other " },
  { name: "names of a body", again: "the Cabinet Committee of the " },
  { name: "meetings", again: "meeting of the Council, " },
  { name: "meetings that were held", again: "minutes of the meeting held " },
  { name: "days", again: "1 May 2025 " },
  { name: "days in figures", again: "01/05/2025 - " },
  { name: "months", again: "May June " },
  { name: "weekdays", again: "Monday, " },
  { name: "hours", again: "6.30 pm " },
  { name: "and", again: "and " },
  { name: "of the", again: "of the " },
  { name: "list marks", again: "(a) (i) 1. " },
  { name: "points of a list", again: "- ", first: "  " },
  { name: "numbered points", again: "1.1.1 " },
  { name: "quotes", again: "“‘\"'" },
  { name: "quotes and words", again: '"word ' },
  { name: "spaces", again: "  " },
  { name: "spaces at the end", again: " ", first: "word" },
  { name: "columns of spaces", again: "a    " },
  { name: "numbers", again: "1234567890" },
  { name: "numbers and spaces", again: "12 " },
  { name: "telephone numbers", again: "01632 960 3" },
  { name: "addresses", again: "a.b@c" },
  { name: "addresses and spaces", again: "a@b.uk " },
  { name: "links", again: "http://a." },
  { name: "councillors", again: "Councillor " },
  { name: "councillors and commas", again: "Councillor A, " },
  { name: "posts", again: "Director of Head of " },
  { name: "decisions", again: "RESOLVED That " },
  { name: "decisions and semicolons", again: "it be resolved that; and that " },
  { name: "paragraphs", again: "paragraph 1 and " },
  { name: "reasons", again: "Reason: deferred from May to " },
  { name: "apologies", again: "apologies were received from " },
  { name: "interests", again: "Councillor A declared an interest in " },
  { name: "pages", again: "(Pages 1 - " },
  { name: "stars", again: "**" },
  { name: "stars and words", again: "*a_b " },
  { name: "hashes", again: "# " },
  { name: "dashes", again: "- – — " },
  { name: "dashes without spaces", again: "-" },
  { name: "full stops", again: "." },
  { name: "underscores", again: "_" },
  { name: "tags", again: "<b><p" },
  { name: "tags and breaks", again: "<br><td>" },
  { name: "entities", again: "&amp;&#" },
  { name: "cells of a word processor", again: "\v" },
  { name: "combining accents", again: "e\u0301" },
  { name: "roman numbers", again: "ivx. " },
  { name: "exemptions", again: "not exempt information relating to " },
];

/** Where the hostile text stands in a paper. */
export type HostilePlace = "below" | "beside" | "between" | "in cells" | "on top";
export const hostilePlaces: readonly HostilePlace[] = ["below", "beside", "between", "in cells", "on top"];

export interface HostilePaper {
  readonly name: string;
  readonly text: () => string;
}

/** Characters of a line: the longest that is read, and what papers print. */
export type HostileLine = 10_000 | 70 | 12;

/** @param size of the paper, in characters, about. */
export function* hostilePapers(
  size: number,
  lineLengths: readonly HostileLine[] = [10_000, 70, 12],
): Generator<HostilePaper> {
  for (const sample of samplePapers)
    for (const place of hostilePlaces)
      for (const words of hostileWords)
        for (const length of lineLengths)
          yield {
            name: `${sample.name}, ${place} it lines of ${length}: ${words.name}`,
            text: () => hostileText(sample.text, place, words, length, size),
          };
}

function hostileText(
  paper: string,
  place: HostilePlace,
  { again, first = "" }: HostileWords,
  length: HostileLine,
  size: number,
): string {
  const line = `${first}${again.repeat(Math.ceil(length / again.length))}`.slice(0, length);
  const head = paper.replace(/\n$/, "").split("\n");
  const count = Math.ceil(size / length);
  const many = (some: number) => Array.from({ length: some }, () => line);
  if (place === "below") return [...head, ...many(count)].join("\n");
  if (place === "on top") return [...head.slice(0, 6), ...many(count), ...head.slice(6)].join("\n");
  const filled = head.filter((one) => one.trim() !== "").length;
  const each = Math.max(1, Math.round(count / filled));
  const result: string[] = [];
  for (let left = count, round = 0; left > 0 && round < 50; round += 1) {
    for (const own of head) {
      if (own.trim() === "" || left <= 0) result.push(own);
      else if (place === "between") {
        result.push(own, ...many(each));
        left -= each;
      } else {
        result.push(`${own}${place === "in cells" ? "\t" : " "}${line}`.slice(0, 10_000));
        left -= 1;
      }
    }
  }
  return result.join("\n");
}
