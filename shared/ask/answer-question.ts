import type {
  Answer,
  Intent,
  PublishedEdition,
  PublishedItem,
  PublishedMeeting,
} from "../contracts/answer.ts";
import { allWards } from "../contracts/answer.ts";
import { type CalendarDate, isCalendarDate, toCalendarDate } from "../contracts/calendar-date.ts";
import { writtenInFull, writtenWithoutWeekday } from "../rules/dates/written-dates.ts";
import { editionOn, type ForwardPlan } from "../rules/forward-plan/forward-plan.ts";
import type { Body, Meeting } from "../rules/meetings/meeting.ts";
import {
  changesInWords,
  contactsInWords,
  editionInWords,
  itemInWords,
  listInWords,
  secrecyInWords,
} from "./answer-text.ts";
import { findItems, isMaker } from "./find-items.ts";
import { editionBefore, isAsked, planChanges } from "./plan-changes.ts";
import { learnNames, type PlanNames } from "./plan-names.ts";
import { emptyQuery, followedBy, narrows, type Query } from "./query.ts";
import { fold } from "./question-words.ts";
import { anyScrutiny, type Knowledge, type Reading, understand } from "./understand.ts";

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

/** What a conversation was about: enough for “it”, “the second one”, “and Kew?” and “more”. Plain data. */
export interface ConversationMemory {
  /** Items of the last answer, in order. */
  readonly itemKeys: readonly string[];
  /** What was asked last, of the plan. */
  readonly query: Query | null;
  /** The meeting that was named last. */
  readonly meeting: { readonly body: string; readonly date: CalendarDate } | null;
}

export const nothingSaid: ConversationMemory = { itemKeys: [], query: null, meeting: null };

/** Reads a memory that was kept as JSON; what is not one is as if nothing had been said. */
export function readMemory(json: string): ConversationMemory {
  const kept = JSON.parse(json) as Partial<ConversationMemory> | null;
  if (!kept || !Array.isArray(kept.itemKeys)) return nothingSaid;
  const { meeting } = kept;
  return {
    itemKeys: kept.itemKeys.filter((key) => typeof key === "string"),
    // A query that an older version kept lacks what has been added since.
    query: kept.query ? { ...emptyQuery, ...kept.query } : null,
    meeting: meeting && typeof meeting.body === "string" && isCalendarDate(meeting.date) ? meeting : null,
  };
}

const learned = new WeakMap<readonly ForwardPlan[], PlanNames>();

/** Names from every edition held: what has gone may still be asked about. */
function namesOf(plans: readonly ForwardPlan[]): PlanNames {
  let names = learned.get(plans);
  if (!names) {
    names = learnNames(plans.flatMap((plan) => plan.items));
    learned.set(plans, names);
  }
  return names;
}

interface Turn {
  readonly plan: ForwardPlan | null;
  readonly records: Records;
  readonly today: CalendarDate;
  readonly memory: ConversationMemory;
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
  const turn: Turn = { plan, records, today, memory };
  const reading = understand(text, knowledgeOf(turn, asker));
  const { answer, query, meeting } = answerReading(reading, turn);
  const saidSomething = answer.intent !== "unknown" && answer.intent !== "help";
  return {
    answer,
    memory: saidSomething
      ? {
          itemKeys:
            answer.items.length > 0 ? answer.items.slice(0, 200).map((item) => item.key) : memory.itemKeys,
          query: query ?? memory.query,
          meeting: meeting ?? memory.meeting,
        }
      : memory,
  };
}

const lastDays = new WeakMap<ForwardPlan, CalendarDate>();

/** The last day that anything in an edition falls on, or its period ends. */
function lastDayOf(plan: ForwardPlan): CalendarDate {
  let last = lastDays.get(plan);
  if (last === undefined) {
    last = plan.edition.periodTo;
    for (const { decisions } of plan.items) for (const { to } of decisions) if (to > last) last = to;
    lastDays.set(plan, last);
  }
  return last;
}

