import type { CalendarDate } from "../contracts/calendar-date.ts";
import { dateInLondon } from "../rules/dates/calendar-arithmetic.ts";

/** The one clock of the product: every rule is fed from it. Tokens and TLS keep real time. */
export interface Clock {
  now(): Date;
  /** The day it is in England. */
  today(): CalendarDate;
}

/** A clock that runs on from an instant; real time when there is none. */
export function startClock(startFrom: Date | null): Clock {
  const ahead = startFrom ? startFrom.getTime() - Date.now() : 0;
  const now = () => new Date(Date.now() + ahead);
  return { now, today: () => dateInLondon(now()) };
}

/** A clock that stands still, for one question about one moment. */
export function stoppedClock(at: Date): Clock {
  return { now: () => at, today: () => dateInLondon(at) };
}
