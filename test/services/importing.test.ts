import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { Failed, WrongUsage } from "../../infra/cli/cli-context.ts";
import * as datesCommand from "../../infra/cli/commands/dates.ts";
import * as importCommand from "../../infra/cli/commands/import.ts";
import { readForwardPlans } from "../../shared/services/importing.ts";
import { corpusIsHere, corpusPaper, whyNotRun } from "../builders/corpus.ts";
import { breaches, readSchema } from "../builders/json-schema.ts";
import { planPaper, reportPaper } from "../builders/papers.ts";
import { type RunningServices, startRunningServices } from "../builders/running-services.ts";

const file = (name: string, text: string) => ({ name, bytes: new TextEncoder().encode(text) });

describe("importing papers", () => {
  let running: RunningServices;
  beforeEach(async () => {
    running = await startRunningServices();
  });
  afterEach(() => running.close());
  const importing = () => running.services.importing;
  const plans = async () => {
    await running.services.published.refresh();
    return running.services.published.records().plans;
  };

  it("writes nothing on a dry run, and the same data", async () => {
    const dry = await importing().importFiles([file("plan.txt", planPaper())], { dryRun: true });
    expect(dry.documents.map(({ key, counts }) => [key, counts.added])).toEqual([[null, 0]]);
    expect(await plans()).toEqual([]);
    const wet = await importing().importFiles([file("plan.txt", planPaper())], { dryRun: false });
    expect(wet.documents[0]?.data).toEqual(dry.documents[0]?.data);
  });

  it("adds nothing the second time", async () => {
    const papers = [file("plan.txt", planPaper()), file("report.txt", reportPaper())];
    const first = await importing().importFiles(papers, { dryRun: false });
    expect(first.documents.map(({ kind, key, counts }) => [kind, key, counts.added])).toEqual([
      ["forward-plan", "FP/2026-07", 3],
      ["cabinet-member-report", "CMR/PARKS-AND-BEACHES/2026-05", 7],
    ]);
    const second = await importing().importFiles(papers, { dryRun: false });
    expect(second.documents.map(({ key, counts }) => [key, counts.added])).toEqual([
      ["FP/2026-07", 0],
      ["CMR/PARKS-AND-BEACHES/2026-05", 0],
    ]);
    expect((await plans()).map(({ items }) => items.length)).toEqual([2]);
  });

  it("changes nothing when one file of several cannot be read", async () => {
    const papers = [file("plan.txt", planPaper()), file("shopping.txt", "milk\neggs\n")];
    await expect(importing().importFiles(papers, { dryRun: false })).rejects.toThrow(
      /^shopping\.txt is not a paper of a kind that is known\./,
    );
    expect(await plans()).toEqual([]);
  });

  it("keeps an item’s key from edition to edition, and asks about a title that has changed", async () => {
    await importing().importFiles([file("july.txt", planPaper())], { dryRun: false });
    const august = planPaper({
      from: "1 AUGUST 2026",
      to: "30 NOVEMBER 2026",
      officer: "Una Field",
      secondTitle: "Beach Huts at Ainsdale - Final Approval",
    });
    const { documents } = await importing().importFiles([file("august.txt", august)], { dryRun: false });
    const held = await plans();
    const keys = (edition: string) =>
      held.find((plan) => plan.edition.key === edition)?.items.map(({ key }) => key) ?? [];
    expect(keys("FP/2026-08")[0]).toBe(keys("FP/2026-07")[0]);
    expect(keys("FP/2026-08")[1]).not.toBe(keys("FP/2026-07")[1]);
    expect(documents[0]?.warnings.map(({ message }) => message)).toContainEqual(
      "Is “Beach Huts at Ainsdale - Final Approval” the item that an earlier edition lists as “Beach Huts at Ainsdale - Approval”? It is kept as a new item.",
    );
  });

  it("reads editions given in any order, oldest first", async () => {
    const august = file("august.txt", planPaper({ from: "1 AUGUST 2026", to: "30 NOVEMBER 2026" }));
    const read = await readForwardPlans([august, file("july.txt", planPaper())]);
    expect(read.map(({ edition }) => edition.key)).toEqual(["FP/2026-07", "FP/2026-08"]);
    expect(read[0]?.items.map(({ key }) => key)).toEqual(read[1]?.items.map(({ key }) => key));
  });

  it("leaves an edition that is held as it is, and says when the paper differs", async () => {
    await importing().importFiles([file("july.txt", planPaper())], { dryRun: false });
    const changed = planPaper({ secondTitle: "Another Matter Altogether" });
    const { documents } = await importing().importFiles([file("july-again.txt", changed)], { dryRun: false });
    expect(documents[0]?.counts.added).toBe(0);
    expect(documents[0]?.warnings.some(({ message }) => /differs from this paper/.test(message))).toBe(true);
    expect((await plans())[0]?.items.map(({ title }) => title)).toContain(
      "Beach Huts at Ainsdale - Approval",
    );
  });

  it("joins a report to its meeting, published when the meeting is past and a draft when it is to come", async () => {
    await running.services.records.addBodies([
      {
        key: "OSPB",
        name: "Overview and Scrutiny Committee (Parks and Beaches)",
        aliases: [],
        kind: "Scrutiny",
        callInApplies: false,
      },
    ]);
    const read = async (text: string) => {
      const { documents } = await importing().importFiles([file("report.txt", text)], { dryRun: true });
      const data = documents[0]?.data as { report?: { state: string; meetingKey?: string } } | undefined;
      return [data?.report?.state, data?.report?.meetingKey];
    };
    expect(await read(reportPaper({ meeting: "9 June 2020", period: "May 2020" }))).toEqual([
      "published",
      "OSPB-2020-06-09",
    ]);
    expect(await read(reportPaper({ meeting: "9 June 2099", period: "May 2099" }))).toEqual([
      "draft",
      "OSPB-2099-06-09",
    ]);
  });

  it("gives answers that fit the published schemas", async () => {
    const { documents } = await importing().importFiles(
      [file("plan.txt", planPaper()), file("report.txt", reportPaper())],
      { dryRun: false },
    );
    for (const document of documents) expect(breaches(document, readSchema(document.kind))).toEqual([]);
    const [plan] = documents;
    expect(
      breaches({ ...plan, data: { ...(plan?.data as object), items: [{}] } }, readSchema("forward-plan")),
    ).toContain("$.data.items[0] lacks title");
  });

  it.skipIf(!corpusIsHere)(
    `reads the published papers into the records and into their schemas (${whyNotRun})`,
    async () => {
      const papers = (["report2020", "report2024", "pack"] as const).map(corpusPaper);
      const first = await importing().importFiles(papers, { dryRun: false });
      for (const document of first.documents) {
        expect(breaches(document, readSchema(document.kind))).toEqual([]);
        const { lines, read, blank, warned } = document.counts;
        expect(lines).toBe(read + blank + warned);
      }
      expect(first.documents.map(({ key }) => key)).toEqual([
        "CMR/REGULATORY-COMPLIANCE-AND-CORPORATE-SERVICES/2020-01",
        "CMR/REGULATORY-COMPLIANCE-AND-CORPORATE-SERVICES/2024-08",
        "FP/2018-07",
      ]);
      const second = await importing().importFiles(papers, { dryRun: false });
      expect(second.documents.map(({ counts }) => counts.added)).toEqual([0, 0, 0]);
      expect((await plans())[0]?.items).toHaveLength(2);
    },
  );
});

