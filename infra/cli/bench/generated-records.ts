import { allWards, type PublishedEdition, type PublishedItem } from "../../../shared/contracts/answer.ts";
import { type CalendarDate, toCalendarDate } from "../../../shared/contracts/calendar-date.ts";
import type { Report, ReportSection, ReportTable } from "../../../shared/rules/reports/report.ts";

/** Made-up records, the same on every run, of any size. */
const subjects = [
  "Highways Maintenance Programme",
  "Adult Social Care Framework",
  "School Places Planning",
  "Library Service Review",
  "Household Waste Collection",
  "Coastal Defence Works",
  "Housing Allocations Policy",
  "Leisure Centre Refurbishment",
  "Town Centre Regeneration",
  "Foster Care Payments",
  "Public Health Grant",
  "Parking Enforcement Contract",
  "Flood Risk Strategy",
  "Energy Procurement",
  "Digital Inclusion Plan",
];
const steps = [
  "Award of Contract",
  "Approval to Consult",
  "Final Decision",
  "Business Case",
  "Annual Report",
];
const places = ["Northfield", "Eastbrook", "Harbour Quay", "Mill Lane", "St Aidan’s", "Priory", "Oakwood"];
const makers = ["Cabinet", "Cabinet Member – Regeneration", "Cabinet Member – Health", "Council"];
const areas = ["Regeneration and Skills", "Adult Social Care and Health", "Children’s Services"];
const officers = ["Robin Marsh", "Jo Fielding", "Sam Ashworth", "Kit Barrow"];

const pick = <T>(from: readonly T[], place: number): T => from[place % from.length] as T;

/** An edition that covers four months from the first of the month of `today`, published on the day. */
export function generatedEdition(today: CalendarDate): PublishedEdition {
  const [year = 0, month = 0] = today.split("-").map(Number);
  const last = new Date(Date.UTC(year, month + 3, 0)).toISOString().slice(0, 10);
  return {
    key: `FP/${today.slice(0, 7)}`,
    periodFrom: toCalendarDate(`${today.slice(0, 7)}-01`),
    periodTo: toCalendarDate(last),
    publishedOn: today,
  };
}

/** Items spread over the edition’s months. */
export function generatedItems(count: number, { periodFrom }: PublishedEdition): PublishedItem[] {
  const start = Date.parse(`${periodFrom}T00:00:00Z`);
  return Array.from({ length: count }, (_, number) => {
    const on = toCalendarDate(new Date(start + ((number * 7) % 120) * 86_400_000).toISOString().slice(0, 10));
    return {
      key: `${periodFrom.slice(0, 4)}-${String(number + 1).padStart(5, "0")}`,
      title: `${pick(places, number)} ${pick(subjects, number * 3 + Math.floor(number / 7))} – ${pick(steps, Math.floor(number / 15))} ${1 + (number % 97)}`,
      details: `To seek approval for the next stage of the ${pick(subjects, number)} in ${pick(places, number)}.`,
      decisions: [{ decisionMaker: pick(makers, number), from: on, to: on }],
      dateChanges: [],
      financialImpact: number % 2 === 0,
      communityImpact: number % 3 === 0,
      secrecy: number % 11 === 0 ? "part-exempt" : "open",
      exemptParagraphs: number % 11 === 0 ? [3] : [],
      wards: number % 4 === 0 ? [pick(places, number)] : [allWards],
      scrutinyArea: pick(areas, number),
      consultees: "Ward councillors",
      consultationMethod: "Letter",
      backgroundDocuments: [],
      contacts: [
        { name: pick(officers, number), email: "contact@council.example", telephone: "0100 000 0001" },
      ],
    };
  });
}

/** A report of that many sections, about 300 words each, the first of them with a table. */
export function generatedReport(
  author: string,
  sectionCount: number,
  tableCount: number,
): { report: Report; sections: ReportSection[]; tables: ReportTable[] } {
  const key = "CMR/BENCH/2026-12";
  const paragraph = `<p>${pick(subjects, 4)} made progress in the period. ${"The service met its targets and kept within its budget while demand grew. ".repeat(7).trim()}</p>`;
  const sections = Array.from({ length: sectionCount }, (_, number): ReportSection => {
    const heading = `${pick(subjects, number)} ${number + 1}`;
    return {
      key: `${key}/SECTION-${number + 1}`,
      reportKey: key,
      heading,
      level: number % 4 === 0 ? 1 : 2,
      order: number + 1,
      html: `${paragraph.repeat(3)}<ul><li>one <strong>measure</strong></li><li>another measure</li></ul>`,
      state: "contributed",
    };
  });
  const tables = sections.slice(0, tableCount).map(
    (section): ReportTable => ({
      key: `${section.key}/T1`,
      reportKey: key,
      sectionKey: section.key,
      order: 1,
      title: `Budget of ${section.heading}`,
      rows: {
        kind: "plain",
        header: ["Service", "Budget", "Forecast", "Variance"],
        rows: Array.from({ length: 12 }, (_, row) => [`Service ${row + 1}`, "1,000", "1,025", "25"]),
      },
    }),
  );
  const report: Report = {
    key,
    kind: "cabinet-member-report",
    subject: "Cabinet Member Update Report",
    reportOf: "Cabinet Member",
    portfolio: "Regeneration",
    period: "November 2026",
    authors: [author],
    exempt: "Open",
    state: "draft",
  };
  return { report, sections, tables };
}
