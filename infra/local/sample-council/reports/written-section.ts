import type { CalendarDate } from "../../../../shared/contracts/calendar-date.ts";
import {
  type Block,
  type List,
  type ListStyle,
  type Run,
  renderSectionHtml,
  type SectionContent,
} from "../../../../shared/contracts/section-content.ts";
import { addWorkingDays } from "../../../../shared/rules/dates/working-days.ts";
import {
  headingKey,
  type ReportSection,
  type ReportTable,
  type TableRows,
} from "../../../../shared/rules/reports/report.ts";
import { sampleCounting } from "../closed-days.ts";

export const words = (text: string, look: Omit<Run, "text"> = {}): Run => ({ text, ...look });

export const paragraph = (...runs: readonly (string | Run)[]): Block => ({
  kind: "paragraph",
  runs: runs.map((run) => (typeof run === "string" ? words(run) : run)),
});

export const list = (
  style: ListStyle,
  ...items: readonly (string | readonly [text: string, nested: List])[]
): List => ({
  kind: "list",
  style,
  items: items.map((item) =>
    typeof item === "string"
      ? { runs: [words(item)], lists: [] }
      : { runs: [words(item[0])], lists: [item[1]] },
  ),
});

/** A section of a sample report as it is written down. */
export interface WrittenSection {
  readonly heading: string;
  readonly level: 1 | 2 | 3;
  readonly state: ReportSection["state"];
  readonly contributor?: string;
  /** Working days from the day the council is made for. */
  readonly due?: number;
  readonly content?: SectionContent;
  readonly table?: { readonly title: string; readonly rows: TableRows };
}

/** The sections of a report with the tables that the record keeps on their own, each where its section shows it. */
export function sectionsOf(
  reportKey: string,
  written: readonly WrittenSection[],
  today: CalendarDate,
): { readonly sections: readonly ReportSection[]; readonly tables: readonly ReportTable[] } {
  const tables: ReportTable[] = [];
  const sections = written.map((section, place): ReportSection => {
    const key = `${reportKey}/${headingKey(section.heading)}`;
    const content: Block[] = [...(section.content ?? [])];
    if (section.table) {
      const table = { key: `${key}/T1`, reportKey, sectionKey: key, order: 1, ...section.table };
      tables.push(table);
      content.push({ kind: "tableReference", key: table.key });
    }
    return {
      key,
      reportKey,
      heading: section.heading,
      level: section.level,
      order: place + 1,
      html: renderSectionHtml(content),
      state: section.state,
      ...(section.contributor !== undefined ? { contributor: section.contributor } : {}),
      ...(section.due !== undefined ? { due: addWorkingDays(today, section.due, sampleCounting) } : {}),
    };
  });
  return { sections, tables };
}
