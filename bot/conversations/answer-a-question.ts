import { cardForAnswer } from "../../shared/cards/answer-card.ts";
import type { Turn } from "./turn.ts";

/** A member asks; the answer comes as a card with the same words beside it. */
export async function answerAQuestion({
  text,
  conversation,
  kind,
  entraObjectId,
  services,
  reply,
}: Turn): Promise<void> {
  // Outside one-to-one chat everyone reads along: who asks makes no difference there.
  const asker = kind === "personal" ? entraObjectId : undefined;
  const answer = await services.asking.ask(text, conversation, asker);
  await reply(cardForAnswer(answer));
}
