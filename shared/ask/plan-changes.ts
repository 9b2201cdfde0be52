import type { PlanChange, PublishedItem } from "../contracts/answer.ts";
import type { CalendarDate } from "../contracts/calendar-date.ts";
import { editionOn, type ForwardPlan } from "../rules/forward-plan/forward-plan.ts";
import type { ChangeKind } from "./query.ts";

/** The edition before one, by the day it was published; null when none is held. */
export function editionBefore(plans: readonly ForwardPlan[], current: ForwardPlan): ForwardPlan | null {
  const earlier = plans.filter(
    ({ edition }) =>
      edition.periodFrom < current.edition.periodFrom ||
      (edition.periodFrom === current.edition.periodFrom &&
        edition.publishedOn < current.edition.publishedOn),
  );
  return (
    editionOn(earlier, current.edition.publishedOn) ??
    earlier.sort((a, b) => a.edition.periodFrom.localeCompare(b.edition.periodFrom)).at(-1) ??
    null
  );
}

const compared = new WeakMap<
  ForwardPlan,
  { before: ForwardPlan | null; all: PlanChange[]; byEditions: PlanChange[] }
>();

/**
 * Every change that a current edition shows: against the edition before (by item, never by shading), and by the
 * notes in its items.
 * @param editionsOnly leave the notes aside: “since the last plan”.
 */
export function planChanges(
  current: ForwardPlan,
  before: ForwardPlan | null,
  editionsOnly: boolean,
): readonly PlanChange[] {
  let known = compared.get(current);
  if (!known || known.before !== before) {
    known = { before, all: compare(current, before, false), byEditions: compare(current, before, true) };
    compared.set(current, known);
  }
  return editionsOnly ? known.byEditions : known.all;
}

function compare(current: ForwardPlan, before: ForwardPlan | null, editionsOnly: boolean): PlanChange[] {
  const changes: PlanChange[] = [];
  const held = new Map(before?.items.map((item) => [item.key, item]) ?? []);
  for (const item of current.items) {
    const old = held.get(item.key);
    if (before && !old) changes.push({ kind: "new", item });
    const move = (old && movedSince(old, item)) ?? (editionsOnly ? null : movedByNote(item));
    if (move) {
      const note = item.dateChanges.findLast(({ to }) => to === move.to) ?? item.dateChanges.at(-1);
      changes.push({
        kind: move.to > move.from ? "later" : "earlier",
        item,
        move: { ...move, reason: note?.reason ?? "" },
      });
    }
    if (old && old.secrecy !== item.secrecy)
      changes.push({ kind: "secrecy", item, secrecyBefore: old.secrecy });
  }
  const listed = new Set(current.items.map((item) => item.key));
  for (const item of before?.items ?? []) {
    if (listed.has(item.key)) continue;
    const stillAhead = item.decisions.some(({ to }) => to >= current.edition.periodFrom);
    changes.push({ kind: stillAhead ? "withdrawn" : "gone", item });
  }
  return changes;
}

/** The latest note of an item that says its date was changed. */
function movedByNote(
  item: PublishedItem,
): { decisionMaker: string; from: CalendarDate; to: CalendarDate } | null {
  const note = item.dateChanges.at(-1);
  return note && note.from !== note.to ? note : null;
}

/** The first decision maker whose date differs from the edition before. */
function movedSince(
  old: PublishedItem,
  now: PublishedItem,
): { decisionMaker: string; from: CalendarDate; to: CalendarDate } | null {
  for (const [place, decision] of now.decisions.entries()) {
    const same =
      old.decisions.find(({ decisionMaker }) => decisionMaker === decision.decisionMaker) ??
      old.decisions[place];
    if (same && same.from !== decision.from)
      return { decisionMaker: decision.decisionMaker, from: same.from, to: decision.from };
  }
  return null;
}

/** Whether a change is of a kind that a question asks for. */
export function isAsked(change: PlanChange, kinds: readonly ChangeKind[]): boolean {
  return kinds.some((kind) => {
    switch (kind) {
      case "any":
        return change.kind !== "gone";
      case "re-dated":
        return change.kind === "later" || change.kind === "earlier";
      case "gone":
        return change.kind === "gone" || change.kind === "withdrawn";
      default:
        return change.kind === kind;
    }
  });
}
