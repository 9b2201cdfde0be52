import * as v from "valibot";
import { planQuerySchema } from "./plan-query.ts";

/**
 * What a button on one of our cards sends back (Action.Execute `data`, with `verb` beside it). A card may be
 * years old and its data is whatever a client sends, so it is checked each time it comes in.
 */
const cardActionSchema = v.variant("verb", [
  v.object({ verb: v.literal("forwardPlan.detail"), itemKey: v.pipe(v.string(), v.maxLength(255)) }),
  // The next page of a list, or the same without one of its filters: all that is asked stands in the button.
  v.object({
    verb: v.literal("forwardPlan.query"),
    query: planQuerySchema,
    page: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(10_000)), 0),
  }),
  v.object({
    verb: v.literal("ask.item"),
    itemKey: v.pipe(v.string(), v.maxLength(255)),
    about: v.picklist(["comment", "contact", "notice"]),
  }),
  v.object({ verb: v.literal("follow"), topic: v.pipe(v.string(), v.minLength(1), v.maxLength(200)) }),
  v.object({ verb: v.literal("ask"), question: v.pipe(v.string(), v.maxLength(2_000)) }),
]);

export type CardAction = v.InferOutput<typeof cardActionSchema>;

/** Reads what a card's button sent; null when it is none of our actions or does not fit one. */
export function readCardAction(verb: unknown, data: unknown): CardAction | null {
  const fields = typeof data === "object" && data !== null ? data : {};
  const result = v.safeParse(cardActionSchema, { ...fields, verb });
  return result.success ? result.output : null;
}
