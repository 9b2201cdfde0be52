import { describe, expect, it } from "vitest";
import { plainText } from "../../../shared/documents/content/canonical-content.ts";
import { readPaperText } from "../../../shared/documents/import/read-paper.ts";

/** Reports set out in ways that no sample has. */
function read(text: string) {
  const paper = readPaperText(new TextEncoder().encode(text), "report.txt");
  const { lines, read: taken, blank, warned } = paper.coverage;
  expect(taken + blank + warned).toBe(lines);
  return paper;
}

function report(text: string) {
  const paper = read(text);
  if (paper.kind !== "covering-report") throw new Error(`read as ${paper.kind}`);
  return { ...paper.data, warnings: paper.warnings };
}

const below = `
Summary:
To ask for a decision.

Recommendation(s):
That the plan be approved.

Reasons for the Recommendation(s):
It is due.
`;

describe("the front sheet of a report", () => {
  it("is read from columns of spaces, its cells at the middle of their rows", () => {
    const sheet = report(`EASTMERE BOROUGH COUNCIL
                                                                9 February
Report to:            Cabinet                 Date of Meeting:
                                                                2027
Subject:           Replacement of eleven refuse collection vehicles
                   Head of Waste and
Report of:                                Wards Affected:       (All Wards);
                   Street Scene
Cabinet Portfolio: Cabinet Member - Environment and Street Scene
Is this a Key                             Included in
                   Yes                                          Yes
Decision:                                 Forward Plan:
Exempt /           No, but Appendix B is NOT FOR PUBLICATION by virtue of
Confidential       paragraph 3 of Part 1 of Schedule 12A to the Local
Report:            Government Act 1972
${below}`);
    expect(sheet).toMatchObject({
      subject: "Replacement of eleven refuse collection vehicles",
      reportTo: [{ body: "Cabinet", date: "2027-02-09" }],
      reportOf: "Head of Waste and Street Scene",
      portfolio: "Cabinet Member - Environment and Street Scene",
      wards: ["All Wards"],
      keyDecision: true,
      inForwardPlan: true,
      secrecy: "part-exempt",
      exemptParagraphs: [3],
    });
  });

  it("is read where labels were broken over lines and each value stands below its label", () => {
    const sheet = report(`Report to:

Scrutiny Committee (Place and
Environment)

Date of Meeting:

20 January 2027

Subject:

Highway Maintenance Programme 2027/28

Report of:

Head of Highways

Wards Affected:

(All Wards);

Is this a Key
Decision:

No

Included in
Forward Plan:

Yes

Exempt /
Confidential
Report:

No
${below}`);
    expect(sheet).toMatchObject({
      reportTo: [{ body: "Scrutiny Committee (Place and Environment)", date: "2027-01-20" }],
      keyDecision: false,
      inForwardPlan: true,
      secrecy: "open",
    });
  });

  it("is read where broken labels run on beside one another, and a year stands on the next line", () => {
    const sheet = report(`WESTHAVEN DISTRICT COUNCIL
Report to: Scrutiny Panel (Communities) Date of Meeting: 26 January
2027
Subject: Homelessness Strategy
Report of: Director of Communities Wards Affected: (All Wards);
Is this a Key No Included in Forward No
Decision: Plan:
Exempt / No
Confidential Report:
${below}`);
    expect(sheet).toMatchObject({
      subject: "Homelessness Strategy",
      reportTo: [{ body: "Scrutiny Panel (Communities)", date: "2027-01-26" }],
      keyDecision: false,
      inForwardPlan: false,
      secrecy: "open",
    });
  });

  it("is read where body, day, title and author stand one below the other without labels", () => {
    const sheet = report(`Agenda Item No: 6

Northmoor City Council

CABINET

15 April 2027

WINTER GRITTING CONTRACT

Report of the Executive Director of Place

Key decision: Yes                         Forward Plan reference: 2027/K/031
Portfolio holder: Councillor Wey          Wards: All
Public report
${below}`);
    expect(sheet).toMatchObject({
      subject: "WINTER GRITTING CONTRACT",
      reportTo: [{ body: "CABINET", date: "2027-04-15" }],
      reportOf: "Executive Director of Place",
      portfolio: "Councillor Wey",
      keyDecision: true,
      secrecy: "open",
    });
  });

  it.each([
    ["Yes - paragraph 3 of Part 1 of Schedule 12A", "fully-exempt"],
    ["No, but Appendix B is exempt under paragraph 3 of Part 1 of Schedule 12A", "part-exempt"],
    ["Appendix 2 only (paragraph 3)", "part-exempt"],
    ["Part exempt - paragraph 3", "part-exempt"],
    ["No", "open"],
  ])("reads “%s” as %s", (printed, secrecy) => {
    expect(
      report(`Report to: Cabinet
Date of Meeting: 9 February 2027
Subject: Vehicles
Exempt / Confidential Report: ${printed}
${below}`).secrecy,
    ).toBe(secrecy);
  });
});

const body = `Report to: Cabinet
Date of Meeting: 15 April 2027
Subject: Winter Gritting Contract
Report of: Director of Place

RECOMMENDATIONS

It is recommended that Cabinet:

    i.    award the contract to the bidder with the best score;

    ii.   delegate to the Executive Director of Place, in consultation with the Cabinet Member for
          Transport, the power to extend it for up to two winters; and

    iii.  note the risks.

BACKGROUND

1.    The City has 214 kilometres of road on the gritting network. It is split into nine routes, each of
      which can be treated in under three hours.

FINANCIAL IMPLICATIONS

6.    The cost of the contract is within the budget:

                                        2027/28      2028/29
                                          £000         £000
      Fixed sum                            310          316
      Runs (average of 46)                 284          290
      Total                                594          606

Northmoor City Council                                2                                Cabinet 15/04/27

RISK

13.   The main risks are:

      Risk                                   Likelihood    Mitigation
      The contractor cannot find drivers     Medium        Contract has a standby crew; own
                                                           staff are trained each autumn
      Forecast is wrong                      Low           Two forecasters are used

APPENDICES

Appendix 1     Gritting routes (map)
Appendix 2     Equality analysis

Contact officer: Hamish Dell, Highways Manager
Tel: 01632 960411
E-mail: hamish.dell@northmoor.example
`;

