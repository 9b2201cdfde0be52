import { describe, expect, it } from "vitest";
import { readPaperText } from "../../../shared/documents/import/read-paper.ts";

/** Papers of councils that set out theirs otherwise than the samples. */
function read(text: string) {
  const paper = readPaperText(new TextEncoder().encode(text), "paper.txt");
  const { lines, read: taken, blank, warned } = paper.coverage;
  expect(taken + blank + warned).toBe(lines);
  return paper;
}

const minutes = `BOROUGH OF CASTLEFORD VALE

CABINET

Minutes of the meeting held on Tuesday, 14 October 2025 at 6.00pm in the
Council Chamber, Civic Centre

Present:        Councillor J Marsh (Leader of the Council) (in the Chair)
                Councillors R Patel, S Owen and T Achebe

33.  BUDGET MONITORING, QUARTER 2

The Cabinet considered a report of the Director of Finance which set out the
forecast out-turn for 2025/26.

Members asked about:

 the overspend in adult social care;
 the use of reserves; and
 progress on savings agreed in
February.

RESOLVED: That

(1) the forecast be noted;

(2) a virement of £250,000 be approved from contingency to adult
social care.

                                   - 2 -
CABINET - 14.10.25

34.  HILLSIDE PRIMARY SCHOOL - EXPANSION (Key Decision)

The Cabinet Member for Children's Services presented the report.

Decision:

That the expansion of the school from 210 to 315 places from September 2027
be approved.

Reasons:
To meet demand for places.

Options rejected: Do nothing - rejected because the authority would not meet
its duty.

The meeting closed at 7.12 pm.
`;

const report = `Report to:      Cabinet
Date:           14 October 2025
Title:          Hillside Primary School - expansion
Report of:      Director of Children's Services
Cabinet Member: Councillor R Patel
Ward(s):        Hillside, Northfield
Key decision:   Yes
Exempt:         No

1. Purpose of the report

1.1 To seek approval to expand the school.

2. Recommendations

2.1 That Cabinet approves the expansion of Hillside Primary School from 210
to 315 places.

2.2 That the Director be authorised to let the contract.

3. Background

3.1 Demand for places has grown by 12% since 2021.

4. Financial implications

The capital cost is £3.2m, funded from Basic Need grant. (FD 612/25)

5. Legal implications

The statutory process has been followed. LD.98/25

6. Risk

None identified.

Background papers: None

Contact officer: Jo Reid, Head of School Places, 01999 555 987, jo.reid@castlefordvale.example
`;

describe("minutes with set-in points, short dates and other labels", () => {
  const paper = read(minutes);
  const found = paper.kind === "minutes" ? paper.data.minutes : [];

  it("reads each line set in below a colon as a point, and a broken point as one", () => {
    expect(found[0]?.bullets.map(({ text }) => text)).toEqual([
      "the overspend in adult social care;",
      "the use of reserves; and",
      "progress on savings agreed in February.",
    ]);
  });

  it("leaves the running footer with a short date out of the decision above it", () => {
    expect(JSON.stringify(found)).not.toContain("14.10.25");
    expect(found[0]?.decisions[0]?.parts.at(-1)?.text).toBe(
      "a virement of £250,000 be approved from contingency to adult social care.",
    );
  });

  it("knows “Options rejected” as the alternatives", () => {
    expect(found[1]?.reasons).toBe("To meet demand for places.");
    expect(found[1]?.alternatives).toMatch(/^Do nothing - rejected .* its duty\.$/s);
  });
});

describe("a report whose headings and recommendations are numbered", () => {
  const paper = read(report);
  const data = paper.kind === "covering-report" ? paper.data : undefined;

  it("reads the wards beside “Ward(s)” and leaves the Cabinet Member alone", () => {
    expect(data?.wards).toEqual(["Hillside", "Northfield"]);
    expect(data?.portfolio).toBe("Councillor R Patel");
  });

  it("opens a section at every numbered heading, its own as well", () => {
    expect(data?.sections.map(({ heading }) => heading)).toEqual([
      "1. Purpose of the report",
      "2. Recommendations",
      "3. Background",
      "4. Financial implications",
      "5. Legal implications",
      "6. Risk",
      "Background papers:",
    ]);
  });

  it("takes recommendations 2.1 and 2.2 apart", () => {
    expect(data?.recommendations.map(({ label, text }) => [label, text])).toEqual([
      ["2.1", "That Cabinet approves the expansion of Hillside Primary School from 210 to 315 places."],
      ["2.2", "That the Director be authorised to let the contract."],
    ]);
  });

  it("reads the officer to contact from one line, below the body too", () => {
    expect(data?.contacts).toEqual([
      {
        name: "Jo Reid, Head of School Places",
        telephone: "01999 555 987",
        email: "jo.reid@castlefordvale.example",
      },
    ]);
  });
});

