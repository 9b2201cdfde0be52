import { describe, expect, it } from "vitest";
import type { AgendaData } from "../../../shared/documents/import/agenda/read-agenda.ts";
import { readPaperText } from "../../../shared/documents/import/read-paper.ts";

/** Agendas set out in ways that no sample has. */
function read(text: string, name = "agenda.txt") {
  const paper = readPaperText(new TextEncoder().encode(text), name);
  const { lines, read: taken, blank, warned } = paper.coverage;
  expect(taken + blank + warned).toBe(lines);
  if (paper.kind !== "agenda") throw new Error(`read as ${paper.kind}`);
  return paper;
}

const itemsOf = ({ items }: AgendaData) =>
  items.map(({ number, reference, title }) => [reference ?? String(number), title]);
const pagesOf = ({ items }: AgendaData) =>
  items.map(({ pageFrom, pageTo, toFollow }) =>
    toFollow ? "to follow" : pageFrom ? `${pageFrom}-${pageTo}` : "",
  );
const authorsOf = ({ items }: AgendaData) => items.map(({ reportOf }) => reportOf ?? "");
const membersOf = ({ membership }: AgendaData) => membership.members.map(({ name }) => name);

describe("a summons that calls the council on a day, without an agenda’s title", () => {
  const { data, warnings } = read(`WEXMOUTH COUNCIL
To all Members of the Council
Dear Councillor
You are summoned to attend the meeting of the COUNCIL on THURSDAY 4TH MARCH
2027 at 6.00PM in the Corn Hall, Quay Street, Wexmouth for the transaction of the
business set out below.
Yours sincerely
Hester Vane
Monitoring Officer

BUSINESS
1. Apologies for absence
2. Minutes (Pages 3 – 14)
To approve the minutes of the meetings held on 7 January 2027.
3. Announcements
    (a) By the Mayor
    (b) By the Leader
4. Recommendations of Cabinet
    (a) Budget 2027/28 (Pages 15 – 60)
Report of the Director of Finance
    (b) Council Tax (To follow)
Report of the Assistant Director (People)
5. Declarations of interest
Members are asked to declare:
    (a) any disclosable pecuniary interest;
    (b) any other interest.
6. Scheme of delegation
The Council is asked to:
    (a) Note the report
    (b) Approve the scheme
`);

  it("takes body, day, hour and place from its sentence", () => {
    expect(data).toMatchObject({
      body: "COUNCIL",
      date: "2027-03-04",
      time: "6.00PM",
      venue: "Corn Hall, Quay Street, Wexmouth",
    });
  });

  it("makes lettered parts with titles items of their own, with their own author and pages", () => {
    expect(itemsOf(data)).toEqual([
      ["1", "Apologies for absence"],
      ["2", "Minutes"],
      ["3", "Announcements"],
      ["3(a)", "By the Mayor"],
      ["3(b)", "By the Leader"],
      ["4", "Recommendations of Cabinet"],
      ["4(a)", "Budget 2027/28"],
      ["4(b)", "Council Tax"],
      ["5", "Declarations of interest"],
      ["6", "Scheme of delegation"],
    ]);
    expect(pagesOf(data)).toEqual(["", "3-14", "", "", "", "", "15-60", "to follow", "", ""]);
    expect(authorsOf(data).slice(6, 8)).toEqual(["Director of Finance", "Assistant Director (People)"]);
    expect(warnings).toEqual([]);
  });

  it("leaves what is asked, and the sentences of a list, in the text of their item", () => {
    expect(data.items.at(-2)?.text).toHaveLength(3);
    expect(data.items.at(-1)?.text).toEqual([
      "The Council is asked to:",
      "(a) Note the report",
      "(b) Approve the scheme",
    ]);
  });
});

