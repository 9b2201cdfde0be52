import {
  allWards,
  type PlanChange,
  type PublishedEdition,
  type PublishedItem,
  type Secrecy,
} from "../contracts/answer.ts";
import type { CalendarDate } from "../contracts/calendar-date.ts";
import { writtenInFull, writtenShort, writtenWithoutWeekday } from "../rules/dates/written-dates.ts";
import { moveInWords, movesInWords } from "../rules/forward-plan/moves.ts";
import { exemptParagraphs } from "../rules/reports/exemption.ts";

/** How many items a list in words names before it says how many are left. */
const namedInList = 30;

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

/** Whether the report is open, and if not, by which paragraphs and what those mean. */
function secrecyOfItem(item: PublishedItem): string {
  const words = secrecyInWords(item.secrecy);
  if (item.exemptParagraphs.length === 0) return words;
  const paragraphs = item.exemptParagraphs.map((number) => {
    const meaning = exemptParagraphs.find((paragraph) => paragraph.number === number)?.meaning;
    return meaning ? `${number}, ${meaning}` : String(number);
  });
  return `${words} (paragraph ${paragraphs.join("; paragraph ")}, of Schedule 12A)`;
}

/** Every contact officer with every address that the plan gives. */
export function contactsInWords(item: PublishedItem): string {
  return item.contacts
    .map(({ name, email, telephone }) => [name, email, telephone].filter(Boolean).join(", "))
    .join("; ");
}

/** Every published fact of one item. */
export function itemInWords(item: PublishedItem, edition: PublishedEdition): string {
  const sentences = [`${item.title}.`];
  if (item.details !== "") sentences.push(item.details.endsWith(".") ? item.details : `${item.details}.`);
  sentences.push(`Decision expected: ${decisionsInWords(item)}.`);
  for (const change of item.dateChanges) sentences.push(dateChangeInWords(change));
  const criteria = [
    ...(item.financialImpact ? ["financial"] : []),
    ...(item.communityImpact ? ["community impact"] : []),
  ];
  sentences.push(`Key decision criteria: ${criteria.length > 0 ? criteria.join(" and ") : "none marked"}.`);
  sentences.push(`Report: ${secrecyOfItem(item)}.`);
  sentences.push(`Wards: ${wardsInWords(item)}.`);
  if (item.scrutinyArea !== "") sentences.push(`Scrutiny: ${item.scrutinyArea}.`);
  if (item.consultees !== "") sentences.push(`To be consulted: ${item.consultees}.`);
  if (item.consultationMethod !== "") sentences.push(`How: ${item.consultationMethod}.`);
  if (item.backgroundDocuments.length > 0)
    sentences.push(`Background documents: ${item.backgroundDocuments.join("; ")}.`);
  if (item.contacts.length > 0) sentences.push(`Contact: ${contactsInWords(item)}.`);
  sentences.push(`From ${editionInWords(edition)}. Dates are those expected by the plan and may change.`);
  return sentences.join(" ").replace(/\.\.(?=\s|$)/g, ".");
}

function dateChangeInWords(change: PublishedItem["dateChanges"][number]): string {
  return `Date for ${change.decisionMaker} changed from ${writtenWithoutWeekday(change.from)} to ${writtenWithoutWeekday(change.to)}: ${change.reason}.`;
}

/** One item in a list: “Title (Cabinet 26 Jul 2018, part exempt)”. */
function itemInList(item: PublishedItem): string {
  const when = item.decisions
    .map(
      ({ decisionMaker, from, to }) =>
        `${decisionMaker} ${from === to ? "" : `${writtenShort(from)} to `}${writtenShort(to)}`,
    )
    .join("; ");
  const secrecy = item.secrecy === "open" ? "" : `, ${secrecyInWords(item.secrecy)}`;
  return `${item.title} (${when}${secrecy})`;
}

export interface ListWords {
  readonly items: readonly PublishedItem[];
  readonly edition: PublishedEdition;
  readonly filters: readonly string[];
  /** How many of the items are for the whole borough, where a ward was asked for. */
  readonly boroughWide: number;
  /** One item was meant, and several could be it. */
  readonly ambiguous: boolean;
}

/** A list of items that stands alone: count, filters, edition, and the items with their dates. */
export function listInWords({ items, edition, filters, boroughWide, ambiguous }: ListWords): string {
  const count = items.length === 1 ? "1 item" : `${items.length} items`;
  const narrowed = filters.length > 0 ? ` (${filters.join("; ")})` : "";
  const opening = ambiguous
    ? `${count} could be meant${narrowed}, in ${editionInWords(edition)}.`
    : `${count}${narrowed} in ${editionInWords(edition)}.`;
  const wide =
    boroughWide > 0
      ? ` ${boroughWide === items.length ? "All" : boroughWide} of them ${boroughWide === 1 ? "is" : "are"} for the whole borough${boroughWide < items.length ? "; ask for “only my ward” to leave them out" : ""}.`
      : "";
  const rest = items.length > namedInList ? `; and ${items.length - namedInList} more` : "";
  return `${opening}${wide} ${items.slice(0, namedInList).map(itemInList).join("; ")}${rest}.`;
}

/** What changed, each change in words, with the editions that were compared. */
export function changesInWords(
  changes: readonly PlanChange[],
  edition: PublishedEdition,
  before: PublishedEdition | null,
  filters: readonly string[],
): string {
  const compared = before
    ? `, compared with the edition published ${writtenWithoutWeekday(before.publishedOn)}`
    : " (no earlier edition is held to compare with)";
  const narrowed = filters.length > 0 ? ` (${filters.join("; ")})` : "";
  const count = changes.length === 1 ? "1 change" : `${changes.length} changes`;
  const lines = changes.slice(0, namedInList).map(changeInWords);
  const rest = changes.length > namedInList ? ` And ${changes.length - namedInList} more.` : "";
  return `${count}${narrowed} in ${editionInWords(edition)}${compared}. ${lines.join(" ")}${rest}`;
}

function changeInWords({ kind, item, move, secrecyBefore }: PlanChange): string {
  switch (kind) {
    case "new":
      return `New: ${itemInList(item)}.`;
    case "later":
    case "earlier": {
      const moves = movesInWords(item);
      const times =
        moves === null
          ? ""
          : ` ${moves} (${writtenWithoutWeekday(item.dateChanges[0]?.from ?? item.decisions[0]?.from ?? (move?.from as CalendarDate))}).`;
      const reason = move?.reason ? ` Reason: ${move.reason.replace(/\.$/, "")}.` : "";
      return move
        ? `${kind === "later" ? "Put back" : "Brought forward"}: ${item.title}, ${move.decisionMaker}, from ${writtenWithoutWeekday(move.from)} to ${writtenWithoutWeekday(move.to)}, ${moveInWords(move.from, move.to)}.${reason}${times}`
        : `${item.title}.`;
    }
    case "secrecy":
      return `Exempt status changed: ${item.title}, from ${secrecyInWords(secrecyBefore ?? "open")} to ${secrecyOfItem(item)}.`;
    case "withdrawn":
    case "gone":
      return `No longer listed: ${itemInList(item)}.`;
  }
}
