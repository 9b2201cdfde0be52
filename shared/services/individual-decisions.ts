import type { CalendarDate } from "../contracts/calendar-date.ts";
import type { PaperWarning, RegisterPaper } from "../documents/import/paper.ts";
import type { RegisterDecision } from "../documents/import/registers/register-paper.ts";
import { BankHolidaysUnknown } from "../rules/dates/bank-holidays.ts";
import { addWorkingDays } from "../rules/dates/working-days.ts";
import type { ForwardPlan } from "../rules/forward-plan/forward-plan.ts";
import { normalisedTitle } from "../rules/forward-plan/item-identity.ts";
import type { BodyPractice } from "../rules/meetings/body-practice.ts";
import { type CallInClock, callInClock, callInStanding, decisionStateOn } from "../rules/meetings/call-in.ts";
import { type Body, executiveOf } from "../rules/meetings/meeting.ts";
import {
  type CallInStanding,
  type IndividualDecision,
  individualDecisionKey,
} from "../rules/meetings/minutes.ts";
import { bodyOf } from "./paper-records.ts";

/** What the records hold that a decision of a web register may speak of. */
export interface RegisterSurroundings {
  readonly bodies: readonly Body[];
  /** The editions of the Forward Plan, the newest first. */
  readonly plans: readonly ForwardPlan[];
  /** The rules on call-in of the executive. */
  readonly practice: BodyPractice;
  readonly today: CalendarDate;
}

/**
 * Decisions of a council's web register that a Cabinet Member or an officer took alone, as records. Nothing is
 * guessed: a decision of a meeting is left to its minutes, and one whose page does not say who took it, when, and when
 * it was published, or whose call-in runs in a year without known bank holidays, is named in a warning.
 */
export function individualDecisions(
  { data }: RegisterPaper,
  around: RegisterSurroundings,
): { readonly decisions: readonly IndividualDecision[]; readonly warnings: readonly PaperWarning[] } {
  const decisions: IndividualDecision[] = [];
  const left = new Map<string, string[]>();
  for (const printed of data.decisions) {
    const decision = recordOrReason(printed, around);
    if (typeof decision === "string") left.set(decision, [...(left.get(decision) ?? []), printed.title]);
    else decisions.push(decision);
  }
  return {
    decisions,
    warnings: [...left].map(([why, titles]) => ({
      line: 1,
      message: `Not written: ${shortened(titles)}. ${why}`,
    })),
  };
}

function shortened(titles: readonly string[]): string {
  const shown = titles.slice(0, 5).map((title) => `“${title}”`);
  return `${shown.join(", ")}${titles.length > shown.length ? ` and ${titles.length - shown.length} more` : ""}`;
}

/** The record of one decision, or why there is none. */
function recordOrReason(
  printed: RegisterDecision,
  around: RegisterSurroundings,
): IndividualDecision | string {
  try {
    return recordOf(printed, around);
  } catch (cause) {
    if (cause instanceof BankHolidaysUnknown) return cause.message;
    throw cause;
  }
}

function recordOf(printed: RegisterDecision, around: RegisterSurroundings): IndividualDecision | string {
  const { title, decisionMaker, date, published, status = "" } = printed;
  if (
    printed.meeting !== undefined ||
    (decisionMaker !== undefined && isMeeting(decisionMaker, around.bodies))
  )
    return "A meeting took the decision: import the minutes that record it.";
  if (decisionMaker === undefined)
    return "The list does not say who took the decision: import the page of the decision itself.";
  if (undecided.test(status.trim())) return `The page says “${status}”, so nothing has been decided yet.`;
  if (date === undefined || published === undefined)
    return `The page does not state the day of ${date === undefined ? "the decision" : "its publication"}: save the whole page and import that.`;
  const standing = standingOf(printed, decisionMaker, around.bodies);
  const clock = clockOf(standing, date, published, printed.effectiveFrom, around.practice);
  const item = itemOf(title, around.plans);
  return {
    key: individualDecisionKey(printed.id, date, title),
    title,
    decisionMaker: decisionMaker.slice(0, 255),
    decidedOn: date,
    ...(printed.reference === undefined ? {} : { reference: printed.reference.slice(0, 255) }),
    part: "",
    text: printed.text,
    ...(printed.reasons === undefined ? {} : { reasons: printed.reasons }),
    ...(printed.alternatives === undefined ? {} : { alternatives: printed.alternatives }),
    ...(printed.keyDecision === null ? {} : { keyDecision: printed.keyDecision }),
    ...(item === null ? {} : { forwardPlanItemKey: item }),
    callIn: standing,
    publishedOn: published,
    ...(clock.expires === null ? {} : { callInExpires: clock.expires }),
    effectiveFrom: clock.effective,
    state: /(?<!\bnot )\bcalled[- ]in\b/i.test(status) ? "CalledIn" : decisionStateOn(clock, around.today),
  };
}

