import {
  type Answer,
  allWards,
  type Intent,
  type PublishedEdition,
  type PublishedItem,
} from "../contracts/answer.ts";
import { writtenWithoutWeekday } from "../rules/dates/written-dates.ts";
import type { ForwardPlan } from "../rules/forward-plan/forward-plan.ts";
import { changesAnswer } from "./answer-changes.ts";
import {
  contactsInWords,
  decisionsInWords,
  editionInWords,
  itemInWords,
  listInWords,
} from "./answer-text.ts";
import type { Answered, Records, Turn } from "./ask-records.ts";
import { filterChips, filtersInWords } from "./filters-in-words.ts";
import { findItems } from "./find-items.ts";
import { noPlanText, nothing } from "./fixed-answers.ts";
import { noticeAnswer, whichItemForNotice } from "./notice-answer.ts";
import { daysOf, emptyQuery, narrows, type Query } from "./query.ts";
import { fold } from "./question-words.ts";
import { synonyms } from "./synonyms.ts";

export function planAnswer(query: Query, plan: ForwardPlan, records: Records): Answer {
  const { edition } = plan;
  const filters = filtersInWords(query);
  if (
    query.intent === "forwardPlan.changes" ||
    (query.intent === "forwardPlan.count" && query.changes.length > 0)
  ) {
    return changesAnswer(query, plan, records, filters);
  }
  if (query.intent === "forwardPlan.contact" && !narrows(query)) {
    return {
      ...nothing("forwardPlan.contact", edition),
      text: `Every item of ${editionInWords(edition)} names its own contact officer. Ask “who is the contact for …” with a word of the item’s title.`,
    };
  }
  if (query.intent === "forwardPlan.representations" && query.topic.length === 0) {
    return {
      ...nothing("forwardPlan.representations", edition),
      text: `To comment or make representations on a decision in ${editionInWords(edition)}, write to the contact officer named against it before the decision is taken. Ask “who is the contact for …” with a word of its title to find the officer.`,
    };
  }
  if (query.intent === "decision.outcome") return becameOf(query, plan, records, filters);
  if (query.intent === "forwardPlan.notice" && query.topic.length === 0) return whichItemForNotice(edition);
  const items = aboutOne.has(query.intent) ? findTheItem(query, plan) : findItems(query, plan.items);
  if (items.length === 0) return nothingFound(query, plan, filters, records);
  switch (query.intent) {
    case "forwardPlan.contact":
      return { ...contactAnswer(items, edition, filters), window: daysOf(query) };
    case "forwardPlan.representations":
      return representationsAnswer(items, edition);
    case "forwardPlan.notice":
      return noticeAnswer(items, plan, records);
    case "forwardPlan.detail":
      if (items.length === 1)
        return { ...detailAnswer(items[0] as PublishedItem, edition), filters, window: daysOf(query) };
      return { ...listAnswer(query, items, edition, filters, true), intent: "forwardPlan.detail" };
    case "forwardPlan.count":
      return { ...listAnswer(query, items, edition, filters, false), intent: "forwardPlan.count" };
    default:
      return listAnswer(query, items, edition, filters, false);
  }
}

const aboutOne: ReadonlySet<Intent> = new Set([
  "forwardPlan.detail",
  "forwardPlan.notice",
  "forwardPlan.contact",
  "forwardPlan.representations",
]);

/** Everyday names of three words stand for whatever titles call it: “special educational needs” is the SEND strategy too. */
const everydayNames: ReadonlySet<string> = new Set(
  synonyms.flat().filter((name) => name.split(" ").length > 2),
);

/** Among more items than these, no word order tells the one that is meant. */
const fewToTellApart = 50;

/**
 * One item is meant by what it is about; ward, decision maker or secrecy in such a question are what is asked of
 * it (“does it go to Cabinet?”), and tell items apart only where several could be meant.
 */
function findTheItem(query: Query, plan: ForwardPlan): PublishedItem[] {
  if (query.topic.length === 0) return findItems(query, plan.items);
  const about = findItems({ ...emptyQuery, topic: query.topic, notTopic: query.notTopic }, plan.items);
  if (about.length <= 1) return about;
  // “The local plan”: a title that says the words one after another, before those that have them somewhere.
  const phrase = ` ${query.topic.map(fold).join(" ")} `;
  const wordForWord =
    query.topic.length > 1 && about.length <= fewToTellApart && !everydayNames.has(query.topic.join(" "))
      ? about.filter(({ title }) => ` ${fold(title)} `.includes(phrase))
      : [];
  if (wordForWord.length > 0) return wordForWord;
  // “Fernhill school”: a place that stands in a title tells the item, before its wards do.
  const places = [...query.wards, ...(query.town === null ? [] : [query.town])].map(fold);
  const inTitle = about.filter(({ title }) =>
    places.some((place) => ` ${fold(title)} `.includes(` ${place} `)),
  );
  if (inTitle.length > 0) return inTitle;
  const narrowed = findItems(query, plan.items);
  return narrowed.length > 0 ? narrowed : about;
}

function listAnswer(
  query: Query,
  items: readonly PublishedItem[],
  edition: PublishedEdition,
  filters: readonly string[],
  ambiguous: boolean,
): Answer {
  const asksPlace = query.wards.length > 0;
  const boroughWide = asksPlace ? items.filter((item) => item.wards.includes(allWards)).length : 0;
  return {
    ...nothing("forwardPlan.list", edition),
    items,
    window: daysOf(query),
    filters,
    text: listInWords({ items, edition, filters, boroughWide, ambiguous }),
  };
}

