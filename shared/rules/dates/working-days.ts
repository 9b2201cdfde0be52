import type { CalendarDate } from "../../contracts/calendar-date.ts";
import { bankHolidaysOf } from "./bank-holidays.ts";
import { addDays, dayOfWeek, yearOf } from "./calendar-arithmetic.ts";

/** Which days count as working days for a body: settings of the council. */
export interface DayCounting {
  /** Count Saturdays, as parish guidance does. Default: Monday to Friday (rule R1). */
  readonly saturdaysCount?: boolean;
  /** Days the offices are closed, counted as holidays (rule R5). */
  readonly officeClosures?: ReadonlySet<CalendarDate>;
}

/** Why a day does not count. */
export type DayOff = "saturday" | "sunday" | "bank-holiday" | "office-closure";

/**
 * Why a day is not a working day, or null when it is one.
 * @throws {BankHolidaysUnknown} when the year is outside the data.
 */
export function dayOff(date: CalendarDate, counting: DayCounting = {}): DayOff | null {
  // Asked before the weekend, so that a Saturday outside the data is refused like any other day.
  const holidays = bankHolidaysOf(yearOf(date));
  if (dayOfWeek(date) === 7) return "sunday";
  if (dayOfWeek(date) === 6 && !counting.saturdaysCount) return "saturday";
  if (holidays.has(date)) return "bank-holiday";
  if (counting.officeClosures?.has(date)) return "office-closure";
  return null;
}

export function isWorkingDay(date: CalendarDate, counting: DayCounting = {}): boolean {
  return dayOff(date, counting) === null;
}

/**
 * The working day that lies `days` working days after `date` (before it, when negative).
 * `date` itself is never counted, and need not be a working day. 0 gives `date` back.
 */
export function addWorkingDays(date: CalendarDate, days: number, counting: DayCounting = {}): CalendarDate {
  const step = Math.sign(days);
  let day = date;
  for (let left = Math.abs(days); left > 0; ) {
    day = addDays(day, step);
    if (isWorkingDay(day, counting)) left -= 1;
  }
  return day;
}

/** `date` itself when it is a working day, else the nearest one before it. */
export function workingDayOnOrBefore(date: CalendarDate, counting: DayCounting = {}): CalendarDate {
  let day = date;
  while (!isWorkingDay(day, counting)) day = addDays(day, -1);
  return day;
}

/** Working days from `from` to `to`, the first not counted, the last counted; negative when `to` is earlier. */
export function workingDaysFrom(from: CalendarDate, to: CalendarDate, counting: DayCounting = {}): number {
  if (to < from) return -workingDaysFrom(to, from, counting);
  let count = 0;
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) {
    if (isWorkingDay(day, counting)) count += 1;
  }
  return count;
}

/** How far a deadline is, in words: “Due in 3 working days”, “Due today”, “Late by 1 working day”. */
export function workingDaysInWords(left: number): string {
  const days = (count: number) => `${count} working day${count === 1 ? "" : "s"}`;
  if (left > 0) return `Due in ${days(left)}`;
  return left === 0 ? "Due today" : `Late by ${days(-left)}`;
}
