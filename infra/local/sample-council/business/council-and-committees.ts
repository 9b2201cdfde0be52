import { type BusinessEntry, noted } from "./business-entry.ts";

const application = (reference: string, place: string, said: string, decided: string): BusinessEntry => ({
  title: `Application ${reference}: ${place}`,
  reportOf: "Chief Planning Officer",
  said: [said],
  decided: [["", decided]],
});

/** What the Council and the committees that decide for it dealt with, the newest first. */
export const councilAndCommitteeBusiness: Readonly<Record<string, readonly BusinessEntry[]>> = {
  CNL: [
    {
      title: "Capital Programme: Additional Schemes",
      reportOf: "Executive Director of Corporate Resources",
      said: ["The recommendation of the Cabinet was moved by the Leader and seconded."],
      decided: [["", "the schemes be added to the capital programme."]],
    },
    {
      title: "Motion: Swift Bricks in New Homes",
      reportOf: "Legal and Democratic Officer",
      said: ["The motion was debated and carried."],
      decided: [["", "the Chief Planning Officer be asked to advise how they may be required."]],
    },
    noted("Special Urgency: Annual Report", "Legal and Democratic Officer", "The procedure was used once."),
    {
      title: "Members' Allowances",
      reportOf: "Legal and Democratic Officer",
      said: ["The independent panel had advised a rise in line with staff pay."],
      decided: [["", "the scheme be amended as the panel advised."]],
    },
    {
      title: "Gambling Policy",
      reportOf: "Legal and Democratic Officer",
      said: ["The policy had been recommended after consultation."],
      decided: [["", "the policy be adopted for three years."]],
    },
    noted(
      "Questions to Cabinet Members",
      "Legal and Democratic Officer",
      "Nine questions were put and answered.",
    ),
    noted("Scrutiny: Annual Report", "Legal and Democratic Officer", "The chairs spoke to the report."),
  ],
  PLN: [
    application(
      "S/1042",
      "Land at Moor Lane, Thornton",
      "Three neighbours and the agent spoke; members had visited the site.",
      "permission be granted with the conditions in the report and one on working hours.",
    ),
    application(
      "S/1057",
      "Former Bank, Lord Street, Southport",
      "Members welcomed the use of an empty building.",
      "permission be granted.",
    ),
    application(
      "S/0988",
      "Garage Court, Sefton Street, Litherland",
      "Members were concerned about light to the homes behind.",
      "permission be refused because of the loss of light.",
    ),
    noted("Planning Appeals", "Chief Planning Officer", "Four of five appeals had been dismissed."),
    application(
      "S/0931",
      "Barn at Lydiate Lane, Maghull",
      "The barn is of the eighteenth century.",
      "listed building consent be granted.",
    ),
    application(
      "S/0902",
      "Sports Ground, Hall Road West, Crosby",
      "The club spoke about its youth teams.",
      "permission be granted for floodlights until nine in the evening.",
    ),
    application(
      "S/0877",
      "Corner Shop, Marsh Lane, Bootle",
      "No objection had been received.",
      "permission be granted.",
    ),
    noted("Enforcement: Six Months", "Chief Planning Officer", "Twelve notices were served."),
    application(
      "S/0850",
      "Dunes Edge, Harington Road, Formby",
      "Advice on the dunes had been received after the agenda was out.",
      "the application be deferred for a site visit.",
    ),
    application(
      "S/0833",
      "Mill Farm, Ince Blundell",
      "The parish council supported it.",
      "permission be granted.",
    ),
  ],
  LIC: [
    noted(
      "Taxi Licences: Half-Yearly Figures",
      "Legal and Democratic Officer",
      "Eight hundred were in force.",
    ),
    {
      title: "Street Trading Consents",
      reportOf: "Legal and Democratic Officer",
      said: ["Two applicants asked for the same pitch."],
      decided: [["", "the pitch be let by lot."]],
    },
    noted("Animal Boarding Inspections", "Legal and Democratic Officer", "Every premises had been visited."),
    noted(
      "Fees for Licences",
      "Legal and Democratic Officer",
      "Fees cover what licensing costs and no more.",
    ),
  ],
  AUD: [
    {
      title: "Statement of Accounts",
      reportOf: "Executive Director of Corporate Resources",
      said: ["The external auditor said that an unqualified opinion would be given."],
      decided: [["", "the accounts be approved and signed by the chair."]],
    },
    noted(
      "Internal Audit: Progress",
      "Chief Internal Auditor",
      "Two opinions were major; both are followed up.",
    ),
    noted("Risk Register", "Chief Internal Auditor", "The risk of supplier failure had risen."),
    noted("Anti-Fraud Policy", "Chief Internal Auditor", "The policy had been brought up to date."),
  ],
};
