import type { CalendarDate } from "../../contracts/calendar-date.ts";
import type { Because } from "../because.ts";
import { addDays } from "../dates/calendar-arithmetic.ts";
import {
  type ClearDayMode,
  calendarClearDays,
  clearDaysBetween,
  lastPublicationDay,
} from "../dates/clear-days.ts";
import { isWorkingDay } from "../dates/working-days.ts";
import { writtenInFull } from "../dates/written-dates.ts";
import type { Finding } from "../finding.ts";
import { type BodyPractice, usualFinancialThreshold } from "../meetings/body-practice.ts";
import type { NoticeKind } from "../meetings/notice.ts";
import { noticePeriodFor } from "../meetings/notice-periods.ts";

/** Which way to a key decision is open: normal notice, general exception (Reg 10) or special urgency (Reg 11). */
export type DecisionBranch = "normal" | "general-exception" | "special-urgency";

/** Something that must be published or agreed before a decision is taken. */
export interface BranchStep {
  readonly what: string;
  /** The last day for it; null where it is “as soon as practicable”. */
  readonly by: CalendarDate | null;
}

/** Which way is open for a decision on a day, and what it asks for. Arithmetic opens the door; it does not justify it. */
export interface BranchAdvice {
  readonly branch: DecisionBranch;
  /** Clear calendar days (or working days, where the council is stricter) between notice and decision. */
  readonly noticeDays: number;
  /** Clear working days between notice and decision. */
  readonly workingDays: number;
  readonly steps: readonly BranchStep[];
  /** Whom to ring. */
  readonly ring: readonly string[];
  /** The reason that the law wants in writing; null for the normal way. */
  readonly reasonWanted: string | null;
  /** The notice to be drafted; null for the normal way. */
  readonly notice: NoticeKind | null;
  /** The first day on which it could be taken with normal notice, if that were published now. */
  readonly firstNormalDate: CalendarDate;
  /** The first day on which general exception would still be open, if its notice were published now. */
  readonly firstGeneralExceptionDate: CalendarDate;
  readonly because: Because;
}

function normalMode(practice: BodyPractice): ClearDayMode {
  return practice.keyDecisionDays === "working"
    ? { days: "working", counting: practice.counting ?? {} }
    : calendarClearDays;
}

/**
 * Whether normal notice, general exception or special urgency applies to a key decision on a day, when notice is
 * published on another (rules R7, R10, R14 to R16).
 * Worked example, decision Thursday 26 July 2018: notice on 27 June is normal; on 10 July general exception (15
 * calendar, 11 working days); on 19 July special urgency (4 working days).
 * @throws {BankHolidaysUnknown} {NoticePeriodUnknown} when a date lies outside the data.
 */
export function decisionBranch(
  decision: CalendarDate,
  noticeOn: CalendarDate,
  practice: BodyPractice,
): BranchAdvice {
  const counting = practice.counting ?? {};
  const working = { days: "working", counting } as const;
  const period = noticePeriodFor("key-decision", decision);
  const mode = normalMode(practice);
  const noticeDays = clearDaysBetween(noticeOn, decision, mode).count;
  const days = clearDaysBetween(noticeOn, decision, working);
  const branch: DecisionBranch =
    noticeDays >= period.clearDays
      ? "normal"
      : days.count >= generalExceptionDays
        ? "general-exception"
        : "special-urgency";
  const common = {
    branch,
    noticeDays,
    workingDays: days.count,
    firstNormalDate: earliestKeyDecision(noticeOn, practice),
    firstGeneralExceptionDate: earliestByGeneralException(noticeOn, practice),
  };
  switch (branch) {
    case "normal":
      return {
        ...common,
        steps: [
          {
            what: "Publish the notice of the key decision",
            by: lastPublicationDay(decision, period.clearDays, mode, counting),
          },
        ],
        ring: [],
        reasonWanted: null,
        notice: null,
        because: {
          rule: "R7",
          reason: `${noticeDays} clear days lie between notice and decision; ${period.clearDays} are required.`,
          provision: period.provision,
        },
      };
    case "general-exception":
      return {
        ...common,
        steps: [
          {
            what: "Tell the chair of the scrutiny committee in writing, and publish the notice and the reason why 28 days are impracticable",
            by: lastPublicationDay(decision, generalExceptionDays, working),
          },
        ],
        ring: ["The chair of the scrutiny committee (if there is none, every member of it)"],
        reasonWanted: "Why it is impracticable to give 28 days’ notice.",
        notice: "GeneralException",
        because: {
          rule: "R16",
          reason: `Only ${noticeDays} clear days lie between notice and decision, not ${period.clearDays}; ${days.count} clear working days are left, and five are needed after the notice.`,
          counted: days.counted,
          skipped: days.skipped,
          provision: "SI 2012/2089 reg 10",
        },
      };
    case "special-urgency":
      return {
        ...common,
        steps: [
          {
            what: "Obtain the agreement of the chair of the scrutiny committee that the decision is urgent and cannot reasonably be deferred",
            by: null,
          },
          { what: "Publish the notice of the agreement and the reason, as soon as it is given", by: null },
          { what: "Report it to the Council, at least once a year", by: null },
        ],
        ring: [
          "The chair of the scrutiny committee",
          "failing whom the chair of the Council",
          "failing whom the vice-chair of the Council",
        ],
        reasonWanted: "Why the decision is urgent and cannot reasonably be deferred.",
        notice: "SpecialUrgency",
        because: {
          rule: "R16",
          reason: `Only ${days.count} clear working days are left before the decision; general exception needs five.`,
          counted: days.counted,
          skipped: days.skipped,
          provision: "SI 2012/2089 regs 11 and 19",
        },
      };
  }
}

