import type { Answer, DateWindow, Intent, PublishedItem } from "../contracts/answer.ts";
import { type CalendarDate, toCalendarDate } from "../contracts/calendar-date.ts";
import { addDays, endOfMonth, startOfMonth } from "../rules/dates/calendar-arithmetic.ts";
import { writtenInFull } from "../rules/dates/written-dates.ts";
import { editionOn, type ForwardPlan } from "../rules/forward-plan/forward-plan.ts";
import { agendaAnswer, agendasInWords } from "./agenda-answer.ts";
import { changesOfOne } from "./answer-changes.ts";
import { answerPlanQuery, contactAnswer, detailAnswer, representationsAnswer } from "./answer-plan-query.ts";
import { editionInWords, listInWords } from "./answer-text.ts";
import type { Answered, Asker, Records, Turn } from "./ask-records.ts";
import { type ConversationMemory, nothingSaid } from "./conversation-memory.ts";
import { deadlineAnswer } from "./deadline-answer.ts";
import { explain } from "./explain.ts";
import { windowInWords } from "./filters-in-words.ts";
import { findItems, isMaker } from "./find-items.ts";
import { helpText, noPlanText, nothing, unknown, wardNotKnown } from "./fixed-answers.ts";
import { callInsAnswer, meetingOutcomeAnswer } from "./meeting-outcome.ts";
import { findMeeting, meetingsIn, nextMeeting, noMeetingThen } from "./next-meeting.ts";
import { noticeAnswer } from "./notice-answer.ts";
import { outcomeAnswer } from "./outcome-answer.ts";
import { knowledgeOf } from "./plan-knowledge.ts";

import {
  emptyQuery,
  followedBy,
  joinedTo,
  narrows,
  oppositeOf,
  type Query,
  withoutDimensionsOf,
} from "./query.ts";
import { stem, wordsOf } from "./question-words.ts";
import type { Reading, Shift } from "./reading.ts";
import { understand } from "./understand.ts";

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
  const turn: Turn = { plan, records, today, memory, asker };
  const reading = understand(text, knowledgeOf(turn));
  const { answer: answered, query, meeting } = answerReading(reading, turn);
  const answer = { ...answered, because: explain(reading, answered) };
  const saidSomething = answer.intent !== "unknown" && answer.intent !== "help";
  return {
    answer,
    memory: saidSomething
      ? {
          itemKeys:
            answer.items.length > 0 ? answer.items.slice(0, 200).map((item) => item.key) : memory.itemKeys,
          listKeys:
            answer.items.length > 1 ? answer.items.slice(0, 200).map((item) => item.key) : memory.listKeys,
          intent: answer.intent,
          query: query ?? memory.query,
          meeting: meeting ?? memory.meeting,
        }
      : memory,
  };
}

/** Answers a query as a card’s button carries it: the next page, or the same without one filter. */
export function answerQuery(query: Query, records: Records, today: CalendarDate): Answer {
  const plan = editionOn(records.plans, today);
  return answerPlanQuery(query, { plan, records, today, memory: nothingSaid, asker: {} }).answer;
}

/** What a button asks of one item. */
export type ItemQuestion = "comment" | "contact" | "notice";

const intentOfQuestion: Readonly<Record<ItemQuestion, Intent>> = {
  comment: "forwardPlan.representations",
  contact: "forwardPlan.contact",
  notice: "forwardPlan.notice",
};

/** Answers for one item by its key, as a card’s button asks. @param about all of it, unless something is asked. */
export function answerItem(
  itemKey: string,
  records: Records,
  today: CalendarDate,
  about?: ItemQuestion,
): Answer {
  const plan = editionOn(records.plans, today);
  const item = plan?.items.find((candidate) => candidate.key === itemKey);
  if (plan && item) {
    const intent = about === undefined ? "forwardPlan.detail" : intentOfQuestion[about];
    return answerAbout(item, { ...emptyQuery, intent }, plan, records).answer;
  }
  return {
    ...nothing("forwardPlan.detail", plan?.edition ?? null),
    text: plan
      ? `That item is not in ${editionInWords(plan.edition)}. It was in an earlier edition.`
      : noPlanText,
  };
}