describe("items that are counted by the letter of their section", () => {
  const { data } = read(`# TYNEFELL COMBINED AUTHORITY

**Meeting** Tynefell Combined Authority Housing Board

**Date** Friday 9 July 2027

**Time** 10.00 a.m.

**Venue** Beacon Room, Orchard House,
Northgate, Tynefell

**Members present are expected to be:**

Basil Quarmby (Mayor, in the chair)
Cllr Odile Marsh, Ravensbeck Council
Cllr Greta Stoop, City of Carrow
Ivo Cotter, Landlords’ Forum (non-voting)

Clerk: Abel Frith (01632 960 299)

## AGENDA

Section A: opening business

A1 Apologies

A2 Minutes of the meeting held on 2 May 2027 (Pages 1 -
6)

## Section B: matters for decision

**B1 Land assembly fund** (Pages 7
- 20)
Report of the Executive Director of
Homes

**B2 Annual Report of the Commissioner for
Homes** (To
Follow)
Report of the Managing Director

## Section C: private business

The public will be asked to leave for this part, for reasons within paragraph 3 of Schedule 12A.

**C1 Depot lease** (Pages 21 - 30)
Report of the Managing Director

Date of next meeting: Friday 10 September 2027
`);

  it("is no set of minutes, though it names who is expected to be present", () => {
    expect(data).toMatchObject({
      body: "Tynefell Combined Authority Housing Board",
      date: "2027-07-09",
      venue: "Beacon Room, Orchard House, Northgate, Tynefell",
    });
    expect(membersOf(data)).toEqual(["Basil Quarmby", "Odile Marsh", "Greta Stoop", "Ivo Cotter"]);
  });

  it("keeps their labels, and joins pages, titles and authors that are broken over lines", () => {
    expect(itemsOf(data)).toEqual([
      ["A1", "Apologies"],
      ["A2", "Minutes of the meeting held on 2 May 2027"],
      ["B1", "Land assembly fund"],
      ["B2", "Annual Report of the Commissioner for Homes"],
      ["C1", "Depot lease"],
    ]);
    expect(pagesOf(data)).toEqual(["", "1-6", "7-20", "to follow", "21-30"]);
    expect(authorsOf(data)).toEqual([
      "",
      "",
      "Executive Director of Homes",
      "Managing Director",
      "Managing Director",
    ]);
  });

  it("keeps what is said about a private part apart from the item above it", () => {
    expect(data.items.map(({ exempt }) => exempt)).toEqual([false, false, false, false, true]);
    expect(data.notes.some((note) => /paragraph 3/.test(note))).toBe(true);
  });
});

describe("an agenda that is a table", () => {
  const { data, warnings } = read(`# Brackenfold Borough Council

## Agenda

**Committee**\tAudit Committee\t
**Date and time**\tTuesday 21 September 2027, 10:30am\t
**Place**\tThe Loft, Mill Lane, Brackenfold\t
**Members**\tCouncillors Desmond Apple (Chair), Mary Stent and Fay Kirk\t
**Independent person**\tJosiah Mund\t

**Item**\t**Subject**\t**Presented by**\t**Pages**\t
1\tApologies\t—\t—\t
2\tMinutes of 15 June 2027\t—\t3 – 8\t
3\tStatement of Accounts For approval. The audit is not finished.\tSection 151 Officer\t9 – 110\t
4\tComplaints about members\tMonitoring Officer\t111\t
5\tAuditor’s findings\tExternal Auditor\tTo follow\t
**EXEMPT BUSINESS: to exclude the public under section 100A(4), paragraphs 1 and 2 of Schedule 12A**\t\t\t\t
6\tFraud investigation\tHead of Internal Audit\t112 – 120\t
`);

  it("reads each column by what its head means", () => {
    expect(data).toMatchObject({
      body: "Audit Committee",
      date: "2027-09-21",
      venue: "The Loft, Mill Lane, Brackenfold",
    });
    expect(itemsOf(data).map(([, title]) => title)).toEqual([
      "Apologies",
      "Minutes of 15 June 2027",
      "Statement of Accounts",
      "Complaints about members",
      "Auditor’s findings",
      "Fraud investigation",
    ]);
    expect(authorsOf(data)).toEqual([
      "",
      "",
      "Section 151 Officer",
      "Monitoring Officer",
      "External Auditor",
      "Head of Internal Audit",
    ]);
    expect(pagesOf(data)).toEqual(["", "3-8", "9-110", "111-111", "to follow", "112-120"]);
    expect(data.items.map(({ exempt }) => exempt)).toEqual([false, false, false, false, false, true]);
    expect(membersOf(data)).toEqual(["Desmond Apple", "Mary Stent", "Fay Kirk", "Josiah Mund"]);
    expect(warnings).toEqual([]);
  });
});

