import type { Recommendation } from "../../../rules/work-programme/work-programme.ts";
import { held } from "../list-declaration.ts";
import type { ListMapping } from "../list-mapping.ts";
import { recommendationsList } from "./columns.ts";

export const recommendations: ListMapping<Recommendation, (typeof recommendationsList)["columns"]> = {
  list: recommendationsList,
  read: (row) => ({
    key: row.Key,
    workingGroupKey: row.WorkingGroupKey,
    part: row.Part,
    text: row.RecommendationText ?? "",
    owner: row.OwnerPost,
    intervalMonths: row.IntervalMonths,
    state: row.RecommendationState,
    ...held({ approvedBy: row.ApprovedBy, firstReportDue: row.FirstReportDue }),
  }),
  write: (recommendation) => ({
    Key: recommendation.key,
    WorkingGroupKey: recommendation.workingGroupKey,
    Part: recommendation.part,
    RecommendationText: recommendation.text,
    OwnerPost: recommendation.owner,
    IntervalMonths: recommendation.intervalMonths,
    RecommendationState: recommendation.state,
    ...held({ ApprovedBy: recommendation.approvedBy, FirstReportDue: recommendation.firstReportDue }),
  }),
};
