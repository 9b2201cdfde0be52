import type { CalendarDate } from "../../../shared/contracts/calendar-date.ts";
import { addDays } from "../../../shared/rules/dates/calendar-arithmetic.ts";
import type { Portfolio } from "../../../shared/rules/people/portfolio.ts";
import { councillorKey } from "./people.ts";

/** The portfolios, whose holders they are, and the committee that scrutinises each. */
const held: readonly (readonly [key: string, name: string, holder: string, scrutinyBody: string])[] = [
  ["ADULT-CARE", "Adult Social Care", "Ceri Lanyon", "OSAH"],
  ["CHILDREN", "Children's Services", "Gwen Attlebury", "OSCS"],
  ["COMMUNITIES", "Communities and Housing", "Jonty Ferrisby", "OSRS"],
  ["EDUCATION", "Education", "Mina Castellane", "OSCS"],
  ["HEALTH", "Health and Wellbeing", "Osbert Quill", "OSAH"],
  ["LOCALITY", "Locality Services", "Petra Underhay", "OSRS"],
  ["REGENERATION", "Regeneration and Skills", "Rosalind Eggleshaw", "OSRS"],
  ["REGULATORY", "Regulatory, Compliance and Corporate Services", "Ulric Penhallow", "OSRC"],
];

/** Each portfolio by the name it has today. */
export const portfolioNames = held.map(([key, name]) => ({ key, name }));

/**
 * The portfolios of the Cabinet. Two were renamed sixteen months before `today`; papers of earlier days know them by
 * the names they had.
 */
export function samplePortfolios(today: CalendarDate): readonly Portfolio[] {
  const renamed = addDays(today, -480);
  const formerly: Readonly<Record<string, string>> = {
    CHILDREN: "Children, Schools and Safeguarding",
    REGULATORY: "Corporate Support Services",
  };
  return held.map(([key, name, holder, scrutinyBody]) => ({
    key,
    name,
    aliases: formerly[key] === undefined ? [] : [{ name: formerly[key], to: addDays(renamed, -1) }],
    holder: councillorKey(holder),
    from: renamed,
    scrutinyBody,
  }));
}