describe("an agenda whose front speaks of the work programme", () => {
  it("is no work programme, though its table has a column for items and one for officers", () => {
    const { data } = read(`Fallow Borough Council

Scrutiny Panel: work programme and budget

Date: Tuesday 7 December 2027

AGENDA

Item\tSubject\tOfficer\tPages\t
1\tApologies\t\t\t
2\tWork Programme\tScrutiny Officer\t3 - 8\t
3\tDraft budget\tHead of Finance\t9 - 30\t
`);
    expect(pagesOf(data)).toEqual(["", "3-8", "9-30"]);
    expect(authorsOf(data)).toEqual(["", "Scrutiny Officer", "Head of Finance"]);
  });
});

describe("titles with their pages behind them on the line", () => {
  const { data } = read(`Cabinet

Date: Monday, 5 April 2027

Time: 2.30pm

Venue: Committee Room A, Shire House, Crowland

## Members of the Cabinet

- Councillor Inga Sallow – Leader of the Council
- Councillor Percy Thurl – Deputy Leader; Finance
- Councillor Shan Dever – Adult Care

PART I – Items to be considered with the press and public present

1. Minutes of the meeting held on 1 March 2027 Pages 3 to 9

2. Winter Service Review Pages 10 to 27

Report by the Director of Highways (attached)

3. Pension Charges Page 28

Report by the Chief Finance Officer (attached)

4. Youth Plan TO FOLLOW

PART II – Items from which the press and public are likely to be excluded

It is expected that these items contain exempt information as defined in paragraph 3.

5. Purchase of a Barn Pages 29 to 40

Dated this 26th day of March 2027

Aurel Finch, Chief Executive
`);

  it("reads a single page that stands at the end of a title, and takes no item for the foot of a page", () => {
    expect(itemsOf(data).map(([, title]) => title)).toEqual([
      "Minutes of the meeting held on 1 March 2027",
      "Winter Service Review",
      "Pension Charges",
      "Youth Plan",
      "Purchase of a Barn",
    ]);
    expect(pagesOf(data)).toEqual(["3-9", "10-27", "28-28", "to follow", "29-40"]);
    expect(authorsOf(data)).toEqual(["", "Director of Highways", "Chief Finance Officer", "", ""]);
  });

  it("reads one member from each line, with the office behind the name", () => {
    expect(data.membership.members).toEqual([
      { name: "Inga Sallow", role: "Leader of the Council" },
      { name: "Percy Thurl", role: "Deputy Leader; Finance" },
      { name: "Shan Dever", role: "Adult Care" },
    ]);
  });

  it("keeps its date and signature out of the last item", () => {
    expect(data.items.at(-1)?.text).toEqual([]);
    expect(data.items.map(({ exempt }) => exempt)).toEqual([false, false, false, false, true]);
  });
});

