import { reportKinds, reportStates } from "../../../rules/reports/report.ts";
import { declareList } from "../list-declaration.ts";

/** Key: kind, subject and period, `CMR/<PORTFOLIO>/2026-12`. */
export const reportsList = declareList({
  name: "Reports",
  description: "Reports on their way to a meeting. Metadata only: no exempt text, here or in any column.",
  columns: {
    ReportKind: { type: "choice", choices: reportKinds, required: true },
    Subject: { type: "text", required: true },
    ReportOf: { type: "text", required: true },
    Portfolio: { type: "text" },
    Period: { type: "text" },
    MeetingKey: { type: "text", indexed: true },
    Committee: { type: "note" },
    Authors: { type: "note" },
    ExemptReport: { type: "choice", choices: ["Open", "Part", "Full"], required: true },
    ExemptParagraphs: { type: "text" },
    Wards: { type: "note" },
    KeyDecision: { type: "text" },
    InForwardPlan: { type: "text" },
    FurtherMeetings: { type: "note" },
    ImplementationDate: { type: "text" },
    ContactName: { type: "text" },
    ContactTelephone: { type: "text" },
    ContactEmail: { type: "text" },
    FrontSheetLayout: { type: "text" },
    ReportState: { type: "choice", choices: reportStates, required: true, indexed: true },
    DocumentName: { type: "text" },
  },
});
