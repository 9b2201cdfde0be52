import { describe, expect, it, test } from "vitest";
import { toCalendarDate as day } from "../../../shared/contracts/calendar-date.ts";
import { callInPeriod } from "../../../shared/rules/meetings/call-in.ts";
import { meetingDeadlines } from "../../../shared/rules/meetings/meeting-deadlines.ts";
import { NoticePeriodUnknown } from "../../../shared/rules/meetings/notice-periods.ts";

describe("the deadlines of a meeting", () => {
  it("are those of the scrutiny committee of 10 July 2018, whose decisions nobody calls in", () => {
    const { because, ...dates } = meetingDeadlines(day("2018-07-10"), { callInApplies: false });
    expect(dates).toEqual({
      meeting: "2018-07-10",
      lastPublicationDay: "2018-07-02",
      keyDecisionNoticeBy: "2018-06-11",
      callForContributions: "2018-06-04",
      sectionDrafts: "2018-06-11",
      headOfServiceSignOff: "2018-06-18",
      toFinanceAndLegal: "2018-06-20",
      financeAndLegalClearance: "2018-06-25",
      cabinetMemberApproval: "2018-06-27",
      finalToDemocraticServices: "2018-06-28",
      chairBriefing: "2018-06-29",
      minutesDue: "2018-07-17",
      callInExpires: null,
      effective: null,
    });
    expect(because.lastPublicationDay?.provision).toContain("s100B");
  });

  it("are those of the Cabinet of 6 December 2018, with call-in forecast from the minutes", () => {
    const dates = meetingDeadlines(day("2018-12-06"), { callInApplies: true });
    expect(dates).toMatchObject({
      lastPublicationDay: "2018-11-28",
      callForContributions: "2018-10-31",
      sectionDrafts: "2018-11-07",
      headOfServiceSignOff: "2018-11-14",
      toFinanceAndLegal: "2018-11-16",
      financeAndLegalClearance: "2018-11-21",
      cabinetMemberApproval: "2018-11-23",
      finalToDemocraticServices: "2018-11-26",
      chairBriefing: "2018-11-27",
      minutesDue: "2018-12-13",
      callInExpires: "2018-12-20",
      effective: "2018-12-21",
    });
    expect(dates.because.callInExpires?.reason).toContain("forecast");
  });

  it("count the call-in from the actual publication once that is known", () => {
    const dates = meetingDeadlines(day("2019-03-07"), { callInApplies: true }, day("2019-03-13"));
    expect(dates).toMatchObject({ callInExpires: "2019-03-20", effective: "2019-03-21" });
    expect(dates.because.callInExpires?.reason).not.toContain("forecast");
  });

  test.each([
    { meeting: "2018-12-06", minutes: "2018-12-13" },
    { meeting: "2018-07-10", minutes: "2018-07-17" },
    { meeting: "2018-03-29", minutes: "2018-04-09" },
  ])("put the minutes of $meeting on $minutes (R19)", ({ meeting, minutes }) => {
    expect(meetingDeadlines(day(meeting), { callInApplies: true }).minutesDue).toBe(minutes);
  });

  test.each([
    { published: "2019-03-13", expires: "2019-03-20", effective: "2019-03-21" },
    { published: "2018-12-20", expires: "2018-12-31", effective: "2019-01-02" },
  ])(
    "let a decision published $published take effect on $effective (R20)",
    ({ published, expires, effective }) => {
      expect(callInPeriod(day(published))).toEqual({ expires, effective });
    },
  );

  it("are refused before the law they rest on began", () => {
    expect(() => meetingDeadlines(day("1980-05-01"), { callInApplies: false })).toThrow(NoticePeriodUnknown);
  });
});
