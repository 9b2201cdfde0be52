import type { Answer, Intent, PublishedEdition } from "../contracts/answer.ts";

export const noPlanText = "No edition of the Forward Plan has been published here yet.";

export function nothing(intent: Intent, edition: PublishedEdition | null): Answer {
  return {
    intent,
    items: [],
    window: null,
    text: "",
    edition,
    filters: [],
    chips: [],
    query: null,
    because: [],
    changes: [],
    meeting: null,
    nearest: [],
  };
}

export function unknown(edition: PublishedEdition | null): Answer {
  return { ...nothing("unknown", edition), text: unknownText };
}

export const helpText =
  "Ask about the Forward Plan in your own words: “what’s coming to Cabinet in January?”, “anything in private?”, " +
  "“tell me about school places”, “what has changed since the last plan?”, “when is the next Cabinet?”. " +
  "The answer names the edition it comes from. Say “follow Linacre” or “follow housing” to be told when an edition " +
  "changes something there, and “send me the Sunday message” for your week ahead.";

const unknownText =
  "That is not something the published Forward Plan can answer. Two things to ask instead: “what’s coming up next month?” or “when is the next Cabinet?”";

/** The asker’s ward was meant, and nobody has said which it is: nothing is answered for everybody instead. */
export function wardNotKnown(intent: Intent, edition: PublishedEdition | null): Answer {
  return {
    ...nothing(intent === "unknown" ? "forwardPlan.list" : intent, edition),
    text: "I do not know which ward is yours. Ask with the ward’s name instead: “what affects … ward?”, or “only … ward” to leave out what is for the whole borough.",
  };
}
