import { type CalendarDate, toCalendarDate } from "../../../shared/contracts/calendar-date.ts";
import { dayOfWeek } from "../../../shared/rules/dates/calendar-arithmetic.ts";
import { type DayCounting, isWorkingDay } from "../../../shared/rules/dates/working-days.ts";
import type { ClosedDay } from "../../../shared/rules/meetings/council-setting.ts";

/** The years around the sample council: those whose bank holidays are known on both sides. */
const winters = [2024, 2025, 2026, 2027];

/** The offices are closed from Boxing Day to New Year’s Eve: the days of it that no holiday or weekend takes. */
export const sampleClosedDays: readonly ClosedDay[] = winters.flatMap((year) =>
  [27, 28, 29, 30, 31]
    .map((day) => toCalendarDate(`${year}-12-${day}`))
    .filter((day) => dayOfWeek(day) <= 5 && isWorkingDay(day))
    .map((day) => ({
      key: day,
      day,
      name: "Offices closed between Christmas and New Year",
      kind: "OfficeClosure" as const,
    })),
);

/** How the sample council counts working days. */
export const sampleCounting: DayCounting = {
  officeClosures: new Set(sampleClosedDays.map(({ day }) => day)),
};

/** Whether the Cabinet does not meet on a day: from 20 December to 2 January. */
export function isWinterRecess(day: CalendarDate): boolean {
  const monthAndDay = day.slice(5);
  return monthAndDay >= "12-20" || monthAndDay <= "01-02";
}
