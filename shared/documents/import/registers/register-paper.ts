import type { CalendarDate } from "../../../contracts/calendar-date.ts";

/** Lists that a council's committee system publishes: its bodies, meetings and decisions. */
export interface RegisterData {
  readonly system: "ModernGov" | "CMIS";
  readonly committees: readonly RegisterCommittee[];
  readonly meetings: readonly RegisterMeeting[];
  readonly decisions: readonly RegisterDecision[];
}

export interface RegisterCommittee {
  readonly id: string;
  readonly name: string;
  readonly category?: string;
  /** No longer meets. */
  readonly expired: boolean;
}

export interface RegisterMeeting {
  readonly id?: string;
  readonly body: string;
  readonly date: CalendarDate;
  readonly time?: string;
  readonly venue?: string;
  /** As printed: “Confirmed; Rescheduled from …”. */
  readonly status?: string;
  readonly documents: readonly string[];
}

export interface RegisterDecision {
  /** The system's own number of it. */
  readonly id?: string;
  /** The council's number of it, as printed. */
  readonly reference?: string;
  readonly title: string;
  readonly decisionMaker?: string;
  readonly status?: string;
  readonly keyDecision: boolean | null;
  readonly callIn: boolean | null;
  /** Absent where the page does not say. */
  readonly urgent?: boolean;
  readonly purpose?: string;
  readonly text: string;
  readonly reasons?: string;
  readonly alternatives?: string;
  readonly published?: CalendarDate;
  readonly date?: CalendarDate;
  readonly effectiveFrom?: CalendarDate;
  readonly meeting?: string;
  readonly documents: readonly string[];
}
