/** A heading that covering reports share, whatever a council calls it. */
export type StandardHeading =
  | "summary"
  | "recommendations"
  | "reasons"
  | "alternatives"
  | "costs"
  | "revenue-costs"
  | "capital-costs"
  | "implications"
  | "resource-implications"
  | "legal-implications"
  | "equality-implications"
  | "risk-implications"
  | "climate-implications"
  | "children-implications"
  | "core-purpose"
  | "purpose-vulnerable"
  | "purpose-communities"
  | "purpose-core-services"
  | "purpose-place"
  | "purpose-reform"
  | "purpose-prosperity"
  | "purpose-income"
  | "purpose-greener"
  | "service-impact"
  | "consultations"
  | "internal-consultations"
  | "external-consultations"
  | "implementation"
  | "appendices"
  | "background-papers"
  | "introduction";

interface Standard {
  readonly id: StandardHeading;
  readonly level: 1 | 2;
  readonly names: readonly string[];
}

/** Editable: what councils call each heading. Capitals, punctuation and “(s)” carry no meaning. */
const standards: readonly Standard[] = [
  {
    id: "summary",
    level: 1,
    names: [
      "Summary",
      "Purpose/Summary",
      "Purpose and Summary",
      "Purpose of Report",
      "Purpose of the Report",
      "Purpose",
      "Executive Summary",
      "Report Summary",
      "Summary of Report",
      "Summary of the Report",
    ],
  },
  {
    id: "recommendations",
    level: 1,
    names: [
      "Recommendation(s)",
      "Recommendations",
      "Recommendation",
      "Officer Recommendations",
      "Officer Recommendation",
      "Recommended Decision",
      "Decision Required",
      "Decisions Required",
      "It is recommended that",
    ],
  },
  {
    id: "reasons",
    level: 1,
    names: [
      "Reasons for the Recommendation(s)",
      "Reasons for the Recommendations",
      "Reasons for the Recommendation",
      "Reason for the Recommendation",
      "Reasons for Recommendations",
      "Reasons for Recommendation(s)",
      "Reason for Recommendation(s)",
      "Reasons for Recommendation",
      "Reason for Recommendation",
      "Reasons for Decision",
      "Reason for Decision",
      "Reasons for the Decision",
    ],
  },
  {
    id: "alternatives",
    level: 1,
    names: [
      "Alternative Options Considered and Rejected: (including any Risk Implications)",
      "Alternative Options Considered and Rejected",
      "Alternative Options Considered",
      "Alternative Options",
      "Other Options Considered",
      "Options Considered and Rejected",
      "Options Considered",
      "Alternatives Considered",
    ],
  },
  {
    id: "costs",
    level: 1,
    names: [
      "What will it cost and how will it be financed?",
      "Financial Implications",
      "Finance Implications",
      "Cost and Financing",
      "Finance and Resource Implications",
    ],
  },
  {
    id: "revenue-costs",
    level: 2,
    names: ["(A) Revenue Costs", "Revenue Costs", "Revenue Implications", "Revenue"],
  },
  {
    id: "capital-costs",
    level: 2,
    names: ["(B) Capital Costs", "Capital Costs", "Capital Implications", "Capital"],
  },
  {
    id: "implications",
    level: 1,
    names: [
      "Implications of the Proposals",
      "Implications of the Proposal",
      "Implications",
      "Corporate Implications",
    ],
  },
  {
    id: "resource-implications",
    level: 2,
    names: [
      "Resource Implications (Financial, IT, Staffing and Assets)",
      "Resource Implications",
      "Staffing Implications",
      "Human Resources Implications",
    ],
  },
  {
    id: "legal-implications",
    level: 2,
    names: [
      "Legal Implications",
      "Legal and Governance Implications",
      "Legal and Constitutional Implications",
    ],
  },
  {
    id: "equality-implications",
    level: 2,
    names: [
      "Equality Implications",
      "Equalities Implications",
      "Equality and Diversity Implications",
      "Equality, Diversity and Inclusion Implications",
      "Equality Impact Assessment",
    ],
  },
  {
    id: "risk-implications",
    level: 2,
    names: ["Risk Implications", "Risk Management Implications", "Risk Assessment", "Risk Management"],
  },
  {
    id: "climate-implications",
    level: 2,
    names: [
      "Climate Emergency Implications",
      "Climate Change Implications",
      "Environmental Implications",
      "Climate Implications",
      "Sustainability Implications",
    ],
  },
  {
    id: "children-implications",
    level: 2,
    names: ["Impact on Children and Young People", "Corporate Parenting Implications"],
  },
  {
    id: "core-purpose",
    level: 1,
    names: [
      "Contribution to the Council's Core Purpose",
      "Contribution to the Council's Core Purposes",
      "Contribution to Corporate Priorities",
      "Contribution to the Council's Priorities",
      "Links to Corporate Priorities",
      "Link to Corporate Plan",
      "Council Priorities",
      "Corporate Priorities",
    ],
  },
  { id: "purpose-vulnerable", level: 2, names: ["Protect the most vulnerable"] },
  { id: "purpose-communities", level: 2, names: ["Facilitate confident and resilient communities"] },
  { id: "purpose-core-services", level: 2, names: ["Commission, broker and provide core services"] },
  {
    id: "purpose-place",
    level: 2,
    names: ["Place – leadership and influencer", "Place - leadership and influencer"],
  },
  { id: "purpose-reform", level: 2, names: ["Drivers of change and reform"] },
  { id: "purpose-prosperity", level: 2, names: ["Facilitate sustainable economic prosperity"] },
  { id: "purpose-income", level: 2, names: ["Greater income for social investment"] },
  { id: "purpose-greener", level: 2, names: ["Cleaner Greener", "Cleaner, Greener"] },
  {
    id: "service-impact",
    level: 1,
    names: ["Impact of the Proposals on Service Delivery", "Impact on Service Delivery"],
  },
  {
    id: "consultations",
    level: 1,
    names: [
      "What consultations have taken place on the proposals and when?",
      "Consultations",
      "Consultation",
      "Consultation Undertaken",
      "Consultation and Engagement",
      "Consultees",
    ],
  },
  {
    id: "internal-consultations",
    level: 2,
    names: ["(A) Internal Consultations", "Internal Consultations", "Internal Consultation"],
  },
  {
    id: "external-consultations",
    level: 2,
    names: ["(B) External Consultations", "External Consultations", "External Consultation"],
  },
  {
    id: "implementation",
    level: 1,
    names: [
      "Implementation Date for the Decision",
      "Implementation Date",
      "Date of Implementation",
      "Implementation of the Decision",
    ],
  },
  {
    id: "appendices",
    level: 1,
    names: ["Appendices", "Appendix", "List of Appendices", "Appendices attached"],
  },
  {
    id: "background-papers",
    level: 1,
    names: [
      "Background Papers",
      "Background Documents",
      "List of Background Papers",
      "Background Papers used in preparing this report",
      "List of Background Documents",
    ],
  },
  {
    id: "introduction",
    level: 1,
    names: [
      "Introduction/Background",
      "Introduction and Background",
      "Background/Introduction",
      "Introduction",
      "Background",
      "Background Information",
      "Introduction & Background",
    ],
  },
];

