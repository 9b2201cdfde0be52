import type { DateWindow } from "../contracts/answer.ts";
import type { CalendarDate } from "../contracts/calendar-date.ts";
import {
  addDays,
  dayOfWeek,
  endOfMonth,
  monthOf,
  startOfMonth,
  startOfWeek,
  yearOf,
} from "../rules/dates/calendar-arithmetic.ts";
import { periodAt } from "./date-periods.ts";
import type { DateQuestion, Found } from "./date-question.ts";
import { day, later, oneDay, ordinals, weekdayNumber, yearNumber } from "./date-words.ts";
import { dayAt, monthAt } from "./days-and-months.ts";
import { municipalPeriodAt } from "./municipal-calendar.ts";

/** A day, week, month or other stretch that is named in one go. @param after what came before it in a range. */
export function pointAt(q: DateQuestion, place: number, after?: DateWindow): Found {
  return (
    nowAt(q, place) ??
    weekAt(q, place) ??
    edgeAt(q, place) ??
    municipalPeriodAt(q, place) ??
    meetingAt(q, place) ??
    restAt(q, place) ??
    feastAt(q, place) ??
    dayAt(q, place, after) ??
    monthAt(q, place, after) ??
    periodAt(q, place)
  );
}

/** “The rest of the year”: from today to its end. */
function restAt(q: DateQuestion, place: number): Found {
  if (!["rest", "remainder"].includes(q.text(place)) || q.text(place + 1) !== "of") return null;
  const article = ["the", "this"].includes(q.text(place + 2)) ? 1 : 0;
  const whole = bareUnit(q, place + 2 + article) ?? monthAt(q, place + 2 + article, undefined, true);
  if (!whole) return null;
  const { from, to } = whole.window;
  return { window: { from: later(from, q.context.today), to }, length: 2 + article + whole.length };
}

/** “Between now and Easter”: now is today, as an end of a stretch alone. */
function nowAt(q: DateQuestion, place: number): Found {
  return q.text(place) === "now" && ["between", "from"].includes(q.text(place - 1))
    ? oneDay(q.context.today, 1)
    : null;
}

/** “w/c 7 January”, “week commencing …”, “first week of February”, “last week in March”. */
function weekAt(q: DateQuestion, place: number): Found {
  const [one, two] = [q.text(place), q.text(place + 1)];
  const opening =
    one === "w/c" || one === "w/b" || one === "wc"
      ? 1
      : one === "week" && ["commencing", "beginning", "starting", "of"].includes(two)
        ? 2
        : 0;
  if (opening > 0) {
    const at = q.text(place + opening) === "the" ? opening + 1 : opening;
    const start = dayAt(q, place + at);
    if (!start) return null;
    const monday = startOfWeek(start.window.from);
    return { window: { from: monday, to: addDays(monday, 6) }, length: at + start.length };
  }
  if (one === "week" && two === "after" && q.text(place + 2) === "next") {
    const monday = addDays(startOfWeek(q.context.today), 14);
    return { window: { from: monday, to: addDays(monday, 6) }, length: 3 };
  }
  if (one === "month" && two === "after" && q.text(place + 2) === "next")
    return {
      window: { from: startOfMonth(q.context.today, 2), to: endOfMonth(q.context.today, 2) },
      length: 3,
    };
  const nth = ordinals.get(one);
  const weekday = nth === undefined ? null : weekdayNumber(two);
  if (nth !== undefined && weekday !== null && ["of", "in"].includes(q.text(place + 2))) {
    const month = monthAt(q, place + 3, undefined, true);
    return month && { window: nthWeekday(month.window, nth, weekday), length: 3 + month.length };
  }
  if (nth !== undefined && ["week", "half"].includes(two) && ["of", "in"].includes(q.text(place + 2))) {
    const month = monthAt(q, place + 3, undefined, true);
    if (!month) return null;
    const { from, to } = month.window;
    const length = 3 + month.length;
    if (two === "half") {
      const middle = addDays(from, 14);
      return { window: nth === 1 ? { from, to: middle } : { from: addDays(middle, 1), to }, length };
    }
    if (nth === 5) return { window: { from: addDays(to, -6), to }, length };
    return { window: { from: addDays(from, 7 * (nth - 1)), to: addDays(from, 7 * nth - 1) }, length };
  }
  return null;
}

