import type { CalendarDate } from "../../../contracts/calendar-date.ts";
import { BankHolidaysUnknown } from "../../../rules/dates/bank-holidays.ts";
import { addDays, endOfMonth, startOfMonth } from "../../../rules/dates/calendar-arithmetic.ts";
import { calendarClearDays, lastPublicationDay } from "../../../rules/dates/clear-days.ts";
import { writtenWithoutWeekday } from "../../../rules/dates/written-dates.ts";
import { noticePeriodFor } from "../../../rules/meetings/notice-periods.ts";
import type { LineLedger } from "../lines/line-ledger.ts";
import { cellsOf, isTableRule, type PaperLine, withoutMarks } from "../lines/paper-lines.ts";
import { dayPattern, printedDates, readDay } from "../lines/printed-dates.ts";
import { UnreadablePaper } from "../lines/unreadable-paper.ts";
import { labelKey } from "./forward-plan-labels.ts";
import type { RawItem } from "./plan-item.ts";
import { fieldOfLabel } from "./plan-label-meaning.ts";
import { planTitle } from "./plan-titles.ts";

const indexTitle = /\bindex of items\b|^\s*index\s*$/i;

/** “Item Heading | Officer Contact”: the head of the index, whether or not a title stands above it. */
export function isIndexHead(text: string): boolean {
  const [title = "", officer = ""] = cellsOf(text).map(withoutMarks).map(labelKey);
  return fieldOfLabel.get(title) === "title" && fieldOfLabel.get(officer) === "contacts";
}

/** A row of a plan's index: an item's title and its officer. */
export interface IndexEntry {
  readonly title: string;
  readonly officer: string;
  readonly line: number;
}

/** Reads what stands before the items: the index, and everything else line by line. */
export function readFront(
  front: readonly PaperLine[],
  ledger: LineLedger,
): { index: readonly IndexEntry[]; preamble: readonly string[] } {
  const index: { title: string; officer: string; line: number }[] = [];
  const preamble: string[] = [];
  let inIndex = false;
  for (const line of front) {
    const text = withoutMarks(line.text);
    if (text === "") continue;
    ledger.read(line.number);
    if (indexTitle.test(text) || isIndexHead(line.text)) {
      inIndex = true;
      continue;
    }
    if (isTableRule(line.text)) continue;
    const cells = cellsOf(line.text).map(withoutMarks);
    if (inIndex && planTitle.test(text)) continue;
    if (!inIndex) {
      preamble.push(text);
      continue;
    }
    if (
      /^(?:item(?: heading)?|title|subject)$/i.test(cells[0] ?? "") ||
      /^item heading\s+officer contact$/i.test(text)
    )
      continue;
    addIndexLine(index, cells, line.number);
  }
  return { index, preamble };
}

const officerWords = /\S+@\S+|\bTel\b|^\s*0\d{3}/i;

/** A row of the index is a title and its officer; either may run on over the next line. */
function addIndexLine(
  index: { title: string; officer: string; line: number }[],
  cells: readonly string[],
  line: number,
): void {
  const [title = "", ...rest] = cells;
  const officer = rest.filter((cell) => cell !== "").join(" ");
  const last = index.at(-1);
  if (officer === "") {
    const email = /\S+@\S+/.exec(title);
    const parted = email ? partedFromOfficer(title, email[0]) : null;
    if (parted) index.push({ ...parted, line });
    else if (last && (officerWords.test(title) || title === ""))
      last.officer = `${last.officer} ${title}`.trim();
    else if (last && last.officer === "") last.title = `${last.title} ${title}`;
    else index.push({ title, officer: "", line });
  } else if (title === "" && last) {
    last.officer = `${last.officer} ${officer}`.trim();
  } else if (last && last.officer === "") {
    last.title = `${last.title} ${title}`.trim();
    last.officer = officer;
  } else {
    index.push({ title, officer, line });
  }
}

/** Title and officer run together: the officer's name is the words before the address that it spells. */
function partedFromOfficer(text: string, email: string): { title: string; officer: string } | null {
  const [first] = (email.split("@")[0] ?? "").split(/[._]/);
  const before = text.slice(0, text.indexOf(email));
  const at = first ? before.toLowerCase().lastIndexOf(` ${first.toLowerCase()} `) : -1;
  return at > 0 ? { title: text.slice(0, at).trim(), officer: text.slice(at).trim() } : null;
}

/** The days that a plan looks ahead to. */
export interface Period {
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  /** The line that states it. */
  readonly line: number;
}

const monthCounts = [
  "one",
  "two",
  "three",
  "four",
  "five",
  "six",
  "seven",
  "eight",
  "nine",
  "ten",
  "eleven",
  "twelve",
];
const monthsFrom = new RegExp(
  String.raw`\b(?:(?<count>${monthCounts.join("|")}|\d{1,2})[ -]months?\b.{0,30}?\s)?(?:from|beginning|commencing|starting)(?:\s+on)?\s+(?<from>${dayPattern})(?:\s+(?:and\s+)?(?:ending|to|until)(?:\s+on)?\s+(?<to>${dayPattern}))?`,
  "i",
);

