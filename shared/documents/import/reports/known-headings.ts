import { headingKey } from "../../../rules/reports/report.ts";

/**
 * Headings that recur in Cabinet Member reports, with the level they stand at. Editable: a council adds the names
 * of its own services. Capitals, a trailing colon or full stop, “The”, “Team” and “Function” carry no meaning.
 */
interface KnownHeading {
  readonly names: readonly string[];
  readonly level: 1 | 2 | 3;
  /** Another level when the heading stands inside one of these. */
  readonly within?: Readonly<Record<string, 2 | 3>>;
}

const headings: readonly KnownHeading[] = [
  {
    names: ["Corporate Support Services", "Corporate Resources", "Personnel Department", "Personnel"],
    level: 1,
  },
  {
    names: [
      "Democratic Services",
      "Democratic Services Team Overview",
      "Electoral Services",
      "Registrars",
      "Coroners",
    ],
    level: 1,
  },
  {
    names: ["Legal Services", "Financial Management", "Customer Centric Services", "Risk and Audit"],
    level: 1,
  },
  { names: ["Regulatory and Other Committees"], level: 1 },
  {
    names: ["Civic and Mayoral Services"],
    level: 1,
    within: { "Democratic Services Team Overview": 2 },
  },
  { names: ["ICT"], level: 1, within: { "Corporate Resources": 2 } },
  {
    names: ["Strategic Support", "Procurement"],
    level: 1,
    within: { "Corporate Support Services": 2, "Corporate Resources": 2 },
  },
  {
    names: [
      "Strategic Support Unit",
      "Commissioning Support",
      "Procurement Team",
      "Performance & Business Intelligence",
      "Communications",
      "Corporate Communications",
      "Consultation & Engagement",
      "Information Governance, Complaints and Subject Access",
    ],
    level: 2,
  },
  {
    names: [
      "Corporate Finance",
      "Internal Audit",
      "Health and Safety",
      "Insurance",
      "Risk and Resilience",
      "Energy & Environmental Management",
      "Revenues and Benefits",
      "Customer Services",
    ],
    level: 2,
  },
  {
    names: [
      "Operational Issues",
      "Pay & Grading",
      "Pay & Grading and Establishment Control",
      "Pay & Grading, Job evaluation, policy and projects",
      "Transactional HR Payroll & Pension (THRP) Services",
      "Service Development, Establishment Control, Transactional HR Payroll & Pension (THRP) Services",
      "Occupational Health",
      "Workforce Learning and Development",
      "Workforce Learning and Development (CLC)",
    ],
    level: 2,
  },
  {
    names: [
      "Overview and Scrutiny",
      "Admission Appeals",
      "School Appeals",
      "Member Development",
      "Audit and Governance Committee",
      "Health and Wellbeing Board",
      "Licensing and Regulatory Committee",
    ],
    level: 2,
  },
  {
    names: [
      "Budget Monitoring",
      "Medium Term Financial Plan",
      "Outturn",
      "Cyber Security",
      "Transformation",
      "ICT Contracts/procurement",
      "Infrastructure",
      "Apprenticeships",
    ],
    level: 3,
  },
];

/** A heading as these names are compared: without article, year, and the words for “team”. */
function comparableHeading(heading: string): string {
  return headingKey(
    heading
      .replace(/^\s*(?:\d+(?:\.\d+)*\.?\s+)?(?:the\s+)?/i, "")
      .replace(/\b(?:19|20)\d{2}(?:\s*[-–/]\s*\d{2,4})?\b/g, " ")
      .replace(/\s+(?:team|function|section|department)\b\s*[.:]*\s*$/i, " "),
  );
}

const byKey = new Map(
  headings.flatMap((heading) => heading.names.map((name) => [comparableHeading(name), heading] as const)),
);
/** “The Procurement Team” and “Procurement” are two services; these keep their word. */
const exactNames = new Map(
  headings.flatMap((heading) => heading.names.map((name) => [headingKey(name), heading] as const)),
);

function find(heading: string): KnownHeading | undefined {
  const plain = heading.replace(/^\s*(?:the\s+)/i, "");
  return exactNames.get(headingKey(plain)) ?? byKey.get(comparableHeading(heading));
}

export function isKnownHeading(heading: string): boolean {
  return find(heading) !== undefined || isCommitteeHeading(heading);
}

/** “Overview and Scrutiny Committee (Regeneration and Skills)”: one block for each committee. */
function isCommitteeHeading(heading: string): boolean {
  return (
    /^(?:.*\b)?(?:overview (?:and|&) scrutiny|scrutiny) (?:committee|management board)\b/i.test(heading) &&
    heading.length < 120
  );
}

/**
 * The level of a known heading inside the headings that are open above it; null when it is not known.
 * @param open the headings above, outermost first.
 */
export function knownLevel(heading: string, open: readonly string[]): 1 | 2 | 3 | null {
  if (isCommitteeHeading(heading)) {
    return open.some((name) => headingKey(name) === "OVERVIEW-AND-SCRUTINY") ? 3 : 2;
  }
  const found = find(heading);
  if (!found) return null;
  // A service that repeats its own department's name is a part of it.
  if (found.level === 1 && open[0] !== undefined && headingKey(open[0]) === headingKey(heading)) return 2;
  for (const [name, level] of Object.entries(found.within ?? {})) {
    if (open[0] !== undefined && comparableHeading(open[0]) === comparableHeading(name)) return level;
  }
  return found.level;
}
