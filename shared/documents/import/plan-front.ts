import type { CalendarDate } from "../../contracts/calendar-date.ts";
import { BankHolidaysUnknown } from "../../rules/dates/bank-holidays.ts";
import { addDays, endOfMonth, startOfMonth } from "../../rules/dates/calendar-arithmetic.ts";
import { calendarClearDays, lastPublicationDay } from "../../rules/dates/clear-days.ts";
import { writtenWithoutWeekday } from "../../rules/dates/written-dates.ts";
import { labelKey } from "./forward-plan-labels.ts";
import type { LineLedger } from "./line-ledger.ts";
import { cellsOf, isTableRule, type PaperLine, withoutMarks } from "./paper-lines.ts";
import type { RawItem } from "./plan-item.ts";
import { fieldOfLabel } from "./plan-label-meaning.ts";
import { planTitle } from "./plan-titles.ts";
import { dayPattern, printedDates, readDay } from "./printed-dates.ts";
import { UnreadablePaper } from "./unreadable-paper.ts";

const indexTitle = /\bindex of items\b|^\s*index\s*$/i;

/** “Item Heading | Officer Contact”: the head of the index, whether or not a title stands above it. */
export function isIndexHead(text: string): boolean {
  const [title = "", officer = ""] = cellsOf(text).map(withoutMarks).map(labelKey);
  return fieldOfLabel.get(title) === "title" && fieldOfLabel.get(officer) === "contacts";
}

export interface IndexEntry {
  readonly title: string;
  readonly officer: string;
  readonly line: number;
}

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

export interface Period {
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  readonly line: number;
}

export function readPeriod(
  front: readonly PaperLine[],
  items: readonly RawItem[],
  ledger: LineLedger,
  fileName: string,
): Period {
  const periodLines = [
    ...front.filter((line) => /\bperiod\b|\bmonths?\b/i.test(line.text)),
    ...front.filter((line) => !/published|publication/i.test(line.text)),
  ];
  for (const line of periodLines) {
    // A period may run on over the next line.
    const next = front.find((other) => other.number > line.number && other.text.trim() !== "");
    for (const text of [line.text, `${line.text} ${next?.text ?? ""}`].map(withoutMarks)) {
      const found = printedDates(text).find(
        ({ from, to }) =>
          from && to && from.endsWith("-01") && to > endOfMonth(from, 0) && to <= endOfMonth(from, 12),
      );
      if (found?.from && found.to) return { from: found.from, to: found.to, line: line.number };
    }
    const first = printedDates(withoutMarks(line.text)).find(
      ({ from, to }) =>
        from &&
        from === to &&
        from.endsWith("-01") &&
        /\bfrom\b|\bbeginning\b|\bcommencing\b/i.test(line.text),
    );
    if (first?.from) return { from: first.from, to: endOfMonth(first.from, 3), line: line.number };
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

export function publicationDay(
  front: readonly PaperLine[],
  period: Period,
  ledger: LineLedger,
): CalendarDate {
  for (const { text } of front) {
    const stated = new RegExp(
      `(?:published|publication(?: date)?|date of publication|issued|dated)(?:\\s+on)?\\s*:?\\s*(${dayPattern})`,
      "i",
    ).exec(cellsOf(text).map(withoutMarks).join(" "));
    const day = stated?.[1] ? readDay(stated[1]) : null;
    if (day) return day;
  }
  const day = assumedPublicationDay(period.from);
  if (day === null) {
    const assumed = addDays(period.from, -(noticeOfPlan + 1));
    ledger.note(
      period.line,
      `The plan does not state when it was published, and the bank holidays of that time are not known here. ${writtenWithoutWeekday(assumed)} is assumed: ${noticeOfPlan} clear days before the period.`,
    );
    return assumed;
  }
  ledger.note(
    period.line,
    `The plan does not state when it was published. ${writtenWithoutWeekday(day)} is assumed: the last working day that gives 28 days before the period.`,
  );
  return day;
}

/** Clear days that a plan is published before its period begins. */
const noticeOfPlan = 28;

/** The last working day that gives a plan its notice; null where bank holidays of that year are not known. */
function assumedPublicationDay(periodFrom: CalendarDate): CalendarDate | null {
  try {
    return lastPublicationDay(periodFrom, noticeOfPlan, calendarClearDays);
  } catch (cause) {
    if (cause instanceof BankHolidaysUnknown) return null;
    throw cause;
  }
}
