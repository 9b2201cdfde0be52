import { type CalendarDate, toCalendarDate } from "../../contracts/calendar-date.ts";

/**
 * Bank holidays in England, one line a year, month-day.
 *
 * Law: Banking and Financial Dealings Act 1971, Schedule 1, with the substitute days and the single holidays
 * proclaimed under it: 8 May 2020 (moved from 4 May), 2 and 3 June and 19 September 2022, 8 May 2023.
 * Good Friday and Christmas Day are common-law holidays and are listed with them.
 * 1990 stands here for the days counted in R v Swansea CC ex p Elitestone.
 *
 * A year that is not here is not guessed: {@link bankHolidaysOf} throws. Add a line when its proclamation is out.
 */
const daysByYear: Readonly<Record<number, string>> = {
  1990: "01-01 04-13 04-16 05-07 05-28 08-27 12-25 12-26",
  2017: "01-02 04-14 04-17 05-01 05-29 08-28 12-25 12-26",
  2018: "01-01 03-30 04-02 05-07 05-28 08-27 12-25 12-26",
  2019: "01-01 04-19 04-22 05-06 05-27 08-26 12-25 12-26",
  2020: "01-01 04-10 04-13 05-08 05-25 08-31 12-25 12-28",
  2021: "01-01 04-02 04-05 05-03 05-31 08-30 12-27 12-28",
  2022: "01-03 04-15 04-18 05-02 06-02 06-03 08-29 09-19 12-26 12-27",
  2023: "01-02 04-07 04-10 05-01 05-08 05-29 08-28 12-25 12-26",
  2024: "01-01 03-29 04-01 05-06 05-27 08-26 12-25 12-26",
  2025: "01-01 04-18 04-21 05-05 05-26 08-25 12-25 12-26",
  2026: "01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28",
  2027: "01-01 03-26 03-29 05-03 05-31 08-30 12-27 12-28",
  2028: "01-03 04-14 04-17 05-01 05-29 08-28 12-25 12-26",
};

/** Says that a count reaches a year whose bank holidays are not in the data. */
export class BankHolidaysUnknown extends Error {
  override readonly name = "BankHolidaysUnknown";
  readonly year: number;
  constructor(year: number) {
    super(
      `The bank holidays of ${year} are not in the data, so working days in it cannot be counted. ` +
        "Check the date; if it is right, the bank holiday data needs this year.",
    );
    this.year = year;
  }
}

const setsByYear = new Map(
  Object.entries(daysByYear).map(([year, days]) => [
    Number(year),
    new Set(days.split(" ").map((day) => toCalendarDate(`${year}-${day}`))),
  ]),
);

/**
 * The bank holidays of a year.
 * @throws {BankHolidaysUnknown} when the year is outside the data.
 */
export function bankHolidaysOf(year: number): ReadonlySet<CalendarDate> {
  const days = setsByYear.get(year);
  if (!days) throw new BankHolidaysUnknown(year);
  return days;
}

/** The last year whose bank holidays are known. */
export const lastKnownBankHolidayYear = Math.max(...setsByYear.keys());
