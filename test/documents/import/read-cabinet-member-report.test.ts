import { describe, expect, it } from "vitest";
import type { CabinetMemberReportPaper } from "../../../shared/documents/import/paper.ts";
import { readPaperText } from "../../../shared/documents/import/read-paper.ts";
import { reportPaper } from "../../builders/papers.ts";

function read(text: string): CabinetMemberReportPaper {
  const paper = readPaperText(new TextEncoder().encode(text), "report.txt");
  if (paper.kind !== "cabinet-member-report") throw new Error(`It was read as ${paper.kind}.`);
  return paper;
}

const head =
  "CABINET MEMBER REPORT\n\nCouncillor\tPortfolio\tPeriod of Report\nRobin Marsh\tParks\tMay 2026\n\n";
const long =
  "The service went on with its work through the whole of the period, as the plan agreed in the spring had foreseen.";
const body = (text: string) => read(`${head}${text}`).data;
const outline = (text: string) => body(text).sections.map(({ level, heading }) => `${level} ${heading}`);
const html = (text: string) => body(`PARKS\n\n${text}`).sections[0]?.html;

describe("reading a Cabinet Member report", () => {
  it("reads the facts of its head", () => {
    const { data, title } = read(reportPaper());
    expect(title).toBe("CABINET MEMBER REPORT, Parks and Beaches, May 2026");
    expect(data).toMatchObject({
      key: "CMR/PARKS-AND-BEACHES/2026-05",
      committee: "Overview and Scrutiny Committee (Parks and Beaches) - 9 June 2026",
      meetingDate: "2026-06-09",
      councillor: "Robin Marsh",
      portfolio: "Parks and Beaches",
      period: "May 2026",
    });
  });

  it.each([
    [
      "CABINET MEMBER UPDATE\n\nCabinet Member\tPortfolio\tDate\nRobin Marsh\tCabinet Member for Parks\tJune 2026",
      "CMR/PARKS/2026-06",
    ],
    [
      "CABINET MEMBER REPORT\n\n| Councillor | Portfolio | Period of Report |\n|---|---|---|\n| Cllr Robin Marsh | Parks | April - June 2026 |",
      "CMR/PARKS/2026-06",
    ],
    [
      "CABINET MEMBER REPORT\n\nCouncillor: Robin Marsh\nPortfolio: Parks\nPeriod of Report: June 2026",
      "CMR/PARKS/2026-06",
    ],
    [
      "CABINET MEMBER REPORT\n\nScrutiny Committee\n9 June 2026\n\nCouncillor\tPortfolio\nRobin Marsh\tParks",
      "CMR/PARKS/2026-06",
    ],
  ])("knows the head %#", (front, key) => {
    const { data } = read(`${front}\n\nPLAYGROUNDS\n\n${long}\n`);
    expect([data.key, data.councillor, data.sections.map(({ heading }) => heading)]).toEqual([
      key,
      "Robin Marsh",
      ["PLAYGROUNDS"],
    ]);
  });

  it("asks for portfolio and period where the head is lost", () => {
    const { data, warnings } = read(
      `CORPORATE RESOURCES\n\nInternal Audit\n\n${long}\n\nInsurance\n\nRenewed on 14 July 2026.\n`,
    );
    expect(data.key).toBe("CMR/PORTFOLIO-NOT-STATED/2026-07");
    expect(warnings.map(({ message }) => message.slice(0, 40))).toEqual([
      "The report states neither period nor mee",
      "The report names no portfolio (its table",
    ]);
  });

  it("makes a tree of its headings", () => {
    expect(read(reportPaper()).data.outline).toMatchObject([
      { heading: "GREEN SPACES", sections: [{ heading: "Playgrounds" }, { heading: "Internal Audit" }] },
      { heading: "BEACHES", sections: [{ heading: "Cleaning." }] },
    ]);
  });

  it.each([
    ["capitals over mixed", `PARKS\n\nPlaygrounds\n\n${long}`, ["1 PARKS", "2 Playgrounds"]],
    [
      "known names",
      `Corporate Resources\n\nInternal Audit\n\n${long}\n\nLegal Services\n\n${long}`,
      ["1 Corporate Resources", "2 Internal Audit", "1 Legal Services"],
    ],
    [
      "ICT inside another department",
      `CORPORATE RESOURCES\n\nICT\n\nCyber Security\n\n${long}`,
      ["1 CORPORATE RESOURCES", "2 ICT", "3 Cyber Security"],
    ],
    [
      "a name repeated inside itself",
      `Strategic Support\n\nCommunications\n\n${long}\n\nStrategic Support\n\n${long}`,
      ["1 Strategic Support", "2 Communications", "2 Strategic Support"],
    ],
    ["a trailing colon before text", `PARKS\n\nThe Tree Team:\n\n${long}`, ["1 PARKS", "2 The Tree Team:"]],
    ["a trailing full stop", `PARKS\n\nTrees & Hedges.\n\n${long}`, ["1 PARKS", "2 Trees & Hedges."]],
    ["a short sentence", `PARKS\n\nTwo trees were felled in the storm.\n\n${long}`, ["1 PARKS"]],
    ["a lead-in to a list", `PARKS\n\nThe Service Has:\n\n- one\n- two`, ["1 PARKS"]],
    ["a date alone", `PARKS\n\n3 July 2026\n\n- one\n- two`, ["1 PARKS"]],
    [
      "a wholly bold bullet on its own",
      `Democratic Services\n\n- **Overview and Scrutiny Committee (Parks)**\n\n${long}`,
      ["1 Democratic Services", "2 Overview and Scrutiny Committee (Parks)"],
    ],
    [
      "Markdown levels used properly",
      `# Parks\n\n## Trees\n\n${long}\n\n## Hedges\n\n${long}`,
      ["1 Parks", "2 Trees", "2 Hedges"],
    ],
    [
      "Markdown levels scattered",
      `## Parks\n\n${long}\n\n#### Trees\n\n${long}\n\n# Hedges\n\n${long}`,
      ["1 Parks", "1 Trees", "1 Hedges"],
    ],
    [
      "numbers",
      `1. Parks\n\n${long}\n\n1.1 Trees\n\n${long}\n\n2. Beaches\n\n${long}`,
      ["1 1. Parks", "2 1.1 Trees", "1 2. Beaches"],
    ],
  ])("reads headings: %s", (_, text, expected) => {
    expect(outline(text)).toEqual(expected);
  });

  it("numbers the key of a heading that comes again", () => {
    const keys = body(`PARKS\n\nTrees\n\n${long}\n\nBEACHES\n\nTrees\n\n${long}`).sections.map(({ key }) =>
      key.split("/").at(-1),
    );
    expect(keys).toEqual(["PARKS", "TREES", "BEACHES", "TREES-2"]);
  });

  it("keeps text before the first heading, and says so", () => {
    const { data, warnings } = read(`${head}${long}\n\nTrees\n\n${long}\n`);
    expect(data.sections.map(({ heading }) => heading)).toEqual(["Introduction", "Trees"]);
    expect(warnings.map(({ line }) => line)).toEqual([6]);
  });

  it.each([
    ["nested bullets", "- one\n - two\n- three", "<ul><li>one<ul><li>two</li></ul></li><li>three</li></ul>"],
    ["other glyphs", "• one\no two\n• three", "<ul><li>one<ul><li>two</li></ul></li><li>three</li></ul>"],
    [
      "roman under a bullet",
      "- one\n - i. two\n - ii. three",
      '<ul><li>one<ol type="i"><li>two</li><li>three</li></ol></li></ul>',
    ],
    [
      "decimal under a bullet",
      "- one:\n 1. two\n 2. three",
      "<ul><li>one:<ol><li>two</li><li>three</li></ol></li></ul>",
    ],
    ["a page break between items", "- one\n\n- two", "<ul><li>one</li><li>two</li></ul>"],
    [
      "a page break inside an item",
      "- the work at the north end of the park has been put off until the\n\nspring of next year\n- two",
      "<ul><li>the work at the north end of the park has been put off until the spring of next year</li><li>two</li></ul>",
    ],
    [
      "a sentence under an item",
      "- one is done.\nIt went well.\n- two",
      "<ul><li>one is done.<br>It went well.</li><li>two</li></ul>",
    ],
    ["a list that starts at three", "3. one\n4. two", '<ol start="3"><li>one</li><li>two</li></ol>'],
    [
      "bold and italic",
      "A **bold** and <i>slanted</i> word.",
      "<p>A <strong>bold</strong> and <em>slanted</em> word.</p>",
    ],
    [
      "a link",
      "See [the page](https://www.council.example/page).",
      '<p>See <a href="https://www.council.example/page">the page</a>.</p>',
    ],
    [
      "a bare address",
      "See <https://www.council.example/page>",
      '<p>See <a href="https://www.council.example/page">https://www.council.example/page</a></p>',
    ],
    ["escapes and entities", "Trees \\(old\\) &amp; hedges", "<p>Trees (old) &amp; hedges</p>"],
    ["look-alike letters", "Тhe tally: Х and х", "<p>The tally: X and x</p>"],
  ])("reads %s", (_, text, expected) => {
    expect(html(text)).toBe(expected);
  });

  it("joins a sentence that a page break has parted", () => {
    const parted = `${long.replace(/\.$/, "")} and would\n\nnot have been possible otherwise.`;
    expect(html(parted)).toBe(`<p>${parted.replace("\n\n", " ")}</p>`);
  });

  it("joins lines broken at a width, keeps the hyphen of a word that was parted, and finds bullets without glyphs", () => {
    const text = `The service went on with its work through the whole of the period and has begun the re-
commissioning of two contracts, which will take it until the end of the year at the very least, and
perhaps longer. In the meantime it has begun to
write the next plan.

 The first bullet lost its glyph and is only set in, but it runs on over the end of the line, as
bullets will do.

 The second bullet is no different from the first one, and it runs on over the end of the line as
well.

The paragraph after them stands at the margin again, and is long enough to be broken at the width
of the page.
`;
    expect(html(text)).toBe(
      "<p>The service went on with its work through the whole of the period and has begun the re-commissioning of two contracts, which will take it until the end of the year at the very least, and perhaps longer. In the meantime it has begun to write the next plan.</p>" +
        "<ul><li>The first bullet lost its glyph and is only set in, but it runs on over the end of the line, as bullets will do.</li>" +
        "<li>The second bullet is no different from the first one, and it runs on over the end of the line as well.</li></ul>" +
        "<p>The paragraph after them stands at the margin again, and is long enough to be broken at the width of the page.</p>",
    );
  });

  it("reads short lines after a colon as a list, and says so", () => {
    const { data, warnings } = read(
      `${head}PARKS\n\nThe team has:\n\nmended the swings\nRaked the sand\nPainted the gate\n\n${long}\n`,
    );
    expect(data.sections[0]?.html).toContain("<ul><li>mended the swings</li>");
    expect(warnings.map(({ message }) => message)).toEqual([
      "3 short lines after a colon are read as a list whose bullets were lost.",
    ]);
  });

  it("names dead links, page numbers and anything else that is left out", () => {
    const { warnings, coverage } = read(
      `${head}PARKS\n\nSee [here](#) for more about them.\n\nPage 3 of 9\n\n${long}\n`,
    );
    expect(warnings).toEqual([
      { line: 8, message: "The link “here” leads nowhere; its words are kept. Where should it lead?" },
      { line: 10, message: "“Page 3 of 9” belongs to the page, not to the text, and was left out." },
    ]);
    expect(coverage).toEqual({ lines: 12, read: 6, blank: 5, warned: 1 });
  });
});

