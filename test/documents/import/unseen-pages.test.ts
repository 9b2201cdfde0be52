import { describe, expect, it } from "vitest";
import { readPaperText } from "../../../shared/documents/import/read-paper.ts";

/** What ModernGov publishes of councils that no sample is of. */
const read = (text: string, name: string) => readPaperText(new TextEncoder().encode(text), name);

const item = (given: {
  title: string;
  number: string;
  text?: string;
  minute?: string;
  restricted?: string;
  documents?: string;
}) => `<agendaitem><agendaitemtitle>${given.title}</agendaitemtitle>
<agendatext>${given.text ?? ""}</agendatext><agendaitemnumber>1</agendaitemnumber>
<fulldisplaynumberformat>${given.number}.</fulldisplaynumberformat>
<minutesnonemptyhtmlbody>${given.minute ?? ""}</minutesnonemptyhtmlbody><minutesitemnumber>${given.number}</minutesitemnumber>
<isminutepublished>True</isminutepublished><isrestricted>${given.restricted ?? "False"}</isrestricted>
<linkeddocuments>${given.documents ?? ""}</linkeddocuments></agendaitem>`;

const meeting = `<?xml version="1.0" encoding="utf-8"?>
<meeting><meetingdate>11/03/2027</meetingdate><meetingstatus>Confirmed</meetingstatus><minutepublished>True</minutepublished>
<agendaitems>
${item({ title: "Minutes &amp;amp; matters arising", number: "120" })}
${item({
  title: "Market stall rents",
  number: "121",
  text: "&lt;p&gt;Traders were written to, among them Mr S Pike, 17 Orchard Close, Eastmere EM2 7QX.&lt;/p&gt;",
  minute:
    "&lt;p&gt;&lt;b&gt;RESOLVED:&lt;/b&gt; That&lt;/p&gt;&lt;ol&gt;&lt;li&gt;rents be frozen;&lt;/li&gt;&lt;li&gt;new traders be given:&lt;ol type=&quot;a&quot;&gt;&lt;li&gt;a free month; and&lt;/li&gt;&lt;li&gt;half rent for the second; and&lt;/li&gt;&lt;/ol&gt;&lt;/li&gt;&lt;li&gt;a review follow.&lt;/li&gt;&lt;/ol&gt;",
  documents:
    "<linkeddoc><title>Rents report</title><isrestricted>False</isrestricted></linkeddoc><linkeddoc><title>Arrears by trader</title><isrestricted>True</isrestricted><restrictionsref>3</restrictionsref></linkeddoc>",
})}
${item({
  title: "Settlement with a former contractor",
  number: "122",
  text: "&lt;p&gt;The sum of £48,000 has been agreed with Bodkin Ltd.&lt;/p&gt;",
  minute: "&lt;p&gt;The sum of £48,000 was approved.&lt;/p&gt;",
  restricted: "True",
  documents:
    "<linkeddoc><title>Settlement terms</title><isrestricted>True</isrestricted><restrictionsref>3</restrictionsref></linkeddoc>",
})}
</agendaitems>
<attendees>
<attendee membertype="U" name="Councillor Aurelia Finch" roledescription="Chair" attendance="Present"><homeaddress>3 Weir Cottages, EM1 9TT</homeaddress></attendee>
<attendee membertype="U" name="Councillor Bram Tolley" roledescription="Committee Member" attendance="Apologies" address="8 Bell Row EM1 4RD"></attendee>
<attendee membertype="O" name="Abel Croft" roledescription="Democratic Services" attendance="In attendance"></attendee>
</attendees></meeting>`;

