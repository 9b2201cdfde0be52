import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { zipSync } from "fflate";
import { beforeAll, describe, expect, it } from "vitest";
import { UnreadablePaper } from "../../../shared/documents/import/lines/unreadable-paper.ts";
import { readPaper } from "../../../shared/documents/import/read-paper.ts";
import { corpusFolder, corpusIsHere, whyNotRun } from "../../builders/corpus.ts";
import { libreOfficeMissing } from "../../builders/judges.ts";
import { officePapers } from "../../builders/office-papers.ts";
import { samplePapers } from "../../builders/sample-papers.ts";

const bytes = (text: string) => new TextEncoder().encode(text);
const missing = libreOfficeMissing();

describe.skipIf(missing !== null)(`papers as Word and PDF files${missing ? ` (${missing})` : ""}`, () => {
  let files: Awaited<ReturnType<typeof officePapers>>;
  beforeAll(async () => {
    files = await officePapers(new Map(samplePapers.map(({ text }, at) => [`paper-${at}`, text])));
  }, 240_000);

  it.each(samplePapers.map((paper, at) => [paper.name, at, paper] as const))(
    "reads %s alike",
    async (_, at, paper) => {
      for (const form of ["docx", "pdf"] as const) {
        const found = await readPaper(files.get(`paper-${at}`)?.[form] ?? new Uint8Array(), `paper.${form}`);
        expect([form, found.kind]).toEqual([form, paper.kind]);
        expect(found.data).toMatchObject(paper.data);
        const { lines, read, blank, warned } = found.coverage;
        expect(read + blank + warned).toBe(lines);
      }
    },
  );

  it("says in a sentence that a Word or PDF file was not saved whole", async () => {
    const { docx, pdf } = files.get("paper-0") ?? { docx: new Uint8Array(), pdf: new Uint8Array() };
    await expect(readPaper(docx.subarray(0, docx.length / 2), "half.docx")).rejects.toThrow(
      /^half\.docx cannot be read as a Word document: its packing is damaged\./,
    );
    await expect(readPaper(pdf.subarray(0, 600), "half.pdf")).rejects.toThrow(/^half\.pdf is a damaged PDF/);
  });
});

describe("files that are no paper", () => {
  it("refuses a zip that unpacks to far more than a paper holds, before unpacking it", async () => {
    const bomb = zipSync({ "word/document.xml": new Uint8Array(80 * 1024 * 1024) }, { level: 9 });
    expect(bomb.length).toBeLessThan(200_000);
    await expect(readPaper(bomb, "bomb.docx")).rejects.toThrow(
      /^bomb\.docx cannot be read as a Word document: it unpacks to more than 64 MB\./,
    );
  });

  it.each([
    [
      "a zip that is no Word document",
      zipSync({ "readme.txt": bytes("hello") }),
      /cannot be read as a Word document/,
    ],
    ["Windows-1252", new Uint8Array([0x50, 0x92, 0x73, 0x20, 0x61]), /another encoding than UTF-8/],
    ["UTF-16 without its mark", new Uint8Array([0x41, 0, 0x42, 0, 0x43, 0]), /is not text/],
    ["a picture", new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0]), /is not text/],
    [
      "XML cut short",
      bytes("<?xml version='1.0'?><meeting><meetingid>1</meetingid><meetingd"),
      /was not saved whole/,
    ],
    [
      "councillors with their addresses",
      bytes(
        "<councillorsbyward><councillor><address>1 High Street</address></councillor></councillorsbyward>",
      ),
      /holds records of councillors, which ModernGov gives with their home addresses/,
    ],
  ])("refuses %s in a sentence", async (_, file, sentence) => {
    await expect(readPaper(file, "file")).rejects.toThrow(sentence);
    await expect(readPaper(file, "file")).rejects.toBeInstanceOf(UnreadablePaper);
  });
});

