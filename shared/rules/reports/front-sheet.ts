import type { CalendarDate } from "../../contracts/calendar-date.ts";
import { writtenInFull } from "../dates/written-dates.ts";
import type { Report } from "./report.ts";

/** A meeting as a front sheet names it. */
export interface NamedMeeting {
  readonly body: string;
  readonly date: CalendarDate;
}

export interface FrontSheetPair {
  readonly label: string;
  /** Several lines where a report goes to several meetings. */
  readonly value: string;
}

/**
 * The front sheet of a covering report, in rows of one or two pairs of label and value.
 * The older layout asks in whole questions and names no portfolio.
 */
export function frontSheetRows(report: Report, meetings: readonly NamedMeeting[]): FrontSheetPair[][] {
  const older = report.layout === "front-sheet-older";
  const pair = (label: string, value: string): FrontSheetPair => ({ label, value });
  return [
    [
      pair("Report to:", meetings.map(({ body }) => body).join("\n")),
      pair("Date of Meeting:", meetings.map(({ date }) => writtenInFull(date)).join("\n")),
    ],
    [pair("Subject:", report.subject)],
    [pair("Report of:", report.reportOf), pair("Wards Affected:", wardsInWords(report.wards ?? []))],
    ...(older ? [] : [[pair("Portfolio:", report.portfolio ?? "")]]),
    [
      pair(older ? "Is this a Key Decision?" : "Is this a Key Decision:", yesOrNo(report.keyDecision)),
      pair(
        older ? "Is it included in the Forward Plan?" : "Included in Forward Plan:",
        yesOrNo(report.inForwardPlan),
      ),
    ],
    [pair("Exempt / Confidential Report:", exemptInWords(report))],
  ];
}

/** The contact table of a covering report; empty when nobody is named. */
export function contactRows({ contactOfficer }: Report): FrontSheetPair[] {
  if (!contactOfficer) return [];
  return [
    { label: "Contact Officer:", value: contactOfficer.name },
    { label: "Telephone Number:", value: contactOfficer.telephone ?? "" },
    { label: "Email Address:", value: contactOfficer.email ?? "" },
  ];
}

function wardsInWords(wards: readonly string[]): string {
  return wards.length === 0 ? "(All Wards);" : wards.map((ward) => `${ward};`).join(" ");
}

/** Blank until somebody has said it. */
function yesOrNo(value: boolean | undefined): string {
  if (value === undefined) return "";
  return value ? "Yes" : "No";
}

function exemptInWords({ exempt, exemptParagraphs = [] }: Report): string {
  if (exempt === "Open") return "No";
  const how = exempt === "Part" ? "Yes, in part" : "Yes";
  if (exemptParagraphs.length === 0) return how;
  return `${how} (${exemptParagraphs.length === 1 ? "paragraph" : "paragraphs"} ${exemptParagraphs.join(", ")})`;
}
