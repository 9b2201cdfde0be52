import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { insertFragment } from "../../addin/word/insert-fragment.ts";
import { readSection } from "../../addin/word/read-section.ts";
import { localPeople } from "../../infra/local/local-council.ts";
import { toCalendarDate } from "../../shared/contracts/calendar-date.ts";
import { renderSectionHtml } from "../../shared/contracts/section-content.ts";
import { settledHtml } from "../../shared/contracts/task-pane-api.ts";
import { readReportDocument } from "../../shared/documents/read/read-report-document.ts";
import { defaultTemplateFile, templateFileName } from "../../shared/documents/template/default-template.ts";
import { addDays } from "../../shared/rules/dates/calendar-arithmetic.ts";
import { isWorkingDay, workingDaysFrom } from "../../shared/rules/dates/working-days.ts";
import type { Meeting } from "../../shared/rules/meetings/meeting.ts";
import { coveringReportSections } from "../../shared/rules/reports/covering-report-headings.ts";
import type { Report, ReportSection, ReportTable } from "../../shared/rules/reports/report.ts";
import type { Caller } from "../../shared/services/caller.ts";
import { datesOfMeeting } from "../../shared/services/meeting-dates.ts";
import { Refused } from "../../shared/services/refused.ts";
import { openXmlFaults } from "../builders/judges.ts";
import { partsOf, withParts } from "../builders/office-files.ts";
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

describe("what is too much for Word", () => {
  it("is refused before it is sent, with its size; a part of it is not", async () => {
    const key = "CMR/LARGE/2026-12";
    // Letters that no packing makes small.
    let state = 1;
    const letter = () => {
      state = (state * 48_271) % 2_147_483_647;
      return String.fromCharCode(0x4e00 + (state % 20_000));
    };
    const large = Array.from({ length: 50 }, (_, index): ReportSection => {
      const html = `<p>${Array.from({ length: 59_000 }, letter).join("")}</p>`;
      const one = section(index + 1, `Section ${index + 1}`, 1, html);
      return { ...one, key: `${key}/${index + 1}`, reportKey: key };
    });
    const report: Report = {
      key,
      kind: "cabinet-member-report",
      subject: "Large",
      reportOf: "Councillor Ada Whitfield",
      authors: [localPeople.author.oid],
      exempt: "Open",
      state: "draft",
    };
    await bot.services.records.addReport(report, large, []);
    const refusal = await refusalOf(bot.services.reports.fragment(author, key, { parts: "all" }));
    expect(refusal).toMatchObject({ code: "too-long" });
    expect(refusal.message).toMatch(/^These parts make [4-9]\.\d MB; Word takes 4 MB at a time\./);
    const one = await bot.services.reports.fragment(author, key, { parts: [`${key}/1`] });
    expect(one.controls).toHaveLength(1);
  }, 60_000);
});

describe("a table of the record inside a section", () => {
  it("is told when somebody changes its figures in Word, and the record keeps its own", async () => {
    const fragment = await bot.services.reports.fragment(author, reportKey, {
      parts: [`${reportKey}/AUDIT`],
    });
    const { document } = await openWord(Buffer.from(fragment.fileBase64, "base64"));
    const control = fragment.controls[0];
    const whole = document.ooxml([document.body.firstChild as Element]);
    const save = (ooxml: string) =>
      bot.services.reports.saveSection(author, reportKey, control?.key ?? "", {
        ooxml,
        baseVersion: control?.version ?? "",
      });
    expect(await save(whole)).toMatchObject({ changed: false, notes: [] });
    expect((await save(whole.replace(">Moderate<", ">Major<"))).notes).toEqual([
      {
        kind: "a changed table (its figures belong to the record)",
        place: "the table “Internal audit opinions”",
      },
    ]);
  });
});