describe("pages in a column at the right of the page", () => {
  const { data } = read(`Overview and Scrutiny Committee
Date:              Tuesday 7 December 2027
Time:              7.00 pm
Venue:             Committee Room B6, Fallow Town Hall
Membership: Councillors Conrad Pye (Chair), Tess Ames and Ulf Roe
Substitutes: any trained member of the same group.
AGENDA
                                                                                  Page Nos.
1.     Declarations of Interest
2.     Minutes of Previous Meeting                                                1-8
3.     Call-in: Parking Strategy                                                  9 - 62
       (Ward: all)
       Contact for enquiries: Octavia Trew, Head of Parking.
       Report of the Director of Growth
4.     Retrofit Commission – Final Report                                         To Follow
       Report of the Chair of the Commission
5.     2027-28 Work Programme                                                     63
       Report of the Head of Democratic Services
`);

  it("leaves the word “Report” to its title, and a remark in brackets out of it", () => {
    expect(itemsOf(data).map(([, title]) => title)).toEqual([
      "Declarations of Interest",
      "Minutes of Previous Meeting",
      "Call-in: Parking Strategy",
      "Retrofit Commission – Final Report",
      "2027-28 Work Programme",
    ]);
    expect(pagesOf(data)).toEqual(["", "1-8", "9-62", "to follow", "63-63"]);
  });

  it("takes a notice about substitutes for no person", () => {
    expect(data.membership.substitutes).toEqual([]);
    expect(data.notes).toContain("Substitutes: any trained member of the same group.");
  });
});

describe("a supplement", () => {
  const { data } = read(`Penwith Vale Borough Council

Supplementary Agenda No. 2
Meeting: Health Scrutiny Panel
Date: Thursday, 11 February 2027
Time: 1.30 p.m.
Place: Ferry Suite, Civic Centre

Item No.\tTitle\tPage No.\t
6\tPharmacy Closures: Evidence\t3-18\t
\tReport of the Director of Public Health\t\t
9\tBudget Savings 2027-2029\t19-40\t
9A\tUrgent Item: Closure of a Home\t41-46\t
14\tOmbudsman Decision\tTo follow\t
`);

  it("keeps the numbers of the agenda, with capital letters between them", () => {
    expect(itemsOf(data)).toEqual([
      ["6", "Pharmacy Closures: Evidence"],
      ["9", "Budget Savings 2027-2029"],
      ["9A", "Urgent Item: Closure of a Home"],
      ["14", "Ombudsman Decision"],
    ]);
    expect(pagesOf(data)).toEqual(["3-18", "19-40", "41-46", "to follow"]);
    expect(authorsOf(data)).toEqual(["Director of Public Health", "", "", ""]);
  });
});

describe("members party by party, and a number that is passed over", () => {
  const { data, warnings } = read(`Agenda

Communities Committee

Wednesday, 3 March 2027 at 10.00 am
Council Chamber, County Hall, Wexmouth

Ask for: Perpetua Lamb    Telephone: 03000 555 123

Membership

Conservative (3): Mr A B Marsh (Chairman), Mrs C Dean (Vice-Chairman),
Ms G Hale
Labour (1): Mr I Jupp

UNRESTRICTED ITEMS

1 Apologies

2 Declarations of Interest

3 Minutes (Pages 1 - 4)

5 Winter policy (Pages 5 - 9)
`);

  it("gives each member the party, and ends the list at the next heading", () => {
    expect(data.membership.members.map(({ name, group }) => [name, group])).toEqual([
      ["Mr A B Marsh", "Conservative"],
      ["Mrs C Dean", "Conservative"],
      ["Ms G Hale", "Conservative"],
      ["Mr I Jupp", "Labour"],
    ]);
    expect(data.officer).toMatchObject({ name: "Perpetua Lamb", telephone: "03000 555 123" });
  });

  it("reads on behind the gap and says that there is one", () => {
    expect(itemsOf(data).map(([number]) => number)).toEqual(["1", "2", "3", "5"]);
    expect(warnings.map(({ message }) => message)).toEqual([
      "Between items 3 and 5 a number is passed over. Look whether an item is missing.",
    ]);
  });
});

describe("minutes that are no agenda", () => {
  it("are read as minutes, though they stand below the word and number their items", () => {
    const text = `MINUTES OF THE HOUSING COMMITTEE
Minutes of a meeting of the Housing Committee held on Tuesday 2 March 2027

PRESENT: Councillor Marsh (Chair), Councillor Dole

AGENDA ITEMS

1. APOLOGIES FOR ABSENCE
There were none.

2. RENT SETTING
RESOLVED: That the rents be agreed.

3. REPAIRS
RESOLVED: That the report be noted.
`;
    const paper = readPaperText(new TextEncoder().encode(text), "paper.txt");
    expect(paper.kind).toBe("minutes");
  });
});

