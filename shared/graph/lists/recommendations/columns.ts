import { recommendationStates } from "../../../rules/work-programme/work-programme.ts";
import { declareList } from "../list-declaration.ts";

/** Key: working group and part, `WG/HOME-ADAPTATIONS/R1`. */
export const recommendationsList = declareList({
  name: "Recommendations",
  description: "Recommendations of working groups, monitored every six months once approved.",
  columns: {
    WorkingGroupKey: { type: "text", required: true, indexed: true },
    Part: { type: "text", required: true },
    RecommendationText: { type: "note" },
    OwnerPost: { type: "text", required: true },
    ApprovedBy: { type: "text" },
    FirstReportDue: { type: "text" },
    IntervalMonths: { type: "number", required: true },
    RecommendationState: { type: "choice", choices: recommendationStates, required: true, indexed: true },
  },
});
