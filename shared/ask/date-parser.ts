import { Chrono, en } from "chrono-node";
import type { DateWindow } from "../contracts/answer.ts";
import { type CalendarDate, isCalendarDate } from "../contracts/calendar-date.ts";
import type { Word } from "./question-words.ts";

/** British dates, and only those that are meant as dates: “the second one” is none. */
const parser = new Chrono(en.configuration.createConfiguration(true, true));
const mayHoldADate =
  /\d|\b(?:days?|weeks?|months?|years?|ago|(?:jan|feb|mar|apr|jun|jul|aug|sep|oct|nov|dec)\w*|may)\b/;

/** A day that the library makes out where none of our own readers does: “the tenth of December”. */
export interface ParsedDay {
  readonly window: DateWindow;
  readonly place: number;
  readonly length: number;
}

/**
 * Asks the date library about the words that nothing has understood yet. What it takes for granted (a day of a month
 * alone, a time) is not taken over. Source: the API of chrono-node 2.
 */
export function parseDay(words: readonly Word[], today: CalendarDate): ParsedDay | null {
  const text = words.map(({ text: word, used }) => (used ? "-".repeat(word.length) : word)).join(" ");
  if (!mayHoldADate.test(text)) return null;
  const noon = new Date(`${today}T12:00:00Z`);
  for (const { index, text: said, start, end } of parser.parse(
    text,
    { instant: noon, timezone: 0 },
    { forwardDate: true },
  )) {
    if (!start.isCertain("day") || !start.isCertain("month") || start.isCertain("hour")) continue;
    const from = dayOf(start.date());
    const to = end?.isCertain("day") ? dayOf(end.date()) : from;
    if (from === null || to === null || to < from) continue;
    const place = text.slice(0, index).split(" ").length - 1;
    return { window: { from, to }, place, length: said.trim().split(/\s+/).length };
  }
  return null;
}

/** The day; null where it lies beyond 2999, as “in 999999 weeks” does. */
function dayOf(date: Date): CalendarDate | null {
  const day = Number.isNaN(date.getTime()) ? "" : date.toISOString().slice(0, 10);
  return isCalendarDate(day) && day < "3000" ? day : null;
}