/** Clear working days that must lie between a notice of general exception and the decision (Reg 10). */
const generalExceptionDays = 5;

/**
 * The earliest lawful day of a key decision first listed in a plan published on a day (rule R10).
 * Worked example: published Friday 1 June 2018, earliest Saturday 30 June.
 */
export function earliestKeyDecision(published: CalendarDate, practice: BodyPractice): CalendarDate {
  const { clearDays } = noticePeriodFor("key-decision", published);
  return firstDayAfter(published, clearDays, normalMode(practice));
}

/**
 * The earliest day of a decision by general exception when the notice is published on a day (rule R14).
 * Worked example: notice Thursday 19 July 2018, earliest Friday 27 July.
 */
export function earliestByGeneralException(noticeOn: CalendarDate, practice: BodyPractice): CalendarDate {
  const counting = practice.counting ?? {};
  const day = firstDayAfter(noticeOn, generalExceptionDays, { days: "working", counting });
  return day;
}

/** The first day that leaves `clearDays` qualifying days between it and `from`. */
function firstDayAfter(from: CalendarDate, clearDays: number, mode: ClearDayMode): CalendarDate {
  let day = addDays(from, 1);
  for (let left = clearDays; left > 0; day = addDays(day, 1)) {
    if (mode.days === "calendar" || isWorkingDay(day, mode.counting)) left -= 1;
  }
  return day;
}

/** Both notices of an executive meeting in private (rule R17, Reg 5). */
export function privateMeetingNotices(
  meeting: CalendarDate,
  practice: BodyPractice,
): { readonly first: CalendarDate; readonly second: CalendarDate; readonly because: Because } {
  const counting = practice.counting ?? {};
  return {
    first: lastPublicationDay(meeting, 28, normalMode(practice), counting),
    second: lastPublicationDay(meeting, 5, { days: "working", counting }),
    because: {
      rule: "R17",
      reason:
        "The first notice 28 clear days before, the second five clear days before, with the representations received and the response; otherwise the chair’s agreement that the meeting is urgent.",
      provision: "SI 2012/2089 reg 5",
    },
  };
}

/** What the financial test of a key decision came to. */
export interface FinancialTest {
  readonly key: boolean;
  /** Pounds that must be exceeded. */
  readonly threshold: number;
  readonly because: Because;
}

/**
 * Whether a sum makes a decision key (rule R11): off-budget gross spending, a saving or a virement of more than the
 * greater of a sum and a part of the department's budget.
 * Worked example: £311,272 against a budget of £10m is key (threshold £200,000), against £16m it is not (£320,000).
 * @param amount pounds. @param departmentBudget pounds a year.
 */
export function financialTest(
  amount: number,
  departmentBudget: number,
  practice: Pick<BodyPractice, "financialTest"> = {},
): FinancialTest {
  const { pounds, percentOfBudget } = practice.financialTest ?? usualFinancialThreshold;
  const threshold = Math.max(pounds, (departmentBudget * percentOfBudget) / 100);
  const key = amount > threshold;
  const money = (sum: number) => `£${sum.toLocaleString("en-GB")}`;
  return {
    key,
    threshold,
    because: {
      rule: "R11",
      reason: `${money(amount)} is ${key ? "more" : "not more"} than ${money(threshold)}, the greater of ${money(pounds)} and ${percentOfBudget}% of a budget of ${money(departmentBudget)}.`,
      provision: "SI 2012/2089 reg 8; the council’s own threshold",
    },
  };
}

