import type { CalendarDate } from "../../contracts/calendar-date.ts";
import type { Because } from "../because.ts";
import { calendarClearDays, clearDaysBetween, lastPublicationDay } from "../dates/clear-days.ts";
import { addWorkingDays } from "../dates/working-days.ts";
import {
  type BodyPractice,
  type StepBeforePublication,
  stepsBeforePublication,
  usualCallInDays,
  usualMinutesWithin,
} from "./body-practice.ts";
import { callInPeriod } from "./call-in.ts";
import { noticePeriodFor } from "./notice-periods.ts";

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
 * The last day on which the agenda of a meeting may be published, with the days counted (rules R1 to R3).
 * @throws {BankHolidaysUnknown} {NoticePeriodUnknown} when a date lies outside the data.
 */
export function agendaPublication(
  meeting: CalendarDate,
  practice: BodyPractice,
): { readonly publishBy: CalendarDate; readonly because: Because } {
  const mode = { days: "working", counting: practice.counting ?? {} } as const;
  const agenda = noticePeriodFor("agenda", meeting);
  const publishBy = lastPublicationDay(meeting, agenda.clearDays, mode);
  const notice = clearDaysBetween(publishBy, meeting, mode);
  return {
    publishBy,
    because: {
      rule: "R1",
      reason: `${notice.count} clear working days lie between publication and the meeting; neither day counts.`,
      counted: notice.counted,
      skipped: notice.skipped,
      provision: agenda.provision,
    },
  };
}

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
  const { publishBy, because: publication } = agendaPublication(meeting, practice);

  const keyDecision = noticePeriodFor("key-decision", meeting);
  const strict = practice.keyDecisionDays === "working";
  const keyDecisionDays = strict ? ({ days: "working", counting } as const) : calendarClearDays;
  const noticeBy = lastPublicationDay(meeting, keyDecision.clearDays, keyDecisionDays, counting);

  const because: Record<string, Because> = {
    lastPublicationDay: publication,
    keyDecisionNoticeBy: {
      rule: "R7",
      reason: `The last working day with at least ${keyDecision.clearDays} clear ${strict ? "working" : "calendar"} days before the meeting (it gives ${clearDaysBetween(noticeBy, meeting, keyDecisionDays).count}).`,
      provision: keyDecision.provision,
    },
  };

  const steps = {} as Record<StepBeforePublication, CalendarDate>;
  for (const [step, usual] of Object.entries(stepsBeforePublication) as [StepBeforePublication, number][]) {
    const days = practice.offsets?.[step] ?? usual;
    steps[step] = addWorkingDays(publishBy, -days, counting);
    because[step] = {
      rule: "local practice",
      reason: `${days} working day${days === 1 ? "" : "s"} before the last publication day.`,
    };
  }

  const minutesDue = addWorkingDays(meeting, practice.minutesWithin ?? usualMinutesWithin, counting);
  because.minutesDue = {
    rule: "R19",
    reason: `${practice.minutesWithin ?? usualMinutesWithin} working days after the meeting.`,
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
        reason: `${practice.callInDays ?? usualCallInDays} working days after publication on ${published ?? minutesDue}. ${basis}`,
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
