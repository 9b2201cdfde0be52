import { type CalendarDate, isCalendarDate, toCalendarDate } from "../../../contracts/calendar-date.ts";
import { endOfMonth } from "../../../rules/dates/calendar-arithmetic.ts";

/** A day or a period as a paper prints it. `from` or `to` is null where the paper leaves it open. */
export interface PrintedDate {
  readonly from: CalendarDate | null;
  readonly to: CalendarDate | null;
  /** Where it begins and ends in the text. */
  readonly start: number;
  readonly end: number;
}

const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const monthWord =
  "(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)";
const weekday =
  "(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\\s+|(?:mon|tue|wed|thu|fri|sat|sun)\\.?,?\\s+)?";

/** One day: “26 Jul 2018”, “Thursday, 26th July 2018”, “26/07/2018”, “26.7.18”, “2018-07-26”. Day first. */
export const dayPattern = `${weekday}(?:the\\s+)?(?:\\d{1,2}(?:st|nd|rd|th)?(?:\\s+of)?\\s+${monthWord}\\.?,?\\s+\\d{4}|\\d{1,2}[/.]\\d{1,2}[/.]\\d{2,4}|\\d{4}-\\d{2}-\\d{2})`;
const dash = "\\s*(?:-|–|—|\\bto\\b|\\buntil\\b)\\s*";
/** After “between”, “and” parts the two ends; elsewhere it parts two dates. */
const betweenAnd = "\\s*(?:-|–|—|\\bto\\b|\\band\\b)\\s*";

function monthNumber(word: string): number {
  return months.indexOf(word.slice(0, 3).toLowerCase()) + 1;
}

function made(year: number, month: number, day: number): CalendarDate | null {
  const text = `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
  return isCalendarDate(text) ? text : null;
}

/** The day a text is, or null when it is none (31 June is none). */
export function readDay(text: string): CalendarDate | null {
  const words = new RegExp(
    `(\\d{1,2})(?:st|nd|rd|th)?(?:\\s+of)?\\s+(${monthWord})\\.?,?\\s+(\\d{4})`,
    "i",
  ).exec(text);
  if (words?.[1] && words[2] && words[3])
    return made(Number(words[3]), monthNumber(words[2]), Number(words[1]));
  const iso = /(\d{4})-(\d{2})-(\d{2})/.exec(text);
  if (iso) return made(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const numbers = /(\d{1,2})[/.](\d{1,2})[/.](\d{4}|\d{2})\b/.exec(text);
  if (!numbers) return null;
  const year = Number(numbers[3]);
  return made(year < 100 ? 2000 + year : year, Number(numbers[2]), Number(numbers[1]));
}

type Reading = (match: RegExpExecArray) => { from: CalendarDate | null; to: CalendarDate | null } | null;

const group = (match: RegExpExecArray, place: number) => match[place] ?? "";

/** Tried in this order at each place: a period before the days it is made of. */
const readings: readonly { readonly pattern: string; readonly read: Reading }[] = [
  {
    pattern: `between\\s+(${dayPattern})${betweenAnd}(${dayPattern})`,
    read: (match) => span(readDay(group(match, 1)), readDay(group(match, 2))),
  },
  {
    pattern: `(?:between\\s+|from\\s+)?(${dayPattern})${dash}(${dayPattern})`,
    read: (match) => span(readDay(group(match, 1)), readDay(group(match, 2))),
  },
  {
    // “1 - 30 September 2018”, “1 July - 31 October 2018”
    pattern: `(?:between\\s+|from\\s+)?${weekday}(\\d{1,2})(?:st|nd|rd|th)?(?:\\s+(${monthWord}))?${betweenAnd}${weekday}(\\d{1,2})(?:st|nd|rd|th)?\\s+(${monthWord})\\.?,?\\s+(\\d{4})`,
    read: (match) => {
      const to = made(Number(match[5]), monthNumber(group(match, 4)), Number(match[3]));
      const month = monthNumber(match[2] ?? group(match, 4));
      const from = made(
        Number(match[5]) - (month > monthNumber(group(match, 4)) ? 1 : 0),
        month,
        Number(match[1]),
      );
      return span(from, to);
    },
  },
  {
    pattern: `(?:not before|on or after|after|from)\\s+(${dayPattern})`,
    read: (match) => open(readDay(group(match, 1)), null),
  },
  {
    pattern: `(?:not later than|no later than|on or before|before|by)\\s+(${dayPattern})`,
    read: (match) => open(null, readDay(group(match, 1))),
  },
  {
    pattern: `(${dayPattern})`,
    read: (match) => {
      const day = readDay(group(match, 1));
      return day ? { from: day, to: day } : null;
    },
  },
  {
    // “July - October 2018”, “December 2018 to March 2019”
    pattern: `(?:between\\s+|from\\s+)?\\b(${monthWord})(?:\\s+(\\d{4}))?${betweenAnd}(${monthWord})\\s+(\\d{4})`,
    read: (match) => {
      const [first, last] = [monthNumber(group(match, 1)), monthNumber(group(match, 3))];
      const year = match[2] ? Number(match[2]) : Number(match[4]) - (first > last ? 1 : 0);
      const lastMonth = made(Number(match[4]), last, 1);
      return lastMonth ? span(made(year, first, 1), endOfMonth(lastMonth)) : null;
    },
  },
  {
    pattern: `\\b(${monthWord})\\s+(\\d{4})`,
    read: (match) => {
      const first = made(Number(match[2]), monthNumber(group(match, 1)), 1);
      return first ? { from: first, to: endOfMonth(first) } : null;
    },
  },
];

const anyDate = new RegExp(
  readings.map(({ pattern }) => `(?:${pattern.replace(/\((?!\?)/g, "(?:")})`).join("|"),
  "gi",
);
const exact = readings.map(({ pattern, read }) => ({ pattern: new RegExp(`^(?:${pattern})$`, "i"), read }));

function span(from: CalendarDate | null, to: CalendarDate | null) {
  return from && to && from <= to ? { from, to } : null;
}

function open(from: CalendarDate | null, to: CalendarDate | null) {
  return from || to ? { from, to } : null;
}

/** Every day and period in a text, in order. What is shaped like a date but is none (31/02/2018) is left out. */
export function printedDates(text: string): PrintedDate[] {
  const found: PrintedDate[] = [];
  for (const match of text.matchAll(anyDate)) {
    for (const { pattern, read } of exact) {
      const read1 = pattern.exec(match[0]);
      const date = read1 ? read(read1) : null;
      if (date) {
        found.push({ ...date, start: match.index, end: match.index + match[0].length });
        break;
      }
    }
  }
  return found;
}

/** The month a period of report names: “January 2020” and “Jan-Mar 2020” give the last month, `2020-03`. */
export function monthOfPeriod(text: string): string | null {
  const last = printedDates(text).at(-1);
  const day = last?.to ?? last?.from;
  if (day) return day.slice(0, 7);
  const numeric = /\b(0?[1-9]|1[0-2])[/.-](\d{4})\b/.exec(text);
  return numeric ? toCalendarDate(`${numeric[2]}-${numeric[1]?.padStart(2, "0")}-01`).slice(0, 7) : null;
}
