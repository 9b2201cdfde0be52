import type { AgendaItem } from "../../../rules/meetings/meeting.ts";
import { held, joinTexts, splitTexts } from "../list-declaration.ts";
import type { ListMapping } from "../list-mapping.ts";
import { agendaItemsList } from "./columns.ts";

export const agendaItems: ListMapping<AgendaItem, (typeof agendaItemsList)["columns"]> = {
  list: agendaItemsList,
  read: (row) => ({
    key: row.Key,
    meetingKey: row.MeetingKey,
    number: row.ItemNumber,
    title: row.ItemTitle ?? "",
    paper: row.PaperState,
    exemptParagraphs: splitTexts(row.ExemptParagraphs).map(Number),
    ...held({
      reportOf: row.ReportOf,
      reportKey: row.ReportKey,
      pageFrom: row.PageFrom,
      pageTo: row.PageTo,
      keyDecision: row.KeyDecision,
      forwardPlanItemKey: row.ForwardPlanItemKey,
      state: row.ItemState,
      outcome: row.Outcome,
    }),
  }),
  write: (item) => ({
    Key: item.key,
    MeetingKey: item.meetingKey,
    ItemNumber: item.number,
    ItemTitle: item.title,
    PaperState: item.paper,
    ...held({
      ExemptParagraphs: joinTexts(item.exemptParagraphs.map(String)),
      ReportOf: item.reportOf,
      ReportKey: item.reportKey,
      PageFrom: item.pageFrom,
      PageTo: item.pageTo,
      KeyDecision: item.keyDecision,
      ForwardPlanItemKey: item.forwardPlanItemKey,
      ItemState: item.state,
      Outcome: item.outcome,
    }),
  }),
};
