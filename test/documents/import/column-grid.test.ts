import { describe, expect, it } from "vitest";
import { gridRows, type PlacedWords } from "../../../shared/documents/import/forms/column-grid.ts";
import { piecesOf } from "../../../shared/documents/import/forms/spaced-columns.ts";

/** Lines of a drawing, a blank one where rows stand apart. */
function rows(drawing: string, knows?: (first: string) => boolean) {
  const lines = drawing.replace(/^\n/, "").split("\n");
  const grid = lines.flatMap((text, at) =>
    text.trim() === ""
      ? []
      : [{ pieces: piecesOf(text), gapAbove: at > 0 && (lines[at - 1] ?? "").trim() === "" }],
  );
  return gridRows(grid, { unit: 1, ...(knows ? { knows } : {}) }).map(({ cells }) =>
    cells.map((cell) => cell.replace(/\v/g, " ")),
  );
}

describe("the rows of a table without borders", () => {
  it("join the lines of a cell set at the top of its row", () => {
    expect(
      rows(`
Risk                 Likelihood   What we do
Drivers cannot       Medium       A standby crew; own staff
be found                          are trained
Forecast is wrong    Low          Two forecasters`),
    ).toEqual([
      ["Risk", "Likelihood", "What we do"],
      ["Drivers cannot be found", "Medium", "A standby crew; own staff are trained"],
      ["Forecast is wrong", "Low", "Two forecasters"],
    ]);
  });

  it("join the lines of a cell set about the middle of its row", () => {
    expect(
      rows(`
                 10 June   9 Sept
Item
                 2027      2027
Reablement -
twelve months    X         X
on
Carers'
                           X
strategy`),
    ).toEqual([
      ["Item", "10 June 2027", "9 Sept 2027"],
      ["Reablement - twelve months on", "X", "X"],
      ["Carers' strategy", "", "X"],
    ]);
  });

  it("never join two figures of one column", () => {
    expect(
      rows(`
              2027   2028
Fixed sum      310    316
Salt           190    194`),
    ).toEqual([
      ["", "2027", "2028"],
      ["Fixed sum", "310", "316"],
      ["Salt", "190", "194"],
    ]);
  });

  it("end a row where a label that is known ends, on however many lines", () => {
    const labels = new Set(["Documents to be considered", "Consultees", "Wards affected"]);
    expect(
      rows(
        `
Documents to be     Report of the Director; Winter
considered          Service Policy
                    Neighbouring councils and the Fire
Consultees
                    Service
Wards affected      All`,
        (first) => labels.has(first),
      ),
    ).toEqual([
      ["Documents to be considered", "Report of the Director; Winter Service Policy"],
      ["Consultees", "Neighbouring councils and the Fire Service"],
      ["Wards affected", "All"],
    ]);
  });

  it("part a line where a text of a page begins at the edge of a column", () => {
    const words = (...runs: [number, string][]): PlacedWords => ({
      x: runs[0]?.[0] ?? 0,
      end: (runs.at(-1)?.[0] ?? 0) + (runs.at(-1)?.[1].length ?? 0),
      text: runs.map(([, text]) => text).join(" "),
      runs: runs.map(([x, text]) => ({ x, text })),
    });
    const lines = [
      [words([0, "Subject:"]), words([20, "Lamps"])],
      [words([0, "Date of the Meeting"], [20, "5 June 2025"])],
    ].map((pieces) => ({ pieces, gapAbove: false }));
    expect(gridRows(lines, { unit: 1, exact: true }).map(({ cells }) => cells)).toEqual([
      ["Subject:", "Lamps"],
      ["Date of the Meeting", "5 June 2025"],
    ]);
  });
});
