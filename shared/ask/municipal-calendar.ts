import type { DateWindow } from "../contracts/answer.ts";
import type { CalendarDate } from "../contracts/calendar-date.ts";
import { addDays, daysFrom } from "../rules/dates/calendar-arithmetic.ts";
import type { DateQuestion, Found } from "./date-question.ts";

/** Days without a meeting of anybody that make a recess; over Christmas and Easter fewer do. */
const recessAtLeast = 14;
const holidayAtLeast = 7;

/**
 * “This cycle”, “before the summer recess”: from the days of meetings on record. A cycle of meetings ends with Council; a
 * recess is the time between two meetings in which nobody meets for two weeks. Null where no meetings are held.
 */
export function municipalPeriodAt(q: DateQuestion, place: number): Found {
  return cycleAt(q, place) ?? recessAt(q, place);
}

const meetingWords: ReadonlySet<string> = new Set([
  "committee",
  "meeting",
  "meetings",
  "council",
  "municipal",
]);

function cycleAt(q: DateQuestion, place: number): Found {
  const which = q.text(place);
  if (!["this", "the", "current", "next", "coming"].includes(which)) return null;
  const of = meetingWords.has(q.words[place + 1]?.text ?? "") ? 1 : 0;
  if (q.text(place + 1 + of) !== "cycle") return null;
  const { today, councilDays } = q.context;
  const [first, second] = councilDays.filter((day) => day >= today);
  const isNext = which === "next" || which === "coming";
  if (first === undefined || (isNext && second === undefined)) return null;
  const window = isNext && second ? { from: addDays(first, 1), to: second } : { from: today, to: first };
  return { window, length: 2 + of };
}

const recesses: readonly (readonly [RegExp, (gap: DateWindow) => boolean])[] = [
  [/^summer$/, ({ from, to }) => from.slice(5) <= "08-31" && to.slice(5) >= "07-20"],
  [/^(?:christmas|winter)$/, ({ from, to }) => holdsDay(from, to, "12-25")],
  [/^(?:easter|spring)$/, ({ from, to }) => from.slice(5) <= "04-25" && to.slice(5) >= "03-22"],
];

function holdsDay(from: CalendarDate, to: CalendarDate, day: string): boolean {
  return [from, to].some((end) => {
    const date = `${end.slice(0, 4)}-${day}`;
    return from <= date && date <= to;
  });
}

function recessAt(q: DateQuestion, place: number): Found {
  const skip = q.text(place) === "the" ? 1 : 0;
  const named = q.text(place + skip + 1) === "recess" ? 1 : 0;
  if (named === 0 && q.text(place + skip) !== "recess") return null;
  const season = named === 1 ? q.text(place + skip) : "";
  const before = q.words[place - 1]?.text ?? "";
  if (named === 0 && recesses.some(([name]) => name.test(before))) return null;
  const fits = recesses.find(([name]) => name.test(season))?.[1] ?? (() => true);
  const { today, meetingDays } = q.context;
  const coming = meetingDays.filter((day) => day >= today);
  for (const [at, last] of coming.entries()) {
    const next = coming[at + 1];
    if (next === undefined) break;
    const gap = { from: addDays(last, 1), to: addDays(next, -1) };
    const least = /^(?:christmas|easter)$/.test(season) ? holidayAtLeast : recessAtLeast;
    if (daysFrom(gap.from, gap.to) + 1 >= least && fits(gap))
      return { window: gap, length: skip + named + 1 };
  }
  return null;
}
