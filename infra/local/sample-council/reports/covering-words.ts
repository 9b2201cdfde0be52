import {
  renderSectionHtml,
  type SectionContent,
  type Table,
} from "../../../../shared/contracts/section-content.ts";
import type { ReportTable } from "../../../../shared/rules/reports/report.ts";
import { list, paragraph } from "./written-section.ts";

/** The words below each heading of a covering report, by the heading as the front sheet’s template prints it. */
export type CoveringWords = Readonly<Record<string, SectionContent>>;

/** What a report says where a heading has nothing to do with it. */
export const nothingToSay: SectionContent = [paragraph("None.")];

/** Words for a report of which only the heart is worth telling: the other headings carry what papers carry there. */
export function shortWords(told: {
  readonly summary: string;
  readonly recommended: readonly string[];
  readonly because: string;
  readonly rejected: string;
  readonly cost: string;
}): CoveringWords {
  return {
    "Summary:": [paragraph(told.summary)],
    "Purpose/Summary": [paragraph(told.summary)],
    "Recommendation(s):": [paragraph("That:"), list("decimal", ...told.recommended)],
    "Reasons for the Recommendation(s):": [paragraph(told.because)],
    "Alternative Options Considered and Rejected: (including any Risk Implications)": [
      paragraph(told.rejected),
    ],
    "(A) Revenue Costs": [paragraph(told.cost)],
    "(B) Capital Costs": nothingToSay,
    "Legal Implications:": [paragraph("No implications.")],
    "Equality Implications:": [paragraph("There are no equality implications.")],
    "(A) Internal Consultations": [
      paragraph(
        "The Executive Director of Corporate Resources and the Legal and Democratic Officer have been consulted and their comments are in the report.",
      ),
    ],
    "(B) External Consultations": [paragraph("Not applicable.")],
    "Implementation Date for the Decision": [paragraph("Following the call-in period.")],
    "Appendices:": [paragraph("There are no appendices to this report.")],
    "Background Papers:": [paragraph("There are no background papers available for inspection.")],
  };
}

/** The implications of the older layout, filled in. */
export function implicationsTable(rows: readonly (readonly [label: string, words: string])[]): Table {
  return {
    kind: "table",
    caption: "Implications",
    headerRows: 1,
    rows: [["Implication", "Assessment"] as const, ...rows].map(([label, text]) => ({
      cells: [{ paragraphs: [[{ text: label }]] }, { paragraphs: [[{ text }]] }],
    })),
  };
}

/** The canonical HTML of a section, with the tables of the record that it shows. */
export function htmlOf(content: SectionContent, tables: readonly ReportTable[]): string {
  return renderSectionHtml([
    ...content,
    ...tables.map(({ key }) => ({ kind: "tableReference", key }) as const),
  ]);
}
