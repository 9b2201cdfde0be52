import { diffIndices } from "node-diff3";

/** A stretch of a three-way merge: settled, or changed by both sides in different ways. */
export type Stretch<T> =
  | { readonly settled: true; readonly items: readonly T[] }
  | {
      readonly settled: false;
      readonly base: readonly T[];
      readonly yours: readonly T[];
      readonly theirs: readonly T[];
    };

/** A change of one side: `from` to `to` of the base became `items`. */
interface Change<T> {
  readonly from: number;
  readonly to: number;
  readonly items: readonly T[];
}

/**
 * Merges two changes of one sequence. Changes that only touch are both kept, in the base's order; changes of the
 * same items, or two additions in one place, are one unsettled stretch unless they are equal.
 *
 * @param spell One text for each item: items with the same text are the same.
 * @param touching What to make of changes that only touch: kept both, or one unsettled stretch.
 */
export function mergeSequences<T>(
  base: readonly T[],
  yours: readonly T[],
  theirs: readonly T[],
  spell: (item: T) => string,
  touching: "kept" | "unsettled" = "kept",
): Stretch<T>[] {
  const left = changesOf(base, yours, spell);
  const right = changesOf(base, theirs, spell);
  const stretches: Stretch<T>[] = [];
  let at = 0;
  for (const { from, to, ofYours, ofTheirs } of groupsOf(left, right, touching)) {
    if (from > at) stretches.push({ settled: true, items: base.slice(at, from) });
    at = to;
    if (ofTheirs.length === 0) stretches.push({ settled: true, items: applied(base, from, to, ofYours) });
    else if (ofYours.length === 0)
      stretches.push({ settled: true, items: applied(base, from, to, ofTheirs) });
    else {
      const mine = applied(base, from, to, ofYours);
      const other = applied(base, from, to, ofTheirs);
      stretches.push(
        sameItems(mine, other, spell)
          ? { settled: true, items: mine }
          : { settled: false, base: base.slice(from, to), yours: mine, theirs: other },
      );
    }
  }
  if (at < base.length) stretches.push({ settled: true, items: base.slice(at) });
  return stretches;
}

function changesOf<T>(
  base: readonly T[],
  changed: readonly T[],
  spell: (item: T) => string,
): readonly Change<T>[] {
  return diffIndices(base.map(spell), changed.map(spell)).map(({ buffer1, buffer2 }) => ({
    from: buffer1[0],
    to: buffer1[0] + buffer1[1],
    items: changed.slice(buffer2[0], buffer2[0] + buffer2[1]),
  }));
}

interface Group<T> {
  from: number;
  to: number;
  readonly ofYours: Change<T>[];
  readonly ofTheirs: Change<T>[];
}

/** Changes that are in each other's way, together; in the order of the base. */
function groupsOf<T>(
  yours: readonly Change<T>[],
  theirs: readonly Change<T>[],
  touching: "kept" | "unsettled",
): Group<T>[] {
  const all = [
    ...yours.map((change) => ({ change, mine: true })),
    ...theirs.map((change) => ({ change, mine: false })),
  ].sort((one, other) => one.change.from - other.change.from || one.change.to - other.change.to);
  const groups: Group<T>[] = [];
  for (const { change, mine } of all) {
    const last = groups.at(-1);
    const group =
      last && inTheWay(last, change, touching)
        ? last
        : { from: change.from, to: change.to, ofYours: [], ofTheirs: [] };
    if (group !== last) groups.push(group);
    group.to = Math.max(group.to, change.to);
    (mine ? group.ofYours : group.ofTheirs).push(change);
  }
  return groups;
}

/** Whether a change overlaps a group that begins before it, or adds in the place where the group only adds. */
function inTheWay(
  group: Group<unknown>,
  { from, to }: Change<unknown>,
  touching: "kept" | "unsettled",
): boolean {
  if (touching === "unsettled") return from <= group.to;
  const bothAdd = group.from === group.to && from === to && group.from === from;
  return bothAdd || from < group.to;
}

function applied<T>(base: readonly T[], from: number, to: number, changes: readonly Change<T>[]): T[] {
  const items: T[] = [];
  let at = from;
  for (const change of changes) {
    items.push(...base.slice(at, change.from), ...change.items);
    at = change.to;
  }
  return [...items, ...base.slice(at, to)];
}

function sameItems<T>(left: readonly T[], right: readonly T[], spell: (item: T) => string): boolean {
  return (
    left.length === right.length && left.every((item, index) => spell(item) === spell(right[index] as T))
  );
}
