import { announcementCard } from "./announcement/card.ts";
import type { Card } from "./card.ts";
import { deadlineCard } from "./deadline/card.ts";
import { forwardPlanChangesCard } from "./forward-plan-changes/card.ts";
import { forwardPlanItemCard } from "./forward-plan-item/card.ts";
import { forwardPlanListCard } from "./forward-plan-list/card.ts";
import { meetingCard } from "./meeting/card.ts";
import { nothingFoundCard } from "./nothing-found/card.ts";
import { plainAnswerCard } from "./plain-answer/card.ts";
import { spokenCard } from "./spoken/card.ts";

/** Every card with every example drawn: for tests and the gallery. */
export function allCardExamples(): { card: string; example: string; drawn: Card }[] {
  const drawnFrom = <Inputs>(kind: {
    name: string;
    draw(inputs: Inputs): Card;
    examples: Readonly<Record<string, Inputs>>;
  }) =>
    Object.entries(kind.examples).map(([example, inputs]) => ({
      card: kind.name,
      example,
      drawn: kind.draw(inputs),
    }));
  return [
    ...drawnFrom(forwardPlanListCard),
    ...drawnFrom(forwardPlanItemCard),
    ...drawnFrom(forwardPlanChangesCard),
    ...drawnFrom(nothingFoundCard),
    ...drawnFrom(meetingCard),
    ...drawnFrom(deadlineCard),
    ...drawnFrom(announcementCard),
    ...drawnFrom(plainAnswerCard),
    ...drawnFrom(spokenCard),
  ];
}
