import { describe, expect, it } from "vitest";
import { readPaperText } from "../../../shared/documents/import/read-paper.ts";

/** Work programmes and checklists set out in ways that no sample has. */
function read(text: string, name = "programme.txt") {
  const paper = readPaperText(new TextEncoder().encode(text), name);
  const { lines, read: taken, blank, warned } = paper.coverage;
  expect(taken + blank + warned).toBe(lines);
  if (paper.kind !== "work-programme") throw new Error(`read as ${paper.kind}`);
  return { ...paper.data, warnings: paper.warnings.map(({ message }) => message) };
}

describe("a matrix kept in columns by spaces", () => {
  const programme = read(`HEALTH AND CARE SCRUTINY COMMITTEE
WORK PROGRAMME 2027/28
                                 10 June   9 Sept   11 Nov
             Item
                                  2027      2027     2027
Regular Reports:-
Cabinet Member Update Report
                                 X         X        X
(Morwenna Tull)
Safeguarding Adults Board
                                                    X
Annual Report (Irwin Shale)
Working Groups:-
Dementia-Friendly City Working
                                           X
Group - Final Report
`);

  it("joins days to the years below them, and names to the marks at their middle", () => {
    expect(programme.meetings.map(({ date }) => date)).toEqual(["2027-06-10", "2027-09-09", "2027-11-11"]);
    expect(
      programme.items.map(({ title, officers, band, meetings }) => [title, officers, band, meetings]),
    ).toEqual([
      [
        "Cabinet Member Update Report",
        ["Morwenna Tull"],
        "Regular Reports",
        ["2027-06-10", "2027-09-09", "2027-11-11"],
      ],
      ["Safeguarding Adults Board Annual Report", ["Irwin Shale"], "Regular Reports", ["2027-11-11"]],
      ["Dementia-Friendly City Working Group - Final Report", [], "Working Groups", ["2027-09-09"]],
    ]);
  });
});

describe("meetings with their hour and place, and a small table below each", () => {
  const programme = read(`APPENDIX A

OVERVIEW AND SCRUTINY COMMITTEE (PLACE)

WORK PROGRAMME 2027/28

Tuesday, 15 June 2027, 6.00 p.m., Fen House

No.  Report/Item                                  Report of / Organised by
1.   Cabinet Member Update Report                 Alwyn Teale
2.   Highway Maintenance Programme 2027/28 -      Petra Lindley
     Progress

Tuesday, 14 September 2027, 6.00 p.m., Fen House

No.  Report/Item                                  Report of / Organised by
1.   Winter Service Policy                        Alwyn Teale

Items to be given a date
Air quality near schools
`);

  it("takes each row with its officer, and what has no day yet without one", () => {
    expect(programme.items.map(({ title, officers, meetings }) => [title, officers, meetings])).toEqual([
      ["Cabinet Member Update Report", ["Alwyn Teale"], ["2027-06-15"]],
      ["Highway Maintenance Programme 2027/28 - Progress", ["Petra Lindley"], ["2027-06-15"]],
      ["Winter Service Policy", ["Alwyn Teale"], ["2027-09-14"]],
      ["Air quality near schools", [], []],
    ]);
  });
});

describe("a page whose table gives a day several rows", () => {
  it("keeps each row’s cells in their columns below the day", () => {
    const programme = read(
      `<html><body><h1>Place Scrutiny Panel - Work Programme 2026-27</h1><table>
       <tr><th>Meeting</th><th>Topic</th><th>Why</th><th>Officer</th></tr>
       <tr><td rowspan="2">Tuesday 16 June 2026</td><td>Empty shops</td><td>Area forums</td><td>Piers Lovage</td></tr>
       <tr><td>End of year performance</td><td>Standing item</td><td>Selma Thrower</td></tr>
       <tr><td>Tuesday 8 September 2026</td><td>Beach safety</td><td>Follow-up</td><td>Rufus Ings</td></tr>
       </table></body></html>`,
      "programme.html",
    );
    expect(
      programme.items.map(({ title, officers, meetings, remarks }) => [title, officers, meetings, remarks]),
    ).toEqual([
      ["Empty shops", ["Piers Lovage"], ["2026-06-16"], "Why: Area forums"],
      ["End of year performance", ["Selma Thrower"], ["2026-06-16"], "Why: Standing item"],
      ["Beach safety", ["Rufus Ings"], ["2026-09-08"], "Why: Follow-up"],
    ]);
  });
});

