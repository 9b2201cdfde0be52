import type { DateWindow } from "../contracts/answer.ts";
import { type CalendarDate, isCalendarDate } from "../contracts/calendar-date.ts";
import {
  addDays,
  endOfMonth,
  monthOf,
  startOfMonth,
  startOfWeek,
  yearOf,
} from "../rules/dates/calendar-arithmetic.ts";
import { use, type Word } from "./question-words.ts";

const months = [
  "january",
  "february",
  "march",
  "april",
  "may",
  "june",
  "july",
  "august",
  "september",
  "october",
  "november",
  "december",
];

const numbers: Readonly<Record<string, number>> = {
  a: 1,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  ten: 10,
  twelve: 12,
};

/** The days a question asks about, and the words that said so are marked as understood. Null when it names none. */
export function readWindow(words: readonly Word[], today: CalendarDate): DateWindow | null {
  for (const reader of [readRange, readSpan, readNamedPeriod, readDay, readMonth]) {
    for (let place = 0; place < words.length; place++) {
      const found = reader(words, place, today);
      if (found) {
        use(words, place, found.length);
        return found.window;
      }
    }
  }
  return null;
}

type Found = { readonly window: DateWindow; readonly length: number } | null;

function textAt(words: readonly Word[], place: number): string {
  const word = words[place];
  return word && !word.used ? word.text : "";
}

function monthNumber(word: string): number | null {
  if (word.length < 3) return null;
  const index = months.findIndex((month) => month === word || (word.length <= 4 && month.startsWith(word)));
  return index >= 0 ? index + 1 : word === "sept" ? 9 : null;
}

/** The month that is meant by its name: this year’s, or next year’s once this year’s is over. */
function monthWindow(month: number, year: number | null, today: CalendarDate): DateWindow {
  const meant = year ?? (month < monthOf(today) ? yearOf(today) + 1 : yearOf(today));
  const first = `${meant}-${String(month).padStart(2, "0")}-01` as CalendarDate;
  return { from: first, to: endOfMonth(first) };
}

function yearAt(words: readonly Word[], place: number): number | null {
  const text = textAt(words, place);
  return /^20\d\d$/.test(text) ? Number(text) : null;
}

/** “between May and July”, “from May to July”. */
function readRange(words: readonly Word[], place: number, today: CalendarDate): Found {
  if (!["between", "from"].includes(textAt(words, place))) return null;
  const first = monthNumber(textAt(words, place + 1));
  const last = monthNumber(textAt(words, place + 3));
  if (first === null || last === null || !["and", "to"].includes(textAt(words, place + 2))) return null;
  const year = yearAt(words, place + 4);
  const from = monthWindow(first, year, today);
  const to = monthWindow(last, year ?? yearOf(from.from) + (last < first ? 1 : 0), today);
  return { window: { from: from.from, to: to.to }, length: year ? 5 : 4 };
}

/** “in the next three weeks”, “next 30 days”, “fortnight”. */
function readSpan(words: readonly Word[], place: number, today: CalendarDate): Found {
  const text = textAt(words, place);
  if (text === "fortnight") return { window: { from: today, to: addDays(today, 14) }, length: 1 };
  if (!["next", "coming", "following"].includes(text)) return null;
  const count = Number(textAt(words, place + 1)) || numbers[textAt(words, place + 1)];
  const unit = textAt(words, place + 2).replace(/s$/, "");
  if (!count || count > 1_000) return null;
  if (unit === "day") return { window: { from: today, to: addDays(today, count) }, length: 3 };
  if (unit === "week") return { window: { from: today, to: addDays(today, 7 * count) }, length: 3 };
  if (unit === "month") {
    const last = endOfMonth(today, count);
    const day = `${last.slice(0, 8)}${today.slice(8)}`;
    return { window: { from: today, to: isCalendarDate(day) ? day : last }, length: 3 };
  }
  return null;
}

/** “this month”, “next week”, “today”. */
function readNamedPeriod(words: readonly Word[], place: number, today: CalendarDate): Found {
  const text = textAt(words, place);
  if (text === "today" || text === "tonight") return { window: { from: today, to: today }, length: 1 };
  if (text === "tomorrow") {
    return { window: { from: addDays(today, 1), to: addDays(today, 1) }, length: 1 };
  }
  if (text !== "this" && text !== "next") return null;
  const step = text === "this" ? 0 : 1;
  switch (textAt(words, place + 1)) {
    case "week": {
      const monday = addDays(startOfWeek(today), 7 * step);
      return { window: { from: monday, to: addDays(monday, 6) }, length: 2 };
    }
    case "month":
      return { window: { from: startOfMonth(today, step), to: endOfMonth(today, step) }, length: 2 };
    case "year": {
      const year = yearOf(today) + step;
      return {
        window: { from: `${year}-01-01` as CalendarDate, to: `${year}-12-31` as CalendarDate },
        length: 2,
      };
    }
    default:
      return null;
  }
}

/** “26 July”, “26th July 2018”, “26/07/2018”, “2018-07-26” (folded to “2018 07 26”). */
function readDay(words: readonly Word[], place: number, today: CalendarDate): Found {
  const text = textAt(words, place);
  const slashed = /^(\d{1,2})\/(\d{1,2})\/(\d{2}|\d{4})$/.exec(text);
  if (slashed) {
    const year = Number(slashed[3]) < 100 ? 2000 + Number(slashed[3]) : Number(slashed[3]);
    return dayFound(year, Number(slashed[2]), Number(slashed[1]), 1);
  }
  if (
    /^20\d\d$/.test(text) &&
    /^\d\d$/.test(textAt(words, place + 1)) &&
    /^\d\d$/.test(textAt(words, place + 2))
  ) {
    return dayFound(Number(text), Number(textAt(words, place + 1)), Number(textAt(words, place + 2)), 3);
  }
  const day = /^(\d{1,2})(st|nd|rd|th)?$/.exec(text);
  const month = monthNumber(textAt(words, place + 1));
  if (!day || month === null) return null;
  const year = yearAt(words, place + 2);
  const meant = year ?? yearOf(monthWindow(month, null, today).from);
  return dayFound(meant, month, Number(day[1]), year ? 3 : 2);
}

function dayFound(year: number, month: number, day: number, length: number): Found {
  const text = `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
  return isCalendarDate(text) ? { window: { from: text, to: text }, length } : null;
}

/** “in July”, “July 2018”. “May” alone counts only where it cannot be the verb. */
function readMonth(words: readonly Word[], place: number, today: CalendarDate): Found {
  const month = monthNumber(textAt(words, place));
  if (month === null) return null;
  const year = yearAt(words, place + 1);
  const before = words[place - 1]?.text ?? "";
  if (month === 5 && !year && !["in", "for", "during", "by", "of", "next", "this"].includes(before))
    return null;
  return { window: monthWindow(month, year, today), length: year ? 2 : 1 };
}
