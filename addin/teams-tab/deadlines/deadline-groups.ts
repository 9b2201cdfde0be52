import type { DeadlineEntry } from "../../../shared/contracts/meetings-api.ts";
import { isLate, isOpen } from "../words.ts";

/** Which deadlines are looked at. */
export interface DeadlineScope {
  readonly body: string;
  readonly which: "open" | "settled" | "all";
  /** The last day of them, `YYYY-MM-DD`; empty for all to come. */
  readonly until: string;
}

export function inScope(
  deadlines: readonly DeadlineEntry[],
  { body, which, until }: DeadlineScope,
): DeadlineEntry[] {
  return deadlines.filter(
    (one) =>
      (body === "" || one.body === body) &&
      (until === "" || one.due <= until) &&
      (which === "all" || isOpen(one) === (which === "open")),
  );
}

/** Deadlines of one post or person. */
export interface OwnedDeadlines {
  readonly owner: string;
  readonly late: number;
  /** Late ones first, then in the order of their days. */
  readonly deadlines: readonly DeadlineEntry[];
}

/** Deadlines by who owes them: first whoever is late, then in the order of the next day due. */
export function byOwner(deadlines: readonly DeadlineEntry[]): OwnedDeadlines[] {
  return [...Map.groupBy(deadlines, ({ owner }) => owner)]
    .map(([owner, owned]) => ({
      owner,
      late: owned.filter(isLate).length,
      deadlines: [...owned].sort(
        (a, b) => Number(isLate(b)) - Number(isLate(a)) || a.due.localeCompare(b.due),
      ),
    }))
    .sort(
      (a, b) =>
        Number(b.late > 0) - Number(a.late > 0) ||
        (a.deadlines[0]?.due ?? "").localeCompare(b.deadlines[0]?.due ?? "") ||
        a.owner.localeCompare(b.owner),
    );
}
