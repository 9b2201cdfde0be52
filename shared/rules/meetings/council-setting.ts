import type { CalendarDate } from "../../contracts/calendar-date.ts";

/** One thing the council has settled for itself, for a body or for all of them. */
export interface CouncilSetting {
  /** `CAB/CALL-IN-DAYS`, or `ALL/CALL-IN-DAYS` for every body without a row of its own. */
  readonly key: string;
  readonly value: string;
  readonly settledBy?: string;
  /** Why, for whoever reads the list. */
  readonly explanation?: string;
}

/** A day on which the council's offices are closed. */
export interface ClosedDay {
  /** The day itself, `2026-12-29`. */
  readonly key: string;
  readonly day: CalendarDate;
  readonly name: string;
  readonly kind: "BankHoliday" | "OfficeClosure";
}
