import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type CalendarDate, toCalendarDate } from "../../../shared/contracts/calendar-date.ts";
import { bankHolidaysOf } from "../../../shared/rules/dates/bank-holidays.ts";
import { addDays, daysFrom } from "../../../shared/rules/dates/calendar-arithmetic.ts";
import {
  calendarClearDays,
  clearDaysBetween,
  lastPublicationDay,
} from "../../../shared/rules/dates/clear-days.ts";
import { addWorkingDays, workingDaysFrom } from "../../../shared/rules/dates/working-days.ts";
import {
  decisionBranch,
  earliestByGeneralException,
  earliestKeyDecision,
} from "../../../shared/rules/forward-plan/key-decisions.ts";
import { callInPeriod } from "../../../shared/rules/meetings/call-in.ts";
import { meetingDeadlines } from "../../../shared/rules/meetings/meeting-deadlines.ts";

/*
 * A slow count that shares nothing with the product’s: days as numbers since 1970, Easter by its algorithm, bank
 * holidays by their rule (first and last Mondays, substitute days) and the single proclamations.
 */
const dayNumber = (year: number, month: number, date: number): number =>
  Date.UTC(year, month - 1, date) / 86_400_000;
const weekday = (number: number): number => (((number + 3) % 7) + 7) % 7; // 0 is Monday

/** Anonymous Gregorian algorithm (Meeus, Astronomical Algorithms). */
function easter(year: number): number {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const h = (19 * a + b - Math.floor(b / 4) - Math.floor((8 * b + 13) / 25) + 15) % 30;
  const m = Math.floor((a + 11 * h) / 319);
  const r = (2 * (b % 4) + 2 * Math.floor(c / 4) - (c % 4) - h + m + 32) % 7;
  const month = Math.floor((h - m + r + 90) / 25);
  return dayNumber(year, month, (h - m + r + month + 19) % 32);
}

function slowHolidays(year: number): Set<number> {
  const firstMonday = (month: number): number => {
    let day = dayNumber(year, month, 1);
    while (weekday(day) !== 0) day += 1;
    return day;
  };
  const lastMonday = (month: number): number => {
    let day = dayNumber(year, month + 1, 1) - 1;
    while (weekday(day) !== 0) day -= 1;
    return day;
  };
  const days = new Set([easter(year) - 2, easter(year) + 1, firstMonday(5), lastMonday(5), lastMonday(8)]);
  if (year === 2020) {
    days.delete(firstMonday(5));
    days.add(dayNumber(2020, 5, 8));
  }
  if (year === 2022) {
    days.delete(lastMonday(5));
    for (const [month, date] of [
      [6, 2],
      [6, 3],
      [9, 19],
    ] as const)
      days.add(dayNumber(2022, month, date));
  }
  if (year === 2023) days.add(dayNumber(2023, 5, 8));
  for (const fixed of [dayNumber(year, 1, 1), dayNumber(year, 12, 25), dayNumber(year, 12, 26)]) {
    let day = fixed;
    while (weekday(day) > 4 || days.has(day)) day += 1;
    days.add(day);
  }
  return days;
}

const years = Array.from({ length: 11 }, (_, index) => 2018 + index);
const holidays = new Set(years.flatMap((year) => [...slowHolidays(year)]));
const numberOf = (date: CalendarDate): number => Date.parse(`${date}T00:00:00Z`) / 86_400_000;
const isSlowWorkingDay = (day: number): boolean => weekday(day) < 5 && !holidays.has(day);
function slowCount(published: CalendarDate, meeting: CalendarDate): number {
  let count = 0;
  for (let day = numberOf(published) + 1; day < numberOf(meeting); day += 1)
    if (isSlowWorkingDay(day)) count += 1;
  return count;
}

const first = toCalendarDate("2018-01-01");
const everyDay = Array.from({ length: daysFrom(first, toCalendarDate("2028-12-31")) + 1 }, (_, index) =>
  addDays(first, index),
);
/** Days far enough inside the data to count a year back and forward. */
const date = fc
  .integer({ min: 120, max: everyDay.length - 200 })
  .map((index) => everyDay[index] as CalendarDate);
const practice = { callInApplies: true };

describe("Counting days, from 2018 to 2028", () => {
  it("knows the bank holidays that the rules make", () => {
    for (const year of years) {
      const known = [...bankHolidaysOf(year)].map(numberOf).sort();
      expect(known, String(year)).toEqual([...slowHolidays(year)].sort());
    }
  });

  it("gives every meeting the last publication day that a slow count finds", () => {
    for (const meeting of everyDay.slice(60)) {
      let slow = addDays(meeting, -1);
      while (slowCount(slow, meeting) < 5 || !isSlowWorkingDay(numberOf(slow))) slow = addDays(slow, -1);
      expect(lastPublicationDay(meeting, 5), meeting).toBe(slow);
      expect(clearDaysBetween(slow, meeting).count, meeting).toBe(slowCount(slow, meeting));
    }
  });

  it("counts forward and back to the same days", () => {
    fc.assert(
      fc.property(date, fc.integer({ min: 1, max: 40 }), (from, days) => {
        const there = addWorkingDays(from, days);
        expect(workingDaysFrom(from, there)).toBe(days);
        expect(workingDaysFrom(there, from)).toBe(-days);
        if (isSlowWorkingDay(numberOf(from))) expect(addWorkingDays(there, -days)).toBe(from);
      }),
      { numRuns: 600 },
    );
  });

  it("never lets a meeting that moves later give an earlier last day, nor a notice after the meeting", () => {
    fc.assert(
      fc.property(date, fc.integer({ min: 0, max: 60 }), (meeting, later) => {
        const [now, then] = [
          meetingDeadlines(meeting, practice),
          meetingDeadlines(addDays(meeting, later), practice),
        ];
        for (const step of Object.keys(now) as (keyof typeof now)[]) {
          const [a, b] = [now[step], then[step]];
          if (typeof a === "string" && typeof b === "string") expect(b >= a, step).toBe(true);
        }
        expect(then.lastPublicationDay < then.meeting).toBe(true);
        expect(then.keyDecisionNoticeBy < then.lastPublicationDay).toBe(true);
      }),
      { numRuns: 400 },
    );
  });

  it("opens one way to a decision, wider the earlier the notice, and agrees with its earliest days", () => {
    const width = { normal: 2, "general-exception": 1, "special-urgency": 0 };
    fc.assert(
      fc.property(date, fc.integer({ min: 1, max: 50 }), (notice, days) => {
        const decision = addDays(notice, days);
        const advice = decisionBranch(decision, notice, practice);
        const earlier = decisionBranch(decision, addDays(notice, -1), practice);
        expect(width[earlier.branch]).toBeGreaterThanOrEqual(width[advice.branch]);
        expect(decision >= earliestKeyDecision(notice, practice)).toBe(advice.branch === "normal");
        expect(decision >= earliestByGeneralException(notice, practice)).toBe(
          advice.branch !== "special-urgency",
        );
        expect(clearDaysBetween(notice, decision, calendarClearDays).count).toBe(advice.noticeDays);
        expect(slowCount(notice, decision)).toBe(advice.workingDays);
      }),
      { numRuns: 600 },
    );
  });

  it("ends every call-in after five working days by a slow count", () => {
    fc.assert(
      fc.property(date, (published) => {
        const { expires, effective } = callInPeriod(published);
        expect(slowCount(published, addDays(expires, 1))).toBe(5);
        expect(isSlowWorkingDay(numberOf(expires))).toBe(true);
        expect(slowCount(expires, addDays(effective, 1))).toBe(1);
      }),
      { numRuns: 600 },
    );
  });
});
