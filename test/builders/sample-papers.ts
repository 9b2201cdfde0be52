/*
 * Papers of councils that do not exist, in the layouts that councils use: own words, fictional names. Each with the
 * data that must come out of it, as far as it matters.
 */

export interface SamplePaper {
  readonly name: string;
  readonly kind: string;
  readonly text: string;
  /** What `data` must match. */
  readonly data: Readonly<Record<string, unknown>>;
}

const cabinetMinutes: SamplePaper = {
  name: "Cabinet minutes with references and officers",
  kind: "minutes",
  text: `MARLCOMBE BOROUGH COUNCIL

MINUTES OF THE CABINET MEETING HELD IN THE COUNCIL CHAMBER, GUILDHALL, MARLCOMBE ON TUESDAY, 3 SEPTEMBER 2024 AT 6.00 PM

Present: Councillor Ada Finch (Chair), Councillor Tom Okoro (Vice-Chair), Councillors Bell, Castle and O'Dowd

Also in attendance: Councillor Prior

Officers: Nina Vale, Director of Resources; Sam Reed (Monitoring Officer)

CAB.12 Apologies for Absence

Apologies were received from Councillors Dunn and Elm.

CAB.13 Declarations of Interest

Councillor Bell declared a personal interest in item 15 (Harbour Lights Lease) because she is a trustee of the theatre, and remained in the meeting.

CAB.14 Minutes

RESOLVED – That the minutes of the meeting held on 2 July 2024 be signed as a correct record.

CAB.15 Harbour Lights Lease

The Director of Resources presented a report on the lease of the Harbour Lights theatre, which ends in March 2025, and set out three ways in which the theatre could be kept open.

Decision:

(1) That a new lease of ten years be granted;

(2) that the Director of Resources be authorised, in consultation with the portfolio holder, to:

(a) settle the rent; and

(b) sign the lease; and

(3) that the Overview and Scrutiny Committee be told of the terms.

Reasons for the decision:

The theatre draws visitors to the harbour in winter.

Alternative options considered:

To let the lease end. This was rejected because the building would stand empty.

CAB.16 Budget Outlook 2025/26

The report was introduced by the Leader.

RECOMMENDED TO COUNCIL – That the budget outlook be adopted.

The meeting closed at 7.10 pm.
`,
  data: {
    body: "CABINET",
    date: "2024-09-03",
    present: [
      { name: "Ada Finch", role: "Chair" },
      { name: "Tom Okoro", role: "Vice-Chair" },
      { name: "Bell" },
      { name: "Castle" },
      { name: "O'Dowd" },
    ],
    apologies: [{ name: "Dunn" }, { name: "Elm" }],
    declarations: [{ member: "Bell", minute: 15, title: "Harbour Lights Lease", type: "Personal" }],
    closed: "The meeting closed at 7.10 pm.",
    minutes: [
      { number: 12, reference: "CAB.12", title: "Apologies for Absence", decisions: [] },
      { number: 13, title: "Declarations of Interest", decisions: [] },
      {
        number: 14,
        title: "Minutes",
        decisions: [
          {
            style: "resolved",
            text: "That the minutes of the meeting held on 2 July 2024 be signed as a correct record.",
            parts: [],
          },
        ],
      },
      {
        number: 15,
        title: "Harbour Lights Lease",
        narrative: [
          "The Director of Resources presented a report on the lease of the Harbour Lights theatre, which ends in March 2025, and set out three ways in which the theatre could be kept open.",
        ],
        decisions: [
          {
            style: "decision-made",
            parts: [
              { ref: "(1)", text: "That a new lease of ten years be granted;", parts: [] },
              {
                ref: "(2)",
                text: "that the Director of Resources be authorised, in consultation with the portfolio holder, to:",
                parts: [
                  { ref: "(2)(a)", text: "settle the rent; and" },
                  { ref: "(2)(b)", text: "sign the lease; and" },
                ],
              },
              {
                ref: "(3)",
                text: "that the Overview and Scrutiny Committee be told of the terms.",
                parts: [],
              },
            ],
          },
        ],
        reasons: "The theatre draws visitors to the harbour in winter.",
        alternatives: "To let the lease end. This was rejected because the building would stand empty.",
      },
      {
        number: 16,
        title: "Budget Outlook 2025/26",
        narrative: ["The report was introduced by the Leader."],
        decisions: [{ style: "recommended", text: "That the budget outlook be adopted." }],
      },
    ],
  },
};

