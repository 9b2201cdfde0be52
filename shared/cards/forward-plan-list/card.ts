import type { Answer, PublishedItem } from "../../contracts/answer.ts";
import { writtenMonth, writtenShort, writtenWithoutWeekday } from "../../rules/dates/written-dates.ts";
import { listedOn } from "../../rules/forward-plan/forward-plan.ts";
import { asShown, type Card, type CardKind, fillTemplate, shortened } from "../card.ts";
import { listExamples } from "./examples.ts";
import template from "./template.json" with { type: "json" };

/** Items on one page of the list. */
export const itemsOnPage = 6;

export interface ForwardPlanList {
  readonly answer: Answer;
  /** The question, sent back by the paging buttons. */
  readonly question: string;
  /** Counted from 0. */
  readonly page: number;
}

/** The answer to a question that several items match: by month, six at a time, each a tap from its detail. */
export const forwardPlanListCard: CardKind<ForwardPlanList> = {
  name: "forward-plan-list",
  draw: drawList,
  examples: listExamples,
};

function drawList({ answer, question, page }: ForwardPlanList): Card {
  const pages = Math.max(1, Math.ceil(answer.items.length / itemsOnPage));
  const current = Math.min(Math.max(0, page), pages - 1);
  const first = current * itemsOnPage;
  const items = answer.items.slice(first, first + itemsOnPage);
  const { edition } = answer;
  return fillTemplate(
    template,
    {
      subtitle: edition
        ? `${writtenWithoutWeekday(edition.periodFrom)} to ${writtenWithoutWeekday(edition.periodTo)}, published ${writtenWithoutWeekday(edition.publishedOn)}`
        : "",
      filters: asShown(shortened(answer.filters.join(" · "), 300)),
      months: byMonth(items),
      shown:
        pages === 1
          ? `${answer.items.length} ${answer.items.length === 1 ? "item" : "items"}`
          : `${first + 1} to ${first + items.length} of ${answer.items.length}`,
      hasMore: current < pages - 1,
      hasFewer: current > 0,
      nextPage: current + 1,
      previousPage: current - 1,
      question: question.slice(0, 2_000),
      address: edition?.address ?? "",
    },
    answer.text,
  );
}

function byMonth(items: readonly PublishedItem[]): { month: string; items: Record<string, string>[] }[] {
  const months: { month: string; items: Record<string, string>[] }[] = [];
  for (const item of items) {
    const month = writtenMonth(listedOn(item));
    if (months.at(-1)?.month !== month) months.push({ month, items: [] });
    months.at(-1)?.items.push({
      key: item.key,
      title: asShown(shortened(item.title, 220)),
      plainTitle: shortened(item.title, 100),
      line: asShown(decisionsLine(item)),
    });
  }
  return months;
}

/** Who decides, when, and whether in private: the line under a title. */
export function decisionsLine(item: PublishedItem): string {
  const decisions = item.decisions.map(({ decisionMaker, from, to }) =>
    from === to
      ? `${decisionMaker}, ${writtenShort(from)}`
      : `${decisionMaker}, ${writtenShort(from)} to ${writtenShort(to)}`,
  );
  const secrecy =
    item.secrecy === "open" ? [] : [item.secrecy === "part-exempt" ? "Part exempt" : "Fully exempt"];
  const moved = item.dateChanges.length > 0 ? ["Date changed"] : [];
  return shortened([...decisions, ...secrecy, ...moved].join(" · "), 240);
}
