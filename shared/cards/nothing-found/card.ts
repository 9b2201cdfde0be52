import type { Answer } from "../../contracts/answer.ts";
import { chipsOf, editionLine, whyOf } from "../answer-parts.ts";
import { asShown, type Card, type CardKind, fillTemplate, shortened } from "../card.ts";
import { decisionsLine } from "../forward-plan-list/card.ts";
import { nothingFoundExamples } from "./examples.ts";
import template from "./template.json" with { type: "json" };

export interface NothingFound {
  readonly answer: Answer;
}

/** No item matches: what was asked of which edition, each filter to let go, and the nearest that does match. */
export const nothingFoundCard: CardKind<NothingFound> = {
  name: "nothing-found",
  draw: ({ answer }): Card =>
    fillTemplate(
      template,
      {
        ...chipsOf(answer),
        ...whyOf(answer),
        subtitle: editionLine(answer),
        text: asShown(shortened(answer.text, 1_500)),
        hasNearest: answer.nearest.length > 0,
        items: answer.nearest.slice(0, 3).map((item) => ({
          key: item.key,
          title: asShown(shortened(item.title, 220)),
          plainTitle: shortened(item.title, 100),
          line: asShown(decisionsLine(item)),
        })),
        address: answer.edition?.address ?? "",
      },
      answer.text,
    ),
  examples: nothingFoundExamples,
};
