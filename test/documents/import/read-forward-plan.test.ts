import { describe, expect, it } from "vitest";
import type { PublishedItem } from "../../../shared/contracts/answer.ts";
import type { ForwardPlanPaper } from "../../../shared/documents/import/paper.ts";
import { readPaperText } from "../../../shared/documents/import/read-paper.ts";
import { planPaper } from "../../builders/papers.ts";

function read(text: string): ForwardPlanPaper {
  const paper = readPaperText(new TextEncoder().encode(text), "plan.txt");
  if (paper.kind !== "forward-plan") throw new Error(`It was read as ${paper.kind}.`);
  return paper;
}

/** A plan of one item; rows replace those of the same label. */
function planOf(
  rows: Readonly<Record<string, string>>,
  front = "FOR THE FOUR MONTH PERIOD 1 JULY 2026 - 31 OCTOBER 2026",
): string {
  const all = {
    "Details of Decision to be taken": "Sea Wall Repairs To award the contract.",
    "Decision Maker": "Cabinet",
    "Decision Expected": "23 Jul 2026",
    "Key Decision Criteria": "Financial Yes Community Yes Impact",
    "Exempt Report": "Open",
    "Wards Affected": "All Wards",
    "Scrutiny Committee Area": "Regeneration and Skills",
    "Contact Officer(s) details": "Robin Marsh robin.marsh@council.example Tel: 0151 496 0001",
    ...rows,
  };
  return `FORWARD PLAN\n\n${front}\n\n${Object.entries(all)
    .map(([label, value]) => `${label}\t${value}`)
    .join("\n")}\n`;
}

function item(rows: Readonly<Record<string, string>>, front?: string): PublishedItem {
  const [first] = read(planOf(rows, front)).data.items;
  if (!first) throw new Error("No item was read.");
  return first;
}

const messages = (paper: ForwardPlanPaper) =>
  paper.warnings.map(({ line, message }) => `${line}: ${message}`);

