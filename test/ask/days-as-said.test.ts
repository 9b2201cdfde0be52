import { describe, expect, it } from "vitest";
import { answerQuestion } from "../../shared/ask/answer-question.ts";
import { toCalendarDate as day } from "../../shared/contracts/calendar-date.ts";
import { anEdition, anItem } from "../builders/forward-plans.ts";

const plans = [
  {
    edition: anEdition({
      periodFrom: day("2026-12-01"),
      periodTo: day("2027-03-31"),
      publishedOn: day("2026-10-30"),
    }),
    items: [anItem({ title: "Library Hours", on: "2026-12-10" })],
  },
];
/** A Sunday. */
const today = day("2026-11-22");

const windowOf = (said: string) =>
  answerQuestion(`is there anything ${said}?`, { plans, meetings: [], bodies: [] }, today).answer.window;

describe("Days as people say them", () => {
  it.each([
    ["on the 10th of December", "2026-12-10", "2026-12-10"],
    ["on the tenth of December", "2026-12-10", "2026-12-10"],
    ["on December the tenth", "2026-12-10", "2026-12-10"],
    ["on 10.12.26", "2026-12-10", "2026-12-10"],
    ["on 10/12", "2026-12-10", "2026-12-10"],
    ["on 5 or 12 February", "2027-02-05", "2027-02-12"],
    ["a week on Tuesday", "2026-12-01", "2026-12-01"],
    ["six weeks today", "2027-01-03", "2027-01-03"],
    ["two days after 5 December", "2026-12-05", "2026-12-07"],
    ["this Thursday", "2026-11-26", "2026-11-26"],
    ["on the first Thursday in February", "2027-02-04", "2027-02-04"],
    ["on the last Friday of January", "2027-01-29", "2027-01-29"],
    ["on a Thursday in February", "2027-02-01", "2027-02-28"],
    ["in the week after next", "2026-11-30", "2026-12-06"],
    ["in the month after next", "2027-01-01", "2027-01-31"],
    ["at the end of the week", "2026-11-20", "2026-11-22"],
    ["in the rest of the year", "2026-11-22", "2026-12-31"],
    ["from the 5th to the 12th of January", "2027-01-05", "2027-01-12"],
    ["in November or January", "2026-11-01", "2027-01-31"],
    ["in early 2027", "2027-01-01", "2027-03-31"],
    ["on New Year's Eve", "2026-12-31", "2026-12-31"],
    ["on Good Friday", "2027-03-26", "2027-03-26"],
    ["the week before Christmas", "2026-12-18", "2026-12-24"],
  ])("“%s” is %s to %s", (said, from, to) => {
    expect(windowOf(said)).toEqual({ from, to });
  });

  it.each(["about the second one", "about 20mph zones", "under paragraph 3"])("“%s” names no day", (said) => {
    expect(windowOf(said)).toBeNull();
  });
});
