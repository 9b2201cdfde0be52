import * as v from "valibot";
import { intents } from "./answer.ts";
import { type CalendarDate, isCalendarDate } from "./calendar-date.ts";

/**
 * What is asked of the plan, as data: what a conversation remembers and what a card’s button carries. Whatever a client
 * sends back is checked here; what an older card leaves out is as if it had not been asked.
 */

const day = v.custom<CalendarDate>((value) => typeof value === "string" && isCalendarDate(value));
const window = v.object({ from: day, to: day });
const names = v.optional(v.pipe(v.array(v.pipe(v.string(), v.maxLength(255))), v.maxLength(100)), []);
const flag = v.optional(v.boolean(), false);
const yesNo = v.optional(v.nullable(v.boolean()), null);

export const planQuerySchema = v.object({
  intent: v.optional(v.picklist(intents), "forwardPlan.list"),
  window: v.optional(v.nullable(window), null),
  /** More days, apart from the window: “in November or January”. */
  alsoWindow: v.optional(v.nullable(window), null),
  notWindow: v.optional(v.nullable(window), null),
  wards: names,
  notWards: names,
  /** A town whose wards are meant; items that name it in their title belong too. */
  town: v.optional(v.nullable(v.pipe(v.string(), v.maxLength(255))), null),
  /** Leave out items for the whole borough. */
  wardsOnly: flag,
  /** Only items for the whole borough. */
  boroughWide: flag,
  areas: names,
  notAreas: names,
  decisionMakers: names,
  notDecisionMakers: names,
  /** Every one of the decision makers decides, one after another, and not any of them. */
  decidedByAll: flag,
  officers: names,
  notOfficers: names,
  secrecy: v.optional(
    v.pipe(v.array(v.picklist(["open", "part-exempt", "fully-exempt"])), v.maxLength(3)),
    [],
  ),
  /** Paragraphs of Schedule 12A, any of which is cited. */
  paragraphs: v.optional(v.pipe(v.array(v.number()), v.maxLength(10)), []),
  financial: yesNo,
  community: yesNo,
  /** Words that the title must be about: `|` stands between alternatives, `&` where an “and” stood. */
  topic: names,
  notTopic: names,
  /** Kinds of change that are asked for. */
  changes: v.optional(
    v.pipe(
      v.array(v.picklist(["new", "later", "earlier", "re-dated", "gone", "withdrawn", "secrecy", "any"])),
      v.maxLength(8),
    ),
    [],
  ),
  /** Compare the two editions only, leaving the notes in the items aside. */
  sinceLastPlan: flag,
  /** Only items whose date has moved at least twice. */
  movedOften: flag,
  /** The body whose meeting is asked for, as it was named; null for any. */
  body: v.optional(v.nullable(v.pipe(v.string(), v.maxLength(255))), null),
});

type Frozen<T> = { readonly [K in keyof T]: T[K] extends (infer One)[] ? readonly One[] : T[K] };

export type PlanQuery = Frozen<v.InferOutput<typeof planQuerySchema>>;

/** The query without what it does not say: short enough for every button of a card. */
export function shortQuery(query: PlanQuery): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(query)
      .filter(
        ([, value]) => value !== null && value !== false && !(Array.isArray(value) && value.length === 0),
      )
      .concat(
        // “Not financial” is said by false.
        (["financial", "community"] as const).flatMap((name) =>
          query[name] === false ? [[name, false] as [string, boolean]] : [],
        ),
      ),
  );
}