function answerReading(reading: Reading, turn: Turn): Answered {
  const { plan, memory, records, today } = turn;
  const { query } = reading;
  const edition = plan?.edition ?? null;
  if (reading.asksEdition && plan)
    return { answer: { ...nothing("help", edition), text: editionText(plan) } };
  if (query.intent === "help") return { answer: { ...nothing("help", edition), text: helpText } };
  if (reading.meeting === "after" && plan && memory.meeting === null && memory.query?.window) {
    // “And after that?” of a list goes on with the days after it.
    const from = addDays(memory.query.window.to, 1);
    const to = plan.edition.periodTo > from ? plan.edition.periodTo : from;
    return answerPlanQuery({ ...memory.query, window: { from, to } }, turn);
  }
  if (reading.meeting === "all") return meetingsOf(query, turn);
  if (reading.meeting !== null) return goOnFromMeeting(reading.meeting, turn);
  if (query.intent === "deadline.list") return { answer: deadlineAnswer(query.body, turn) };
  if (reading.decisionsAsked !== null) {
    const taken = decisionsTaken(reading, turn);
    if (taken) return taken;
  }
  if (reading.asksOwn !== null && query.areas.length === 0) {
    const own = ownMeetings(reading.asksOwn, query, turn);
    if (own) return own;
  }
  if (query.intent === "meeting.agenda") return agendaOf(query, turn);
  if (query.intent === "meeting.next") return nextMeeting(query.body, today, turn, query.window);
  if (!plan)
    return {
      answer:
        query.intent === "unknown" ? unknown(edition) : { ...nothing(query.intent, null), text: noPlanText },
    };
  if (reading.more && memory.query) return answerPlanQuery(memory.query, turn);
  const single = memory.itemKeys.length === 1 ? referredItem("it", turn) : null;
  if (single && reading.asksField)
    return answerAbout(single, { ...query, intent: "forwardPlan.detail" }, plan, records);
  if (reading.letsGo && memory.query)
    return answerPlanQuery(
      { ...withoutDimensionsOf(memory.query, reading.letsGo), intent: listLike(memory.query.intent) },
      turn,
    );
  if (reading.shift && memory.query?.window) {
    const window = shifted(memory.query.window, reading.shift);
    const intent = listLike(memory.query.intent);
    return answerPlanQuery({ ...memory.query, window, alsoWindow: null, intent }, turn);
  }
  if (reading.turnsRound && memory.query) {
    const opposite = oppositeOf(memory.query);
    if (opposite) return answerPlanQuery({ ...opposite, intent: query.intent }, turn);
  }
  if (reading.bodyAlone !== null) {
    const same = sameOfBody(reading.bodyAlone, turn);
    if (same) return same;
  }

  if (query.intent === "decision.outcome") {
    const outcome = outcomeOfQuestion(reading, turn, plan);
    if (outcome) return { answer: outcome };
  }
  const referred = reading.refersTo === null ? null : referredItem(reading.refersTo, turn);
  // “How do I object to it?” leaves words that no title has.
  const changesNothing = query.topic.length === 0 || !reading.topicKnown;
  const surelyIt = /\b(?:that|this) (?:decision|item|report|proposal|matter)\b/.test(saidIn(reading));
  if (referred && (changesNothing || surelyIt || reading.refersTo !== "it" || ofOneItem.has(query.intent)))
    return answerAbout(referred, query, plan, records);

  if (reading.asksMyWard && turn.asker.myWard === undefined && query.wards.length === 0)
    return { answer: wardNotKnown(query.intent, edition) };
  if (reading.listsThem && memory.query) {
    const intent = memory.query.changes.length > 0 ? "forwardPlan.changes" : "forwardPlan.list";
    return answerPlanQuery({ ...memory.query, intent }, turn);
  }

  const alone = query.topic.length === 0 && !narrows(query);
  const nothingYet = memory.itemKeys.length === 0 && query.topic.length === 0;
  if ((alone || nothingYet) && reading.refersTo === "it" && aboutOneItem.has(query.intent))
    return whichOfThem(query, turn);
  // “My mate drives a cab, how does he comment?”: no title has these words.
  if (single && !reading.topicKnown && ofOneItem.has(query.intent))
    return answerAbout(single, query, plan, records);
  if (single && alone && aboutOneItem.has(query.intent)) {
    return answerAbout(single, query, plan, records);
  }
  if (single && reading.followsUp && asksOfItsOwn(single, query, memory.query))
    return answerAbout(single, { ...query, intent: "forwardPlan.detail" }, plan, records);
  if (alone && query.intent === "forwardPlan.contact" && memory.itemKeys.length > 1) {
    const items = memory.itemKeys.flatMap((_, place) => referredItem(place + 1, turn) ?? []);
    return { answer: contactAnswer(items, plan.edition, []) };
  }
  if (single && alone && (reading.followsUp || reading.asksOne) && query.intent === "unknown")
    return answerAbout(single, { ...query, intent: "forwardPlan.detail" }, plan, records);

  const ofList = theOneOfList(reading, turn);
  if (ofList) return answerAbout(ofList, query, plan, records);
  if (reading.followsUp && memory.query) {
    const merged = reading.adds ? joinedTo(memory.query, query) : followedBy(memory.query, query);
    const intent = followUpIntent(memory.query, query, reading, memory.intent);
    if (narrows(query) || intent === "forwardPlan.count" || query.changes.length > 0) {
      const keepsKinds = query.changes.length === 0 || (reading.sinceOnly && memory.query.changes.length > 0);
      const ofPortfolio = portfolioMeant(query, memory.query, turn);
      if (ofPortfolio && findItems(merged, plan.items).length === 0)
        return answerPlanQuery(
          { ...memory.query, decisionMakers: [ofPortfolio], intent: listLike(intent) },
          turn,
        );
      const changes = keepsKinds ? memory.query.changes : query.changes;
      return answerPlanQuery(
        { ...merged, intent, changes, sinceLastPlan: query.sinceLastPlan || memory.query.sinceLastPlan },
        turn,
      );
    }
  }
  // “Why?” of changes: their reasons stand in the same answer.
  if (query.intent === "unknown" && asksWhy.test(saidIn(reading)) && memory.query?.changes.length)
    return answerPlanQuery({ ...memory.query, intent: "forwardPlan.changes" }, turn);
  if (query.intent === "unknown") return { answer: unknown(edition) };
  const answered = answerPlanQuery(query, turn, records);
  if (query.intent !== "forwardPlan.list") return answered;
  const agendas = agendasInWords(query, turn);
  return agendas === ""
    ? answered
    : { ...answered, answer: { ...answered.answer, text: answered.answer.text + agendas } };
}

