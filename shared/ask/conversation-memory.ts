import * as v from "valibot";
import { type Intent, intents } from "../contracts/answer.ts";
import { type CalendarDate, isCalendarDate } from "../contracts/calendar-date.ts";
import { planQuerySchema } from "../contracts/plan-query.ts";
import type { Query } from "./query.ts";

/** What a conversation was about: enough for “it”, “the second one”, “and Kew?” and “more”. Plain data. */
export interface ConversationMemory {
  /** Items of the last answer, in order. */
  readonly itemKeys: readonly string[];
  /** Items of the last answer that had several: “the second one” after one of them was told. */
  readonly listKeys: readonly string[];
  /** What the last answer was about. */
  readonly intent: Intent | null;
  /** What was asked last, of the plan. */
  readonly query: Query | null;
  /** The meeting that was named last. */
  readonly meeting: { readonly body: string; readonly date: CalendarDate } | null;
}

export const nothingSaid: ConversationMemory = {
  itemKeys: [],
  listKeys: [],
  intent: null,
  query: null,
  meeting: null,
};

/** Reads a memory that was kept as JSON; what is not one is as if nothing had been said. */
export function readMemory(json: string): ConversationMemory {
  const kept = JSON.parse(json) as Partial<ConversationMemory> | null;
  if (!kept || !Array.isArray(kept.itemKeys)) return nothingSaid;
  const { meeting } = kept;
  return {
    itemKeys: kept.itemKeys.filter((key) => typeof key === "string"),
    listKeys: (Array.isArray(kept.listKeys) ? kept.listKeys : []).filter((key) => typeof key === "string"),
    intent: v.is(v.picklist(intents), kept.intent) ? kept.intent : null,
    // A query that an older version kept lacks what has been added since.
    query: queryOf(kept.query),
    meeting: meeting && typeof meeting.body === "string" && isCalendarDate(meeting.date) ? meeting : null,
  };
}

/** A query that cannot be read is as if it had not been asked. */
function queryOf(kept: unknown): Query | null {
  const read = v.safeParse(planQuerySchema, kept);
  return read.success ? read.output : null;
}
