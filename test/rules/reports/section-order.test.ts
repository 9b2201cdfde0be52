import { describe, expect, it } from "vitest";
import { branchOf, movedSections } from "../../../shared/rules/reports/section-order.ts";

/** “A1 B2 C1”: keys with their levels. */
const sections = (text: string) =>
  text.split(" ").map((one) => ({ key: one.slice(0, 1), level: Number(one.slice(1)) }));

describe("moving a section past its neighbour", () => {
  it.each([
    ["A1 B1 C1", "B", "up", "BAC"],
    ["A1 B1 C1", "B", "down", "ACB"],
    ["A1 B1 C1", "A", "up", null],
    ["A1 B1 C1", "C", "down", null],
    ["A1 B2 C2 D1 E2", "D", "up", "DEABC"],
    ["A1 B2 C2 D1 E2", "A", "down", "DEABC"],
    ["A1 B2 C2 D1 E2", "B", "down", "ACBDE"],
    ["A1 B2 C2 D1 E2", "C", "down", null],
    ["A1 B2 C2 D1 E2", "B", "up", null],
    ["A2 B1 C1", "B", "up", "BAC"],
    ["A1 B1", "X", "up", null],
  ] as const)("%s: %s %s gives %s", (text, key, direction, expected) => {
    expect(movedSections(sections(text), key, direction)?.join("") ?? null).toBe(expected);
  });

  it("a section’s branch is itself and what is deeper below it", () => {
    expect(branchOf(sections("A1 B2 C3 D2 E1"), "B")).toEqual(["B", "C"]);
    expect(branchOf(sections("A1 B2 C3 D2 E1"), "X")).toEqual([]);
  });
});