describe("a report in numbered paragraphs, its tables in columns of spaces", () => {
  const data = report(body);

  it("keeps tables as tables, a cell of several lines in one", () => {
    expect(data.tables.map(({ rows }) => rows)).toEqual([
      {
        kind: "plain",
        header: ["", "2027/28 £000", "2028/29 £000"],
        rows: [
          ["Fixed sum", "310", "316"],
          ["Runs (average of 46)", "284", "290"],
          ["Total", "594", "606"],
        ],
      },
      {
        kind: "plain",
        header: ["Risk", "Likelihood", "Mitigation"],
        rows: [
          [
            "The contractor cannot find drivers",
            "Medium",
            "Contract has a standby crew; own staff are trained each autumn",
          ],
          ["Forecast is wrong", "Low", "Two forecasters are used"],
        ],
      },
    ]);
  });

  it("joins a recommendation to its second line, whatever letter that begins with", () => {
    expect(data.recommendations[1]?.text).toBe(
      "delegate to the Executive Director of Place, in consultation with the Cabinet Member for Transport, the power to extend it for up to two winters; and",
    );
  });

  it("lists the appendices below their heading, and reads the officer whose lines stand last", () => {
    expect(data.appendices).toEqual(["Appendix 1 Gritting routes (map)", "Appendix 2 Equality analysis"]);
    expect(data.contacts).toEqual([
      {
        name: "Hamish Dell, Highways Manager",
        telephone: "01632 960411",
        email: "hamish.dell@northmoor.example",
      },
    ]);
  });

  it("leaves out the foot of a page between its parts", () => {
    expect(JSON.stringify(data.sections)).not.toContain("15/04/27");
  });
});

describe("a report as one run of lines, without blank ones", () => {
  const data = report(`Report to: Scrutiny Panel
Date of Meeting: 26 January 2027
Subject: Homelessness Strategy
Report of: Director of Communities
Summary:
The Executive will be asked in March to adopt a new strategy. The Panel is invited to comment upon
the draft, which has been put together with the county council.
Recommendation(s):
That the Panel considers the draft strategy.
What will it cost and how will it be financed?
(A) Revenue Costs
The costs are:
2026/27 2027/28 2028/29
£000 £000 £000
Prevention fund 120 124 127
Rough sleeper outreach 85 88 90
(B) Capital Costs
None
Background Papers:
None
1. Introduction/Background
1.1 The main causes were:
the end of a private tenancy
family no longer willing to have the person in their home
domestic abuse
2. The draft strategy
2.1 The draft has four aims.
`);

  it("keeps lines of figures as a table, its years and units as the head", () => {
    expect(data.tables[0]?.rows).toEqual({
      kind: "plain",
      header: ["", "2026/27 £000", "2027/28 £000", "2028/29 £000"],
      rows: [
        ["Prevention fund", "120", "124", "127"],
        ["Rough sleeper outreach", "85", "88", "90"],
      ],
    });
  });

  it("opens a section at a numbered heading above its first paragraph, and parts short lines below a colon", () => {
    const introduction = data.sections.find(({ standard }) => standard === "introduction");
    expect(plainText(introduction?.content ?? [])).toMatch(
      /the end of a private tenancy\n.*family no longer willing to have the person in their home\n.*domestic abuse/s,
    );
    expect(data.sections.at(-1)?.heading).toBe("2. The draft strategy");
  });
});

describe("a Cabinet Member update in columns of spaces", () => {
  const paper = read(`CABINET MEMBER UPDATE

Overview and Scrutiny Committee (Place) - 20 January 2027

Councillor                Portfolio                                  Date

Ursula Strickland         Highways, Parking and Flood Response       January 2027


Flood Response

A task group has been set up by this Committee. Since then:

      all 212 gullies on Drove Road and its side streets have been jetted

      two pumps have been bought and are kept at the depot at Middle Fen, where crews can reach them in
      fifteen minutes

      residents have been given a telephone number that is answered at night

Gullies

                          Q1       Q2
Gullies cleaned          2,110    2,480
Percentage blocked       10.0%     8.0%
`);

  it("takes councillor, portfolio and month from below their labels", () => {
    expect(paper.data).toMatchObject({
      councillor: "Ursula Strickland",
      portfolio: "Highways, Parking and Flood Response",
      period: "January 2027",
      key: "CMR/HIGHWAYS-PARKING-AND-FLOOD-RESPONSE/2027-01",
    });
  });

  it("reads each line set in as a point, and the figures as a table", () => {
    const [flood] = paper.kind === "cabinet-member-report" ? paper.data.sections : [];
    expect(flood?.content[1]).toMatchObject({ kind: "list", items: [{}, {}, {}] });
    expect(paper.kind === "cabinet-member-report" && paper.data.tables[0]?.rows).toMatchObject({
      header: ["", "Q1", "Q2"],
      rows: [
        ["Gullies cleaned", "2,110", "2,480"],
        ["Percentage blocked", "10.0%", "8.0%"],
      ],
    });
  });
});
