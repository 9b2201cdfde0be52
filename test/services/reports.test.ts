import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { insertFragment } from "../../addin/word/insert-fragment.ts";
import { readSection } from "../../addin/word/read-section.ts";
import { localPeople } from "../../infra/local/local-council.ts";
import { settledHtml } from "../../shared/contracts/task-pane-api.ts";
import type { ReportSection, ReportTable } from "../../shared/rules/reports/report.ts";
import type { Caller } from "../../shared/services/caller.ts";
import { Refused } from "../../shared/services/refused.ts";
import { openXmlFaults } from "../builders/judges.ts";
import { openWord } from "../builders/open-word.ts";
import { type RunningBot, startRunningBot } from "../builders/running-bot.ts";

const reportKey = "CMR/TEST/2026-12";
const tableKey = `${reportKey}/AUDIT/T1`;

const sections: ReportSection[] = [
  section(
    1,
    "Introduction",
    1,
    "<p>What the service did, <strong>in short</strong>.</p><ul><li>one<ul><li>nested</li></ul></li><li>two</li></ul>",
  ),
  section(
    2,
    "Internal Audit",
    2,
    `<p>Before the table.</p><figure data-table="${tableKey}"></figure><p>After it.</p>`,
    "AUDIT",
  ),
  section(
    3,
    "Contracts",
    2,
    '<ol type="i" start="3"><li>third</li><li>fourth</li></ol><table><thead><tr><th>Contract</th><th>Value</th></tr></thead><tbody><tr><td>Vehicles &amp; parts</td><td></td></tr></tbody></table>',
  ),
  section(4, "Nothing yet", 1, ""),
];

const table: ReportTable = {
  key: tableKey,
  reportKey,
  sectionKey: `${reportKey}/AUDIT`,
  order: 1,
  title: "Internal audit opinions",
  rows: {
    kind: "audit-opinions",
    rows: [
      { row: "band", text: "2026/27" },
      { row: "audit", title: "Payroll", opinion: "Moderate", high: 0, medium: 2, low: 3, draft: true },
      { row: "statement", title: "Grant", statement: "Assurance given", draft: false },
    ],
  },
};

function section(
  order: number,
  heading: string,
  level: 1 | 2 | 3,
  html: string,
  name = heading.toUpperCase(),
): ReportSection {
  return {
    key: `${reportKey}/${name}`,
    reportKey,
    heading,
    level,
    order,
    html,
    state: html ? "contributed" : "open",
  };
}

let bot: RunningBot;
let author: Caller;

beforeAll(async () => {
  bot = await startRunningBot(async ({ records }) => {
    await records.addReport(
      {
        key: reportKey,
        kind: "cabinet-member-report",
        subject: "Cabinet Member Report",
        reportOf: "Councillor Ada Whitfield",
        portfolio: "Resources",
        period: "December 2026",
        authors: [localPeople.author.oid],
        exempt: "Open",
        state: "draft",
      },
      sections,
      [table],
    );
  });
  author = await callerFor("author");
});
afterAll(() => bot.close());

async function callerFor(name: keyof typeof localPeople): Promise<Caller> {
  const { oid, name: fullName, roles } = localPeople[name];
  return {
    entraObjectId: oid,
    name: fullName,
    roles,
    token: await bot.platform.issuer.issueUserToken({ oid }),
  };
}

async function refusalOf(work: Promise<unknown>): Promise<Refused["refusal"]> {
  const error = await work.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof Refused)) throw new Error(`Not refused: ${String(error)}`);
  return error.refusal;
}

describe("loading a report", () => {
  it("takes one request to Graph, in the person’s own name", async () => {
    await bot.services.reports.mine(author);
    bot.platform.sandbox.resetRequests();
    const outline = await bot.services.reports.outline(author, reportKey);
    const requests = bot.platform.sandbox.requests();
    expect(requests).toHaveLength(1);
    expect(requests[0]?.path).toContain("$batch");
    expect(outline.sections.map(({ heading, level }) => ({ heading, level }))).toEqual(
      sections.map(({ heading, level }) => ({ heading, level })),
    );
    expect(outline.tables).toMatchObject([{ key: tableKey, kind: "audit-opinions", rows: 3 }]);
    expect(outline.sections[0]?.opening).toContain("What the service did, in short.");
  });

  it("is for its authors and the committee officers, and for nobody else", async () => {
    expect((await bot.services.reports.mine(author)).reports).toHaveLength(1);
    expect((await bot.services.reports.mine(await callerFor("officer"))).reports).toHaveLength(1);
    const other = await callerFor("financeOfficer");
    expect((await bot.services.reports.mine(other)).reports).toEqual([]);
    expect(await refusalOf(bot.services.reports.outline(other, reportKey))).toMatchObject({
      code: "not-allowed",
    });
    expect(await refusalOf(bot.services.reports.outline(author, "CMR/NONE"))).toMatchObject({
      code: "not-found",
    });
  });
});