const undecided =
  /\b(?:for determination|deferred|withdrawn|abandoned|awaiting (?:a )?decision)\b|^(?:draft|pending|proposed|deleted)(?: decision)?$/i;
/** A committee may be one of several: “Planning Committee North”, “Licensing Sub-Committee B”. */
const meetingNames =
  /\b(?:council|cabinet|board|forum|commission)$|\b(?:committee|panel)(?: (?:north|south|east|west|central|\w|\d+))?$|^cabinet (?:sub-?)?committee\b|^(?:the )?executive$/i;
const namedCouncillor = /^(?:cllr|councillor)\b/i;
/** “Leader of the Council”, “Chair of the Planning Committee”: one person, whose post ends with the name of a body. */
const postAtBody = /\b(?:leader|member|chair|head|director|officer|solicitor|clerk)\b.*\b(?:of|for|to)\b/i;
const councillors =
  /\b(?:(?:cabinet|executive|lead) member|portfolio holder|councillor|cllr)\b|^(?:the )?(?:deputy )?(?:leader|mayor)\b/i;
/** Who was only asked: “Head of Parks in consultation with the Cabinet Member” is a decision of the Head of Parks. */
const consulted = /\b(?:in|following|after) consultation with\b.*$/i;

function isMeeting(decisionMaker: string, bodies: readonly Body[]): boolean {
  const body = bodyOf(bodies, decisionMaker);
  if (body) return body.kind !== "CabinetMember";
  const plain = decisionMaker.replace(/\s*\([^)]*\)\s*$/, "");
  return meetingNames.test(plain) && !postAtBody.test(plain) && !namedCouncillor.test(plain);
}

/** Whether it may be called in: as its page says, else by who took it (rule R21). */
function standingOf(
  { callIn, urgent, status = "", text, keyDecision }: RegisterDecision,
  decisionMaker: string,
  bodies: readonly Body[],
): CallInStanding {
  const urgencyWaiver = urgent ?? /(?<!\b(?:not|non)[ -])\burgent\b/i.test(status);
  if (callIn === true) return "Subject";
  if (callIn === false) return urgencyWaiver ? "Urgent" : "NotSubject";
  const member = bodyOf(bodies, decisionMaker);
  return callInStanding({
    body: member ?? { kind: "CabinetMember", callInApplies: executiveOf(bodies)?.callInApplies ?? true },
    text,
    urgencyWaiver,
    byOfficer: !member && !councillors.test(decisionMaker.replace(consulted, "")),
    keyDecision: keyDecision === true,
  }).standing;
}

/** The days of its call-in (rule R20). The day from which the page says it has effect goes before our own count. */
function clockOf(
  standing: CallInStanding,
  decided: CalendarDate,
  published: CalendarDate,
  effectiveFrom: CalendarDate | undefined,
  practice: BodyPractice,
): CallInClock {
  const clock = callInClock(standing, decided, published, published, practice);
  if (effectiveFrom === undefined) return clock;
  if (clock.expires === null) return { ...clock, effective: effectiveFrom };
  if (effectiveFrom <= published) return clock;
  return {
    ...clock,
    expires: addWorkingDays(effectiveFrom, -1, practice.counting),
    effective: effectiveFrom,
  };
}

/** The Forward Plan item of the same title, in the nearest edition that has one; null where none or several have it. */
function itemOf(title: string, plans: readonly ForwardPlan[]): string | null {
  for (const { items } of plans) {
    const [same, ...others] = items.filter((item) => normalisedTitle(item.title) === normalisedTitle(title));
    if (same) return others.length === 0 ? same.key : null;
  }
  return null;
}
