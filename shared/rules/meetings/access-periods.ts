import type { CalendarDate } from "../../contracts/calendar-date.ts";
import { toCalendarDate } from "../../contracts/calendar-date.ts";
import type { Because } from "../because.ts";
import { addDays } from "../dates/calendar-arithmetic.ts";
import { calendarClearDays } from "../dates/clear-days.ts";

/** What the public may see of a meeting, and until when at least. */
export interface PublicAccess {
  /** Agenda, reports and minutes: the last day of six years beginning with the day of the meeting. */
  readonly papersThrough: CalendarDate;
  /** Background papers: the last day of four years. */
  readonly backgroundThrough: CalendarDate;
  readonly because: Because;
}

/**
 * Until when papers stay open at least (rule R35). Never a day to delete minutes or reports on.
 * Worked example: a meeting of 10 July 2018: papers through 9 July 2024, background papers through 9 July 2022.
 */
export function publicAccess(meeting: CalendarDate): PublicAccess {
  return {
    papersThrough: addDays(yearsAfter(meeting, 6), -1),
    backgroundThrough: addDays(yearsAfter(meeting, 4), -1),
    because: {
      rule: "R35",
      reason:
        "Six years beginning with the day of the meeting, four for background papers. A least period, not a day to delete on.",
      provision: "Local Government Act 1972 ss100C and 100D",
    },
  };
}

/** The same day of a later year; 29 February becomes 1 March where the year has none. */
function yearsAfter(date: CalendarDate, years: number): CalendarDate {
  const year = Number(date.slice(0, 4)) + years;
  const day = date.slice(4);
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return toCalendarDate(day === "-02-29" && !leap ? `${year}-03-01` : `${year}${day}`);
}

/**
 * The day by which a scrutiny member's request for an executive document must be answered (rule R37, Reg 17): ten
 * clear days, and since a deadline to supply takes the shorter count, calendar days.
 * Worked example: asked on Tuesday 10 July 2018, supplied by Friday 20 July.
 */
export function supplyDocumentBy(requested: CalendarDate): { by: CalendarDate; because: Because } {
  return {
    by: addDays(requested, 10),
    because: {
      rule: "R37",
      reason: `Ten days after the request, counted in ${calendarClearDays.days} days because the shorter count binds.`,
      provision: "SI 2012/2089 reg 17",
    },
  };
}
