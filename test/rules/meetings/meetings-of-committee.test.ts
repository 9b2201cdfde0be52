import { describe, expect, it } from "vitest";
import { toCalendarDate as day } from "../../../shared/contracts/calendar-date.ts";
import { renderSectionHtml } from "../../../shared/contracts/section-content.ts";
import type { AgendaItem, Meeting, MeetingState } from "../../../shared/rules/meetings/meeting.ts";
import { meetingsOfCommittee } from "../../../shared/rules/meetings/meetings-of-committee.ts";

const meeting = (date: string, municipalYear: string, state: MeetingState = "Held"): Meeting => ({
  key: `OSCS-${date}`,
  bodyKey: "OSCS",
  date: day(date),
  municipalYear,
  state,
});
const item = (number: number, title: string): AgendaItem => ({
  key: `OSCS-2024-09-03/${number}`,
  meetingKey: "OSCS-2024-09-03",
  number,
  title,
  paper: "Attached",
  exemptParagraphs: [],
});
// Annual Council met on 16 May 2024: both meetings are of 2024/25.
const june = meeting("2024-06-18", "2024/25");
const september = meeting("2024-09-03", "2024/25");
const november = {
  ...meeting("2024-11-12", "2024/25", "Scheduled"),
  time: "18:30",
  venue: "Town Hall, Bootle",
};
const text = (meetings: readonly Meeting[], today: string, agenda: readonly AgendaItem[] = []): string =>
  renderSectionHtml(meetingsOfCommittee("The Committee", meetings, agenda, day(today)));

describe("last met, considered, next meeting", () => {
  it("says when the committee met last, what it considered and when it meets next", () => {
    const agenda = [
      item(1, "Apologies for Absence"),
      item(3, "Minutes of the Previous Meeting"),
      item(5, "Foster carers"),
      item(4, "School attendance"),
    ];
    expect(text([november, september, june], "2024-09-10", agenda)).toBe(
      "<p>The Committee last met on Tuesday 3 September 2024, the second of the municipal year 2024/25.</p><p>It considered:</p><ul><li>School attendance</li><li>Foster carers</li></ul><p>The next meeting is on Tuesday 12 November 2024 at 18:30, Town Hall, Bootle, the third of the municipal year 2024/25.</p>",
    );
  });

  it.each([
    ["in order", [june, september]],
    ["in any order", [september, june]],
    ["whatever the record of the earlier one says", [september, { ...june, state: "Scheduled" as const }]],
    ["its minutes are drafted", [{ ...june, state: "MinutesDraft" as const }, september]],
  ])("never calls the second meeting of a year its first: %s", (_, meetings) => {
    expect(text(meetings, "2024-09-10")).toContain(
      "3 September 2024, the second of the municipal year 2024/25",
    );
    expect(text(meetings, "2024-09-10")).not.toContain("first of the municipal year");
  });

  it("a cancelled or rearranged meeting was none, and a new municipal year counts anew", () => {
    for (const state of ["Cancelled", "Rearranged"] as const)
      expect(text([{ ...june, state }, september], "2024-09-10")).toContain(
        "the first of the municipal year 2024/25",
      );
    expect(text([june, september, meeting("2025-06-17", "2025/26", "Scheduled")], "2025-06-01")).toContain(
      "Tuesday 17 June 2025, the first of the municipal year 2025/26",
    );
  });

  it("says so when there is nothing to say", () => {
    expect(text([], "2024-09-10")).toBe(
      "<p>No meeting of The Committee is on record yet.</p><p>No further meeting has been arranged.</p>",
    );
    expect(text([september], "2024-09-03")).toContain("The next meeting is on Tuesday 3 September 2024");
  });
});
