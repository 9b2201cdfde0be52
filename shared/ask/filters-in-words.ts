import type { CalendarDate } from "../contracts/calendar-date.ts";
import { writtenInFull, writtenWithoutWeekday } from "../rules/dates/written-dates.ts";
import { secrecyInWords } from "./answer-text.ts";
import type { Query } from "./query.ts";

/** The filters as understood, in words, for the answer and its chips. */
export function filtersInWords(query: Query): string[] {
  const filters: string[] = [];
  const days = ({ from, to }: { from: CalendarDate; to: CalendarDate }) =>
    from === to ? writtenInFull(from) : `${writtenWithoutWeekday(from)} to ${writtenWithoutWeekday(to)}`;
  if (query.window) filters.push(days(query.window));
  if (query.notWindow) filters.push(`not ${days(query.notWindow)}`);
  if (query.decisionMakers.length > 0) filters.push(`decided by ${query.decisionMakers.join(" or ")}`);
  if (query.notDecisionMakers.length > 0)
    filters.push(`not decided by ${query.notDecisionMakers.join(" or ")}`);
  if (query.town !== null)
    filters.push(`${query.town} (${query.wards.join(", ")})${query.wardsOnly ? " only" : ""}`);
  else if (query.wards.length > 0)
    filters.push(`${query.wards.join(" or ")} ward${query.wardsOnly ? " only" : ""}`);
  else if (query.wardsOnly) filters.push("not for all wards");
  if (query.boroughWide) filters.push("all wards");
  if (query.notWards.length > 0) filters.push(`not ${query.notWards.join(" or ")} ward`);
  if (query.areas.length > 0) filters.push(`scrutiny: ${query.areas.join(" or ")}`);
  if (query.notAreas.length > 0) filters.push(`scrutiny: not ${query.notAreas.join(" or ")}`);
  if (query.officers.length > 0) filters.push(`contact: ${query.officers.join(" or ")}`);
  if (query.notOfficers.length > 0) filters.push(`contact: not ${query.notOfficers.join(" or ")}`);
  if (query.secrecy.length > 0)
    filters.push(query.secrecy.map((secrecy) => secrecyInWords(secrecy)).join(" or "));
  if (query.paragraphs.length > 0) filters.push(`exempt by paragraph ${query.paragraphs.join(" or ")}`);
  if (query.financial !== null) filters.push(query.financial ? "financial" : "not financial");
  if (query.community !== null) filters.push(query.community ? "community impact" : "no community impact");
  if (query.topic.length > 0)
    filters.push(`about ${query.topic.join(" ").replaceAll("|", "or").replaceAll("&", "and")}`);
  if (query.notTopic.length > 0) filters.push(`not about ${query.notTopic.join(" ")}`);
  return filters;
}
