import { readdir, readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";

const LEDGERS = ["infra/local/graph-sandbox/conformance.md", "infra/local/identity/conformance.md"];
const TEST_FOLDERS = ["test/contract/graph", "test/infra"];
const STANDINGS = ["documented", "observed", "assumed"];

interface Line {
  readonly behaviour: string;
  readonly standing: string;
  readonly source: string;
  readonly test: string;
}

async function linesOf(ledger: string): Promise<Line[]> {
  const text = await readFile(ledger, "utf8");
  return text
    .split("\n")
    .filter((line) => line.startsWith("| "))
    .slice(1)
    .map((line) => {
      const [behaviour = "", standing = "", source = "", test = ""] = line
        .slice(1, -1)
        .split(" | ")
        .map((cell) => cell.trim());
      return { behaviour, standing, source, test };
    });
}

/** Test names as they stand in the sources, between `it(` (or the end of `it.each(…)`) and the comma. */
async function testNames(): Promise<Set<string>> {
  const names = new Set<string>();
  for (const folder of TEST_FOLDERS) {
    for (const file of await readdir(folder)) {
      if (!file.endsWith(".ts")) continue;
      const text = await readFile(`${folder}/${file}`, "utf8");
      for (const found of text.matchAll(/(?:\bit|\]\))\(\s*"((?:[^"\\]|\\.)*)"/g)) names.add(found[1] ?? "");
    }
  }
  return names;
}

describe.each(LEDGERS)("the ledger %s", (ledger) => {
  it("names for every behaviour its standing, its source and a test that exists", async () => {
    const [lines, names] = [await linesOf(ledger), await testNames()];
    expect(lines.length).toBeGreaterThan(20);
    const faults = lines.flatMap((line) => [
      ...(STANDINGS.includes(line.standing)
        ? []
        : [`${line.behaviour}: “${line.standing}” is not a standing`]),
      ...(line.source === "" ? [`${line.behaviour}: no source`] : []),
      ...(names.has(line.test) ? [] : [`${line.behaviour}: no test is called “${line.test}”`]),
    ]);
    expect(faults).toEqual([]);
  });
});

describe("the contract suite", () => {
  it("has no test that the ledger leaves out", async () => {
    const held = new Set((await linesOf(LEDGERS[0] ?? "")).map((line) => line.test));
    const missing: string[] = [];
    for (const file of await readdir("test/contract/graph")) {
      if (file.endsWith(".test.ts") || file === "connection.ts") continue;
      const text = await readFile(`test/contract/graph/${file}`, "utf8");
      for (const found of text.matchAll(/(?:\bit|\]\))\(\s*"((?:[^"\\]|\\.)*)"/g)) {
        if (!held.has(found[1] ?? "")) missing.push(found[1] ?? "");
      }
    }
    expect(missing).toEqual([]);
  });
});