function knowledgeOf({ plan, records, today }: Turn, { myWard }: Asker): Knowledge {
  return {
    today,
    names: namesOf(records.plans),
    bodies: records.bodies,
    planFrom: plan?.edition.periodFrom ?? today,
    planTo: plan ? lastDayOf(plan) : toCalendarDate(`${Number(today.slice(0, 4)) + 1}-12-31`),
    nextMeetingOf: (body) =>
      nextMeetingDate(body === "cabinet" ? "Cabinet" : "Council", today, plan, records),
    ...(myWard === undefined ? {} : { myWard }),
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

interface Answered {
  readonly answer: Answer;
  /** What the next question may go on from. */
  readonly query?: Query;
  readonly meeting?: ConversationMemory["meeting"];
}

function answerReading(reading: Reading, turn: Turn): Answered {
  const { plan, memory, records, today } = turn;
  const { query } = reading;
  const edition = plan?.edition ?? null;
  if (query.intent === "help") return { answer: { ...nothing("help", edition), text: helpText } };
  if (reading.meeting !== null) return goOnFromMeeting(reading.meeting, turn);
  if (query.intent === "meeting.next") return nextMeeting(query.body, today, turn);
  if (!plan)
    return {
      answer:
        query.intent === "unknown" ? unknown(edition) : { ...nothing(query.intent, null), text: noPlanText },
    };
  if (reading.more && memory.query) return answerPlanQuery(memory.query, turn);

  const referred = reading.refersTo === null ? null : referredItem(reading.refersTo, turn);
  const changesNothing = query.topic.length === 0;
  if (referred && (changesNothing || reading.refersTo !== "it"))
    return answerAbout(referred, query, plan, records);

  const alone = query.topic.length === 0 && !narrows(query);
  const single = memory.itemKeys.length === 1 ? referredItem("it", turn) : null;
  if (
    single &&
    alone &&
    ["forwardPlan.contact", "forwardPlan.detail", "forwardPlan.representations"].includes(query.intent)
  ) {
    return answerAbout(single, query, plan, records);
  }
  if (single && alone && reading.followsUp && query.intent === "unknown")
    return answerAbout(single, { ...query, intent: "forwardPlan.detail" }, plan, records);

  if (reading.followsUp && memory.query) {
    const merged = followedBy(memory.query, query);
    const intent = followUpIntent(memory.query, query, reading);
    if (narrows(query) || intent === "forwardPlan.count" || query.changes.length > 0) {
      const changes = query.changes.length > 0 ? query.changes : memory.query.changes;
      return answerPlanQuery(
        { ...merged, intent, changes, sinceLastPlan: query.sinceLastPlan || memory.query.sinceLastPlan },
        turn,
      );
    }
  }
  if (query.intent === "unknown") return { answer: unknown(edition) };
  return answerPlanQuery(query, turn, records);
}

/** A follow-up keeps what was asked before, unless it asks how many, or for something of its own. */
function followUpIntent(before: Query, query: Query, reading: Reading): Intent {
  if (query.intent === "forwardPlan.count") return "forwardPlan.count";
  if (query.changes.length > 0 || before.intent === "forwardPlan.changes") return "forwardPlan.changes";
  if (query.intent === "forwardPlan.contact" || query.intent === "forwardPlan.representations")
    return query.intent;
  if (
    query.topic.length > 0 &&
    reading.topicKnown &&
    ["forwardPlan.detail", "forwardPlan.contact", "forwardPlan.representations"].includes(before.intent)
  ) {
    return before.intent;
  }
  if (before.intent === "forwardPlan.count") return "forwardPlan.count";
  return query.intent === "forwardPlan.detail" && query.topic.length > 0
    ? "forwardPlan.detail"
    : "forwardPlan.list";
}

function referredItem(which: "it" | number, { plan, records, memory }: Turn): PublishedItem | null {
  const { itemKeys } = memory;
  const key =
    which === "it"
      ? itemKeys.length === 1
        ? itemKeys[0]
        : undefined
      : which < 0
        ? itemKeys.at(which)
        : itemKeys[which - 1];
  if (key === undefined) return null;
  const current = plan?.items.find((item) => item.key === key);
  // What has gone from the plan can still be spoken of.
  return current ?? records.plans.flatMap(({ items }) => items).find((item) => item.key === key) ?? null;
}

/** One item is meant: its contact, how to comment, how it moved, or everything about it. */
function answerAbout(item: PublishedItem, query: Query, plan: ForwardPlan, records: Records): Answered {
  const about: Query = { ...emptyQuery, intent: query.intent, topic: [] };
  switch (query.intent) {
    case "forwardPlan.contact":
      return { answer: contactAnswer([item], plan.edition, []), query: { ...about } };
    case "forwardPlan.representations":
      return { answer: representationsAnswer([item], plan.edition) };
    case "forwardPlan.changes":
      return { answer: changesOfOne(item, plan, records, query) };
    default:
      return { answer: detailAnswer(item, plan.edition) };
  }
}

const noPlanText = "No edition of the Forward Plan has been published here yet.";

function nothing(intent: Intent, edition: PublishedEdition | null): Answer {
  return { intent, items: [], window: null, text: "", edition, filters: [], meeting: null, nearest: [] };
}

function unknown(edition: PublishedEdition | null): Answer {
  return { ...nothing("unknown", edition), text: unknownText };
}

const helpText =
  "Ask about the Forward Plan in your own words: “what’s coming to Cabinet in January?”, “anything in private?”, " +
  "“tell me about school places”, “what has changed since the last plan?”, “when is the next Cabinet?”. " +
  "The answer names the edition it comes from.";

const unknownText =
  "That is not something the published Forward Plan can answer. Two things to ask instead: “what’s coming up next month?” or “when is the next Cabinet?”";

function answerPlanQuery(query: Query, turn: Turn, records: Records = turn.records): Answered {
  const { plan } = turn;
  if (!plan) return { answer: { ...nothing(query.intent, null), text: noPlanText } };
  return { answer: planAnswer(query, plan, records), query };
}

function planAnswer(query: Query, plan: ForwardPlan, records: Records): Answer {
  const { edition } = plan;
  const filters = filtersInWords(query);
  if (
    query.intent === "forwardPlan.changes" ||
    (query.intent === "forwardPlan.count" && query.changes.length > 0)
  ) {
    return changesAnswer(query, plan, records, filters);
  }
  if (query.intent === "forwardPlan.representations" && query.topic.length === 0) {
    return {
      ...nothing("forwardPlan.representations", edition),
      text: `To comment or make representations on a decision in ${editionInWords(edition)}, write to the contact officer named against it before the decision is taken. Ask “who is the contact for …” with a word of its title to find the officer.`,
    };
  }
  const items =
    query.intent === "forwardPlan.detail" ? findTheItem(query, plan) : findItems(query, plan.items);
  if (items.length === 0) return nothingFound(query, plan, filters, records);
  switch (query.intent) {
    case "forwardPlan.contact":
      return { ...contactAnswer(items, edition, filters), window: query.window };
    case "forwardPlan.representations":
      return representationsAnswer(items, edition);
    case "forwardPlan.detail":
      if (items.length === 1)
        return { ...detailAnswer(items[0] as PublishedItem, edition), filters, window: query.window };
      return { ...listAnswer(query, items, edition, filters, true), intent: "forwardPlan.detail" };
    case "forwardPlan.count":
      return { ...listAnswer(query, items, edition, filters, false), intent: "forwardPlan.count" };
    default:
      return listAnswer(query, items, edition, filters, false);
  }
}

/**
 * One item is meant by what it is about; ward, decision maker or secrecy in such a question are what is asked of
 * it (“does it go to Cabinet?”), and tell items apart only where several could be meant.
 */
function findTheItem(query: Query, plan: ForwardPlan): PublishedItem[] {
  const about = findItems({ ...emptyQuery, topic: query.topic, notTopic: query.notTopic }, plan.items);
  if (about.length <= 1 || query.topic.length === 0)
    return query.topic.length === 0 ? findItems(query, plan.items) : about;
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
    intent: "forwardPlan.list",
    items,
    window: query.window,
    edition,
    filters,
    meeting: null,
    nearest: [],
    text: listInWords({ items, edition, filters, boroughWide, ambiguous }),
  };
}

function detailAnswer(item: PublishedItem, edition: PublishedEdition): Answer {
  return { ...nothing("forwardPlan.detail", edition), items: [item], text: itemInWords(item, edition) };
}

function contactAnswer(
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

function representationsAnswer(items: readonly PublishedItem[], edition: PublishedEdition): Answer {
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
  const before =
    query.topic.length > 0
      ? records.plans.filter(
          (other) => other !== plan && other.edition.publishedOn <= plan.edition.publishedOn,
        )
      : [];
  const gone = before
    .flatMap((other) =>
      findItems({ ...emptyQuery, topic: query.topic }, other.items).map((item) => ({
        item,
        edition: other.edition,
      })),
    )
    .at(-1);
  const listedBefore = gone
    ? ` ${gone.item.title} is no longer listed; it was in the edition published ${writtenWithoutWeekday(gone.edition.publishedOn)}.`
    : "";
  const howMany = query.intent === "forwardPlan.count" ? "0 items. " : "";
  return {
    ...nothing(query.intent, plan.edition),
    window: query.window,
    filters,
    nearest,
    text:
      `${howMany}Nothing in ${editionInWords(plan.edition)} matches${filters.length > 0 ? ` (${filters.join("; ")})` : ""}.` +
      listedBefore +
      (nearest[0] ? ` The nearest: ${nearest[0].title}.` : ""),
  };
}

function changesAnswer(
  query: Query,
  plan: ForwardPlan,
  records: Records,
  filters: readonly string[],
): Answer {
  const before = editionBefore(
    records.plans.filter((other) => other !== plan),
    plan,
  );
  const all = planChanges(plan, before, query.sinceLastPlan);
  const asked = all.filter((change) => isAsked(change, query.changes));
  const pool = [...new Set(asked.map((change) => change.item))];
  const items = findItems(query, pool);
  const changes = items.flatMap((item) => asked.filter((change) => change.item === item));
  const intent = query.intent === "forwardPlan.count" ? "forwardPlan.count" : "forwardPlan.changes";
  if (items.length === 0) {
    const compared = before
      ? `, compared with the edition published ${writtenWithoutWeekday(before.edition.publishedOn)}`
      : "; no earlier edition is held to compare with";
    return {
      ...nothing(intent, plan.edition),
      window: query.window,
      filters,
      text: `${intent === "forwardPlan.count" ? "0 items. " : ""}No such change in ${editionInWords(plan.edition)}${compared}${filters.length > 0 ? ` (${filters.join("; ")})` : ""}.`,
    };
  }
  const counted =
    intent === "forwardPlan.count" ? `${items.length} ${items.length === 1 ? "item" : "items"}. ` : "";
  return {
    ...nothing(intent, plan.edition),
    items,
    window: query.window,
    filters,
    text: counted + changesInWords(changes, plan.edition, before?.edition ?? null, filters),
  };
}

/** How one item has changed; that it has not is an answer too. */
function changesOfOne(item: PublishedItem, plan: ForwardPlan, records: Records, query: Query): Answer {
  const before = editionBefore(
    records.plans.filter((other) => other !== plan),
    plan,
  );
  const changes = planChanges(plan, before, query.sinceLastPlan).filter(
    (change) => change.item.key === item.key,
  );
  return {
    ...nothing("forwardPlan.changes", plan.edition),
    items: [item],
    text:
      changes.length > 0
        ? changesInWords(changes, plan.edition, before?.edition ?? null, [])
        : `${item.title} has not changed in ${editionInWords(plan.edition)}.`,
  };
}

/** With nothing found, what is left when one filter at a time is let go; the topic last. */
function nearestItems(query: Query, plan: ForwardPlan): PublishedItem[] {
  const relaxed: Query[] = [
    { ...query, window: null, notWindow: null },
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

interface FoundMeeting {
  readonly body: string;
  readonly date: CalendarDate;
  readonly meeting: PublishedMeeting | null;
}

/** The first meeting of a body on or after a day: from the records, else from what the plan expects of it. */
function findMeeting(
  body: string | null,
  from: CalendarDate,
  plan: ForwardPlan | null,
  records: Records,
): FoundMeeting | null {
  const asked = body === null ? null : fold(body);
  const known = records.bodies.find(({ name, aliases }) =>
    [name, ...aliases].some((one) => fold(one) === asked),
  );
  const isOf = (key: string) =>
    body === anyScrutiny
      ? records.bodies.some((one) => one.key === key && one.kind === "Scrutiny")
      : key === known?.key;
  const next = records.meetings
    .filter(
      ({ date, state, bodyKey }) => date >= from && state !== "Cancelled" && (body === null || isOf(bodyKey)),
    )
    .sort((a, b) => a.date.localeCompare(b.date) || (a.time ?? "").localeCompare(b.time ?? ""))[0];
  if (next) {
    const name = records.bodies.find(({ key }) => key === next.bodyKey)?.name ?? next.bodyKey;
    return {
      body: name,
      date: next.date,
      meeting: {
        key: next.key,
        body: name,
        date: next.date,
        ...(next.time === undefined ? {} : { time: next.time }),
        ...(next.venue === undefined ? {} : { venue: next.venue }),
      },
    };
  }
  const days = (plan?.items ?? [])
    .flatMap((item) => item.decisions)
    .filter(
      ({ decisionMaker, from: day, to }) =>
        day === to &&
        day >= from &&
        (body === null
          ? ["Cabinet", "Council"].some((name) => isMaker(name, decisionMaker))
          : isMaker(body, decisionMaker)),
    )
    .sort((a, b) => a.from.localeCompare(b.from));
  const [first] = days;
  return first ? { body: first.decisionMaker, date: first.from, meeting: null } : null;
}

function nextMeetingDate(
  body: string,
  today: CalendarDate,
  plan: ForwardPlan | null,
  records: Records,
): CalendarDate | null {
  return findMeeting(body, today, plan, records)?.date ?? null;
}

function nextMeeting(body: string | null, from: CalendarDate, { plan, records }: Turn): Answered {
  const edition = plan?.edition ?? null;
  const found = findMeeting(body, from, plan, records);
  if (!found) {
    return {
      answer: {
        ...nothing("meeting.next", edition),
        text: `No coming meeting${body ? ` of ${body}` : ""} is on record.`,
      },
    };
  }
  const { meeting, date } = found;
  const at = meeting?.time ? ` at ${meeting.time}` : "";
  const where = meeting?.venue ? `, ${meeting.venue}` : "";
  return {
    meeting: { body: found.body, date },
    answer: {
      ...nothing("meeting.next", edition),
      meeting,
      window: { from: date, to: date },
      text:
        meeting || !plan
          ? `The next meeting of ${found.body} is on ${writtenInFull(date)}${at}${where}.`
          : `No meeting of ${found.body} is on record. The earliest decision that ${editionInWords(plan.edition)} expects of it is on ${writtenInFull(date)}.`,
    },
  };
}

/** “The one after”, “what’s on it?”: from the meeting that was named last. */
function goOnFromMeeting(what: "after" | "agenda", turn: Turn): Answered {
  const { memory, plan } = turn;
  if (!memory.meeting) return { answer: unknown(plan?.edition ?? null) };
  const { body, date } = memory.meeting;
  if (what === "after") {
    const dayAfter = new Date(Date.parse(`${date}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
    return nextMeeting(body, toCalendarDate(dayAfter), turn);
  }
  return answerPlanQuery(
    { ...emptyQuery, intent: "forwardPlan.list", decisionMakers: [body], window: { from: date, to: date } },
    turn,
  );
}

/** The filters as understood, in words, for the answer and its chips. */
function filtersInWords(query: Query): string[] {
  const filters: string[] = [];
  const days = ({ from, to }: { from: CalendarDate; to: CalendarDate }) =>
    from === to ? writtenInFull(from) : `${writtenWithoutWeekday(from)} to ${writtenWithoutWeekday(to)}`;
  if (query.window) filters.push(days(query.window));
  if (query.notWindow) filters.push(`not ${days(query.notWindow)}`);
  if (query.decisionMakers.length > 0) filters.push(`decided by ${query.decisionMakers.join(" or ")}`);
  if (query.notDecisionMakers.length > 0)
    filters.push(`not decided by ${query.notDecisionMakers.join(" or ")}`);
  if (query.town !== null)
    filters.push(`${query.town} (${query.wards.join(", ")})${query.wardsOnly ? " only" : ""}`);
  else if (query.wards.length > 0)
    filters.push(`${query.wards.join(" or ")} ward${query.wardsOnly ? " only" : ""}`);
  else if (query.wardsOnly) filters.push("not for all wards");
  if (query.boroughWide) filters.push("all wards");
  if (query.notWards.length > 0) filters.push(`not ${query.notWards.join(" or ")} ward`);
  if (query.areas.length > 0) filters.push(`scrutiny: ${query.areas.join(" or ")}`);
  if (query.notAreas.length > 0) filters.push(`scrutiny: not ${query.notAreas.join(" or ")}`);
  if (query.officers.length > 0) filters.push(`contact: ${query.officers.join(" or ")}`);
  if (query.notOfficers.length > 0) filters.push(`contact: not ${query.notOfficers.join(" or ")}`);
  if (query.secrecy.length > 0)
    filters.push(query.secrecy.map((secrecy) => secrecyInWords(secrecy)).join(" or "));
  if (query.paragraphs.length > 0) filters.push(`exempt by paragraph ${query.paragraphs.join(" or ")}`);
  if (query.financial !== null) filters.push(query.financial ? "financial" : "not financial");
  if (query.community !== null) filters.push(query.community ? "community impact" : "no community impact");
  if (query.topic.length > 0) filters.push(`about ${query.topic.join(" ").replaceAll("|", "or")}`);
  if (query.notTopic.length > 0) filters.push(`not about ${query.notTopic.join(" ")}`);
  return filters;
}