describe("reading a Forward Plan", () => {
  it("reads every field of every item", () => {
    const { data, coverage, warnings } = read(planPaper());
    expect(data.edition).toEqual({
      key: "FP/2026-07",
      periodFrom: "2026-07-01",
      periodTo: "2026-10-31",
      publishedOn: "2026-06-02",
    });
    expect(data.items).toEqual([
      {
        key: "SEA-WALL-REPAIRS-AWARD-OF-CONTRACT",
        title: "Sea Wall Repairs - Award of Contract",
        details: "To award the contract for the repairs.",
        decisions: [
          { decisionMaker: "Cabinet", from: "2026-07-23", to: "2026-07-23" },
          { decisionMaker: "Council", from: "2026-09-17", to: "2026-09-17" },
        ],
        dateChanges: [],
        financialImpact: true,
        communityImpact: true,
        secrecy: "part-exempt",
        exemptParagraphs: [3],
        wards: ["Harington", "Netherton and Orrell"],
        scrutinyArea: "Regeneration and Skills",
        consultees: "Residents",
        consultationMethod: "Letters",
        backgroundDocuments: ["Condition survey"],
        contacts: [{ name: "Robin Marsh", email: "robin.marsh@council.example", telephone: "0151 496 0001" }],
      },
      expect.objectContaining({
        title: "Beach Huts at Ainsdale - Approval",
        decisions: [{ decisionMaker: "Cabinet Member - Communities", from: "2026-09-01", to: "2026-09-30" }],
        financialImpact: false,
        communityImpact: true,
        secrecy: "open",
        wards: ["All Wards"],
        backgroundDocuments: [],
      }),
    ]);
    expect(coverage.read + coverage.blank).toBe(coverage.lines);
    expect(warnings.map(({ line }) => line)).toEqual([3]);
  });

  it.each([
    ["26 Jul 2026", "2026-07-26", "2026-07-26"],
    ["Thursday, 23rd July 2026", "2026-07-23", "2026-07-23"],
    ["26/07/2026", "2026-07-26", "2026-07-26"],
    ["7.9.26", "2026-09-07", "2026-09-07"],
    ["2026-07-26", "2026-07-26", "2026-07-26"],
    ["Between 1 Sep 2026 and 30 Sep 2026", "2026-09-01", "2026-09-30"],
    ["1 - 14 September 2026", "2026-09-01", "2026-09-14"],
    ["September 2026", "2026-09-01", "2026-09-30"],
    ["August - September 2026", "2026-08-01", "2026-09-30"],
    ["Not before 1 Oct 2026", "2026-10-01", "2026-10-31"],
    ["Before 30 Sep 2026", "2026-07-01", "2026-09-30"],
    ["to be confirmed", "2026-07-01", "2026-10-31"],
  ])("reads the date “%s”", (printed, from, to) => {
    expect(item({ "Decision Expected": printed }).decisions).toEqual([
      { decisionMaker: "Cabinet", from, to },
    ]);
  });

  it.each([
    ["Cabinet; Council", ["Cabinet", "Council"]],
    ["Cabinet\tCouncil", ["Cabinet", "Council"]],
    ["Cabinet Council", ["Cabinet", "Council"]],
    ["Cabinet and Council", ["Cabinet", "Council"]],
    [
      "Cabinet Member - Regulatory, Compliance and Corporate Services",
      ["Cabinet Member - Regulatory, Compliance and Corporate Services"],
    ],
    ["Executive Director of People, Head of Schools", ["Executive Director of People", "Head of Schools"]],
  ])("reads the decision makers “%s”", (printed, makers) => {
    const dates = ["23 Jul 2026", "17 Sep 2026"].slice(0, makers.length).join("; ");
    expect(
      item({ "Decision Maker": printed, "Decision Expected": dates }).decisions.map(
        ({ decisionMaker }) => decisionMaker,
      ),
    ).toEqual(makers);
  });

  it("gives each maker the date beside its name, whatever the order", () => {
    const { decisions } = item({
      "Decision Maker": "Cabinet; Council",
      "Decision Expected": "Council 17 Sep 2026; Cabinet 23 Jul 2026",
    });
    expect(decisions.map(({ decisionMaker, from }) => [decisionMaker, from])).toEqual([
      ["Cabinet", "2026-07-23"],
      ["Council", "2026-09-17"],
    ]);
  });

  it("reads notes of changed dates, each with its reason, and checks them against the date", () => {
    const expected =
      "23 Jul 2026 Decision due date for Cabinet changed from 04/06/2026 to 25/06/2026. Reason: A survey was late Decision due date for Cabinet changed from 25/06/2026 to 23/07/2026. Reason: The tenders were late";
    expect(item({ "Decision Expected": expected }).dateChanges).toEqual([
      { decisionMaker: "Cabinet", from: "2026-06-04", to: "2026-06-25", reason: "A survey was late" },
      { decisionMaker: "Cabinet", from: "2026-06-25", to: "2026-07-23", reason: "The tenders were late" },
    ]);
    const wrong = read(
      planOf({
        "Decision Expected":
          "23 Jul 2026 Decision due date for Cabinet changed from 04/06/2026 to 24/07/2026.",
      }),
    );
    expect(messages(wrong)).toContain(
      "7: The item “Sea Wall Repairs”: the note says the date was changed to 2026-07-24, but 2026-07-23 is the date expected.",
    );
    expect(messages(wrong)).toContain(
      "7: The item “Sea Wall Repairs”: the date was changed without a reason given.",
    );
  });

  it.each([
    ["Financial Yes Community Yes Impact", true, true],
    ["Financial\tNo\tCommunity Impact\tYes", false, true],
    ["Financial: Yes; Community Impact: No", true, false],
    ["Financial Community Impact No Yes", false, true],
    ["No Financial Yes Community Impact", false, true],
    ["Community Impact Yes Financial No", false, true],
  ])("reads the criteria “%s”", (printed, financial, community) => {
    const { financialImpact, communityImpact } = item({ "Key Decision Criteria": printed });
    expect([financialImpact, communityImpact]).toEqual([financial, community]);
  });

  it.each([
    ["Open", "open", []],
    ["Part exempt", "part-exempt", []],
    ["Partly exempt (Paragraphs 1 and 3)", "part-exempt", [1, 3]],
    ["Fully exempt - Paragraph No. 4", "fully-exempt", [4]],
    ["Fully Exempt (Para 3, 5)", "fully-exempt", [3, 5]],
    ["Part exempt (3)", "part-exempt", [3]],
    ["Fully exempt (Paragraph 9)", "fully-exempt", []],
  ])("reads the exempt status “%s”", (printed, secrecy, paragraphs) => {
    const found = item({ "Exempt Report": printed });
    expect([found.secrecy, found.exemptParagraphs]).toEqual([secrecy, paragraphs]);
  });

  it("warns of an exempt report without a paragraph, and of one that is no ground", () => {
    expect(messages(read(planOf({ "Exempt Report": "Part exempt" }))).join()).toContain("cites no paragraph");
    expect(messages(read(planOf({ "Exempt Report": "Fully exempt (Paragraph 9)" }))).join()).toContain(
      "paragraph 9 is not a ground",
    );
  });

  it.each([
    ["All Wards", ["All Wards"]],
    ["(All Wards);", ["All Wards"]],
    ["All", ["All Wards"]],
    ["Ainsdale; Kew;", ["Ainsdale", "Kew"]],
    ["Ainsdale, Netherton and Orrell and Kew", ["Ainsdale", "Netherton and Orrell", "Kew"]],
    ["Linacre Ward", ["Linacre"]],
  ])("reads the wards “%s”", (printed, wards) => {
    expect(item({ "Wards Affected": printed }).wards).toEqual(wards);
  });

  it.each([
    [
      "Ann Other ann.other@council.example Tel: 0151 496 0009",
      [{ name: "Ann Other", email: "ann.other@council.example", telephone: "0151 496 0009" }],
    ],
    [
      "Ann Other ann.other@council.example Tel: 0151 496 0009, Bob Else bob.else@council.example",
      [
        { name: "Ann Other", email: "ann.other@council.example", telephone: "0151 496 0009" },
        { name: "Bob Else", email: "bob.else@council.example" },
      ],
    ],
    [
      "Ann Other, Head of Parks Tel 0151 496 0009",
      [{ name: "Ann Other, Head of Parks", telephone: "0151 496 0009" }],
    ],
    ["Ann Other", [{ name: "Ann Other" }]],
    ["ann.other@council.example", [{ name: "Ann Other", email: "ann.other@council.example" }]],
  ])("reads the officers “%s”", (printed, contacts) => {
    expect(item({ "Contact Officer(s) details": printed }).contacts).toEqual(contacts);
  });

  it("asks about a mobile number", () => {
    const paper = read(planOf({ "Contact Officer(s) details": "Ann Other Tel: 07700 900123" }));
    expect(messages(paper).join()).toContain("prints a mobile telephone number for Ann Other");
  });

  it.each([
    ["bold", "**Sea Wall Repairs** Contract award in July.", "Contract award in July."],
    [
      "a sentence that begins as details do",
      "Sea Wall Repairs To award the contract.",
      "To award the contract.",
    ],
    ["nothing else", "Sea Wall Repairs", ""],
  ])("parts title and details by %s", (_, cell, details) => {
    const found = item({ "Details of Decision to be taken": cell });
    expect([found.title, found.details]).toEqual(["Sea Wall Repairs", details]);
  });

  it("reads labels split over lines, values under their labels, and several lines of value", () => {
    const paper = read(`FORWARD PLAN OF KEY DECISIONS

For the period 1 December 2026 to 31 March 2027
Published on 2 November 2026

Details of Decision
to be taken

Sea Wall Repairs
To award the contract for the repairs, which
will begin in spring.
Decision
Maker
Cabinet
Council
Decision
Expected
3 Dec 2026
21 Jan 2027
Decision due date for Council changed from 12/11/2026 to 21/01/2027.
Reason: The grant
is awaited
Exempt Report
Open
Wards Affected
Harington
Persons/Organisations to
be Consulted
Residents and
traders
List of Background
Documents to be
Considered by Decision-
maker
Condition survey
Tender report
Contact Officer(s) details
Robin Marsh robin.marsh@council.example Tel: 0151 496 0001
`);
    expect(paper.data.edition.publishedOn).toBe("2026-11-02");
    expect(paper.data.items[0]).toMatchObject({
      title: "Sea Wall Repairs",
      details: "To award the contract for the repairs, which will begin in spring.",
      decisions: [
        { decisionMaker: "Cabinet", from: "2026-12-03" },
        { decisionMaker: "Council", from: "2027-01-21" },
      ],
      dateChanges: [{ decisionMaker: "Council", to: "2027-01-21", reason: "The grant is awaited" }],
      consultees: "Residents and traders",
      backgroundDocuments: ["Condition survey", "Tender report"],
    });
  });

  it("reads a plan of a year whose bank holidays are not known, and says how it was dated", () => {
    const paper = read(planOf({}, "FOR THE FOUR MONTH PERIOD 1 JULY 2041 - 31 OCTOBER 2041"));
    expect(paper.data.edition.publishedOn).toBe("2041-06-02");
    expect(messages(paper).join()).toContain(
      "bank holidays of that time are not known here. 2 June 2041 is assumed",
    );
  });

  it.each([
    ["Market and Minster; Quay", ["Market and Minster", "Quay"]],
    ["Derby, Linacre and Ford", ["Derby", "Linacre", "Ford"]],
    ["Derby and Linacre", ["Derby", "Linacre"]],
  ])("reads the wards “%s”", (wards, names) => {
    expect(item({ "Wards Affected": wards }).wards).toEqual(names);
  });

  it("reads a plan kept as Markdown tables", () => {
    const rows = planOf({})
      .split("\n")
      .map((line) => (line.includes("\t") ? `| ${line.split("\t").join(" | ")} |` : line))
      .join("\n");
    expect(read(rows).data.items).toEqual(read(planOf({})).data.items);
  });

  it("takes the period from the items when the plan does not state it, and asks", () => {
    const paper = read(planOf({}, "of the council"));
    expect([paper.data.edition.periodFrom, paper.data.edition.periodTo]).toEqual([
      "2026-07-01",
      "2026-10-31",
    ]);
    expect(messages(paper).join()).toContain("does not state its period");
  });

  it("says what an item lacks, and what the index lists without details", () => {
    const paper = read(
      planPaper()
        .replace("Exempt Report\tOpen\n", "")
        .replace("Item Heading\tOfficer Contact\n", "Item Heading\tOfficer Contact\nLost Item\tTess Hall\n"),
    );
    expect(messages(paper).join("\n")).toContain("does not say: Exempt Report.");
    expect(messages(paper).join("\n")).toContain(
      "The index lists “Lost Item”, but the plan holds no details of it.",
    );
  });
});