const plan = `CASTLEFORD VALE BOROUGH COUNCIL

FORWARD PLAN OF KEY DECISIONS

1 November 2025 to 28 February 2026

Published 3 October 2025

This document gives 28 days' notice of key decisions which the Cabinet
expects to take. Anyone wishing to make representations should contact
Democratic Services on 01999 555 100.

Subject:                 Hillside Primary School - expansion
Reference:               KD/25/114
Decision to be taken:    To approve the expansion from 210 to 315 places
                         and to let the contract.
Decision maker:          Cabinet
Date of decision:        14 November 2025
Wards affected:          Hillside; Northfield
Reason for key decision: Expenditure over £500,000
Consultation:            Parents, governors and ward councillors by letter
                         and two public meetings
Documents:               Report of the Director of Children's Services
Exempt information:      No
Contact officer:         Jo Reid, Head of School Places, 01999 555 987
                         jo.reid@castlefordvale.example

Subject:                 Land at Quarry Lane
Reference:               KD/25/116
Decision to be taken:    To dispose of the land.
Decision maker:          Cabinet Member for Finance
Date of decision:        Not before 1 December 2025
Wards affected:          Quarry
Reason for key decision: Expenditure or savings over £500,000
Consultation:            None
Documents:               Valuation report
Exempt information:      Yes - paragraph 3
Contact officer:         Dee Lamb, Director of Finance, 01999 555 222

Subject:                 Budget 2026/27 and Medium Term Financial Plan
Reference:               KD/25/120
Decision to be taken:    To recommend the budget to Council.
Decision maker:          Cabinet; Council
Date of decision:        10 February 2026; 26 February 2026
Wards affected:          All
Reason for key decision: Significant effect on communities in two or more
                         wards
Consultation:            Business ratepayers; residents' survey
Documents:               None
Exempt information:      No
Contact officer:         Dee Lamb, Director of Finance, 01999 555 222
`;

describe("a Forward Plan whose labels end with colons, some of them its own", () => {
  const paper = read(plan);
  const items = paper.kind === "forward-plan" ? paper.data.items : [];

  it("reads titles, days, who is consulted, papers and criteria by other words", () => {
    expect(items).toMatchObject([
      {
        title: "Hillside Primary School - expansion",
        consultees: "Parents, governors and ward councillors by letter and two public meetings",
        backgroundDocuments: ["Report of the Director of Children's Services"],
        financialImpact: true,
        communityImpact: false,
      },
      {
        title: "Land at Quarry Lane",
        decisions: [{ decisionMaker: "Cabinet Member for Finance", from: "2025-12-01", to: "2026-02-28" }],
        secrecy: "fully-exempt",
        exemptParagraphs: [3],
      },
      {
        title: "Budget 2026/27 and Medium Term Financial Plan",
        decisions: [
          { decisionMaker: "Cabinet", from: "2026-02-10" },
          { decisionMaker: "Council", from: "2026-02-26" },
        ],
        wards: ["All Wards"],
        financialImpact: false,
        communityImpact: true,
      },
    ]);
  });

  it("says once of a label that the records have no field for, and puts it nowhere else", () => {
    const said = paper.warnings.filter(({ message }) => message.includes("“Reference”"));
    expect(said.map(({ message }) => message)).toEqual([
      "“Reference” is no field of an item in the records, so what stands beside it was left out, 3 times (lines 14, 29, 41).",
    ]);
    expect(JSON.stringify(items)).not.toContain("KD/25");
  });
});

const programme = `OVERVIEW AND SCRUTINY COMMITTEE

WORK PROGRAMME 2025/26

Meeting date        Item                                   Lead officer            Purpose

17 June 2025        Appointment of working groups          Democratic Services     Standing item
                    Quarter 4 performance 2024/25          A Brook                 Monitoring

9 September 2025    School places strategy                 J Reid                  Pre-decision scrutiny
                    Fly-tipping - review of progress       T Oak                   Review

2 December 2025     Draft budget                           D Lamb                  Pre-decision scrutiny
                    Community safety partnership           Police / T Oak          Statutory

To be scheduled:    Leisure centre contract
`;

