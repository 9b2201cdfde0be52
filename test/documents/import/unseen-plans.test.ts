import { describe, expect, it } from "vitest";
import { readExempt } from "../../../shared/documents/import/lines/exempt-status.ts";
import { readPaperText } from "../../../shared/documents/import/read-paper.ts";

/** Forward Plans set out in ways that no sample has. */
function read(text: string) {
  const paper = readPaperText(new TextEncoder().encode(text), "plan.txt");
  const { lines, read: taken, blank, warned } = paper.coverage;
  expect(taken + blank + warned).toBe(lines);
  if (paper.kind !== "forward-plan") throw new Error(`read as ${paper.kind}`);
  return paper;
}

describe("a plan whose tables were kept in columns by spaces", () => {
  const paper = read(`SOUTHWELD METROPOLITAN BOROUGH COUNCIL

FORWARD PLAN

FOR THE FOUR MONTH PERIOD 1 MARCH 2027 – 30 JUNE 2027

FORWARD PLAN INDEX OF ITEMS

Item Heading                                               Officer Contact
Adoption of the Green Infrastructure Strategy              Lorcan Bude
                                                           lorcan.bude@southweld.example
                                                           Tel: 01632 960 501

SOUTHWELD METROPOLITAN BOROUGH COUNCIL FORWARD PLAN

Details of Decision to     Adoption of the Green Infrastructure Strategy
be taken                   To adopt the strategy, which sets out where new woods, parks and
                           green routes will be made between now and 2037.

Decision Maker             Cabinet
                           Council

Decision Expected          18 Mar 2027
                           22 Apr 2027

Key Decision Criteria      Financial      No           Community Impact     Yes

Exempt Report              Open

Wards Affected             All Wards

Scrutiny Committee Area    Regeneration and Skills

Persons/Organisations      Natural England; Parish Councils; the public
to be Consulted

Method(s) of               Eight weeks of consultation on line, an exhibition in each of the
Consultation               four libraries and

SOUTHWELD METROPOLITAN BOROUGH COUNCIL FORWARD PLAN

                                              7


                           two walks led by wardens

List of Background         Adoption of the Green Infrastructure Strategy
Documents to be            Consultation statement
Considered by
Decision-maker

Contact Officer(s)         Lorcan Bude lorcan.bude@southweld.example Tel: 01632 960 501
details

Details of Decision to     Extra Care Housing - Selection of Partner   NEW
be taken                   To select a partner for 70 extra care homes at Quarry Rise.

Decision Maker             Cabinet Member - Adult Social Care

Decision Expected          Between 1 Apr 2027 and 30 Apr 2027

Key Decision Criteria      Financial      Yes          Community Impact     No

Exempt Report              Part exempt (Paragraph 3)

Wards Affected             Quarry; Rise Park

Scrutiny Committee Area    Adult Social Care

Persons/Organisations      Tenants
to be Consulted

Method(s) of               Meetings
Consultation

List of Background         None
Documents to be
Considered by
Decision-maker

Contact Officer(s)         Ingrid Foss ingrid.foss@southweld.example Tel: 01632 960 512
details
`);

  it("puts labels of two and four lines together, and their values beside them", () => {
    expect(paper.data.items).toMatchObject([
      {
        title: "Adoption of the Green Infrastructure Strategy",
        details:
          "To adopt the strategy, which sets out where new woods, parks and green routes will be made between now and 2037.",
        decisions: [
          { decisionMaker: "Cabinet", from: "2027-03-18" },
          { decisionMaker: "Council", from: "2027-04-22" },
        ],
        financialImpact: false,
        communityImpact: true,
        consultees: "Natural England; Parish Councils; the public",
        consultationMethod:
          "Eight weeks of consultation on line, an exhibition in each of the four libraries and two walks led by wardens",
        backgroundDocuments: ["Adoption of the Green Infrastructure Strategy", "Consultation statement"],
        contacts: [
          { name: "Lorcan Bude", email: "lorcan.bude@southweld.example", telephone: "01632 960 501" },
        ],
      },
      {
        title: "Extra Care Housing - Selection of Partner",
        details: "To select a partner for 70 extra care homes at Quarry Rise.",
        decisions: [{ from: "2027-04-01", to: "2027-04-30" }],
        secrecy: "part-exempt",
        exemptParagraphs: [3],
        wards: ["Quarry", "Rise Park"],
        backgroundDocuments: [],
      },
    ]);
    expect(paper.data.index).toHaveLength(1);
  });
});

