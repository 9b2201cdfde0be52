import { describe, expect, it } from "vitest";
import { readPaperText } from "../../../shared/documents/import/read-paper.ts";

/** Minutes and agendas set out in ways that no sample has. */
function read(text: string) {
  const paper = readPaperText(new TextEncoder().encode(text), "paper.txt");
  const { lines, read: taken, blank, warned } = paper.coverage;
  expect(taken + blank + warned).toBe(lines);
  return paper;
}

function minutes(text: string) {
  const paper = read(text);
  if (paper.kind !== "minutes") throw new Error(`read as ${paper.kind}`);
  return paper.data;
}

describe("minutes in columns of spaces", () => {
  const data = minutes(`                                     EASTMERE BOROUGH COUNCIL

MINUTES of a Meeting of the CABINET held in the Mayor's Parlour, Guildhall, Eastmere, on Tuesday, 9th
February 2027 at 5.30 p.m.

PRESENT
Councillor Aurelia Finch (Leader)            in the Chair
Councillors
Bram Tolley                 Portfolio Holder for Housing
Cecily Harrop               Portfolio Holder for Environment and Street Scene
Denzil Mould                Portfolio Holder for Finance

CAB 112          DECLARATIONS OF INTEREST

Name                  Item                             Type of interest        Action

Councillor Tolley     CAB 115 - Tannery Yard           Disclosable             Left the room and took
                                                       pecuniary: owns a       no part
                                                       house next door

Councillor Harrop     CAB 114 - Allocations policy     Personal: trustee of    Stayed and voted
                                                       a housing charity

CAB 113          MINUTES

It was resolved that:

        the minutes of the meeting held on 12 January 2027 be signed by the Chair as a true record.

CAB 114          ALLOCATIONS POLICY

The present policy dates from 2014.

                                                    Cabinet
                                                       42
                                                                                          9 February 2027

It was asked why the rule had been set at three years.

It was resolved that:

(1)     the Allocations Policy be adopted, save that:

        (a)    in paragraph 4.2 "three years" be replaced by "two"; and

        (b)    in paragraph 7 -

               (i)    the band for medical need be widened; and

               (ii)   the appeal period be 28 days; and

(2)     a review be reported after twelve months.

CAB 115          TANNERY YARD

Bidder         Quality   Price    Total
A              51        32       83
B              48        38       86

RESOLVED - That bid B be accepted.

The meeting closed at 6.48 p.m.
`);

  it("keeps each of those present apart, with the post beside the name", () => {
    expect(data.present.map(({ name, role }) => [name, role])).toEqual([
      ["Aurelia Finch", "in the Chair, Leader"],
      ["Bram Tolley", "Portfolio Holder for Housing"],
      ["Cecily Harrop", "Portfolio Holder for Environment and Street Scene"],
      ["Denzil Mould", "Portfolio Holder for Finance"],
    ]);
  });

  it("reads the table of interests", () => {
    expect(data.declarations).toMatchObject([
      {
        member: "Tolley",
        minute: 115,
        title: "Tannery Yard",
        type: "DPI",
        reason: "owns a house next door",
        action: "Left the room and took no part",
      },
      { member: "Harrop", minute: 114, type: "Personal", action: "Stayed and voted" },
    ]);
  });

  it("leaves the foot of a page, three lines in its middle, out of the minute", () => {
    expect(data.minutes[2]?.narrative).toEqual([
      "The present policy dates from 2014.",
      "It was asked why the rule had been set at three years.",
    ]);
    expect(data.minutes[2]?.bullets).toEqual([]);
  });

  it("reads a resolution of one sentence whole, and nested parts as nested", () => {
    expect(data.minutes[1]?.decisions[0]?.text).toBe(
      "that the minutes of the meeting held on 12 January 2027 be signed by the Chair as a true record.",
    );
    const [first, second] = data.minutes[2]?.decisions[0]?.parts ?? [];
    expect(first?.parts[1]?.parts.map(({ ref }) => ref)).toEqual(["(1)(b)(i)", "(1)(b)(ii)"]);
    expect(second?.text).toBe("a review be reported after twelve months.");
  });

  it("keeps a table of the narrative as a table", () => {
    expect(data.minutes[3]?.content[0]).toMatchObject({ kind: "table", rows: [{}, {}, {}] });
  });
});

