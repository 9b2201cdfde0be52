import { allWards, type PublishedEdition, type PublishedItem, type Secrecy } from "../contracts/answer.ts";
import { writtenInFull, writtenShort, writtenWithoutWeekday } from "../rules/dates/written-dates.ts";

/** How many items a list in words names before it says how many are left. */
const namedInList = 10;

/** “open”, “part exempt”, “fully exempt”. */
export function secrecyInWords(secrecy: Secrecy): string {
  return secrecy.replace("-", " ");
}

/** The wards of an item, in words. */
export function wardsInWords(item: PublishedItem): string {
  return item.wards.includes(allWards) ? "all wards" : item.wards.join(", ");
}

/** Who decides and when: “Cabinet, Thursday 26 July 2018”. */
export function decisionsInWords(item: PublishedItem): string {
  return item.decisions
    .map(({ decisionMaker, from, to }) =>
      from === to
        ? `${decisionMaker}, ${writtenInFull(from)}`
        : `${decisionMaker}, between ${writtenWithoutWeekday(from)} and ${writtenWithoutWeekday(to)}`,
    )
    .join("; ");
}

/** “the Forward Plan for 1 July 2018 to 31 October 2018 (published 1 June 2018)”. */
export function editionInWords(edition: PublishedEdition): string {
  return `the Forward Plan for ${writtenWithoutWeekday(edition.periodFrom)} to ${writtenWithoutWeekday(edition.periodTo)} (published ${writtenWithoutWeekday(edition.publishedOn)})`;
}

/** Every published fact of one item. */
export function itemInWords(item: PublishedItem, edition: PublishedEdition): string {
  const sentences = [`${item.title}.`, `Decision expected: ${decisionsInWords(item)}.`];
  for (const change of item.dateChanges) {
    sentences.push(
      `Date for ${change.decisionMaker} changed from ${writtenWithoutWeekday(change.from)} to ${writtenWithoutWeekday(change.to)}: ${change.reason}.`,
    );
  }
  const criteria = [
    ...(item.financialImpact ? ["financial"] : []),
    ...(item.communityImpact ? ["community impact"] : []),
  ];
  sentences.push(`Key decision criteria: ${criteria.length > 0 ? criteria.join(" and ") : "none marked"}.`);
  const paragraphs =
    item.exemptParagraphs.length > 0
      ? ` (paragraph${item.exemptParagraphs.length > 1 ? "s" : ""} ${item.exemptParagraphs.join(", ")} of Schedule 12A)`
      : "";
  sentences.push(`Report: ${secrecyInWords(item.secrecy)}${paragraphs}.`);
  sentences.push(`Wards: ${wardsInWords(item)}.`);
  if (item.scrutinyArea !== "") sentences.push(`Scrutiny: ${item.scrutinyArea}.`);
  for (const { name, email, telephone } of item.contacts) {
    sentences.push(`Contact: ${[name, email, telephone].filter(Boolean).join(", ")}.`);
  }
  sentences.push(`From ${editionInWords(edition)}. Dates are those expected by the plan and may change.`);
  return sentences.join(" ");
}

/** A list of items that stands alone: count, filters, edition, and the items with their dates. */
export function listInWords(
  items: readonly PublishedItem[],
  edition: PublishedEdition,
  filters: readonly string[],
  boroughWide: number,
  ambiguous: boolean,
): string {
  const count = items.length === 1 ? "1 item" : `${items.length} items`;
  const narrowed = filters.length > 0 ? ` (${filters.join("; ")})` : "";
  const opening = ambiguous
    ? `${count} could be meant${narrowed}, in ${editionInWords(edition)}.`
    : `${count}${narrowed} in ${editionInWords(edition)}.`;
  const wide =
    boroughWide > 0
      ? ` ${boroughWide === items.length ? "All" : boroughWide} of them ${boroughWide === 1 ? "is" : "are"} for the whole borough.`
      : "";
  const lines = items.slice(0, namedInList).map((item) => {
    const when = item.decisions
      .map(({ decisionMaker, from, to }) => `${decisionMaker} ${from === to ? "" : "by "}${writtenShort(to)}`)
      .join("; ");
    const secrecy = item.secrecy === "open" ? "" : `, ${secrecyInWords(item.secrecy)}`;
    return `${item.title} (${when}${secrecy})`;
  });
  const rest = items.length > namedInList ? `; and ${items.length - namedInList} more` : "";
  return `${opening}${wide} ${lines.join("; ")}${rest}.`;
}
