import type { Answer, PlanChange } from "../../contracts/answer.ts";
import { writtenShort, writtenWithoutWeekday } from "../../rules/dates/written-dates.ts";
import { moveInWords, movesInWords } from "../../rules/forward-plan/moves.ts";
import { chipsOf, editionLine, pageOf, whyOf } from "../answer-parts.ts";
import { asShown, type Card, type CardKind, fillTemplate, shortened } from "../card.ts";
import { changesExamples } from "./examples.ts";
import template from "./template.json" with { type: "json" };

/** Changes on one page. */
const changesOnPage = 8;

export interface ForwardPlanChanges {
  readonly answer: Answer;
  /** Counted from 0. */
  readonly page: number;
}

/** What has changed in the plan: new, moved and by how much, gone, exempt status changed; each a tap from its detail. */
export const forwardPlanChangesCard: CardKind<ForwardPlanChanges> = {
  name: "forward-plan-changes",
  draw: drawChanges,
  examples: changesExamples,
};

const headings: Readonly<Record<PlanChange["kind"], string>> = {
  new: "New",
  later: "Put back",
  earlier: "Brought forward",
  secrecy: "Exempt status changed",
  withdrawn: "No longer listed, though due later",
  gone: "No longer listed",
};
const order = Object.keys(headings) as readonly PlanChange["kind"][];

function drawChanges({ answer, page }: ForwardPlanChanges): Card {
  const sorted = order.flatMap((kind) => answer.changes.filter((change) => change.kind === kind));
  const { items, data } = pageOf(answer, sorted, page, changesOnPage, "change");
  const groups: { heading: string; items: Record<string, string>[] }[] = [];
  for (const change of items) {
    const heading = headings[change.kind];
    if (groups.at(-1)?.heading !== heading) groups.push({ heading, items: [] });
    groups.at(-1)?.items.push({
      key: change.item.key,
      title: asShown(shortened(change.item.title, 220)),
      plainTitle: shortened(change.item.title, 100),
      line: asShown(shortened(changeLine(change), 400)),
    });
  }
  return fillTemplate(
    template,
    { ...data, ...chipsOf(answer), ...whyOf(answer), subtitle: editionLine(answer), groups },
    answer.text,
  );
}

function changeLine({ kind, item, move, secrecyBefore }: PlanChange): string {
  switch (kind) {
    case "later":
    case "earlier": {
      if (!move) return "";
      const moves = movesInWords(item);
      return [
        `${move.decisionMaker}: ${writtenWithoutWeekday(move.from)} to ${writtenWithoutWeekday(move.to)}, ${moveInWords(move.from, move.to)}.`,
        ...(moves === null ? [] : [`${moves}.`]),
        ...(move.reason === "" ? [] : [move.reason]),
      ].join(" ");
    }
    case "secrecy":
      return `From ${(secrecyBefore ?? "open").replace("-", " ")} to ${item.secrecy.replace("-", " ")}`;
    default:
      return item.decisions
        .map(({ decisionMaker, from }) => `${decisionMaker}, ${writtenShort(from)}`)
        .join(" · ");
  }
}
