import { allWards, type ExpectedDecision, type PublishedItem } from "../contracts/answer.ts";
import { inPlanOrder } from "../rules/forward-plan/forward-plan.ts";
import type { Query } from "./query.ts";
import { fold, isSlipOf, stem, wordsOf } from "./question-words.ts";
import { synonyms } from "./synonyms.ts";

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
export function findItems(query: Query, items: readonly PublishedItem[]): PublishedItem[] {
  const { ordered, places } = indexOf(items);
  const about = topicPhrases(query.topic).map((ways) => placesAbout(ways, places));
  return ordered.filter(
    (item, place) => about.every((found) => found.has(place)) && matchesFilters(query, item),
  );
}

/** Where the titles are that are about a phrase: all words of one way to say it stand in them, each right or one slip away. */
function placesAbout(ways: readonly (readonly string[])[], places: TitleIndex["places"]): Set<number> {
  const about = new Set<number>();
  for (const way of ways) {
    const withWord = way.map(stem).map((meant) => {
      const found = new Set<number>();
      for (const [word, at] of places) if (isSlipOf(meant, word)) for (const place of at) found.add(place);
      return found;
    });
    const [first = new Set<number>(), ...others] = withWord;
    for (const place of first) if (others.every((found) => found.has(place))) about.add(place);
  }
  return about;
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
export function matchesFilters(query: Query, item: PublishedItem): boolean {
  return (
    (query.secrecy.length === 0 || query.secrecy.includes(item.secrecy)) &&
    (!query.financial || item.financialImpact) &&
    (!query.community || item.communityImpact) &&
    (query.areas.length === 0 || query.areas.includes(item.scrutinyArea)) &&
    (query.wards.length === 0 || isInWards(query, item)) &&
    (query.officers.length === 0 || item.contacts.some(({ name }) => query.officers.includes(name))) &&
    ((query.decisionMakers.length === 0 && query.window === null) ||
      item.decisions.some((decision) => isAskedFor(query, decision)))
  );
}

function isInWards({ wards, wardsOnly }: Query, item: PublishedItem): boolean {
  return item.wards.some((ward) => (ward === allWards && !wardsOnly) || wards.includes(ward));
}

function isAskedFor({ decisionMakers, window }: Query, decision: ExpectedDecision): boolean {
  return (
    (window === null || (decision.from <= window.to && decision.to >= window.from)) &&
    (decisionMakers.length === 0 ||
      decisionMakers.some((name) => foldedName(name) === foldedName(decision.decisionMaker)))
  );
}

/** Groups the topic’s words into phrases, each with every way it may be said. */
function topicPhrases(topic: readonly string[]): string[][][] {
  const phrases: string[][][] = [];
  for (let place = 0; place < topic.length; ) {
    const rest = topic.slice(place);
    const found = synonyms
      .map((group) => ({
        group,
        said: group.map(wordsOf).filter((way) => way.every((word, offset) => rest[offset] === word)),
      }))
      .filter(({ said }) => said.length > 0)
      .map(({ group, said }) => ({ group, length: Math.max(...said.map((way) => way.length)) }))
      .sort((a, b) => b.length - a.length)[0];
    if (found) {
      phrases.push(found.group.map(wordsOf));
      place += found.length;
    } else {
      phrases.push([[topic[place] as string]]);
      place += 1;
    }
  }
  return phrases;
}
