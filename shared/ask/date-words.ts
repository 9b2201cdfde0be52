import { type CalendarDate, toCalendarDate } from "../contracts/calendar-date.ts";
import type { Found } from "./date-question.ts";
import { isSlipOf } from "./question-words.ts";

export const months =
  "january february march april may june july august september october november december".split(" ");

export const weekdays = "monday tuesday wednesday thursday friday saturday sunday".split(" ");

export const numbers: ReadonlyMap<string, number> = new Map(
  Object.entries({
    a: 1,
    one: 1,
    two: 2,
    couple: 2,
    three: 3,
    few: 3,
    four: 4,
    five: 5,
    six: 6,
    seven: 7,
    eight: 8,
    nine: 9,
    ten: 10,
    twelve: 12,
    fourteen: 14,
    thirty: 30,
    sixty: 60,
    ninety: 90,
  }),
);

export const ordinals: ReadonlyMap<string, number> = new Map(
  Object.entries({
    first: 1,
    second: 2,
    third: 3,
    fourth: 4,
    last: 5,
  }),
);

export function day(year: number, month: number, dayOf: number): CalendarDate {
  return toCalendarDate(`${year}-${two(month)}-${two(dayOf)}`);
}

export function two(number: number): string {
  return String(number).padStart(2, "0");
}

export function earlier(a: CalendarDate, b: CalendarDate): CalendarDate {
  return a <= b ? a : b;
}

export function later(a: CalendarDate, b: CalendarDate): CalendarDate {
  return a >= b ? a : b;
}

export function dayNumber(word: string): number | null {
  const match = /^(\d{1,2})(?:st|nd|rd|th)?$/.exec(word);
  const number = Number(match?.[1]);
  return match && number >= 1 && number <= 31 ? number : null;
}

const ordinalDays =
  "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth".split(
    " ",
  );

/** “Tenth”, as a day of a month; only where a month stands beside it. */
export function ordinalDay(word: string): number | null {
  const place = ordinalDays.indexOf(word);
  return place >= 0 ? place + 1 : null;
}

export function yearNumber(word: string): number | null {
  return /^20\d\d$/.test(word) ? Number(word) : null;
}

export function monthNumber(word: string): number | null {
  if (word.length < 3) return null;
  if (word === "sept") return 9;
  const exact = months.findIndex((month) => month === word || (word.length === 3 && month.startsWith(word)));
  if (exact >= 0) return exact + 1;
  const slip =
    word.length >= 6 ? months.findIndex((month) => month.length >= 6 && isSlipOf(word, month)) : -1;
  return slip >= 0 ? slip + 1 : null;
}

export function weekdayNumber(word: string): number | null {
  const place = weekdays.findIndex(
    (name) =>
      name === word ||
      (word.length >= 3 && word.length <= 5 && word !== "sat" && word !== "sun" && name.startsWith(word)),
  );
  return place >= 0 ? place + 1 : null;
}

export function isPeriodWord(word: string): boolean {
  return ["week", "month", "year", "quarter", "weekend"].includes(word);
}

export function oneDay(date: CalendarDate, length: number): Found {
  return { window: { from: date, to: date }, length };
}