/** “Only the housing ones” after Cabinet Members’ decisions: the one whose portfolio has the words; null otherwise. */
function portfolioMeant({ topic }: Query, before: Query, turn: Turn): string | null {
  const ofMembers = before.decisionMakers.some((name) => /^cabinet member/i.test(name));
  if (!ofMembers || topic.length === 0) return null;
  const meant = knowledgeOf(turn).names.decisionMakers.filter(
    ({ name }) =>
      /^cabinet member/i.test(name) &&
      topic.every((word) => wordsOf(name).some((part) => stem(part) === stem(word))),
  );
  return meant.length === 1 ? (meant[0]?.name ?? null) : null;
}

/** The days next to some others: a week on, or the whole month after a month. */
function shifted({ from, to }: DateWindow, { unit, back }: Shift): DateWindow {
  const way = back ? -1 : 1;
  if (unit === "week" || unit === "fortnight") {
    const days = way * (unit === "week" ? 7 : 14);
    return { from: addDays(from, days), to: addDays(to, days) };
  }
  const months = way * (unit === "month" ? 1 : 12);
  return { from: startOfMonth(from, months), to: endOfMonth(to, months) };
}

function saidIn({ words }: Reading): string {
  return words.map(({ text }) => text).join(" ");
}

/** “The travel one” of a list is the one in it that is about travel; null where none or several are. */
function theOneOfList(reading: Reading, turn: Turn): PublishedItem | null {
  const { query } = reading;
  if (query.topic.length === 0 || !/\b(?:the|that) (?:\S+ ){1,5}(?:one|item)\b/.test(saidIn(reading)))
    return null;
  const { itemKeys, listKeys } = turn.memory;
  const listed = (itemKeys.length > 1 ? itemKeys : listKeys).flatMap((key) => itemOf(key, turn) ?? []);
  const about = findItems({ ...emptyQuery, topic: query.topic }, listed);
  return about.length === 1 ? (about[0] ?? null) : null;
}

