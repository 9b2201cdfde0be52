import { describe, expect, it, test } from "vitest";
import { type CalendarDate, toCalendarDate } from "../../../shared/contracts/calendar-date.ts";
import { BankHolidaysUnknown, lastKnownBankHolidayYear } from "../../../shared/rules/dates/bank-holidays.ts";
import { dayOfWeek } from "../../../shared/rules/dates/calendar-arithmetic.ts";
import {
  calendarClearDays,
  clearDaysBetween,
  dayPublicationCounts,
  lastPublicationDay,
} from "../../../shared/rules/dates/clear-days.ts";
import { isWorkingDay } from "../../../shared/rules/dates/working-days.ts";

const day = toCalendarDate;
const withSaturdays = { days: "working", counting: { saturdaysCount: true } } as const;

describe("the last day to publish an agenda with five clear days (R1-R3)", () => {
  test.each([
    { meeting: "2018-07-10", publishBy: "2018-07-02", because: "one weekend" },
    { meeting: "2018-04-05", publishBy: "2018-03-26", because: "Good Friday and Easter Monday" },
    { meeting: "2020-01-09", publishBy: "2019-12-31", because: "New Year’s Day" },
    { meeting: "2024-09-03", publishBy: "2024-08-23", because: "the August bank holiday" },
    { meeting: "2018-12-06", publishBy: "2018-11-28", because: "an ordinary week" },
    { meeting: "2020-01-21", publishBy: "2020-01-13", because: "an ordinary week" },
    { meeting: "2024-09-10", publishBy: "2024-09-02", because: "an ordinary week" },
    { meeting: "2018-07-26", publishBy: "2018-07-18", because: "an ordinary week" },
  ])("meeting $meeting: publish by $publishBy ($because)", ({ meeting, publishBy }) => {
    expect(lastPublicationDay(day(meeting), 5)).toBe(publishBy);
    expect(clearDaysBetween(day(publishBy), day(meeting)).count).toBe(5);
  });

  it("moves to Tuesday 3 July 2018 for a council that counts Saturdays", () => {
    expect(lastPublicationDay(day("2018-07-10"), 5, withSaturdays)).toBe("2018-07-03");
  });

  it("shows the days it counted and the days it skipped, with the reason", () => {
    const count = clearDaysBetween(day("2018-03-26"), day("2018-04-05"));
    expect(count.counted).toEqual(["2018-03-27", "2018-03-28", "2018-03-29", "2018-04-03", "2018-04-04"]);
    expect(count.skipped).toEqual([
      { date: "2018-03-30", why: "bank-holiday" },
      { date: "2018-03-31", why: "saturday" },
      { date: "2018-04-01", why: "sunday" },
      { date: "2018-04-02", why: "bank-holiday" },
    ]);
  });
});

describe("how many clear days a publication gives", () => {
  test.each([
    { published: "2018-06-29", meeting: "2018-07-10", clear: 6 },
    { published: "2018-07-02", meeting: "2018-07-10", clear: 5 },
    { published: "2018-07-03", meeting: "2018-07-10", clear: 4 },
    { published: "2018-07-10", meeting: "2018-07-10", clear: 0 },
    { published: "2018-07-11", meeting: "2018-07-10", clear: 0 },
  ])("published $published for $meeting: $clear", ({ published, meeting, clear }) => {
    expect(clearDaysBetween(day(published), day(meeting)).count).toBe(clear);
  });

  it("counts the days of Elitestone as the court did: 2, with Saturday 3, by the calendar 4 (R4)", () => {
    const [published, meeting] = [day("1990-04-26"), day("1990-05-01")];
    expect(clearDaysBetween(published, meeting).count).toBe(2);
    expect(clearDaysBetween(published, meeting, withSaturdays).count).toBe(3);
    expect(clearDaysBetween(published, meeting, calendarClearDays).count).toBe(4);
  });
});

describe("the notice of a key decision, 28 clear days (R7)", () => {
  it("is due by Wednesday 27 June for a decision on Thursday 26 July 2018; the day after gives 27", () => {
    expect(lastPublicationDay(day("2018-07-26"), 28, calendarClearDays)).toBe("2018-06-27");
    expect(clearDaysBetween(day("2018-06-28"), day("2018-07-26"), calendarClearDays).count).toBe(27);
  });

  it("is due by Friday 15 June for a council that counts working days", () => {
    expect(lastPublicationDay(day("2018-07-26"), 28)).toBe("2018-06-15");
  });

  it("moves back to a working day when the 28th falls on a weekend", () => {
    expect(lastPublicationDay(day("2018-07-30"), 28, calendarClearDays)).toBe("2018-06-29");
  });
});

describe("the day a publication counts for (R5)", () => {
  const noClosures = { cutOff: "17:00" };
  const offices = { cutOff: "17:00", counting: { officeClosures: new Set([day("2018-07-03")]) } };
  test.each([
    { at: "2018-07-02 17:00", rule: noClosures, counts: "2018-07-02", because: "at the cut-off is in time" },
    { at: "2018-07-02 17:30", rule: noClosures, counts: "2018-07-03", because: "after the cut-off" },
    {
      at: "2018-06-29 17:01",
      rule: noClosures,
      counts: "2018-07-02",
      because: "a Friday evening counts on Monday",
    },
    { at: "2018-07-01 09:00", rule: noClosures, counts: "2018-07-02", because: "a Sunday counts on Monday" },
    {
      at: "2018-07-02 17:30",
      rule: offices,
      counts: "2018-07-04",
      because: "the offices are closed on the 3rd",
    },
  ])("$at counts for $counts: $because", ({ at, rule, counts }) => {
    const [date = "", time = ""] = at.split(" ");
    expect(dayPublicationCounts(day(date), time, rule)).toBe(counts);
  });

  it("leaves 2 July 2018 at 17:30 with four clear days before 10 July: late", () => {
    const counts = dayPublicationCounts(day("2018-07-02"), "17:30", noClosures);
    expect(clearDaysBetween(counts, day("2018-07-10")).count).toBe(4);
  });
});

describe("bank holidays", () => {
  it("never fall on a weekend, and are eight a year or more", () => {
    for (let year = 2018; year <= lastKnownBankHolidayYear; year++) {
      let holidays = 0;
      for (let d = day(`${year}-01-01`); d.startsWith(String(year)); d = next(d)) {
        if (!isWorkingDay(d) && dayOfWeek(d) < 6) holidays += 1;
      }
      expect(holidays, String(year)).toBeGreaterThanOrEqual(8);
    }
  });

  it("are refused, by name of the year, outside the data", () => {
    expect(() => lastPublicationDay(day("2031-03-04"), 5)).toThrow(BankHolidaysUnknown);
    expect(() => clearDaysBetween(day("2016-12-30"), day("2017-01-09"))).toThrow(/2016/);
  });

  it("are known for at least the next year, so that the list is extended in good time", () => {
    expect(lastKnownBankHolidayYear).toBeGreaterThan(new Date().getUTCFullYear());
  });
});

function next(date: CalendarDate): CalendarDate {
  return day(new Date(Date.parse(`${date}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10));
}
