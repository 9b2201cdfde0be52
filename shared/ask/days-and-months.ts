import type { DateWindow } from "../contracts/answer.ts";
import { type CalendarDate, isCalendarDate } from "../contracts/calendar-date.ts";
import {
  addDays,
  dayOfWeek,
  endOfMonth,
  monthOf,
  startOfWeek,
  yearOf,
} from "../rules/dates/calendar-arithmetic.ts";
import type { DateQuestion, Found } from "./date-question.ts";
import {
  day,
  dayNumber,
  monthNumber,
  oneDay,
  ordinalDay,
  two,
  weekdayNumber,
  yearNumber,
} from "./date-words.ts";

/** “26 July”, “July 26th”, “26/07/2018”, “2018 07 26”, “Thursday 26 July”, “next Thursday”, “Friday week”, “tomorrow”. */
export function dayAt(q: DateQuestion, place: number, after?: DateWindow): Found {
  const found = wholeDayAt(q, place, after);
  // “Thursday night” is that Thursday.
  return found && partsOfDay.has(q.text(place + found.length))
    ? { ...found, length: found.length + 1 }
    : found;
}

const partsOfDay: ReadonlySet<string> = new Set(["morning", "afternoon", "evening", "night"]);

function wholeDayAt(q: DateQuestion, place: number, after?: DateWindow): Found {
  const word = q.text(place);
  if (word === "today" || word === "tonight") return oneDay(q.context.today, 1);
  if (word === "this" && partsOfDay.has(q.text(place + 1))) return oneDay(q.context.today, 2);
  if (word === "day" && q.text(place + 1) === "after" && q.text(place + 2) === "tomorrow")
    return oneDay(addDays(q.context.today, 2), 3);
  if (word === "tomorrow") return oneDay(addDays(q.context.today, 1), 1);
  if (word === "yesterday") return oneDay(addDays(q.context.today, -1), 1);
  if (word === "last") {
    if (q.text(place + 1) === "night") return oneDay(addDays(q.context.today, -1), 2);
    const gone = weekdayNumber(q.text(place + 1));
    if (gone !== null) return oneDay(addDays(nextWeekday(q, gone), -7), 2);
  }
  const slashed = /^(\d{1,2})\/(\d{1,2})(?:\/(\d{2}|[12]\d{3}))?$/.exec(word);
  if (slashed) {
    const year = slashed[3]
      ? Number(slashed[3]) < 100
        ? 2000 + Number(slashed[3])
        : Number(slashed[3])
      : null;
    return dated(q, Number(slashed[1]), Number(slashed[2]), year, 1, after);
  }
  if (/^20\d\d$/.test(word) && /^\d\d$/.test(q.text(place + 1)) && /^\d\d$/.test(q.text(place + 2))) {
    return dated(q, Number(q.text(place + 2)), Number(q.text(place + 1)), Number(word), 3, after);
  }
  const weekday = weekdayNumber(word);
  // “A Thursday in February” is any of February’s.
  if (weekday !== null && ["in", "of"].includes(q.text(place + 1))) {
    const month = monthAt(q, place + 2, undefined, true);
    if (month) return { window: month.window, length: 2 + month.length };
  }
  if (weekday !== null) {
    const exact = dayAt(q, place + 1, after);
    if (exact && dayNumber(q.text(place + 1)) !== null)
      return { window: exact.window, length: exact.length + 1 };
    const coming = nextWeekday(q, weekday);
    if (q.text(place + 1) === "week") return oneDay(addDays(coming, 7), 2);
    if (q.text(place + 1) === "fortnight") return oneDay(addDays(coming, 14), 2);
    return oneDay(coming, 1);
  }
  if ((word === "next" || word === "this") && weekdayNumber(q.text(place + 1)) !== null) {
    const wanted = weekdayNumber(q.text(place + 1)) ?? 1;
    const monday = addDays(startOfWeek(q.context.today), word === "next" ? 7 : 0);
    const meant = addDays(monday, wanted - 1);
    // On a Sunday, “this Thursday” is the one to come.
    return oneDay(meant < q.context.today ? addDays(meant, 7) : meant, 2);
  }
  if (
    word === "a" &&
    q.text(place + 1) === "week" &&
    q.text(place + 2) === "on" &&
    weekdayNumber(q.text(place + 3)) !== null
  ) {
    return oneDay(addDays(nextWeekday(q, weekdayNumber(q.text(place + 3)) ?? 1), 7), 4);
  }
  const saidOut = ordinalDay(word);
  if (saidOut !== null) {
    const of = q.text(place + 1) === "of" ? 1 : 0;
    const month = monthNumber(q.text(place + 1 + of));
    if (month !== null) return dated(q, saidOut, month, null, 2 + of, after);
  }
  const monthBefore = monthNumber(word);
  const article = q.text(place + 1) === "the" ? 1 : 0;
  const dayAfter = ordinalDay(q.text(place + 1 + article));
  if (monthBefore !== null && dayAfter !== null && article === 1)
    return dated(q, dayAfter, monthBefore, null, 3, after);
  const number = dayNumber(word);
  if (number !== null) {
    const of = q.text(place + 1) === "of" ? 1 : 0;
    const month = monthNumber(q.text(place + 1 + of));
    if (month !== null) {
      const year = yearNumber(q.text(place + 2 + of));
      return dated(q, number, month, year, year ? 3 + of : 2 + of, after);
    }
    const next = nextDayNumber(q, place, number);
    if (next) return next;
    if (after && place > 0) {
      const same = dated(q, number, monthOf(after.from), yearOf(after.from), 1, after);
      if (same && after.from === after.to) return same;
    }
    return null;
  }
  const month = monthNumber(word);
  const following = dayNumber(q.text(place + 1));
  if (month !== null && following !== null && !/^\d{4}$/.test(q.text(place + 1))) {
    const year = yearNumber(q.text(place + 2));
    return dated(q, following, month, year, year ? 3 : 2, after);
  }
  return null;
}