describe("an agenda whose cells hold paragraphs", () => {
  it("takes the first as the title and the rest as text, and a portfolio beside a name as what it stands for", () => {
    const paper = readPaperText(
      new TextEncoder().encode(
        [
          "**Meeting:**\tExecutive\t",
          "**Date:**\t18 November 2025\t",
          "**Time:**\t5.30 pm\t",
          "",
          "## Membership",
          "",
          "Councillor Win Astell (Chair)\tLeader\t",
          "Councillor Jago Pen\tFinance and Property\t",
          "Councillor Gethin Lorne (Reserve)\t\t",
          "",
          "## AGENDA",
          "",
          "1.\t**Apologies for absence**\t\t",
          "2.\t**Declarations of interest**\vMembers are asked to declare any interest.\t\t",
          "3.\t**Minutes of the meeting held on 21 October 2025**\t(Pages 5 - 12)\t",
          "4.\t**Annual report**\vTo consider the report of the Director of Place on trade.\t(Pages 13 - 40)\t",
        ].join("\n"),
      ),
      "agenda.txt",
    );
    expect(paper).toMatchObject({
      kind: "agenda",
      data: {
        membership: {
          members: [{ name: "Win Astell", role: expect.stringContaining("Leader") }, { name: "Jago Pen" }],
          substitutes: [{ name: "Gethin Lorne" }],
        },
        items: [
          { title: "Apologies for absence" },
          { title: "Declarations of interest", text: ["Members are asked to declare any interest."] },
          { pageFrom: 5, pageTo: 12 },
          { title: "Annual report", reportOf: "Director of Place" },
        ],
      },
    });
  });

  it("keeps members whose sentence ends on the next line", () => {
    const paper = readPaperText(
      new TextEncoder().encode(
        "HARBOUR PANEL\n\nDate: 16 October 2025\nTime: 6.15pm\nMembers: Cllr Maud Eller (Chair), Cllr Imran Tatter, Cllr\nDelphine Acton, Cllr Tobias Nwosu-Gray.\n\nAGENDA\n\n1. Apologies for absence\n\n2. Energy Costs (Pages 3 - 18)\n",
      ),
      "agenda.txt",
    );
    expect(paper.kind === "agenda" && paper.data.membership.members.map(({ name }) => name)).toEqual([
      "Maud Eller",
      "Imran Tatter",
      "Delphine Acton",
      "Tobias Nwosu-Gray",
    ]);
  });
});

describe("the front of an agenda", () => {
  it("gives day and hour from a line that ends in “p.m.”, and no label of a table as a member", () => {
    const paper = readPaperText(
      new TextEncoder().encode(
        "BOROUGH OF QUAYSIDE\nCABINET\nMonday 13 October 2025 at 6.30 p.m.\n\nCouncil Chamber, Town Hall, Wharf Road\n\nMembers of the Cabinet\n\nCouncillor\tResponsibility\t\nCouncillor Farida Monk\tLeader of the Council\t\nCouncillor Declan Ash\tFinance\t\n\nAGENDA\n\n1. APOLOGIES\n\n2. MINUTES (attached, pages 1 to 6)\n\n3. BUSINESS PLAN (Pages 19 - 48)\n",
      ),
      "agenda.txt",
    );
    expect(paper.kind === "agenda" && paper.data).toMatchObject({
      body: "CABINET",
      date: "2025-10-13",
      time: "6.30 p.m.",
      membership: { members: [{ name: "Farida Monk" }, { name: "Declan Ash" }] },
      items: [{ title: "APOLOGIES" }, { title: "MINUTES", pageFrom: 1, pageTo: 6 }, { pageFrom: 19 }],
    });
  });
});