export function detailAnswer(item: PublishedItem, edition: PublishedEdition): Answer {
  return { ...nothing("forwardPlan.detail", edition), items: [item], text: itemInWords(item, edition) };
}

export function contactAnswer(
  items: readonly PublishedItem[],
  edition: PublishedEdition,
  filters: readonly string[],
): Answer {
  const lines = items
    .slice(0, 10)
    .map(
      (item) => `${item.title}: ${item.contacts.length > 0 ? contactsInWords(item) : "no contact is named"}`,
    );
  return {
    ...nothing("forwardPlan.contact", edition),
    items,
    filters,
    text: `${lines.join(". ")}. From ${editionInWords(edition)}.`,
  };
}

export function representationsAnswer(items: readonly PublishedItem[], edition: PublishedEdition): Answer {
  const lines = items.slice(0, 10).map((item) => {
    const decision = item.decisions[0];
    const before = decision ? ` before ${writtenWithoutWeekday(decision.from)}` : "";
    return `${item.title}: write to ${item.contacts.length > 0 ? contactsInWords(item) : "the council"}${before}`;
  });
  return {
    ...nothing("forwardPlan.representations", edition),
    items,
    text: `To comment or make representations, ${lines.join(". ")}. From ${editionInWords(edition)}.`,
  };
}

function nothingFound(query: Query, plan: ForwardPlan, filters: readonly string[], records: Records): Answer {
  const nearest = nearestItems(query, plan);
  const [gone] = query.topic.length > 0 ? goneItems(query, plan, records) : [];
  const listedBefore = gone
    ? ` ${gone.item.title} is no longer listed; it was in the edition published ${writtenWithoutWeekday(gone.edition.publishedOn)}.`
    : "";
  const howMany = query.intent === "forwardPlan.count" ? "0 items. " : "";
  return {
    ...nothing(query.intent, plan.edition),
    window: daysOf(query),
    filters,
    nearest,
    text:
      `${howMany}Nothing in ${editionInWords(plan.edition)} matches${filters.length > 0 ? ` (${filters.join("; ")})` : ""}.` +
      listedBefore +
      (nearest[0] ? ` The nearest: ${nearest[0].title}.` : ""),
  };
}

interface GoneItem {
  readonly item: PublishedItem;
  /** The last edition that listed it. */
  readonly edition: PublishedEdition;
}

/** Items about a topic that earlier editions listed and the current one does not, those of the latest edition first. */
function goneItems({ topic }: Query, plan: ForwardPlan, { plans }: Records): GoneItem[] {
  const listed = keysOf(plan);
  const found = new Map<string, GoneItem>();
  const earlier = plans
    .filter((other) => other !== plan && other.edition.publishedOn <= plan.edition.publishedOn)
    .sort((a, b) => b.edition.publishedOn.localeCompare(a.edition.publishedOn));
  for (const { items, edition } of earlier) {
    for (const item of findItems({ ...emptyQuery, topic }, items))
      if (!listed.has(item.key) && !found.has(item.key)) found.set(item.key, { item, edition });
  }
  return [...found.values()];
}

const keys = new WeakMap<ForwardPlan, ReadonlySet<string>>();

function keysOf(plan: ForwardPlan): ReadonlySet<string> {
  let known = keys.get(plan);
  if (!known) {
    known = new Set(plan.items.map(({ key }) => key));
    keys.set(plan, known);
  }
  return known;
}

/** What became of an item: what the plan says of it now, or that it is no longer listed. */
function becameOf(query: Query, plan: ForwardPlan, records: Records, filters: readonly string[]): Answer {
  const detail: Query = { ...query, intent: "forwardPlan.detail" };
  if (findTheItem(detail, plan).length > 0 || query.topic.length === 0)
    return planAnswer(detail, plan, records);
  const gone = goneItems(query, plan, records);
  if (gone.length === 0) return nothingFound(detail, plan, filters, records);
  const lines = gone.map(
    ({ item, edition }) =>
      `${item.title} is no longer listed. It was last in the edition published ${writtenWithoutWeekday(edition.publishedOn)}: ${decisionsInWords(item)}.`,
  );
  return {
    ...nothing("forwardPlan.changes", plan.edition),
    items: gone.map(({ item }) => item),
    filters,
    text: `${lines.join(" ")} No decision or withdrawal of it is recorded here. From ${editionInWords(plan.edition)}.`,
  };
}

/** With nothing found, what is left when one filter at a time is let go; the topic last. */
function nearestItems(query: Query, plan: ForwardPlan): PublishedItem[] {
  const relaxed: Query[] = [
    { ...query, window: null, alsoWindow: null, notWindow: null },
    { ...query, secrecy: [], paragraphs: [], financial: null, community: null },
    { ...query, wards: [], wardsOnly: false, areas: [], decisionMakers: [], officers: [] },
    { ...emptyQuery, topic: query.topic },
    { ...query, topic: [] },
  ];
  for (const candidate of relaxed) {
    const found = findItems(candidate, plan.items);
    if (found.length > 0 && found.length < plan.items.length) return found.slice(0, 3);
  }
  return [];
}

export function answerPlanQuery(query: Query, turn: Turn, records: Records = turn.records): Answered {
  const { plan } = turn;
  if (!plan) return { answer: { ...nothing(query.intent, null), text: noPlanText } };
  return { answer: { ...planAnswer(query, plan, records), chips: filterChips(query), query }, query };
}
