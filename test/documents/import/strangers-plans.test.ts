import { describe, expect, it } from "vitest";
import { toCalendarDate } from "../../../shared/contracts/calendar-date.ts";
import {
  changesInWords,
  readChangeNotes,
} from "../../../shared/documents/import/forward-plan/plan-date-changes.ts";
import { fieldMeant } from "../../../shared/documents/import/forward-plan/plan-label-meaning.ts";
import { markedStatus, markLegend } from "../../../shared/documents/import/forward-plan/plan-marks.ts";
import { withoutReferences } from "../../../shared/documents/import/forward-plan/plan-references.ts";
import { exemptInWords, readExempt } from "../../../shared/documents/import/lines/exempt-status.ts";
import { readContacts } from "../../../shared/documents/import/lines/read-contacts.ts";
import { readPaperText } from "../../../shared/documents/import/read-paper.ts";

/** Forward Plans as other councils set them out; none of their labels is in our lists. */
function read(text: string) {
  const paper = readPaperText(new TextEncoder().encode(text), "plan.txt");
  if (paper.kind !== "forward-plan") throw new Error(`read as ${paper.kind}`);
  return paper;
}

const messages = (text: string) => read(text).warnings.map(({ message }) => message);
const rows = (...cells: readonly (readonly string[])[]) =>
  cells.map((row) => `${row.join("\t")}\t`).join("\n");

describe("a label in a council's own words", () => {
  it.each([
    ["Who is to take the decision?", "decisionMaker"],
    ["To be determined by", "decisionMaker"],
    ["Earliest date for decision", "decisionExpected"],
    ["Meeting at which it will be considered", "decisionExpected"],
    ["Is the matter to be dealt with in private?", "exempt"],
    ["Part I / Part II", "exempt"],
    ["Why the decision is key", "criteria"],
    ["Electoral divisions concerned", "wards"],
    ["Report author and telephone", "contacts"],
    ["Papers the decision taker will have", "backgroundDocuments"],
    ["Stakeholders", "consultees"],
    ["Matter", "title"],
    ["Outline of the proposal", "details"],
    ["Relevant Cabinet Member", "elsewhere"],
    ["Directorate", "elsewhere"],
    ["How to make representations", "elsewhere"],
    ["Weather", null],
  ])("“%s” is the field %s", (label, field) => {
    expect(fieldMeant(label)).toBe(field);
  });
});

describe("a plan that is a table in words of its own", () => {
  const plan = `# Wensley Moor Council

## List of Forthcoming Executive Decisions

For the period 2 March 2026 to 30 June 2026. Published on 30 January 2026.

${rows(
  [
    "Ref.",
    "Matter for decision",
    "To be decided by",
    "When",
    "Divisions",
    "Papers",
    "Part 1 / Part 2",
    "Officer to ask",
  ],
  ["**HIGHWAYS – Portfolio Holder: Councillor Ada Finch**", "", "", "", "", "", "", ""],
  [
    "W12",
    "**Bridge at Low Ford** To replace the bridge.",
    "Cabinet",
    "11 March 2026",
    "Low Ford",
    "None",
    "Part 1",
    "Nell Vance",
  ],
  [
    "W14",
    "**Salt Barn Lease** To take a lease.",
    "Director of Place",
    "April 2026",
    "All",
    "Valuation",
    "Part 2 (paragraph 3)",
    "Nell Vance / Tom Reed",
  ],
  [
    "W15",
    "**Verge Cutting Contract** To award it.",
    "Cabinet",
    "13 May 2026",
    "All",
    "Tender report",
    "Part 1 with Part 2 appendix (paragraphs 3 and 5)",
    "Tom Reed",
  ],
)}

The Executive is made up of the Leader and six members.
`;

  it("is read by what its columns mean", () => {
    expect(read(plan).data).toMatchObject({
      edition: { periodFrom: "2026-03-02", periodTo: "2026-06-30", publishedOn: "2026-01-30" },
      items: [
        {
          title: "Bridge at Low Ford",
          details: "To replace the bridge.",
          decisions: [{ decisionMaker: "Cabinet", from: "2026-03-11" }],
          wards: ["Low Ford"],
          backgroundDocuments: [],
          secrecy: "open",
          contacts: [{ name: "Nell Vance" }],
        },
        {
          title: "Salt Barn Lease",
          decisions: [{ from: "2026-04-01", to: "2026-04-30" }],
          secrecy: "fully-exempt",
          exemptParagraphs: [3],
          contacts: [{ name: "Nell Vance" }, { name: "Tom Reed" }],
        },
        { title: "Verge Cutting Contract", secrecy: "part-exempt", exemptParagraphs: [3, 5] },
      ],
    });
  });

  it("names the column it has no field for once, and what stands between the items", () => {
    const said = messages(plan);
    expect(said).toContain(
      "“Ref.” is no field of an item in the records, so its column was left out, in 3 lines (9, 10, 11).",
    );
    expect(said.filter((message) => message.includes("stands between the items"))).toEqual([
      "“HIGHWAYS – Portfolio Holder: Councillor Ada Finch” stands between the items and belongs to none of them; it was left out.",
      "“The Executive is made up of the Leader and six members.” stands between the items and belongs to none of them; it was left out.",
    ]);
    expect(said.filter((message) => message.includes("were not read"))).toEqual([]);
  });
});

