import type { PublishedItem } from "../../contracts/answer.ts";
import type { CalendarDate } from "../../contracts/calendar-date.ts";
import { daysFrom } from "../dates/calendar-arithmetic.ts";

/** How far a date moved, in words: “4 weeks later”, “two months earlier”, “3 days later”. */
export function moveInWords(from: CalendarDate, to: CalendarDate): string {
  const days = daysFrom(from, to);
  const far = Math.abs(days);
  const which = days < 0 ? "earlier" : "later";
  if (far >= 56) return `${counted(Math.round(far / 30.4), "month")} ${which}`;
  if (far >= 14) return `${counted(Math.round(far / 7), "week")} ${which}`;
  return `${counted(far, "day")} ${which}`;
}

const small = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];

function counted(number: number, unit: string): string {
  return `${small[number] ?? number} ${unit}${number === 1 ? "" : "s"}`;
}

/** “Moved twice, three months later than first planned”; null for an item that its notes move less than twice. */
export function movesInWords({ dateChanges, decisions }: PublishedItem): string | null {
  const [first] = dateChanges;
  if (dateChanges.length < 2 || !first) return null;
  const own = decisions.find(({ decisionMaker }) => decisionMaker === first.decisionMaker) ?? decisions[0];
  if (!own) return null;
  const times =
    dateChanges.length === 2 ? "twice" : `${small[dateChanges.length] ?? dateChanges.length} times`;
  return own.from === first.from
    ? `Moved ${times}, and back to the date first planned`
    : `Moved ${times}, ${moveInWords(first.from, own.from)} than first planned`;
}
