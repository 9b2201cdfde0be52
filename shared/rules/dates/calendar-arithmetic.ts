import { type CalendarDate, toCalendarDate } from "../../contracts/calendar-date.ts";

const dayLength = 86_400_000;

function utc(date: CalendarDate): number {
  return Date.parse(`${date}T00:00:00Z`);
}

/** The date `days` days after `date` (before it, when negative). */
export function addDays(date: CalendarDate, days: number): CalendarDate {
  return toCalendarDate(new Date(utc(date) + days * dayLength).toISOString().slice(0, 10));
}

/** Days from `from` to `to`: 1 for tomorrow, negative when `to` is earlier. */
export function daysFrom(from: CalendarDate, to: CalendarDate): number {
  return (utc(to) - utc(from)) / dayLength;
}

/** Day of the week, 1 for Monday to 7 for Sunday. */
export function dayOfWeek(date: CalendarDate): number {
  return new Date(utc(date)).getUTCDay() || 7;
}

export function yearOf(date: CalendarDate): number {
  return Number(date.slice(0, 4));
}

/** Month of the year, 1 to 12. */
export function monthOf(date: CalendarDate): number {
  return Number(date.slice(5, 7));
}

/** First day of the month that lies `months` months after the month of `date`. */
export function startOfMonth(date: CalendarDate, months = 0): CalendarDate {
  const first = new Date(Date.UTC(yearOf(date), monthOf(date) - 1 + months, 1));
  return toCalendarDate(first.toISOString().slice(0, 10));
}

/** Last day of the month that lies `months` months after the month of `date`. */
export function endOfMonth(date: CalendarDate, months = 0): CalendarDate {
  return addDays(startOfMonth(date, months + 1), -1);
}

/** Monday of the week of `date`. */
export function startOfWeek(date: CalendarDate): CalendarDate {
  return addDays(date, 1 - dayOfWeek(date));
}

const londonDay = new Intl.DateTimeFormat("en-CA", {
  timeZone: "Europe/London",
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
});

const londonTime = new Intl.DateTimeFormat("en-GB", {
  timeZone: "Europe/London",
  hour: "2-digit",
  minute: "2-digit",
  hourCycle: "h23",
});

let lastAsked = { hour: Number.NaN, day: "" as CalendarDate };

/** The day it is in England at an instant: half past midnight in summer is still yesterday in UTC. */
export function dateInLondon(instant: Date): CalendarDate {
  // Clocks in London differ from UTC by whole hours: within one hour of UTC it is one day.
  const hour = Math.floor(instant.getTime() / 3_600_000);
  if (hour !== lastAsked.hour) lastAsked = { hour, day: toCalendarDate(londonDay.format(instant)) };
  return lastAsked.day;
}

/** The time on the clocks of England at an instant, `HH:MM`. */
export function timeInLondon(instant: Date): string {
  return londonTime.format(instant);
}

/**
 * The instant at which the clocks of England show a time on a day. In the hour that the clocks skip in spring it is
 * the instant an hour later; of the hour that they repeat in autumn it is the first.
 * @param time `HH:MM`.
 */
export function instantInLondon(date: CalendarDate, time: string): Date {
  const asUtc = Date.parse(`${date}T${time}:00Z`);
  for (const ahead of [3_600_000, 0]) {
    const instant = new Date(asUtc - ahead);
    if (dateInLondon(instant) === date && timeInLondon(instant) === time) return instant;
  }
  return new Date(asUtc);
}
