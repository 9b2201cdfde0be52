import { allWards, type PublishedEdition, type PublishedItem } from "../../shared/contracts/answer.ts";
import { toCalendarDate as day } from "../../shared/contracts/calendar-date.ts";

/** An edition for tests; the one of July 2018 unless told otherwise. */
export function anEdition(given: Partial<PublishedEdition> = {}): PublishedEdition {
  return {
    key: "FP/2018-07",
    periodFrom: day("2018-07-01"),
    periodTo: day("2018-10-31"),
    publishedOn: day("2018-06-01"),
    ...given,
  };
}

/** An item for tests: an open one of the Cabinet’s, for all wards, unless told otherwise. */
export function anItem(
  given: Partial<Omit<PublishedItem, "decisions">> & { by?: string; on?: string },
): PublishedItem {
  const { by = "Cabinet", on = "2018-07-26", ...rest } = given;
  return {
    key: (rest.title ?? "Item").toUpperCase().replace(/[^A-Z0-9]+/g, "-"),
    title: "Item",
    details: "",
    decisions: [{ decisionMaker: by, from: day(on), to: day(on) }],
    dateChanges: [],
    financialImpact: false,
    communityImpact: true,
    secrecy: "open",
    exemptParagraphs: [],
    wards: [allWards],
    scrutinyArea: "Regeneration and Skills",
    consultees: "",
    consultationMethod: "",
    backgroundDocuments: [],
    contacts: [{ name: "Robin Marsh", email: "robin.marsh@council.example", telephone: "0151 496 0001" }],
    ...rest,
  };
}