const committeeMinutes: SamplePaper = {
  name: "committee minutes numbered by year, with bullets",
  kind: "minutes",
  text: `Draft

ENVIRONMENT SCRUTINY PANEL

Meeting held at the Old Exchange, Thornbeck on Wednesday 14 November 2018

PRESENT:
Cllr P Stone (in the Chair)
Cllrs Ash, Birch, Hazel and Rowan
Mrs J Lark (co-opted member)

IN ATTENDANCE:
Cllr F Reeve, portfolio holder for streets
Amy Hill, Head of Parks

45/18 APOLOGIES

Apologies for absence had been submitted on behalf of Councillors Larch and Yew.

46/18 DECLARATIONS OF INTEREST

There were none.

47/18 WINTER SERVICE PLAN

Further to Minute No. 31/18 the panel considered how gritting routes would be chosen this winter.

Members asked about the following matters:-

- How long a lorry takes to treat a route
- Whether schools are served first
  - including those without a bus
- Why two routes had been dropped

Resolved:

1. The winter service plan be supported.
2. A further report be brought in the spring on:
   (i) the cost of salt; and
   (ii) complaints received.

48/18 WORK PROGRAMME

The panel noted its work programme.

Agreed:

That the programme be approved.
`,
  data: {
    body: "ENVIRONMENT SCRUTINY PANEL",
    date: "2018-11-14",
    venue: "Old Exchange, Thornbeck",
    apologies: [{ name: "Larch" }, { name: "Yew" }],
    minutes: [
      { number: 45, reference: "45/18", title: "APOLOGIES" },
      { number: 46, title: "DECLARATIONS OF INTEREST", narrative: ["There were none."] },
      {
        number: 47,
        title: "WINTER SERVICE PLAN",
        furtherTo: [{ number: 31 }],
        bullets: [
          { text: "How long a lorry takes to treat a route", bullets: [] },
          {
            text: "Whether schools are served first",
            bullets: [{ text: "including those without a bus", bullets: [] }],
          },
          { text: "Why two routes had been dropped", bullets: [] },
        ],
        decisions: [
          {
            style: "resolved",
            parts: [
              { ref: "(1)", text: "The winter service plan be supported.", parts: [] },
              {
                ref: "(2)",
                text: "A further report be brought in the spring on:",
                parts: [
                  { ref: "(2)(i)", text: "the cost of salt; and" },
                  { ref: "(2)(ii)", text: "complaints received." },
                ],
              },
            ],
          },
        ],
      },
      {
        number: 48,
        title: "WORK PROGRAMME",
        decisions: [{ style: "agreed", text: "That the programme be approved." }],
      },
    ],
  },
};

const planningMinutes: SamplePaper = {
  name: "planning minutes with plain numbers and a table of interests",
  kind: "minutes",
  text: `THIS SET OF MINUTES IS NOT SUBJECT TO CALL-IN

PLANNING COMMITTEE

MEETING HELD AT THE TOWN HALL, WEXLEY
ON 5TH MARCH, 2025

PRESENT: Councillor Grey (in the Chair)
Councillors Amber, Blue, Coral and
Indigo

ALSO PRESENT: Councillor Violet

101. APOLOGIES FOR ABSENCE

Apologies for absence were received from Councillor Olive.

102. DECLARATIONS OF INTEREST

The following interests were declared:

Member\tMinute No.\tReason\tAction
Councillor Blue\t104 - Mill Lane\tPersonal - Lives in the next street\tStayed in the room and voted
Councillor Coral\t104 - Mill Lane\tPecuniary - Owns the land\tLeft the room

103. MINUTES OF THE PREVIOUS MEETING

RESOLVED:

That the minutes of 5 February 2025 be confirmed.

104. APPLICATION FOR FOURTEEN HOUSES AT MILL LANE AND THE DIVERSION OF A
PUBLIC FOOTPATH

The Committee considered the report of the Chief Planning Officer and heard a neighbour who was against the application because of the traffic that it would bring to a narrow lane.

RESOLVED: That

(1) permission be granted subject to conditions; and
(2) the footpath be diverted.

Councillor Coral returned to the meeting.
`,
  data: {
    body: "PLANNING COMMITTEE",
    date: "2025-03-05",
    callIn: { subject: false },
    venue: "TOWN HALL, WEXLEY",
    present: [
      { name: "Grey", role: "in the Chair" },
      { name: "Amber" },
      { name: "Blue" },
      { name: "Coral" },
      { name: "Indigo" },
    ],
    alsoPresent: [{ name: "Violet" }],
    declarations: [
      {
        member: "Blue",
        minute: 104,
        title: "Mill Lane",
        type: "Personal",
        reason: "Lives in the next street",
        action: "Stayed in the room and voted",
      },
      { member: "Coral", minute: 104, type: "DPI", reason: "Owns the land", action: "Left the room" },
    ],
    minutes: [
      { number: 101, title: "APOLOGIES FOR ABSENCE" },
      { number: 102 },
      { number: 103, decisions: [{ text: "That the minutes of 5 February 2025 be confirmed." }] },
      {
        number: 104,
        title: "APPLICATION FOR FOURTEEN HOUSES AT MILL LANE AND THE DIVERSION OF A PUBLIC FOOTPATH",
        decisions: [
          {
            parts: [
              { ref: "(1)", text: "permission be granted subject to conditions; and" },
              { ref: "(2)", text: "the footpath be diverted." },
            ],
          },
        ],
        notes: ["Councillor Coral returned to the meeting."],
      },
    ],
  },
};