describe("a meeting as the web service gives it", () => {
  const paper = read(meeting, "meeting.xml");
  const everything = JSON.stringify(paper);
  const parts = paper.kind === "document-pack" ? paper.data.documents : [];

  it("says of a restricted item its title and paragraph, and nothing that is in it", () => {
    const agenda = parts.find((part) => part.kind === "agenda");
    expect(agenda?.kind === "agenda" && agenda.data.items[2]).toMatchObject({
      title: "Settlement with a former contractor",
      exempt: true,
      exemptParagraphs: [3],
      text: [],
    });
    for (const words of ["48,000", "Bodkin", "Settlement terms", "Arrears by trader"])
      expect(everything).not.toContain(words);
    expect(paper.warnings.map(({ message }) => message)).toEqual(
      expect.arrayContaining([
        "“Settlement with a former contractor” is restricted: only its title was taken.",
        "1 restricted document of “Market stall rents” was left out.",
      ]),
    );
  });

  it.each(["true", "1", "Yes"])("keeps a restricted item back where the system says so with “%s”", (yes) => {
    const said = JSON.stringify(
      read(meeting.replaceAll("<isrestricted>True", `<isrestricted>${yes}`), "meeting.xml"),
    );
    for (const words of ["48,000", "Bodkin", "Settlement terms", "Arrears by trader"])
      expect(said).not.toContain(words);
    expect(said).toContain("Settlement with a former contractor");
  });

  it("lets no home address out, not from the words of an item either", () => {
    for (const words of ["Weir", "Bell Row", "Orchard", "EM2 7QX"]) expect(everything).not.toContain(words);
    expect(everything).toContain("Mr S Pike, [address left out].");
  });

  it("reads text that was escaped twice, and counts officers among those who came, not the members", () => {
    const agenda = parts.find((part) => part.kind === "agenda");
    const held = parts.find((part) => part.kind === "minutes");
    expect(agenda?.kind === "agenda" && agenda.data.items[0]?.title).toBe("Minutes & matters arising");
    expect(agenda?.kind === "agenda" && agenda.data.membership.members.map(({ name }) => name)).toEqual([
      "Aurelia Finch",
      "Bram Tolley",
    ]);
    expect(held?.data).toMatchObject({
      present: [{ name: "Aurelia Finch", role: "Chair" }],
      apologies: [{ name: "Bram Tolley" }],
      alsoPresent: [{ name: "Abel Croft", post: "Democratic Services" }],
    });
  });

  it("keeps a list inside a resolution below its part, and goes on behind it", () => {
    const held = parts.find((part) => part.kind === "minutes");
    const decision = held?.kind === "minutes" ? held.data.minutes[0]?.decisions[0] : undefined;
    expect(decision?.parts.map(({ ref, parts: inner }) => [ref, inner.map((part) => part.ref)])).toEqual([
      ["(1)", []],
      ["(2)", ["(2)(1)", "(2)(2)"]],
      ["(3)", []],
    ]);
  });
});

describe("a page of the Forward Plan", () => {
  it("is read as a plan, with the labels its system prints", () => {
    const paper = read(
      `<html><head><title>Forward plan - 1 April 2027 to 31 July 2027</title></head><body><div id="modgov">
<h1 class="mgMainTitleTxt">Forward plan</h1><h2 class="mgSubTitleTxt">Notice of Key Decisions - 1 April 2027 to 31 July 2027</h2>
<p>Lead petitioner: Mrs D Hale, 22 Sluice Lane, Eastmere EM3 8JJ.</p>
<ul><li><p><a class="mgPlanItemTitle" href="x">Market square: resurfacing</a> <span>New!</span></p>
<p><span class="mgLabel">Decision maker:</span> Cabinet</p>
<p><span class="mgLabel">Decision due:</span> 13 Apr 2027</p>
<p><span class="mgLabel">Lead officer:</span> Odo Marchant</p>
<p><span class="mgLabel">Notice of proposed decision first published:</span> 05/03/2027</p>
<div class="mgWordPara"><p>To approve the scheme.</p></div></li>
<li><p><a class="mgPlanItemTitle" href="y">Write-off of business rates</a></p>
<p><span class="mgLabel">Decision maker:</span> Cabinet Member for Finance</p>
<p><span class="mgLabel">Decision due date:</span> Between 1 Jun 2027 and 30 Jun 2027</p>
<p><span class="mgLabel">Reason for exemption:</span> Paragraph 3</p></li></ul></div></body></html>`,
      "plan.html",
    );
    expect(paper.kind).toBe("forward-plan");
    expect(paper.kind === "forward-plan" && paper.data.items).toMatchObject([
      {
        title: "Market square: resurfacing",
        details: "To approve the scheme.",
        decisions: [{ decisionMaker: "Cabinet", from: "2027-04-13", to: "2027-04-13" }],
        contacts: [{ name: "Odo Marchant" }],
      },
      {
        title: "Write-off of business rates",
        decisions: [{ decisionMaker: "Cabinet Member for Finance", from: "2027-06-01", to: "2027-06-30" }],
        secrecy: "fully-exempt",
        exemptParagraphs: [3],
      },
    ]);
    expect(JSON.stringify(paper)).not.toContain("Sluice");
  });
});

describe("a text that holds a person’s home address", () => {
  it.each([
    [
      "The petition of Mrs D Hale, 22 Sluice Lane, Eastmere EM3 8JJ was received.",
      "Mrs D Hale, [address left out] was",
    ],
    ["Dr A Vane of Flat 2, 9 Mill Street, Northmoor NM4 2BB spoke.", "Dr A Vane of [address left out] spoke"],
    ["Write to the Guildhall, 1 High Street, Eastmere EM1 1AA.", "1 High Street, Eastmere EM1 1AA"],
  ])("%s", (sentence, kept) => {
    const paper = read(
      `CABINET MEMBER REPORT\n\nCabinet - 20 January 2027\n\nCouncillor: A Finch\nPortfolio: Roads\nPeriod: January 2027\n\nPetitions\n\n${sentence}\n`,
      "report.txt",
    );
    expect(JSON.stringify(paper.data)).toContain(kept);
  });
});

