/**
 * The HTTP conversation between the Teams tab and the server about meetings, deadlines, notices and deliveries: JSON
 * both ways, a bearer token for our API on every request. Refusals are those of task-pane-api.ts.
 *
 * | Request | Answer |
 * |---|---|
 * | GET  /api/council/meetings | {@link CouncilMeetings} |
 * | GET  /api/deadlines | {@link DeadlineList}; officers only |
 * | POST /api/deadlines with {@link DeadlineChange} | {@link DeadlineList} after it; officers only |
 * | GET  /api/meetings/:meetingKey/deadlines-calendar | {@link CalendarFile}; officers only |
 * | GET  /api/meetings/:meetingKey/certificate | {@link CertificateFile}; officers only |
 * | GET  /api/calendar · POST /api/calendar/renew | {@link CalendarAddress}: the person's own feed |
 * | GET  /api/notices/advice/:decision | {@link NoticeAdvice}: which notice a decision on that day needs |
 * | POST /api/notices with {@link NoticeDraft} | {@link DraftedNotice}; officers only |
 * | GET  /api/deliveries | {@link DeliveryList}; officers only |
 * | POST /api/deliveries/approve with {@link ChannelApproval} | {@link DeliveryList} after it; officers only |
 * | POST /api/deliveries/recall with {@link DeliveryRecall} | {@link DeliveryList} after it; officers only |
 */
export interface CouncilMeetings {
  /** The day it is in England, `YYYY-MM-DD`. */
  readonly today: string;
  /** Whether the person sees what officers see. */
  readonly officer: boolean;
  /** In the order of their dates, a year back and all to come. */
  readonly meetings: readonly CouncilMeeting[];
}

export interface CouncilMeeting {
  readonly key: string;
  readonly bodyKey: string;
  readonly body: string;
  readonly date: string;
  readonly time?: string;
  readonly venue?: string;
  /** “Scheduled”, “AgendaPublished”, … */
  readonly state: string;
  /** The last day on which its agenda may be published, with the working days left; officers and coming meetings only. */
  readonly publishBy?: { readonly date: string; readonly workingDaysLeft: number };
  readonly publicAddress?: string;
  /** A calendar address of this meeting. */
  readonly calendar: string;
  /** Its agenda once it is published; empty before. */
  readonly items: readonly CouncilAgendaItem[];
}

export interface CouncilAgendaItem {
  readonly number: number;
  readonly title: string;
  readonly reportOf?: string;
  readonly pages?: string;
  readonly toFollow: boolean;
  readonly exemptParagraphs: readonly number[];
  readonly keyDecision: boolean;
  /** The Forward Plan item it brings. */
  readonly forwardPlanItemKey?: string;
  readonly outcome?: string;
}

export interface DeadlineList {
  readonly today: string;
  readonly deadlines: readonly DeadlineEntry[];
}

export interface DeadlineEntry {
  readonly key: string;
  readonly meetingKey: string;
  readonly body: string;
  /** Day of the meeting. */
  readonly meeting: string;
  /** What is due, for people: “Publish the agenda by”. */
  readonly what: string;
  readonly due: string;
  /** Negative when it has passed. */
  readonly workingDaysLeft: number;
  /** The post or person who owes it. */
  readonly owner: string;
  readonly state: "Computed" | "Notified" | "Met" | "Missed" | "Waived";
  /** Why it falls on that day. */
  readonly reason: string;
  readonly waivedReason?: string;
  /** Whether an officer may mark it met or waive it. */
  readonly settleable: boolean;
}

export interface DeadlineChange {
  readonly key: string;
  readonly state: "Met" | "Waived" | "Computed";
  /** Needed to waive. */
  readonly reason?: string;
}

export interface CalendarFile {
  readonly fileName: string;
  readonly calendar: string;
}

export interface CertificateFile {
  readonly fileName: string;
  readonly fileBase64: string;
  readonly statement: string;
}

export interface CalendarAddress {
  readonly address: string;
}

export interface NoticeAdvice {
  readonly branch: "normal" | "general-exception" | "special-urgency";
  readonly reason: string;
  readonly steps: readonly { readonly what: string; readonly by: string | null }[];
  readonly ring: readonly string[];
  readonly reasonWanted: string | null;
  readonly firstNormalDate: string;
}

export interface NoticeDraft {
  readonly kind: "GeneralException" | "SpecialUrgency" | "PrivateMeeting" | "PrivateMeetingFinal";
  readonly meetingKey: string;
  readonly matter: string;
  readonly reason: string;
  readonly agreedBy?: string;
}

export interface DraftedNotice {
  readonly key: string;
  readonly text: string;
}

export interface DeliveryList {
  readonly deliveries: readonly DeliveryEntry[];
  /** Channels whose first card waits for a yes. */
  readonly waitingForYes: readonly ("members" | "officers")[];
}

export interface DeliveryEntry {
  readonly key: string;
  /** “Members’ channel”, “Officers’ channel”, “One person”, “One conversation”. */
  readonly to: string;
  readonly act: "post" | "update" | "reply" | "recall";
  readonly state: string;
  readonly attempts: number;
  /** The first words of the message. */
  readonly words: string;
  /** The Adaptive Card as JSON, for a preview of what waits for a yes; empty otherwise. */
  readonly card: string;
  readonly addedAt: string;
  readonly sentAt?: string;
  readonly notBefore?: string;
  readonly problem?: string;
}

export interface ChannelApproval {
  readonly channel: "members" | "officers";
}

export interface DeliveryRecall {
  readonly key: string;
}
