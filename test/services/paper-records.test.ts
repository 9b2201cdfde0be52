import { describe, expect, it } from "vitest";
import { toCalendarDate } from "../../shared/contracts/calendar-date.ts";
import { readPaperText } from "../../shared/documents/import/read-paper.ts";
import { minutesRecords } from "../../shared/services/paper-records.ts";

/** The records that minutes of a scrutiny committee mean. */
function recordsOf(body: string, held: ReadonlyMap<string, string> = new Map()) {
  const text = `HARBOUR PANEL\n\nMINUTES OF THE MEETING HELD AT THE TOWN HALL ON 5 SEPTEMBER 2024\n\nPRESENT: Councillor Amber (in the Chair)\n\n${body}\n`;
  const paper = readPaperText(new TextEncoder().encode(text), "minutes.txt");
  if (paper.kind !== "minutes") throw new Error(paper.kind);
  const placed = minutesRecords(paper, {
    bodies: [{ key: "HP", name: "Harbour Panel", aliases: [], kind: "Scrutiny", callInApplies: false }],
    people: [],
    portfolios: [],
    minuteMeetings: held,
    today: toCalendarDate("2026-11-22"),
  });
  if (!placed.placed) throw new Error(placed.warnings[0]?.message);
  return placed;
}

const interests = (first: string, second: string) =>
  `${first}APOLOGIES FOR ABSENCE\n\nNone.\n\n${second}DECLARATIONS OF INTEREST\n\nCouncillor Amber declared a personal interest in the ferry because she works on it.`;

describe("the keys of minutes", () => {
  it("name declarations after a minute that is written, where the paper gives no numbers", () => {
    const { minutes, declarations } = recordsOf(interests("", ""));
    expect(minutes.map(({ key }) => key)).toEqual(["HP-2024-09-05/1", "HP-2024-09-05/2"]);
    expect(declarations.map(({ minuteKey }) => minuteKey)).toEqual(["HP-2024-09-05/2"]);
  });

  it("stay those of the year where this very meeting's minutes are held under them", () => {
    const held = new Map([
      ["HP/2024-25/1", "HP-2024-09-05"],
      ["HP/2024-25/2", "HP-2024-09-05"],
    ]);
    expect(recordsOf(interests("1. ", "2. "), held).minutes.map(({ key }) => key)).toEqual([
      "HP/2024-25/1",
      "HP/2024-25/2",
    ]);
  });

  it("go below the meeting where another holds the year's", () => {
    const held = new Map([["HP/2024-25/1", "HP-2024-06-06"]]);
    expect(recordsOf(interests("1. ", "2. "), held).minutes[0]?.key).toBe("HP-2024-09-05/1");
  });

  it.each([
    ["Further to Minute No. 2 of 6 June 2024, the panel heard of the lift.", "HP-2024-06-06/2"],
    ["Further to Minute No. 2, the panel heard of the lift.", undefined],
  ])(
    "that begin again at every meeting name an earlier one by its day only: “%s”",
    (narrative, furtherTo) => {
      const { minutes } = recordsOf(
        `1. APOLOGIES FOR ABSENCE\n\nNone.\n\n2. LIFT AT THE PIER\n\n${narrative}`,
      );
      expect(minutes[1]?.furtherTo).toBe(furtherTo);
    },
  );
});
