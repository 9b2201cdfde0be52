import { cardForAnswer } from "../../shared/cards/answer-card.ts";
import type { Turn } from "./turn.ts";

/** The first words in a chat that the bot has just been let into. */
export async function greet({ conversation, services, reply }: Turn): Promise<void> {
  await reply(cardForAnswer(await services.asking.ask("help", conversation)));
}