describe("the whole report from the command line", () => {
  it("is a document that the Open XML validator accepts", async () => {
    expect(await openXmlFaults(await bot.services.reports.assemble(reportKey))).toEqual([]);
  });

  it("knows for each section and table what was in it, at which version", async () => {
    const read = readReportDocument(await bot.services.reports.assemble(reportKey));
    const fragment = await bot.services.reports.fragment(author, reportKey, { parts: "all" });
    expect(read.map).toEqual({
      reportKey,
      controls: fragment.controls.map(({ tag, kind, key, version, hash, base }) => ({
        tag,
        kind,
        key,
        version,
        hash,
        base,
      })),
    });
    expect(read.missing).toEqual([]);
    expect(read.copied).toEqual([]);
    for (const section of read.sections) {
      const base = read.map.controls.find(({ key }) => key === section.key)?.base;
      expect(renderSectionHtml(section.content)).toBe(base);
    }
  });

  it("is written with the council’s template once there is one, and with the next after that", async () => {
    const put = async (bytes: Uint8Array) => {
      const token = await bot.platform.issuer.issueGraphAppToken();
      const name = encodeURIComponent(templateFileName);
      const address = `${bot.platform.sandbox.siteAddress}/drive/root:/${name}:/content`;
      const headers = { authorization: `Bearer ${token}`, "content-type": "application/octet-stream" };
      const answer = await fetch(address, { method: "PUT", headers, body: Buffer.from(bytes) });
      expect(answer.status).toBeLessThan(300);
    };
    const inColour = (colour: string) =>
      withParts(defaultTemplateFile(), {
        "word/styles.xml": (xml) => xml.replaceAll("1B4965", colour),
      });
    const stylesOf = async () =>
      (await partsOf(await bot.services.reports.assemble(reportKey))).get("word/styles.xml");
    const reads = () =>
      bot.platform.sandbox
        .requests()
        .filter(({ path }) => path.includes("template") && path.includes("content")).length;

    expect(await stylesOf()).toContain("1B4965");
    await put(await inColour("7A0019"));
    expect(await stylesOf()).toContain("7A0019");
    const once = reads();
    expect(await stylesOf()).toContain("7A0019");
    const fragment = await bot.services.reports.fragment(author, reportKey, { parts: "all" });
    const parts = await partsOf(Buffer.from(fragment.fileBase64, "base64"));
    expect(parts.get("word/styles.xml")).toContain("7A0019");
    expect(reads()).toBe(once);
    await put(await inColour("005A30"));
    expect(await stylesOf()).toContain("005A30");

    await put(new TextEncoder().encode("not a document"));
    expect(await refusalOf(bot.services.reports.assemble(reportKey))).toMatchObject({
      code: "not-readable",
      message: expect.stringContaining(templateFileName),
    });
    await put(defaultTemplateFile());
  });
});

describe("a covering report", () => {
  const coveringKey = "CR/TEST/2026-12";
  const covering: Report = {
    key: coveringKey,
    kind: "covering-report",
    subject: "Review of School Crossing Patrols",
    reportOf: "Head of Highways",
    portfolio: "Locality Services",
    meetingKey: "OSCR-2026-12-08",
    furtherMeetingKeys: ["CAB-2026-12-10"],
    authors: [localPeople.author.oid],
    exempt: "Part",
    exemptParagraphs: ["3"],
    wards: ["Linacre", "Derby"],
    keyDecision: true,
    inForwardPlan: false,
    implementationDate: "Following the call-in period",
    contactOfficer: { name: "Sam Finance", telephone: "0151 000 0000", email: "sam@council.example" },
    state: "draft",
  };

  it.each([
    { layout: "front-sheet" as const, question: "Is this a Key Decision:", portfolio: true, sections: 27 },
    {
      layout: "front-sheet-older" as const,
      question: "Is this a Key Decision?",
      portfolio: false,
      sections: 14,
    },
  ])(
    "has the front sheet and headings of its layout ($layout)",
    async ({ layout, question, portfolio, sections }) => {
      const key = `${coveringKey}/${layout.toUpperCase()}`;
      const report: Report = { ...covering, key, layout };
      const own = coveringReportSections(report);
      expect(own).toHaveLength(sections);
      await bot.services.records.addReport(report, own, []);
      const bytes = await bot.services.reports.assemble(key);
      const document = (await partsOf(bytes)).get("word/document.xml") ?? "";
      const cells = [...document.matchAll(/<w:tc>.*?<\/w:tc>/gs)].map(([cell]) =>
        [...cell.matchAll(/<w:t(?: [^>]*)?>([^<]*)</g)].map((match) => match[1]).join("|"),
      );
      const beside = (label: string) => cells[cells.indexOf(label) + 1];
      expect(beside("Date of Meeting:")).toBe("Tuesday 8 December 2026|Thursday 10 December 2026");
      expect(beside("Subject:")).toBe(report.subject);
      expect(beside("Report of:")).toBe("Head of Highways");
      expect(beside("Wards Affected:")).toBe("Linacre; Derby;");
      expect(beside(question)).toBe("Yes");
      expect(beside("Exempt / Confidential Report:")).toBe("Yes, in part (paragraph 3)");
      expect(cells.includes("Portfolio:")).toBe(portfolio);
      expect(beside("Contact Officer:")).toBe("Sam Finance");
      expect(beside("Email Address:")).toBe("sam@council.example");

      const read = readReportDocument(bytes);
      expect(read.sections.map(({ heading }) => heading)).toEqual(own.map(({ heading }) => heading));
      expect(read.sections.flatMap(({ notes }) => notes)).toEqual([]);
      for (const [place, section] of read.sections.entries())
        expect(renderSectionHtml(section.content)).toBe(own[place]?.html);
      expect(document).not.toMatch(/<w:p>(<w:pPr>.{0,80}<\/w:pPr>)?<\/w:p>(?!<\/w:tc>)/);
      expect(await openXmlFaults(bytes)).toEqual([]);
    },
  );

  it("is published without the headings that have nothing to report", async () => {
    const key = "CMR/NIL/2026-12";
    const headings = [
      ["Housing", 1, "nil", ""],
      ["Repairs", 2, "nil", ""],
      ["Lettings", 2, "accepted", "<p>Forty homes were let.</p>"],
      ["Parking", 1, "nil", ""],
      ["Markets", 1, "open", ""],
    ] as const;
    const own = headings.map(([heading, level, state, html], place): ReportSection => {
      return { key: `${key}/${place}`, reportKey: key, heading, level, order: place + 1, html, state };
    });
    const kept = async (bytes: Promise<Uint8Array>) =>
      readReportDocument(await bytes).sections.map(({ heading }) => heading);
    const nil: Report = { ...covering, key, kind: "cabinet-member-report", portfolio: "Housing" };
    await bot.services.records.addReport(nil, own, []);
    expect(await kept(bot.services.reports.assemble(key))).toHaveLength(5);
    const whole = await bot.services.reports.assembleForPublication(key);
    const text = (await partsOf(whole)).get("word/document.xml") ?? "";
    const printed = headings.map(([heading]) => heading).filter((heading) => text.includes(`>${heading}<`));
    expect(printed).toEqual(["Housing", "Lettings", "Markets"]);
  });

  it("that is exempt as a whole is never published", async () => {
    const key = `${coveringKey}/EXEMPT`;
    await bot.services.records.addReport({ ...covering, key, exempt: "Full" }, [], []);
    expect(await refusalOf(bot.services.reports.assembleForPublication(key))).toMatchObject({
      code: "not-allowed",
    });
    const open = await bot.services.reports.assembleForPublication(reportKey);
    expect([...(await partsOf(open)).keys()].filter((name) => name.startsWith("customXml"))).toEqual([]);
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
    // Looked at, written in one trip, looked at again, and the audit log.
    expect(bot.platform.sandbox.requests()).toHaveLength(4);
    bot.platform.sandbox.resetRequests();
    const again = await bot.services.reports.orderSections(author, reportKey, { keys: last });
    expect(bot.platform.sandbox.requests()).toHaveLength(1);
    expect(again.sections.map((one) => one.order)).toEqual([1, 2, 3, 4]);
    for (const wrong of [keys.slice(1), [...keys, "X"], [...keys.slice(1), keys[1] ?? ""]]) {
      const refusal = await refusalOf(bot.services.reports.orderSections(author, reportKey, { keys: wrong }));
      expect(refusal.code).toBe("not-found");
    }
  });
});