/** The period that a line states: two days, two months, or so many months from a day; null where it states none. */
function periodIn(text: string): { readonly from: CalendarDate; readonly to: CalendarDate } | null {
  const isPeriod = (from: CalendarDate, to: CalendarDate) =>
    to >= addDays(from, 24) && to <= endOfMonth(from, 13);
  for (const { from, to } of printedDates(text)) if (from && to && isPeriod(from, to)) return { from, to };
  const found = monthsFrom.exec(text)?.groups;
  const from = readDay(found?.from ?? "");
  if (!found || !from) return null;
  const to = readDay(found.to ?? "");
  if (to) return isPeriod(from, to) ? { from, to } : null;
  const count = monthCounts.indexOf(found.count?.toLowerCase() ?? "") + 1 || Number(found.count ?? 4);
  const counted = found.count !== undefined || from.endsWith("-01");
  return counted && count > 0 && count < 25 ? { from, to: endOfMonth(from, count - 1) } : null;
}

/**
 * The period of a plan: as its front states it, or else, with a warning, four months from its earliest decision.
 * @throws {UnreadablePaper} when neither the front nor an item holds a date.
 */
export function readPeriod(
  front: readonly PaperLine[],
  items: readonly RawItem[],
  ledger: LineLedger,
  fileName: string,
): Period {
  const stating = [
    ...front.filter((line) => /\bperiod\b|\bmonths?\b|\bcover(?:s|ing|ed)\b/i.test(line.text)),
    ...front.filter((line) => !/^\W*(?:date of )?publi(?:shed|cation)/i.test(line.text)),
  ];
  for (const line of stating) {
    // A period may run on over the next line.
    const next = front.find((other) => other.number > line.number && other.text.trim() !== "");
    for (const text of [line.text, `${line.text} ${next?.text ?? ""}`].map(withoutMarks)) {
      const period = periodIn(text);
      if (period) return { ...period, line: line.number };
    }
  }
  const dates = items
    .flatMap((item) => printedDates(item.fields.get("decisionExpected")?.parts.join("\n") ?? ""))
    .flatMap(({ from, to }) => from ?? to ?? [])
    .sort();
  const [earliest] = dates;
  if (earliest === undefined) {
    throw new UnreadablePaper(
      fileName,
      "is a Forward Plan that states neither its period nor a date for any decision. Add the line with its period, such as “1 July 2018 - 31 October 2018”.",
    );
  }
  const from = startOfMonth(earliest);
  const line = front.find(({ text }) => text.trim() !== "")?.number ?? items[0]?.line ?? 1;
  ledger.note(
    line,
    `The plan does not state its period. It is taken as the four months from ${writtenWithoutWeekday(from)}, the month of the earliest decision. Is that right?`,
  );
  return { from, to: endOfMonth(from, 3), line };
}

/**
 * The day a plan was published: as it states, on its front or in the margin of its pages; or else, with a warning,
 * the last day that gives its period the notice of the law.
 */
export function publicationDay(
  lines: readonly PaperLine[],
  period: Period,
  ledger: LineLedger,
): CalendarDate {
  const stating = new RegExp(
    `(?:published|publication(?: date)?|date of publication|issued|dated|up to date(?: as)? at|correct(?: as)? at)(?:\\s+on)?\\s*:?\\s*(${dayPattern})`,
    "i",
  );
  for (const { text } of lines) {
    const words = cellsOf(text).map(withoutMarks).join(" ");
    const day = words.length < 250 ? readDay(stating.exec(words)?.[1] ?? "") : null;
    if (day && day <= period.to) return day;
  }
  const day = assumedPublicationDay(period.from);
  if (day === null) {
    const assumed = addDays(period.from, -(noticeOfPlan(period.from) + 1));
    ledger.note(
      period.line,
      `The plan does not state when it was published, and the bank holidays of that time are not known here. ${writtenWithoutWeekday(assumed)} is assumed: ${noticeOfPlan(period.from)} clear days before the period.`,
    );
    return assumed;
  }
  ledger.note(
    period.line,
    `The plan does not state when it was published. ${writtenWithoutWeekday(day)} is assumed: the last working day that gives ${noticeOfPlan(period.from)} days before the period.`,
  );
  return day;
}

/** Since when the law gives key decisions their notice; older plans are dated as if it had been in force. */
const noticeSince = "2012-09-10" as CalendarDate;

/** Clear days between a plan's publication and the period it covers. */
function noticeOfPlan(periodFrom: CalendarDate): number {
  return noticePeriodFor("key-decision", periodFrom < noticeSince ? noticeSince : periodFrom).clearDays;
}

/** The last working day that gives a plan its notice; null where bank holidays of that year are not known. */
function assumedPublicationDay(periodFrom: CalendarDate): CalendarDate | null {
  try {
    return lastPublicationDay(periodFrom, noticeOfPlan(periodFrom), calendarClearDays);
  } catch (cause) {
    if (cause instanceof BankHolidaysUnknown) return null;
    throw cause;
  }
}
