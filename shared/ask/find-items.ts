import { allWards, type DateWindow, type ExpectedDecision, type PublishedItem } from "../contracts/answer.ts";
import { inPlanOrder } from "../rules/forward-plan/forward-plan.ts";
import { cabinetMemberDecisions, type Filters, officerDecisions } from "./query.ts";
import { fold, isSlipOf, stem, wordsOf } from "./question-words.ts";
import { looseWords, synonyms } from "./synonyms.ts";

/** The items of an edition in the order of every list, and where in that order each word of a title stands. */
interface TitleIndex {
  readonly ordered: readonly PublishedItem[];
  /** Stem → places of the items whose title has it. */
  readonly places: ReadonlyMap<string, readonly number[]>;
}

const indexes = new WeakMap<readonly PublishedItem[], TitleIndex>();

function indexOf(items: readonly PublishedItem[]): TitleIndex {
  const made = indexes.get(items);
  if (made) return made;
  const ordered = inPlanOrder(items);
  const places = new Map<string, number[]>();
  for (const [place, item] of ordered.entries()) {
    for (const word of new Set(wordsOf(item.title).map(stem))) {
      const found = places.get(word);
      if (found) found.push(place);
      else places.set(word, [place]);
    }
  }
  const index = { ordered, places };
  indexes.set(items, index);
  return index;
}

/** The items that match every filter of a query, in the order of every list. */
export function findItems(query: Filters, items: readonly PublishedItem[]): PublishedItem[] {
  const { ordered, places } = indexOf(items);
  const alternatives = alternativesOf(query.topic).map((topic) => topicPlaces(topic, places));
  const notAbout = topicPhrases(query.notTopic).map(({ ways }) => placesAbout(ways, places));
  return ordered.filter(
    (item, place) =>
      alternatives.some((about) => about.every((found) => found.has(place))) &&
      !notAbout.some((found) => found.has(place)) &&
      matchesFilters(query, item),
  );
}

/**
 * Where the titles are that a topic is about, phrase by phrase. Loose words (“scheme”, “plans”) and words that no
 * title has beside others that titles do have are let go; a topic of which nothing is known finds nothing.
 */
function topicPlaces(topic: readonly string[], places: TitleIndex["places"]): Set<number>[] {
  const phrases = topicPhrases(topic).map(({ said, ways }) => ({ said, found: placesAbout(ways, places) }));
  const isLoose = (said: readonly string[]) =>
    said.every((word) => looseWords.has(word) || /^\d+$/.test(word));
  const firm = phrases.filter(({ said }) => !isLoose(said));
  if (firm.length === 0) return phrases.map(({ found }) => found);
  const known = firm.filter(({ found }) => found.size > 0);
  const letGo = known.length >= 2 && known.length > firm.length - known.length;
  const kept: Set<number>[] = (letGo ? known : firm).map(({ found }) => found);
  for (const { said, found } of phrases) {
    if (!isLoose(said) || found.size === 0) continue;
    const together = kept.every((others) => [...found].some((place) => others.has(place)));
    if (together) kept.push(found);
  }
  return kept;
}

/** A topic parted at its “or”s; one without is its only alternative. */
function alternativesOf(topic: readonly string[]): string[][] {
  const alternatives: string[][] = [[]];
  for (const word of topic) {
    if (word === "|") alternatives.push([]);
    else alternatives.at(-1)?.push(word);
  }
  return alternatives;
}

const nowhere: ReadonlySet<number> = new Set();

/** Where the titles are that are about a phrase: all words of one way to say it stand in them, each right or one slip away. */
function placesAbout(ways: readonly (readonly string[])[], places: TitleIndex["places"]): Set<number> {
  const about = new Set<number>();
  for (const [number, way] of ways.entries()) {
    const withWord = way.map(stem).map((meant) => {
      const exact = places.get(meant);
      if (exact) return new Set(exact);
      // Only what was typed, the first way, can be a slip; the other ways are ours.
      return number === 0 ? slipsOf(meant, places) : nowhere;
    });
    const [first = new Set<number>() as ReadonlySet<number>, ...others] = withWord;
    for (const place of first) if (others.every((found) => found.has(place))) about.add(place);
  }
  return about;
}

const slipsByIndex = new WeakMap<TitleIndex["places"], Map<string, ReadonlySet<number>>>();

/** Titles with a word one slip away from one that no title has. Looking through every word is done once a word. */
function slipsOf(meant: string, places: TitleIndex["places"]): ReadonlySet<number> {
  let known = slipsByIndex.get(places);
  if (!known || known.size > 5_000) {
    known = new Map();
    slipsByIndex.set(places, known);
  }
  let found = known.get(meant);
  if (!found) {
    const slips = new Set<number>();
    for (const [word, at] of places) if (isSlipOf(meant, word)) for (const place of at) slips.add(place);
    found = slips;
    known.set(meant, found);
  }
  return found;
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

/** Groups the topic’s words into phrases, each with every way it may be said. */
function topicPhrases(topic: readonly string[]): { said: string[]; ways: string[][] }[] {
  const phrases: { said: string[]; ways: string[][] }[] = [];
  for (let place = 0; place < topic.length; ) {
    const rest = topic.slice(place);
    const found = synonymWays
      .map(({ ways }) => ({
        ways,
        length: Math.max(
          0,
          ...ways
            .filter((way) => way.every((word, offset) => isSaid(rest[offset], word)))
            .map((way) => way.length),
        ),
      }))
      .filter(({ length }) => length > 0)
      .sort((a, b) => b.length - a.length);
    const longest = found[0]?.length ?? 1;
    const said = rest.slice(0, longest);
    // Whatever else it may be called, it may also be called what was said.
    const ways = [said, ...found.filter(({ length }) => length === longest).flatMap(({ ways: all }) => all)];
    phrases.push({ said, ways });
    place += longest;
  }
  return phrases;
}

const synonymWays = synonyms.map((group) => ({ ways: group.map(wordsOf) }));

function isSaid(said: string | undefined, meant: string): boolean {
  return said !== undefined && (said === meant || (meant.length >= 6 && isSlipOf(said, meant)));
}
