import type { Answer, Intent } from "../contracts/answer.ts";
import type { CalendarDate } from "../contracts/calendar-date.ts";
import { writtenInFull } from "../rules/dates/written-dates.ts";
import { editionOn, type ForwardPlan } from "../rules/forward-plan/forward-plan.ts";
import { agendasInWords } from "./agenda-answer.ts";
import { answerAbout } from "./answer-about-item.ts";
import { answerFollowUp } from "./answer-follow-up.ts";
import { answerOfMeetings } from "./answer-meetings.ts";
import { answerPlanQuery } from "./answer-plan-query.ts";
import { editionInWords } from "./answer-text.ts";
import type { Answered, Asker, Records, Turn } from "./ask-records.ts";
import { type ConversationMemory, nothingSaid } from "./conversation-memory.ts";
import { explain } from "./explain.ts";
import { windowInWords } from "./filters-in-words.ts";
import { helpText, noPlanText, nothing, unknown } from "./fixed-answers.ts";
import { urgentAnswer } from "./notice-answer.ts";
import { knowledgeOf } from "./plan-knowledge.ts";
import { emptyQuery, type Query } from "./query.ts";
import type { Reading } from "./reading.ts";
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
  const { plan } = turn;
  const { query } = reading;
  const edition = plan?.edition ?? null;
  if (reading.asksEdition && plan)
    return { answer: { ...nothing("help", edition), text: editionText(plan) } };
  if (reading.asksUrgent) return { answer: urgentAnswer(plan, turn.records) };
  if (query.intent === "help") return { answer: { ...nothing("help", edition), text: helpText } };
  const ofMeetings = answerOfMeetings(reading, turn);
  if (ofMeetings) return ofMeetings;
  if (!plan) {
    const none = { ...nothing(query.intent, null), text: noPlanText };
    return { answer: query.intent === "unknown" ? unknown(edition) : none };
  }
  const followUp = answerFollowUp(reading, turn, plan);
  if (followUp) return followUp;
  if (query.intent === "unknown") return { answer: unknown(edition) };
  const answered = answerPlanQuery(query, turn);
  if (query.intent !== "forwardPlan.list") return answered;
  const agendas = agendasInWords(query, turn);
  return agendas === ""
    ? answered
    : { ...answered, answer: { ...answered.answer, text: answered.answer.text + agendas } };
}

/** Which edition answers, and what it covers. */
function editionText({ edition, items }: ForwardPlan): string {
  const { periodFrom, periodTo, publishedOn } = edition;
  return `The latest edition of the Forward Plan was published on ${writtenInFull(publishedOn)}. It covers ${windowInWords({ from: periodFrom, to: periodTo })} and lists ${items.length} items.`;
}