describe("rows that go on", () => {
  const head = ["Subject and decision", "Who will decide", "Date of decision", "Contact officer"];
  const plan = (...body: readonly (readonly string[])[]) =>
    read(`Schedule of Key Decisions\n1 May 2026 to 31 August 2026\n\n${rows(head, ...body)}\n`).data.items;

  it("belong to the item above: a second line of it, the head printed again, and what was glued to that head", () => {
    expect(
      plan(
        ["Ferry Slipway Repairs", "Harbour and Coast", "6 May 2026", "Robin Marsh"],
        ["To appoint a contractor.", "Committee", "", "robin.marsh@council.ex"],
        [
          "Subject and decision",
          "Who will decide",
          "Date of decision (was 8 April 2026: the survey",
          "Contact officer ample",
        ],
        ["", "", "came late)", ""],
        ["Beach Huts", "Cabinet", "3 June 2026", "Tess Hall"],
        ["To set the rents.", "", "", ""],
      ),
    ).toMatchObject([
      {
        title: "Ferry Slipway Repairs",
        details: "To appoint a contractor.",
        decisions: [{ decisionMaker: "Harbour and Coast Committee", from: "2026-05-06" }],
        dateChanges: [{ from: "2026-04-08", to: "2026-05-06", reason: "the survey came late" }],
        contacts: [{ name: "Robin Marsh", email: "robin.marsh@council.example" }],
      },
      { title: "Beach Huts", details: "To set the rents.", contacts: [{ name: "Tess Hall" }] },
    ]);
  });

  it("are none where a row has all that an item has", () => {
    expect(
      plan(
        ["Ferry Slipway Repairs", "Cabinet", "6 May 2026", "Robin Marsh"],
        ["Beach Huts", "Cabinet", "6 May 2026", "Tess Hall"],
      ).map(({ title }) => title),
    ).toEqual(["Ferry Slipway Repairs", "Beach Huts"]);
  });

  it("give a second decision of the same item to it", () => {
    expect(
      plan(
        ["Pier Budget", "Cabinet", "6 May 2026", "Robin Marsh"],
        ["To recommend the budget to Council.", "Council", "20 May 2026", ""],
        ["Beach Huts", "Cabinet", "6 May 2026", "Tess Hall"],
      )[0],
    ).toMatchObject({
      title: "Pier Budget",
      decisions: [
        { decisionMaker: "Cabinet", from: "2026-05-06" },
        { decisionMaker: "Council", from: "2026-05-20" },
      ],
    });
  });
});

