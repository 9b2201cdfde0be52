import { describe, expect, it } from "vitest";
import { type Part, partsOf, placeFor } from "../../addin/task-pane/parts.ts";
import { dueWords, longDay, tableDay } from "../../addin/task-pane/words.ts";
import { councilReport, councilSections, councilTables } from "../builders/council-report.ts";

describe("dates and deadlines", () => {
  it.each([
    ["2026-11-26", 3, "due Thursday 26 November (in 3 working days)"],
    ["2026-11-24", 1, "due Tuesday 24 November (in 1 working day)"],
    ["2026-11-23", 0, "due Monday 23 November (today)"],
    ["2026-11-20", -1, "due Friday 20 November (late by 1 working day)"],
    ["2026-11-13", -6, "due Friday 13 November (late by 6 working days)"],
  ])("%s with %i working days left is “%s”", (date, workingDaysLeft, words) => {
    expect(dueWords({ date, workingDaysLeft })).toBe(words);
  });

  it("long and short days are spelled the council's way", () => {
    expect(longDay("2026-12-08")).toBe("Tuesday 8 December");
    expect(tableDay("2026-12-08")).toBe("8 Dec 2026");
    expect(tableDay("2026-09-01")).toBe("1 Sep 2026");
  });
});

describe("where a part goes", () => {
  const parts = partsOf({
    report: councilReport,
    sections: [...councilSections].reverse(),
    tables: councilTables,
    extracts: [],
  });
  const standing = (...keys: string[]) => ({
    map: {
      reportKey: councilReport.key,
      controls: parts
        .filter((part) => keys.includes(part.title))
        .map(({ key, title }) => ({
          tag: title,
          kind: "section" as const,
          key,
          version: "1",
          hash: "",
          base: "",
        })),
    },
    tags: keys,
    copies: [],
  });
  const part = (title: string): Part => {
    const found = parts.find((one) => one.title === title);
    if (!found) throw new Error(`There is no ${title}.`);
    return found;
  };

  it("parts are in the order of the report, tables after their section", () => {
    expect(parts.map((one) => one.title).slice(0, 4)).toEqual([
      "Corporate Finance",
      "Budget Monitoring",
      "Revenue budget by service",
      "ICT",
    ]);
  });

  it.each([
    ["ICT", [], "end"],
    ["ICT", ["Corporate Finance", "Customer Services"], { after: "Corporate Finance" }],
    ["ICT", ["Customer Services", "Internal Audit"], { before: "Internal Audit" }],
    [
      "Customer Services",
      ["Corporate Finance", "Revenue budget by service"],
      { after: "Revenue budget by service" },
    ],
  ] as const)("%s among %j goes %j", (title, there, place) => {
    expect(placeFor(part(title), parts, standing(...there))).toEqual(place);
  });

  it("a control of the map that is no longer in the document does not count", () => {
    const link = { ...standing("Corporate Finance"), tags: [] };
    expect(placeFor(part("ICT"), parts, link)).toBe("end");
  });
});
