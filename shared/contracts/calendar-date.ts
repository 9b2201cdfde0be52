declare const calendarDate: unique symbol;

/** A day in the calendar of England, `YYYY-MM-DD`: a date, never a moment. Made by {@link toCalendarDate}. */
export type CalendarDate = string & { readonly [calendarDate]: true };

/** Says why a text is not a calendar date. */
export class InvalidCalendarDate extends Error {
  override readonly name = "InvalidCalendarDate";
  readonly text: string;
  constructor(text: string) {
    super(`“${text}” is not a date. Write it as year-month-day, for example 2026-12-08.`);
    this.text = text;
  }
}

const pattern = /^(\d{4})-(\d{2})-(\d{2})$/;

/** Whether `text` is a real day written `YYYY-MM-DD` (30 February is not). */
export function isCalendarDate(text: string): text is CalendarDate {
  const match = pattern.exec(text);
  if (!match) return false;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const made = new Date(Date.UTC(year, month - 1, day));
  return made.getUTCFullYear() === year && made.getUTCMonth() === month - 1 && made.getUTCDate() === day;
}

/**
 * Checks a text and gives it back as a calendar date.
 * @throws {InvalidCalendarDate} when it is not a real day written `YYYY-MM-DD`.
 */
export function toCalendarDate(text: string): CalendarDate {
  if (!isCalendarDate(text)) throw new InvalidCalendarDate(text);
  return text;
}