const labelledAgenda: SamplePaper = {
  name: "an agenda with labels, members and pages",
  kind: "agenda",
  text: `Wexley Council

MEETING: HEALTH SCRUTINY COMMITTEE
DATE: Thursday, 6 February 2025
TIME: 2.00 p.m.
VENUE: Council Chamber, Town Hall, Wexley

Member\tSubstitute
Cllr. Amber (Chair)\tCllr. Moss
Cllr. Blue\tCllr. Fern

COMMITTEE OFFICER: Lee Hart, Democratic Services Officer
Telephone: 01632 960 111
E-mail: lee.hart@wexley.example

If you need help to attend, please ring the officer above.

AGENDA

1. Apologies for Absence

2. Declarations of Interest

Members are asked to declare any interest in an item on this agenda.

3. Minutes of the Previous Meeting

(Pages 3 - 8)

4. Dentists in Wexley
(Pages 9 -
20)
Report of the Director of Public Health

5. Ambulance Waiting Times

(To Follow)

Report of the Chief Executive of the Trust

6. Work Programme

(Pages 21 -

Report of the Head of Governance

7. Urgent Care

(Pages 31 - 40)
`,
  data: {
    body: "HEALTH SCRUTINY COMMITTEE",
    date: "2025-02-06",
    time: "2.00 p.m.",
    venue: "Council Chamber, Town Hall, Wexley",
    officer: {
      name: "Lee Hart",
      post: "Democratic Services Officer",
      telephone: "01632 960 111",
      email: "lee.hart@wexley.example",
    },
    membership: {
      members: [
        { name: "Amber", role: "Chair", substitute: "Moss" },
        { name: "Blue", substitute: "Fern" },
      ],
    },
    items: [
      { number: 1, title: "Apologies for Absence", toFollow: false },
      {
        number: 2,
        title: "Declarations of Interest",
        text: ["Members are asked to declare any interest in an item on this agenda."],
      },
      { number: 3, title: "Minutes of the Previous Meeting", pageFrom: 3, pageTo: 8 },
      {
        number: 4,
        title: "Dentists in Wexley",
        pageFrom: 9,
        pageTo: 20,
        reportOf: "Director of Public Health",
      },
      {
        number: 5,
        title: "Ambulance Waiting Times",
        toFollow: true,
        reportOf: "Chief Executive of the Trust",
      },
      {
        number: 6,
        title: "Work Programme",
        pageFrom: 21,
        pageTo: 30,
        pageToWorkedOut: true,
        reportOf: "Head of Governance",
      },
      { number: 7, title: "Urgent Care", pageFrom: 31, pageTo: 40 },
    ],
  },
};

