import type { DateWindow } from "../contracts/answer.ts";
import type { CalendarDate } from "../contracts/calendar-date.ts";
import {
  addDays,
  endOfMonth,
  monthOf,
  startOfMonth,
  startOfWeek,
  yearOf,
} from "../rules/dates/calendar-arithmetic.ts";
import type { DateQuestion, Found } from "./date-question.ts";
import { day, ordinals } from "./date-words.ts";

/** First and last month of a season, as people speak of them; winter ends in the following year. */
const seasons: ReadonlyMap<string, readonly [number, number]> = new Map(
  Object.entries({
    spring: [3, 5],
    summer: [6, 8],
    autumn: [9, 11],
    winter: [12, 14],
  }),
);

/** “this month”, “next week”, “this quarter”, “Q3”, “the summer”, “2019”. */
export function periodAt(q: DateQuestion, place: number): Found {
  const word = q.text(place);
  const { today } = q.context;
  const quarter =
    /^q([1-4])$/.exec(word)?.[1] ??
    (word === "quarter" && /^[1-4]$/.test(q.text(place + 1)) ? q.text(place + 1) : undefined);
  if (quarter)
    return { window: quarterWindow(q, Number(quarter), today), length: word === "quarter" ? 2 : 1 };
  const leads = q.words[place - 1]?.text ?? "";
  if (
    /^20\d\d$/.test(word) &&
    ["in", "for", "during", "of", "by", "before", "after", "until"].includes(leads)
  )
    return { window: { from: day(Number(word), 1, 1), to: day(Number(word), 12, 31) }, length: 1 };
  const nth = ordinals.get(word);
  if (nth !== undefined && nth <= 4 && q.text(place + 1) === "quarter")
    return { window: quarterWindow(q, nth, today), length: 2 };
  const skip = ["this", "next", "coming", "the", "last", "following", "current", "previous"].includes(word)
    ? 1
    : 0;
  const season = seasons.get(q.text(place + skip));
  // When a recess falls is in the calendar of meetings, not in the seasons.
  if (season && q.text(place + skip + 1) === "recess") return null;
  if (season) return { window: seasonWindow(season, today), length: skip + 1 };
  if (skip === 0 || word === "the") return null;
  const step = ["next", "coming", "following"].includes(word)
    ? 1
    : ["last", "previous"].includes(word)
      ? -1
      : 0;
  switch (q.text(place + 1)) {
    case "week": {
      const monday = addDays(startOfWeek(today), 7 * step);
      return { window: { from: monday, to: addDays(monday, 6) }, length: 2 };
    }
    case "weekend": {
      const saturday = addDays(startOfWeek(today), 5 + 7 * step);
      return { window: { from: saturday, to: addDays(saturday, 1) }, length: 2 };
    }
    case "month":
      return { window: { from: startOfMonth(today, step), to: endOfMonth(today, step) }, length: 2 };
    case "quarter": {
      const first = startOfMonth(today, -((monthOf(today) - 1) % 3) + 3 * step);
      return { window: { from: first, to: endOfMonth(first, 2) }, length: 2 };
    }
    case "calendar":
    case "year": {
      const length = q.text(place + 1) === "calendar" ? 3 : 2;
      // What is left of this year begins today.
      const from = step === 0 ? today : day(yearOf(today) + step, 1, 1);
      return { window: { from, to: day(yearOf(today) + step, 12, 31) }, length };
    }
    case "financial": {
      const start = (monthOf(today) >= 4 ? yearOf(today) : yearOf(today) - 1) + step;
      return { window: { from: day(start, 4, 1), to: day(start + 1, 3, 31) }, length: 3 };
    }
    default:
      return null;
  }
}

function quarterWindow(q: DateQuestion, quarter: number, today: CalendarDate): DateWindow {
  const start = monthOf(today) >= 4 ? yearOf(today) : yearOf(today) - 1;
  const first = quarter === 4 ? day(start + 1, 1, 1) : day(start, 1 + 3 * quarter, 1);
  const window = { from: first, to: endOfMonth(first, 2) };
  if (window.to >= today || window.to >= q.context.planFrom) return window;
  const next = startOfMonth(first, 12);
  return { from: next, to: endOfMonth(next, 2) };
}

function seasonWindow([first, last]: readonly [number, number], today: CalendarDate): DateWindow {
  const of = (year: number): DateWindow => {
    const from = day(year, first, 1);
    return { from, to: endOfMonth(from, last - first) };
  };
  const near = [yearOf(today) - 1, yearOf(today), yearOf(today) + 1].map(of);
  return near.find((window) => window.to >= today) ?? of(yearOf(today));
}
