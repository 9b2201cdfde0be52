import type { Answer } from "../contracts/answer.ts";
import { BankHolidaysUnknown } from "../rules/dates/bank-holidays.ts";
import { writtenInFull } from "../rules/dates/written-dates.ts";
import type { BodyPractice } from "../rules/meetings/body-practice.ts";
import { type MeetingDeadlines, meetingDeadlines } from "../rules/meetings/meeting-deadlines.ts";
import { NoticePeriodUnknown } from "../rules/meetings/notice-periods.ts";
import type { Turn } from "./ask-records.ts";
import { nothing } from "./fixed-answers.ts";
import { findMeeting } from "./next-meeting.ts";

const steps: readonly (readonly [keyof MeetingDeadlines & string, string])[] = [
  ["keyDecisionNoticeBy", "notice of key decisions"],
  ["callForContributions", "call for contributions"],
  ["sectionDrafts", "section drafts"],
  ["headOfServiceSignOff", "head of service sign-off"],
  ["toFinanceAndLegal", "to finance and legal"],
  ["financeAndLegalClearance", "finance and legal clearance"],
  ["cabinetMemberApproval", "Cabinet Member approval"],
  ["finalToDemocraticServices", "final to Democratic Services"],
  ["chairBriefing", "chair’s briefing"],
  ["lastPublicationDay", "publication of the agenda"],
];

/**
 * The deadlines of the next meeting, for officers who ask in a chat of their own. Anybody else is told politely where
 * they are to be had; who is late is said to nobody here.
 */
export function deadlineAnswer(body: string | null, { plan, records, today, asker }: Turn): Answer {
  const edition = plan?.edition ?? null;
  if (asker.isOfficer !== true) {
    return {
      ...nothing("deadline.list", edition),
      text: "Deadlines for reports are kept for the officers who write them. Two things to ask instead: “when is the next Cabinet?” or “what’s coming up next month?”",
    };
  }
  const found = findMeeting(body, today, plan, records);
  const meeting = records.meetings.find(({ key }) => key === found?.meeting?.key);
  if (!found || !meeting) {
    return {
      ...nothing("deadline.list", edition),
      text: `No coming meeting${body ? ` of ${body}` : ""} is on record, so it has no deadlines yet.`,
    };
  }
  const callInApplies = records.bodies.find(({ key }) => key === meeting.bodyKey)?.callInApplies ?? false;
  const practice = records.practiceOf?.(meeting.bodyKey) ?? { callInApplies };
  const text = deadlinesInWords(meeting.date, practice);
  return {
    ...nothing("deadline.list", edition),
    meeting: found.meeting,
    text: `For ${found.body} on ${writtenInFull(meeting.date)}: ${text}`,
  };
}

function deadlinesInWords(meeting: MeetingDeadlines["meeting"], practice: BodyPractice): string {
  try {
    const deadlines = meetingDeadlines(meeting, practice);
    return `${steps.map(([step, words]) => `${words}, ${writtenInFull(deadlines[step] as typeof meeting)}`).join("; ")}.`;
  } catch (error) {
    // A date beyond the bank holidays that are held has no deadlines yet; the error says so in a sentence.
    if (error instanceof BankHolidaysUnknown || error instanceof NoticePeriodUnknown) return error.message;
    throw error;
  }
}
