import { describe, expect, it } from "vitest";
import { readPaperText } from "../../../shared/documents/import/read-paper.ts";

/** Reports of Cabinet Members and portfolio holders as other councils set them out. */
function report(text: string) {
  const paper = readPaperText(new TextEncoder().encode(text), "report.txt");
  if (paper.kind !== "cabinet-member-report") throw new Error(`read as ${paper.kind}`);
  const { lines, read, blank, warned } = paper.coverage;
  expect(read + blank + warned).toBe(lines);
  return { ...paper.data, warnings: paper.warnings.map(({ message }) => message) };
}
const headings = (data: { readonly sections: readonly { readonly heading: string }[] }) =>
  data.sections.map(({ heading }) => heading);

describe("the front of a member’s report", () => {
  const below =
    "\n\nHomelessness\n\nWe helped 41 households in the quarter.\n\nGrants\n\nTwelve were made.\n";

  it("names member and portfolio on one line, below the council and the meeting", () => {
    const data = report(`Holme District Council

FULL COUNCIL - 12 December 2024

PORTFOLIO HOLDER REPORT

Councillor Tessa Vale - Portfolio Holder for Housing and Communities${below}`);
    expect(data).toMatchObject({
      councillor: "Tessa Vale",
      portfolio: "Housing and Communities",
      committee: "FULL COUNCIL - 12 December 2024",
      meetingDate: "2024-12-12",
      month: "2024-12",
    });
    expect(headings(data)).toEqual(["Homelessness", "Grants"]);
  });

  it("names them in a table whose title does not say whose report it is", () => {
    const data = report(`REPORT TO COUNCIL

| Report of | Cllr Ned Marsh, Cabinet Member for Environment |
|---|---|
| Meeting | Council, 17 July 2025 |
| Period | April to June 2025 |${below}`);
    expect(data).toMatchObject({
      councillor: "Ned Marsh",
      portfolio: "Environment",
      period: "April to June 2025",
      meetingDate: "2025-07-17",
    });
  });

  it("labels several facts in one row, the last of them answered below", () => {
    const data = report(`Cabinet Member Update
Name: Cllr Ivo Wolde\tBrief: Children and Schools\tDate:
September 2023

To: Children’s Scrutiny Commission${below}`);
    expect(data).toMatchObject({
      councillor: "Ivo Wolde",
      portfolio: "Children and Schools",
      period: "September 2023",
      committee: "Children’s Scrutiny Commission",
    });
  });

  it("labels the holder of the portfolio apart from the portfolio", () => {
    const data = report(`**Thistle Council**

## Portfolio Holder Report to Full Council

Portfolio Holder:\tCouncillor Mira Stoke\t
Portfolio:\tWaste and Parks\t
Reporting period:\t1 October – 31 December 2024\t${below}`);
    expect(data).toMatchObject({
      councillor: "Mira Stoke",
      portfolio: "Waste and Parks",
      period: "1 October – 31 December 2024",
    });
    expect(data.tables).toEqual([]);
  });

  it("takes a span of time below the member for the period, and a day for the meeting", () => {
    const title = "CABINET MEMBER FOR ADULT CARE – REPORT TO COUNCIL\n\nCouncillor Priya Nott\n\n";
    expect(report(`${title}February to April 2025${below}`)).toMatchObject({
      portfolio: "Adult Care",
      period: "February to April 2025",
    });
    const dated = report(`${title}20 February 2025${below}`);
    expect(dated).toMatchObject({ councillor: "Priya Nott", meetingDate: "2025-02-20", month: "2025-02" });
    expect(dated.period).toBeUndefined();
  });
});

describe("the headings of a member’s report", () => {
  it("stand close to their text, without a blank line in the paper", () => {
    const data = report(`HARTLE COUNTY COUNCIL
REPORT OF THE CABINET MEMBER FOR HIGHWAYS
Councillor Otto Brack
February to April 2025
Potholes
We filled 11,204 potholes in the three months, which is 2,000 more than in the same months of
last year; the cost of each has fallen.
Capital schemes
The position on each scheme is:
Gorse Hill: done, £40,000 under the estimate.
Southgate: put off until 2026 as the land has not been had.
Buses
Route 17 was saved. Two tenders were had.
County Council 14 May 2025 – Report of the Cabinet Member for Highways
1
And finally
My thanks to the night gangs.
County Council 14 May 2025 – Report of the Cabinet Member for Highways
2
`);
    expect(headings(data)).toEqual(["Potholes", "Capital schemes", "Buses", "And finally"]);
  });

  it("are numbered through the report, with verbs in them and lists below", () => {
    const data = report(`Cabinet Member Report
Councillor: Ivo Wolde
Portfolio: Schools
Period: June 2023

1. Headlines
• Inspectors found steady gains.
• Posts were filled.

2. Decisions I have taken
Two were made in July.

3. Schools

3.1 Attendance
Attendance was 92.4% over the year.

4. What comes next
1. The strategy
2. The budget
`);
    expect(headings(data)).toEqual([
      "1. Headlines",
      "2. Decisions I have taken",
      "3. Schools",
      "3.1 Attendance",
      "4. What comes next",
    ]);
    expect(data.sections.map(({ level }) => level)).toEqual([1, 1, 1, 2, 1]);
  });

  it("are neither sentences with figures or names, nor the foot of a page", () => {
    const data = report(`Cabinet Member Report – Resources

Councillor: Zeb Unwin
Portfolio: Resources
Period: January 2022

Telephones

Calls answered: 41,006 of 44,290 (93%).

Markets

It covers the Cattle Market.

Cabinet Member Report – Resources 3

Sickness stood at 8.1 days a head.
`);
    expect(headings(data)).toEqual(["Telephones", "Markets"]);
    expect(data.warnings).toEqual([
      "“Cabinet Member Report – Resources 3” belongs to the page, not to the text, and was left out.",
    ]);
  });

  it("leave one table one, though the foot of a page parts it and its head stands there twice", () => {
    const data = report(`Cabinet Member Report – Resources

Councillor: Zeb Unwin
Portfolio: Resources
Period: January<br>2022

Internal Audit

| Audit Title | Opinion | High | Medium | Low |
|---|---|---|---|---|
| Creditors | Minor | 0 | 1 | 2 |

Cabinet Member Report – Resources 3

| Audit Title | Opinion | High | Medium | Low |
|---|---|---|---|---|
| Stray dogs | Major | 2 | 2 | 0 |
`);
    expect(data.tables).toHaveLength(1);
    expect(data.tables[0]?.rows.rows).toHaveLength(2);
  });
});
