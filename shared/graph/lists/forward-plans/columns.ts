import { declareList } from "../list-declaration.ts";

/** Key: the month its period begins, `FP/2018-07`. */
export const forwardPlansList = declareList({
  name: "ForwardPlans",
  description: "Editions of the Forward Plan.",
  columns: {
    PeriodFrom: { type: "text", required: true, indexed: true },
    PeriodTo: { type: "text", required: true },
    PublishedOn: { type: "text", required: true, indexed: true },
    PublicAddress: { type: "text" },
  },
});