describe("items below the meeting that decides them", () => {
  const plan = `Tarn Valley Council
Cabinet Forward Work Plan
March to May 2026
Items marked # have an appendix which will be considered in private and items marked ## will be considered wholly in private, all under paragraph 3.

Cabinet - Tuesday 10 March 2026, 10.00 am, Fell Room

${rows(["Item", "Cabinet Member", "Responsible Officer"], ["Gully Framework #", "Cllr Sim Orr", "Lia Ames"], ["Tree Strategy", "Cllr Sim Orr", "Ned Pell"])}

Cabinet - Tuesday 21 April 2026, 10.00 am, Fell Room

${rows(["Item", "Cabinet Member", "Responsible Officer"], ["Depot Sale ##", "Cllr Sim Orr", "Lia Ames"], ["Market Rents (deferred from 10 March 2026 as traders asked for time)", "Cllr Sim Orr", "Ned Pell"])}
`;

  it("take its body and its day, and what the marks beside their titles mean", () => {
    expect(read(plan).data.items).toMatchObject([
      {
        title: "Gully Framework",
        decisions: [{ decisionMaker: "Cabinet", from: "2026-03-10" }],
        secrecy: "part-exempt",
        exemptParagraphs: [3],
        contacts: [{ name: "Lia Ames" }],
      },
      { title: "Tree Strategy", secrecy: "open" },
      { title: "Depot Sale", decisions: [{ from: "2026-04-21" }], secrecy: "fully-exempt" },
      {
        title: "Market Rents",
        dateChanges: [{ from: "2026-03-10", to: "2026-04-21", reason: "traders asked for time" }],
      },
    ]);
  });

  it("are no plan where a scrutiny committee lists its own work", () => {
    const scrutiny = plan
      .replace("Cabinet Forward Work Plan", "Scrutiny Committee Forward Work Plan")
      .replaceAll("Cabinet - Tuesday", "Scrutiny Committee - Tuesday");
    expect(() => read(scrutiny)).toThrow();
  });
});

describe("titles without a label, above labelled lines", () => {
  const plan = `Borough of Saltmarsh
Notice of Forthcoming Key Decisions
For the period 5 January 2026 to 30 April 2026
Anyone may write to the officer named.
Coastal path: new surface
To agree the works.
Decision maker: Cabinet
Decision due: 14 Jan 2026
Exemption: Open
Contact: Ola Trent Tel: 01632 960001
Purchase of two refuse lorries for the rounds of the
northern villages
Whether to buy or to lease.
Decision maker: Director of Streets
Decision due: February 2026
Exemption: Part exempt
Paragraph 3: Information relating to the financial or business affairs of any particular person
(including the authority holding that information)
Contact: Ola Trent, Bea Lund Tel: 01632 960002
Fees for moorings
To set them.
Decision maker: Cabinet
Decision due: 11 Mar 2026
Decision due date for Cabinet changed from 14/01/2026 to 11/03/2026. Reason: Figures awaited.
Exemption: Open
Contact: Bea Lund Tel: 01632 960002
`;

  it("are told from what is to be decided", () => {
    expect(read(plan).data.items).toMatchObject([
      { title: "Coastal path: new surface", details: "To agree the works.", secrecy: "open" },
      {
        title: "Purchase of two refuse lorries for the rounds of the northern villages",
        details: "Whether to buy or to lease.",
        secrecy: "part-exempt",
        exemptParagraphs: [3],
        contacts: [{ name: "Ola Trent" }, { name: "Bea Lund" }],
      },
      {
        title: "Fees for moorings",
        dateChanges: [{ from: "2026-01-14", to: "2026-03-11", reason: "Figures awaited." }],
      },
    ]);
  });

  it("are no words of the item above, and none is lost", () => {
    expect(messages(plan).filter((message) => message.includes("not read"))).toEqual([]);
  });
});

describe("two labels in a row", () => {
  it("are a row each", () => {
    const item = (number: number, title: string) =>
      rows(
        [`**${number}. ${title}**`, "", "", ""],
        ["What is to be decided", "To act.", "", ""],
        ["By whom", "Executive", "On what date", "13 April 2027"],
        ["Wards", "All", "In private?", "Part: appendix B, paragraph 3"],
        [
          "Changes since last notice",
          "Date moved from 16 March 2027 to 13 April 2027 because tenders were late",
          "",
          "",
        ],
      );
    const plan = `Notice of Forthcoming Decisions\n\n1 April 2027 to 31 July 2027\n\n${item(1, "Tenancy Policy")}\n${item(2, "Paving")}\n`;
    expect(read(plan).data.items).toMatchObject([
      {
        title: "Tenancy Policy",
        decisions: [{ decisionMaker: "Executive", from: "2027-04-13" }],
        secrecy: "part-exempt",
        dateChanges: [{ from: "2027-03-16", to: "2027-04-13", reason: "tenders were late" }],
      },
      { title: "Paving" },
    ]);
  });
});

