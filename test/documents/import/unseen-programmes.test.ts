import { describe, expect, it } from "vitest";
import { readPaperText } from "../../../shared/documents/import/read-paper.ts";

/** Work programmes and checklists set out in ways that no sample has. */
function read(text: string, name = "programme.txt") {
  const paper = readPaperText(new TextEncoder().encode(text), name);
  const { lines, read: taken, blank, warned } = paper.coverage;
  expect(taken + blank + warned).toBe(lines);
  if (paper.kind !== "work-programme") throw new Error(`read as ${paper.kind}`);
  return paper.data;
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
