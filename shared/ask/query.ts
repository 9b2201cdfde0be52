import type { DateWindow, Intent, Secrecy } from "../contracts/answer.ts";

/** What a question asks for, in terms of the plan. */
export interface Query {
  readonly intent: Intent;
  readonly window: DateWindow | null;
  readonly wards: readonly string[];
  /** Leave out items for the whole borough. */
  readonly wardsOnly: boolean;
  readonly areas: readonly string[];
  readonly decisionMakers: readonly string[];
  readonly officers: readonly string[];
  readonly secrecy: readonly Secrecy[];
  readonly financial: boolean;
  readonly community: boolean;
  /** Words that the title must be about. */
  readonly topic: readonly string[];
  /** The body whose next meeting is asked for; null for any. */
  readonly bodyKey: string | null;
}

export const emptyQuery: Query = {
  intent: "unknown",
  window: null,
  wards: [],
  wardsOnly: false,
  areas: [],
  decisionMakers: [],
  officers: [],
  secrecy: [],
  financial: false,
  community: false,
  topic: [],
  bodyKey: null,
};

/** Whether the query narrows the plan at all. */
export function narrows(query: Query): boolean {
  return (
    query.window !== null ||
    query.wards.length > 0 ||
    query.areas.length > 0 ||
    query.decisionMakers.length > 0 ||
    query.officers.length > 0 ||
    query.secrecy.length > 0 ||
    query.financial ||
    query.community ||
    query.topic.length > 0
  );
}
