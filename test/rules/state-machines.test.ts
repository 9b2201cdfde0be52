import { describe, expect, it } from "vitest";
import { deadlineSteps } from "../../shared/rules/meetings/deadline.ts";
import { agendaItemSteps, meetingSteps } from "../../shared/rules/meetings/meeting.ts";
import { decisionSteps, minuteSteps } from "../../shared/rules/meetings/minutes.ts";
import { consultationSteps } from "../../shared/rules/reports/consultation.ts";
import { reportSteps, sectionSteps } from "../../shared/rules/reports/report.ts";
import { checkStep, mayBecome, type StateMachine } from "../../shared/rules/state-machine.ts";
import {
  recommendationSteps,
  workingGroupSteps,
  workProgrammeSteps,
} from "../../shared/rules/work-programme/work-programme.ts";

const machines: readonly [string, StateMachine<string>, string][] = [
  ["a report", reportSteps, "draft"],
  ["a section", sectionSteps, "open"],
  ["a meeting", meetingSteps, "Scheduled"],
  ["an agenda item", agendaItemSteps, "Requested"],
  ["a minute", minuteSteps, "Draft"],
  ["a decision", decisionSteps, "Made"],
  ["a deadline", deadlineSteps, "Computed"],
  ["a consultation", consultationSteps, "Requested"],
  ["a work programme item", workProgrammeSteps, "Proposed"],
  ["a working group", workingGroupSteps, "Proposed"],
  ["a recommendation", recommendationSteps, "Made"],
];

describe("The states of a record", () => {
  it.each(machines)(
    "%s reaches every one of its states from the first, or starts there",
    (_, machine, first) => {
      const reached = new Set([first]);
      for (const state of reached) for (const next of machine[state] ?? []) reached.add(next);
      // Legal authorship of a report is known from the start: no step leads there.
      const apart = Object.keys(machine).filter((state) => !reached.has(state) && state !== "Author");
      expect(apart).toEqual([]);
    },
  );

  it.each([
    ["publication of a report is never undone", reportSteps, "published", "draft"],
    ["a confirmed minute is not changed", minuteSteps, "Confirmed", "Draft"],
    ["a decision called in does not take effect at once", decisionSteps, "CalledIn", "Effective"],
    ["a cancelled meeting is not held", meetingSteps, "Cancelled", "Held"],
    ["a rejected recommendation makes no progress", recommendationSteps, "Rejected", "InProgress"],
  ] as [string, StateMachine<string>, string, string][])("%s", (_, machine, from, to) => {
    expect(mayBecome(machine, from, to)).toBe(false);
    expect(() => checkStep(machine, "The record", from, to)).toThrow(/The record cannot go from/);
  });

  it("names the steps that are open when one is refused", () => {
    expect(() => checkStep(minuteSteps, "Minute 12", "Draft", "Confirmed")).toThrow(
      "Minute 12 cannot go from “Draft” to “Confirmed”. From “Draft” it can become: Published.",
    );
  });
});
