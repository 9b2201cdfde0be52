import type { ExpectedDecision, PublishedEdition, PublishedItem } from "../../../shared/contracts/answer.ts";
import type { CalendarDate } from "../../../shared/contracts/calendar-date.ts";
import {
  addDays,
  daysFrom,
  endOfMonth,
  startOfMonth,
} from "../../../shared/rules/dates/calendar-arithmetic.ts";

/** A stretch of the time axis: where it begins and how long it is, in per cent of the whole. */
export interface Stretch {
  readonly start: number;
  readonly length: number;
}

export interface MonthOnAxis extends Stretch {
  /** Its first day. */
  readonly month: CalendarDate;
}

/** One decision on one item: two decision makers of an item make two marks. */
export interface TimelineMark extends Stretch {
  readonly item: PublishedItem;
  readonly decision: ExpectedDecision;
  /** A period is drawn as a bar, a day as a dot. */
  readonly shape: "bar" | "dot";
  /** Where its title has room: after it, before it, or below a bar that leaves none. */
  readonly title: "after" | "before" | "below";
}

export interface TimelineLayout {
  readonly months: readonly MonthOnAxis[];
  /** Decision makers in the order of their first decision. */
  readonly makers: readonly { readonly name: string; readonly marks: readonly TimelineMark[] }[];
  /** Where a day lies on the axis in per cent; null when it lies outside. */
  at(day: CalendarDate): number | null;
}

/**
 * Lays the items out: months across, decision makers down. The axis covers the period of the edition, and more where
 * an item lies outside it.
 */
export function layOutTimeline(
  items: readonly PublishedItem[],
  { periodFrom, periodTo }: Pick<PublishedEdition, "periodFrom" | "periodTo">,
): TimelineLayout {
  const decisions = items.flatMap((item) => item.decisions.map((decision) => ({ item, decision })));
  const from = startOfMonth(
    [periodFrom, ...decisions.map(({ decision }) => decision.from)].sort()[0] ?? periodFrom,
  );
  const last = [periodTo, ...decisions.map(({ decision }) => decision.to)].sort().at(-1) ?? periodTo;
  const to = endOfMonth(last);
  const days = daysFrom(from, to) + 1;
  const stretch = (first: CalendarDate, until: CalendarDate): Stretch => ({
    start: (daysFrom(from, first) / days) * 100,
    length: ((daysFrom(first, until) + 1) / days) * 100,
  });

  const months: MonthOnAxis[] = [];
  for (let month = from; month <= to; month = startOfMonth(month, 1))
    months.push({ month, ...stretch(month, endOfMonth(month)) });

  const byDate = [...decisions].sort(
    (a, b) =>
      a.decision.from.localeCompare(b.decision.from) ||
      a.decision.to.localeCompare(b.decision.to) ||
      a.item.title.localeCompare(b.item.title),
  );
  const grouped = Map.groupBy(byDate, ({ decision }) => decision.decisionMaker);
  return {
    months,
    makers: [...grouped].map(([name, marks]) => ({
      name,
      marks: marks.map(({ item, decision }): TimelineMark => {
        const where = stretch(decision.from, decision.to);
        return {
          item,
          decision,
          ...where,
          shape: decision.from === decision.to ? "dot" : "bar",
          title: placeOfTitle(where),
        };
      }),
    })),
    at: (day) => (day < from || day > to ? null : stretch(day, addDays(day, 0)).start),
  };
}

/** A title wraps well in a third of the axis; after the mark is where the eye expects it. */
function placeOfTitle({ start, length }: Stretch): TimelineMark["title"] {
  const after = 100 - start - length;
  if (after >= 45) return "after";
  if (start >= 30) return "before";
  return after >= 30 ? "after" : "below";
}

/** Decisions by the month in which they may first fall, in the order of their dates. */
export function decisionsByMonth(
  items: readonly PublishedItem[],
): { readonly month: CalendarDate; readonly marks: readonly Pick<TimelineMark, "item" | "decision">[] }[] {
  const marks = items
    .flatMap((item) => item.decisions.map((decision) => ({ item, decision })))
    .sort(
      (a, b) => a.decision.from.localeCompare(b.decision.from) || a.item.title.localeCompare(b.item.title),
    );
  return [...Map.groupBy(marks, ({ decision }) => startOfMonth(decision.from))].map(([month, of]) => ({
    month,
    marks: of,
  }));
}
