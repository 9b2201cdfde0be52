import type { DateWindow, FilterChip } from "../contracts/answer.ts";
import { writtenInFull, writtenWithoutWeekday } from "../rules/dates/written-dates.ts";
import { secrecyInWords } from "./answer-text.ts";
import { emptyQuery, type Query } from "./query.ts";

/** Days in words: “1 July 2018 to 31 July 2018”. */
export function windowInWords({ from, to }: DateWindow): string {
  return from === to ? writtenInFull(from) : `${writtenWithoutWeekday(from)} to ${writtenWithoutWeekday(to)}`;
}

/** The filters as understood, in words. */
export function filtersInWords(query: Query): string[] {
  return filterChips(query).map(({ words }) => words);
}

/** The filters as understood, in words, each with the query that is left when it is let go. */
export function filterChips(query: Query): FilterChip[] {
  return chips.flatMap(({ fields, say }) => {
    const words = say(query);
    if (words === null) return [];
    const without = Object.fromEntries(fields.map((field) => [field, emptyQuery[field]]));
    return [{ words, without: { ...query, ...without } }];
  });
}

interface Chip {
  readonly fields: readonly (keyof Query)[];
  /** The filter in words; null when the query does not have it. */
  readonly say: (query: Query) => string | null;
}

const either = (names: readonly (string | number)[], before: string, after = "") =>
  names.length === 0 ? null : `${before}${names.join(" or ")}${after}`;

const chips: readonly Chip[] = [
  {
    fields: ["window", "alsoWindow"],
    say: ({ window, alsoWindow }) =>
      window ? [window, ...(alsoWindow ? [alsoWindow] : [])].map(windowInWords).join(" or ") : null,
  },
  { fields: ["notWindow"], say: ({ notWindow }) => (notWindow ? `not ${windowInWords(notWindow)}` : null) },
  {
    fields: ["decisionMakers", "decidedByAll"],
    say: ({ decisionMakers, decidedByAll }) =>
      decidedByAll ? `decided by ${decisionMakers.join(" and ")}` : either(decisionMakers, "decided by "),
  },
  { fields: ["notDecisionMakers"], say: (query) => either(query.notDecisionMakers, "not decided by ") },
  {
    fields: ["wards", "town", "wardsOnly"],
    say: ({ wards, town, wardsOnly }) => {
      if (town !== null) return `${town} (${wards.join(", ")})${wardsOnly ? " only" : ""}`;
      return (
        either(wards, "", ` ward${wardsOnly ? " only" : ""}`) ?? (wardsOnly ? "not for all wards" : null)
      );
    },
  },
  { fields: ["boroughWide"], say: ({ boroughWide }) => (boroughWide ? "all wards" : null) },
  { fields: ["notWards"], say: ({ notWards }) => either(notWards, "not ", " ward") },
  { fields: ["areas"], say: ({ areas }) => either(areas, "scrutiny: ") },
  { fields: ["notAreas"], say: ({ notAreas }) => either(notAreas, "scrutiny: not ") },
  { fields: ["officers"], say: ({ officers }) => either(officers, "contact: ") },
  { fields: ["notOfficers"], say: ({ notOfficers }) => either(notOfficers, "contact: not ") },
  { fields: ["secrecy"], say: ({ secrecy }) => either(secrecy.map(secrecyInWords), "") },
  { fields: ["paragraphs"], say: ({ paragraphs }) => either(paragraphs, "exempt by paragraph ") },
  {
    fields: ["financial"],
    say: ({ financial }) => (financial === null ? null : financial ? "financial" : "not financial"),
  },
  {
    fields: ["community"],
    say: ({ community }) =>
      community === null ? null : community ? "community impact" : "no community impact",
  },
  {
    fields: ["topic"],
    say: ({ topic }) =>
      topic.length === 0 ? null : `about ${topic.join(" ").replaceAll("|", "or").replaceAll("&", "and")}`,
  },
  {
    fields: ["notTopic"],
    say: ({ notTopic }) => (notTopic.length === 0 ? null : `not about ${notTopic.join(" ")}`),
  },
];