describe("minutes whose cells and numbers stand on lines of their own", () => {
  const data = minutes(`MARLOW FEN COUNCIL

THIS SET OF MINUTES IS NOT SUBJECT TO "CALL-IN"

OVERVIEW AND SCRUTINY COMMITTEE (PLACE AND ENVIRONMENT)

MEETING HELD AT THE FEN ROOM, FEN HOUSE, MARLOW FEN
ON WEDNESDAY 11TH NOVEMBER, 2026

PRESENT:

Councillor Holt (in the Chair)
Councillors Ames, Bell and O'Shea

Substitutes: Councillor Crook for Councillor Dewsnap

21.

APOLOGIES FOR ABSENCE

Apologies for absence were received from Councillor Dewsnap.

22.

DECLARATIONS OF INTEREST

The following declarations were made:

Member
Minute No.
Nature of Interest
Councillor Ames
23
Personal - his daughter teaches
swimming
Councillor Bell
23
Personal - is a member of the
Gull Point Swimming Club

23.

FLOODING IN MIDDLE FEN

The Committee considered the report of the Head of Highways.

Members of the Committee asked questions/raised matters on the following issues:-

Page 5

OVERVIEW AND SCRUTINY COMMITTEE (PLACE AND ENVIRONMENT)- WEDNESDAY 11TH NOVEMBER,
2026

How long it had taken for the pumps to be brought to Drove Road
Whether gullies had been cleared in the month before

RESOLVED: That

(1)

the report be noted;

(2)

a task group be set up, its members to be
Councillors Ames and Bell.

24.

WORK PROGRAMME

Moved by Councillor Ames, seconded by Councillor Bell:
"That the Committee regrets the loss of route 14."
The motion was put and lost, 2 voting for and 4 against.

RESOLVED:

That the programme be noted.
`);

  it("reads interests whose cells stand one below the other, and takes no minute’s number for a page’s", () => {
    expect(
      data.declarations.map(({ member, minute, type, reason }) => [member, minute, type, reason]),
    ).toEqual([
      ["Ames", 23, "Personal", "his daughter teaches swimming"],
      ["Bell", 23, "Personal", "is a member of the Gull Point Swimming Club"],
    ]);
  });

  it("names a substitute for whom they came", () => {
    expect(data.present.at(-1)).toEqual({ name: "Crook", role: "substitute for Councillor Dewsnap" });
  });

  it("joins each number of a resolution to the words below it", () => {
    const [decision] = data.minutes[2]?.decisions ?? [];
    expect(decision?.text).toBe("That");
    expect(decision?.parts.map(({ label, text }) => [label, text])).toEqual([
      ["(1)", "the report be noted;"],
      ["(2)", "a task group be set up, its members to be Councillors Ames and Bell."],
    ]);
  });

  it("leaves out a running header that was broken over two lines", () => {
    expect(JSON.stringify(data.minutes)).not.toContain("WEDNESDAY 11TH");
    expect(data.minutes[2]?.bullets).toHaveLength(2);
  });

  it("does not take a motion and what became of it for a list", () => {
    expect(data.minutes[3]?.bullets).toEqual([]);
    expect(data.minutes[3]?.narrative).toContain("The motion was put and lost, 2 voting for and 4 against.");
  });
});

