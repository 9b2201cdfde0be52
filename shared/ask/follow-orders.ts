/** Something a person asks the bot to do from now on, instead of a question. */
export type FollowOrder =
  | { readonly does: "follow"; readonly topic: string }
  | { readonly does: "stop"; readonly topic: string }
  | { readonly does: "stop-all" }
  | { readonly does: "mute" | "unmute" }
  | { readonly does: "list" }
  | { readonly does: "sunday-on" | "sunday-off" };

const polite = /^(?:please|can you|could you|would you|pls|hi|hello|ok)[\s,]+/i;
const ending = /[\s.!?]*(?:\bplease\b|\bthanks?\b|\bthank you\b)?[\s.!?]*$/i;

const sunday = /\b(?:sunday|weekly)\s+(?:message|summary|digest|update|email|note)s?\b/i;
const following =
  /^(?:i(?:'|’)?d like to |i want to |let me |start )?(?:follow(?:ing)?|watch(?:ing)?|track(?:ing)?|subscribe to|keep an eye on)\s+(.+)$/i;
const keeping =
  /^(?:keep me (?:posted|informed|updated|up to date) (?:on|about|with)|notify me (?:about|of|on)|alert me (?:to|about|on)|let me know (?:about )?(?:any |when )?(?:changes? (?:to|in|about|on)|news (?:on|about))|let me know about|tell me (?:about )?(?:any )?(?:new|changes? to|future)(?: items?)?(?: on| about| in| for)?)\s+(.+)$/i;
const stopping =
  /^(?:stop|unfollow|unsubscribe|cancel)(?:\s+(?:from|following|watching|tracking|telling me about|sending me|me))*\s*(.*)$/i;

/**
 * Reads an order to follow, to stop, to be quiet or to send the Sunday message; null for everything else. “Tell me
 * about X” alone is a question about X, not an order.
 * @param text at most the first 200 characters are looked at.
 */
export function readFollowOrder(text: string): FollowOrder | null {
  if (text.length > 200) return null;
  const words = text.replace(/\s+/g, " ").trim().replace(polite, "").replace(ending, "").trim();
  if (words === "") return null;
  if (sunday.test(words)) {
    if (/\b(?:stop|cancel|no more|don(?:'|’)?t|unsubscribe|off|end)\b/i.test(words))
      return { does: "sunday-off" };
    if (
      /^(?:send|start|give|i(?:'|’)?d like|i want|turn on|switch on|get|subscribe|yes to|the )/i.test(words)
    )
      return { does: "sunday-on" };
    return null;
  }
  if (
    /^(?:what|who|which).*\b(?:i|am i)\b.*\bfollow(?:ing)?\b|^(?:my |list (?:my )?)follow(?:s|ing)?$/i.test(
      words,
    )
  )
    return { does: "list" };
  if (/^(?:mute|quiet|be quiet|pause|stop messages)$/i.test(words)) return { does: "mute" };
  if (/^(?:unmute|resume|start again)$/i.test(words)) return { does: "unmute" };
  const stop = stopping.exec(words);
  if (stop) {
    const topic = topicOf(stop[1] ?? "");
    return topic === "" || /^(?:all|everything|it|that)$/i.test(topic)
      ? { does: "stop-all" }
      : { does: "stop", topic };
  }
  const topic = topicOf((following.exec(words) ?? keeping.exec(words))?.[1] ?? "");
  return topic === "" ? null : { does: "follow", topic };
}

/** What is followed, without the words around it: “items about housing” is “housing”. */
function topicOf(words: string): string {
  return words
    .replace(
      /^(?:the |all |any |anything |everything |items? |news )*(?:on|about|in|for|to do with|affecting|regarding)?\s*/i,
      "",
    )
    .replace(/\s+(?:items?|decisions?|ward|news|for me)$/i, "")
    .trim();
}
