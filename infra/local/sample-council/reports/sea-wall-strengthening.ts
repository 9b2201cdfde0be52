import type { TableRows } from "../../../../shared/rules/reports/report.ts";
import { type CoveringWords, implicationsTable } from "./covering-words.ts";
import { list, paragraph, words } from "./written-section.ts";

/** A covering report in the older layout, with finance and legal at the time this council was made. */
export const seaWallStrengthening: CoveringWords = {
  "Purpose/Summary": [
    paragraph(
      "To accept the tender for the second stage of strengthening the sea wall along the promenade: six hundred metres between the pier and the marine lake.",
    ),
  ],
  "Recommendation(s):": [
    paragraph("That:"),
    list(
      "decimal",
      "the tender named in the exempt annex be accepted;",
      "the Highways Manager be authorised to sign the contract once the grant is confirmed; and",
      "the promenade be closed in parts for eleven weeks from September.",
    ),
  ],
  "Reasons for the Recommendation(s):": [
    paragraph(
      "Two winters of storms have opened joints in the wall. Four hundred homes and the tramway lie behind it.",
    ),
  ],
  "Alternative Options Considered and Rejected: (including any Risk Implications)": [
    paragraph(
      "Patching each winter, which has cost £310,000 in three years and leaves the risk where it is.",
    ),
  ],
  "What will it cost and how will it be financed?": [
    paragraph("The stage costs £4.6 million, of which the environment regulator pays £3.9 million."),
  ],
  "(A) Revenue Costs": [paragraph("Inspection of the finished wall costs £8,000 a year and is budgeted.")],
  "(B) Capital Costs": [
    paragraph("The council’s share of £700,000 is in the capital programme. The stages are these:"),
  ],
  "Implications:": [
    implicationsTable([
      ["Financial", "The council’s share is in the capital programme; the rest is grant."],
      ["Legal", "Consent under the Coast Protection Act 1949 has been given."],
      ["Human Resources", "None"],
      ["Equality 1", "✓ No equality implication"],
      ["Equality 2", "Not applicable"],
      ["Equality 3", "Not applicable"],
    ]),
  ],
  "Impact of the Proposals on Service Delivery:": [
    paragraph("The promenade stays open to walkers on one side at all times. Events move to the gardens."),
  ],
  "What consultations have taken place on the proposals and when?": [
    paragraph(
      "Finance and legal are being consulted. The regulator, traders and the tramway were met on site in the spring.",
    ),
  ],
  "Implementation Date for the Decision": [paragraph("Following the call-in period.")],
  "Appendices:": [paragraph("Annex A, tenders (exempt under paragraph 3).")],
  "Background Papers:": [paragraph("Shoreline Management Plan.")],
  "Introduction/Background": [
    paragraph(
      "The wall was built in stages between the wars. The first stage of strengthening was finished two years ago and came through last winter ",
      words("without damage", { bold: true }),
      ".",
    ),
    list("bullet", "Steel piles are driven on the seaward side by a method that makes little noise.", [
      "Work stops:",
      list("roman", "at spring tides,", "on bank holidays,", "while birds roost, October to March."),
    ]),
  ],
};

/** The stages of the scheme. */
export const seaWallStages: { readonly title: string; readonly rows: TableRows } = {
  title: "Stages of the scheme",
  rows: {
    kind: "plain",
    header: ["Stage", "Length", "Cost", "State"],
    rows: [
      ["1. Marine lake to bridge", "450 m", "£3.1 million", "Finished"],
      ["2. Pier to marine lake", "600 m", "£4.6 million", "This report"],
      ["3. Bridge to northern steps", "380 m", "£2.9 million", "To be designed"],
    ],
  },
};