const meetingXml = `<?xml version="1.0" encoding="utf-8"?>
<meeting>
  <meetingid>77</meetingid>
  <meetingdate>04/03/2026</meetingdate>
  <meetingstatus>Confirmed; Rescheduled from 25/02/2026</meetingstatus>
  <meetingtime>6.30 pm</meetingtime>
  <meetinglocation>Council Chamber, Wexley</meetinglocation>
  <agendaitems>
    <agendaitem>
      <agendaitemtitle>PART ONE</agendaitemtitle><agendaitemnumber>0</agendaitemnumber>
      <fulldisplaynumberformat></fulldisplaynumberformat>
    </agendaitem>
    <agendaitem>
      <agendaitemtitle>Bus Shelters</agendaitemtitle>
      <agendatext>&lt;div&gt;&lt;p&gt;To decide where six shelters &amp;amp; benches go.&lt;/p&gt;&lt;/div&gt;</agendatext>
      <agendaitemnumber>3</agendaitemnumber>
      <fulldisplaynumberformat>2.</fulldisplaynumberformat>
      <minutesnonemptyhtmlbody>&lt;p&gt;Members heard from a driver.&lt;/p&gt;&lt;p&gt;&lt;b&gt;RESOLVED:&lt;/b&gt;&lt;/p&gt;&lt;p&gt;That six shelters be built.&lt;/p&gt;</minutesnonemptyhtmlbody>
      <isminutepublished>True</isminutepublished>
      <isrestricted>False</isrestricted>
      <minutesitemnumber>41</minutesitemnumber>
      <refertocommittee>Transport Committee</refertocommittee>
    </agendaitem>
  </agendaitems>
  <attendees>
    <attendee name="Councillor Ada Finch" roledescription="Chair" attendance="Present" ward="Harbour"><url>https://wexley.example/1</url><address>12 Quay Lane</address></attendee>
    <attendee name="Councillor Tom Bell" roledescription="Committee Member" attendance="Apologies"></attendee>
  </attendees>
</meeting>`;

