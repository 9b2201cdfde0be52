import type { SectionContent, TableCell, TableRow } from "../../contracts/section-content.ts";
import { writtenShort } from "../dates/written-dates.ts";
import type { Meeting } from "../meetings/meeting.ts";
import type { WorkProgrammeItem } from "./work-programme.ts";

/**
 * The work programme of a committee for a municipal year as a table: a row for each item with its lead officer,
 * under its band; a column for each meeting. A cell holds the item’s mark for that meeting.
 * @param meetings of the committee in that year, in any order; cancelled and rearranged ones have no column.
 */
export function workProgrammeMatrix(
  committee: string,
  municipalYear: string,
  items: readonly WorkProgrammeItem[],
  meetings: readonly Meeting[],
): SectionContent {
  const columns = meetings
    .filter(({ state }) => state !== "Cancelled" && state !== "Rearranged")
    .sort((a, b) => a.date.localeCompare(b.date));
  const agreed = items
    .filter(({ state }) => state !== "Proposed" && state !== "Removed")
    .sort((a, b) => a.order - b.order);
  if (agreed.length === 0) {
    const text = `The work programme of ${committee} for ${municipalYear} has no items yet.`;
    return [{ kind: "paragraph", runs: [{ text }] }];
  }
  const cell = (...lines: readonly string[]): TableCell => ({
    paragraphs: lines.filter((line) => line !== "").map((text) => [{ text }]),
  });
  const rows: TableRow[] = [
    { cells: [cell("Item and lead officer"), ...columns.map(({ date }) => cell(writtenShort(date)))] },
  ];
  let band: string | undefined;
  for (const item of agreed) {
    if (item.band !== band && item.band !== undefined)
      rows.push({ cells: [{ ...cell(item.band), columnSpan: columns.length + 1 }] });
    band = item.band;
    const markAt = ({ key }: Meeting) => item.slots.find(({ meetingKey }) => meetingKey === key)?.mark ?? "";
    rows.push({
      cells: [cell(item.title, item.leadOfficer ?? ""), ...columns.map((meeting) => cell(markAt(meeting)))],
    });
  }
  return [{ kind: "table", caption: `Work programme ${municipalYear}, ${committee}`, headerRows: 1, rows }];
}
