import { allWards, type DateWindow, type ExpectedDecision, type PublishedItem } from "../contracts/answer.ts";
import { cabinetMemberDecisions, type Filters, officerDecisions } from "./query.ts";
import { fold, wordsOf } from "./question-words.ts";
import { placesAboutTopic, placesOfAnyPhrase, titleIndexOf } from "./title-index.ts";

/** The items that match every filter of a query, in the order of every list. */
export function findItems(query: Filters, items: readonly PublishedItem[]): PublishedItem[] {
  const index = titleIndexOf(items);
  const { ordered } = index;
  const notAbout = query.notTopic.length > 0 ? placesOfAnyPhrase(query.notTopic, index) : null;
  const passes = (item: PublishedItem, place: number) => !notAbout?.has(place) && matchesFilters(query, item);
  if (query.topic.length === 0) return ordered.filter(passes);
  return [...placesAboutTopic(query.topic, index)]
    .sort((a, b) => a - b)
    .flatMap((place) => {
      const item = ordered[place];
      return item && passes(item, place) ? [item] : [];
    });
}

/** The same few names of decision makers are compared for every item. */
const foldedNames = new Map<string, string>();

function foldedName(name: string): string {
  let folded = foldedNames.get(name);
  if (folded === undefined) {
    folded = fold(name);
    if (foldedNames.size >= 2_000) foldedNames.clear();
    foldedNames.set(name, folded);
  }
  return folded;
}

/** Whether an item passes the filters other than the topic. */
export function matchesFilters(query: Filters, item: PublishedItem): boolean {
  return (
    (query.secrecy.length === 0 || query.secrecy.includes(item.secrecy)) &&
    (query.paragraphs.length === 0 ||
      query.paragraphs.some((number) => item.exemptParagraphs.includes(number))) &&
    (query.financial === null || item.financialImpact === query.financial) &&
    (query.community === null || item.communityImpact === query.community) &&
    (query.areas.length === 0 || query.areas.includes(item.scrutinyArea)) &&
    !query.notAreas.includes(item.scrutinyArea) &&
    isWhereAsked(query, item) &&
    (query.officers.length === 0 || item.contacts.some(({ name }) => query.officers.includes(name))) &&
    !item.contacts.some(({ name }) => query.notOfficers.includes(name)) &&
    !item.decisions.some(({ decisionMaker }) =>
      query.notDecisionMakers.some((name) => isMaker(name, decisionMaker)),
    ) &&
    ((query.decisionMakers.length === 0 && query.window === null) ||
      item.decisions.some((decision) => isAskedFor(query, decision))) &&
    (query.notWindow === null || !item.decisions.some((decision) => fallsIn(decision, query.notWindow)))
  );
}

function isWhereAsked(
  { wards, notWards, wardsOnly, boroughWide, town }: Filters,
  item: PublishedItem,
): boolean {
  const everywhere = item.wards.includes(allWards);
  if (boroughWide && !everywhere) return false;
  if (wardsOnly && everywhere) return false;
  if (notWards.length > 0 && (everywhere || item.wards.some((ward) => notWards.includes(ward)))) return false;
  if (wards.length === 0) return true;
  if (town !== null && wordsOf(item.title).includes(fold(town))) return true;
  return everywhere || item.wards.some((ward) => wards.includes(ward));
}

function fallsIn(decision: ExpectedDecision, window: DateWindow | null): boolean {
  return window === null || (decision.from <= window.to && decision.to >= window.from);
}

function isAskedFor({ decisionMakers, window }: Filters, decision: ExpectedDecision): boolean {
  return (
    fallsIn(decision, window) &&
    (decisionMakers.length === 0 || decisionMakers.some((name) => isMaker(name, decision.decisionMaker)))
  );
}

const officerPosts = /\b(director|chief executive|head of|officer|manager|assistant director)\b/i;

/** Whether a decision maker of the plan is the one that a question names. */
export function isMaker(asked: string, decisionMaker: string): boolean {
  if (asked === officerDecisions)
    return officerPosts.test(decisionMaker) && !/^cabinet member/i.test(decisionMaker);
  if (asked === cabinetMemberDecisions) return /^cabinet member/i.test(decisionMaker);
  return foldedName(asked) === foldedName(decisionMaker);
}
