/** Why a message did not go out. */
export interface SendingFailure {
  /** HTTP status; 0 when there was no answer. */
  readonly status: number;
  /** Code of the Bot Connector: `BotNotInConversationRoster`. */
  readonly code: string;
  /** Seconds the connector asked us to wait. */
  readonly retryAfter?: number;
}

/** What to do after a failure. */
export type AfterFailure =
  | { readonly does: "retry"; readonly inSeconds: number }
  /** The bot is no longer there, or the conversation is gone: it waits until the bot is let in again. */
  | { readonly does: "forget-place" }
  /** The card that was to be changed is gone: it is posted anew. */
  | { readonly does: "repost" }
  | { readonly does: "give-up" };

/** Seconds after the first failure; twice as long after each further one. */
const firstWait = 2;
const longestWait = 300;
export const attemptsAtMost = 25;

/**
 * Teams asks to retry 412, 429, 502 and 504 with a wait that grows and varies; so are other faults of the server and
 * missing answers. Anything else is wrong with the message itself, and trying again would not help.
 * @param attempts made so far, this one included. @param chance 0 to 1: spreads waits, so that many do not come back at once.
 * @see https://learn.microsoft.com/microsoftteams/platform/bots/how-to/rate-limit
 */
export function afterFailure(failure: SendingFailure, attempts: number, chance: number): AfterFailure {
  const { status, code, retryAfter } = failure;
  if (/^ActivityNotFoundInConversation$/i.test(code)) return { does: "repost" };
  if (
    /^(BotNotInConversationRoster|ConversationNotFound|ConversationBlockedByUser|MessageWritesBlocked)$/i.test(
      code,
    )
  )
    return { does: "forget-place" };
  const passing = status === 0 || status === 408 || status === 412 || status === 429 || status >= 500;
  if (!passing || attempts >= attemptsAtMost) return { does: "give-up" };
  const grown = Math.min(longestWait, firstWait * 2 ** (attempts - 1));
  const varied = grown * (0.5 + chance / 2);
  // What the connector asks for is the least: nobody comes back sooner.
  return { does: "retry", inSeconds: retryAfter === undefined ? varied : retryAfter + varied / 4 };
}
