import { describe, expect, it } from "vitest";
import { readPaperText } from "../../../shared/documents/import/read-paper.ts";
import { labelsOf } from "../../../shared/documents/import/reports/front-sheet-labels.ts";

/** Officers’ reports as other councils set them out. */
function paper(text: string) {
  const read = readPaperText(new TextEncoder().encode(text), "report.txt");
  const { lines, read: taken, blank, warned } = read.coverage;
  expect(taken + blank + warned).toBe(lines);
  return read;
}
function report(text: string) {
  const read = paper(text);
  if (read.kind !== "covering-report") throw new Error(`read as ${read.kind}`);
  return { ...read.data, warnings: read.warnings.map(({ message }) => message) };
}
const headings = (data: { readonly sections: readonly { readonly heading: string }[] }) =>
  data.sections.map(({ heading }) => heading);

describe("a report with a sheet of labels and numbered headings", () => {
  const data = report(`From:              Anna Peel, Corporate Director of Growth

To:                Environment Cabinet Committee – 14 March 2024

Subject:           Road Asset Renewal Contract

Decision No:       24/00012

Key Decision:      Yes

Classification:    Unrestricted

Past Pathway of report:    None

Electoral Division:        All

Summary: This report sets out the procurement of a new contract for road renewal, because the present one ends in
2025 and cannot be extended.

Recommendation(s):
The Cabinet Committee is asked to endorse the proposed decision to award the contract.

1.     Introduction

1.1    The present contract was let in 2018.

2.     Key Considerations

2.1    Prices have risen by a third.

3.     Equalities implications

3.1    No impacts were found.

Report Author: Jo Marsh, Contract Manager, 03000 410000
`);

  it("reads each label by its meaning, and takes the value of none for another’s", () => {
    expect(data).toMatchObject({
      subject: "Road Asset Renewal Contract",
      reportTo: [{ body: "Environment Cabinet Committee", date: "2024-03-14" }],
      reportOf: "Anna Peel, Corporate Director of Growth",
      wards: ["All Wards"],
      keyDecision: true,
      secrecy: "open",
    });
  });

  it("names what stands beside labels that no field takes", () => {
    expect(data.warnings.join("\n")).toMatch(/past pathway/);
  });

  it("has every numbered heading, at one level", () => {
    expect(data.sections.map(({ heading, level }) => [heading, level])).toEqual([
      ["Summary:", 1],
      ["Recommendation(s):", 1],
      ["1. Introduction", 1],
      ["2. Key Considerations", 1],
      ["3. Equalities implications", 1],
    ]);
  });
});

describe("a report that asks its headings as questions", () => {
  const data = report(`# Report to Executive Board

**Date:** 20 March 2024

**Report of:** Director of City Development

**Title:** Cycle Superhighway: third phase

| Will the decision be open for call in? | ☒ Yes ☐ No |
|---|---|
| Does the report contain confidential or exempt information? | ☐ Yes ☒ No |
| Is this a key decision? | ☒ Yes ☐ No |

## Brief summary

The report seeks approval of the scheme.

## What the Board is asked to do

a) Approve the spending of £2.1m.

b) Note the timetable.

## What are the legal implications?

1 A traffic order is needed.

### What other options were considered?

2 A shorter route.

## Background papers

None.
`);

  it("knows which box is ticked", () => {
    expect(data).toMatchObject({
      subject: "Cycle Superhighway: third phase",
      reportTo: [{ body: "Executive Board", date: "2024-03-20" }],
      keyDecision: true,
      secrecy: "open",
    });
  });

  it("finds what it asks for, whatever the heading is called", () => {
    expect(data.recommendations.map(({ text }) => text)).toEqual([
      "Approve the spending of £2.1m.",
      "Note the timetable.",
    ]);
    expect(headings(data)).toEqual([
      "Brief summary",
      "What the Board is asked to do",
      "What are the legal implications?",
      "What other options were considered?",
      "Background papers",
    ]);
    expect(data.sections.map(({ standard }) => standard)).toContain("legal-implications");
  });
});