describe("what ModernGov and CMIS publish", () => {
  it("reads a meeting with its agenda and minutes, and no address of anybody", async () => {
    const paper = await readPaper(bytes(meetingXml), "meeting.xml");
    if (paper.kind !== "document-pack") throw new Error(paper.kind);
    const [agenda, minutes] = paper.data.documents;
    expect(agenda?.data).toMatchObject({
      body: "Transport Committee",
      date: "2026-03-04",
      status: "Confirmed; Rescheduled from 25/02/2026",
      membership: { members: [{ name: "Ada Finch", role: "Chair" }, { name: "Tom Bell" }] },
      items: [{ number: 2, title: "Bus Shelters", text: ["To decide where six shelters & benches go."] }],
    });
    expect(minutes?.data).toMatchObject({
      present: [{ name: "Ada Finch" }],
      apologies: [{ name: "Tom Bell" }],
      minutes: [
        {
          number: 41,
          title: "Bus Shelters",
          narrative: ["Members heard from a driver."],
          decisions: [{ style: "resolved", text: "That six shelters be built." }],
        },
      ],
    });
    expect(JSON.stringify(paper)).not.toContain("Quay Lane");
    expect(paper.warnings.map(({ message }) => message).join()).toContain("“PART ONE” parts the agenda");
  });

  it("reads a page of a decision", async () => {
    const html = `<div id="modgov"><div class="mgSubTitle"><h2 class="mgSubTitleTxt">Lease of the Kiosk</h2></div><div class="mgContent">
<p><span class="mgLabel">Decision Maker: </span>Head of Parks</p>
<p><span class="mgLabel">Is Key decision?: </span>No</p>
<p><span class="mgLabel">Is subject to call in?: </span>Yes</p>
<h3 class="mgSubSubTitleTxt">Decision:</h3><div class="mgWordPara"><p>That the kiosk be let
for a year.</p></div>
<p><span class="mgLabel">Publication date: </span>05&#47;03&#47;2026</p></div></div>`;
    const paper = await readPaper(bytes(html), "decision.html");
    expect(paper.kind === "register" && paper.data.decisions).toEqual([
      {
        title: "Lease of the Kiosk",
        decisionMaker: "Head of Parks",
        keyDecision: false,
        callIn: true,
        text: "That the kiosk be let for a year.",
        published: "2026-03-05",
        documents: [],
      },
    ]);
  });

  it.each([
    { says: "its own number", link: `<a href="ieDecisionDetails.aspx?ID=77">x</a>`, id: "77" },
    {
      says: "the numbers of others too",
      link: `<a href="ieDecisionDetails.aspx?ID=77">x</a><a href="ieDecisionDetails.aspx?AIId=1&amp;ID=78">y</a>`,
      id: undefined,
    },
  ])("knows a decision’s number where its page carries $says: $id", async ({ link, id }) => {
    const html = `<div id="modgov"><h2 class="mgSubTitleTxt">Lease</h2>${link}
<p><span class="mgLabel">Reference: </span>OD/12</p>
<p><span class="mgLabel">Is key decision?: </span>No</p>
<p><span class="mgLabel">Urgent item?: </span>Yes</p></div>`;
    const paper = await readPaper(bytes(html), "decision.html");
    const [decision] = paper.kind === "register" ? paper.data.decisions : [];
    expect([decision?.id, decision?.reference, decision?.urgent]).toEqual([id, "OD/12", true]);
    expect(paper.warnings.map(({ message }) => message).join()).not.toMatch(/Reference|Urgent/);
  });

  it.skipIf(!corpusIsHere)(`reads every page of the two systems that is held (${whyNotRun})`, async () => {
    const folder = join(corpusFolder, "moderngov");
    const kinds = new Map<string, number[]>();
    for (const name of readdirSync(folder).filter((file) => /\.(?:xml|html)$/.test(file))) {
      const paper = await readPaper(new Uint8Array(readFileSync(join(folder, name))), name);
      if (paper.kind === "register")
        kinds.set(name, [
          paper.data.committees.length,
          paper.data.meetings.length,
          paper.data.decisions.length,
        ]);
      else if (paper.kind === "document-pack") kinds.set(name, [paper.data.documents.length]);
      else kinds.set(name, []);
      expect(JSON.stringify(paper)).not.toMatch(/mgUserInfo|smallpic/);
    }
    expect(Object.fromEntries(kinds)).toEqual({
      "cmis_listview_birmingham.html": [0, 2, 0],
      "cmis_meeting_summary_birmingham.html": [0, 1, 0],
      "modgov_decision_detail_kirklees.html": [0, 0, 1],
      "modgov_decision_key_callin.html": [0, 0, 1],
      "modgov_decision_multiparagraph_kirklees.html": [0, 0, 1],
      "modgov_decisions_list_kirklees.html": [0, 0, 2],
      "modgov_getcommittees_manchester.xml": [3, 0, 0],
      "modgov_getmeeting_4966_cancelled.xml": [],
      "modgov_getmeeting_4967_manchester.xml": [2],
      "modgov_getmeetings_manchester.xml": [0, 2, 0],
    });
  });
});

describe("hostile text", () => {
  const head =
    "SAMPLE COMMITTEE\n\nMEETING HELD AT THE TOWN HALL ON 6 MAY 2025\n\nPRESENT: Councillor Marsh\n\n1. APOLOGIES\n\n";
  it.each([
    "(",
    "[",
    "*",
    "<",
    "&#",
    "\t",
    "|",
    ". ",
    "a ",
    "1",
    "(1)\n",
    "Page 1\n",
    "Councillor A, ",
    "1 May 2020 ",
  ])("of %j over and over is read or refused, and counted", async (piece) => {
    const text = `${head}${piece.repeat(Math.floor(60_000 / piece.length))}\n\nRESOLVED: That it be so.\n`;
    const paper = await readPaper(bytes(text), "hostile.txt").catch((error: unknown) => error);
    if (paper instanceof Error) expect(paper).toBeInstanceOf(UnreadablePaper);
    else {
      const { lines, read, blank, warned } = (paper as Awaited<ReturnType<typeof readPaper>>).coverage;
      expect(read + blank + warned).toBe(lines);
    }
  });
});
