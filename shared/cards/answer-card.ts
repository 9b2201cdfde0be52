import type { Answer } from "../contracts/answer.ts";
import type { Card } from "./card.ts";
import { forwardPlanItemCard } from "./forward-plan-item/card.ts";
import { forwardPlanListCard } from "./forward-plan-list/card.ts";
import { plainAnswerCard } from "./plain-answer/card.ts";

/** The card that shows an answer. @param page of a list, from 0. */
export function cardForAnswer(answer: Answer, question: string, page = 0): Card {
  const [only] = answer.items;
  if (answer.intent === "forwardPlan.detail" && only && answer.items.length === 1 && answer.edition) {
    return forwardPlanItemCard.draw({ item: only, edition: answer.edition, text: answer.text });
  }
  // Whom to ring, how to comment and why a date moved are in the words: a list of titles would not say them.
  if (isToldInWords(answer)) return plainAnswerCard.draw({ answer });
  if (answer.items.length > 0) return forwardPlanListCard.draw({ answer, question, page });
  return plainAnswerCard.draw({ answer });
}

function isToldInWords({ intent }: Answer): boolean {
  return ["forwardPlan.contact", "forwardPlan.representations", "forwardPlan.changes"].includes(intent);
}
