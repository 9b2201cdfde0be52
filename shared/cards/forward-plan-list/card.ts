import type { Answer, PublishedItem } from "../../contracts/answer.ts";
import { writtenMonth, writtenShort } from "../../rules/dates/written-dates.ts";
import { listedOn } from "../../rules/forward-plan/forward-plan.ts";
import { chipsOf, editionLine, pageOf, whyOf } from "../answer-parts.ts";
import { asShown, type Card, type CardKind, fillTemplate, shortened } from "../card.ts";
import { listExamples } from "./examples.ts";
import template from "./template.json" with { type: "json" };

/** Items on one page of the list. */
const itemsOnPage = 6;

export interface ForwardPlanList {
  readonly answer: Answer;
  /** Counted from 0. */
  readonly page: number;
}

/** The answer to a question that several items match: by month, six at a time, each a tap from its detail. */
export const forwardPlanListCard: CardKind<ForwardPlanList> = {
  name: "forward-plan-list",
  draw: drawList,
  examples: listExamples,
};

function drawList({ answer, page }: ForwardPlanList): Card {
  const { items, data } = pageOf(answer, answer.items, page, itemsOnPage, "item");
  return fillTemplate(
    template,
    {
      ...data,
      ...chipsOf(answer),
      ...whyOf(answer),
      subtitle: editionLine(answer),
      months: byMonth(items),
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