describe("a plan whose labels stand at the middle of their rows, below a title", () => {
  const paper = read(`Northmoor City Council
FORWARD PLAN
For the four month period 1 April 2027 to 31 July 2027
Date of publication: 3 March 2027

Winter Gritting Contract
Reference                  2027/K/031
                           To let a contract for gritting the principal roads for
Decision to be taken       four winters, after the two year extension of the
                           present contract comes to its end in September.
Key decision?              Key - expenditure
Decision to be taken by    Cabinet
Date decision to be taken 15 Apr 2027
Date first included in the
                           3 Feb 2027
plan
Documents to be            Report of the Executive Director of Place; Winter
considered                 Service Policy
                           Neighbouring councils and the Fire and Rescue
Consultees
                           Service
Public or private          Public
Wards affected             All wards
                           Hamish Dell, Highways Manager, 01632 960411,
Contact officer
                           hamish.dell@northmoor.example
Scrutiny committee         Environment Scrutiny Committee

Supported Living Framework
Reference                  2027/K/032
                           To approve the award of places on the framework for
Decision to be taken
                           supported living for adults with learning disabilities.
Key decision?              Key - expenditure and effect on two or more wards
Decision to be taken by    Cabinet Member for Adults (Councillor Jocasta Firth)
Date decision to be taken Between 1 May 2027 and 31 May 2027
Date first included in the
                           3 March 2027
plan
Documents to be
                           Report of the Director of Adult Services
considered
Consultees                 People who use the service; carers; providers
Public or private          Part private - paragraph 3 (financial or business
                           affairs)
Wards affected             Bracken, Highfield and Mill
                           Morwenna Tull, Commissioning Manager, 01632
Contact officer
                           960417, morwenna.tull@northmoor.example
Scrutiny committee         Health and Care Scrutiny Committee
`);

  it("gives each label what stands about its middle, and each item the title above it", () => {
    expect(paper.data.items).toMatchObject([
      {
        title: "Winter Gritting Contract",
        details:
          "To let a contract for gritting the principal roads for four winters, after the two year extension of the present contract comes to its end in September.",
        consultees: "Neighbouring councils and the Fire and Rescue Service",
        backgroundDocuments: ["Report of the Executive Director of Place", "Winter Service Policy"],
        scrutinyArea: "Environment Scrutiny Committee",
        contacts: [{ name: "Hamish Dell, Highways Manager", email: "hamish.dell@northmoor.example" }],
      },
      {
        title: "Supported Living Framework",
        wards: ["Bracken", "Highfield", "Mill"],
        contacts: [{ telephone: "01632 960417", email: "morwenna.tull@northmoor.example" }],
      },
    ]);
  });

  it("does not take the day an item was first listed for the day of the decision, and says what it left out", () => {
    expect(paper.data.items.map(({ decisions }) => decisions)).toEqual([
      [{ decisionMaker: "Cabinet", from: "2027-04-15", to: "2027-04-15" }],
      [
        {
          decisionMaker: "Cabinet Member for Adults (Councillor Jocasta Firth)",
          from: "2027-05-01",
          to: "2027-05-31",
        },
      ],
    ]);
    expect(paper.warnings.map(({ message }) => message).join("\n")).toMatch(
      /“Date first included in the plan” is no field .* was left out, 2 times/,
    );
  });

  it("reads the criteria from what makes the decision key", () => {
    expect(paper.data.items.map((item) => [item.financialImpact, item.communityImpact])).toEqual([
      [true, false],
      [true, true],
    ]);
  });
});

