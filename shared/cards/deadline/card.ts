import type { CalendarDate } from "../../contracts/calendar-date.ts";
import { dateInLondon, timeInLondon } from "../../rules/dates/calendar-arithmetic.ts";
import { workingDaysInWords } from "../../rules/dates/working-days.ts";
import { writtenInFull, writtenWithoutWeekday } from "../../rules/dates/written-dates.ts";
import { asShown, type Card, type CardKind, fillTemplate, shortened } from "../card.ts";
import { bandOf } from "../urgency-band.ts";
import { deadlineExamples } from "./examples.ts";
import template from "./template.json" with { type: "json" };

/** A step of a meeting that is due; for officers only. */
export interface DeadlineCardInputs {
  /** The step, as an order: “Publish the agenda”. */
  readonly step: string;
  readonly bodyName: string;
  readonly meeting: CalendarDate;
  readonly due: CalendarDate;
  /** Working days from today to the day it is due; negative when late. */
  readonly workingDaysLeft: number;
  readonly owner: string;
  /** Why it falls on that day, in a sentence. */
  readonly reason: string;
  /** Where the deadlines open in the tab. */
  readonly tabAddress?: string;
  readonly correctAt: Date;
}

/** The deadline card of the officers’ channel. */
export const deadlineCard: CardKind<DeadlineCardInputs> = {
  name: "deadline",
  draw: drawDeadline,
  examples: deadlineExamples,
};

function drawDeadline(inputs: DeadlineCardInputs): Card {
  const { step, bodyName, meeting, due, workingDaysLeft, owner, reason, tabAddress = "", correctAt } = inputs;
  const status = workingDaysInWords(workingDaysLeft);
  const text = `${status}: ${step} for ${bodyName} on ${writtenInFull(meeting)}. Due ${writtenInFull(due)}, ${owner}. ${reason}`;
  return fillTemplate(
    template,
    {
      status,
      ...bandOf(workingDaysLeft < 0 ? "late" : workingDaysLeft <= 2 ? "soon" : "calm"),
      step: asShown(step),
      facts: [
        { title: "Due", value: writtenInFull(due) },
        { title: "For", value: asShown(shortened(bodyName, 200)) },
        { title: "Meeting", value: writtenInFull(meeting) },
        { title: "Who", value: asShown(owner) },
      ],
      reason: asShown(shortened(reason, 500)),
      tab: tabAddress,
      stamp: `Correct at ${timeInLondon(correctAt)}, ${writtenWithoutWeekday(dateInLondon(correctAt))}`,
    },
    text,
  );
}
