import type { PlanChange } from "../../contracts/answer.ts";
import { toCalendarDate as day } from "../../contracts/calendar-date.ts";
import { answerWith, depotItem, exampleQuery, libraryItem, longItem } from "../example-items.ts";
import type { ForwardPlanChanges } from "./card.ts";

const put = (kind: "later" | "earlier", from: string, to: string): PlanChange => ({
  kind,
  item: depotItem,
  move: { decisionMaker: "Cabinet", from: day(from), to: day(to), reason: "The survey took longer." },
});
const twiceMoved: PlanChange = {
  kind: "later",
  item: {
    ...libraryItem,
    decisions: [{ decisionMaker: "Cabinet", from: day("2027-03-04"), to: day("2027-03-04") }],
    dateChanges: [
      {
        decisionMaker: "Cabinet",
        from: day("2026-12-03"),
        to: day("2027-01-07"),
        reason: "Costs are checked.",
      },
      {
        decisionMaker: "Cabinet",
        from: day("2027-01-07"),
        to: day("2027-03-04"),
        reason: "Consultation runs on.",
      },
    ],
  },
  move: {
    decisionMaker: "Cabinet",
    from: day("2027-01-07"),
    to: day("2027-03-04"),
    reason: "Consultation runs on.",
  },
};

function changed(changes: readonly PlanChange[]): ForwardPlanChanges {
  const items = [...new Set(changes.map(({ item }) => item))];
  return {
    answer: answerWith(items, {
      intent: "forwardPlan.changes",
      changes,
      query: { ...exampleQuery, intent: "forwardPlan.changes", changes: ["any"] },
      because: ["The question was read as asking for what has changed in the plan."],
    }),
    page: 0,
  };
}

export const changesExamples: Readonly<Record<string, ForwardPlanChanges>> = {
  "new, moved, gone, status changed": changed([
    { kind: "new", item: libraryItem },
    put("later", "2026-11-05", "2026-12-03"),
    { kind: "withdrawn", item: longItem },
    { kind: "secrecy", item: depotItem, secrecyBefore: "open" },
  ]),
  "moved twice": changed([twiceMoved]),
  "brought forward": changed([put("earlier", "2027-02-04", "2026-12-03")]),
  "first page of many": changed(
    Array.from({ length: 19 }, (_, index) => ({
      kind: "new" as const,
      item: { ...libraryItem, key: `ITEM-${index + 1}`, title: `${libraryItem.title} (${index + 1})` },
    })),
  ),
};
