import type { Answer, PublishedEdition, PublishedItem, PublishedMeeting } from "../contracts/answer.ts";
import { allWards } from "../contracts/answer.ts";
import type { CalendarDate } from "../contracts/calendar-date.ts";
import { writtenInFull, writtenWithoutWeekday } from "../rules/dates/written-dates.ts";
import { editionOn, type ForwardPlan } from "../rules/forward-plan/forward-plan.ts";
import type { Body, Meeting } from "../rules/meetings/meeting.ts";
import { editionInWords, itemInWords, listInWords, secrecyInWords } from "./answer-text.ts";
import { findItems } from "./find-items.ts";
import { learnNames, type PlanNames } from "./plan-names.ts";
import { emptyQuery, type Query } from "./query.ts";
import { fold } from "./question-words.ts";
import { understand } from "./understand.ts";

/** What the bot knows when it answers. */
export interface Records {
  /** Every edition held, in any order. */
  readonly plans: readonly ForwardPlan[];
  readonly meetings: readonly Meeting[];
  readonly bodies: readonly Body[];
}

export interface Asker {
  /** Ward of the person, when the person is known. */
  readonly myWard?: string;
}

/** Keys of the items of the last answer, in order: what “the second one” and “it” refer to. */
export interface ConversationMemory {
  readonly itemKeys: readonly string[];
}

export const nothingSaid: ConversationMemory = { itemKeys: [] };

const learned = new WeakMap<ForwardPlan, PlanNames>();

function namesOf(plan: ForwardPlan | null): PlanNames {
  if (!plan) return learnNames([]);
  let names = learned.get(plan);
  if (!names) {
    names = learnNames(plan.items);
    learned.set(plan, names);
  }
  return names;
}

/**
 * Answers a question from the latest edition published on or before `today`, with no network and no model.
 * Never throws for anything in the question.
 */
export function answerQuestion(
  text: string,
  records: Records,
  today: CalendarDate,
  asker: Asker = {},
  memory: ConversationMemory = nothingSaid,
): { readonly answer: Answer; readonly memory: ConversationMemory } {
  const plan = editionOn(records.plans, today);
  const referred = plan && referredItem(text, plan, memory);
  const answer = referred
    ? detailAnswer(referred, plan.edition)
    : answerQuery(
        understand(text, {
          today,
          names: namesOf(plan),
          bodies: records.bodies,
          ...(asker.myWard === undefined ? {} : { myWard: asker.myWard }),
        }),
        plan,
        records,
        today,
      );
  return {
    answer,
    memory: answer.items.length > 0 ? { itemKeys: answer.items.map((item) => item.key) } : memory,
  };
}

/** Answers for one item by its key, as a card’s button asks. */
export function answerItem(itemKey: string, records: Records, today: CalendarDate): Answer {
  const plan = editionOn(records.plans, today);
  const item = plan?.items.find((candidate) => candidate.key === itemKey);
  if (plan && item) return detailAnswer(item, plan.edition);
  return {
    ...nothing("forwardPlan.detail", plan?.edition ?? null),
    text: plan
      ? `That item is not in ${editionInWords(plan.edition)}. It was in an earlier edition.`
      : noPlanText,
  };
}

const ordinals = ["first", "second", "third", "fourth", "fifth", "sixth"];

/** “The second one”, “the last one”, “it”: an item of the answer before. */
function referredItem(text: string, plan: ForwardPlan, memory: ConversationMemory): PublishedItem | null {
  const folded = fold(text);
  const keys = memory.itemKeys;
  const ordinal = /\bthe (first|second|third|fourth|fifth|sixth|last)( one| item)?\b/.exec(folded)?.[1];
  const isShort = folded.split(" ").length <= 8;
  let key: string | undefined;
  if (ordinal && isShort) key = ordinal === "last" ? keys.at(-1) : keys[ordinals.indexOf(ordinal)];
  else if (keys.length === 1 && isShort && /\b(it|that|this one|that one)\b/.test(folded)) key = keys[0];
  return key === undefined ? null : (plan.items.find((item) => item.key === key) ?? null);
}

const noPlanText = "No edition of the Forward Plan has been published here yet.";

function nothing(intent: Answer["intent"], edition: PublishedEdition | null): Answer {
  return { intent, items: [], window: null, text: "", edition, filters: [], meeting: null, nearest: [] };
}

function answerQuery(query: Query, plan: ForwardPlan | null, records: Records, today: CalendarDate): Answer {
  const edition = plan?.edition ?? null;
  switch (query.intent) {
    case "help":
      return { ...nothing("help", edition), text: helpText };
    case "meeting.next":
      return nextMeeting(query, records, plan, today);
    case "forwardPlan.list":
    case "forwardPlan.detail":
      return plan ? planAnswer(query, plan) : { ...nothing(query.intent, null), text: noPlanText };
    default:
      return { ...nothing("unknown", edition), text: unknownText };
  }
}

const helpText =
  "Ask about the Forward Plan in your own words: “what’s coming to Cabinet in January?”, “anything in private?”, " +
  "“tell me about school places”, “when is the next Cabinet?”. The answer names the edition it comes from.";

const unknownText =
  "That is not something the published Forward Plan can answer. Two things to ask instead: “what’s coming up next month?” or “when is the next Cabinet?”";