describe("two people at once", () => {
  it("leave the sections in the order of one of them, and lose no words that are saved meanwhile", async () => {
    const { sections: now } = await bot.services.reports.outline(author, reportKey);
    const keys = now.map((one) => one.key);
    const [first = "", second = "", third = "", fourth = ""] = keys;
    const mine = [second, first, fourth, third];
    const theirs = [fourth, third, second, first];
    const officer = await callerFor("officer");
    const outcomes = await Promise.allSettled([
      bot.services.reports.orderSections(author, reportKey, { keys: mine }),
      bot.services.reports.orderSections(officer, reportKey, { keys: theirs }),
      bot.services.reports.saveSection(author, reportKey, first, {
        html: "<p>Saved while others move it.</p>",
        baseVersion: now[0]?.version ?? "",
        baseHash: now[0]?.hash ?? "",
      }),
    ]);
    const refusals = outcomes.flatMap((outcome) => (outcome.status === "rejected" ? [outcome.reason] : []));
    for (const reason of refusals) expect(reason).toBeInstanceOf(Refused);
    // Whoever looks last puts it right.
    const after = await bot.services.reports.orderSections(author, reportKey, { keys: mine });
    expect(after.sections.map(({ key, order }) => ({ key, order }))).toEqual(
      mine.map((key, index) => ({ key, order: index + 1 })),
    );
    const saved = outcomes[2]?.status === "fulfilled";
    const opening = after.sections.find(({ key }) => key === first)?.opening;
    expect(opening === "Saved while others move it.").toBe(saved);
  });
});