describe("a checklist whose headings are in small letters", () => {
  it("does not count what to do among the reasons to reject, nor the council’s name among the criteria", () => {
    const { criteria } = read(`CRITERIA CHECKLIST FOR SELECTING TOPICS FOR REVIEW

Marlow Fen Council - Overview and Scrutiny

Criteria for Selecting Items

Issue identified by members as a key issue for the public (through surgeries or other
contact with constituents)
Poor performing service

Criteria to Reject Items

Issue being examined by the Cabinet

What to do

Be clear what the topic is

What not to do

Do not take on more than two reviews at once

SCORING

Topic               Public interest    Impact    Total
Bus shelters              3               2        5
Flood response            5               5       10
`);
    expect(
      criteria?.groups.map(({ heading, purpose, items }) => [
        heading,
        purpose,
        items.map(({ text }) => text),
      ]),
    ).toEqual([
      [
        "Criteria for Selecting Items",
        "select",
        [
          "Issue identified by members as a key issue for the public (through surgeries or other contact with constituents)",
          "Poor performing service",
        ],
      ],
      ["Criteria to Reject Items", "reject", ["Issue being examined by the Cabinet"]],
      ["What to do", "do", ["Be clear what the topic is"]],
      ["What not to do", "do-not", ["Do not take on more than two reviews at once"]],
      [
        "SCORING",
        "other",
        ["Topic Public interest Impact Total", "Bus shelters 3 2 5", "Flood response 5 5 10"],
      ],
    ]);
  });
});

const rowsOf = (programme: ReturnType<typeof read>) =>
  programme.items.map(({ title, officers, meetings }) => [title, officers, meetings]);

describe("a matrix by month whose letters a key explains", () => {
  const programme = read(`# Wyrefell Council

## Place Scrutiny Commission: Annual Work Plan 2027/28

Meetings of the Commission: 10 June 2027, 15 July 2027 and 16 September 2027. There is none in August.

Key: S = scope agreed at the meeting that month; R = report to the meeting that month; W = working group session outside the meetings.

**Subject**\t**Lead officer**\t**Jun 27**\t**Jul 27**\t**Aug 27**\t**Sep 27**\t
**Scrutiny reviews**\t\t\t\t\t\t
Bus services\tLorna Field\tS\t\tW\tR\t
Night-time economy\tLorna Field\t\tR\tW\tW\t
**Regular items**\t\t\t\t\t\t
Performance\t\tR\t\t\tR\t
`);

  it("takes a month as the meeting that falls in it, and work outside the meetings as none", () => {
    expect(programme.body).toBe("Place Scrutiny Commission");
    expect(programme.meetings.map(({ date }) => date)).toEqual(["2027-06-10", "2027-07-15", "2027-09-16"]);
    expect(rowsOf(programme)).toEqual([
      ["Bus services", ["Lorna Field"], ["2027-06-10", "2027-09-16"]],
      ["Night-time economy", ["Lorna Field"], ["2027-07-15"]],
      ["Performance", [], ["2027-06-10", "2027-09-16"]],
    ]);
    expect(programme.items.map(({ band }) => band)).toEqual([
      "Scrutiny reviews",
      "Scrutiny reviews",
      "Regular items",
    ]);
    expect(programme.items[0]?.marks.map(({ mark }) => mark)).toEqual(["S", "W", "R"]);
  });
});

describe("a matrix with columns for officer and purpose before its days", () => {
  const programme = read(`CHILDREN'S SCRUTINY COMMITTEE - WORK SCHEDULE

| Topic | Lead Officer | Objective | 10 June 2027 | 9 Sept 2027 | 13 Jan 2028 |
|---|---|---|---|---|---|
| **Pre-decision** ||||||
| School places<br>and admissions | Ama Reed | To comment | × | | |
| Fostering | Jon Elm | To review | | x | X |
| Play areas (to be held in private) (Ama Reed) | | | | | |
`);

  it("keeps them apart from the title, and an item without a mark beside the others", () => {
    expect(rowsOf(programme)).toEqual([
      ["School places and admissions", ["Ama Reed"], ["2027-06-10"]],
      ["Fostering", ["Jon Elm"], ["2027-09-09", "2028-01-13"]],
      ["Play areas (to be held in private)", ["Ama Reed"], []],
    ]);
    expect(programme.items[1]?.remarks).toBe("Objective: To review");
    expect(programme.warnings).toContain("“Play areas (to be held in private)” is marked for no meeting.");
  });
});

