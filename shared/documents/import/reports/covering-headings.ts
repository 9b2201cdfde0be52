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
      "Recommended",
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
/** By the first letter, the longest first. */
const byFirstLetter = Map.groupBy(
  standards
    .flatMap((standard) => standard.names.map((name) => ({ standard, name, letters: letters(name) })))
    .sort((a, b) => b.letters.length - a.letters.length),
  (named) => named.letters[0],
);
/** A heading with its punctuation takes no more characters of a text than this. */
const longestHeading = 250;
const mostLetters = Math.max(...[...byFirstLetter.values()].flat().map((named) => named.letters.length));

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
  const begins = lettersAt(words.slice(0, longestHeading));
  for (const { standard, letters: wanted, name } of byFirstLetter.get(begins[0]?.letter) ?? []) {
    const end = endOf(words, begins, wanted);
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

const meanings: readonly { readonly id: StandardHeading; readonly words: RegExp }[] = [
  {
    id: "background-papers",
    words: /\bbackground (?:papers?|documents?|reading)\b|\bdocuments? (?:relied|used|referred)\b/i,
  },
  {
    id: "appendices",
    words: /^(?:list of )?(?:appendi(?:x|ces)|annex(?:es)?|attachments?|enclosures?)\b(?!\s+[\dA-Z]\b)/i,
  },
  { id: "reasons", words: /^reasons?\b|\bwhy (?:this|we|now|it)\b|^rationale\b/i },
  {
    id: "alternatives",
    words:
      /\balternatives?\b|\bother options\b|\boptions? (?:considered|not|rejected|appraisal|analysis|available)\b|^options$|\bwhat else\b/i,
  },
  {
    id: "recommendations",
    words:
      /\brecommend(?:ed|ations?)\b|\b(?:is|are) (?:asked|invited|requested|being asked) to\b|\b(?:decisions?|actions?) (?:required|requested|sought|needed)\b|^proposed decisions?\b|^proposals?$|\basked to do\b/i,
  },
  { id: "legal-implications", words: /^(?:the )?(?:legal|law|statutory|governance)\b/i },
  {
    id: "costs",
    words: /^(?:the )?(?:financ|money|costs?\b|budget|what (?:will|does|would) it cost|value for money)/i,
  },
  { id: "equality-implications", words: /\bequalit|\bfairness\b|\bdiversity\b|\binclusion\b/i },
  {
    id: "climate-implications",
    words: /\bclimate\b|\bcarbon\b|\benvironmental (?:impact|implications?)|\bsustainab|\bbiodiversity\b/i,
  },
  { id: "risk-implications", words: /\brisks?\b/i },
  {
    id: "resource-implications",
    words: /^(?:human resources|staffing|workforce|hr\b|people|resources?\b|property|ict\b)/i,
  },
  { id: "consultations", words: /\bconsult(?:ation|ations|ees|ed|ing)\b|\bengagement\b/i },
  { id: "implications", words: /\bimplications\b/i },
  {
    id: "core-purpose",
    words: /\b(?:corporate|council|strategic) (?:plan|priorities|objectives|aims|outcomes)\b/i,
  },
  { id: "implementation", words: /\bimplementation\b|^next steps\b|^timetable\b|^timescale/i },
  {
    id: "summary",
    words:
      /\bsummary\b|^purpose\b|\bpurpose of\b|\bwhat (?:this|the) report is about\b|\bwhat is this report about\b|^about this report\b/i,
  },
  {
    id: "introduction",
    words:
      /^(?:introduction|background|context|the issue|issues?\b|details?\b|main (?:report|body|issues)|how we got here|current (?:position|situation)|proposals?\b|considerations?\b)/i,
  },
];

/** Which standard heading a heading of a report’s own stands for, by its words; undefined for none. */
export function headingMeaning(heading: string): StandardHeading | undefined {
  const words = heading
    .replace(/^[\d.]+\s*/, "")
    .replace(
      /^(?:what|how|who)\s+(?:are|is|were|has|have|will)\s+(?:the|there|any|be the)\s+(?:key\s+|main\s+)?/i,
      "",
    );
  return words.length > 100 ? undefined : meanings.find(({ words: meant }) => meant.test(words))?.id;
}

interface PlacedLetter {
  readonly letter: string;
  readonly at: number;
}

/** The first letters and figures of a text, as many as a heading has, without case and accents, each with its place. */
function lettersAt(text: string): PlacedLetter[] {
  const found: PlacedLetter[] = [];
  for (let at = 0; at < text.length && found.length < mostLetters; at += 1)
    for (const letter of letters(text[at] ?? "")) found.push({ letter, at });
  return found;
}

/** Where the wanted letters end in the text; -1 when it does not begin with them. */
function endOf(text: string, begins: readonly PlacedLetter[], wanted: readonly string[]): number {
  if (!wanted.every((letter, place) => begins[place]?.letter === letter)) return -1;
  const after = (begins[wanted.length - 1]?.at ?? -1) + 1;
  const rest = text.slice(after, after + 4);
  if (/^[\p{L}\p{N}]/u.test(rest)) return -1;
  return after + (/^\(s\)/i.exec(rest)?.[0].length ?? 0);
}

const mandatory: readonly StandardHeading[] = ["summary", "recommendations"];
/** What the template of the full front sheet asks for besides. */
const ofTemplate: readonly StandardHeading[] = [
  "reasons",
  "alternatives",
  "implementation",
  "background-papers",
];
/** The headings that only the template of the full front sheet has. */
export const templateHeading = /^(?:what will it cost|what consultations|contribution to the council)/i;

/** Names of the headings a covering report should have and this one has not: more where it follows the template. */
export function missingHeadings(
  found: readonly { readonly heading: string; readonly standard?: StandardHeading }[],
): string[] {
  const template = found.some(
    ({ heading, standard }) => templateHeading.test(heading) || standard === "implementation",
  );
  const wanted = template ? [...mandatory, ...ofTemplate] : mandatory;
  return standards
    .filter(({ id }) => wanted.includes(id) && !found.some(({ standard }) => standard === id))
    .map(({ names }) => names[0] ?? "");
}
