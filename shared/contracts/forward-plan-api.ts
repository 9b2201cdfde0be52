import * as v from "valibot";
import type { PublishedEdition, PublishedItem } from "./answer.ts";

/**
 * GET /api/forward-plan, with a signed-in person’s token: the latest edition published on or before today, in the
 * order of every list. `edition` is null, and `items` empty, when none is held.
 */
export interface PublishedPlan {
  readonly edition: PublishedEdition | null;
  readonly items: readonly PublishedItem[];
  /** By an item’s key, where anyone may have its days for a calendar. */
  readonly calendars?: Readonly<Record<string, string>>;
}

/** What Teams sends while a person types in the search of the Forward Plan. */
export interface PlanSearch {
  /** What was typed; empty at first. */
  readonly words: string;
  /** How many of the found items were shown already. */
  readonly skip: number;
  readonly count: number;
}

/** The name of the search in the app manifest. */
export const planSearchCommand = "searchForwardPlan";

const planSearchSchema = v.object({
  commandId: v.literal(planSearchCommand),
  parameters: v.optional(
    v.array(v.object({ name: v.string(), value: v.optional(v.pipe(v.string(), v.maxLength(2_000)), "") })),
    [],
  ),
  queryOptions: v.optional(
    v.object({
      skip: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(100_000)), 0),
      count: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(25)), 25),
    }),
    {},
  ),
});

/**
 * Reads a query of the message extension; null when it is none of ours.
 * @see https://learn.microsoft.com/microsoftteams/platform/messaging-extensions/how-to/search-commands/respond-to-search
 */
export function readPlanSearch(value: unknown): PlanSearch | null {
  const read = v.safeParse(planSearchSchema, value);
  if (!read.success) return null;
  const { parameters, queryOptions } = read.output;
  const words = parameters.find(({ name }) => name === "words")?.value ?? "";
  return { words: words.trim(), skip: queryOptions.skip ?? 0, count: queryOptions.count ?? 25 };
}
