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
