import { describe, expect, it } from "vitest";
import { inlineParts } from "../../../shared/documents/import/lines/inline-parts.ts";
import { innerDecision, minuteLabel } from "../../../shared/documents/import/minutes/minute-labels.ts";
import { readPaperText } from "../../../shared/documents/import/read-paper.ts";

/** Minutes as other councils set them out. */
function minutes(text: string) {
  const paper = readPaperText(new TextEncoder().encode(text), "minutes.txt");
  if (paper.kind !== "minutes") throw new Error(`read as ${paper.kind}`);
  const { lines, read, blank, warned } = paper.coverage;
  expect(read + blank + warned).toBe(lines);
  return { ...paper.data, warnings: paper.warnings.map(({ message }) => message) };
}
const names = (people: readonly { readonly name: string }[]) => people.map(({ name }) => name);

describe("minutes numbered with a prefix and a year, their decisions inside sentences", () => {
  const data = minutes(`DURRINGTON CITY COUNCIL
DEVELOPMENT CONTROL COMMITTEE
Minutes of a meeting of the Development Control Committee held in the Guildhall on
Thursday 4 April 2024 from 2pm

Councillors present: Abel Thorn (Chair), Ruth Oakley (Deputy Chair), Ian Marsh and Lin Wu
Officers in attendance: J Pitt, Head of Planning; K Lowe, Democratic Services
Apologies for absence had been received from Councillors Frost and Gale (substituted by Cllr Hill).

DC.12/24 DECLARATIONS OF INTEREST
Councillor Oakley declared a personal interest in item 5 as she lives near the site.
Councillors Marsh and Wu disclosed that they had been lobbied on application 24/0101/F.

DC.13/24 MINUTES
It was proposed by Councillor Marsh, seconded by Councillor Wu and RESOLVED that the minutes of 7 March 2024 be confirmed.

DC.14/24 APPLICATION 24/0101/F - FIVE HOUSES AT TOLL LANE
Members discussed access, and had resolved in March that a visit was needed.
On being put to the vote it was RESOLVED (6 for, 1 against) to: (i) grant permission subject to conditions; and (ii) delegate the wording of condition 4 to the Head of Planning.
Reason for decision: The scheme accords with Policy H2.
`);

  it("are known by prefix, number and year", () => {
    expect(data.minutes.map(({ number, reference }) => [number, reference])).toEqual([
      [12, "DC.12/24"],
      [13, "DC.13/24"],
      [14, "DC.14/24"],
    ]);
  });

  it("keep members, officers and apologies apart, whatever words the labels use", () => {
    expect(names(data.present)).toEqual(["Abel Thorn", "Ruth Oakley", "Ian Marsh", "Lin Wu"]);
    expect(names(data.alsoPresent)).toEqual(["J Pitt", "K Lowe"]);
    expect(names(data.apologies)).toEqual(["Frost", "Gale"]);
  });

  it("part what was moved from what was resolved", () => {
    const [, second] = data.minutes;
    expect(second?.narrative).toEqual(["It was proposed by Councillor Marsh, seconded by Councillor Wu and"]);
    expect(second?.decisions).toMatchObject([{ text: "that the minutes of 7 March 2024 be confirmed." }]);
  });

  it("part a resolution whose parts stand in one paragraph", () => {
    const [decision, ...more] = data.minutes[2]?.decisions ?? [];
    expect(more).toEqual([]);
    expect(decision?.parts.map(({ ref, text }) => [ref, text])).toEqual([
      ["(i)", "grant permission subject to conditions; and"],
      ["(ii)", "delegate the wording of condition 4 to the Head of Planning."],
    ]);
    expect(data.minutes[2]?.reasons).toBe("The scheme accords with Policy H2.");
  });

  it("give each member who declared a declaration, and take no item or application for a minute", () => {
    expect(data.declarations.map(({ member, minute, title }) => [member, minute, title])).toEqual([
      ["Oakley", null, "Item 5"],
      ["Marsh", null, "application 24/0101/F."],
      ["Wu", null, "application 24/0101/F."],
    ]);
  });

  it("are read without a warning", () => {
    expect(data.warnings).toEqual([]);
  });
});