const asksWhy =
  /^(?:and |but |ok )*(?:why|why is that|why not|how come|whats the reason|what is the reason|what was the reason|for what reason|what are the reasons|reasons?)$/;

/** What a meeting decided, or what can be called in; null where one item is meant, or no decisions are held. */
function decisionsTaken({ decisionsAsked, query, refersTo }: Reading, turn: Turn): Answered | null {
  const { memory } = turn;
  if (refersTo !== null && referredItem(refersTo, turn)) return null;
  if (decisionsAsked === "in-call-in") return callInsAnswer(query.body, turn);
  return meetingOutcomeAnswer(query.body ?? memory.meeting?.body ?? null, query.window, turn);
}

/**
 * The agenda, where the records hold the meeting; else what the plan expects on the days asked about; else that there
 * is no meeting on them, and which is the next.
 */
function agendaOf(query: Query, turn: Turn): Answered {
  const held = agendaAnswer(query, turn);
  if (held) return held;
  const edition = turn.plan?.edition ?? null;
  const { window, body } = query;
  const next = findMeeting(body, turn.today, null, turn.records);
  if (turn.plan && window && query.topic.length === 0) {
    const planned = answerPlanQuery({ ...emptyQuery, intent: "forwardPlan.list", window }, turn);
    if (planned.answer.items.length > 0 || !next) return planned;
  }
  return {
    ...(next ? { meeting: { body: next.body, date: next.date } } : {}),
    answer: {
      ...nothing("meeting.agenda", edition),
      window,
      text:
        window && next
          ? noMeetingThen(body, window, next)
          : `No agenda of ${body ?? "a meeting"} is on record here${edition ? `; what is held is ${editionInWords(edition)}` : ""}. Ask “what’s coming up next month?” or “when is the next Cabinet?”`,
    },
  };
}

/** “When is it?” after no single item: those of the list before, or none. */
function whichOfThem(query: Query, turn: Turn): Answered {
  const { plan, memory } = turn;
  const items = memory.itemKeys.flatMap((_, place) => referredItem(place + 1, turn) ?? []);
  if (plan && query.intent === "forwardPlan.contact" && items.length > 1)
    return { answer: contactAnswer(items, plan.edition, []) };
  const edition = plan?.edition ?? null;
  if (!plan || items.length === 0)
    return {
      answer: {
        ...nothing("unknown", edition),
        text: "I do not know which item you mean. Ask again with a word of its title, for example “when is the library decision?”, or “what’s coming up next month?” to see a list.",
      },
    };
  const said = listInWords({ items, edition: plan.edition, filters: [], boroughWide: 0, ambiguous: true });
  return { answer: { ...nothing("forwardPlan.detail", edition), items, text: said } };
}

/** What the records say was decided, of the item spoken of or named; null where they hold no decision on it. */
function outcomeOfQuestion(reading: Reading, turn: Turn, plan: ForwardPlan): Answer | null {
  const { query, refersTo } = reading;
  const referred = refersTo === null ? null : referredItem(refersTo, turn);
  const about = { ...emptyQuery, topic: query.topic };
  const items = referred ? [referred] : query.topic.length === 0 ? [] : findItems(about, plan.items);
  return outcomeAnswer(
    referred ? wordsOf(referred.title) : query.topic,
    items,
    turn.records,
    turn.today,
    plan.edition,
  );
}

