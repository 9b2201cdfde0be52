import { answerItem, answerQuery, answerQuestion, type ItemQuestion } from "../ask/answer-question.ts";
import type { Asker, Records } from "../ask/ask-records.ts";
import { type ConversationMemory, nothingSaid, readMemory, remembering } from "../ask/conversation-memory.ts";
import { searchItems } from "../ask/search-items.ts";
import type { Answer } from "../contracts/answer.ts";
import type { PublishedPlan } from "../contracts/forward-plan-api.ts";
import type { PlanQuery } from "../contracts/plan-query.ts";
import { editionOn, inPlanOrder } from "../rules/forward-plan/forward-plan.ts";
import type { StateStore } from "../store/state-store.ts";
import type { Clock } from "./clock.ts";
import type { PublishedRecords } from "./published-records.ts";
import type { TabLinks } from "./tab-links.ts";

/** Answers questions about the plan, keeping what each conversation was about for a day. */
export interface Asking {
  /** @param entraObjectId who asks, when the host says so; unknown means public. */
  ask(text: string, conversation: string, entraObjectId?: string): Promise<Answer>;
  /** The same question again, for the next page of its list; the conversation’s memory is left as it is. */
  askAgain(text: string, entraObjectId?: string): Answer;
  /** @param about everything about it, or only how to comment, whom to contact, or why it is key. */
  item(itemKey: string, conversation: string, about?: ItemQuestion): Promise<Answer>;
  /** What a card’s button carries: the next page of a list, or the same without one filter. */
  query(query: PlanQuery, conversation: string): Promise<Answer>;
  /**
   * The answer with what to follow to be told when it changes: words that, asked by themselves, find the same items.
   * The same answer where there are none, as for a month or for the next meeting.
   */
  followable(answer: Answer): Answer;
  /** The latest edition published on or before today, whole and in the order of every list. */
  plan(): PublishedPlan;
  /**
   * The edition’s items found by the beginnings of words; when there are none, those that the words find as a
   * question, with slips of typing and other names allowed for. Nothing is remembered.
   */
  search(words: string): PublishedPlan;
}

const rememberedFor = 24 * 60 * 60 * 1000;

/** As many items as “the second one” may point at. */
const keysOf = ({ items }: Answer): string[] => items.slice(0, 200).map(({ key }) => key);

/**
 * @param calendarOf where the days of an item can be had for a calendar.
 * @param tab where an item is opened in the tab.
 */
export function createAsking(
  published: PublishedRecords,
  store: StateStore,
  clock: Clock,
  calendarOf: (itemKey: string) => string,
  tab: Pick<TabLinks, "item">,
): Asking {
  const keyOf = (conversation: string) => `conversation:${conversation}`;

  async function recall(conversation: string): Promise<ConversationMemory> {
    const kept = await store.memories.recall(keyOf(conversation), clock.now());
    return kept === null ? nothingSaid : readMemory(kept);
  }

  async function keep(conversation: string, memory: ConversationMemory): Promise<void> {
    const now = clock.now();
    const until = new Date(now.getTime() + rememberedFor);
    await store.memories.keep(keyOf(conversation), JSON.stringify(memory), { now, until });
  }

  function asker(entraObjectId: string | undefined): Asker {
    const person = entraObjectId === undefined ? null : published.personByEntraId(entraObjectId);
    if (person === null) return {};
    const { ward, seats, kind } = person;
    return { seats, isOfficer: kind === "Officer", ...(ward === undefined ? {} : { myWard: ward }) };
  }

  const records = (): Records => ({
    ...published.records(),
    business: published.business(),
    practiceOf: published.practiceOf,
  });

  function plan(): PublishedPlan {
    const latest = editionOn(published.records().plans, clock.today());
    if (latest === null) return { edition: null, items: [] };
    return { edition: latest.edition, items: inPlanOrder(latest.items) };
  }

  /** One item's card offers its days for the calendar, and leads to the item in the tab. */
  function withLinks(answer: Answer): Answer {
    const [only] = answer.items;
    if (answer.intent !== "forwardPlan.detail" || !only || answer.items.length !== 1) return answer;
    return {
      ...answer,
      calendarAddress: calendarOf(only.key),
      tabAddress: tab.item(only.key),
    };
  }

  return {
    plan() {
      const latest = plan();
      const calendars = Object.fromEntries(latest.items.map(({ key }) => [key, calendarOf(key)]));
      return { ...latest, calendars };
    },
    followable(answer) {
      const { intent, items, chips, window, changes } = answer;
      const [only] = items;
      const detail = intent === "forwardPlan.detail" && items.length === 1;
      const listed = intent === "forwardPlan.list" && chips.length > 0 && chips.length <= 3;
      if (!only || changes.length > 0 || !(detail || (listed && window === null))) return answer;
      const topic = detail ? only.title : chips.map(({ words }) => words.replace(/^about /, "")).join(", ");
      if (topic.length > 150) return answer;
      const found = keysOf(answerQuestion(topic, records(), clock.today()).answer);
      const same =
        found.length === Math.min(200, items.length) && keysOf(answer).every((key) => found.includes(key));
      return same ? { ...answer, followTopic: topic } : answer;
    },
    search(words) {
      const whole = plan();
      const found = searchItems(words, whole.items);
      if (found.length > 0) return { ...whole, items: found };
      return { ...whole, items: answerQuestion(words, records(), clock.today()).answer.items };
    },
    async ask(text, conversation, entraObjectId) {
      const before = await recall(conversation);
      const { answer, memory } = answerQuestion(text, records(), clock.today(), asker(entraObjectId), before);
      if (memory !== before) await keep(conversation, memory);
      return withLinks(answer);
    },
    askAgain: (text, entraObjectId) =>
      answerQuestion(text, records(), clock.today(), asker(entraObjectId)).answer,
    async query(query, conversation) {
      const answer = answerQuery(query, records(), clock.today());
      await keep(conversation, remembering(await recall(conversation), { answer, query }));
      return answer;
    },
    async item(itemKey, conversation, about) {
      const answer = answerItem(itemKey, records(), clock.today(), about);
      if (answer.items.length > 0)
        await keep(conversation, remembering(await recall(conversation), { answer }));
      return withLinks(answer);
    },
  };
}