describe("beginning a covering report", () => {
  const meeting: Meeting = {
    key: "CAB-2031-03-06",
    bodyKey: "CAB",
    date: toCalendarDate("2031-03-06"),
    municipalYear: "2030/31",
    state: "Scheduled",
  };
  // The clock stands where bank holidays are known; the meeting lies a month ahead of it.
  const wanted = {
    subject: "Harbour wall: repairs",
    reportOf: "Head of Highways",
    portfolio: "Locality Services",
    keyDecision: true,
  };
  let coming: Meeting;

  beforeAll(async () => {
    const today = bot.services.clock.today();
    const date = addDays(today, 42);
    coming = { ...meeting, key: `CAB-${date}`, date };
    await bot.services.records.addBodies([
      { key: "CAB", name: "Cabinet", aliases: [], kind: "Cabinet", callInApplies: true },
    ]);
    await bot.services.records.addMeetings([
      coming,
      { ...coming, key: `OUT-${date}`, state: "AgendaPublished" },
    ]);
    await bot.services.published.refresh();
  });

  it("offers the meetings whose agenda is still open", () => {
    const { meetings } = bot.services.reports.meetingsToWriteFor();
    expect(meetings).toContainEqual({ key: coming.key, body: "Cabinet", date: coming.date });
    expect(meetings.map(({ key }) => key)).not.toContain(`OUT-${coming.date}`);
  });

  it("makes its record with every heading, due as the meeting asks, and its document", async () => {
    const outline = await bot.services.reports.begin(author, { ...wanted, meetingKey: coming.key });
    expect(outline.report).toMatchObject({
      key: `CR/${coming.key}/HARBOUR-WALL-REPAIRS`,
      kind: "covering-report",
      state: "draft",
      meeting: { body: "Cabinet", date: coming.date },
    });
    expect(outline.sections.map(({ heading }) => heading)).toContain("Recommendation(s):");
    const { sectionDrafts } = datesOfMeeting(coming.date, { callInApplies: true });
    expect(outline.sections.every(({ due }) => due?.date === sectionDrafts)).toBe(true);
    const document = await bot.services.reports.document(author, outline.report.key);
    expect(document.made).toBe(false);
    expect((await bot.services.reports.mine(author)).reports.map(({ key }) => key)).toContain(
      outline.report.key,
    );
  });

  it("is refused twice for one subject, for a meeting that is closed, and to those who write no reports", async () => {
    const begin = (caller: Caller, meetingKey: string) =>
      refusalOf(bot.services.reports.begin(caller, { ...wanted, meetingKey }));
    expect((await begin(author, coming.key)).code).toBe("bad-request");
    expect((await begin(author, `OUT-${coming.date}`)).code).toBe("not-found");
    expect((await begin({ ...author, roles: [] }, coming.key)).code).toBe("not-allowed");
  });

  it("can be given the committee’s work programme as a table from the records", async () => {
    const key = `CR/${coming.key}/HARBOUR-WALL-REPAIRS`;
    await bot.services.records.addWorkProgramme("CAB", [
      {
        key: "CAB/2030-31/WP/HARBOUR",
        bodyKey: "CAB",
        municipalYear: "2030/31",
        title: "Harbour review",
        leadOfficer: "Head of Highways",
        source: "Member",
        order: 1,
        state: "Scheduled",
        slots: [{ meetingKey: coming.key, mark: "X" }],
      },
    ]);
    await bot.services.published.refresh();
    const outline = await bot.services.reports.outline(author, key);
    expect(outline.extracts).toContainEqual(
      expect.objectContaining({ key: "EXT/WORK-PROGRAMME", title: "Work programme 2030/31" }),
    );
    const fragment = await bot.services.reports.fragment(author, key, { parts: ["EXT/WORK-PROGRAMME"] });
    const { document, beWord } = await openWord({ parts: [] });
    beWord();
    await insertFragment(key, fragment, "end", null);
    const text = document.text(document.bodyStretch());
    expect(text).toContain("Harbour review");
    expect(text).toContain("Item and lead officer");
  });
});

describe("the days left for a section", () => {
  it("leave out the days the council’s offices are closed", async () => {
    const { records, clock, published, reports } = bot.services;
    const today = clock.today();
    const due = addDays(today, 21);
    const closed = Array.from({ length: 20 }, (_, at) => addDays(today, at + 1)).find((day) =>
      isWorkingDay(day),
    );
    if (!closed) throw new Error("Three weeks without a working day.");
    await records.addClosedDays([
      { key: closed, day: closed, name: "Offices closed", kind: "OfficeClosure" },
    ]);
    const key = "CMR/DUE/2026-12";
    await records.addReport(
      {
        key,
        kind: "cabinet-member-report",
        subject: "Cabinet Member Report",
        reportOf: "Councillor Ada Whitfield",
        authors: [localPeople.author.oid],
        exempt: "Open",
        state: "draft",
      },
      [{ ...section(1, "Introduction", 1, ""), key: `${key}/INTRODUCTION`, reportKey: key, due }],
      [],
    );
    await published.refresh();
    const outline = await reports.outline(author, key);
    expect(outline.sections[0]?.due).toEqual({
      date: due,
      workingDaysLeft: workingDaysFrom(today, due) - 1,
    });
  });
});
