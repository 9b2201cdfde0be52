import type { CalendarDate } from "../../../shared/contracts/calendar-date.ts";
import { isCalendarDate } from "../../../shared/contracts/calendar-date.ts";
import type { CouncilMeeting } from "../../../shared/contracts/meetings-api.ts";
import { isWorkingDay, workingDaysFrom } from "../../../shared/rules/dates/working-days.ts";

/** A meeting whose agenda has to be published, with the day until which it may be. */
export type AwaitedMeeting = CouncilMeeting & {
  readonly publishBy: NonNullable<CouncilMeeting["publishBy"]>;
};

/** Coming meetings whose agenda is not out, the most pressing first. */
export function awaitedAgendas(meetings: readonly CouncilMeeting[]): AwaitedMeeting[] {
  return meetings
    .filter((meeting): meeting is AwaitedMeeting => meeting.publishBy !== undefined)
    .sort((a, b) => a.publishBy.date.localeCompare(b.publishBy.date) || a.date.localeCompare(b.date));
}

/**
 * How many working days are left on a day of the stretch from today to the day of publication; null on other days
 * and on days that do not count.
 */
export function leftOn(
  day: CalendarDate,
  today: CalendarDate,
  { publishBy }: Pick<AwaitedMeeting, "publishBy">,
): number | null {
  if (!isCalendarDate(publishBy.date) || day < today || day > publishBy.date || !isWorkingDay(day))
    return null;
  return workingDaysFrom(day, publishBy.date);
}
