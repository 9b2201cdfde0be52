import { declareList } from "../list-declaration.ts";

/**
 * Key: edition and item, `FP/2018-07/<ITEM>`. A row is an item as one edition printed it; `ItemKey` is the same
 * in every edition. Decisions, dates and contacts lie in the order the plan prints them.
 */
export const forwardPlanItemsList = declareList({
  name: "ForwardPlanItems",
  description: "Items of the Forward Plan, one row for each edition that lists them.",
  columns: {
    EditionKey: { type: "text", required: true, indexed: true },
    ItemKey: { type: "text", required: true, indexed: true },
    ItemTitle: { type: "note" },
    Details: { type: "note" },
    Decisions: { type: "note" },
    DateChanges: { type: "note" },
    FinancialImpact: { type: "boolean" },
    CommunityImpact: { type: "boolean" },
    Secrecy: { type: "choice", choices: ["open", "part-exempt", "fully-exempt"], required: true },
    ExemptParagraphs: { type: "text" },
    Wards: { type: "note" },
    ScrutinyArea: { type: "text" },
    Consultees: { type: "note" },
    ConsultationMethod: { type: "note" },
    BackgroundDocuments: { type: "note" },
    Contacts: { type: "note" },
  },
});