/** “The first Thursday in February”; the fifth is the last. */
function nthWeekday({ from, to }: DateWindow, nth: number, weekday: number): DateWindow {
  const first = addDays(from, (weekday - dayOfWeek(from) + 7) % 7);
  const meant = addDays(first, 7 * (nth - 1));
  const date = meant <= to ? meant : addDays(meant, -7);
  return { from: date, to: date };
}

/** “end of October”, “the end of the month”, “start of the year”: for ranges; alone, the last or first ten days. */
function edgeAt(q: DateQuestion, place: number): Found {
  const [one, two] = [q.text(place), q.text(place + 1)];
  if (!["end", "start", "beginning", "early", "late", "mid"].includes(one)) return null;
  const at = two === "of" ? (q.text(place + 2) === "the" ? 3 : 2) : 1;
  const year = yearNumber(q.text(place + at));
  if (year !== null && ["early", "mid", "late"].includes(one)) {
    const first = { early: 1, mid: 5, late: 10 }[one as "early" | "mid" | "late"];
    const from = day(year, first, 1);
    return { window: { from, to: endOfMonth(from, one === "mid" ? 3 : 2) }, length: at + 1 };
  }
  const inner = monthAt(q, place + at, undefined, true) ?? bareUnit(q, place + at);
  if (!inner) return null;
  const { from, to } = inner.window;
  const length = at + inner.length;
  if (addDays(from, 6) === to) {
    // A week ends with its Friday.
    if (one === "end" || one === "late") return { window: { from: addDays(from, 4), to }, length };
    return { window: { from, to: addDays(from, one === "mid" ? 3 : 1) }, length };
  }
  if (one === "end" || one === "late") return { window: { from: addDays(to, -9), to }, length };
  if (one === "mid") return { window: { from: addDays(from, 10), to: addDays(from, 19) }, length };
  return { window: { from, to: addDays(from, 9) }, length };
}

export function bareUnit(q: DateQuestion, place: number): Found {
  const { today } = q.context;
  if (q.text(place) === "month")
    return { window: { from: startOfMonth(today), to: endOfMonth(today) }, length: 1 };
  if (["financial", "tax"].includes(q.text(place)) && q.text(place + 1) === "year") {
    const began = monthOf(today) >= 4 ? yearOf(today) : yearOf(today) - 1;
    return { window: { from: day(began, 4, 1), to: day(began + 1, 3, 31) }, length: 2 };
  }
  if (q.text(place) === "year")
    return { window: { from: day(yearOf(today), 1, 1), to: day(yearOf(today), 12, 31) }, length: 1 };
  if (q.text(place) === "weekend") {
    const saturday = addDays(startOfWeek(today), 5);
    return { window: { from: saturday, to: addDays(saturday, 1) }, length: 1 };
  }
  if (q.text(place) === "week") {
    const monday = startOfWeek(today);
    return { window: { from: monday, to: addDays(monday, 6) }, length: 1 };
  }
  return null;
}

/** “next Cabinet”, “the next council meeting”. */
function meetingAt(q: DateQuestion, place: number): Found {
  const next = q.text(place) === "next" ? 1 : 0;
  const full = q.text(place + next) === "full" ? 1 : 0;
  const body = q.text(place + next + full);
  if (body !== "cabinet" && body !== "council") return next === 0 ? monthsMeetingAt(q, place) : null;
  if (next === 0 || q.text(place + next + full + 1) === "member") return null;
  const date = q.context.nextMeetingOf(body);
  if (!date) return null;
  q.atMeetingOf = body;
  const meeting = q.text(place + next + full + 1) === "meeting" ? 1 : 0;
  return { window: { from: date, to: date }, length: next + full + 1 + meeting };
}