const plainAgenda: SamplePaper = {
  name: "an agenda without labels",
  kind: "agenda",
  text: `Thornbeck District Council

Audit Committee

Monday, 17 March 2025 at 10.00 am

Committee Room 2, Civic Centre, Thornbeck

Membership: Councillors Ash (Chair), Birch and Hazel

Contact: Amy Hill, Tel: 01632 960 222, Email: amy.hill@thornbeck.example

AGENDA

1 APOLOGIES FOR ABSENCE

2 DECLARATIONS OF INTEREST

3 MINUTES (Pages 1 - 6)

To approve the minutes of the meeting of 20 January 2025.

4 EXTERNAL AUDIT PLAN (Pages 7 - 30)

5 FRAUD INVESTIGATIONS (Pages 31 - 34)

NOT FOR PUBLICATION by virtue of paragraph 7 of Schedule 12A
`,
  data: {
    body: "Audit Committee",
    date: "2025-03-17",
    officer: { name: "Amy Hill", telephone: "01632 960 222", email: "amy.hill@thornbeck.example" },
    membership: {
      members: [{ name: "Ash", role: "Chair" }, { name: "Birch" }, { name: "Hazel" }],
    },
    items: [
      { number: 1, title: "APOLOGIES FOR ABSENCE", exempt: false },
      { number: 2, title: "DECLARATIONS OF INTEREST" },
      { number: 3, title: "MINUTES", pageFrom: 1, pageTo: 6 },
      { number: 4, title: "EXTERNAL AUDIT PLAN", pageFrom: 7, pageTo: 30 },
      { number: 5, title: "FRAUD INVESTIGATIONS", exempt: true, exemptParagraphs: [7] },
    ],
  },
};

const tableReport: SamplePaper = {
  name: "a report with a front sheet as a table",
  kind: "covering-report",
  text: `Report to:\tCabinet\tDate of Meeting:\tThursday 5 June 2025
Subject:\tReplacement of Street Lamps
Report of:\tHead of Highways\tWards Affected:\tHarbour; Old Town
Portfolio:\tStreets and Travel
Is this a Key Decision:\tYes\tIncluded in Forward Plan:\tYes
Exempt / Confidential Report:\tNo

Summary:

To seek approval to replace four hundred lamps with ones that use less power.

Recommendation(s):

(1) That the lamps be replaced;
(2) that the Head of Highways be authorised to award the contract.

Reasons for the Recommendation(s):

The old lamps fail in wet weather and their parts are no longer made.

Alternative Options Considered and Rejected: (including any Risk Implications)

None

What will it cost and how will it be financed?

(A) Revenue Costs

Savings of £40,000 a year.

(B) Capital Costs

£310,000 from the capital programme.

Implications of the Proposals:

Resource Implications (Financial, IT, Staffing and Assets): None

Legal Implications: None

Equality Implications: There are no equality implications.

Contribution to the Council's Core Purpose:

Protect the most vulnerable: Darker paths will be lit.

Cleaner Greener: Less power is used.

What consultations have taken place on the proposals and when?

(A) Internal Consultations

The Head of Finance (FD 6123/25) and the Head of Law (LD.5301/25.) have been consulted.

(B) External Consultations

n/a

Implementation Date for the Decision

Following the expiry of the "call-in" period for the minutes of the Cabinet meeting

Contact Officer:\tKit Lowe
Telephone Number:\t01632 960 333
Email Address:\tkit.lowe@marlcombe.example

Appendices:

Appendix 1 - Map of lamps
Appendix 2 - Costs

Background Papers:

There are no background papers available for inspection.

1. Introduction/Background

1.1 The council owns nine thousand lamps, of which four hundred are more than thirty years old and fail in wet weather.

1.2 A survey in 2024 found that:

- a third of them lean
- most of them rust

2. Proposal

2.1 It is proposed to replace them over two summers, beginning at the harbour.
`,
  data: {
    subject: "Replacement of Street Lamps",
    layout: "front-sheet",
    reportTo: [{ body: "Cabinet", date: "2025-06-05" }],
    reportOf: "Head of Highways",
    portfolio: "Streets and Travel",
    wards: ["Harbour", "Old Town"],
    keyDecision: true,
    inForwardPlan: true,
    secrecy: "open",
    recommendations: [
      { ref: "(1)", text: "That the lamps be replaced;" },
      { ref: "(2)", text: "that the Head of Highways be authorised to award the contract." },
    ],
    consultations: [
      { kind: "FD", reference: "FD.6123/25" },
      { kind: "LD", reference: "LD.5301/25" },
    ],
    contacts: [{ name: "Kit Lowe", telephone: "01632 960 333", email: "kit.lowe@marlcombe.example" }],
    appendices: ["Appendix 1 - Map of lamps", "Appendix 2 - Costs"],
    backgroundPapers: [],
    paragraphs: [
      {
        number: "1.1",
        text: "The council owns nine thousand lamps, of which four hundred are more than thirty years old and fail in wet weather.",
      },
      { number: "1.2", text: "A survey in 2024 found that:" },
      {
        number: "2.1",
        text: "It is proposed to replace them over two summers, beginning at the harbour.",
      },
    ],
    sections: [
      { standard: "summary" },
      { standard: "recommendations" },
      {
        standard: "reasons",
        html: "<p>The old lamps fail in wet weather and their parts are no longer made.</p>",
      },
      { standard: "alternatives", filler: true },
      { standard: "costs", html: "" },
      { standard: "revenue-costs", html: "<p>Savings of £40,000 a year.</p>" },
      { standard: "capital-costs" },
      { standard: "implications" },
      { standard: "resource-implications", filler: true },
      { standard: "legal-implications", filler: true },
      { standard: "equality-implications", filler: true },
      { standard: "core-purpose" },
      { standard: "purpose-vulnerable", html: "<p>Darker paths will be lit.</p>" },
      { standard: "purpose-greener", html: "<p>Less power is used.</p>" },
      { standard: "consultations" },
      { standard: "internal-consultations" },
      { standard: "external-consultations", filler: true },
      { standard: "implementation" },
      { standard: "appendices" },
      { standard: "background-papers" },
      { standard: "introduction", heading: "1. Introduction/Background", level: 1 },
      { heading: "2. Proposal", level: 1 },
    ],
  },
};