describe("the commands import and dates", () => {
  let running: RunningServices;
  let folder: string;
  let printed = "";
  beforeEach(async () => {
    running = await startRunningServices();
    folder = await mkdtemp(join(tmpdir(), "clear-days-papers-"));
    printed = "";
  });
  afterEach(async () => {
    await running.close();
    await rm(folder, { recursive: true });
  });
  const context = () => ({
    services: async () => running.services,
    settings: async () => running.settings,
    out: (text: string) => {
      printed += text;
    },
    err: () => {},
  });

  it("prints one JSON document", async () => {
    await writeFile(join(folder, "plan.txt"), planPaper());
    await importCommand.run([join(folder, "plan.txt"), "--dry-run", "--json"], context());
    const { documents } = JSON.parse(printed);
    expect(documents.map((document: { file: string; key: null }) => [document.file, document.key])).toEqual([
      ["plan.txt", null],
    ]);
  });

  it("tells a person what was read and what was not", async () => {
    await writeFile(join(folder, "plan.txt"), planPaper());
    await importCommand.run([join(folder, "plan.txt")], context());
    expect(printed).toContain("plan.txt: Forward Plan, 1 July 2026 to 31 October 2026");
    expect(printed).toContain("2 items");
    expect(printed).toContain("3 rows added under FP/2026-07.");
  });

  it("says in a sentence what is wrong with a file or its name", async () => {
    await writeFile(join(folder, "empty.txt"), "  \n");
    await expect(importCommand.run([join(folder, "empty.txt")], context())).rejects.toThrow(
      /empty\.txt is empty\./,
    );
    await expect(importCommand.run([join(folder, "empty.txt")], context())).rejects.toBeInstanceOf(Failed);
    await expect(importCommand.run([join(folder, "none.txt")], context())).rejects.toThrow(
      /none\.txt was not found/,
    );
    await expect(importCommand.run([], context())).rejects.toBeInstanceOf(WrongUsage);
    await expect(importCommand.run(["--wet"], context())).rejects.toBeInstanceOf(WrongUsage);
  });

  it("gives the dates of a Cabinet meeting without any service", async () => {
    const alone = { ...context(), services: () => Promise.reject(new Error("not needed")) };
    await datesCommand.run(["--meeting", "2018-12-06", "--json"], alone);
    expect(JSON.parse(printed)).toMatchObject({
      meeting: "2018-12-06",
      lastPublicationDay: "2018-11-28",
      callForContributions: "2018-10-31",
      minutesDue: "2018-12-13",
      callInExpires: "2018-12-20",
      effective: "2018-12-21",
    });
  });

  it("gives an array for several meetings, and a body’s own call-in", async () => {
    await running.services.records.addBodies([
      {
        key: "OSCS",
        name: "Overview and Scrutiny Committee",
        aliases: [],
        kind: "Scrutiny",
        callInApplies: false,
      },
    ]);
    await datesCommand.run(["--meeting", "2018-07-10,2018-12-06", "--body", "OSCS", "--json"], context());
    const both = JSON.parse(printed);
    expect(
      both.map((dates: { lastPublicationDay: string; callInExpires: null }) => [
        dates.lastPublicationDay,
        dates.callInExpires,
      ]),
    ).toEqual([
      ["2018-07-02", null],
      ["2018-11-28", null],
    ]);
  });

  it.each([
    { args: [], error: WrongUsage },
    { args: ["--meeting", "6/12/2018"], error: WrongUsage },
    { args: ["--meeting", "2018-12-06", "--published", "2018-12-01"], error: WrongUsage },
    { args: ["--meeting", "2018-12-06", "--body", "NONE"], error: Failed },
    { args: ["--meeting", "2090-12-06"], error: Failed },
  ])("refuses $args", async ({ args, error }) => {
    await expect(datesCommand.run(args, context())).rejects.toBeInstanceOf(error);
  });
});