describe("minutes in one table", () => {
  it("have a minute for each row, with columns for decision, reason and action", () => {
    const data = minutes(`# Hartwell Borough Council

## Cabinet

### Decisions made at the meeting on Monday, 8 January 2024, 6.30pm, Town Hall

Members present: Cllr P. Quill (Leader), Cllr S. Rook, Cllr T. Swan
Apologies: Cllr U. Tern

| Minute | Subject | Decision | Reason | Action by |
|---|---|---|---|---|
| 70 | Apologies | Noted. | | |
| 71 | Budget 2024/25 | RESOLVED: (1) that the draft budget be approved; (2) that it be sent to Council. | To set a lawful budget. | Head of Finance |
| 72 | Housing plan | That the plan be adopted. | It is due. | |
`);
    expect(data).toMatchObject({ body: "Cabinet", date: "2024-01-08" });
    expect(data.minutes.map(({ number, title }) => [number, title])).toEqual([
      [70, "Apologies"],
      [71, "Budget 2024/25"],
      [72, "Housing plan"],
    ]);
    const [, budget, housing] = data.minutes;
    expect(budget?.decisions[0]?.parts.map(({ text }) => text)).toEqual([
      "that the draft budget be approved;",
      "that it be sent to Council.",
    ]);
    expect(budget?.reasons).toBe("To set a lawful budget.");
    expect(budget?.notes).toEqual(["Action by: Head of Finance"]);
    expect(housing?.decisions[0]?.text).toBe("That the plan be adopted.");
    expect(data.warnings).toEqual([]);
  });

  it("take the title from the first paragraph of the cell", () => {
    const data = minutes(`**Wharfe Council**

## Place Scrutiny Committee – Minutes

Date: Monday, 9 December 2024. Place: Old School

| Members present | Apologies | Officers |
|---|---|---|
| Cllr Ann Vale (Chair)<br>Cllr Bo Reed | Cllr Cy Moor | Scrutiny Officer |

| Min. No. | Item | Action |
|---|---|---|
| 4 | **Apologies**<br>As above. | |
| 5 | **Bus lanes**<br>The Committee saw a film.<br>**Agreed that:**<br>(1) the film be shown in schools;<br>(2) its cost be reported. | SO |
`);
    expect(data.body).toBe("Place Scrutiny Committee");
    expect(names(data.present)).toEqual(["Ann Vale", "Bo Reed"]);
    expect(names(data.apologies)).toEqual(["Cy Moor"]);
    const [, lanes] = data.minutes;
    expect(lanes).toMatchObject({ number: 5, title: "Bus lanes", narrative: ["The Committee saw a film."] });
    expect(lanes?.decisions[0]?.parts).toHaveLength(2);
    expect(lanes?.notes).toEqual(["Action: SO"]);
  });

  it("leave a table that belongs to a minute where it is", () => {
    const data = minutes(`AUDIT PANEL

Minutes of the meeting held on 3 June 2024

Present: Councillors Ash and Birch

7 INTERNAL AUDIT

| Item | Officer | Cost |
|---|---|---|
| Locks | Head of Estates | 40 |

RESOLVED: That the report be noted.

8 RISK REGISTER

RESOLVED: That the register be noted.
`);
    expect(data.minutes.map(({ number }) => number)).toEqual([7, 8]);
    expect(data.minutes[0]?.html).toContain("<table");
  });
});

describe("a record of decisions with a table of labels for each item", () => {
  const data = minutes(`Morlund Council

Record of decisions of the Executive

Meeting date: 21/09/2023\tTime: 14:00\tVenue: Harbour House

Executive members present: Cllr Jo Trent (Leader), Cllr Nia Hall
Also attending: Cllr Bo Foss
Apologies: Cllr Cy Rudd

EX/23/011\tInterests
None were declared.

EX/23/012\tQuay car park #\t
Report of\tDirector for Place\t
Decision\t1. To bring in charges. 2. To let the Director (a) make the order; and (b) place the machines.\t
Reasons\tThe car park costs more than it earns.\t
Other options\tTo sell it: nobody would buy.\t
Conflicts of interest and dispensations\tCllr Hall: she rents a space there.\t

EX/23/013\tReferral from scrutiny
Put off to October.
`);

  it("is read as minutes, each known by the number that rises", () => {
    expect(data.body).toBe("Executive");
    expect(data.minutes.map(({ number, reference, title }) => [number, reference, title])).toEqual([
      [11, "EX/23/011", "Interests"],
      [12, "EX/23/012", "Quay car park"],
      [13, "EX/23/013", "Referral from scrutiny"],
    ]);
  });

  it("has decision, reasons, options and conflicts from beside their labels", () => {
    const [, quay] = data.minutes;
    expect(quay?.decisions[0]?.parts.map(({ ref, parts }) => [ref, parts.map((part) => part.ref)])).toEqual([
      ["(1)", []],
      ["(2)", ["(2)(a)", "(2)(b)"]],
    ]);
    expect(quay).toMatchObject({
      reasons: "The car park costs more than it earns.",
      alternatives: "To sell it: nobody would buy.",
      notes: ["Marked “#” in the paper."],
    });
    expect(data.declarations).toMatchObject([{ member: "Hall", minute: 12 }]);
  });
});