const plainReport: SamplePaper = {
  name: "a report with a front sheet as lines and headings of its own",
  kind: "covering-report",
  text: `Report to: Executive
Date: 9 October 2024
Title: Community Orchards Grant
Report of: Service Director, Green Spaces
Cabinet Member: Councillor Wren, Environment
Wards: All
Key Decision: No
Exempt: Yes - Paragraph 3

Purpose of the Report

To ask the Executive to agree how the orchards grant is shared out in its second year.

Recommendations

It is recommended that the Executive agrees the shares set out in paragraph 3.

Financial Implications

The grant is paid by the national fund and costs the council nothing but officer time.

Legal Implications: None

Risk Management

A late spring could spoil young trees.

Background

The fund pays for fruit trees on land that everyone may enter. In its first year eleven orchards were planted, and nine of them have taken well.

Background Papers

Letter of grant, 4 April 2024
`,
  data: {
    subject: "Community Orchards Grant",
    reportTo: [{ body: "Executive", date: "2024-10-09" }],
    reportOf: "Service Director, Green Spaces",
    wards: ["All Wards"],
    keyDecision: false,
    inForwardPlan: null,
    secrecy: "fully-exempt",
    exemptParagraphs: [3],
    backgroundPapers: ["Letter of grant, 4 April 2024"],
    sections: [
      { standard: "summary", heading: "Purpose of the Report" },
      { standard: "recommendations" },
      { standard: "costs", heading: "Financial Implications" },
      { standard: "legal-implications", filler: true },
      { standard: "risk-implications", html: "<p>A late spring could spoil young trees.</p>" },
      { standard: "introduction", heading: "Background" },
      { standard: "background-papers" },
    ],
  },
};

const matrixProgramme: SamplePaper = {
  name: "a work programme as a matrix, its head printed again",
  kind: "work-programme",
  text: `HEALTH SCRUTINY COMMITTEE

WORK PROGRAMME 2024/25

Date of Meeting\t11 JUNE 24\t10 SEPTEMBER 24 (Re-arranged from 3 September 2024)\t14 JANUARY 25
Regular Reports:-\t\t\t
Work Programme Update (Lee Hart)\tX\tx\tХ
Topic Reports:-\t\t\t
Dentists in Wexley (Ann Poe/Bob Ray)\tX\t\t
\t11 JUNE 24\t10 SEPTEMBER 24\t14 JANUARY 25
Winter Illness (Annual Report) (Cal Dow)\t\t\tX
Ambulance Waiting Times\t\tX\t
`,
  data: {
    body: "HEALTH SCRUTINY COMMITTEE",
    municipalYear: "2024/25",
    meetings: [
      { date: "2024-06-11" },
      { date: "2024-09-10", rearrangedFrom: "2024-09-03" },
      { date: "2025-01-14" },
    ],
    items: [
      {
        title: "Work Programme Update",
        officers: ["Lee Hart"],
        band: "Regular Reports",
        meetings: ["2024-06-11", "2024-09-10", "2025-01-14"],
      },
      {
        title: "Dentists in Wexley",
        officers: ["Ann Poe", "Bob Ray"],
        band: "Topic Reports",
        meetings: ["2024-06-11"],
      },
      { title: "Winter Illness (Annual Report)", officers: ["Cal Dow"], meetings: ["2025-01-14"] },
      { title: "Ambulance Waiting Times", officers: [], meetings: ["2024-09-10"] },
    ],
  },
};

