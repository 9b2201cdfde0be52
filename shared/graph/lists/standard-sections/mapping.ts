import { toCalendarDate } from "../../../contracts/calendar-date.ts";
import type { ReportKind } from "../../../contracts/task-pane-api.ts";
import { reportKinds } from "../../../rules/reports/report.ts";
import type { StandardSection } from "../../../rules/reports/standard-section.ts";
import { joinTexts, splitTexts } from "../list-declaration.ts";
import type { ListMapping } from "../list-mapping.ts";
import { standardSectionsList } from "./columns.ts";

export const standardSections: ListMapping<StandardSection, (typeof standardSectionsList)["columns"]> = {
  list: standardSectionsList,
  read: (row) => ({
    key: row.Key,
    sectionKey: row.SectionKey,
    title: row.SectionTitle,
    html: row.Content ?? "",
    version: row.VersionNumber,
    inForceFrom: toCalendarDate(row.InForceFrom),
    ...(row.InForceTo !== undefined ? { inForceTo: toCalendarDate(row.InForceTo) } : {}),
    kinds: splitTexts(row.ReportKinds).map((kind) => reportKind(kind, row.Key)),
  }),
  write: (section) => ({
    Key: section.key,
    SectionKey: section.sectionKey,
    SectionTitle: section.title,
    Content: section.html,
    VersionNumber: section.version,
    InForceFrom: section.inForceFrom,
    ...(section.inForceTo !== undefined ? { InForceTo: section.inForceTo } : {}),
    ReportKinds: joinTexts(section.kinds),
  }),
};

function reportKind(kind: string, key: string): ReportKind {
  const known = reportKinds.find((one) => one === kind);
  if (known) return known;
  throw new Error(`The standard section ${key} is for “${kind}”, which is no kind of report.`);
}