describe("a report in Word", () => {
  it("goes in whole with one insertion and three round trips, and what comes back is what is stored", async () => {
    const { document, beWord } = await openWord(await newDocument());
    beWord();
    const fragment = await bot.services.reports.fragment(author, reportKey, { parts: "all" });
    expect(fragment.controls.map((control) => control.key)).toEqual([
      `${reportKey}/INTRODUCTION`,
      `${reportKey}/AUDIT`,
      tableKey,
      `${reportKey}/CONTRACTS`,
      `${reportKey}/NOTHING YET`,
    ]);
    const inserted = await insertFragment(reportKey, fragment, "end", null);
    expect(inserted.syncs).toBeLessThanOrEqual(3);
    expect(await openXmlFaults(await document.save())).toEqual([]);

    for (const control of fragment.controls.filter(({ kind }) => kind === "section")) {
      const { ooxml } = (await readSection(control.tag)).value;
      const saved = await bot.services.reports.saveSection(author, reportKey, control.key, {
        ooxml,
        baseVersion: control.version,
      });
      expect(saved).toMatchObject({ key: control.key, changed: false, notes: [] });
      expect(saved.html).toBe(sections.find(({ key }) => key === control.key)?.html);
    }
  });

  async function newDocument(): Promise<Uint8Array> {
    const { fileName } = await bot.services.reports.document(author, reportKey);
    const token = await bot.platform.issuer.issueGraphAppToken();
    const response = await fetch(`${bot.platform.sandbox.siteAddress}/drive/root:/${fileName}:/content`, {
      headers: { authorization: `Bearer ${token}` },
    });
    return new Uint8Array(await response.arrayBuffer());
  }

  it("is made once and found again", async () => {
    const first = await bot.services.reports.document(author, reportKey);
    expect(await bot.services.reports.document(author, reportKey)).toEqual({ ...first, made: false });
  });
});

