import type { PublishedEdition, PublishedItem } from "../../contracts/answer.ts";
import { type CalendarDate, toCalendarDate } from "../../contracts/calendar-date.ts";

/** An edition of the Forward Plan with its items, as published. */
export interface ForwardPlan {
  readonly edition: PublishedEdition;
  readonly items: readonly PublishedItem[];
}

/** The key of an edition: the month its period begins, `FP/2018-07`. */
export function editionKey(periodFrom: CalendarDate): string {
  return `FP/${periodFrom.slice(0, 7)}`;
}

/** The first day on which any decision maker may decide the item. */
function earliestDecision(item: PublishedItem): CalendarDate {
  return item.decisions.map((decision) => decision.from).sort()[0] ?? undated;
}

/** Sorts after every real date. */
const undated = toCalendarDate("9999-12-31");

/** The day that an item is listed under: the Cabinet's where the Cabinet decides, else the earliest. */
export function listedOn(item: PublishedItem): CalendarDate {
  const cabinet = item.decisions.find((decision) => /^cabinet$/i.test(decision.decisionMaker));
  return cabinet?.from ?? earliestDecision(item);
}

/**
 * Orders items as every answer does: by the Cabinet's date where the Cabinet decides, else the earliest, then by
 * title.
 */
export function inPlanOrder(items: readonly PublishedItem[]): PublishedItem[] {
  return items
    .map((item) => ({ item, date: listedOn(item) }))
    .sort(
      (a, b) =>
        (a.date < b.date ? -1 : a.date > b.date ? 1 : 0) || inEnglish.compare(a.item.title, b.item.title),
    )
    .map(({ item }) => item);
}

const inEnglish = new Intl.Collator("en-GB");

/** The latest edition published on or before a day; null when there is none. */
export function editionOn(editions: readonly ForwardPlan[], day: CalendarDate): ForwardPlan | null {
  return editions
    .filter((plan) => plan.edition.publishedOn <= day)
    .reduce<ForwardPlan | null>(
      (latest, plan) => (!latest || isLater(plan.edition, latest.edition) ? plan : latest),
      null,
    );
}

function isLater(a: PublishedEdition, b: PublishedEdition): boolean {
  return a.publishedOn !== b.publishedOn ? a.publishedOn > b.publishedOn : a.periodFrom > b.periodFrom;
}