/** “The April Cabinet” as an end of a stretch of days: its first day in that month, where the plan tells it. */
function monthsMeetingAt(q: DateQuestion, place: number): Found {
  if (!q.inRange) return null;
  const month = monthAt(q, place, undefined, true);
  if (!month) return null;
  const full = q.text(place + month.length) === "full" ? 1 : 0;
  // The body’s word may have been read as the decision maker already.
  const said = q.words[place + month.length + full]?.text ?? "";
  // “Cabinet items before its June meeting”.
  const body =
    said === "meeting" ? q.words.find(({ text }) => text === "cabinet" || text === "council")?.text : said;
  if (body !== "cabinet" && body !== "council") return null;
  const date = q.context.meetingOfIn(body, month.window);
  return date ? { window: { from: date, to: date }, length: month.length + full + 1 } : null;
}

/** Christmas, New Year, and the new year as a stretch. */
function feastAt(q: DateQuestion, place: number): Found {
  const year = yearOf(q.context.today);
  const skip = q.text(place) === "the" ? 1 : 0;
  const word = q.text(place + skip);
  const next = q.text(place + skip + 1);
  if (word === "boxing" && next === "day") return oneDay(day(year, 12, 26), skip + 2);
  if (word === "good" && next === "friday") return oneDay(easterFrom(q.context.today)[0], skip + 2);
  if (word === "year" && next === "end") return oneDay(day(year, 12, 31), skip + 2);
  if (word === "new" && /^years?$/.test(next) && ["eve", "day"].includes(q.text(place + skip + 2))) {
    const eve = q.text(place + skip + 2) === "eve";
    return oneDay(eve ? day(year, 12, 31) : day(year + 1, 1, 1), skip + 3);
  }
  if (word === "christmas" || word === "xmas") {
    const eve = q.text(place + skip + 1) === "eve" ? 1 : 0;
    return oneDay(day(year, 12, 25 - eve), skip + 1 + eve + (q.text(place + skip + 1) === "day" ? 1 : 0));
  }
  if (word === "easter") {
    const [goodFriday, monday] = easterFrom(q.context.today);
    if (next === "sunday") return oneDay(addDays(monday, -1), skip + 2);
    if (next === "monday") return oneDay(monday, skip + 2);
    const more = ["weekend", "holiday", "holidays", "break", "recess"].includes(next) ? 1 : 0;
    return { window: { from: goodFriday, to: monday }, length: skip + 1 + more };
  }
  if (word === "new" && q.text(place + skip + 1) === "year") {
    // In the first months of a year it is that year which is new.
    const from = day(monthOf(q.context.today) <= 3 ? year : year + 1, 1, 1);
    return { window: { from, to: later(q.context.planTo, endOfMonth(from, 2)) }, length: skip + 2 };
  }
  return null;
}

/** Good Friday and Easter Monday of the next Easter (the anonymous Gregorian algorithm; Meeus, Astronomical Algorithms). */
function easterFrom(today: CalendarDate): readonly [CalendarDate, CalendarDate] {
  const mondayOf = (year: number): CalendarDate => {
    const a = year % 19;
    const [b, c] = [Math.floor(year / 100), year % 100];
    const h = (19 * a + b - Math.floor(b / 4) - Math.floor((8 * b + 13) / 25) + 15) % 30;
    const m = Math.floor((a + 11 * h) / 319);
    const r = (2 * (b % 4) + 2 * Math.floor(c / 4) - (c % 4) - h + m + 32) % 7;
    const month = Math.floor((h - m + r + 90) / 25);
    return addDays(day(year, month, (h - m + r + month + 19) % 32), 1);
  };
  const monday = [0, 1].map((ahead) => mondayOf(yearOf(today) + ahead)).find((one) => one >= today) ?? today;
  return [addDays(monday, -3), monday];
}