describe("a report without marks on its headings", () => {
  it("has the short lines above its paragraphs for headings", () => {
    const data = report(`Marlshire Council

Cabinet

19 March 2024

Subject: Leisure Operating Model

Cabinet Member: Cllr Ian Blake - Cabinet Member for Leisure

Key Decision: Key

Executive Summary

The council took over ten leisure centres in 2021.

Proposals

That Cabinet:
1. Agrees to keep the centres in house.
2. Delegates the fees to the Director.

Reason for Proposals

To give the centres a settled future.

Relevance to the Business Plan
The plan asks for healthy lives.

Legal Implications
There are none.

Appendices

None
`);
    expect(data).toMatchObject({ subject: "Leisure Operating Model", keyDecision: true });
    expect(headings(data)).toEqual([
      "Executive Summary",
      "Proposals",
      "Reason for Proposals",
      "Relevance to the Business Plan",
      "Legal Implications",
      "Appendices",
    ]);
    expect(data.recommendations).toHaveLength(2);
    expect(data.warnings).toEqual([]);
  });

  it("has lines in capitals for headings, where nothing else parts the paragraphs", () => {
    const data = report(`FENWAY DISTRICT COUNCIL
STANDARDS COMMITTEE – 12 SEPTEMBER 2023
REVIEW OF THE PROTOCOL ON GIFTS
BY: THE MONITORING OFFICER
WARDS: ALL
PURPOSE OF REPORT
To bring the protocol up to date.
RECOMMENDED
That the protocol be adopted.
MATTERS FOR DECISION
Should gifts above £25 be declared?
FINANCIAL IMPLICATIONS
None.
BACKGROUND PAPERS
Letters from clerks.
`);
    expect(data).toMatchObject({
      subject: "REVIEW OF THE PROTOCOL ON GIFTS",
      reportTo: [{ body: "STANDARDS COMMITTEE", date: "2023-09-12" }],
      reportOf: "THE MONITORING OFFICER",
      keyDecision: null,
    });
    expect(headings(data)).toEqual([
      "PURPOSE OF REPORT",
      "RECOMMENDED",
      "MATTERS FOR DECISION",
      "FINANCIAL IMPLICATIONS",
      "BACKGROUND PAPERS",
    ]);
  });
});

describe("a report with headings in bold", () => {
  const data = report(`**CABINET**

**Date of Meeting:** Tuesday 9 July 2024

**Report Subject:** Market Strategy

**Report Author:** Chief Officer (Economy)

**EXECUTIVE SUMMARY**

The market has lost traders.

**RECOMMENDATIONS**

| 1 | That the strategy be adopted. |
|---|---|
| 2 | That rents be frozen for a year. |

**REPORT DETAILS**

There were 80 stalls in 2010.

**1.00 RESOURCE IMPLICATIONS**

1.01 £20,000 a year.
`);

  it("has each of them, and the recommendations from their table", () => {
    expect(headings(data)).toEqual([
      "EXECUTIVE SUMMARY",
      "RECOMMENDATIONS",
      "REPORT DETAILS",
      "1.00 RESOURCE IMPLICATIONS",
    ]);
    expect(data.recommendations.map(({ text }) => text)).toEqual([
      "That the strategy be adopted.",
      "That rents be frozen for a year.",
    ]);
  });
});

describe("a table in a report", () => {
  it("keeps a cell that begins with a small letter apart from the one before", () => {
    const data = report(`Report to: Cabinet
Date: 4 June 2024
Subject: Homes
Report of: Head of Homes

## Summary

The ways are these.

| Way | Cost | Homes |
|---|---|---|
| Private lettings | not to be had | – |
| Hotels | 2,280 | 88 |

## Recommendations

That the report be noted.

## Background papers

None
`);
    expect(data.tables[0]?.rows.rows).toEqual([
      ["Private lettings", "not to be had", "–"],
      ["Hotels", "2,280", "88"],
    ]);
  });
});

describe("a report without a single label", () => {
  it("is known by whom it is of, where it goes, and what it asks", () => {
    const data = report(`LONDON BOROUGH OF MERE

CABINET

10 OCTOBER 2024

REPORT OF THE LEAD MEMBER FOR HOUSING

HOMES STRATEGY

EXECUTIVE SUMMARY

The strategy sets out the homes we need.

RECOMMENDATIONS

1. That the Cabinet adopt the strategy.
2. That the Cabinet thank residents.

REASONS FOR DECISION

The law requires a strategy.

FINANCIAL IMPLICATIONS

None.
`);
    expect(data).toMatchObject({
      subject: "HOMES STRATEGY",
      reportTo: [{ body: "CABINET", date: "2024-10-10" }],
      reportOf: "LEAD MEMBER FOR HOUSING",
    });
    expect(data.recommendations).toHaveLength(2);
  });
});

