import { type DateWindow, secrecies } from "../contracts/answer.ts";
import type { PlanQuery } from "../contracts/plan-query.ts";

/** What a question asks for, in terms of the plan. */
export type Query = PlanQuery;

/** What narrows the plan. Each dimension says what is wanted, and what is not. */
export type Filters = Omit<Query, "intent" | "changes" | "sinceLastPlan" | "movedOften" | "body">;

/** Kinds of change that a question may ask for. */
export type ChangeKind = Query["changes"][number];

/** Officers who decide, whatever their post; and Cabinet Members, whatever their portfolio. */
export const officerDecisions = "officers";
export const cabinetMemberDecisions = "Cabinet Members";

export const emptyQuery: Query = {
  intent: "unknown",
  window: null,
  alsoWindow: null,
  notWindow: null,
  wards: [],
  notWards: [],
  town: null,
  wardsOnly: false,
  boroughWide: false,
  areas: [],
  notAreas: [],
  decisionMakers: [],
  notDecisionMakers: [],
  decidedByAll: false,
  officers: [],
  notOfficers: [],
  secrecy: [],
  paragraphs: [],
  financial: null,
  community: null,
  topic: [],
  notTopic: [],
  changes: [],
  sinceLastPlan: false,
  movedOften: false,
  body: null,
};

/** The dimensions along which a follow-up replaces or narrows; fields that belong together go together. */
const dimensions: readonly (readonly (keyof Filters)[])[] = [
  ["window", "alsoWindow", "notWindow"],
  ["wards", "notWards", "town", "wardsOnly", "boroughWide"],
  ["areas", "notAreas"],
  ["decisionMakers", "notDecisionMakers", "decidedByAll"],
  ["officers", "notOfficers"],
  ["secrecy"],
  ["paragraphs"],
  ["financial"],
  ["community"],
  ["topic", "notTopic"],
];

/** What is wanted along a dimension, and what is not. */
const opposites: readonly (readonly [keyof Filters, keyof Filters])[] = [
  ["window", "notWindow"],
  ["wards", "notWards"],
  ["areas", "notAreas"],
  ["decisionMakers", "notDecisionMakers"],
  ["officers", "notOfficers"],
  ["topic", "notTopic"],
];

function isSet(value: Filters[keyof Filters]): boolean {
  return Array.isArray(value) ? value.length > 0 : value !== null && value !== false;
}

/** A criterion says something whether it is wanted or not. */
function isNamed(query: Filters, name: keyof Filters): boolean {
  return name === "financial" || name === "community" ? query[name] !== null : isSet(query[name]);
}

/** The days a query is about, from the first to the last, whatever lies between two stretches of them. */
export function daysOf({ window, alsoWindow }: Filters): DateWindow | null {
  if (!window || !alsoWindow) return window;
  return {
    from: window.from < alsoWindow.from ? window.from : alsoWindow.from,
    to: window.to > alsoWindow.to ? window.to : alsoWindow.to,
  };
}

/** Whether the query narrows the plan at all. */
export function narrows(query: Filters): boolean {
  return dimensions.flat().some((name) => isNamed(query, name));
}

/** Whether anything but the topic narrows it. */
export function narrowsBeyondTopic(query: Filters): boolean {
  return dimensions.flat().some((name) => name !== "topic" && isNamed(query, name));
}

/** “How many aren’t?”: the query turned round along its only dimension; null where it has none, or several. */
export function oppositeOf(query: Query): Query | null {
  const named = dimensions.filter((names) => names.some((name) => isNamed(query, name)));
  const [only] = named;
  if (!only || named.length > 1) return null;
  if (query.financial !== null) return { ...query, financial: !query.financial };
  if (query.community !== null) return { ...query, community: !query.community };
  if (query.boroughWide) return { ...query, boroughWide: false, wardsOnly: true };
  if (query.secrecy.length > 0 && query.paragraphs.length === 0)
    return { ...query, secrecy: secrecies.filter((one) => !query.secrecy.includes(one)) };
  const pair = opposites.find(
    ([wanted, not]) => only.includes(wanted) && isSet(query[wanted]) !== isSet(query[not]),
  );
  if (!pair || query.alsoWindow !== null) return null;
  const [wanted, not] = pair;
  return { ...query, [wanted]: query[not], [not]: query[wanted] };
}

/** What was asked before, without the dimensions that another query names: “drop the November bit”. */
export function withoutDimensionsOf(before: Query, named: Filters): Query {
  const kept: Record<string, unknown> = { ...before };
  for (const names of dimensions) {
    if (!names.some((name) => isNamed(named as Query, name))) continue;
    for (const name of names) kept[name] = emptyQuery[name];
  }
  return kept as unknown as Query;
}

/**
 * “Or Ford”, “plus March”: what a follow-up names is wanted beside the same of what was asked before.
 * @param together whether who decides is meant with those asked for before, and not in their place: “… too”.
 */
export function joinedTo(before: Query, more: Query, together: boolean): Query {
  const joined = followedBy(before, more);
  const both = (name: "wards" | "areas" | "officers") =>
    before[name].length > 0 && more[name].length > 0
      ? [...new Set([...before[name], ...more[name]])]
      : joined[name];
  const days =
    before.window && more.window && before.alsoWindow === null
      ? { window: before.window, alsoWindow: more.window }
      : { window: joined.window, alsoWindow: joined.alsoWindow };
  const makers =
    together && before.decisionMakers.length > 0 && more.decisionMakers.length > 0
      ? {
          decisionMakers: [...new Set([...before.decisionMakers, ...more.decisionMakers])],
          decidedByAll: true,
        }
      : {};
  return {
    ...joined,
    ...days,
    ...makers,
    wards: both("wards"),
    areas: both("areas"),
    officers: both("officers"),
  };
}

/** A follow-up over what was asked before: what it says replaces the same dimension, and narrows by a new one. */
export function followedBy(before: Query, more: Query): Query {
  const merged: Record<string, unknown> = { ...before };
  for (const names of dimensions) {
    if (!names.some((name) => isNamed(more, name))) continue;
    // “Not the Chief Executive’s” after officers’ decisions leaves some of the same out.
    const [wanted, unwanted] = opposites.find(([, not]) => names.includes(not)) ?? [];
    if (wanted && unwanted && !isSet(more[wanted]) && isSet(more[unwanted]) && !more.wardsOnly) {
      merged[unwanted] = Array.isArray(more[unwanted])
        ? [...new Set([...(before[unwanted] as readonly unknown[]), ...more[unwanted]])]
        : more[unwanted];
      continue;
    }
    // “Only” after a question about a ward narrows the same wards.
    if (names.includes("wards") && more.wards.length === 0 && more.wardsOnly) merged["wardsOnly"] = true;
    else for (const name of names) merged[name] = more[name];
    // “And Kew?” after “only Linacre” is only Kew.
    if (names.includes("wards") && more.wards.length > 0 && before.wardsOnly) merged["wardsOnly"] = true;
  }
  // What is open cites no paragraph.
  if (more.secrecy.join() === "open" && more.paragraphs.length === 0) merged["paragraphs"] = [];
  return merged as unknown as Query;
}