const listedProgramme: SamplePaper = {
  name: "a work programme by date",
  kind: "work-programme",
  text: `Environment Scrutiny Panel - Work Programme 2025/26

12 June 2025

- Litter in the Parks (Amy Hill)
- Winter Service Plan

18 September 2025

- Air by the Main Road (Jo Field)

15 January 2026

- Budget Proposals
`,
  data: {
    body: "Environment Scrutiny Panel",
    municipalYear: "2025/26",
    items: [
      { title: "Litter in the Parks", officers: ["Amy Hill"], meetings: ["2025-06-12"] },
      { title: "Winter Service Plan", officers: [], meetings: ["2025-06-12"] },
      { title: "Air by the Main Road", officers: ["Jo Field"], meetings: ["2025-09-18"] },
      { title: "Budget Proposals", meetings: ["2026-01-15"] },
    ],
  },
};

const tableProgramme: SamplePaper = {
  name: "a work programme as a table with a column of dates",
  kind: "work-programme",
  text: `Resources Scrutiny Committee

Work Programme 2025/26

| Meeting date | Item | Lead officer |
|---|---|---|
| 3 July 2025 | Debt Collection | Ann Poe |
| | Council Tax Support | Bob Ray |
| 2 October 2025 | Budget Monitoring | Ann Poe |
`,
  data: {
    body: "Resources Scrutiny Committee",
    items: [
      { title: "Debt Collection", officers: ["Ann Poe"], meetings: ["2025-07-03"] },
      { title: "Council Tax Support", officers: ["Bob Ray"], meetings: ["2025-07-03"] },
      { title: "Budget Monitoring", officers: ["Ann Poe"], meetings: ["2025-10-02"] },
    ],
  },
};

const labelledPlan: SamplePaper = {
  name: "a Forward Plan of labelled lines",
  kind: "forward-plan",
  text: `MARLCOMBE BOROUGH COUNCIL
FORWARD PLAN OF KEY DECISIONS
For the period 1 May 2025 to 31 August 2025

Published: 1 April 2025

Title of Decision: Replacement of Street Lamps
Decision to be taken: To replace four hundred street lamps with ones that use less power.
Decision Maker: Cabinet
Date of Decision: 5 June 2025
Key Decision Criteria: Financial Yes Community Impact No
Report Status: Open
Wards Affected: Harbour; Old Town
Consultees: Residents
Background Papers: None
Contact Officer: Kit Lowe kit.lowe@marlcombe.example 01632 960 333

Title of Decision: Sale of the Old Brewery
Decision to be taken: To agree the terms on which the Old Brewery is sold.
Decision Maker: Cabinet
Date of Decision: 3 July 2025
Decision due date for Cabinet changed from 1 May 2025 to 3 July 2025. Reason: the valuer has not reported
Key Decision Criteria: Financial Yes Community Impact Yes
Report Status: Fully exempt (Paragraph 3)
Wards Affected: All Wards
Consultees: None
Background Papers: None
Contact Officer: Nina Vale nina.vale@marlcombe.example 01632 960 334
`,
  data: {
    edition: { periodFrom: "2025-05-01", periodTo: "2025-08-31", publishedOn: "2025-04-01" },
    items: [
      {
        title: "Replacement of Street Lamps",
        details: "To replace four hundred street lamps with ones that use less power.",
        decisions: [{ decisionMaker: "Cabinet", from: "2025-06-05", to: "2025-06-05" }],
        financialImpact: true,
        communityImpact: false,
        wards: ["Harbour", "Old Town"],
        contacts: [{ name: "Kit Lowe", email: "kit.lowe@marlcombe.example" }],
      },
      {
        title: "Sale of the Old Brewery",
        secrecy: "fully-exempt",
        exemptParagraphs: [3],
        dateChanges: [{ from: "2025-05-01", to: "2025-07-03", reason: "the valuer has not reported" }],
      },
    ],
  },
};

