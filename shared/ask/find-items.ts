import { allWards, type PublishedItem } from "../contracts/answer.ts";
import { inPlanOrder } from "../rules/forward-plan/forward-plan.ts";
import type { Query } from "./query.ts";
import { fold, isSlipOf, stem, wordsOf } from "./question-words.ts";
import { synonyms } from "./synonyms.ts";

/** The items that match every filter of a query, in the order of every list. */
export function findItems(query: Query, items: readonly PublishedItem[]): PublishedItem[] {
  const topic = topicPhrases(query.topic);
  return inPlanOrder(
    items.filter(
      (item) => matchesFilters(query, item) && topic.every((ways) => ways.some((way) => isAbout(item, way))),
    ),
  );
}

/** Whether an item passes the filters other than the topic. */
export function matchesFilters(query: Query, item: PublishedItem): boolean {
  const decisions = item.decisions.filter(
    (decision) =>
      query.decisionMakers.length === 0 ||
      query.decisionMakers.some((name) => fold(name) === fold(decision.decisionMaker)),
  );
  const { window } = query;
  return (
    (query.decisionMakers.length === 0 || decisions.length > 0) &&
    (window === null ||
      decisions.some((decision) => decision.from <= window.to && decision.to >= window.from)) &&
    (query.wards.length === 0 ||
      item.wards.some((ward) => query.wards.includes(ward) || (ward === allWards && !query.wardsOnly))) &&
    (query.areas.length === 0 || query.areas.includes(item.scrutinyArea)) &&
    (query.officers.length === 0 || item.contacts.some((contact) => query.officers.includes(contact.name))) &&
    (query.secrecy.length === 0 || query.secrecy.includes(item.secrecy)) &&
    (!query.financial || item.financialImpact) &&
    (!query.community || item.communityImpact)
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

const titleWords = new WeakMap<PublishedItem, readonly string[]>();

function stemmedTitle(item: PublishedItem): readonly string[] {
  let words = titleWords.get(item);
  if (!words) {
    words = wordsOf(item.title).map(stem);
    titleWords.set(item, words);
  }
  return words;
}

/** Whether the title is about a phrase: all its words stand in it, each right or one slip away. */
function isAbout(item: PublishedItem, phrase: readonly string[]): boolean {
  const title = stemmedTitle(item);
  return phrase.every((word) => {
    const meant = stem(word);
    return title.some((candidate) => isSlipOf(meant, candidate));
  });
}
