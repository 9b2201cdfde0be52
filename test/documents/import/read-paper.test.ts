import { describe, expect, it } from "vitest";
import type { SectionContent } from "../../../shared/contracts/section-content.ts";
import { plainText } from "../../../shared/documents/content/canonical-content.ts";
import { UnreadablePaper } from "../../../shared/documents/import/lines/unreadable-paper.ts";
import type { CabinetMemberReportData } from "../../../shared/documents/import/paper.ts";
import { readPaperText } from "../../../shared/documents/import/read-paper.ts";
import { corpusIsHere, corpusPaper, whyNotRun } from "../../builders/corpus.ts";
import { planPaper, reportPaper } from "../../builders/papers.ts";

const bytes = (text: string) => new TextEncoder().encode(text);

describe("recognising a paper", () => {
  it.each([
    ["empty", bytes(""), "is empty"],
    ["only spaces", bytes(" \n\n"), "is empty"],
    ["a PDF", bytes("%PDF-1.7 …"), "is a PDF. Here only its text can be read"],
    [
      "a damaged Word document",
      new Uint8Array([0x50, 0x4b, 3, 4, 0, 0]),
      "cannot be read as a Word document: its packing is damaged",
    ],
    ["an old Word document", new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0, 0]), "is an old Word or Excel file"],
    ["other binary", new Uint8Array([1, 2, 0, 4]), "is not text"],
    ["Latin-1", new Uint8Array([0x46, 0xe9, 0x76]), "is text in another encoding than UTF-8"],
    ["a shopping list", bytes("milk\neggs"), "is not a paper of a kind that is known"],
    [
      "minutes without a minute",
      bytes(
        "MEETING HELD AT THE TOWN HALL ON 6 MAY 2026\n\nPRESENT: Councillor Marsh\n\nRESOLVED:\n\nThat it be so.",
      ),
      "looks like minutes, but no minute with a title could be found",
    ],
    ["over 50 MB", new Uint8Array(50 * 1024 * 1024 + 1), "is larger than 50 MB"],
  ])("refuses a file that is %s in a sentence", (_, file, sentence) => {
    expect(() => readPaperText(file, "paper.txt")).toThrow(UnreadablePaper);
    expect(() => readPaperText(file, "paper.txt")).toThrow(`paper.txt ${sentence}`);
  });

  it("reads UTF-16 that says so, Windows line ends, and a mark at the start", () => {
    const expected = readPaperText(bytes(planPaper()), "plan.txt").data;
    const utf16 = new Uint8Array([
      0xff,
      0xfe,
      ...new Uint8Array(new Uint16Array([...planPaper()].map((letter) => letter.charCodeAt(0))).buffer),
    ]);
    expect(readPaperText(utf16, "plan.txt").data).toEqual(expected);
    expect(readPaperText(bytes(`\uFEFF${planPaper().replace(/\n/g, "\r\n")}`), "plan.txt").data).toEqual(
      expected,
    );
  });

  it("picks the parts that it can read out of a pack, and names the others with their lines", () => {
    const pack = `Public Document Pack

MEETING: SCRUTINY COMMITTEE
DATE: Tuesday, 9th June 2026
TIME: 6.30 p.m.
COMMITTEE OFFICER: Robin Marsh
Telephone: 0151 496 0001
E-mail: robin.marsh@council.example

AGENDA

1. Apologies for Absence

2. Parks
(Pages 5 -

14)
Report of the Head of Parks

3. Trees
(To Follow)

Report to:\tScrutiny Committee\tDate of Meeting:\t9 June 2026
Subject:\tParks
Report of:\tHead of Parks

The report is here.
${reportPaper()}
${planPaper()}`;
    const lineOf = (opening: string) => pack.split("\n").findIndex((line) => line.startsWith(opening)) + 1;
    const paper = readPaperText(bytes(pack), "pack.txt");
    if (paper.kind !== "document-pack") throw new Error(paper.kind);
    const [agenda] = paper.data.documents;
    expect(agenda?.data).toMatchObject({
      body: "SCRUTINY COMMITTEE",
      date: "2026-06-09",
      time: "6.30 p.m.",
      officer: { name: "Robin Marsh", telephone: "0151 496 0001", email: "robin.marsh@council.example" },
      items: [
        { number: 1, title: "Apologies for Absence", toFollow: false },
        { number: 2, title: "Parks", reportOf: "Head of Parks", pageFrom: 5, pageTo: 14, toFollow: false },
        { number: 3, title: "Trees", toFollow: true },
      ],
    });
    expect(paper.data.documents.map(({ kind, from }) => [kind, from])).toEqual([
      ["agenda", 1],
      ["other", lineOf("Report to:")],
      ["cabinet-member-report", lineOf("CABINET MEMBER REPORT")],
      ["forward-plan", lineOf("# SAMPLE COUNCIL FORWARD PLAN")],
    ]);
    expect(paper.warnings).toContainEqual({
      line: 23,
      message:
        "The part “Parks” (lines 23 to 28) is named but not read: it has the front sheet of a report, but none of its headings. Check that the whole report was saved.",
    });
    const { lines, read, blank, warned } = paper.coverage;
    expect([lines, lines]).toEqual([pack.replace(/\n$/, "").split("\n").length, read + blank + warned]);
  });
});

/** Letters and digits only, so that joined lines and marks compare. */
const letters = (text: string) =>
  text
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^a-z0-9]/g, "");

