import type { CalendarDate } from "../../contracts/calendar-date.ts";
import type { Because } from "../because.ts";
import { endOfMonth, startOfMonth } from "../dates/calendar-arithmetic.ts";
import { calendarClearDays, lastPublicationDay } from "../dates/clear-days.ts";
import type { DayCounting } from "../dates/working-days.ts";

/** The period of an edition and the day it must be out. */
export interface PlanPeriod {
  readonly periodFrom: CalendarDate;
  readonly periodTo: CalendarDate;
  /** The last working day that leaves 28 clear days before the period. */
  readonly publishBy: CalendarDate;
  readonly because: Because;
}

/**
 * The four months of an edition that begins with the month of a day, and when it must be published (rules R8 and R9,
 * local practice: the law's 28 days are counted for each decision, rule R7).
 * Worked example: the period 1 August to 30 November 2018 is published by Tuesday 3 July 2018.
 * @throws {BankHolidaysUnknown} when the day of publication lies outside the data.
 */
export function planPeriod(day: CalendarDate, counting: DayCounting = {}): PlanPeriod {
  const periodFrom = startOfMonth(day);
  return {
    periodFrom,
    periodTo: endOfMonth(periodFrom, 3),
    publishBy: lastPublicationDay(periodFrom, 28, calendarClearDays, counting),
    because: {
      rule: "R9",
      reason: "28 clear days before its period begins, on a working day.",
    },
  };
}