const shortLabelsPlan: SamplePaper = {
  name: "a Forward Plan with short labels and Part 2",
  kind: "forward-plan",
  text: `FORWARD PLAN OF KEY DECISIONS

1 May 2025 to 31 August 2025

Title: Parks Strategy
Description: To adopt a strategy for the parks of the borough.
Key Decision: Yes
Decision Maker: Cabinet
Date of Meeting: 5 June 2025
Part 2: No
Wards: All
Lead Officer: Kit Lowe kit.lowe@easton.example

Title: Land at the Quay
Description: To sell land at the quay.
Key Decision: Yes
Decision Maker: Leader
Date of Meeting: June 2025
Part 2: Yes - paragraph 3
Wards: Quay
Lead Officer: Jo Bell jo.bell@easton.example
`,
  data: {
    edition: { periodFrom: "2025-05-01", periodTo: "2025-08-31" },
    items: [
      {
        title: "Parks Strategy",
        details: "To adopt a strategy for the parks of the borough.",
        decisions: [{ decisionMaker: "Cabinet", from: "2025-06-05" }],
        secrecy: "open",
        wards: ["All Wards"],
        contacts: [{ name: "Kit Lowe", email: "kit.lowe@easton.example" }],
      },
      {
        title: "Land at the Quay",
        decisions: [{ decisionMaker: "Leader", from: "2025-06-01", to: "2025-06-30" }],
        secrecy: "fully-exempt",
        exemptParagraphs: [3],
      },
    ],
  },
};

const decisionRecord: SamplePaper = {
  name: "a record of decisions numbered by municipal year",
  kind: "minutes",
  text: `EASTON COUNTY COUNCIL

CABINET

Record of decisions taken at the meeting of the Cabinet held on 12 June 2023

PRESENT
Cllr A Able (Leader)
Cllr B Baker
Cllr C Carr

23/24-7 SCHOOL PLACES

Decision:

That the plan for school places be approved.

Reason for Decision

To meet the council's duty.

Other options considered

None.

23/24-8 ROADS

Resolution:

(a) That the roads programme be agreed.
(b) That two million pounds be spent.
`,
  data: {
    body: "Cabinet",
    date: "2023-06-12",
    present: [{ name: "A Able", role: "Leader" }, { name: "B Baker" }, { name: "C Carr" }],
    minutes: [
      {
        number: 7,
        reference: "23/24-7",
        title: "SCHOOL PLACES",
        decisions: [{ text: "That the plan for school places be approved." }],
        reasons: "To meet the council's duty.",
        alternatives: "None.",
      },
      {
        number: 8,
        reference: "23/24-8",
        title: "ROADS",
        decisions: [
          {
            parts: [
              { ref: "(a)", text: "That the roads programme be agreed." },
              { ref: "(b)", text: "That two million pounds be spent." },
            ],
          },
        ],
      },
    ],
  },
};

const unknownHeadingsReport: SamplePaper = {
  name: "a Cabinet Member report with headings of its own",
  kind: "cabinet-member-report",
  text: `CABINET MEMBER REPORT

Environment Scrutiny Panel - 18 September 2025

Councillor\tPortfolio\tPeriod of Report
Finn Reeve\tStreets and Travel\tAugust 2025

GRITTING AND SALT

Stores of salt were filled in August, a month earlier than last year, because the price was lower than it had been for some time.

Lorries and Drivers

Two lorries were replaced and six drivers were trained over the summer. The lorries now carry:

- a camera at the back
- a lamp on each side
- a telephone

FOOTPATHS

Nine paths were mended after the storm, and a tenth will be mended when the river has gone down and its bank is dry.
`,
  data: {
    councillor: "Finn Reeve",
    portfolio: "Streets and Travel",
    period: "August 2025",
    meetingDate: "2025-09-18",
    sections: [
      {
        heading: "GRITTING AND SALT",
        html: "<p>Stores of salt were filled in August, a month earlier than last year, because the price was lower than it had been for some time.</p>",
      },
      {
        heading: "Lorries and Drivers",
        html: "<p>Two lorries were replaced and six drivers were trained over the summer. The lorries now carry:</p><ul><li>a camera at the back</li><li>a lamp on each side</li><li>a telephone</li></ul>",
      },
      {
        heading: "FOOTPATHS",
        html: "<p>Nine paths were mended after the storm, and a tenth will be mended when the river has gone down and its bank is dry.</p>",
      },
    ],
  },
};

