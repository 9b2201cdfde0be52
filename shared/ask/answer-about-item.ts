import type { PublishedItem } from "../contracts/answer.ts";
import type { ForwardPlan } from "../rules/forward-plan/forward-plan.ts";
import { changesOfOne } from "./answer-changes.ts";
import { contactAnswer, detailAnswer, representationsAnswer } from "./answer-plan-query.ts";
import type { Answered, Records } from "./ask-records.ts";
import { noticeAnswer } from "./notice-answer.ts";
import type { Query } from "./query.ts";

/** One item is meant: its contact, how to comment, how it moved, or everything about it. */
export function answerAbout(
  item: PublishedItem,
  query: Query,
  plan: ForwardPlan,
  records: Records,
): Answered {
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
