import { cardForAnswer } from "../../shared/cards/answer-card.ts";
import type { Card } from "../../shared/cards/card.ts";
import type { CardAction } from "../../shared/contracts/card-actions.ts";
import type { Services } from "../../shared/services/compose.ts";

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
  switch (action.verb) {
    case "forwardPlan.detail":
      return cardForAnswer(await services.asking.item(action.itemKey, conversation));
    case "forwardPlan.query":
      return cardForAnswer(await services.asking.query(action.query, conversation), action.page);
    case "ask.item":
      return cardForAnswer(await services.asking.item(action.itemKey, conversation, action.about));
    case "forwardPlan.page":
      return cardForAnswer(services.asking.askAgain(action.question, entraObjectId), action.page);
    case "ask":
      return cardForAnswer(await services.asking.ask(action.question, conversation, entraObjectId));
  }
}
