import type { CalendarDate } from "../../contracts/calendar-date.ts";

/** A period of notice that the law of England asks for, and since when. */
export interface NoticePeriod {
  readonly what: "agenda" | "key-decision";
  readonly clearDays: number;
  readonly days: "working" | "calendar";
  readonly appliesFrom: CalendarDate;
  readonly provision: string;
}

/**
 * The periods in force, with their provisions. Dated, because law changes: a meeting before the first line of
 * its kind is an error, never the nearest line.
 */
const noticePeriods: readonly NoticePeriod[] = [
  {
    what: "agenda",
    clearDays: 3,
    days: "working",
    appliesFrom: "1986-04-01" as CalendarDate,
    provision: "Local Government Act 1972 s100B(3), as first enacted",
  },
  {
    what: "agenda",
    clearDays: 5,
    days: "working",
    appliesFrom: "2002-10-01" as CalendarDate,
    provision: "Local Government Act 1972 s100B(3); SI 2012/2089 reg 6",
  },
  {
    what: "key-decision",
    clearDays: 28,
    days: "calendar",
    appliesFrom: "2012-09-10" as CalendarDate,
    provision: "SI 2012/2089 reg 9",
  },
];

/** Says that no period of notice is known for a day. */
export class NoticePeriodUnknown extends Error {
  override readonly name = "NoticePeriodUnknown";
  constructor(what: NoticePeriod["what"], date: CalendarDate) {
    super(
      `No period of notice for ${what === "agenda" ? "an agenda" : "a key decision"} is known for ${date}.`,
    );
  }
}

/**
 * The period of notice in force for a meeting or decision on a day.
 * @throws {NoticePeriodUnknown} when the day lies before the data.
 */
export function noticePeriodFor(what: NoticePeriod["what"], date: CalendarDate): NoticePeriod {
  const found = noticePeriods.filter((period) => period.what === what && period.appliesFrom <= date).at(-1);
  if (!found) throw new NoticePeriodUnknown(what, date);
  return found;
}
