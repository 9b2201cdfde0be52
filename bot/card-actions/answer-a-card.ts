import { cardForAnswer } from "../../shared/cards/answer-card.ts";
import type { Card } from "../../shared/cards/card.ts";
import type { Answer } from "../../shared/contracts/answer.ts";
import type { CardAction } from "../../shared/contracts/card-actions.ts";
import type { Services } from "../../shared/services/compose.ts";
import { carryOutOrder } from "../conversations/answer-a-question.ts";

/** Who pressed a button, and where. */
export interface CardPress {
  readonly action: CardAction;
  readonly conversation: string;
  readonly entraObjectId?: string;
  readonly services: Services;
}

/** The card that a press of a button brings; it works on old cards too, from the records as they are now. */
export async function answerACard({
  action,
  conversation,
  entraObjectId,
  services,
}: CardPress): Promise<Card> {
  const { asking } = services;
  const drawn = (answer: Answer, page = 0) =>
    cardForAnswer(entraObjectId === undefined ? answer : asking.followable(answer), page);
  switch (action.verb) {
    case "forwardPlan.detail":
      return drawn(await asking.item(action.itemKey, conversation));
    case "forwardPlan.query":
      return drawn(await asking.query(action.query, conversation), action.page);
    case "ask.item":
      return drawn(await asking.item(action.itemKey, conversation, action.about));
    case "ask":
      return drawn(await asking.ask(action.question, conversation, entraObjectId));
    case "follow":
      return carryOutOrder({ does: "follow", topic: action.topic }, entraObjectId, services);
  }
}
