import { describe, expect, it } from "vitest";
import { toCalendarDate } from "../../shared/contracts/calendar-date.ts";
import type { Meeting, MeetingState } from "../../shared/rules/meetings/meeting.ts";
import type {
  WorkProgrammeItem,
  WorkProgrammeState,
} from "../../shared/rules/work-programme/work-programme.ts";
import { workProgrammeMatrix } from "../../shared/rules/work-programme/work-programme-matrix.ts";

function meeting(date: string, state: MeetingState = "Scheduled"): Meeting {
  return {
    key: `OSRS-${date}`,
    bodyKey: "OSRS",
    date: toCalendarDate(date),
    municipalYear: "2026/27",
    state,
  };
}

function item(
  order: number,
  title: string,
  slots: readonly [string, string][],
  more: { band?: string; leadOfficer?: string; state?: WorkProgrammeState } = {},
): WorkProgrammeItem {
  const { state = "Scheduled", ...rest } = more;
  return {
    key: `OSRS/2026-27/WP/${order}`,
    bodyKey: "OSRS",
    municipalYear: "2026/27",
    title,
    source: "Member",
    order,
    state,
    slots: slots.map(([date, mark]) => ({ meetingKey: `OSRS-${date}`, mark })),
    ...rest,
  };
}

/** The table as lines of text, cells between bars. */
function lines(content: ReturnType<typeof workProgrammeMatrix>): string[] {
  const [table] = content;
  if (table?.kind !== "table") throw new Error("There is no table.");
  return table.rows.map(({ cells }) =>
    cells
      .map(({ paragraphs }) => paragraphs.map((runs) => runs.map(({ text }) => text).join("")).join(" / "))
      .join(" | "),
  );
}

describe("The work programme of a committee as a table", () => {
  it("has a column a meeting in the order of the dates, and a row an item under its band", () => {
    const content = workProgrammeMatrix(
      "Regeneration Scrutiny",
      "2026/27",
      [
        item(2, "Parks strategy", [["2026-09-15", "Draft"]], { leadOfficer: "Head of Parks" }),
        item(1, "Performance", [
          ["2026-06-16", "X"],
          ["2026-09-15", "X"],
        ]),
        item(3, "Cabinet Member update", [["2026-06-16", "X"]], { band: "Regular reports" }),
      ],
      [meeting("2026-09-15"), meeting("2026-06-16"), meeting("2026-07-21", "Cancelled")],
    );
    expect(lines(content)).toEqual([
      "Item and lead officer | 16 Jun 2026 | 15 Sep 2026",
      "Performance | X | X",
      "Parks strategy / Head of Parks |  | Draft",
      "Regular reports",
      "Cabinet Member update | X | ",
    ]);
  });

  it("leaves out what is only proposed or has been removed, and says when nothing is left", () => {
    const content = workProgrammeMatrix(
      "Regeneration Scrutiny",
      "2026/27",
      [item(1, "Buses", [], { state: "Proposed" }), item(2, "Trams", [], { state: "Removed" })],
      [meeting("2026-06-16")],
    );
    expect(content).toEqual([
      {
        kind: "paragraph",
        runs: [{ text: "The work programme of Regeneration Scrutiny for 2026/27 has no items yet." }],
      },
    ]);
  });
});
