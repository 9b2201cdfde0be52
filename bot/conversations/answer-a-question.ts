import { type FollowOrder, readFollowOrder } from "../../shared/ask/follow-orders.ts";
import { cardForAnswer } from "../../shared/cards/answer-card.ts";
import type { Card } from "../../shared/cards/card.ts";
import { spokenCard } from "../../shared/cards/spoken/card.ts";
import type { Services } from "../../shared/services/compose.ts";
import type { Turn } from "./turn.ts";

/** A member asks; the answer comes as a card with the same words beside it. An order to follow is carried out. */
export async function answerAQuestion(turn: Turn): Promise<void> {
  const { text, conversation, kind, entraObjectId, services, reply } = turn;
  const order = readFollowOrder(text);
  if (order) {
    await reply(await carryOutOrder(order, kind === "personal" ? entraObjectId : undefined, services));
    return;
  }
  // Outside one-to-one chat everyone reads along: who asks makes no difference there.
  const asker = kind === "personal" ? entraObjectId : undefined;
  const answer = await services.asking.ask(text, conversation, asker);
  await reply(cardForAnswer(asker === undefined ? answer : services.asking.followable(answer)));
}

/** Follows, stops or mutes, and says so. @param person who asked it in the bot's own chat; nobody may elsewhere. */
export async function carryOutOrder(
  order: FollowOrder,
  person: string | undefined,
  services: Services,
): Promise<Card> {
  const text =
    person === undefined
      ? "I can follow things for you in our own chat: open a chat with Clear Days and say it there."
      : await services.following.carryOut(order, person);
  return spokenCard.draw({ heading: "Following the plan", text });
}
