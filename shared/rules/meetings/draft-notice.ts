import type { CalendarDate } from "../../contracts/calendar-date.ts";
import { writtenInFull } from "../dates/written-dates.ts";
import type { BranchAdvice } from "../forward-plan/key-decisions.ts";
import { headingKey } from "../reports/report.ts";
import type { Meeting } from "./meeting.ts";
import { type Notice, type NoticeKind, noticeKey } from "./notice.ts";

/** What a notice is drafted from. */
export interface NoticeFacts {
  readonly council: string;
  readonly meeting: Pick<Meeting, "key" | "date">;
  readonly decisionMaker: string;
  readonly matter: string;
  readonly forwardPlanItemKey?: string;
  /** In the words of the officer who asks: arithmetic opens the door, it does not justify it. */
  readonly reason: string;
  readonly agreedBy?: string;
  readonly agreedOn?: CalendarDate;
}

/** Says that a notice cannot be drafted without the reason that the law asks for. */
export class ReasonMissing extends Error {
  override readonly name = "ReasonMissing";
}

const titles: Readonly<Record<NoticeKind, string>> = {
  GeneralException: "Notice of a key decision: general exception",
  SpecialUrgency: "Notice of a key decision: special urgency",
  PrivateMeeting: "Notice of a private meeting of the executive",
  PrivateMeetingFinal: "Second notice of a private meeting of the executive",
};

const provisions: Readonly<Record<NoticeKind, string>> = {
  GeneralException: "regulation 10",
  SpecialUrgency: "regulation 11",
  PrivateMeeting: "regulation 5(2)",
  PrivateMeetingFinal: "regulation 5(4)",
};

/**
 * Drafts the notice that the branch of a decision asks for (rules R14 to R17).
 * @throws {ReasonMissing} when no reason is given, or special urgency has nobody's agreement.
 */
export function draftNotice(kind: NoticeKind, facts: NoticeFacts, advice?: BranchAdvice): Notice {
  const reason = facts.reason.trim();
  if (reason === "") {
    throw new ReasonMissing(
      `A notice needs its reason in writing. ${advice?.reasonWanted ?? "Say why the meeting is to be held in private."}${advice ? ` Without one, the first lawful day is ${writtenInFull(advice.firstNormalDate)}.` : ""}`,
    );
  }
  if (kind === "SpecialUrgency" && facts.agreedBy === undefined) {
    throw new ReasonMissing(
      "Special urgency needs the agreement of the chair of the scrutiny committee, failing whom the chair or vice-chair of the Council. Record who agreed and when.",
    );
  }
  const agreed =
    facts.agreedBy === undefined
      ? ""
      : `\n\nAgreed by ${facts.agreedBy}${facts.agreedOn === undefined ? "" : ` on ${writtenInFull(facts.agreedOn)}`}.`;
  const ask = {
    GeneralException: "Proper notice in the Forward Plan was impracticable because:",
    SpecialUrgency: "The decision is urgent and cannot reasonably be deferred because:",
    PrivateMeeting: "The public is to be excluded because:",
    PrivateMeetingFinal: "The public is to be excluded because:",
  }[kind];
  const text = `${facts.council}\n${titles[kind]}\n\nUnder ${provisions[kind]} of the Local Authorities (Executive Arrangements) (Meetings and Access to Information) (England) Regulations 2012.\n\nMatter: ${facts.matter}\nDecision maker: ${facts.decisionMaker}\nDate: ${writtenInFull(facts.meeting.date)}\n\n${ask}\n${reason}${agreed}`;
  return {
    key: noticeKey(kind, facts.meeting.key, headingKey(facts.matter)),
    kind,
    meetingKey: facts.meeting.key,
    matter: facts.matter,
    decisionMaker: facts.decisionMaker,
    reason,
    text,
    state: facts.agreedBy === undefined ? "Draft" : "Agreed",
    ...(facts.forwardPlanItemKey === undefined ? {} : { forwardPlanItemKey: facts.forwardPlanItemKey }),
    ...(facts.agreedBy === undefined ? {} : { agreedBy: facts.agreedBy }),
    ...(facts.agreedOn === undefined ? {} : { agreedOn: facts.agreedOn }),
  };
}
