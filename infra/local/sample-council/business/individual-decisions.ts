import type { CalendarDate } from "../../../../shared/contracts/calendar-date.ts";
import { addWorkingDays } from "../../../../shared/rules/dates/working-days.ts";
import { callInClock, callInStanding, decisionStateOn } from "../../../../shared/rules/meetings/call-in.ts";
import { type IndividualDecision, individualDecisionKey } from "../../../../shared/rules/meetings/minutes.ts";
import { sampleCounting } from "../closed-days.ts";

interface IndividualEntry {
  readonly registerId: string;
  readonly title: string;
  readonly decisionMaker: string;
  readonly byOfficer: boolean;
  readonly reference: string;
  readonly text: string;
  readonly reasons: string;
  readonly alternatives: string;
  /** Working days before the day the council is made for; its record was published on the next. */
  readonly decidedAgo: number;
}

/** One that a Cabinet Member took, in call-in since a few days; one that an officer took, which has effect at once. */
const entries: readonly IndividualEntry[] = [
  {
    registerId: "4832",
    title: "School Breakfast Clubs: Grants for Equipment",
    decisionMaker: "Cabinet Member - Education",
    byOfficer: false,
    reference: "CM/E/14",
    text: "That grants of up to £2,500 each be made to the eleven schools in the annex.",
    reasons: "The schools that asked have a kitchen but neither toasters nor a second refrigerator.",
    alternatives: "Loans, which none of the schools could repay from its budget.",
    decidedAgo: 5,
  },
  {
    registerId: "4827",
    title: "Resurfacing of the Play Area in Hesketh Park",
    decisionMaker: "Head of Locality Services",
    byOfficer: true,
    reference: "OD/LS/52",
    text: "That the play area be closed for a week and its surface renewed at the price in the report.",
    reasons: "The surface has parted at its seams and children trip over them.",
    alternatives: "Mending the seams, which would last one winter.",
    decidedAgo: 8,
  },
];

/** What a Cabinet Member and an officer decided alone, as it stands on a day. */
export function sampleIndividualDecisions(today: CalendarDate): readonly IndividualDecision[] {
  return entries.map(({ registerId, byOfficer, decidedAgo, ...entry }): IndividualDecision => {
    const decidedOn = addWorkingDays(today, -decidedAgo, sampleCounting);
    const publishedOn = addWorkingDays(decidedOn, 1, sampleCounting);
    const { standing } = callInStanding({
      body: { kind: "CabinetMember", callInApplies: true },
      text: entry.text,
      byOfficer,
    });
    const clock = callInClock(standing, decidedOn, publishedOn, publishedOn, {
      callInApplies: true,
      counting: sampleCounting,
    });
    return {
      ...entry,
      key: individualDecisionKey(registerId, decidedOn, entry.title),
      decidedOn,
      part: "",
      keyDecision: false,
      callIn: standing,
      publishedOn,
      ...(clock.expires === null ? {} : { callInExpires: clock.expires }),
      effectiveFrom: clock.effective,
      state: decisionStateOn(clock, today),
    };
  });
}
