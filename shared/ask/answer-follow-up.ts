import type { Answer, DateWindow, Intent, PublishedItem } from "../contracts/answer.ts";
import { addDays, endOfMonth, startOfMonth } from "../rules/dates/calendar-arithmetic.ts";
import type { ForwardPlan } from "../rules/forward-plan/forward-plan.ts";
import { answerAbout } from "./answer-about-item.ts";
import { answerPlanQuery, contactAnswer } from "./answer-plan-query.ts";
import { listInWords } from "./answer-text.ts";
import type { Answered, Turn } from "./ask-records.ts";
import { findItems, isMaker } from "./find-items.ts";
import { nothing, wardNotKnown } from "./fixed-answers.ts";
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
import { type Reading, type Shift, saidIn } from "./reading.ts";
import { referredItem, theOneOfList } from "./spoken-of.ts";

/** Answers what hangs together with the turns before: an item spoken of, a list gone on from; null where nothing does. */
export function answerFollowUp(reading: Reading, turn: Turn, plan: ForwardPlan): Answered | null {
  const { memory, records } = turn;
  const { query } = reading;
  if (reading.more && memory.query) return answerPlanQuery(memory.query, turn);
  const single = memory.itemKeys.length === 1 ? referredItem("it", turn) : null;
  if (single && reading.asksField)
    return answerAbout(single, { ...query, intent: "forwardPlan.detail" }, plan, records);
  if (single && asksEarlierDate.test(saidIn(reading)) && !reading.topicKnown)
    return answerAbout(single, { ...query, intent: "forwardPlan.changes" }, plan, records);
  const turned = turnedRound(reading, memory.query, turn);
  if (turned) return turned;
  const outcome = query.intent === "decision.outcome" ? outcomeOfQuestion(reading, turn, plan) : null;
  if (outcome) return { answer: outcome };
  const whyChanged = memory.intent === "forwardPlan.changes" && asksWhy.test(saidIn(reading));
  if (whyChanged && memory.query?.changes.length)
    return answerPlanQuery({ ...memory.query, intent: "forwardPlan.changes" }, turn);
  const referred = reading.refersTo === null ? null : referredItem(reading.refersTo, turn);
  // “How do I object to it?” leaves words that no title has.
  const changesNothing = query.topic.length === 0 || !reading.topicKnown;
  const surelyIt = /\b(?:that|this) (?:decision|item|report|proposal|matter)\b/.test(saidIn(reading));
  if (referred && (changesNothing || surelyIt || reading.refersTo !== "it" || ofOneItem.has(query.intent)))
    return answerAbout(referred, query, plan, records);
  const strangersWard = reading.asksMyWard && turn.asker.myWard === undefined && query.wards.length === 0;
  // “Only my ward” after “what affects Kew?” is Kew’s.
  if (strangersWard && memory.query && memory.query.wards.length > 0)
    return answerPlanQuery(
      { ...followedBy(memory.query, query), wardsOnly: true, intent: listLike(memory.query.intent) },
      turn,
    );
  if (strangersWard) return { answer: wardNotKnown(query.intent, plan.edition) };
  if (reading.listsThem && memory.query) {
    const intent = memory.query.changes.length > 0 ? "forwardPlan.changes" : "forwardPlan.list";
    return answerPlanQuery({ ...memory.query, intent }, turn);
  }
  const alone = query.topic.length === 0 && !narrows(query);
  const nothingYet = memory.itemKeys.length === 0 && query.topic.length === 0;
  // “I want to object, how do I go about it?” asks how anybody does.
  const asksHow = nothingYet && query.intent === "forwardPlan.representations";
  if ((alone || nothingYet) && !asksHow && reading.refersTo === "it" && aboutOneItem.has(query.intent))
    return whichOfThem(query, turn);
  if (single && theirOther.test(saidIn(reading))) {
    const officers = single.contacts.map(({ name }) => name);
    return answerPlanQuery({ ...emptyQuery, intent: "forwardPlan.list", officers }, turn);
  }
  const ofSingle = single && intentOfSingle(single, reading, turn);
  if (single && ofSingle) return answerAbout(single, { ...query, intent: ofSingle }, plan, records);
  if (alone && query.intent === "forwardPlan.contact" && memory.itemKeys.length > 1)
    return whichOfThem(query, turn);
  const ofList = theOneOfList(reading, turn);
  if (ofList) return answerAbout(ofList, query, plan, records);
  const merged = reading.followsUp && memory.query ? mergedWith(memory.query, reading, turn, plan) : null;
  if (merged) return merged;
  // “Why?” of changes: their reasons stand in the same answer.
  return query.intent === "unknown" && asksWhy.test(saidIn(reading)) && memory.query?.changes.length
    ? answerPlanQuery({ ...memory.query, intent: "forwardPlan.changes" }, turn)
    : null;
}

