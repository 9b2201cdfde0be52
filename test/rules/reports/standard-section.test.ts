import { describe, expect, it } from "vitest";
import { toCalendarDate as day } from "../../../shared/contracts/calendar-date.ts";
import { inForceOn, type StandardSection } from "../../../shared/rules/reports/standard-section.ts";

const version = (number: number, from: string, to?: string): StandardSection => ({
  key: `STD/EQUALITY/${number}`,
  sectionKey: "STD/EQUALITY",
  title: "Equality implications",
  html: `<p>${number}</p>`,
  version: number,
  inForceFrom: day(from),
  ...(to ? { inForceTo: day(to) } : {}),
  kinds: ["covering-report"],
});
const versions = [version(1, "2024-01-01", "2026-08-31"), version(2, "2026-09-01"), version(3, "2027-01-01")];

describe("the version of a standard section in force", () => {
  it.each([
    ["2023-12-31", []],
    ["2024-01-01", [1]],
    ["2026-08-31", [1]],
    ["2026-09-01", [2]],
    ["2026-12-31", [2]],
    ["2027-01-01", [3]],
  ])("on %s is %j", (today, expected) => {
    expect(inForceOn(versions, day(today)).map((one) => one.version)).toEqual(expected);
    expect(inForceOn([...versions].reverse(), day(today)).map((one) => one.version)).toEqual(expected);
  });
});