describe("a work programme as a list without borders", () => {
  const paper = read(programme);
  const items = paper.kind === "work-programme" ? paper.data.items : [];

  it("gives a row without a day the day above, and one that waits for a day none", () => {
    expect(items.map(({ title, meetings }) => [title, meetings[0] ?? null])).toEqual([
      ["Appointment of working groups", "2025-06-17"],
      ["Quarter 4 performance 2024/25", "2025-06-17"],
      ["School places strategy", "2025-09-09"],
      ["Fly-tipping - review of progress", "2025-09-09"],
      ["Draft budget", "2025-12-02"],
      ["Community safety partnership", "2025-12-02"],
      ["Leisure centre contract", null],
    ]);
  });

  it("keeps what a column of its own says", () => {
    expect(items.map(({ remarks }) => remarks ?? null)).toEqual([
      "Purpose: Standing item",
      "Purpose: Monitoring",
      "Purpose: Pre-decision scrutiny",
      "Purpose: Review",
      "Purpose: Pre-decision scrutiny",
      "Purpose: Statutory",
      null,
    ]);
  });
});

const summons = `                     CASTLEFORD VALE BOROUGH COUNCIL

To: The Chair and Members of the Planning Committee

Councillors Marsh (Chair), Patel (Vice-Chair), Owen, Achebe and Dunn

Dear Councillor

You are summoned to a meeting of the PLANNING COMMITTEE to be held in the
Council Chamber, Civic Centre on WEDNESDAY 5 NOVEMBER 2025 at 6.30 pm.

Yours faithfully

A Brook
Chief Executive

                               AGENDA
                                                             Page No.
PART 1 - OPEN TO THE PUBLIC

1   Apologies for absence

2   Declarations of interest
    Members are asked to declare any interests.

3   Minutes of the meeting held on 8 October 2025            1 - 6

4   Applications for planning permission
    Report of the Head of Planning
    a)  25/0412/FUL  Land off Mill Lane, Northfield          7 - 18
    b)  25/0533/OUT  Former dairy, Quarry Road               19 - 31

5   Enforcement update                                       To follow
    Report of the Head of Planning

PART 2 - PRIVATE

6   Section 106 agreement, Hillside (exempt under
    paragraph 3)                                             33 - 35
`;

describe("an agenda that begins as a summons", () => {
  const paper = read(summons);
  const data = paper.kind === "agenda" ? paper.data : undefined;

  it("reads body, day, hour and place from its sentence, and the members between address and letter", () => {
    expect(data).toMatchObject({
      body: "PLANNING COMMITTEE",
      date: "2025-11-05",
      venue: "Council Chamber, Civic Centre",
    });
    expect(data?.time).toMatch(/^6\.30 pm/);
    expect(data?.membership.members.map(({ name }) => name)).toEqual([
      "Marsh",
      "Patel",
      "Owen",
      "Achebe",
      "Dunn",
    ]);
  });

  it("reads pages that stand apart at the end of a line, and an item’s lettered parts as items of their own", () => {
    expect(
      data?.items.map(({ title, pageFrom, pageTo }) => [title, pageFrom ?? null, pageTo ?? null]),
    ).toEqual([
      ["Apologies for absence", null, null],
      ["Declarations of interest", null, null],
      ["Minutes of the meeting held on 8 October 2025", 1, 6],
      ["Applications for planning permission", null, null],
      ["25/0412/FUL Land off Mill Lane, Northfield", 7, 18],
      ["25/0533/OUT Former dairy, Quarry Road", 19, 31],
      ["Enforcement update", null, null],
      ["Section 106 agreement, Hillside (exempt under paragraph 3)", 33, 35],
    ]);
    expect(data?.items.map(({ number, reference }) => reference ?? String(number))).toEqual([
      ..."1 2 3 4 4(a) 4(b) 5 6".split(" "),
    ]);
  });

  it("takes the items below “Part 2” as exempt, and not the one above it", () => {
    expect(data?.items.map(({ exempt }) => exempt)).toEqual([
      false,
      false,
      false,
      false,
      false,
      false,
      false,
      true,
    ]);
    expect(data?.items[6]?.toFollow).toBe(true);
  });
});

const update = `REPORT OF THE CABINET MEMBER FOR HIGHWAYS AND TRANSPORT

Councillor T Achebe

Report to Overview and Scrutiny Committee, 3 March 2026

Covering the period: January and February 2026

ROAD MAINTENANCE

The spring resurfacing programme begins on 16 March. Forty-one roads will be
treated, of which nine are classified roads.

STREET LIGHTING

Phase 3 of the LED programme is complete.
`;

describe("a Cabinet Member report that names the portfolio in its title", () => {
  it("reads portfolio, councillor, committee, meeting and period from its first lines", () => {
    const paper = read(update);
    expect(paper.data).toMatchObject({
      portfolio: "Highways and Transport",
      councillor: "T Achebe",
      committee: "Overview and Scrutiny Committee, 3 March 2026",
      meetingDate: "2026-03-03",
      period: "January and February 2026",
      sections: [{ heading: "ROAD MAINTENANCE" }, { heading: "STREET LIGHTING" }],
    });
  });
});