function wordsOf(data: CabinetMemberReportData): string {
  const content: SectionContent = data.sections.flatMap((section) => section.content);
  const tables = data.tables.map(({ rows, title }) => `${title} ${JSON.stringify(rows)}`).join(" ");
  const addresses = [...JSON.stringify(content).matchAll(/"href":"([^"]*)"/g)]
    .map((match) => match[1])
    .join(" ");
  return letters(
    [
      "Cabinet Member Report Councillor Portfolio Period of Report",
      data.committee,
      data.councillor,
      data.portfolio,
      data.period,
      ...data.sections.map(({ heading }) => heading),
      plainText(content).replace(/\n/g, " "),
      addresses,
      tables,
    ].join(" "),
  );
}

describe.skipIf(!corpusIsHere)(`the published papers (${whyNotRun})`, () => {
  it.each([
    { file: "report2020", lines: 588, sections: 66, tables: 1 },
    { file: "report2024", lines: 519, sections: 40, tables: 2 },
  ] as const)("reads every line of $file", ({ file, lines, sections, tables }) => {
    const paper = readPaperText(corpusPaper(file).bytes, file);
    if (paper.kind !== "cabinet-member-report") throw new Error(paper.kind);
    expect(paper.coverage.lines).toBe(lines);
    expect(paper.coverage.read + paper.coverage.blank).toBe(lines);
    expect([paper.data.sections.length, paper.data.tables.length]).toEqual([sections, tables]);

    const found = wordsOf(paper.data);
    const missing = new TextDecoder()
      .decode(corpusPaper(file).bytes)
      .split("\n")
      .flatMap((line) => line.split("\t"))
      .map((cell) =>
        letters(
          cell.replace(/<\/?i>|\]\((https?:[^)]*|#)\)/g, " ").replace(/^\s*-?\s*(?:[ivx]+|\d+)\.\s/, ""),
        ),
      )
      .filter(
        (cell) =>
          cell.length > 6 && !/^audit(title|opinion)$|^recommendations$/.test(cell) && !found.includes(cell),
      );
    expect(missing).toEqual([]);
  });

  it("has the top headings of 2020 and of 2024", () => {
    const tops = (file: "report2020" | "report2024") => {
      const paper = readPaperText(corpusPaper(file).bytes, file);
      return paper.kind === "cabinet-member-report" ? paper.data.outline.map(({ heading }) => heading) : [];
    };
    expect(tops("report2020")).toEqual([
      "CORPORATE SUPPORT SERVICES",
      "CORPORATE RESOURCES",
      "PERSONNEL DEPARTMENT",
      "Democratic Services",
      "Civic and Mayoral Services",
      "Legal Services",
    ]);
    expect(tops("report2024")).toEqual([
      "Financial Management",
      "Customer Centric Services",
      "Risk and Audit",
      "ICT",
      "Legal Services",
      "Democratic Services Team – Overview",
      "Regulatory and Other Committees:",
      "PERSONNEL DEPARTMENT",
      "Strategic Support",
      "Procurement",
    ]);
  });

  it("reads the audit table of 2020: one band, 11 audits and 13 statements, 7 of them drafts", () => {
    const paper = readPaperText(corpusPaper("report2020").bytes, "report2020");
    const rows = paper.kind === "cabinet-member-report" ? paper.data.tables[0]?.rows : undefined;
    if (rows?.kind !== "audit-opinions") throw new Error("No audit table");
    const count = (kind: string) => rows.rows.filter(({ row }) => row === kind).length;
    expect([count("band"), count("audit"), count("statement")]).toEqual([1, 11, 13]);
    expect(rows.rows.filter((row) => "draft" in row && row.draft)).toHaveLength(7);
    expect(rows.rows).toContainEqual({
      row: "audit",
      title: "Accounts Receivable",
      opinion: "Major",
      high: 7,
      medium: 12,
      low: 4,
      draft: false,
    });
  });

  it("reads the Forward Plan inside the pack, and gives account of every other line", () => {
    const paper = readPaperText(corpusPaper("pack").bytes, "pack");
    if (paper.kind !== "document-pack") throw new Error(paper.kind);
    const { lines, read, blank, warned } = paper.coverage;
    expect(lines).toBe(2425);
    expect(read + blank + warned).toBe(lines);
    const plan = paper.data.documents.find(({ kind }) => kind === "forward-plan");
    if (plan?.kind !== "forward-plan") throw new Error("No plan");
    expect(plan.coverage.warned).toBe(0);
    expect(plan.data.edition).toMatchObject({
      key: "FP/2018-07",
      periodTo: "2018-10-31",
      publishedOn: "2018-06-01",
    });
    expect(plan.data.index).toHaveLength(2);
    expect(
      plan.data.items.map(({ financialImpact, communityImpact }) => [financialImpact, communityImpact]),
    ).toEqual([
      [true, true],
      [false, true],
    ]);
    expect(plan.data.items[1]?.dateChanges).toMatchObject([
      { decisionMaker: "Cabinet", from: "2018-04-05", to: "2018-07-26" },
    ]);
    const agenda = paper.data.documents.find(({ kind }) => kind === "agenda");
    if (agenda?.kind !== "agenda") throw new Error("No agenda");
    expect(agenda.data.items.map(({ pageFrom, pageTo }) => [pageFrom, pageTo]).slice(7, 9)).toEqual([
      [75, 86],
      [87, 98],
    ]);
  });
});
