import type { Answer, PlanChange, PublishedItem } from "../contracts/answer.ts";
import { writtenWithoutWeekday } from "../rules/dates/written-dates.ts";
import type { ForwardPlan } from "../rules/forward-plan/forward-plan.ts";
import { changesInWords, editionInWords } from "./answer-text.ts";
import type { Records } from "./ask-records.ts";
import { findItems } from "./find-items.ts";
import { nothing } from "./fixed-answers.ts";
import { editionBefore, isAsked, planChanges } from "./plan-changes.ts";
import { type ChangeKind, daysOf, type Query } from "./query.ts";

interface AskedChanges {
  readonly pool: readonly PublishedItem[];
  readonly changesOf: ReadonlyMap<PublishedItem, readonly PlanChange[]>;
}

const askedBefore = new WeakMap<readonly PlanChange[], Map<string, AskedChanges>>();

/** The items that changed in the ways asked for; kept, so that they are put in order once. */
function askedChanges(all: readonly PlanChange[], kinds: readonly ChangeKind[]): AskedChanges {
  let known = askedBefore.get(all);
  if (!known) {
    known = new Map();
    askedBefore.set(all, known);
  }
  const key = kinds.join();
  let asked = known.get(key);
  if (!asked) {
    const changesOf = new Map<PublishedItem, PlanChange[]>();
    for (const change of all) {
      if (!isAsked(change, kinds)) continue;
      const others = changesOf.get(change.item);
      if (others) others.push(change);
      else changesOf.set(change.item, [change]);
    }
    asked = { pool: [...changesOf.keys()], changesOf };
    known.set(key, asked);
  }
  return asked;
}

export function changesAnswer(
  query: Query,
  plan: ForwardPlan,
  records: Records,
  filters: readonly string[],
): Answer {
  const before = editionBefore(
    records.plans.filter((other) => other !== plan),
    plan,
  );
  const all = planChanges(plan, before, query.sinceLastPlan);
  const { pool, changesOf } = askedChanges(all, query.changes);
  const items = findItems(query, pool).filter(
    ({ dateChanges }) => !query.movedOften || dateChanges.length > 1,
  );
  const changes = items.flatMap((item) => changesOf.get(item) ?? []);
  const intent = query.intent === "forwardPlan.count" ? "forwardPlan.count" : "forwardPlan.changes";
  if (items.length === 0) {
    const compared = before
      ? `, compared with the edition published ${writtenWithoutWeekday(before.edition.publishedOn)}`
      : "; no earlier edition is held to compare with";
    return {
      ...nothing(intent, plan.edition),
      window: daysOf(query),
      filters,
      text: `${intent === "forwardPlan.count" ? "0 items. " : ""}No such change in ${editionInWords(plan.edition)}${compared}${filters.length > 0 ? ` (${filters.join("; ")})` : ""}.`,
    };
  }
  const counted =
    intent === "forwardPlan.count" ? `${items.length} ${items.length === 1 ? "item" : "items"}. ` : "";
  return {
    ...nothing(intent, plan.edition),
    items,
    changes,
    window: daysOf(query),
    filters,
    text: counted + changesInWords(changes, plan.edition, before?.edition ?? null, filters),
  };
}

/** How one item has changed; that it has not is an answer too. */
export function changesOfOne(item: PublishedItem, plan: ForwardPlan, records: Records, query: Query): Answer {
  const before = editionBefore(
    records.plans.filter((other) => other !== plan),
    plan,
  );
  const changes = planChanges(plan, before, query.sinceLastPlan).filter(
    (change) => change.item.key === item.key,
  );
  return {
    ...nothing("forwardPlan.changes", plan.edition),
    items: [item],
    changes,
    text:
      changes.length > 0
        ? changesInWords(changes, plan.edition, before?.edition ?? null, [])
        : `${item.title} has not changed in ${editionInWords(plan.edition)}.`,
  };
}
