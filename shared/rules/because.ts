import type { CalendarDate } from "../contracts/calendar-date.ts";
import type { DayOff } from "./dates/working-days.ts";

/** Why a rule gives what it gives, in words and with its provision. */
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