describe("a plan in questions, whose labels are none of the samples’", () => {
  const paper = read(`WESTHAVEN DISTRICT COUNCIL

NOTICE OF KEY DECISIONS AND OF BUSINESS TO BE HELD IN PRIVATE

January 2027 to April 2027
Published on 27 November 2026

Title                          Leisure centre management contract

Is it a key decision?          Yes - it will lead to spending of more than £250,000

What is being decided          To award the contract for the running of the three
                               leisure centres.

Decision to be taken by        Executive

Date of decision               Not before 12th Feb 2027

Documents to be considered     Report of the Director of Communities
                               Evaluation summary (exempt)

Will it be in private?         Partly. The tender sums are exempt under paragraph 3.

Wards                          All

Who will be consulted and how  Sports clubs

Contact                        Marguerite Aske, Head of Leisure
                               Tel. 01632 960 111
                               maske@westhaven.example

Title                          Local transport plan: response to the County

Is it a key decision?          No

What is being decided          To agree the Council's reply.

Decision to be taken by        Executive

Date of decision               March 2027

Documents to be considered     None yet

Will it be in private?         No

Wards                          Old Town; Staithe

Who will be consulted and how  Not applicable

Contact                        Piers Lovage, Planning Policy Manager, Tel. 01632 960 166
`);

  it("keeps an item whole where its key decision is named between title and details", () => {
    expect(paper.data.items).toMatchObject([
      {
        title: "Leisure centre management contract",
        details: "To award the contract for the running of the three leisure centres.",
        decisions: [{ decisionMaker: "Executive", from: "2027-02-12", to: "2027-04-30" }],
        financialImpact: true,
        secrecy: "part-exempt",
        exemptParagraphs: [3],
        wards: ["All Wards"],
        consultees: "Sports clubs",
        backgroundDocuments: ["Report of the Director of Communities", "Evaluation summary (exempt)"],
        contacts: [{ telephone: "01632 960 111", email: "maske@westhaven.example" }],
      },
      {
        title: "Local transport plan: response to the County",
        decisions: [{ from: "2027-03-01", to: "2027-03-31" }],
        secrecy: "open",
        wards: ["Old Town", "Staithe"],
        backgroundDocuments: [],
      },
    ]);
  });
});

describe("a plan with a line for each label and each value", () => {
  const paper = read(`Marlow Fen Council
Forward Plan
Covering the period 1 December 2026 - 31 March 2027

Item 1
Details of Decision to be taken
Town Centre Parking Charges
To set the charges from April
2027.
Decision Maker
Cabinet
Decision Expected
12 Jan 2027
Exempt Report
Open
Wards Affected
Market
Persons/Organisations to be Consulted
Parish councils
Bus operators
Emergency services
List of Background Documents to be Considered by Decision-maker
Draft order; equality analysis
Contact Officer(s) details
Corin Vane
corin.vane@marlowfen.example
Tel: 01632 960 233

Marlow Fen Council - Forward Plan - 1 December 2026 - 31 March 2027
5

Item 2
Details of Decision to be taken
Adult Learning Premises
To take a lease of two floors of the Exchange.
Decision Maker
Director of Resources
Decision Expected
March 2027
Exempt Report
Fully exempt - paragraphs 3 and 5
Wards Affected
Market
Contact Officer(s) details
Una Birdsall
una.birdsall@marlowfen.example
Tel: 01632 960 240

Marlow Fen Council - Forward Plan - 1 December 2026 - 31 March 2027
6
`);
  const [parking] = paper.data.items;

  it("loses no line of figures that stands before a label", () => {
    expect(parking?.details).toBe("To set the charges from April 2027.");
  });

  it("makes neither “Item 2” an officer nor the page’s number a part of a telephone number", () => {
    expect(paper.data.items.map(({ contacts }) => contacts)).toEqual([
      [{ name: "Corin Vane", email: "corin.vane@marlowfen.example", telephone: "01632 960 233" }],
      [{ name: "Una Birdsall", email: "una.birdsall@marlowfen.example", telephone: "01632 960 240" }],
    ]);
  });

  it("parts consultees that stand on lines of their own, and documents at a semicolon", () => {
    expect(parking?.consultees).toBe("Parish councils; Bus operators; Emergency services");
    expect(parking?.backgroundDocuments).toEqual(["Draft order", "equality analysis"]);
  });
});

