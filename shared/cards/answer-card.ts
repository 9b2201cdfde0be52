import type { Answer } from "../contracts/answer.ts";
import type { Card } from "./card.ts";
import { forwardPlanChangesCard } from "./forward-plan-changes/card.ts";
import { forwardPlanItemCard } from "./forward-plan-item/card.ts";
import { forwardPlanListCard } from "./forward-plan-list/card.ts";
import { nothingFoundCard } from "./nothing-found/card.ts";
import { plainAnswerCard } from "./plain-answer/card.ts";

/** The card that shows an answer. @param page of a list, from 0. */
export function cardForAnswer(answer: Answer, page = 0): Card {
  const [only] = answer.items;
  const { intent, edition } = answer;
  if (intent === "forwardPlan.detail" && only && answer.items.length === 1 && edition) {
    const { text, because, calendarAddress, tabAddress, followTopic } = answer;
    return forwardPlanItemCard.draw({
      item: only,
      edition,
      text,
      because,
      ...(calendarAddress === undefined ? {} : { calendarAddress }),
      ...(tabAddress === undefined ? {} : { tabAddress }),
      ...(followTopic === undefined ? {} : { followTopic }),
    });
  }
  if (answer.changes.length > 0) return forwardPlanChangesCard.draw({ answer, page });
  // Whom to ring and how to comment are in the words: a list of titles would not say them.
  if (toldInWords.has(intent)) return plainAnswerCard.draw({ answer });
  if (answer.items.length > 0) return forwardPlanListCard.draw({ answer, page });
  if (answer.chips.length > 0 || answer.nearest.length > 0) return nothingFoundCard.draw({ answer });
  return plainAnswerCard.draw({ answer });
}

const toldInWords: ReadonlySet<Answer["intent"]> = new Set([
  "forwardPlan.contact",
  "forwardPlan.representations",
  "forwardPlan.changes",
  "forwardPlan.notice",
  "meeting.agenda",
  "decision.outcome",
  "deadline.list",
]);