describe("minutes without numbers or marks", () => {
  const data = minutes(`Elmbury District Council

Minutes of the Environment Commission

Held on: 5 November 2024 at 6:30pm in the Council Chamber

Present
Councillors: Amos (Chair), Bell, Crane
Also present: Councillor Dace (Cabinet Member for Environment)

Apologies
Apologies for absence were received from Councillors Eel and Finch.

Waste strategy update
The Head of Waste introduced the report, which set out progress on the strategy.
Members asked about contamination of recycling and were told that it stood at 11%.

Agreed:
1. To note the report
2. To ask for an update in six months

24/00417/FUL – Barn at Nettle Farm
Resolved – That permission be refused.

The Commission resolved to write to the Secretary of State.

Date of next meeting
14 January 2025

The meeting ended at 8.05pm.
`);

  it("are parted at short lines that say no sentence", () => {
    expect(data.minutes.map(({ number, title }) => [number, title])).toEqual([
      [null, "Apologies"],
      [null, "Waste strategy update"],
      [null, "24/00417/FUL – Barn at Nettle Farm"],
      [null, "Date of next meeting"],
    ]);
  });

  it("take neither the paper’s title nor the list of members for a minute", () => {
    expect(data).toMatchObject({ body: "Environment Commission", date: "2024-11-05", time: "6:30pm" });
    expect(names(data.present)).toEqual(["Amos", "Bell", "Crane"]);
    expect(names(data.alsoPresent)).toEqual(["Dace"]);
  });
});

describe("the head of minutes", () => {
  const head = (lines: string) =>
    minutes(`FENHOLD DISTRICT COUNCIL

LICENSING PANEL

Minutes of a meeting held at the Offices, Fenhold, on Monday 3rd October 2022 at 10.00am.

${lines}

A.12 ELECTION OF CHAIR

Councillor Ash was elected.

A.13 APPLICATION

RESOLVED that the licence be granted.

A.13A LATE ITEM

There was nothing to decide.
`);

  it("knows from a mark who of the members was there", () => {
    const data = head(`Members:        * Cllr Ann Ash (Chair)
                * Cllr Bo Birch
                  Cllr Cy Cole

                * denotes attendance`);
    expect(names(data.present)).toEqual(["Ann Ash", "Bo Birch"]);
    expect(data.preamble).toContain("Absent: Cllr Cy Cole");
  });

  it("knows the members of a joint committee by their councils", () => {
    const data = head(`Fenhold Council: Councillors Ann Ash (Chair), Bo Birch
Vale Council: Councillor Cy Cole
Non-voting: Ms Di Dean (Riders’ Forum)
Apologies: Councillors Ed Elm (Vale) and, for the first two items, Bo Birch`);
    expect(names(data.present)).toEqual(["Ann Ash", "Bo Birch", "Cy Cole"]);
    expect(names(data.alsoPresent)).toEqual(["Ms Di Dean"]);
    expect(names(data.apologies)).toEqual(["Ed Elm"]);
  });

  it("names the mayor by name, and one who sat with the members apart from them", () => {
    const data = head(
      "PRESENT: The Mayor (Councillor Ann Ash) in the Chair; Councillors Birch and Cole; together with Mr D. Dean.",
    );
    expect(data.present).toMatchObject([{ name: "Ann Ash" }, { name: "Birch" }, { name: "Cole" }]);
    expect(names(data.alsoPresent)).toEqual(["Mr D. Dean"]);
  });

  it("counts a minute that was put between two", () => {
    const data = head("Present: Councillors Ash and Birch");
    expect(data.minutes.map(({ reference }) => reference)).toEqual(["A.12", "A.13", "A.13A"]);
    expect(data.warnings.filter((message) => /follows minute/.test(message))).toEqual([]);
  });
});