function planAnswer(query: Query, plan: ForwardPlan): Answer {
  const items = findItems(query, plan.items);
  const filters = filtersInWords(query);
  const { edition } = plan;
  if (items.length === 0) {
    const nearest = nearestItems(query, plan);
    return {
      ...nothing(query.intent, edition),
      window: query.window,
      filters,
      nearest,
      text:
        `Nothing in ${editionInWords(edition)} matches${filters.length > 0 ? ` (${filters.join("; ")})` : ""}.` +
        (nearest[0] ? ` The nearest: ${nearest[0].title}.` : ""),
    };
  }
  const single = items.length === 1 ? items[0] : undefined;
  if (query.intent === "forwardPlan.detail" && single) return { ...detailAnswer(single, edition), filters };
  const intent = query.intent === "forwardPlan.detail" ? "forwardPlan.detail" : "forwardPlan.list";
  const boroughWide =
    query.wards.length > 0 ? items.filter((item) => item.wards.includes(allWards)).length : 0;
  return {
    intent,
    items,
    window: query.window,
    edition,
    filters,
    meeting: null,
    nearest: [],
    text: listInWords(items, edition, filters, boroughWide, intent === "forwardPlan.detail"),
  };
}

function detailAnswer(item: PublishedItem, edition: PublishedEdition): Answer {
  return {
    intent: "forwardPlan.detail",
    items: [item],
    window: null,
    edition,
    filters: [],
    meeting: null,
    nearest: [],
    text: itemInWords(item, edition),
  };
}

/** With nothing found, what is left when one filter at a time is let go; the topic last. */
function nearestItems(query: Query, plan: ForwardPlan): PublishedItem[] {
  const relaxed: Query[] = [
    { ...query, window: null },
    { ...query, secrecy: [], financial: false, community: false },
    { ...query, wards: [], areas: [], decisionMakers: [], officers: [] },
    { ...emptyQuery, topic: query.topic },
    { ...query, topic: [] },
  ];
  for (const candidate of relaxed) {
    const found = findItems(candidate, plan.items);
    if (found.length > 0 && found.length < plan.items.length) return found.slice(0, 3);
  }
  return [];
}

function nextMeeting(query: Query, records: Records, plan: ForwardPlan | null, today: CalendarDate): Answer {
  const body = records.bodies.find((candidate) => candidate.key === query.bodyKey);
  const next = records.meetings
    .filter(
      (meeting) =>
        meeting.date >= today && meeting.state !== "Cancelled" && (!body || meeting.bodyKey === body.key),
    )
    .sort((a, b) => a.date.localeCompare(b.date) || (a.time ?? "").localeCompare(b.time ?? ""))[0];
  if (next) {
    const meeting: PublishedMeeting = {
      key: next.key,
      body: records.bodies.find((candidate) => candidate.key === next.bodyKey)?.name ?? next.bodyKey,
      date: next.date,
      ...(next.time === undefined ? {} : { time: next.time }),
      ...(next.venue === undefined ? {} : { venue: next.venue }),
    };
    const at = meeting.time ? ` at ${meeting.time}` : "";
    const where = meeting.venue ? `, ${meeting.venue}` : "";
    return {
      ...nothing("meeting.next", plan?.edition ?? null),
      meeting,
      text: `The next meeting of ${meeting.body} is on ${writtenInFull(meeting.date)}${at}${where}.`,
    };
  }
  const fromPlan = body && plan ? earliestInPlan(body, plan, today) : null;
  if (body && plan && fromPlan) {
    return {
      ...nothing("meeting.next", plan.edition),
      window: { from: fromPlan, to: fromPlan },
      text: `No meeting of ${body.name} is on record. The earliest decision that ${editionInWords(plan.edition)} expects of it is on ${writtenInFull(fromPlan)}.`,
    };
  }
  return {
    ...nothing("meeting.next", plan?.edition ?? null),
    text: `No coming meeting${body ? ` of ${body.name}` : ""} is on record.`,
  };
}

function earliestInPlan(body: Body, plan: ForwardPlan, today: CalendarDate): CalendarDate | null {
  const names = [body.name, ...body.aliases].map(fold);
  const days = plan.items
    .flatMap((item) => item.decisions)
    .filter((decision) => names.includes(fold(decision.decisionMaker)) && decision.from >= today)
    .map((decision) => decision.from)
    .sort();
  return days[0] ?? null;
}

function filtersInWords(query: Query): string[] {
  const filters: string[] = [];
  if (query.window) {
    const { from, to } = query.window;
    filters.push(
      from === to ? writtenInFull(from) : `${writtenWithoutWeekday(from)} to ${writtenWithoutWeekday(to)}`,
    );
  }
  if (query.decisionMakers.length > 0) filters.push(`decided by ${query.decisionMakers.join(" or ")}`);
  if (query.wards.length > 0)
    filters.push(`${query.wards.join(" or ")} ward${query.wardsOnly ? " only" : ""}`);
  if (query.areas.length > 0) filters.push(`scrutiny: ${query.areas.join(" or ")}`);
  if (query.officers.length > 0) filters.push(`contact: ${query.officers.join(" or ")}`);
  if (query.secrecy.length > 0)
    filters.push(query.secrecy.map((secrecy) => secrecyInWords(secrecy)).join(" or "));
  if (query.financial) filters.push("financial");
  if (query.community) filters.push("community impact");
  if (query.topic.length > 0) filters.push(`about ${query.topic.join(" ")}`);
  return filters;
}