/** What a question asks of the only item of the answer before; null where it asks nothing of it. */
function intentOfSingle(single: PublishedItem, reading: Reading, { memory }: Turn): Intent | null {
  const { query } = reading;
  const alone = query.topic.length === 0 && !narrows(query);
  // “My mate drives a cab, how does he comment?”: no title has these words.
  if (!reading.topicKnown && ofOneItem.has(query.intent)) return query.intent;
  if (alone && aboutOneItem.has(query.intent)) return query.intent;
  if (reading.followsUp && asksOfItsOwn(single, query, memory.query)) return "forwardPlan.detail";
  return alone && (reading.followsUp || reading.asksOne) && query.intent === "unknown"
    ? "forwardPlan.detail"
    : null;
}

/** What was asked before with a filter let go, on other days, or the other way about; null where that is not asked. */
function turnedRound(reading: Reading, before: Query | null, turn: Turn): Answered | null {
  if (!before) return null;
  const intent = listLike(before.intent);
  if (reading.letsGo) {
    const counts = reading.query.intent === "forwardPlan.count";
    const without = withoutDimensionsOf(before, reading.letsGo);
    return answerPlanQuery({ ...without, intent: counts ? reading.query.intent : intent }, turn);
  }
  if (reading.shift && before.window) {
    const window = shifted(before.window, reading.shift);
    return answerPlanQuery({ ...before, window, alsoWindow: null, intent }, turn);
  }
  const opposite = reading.turnsRound ? oppositeOf(before) : null;
  return opposite && answerPlanQuery({ ...opposite, intent: reading.query.intent }, turn);
}

/** What was asked before, with what the question replaces, narrows or adds; null where it does none of these. */
function mergedWith(before: Query, reading: Reading, turn: Turn, plan: ForwardPlan): Answered | null {
  const { query } = reading;
  const merged = reading.adds
    ? joinedTo(before, query, /\b(?:too|as well|also)\b/.test(saidIn(reading)))
    : followedBy(before, query);
  const intent = followUpIntent(before, query, reading, turn.memory.intent);
  if (!narrows(query) && intent !== "forwardPlan.count" && query.changes.length === 0) return null;
  const ofPortfolio = portfolioMeant(query, before, turn);
  if (ofPortfolio && findItems(merged, plan.items).length === 0)
    return answerPlanQuery({ ...before, decisionMakers: [ofPortfolio], intent: listLike(intent) }, turn);
  const keepsKinds = query.changes.length === 0 || (reading.sinceOnly && before.changes.length > 0);
  const changes = keepsKinds ? before.changes : query.changes;
  const sinceLastPlan = query.sinceLastPlan || before.sinceLastPlan;
  return answerPlanQuery({ ...merged, intent, changes, sinceLastPlan }, turn);
}

const ofOneItem: ReadonlySet<Intent> = new Set(["forwardPlan.contact", "forwardPlan.representations"]);

const aboutOneItem: ReadonlySet<Intent> = new Set([
  "forwardPlan.contact",
  "forwardPlan.detail",
  "forwardPlan.representations",
  "forwardPlan.notice",
  "decision.outcome",
]);

/** “What else is he the contact for?” */
const theirOther =
  /\b(?:what|which|anything|any|how many)\b.*\b(?:he|she|they|that officer|the same officer)\b.*\b(?:contact|leading|lead|responsible|got|dealing|handling|on)\b/;

/** “For which date was it planned originally?” */
const asksEarlierDate =
  /\b(?:original|originally|first|previous|previously|earlier|old) (?:date|dates|planned|expected|due|scheduled|listed)\b|\b(?:planned|expected|due|scheduled|down for) (?:it )?(?:originally|before|previously|at first)\b/;

const asksWhy =
  /^(?:and |but |ok )*(?:why|why is that|why not|how come|whats the reason|what is the reason|what was the reason|for what reason|what are the reasons|reasons?)$/;

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

/** What a list, a count or changes were asked for, where the answer before was not one item’s. */
function listLike(intent: Intent): Intent {
  return intent === "forwardPlan.changes" || intent === "forwardPlan.count" ? intent : "forwardPlan.list";
}
