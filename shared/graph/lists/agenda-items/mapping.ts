import type { AgendaItem } from "../../../rules/meetings/meeting.ts";
import { joinTexts, splitTexts } from "../list-declaration.ts";
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
    ...(row.ReportOf !== undefined ? { reportOf: row.ReportOf } : {}),
    ...(row.ReportKey !== undefined ? { reportKey: row.ReportKey } : {}),
    ...(row.PageFrom !== undefined ? { pageFrom: row.PageFrom } : {}),
    ...(row.PageTo !== undefined ? { pageTo: row.PageTo } : {}),
  }),
  write: (item) => ({
    Key: item.key,
    MeetingKey: item.meetingKey,
    ItemNumber: item.number,
    ItemTitle: item.title,
    PaperState: item.paper,
    ...(item.exemptParagraphs.length > 0
      ? { ExemptParagraphs: joinTexts(item.exemptParagraphs.map(String)) }
      : {}),
    ...(item.reportOf !== undefined ? { ReportOf: item.reportOf } : {}),
    ...(item.reportKey !== undefined ? { ReportKey: item.reportKey } : {}),
    ...(item.pageFrom !== undefined ? { PageFrom: item.pageFrom } : {}),
    ...(item.pageTo !== undefined ? { PageTo: item.pageTo } : {}),
  }),
};
