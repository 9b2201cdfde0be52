import { cellsOf, isTableRow, withoutMarks } from "../lines/paper-lines.ts";
import { daysIn } from "./programme-days.ts";

/** What the columns of a table of items hold, by the words of their heads; -1 where there is none. */
export interface ProgrammeColumns {
  readonly date: number;
  readonly item: number;
  readonly officer: number;
  /** A cell holds several items, as “Items” says. */
  readonly several: boolean;
  readonly others: readonly { readonly at: number; readonly name: string }[];
}

/** Cells of a row of a list; where their borders are lost, wide spaces part them. */
export const listCells = (text: string) => (isTableRow(text) ? cellsOf(text) : text.trim().split(/\s{3,}/));

/** As {@link listCells}, with the marks and the paragraphs of each cell. */
export function rawCells(text: string): string[] {
  const cells = /^\s*\|/.test(text)
    ? text
        .trim()
        .replace(/^\||\|$/g, "")
        .split("|")
    : text.trim() !== "" && isTableRow(text)
      ? text.split("\t")
      : text.trim().split(/\s{3,}/);
  return cells.map((cell) => cell.trim());
}

const ofMeeting =
  /\bmeeting\b|^(?:committee|panel|board|scrutiny) dates?\b|^dates?$|^when\b|^month\b|^timing|^time-?scales?\b|\bscheduled\b|^dates?\b|\bdate\b/i;
const otherDate =
  /\b(?:deadline|due|despatch|dispatch|publication|published|submission|last|added|cabinet date|decision date|papers?|requested)\b/i;
const ofItem =
  /^(?:no\.?\s+)?(?:(?:agenda|report\s*\/|discussion|scrutiny|work|possible|proposed|potential|suggested|main|key)\s*)*(?:items?|topics?|subjects?|titles?|issues?|matters?|areas?|themes?|reports?|reviews?|business)\b/i;
const noItem =
  /\breports? (?:of|by|from|author|due|deadline|date|to)\b|\bitem (?:no|number|type)\b|\breport lead\b/i;
const ofOfficer =
  /\bofficers?\b|\bauthors?\b|\breport(?:ed|s)? (?:of|by|from)\b|\bpresent(?:er|ers|ed|ing)\b|\bcontacts?\b|\bresponsib\p{L}+\b|\bowners?\b|\borgani[sz]ed by\b|^leads?$|^who\b|\bdirectors?\b/iu;
const ofOthers = /\blead\b|\bwitness(?:es)?\b|\battend(?:ees|ance|ing)\b|\binvite(?:d|es)\b/i;
const described =
  /\b(?:purpose|reasons?|outcomes?|aims?|objectives?|comments?|notes?|status|format|type|method|member|suggested|rationale|description|details?|key issues|why|scope|expected)\b/i;

/**
 * The head of a table of items, “Topic | Purpose | Lead officer | Date of meeting”: known by a column of items and at
 * least one of days, officers or what is said of them. Null where a line is none.
 */
export function programmeColumns(text: string): ProgrammeColumns | null {
  const names = listCells(text).map(withoutMarks);
  const filled = names.filter((name) => name !== "");
  if (
    filled.length < 2 ||
    names.some((name) => name.length > 60 || /[.;]$/.test(name.replace(/\bno\.$/i, "")))
  )
    return null;
  if (daysIn(text, "2000/01").length > 0) return null;
  const item = names.findIndex((name) => ofItem.test(name) && !noItem.test(name));
  // What is asked for in words, below an empty cell, is a row and no head.
  if (item < 0 || (names[0] === "" && filled.some((name) => name.split(" ").length > 6))) return null;
  const find = (pattern: RegExp, not: (name: string) => boolean) =>
    names.findIndex((name, at) => at !== item && pattern.test(name) && !not(name));
  const dates = names.flatMap((name, at) =>
    at !== item && ofMeeting.test(name) && !otherDate.test(name) ? [at] : [],
  );
  const date = dates.find((at) => /\bmeeting\b/i.test(names[at] ?? "")) ?? dates[0] ?? -1;
  const taken = (name: string) => names.indexOf(name) === date;
  const exact = find(ofOfficer, (name) => taken(name) || /\bcabinet|portfolio\b/i.test(name));
  const officer = exact >= 0 ? exact : find(ofOthers, (name) => taken(name) || /\bmember\b/i.test(name));
  const others = names.flatMap((name, at) =>
    name === "" || at === item || at === date || at === officer || /^(?:nos?\.?|#|ref\.?)$/i.test(name)
      ? []
      : [{ at, name }],
  );
  if (date < 0 && officer < 0 && !others.some(({ name }) => described.test(name))) return null;
  return {
    date,
    item,
    officer,
    several: /\b(?:items|topics|reports|subjects|issues|matters)\b/i.test(names[item] ?? ""),
    others,
  };
}

/** The head of a table that is about other things than items: groups and their members, recommendations, actions. */
export function headsOtherTable(text: string): boolean {
  if (!isTableRow(text) || programmeColumns(text)) return false;
  const names = cellsOf(text).map(withoutMarks);
  const filled = names.filter((name) => name !== "");
  return (
    filled.length >= 2 &&
    filled.length === names.filter((_, at) => at < names.length - 1 || names[at] !== "").length &&
    filled.every((name) => name.length < 40 && !/\d/.test(name)) &&
    /^(?:(?:(?:task|working|review|scrutiny)(?: (?:and|&) finish)? )?groups?(?: name)?|members?|membership|recommendations?|actions?|status|progress|resolution|chair)$/i.test(
      filled[0] ?? "",
    )
  );
}
