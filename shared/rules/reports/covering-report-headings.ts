import { escapeHtml, renderSectionHtml, type TableRow } from "../../contracts/section-content.ts";
import { type FrontSheetLayout, headingKey, type Report, type ReportSection } from "./report.ts";

/** A heading that every covering report has, in its place. */
export interface CoveringReportHeading {
  readonly heading: string;
  readonly level: 1 | 2;
  /** Whether a report is complete without words below it. */
  readonly mandatory: boolean;
}

const chapter = (heading: string, mandatory = true): CoveringReportHeading => ({
  heading,
  level: 1,
  mandatory,
});
const part = (heading: string, mandatory = false): CoveringReportHeading => ({
  heading,
  level: 2,
  mandatory,
});

/** The heading that the contact table closes. */
const implementationDateHeading = "Implementation Date for the Decision";

const opening = [
  chapter("Recommendation(s):"),
  chapter("Reasons for the Recommendation(s):"),
  chapter("Alternative Options Considered and Rejected: (including any Risk Implications)"),
  chapter("What will it cost and how will it be financed?", false),
  part("(A) Revenue Costs", true),
  part("(B) Capital Costs"),
];

const closing = [
  chapter(implementationDateHeading),
  chapter("Appendices:", false),
  chapter("Background Papers:"),
  chapter("Introduction/Background"),
];

/**
 * The standard headings in order, by layout: as the front sheets of 2018 have them. Capital costs, resource and
 * legal implications, most core purposes and external consultations are often blank in published papers, so they
 * are not mandatory.
 */
const coveringReportHeadings: Readonly<Record<FrontSheetLayout, readonly CoveringReportHeading[]>> = {
  "front-sheet": [
    chapter("Summary:"),
    ...opening,
    chapter("Implications of the Proposals:", false),
    part("Resource Implications (Financial, IT, Staffing and Assets):"),
    part("Legal Implications:"),
    part("Equality Implications:", true),
    chapter("Contribution to the Council’s Core Purpose:", false),
    part("Protect the most vulnerable:"),
    part("Facilitate confident and resilient communities:"),
    part("Commission, broker and provide core services:"),
    part("Place – leadership and influencer:"),
    part("Drivers of change and reform:"),
    part("Facilitate sustainable economic prosperity:"),
    part("Greater income for social investment:"),
    part("Cleaner Greener"),
    chapter("What consultations have taken place on the proposals and when?", false),
    part("(A) Internal Consultations", true),
    part("(B) External Consultations"),
    ...closing,
  ],
  "front-sheet-older": [
    chapter("Purpose/Summary"),
    ...opening,
    chapter("Implications:"),
    chapter("Impact of the Proposals on Service Delivery:"),
    chapter("What consultations have taken place on the proposals and when?"),
    ...closing,
  ],
};

/** The rows of the implications table in the older layout; the last three are ticked. */
const implications = ["Financial", "Legal", "Human Resources", "Equality 1", "Equality 2", "Equality 3"];

/** The sections of a new covering report: every standard heading, open, with what the record knows already. */
export function coveringReportSections(report: Report): ReportSection[] {
  return coveringReportHeadings[report.layout ?? "front-sheet"].map(({ heading, level }, index) => ({
    key: `${report.key}/${headingKey(heading)}`,
    reportKey: report.key,
    heading,
    level,
    order: index + 1,
    html: firstWords(heading, report),
    state: "open",
  }));
}

function firstWords(heading: string, report: Report): string {
  if (heading === implementationDateHeading && report.implementationDate)
    return `<p>${escapeHtml(report.implementationDate)}</p>`;
  if (heading !== "Implications:") return "";
  const row = (label: string, value: string): TableRow => ({
    cells: [{ paragraphs: [[{ text: label }]] }, { paragraphs: value === "" ? [] : [[{ text: value }]] }],
  });
  const rows = [row("Implication", "Assessment"), ...implications.map((label) => row(label, ""))];
  return renderSectionHtml([{ kind: "table", caption: "Implications", headerRows: 1, rows }]);
}

/** Whether the contact table closes a section: the one about the implementation date. */
export function isClosedByContact(section: ReportSection): boolean {
  return headingKey(section.heading) === headingKey(implementationDateHeading);
}
