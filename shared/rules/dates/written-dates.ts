import type { CalendarDate } from "../../contracts/calendar-date.ts";

/** As many dates as are kept written; an answer writes the same few again and again. */
const keptAtMost = 4_000;

function formatter(options: Intl.DateTimeFormatOptions): (date: CalendarDate) => string {
  const format = new Intl.DateTimeFormat("en-GB", { timeZone: "UTC", ...options });
  const written = new Map<CalendarDate, string>();
  return (date) => {
    const known = written.get(date);
    if (known !== undefined) return known;
    const text = format
      .format(new Date(`${date}T00:00:00Z`))
      .replace(/,/g, "")
      .replace(/\bSept\b/, "Sep");
    if (written.size >= keptAtMost) written.clear();
    written.set(date, text);
    return text;
  };
}

/** “Tuesday 8 December 2026”: the way a date is written to people. */
export const writtenInFull = formatter({ weekday: "long", day: "numeric", month: "long", year: "numeric" });

/** “8 December 2026”. */
export const writtenWithoutWeekday = formatter({ day: "numeric", month: "long", year: "numeric" });

/** “8 Dec 2026”: for tables. */
export const writtenShort = formatter({ day: "numeric", month: "short", year: "numeric" });

/** “Tuesday 8 December”: where the year is plain from what surrounds it. */
export const writtenWithoutYear = formatter({ weekday: "long", day: "numeric", month: "long" });

/** “December 2026”. */
export const writtenMonth = formatter({ month: "long", year: "numeric" });
