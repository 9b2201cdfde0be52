import { list, paragraph, type WrittenSection, words } from "./written-section.ts";

/** The report of the portfolio for regulatory, compliance and corporate services, in draft: every state of a section. */
export const corporateServices: readonly WrittenSection[] = [
  {
    heading: "Corporate Resources",
    level: 1,
    state: "accepted",
    contributor: "Executive Director of Corporate Resources",
    due: -4,
    content: [
      paragraph(
        "This part covers the services that keep the council's money, people and buildings in order.",
      ),
    ],
  },
  {
    heading: "Budget Monitoring",
    level: 2,
    state: "accepted",
    contributor: "Finance Business Partner",
    due: -4,
    content: [
      paragraph(
        "At the half-year the forecast is an overspend of ",
        words("£1.2 million", { bold: true }),
        ", almost all of it in transport for pupils. Three measures are in hand:",
      ),
      list(
        "decimal",
        "routes that overlap are being joined from the new term;",
        "posts that fall vacant are held for eight weeks;",
        "each director reports monthly on the savings still to be found.",
      ),
    ],
  },
  {
    heading: "Internal Audit",
    level: 2,
    state: "contributed",
    contributor: "Chief Internal Auditor",
    due: 2,
    content: [
      paragraph(
        "The audits finished since the last report are listed below. Rows marked as draft may still change.",
      ),
    ],
    table: {
      title: "Internal audit opinions",
      rows: {
        kind: "audit-opinions",
        rows: [
          { row: "band", text: "This year" },
          {
            row: "audit",
            title: "Purchase cards",
            opinion: "Moderate",
            high: 0,
            medium: 4,
            low: 3,
            draft: false,
          },
          {
            row: "audit",
            title: "Payments to foster carers",
            opinion: "Minor",
            high: 0,
            medium: 1,
            low: 2,
            draft: false,
          },
          {
            row: "audit",
            title: "Tree inspections",
            opinion: "Major",
            high: 3,
            medium: 5,
            low: 1,
            draft: true,
          },
          {
            row: "audit",
            title: "Cash handling at the leisure centres",
            opinion: "Moderate",
            high: 1,
            medium: 2,
            low: 4,
            draft: true,
          },
          {
            row: "statement",
            title: "Bus shelter grant",
            statement: "Certified; nothing to recommend",
            draft: false,
          },
        ],
      },
    },
  },
  {
    heading: "Health and Safety",
    level: 2,
    state: "returned",
    contributor: "Head of Personnel",
    due: 1,
    content: [
      paragraph("Two hundred managers have now taken the refreshed course on lone working."),
      list(
        "bullet",
        "The policy on violence at work was agreed with the trade unions.",
        [
          "Inspections were made at:",
          list("bullet", "nine schools,", "both household waste sites,", "the crematorium."),
        ],
        "No accident had to be reported to the national regulator.",
      ),
    ],
  },
  {
    heading: "Revenues and Benefits",
    level: 2,
    state: "contributed",
    contributor: "Revenues Manager",
    due: 3,
    content: [
      paragraph(
        "Collection has held up through the year, though fewer households pay by direct debit than before.",
      ),
    ],
    table: {
      title: "Council tax collected in the year, per cent",
      rows: {
        kind: "collection-rates",
        rows: [
          { year: "2021-22", council: 94.6, national: 95.8, metropolitan: 93.9 },
          { year: "2022-23", council: 94.9, national: 96.1, metropolitan: 93.8 },
          { year: "2023-24", council: 95.1, national: 95.9, metropolitan: 93.7 },
          { year: "2024-25", council: 95.3, national: 95.8, metropolitan: 93.9 },
        ],
      },
    },
  },
  {
    heading: "Hardship Fund",
    level: 3,
    state: "open",
    contributor: "Benefits Manager",
    due: 5,
  },
  {
    heading: "ICT",
    level: 2,
    state: "contributed",
    contributor: "Head of ICT",
    due: 3,
    content: [
      paragraph(
        "The move of the data centre was finished a week early. How to report a fault is set out on the ",
        words("service desk page", { href: "https://www.council.example/service-desk" }),
        ".",
      ),
      paragraph("The last stage of the move has three parts:"),
      list(
        "roman",
        "copies of every system are tested at the second site;",
        "the old equipment is wiped and sold;",
        "the room is handed back to the landlord.",
      ),
    ],
  },
  {
    heading: "Personnel",
    level: 1,
    state: "contributed",
    contributor: "Head of Personnel",
    due: 4,
    content: [
      paragraph(
        "Sickness absence fell for the third quarter running. ",
        words("Stress", { italic: true }),
        " remains the most common cause of long absence.",
      ),
    ],
  },
  { heading: "Apprenticeships", level: 2, state: "open", contributor: "Head of Personnel", due: 6 },
  {
    heading: "Occupational Health",
    level: 2,
    state: "nil",
    contributor: "Occupational Health Manager",
    due: -1,
  },
  {
    heading: "Democratic Services",
    level: 1,
    state: "accepted",
    contributor: "Legal and Democratic Officer",
    due: -2,
    content: [
      paragraph(
        "All four scrutiny committees met in the period, and each has agreed its topics for the year.",
      ),
      list(
        "bullet",
        "Twelve school admission appeals were heard.",
        "The members' portal was opened to co-opted members.",
      ),
    ],
  },
  {
    heading: "Electoral Services",
    level: 2,
    state: "open",
    contributor: "Electoral Services Manager",
    due: 8,
  },
];
