import { type CalendarDate, toCalendarDate } from "../../contracts/calendar-date.ts";
import type { Because } from "../because.ts";
import { daysFrom, endOfMonth, startOfMonth } from "../dates/calendar-arithmetic.ts";
import type { Finding } from "../finding.ts";
import type { WorkingGroup } from "./work-programme.ts";

/** How far from its due day a monitoring report may be, in days (six weeks either way). */
const monitoringTolerance = 42;

/**
 * When a recommendation is reported on next (rule R32): every six months, the same day of the month, or the last day
 * where the month is shorter. Worked example: first on 16 January 2018, due 16 July; last on 5 March 2019, due
 * 5 September.
 */
export function nextMonitoring(
  last: CalendarDate,
  intervalMonths = 6,
): { readonly due: CalendarDate; readonly because: Because } {
  const month = startOfMonth(last, intervalMonths);
  const longest = Number(endOfMonth(month).slice(8));
  const day = Math.min(Number(last.slice(8)), longest);
  return {
    due: toCalendarDate(`${month.slice(0, 8)}${String(day).padStart(2, "0")}`),
    because: { rule: "R32", reason: `${intervalMonths} months after ${last}.` },
  };
}

/** Whether a report came within six weeks of its due day (rule R32). Worked example: due 16 July, reported 12 June: 34 days early, in time. */
export function monitoringInTime(due: CalendarDate, reported: CalendarDate): boolean {
  return Math.abs(daysFrom(due, reported)) <= monitoringTolerance;
}

/** Whether a working group is large enough (rule R33): three members at least. */
export function workingGroupFindings({ title: where, members, lead }: WorkingGroup): Finding[] {
  const findings: Finding[] = [];
  if (new Set(members).size < 3)
    findings.push({
      rule: "R33",
      severity: "error",
      where,
      message: `It has ${members.length} ${members.length === 1 ? "member" : "members"}; three are needed.`,
      fix: "Appoint more members before it meets.",
    });
  if (members.length > 0 && !members.includes(lead))
    findings.push({
      rule: "R33",
      severity: "warning",
      where,
      message: `Its lead member, ${lead}, is not one of its members.`,
      fix: "Name a member of the group as its lead.",
    });
  return findings;
}
