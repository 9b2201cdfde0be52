import type { CalendarDate } from "../../contracts/calendar-date.ts";
import { addDays } from "./calendar-arithmetic.ts";
import { type DayCounting, type DayOff, dayOff, isWorkingDay } from "./working-days.ts";

/** Which days qualify as clear days: working days (agendas), or every day (the 28 days of a key decision). */
export type ClearDayMode =
  | { readonly days: "working"; readonly counting?: DayCounting }
  | { readonly days: "calendar" };

/** Working days, Monday to Friday without bank holidays: the reading of *Elitestone* (rule R1). */
const workingClearDays: ClearDayMode = { days: "working" };

/** Every day of the calendar (rule R7). */
export const calendarClearDays: ClearDayMode = { days: "calendar" };

/** A count of clear days that shows its working. */
export interface ClearDayCount {
  readonly count: number;
  /** The days that counted, in order. */
  readonly counted: readonly CalendarDate[];
  /** The days between that did not count, and why. Ordinary Saturdays and Sundays included. */
  readonly skipped: readonly { readonly date: CalendarDate; readonly why: DayOff }[];
}

/**
 * Clear days between publication and meeting: qualifying days strictly between the two, neither end counted.
 *
 * Rules R1, R2, R4 and R7. Law: Local Government Act 1972 s100B(3); SI 2012/2089 reg 6 and 9; the exclusion of
 * both ends and of Saturdays follows *R v Swansea CC ex p Elitestone* (CA 1993).
 * Worked example: published Monday 2 July 2018 for Tuesday 10 July 2018 gives 5.
 * A meeting on or before the day of publication gives 0.
 */
export function clearDaysBetween(
  published: CalendarDate,
  meeting: CalendarDate,
  mode: ClearDayMode = workingClearDays,
): ClearDayCount {
  const counted: CalendarDate[] = [];
  const skipped: { date: CalendarDate; why: DayOff }[] = [];
  for (let day = addDays(published, 1); day < meeting; day = addDays(day, 1)) {
    const why = mode.days === "calendar" ? null : dayOff(day, mode.counting);
    if (why) skipped.push({ date: day, why });
    else counted.push(day);
  }
  return { count: counted.length, counted, skipped };
}

/**
 * The last working day on which papers may be published and still give `notice` clear days before the meeting.
 *
 * Rules R1-R3 (agendas: 5 working days) and R7 (key decisions: 28 calendar days, published on a working day).
 * Worked example: 5 clear days before Thursday 5 April 2018, over Easter, is Monday 26 March 2018.
 */
export function lastPublicationDay(
  meeting: CalendarDate,
  notice: number,
  mode: ClearDayMode = workingClearDays,
  counting: DayCounting = mode.days === "working" ? (mode.counting ?? {}) : {},
): CalendarDate {
  let day = addDays(meeting, -1);
  for (let left = notice; left > 0; day = addDays(day, -1)) {
    if (mode.days === "calendar" || isWorkingDay(day, mode.counting)) left -= 1;
  }
  while (!isWorkingDay(day, counting)) day = addDays(day, -1);
  return day;
}

/** When a council's publications of a day stop counting for that day (rule R5, local practice). */
export interface PublicationCutOff {
  /** `HH:MM` on the clocks of England; publication after it counts for the next working day. */
  readonly cutOff: string;
  readonly counting?: DayCounting;
}

/**
 * The day a publication counts for: its own day, or the next working day when it came after the cut-off or on a
 * day the offices are closed (rule R5). Worked example: Monday 2 July 2018 at 17:30 counts for 3 July.
 * @param time `HH:MM` on the clocks of England.
 */
export function dayPublicationCounts(
  date: CalendarDate,
  time: string,
  { cutOff, counting = {} }: PublicationCutOff,
): CalendarDate {
  if (time <= cutOff && isWorkingDay(date, counting)) return date;
  let day = addDays(date, 1);
  while (!isWorkingDay(day, counting)) day = addDays(day, 1);
  return day;
}
