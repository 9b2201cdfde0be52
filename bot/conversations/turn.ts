import type { Card } from "../../shared/cards/card.ts";
import type { Services } from "../../shared/services/compose.ts";

/** Something a person said to the bot, without the messaging library. */
export interface Turn {
  /** What was typed, the mention of the bot taken out. */
  readonly text: string;
  /** Id of the conversation, for its memory. */
  readonly conversation: string;
  readonly kind: "personal" | "group" | "channel";
  /** Who the host says the person is; unknown means public. */
  readonly entraObjectId?: string;
  readonly services: Services;
  reply(card: Card): Promise<void>;
}
