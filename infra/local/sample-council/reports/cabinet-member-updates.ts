import { list, paragraph, type WrittenSection, words } from "./written-section.ts";

/** The report of the portfolio for children’s services, ready for its committee. */
export const childrensServices: readonly WrittenSection[] = [
  {
    heading: "Early Help",
    level: 1,
    state: "accepted",
    contributor: "Director of Children's Services",
    content: [
      paragraph(
        "Three family hubs are open. In the period ",
        words("412 families", { bold: true }),
        " were helped, a third of them before any other service knew them.",
      ),
      list(
        "bullet",
        "Health visitors hold a clinic in each hub on two days a week.",
        ["Parents asked for:", list("bullet", "evening sessions,", "help with forms,", "a place to meet.")],
        "A hub in the north opens after the summer.",
      ),
    ],
  },
  {
    heading: "Fostering",
    level: 1,
    state: "accepted",
    contributor: "Head of Corporate Parenting",
    content: [paragraph("Households approved and households that left in the year are set out below.")],
    table: {
      title: "Foster carers by locality",
      rows: {
        kind: "plain",
        header: ["Locality", "Approved", "Left", "Children placed"],
        rows: [
          ["North", "4", "5", "38"],
          ["Central", "3", "6", "41"],
          ["South", "4", "3", "57"],
        ],
      },
    },
  },
  {
    heading: "Kinship Care",
    level: 2,
    state: "accepted",
    contributor: "Head of Corporate Parenting",
    content: [
      paragraph("Grandparents and other kin who care for a child now have a worker of their own to ring."),
    ],
  },
  {
    heading: "Children in Need of Protection",
    level: 1,
    state: "accepted",
    contributor: "Head of Safeguarding",
    content: [
      paragraph("Three things have changed since the last report:"),
      list(
        "decimal",
        "conferences are held within fifteen days in nine cases of ten;",
        "chairs write to each child in words the child can use;",
        "the police send an officer to every first conference.",
      ),
    ],
  },
  {
    heading: "Youth Justice",
    level: 1,
    state: "accepted",
    contributor: "Youth Justice Manager",
    content: [paragraph("Forty-one young people were worked with, nineteen fewer than a year before.")],
  },
  { heading: "Inspections", level: 1, state: "nil", contributor: "Director of Children's Services" },
];

/** The report of the portfolio for adult social care, as its committee received it. */
export const adultSocialCare: readonly WrittenSection[] = [
  {
    heading: "Care at Home",
    level: 1,
    state: "accepted",
    contributor: "Director of Adult Social Care",
    content: [
      paragraph("Nobody waited more than two days in hospital for care at home to begin."),
      list(
        "roman",
        "six providers joined the list;",
        "two left it, both of their own will;",
        "the new contracts begin next April.",
      ),
    ],
  },
  {
    heading: "Care Homes",
    level: 1,
    state: "accepted",
    contributor: "Quality Manager",
    content: [paragraph("The ratings of homes in the borough, as the regulator gives them:")],
    table: {
      title: "Ratings of care homes",
      rows: {
        kind: "plain",
        header: ["Rating", "Homes", "A year before"],
        rows: [
          ["Outstanding", "6", "4"],
          ["Good", "101", "97"],
          ["Requires improvement", "14", "20"],
          ["Inadequate", "1", "2"],
        ],
      },
    },
  },
  {
    heading: "Deprivation of Liberty Safeguards",
    level: 1,
    state: "accepted",
    contributor: "Principal Social Worker",
    content: [paragraph("The list of assessments to be made is the shortest for five years.")],
  },
  {
    heading: "Staff",
    level: 1,
    state: "accepted",
    contributor: "Head of Personnel",
    content: [
      paragraph(
        "One post in nine is vacant. The ",
        words("apprenticeship for social workers", { italic: true }),
        " has seven people on it.",
      ),
    ],
  },
];