describe("a front sheet", () => {
  const sheet = (lines: string) =>
    report(`${lines}

## Summary

To ask for a decision.

## Recommendations

3.1 That the order be made.

3.2 That its cost be met.

## Background papers

None
`);

  it("pairs each body with the day beside it", () => {
    const data = sheet(`| Report for: | Place Committee | 4 June 2024 |
|---|---|---|
| | Council | 10 July 2024 |
| **Subject** | Parking: one fee for all | |
| **Report by** | Director of Place | |
| **Committee Chair** | Councillor Ann Ash | |
| **Wards** | Pier; Old Town | |`);
    expect(data).toMatchObject({
      reportTo: [
        { body: "Place Committee", date: "2024-06-04" },
        { body: "Council", date: "2024-07-10" },
      ],
      subject: "Parking: one fee for all",
      reportOf: "Director of Place",
      wards: ["Pier", "Old Town"],
    });
  });

  it("takes the title above its labels for the subject, and the banner for its status", () => {
    const data = sheet(`NOT FOR PUBLICATION – paragraph 3 of Schedule 12A

Lindow Council

Surrender of the lease at Unit 6

To: Cabinet Committee (Assets)
When: 2 July 2025
From: Head of Estates
Key decision: No`);
    expect(data).toMatchObject({
      subject: "Surrender of the lease at Unit 6",
      reportTo: [{ body: "Cabinet Committee (Assets)", date: "2025-07-02" }],
      reportOf: "Head of Estates",
      secrecy: "fully-exempt",
      exemptParagraphs: [3],
    });
  });

  it("says whose report it is by the label that says so, and names the other", () => {
    const data = sheet(`Decision maker: Cabinet
Date: 24 February 2025
Report title: Protection Order
Responsible Head of Service: Head of Environment
Report author: Community Safety Manager
Wards affected: All`);
    expect(data.reportOf).toBe("Community Safety Manager");
    expect(data.warnings.join("\n")).toMatch(/Head of Environment/);
  });

  it("reads recommendations that carry the number of their chapter", () => {
    const data = sheet(
      "Report to: Cabinet\nDate: 24 February 2025\nSubject: An order\nReport of: Head of Roads",
    );
    expect(data.recommendations.map(({ label, text }) => [label, text])).toEqual([
      ["3.1", "That the order be made."],
      ["3.2", "That its cost be met."],
    ]);
  });
});

describe("the labels of a line", () => {
  it.each([
    ["Is any of it confidential?\tNo", ["exempt"]],
    ["Lead Member\tCouncillor Ash", ["portfolio"]],
    [
      "Committee: Cabinet\tDate: 11 March 2024\tClassification: Open\tAgenda item: 9",
      ["reportTo", "date", "exempt", "other"],
    ],
    ["Non-key decision:\tKey decision", ["key"]],
    ["Reason it is key\tSpending", ["other"]],
  ])("are found by their words in “%s”", (text, fields) => {
    expect(labelsOf(text).map(({ field }) => field)).toEqual(fields);
  });

  it.each([
    "Director of Finance",
    "Closing the gap at Thorn Cross: a new school",
    "The Director of Finance said: nothing",
    "Subject\tParking: one fee for the whole borough",
  ])("are none in the values of “%s”", (text) => {
    expect(labelsOf(text).filter(({ start }) => start > 0 || !text.startsWith("Subject"))).toEqual([]);
  });
});

describe("what is no officer’s report", () => {
  it("is minutes with labels like a front sheet’s", () => {
    const read = paper(`Record of decisions of the Cabinet

Date: 4 June 2024

Cabinet members present: Cllr Ann Ash (Leader), Cllr Bo Birch
Apologies: Cllr Cy Cole

1 Parking
Report of: Director of Place
Portfolio: Cllr Birch
Key decision: Yes
Wards: All
Recommendations:
That the fee be set.
Decision: That the fee be set.
Reasons for decision: It is due.

2 Parks
Report of: Director of Place
Key decision: No
Decision: That the parks stay open.
`);
    expect(read.kind).toBe("minutes");
  });
});
