import type { TableRows } from "../../../../shared/rules/reports/report.ts";
import { type CoveringWords, nothingToSay } from "./covering-words.ts";
import { list, paragraph, words } from "./written-section.ts";

/** A covering report on the current front sheet, every heading filled. */
export const libraryOpeningHours: CoveringWords = {
  "Summary:": [
    paragraph(
      "Thirteen weeks’ consultation on the opening hours of the six libraries drew 2,164 answers. This report proposes hours that follow most of them and cost what the service costs today.",
    ),
  ],
  "Recommendation(s):": [
    paragraph("That:"),
    list(
      "decimal",
      [
        "the new opening hours in the table below be approved from April, subject to:",
        list(
          "bullet",
          "every library being open on one evening a week; and",
          "no library being closed for two days running;",
        ),
      ],
      "the Head of Communities report on visits after six months.",
    ),
  ],
  "Reasons for the Recommendation(s):": [
    paragraph(
      "The hours follow what most people asked for. They can be staffed from the present budget, and each library keeps its story time and its job club.",
    ),
  ],
  "Alternative Options Considered and Rejected: (including any Risk Implications)": [
    paragraph("Three other ways were looked at:"),
    list(
      "roman",
      "keeping the hours as they are, which most people who answered found too short in the evening;",
      "opening on Sundays, which would cost £94,000 a year;",
      "opening without staff at the edges of the day, which the trade unions and many users opposed.",
    ),
  ],
  "(A) Revenue Costs": [
    paragraph("There is no additional cost. Overtime of £6,200 a year is met from the service’s own budget."),
  ],
  "(B) Capital Costs": nothingToSay,
  "Resource Implications (Financial, IT, Staffing and Assets):": [
    paragraph("Forty-one members of staff change their hours; all have been met, and none works longer."),
  ],
  "Legal Implications:": [
    paragraph(
      "The council must provide a comprehensive and efficient library service (Public Libraries and Museums Act 1964, section 7).",
    ),
  ],
  "Equality Implications:": [
    paragraph(
      "An assessment was made. Evening hours help people who work; the morning hours that older people value are kept on four days.",
    ),
  ],
  "Protect the most vulnerable:": [paragraph("Libraries stay warm places through the winter.")],
  "Facilitate confident and resilient communities:": [
    paragraph("Groups may use the rooms on the late evening without charge."),
  ],
  "Commission, broker and provide core services:": [paragraph("The library service is one of them.")],
  "Place – leadership and influencer:": [paragraph("Not applicable.")],
  "Drivers of change and reform:": [paragraph("The hours were drawn up with the people who use them.")],
  "Facilitate sustainable economic prosperity:": [paragraph("Job clubs are held in every library.")],
  "Greater income for social investment:": [paragraph("Letting rooms brings in about £11,000 a year.")],
  "Cleaner Greener": [paragraph("Heating is turned down an hour earlier on early-closing days.")],
  "(A) Internal Consultations": [
    paragraph(
      "The Executive Director of Corporate Resources has been consulted and any comments have been incorporated. The Legal and Democratic Officer has been consulted and has no further comment.",
    ),
  ],
  "(B) External Consultations": [
    paragraph(
      "Questionnaires on paper and online, two public meetings, and a stall in each library. Most asked for:",
    ),
    list(
      "bullet",
      "one late evening (1,381 answers),",
      "no closing at lunchtime (1,007 answers),",
      "the same hours every week (644 answers).",
    ),
  ],
  "Implementation Date for the Decision": [
    paragraph("Following the expiry of the call-in period for the minutes of the Cabinet meeting."),
  ],
  "Appendices:": [paragraph("The answers to the consultation are published with this report.")],
  "Background Papers:": [paragraph("Library Strategy; equality impact assessment.")],
  "Introduction/Background": [
    paragraph(
      "The hours of the six libraries have not changed for nine years. In that time visits after five o’clock have halved where a library closes at five, and doubled where one evening was tried.",
    ),
    paragraph(
      "The table shows the hours proposed. ",
      words("Changes are in the evenings and at lunchtime alone", { bold: true }),
      "; Saturdays stay as they are.",
    ),
  ],
};

/** The hours proposed, library by library. */
export const openingHoursTable: { readonly title: string; readonly rows: TableRows } = {
  title: "Opening hours proposed from April",
  rows: {
    kind: "plain",
    header: ["Library", "Monday to Thursday", "Late evening", "Friday", "Saturday"],
    rows: [
      ["Bootle", "9:30 to 17:00", "Tuesday to 19:00", "9:30 to 17:00", "10:00 to 13:00"],
      ["Crosby", "9:30 to 17:30", "Thursday to 19:30", "9:30 to 17:00", "10:00 to 14:00"],
      ["Formby", "10:00 to 17:00", "Wednesday to 19:00", "10:00 to 16:00", "10:00 to 13:00"],
      ["Maghull", "10:00 to 17:00", "Monday to 19:00", "10:00 to 16:00", "10:00 to 13:00"],
      ["Netherton", "10:00 to 17:00", "Tuesday to 19:00", "Closed", "10:00 to 13:00"],
      ["Southport", "9:00 to 17:30", "Thursday to 20:00", "9:00 to 17:00", "9:30 to 15:00"],
    ],
  },
};