describe("the status that words tell", () => {
  it.each([
    ["Part 1", "open"],
    ["Part 2", "fully-exempt"],
    ["Part A with a Part B report, paragraph 3", "part-exempt"],
    ["N/A", "open"],
    ["–", "open"],
    ["The report will be open, with an appendix not for publication under paragraph 3", "part-exempt"],
    ["Yes: whole report, paragraphs 1 and 2", "fully-exempt"],
  ])("“%s” in its field is %s", (text, secrecy) => {
    expect(readExempt(text).secrecy).toBe(secrecy);
  });

  it.each<[string, string | undefined]>([
    ["To let the barn. Report exempt, Rule 10.4(3).", "fully-exempt"],
    ["To let the barn. Appendices 2 and 3 exempt under paragraph 3.", "part-exempt"],
    ["To let the barn. This will be considered in private.", "fully-exempt"],
    ["To write to private landlords about exemptions from council tax.", undefined],
    ["To buy from the private sector.", undefined],
  ])("“%s” without a field is %s", (text, secrecy) => {
    expect(exemptInWords(text)?.secrecy).toBe(secrecy);
  });

  it("is asked about where the field says open and the words say exempt", () => {
    const plan = `Forward Plan\n1 May 2026 to 31 August 2026\n\n${rows(
      ["Subject", "Decision maker", "Date", "Open or exempt"],
      ["Barn", "Cabinet", "6 May 2026", "Open"],
      ["To let it. The appendix is confidential.", "", "", ""],
      ["Pier", "Cabinet", "6 May 2026", "Open"],
      ["To open it.", "", "", ""],
    )}\n`;
    expect(messages(plan).filter((message) => message.includes("printed as open"))).toEqual([
      "The item “Barn” is printed as open, and its words say “The appendix is confidential.”. Which is right?",
    ]);
  });
});

describe("a mark beside titles", () => {
  it("means nothing where the plan does not explain it", () => {
    expect(markedStatus("Depot Sale *", markLegend(["Items are listed by date."]))).toBeNull();
  });

  it("is a part of no title that carries another", () => {
    expect(
      markedStatus("Depot Sale #", markLegend(["Items marked * are exempt under paragraph 3."])),
    ).toBeNull();
  });
});

describe("the day of a decision that moved", () => {
  it.each([
    [
      "21 Nov 2024 (was 19 Sep 2024. Plans had to be drawn anew.)",
      "2024-09-19",
      "Plans had to be drawn anew.",
    ],
    ["11 June 2024 (formerly 7 May 2024: talks not complete)", "2024-05-07", "talks not complete"],
    [
      "15/11/2024\nDeferred from 13 September 2024 to allow a second round.",
      "2024-09-13",
      "to allow a second round.",
    ],
    [
      "11/10/2024\nOriginally planned for 12 July 2024; put back so that it can be costed.",
      "2024-07-12",
      "so that it can be costed.",
    ],
    ["14 May 2024 16 July 2024 (moved: the survey was extended)", "2024-05-14", "the survey was extended"],
    [
      "3 July 2024\nDate changed from 22 May 2024 to 3 July 2024 because more replies came.",
      "2024-05-22",
      "more replies came.",
    ],
  ])("“%s” was changed from %s", (cell, from, reason) => {
    expect(readChangeNotes(cell.split("\n"), ["Cabinet"]).changes).toMatchObject([{ from, reason }]);
  });

  it("is left out with its reason in a warning where the old day is none", () => {
    expect(
      readChangeNotes(
        ["5 July 2018", "Date changed from 31 June 2018 to 5 July 2018. Reason: late tenders."],
        ["Cabinet"],
      ),
    ).toMatchObject({ changes: [], problems: [expect.stringMatching(/31 June 2018.*late tenders/)] });
  });

  it("is told in words, and a day in a sentence about something else is none", () => {
    const expected = toCalendarDate("2026-03-11");
    expect(
      changesInWords(
        "Terms of a lease. Moved from 14 January 2026: valuation awaited.",
        ["Cabinet"],
        expected,
      ),
    ).toEqual([
      { decisionMaker: "Cabinet", from: "2026-01-14", to: "2026-03-11", reason: "valuation awaited" },
    ]);
    expect(changesInWords("The trial was 14 January 2026 to May.", ["Cabinet"], expected)).toEqual([]);
  });
});