export const samplePapers: readonly SamplePaper[] = [
  cabinetMinutes,
  committeeMinutes,
  planningMinutes,
  labelledAgenda,
  plainAgenda,
  tableReport,
  plainReport,
  matrixProgramme,
  listedProgramme,
  tableProgramme,
  labelledPlan,
  shortLabelsPlan,
  decisionRecord,
  unknownHeadingsReport,
];

const isRow = (line: string) => /\t|^\s*\|/.test(line);
const glyph = /^(\s*)[-*•]\s+/;
/** A paper as another extraction would have left it. */
export interface Mutation {
  readonly name: string;
  readonly mutate: (text: string) => string;
  /** Some of the shape is lost, so only the words are compared, and a warning must say so where it is a list. */
  readonly losesShape?: true;
}

/** Breaks long lines at a width, as hard-wrapped text is; rows of tables stay. */
function wrapped(text: string, width: number): string {
  return text
    .split("\n")
    .flatMap((line) => {
      if (isRow(line) || line.length <= width) return [line];
      const lines: string[] = [];
      let current = "";
      for (const word of line.split(" ")) {
        if (current !== "" && current.length + 1 + word.length > width) {
          lines.push(current);
          current = word;
        } else
          current =
            current === "" && lines.length === 0 ? word : current === "" ? word : `${current} ${word}`;
      }
      return [...lines, current];
    })
    .join("\n");
}

/** A footer after every so many lines, with blank lines around it, wherever it falls: between lines, never in one. */
function withFooters(text: string, every: number): string {
  let page = 1;
  return text
    .split("\n")
    .flatMap((line, at) => {
      if (at === 0 || at % every !== 0) return [line];
      page += 1;
      return ["", `Page ${page}`, "", line];
    })
    .join("\n");
}

export const mutations: readonly Mutation[] = [
  { name: "wrapped at 100", mutate: (text) => wrapped(text, 100) },
  { name: "wrapped at 78", mutate: (text) => wrapped(text, 78) },
  { name: "with blank lines doubled", mutate: (text) => text.replace(/\n\n/g, "\n\n\n") },
  { name: "with Windows line ends", mutate: (text) => text.replace(/\n/g, "\r\n") },
  { name: "with spaces at the ends of lines", mutate: (text) => text.replace(/\n/g, "  \n") },
  { name: "with Markdown headings", mutate: (text) => text.replace(/^(?=[A-Z][A-Z .&'-]{8,60}$)/gm, "## ") },
  { name: "with page numbers every nine lines", mutate: (text) => withFooters(text, 9) },
  { name: "with other bullets", mutate: (text) => text.replace(/^(\s*)- /gm, "$1• ") },
  { name: "wrapped at 64, with page numbers between", mutate: (text) => withFooters(wrapped(text, 64), 11) },
  {
    name: "with a running head",
    mutate: (text) =>
      text
        .split("\n")
        .flatMap((line, at) =>
          at > 12 && at % 13 === 0 ? ["", "EASTON COUNCIL - MONDAY 6TH MAY, 2024", "", line] : [line],
        )
        .join("\n"),
  },
  { name: "set in from the margin", mutate: (text) => text.replace(/^(?=[^\t\n|])/gm, "    ") },
  {
    name: "without blank lines",
    mutate: (text) => text.replace(/\n\n+/g, "\n"),
    losesShape: true,
  },
  {
    name: "with cells parted by spaces",
    mutate: (text) =>
      text
        .replace(/\t+/g, "   ")
        .replace(/^\|(?:[\s:-]*\|)+\n/gm, "")
        .replace(/^ *\| *| *\| *$/gm, "")
        .replace(/ *\| */g, "   "),
    losesShape: true,
  },
  {
    name: "with bullets lost",
    mutate: (text) => text.replace(new RegExp(glyph.source, "gm"), ""),
    losesShape: true,
  },
];