const decisionPage = (content: string) => `<html><body><div id="nav"><p>Calendar</p></div>
<h2 class="mgSubTitleTxt">Bins for Mr S Pike, 17 Orchard Close, Eastmere EM2 7QX</h2>
<div class="mgContent"><p><span class="mgLabel">Decision Maker: </span>Director of Streets</p>
<p><span class="mgLabel">Date of decision: </span>11/07/2024</p>
${content}</div></body></html>`;

describe("the page of a decision", () => {
  const paper = read(
    decisionPage(`<h3>Decision:</h3><div class="mgWordPara"><p>To award two lots.</p></div>
<div class="mgWordPara"><p>To carry on the third.</p></div>
<h3>Report author:</h3><p>Nell Vance</p>
<p><span class="mgLabel">Date comes into force if not called in: </span>19/07/2024</p>
<p class="mgLabel">Call-in:</p><p>Called in by Councillor Ada Finch.</p>
<ul><li>Appendix A <span class="mgRestricted">View the reasons why it is restricted</span></li></ul>`),
    "decision.html",
  );
  const messages = paper.warnings.map(({ line, message }) => `${line}: ${message}`);

  it("keeps every block of text below a heading, and when it comes into force", () => {
    expect(paper.kind === "register" && paper.data.decisions).toMatchObject([
      { text: "To award two lots.\nTo carry on the third.", effectiveFrom: "2024-07-19" },
    ]);
  });

  it("holds no home address, in its title neither, and says that one was left out", () => {
    expect(JSON.stringify(paper)).not.toContain("Orchard");
    expect(messages.filter((message) => message.includes("home address"))).toHaveLength(1);
  });

  it("names the words of its own that were not read, with their line, and no restricted document", () => {
    expect(messages).toContain(
      "7: Of this line these words were not read: “nell vance”. Look whether they matter.",
    );
    expect(messages).toContain("1: What stands beside “Call-in” was left out.");
    expect(messages).toContain("1: 1 restricted document was left out.");
    expect(JSON.stringify(paper)).not.toContain("Appendix A");
  });

  it("accounts for every block of words", () => {
    const { lines, read: kept, blank, warned } = paper.coverage;
    expect([kept + blank + warned, warned > 0]).toEqual([lines, true]);
  });
});

describe("a page of meetings", () => {
  it("gives each with its day, hour and state", () => {
    const paper = read(
      `<html><body><h1 class="mgMainTitleTxt">Browse meetings</h1><h2 class="mgSubTitleTxt">Harbour Panel, 2023</h2>
<div class="mgContent"><ul><li><a href="ieListDocuments.aspx?CId=402&amp;MId=9120">28 Nov 2023 6.30 pm - Agenda</a></li>
<li><a href="ieListDocuments.aspx?CId=402&amp;MId=9133">19 Dec 2023 2.00 pm CANCELLED</a></li></ul></div></body></html>`,
      "meetings.html",
    );
    expect(paper.kind === "register" && paper.data.meetings).toMatchObject([
      { id: "9120", body: "Harbour Panel", date: "2023-11-28", time: "6.30 pm", status: "Agenda" },
      { id: "9133", date: "2023-12-19", status: "CANCELLED" },
    ]);
  });
});

describe("a meeting whose items have letters, and text that was escaped twice", () => {
  const paper = read(
    meeting
      .replace("<meeting>", "<meeting><committeetitle>Harbour Panel</committeetitle>")
      .replace(item({ title: "Minutes &amp;amp; matters arising", number: "120" }), () =>
        item({
          title: "Ferry fares",
          number: "A2",
          text: "&amp;lt;p&amp;gt;Report of the Harbour Master attached.&amp;lt;/p&amp;gt;",
          minute: "&amp;lt;p&amp;gt;RESOLVED: That fares be frozen.&amp;lt;/p&amp;gt;",
        }),
      ),
    "meeting.xml",
  );
  const parts = paper.kind === "document-pack" ? paper.data.documents : [];

  it("keeps the item with its letter, its text and its minute", () => {
    const agenda = parts.find((part) => part.kind === "agenda");
    const minutes = parts.find((part) => part.kind === "minutes");
    expect(agenda?.kind === "agenda" && agenda.data).toMatchObject({
      body: "Harbour Panel",
      items: [
        {
          reference: "A2",
          number: 2,
          reportOf: "Harbour Master",
          text: ["Report of the Harbour Master attached."],
        },
        {},
        {},
      ],
    });
    expect(minutes?.kind === "minutes" && minutes.data.minutes[0]?.decisions).toMatchObject([
      { text: expect.stringContaining("fares be frozen") },
    ]);
  });

  it("says that a home address was left out", () => {
    expect(paper.warnings.map(({ message }) => message)).toContain(
      "The line holds a person’s home address. It was left out; look whether it should be published at all.",
    );
  });
});
