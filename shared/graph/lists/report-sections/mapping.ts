import { toCalendarDate } from "../../../contracts/calendar-date.ts";
import type { ReportSection } from "../../../rules/reports/report.ts";
import type { ListMapping } from "../list-mapping.ts";
import { reportSectionsList } from "./columns.ts";

export const reportSections: ListMapping<ReportSection, (typeof reportSectionsList)["columns"]> = {
  list: reportSectionsList,
  read: (row) => ({
    key: row.Key,
    reportKey: row.ReportKey,
    heading: row.Heading,
    level: headingLevel(row.HeadingLevel, row.Key),
    order: row.SectionOrder,
    html: row.Content ?? "",
    state: row.SectionState,
    ...(row.Contributor !== undefined ? { contributor: row.Contributor } : {}),
    ...(row.DueDate !== undefined ? { due: toCalendarDate(row.DueDate) } : {}),
  }),
  write: (section) => ({
    Key: section.key,
    ReportKey: section.reportKey,
    Heading: section.heading,
    HeadingLevel: section.level,
    SectionOrder: section.order,
    SectionState: section.state,
    ...(section.html !== "" ? { Content: section.html } : {}),
    ...(section.contributor !== undefined ? { Contributor: section.contributor } : {}),
    ...(section.due !== undefined ? { DueDate: section.due } : {}),
  }),
};

function headingLevel(level: number, key: string): 1 | 2 | 3 {
  if (level === 1 || level === 2 || level === 3) return level;
  throw new Error(
    `The section ${key} has the heading level ${level}; a section’s heading has level 1, 2 or 3.`,
  );
}
