/** The fields of an item of the Forward Plan, as its detail table labels them. */
export type PlanField =
  | "title"
  | "details"
  | "decisionMaker"
  | "decisionExpected"
  | "criteria"
  | "financial"
  | "community"
  | "exempt"
  | "wards"
  | "scrutinyArea"
  | "consultees"
  | "consultationMethod"
  | "backgroundDocuments"
  | "keyDecision"
  | "contacts";

/**
 * How councils label the fields. Capitals, punctuation and spaces carry no meaning. Editable: add the words of
 * another council’s plan to their field.
 */
export const planLabels: Readonly<Record<PlanField, readonly string[]>> = {
  title: ["Title", "Item Heading", "Item", "Subject", "Title of Decision", "Decision Title"],
  details: [
    "Details of Decision to be taken",
    "Details of Decision",
    "Details of the Decision to be taken",
    "Decision to be taken",
    "Matter for Decision",
    "Description of Decision",
    "Summary of Decision",
    "Proposed Decision",
    "Description",
    "Details",
    "Purpose",
    "What is the Decision",
  ],
  decisionMaker: [
    "Decision Maker",
    "Decision Makers",
    "Decision Making Body",
    "Decision Making Individual or Body",
    "Decision to be taken by",
    "Who will make the Decision",
    "Decision Taker",
    "Decision by",
  ],
  decisionExpected: [
    "Decision Expected",
    "Decision Due",
    "Date of Decision",
    "Date Decision Expected",
    "Expected Date of Decision",
    "Date Decision to be taken",
    "When the Decision is expected",
    "Decision Due Date",
    "Date of Meeting",
    "Meeting Date",
    "Decision Date",
    "Due Date",
    "Proposed Date of Decision",
    "Date of Proposed Decision",
    "Earliest Date of Decision",
    "Likely Date of Decision",
  ],
  criteria: [
    "Key Decision Criteria",
    "Key Decision Criterion",
    "Reason for Key Decision",
    "Criteria for Key Decision",
    "Reason it is a Key Decision",
    "Why is it a Key Decision",
    "Why this is a Key Decision",
    "Key Decision Reason",
    "Reason Key",
  ],
  financial: ["Financial", "Financial Impact"],
  community: ["Community Impact"],
  exempt: [
    "Exempt Report",
    "Exempt",
    "Open or Exempt",
    "Open / Exempt Report",
    "Report Status",
    "Public or Private",
    "Part 2",
    "Part II",
    "Part 2 Report",
    "Private",
    "Is the Report Exempt",
    "Will the Report be Private",
    "Exempt Information",
    "Confidential",
  ],
  wards: [
    "Wards Affected",
    "Ward Affected",
    "Wards",
    "Ward(s) Affected",
    "Ward(s)",
    "Electoral Divisions Affected",
    "Divisions Affected",
    "Areas Affected",
  ],
  scrutinyArea: [
    "Scrutiny Committee Area",
    "Overview and Scrutiny Committee Area",
    "Overview and Scrutiny Committee",
    "Scrutiny Committee",
    "Scrutiny Area",
  ],
  consultees: [
    "Persons/Organisations to be Consulted",
    "Persons and Organisations to be Consulted",
    "Persons/Organisations Consulted",
    "Consultees",
    "Who will be Consulted",
    "Consultation",
    "Proposed Consultation",
    "Consultation Undertaken",
    "Consultation Details",
  ],
  consultationMethod: [
    "Method(s) of Consultation",
    "Method of Consultation",
    "Methods of Consultation",
    "Means of Consultation",
    "How Consultation will take place",
  ],
  backgroundDocuments: [
    "List of Background Documents to be Considered by Decision-maker",
    "List of Background Documents",
    "List of Documents to be Considered by Decision-maker",
    "Background Documents",
    "Background Papers",
    "Documents to be Considered",
    "Documents Considered by the Decision Maker",
    "Documents to be Submitted to the Decision Maker",
    "Documents to be Submitted",
    "Documents Submitted",
    "Supporting Documents",
    "Relevant Documents",
    "Documents",
  ],
  keyDecision: ["Key Decision", "Is this a Key Decision", "Is it a Key Decision", "Key"],
  contacts: [
    "Contact Officer(s) details",
    "Contact Officer(s)",
    "Contact Officer details",
    "Contact Officer",
    "Contact Officers",
    "Officer Contact",
    "Lead Officer",
    "Responsible Officer",
    "Report Author",
    "Contact details",
    "Contact",
  ],
};

/** Labels too short to be told from ordinary words: they count only in a cell of their own, or before a colon. */
export const shortLabels: ReadonlySet<string> = new Set(
  [
    "Title",
    "Item",
    "Subject",
    "Exempt",
    "Wards",
    "Ward(s)",
    "Financial",
    "Financial Impact",
    "Community Impact",
    "Contact",
    "Decision Due",
    "Description",
    "Details",
    "Purpose",
    "Due Date",
    "Decision Date",
    "Date of Meeting",
    "Meeting Date",
    "Part 2",
    "Part II",
    "Private",
    "Confidential",
    "Key Decision",
    "Key",
    "Consultation",
    "Documents",
    "Decision by",
    "Report Author",
  ].map(labelKey),
);

/** A label as a key: only its letters count. */
export function labelKey(text: string): string {
  return text.toLowerCase().replace(/[^a-z]/g, "");
}

/** Wards whose name has an “and” in it, so that a list is not parted there. Editable. */
export const wardsWithAnd: readonly string[] = ["Netherton and Orrell", "Netherton & Orrell"];