describe("references beside titles", () => {
  it("are taken off where most items carry one, and are a part of the title where one does", () => {
    expect(
      withoutReferences(["26/00047 - Tip Bookings", "26/00051 - Supported Living", "Library Hours"]),
    ).toEqual({
      titles: ["Tip Bookings", "Supported Living", "Library Hours"],
      references: ["26/00047", "26/00051"],
    });
    expect(withoutReferences(["A3071 Bypass", "Library Hours", "Tip Bookings"]).titles[0]).toBe(
      "A3071 Bypass",
    );
    expect(withoutReferences(["Lighting (BS-4410)", "Parking (BS-4395)"]).titles).toEqual([
      "Lighting",
      "Parking",
    ]);
  });
});

describe("officers in a narrow cell", () => {
  it.each([
    ["Fergus Black\nfergus.black@council.exam\nple", ["Fergus Black fergus.black@council.example"]],
    ["Lavinia Stokes-\nAldridge", ["Lavinia Stokes-Aldridge"]],
    ["Jasper\nWolsten", ["Jasper Wolsten"]],
    ["Ola Trent, Bea Lund Tel: 01632 960002", ["Ola Trent", "Bea Lund 01632 960002"]],
    ["Ola Trent, Head of Streets", ["Ola Trent, Head of Streets"]],
  ])("“%s” are %j", (cell, officers) => {
    expect(
      readContacts(cell).map(({ name, email, telephone }) =>
        [name, email, telephone].filter(Boolean).join(" "),
      ),
    ).toEqual(officers);
  });
});

describe("labels and values in turn, two to a row", () => {
  const item = (title: string, when: string) =>
    rows(
      ["**Plan ref:**", "FP/312", "**Anticipated date:**", when],
      ["**Title:**", title, "**To be taken by:**", "Cabinet"],
      ["**What is being decided:**", "To act.", "**Divisions affected:**", "All Divisions"],
      ["**Public or private:**", "Public", "**Contact:**", "Ola Trent, Head of Waste"],
    );

  it("are no head of a table of items", () => {
    const plan = `# Wensley County Council\n\n## Forward Plan of Key Decisions\n\nFor the period 1 March 2025 to 30 June 2025\n\n${item("Tip Haulage", "18 March 2025")}\n\n${item("Link Road", "April 2025\vMoved from 20 February 2025 to April 2025. Reason: The price is awaited.")}\n\n${item("Library", "27 March 2025")}\n`;
    expect(read(plan).data.items).toMatchObject([
      { title: "Tip Haulage", wards: ["All Wards"], contacts: [{ name: "Ola Trent, Head of Waste" }] },
      {
        title: "Link Road",
        decisions: [{ from: "2025-04-01", to: "2025-04-30" }],
        dateChanges: [{ from: "2025-02-20", to: "2025-04-01", reason: "The price is awaited." }],
      },
      { title: "Library" },
    ]);
  });
});

