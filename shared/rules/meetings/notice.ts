import type { CalendarDate } from "../../contracts/calendar-date.ts";

export const noticeKinds = [
  "GeneralException",
  "SpecialUrgency",
  "PrivateMeeting",
  "PrivateMeetingFinal",
] as const;
/**
 * A statutory notice: key decision without 28 days (Reg 10), with special urgency (Reg 11), or an executive meeting
 * in private (Reg 5: the first notice, and the second one five clear days before).
 */
export type NoticeKind = (typeof noticeKinds)[number];

export const noticeStates = ["Draft", "Agreed", "Published", "Withdrawn"] as const;
export type NoticeState = (typeof noticeStates)[number];

/** A notice that a decision or meeting needs besides its agenda. */
export interface Notice {
  /** {@link noticeKey}: `NOTICE/GE/CAB-2026-12-03/CAR-PARKS`. */
  readonly key: string;
  readonly kind: NoticeKind;
  readonly meetingKey: string;
  /** The matter, as the plan or the agenda names it. */
  readonly matter: string;
  readonly forwardPlanItemKey?: string;
  readonly decisionMaker: string;
  /** Why proper notice was impracticable, or why the matter cannot reasonably be deferred; never empty. */
  readonly reason: string;
  /** Who was told or agreed: the chair of the scrutiny committee, or of the Council. */
  readonly agreedBy?: string;
  readonly agreedOn?: CalendarDate;
  readonly publishedOn?: CalendarDate;
  /** The text of the notice as published. */
  readonly text: string;
  readonly state: NoticeState;
}

const shortKinds: Readonly<Record<NoticeKind, string>> = {
  GeneralException: "GE",
  SpecialUrgency: "SU",
  PrivateMeeting: "PM",
  PrivateMeetingFinal: "PM2",
};

/** The key of a notice: its kind, its meeting and the matter as a key. */
export function noticeKey(kind: NoticeKind, meetingKey: string, matter: string): string {
  return `NOTICE/${shortKinds[kind]}/${meetingKey}/${matter}`;
}
