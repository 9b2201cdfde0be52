import { describe, expect, it } from "vitest";
import { probeCases } from "../../addin/probe/cases.ts";
import { probeReport, runProbe } from "../../addin/probe/run-probe.ts";
import { openWord } from "../builders/open-word.ts";

describe("the probe", () => {
  it("finds no difference between the simulator and the ledger", async () => {
    const word = await openWord({ parts: [{ text: "An empty document." }] });
    word.beWord();
    const outcomes = await runProbe(() => {});
    expect(outcomes).toHaveLength(probeCases.length);
    expect(probeReport(outcomes)).toBe(`${probeCases.length} cases, 0 differences`);
  });

  it("says what is different in a Word that loses tags and styles", async () => {
    const word = await openWord({ parts: [] }, { dropTags: true, loseLastStyle: true });
    word.beWord();
    const report = probeReport(await runProbe(() => {}));
    expect(report).not.toContain(" 0 differences");
    expect(report).toContain("tags and titles of content controls come with the file\n  expected");
    expect(report).toContain("the last paragraph keeps its style");
  });
});
