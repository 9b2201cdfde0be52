import type { CalendarDate } from "../../contracts/calendar-date.ts";
import { calendarClearDays, clearDaysBetween, lastPublicationDay } from "../dates/clear-days.ts";
import { addWorkingDays, type DayCounting, type DayOff } from "../dates/working-days.ts";
import { noticePeriodFor } from "./notice-periods.ts";

/** Why a deadline falls on its day. */
export interface Because {
  /** The rule's number in the domain reference, R1 and so on, or “local practice”. */
  readonly rule: string;
  /** The reason in a sentence. */
  readonly reason: string;
  /** Days counted, where the rule counts clear days. */
  readonly counted?: readonly CalendarDate[];
  /** Days that did not count, where the rule counts clear days. */
  readonly skipped?: readonly { readonly date: CalendarDate; readonly why: DayOff }[];
  readonly provision?: string;
}

/** The steps that come before publication, in working days before the last publication day (local practice). */
export const stepsBeforePublication = {
  callForContributions: 20,
  sectionDrafts: 15,
  headOfServiceSignOff: 10,
  toFinanceAndLegal: 8,
  financeAndLegalClearance: 5,
  cabinetMemberApproval: 3,
  finalToDemocraticServices: 2,
  chairBriefing: 1,
} as const;

export type StepBeforePublication = keyof typeof stepsBeforePublication;

/** What a body's own rules say about its meetings. */
export interface BodyPractice {
  /** Whether its decisions are subject to call-in (rules R20, R21). */
  readonly callInApplies: boolean;
  readonly counting?: DayCounting;
  /** Working days of call-in after the day of publication; 5 unless the council's rules differ. */
  readonly callInDays?: number;
  /** Working days within which minutes are published; 5 by local practice (rule R19). */
  readonly minutesWithin?: number;
}

/** Every deadline of one meeting. Days; null where the body's decisions are not subject to call-in. */
export type MeetingDeadlines = {
  readonly meeting: CalendarDate;
  readonly lastPublicationDay: CalendarDate;
  readonly keyDecisionNoticeBy: CalendarDate;
} & { readonly [step in StepBeforePublication]: CalendarDate } & {
  readonly minutesDue: CalendarDate;
  readonly callInExpires: CalendarDate | null;
  readonly effective: CalendarDate | null;
  readonly because: Readonly<Record<string, Because>>;
};

/**
 * Works out every deadline of a meeting, each with its reason (rules R1-R5, R7, R19, R20 and the offsets of the
 * reporting cycle).
 * @param published the day the decisions were published; without it the last two dates are a forecast from
 *   publication on the day the minutes are due.
 * @throws {BankHolidaysUnknown} {NoticePeriodUnknown} when a date lies outside the data.
 */
export function meetingDeadlines(
  meeting: CalendarDate,
  practice: BodyPractice,
  published?: CalendarDate,
): MeetingDeadlines {
  const counting = practice.counting ?? {};
  const agenda = noticePeriodFor("agenda", meeting);
  const publishBy = lastPublicationDay(meeting, agenda.clearDays, { days: "working", counting });
  const notice = clearDaysBetween(publishBy, meeting, { days: "working", counting });

  const keyDecision = noticePeriodFor("key-decision", meeting);
  const noticeBy = lastPublicationDay(meeting, keyDecision.clearDays, calendarClearDays, counting);

  const because: Record<string, Because> = {
    lastPublicationDay: {
      rule: "R1",
      reason: `${notice.count} clear working days lie between publication and the meeting; neither day counts.`,
      counted: notice.counted,
      skipped: notice.skipped,
      provision: agenda.provision,
    },
    keyDecisionNoticeBy: {
      rule: "R7",
      reason: `The last working day with at least ${keyDecision.clearDays} clear calendar days before the meeting (it gives ${clearDaysBetween(noticeBy, meeting, calendarClearDays).count}).`,
      provision: keyDecision.provision,
    },
  };

  const steps = {} as Record<StepBeforePublication, CalendarDate>;
  for (const [step, days] of Object.entries(stepsBeforePublication) as [StepBeforePublication, number][]) {
    steps[step] = addWorkingDays(publishBy, -days, counting);
    because[step] = {
      rule: "local practice",
      reason: `${days} working day${days === 1 ? "" : "s"} before the last publication day.`,
    };
  }

  const minutesDue = addWorkingDays(meeting, practice.minutesWithin ?? 5, counting);
  because.minutesDue = {
    rule: "R19",
    reason: `${practice.minutesWithin ?? 5} working days after the meeting.`,
  };

  const callIn = practice.callInApplies
    ? callInPeriod(published ?? minutesDue, practice.callInDays, counting)
    : null;
  const basis = published
    ? "The decisions were published on that day."
    : "A forecast: publication on the day the minutes are due is assumed.";
  because.callInExpires = callIn
    ? {
        rule: "R20",
        reason: `${practice.callInDays ?? 5} working days after publication on ${published ?? minutesDue}. ${basis}`,
      }
    : { rule: "R21", reason: "This body’s decisions are not subject to call-in and take effect at once." };
  because.effective = callIn
    ? { rule: "R20", reason: `The working day after call-in closes. ${basis}` }
    : because.callInExpires;

  return {
    meeting,
    lastPublicationDay: publishBy,
    keyDecisionNoticeBy: noticeBy,
    ...steps,
    minutesDue,
    callInExpires: callIn?.expires ?? null,
    effective: callIn?.effective ?? null,
    because,
  };
}

/**
 * The call-in period of decisions published on a day (rule R20): it expires after `days` working days, the day
 * of publication not counted, and the decisions take effect on the next working day.
 * Worked example: published Wednesday 13 March 2019, expires Wednesday 20, effective Thursday 21.
 */
export function callInPeriod(
  published: CalendarDate,
  days = 5,
  counting: DayCounting = {},
): { readonly expires: CalendarDate; readonly effective: CalendarDate } {
  const expires = addWorkingDays(published, days, counting);
  return { expires, effective: addWorkingDays(expires, 1, counting) };
}