/** What the community test of a key decision came to: yes, no, or a question for a person. */
export interface CommunityTest {
  readonly key: boolean | "ask";
  readonly because: Because;
}

/**
 * Whether a decision is key by its effect (rule R12): significant on communities in two or more wards. “All Wards”
 * alone says nothing about significance: it prompts, and never makes a decision key.
 * @param significant what the author says of the effect; undefined when it has not been said.
 */
export function communityTest(wards: readonly string[], significant: boolean | undefined): CommunityTest {
  const many = wards.length > 1 || wards.some((ward) => /^\(?all wards?\)?$/i.test(ward.trim()));
  const because = (reason: string): Because => ({
    rule: "R12",
    reason,
    provision: "SI 2012/2089 reg 8(1)(b)",
  });
  if (!many) return { key: false, because: because("It affects one ward only.") };
  if (significant === undefined) {
    return {
      key: "ask",
      because: because("It affects two or more wards. Is its effect on the communities there significant?"),
    };
  }
  return {
    key: significant,
    because: because(
      significant
        ? "Its effect is significant in two or more wards."
        : "It reaches two or more wards, and its effect there is not significant.",
    ),
  };
}

/** What a report's front sheet says of a decision and the plan. */
export interface PlanClaim {
  readonly subject: string;
  readonly keyDecision: boolean;
  /** What the front sheet says. */
  readonly includedInPlan: boolean;
  /** Whether an item of the plan, or a notice of urgency, stands for it. */
  readonly listed: boolean;
  readonly urgencyNotice: boolean;
}

/** Whether the plan, or a record of urgency, stands behind a decision (rule R13). */
export function planClaimFindings(claim: PlanClaim): Finding[] {
  const { subject: where, keyDecision, includedInPlan, listed, urgencyNotice } = claim;
  if (keyDecision && !listed && !urgencyNotice) {
    return [
      {
        rule: "R13",
        severity: "error",
        where,
        message: "It is a key decision, and neither the Forward Plan nor a notice of urgency lists it.",
        fix: "List it in the plan, or give notice of general exception or special urgency.",
        provision: "SI 2012/2089 regs 9 to 11",
      },
    ];
  }
  if (includedInPlan && !listed) {
    return [
      {
        rule: "R13",
        severity: "warning",
        where,
        message: "The front sheet says that the Forward Plan includes it; the plan lists no such item.",
        fix: "Change the front sheet to No, or add the item to the plan.",
      },
    ];
  }
  return [];
}

/** Whether an item of the plan can still lawfully be decided on the day it is listed for. */
export interface ListedDecision {
  readonly title: string;
  readonly keyDecision: boolean;
  readonly decisionOn: CalendarDate;
  /** The day the edition that first listed it was published; null when no edition has. */
  readonly firstListedOn: CalendarDate | null;
}

/** Warns when an item can no longer be lawful on its date (rules R7, R10 and R16). */
export function lawfulOnDateFindings(
  { title: where, keyDecision, decisionOn, firstListedOn }: ListedDecision,
  today: CalendarDate,
  practice: BodyPractice,
): Finding[] {
  if (!keyDecision || decisionOn < today) return [];
  const listed = firstListedOn !== null && firstListedOn <= today ? firstListedOn : null;
  const noticeOn = listed ?? today;
  const advice = decisionBranch(decisionOn, noticeOn, practice);
  if (advice.branch === "normal") return [];
  const why =
    listed === null
      ? `No published edition lists it, and ${writtenInFull(decisionOn)} is too near for normal notice.`
      : `It was first listed on ${writtenInFull(listed)}, which gives ${advice.noticeDays} clear days and not 28.`;
  const door = decisionBranch(decisionOn, today, practice);
  return [
    {
      rule: "R10",
      severity: "error",
      where,
      message: `${why} With normal notice the first lawful day is ${writtenInFull(listed === null ? advice.firstNormalDate : earliestKeyDecision(listed, practice))}.`,
      fix:
        door.branch === "special-urgency"
          ? "Move the decision, or ask for special urgency: the chair of the scrutiny committee must agree that it cannot reasonably be deferred."
          : "Move the decision, or give notice of general exception now, with the reason why 28 days are impracticable.",
      provision: "SI 2012/2089 regs 9 to 11",
    },
  ];
}