describe("tables of a report", () => {
  it("reads the audit table: bands, figures, statements, drafts, a header printed again", () => {
    const { sections, tables } = read(reportPaper()).data;
    expect(tables).toEqual([
      {
        key: "CMR/PARKS-AND-BEACHES/2026-05/INTERNAL-AUDIT/T1",
        reportKey: "CMR/PARKS-AND-BEACHES/2026-05",
        sectionKey: "CMR/PARKS-AND-BEACHES/2026-05/INTERNAL-AUDIT",
        order: 1,
        title: "Internal audit opinions",
        rows: {
          kind: "audit-opinions",
          rows: [
            { row: "band", text: "2025/2026" },
            {
              row: "audit",
              title: "Car park takings",
              opinion: "Moderate",
              high: 0,
              medium: 2,
              low: 1,
              draft: false,
            },
            {
              row: "audit",
              title: "Deck chair hire",
              opinion: "Major",
              high: 3,
              medium: 1,
              low: 0,
              draft: true,
            },
            { row: "audit", title: "Kiosk rents", opinion: "Minor", high: 0, medium: 0, low: 2, draft: true },
            {
              row: "statement",
              title: "Lifeguard grant",
              statement: "Assurance given for the claim",
              draft: false,
            },
          ],
        },
      },
    ]);
    expect(
      sections.find(({ heading }) => heading === "Internal Audit")?.content.map(({ kind }) => kind),
    ).toEqual(["paragraph", "tableReference", "paragraph"]);
  });

  it("reads an audit table that lost its cells", () => {
    const [table] = body(`Internal Audit

Audit Title                     Audit Opinion   Recommendations
                                                High  Medium  Low
2025/2026
Car park takings                Moderate        0     2       1
Cash handling at the kiosks
and the bowling green - draft   Minor           0     0       2
Lifeguard grant                 Assurance provided to facilitate certification

${long}
`).tables;
    expect(table?.rows).toEqual({
      kind: "audit-opinions",
      rows: [
        { row: "band", text: "2025/2026" },
        {
          row: "audit",
          title: "Car park takings",
          opinion: "Moderate",
          high: 0,
          medium: 2,
          low: 1,
          draft: false,
        },
        {
          row: "audit",
          title: "Cash handling at the kiosks and the bowling green",
          opinion: "Minor",
          high: 0,
          medium: 0,
          low: 2,
          draft: true,
        },
        {
          row: "statement",
          title: "Lifeguard grant",
          statement: "Assurance provided to facilitate certification",
          draft: false,
        },
      ],
    });
  });

  it("reads collection rates, and asks about a year that is none", () => {
    const { data, warnings } = read(
      `${head}Revenues and Benefits\n\nNNDR\tOurs\tNational\tMetropolitan\n2021-22\t97.3%\t95.5\t95.4\n2022-22\t99.4\t96.8\t96.2\n`,
    );
    expect(data.tables[0]).toMatchObject({
      title: "NNDR collection rates",
      rows: {
        kind: "collection-rates",
        rows: [
          { year: "2021-22", council: 97.3, national: 95.5, metropolitan: 95.4 },
          { year: "2022-22", council: 99.4, national: 96.8, metropolitan: 96.2 },
        ],
      },
    });
    expect(warnings.map(({ line, message }) => [line, message])).toEqual([
      [10, "The year “2022-22” is no financial year and is kept as printed. Should it be 2022-23?"],
    ]);
  });

  it("keeps any other table as it is, Markdown and HTML tables too", () => {
    const rows = {
      kind: "plain",
      header: ["Park", "Trees"],
      rows: [
        ["North", "12"],
        ["South", "8"],
      ],
    };
    const tables = [
      "Park\tTrees\nNorth\t12\nSouth\t8",
      "| Park | Trees |\n|---|---|\n| North | 12 |\n| South | 8 |",
      "<table><tr><th>Park</th><th>Trees</th></tr>\n<tr><td>North</td><td>12</td></tr>\n<tr><td>South</td><td>8</td></tr></table>",
    ];
    for (const table of tables)
      expect(body(`PARKS\n\n${table}\n\n${long}`).tables.map((read) => read.rows)).toEqual([rows]);
  });
});