/** Which edition answers, and what it covers. */
function editionText({ edition, items }: ForwardPlan): string {
  const { periodFrom, periodTo, publishedOn } = edition;
  return `The latest edition of the Forward Plan was published on ${writtenInFull(publishedOn)}. It covers ${windowInWords({ from: periodFrom, to: periodTo })} and lists ${items.length} items.`;
}

/** “My committee”, “my meetings”: of a person who is known; of a stranger, how to ask by name. */
function ownMeetings(what: "committee" | "meetings", query: Query, turn: Turn): Answered | null {
  const { plan, records, today, asker } = turn;
  const edition = plan?.edition ?? null;
  if (!asker.seats || asker.seats.length === 0) {
    return {
      answer: {
        ...nothing(query.intent === "unknown" ? "forwardPlan.list" : query.intent, edition),
        text: "I do not know which committees you sit on. Ask with a committee’s name instead, for example “what is coming to … scrutiny?” or “when is the next Cabinet?”",
      },
    };
  }
  const bodies = records.bodies.filter(({ key }) => asker.seats?.includes(key));
  if (what === "meetings") {
    const lines = bodies.flatMap(({ name }) => {
      const found = findMeeting(name, today, null, records);
      return found ? [`${found.body}, ${writtenInFull(found.date)}`] : [];
    });
    return {
      answer: {
        ...nothing("meeting.next", edition),
        text:
          lines.length > 0
            ? `Your next meetings: ${lines.join("; ")}.`
            : "No coming meeting of a body you sit on is on record.",
      },
    };
  }
  const areas = [...new Set((plan?.items ?? []).map(({ scrutinyArea }) => scrutinyArea))].filter(
    (area) => area !== "" && bodies.some(({ name }) => name.includes(area)),
  );
  return areas.length === 0 ? null : answerPlanQuery({ ...query, intent: listOr(query.intent), areas }, turn);
}

function listOr(intent: Intent): Intent {
  return intent === "unknown" || intent === "meeting.next" ? "forwardPlan.list" : intent;
}

/** “And Cabinet?” after one item asks for its Cabinet date. */
function asksOfItsOwn(item: PublishedItem, query: Query, before: Query | null): boolean {
  return (
    before?.intent === "forwardPlan.detail" &&
    query.topic.length === 0 &&
    query.window === null &&
    query.decisionMakers.length > 0 &&
    item.decisions.some(({ decisionMaker }) =>
      query.decisionMakers.some((name) => isMaker(name, decisionMaker)),
    )
  );
}

const ofOneItem: ReadonlySet<Intent> = new Set(["forwardPlan.contact", "forwardPlan.representations"]);

const aboutOneItem: ReadonlySet<Intent> = new Set([
  "forwardPlan.contact",
  "forwardPlan.detail",
  "forwardPlan.representations",
  "forwardPlan.notice",
  "decision.outcome",
]);

/** A follow-up keeps what was asked before, unless it asks how many, or for something of its own. */
function followUpIntent(before: Query, query: Query, reading: Reading, last: Intent | null): Intent {
  if (query.intent === "forwardPlan.count") return "forwardPlan.count";
  if (query.changes.length > 0 || before.intent === "forwardPlan.changes") return "forwardPlan.changes";
  if (query.intent === "forwardPlan.contact" || query.intent === "forwardPlan.representations")
    return query.intent;
  if (before.intent === "decision.outcome" && query.topic.length > 0) return before.intent;
  if (
    query.topic.length > 0 &&
    reading.topicKnown &&
    last !== null &&
    ["forwardPlan.detail", "forwardPlan.contact", "forwardPlan.representations"].includes(last)
  ) {
    return last;
  }
  const asksWhich = ["which", "what", "list", "show", "any", "name"].includes(reading.words[0]?.text ?? "");
  if (before.intent === "forwardPlan.count" && !(asksWhich && reading.words[1]?.text !== "about"))
    return "forwardPlan.count";
  return query.intent === "forwardPlan.detail" && query.topic.length > 0
    ? "forwardPlan.detail"
    : "forwardPlan.list";
}

