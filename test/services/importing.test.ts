import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
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
import { samplePapers } from "../builders/sample-papers.ts";

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

  describe("minutes, agendas, reports and work programmes", () => {
    const body = (key: string, name: string, aliases: readonly string[] = [], callInApplies = false) => ({
      key,
      name,
      aliases,
      kind: "Scrutiny" as const,
      callInApplies,
    });
    const sample = (name: string) => {
      const paper = samplePapers.find((one) => one.name === name);
      if (!paper) throw new Error(name);
      return file("paper.txt", paper.text);
    };
    const cabinet = sample("Cabinet minutes with references and officers");
    const rows = async (list: string) => {
      const answer = await running.services.published
        .refresh()
        .then(() => running.services.published.business());
      return answer[list as "minutes"];
    };
    const write = (files: readonly { name: string; bytes: Uint8Array }[]) =>
      importing().importFiles(files, { dryRun: false });

    it("writes minutes with each part of each decision, the interests and who was there", async () => {
      await running.services.records.addBodies([body("CAB", "Cabinet", [], true)]);
      const { documents } = await write([cabinet]);
      expect(documents.map(({ kind, key }) => [kind, key])).toEqual([["minutes", "CAB-2024-09-03"]]);
      await running.services.published.refresh();
      const { minutes, decisions } = running.services.published.business();
      expect(minutes.map(({ key }) => key).sort()).toEqual(
        [12, 13, 14, 15, 16].map((number) => `CAB/2024-25/${number}`),
      );
      expect(
        decisions
          .filter(({ minuteKey }) => minuteKey === "CAB/2024-25/15")
          .map(({ part, text, reasons }) => [part, text, reasons])
          .sort((a, b) => (a[0] ?? "").localeCompare(b[0] ?? "")),
      ).toEqual([
        [
          "(1)",
          "That a new lease of ten years be granted;",
          "The theatre draws visitors to the harbour in winter.",
        ],
        [
          "(2)",
          "that the Director of Resources be authorised, in consultation with the portfolio holder, to:",
          "The theatre draws visitors to the harbour in winter.",
        ],
        ["(2)(a)", "settle the rent; and", "The theatre draws visitors to the harbour in winter."],
        ["(2)(b)", "sign the lease; and", "The theatre draws visitors to the harbour in winter."],
        [
          "(3)",
          "that the Overview and Scrutiny Committee be told of the terms.",
          "The theatre draws visitors to the harbour in winter.",
        ],
      ]);
      expect(running.services.published.records().meetings).toMatchObject([
        {
          key: "CAB-2024-09-03",
          state: "MinutesPublished",
          time: "18:00",
          firstMinuteNumber: 12,
          present: ["Ada Finch (Chair)", "Tom Okoro (Vice-Chair)", "Bell", "Castle", "O'Dowd"],
          apologies: ["Dunn", "Elm"],
        },
      ]);
    });

    it("writes nothing of a body that the records do not know, and says so", async () => {
      const { documents } = await write([cabinet]);
      expect(documents[0]).toMatchObject({ key: null, counts: { added: 0 } });
      expect(documents[0]?.warnings.map(({ message }) => message)).toContain(
        "“CABINET” is not among the bodies in the records, so nothing of this paper was written. Add this name to a body’s aliases, or import with --add-names to add the body.",
      );
      expect(await rows("minutes")).toEqual([]);
    });

    it("gives a meeting that is held what its minutes say, and adds nothing the second time", async () => {
      await running.services.records.addBodies([body("HS", "Health Scrutiny Committee")]);
      const agenda = sample("an agenda with labels, members and pages");
      const first = await write([agenda]);
      expect(first.documents[0]).toMatchObject({ key: "HS-2025-02-06", counts: { added: 8 } });
      const minutes = file(
        "minutes.txt",
        "HEALTH SCRUTINY COMMITTEE\n\nMEETING HELD AT THE TOWN HALL ON 6 FEBRUARY 2025\n\nPRESENT: Councillor Amber (in the Chair)\n\n20. APOLOGIES\n\nNone.\n\n21. DENTISTS IN WEXLEY\n\nRESOLVED:\n\nThat the report be noted.\n",
      );
      expect((await write([minutes])).documents[0]?.counts.added).toBe(3);
      expect((await write([minutes, agenda])).documents.map(({ counts }) => counts.added)).toEqual([0, 0]);
      await running.services.published.refresh();
      expect(running.services.published.records().meetings).toMatchObject([
        {
          key: "HS-2025-02-06",
          state: "MinutesPublished",
          time: "14:00",
          firstMinuteNumber: 20,
          present: ["Amber (in the Chair)"],
        },
      ]);
    });

    it("writes a report with its sections and the numbers that cleared it, and a work programme by meeting", async () => {
      await running.services.records.addBodies([
        body("CAB", "Cabinet"),
        body("HS", "Health Scrutiny Committee"),
      ]);
      const { documents } = await write([
        sample("a report with a front sheet as a table"),
        sample("a work programme as a matrix, its head printed again"),
      ]);
      expect(documents.map(({ key }) => key)).toEqual([
        "CR/CAB-2025-06-05/REPLACEMENT-OF-STREET-LAMPS",
        "HS/2024-25/WP",
      ]);
      await running.services.published.refresh();
      expect(running.services.published.business().workProgramme).toContainEqual(
        expect.objectContaining({
          key: "HS/2024-25/WP/DENTISTS-IN-WEXLEY",
          band: "Topic Reports",
          leadOfficer: "Ann Poe, Bob Ray",
          slots: [{ meetingKey: "HS-2024-06-11", mark: "X" }],
        }),
      );
    });

    it("writes the minutes of every meeting of a body that begins at 1 each time", async () => {
      await running.services.records.addBodies([body("HS", "Health Scrutiny Committee")]);
      const minutesOf = (day: string, numbers: readonly string[] = ["1. ", "2. "]) =>
        file(
          `${day}.txt`,
          `HEALTH SCRUTINY COMMITTEE\n\nMINUTES OF THE MEETING HELD AT THE TOWN HALL ON ${day}\n\nPRESENT: Councillor Amber (in the Chair)\n\n${numbers[0]}APOLOGIES FOR ABSENCE\n\nNone.\n\n${numbers[1]}DENTISTS IN WEXLEY\n\nRESOLVED:\n\nThat the report be noted.\n`,
        );
      const { documents } = await write([
        minutesOf("2 MAY 2024"),
        minutesOf("6 JUNE 2024"),
        minutesOf("5 SEPTEMBER 2024"),
        minutesOf("7 NOVEMBER 2024", ["", ""]),
      ]);
      expect(documents.map(({ key }) => key)).toEqual([
        "HS-2024-05-02",
        "HS-2024-06-06",
        "HS-2024-09-05",
        "HS-2024-11-07",
      ]);
      await running.services.published.refresh();
      expect(
        running.services.published
          .business()
          .minutes.map(({ key, meetingKey, number }) => [key, meetingKey, number]),
      ).toEqual(
        expect.arrayContaining([
          ["HS/2023-24/1", "HS-2024-05-02", 1],
          ["HS/2024-25/2", "HS-2024-06-06", 2],
          ["HS-2024-09-05/1", "HS-2024-09-05", 1],
          ["HS-2024-11-07/2", "HS-2024-11-07", 2],
        ]),
      );
      expect(running.services.published.business().decisions).toHaveLength(4);
    });

    it("begins a council from its papers alone, when asked to add the names they hold", async () => {
      const options = { dryRun: false, addNames: true };
      const agenda = sample("an agenda with labels, members and pages");
      const planned = await importing().importFiles([cabinet, agenda], { ...options, dryRun: true });
      expect(
        planned.names.bodies.map(({ key, name, kind, callInApplies }) => [key, name, kind, callInApplies]),
      ).toEqual([
        ["CABINET", "Cabinet", "Cabinet", true],
        ["HSC", "Health Scrutiny Committee", "Scrutiny", false],
      ]);
      await running.services.published.refresh();
      expect(running.services.published.records().bodies).toEqual([]);
      const { documents } = await importing().importFiles([cabinet, agenda], options);
      expect(documents.map(({ key }) => key)).toEqual(["CABINET-2024-09-03", "HSC-2025-02-06"]);
      const again = await importing().importFiles([cabinet, agenda], options);
      expect(again.names.bodies).toEqual([]);
      expect(again.documents.map(({ counts }) => counts.added)).toEqual([0, 0]);
    });

    it("asks whether a name is another spelling of somebody known, and merges nobody", async () => {
      await running.services.records.addBodies([body("CAB", "Cabinet")]);
      await running.services.records.addPeople([
        { key: "ADA-JANE-FINCH", name: "Ada Jane Finch", kind: "Councillor", seats: [], active: true },
      ]);
      const { documents } = await write([cabinet]);
      expect(documents[0]?.warnings.map(({ message }) => message)).toContain(
        "Is “Ada Finch” in this paper the person the records know as “Ada Jane Finch”? The two were not merged.",
      );
      await running.services.published.refresh();
      expect(running.services.published.people().map(({ name }) => name)).toEqual(["Ada Jane Finch"]);
    });

    it.each([0, 1, 2, 3])(
      "has all or nothing of minutes when writing breaks off after %i trips",
      async (skip) => {
        await running.services.records.addBodies([body("CAB", "Cabinet", [], true)]);
        await running.services.published.refresh();
        // 403 is final: the write is not tried again, as when the process dies.
        running.sandbox.faults.add({
          method: "POST",
          path: "/items",
          status: 403,
          times: 500,
          skip: skip * 4,
        });
        await expect(write([cabinet])).rejects.toThrow();
        running.sandbox.faults.clear();
        await running.services.published.refresh();
        // The meeting is what the paper is found by: it is written last.
        expect(running.services.published.records().meetings).toEqual([]);
        await write([cabinet]);
        await running.services.published.refresh();
        const { minutes, decisions } = running.services.published.business();
        expect([minutes.length, decisions.length]).toEqual([5, 7]);
        expect(running.services.published.records().meetings).toHaveLength(1);
        expect((await write([cabinet])).documents[0]?.counts.added).toBe(0);
      },
    );
  });

  it("gives answers that fit the published schemas", async () => {
    const { documents } = await importing().importFiles(
      [
        file("plan.txt", planPaper()),
        file("report.txt", reportPaper()),
        ...samplePapers.map(({ text }, at) => file(`sample-${at}.txt`, text)),
      ],
      { dryRun: true },
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
      const papers = (["report2020", "report2024", "pack", "minutes"] as const).map(corpusPaper);
      await running.services.records.addBodies([
        { key: "CAB", name: "Cabinet", aliases: [], kind: "Cabinet", callInApplies: true },
        {
          key: "OSCS",
          name: "Overview and Scrutiny Committee (Children’s Services and Safeguarding)",
          aliases: [],
          kind: "Scrutiny",
          callInApplies: false,
        },
      ]);
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
        "CAB-2018-12-06",
      ]);
      const second = await importing().importFiles(papers, { dryRun: false });
      expect(second.documents.map(({ counts }) => counts.added)).toEqual([0, 0, 0, 0]);
      await running.services.published.refresh();
      const { minutes, decisions, agendaItems, workProgramme } = running.services.published.business();
      expect(minutes.map(({ number }) => number).sort((a, b) => a - b)).toEqual([
        45, 46, 47, 48, 49, 50, 51, 52, 63, 64, 65, 66, 67, 68, 69, 70, 71, 72,
      ]);
      expect(decisions.filter(({ minuteKey }) => minuteKey === "CAB/2018-19/67")).toHaveLength(11);
      expect(
        agendaItems
          .filter(({ reportKey }) => reportKey !== undefined)
          .map(({ number }) => number)
          .sort((a, b) => a - b),
      ).toEqual([4, 5, 6, 8, 9, 11, 12]);
      expect(workProgramme).toHaveLength(15);
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

  it("reads a folder at once: what can be read is written, the rest is named, and the command fails", async () => {
    await writeFile(join(folder, "plan.txt"), planPaper());
    await writeFile(join(folder, "shopping.txt"), "milk\neggs\n");
    await writeFile(join(folder, ".hidden"), "milk");
    await mkdir(join(folder, "2026"));
    await writeFile(join(folder, "2026", "report.txt"), reportPaper());
    await expect(importCommand.run([folder, "--json"], context())).rejects.toThrow(
      "1 of 3 files was not read: shopping.txt.",
    );
    const { documents, unread } = JSON.parse(printed);
    expect(documents.map(({ file: name }: { file: string }) => name)).toEqual([
      "2026/report.txt",
      "plan.txt",
    ]);
    expect(unread).toEqual([
      { file: "shopping.txt", why: expect.stringMatching(/^shopping\.txt is not a paper/) },
    ]);
    await running.services.published.refresh();
    expect(running.services.published.records().plans).toHaveLength(1);
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
