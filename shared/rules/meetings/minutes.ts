import type { CalendarDate } from "../../contracts/calendar-date.ts";
import { writtenInFull } from "../dates/written-dates.ts";
import { keyOfTitle } from "../forward-plan/item-identity.ts";
import type { StateMachine } from "../state-machine.ts";

export const minuteStates = ["Draft", "Published", "Confirmed"] as const;
export type MinuteState = (typeof minuteStates)[number];

/** A minute is confirmed at the next meeting; after that only a minute of correction changes it. */
export const minuteSteps: StateMachine<MinuteState> = {
  Draft: ["Published"],
  Published: ["Confirmed"],
  Confirmed: [],
};

/** A minute of a meeting. Numbers run on through the municipal year of a body (rule R23). */
export interface Minute {
  /** {@link minuteKey}: `CAB/2018-19/67`; below the meeting, `CAB-2018-10-14/3`, where each begins at 1 again. */
  readonly key: string;
  readonly meetingKey: string;
  readonly number: number;
  readonly title: string;
  /** What was said and asked, one paragraph a line. */
  readonly narrative: string;
  /** The minute it continues, as a key. */
  readonly furtherTo?: string;
  readonly state: MinuteState;
}

export const callInStandings = ["Subject", "NotSubject", "Urgent"] as const;
/** Whether a decision may be called in (rule R21): it may, it is of a kind that may not, or urgency was agreed. */
export type CallInStanding = (typeof callInStandings)[number];

export const decisionStates = [
  "Made",
  "Published",
  "InCallIn",
  "Effective",
  "CalledIn",
  "NoObjection",
  "ReferredBack",
  "Reconsidered",
  "ToCouncil",
] as const;
export type DecisionState = (typeof decisionStates)[number];

export const decisionSteps: StateMachine<DecisionState> = {
  Made: ["Published", "Effective"],
  Published: ["InCallIn", "Effective"],
  InCallIn: ["Effective", "CalledIn"],
  CalledIn: ["NoObjection", "ReferredBack", "ToCouncil"],
  NoObjection: ["Effective"],
  ReferredBack: ["Reconsidered"],
  Reconsidered: ["Effective"],
  ToCouncil: ["Effective", "ReferredBack"],
  Effective: [],
};

/** What every decision has on record, whoever took it (rule R25). */
interface DecisionRecord {
  readonly key: string;
  /** `(3)(B)`; empty when the decision has no parts. */
  readonly part: string;
  readonly text: string;
  readonly reasons?: string;
  readonly alternatives?: string;
  readonly keyDecision?: boolean;
  /** The Forward Plan item it decides, where known. */
  readonly forwardPlanItemKey?: string;
  readonly callIn: CallInStanding;
  /** The day the record of the decision was published; call-in runs from it. */
  readonly publishedOn?: CalendarDate;
  readonly callInExpires?: CalendarDate;
  readonly effectiveFrom?: CalendarDate;
  readonly state: DecisionState;
}

/** A decision of a meeting, or one part of it, that a minute records. Its key is {@link decisionKey}. */
export interface MinutedDecision extends DecisionRecord {
  readonly minuteKey: string;
  readonly meetingKey: string;
}

/**
 * A decision that a Cabinet Member or an officer took alone: no meeting, no minute, but a record of its own. Its key is
 * {@link individualDecisionKey}.
 */
export interface IndividualDecision extends DecisionRecord {
  readonly minuteKey?: never;
  readonly meetingKey?: never;
  readonly title: string;
  /** The post that took it, as printed: “Cabinet Member - Education”. */
  readonly decisionMaker: string;
  readonly decidedOn: CalendarDate;
  /** The council's own number of it, as printed. */
  readonly reference?: string;
}

export type Decision = MinutedDecision | IndividualDecision;

/** Whether one person took a decision, rather than a meeting. */
export function isIndividual(decision: Decision): decision is IndividualDecision {
  return decision.minuteKey === undefined;
}

/** What the parts of a decision have in common: the key of their minute; an individual decision is its own matter. */
export function matterOf({ minuteKey, key }: Decision): string {
  return minuteKey ?? key;
}

export const interestKinds = ["DPI", "Personal", "NotStated"] as const;
export type InterestKind = (typeof interestKinds)[number];

/** An interest that a member declared at a meeting. */
export interface Declaration {
  /** `<minute key>/D1`. */
  readonly key: string;
  readonly meetingKey: string;
  /** The minute that records the declarations, or the item it is about where the paper says. */
  readonly minuteKey: string;
  /** The member's name as printed. */
  readonly member: string;
  /** The item it is about, as printed. */
  readonly about: string;
  readonly kind: InterestKind;
  readonly reason: string;
  /** What the member did: stayed, or left the room. */
  readonly action: string;
}

/** The key of a minute: body, municipal year and number, `CAB/2018-19/67`. */
export function minuteKey(bodyKey: string, municipalYear: string, number: number): string {
  return `${bodyKey}/${municipalYear.replace("/", "-")}/${number}`;
}

/** The key of a decision: its minute and the letters of its part, `CAB/2018-19/67/3B`; `0` when it has no parts. */
export function decisionKey(minute: string, part: string): string {
  return `${minute}/${part.toUpperCase().replace(/[^A-Z0-9]+/g, "") || "0"}`;
}

/**
 * The key of a decision that one person took: `IND/4832` by its number in the council's web register; where its page
 * carries none, by its day and title, `IND/2026-03-05/LEASE-OF-THE-KIOSK`.
 */
export function individualDecisionKey(
  registerId: string | undefined,
  decidedOn: CalendarDate,
  title: string,
): string {
  return registerId === undefined ? `IND/${decidedOn}/${keyOfTitle(title)}` : `IND/${registerId}`;
}

/** “Lease of the Kiosk: decided by Head of Parks on Thursday 5 March 2026”. */
export function individualDecisionInWords({ title, decisionMaker, decidedOn }: IndividualDecision): string {
  return `${title}: decided by ${decisionMaker} on ${writtenInFull(decidedOn)}`;
}
