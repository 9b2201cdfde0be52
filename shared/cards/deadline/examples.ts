import { toCalendarDate as day } from "../../contracts/calendar-date.ts";
import type { DeadlineCardInputs } from "./card.ts";

const publish: DeadlineCardInputs = {
  step: "Publish the agenda",
  bodyName: "Cabinet",
  meeting: day("2026-12-10"),
  due: day("2026-12-02"),
  workingDaysLeft: 3,
  owner: "Committee officer",
  reason: "5 clear working days lie between publication and the meeting; neither day counts.",
  tabAddress: "https://clear-days.example/tab?place=page:deadlines",
  correctAt: new Date("2026-11-27T09:00:00Z"),
};

export const deadlineExamples: Readonly<Record<string, DeadlineCardInputs>> = {
  "due in three working days": publish,
  "due tomorrow": { ...publish, workingDaysLeft: 1 },
  "due today": { ...publish, workingDaysLeft: 0 },
  "late by two": { ...publish, workingDaysLeft: -2 },
  "long name": {
    ...publish,
    step: "Send reports to finance and legal",
    bodyName: "Overview and Scrutiny Committee (Regulatory, Compliance and Corporate Services)",
    owner: "Report authors",
  },
};