describe("titles above labels that say what is to be decided", () => {
  it("are all that stands above the first label, headings of months apart", () => {
    const plan = `# Ashmoor District Council

## Forward Plan of Executive Decisions

Covering the period September 2025 to December 2025

## September 2025

### 1. Beach Huts – New Terms **KEY**

Decision to be made: to replace licences. **PRIVATE** – the schedule of debtors is exempt (paragraph 3); the report itself is public.

*Decision maker:* Executive
*Date:* 9 September 2025
*Contact:* Mab Stann, Assets Manager

## October 2025

### 2. Fees

Decision to be made: to set fees.

*Decision maker:* Executive
*Date:* 7 October 2025 (was 9 September 2025; put back because figures were late)
*Contact:* Mab Stann, Assets Manager
`;
    expect(read(plan).data.items).toMatchObject([
      {
        title: "Beach Huts – New Terms",
        secrecy: "part-exempt",
        exemptParagraphs: [3],
        contacts: [{ name: "Mab Stann, Assets Manager" }],
      },
      { title: "Fees", dateChanges: [{ from: "2025-09-09", reason: "figures were late" }] },
    ]);
    expect(messages(plan)).toContain(
      "“October 2025” heads or ends a part of the plan and belongs to no item; it was left out.",
    );
  });
});

describe("a column that says who decides and when", () => {
  it("gives each maker its day, and the first of two columns of words is the title", () => {
    const plan = `Northmoor Council\n\nSchedule of Key Decisions\n\nJanuary 2026 to April 2026\n\n${rows(
      ["Decision", "What it is about", "Decision maker and date", "Open or exempt", "Officer"],
      ["**CABINET – 20 JANUARY 2026**", "", "", "", ""],
      [
        "Bus Network",
        "To let eleven contracts.",
        "Cabinet\v20 January 2026",
        "Part 1 open / Part 2 exempt (para 3)",
        "Hum Cast",
      ],
      ["Budget", "To recommend it.", "Cabinet 17 February 2026\vCouncil 26 February 2026", "Open", "Bas Orm"],
    )}\n`;
    expect(read(plan).data.items).toMatchObject([
      {
        title: "Bus Network",
        details: "To let eleven contracts.",
        decisions: [{ decisionMaker: "Cabinet", from: "2026-01-20" }],
        secrecy: "part-exempt",
      },
      {
        title: "Budget",
        decisions: [
          { decisionMaker: "Cabinet", from: "2026-02-17" },
          { decisionMaker: "Council", from: "2026-02-26" },
        ],
      },
    ]);
  });
});

describe("parts of a plan that name who decides", () => {
  it("give their body to items whose table says only when", () => {
    const head = [
      "Date of decision",
      "Matter for decision",
      "Consultees",
      "Documents to be considered",
      "Electoral division(s) affected",
    ];
    const plan = `# Harrow County Council

## Forward Plan: 1 August 2025 to 30 November 2025

## PART A – KEY DECISIONS (to be taken by the Cabinet)

${rows(
  head,
  [
    "10 September 2025",
    "Drainage",
    "Liaison groups",
    "Report of the Director of Roads\vDraft programme",
    "All Divisions",
  ],
  [
    "8 October 2025",
    "Tarrow Lodge\v(An item likely to be taken in Part 2, in the absence of the press and public, under paragraph 3 of Schedule 12A.)",
    "Families",
    "Report",
    "Bell",
  ],
)}

## PART B – FRAMEWORK DECISIONS (needing the approval of the County Council)

${rows(head, ["Cabinet 8 October 2025\vCounty Council 23 October 2025", "Youth plan", "Police", "Report", "All Divisions"])}
`;
    expect(read(plan).data.items).toMatchObject([
      {
        title: "Drainage",
        decisions: [{ decisionMaker: "Cabinet", from: "2025-09-10" }],
        backgroundDocuments: ["Report of the Director of Roads", "Draft programme"],
      },
      { title: "Tarrow Lodge", secrecy: "fully-exempt", exemptParagraphs: [3] },
      {
        title: "Youth plan",
        decisions: [
          { decisionMaker: "Cabinet", from: "2025-10-08" },
          { decisionMaker: "County Council", from: "2025-10-23" },
        ],
      },
    ]);
  });
});

