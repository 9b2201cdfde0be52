import type { BusinessEntry } from "./business-entry.ts";

/** The last meeting: one matter in call-in, one that the Council decides, one too urgent to wait. */
export const lastCabinetBusiness: readonly BusinessEntry[] = [
  {
    title: "Library Opening Hours",
    reportOf: "Head of Communities",
    said: [
      "The Cabinet considered the report of the Head of Communities on the answers to the consultation.",
      "The Cabinet Member for Communities and Housing said that evening visits had doubled where they were tried.",
    ],
    decided: [
      ["(1)", "the new opening hours in the annex be approved from April, subject to:"],
      ["(1)(A)", "every library being open on one evening a week; and"],
      ["(1)(B)", "no library being closed for two days running;"],
      ["(2)", "the Head of Communities report on visits after six months."],
    ],
    reasons: "The hours follow what most people asked for and can be staffed from the present budget.",
    alternatives:
      "Keeping the hours as they are, which most people who answered found too short in the evening.",
    keyDecision: true,
  },
  {
    title: "Capital Programme: Changes in the Second Quarter",
    reportOf: "Executive Director of Corporate Resources",
    said: ["The Cabinet considered the report on schemes that cost more, or less, than was planned."],
    decided: [
      ["(1)", "Council be recommended to add the schemes in Annex A to the capital programme; and"],
      ["(2)", "Council be recommended to take the schemes in Annex B out of it."],
    ],
    reasons: "Changes above the limit of the Financial Procedure Rules are for the Council.",
    alternatives: "None: the schemes cannot begin without approval.",
  },
  {
    title: "Emergency Repairs to the Pumping Station, Fine Jane's Brook",
    reportOf: "Highways Manager",
    said: ["The Highways Manager said that one of the two pumps had failed and the other was at its limit."],
    decided: [["", "a contract for the repair be let at once at the price in the report."]],
    reasons:
      "Homes would flood if the second pump failed in a wet winter; call-in was waived for that reason.",
    alternatives: "Hired pumps, which cost more in three months than the repair.",
    urgent: true,
  },
];

/** The meeting before it, with the matter that was called in. */
export const calledInBusiness: BusinessEntry = {
  title: "Charges for Green Waste Collections",
  reportOf: "Head of Locality Services",
  said: [
    "The Cabinet considered the report on a yearly charge for emptying green bins.",
    "A member asked what was known of households without a garden shed or a car.",
  ],
  decided: [
    ["(1)", "a charge of £42 a year be made from April; and"],
    ["(2)", "households that receive council tax reduction pay half."],
  ],
  reasons: "The collection costs more each year and few councils of the region still make it free.",
  alternatives: "Ending the collection; a charge for the second bin alone, which would not meet the cost.",
  keyDecision: true,
  referredBack: true,
};

/** Earlier meetings, the newest first. */
export const earlierCabinetBusiness: readonly BusinessEntry[] = [
  {
    title: "Winter Maintenance of the Highway Network",
    reportOf: "Highways Manager",
    said: ["The Cabinet considered the plan for the winter and the routes that are treated first."],
    decided: [["", "the winter plan be approved."]],
    reasons: "The council must keep highways safe from snow and ice as far as is practicable.",
    alternatives: "Fewer routes, which would leave two hospitals on untreated roads.",
  },
  {
    title: "Empty Homes: Two Years On",
    reportOf: "Head of Housing and Investment",
    said: ["One hundred and twelve homes had been brought back into use, forty of them in Bootle."],
    decided: [
      ["(1)", "the progress be noted; and"],
      ["(2)", "the loans to owners be offered for two more years."],
    ],
    reasons: "Every loan so far has been repaid or is being repaid.",
    alternatives: "Compulsory purchase alone, which is slower and dearer.",
  },
  {
    title: "Review of School Crossing Patrols",
    reportOf: "Head of Education",
    said: ["Two patrols had fewer than ten children; three crossings without a patrol had more than sixty."],
    decided: [["", "patrols be moved to the three crossings named in the report."]],
    reasons: "The patrols go where most children cross.",
    alternatives: "Adding patrols, for which no money is set aside.",
  },
  {
    title: "Contract for Street Lighting Columns",
    reportOf: "Highways Manager",
    said: ["Five tenders had been received and scored on price and quality."],
    decided: [["", "the tender of Bidder C be accepted for four years."]],
    reasons: "It had the highest score.",
    alternatives: "Extending the present contract, which the rules do not allow again.",
    keyDecision: true,
  },
  {
    title: "Public Health Annual Report",
    reportOf: "Director of Public Health",
    said: ["This year's report was about loneliness, and was illustrated by people who had lived with it."],
    decided: [["", "the report be received and its proposals be taken up by each service."]],
    reasons: "The Director has a duty to write the report and the council to publish it.",
    alternatives: "None.",
  },
  {
    title: "Southport Market: Opening on Mondays",
    reportOf: "Property and Estates Manager",
    said: ["Traders were divided; the food hall wished to open, most craft stalls did not."],
    decided: [["", "the food hall open on Mondays for a trial of a year."]],
    reasons: "A trial shows what a survey cannot.",
    alternatives: "Opening the whole hall; leaving it closed.",
  },
  {
    title: "Apprenticeships in the Council",
    reportOf: "Head of Personnel",
    said: ["Sixty-one apprentices worked for the council, nine of them care leavers."],
    decided: [["", "twenty further places be offered, five of them kept for care leavers."]],
    reasons: "The levy is paid whether it is used or not.",
    alternatives: "Passing the levy to local firms, which is done with what is left.",
  },
  {
    title: "Allotments: Rents and Waiting Lists",
    reportOf: "Head of Locality Services",
    said: ["Some people had waited nine years; one plot in twelve was not worked."],
    decided: [
      ["(1)", "plots left untended for a season be offered to the next on the list; and"],
      ["(2)", "half plots be offered first."],
    ],
    reasons: "It brings plots to those who wait without new land.",
    alternatives: "Buying land, for which there is no money.",
  },
  {
    title: "Cemeteries: New Section at Thornton",
    reportOf: "Head of Locality Services",
    said: ["At the present pace the cemetery would be full in four years."],
    decided: [["", "the new section be laid out as the drawing shows."]],
    reasons: "Ground must settle for two years before it is used.",
    alternatives: "Burials in the north of the borough alone.",
  },
  {
    title: "Energy Contracts for Council Buildings",
    reportOf: "Property and Estates Manager",
    said: ["The purchasing body of the region's councils had advised buying in three parts."],
    decided: [["", "electricity and gas be bought through the regional body for three years."]],
    reasons: "Buying in parts spreads the risk of a bad day on the market.",
    alternatives: "A fixed price for three years, dearer on the day it was quoted.",
    keyDecision: true,
  },
];
