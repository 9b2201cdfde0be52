import { type FrontSheetLayout, frontSheetLayouts, type Report } from "../../../rules/reports/report.ts";
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
    ...(row.ExemptParagraphs !== undefined
      ? { exemptParagraphs: row.ExemptParagraphs.split(",").map((paragraph) => paragraph.trim()) }
      : {}),
    ...(row.Wards !== undefined ? { wards: splitTexts(row.Wards) } : {}),
    ...(row.KeyDecision !== undefined ? { keyDecision: row.KeyDecision === "Yes" } : {}),
    ...(row.InForwardPlan !== undefined ? { inForwardPlan: row.InForwardPlan === "Yes" } : {}),
    ...(row.FurtherMeetings !== undefined ? { furtherMeetingKeys: splitTexts(row.FurtherMeetings) } : {}),
    ...(row.ImplementationDate !== undefined ? { implementationDate: row.ImplementationDate } : {}),
    ...(row.ContactName !== undefined
      ? {
          contactOfficer: {
            name: row.ContactName,
            ...(row.ContactTelephone !== undefined ? { telephone: row.ContactTelephone } : {}),
            ...(row.ContactEmail !== undefined ? { email: row.ContactEmail } : {}),
          },
        }
      : {}),
    ...(row.FrontSheetLayout !== undefined ? { layout: readLayout(row.FrontSheetLayout) } : {}),
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
    ...(report.exemptParagraphs !== undefined && report.exemptParagraphs.length > 0
      ? { ExemptParagraphs: report.exemptParagraphs.join(", ") }
      : {}),
    ...(report.wards !== undefined && report.wards.length > 0 ? { Wards: joinTexts(report.wards) } : {}),
    ...(report.keyDecision !== undefined ? { KeyDecision: yesOrNo(report.keyDecision) } : {}),
    ...(report.inForwardPlan !== undefined ? { InForwardPlan: yesOrNo(report.inForwardPlan) } : {}),
    ...(report.furtherMeetingKeys !== undefined && report.furtherMeetingKeys.length > 0
      ? { FurtherMeetings: joinTexts(report.furtherMeetingKeys) }
      : {}),
    ...(report.implementationDate !== undefined ? { ImplementationDate: report.implementationDate } : {}),
    ...(report.contactOfficer !== undefined ? { ContactName: report.contactOfficer.name } : {}),
    ...(report.contactOfficer?.telephone !== undefined
      ? { ContactTelephone: report.contactOfficer.telephone }
      : {}),
    ...(report.contactOfficer?.email !== undefined ? { ContactEmail: report.contactOfficer.email } : {}),
    ...(report.layout !== undefined ? { FrontSheetLayout: report.layout } : {}),
    ...(report.documentName !== undefined ? { DocumentName: report.documentName } : {}),
  }),
};

const yesOrNo = (value: boolean): "Yes" | "No" => (value ? "Yes" : "No");

function readLayout(text: string): FrontSheetLayout {
  const layout = frontSheetLayouts.find((known) => known === text);
  if (!layout)
    throw new TypeError(`FrontSheetLayout is “${text}”; it may be ${frontSheetLayouts.join(" or ")}.`);
  return layout;
}