describe("labels and heads that are broken over two rows", () => {
  it("are one label where they come back, and a heading of its own is no part of them", () => {
    const item = (title: string, answer: string) => `Title and summary of the        ${title}
decision                        To act on it at once and for
                                all the time that is left.
Decision maker                  Homes Committee
Decision date                   3 November 2025
Wards affected                  Castle; Riverside
Cabinet lead                    Councillor Edda Thorn
Will any of the report be       ${answer}
exempt?
Background papers               Traffic study
Contact officer                 Barn Lock, Network Manager
`;
    const plan = `City of Oldbridge Council
Forward Plan of Key Decisions
1 October 2025 – 31 January 2026

${item("Bus lane on Tanner Street", "No")}

${item("Flats at Compass Point", "Yes, in part – paragraph 3")}

${item("Advice services", "No")}`;
    expect(read(plan).data.items).toMatchObject([
      { title: "Bus lane on Tanner Street", secrecy: "open", wards: ["Castle", "Riverside"] },
      { title: "Flats at Compass Point", secrecy: "part-exempt", exemptParagraphs: [3] },
      { title: "Advice services", secrecy: "open", contacts: [{ name: "Barn Lock, Network Manager" }] },
    ]);
  });

  it("head the columns of items", () => {
    const plan = `Schedule of Executive Decisions\n1 May to 31 August 2025\n\n${rows(
      ["Subject", "Who will decide", "When", "Who will be", "Contact officer and"],
      ["", "", "", "consulted", "Cabinet Member"],
      ["Vehicles", "Cabinet", "7 May 2025", "None", "Jon Adel\vCllr Mungo Tait"],
      ["Huts", "Cabinet", "7 May 2025", "Ward members", "Jon Adel"],
    )}\n`;
    expect(read(plan).data.items).toMatchObject([
      { title: "Vehicles", consultees: "None", contacts: [{ name: "Jon Adel" }] },
      { title: "Huts", consultees: "Ward members" },
    ]);
  });
});

describe("a narrow column of a plan kept in spaces", () => {
  const plan = `Holme Council
FORWARD PLAN OF KEY DECISIONS
For the period 1 April 2024 to 31 July 2024

P = Public, E = Exempt, with the paragraph of Schedule 12A.

Subject and decision   Decision maker   Date            Public or exempt   Contact
Bus Lane               Cabinet          23 April 2024   P                  Yusuf Drans
Enforcement on                                                             Business Partner
Holme Road
To bring in cameras
at two sites.
Market Hall            Cabinet          21 May 2024     E (paragraph 3)    Silas Orm
To accept a tender.
Sixth Form             Council          8 July 2024     P                  Bea Under

                                 Holme Council Notice          Page 1 of 2
Subject and decision   Decision maker   Date            Public or exempt   Contact
To begin a
consultation.
Climate Plan           Cabinet          9 July 2024     P                  Bea Under
To agree it.
`;

  it("ends a title where the words begin that are to be decided, and goes on over a page", () => {
    expect(read(plan).data.items).toMatchObject([
      {
        title: "Bus Lane Enforcement on Holme Road",
        details: "To bring in cameras at two sites.",
        contacts: [{ name: "Yusuf Drans, Business Partner" }],
      },
      { title: "Market Hall", details: "To accept a tender." },
      { title: "Sixth Form", details: "To begin a consultation." },
      { title: "Climate Plan" },
    ]);
  });

  it("takes letters for what the plan says they mean", () => {
    expect(read(plan).data.items.map(({ secrecy }) => secrecy)).toEqual([
      "open",
      "fully-exempt",
      "open",
      "open",
    ]);
  });
});

describe("titles above labelled lines of a long label", () => {
  it("are no end of the value above them", () => {
    const item = (reference: string, title: string) => `${reference} ${title}
Decision: To act on it.
Decision taker: Executive
Date: 10 July 2024
Wards: All Wards
Papers: Report and plan
`;
    const plan = `North Salt Council\nExecutive Forward Plan\nJuly 2024 – October 2024\nThe plan replaces the one issued in May. It is kept at the Salt Centre in Marsh Road.\n${item("NS24/11", "Sea Wall")}${item("NS24/12", "Bathing Pavilion")}${item("NS24/14", "Housing Policy")}`;
    expect(
      read(plan).data.items.map(({ title, backgroundDocuments }) => [title, backgroundDocuments]),
    ).toEqual([
      ["Sea Wall", ["Report and plan"]],
      ["Bathing Pavilion", ["Report and plan"]],
      ["Housing Policy", ["Report and plan"]],
    ]);
  });
});
