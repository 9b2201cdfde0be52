import type { Report } from "../../../rules/reports/report.ts";
import { joinTexts, splitTexts } from "../list-declaration.ts";
import type { ListMapping } from "../list-mapping.ts";
import { reportsList } from "./columns.ts";

export const reports: ListMapping<Report, (typeof reportsList)["columns"]> = {
  list: reportsList,
  read: (row) => ({
    key: row.Key,
    kind: row.ReportKind,
    subject: row.Subject,
    reportOf: row.ReportOf,
    authors: splitTexts(row.Authors),
    exempt: row.ExemptReport,
    state: row.ReportState,
    ...(row.Portfolio !== undefined ? { portfolio: row.Portfolio } : {}),
    ...(row.Period !== undefined ? { period: row.Period } : {}),
    ...(row.MeetingKey !== undefined ? { meetingKey: row.MeetingKey } : {}),
    ...(row.Committee !== undefined ? { committee: row.Committee } : {}),
    ...(row.DocumentName !== undefined ? { documentName: row.DocumentName } : {}),
  }),
  write: (report) => ({
    Key: report.key,
    ReportKind: report.kind,
    Subject: report.subject,
    ReportOf: report.reportOf,
    ExemptReport: report.exempt,
    ReportState: report.state,
    ...(report.authors.length > 0 ? { Authors: joinTexts(report.authors) } : {}),
    ...(report.portfolio !== undefined ? { Portfolio: report.portfolio } : {}),
    ...(report.period !== undefined ? { Period: report.period } : {}),
    ...(report.meetingKey !== undefined ? { MeetingKey: report.meetingKey } : {}),
    ...(report.committee !== undefined ? { Committee: report.committee } : {}),
    ...(report.documentName !== undefined ? { DocumentName: report.documentName } : {}),
  }),
};
