import { type FrontSheetLayout, frontSheetLayouts, type Report } from "../../../rules/reports/report.ts";
import { held, joinTexts, splitTexts } from "../list-declaration.ts";
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
    ...held({
      portfolio: row.Portfolio,
      period: row.Period,
      meetingKey: row.MeetingKey,
      committee: row.Committee,
      exemptParagraphs: row.ExemptParagraphs?.split(",").map((paragraph) => paragraph.trim()),
      wards: row.Wards === undefined ? undefined : splitTexts(row.Wards),
      keyDecision: yes(row.KeyDecision),
      inForwardPlan: yes(row.InForwardPlan),
      furtherMeetingKeys: row.FurtherMeetings === undefined ? undefined : splitTexts(row.FurtherMeetings),
      implementationDate: row.ImplementationDate,
      layout: row.FrontSheetLayout === undefined ? undefined : readLayout(row.FrontSheetLayout),
      documentName: row.DocumentName,
    }),
    ...(row.ContactName !== undefined
      ? {
          contactOfficer: {
            name: row.ContactName,
            ...held({ telephone: row.ContactTelephone, email: row.ContactEmail }),
          },
        }
      : {}),
  }),
  write: (report) => ({
    Key: report.key,
    ReportKind: report.kind,
    Subject: report.subject,
    ReportOf: report.reportOf,
    ExemptReport: report.exempt,
    ReportState: report.state,
    ...held({
      Authors: joinTexts(report.authors),
      Portfolio: report.portfolio,
      Period: report.period,
      MeetingKey: report.meetingKey,
      Committee: report.committee,
      ExemptParagraphs: report.exemptParagraphs?.join(", "),
      Wards: joinTexts(report.wards ?? []),
      KeyDecision: yesOrNo(report.keyDecision),
      InForwardPlan: yesOrNo(report.inForwardPlan),
      FurtherMeetings: joinTexts(report.furtherMeetingKeys ?? []),
      ImplementationDate: report.implementationDate,
      ContactName: report.contactOfficer?.name,
      ContactTelephone: report.contactOfficer?.telephone,
      ContactEmail: report.contactOfficer?.email,
      FrontSheetLayout: report.layout,
      DocumentName: report.documentName,
    }),
  }),
};

const yes = (value: string | undefined) => (value === undefined ? undefined : value === "Yes");
const yesOrNo = (value: boolean | undefined) => (value === undefined ? undefined : value ? "Yes" : "No");

function readLayout(text: string): FrontSheetLayout {
  const layout = frontSheetLayouts.find((known) => known === text);
  if (!layout)
    throw new TypeError(`FrontSheetLayout is “${text}”; it may be ${frontSheetLayouts.join(" or ")}.`);
  return layout;
}