describe("saving a section", () => {
  const key = `${reportKey}/INTRODUCTION`;
  const word = (text: string) =>
    `<pkg:package xmlns:pkg="http://schemas.microsoft.com/office/2006/xmlPackage"><pkg:part pkg:name="/word/document.xml"><pkg:xmlData><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${text}</w:body></w:document></pkg:xmlData></pkg:part></pkg:package>`;
  const paragraph = (text: string) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`;
  const version = async () =>
    (await bot.services.reports.outline(author, reportKey)).sections.find((one) => one.key === key)
      ?.version ?? "";

  it("keeps the text, tells what it cannot keep, and writes who changed what", async () => {
    const ooxml = word(
      `${paragraph("First words.")}<w:p><w:ins><w:r><w:t>Added</w:t></w:r></w:ins><w:del><w:r><w:delText>gone</w:delText></w:r></w:del><w:r><w:t> words</w:t><w:footnoteReference/></w:r></w:p>`,
    );
    const saved = await bot.services.reports.saveSection(author, reportKey, key, {
      ooxml,
      baseVersion: await version(),
    });
    expect(saved.html).toBe("<p>First words.</p><p>Added words</p>");
    expect(saved.notes.map((note) => note.kind).sort()).toEqual([
      "a footnote",
      "a tracked deletion",
      "a tracked insertion",
    ]);
    expect(saved.version).toBe(await version());
  });

  it("loses no race: the second is shown both texts, and the record keeps the first", async () => {
    const base = await version();
    const save = (text: string) =>
      bot.services.reports.saveSection(author, reportKey, key, {
        ooxml: word(paragraph(text)),
        baseVersion: base,
      });
    await save("Mine came first.");
    const refusal = await refusalOf(save("Mine came second."));
    expect(refusal).toMatchObject({
      code: "changed-elsewhere",
      yours: "<p>Mine came second.</p>",
      theirs: "<p>Mine came first.</p>",
      theirVersion: await version(),
    });
  });

  it("refuses more than 60,000 characters, with the count, and changes nothing", async () => {
    const before = await version();
    const refusal = await refusalOf(
      bot.services.reports.saveSection(author, reportKey, key, {
        ooxml: word(paragraph("long ".repeat(13_000))),
        baseVersion: before,
      }),
    );
    expect(refusal).toMatchObject({ code: "too-long" });
    expect(refusal.message).toMatch(/6\d,\d{3} characters/);
    expect(await version()).toBe(before);
  });

  it.each(["not xml at all", "<a/>", '<!DOCTYPE x [<!ENTITY y "z">]><x/>'])(
    "refuses %s as unreadable",
    async (ooxml) => {
      const refusal = await refusalOf(
        bot.services.reports.saveSection(author, reportKey, key, { ooxml, baseVersion: await version() }),
      );
      expect(refusal.code).toBe("not-readable");
    },
  );

  it("waits when SharePoint is busy and then saves once", async () => {
    bot.platform.sandbox.faults.add({ method: "PATCH", status: 429, retryAfterSeconds: 1, times: 1 });
    const saved = await bot.services.reports.saveSection(author, reportKey, key, {
      ooxml: word(paragraph("Saved in the end.")),
      baseVersion: await version(),
    });
    expect(saved).toMatchObject({ changed: true, html: "<p>Saved in the end.</p>" });
  });
});

describe("the whole report from the command line", () => {
  it("is a document that the Open XML validator accepts", async () => {
    expect(await openXmlFaults(await bot.services.reports.assemble(reportKey))).toEqual([]);
  });
});

describe("merging a section", () => {
  const key = `${reportKey}/INTRODUCTION`;
  const word = (...lines: string[]) =>
    `<pkg:package xmlns:pkg="http://schemas.microsoft.com/office/2006/xmlPackage"><pkg:part pkg:name="/word/document.xml"><pkg:xmlData><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${lines.map((text) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`).join("")}</w:body></w:document></pkg:xmlData></pkg:part></pkg:package>`;
  const current = async () => {
    const found = (await bot.services.reports.outline(author, reportKey)).sections.find(
      (one) => one.key === key,
    );
    if (!found) throw new Error("There is no introduction.");
    return found;
  };
  const save = async (...lines: string[]) =>
    bot.services.reports.saveSection(author, reportKey, key, {
      ooxml: word(...lines),
      baseVersion: (await current()).version,
    });

  it("keeps both changes, asks about true conflicts, writes nothing, and its text can be saved", async () => {
    const { html: base, version: baseVersion } = await save("One.", "Two.", "Three.");
    await save("ONE.", "Two, theirs.", "Three.");
    const merge = await bot.services.reports.mergeSection(author, reportKey, key, {
      ooxml: word("One.", "Two, mine.", "Three.", "Four."),
      base,
      baseVersion,
    });
    expect(merge.pieces).toEqual([
      { kind: "agreed", html: "<p>ONE.</p>" },
      { kind: "conflict", base: "<p>Two.</p>", yours: "<p>Two, mine.</p>", theirs: "<p>Two, theirs.</p>" },
      { kind: "agreed", html: "<p>Three.</p><p>Four.</p>" },
    ]);
    expect(merge).toMatchObject({
      theirVersion: (await current()).version,
      theirHash: (await current()).hash,
    });
    const html = settledHtml(merge.pieces, ["both"]);
    expect(() => settledHtml(merge.pieces, [])).toThrow("not settled");
    const saved = await bot.services.reports.saveSection(author, reportKey, key, {
      html: `${html}<script>alert(1)</script>`,
      baseVersion: merge.theirVersion,
    });
    expect(saved.html).toBe("<p>ONE.</p><p>Two, mine.</p><p>Two, theirs.</p><p>Three.</p><p>Four.</p>");
  });

  it("a text that is not saved yet can be put into a fragment; its base stays the record’s", async () => {
    const record = await current();
    const fragment = await bot.services.reports.fragment(author, reportKey, {
      parts: [key],
      texts: { [key]: "<p>Merged words.</p>" },
    });
    expect(fragment.controls).toMatchObject([{ key, hash: record.hash, version: record.version }]);
    const { document, beWord } = await openWord({ parts: [] });
    beWord();
    await insertFragment(reportKey, fragment, "end", null);
    expect(document.text(document.bodyStretch())).toContain("Merged words.");
  });

  it("a later version with the same text is no conflict", async () => {
    const before = await current();
    const outline = await bot.services.reports.outline(author, reportKey);
    const keys = outline.sections.map((one) => one.key);
    const turned = [...keys.slice(0, 2).reverse(), ...keys.slice(2)];
    const ordered = await bot.services.reports.orderSections(author, reportKey, { keys: turned });
    expect(ordered.sections.map((one) => one.key)).toEqual(turned);
    expect((await current()).version).not.toBe(before.version);
    const saved = await bot.services.reports.saveSection(author, reportKey, key, {
      ooxml: word("After the move."),
      baseVersion: before.version,
      baseHash: before.hash,
    });
    expect(saved).toMatchObject({ changed: true, html: "<p>After the move.</p>" });
  });
});

describe("the order of sections", () => {
  it("writes only what moves, may be sent twice, and refuses what is not the whole report", async () => {
    const { sections: now } = await bot.services.reports.outline(author, reportKey);
    const keys = now.map((one) => one.key);
    const last = [...keys.slice(0, -2), ...keys.slice(-2).reverse()];
    bot.platform.sandbox.resetRequests();
    await bot.services.reports.orderSections(author, reportKey, { keys: last });
    expect(bot.platform.sandbox.requests().filter(({ method }) => method === "PATCH")).toHaveLength(2);
    bot.platform.sandbox.resetRequests();
    const again = await bot.services.reports.orderSections(author, reportKey, { keys: last });
    expect(bot.platform.sandbox.requests().filter(({ method }) => method === "PATCH")).toHaveLength(0);
    expect(again.sections.map((one) => one.order)).toEqual([1, 2, 3, 4]);
    for (const wrong of [keys.slice(1), [...keys, "X"], [...keys.slice(1), keys[1] ?? ""]]) {
      const refusal = await refusalOf(bot.services.reports.orderSections(author, reportKey, { keys: wrong }));
      expect(refusal.code).toBe("not-found");
    }
  });
});