describe("a plan that is one table with an item a row", () => {
  it("gives each cell to the field its column names", () => {
    const paper = read(
      [
        "# Forward Plan of Key Decisions: 1 February 2027 to 31 May 2027",
        "",
        "This edition was published on 31 December 2026.",
        "",
        [
          "Decision to be made",
          "Decision maker",
          "Date of decision",
          "Key decision?",
          "Open or exempt",
          "Consultation",
          "Documents",
          "Lead officer",
        ].join("\t"),
        [
          "Bin lorries: replacement of eleven vehicles. To accept the lowest tender.",
          "Cabinet",
          "9 February 2027",
          "Yes - financial",
          "Part exempt (para 3)",
          "None",
          "Report of the Head of Waste",
          "Gareth Plumb, 01632 960301",
        ].join("\t"),
        [
          "Eastmere Local Plan. To agree the plan for publication.",
          "Cabinet; Council",
          "13 April 2027; 20 May 2027",
          "Yes - two or more wards",
          "Open",
          "Statutory consultees",
          "Sustainability appraisal; evidence base",
          "Lysander Poole, 01632 960309",
        ].join("\t"),
      ].join("\n"),
    );
    expect(paper.data.items).toMatchObject([
      {
        title: "Bin lorries: replacement of eleven vehicles",
        details: "To accept the lowest tender.",
        decisions: [{ decisionMaker: "Cabinet", from: "2027-02-09" }],
        financialImpact: true,
        communityImpact: false,
        secrecy: "part-exempt",
        contacts: [{ name: "Gareth Plumb", telephone: "01632 960301" }],
      },
      {
        title: "Eastmere Local Plan",
        decisions: [
          { decisionMaker: "Cabinet", from: "2027-04-13" },
          { decisionMaker: "Council", from: "2027-05-20" },
        ],
        communityImpact: true,
        secrecy: "open",
        backgroundDocuments: ["Sustainability appraisal", "evidence base"],
      },
    ]);
  });
});

describe("a plan with short labels on lines of their own", () => {
  const item = (title: string, maker: string) => `Title
${title}
Key decision?
Yes - spending over £250,000
Details
To agree the scheme.
Decision maker
${maker}
Date of decision
12 January 2027
Wards
Market; Priory
Documents
Draft scheme
Is it in private?
No
Contact
Corin Vane, 01632 960 233
`;
  it("reads them where each comes back with the items", () => {
    const paper = read(
      `FORWARD PLAN\n1 January 2027 to 30 April 2027\n\n${item("Parking", "Cabinet")}\n${item("Leases", "Leader")}`,
    );
    expect(paper.data.items).toMatchObject([
      {
        title: "Parking",
        details: "To agree the scheme.",
        wards: ["Market", "Priory"],
        financialImpact: true,
        backgroundDocuments: ["Draft scheme"],
        contacts: [{ name: "Corin Vane", telephone: "01632 960 233" }],
      },
      { title: "Leases", decisions: [{ decisionMaker: "Leader" }] },
    ]);
  });

  it("refuses a plan whose values were taken out before their labels", () => {
    const scrambled = (title: string) => `${title}
Details of Decision to be taken
Cabinet
Decision Maker
12 January 2027
Decision Expected
Open
Exempt Report
All Wards
Wards Affected
Contact Officer(s) details
Corin Vane
`;
    expect(() =>
      read(
        `FORWARD PLAN\n1 January 2027 to 30 April 2027\n\n${scrambled("To agree one scheme.")}\n${scrambled("To agree another.")}`.replaceAll(
          "Wards Affected\nContact",
          "Wards Affected\nExempt Report\nDecision Maker\nContact",
        ),
      ),
    ).toThrow(/labels and values stand out of order/);
  });
});

describe("the status of a report", () => {
  it.each([
    ["Exempt, not public", "fully-exempt"],
    ["Exempt (public interest test met), paragraph 3", "fully-exempt"],
    ["Closed to press and public", "fully-exempt"],
    ["Public to be excluded under paragraph 3", "fully-exempt"],
    ["Not for the public", "fully-exempt"],
    ["Not to be made public", "fully-exempt"],
    ["Open to the public", "open"],
    ["Public", "open"],
    ["Not exempt", "open"],
    ["Open; no exempt information", "open"],
    ["No", "open"],
    ["", "open"],
  ])("“%s” is %s", (printed, secrecy) => {
    expect(readExempt(printed).secrecy).toBe(secrecy);
  });
});
