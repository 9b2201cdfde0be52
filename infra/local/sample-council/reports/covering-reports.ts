import type { FrontSheetLayout, Report } from "../../../../shared/rules/reports/report.ts";
import type { SampleOfficer } from "../people.ts";
import { type CoveringWords, shortWords } from "./covering-words.ts";
import { libraryOpeningHours, openingHoursTable } from "./library-opening-hours.ts";
import { seaWallStages, seaWallStrengthening } from "./sea-wall-strengthening.ts";

/** A covering report of the sample council. */
export interface CoveringEntry {
  readonly subject: string;
  readonly state: Report["state"];
  /**
   * Where it goes: to the coming meeting whose agenda is out or is due, to the meeting whose minutes hold its subject,
   * or to the Cabinet on the day the plan lists its subject.
   */
  readonly meeting: "published" | "deadline" | "minuted" | "planned";
  readonly officer: SampleOfficer;
  readonly portfolio: string;
  readonly layout?: FrontSheetLayout;
  /** Who of those that sign in works on it. */
  readonly author?: "author" | "financeOfficer";
  readonly keyDecision?: true;
  readonly exemptParagraphs?: readonly string[];
  readonly words: CoveringWords;
  readonly table?: { readonly under: string } & typeof openingHoursTable;
}

/** Every covering report: the two that are written out in full first. */
export const coveringReports: readonly CoveringEntry[] = [
  {
    subject: "Library Opening Hours",
    state: "considered",
    meeting: "minuted",
    officer: "communities",
    portfolio: "Communities and Housing",
    keyDecision: true,
    words: libraryOpeningHours,
    table: { under: "Introduction/Background", ...openingHoursTable },
  },
  {
    subject: "Southport Promenade: Sea Wall Strengthening",
    state: "in-consultation",
    meeting: "planned",
    officer: "highways",
    portfolio: "Locality Services",
    layout: "front-sheet-older",
    keyDecision: true,
    exemptParagraphs: ["3"],
    words: seaWallStrengthening,
    table: { under: "(B) Capital Costs", ...seaWallStages },
  },
  {
    subject: "Bootle Town Hall: Solar Panels and Heat Pumps",
    state: "draft",
    meeting: "planned",
    officer: "property",
    portfolio: "Regulatory, Compliance and Corporate Services",
    author: "author",
    keyDecision: true,
    words: {
      ...shortWords({
        summary:
          "The boilers of the town hall are forty years old. This report proposes heat pumps and solar panels.",
        recommended: [
          "the works in the report be approved; and",
          "£1.4 million be added to the capital programme.",
        ],
        because: "The works pay for themselves in eleven years and take the building off gas.",
        rejected: "New gas boilers, which would have to be replaced again within twenty years.",
        cost: "Energy costs fall by about £120,000 a year.",
      }),
      "Legal Implications:": [],
      "Equality Implications:": [],
      "(A) Internal Consultations": [],
    },
  },
  {
    subject: "Agency Staff: Joining a Regional Framework",
    state: "returned",
    meeting: "planned",
    officer: "personnel",
    portfolio: "Regulatory, Compliance and Corporate Services",
    author: "author",
    keyDecision: true,
    words: shortWords({
      summary: "The council spends £3.8 million a year on agency staff through eleven suppliers.",
      recommended: ["agency staff be bought through the framework of the region’s councils."],
      because: "One set of terms is cheaper and easier to check than eleven.",
      rejected: "A framework of our own, which would take a year to set up.",
      cost: "A saving of £190,000 a year is expected.",
    }),
  },
  {
    subject: "Treasury Management Strategy",
    state: "hos-signed-off",
    meeting: "planned",
    officer: "finance",
    portfolio: "Regulatory, Compliance and Corporate Services",
    author: "financeOfficer",
    keyDecision: true,
    words: shortWords({
      summary:
        "The strategy for borrowing and investment in the coming year, with the limits that the law asks for.",
      recommended: ["Council be recommended to approve the strategy and the limits in Annex A."],
      because: "The council must approve a strategy before the year begins.",
      rejected: "None: the strategy is required.",
      cost: "Interest is in the revenue budget.",
    }),
  },
  {
    subject: "Short Breaks for Disabled Children",
    state: "cleared",
    meeting: "deadline",
    officer: "children",
    portfolio: "Children's Services",
    words: shortWords({
      summary:
        "Families were asked what short breaks they need. Most asked for weekends and for help close to home.",
      recommended: ["the offer set out in the report be approved.", "it be looked at again in two years."],
      because: "It moves money from breaks that are little used to those with a waiting list.",
      rejected: "Direct payments alone, which many families do not want to manage.",
      cost: "There is no additional cost.",
    }),
  },
  {
    subject: "Council Tax for Young People Leaving Care",
    state: "submitted",
    meeting: "deadline",
    officer: "finance",
    portfolio: "Children's Services",
    layout: "front-sheet-older",
    words: shortWords({
      summary:
        "Young people who leave care pay no council tax until they are twenty-one. This report proposes twenty-five.",
      recommended: ["relief be given until the age of twenty-five."],
      because: "Most debts of care leavers to the council are council tax.",
      rejected: "Relief to the age of twenty-three.",
      cost: "About £38,000 a year, met from the hardship fund.",
    }),
  },
  {
    subject: "Supported Internships for Young People",
    state: "published",
    meeting: "published",
    officer: "education",
    portfolio: "Education",
    words: shortWords({
      summary:
        "Twelve young people with special educational needs worked in the council for a year; eight now have a job.",
      recommended: ["twenty internships be offered next year."],
      because: "It is the surest way into work that the council knows for these young people.",
      rejected: "Keeping twelve places.",
      cost: "£64,000, of which £50,000 is grant.",
    }),
  },
  {
    subject: "Travel Assistance Working Group: Final Report",
    state: "to-follow",
    meeting: "published",
    officer: "legal",
    portfolio: "Education",
    words: shortWords({
      summary: "The working group makes six recommendations on how pupils travel to school.",
      recommended: ["the recommendations be supported and passed to the Cabinet."],
      because: "They rest on what families, drivers and schools told the group.",
      rejected: "None.",
      cost: "Each recommendation says what it costs.",
    }),
  },
  {
    subject: "Winter Maintenance of the Highway Network",
    state: "closed",
    meeting: "minuted",
    officer: "highways",
    portfolio: "Locality Services",
    words: shortWords({
      summary: "The plan for the winter: which routes are treated, when, and with how much salt.",
      recommended: ["the winter plan be approved."],
      because: "The council must keep highways safe from snow and ice as far as is practicable.",
      rejected: "Fewer routes.",
      cost: "£610,000 in an ordinary winter, in the budget.",
    }),
  },
  {
    subject: "Healthy Weight Declaration",
    state: "deferred",
    meeting: "planned",
    officer: "publicHealth",
    portfolio: "Health and Wellbeing",
    words: shortWords({
      summary: "The declaration has fourteen commitments, from advertising to school meals.",
      recommended: ["the declaration be adopted."],
      because: "One child in four starts school above a healthy weight.",
      rejected: "Adopting part of it.",
      cost: "There is no cost.",
    }),
  },
  {
    subject: "Outdoor Education Centre: New Boathouse",
    state: "withdrawn",
    meeting: "planned",
    officer: "education",
    portfolio: "Education",
    words: shortWords({
      summary: "The boathouse is unsafe and its roof leaks.",
      recommended: ["a new boathouse be built."],
      because: "Nine hundred children a year learn to sail there.",
      rejected: "Repair.",
      cost: "£420,000.",
    }),
  },
];