/** “The 5th”, “Thursday 5th”: the next such day to come. */
function nextDayNumber(q: DateQuestion, place: number, number: number): Found {
  if (!/(?:st|nd|rd|th)$/.test(q.text(place)) || ["one", "item", "of", "on"].includes(q.text(place + 1)))
    return null;
  const before = q.words[place - 1]?.text ?? "";
  const weekday = weekdayNumber(before);
  if (weekday === null && !["the", "on"].includes(before)) return null;
  for (let ahead = 0; ahead < 370; ahead++) {
    const date = addDays(q.context.today, ahead);
    if (Number(date.slice(8)) === number && (weekday === null || dayOfWeek(date) === weekday))
      return oneDay(date, 1);
  }
  return null;
}

export function dated(
  q: DateQuestion,
  dayOf: number,
  month: number,
  year: number | null,
  length: number,
  after?: DateWindow,
): Found {
  const meant = year ?? yearOf(monthWindow(q, month, after ?? null).from);
  const date = `${meant}-${two(month)}-${two(dayOf)}`;
  return isCalendarDate(date) ? { window: { from: date, to: date }, length } : null;
}

function nextWeekday(q: DateQuestion, wanted: number): CalendarDate {
  const ahead = (wanted - dayOfWeek(q.context.today) + 7) % 7;
  return addDays(q.context.today, ahead);
}

/** “July”, “July 2018”. “May” and “march” alone count only where they cannot be verbs. */
export function monthAt(q: DateQuestion, place: number, after?: DateWindow, surely = false): Found {
  const word = q.text(place);
  const modified = ["this", "next", "coming"].includes(word) ? 1 : 0;
  const month = monthNumber(q.text(place + modified));
  if (month === null) return null;
  const year = yearNumber(q.text(place + modified + 1));
  const before = q.words[place - 1]?.text ?? "";
  const leads = [
    "in",
    "for",
    "during",
    "by",
    "of",
    "to",
    "and",
    "until",
    "till",
    "from",
    "between",
    "before",
    "after",
    "about",
    "at",
    "or",
    "late",
    "early",
    "mid",
    "end",
    "since",
  ];
  // The body’s word may have been read as the decision maker already.
  const follows = q.words[place + modified + 1]?.text ?? "";
  const sure =
    surely ||
    modified > 0 ||
    year !== null ||
    after !== undefined ||
    leads.includes(before) ||
    q.words.length <= 3 ||
    follows === "cabinet" ||
    follows === "council" ||
    follows === "meeting";
  if ((month === 5 || word === "mar" || word === "march" || word === "sat") && !sure) return null;
  return { window: monthWindow(q, month, after ?? null, year), length: modified + (year ? 2 : 1) };
}

/** The month that is meant by its name: the one that the plan is about, else the next one to come. */
export function monthWindow(
  q: DateQuestion,
  month: number,
  after: DateWindow | null,
  year: number | null = null,
): DateWindow {
  const { today, planFrom, planTo } = q.context;
  const of = (which: number): DateWindow => {
    const first = day(which, month, 1);
    return { from: first, to: endOfMonth(first) };
  };
  if (year !== null) return of(year);
  const near = [yearOf(today) - 1, yearOf(today), yearOf(today) + 1].map(of);
  const notBefore = after ? near.filter((window) => window.to >= after.from) : near;
  const coming = notBefore.find((window) => window.to >= today);
  const inPlan = notBefore.find((window) => window.to >= planFrom && window.from <= planTo);
  if (coming && coming.to >= planFrom && coming.from <= planTo) return coming;
  return inPlan ?? coming ?? of(yearOf(today));
}
