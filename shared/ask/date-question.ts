import type { DateWindow } from "../contracts/answer.ts";
import type { CalendarDate } from "../contracts/calendar-date.ts";
import type { Word } from "./question-words.ts";

/** What a date in a question is read against. */
export interface DateContext {
  readonly today: CalendarDate;
  /** First day that the plan is about, and the last day that anything in it falls on. */
  readonly planFrom: CalendarDate;
  readonly planTo: CalendarDate;
  /** The days on which anybody meets, and those on which Council does, in order; empty where no meetings are held. */
  readonly meetingDays: readonly CalendarDate[];
  readonly councilDays: readonly CalendarDate[];
  /** The date of the next meeting of a body, “cabinet” or “council”; null when it is not known. */
  nextMeetingOf(body: "cabinet" | "council"): CalendarDate | null;
  /** The first meeting of a body within some days; null when none is known. */
  meetingOfIn(body: "cabinet" | "council", window: DateWindow): CalendarDate | null;
}

export type Found = { readonly window: DateWindow; readonly length: number } | null;

/** A question whose days are being read: its words as they are left, and what its dates are read against. */
export interface DateQuestion {
  readonly words: readonly Word[];
  readonly context: DateContext;
  /** The word at a place, empty where there is none or something has understood it already. */
  text(place: number): string;
  /** The body whose meeting was met as a date. */
  atMeetingOf: "cabinet" | "council" | null;
  /** Whether the end of a stretch of days is being read: “before the April Cabinet”. */
  inRange: boolean;
}