const letters = (text: string) =>
  [...text.normalize("NFKD").toLowerCase()].filter((letter) => /[\p{L}\p{N}]/u.test(letter));
const byLength = standards
  .flatMap((standard) => standard.names.map((name) => ({ standard, name, letters: letters(name) })))
  .sort((a, b) => b.letters.length - a.letters.length);

/** Words that fill a heading without saying anything. */
export const fillers =
  /^(?:none|nil|n\s?\/?\s?a|not applicable|no implications?|none (?:arising|identified|directly applicable)|as above|see above|as above\.|there are (?:no|none)(?: \p{L}+){0,3})\.?$/iu;

/** A standard heading at the beginning of a line, and what stands behind it on the line. */
export interface FoundHeading {
  readonly standard: StandardHeading;
  readonly level: 1 | 2;
  /** As printed. */
  readonly heading: string;
  /** As this list spells it. */
  readonly name: string;
  readonly rest: string;
}

/**
 * The standard heading a text begins with; null when it begins with none. Words behind a heading belong to it when
 * a colon or question mark parts them, or when they are a filler.
 */
export function coveringHeading(text: string): FoundHeading | null {
  const numbered = /^(?:\d{1,2}(?:\.0)?[.)]?\s+)(?=\p{L})/u.exec(text)?.[0] ?? "";
  const words = text.slice(numbered.length);
  if (!/^[(\p{Lu}]/u.test(words)) return null;
  for (const { standard, letters: wanted, name } of byLength) {
    const end = endOf(words, wanted);
    if (end < 0) continue;
    const after = words.slice(end);
    const sign = /^[\s)\]’'”*]*(?::\s*[-–]?|\?\s*:?|\.(?=\s*$)|\s[-–—]\s|(?=\s*$))\s*/.exec(after);
    const risk = /^\s*:?\s*\(including any risk[^)]*\)?\s*/i.exec(after);
    const rest = (risk ? after.slice(risk[0].length) : sign ? after.slice(sign[0].length) : after).trim();
    if (!risk && !sign && !(fillers.test(rest) && rest !== "") && !(name.length > 45 && rest === ""))
      continue;
    if (numbered !== "" && rest !== "" && !fillers.test(rest)) continue;
    const printed = risk ? words.slice(0, end) + risk[0] : words.slice(0, end) + (sign?.[0] ?? "");
    return {
      standard: standard.id,
      level: standard.level,
      heading: `${numbered}${printed}`.replace(/\s+/g, " ").trim(),
      name,
      rest,
    };
  }
  return null;
}

/** Where the wanted letters end in the text; -1 when it does not begin with them. */
function endOf(text: string, wanted: readonly string[]): number {
  let met = 0;
  for (let at = 0; at < text.length; at += 1) {
    for (const letter of (text[at] ?? "").normalize("NFKD").toLowerCase()) {
      if (!/[\p{L}\p{N}]/u.test(letter)) continue;
      if (letter !== wanted[met]) return -1;
      met += 1;
    }
    if (met === wanted.length) {
      if (/^[\p{L}\p{N}]/u.test(text.slice(at + 1))) return -1;
      return at + 1 + (/^\(s\)/i.exec(text.slice(at + 1))?.[0].length ?? 0);
    }
  }
  return -1;
}

const mandatory: readonly StandardHeading[] = [
  "summary",
  "recommendations",
  "reasons",
  "alternatives",
  "implementation",
  "background-papers",
];

/** Names of the headings every covering report should have and this one has not. */
export function missingHeadings(found: ReadonlySet<StandardHeading>): string[] {
  return standards
    .filter(({ id }) => mandatory.includes(id) && !found.has(id))
    .map(({ names }) => names[0] ?? "");
}
