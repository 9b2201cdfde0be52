import { isTableRow, type PaperLine, withoutMarks } from "../lines/paper-lines.ts";
import { hasPostBehindDash, isPerson, officerBehindDash } from "./programme-officers.ts";
import type { ProgrammeItem } from "./read-work-programme.ts";

/** An item while it is read. */
export type Item = { -readonly [Name in keyof ProgrammeItem]: ProgrammeItem[Name] };

/** A bullet or a number before an item. */
export const listLabel = /^\s*(?:[-*•·▪●◦o]|\d{1,2}[.)]|[a-z][.)])\s+/;

/** An item that comes to several meetings is listed below each of them: it is one, with what is said each time. */
export function joinedByTitle(items: readonly Item[]): Item[] {
  const joined: Item[] = [];
  const byTitle = new Map<string, Item>();
  for (const item of items) {
    const key = item.title
      .toLowerCase()
      .replace(/[^\p{L}\d]+/gu, " ")
      .trim();
    const same = byTitle.get(key);
    const others = item.officers.filter((name) => same?.officers.includes(name) === false);
    if (
      !same ||
      item.meetings.length === 0 ||
      same.meetings.length === 0 ||
      item.meetings.some((day) => same.meetings.includes(day)) ||
      (others.length > 0 && same.officers.length > 0)
    ) {
      joined.push(item);
      if (item.meetings.length > 0) byTitle.set(key, item);
      continue;
    }
    same.meetings = [...same.meetings, ...item.meetings];
    same.marks = [...same.marks, ...item.marks];
    same.officers = [...same.officers, ...others];
    if (item.remarks !== undefined && item.remarks !== same.remarks)
      same.remarks = same.remarks === undefined ? item.remarks : `${same.remarks}; ${item.remarks}`;
  }
  return joined;
}

/** The title with its officers as they would be printed. */
export function whole({ title, officers }: Item): string {
  return `${title}${officers.length > 0 ? ` (${officers.join("/")})` : ""}`;
}

/** No title is longer, in characters: what is, was not closed. */
export const longestTitle = 300;

/** Whether words end within brackets, or on a word that another follows. */
export function unclosed(text: string): boolean {
  if (text.length > longestTitle) return false;
  const count = (pattern: RegExp) => (text.match(pattern) ?? []).length;
  return count(/[([]/g) > count(/[)\]]/g) || /(?:[-–—,&/]|\b(?:and|of|the|for|to|in|on|with|a))$/i.test(text);
}

/** An item as a cell lists it. */
export interface Entry {
  readonly title: string;
  readonly officer: string;
  readonly remark: string;
}

/** The items of a cell: its paragraphs, bullets or numbers; or one title, and what is said of it below. */
export function entriesOf(cell: string, several: boolean, officer: string): Entry[] {
  const parts = cell
    .split(/\v|<br\s*\/?>|\s+(?=[•●▪]\s)|;\s+(?=[•●▪]|\d{1,2}[.)]\s)/i)
    .flatMap((part) => (/^\s*1[.)]\s/.test(part) ? part.split(/\s+(?=\d{1,2}[.)]\s+\p{Lu})/u) : [part]))
    .map((part) => withoutMarks(part))
    .filter((part) => part !== "");
  const officers = officer.split(/\v|<br\s*\/?>/i).map((part) => part.trim());
  const named = officers.every(isPerson) ? officers.join("; ") : officers.join(" ");
  const listed = parts.length > 1 && parts.every((part) => listLabel.test(part));
  const lines = listed ? parts : withoutWraps(parts, several);
  const paired = officers.length === lines.length && lines.length > 1 && several;
  const titles = lines.every(
    (part) => !/[.]$/.test(part) && part.length < 120 && /^[\p{Lu}\d“"‘•-]/u.test(part),
  );
  if (lines.length > 1 && (listed || paired || (several && titles)))
    return lines.map((part, at) => ({
      title: part.replace(listLabel, ""),
      officer: paired ? (officers[at] ?? "") : named,
      remark: "",
    }));
  const [title = "", ...rest] = lines;
  return [{ title: title.replace(listLabel, ""), officer: named, remark: rest.join(" ") }];
}

/** Lines of a cell that are one title, broken at its border; a sentence below the title stays apart. */
function withoutWraps(parts: readonly string[], several: boolean): string[] {
  const lines: string[] = [];
  for (const part of parts) {
    const last = lines.at(-1);
    const wrapped =
      last !== undefined &&
      (/^[\p{Ll}\d(&]/u.test(part) ||
        unclosed(last) ||
        /[:–—-]$/.test(last) ||
        (!several && !/\.$/.test(part) && !/^(?:To|For|Purpose|Including)\b/.test(part)));
    if (wrapped) lines[lines.length - 1] = `${last} ${part}`;
    else lines.push(part);
  }
  return lines;
}

/** Whether a row without marks is the rest of the item above it, broken within its cell. */
export function isRestOfRow(last: Item, text: string, title: string, officers: string): boolean {
  if (officers !== "" || /\*\*/.test(text)) return false;
  if (/^[\p{Ll}(&]|^[-–]\s/u.test(title)) return !isTableRow(text) || /^[\p{Ll}(&]/u.test(title);
  const open =
    /(?:\s[-–—]|[,/&(]|\b(?:and|of|the|for|to|in|on|with))$/i.test(last.title) && last.officers.length === 0;
  // “… – Imelda” and below it “Stroud”: the rest of a name.
  const name = /\s[–—-]\s\p{Lu}[\p{L}’'-]+$/u.test(last.title) && /^\p{Lu}[\p{L}’'-]+$/u.test(title);
  return open || name;
}

/** Whether a cell alone in its row is the rest of the item above it. */
export function isRestOfCell(last: Item, title: string): boolean {
  if (last.title.length > longestTitle) return false;
  return /^[\p{Ll}(&]|^\d{4}\/\d{2}$/u.test(title) || unclosed(last.title) || /[:–—-]$/.test(last.title);
}

/** Where the head, or most items with a dash, say that a name stands behind it. */
export function nameOfficersBehindDashes(items: readonly Item[], lines: readonly PaperLine[]): void {
  const without = items.filter(({ officers }) => officers.length === 0);
  for (const item of without)
    if (hasPostBehindDash(item.title)) Object.assign(item, officerBehindDash(item.title));
  const named = without.filter(
    ({ title, officers }) => officers.length === 0 && officerBehindDash(title) !== null,
  );
  const said = lines.some(({ text }) =>
    /^\s*(?:\|\s*)?\**items?\s*(?:and|\/|&|[-–(])\s*(?:lead|officer|author)/i.test(text),
  );
  if (named.length < 2 || (!said && named.length < without.length * 0.6)) return;
  for (const item of named) Object.assign(item, officerBehindDash(item.title));
}
