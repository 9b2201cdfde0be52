import type { CalendarDate } from "../../contracts/calendar-date.ts";
import type { Because } from "../because.ts";
import { addWorkingDays, type DayCounting } from "../dates/working-days.ts";
import { writtenInFull } from "../dates/written-dates.ts";
import { type BodyPractice, usualCallInDays } from "./body-practice.ts";
import type { Body } from "./meeting.ts";
import type { CallInStanding, DecisionState } from "./minutes.ts";

/**
 * The call-in period of decisions published on a day (rule R20): it expires after `days` working days, the day
 * of publication not counted, and the decisions take effect on the next working day.
 * Worked example: published Wednesday 13 March 2019, expires Wednesday 20, effective Thursday 21.
 */
export function callInPeriod(
  published: CalendarDate,
  days = usualCallInDays,
  counting: DayCounting = {},
): { readonly expires: CalendarDate; readonly effective: CalendarDate } {
  const expires = addWorkingDays(published, days, counting);
  return { expires, effective: addWorkingDays(expires, 1, counting) };
}

/** What decides whether one decision is subject to call-in. */
export interface DecisionFacts {
  readonly body: Pick<Body, "kind" | "callInApplies">;
  readonly text: string;
  /** Whether the consent of the right person to waive call-in for urgency is recorded. */
  readonly urgencyWaiver?: boolean;
  /** Whether an officer took it under delegated powers. */
  readonly byOfficer?: boolean;
  readonly keyDecision?: boolean;
}

/**
 * Whether a decision is subject to call-in (rule R21): told for each decision, not for a meeting. Recommendations to
 * Council, business that is not executive, decisions with an agreed waiver, and officers' decisions that are not key
 * are not subject; they take effect at once.
 */
export function callInStanding(decision: DecisionFacts): { standing: CallInStanding; because: Because } {
  const told = (standing: CallInStanding, reason: string) => ({
    standing,
    because: { rule: "R21", reason } satisfies Because,
  });
  if (decision.body.kind === "Council")
    return told("NotSubject", "Decisions of the Council are not called in.");
  if (!decision.body.callInApplies)
    return told("NotSubject", "It is not an executive decision, so it is not subject to call-in.");
  if (decision.urgencyWaiver === true)
    return told("Urgent", "Call-in was waived because the decision is urgent; the waiver is recorded.");
  if (decision.byOfficer === true && decision.keyDecision !== true)
    return told("NotSubject", "An officer took it and it is not a key decision.");
  if (
    /\b(?:recommend(?:s|ed)?(?:ation)?)\b[^.]*\bcouncil\b|\bcouncil\b[^.]*\bbe recommended\b/i.test(
      decision.text,
    )
  )
    return told("NotSubject", "It recommends something to the Council, which decides.");
  return told("Subject", "It is an executive decision.");
}

/** Where a decision stands in its call-in. */
export interface CallInClock {
  readonly standing: CallInStanding;
  readonly expires: CalendarDate | null;
  /** `HH:MM` at which it closes on its last day, where the council has set an hour. */
  readonly closes: string | null;
  readonly effective: CalendarDate;
  /** A date worked out before publication is a forecast, and says so. */
  readonly forecast: boolean;
  readonly because: Because;
}

/**
 * The days of one decision's call-in (rules R20, R21).
 * @param published the day its record was published; without it the days are a forecast from `expected`.
 */
export function callInClock(
  standing: CallInStanding,
  meeting: CalendarDate,
  published: CalendarDate | null,
  expected: CalendarDate,
  practice: BodyPractice,
): CallInClock {
  const from = published ?? expected;
  const forecast = published === null;
  const basis = forecast
    ? `A forecast: publication on ${writtenInFull(expected)} is assumed.`
    : `Its record was published on ${writtenInFull(from)}.`;
  if (standing !== "Subject") {
    return {
      standing,
      expires: null,
      closes: null,
      effective: meeting,
      forecast: false,
      because: { rule: "R21", reason: "It is not subject to call-in and takes effect at once." },
    };
  }
  const days = practice.callInDays ?? usualCallInDays;
  const { expires, effective } = callInPeriod(from, days, practice.counting);
  return {
    standing,
    expires,
    closes: practice.callInCloses ?? null,
    effective,
    forecast,
    because: {
      rule: "R20",
      reason: `${days} working days after publication, and effective the working day after. ${basis}`,
    },
  };
}

/** The state a published decision is in on a day, when nobody has called it in. */
export function decisionStateOn(clock: CallInClock, today: CalendarDate): DecisionState {
  if (clock.forecast) return "Made";
  if (clock.expires === null || today >= clock.effective) return "Effective";
  return "InCallIn";
}