describe("a table with a column of days", () => {
  const programme = read(`BOROUGH OF FENMARSH
HOUSING SCRUTINY SUB-COMMITTEE
WORK PROGRAMME FOR THE MUNICIPAL YEAR 2027/28
Meetings: 24 June 2027; 23 September 2027; 27 January 2028.
Topic                        Purpose                             Lead officer / witness    Date of meeting
Area panels                  To look at who takes part.          Ysolde Pember             24 June 2027
Damp and mould               To scrutinise response times        Kit Marlow                24 June 2027 and 27
                             and hear from residents.                                      January 2028
Rent setting and budget      Pre-decision scrutiny.              Florian Opal              27 January 2028
2028/29
Work Programme               Review.                             Scrutiny Officer          All meetings
Co-operatives                Briefing note.                      Florian Opal              To be confirmed
`);

  it("reads two days of one cell, every meeting, and none yet", () => {
    expect(rowsOf(programme)).toEqual([
      ["Area panels", ["Ysolde Pember"], ["2027-06-24"]],
      ["Damp and mould", ["Kit Marlow"], ["2027-06-24", "2028-01-27"]],
      ["Rent setting and budget 2028/29", ["Florian Opal"], ["2028-01-27"]],
      ["Work Programme", ["Scrutiny Officer"], ["2027-06-24", "2027-09-23", "2028-01-27"]],
      ["Co-operatives", ["Florian Opal"], []],
    ]);
  });
});

describe("a table whose cell of a day goes on below it", () => {
  const programme = read(`Families Select Committee Work Programme
Fenmarsh County Council – September 2027 to March 2028

Meeting date\tItem\tPurpose\tReport author\t
7 September 2027\tReform plan\tTo challenge progress.\tEva Shipley\t
10.30 am\tHome education\tTo understand the rise.\tGodfrey Hale\t
\tForward Plan\t\t\t
11 January 2028\tBudget 2028-29\tTo comment.\tDirector of Finance\t
2.00 pm\t\t\t\t
Budget meeting\t\t\t\t
Spring 2028\tReform plan\tTo close the review.\tEva Shipley\t

Task and finish groups
Group\tMembers\tOfficer\tStatus\t
School travel\tCouncillors Pia Dune and Una Thwaite\tEva Shipley\tReporting in March\t

Possible future items
• Unregistered placements
`);

  it("gives the rows beside an hour the day above, and makes no item of the hour", () => {
    expect(rowsOf(programme)).toEqual([
      ["Reform plan", ["Eva Shipley"], ["2027-09-07"]],
      ["Home education", ["Godfrey Hale"], ["2027-09-07"]],
      ["Forward Plan", [], ["2027-09-07"]],
      ["Budget 2028-29", ["Director of Finance"], ["2028-01-11"]],
      ["Reform plan", ["Eva Shipley"], []],
      ["Unregistered placements", [], []],
    ]);
    expect(programme.items[4]?.marks).toEqual([{ meeting: "Spring 2028", mark: "X" }]);
    expect(programme.body).toBe("Families Select Committee");
  });

  it("keeps a table of task groups as notes, for a group comes to no meeting", () => {
    expect(programme.notes).toContain(
      "Group: School travel; Members: Councillors Pia Dune and Una Thwaite; Officer: Eva Shipley; Status: Reporting in March",
    );
  });
});

describe("a row a meeting, its items in one cell", () => {
  it("parts them by their paragraphs, and leaves the day of a deadline alone", () => {
    const programme = read(
      `<html><body><h1>Adults Scrutiny Panel</h1><h2>Forward Work Programme 2027/28</h2><table>
       <tr><th>Meeting date</th><th>Agenda items</th><th>Report deadline</th></tr>
       <tr><td>Tuesday 8 June 2027</td><td><p>Safeguarding report</p><p>Day services</p></td><td>28 May 2027</td></tr>
       <tr><td>7 September 2027</td><td><p>Winter plan</p></td><td>27 August 2027</td></tr></table></body></html>`,
      "programme.html",
    );
    expect(rowsOf(programme)).toEqual([
      ["Safeguarding report", [], ["2027-06-08"]],
      ["Day services", [], ["2027-06-08"]],
      ["Winter plan", [], ["2027-09-07"]],
    ]);
    expect(programme.meetings).toHaveLength(2);
  });
});

