import type { Answer } from "../contracts/answer.ts";
import { shortQuery } from "../contracts/plan-query.ts";
import { writtenWithoutWeekday } from "../rules/dates/written-dates.ts";
import { asShown, shortened } from "./card.ts";

/** Buttons that Teams shows in one row of actions. */
const chipsShown = 6;

/** The filters as buttons that ask the same without one of them: all that is needed stands in the button. */
export function chipsOf({ chips }: Answer): Record<string, unknown> {
  return {
    hasChips: chips.length > 0,
    chips: chips.slice(0, chipsShown).map(({ words, without }) => ({
      title: `✕ ${shortened(words, 60)}`,
      tooltip: `Ask without: ${shortened(words, 200)}`,
      query: shortQuery(without),
    })),
  };
}

/** “Why this answer?”: how the words were read, in the card itself, so that it needs no server. */
export function whyOf({ because }: Answer): Record<string, unknown> {
  return {
    hasWhy: because.length > 0,
    why: because.slice(0, 20).map((line) => ({ line: asShown(shortened(line, 300)) })),
  };
}

/** The edition that an answer comes from, under its heading. */
export function editionLine({ edition }: Answer): string {
  return edition
    ? `${writtenWithoutWeekday(edition.periodFrom)} to ${writtenWithoutWeekday(edition.periodTo)}, published ${writtenWithoutWeekday(edition.publishedOn)}`
    : "";
}

/** A page of a list, with what its buttons carry. @param page counted from 0; one that does not exist is the nearest. */
export function pageOf<T>(
  answer: Answer,
  all: readonly T[],
  page: number,
  size: number,
  noun: string,
): { readonly items: readonly T[]; readonly data: Record<string, unknown> } {
  const pages = Math.max(1, Math.ceil(all.length / size));
  const current = Math.min(Math.max(0, page), pages - 1);
  const first = current * size;
  const items = all.slice(first, first + size);
  return {
    items,
    data: {
      shown:
        pages === 1
          ? `${all.length} ${all.length === 1 ? noun : `${noun}s`}`
          : `${first + 1} to ${first + items.length} of ${all.length}`,
      hasMore: current < pages - 1 && answer.query !== null,
      hasFewer: current > 0 && answer.query !== null,
      nextPage: current + 1,
      previousPage: current - 1,
      query: answer.query === null ? {} : shortQuery(answer.query),
      address: answer.edition?.address ?? "",
      followTopic: answer.followTopic ?? "",
    },
  };
}