describe("the words of a decision", () => {
  it.each([
    ["REASONS. The yard is near.", "reasons"],
    ["Other options considered and reasons for rejection: None", "alternatives"],
    ["Options set aside: moving the gate", "alternatives"],
    ["Rationale: It is cheaper.", "reasons"],
    ["(3) RESOLVED that:-", "decision"],
    ["Resolved (by 4 votes to 2) – That it be so", "decision"],
    ["Agreed that:", "decision"],
    ["Action: Head of Parks", "action"],
  ])("are known in “%s”", (text, zone) => {
    expect(minuteLabel(text)?.zone).toBe(zone);
  });

  it.each([
    "Reasons. were given by the officer",
    "Options for the site were shown",
    "Agreed by all who were there",
    "The Committee had agreed to look at it again",
    "Action was taken in May",
  ])("are not seen in “%s”", (text) => {
    expect(minuteLabel(text)).toBeNull();
  });

  it("are found behind the movers of a motion, and not where an earlier day is told of", () => {
    expect(
      innerDecision("Moved by Cllr Ash, seconded by Cllr Birch and resolved that it be so.")?.before,
    ).toBe("Moved by Cllr Ash, seconded by Cllr Birch and");
    expect(innerDecision("Members recalled that they had resolved that it be so.")).toBeNull();
    expect(innerDecision("The Chair asked what the Cabinet had RESOLVED to do.")).toBeNull();
  });

  it("are parted at numbers that follow one another, not at those they cite", () => {
    expect(inlineParts("That (a) the plan be kept; and (b) thanks be given.")).toEqual([
      "That",
      "(a) the plan be kept; and",
      "(b) thanks be given.",
    ]);
    const cited = "That the terms in paragraphs (a) and (b) of the report stand.";
    expect(inlineParts(cited)).toEqual([cited]);
  });

  it("are parted in time that grows with their length", () => {
    const began = performance.now();
    inlineParts("(1) (a) ".repeat(4000));
    expect(performance.now() - began).toBeLessThan(2000);
  });
});

describe("minutes in rows without a head", () => {
  const head =
    "WESTFEN COUNCIL\n\nMinutes of a meeting of the\nHEALTH PANEL\nheld at the Maltings on Monday 4 December 2023 at 10.30am\n\n";
  const readMinutes = (text: string) => {
    const paper = readPaperText(new TextEncoder().encode(text), "minutes.txt");
    if (paper.kind !== "minutes") throw new Error(paper.kind);
    return paper.data;
  };

  it("take the title and the text from the paragraphs beside the number", () => {
    const data = readMinutes(
      `${head}PRESENT: Cllr Agnes Thorp (Chair), Cllr Bram Ottley\n\n63/23\tAPOLOGIES FOR ABSENCE\vApologies were received from Cllr Fay Lidd.\t\n64/23\tMINUTES OF THE PREVIOUS MEETING\vRESOLVED That the minutes be confirmed.\t\n65/23\tWAITING TIMES\t\n\nA talk was given.\n\nRESOLVED\n\n(i) That it be noted.\n`,
    );
    expect(data).toMatchObject({
      apologies: [{ name: "Fay Lidd" }],
      minutes: [
        { number: 63, title: "APOLOGIES FOR ABSENCE" },
        { number: 64, decisions: [{ text: expect.stringContaining("the minutes be confirmed") }] },
        { number: 65, title: "WAITING TIMES" },
      ],
    });
  });

  it("name those present and absent in a table of attendance, and drop the agenda's number from titles", () => {
    const data = readMinutes(
      `${head}Councillor\tAttendance\t\nSaskia Denholm (Chair)\tPresent\t\nAnwar Bickley\tPresent\t\nLettice Corran\tApologies\t\nHal Mostyn\tAbsent\t\n\n**1. MINUTES OF THE LAST MEETING (Agenda Item 1):**\n\nRESOLVED: That the minutes be agreed.\n\n**2. TREES (Agenda Item 2):**\n\nRESOLVED: That trees be planted.\n`,
    );
    expect(data).toMatchObject({
      present: [{ name: "Saskia Denholm" }, { name: "Anwar Bickley" }],
      apologies: [{ name: "Lettice Corran" }],
      minutes: [{ title: "MINUTES OF THE LAST MEETING" }, { title: "TREES" }],
    });
  });
});
