import { sectionStates } from "../../../rules/reports/report.ts";
import { declareList } from "../list-declaration.ts";

/** Key: report and heading, `CMR/<PORTFOLIO>/2026-12/INTERNAL-AUDIT`. */
export const reportSectionsList = declareList({
  name: "ReportSections",
  description: "Sections of reports, their text as a small subset of HTML.",
  columns: {
    ReportKey: { type: "text", required: true, indexed: true },
    Heading: { type: "text", required: true },
    HeadingLevel: { type: "number", required: true },
    SectionOrder: { type: "number", required: true },
    Content: { type: "note" },
    SectionState: { type: "choice", choices: sectionStates, required: true, indexed: true },
    Contributor: { type: "text" },
    DueDate: { type: "text", indexed: true },
  },
});
