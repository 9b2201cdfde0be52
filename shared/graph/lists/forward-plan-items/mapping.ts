import * as v from "valibot";
import type { PublishedItem } from "../../../contracts/answer.ts";
import { isCalendarDate } from "../../../contracts/calendar-date.ts";
import { joinTexts, splitTexts } from "../list-declaration.ts";
import type { ListMapping } from "../list-mapping.ts";
import { forwardPlanItemsList } from "./columns.ts";

/** An item in an edition: the row of the list. */
export interface ListedItem {
  readonly editionKey: string;
  readonly item: PublishedItem;
}

const date = v.custom<PublishedItem["decisions"][number]["from"]>(
  (value) => typeof value === "string" && isCalendarDate(value),
  "Not a date",
);
const decisions = v.array(v.object({ decisionMaker: v.string(), from: date, to: date }));
const dateChanges = v.array(
  v.object({ decisionMaker: v.string(), from: date, to: date, reason: v.string() }),
);
const contacts = v.array(
  v.object({ name: v.string(), email: v.exactOptional(v.string()), telephone: v.exactOptional(v.string()) }),
);
const texts = v.array(v.string());

export const forwardPlanItems: ListMapping<ListedItem, (typeof forwardPlanItemsList)["columns"]> = {
  list: forwardPlanItemsList,
  read: (row) => ({
    editionKey: row.EditionKey,
    item: {
      key: row.ItemKey,
      title: row.ItemTitle ?? "",
      details: row.Details ?? "",
      decisions: readJson(decisions, row.Decisions, row.Key, "Decisions"),
      dateChanges: readJson(dateChanges, row.DateChanges, row.Key, "DateChanges"),
      financialImpact: row.FinancialImpact ?? false,
      communityImpact: row.CommunityImpact ?? false,
      secrecy: row.Secrecy,
      exemptParagraphs: splitTexts(row.ExemptParagraphs).map(Number),
      wards: splitTexts(row.Wards),
      scrutinyArea: row.ScrutinyArea ?? "",
      consultees: row.Consultees ?? "",
      consultationMethod: row.ConsultationMethod ?? "",
      backgroundDocuments: readJson(texts, row.BackgroundDocuments, row.Key, "BackgroundDocuments"),
      contacts: readJson(contacts, row.Contacts, row.Key, "Contacts"),
    },
  }),
  write: ({ editionKey, item }) => ({
    Key: `${editionKey}/${item.key}`,
    EditionKey: editionKey,
    ItemKey: item.key,
    ItemTitle: item.title,
    Details: item.details,
    Decisions: JSON.stringify(item.decisions),
    DateChanges: JSON.stringify(item.dateChanges),
    FinancialImpact: item.financialImpact,
    CommunityImpact: item.communityImpact,
    Secrecy: item.secrecy,
    ExemptParagraphs: joinTexts(item.exemptParagraphs.map(String)),
    Wards: joinTexts(item.wards),
    ScrutinyArea: item.scrutinyArea,
    Consultees: item.consultees,
    ConsultationMethod: item.consultationMethod,
    BackgroundDocuments: JSON.stringify(item.backgroundDocuments),
    Contacts: JSON.stringify(item.contacts),
  }),
};

function readJson<S extends v.GenericSchema>(
  schema: S,
  json: string | undefined,
  key: string,
  column: string,
): v.InferOutput<S> {
  try {
    return v.parse(schema, JSON.parse(json ?? "[]"));
  } catch (cause) {
    throw new Error(
      `The column ${column} of ${key} in ForwardPlanItems cannot be read. Mend it in SharePoint.`,
      {
        cause,
      },
    );
  }
}