function referredItem(which: "it" | number, turn: Turn): PublishedItem | null {
  const { memory } = turn;
  const { itemKeys } = memory;
  // After one item of a list was told, “the second one” is still of the list.
  const listed =
    itemKeys.length === 1 && memory.listKeys.includes(itemKeys[0] ?? "") ? memory.listKeys : itemKeys;
  const key =
    which === "it"
      ? itemKeys.length === 1
        ? itemKeys[0]
        : undefined
      : which < 0
        ? listed.at(which)
        : listed[which - 1];
  return key === undefined ? null : itemOf(key, turn);
}

/** An item of the current plan by its key, or of an earlier one: what has gone can still be spoken of. */
function itemOf(key: string, { plan, records }: Turn): PublishedItem | null {
  const current = plan?.items.find((item) => item.key === key);
  return current ?? records.plans.flatMap(({ items }) => items).find((item) => item.key === key) ?? null;
}

/** One item is meant: its contact, how to comment, how it moved, or everything about it. */
function answerAbout(item: PublishedItem, query: Query, plan: ForwardPlan, records: Records): Answered {
  switch (query.intent) {
    case "forwardPlan.contact":
      return { answer: contactAnswer([item], plan.edition, []) };
    case "forwardPlan.representations":
      return { answer: representationsAnswer([item], plan.edition) };
    case "forwardPlan.notice":
      return { answer: noticeAnswer([item], plan, records) };
    case "forwardPlan.changes":
      return { answer: changesOfOne(item, plan, records, query) };
    default:
      return { answer: detailAnswer(item, plan.edition) };
  }
}

/** “And Council?” after a meeting, an agenda or what was decided asks the same of another body. */
function sameOfBody(body: string, turn: Turn): Answered | null {
  switch (turn.memory.intent) {
    case "meeting.next":
      return nextMeeting(body, turn.today, turn);
    case "meeting.agenda":
      return agendaOf({ ...emptyQuery, intent: "meeting.agenda", body }, turn);
    case "decision.outcome":
      return turn.memory.meeting ? meetingOutcomeAnswer(body, null, turn) : null;
    default:
      return null;
  }
}

/** What a list, a count or changes were asked for, where the answer before was not one item’s. */
function listLike(intent: Intent): Intent {
  return intent === "forwardPlan.changes" || intent === "forwardPlan.count" ? intent : "forwardPlan.list";
}

/** Every meeting on the days asked about; where only a plan is held, what it expects on them. */
function meetingsOf(query: Query, turn: Turn): Answered {
  if (turn.records.meetings.length > 0) return meetingsIn(query.body, query.window, turn);
  const makers = query.body === null ? [] : [query.body];
  return answerPlanQuery({ ...query, intent: "forwardPlan.list", body: null, decisionMakers: makers }, turn);
}

/** “The one after”, “what’s on it?”: from the meeting that was named last. */
function goOnFromMeeting(what: "after" | "agenda", turn: Turn): Answered {
  const { memory, plan } = turn;
  const [told] = memory.itemKeys;
  if (!memory.meeting && plan && what === "after" && told !== undefined && memory.itemKeys.length === 1) {
    const following = memory.listKeys.indexOf(told) + 1;
    const item = following > 0 ? referredItem(following + 1, turn) : null;
    if (item) return { answer: detailAnswer(item, plan.edition) };
  }
  if (!memory.meeting)
    return what === "after"
      ? nextMeeting(null, turn.today, turn)
      : { answer: unknown(plan?.edition ?? null) };
  const { body, date } = memory.meeting;
  if (what === "after") {
    const dayAfter = new Date(Date.parse(`${date}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
    return nextMeeting(body, toCalendarDate(dayAfter), turn);
  }
  const held = turn.records.business ? agendaAnswer({ ...emptyQuery, intent: "meeting.agenda" }, turn) : null;
  if (held && held.answer.items.length > 0) return held;
  const planned = answerPlanQuery(
    { ...emptyQuery, intent: "forwardPlan.list", decisionMakers: [body], window: { from: date, to: date } },
    turn,
  );
  return held && planned.answer.items.length === 0 ? held : planned;
}
