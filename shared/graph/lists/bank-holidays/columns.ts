import { declareList } from "../list-declaration.ts";

/** Key: the day, `2026-12-29`. England's bank holidays come with the product; rows add to them. */
export const bankHolidaysList = declareList({
  name: "BankHolidays",
  description: "Days on which the council's offices are closed, besides England's bank holidays.",
  columns: {
    DayName: { type: "text", required: true },
    DayKind: { type: "choice", choices: ["BankHoliday", "OfficeClosure"], required: true },
  },
});
