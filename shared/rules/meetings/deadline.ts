import type { CalendarDate } from "../../contracts/calendar-date.ts";
import type { StateMachine } from "../state-machine.ts";

export const deadlineStates = ["Computed", "Notified", "Met", "Missed", "Waived"] as const;
export type DeadlineState = (typeof deadlineStates)[number];

/** A deadline that was missed may still be met, late, or waived with a reason. */
export const deadlineSteps: StateMachine<DeadlineState> = {
  Computed: ["Notified", "Met", "Missed", "Waived"],
  Notified: ["Met", "Missed", "Waived"],
  Missed: ["Met", "Waived"],
  Met: [],
  Waived: ["Computed"],
};

/**
 * What somebody has done about a deadline of a meeting. The day itself is worked out from the meeting, so a meeting
 * that moves takes its deadlines along; a row exists only where a person has met or waived one.
 */
export interface Deadline {
  /** {@link deadlineKey}: `OSCS-2026-12-08/SECTION-DRAFTS`, or with a report behind it. */
  readonly key: string;
  readonly meetingKey: string;
  readonly reportKey?: string;
  /** The step: `sectionDrafts`. */
  readonly step: string;
  /** The day it was due when the row was written. */
  readonly due: CalendarDate;
  /** The post or person who owes it. */
  readonly owner: string;
  readonly state: DeadlineState;
  readonly waivedReason?: string;
  /** Who changed it last, and when as an ISO instant. */
  readonly changedBy?: string;
  readonly changedAt?: string;
}

/** The key of a deadline: meeting, step, and the report where it is one report's own. */
export function deadlineKey(meetingKey: string, step: string, reportKey?: string): string {
  const words = step.replace(/([a-z])([A-Z])/g, "$1-$2").toUpperCase();
  return [meetingKey, words, ...(reportKey ? [reportKey] : [])].join("/");
}