describe("minutes of two meetings in one file", () => {
  it("are read as two papers", () => {
    const one = (day: string, title: string) => `Northmoor City Council

Environment Scrutiny Committee

Minutes of ${day}

Held at 2:00 pm in Room 4, City Hall

Members present: Councillor Jabez Horne (Chair), Councillors Silas Amory and Beatrix Cobb

1. Apologies

There were none.

2. Interests

None.

3. ${title}

The Committee had before it a report by the Parks Manager.

Resolved: that the report be noted.

4. Work programme

Resolved (unanimously): To agree the work programme as amended.

The meeting ended at 4.15 pm
`;
    const paper = read(
      `${one("meeting on 18 March 2027", "Allotments")}\n${one("special meeting on 25 March 2027", "Call-in")}`,
    );
    const parts = paper.kind === "document-pack" ? paper.data.documents : [];
    expect(
      parts.map(
        (part) => part.kind === "minutes" && [part.data.date, part.data.minutes.map(({ title }) => title)],
      ),
    ).toEqual([
      ["2027-03-18", ["Apologies", "Interests", "Allotments", "Work programme"]],
      ["2027-03-25", ["Apologies", "Interests", "Call-in", "Work programme"]],
    ]);
  });
});

describe("agendas", () => {
  it("number the items of a second part on, where it begins again at 1", () => {
    const paper = read(`Marlow Fen Council

MEETING: OVERVIEW AND SCRUTINY COMMITTEE
DATE: Wednesday 20th January, 2027
TIME: 6.00 p.m.
VENUE: Fen Room, Fen House

Member

Councillor
Cllr. Ezra Holt (Chair)
Cllr. Gilbert Ames

Substitute

Councillor
Cllr. Tamsin Crook
Cllr. Wilf Nayland

A G E N D A

PART ONE

1.

Apologies for Absence

2.

Town Centre Parking Charges

(To Follow)

Report of the Head of Highways

PART TWO
(Exempt)

1.

Parking enforcement contract

(Pages 15 - 16)

Report of the Head of Legal Services (exempt by virtue of paragraph 3)
`);
    expect(paper.kind === "agenda" && paper.data).toMatchObject({
      membership: {
        members: [{ name: "Ezra Holt", role: "Chair" }, { name: "Gilbert Ames" }],
        substitutes: [{ name: "Tamsin Crook" }, { name: "Wilf Nayland" }],
        unpaired: [],
      },
      items: [
        { number: 1, exempt: false },
        {
          number: 2,
          title: "Town Centre Parking Charges",
          toFollow: true,
          exempt: false,
          exemptParagraphs: [],
        },
        {
          number: 3,
          reference: "Part 2, 1",
          title: "Parking enforcement contract",
          reportOf: "Head of Legal Services",
          pageFrom: 15,
          exempt: true,
          exemptParagraphs: [3],
        },
      ],
    });
    expect(paper.kind === "agenda" && paper.data.items[1]?.pageFrom).toBeUndefined();
  });

  it("that supplement another keep its numbers, and the officer at their foot", () => {
    const paper = read(`SUPPLEMENTARY AGENDA 1

WESTHAVEN DISTRICT COUNCIL

SCRUTINY PANEL (COMMUNITIES)

Tuesday 26 January 2027, 7.00pm
Council Chamber, Civic Offices

AGENDA

6.
LEISURE CENTRE CONTRACT - FIRST YEAR TARGETS
Report of the Head of Leisure
(Pages 3 - 12)

9.
ITEM OF URGENT BUSINESS: COLD WEATHER SHELTER
The Chair has agreed that this item be considered as a matter of urgency.
(Pages 21 - 22)

For further information please contact Ivo Strand, Democratic Services
01632 960 170
democracy@westhaven.example

Published on Monday 18 January 2027
`);
    expect(paper.kind === "agenda" && paper.data).toMatchObject({
      body: "SCRUTINY PANEL (COMMUNITIES)",
      date: "2027-01-26",
      officer: { name: "Ivo Strand", telephone: "01632 960 170", email: "democracy@westhaven.example" },
      items: [
        { number: 6, reportOf: "Head of Leisure", pageFrom: 3, pageTo: 12 },
        {
          number: 9,
          text: ["The Chair has agreed that this item be considered as a matter of urgency."],
          pageFrom: 21,
        },
      ],
    });
  });
});