describe("meetings with bullets below them", () => {
  const programme = read(`HATHERLOW DISTRICT COUNCIL

Overview and Scrutiny Panel – Work Programme 2027/28

Standing items (every meeting)
• Forward Plan

Thursday 8 July 2027
• Corporate Plan: end of year report [Lead: June Hollow]
• Crime partnership: yearly scrutiny [Lead: Inspector Rhoda Penn and June
Hollow]

Thursday 13 January 2028 (budget meeting)
• Car park charges (Report by Barney Tew)
• Leisure – Dr Ada Moss

Moved from 8 July 2027 at the request of the Chair.
• Corporate Plan: end of year report [Lead: June Hollow]

Thursday 10 February 2028 – CANCELLED
Its items go to the meeting above.

Items for later consideration (no date)
• Planning enforcement [Lead: Dougal Farr]
`);

  it("reads officers behind any label, and an item of two meetings once", () => {
    expect(programme.body).toBe("Overview and Scrutiny Panel");
    expect(programme.meetings.map(({ date }) => date)).toEqual(["2027-07-08", "2028-01-13"]);
    expect(rowsOf(programme)).toEqual([
      ["Forward Plan", [], ["2027-07-08", "2028-01-13"]],
      ["Corporate Plan: end of year report", ["June Hollow"], ["2027-07-08", "2028-01-13"]],
      ["Crime partnership: yearly scrutiny", ["Inspector Rhoda Penn", "June Hollow"], ["2027-07-08"]],
      ["Car park charges", ["Barney Tew"], ["2028-01-13"]],
      ["Leisure", ["Dr Ada Moss"], ["2028-01-13"]],
      ["Planning enforcement", ["Dougal Farr"], []],
    ]);
  });

  it("asks nothing about an item that the paper itself gives no meeting yet", () => {
    expect(programme.warnings).toEqual([]);
  });

  it("keeps a remark with the item above it, and a cancelled meeting as a note", () => {
    expect(programme.items[4]?.remarks).toBe("Moved from 8 July 2027 at the request of the Chair.");
    expect(programme.notes).toContain("Thursday 10 February 2028 – CANCELLED");
  });
});

describe("meetings with tables of several columns below them", () => {
  const programme = read(`# Community Scrutiny Committee work plan 2027/28

## Meeting 23rd June 2027 (reports due 14th June 2027)

**Agenda item**\t**Purpose / key issues**\t**Lead officer**\t**Cabinet Member**\t
Tree planting\tProgress against the target.\tCorin Ash\tCllr Lys Pope\t
Topics for the year\t\tSil Renwick\tN/A\t

## Reserve list

**Agenda item**\t**Suggested by**\t**Lead officer**\t
Dog control\tA resident\tMerry Okaf\t
`);

  it("takes only the officer’s column for the officer", () => {
    expect(rowsOf(programme)).toEqual([
      ["Tree planting", ["Corin Ash"], ["2027-06-23"]],
      ["Topics for the year", ["Sil Renwick"], ["2027-06-23"]],
      ["Dog control", ["Merry Okaf"], []],
    ]);
    expect(programme.items[0]?.remarks).toBe(
      "Purpose / key issues: Progress against the target.; Cabinet Member: Cllr Lys Pope",
    );
  });
});

describe("a programme whose titles are bold", () => {
  it("keeps what is said behind the dash apart, over the end of a line too", () => {
    const paper = readPaperText(
      new TextEncoder().encode(
        "# Rothmoor Council\n\n## Scrutiny Commission\n\n### Work Programme for the Municipal Year 2025/2026\n\n#### 11 June 2025\n\n- **Crime Partnership** – a yearly duty (Lead officer: Eph Good)\n- **Council plan** (Lead officer: Mar Sow)\n\n#### 23 July 2025\n\n- **Contact centre** – waiting times and the new\ntelephone system (Lead officer: Osb Lan)\n",
      ),
      "programme.txt",
    );
    expect(paper.kind === "work-programme" && paper.data.items).toMatchObject([
      { title: "Crime Partnership", officers: ["Eph Good"], remarks: "a yearly duty" },
      { title: "Council plan", officers: ["Mar Sow"] },
      { title: "Contact centre", officers: ["Osb Lan"], meetings: ["2025-07-23"] },
    ]);
  });

  it("takes no row that asks for something for the head of a table", () => {
    const paper = readPaperText(
      new TextEncoder().encode(
        `Communities Scrutiny Committee – Work Programme 2025/26

Meeting date          Topic                         What the Committee will do                     Lead officer
8 July 2025           Fire and rescue               Comment on the draft plan                      Chief Fire Officer
                      Domestic abuse services       Review the new service and hear from users     Director of Public Health
2 December 2025       Draft budget                  Comment to Cabinet                             Director of Finance
`,
      ),
      "programme.txt",
    );
    expect(paper.kind === "work-programme" && paper.data.items).toMatchObject([
      { title: "Fire and rescue", meetings: ["2025-07-08"] },
      { title: "Domestic abuse services", meetings: ["2025-07-08"], officers: ["Director of Public Health"] },
      { title: "Draft budget", meetings: ["2025-12-02"] },
    ]);
  });
});
