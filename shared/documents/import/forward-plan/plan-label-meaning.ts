import { labelKey, type PlanField, planLabels } from "./forward-plan-labels.ts";

/** The field of each known label, by the label's key. */
export const fieldOfLabel: ReadonlyMap<string, PlanField> = new Map(
  Object.entries(planLabels).flatMap(([field, labels]) =>
    labels.map((label) => [labelKey(label), field as PlanField] as const),
  ),
);

/** What the words of a label say, where no list names it; the first that fits. Editable. */
const meanings: readonly (readonly [PlanField, RegExp])[] = [
  // “Title and summary of the decision” holds both.
  ["details", /\btitle\b.*\b(?:summary|description|details|purpose)\b/],
  [
    "elsewhere",
    /\b(?:first|originally) (?:published|included|entered|listed)\b|\b(?:included|added|entered|listed) (?:in|on|to)\b|\bnotice\b.*\b(?:given|published|issued)\b|\bsigned off\b|(?<!\bcontact\b.*)\brepresentations?\b(?!.*\bofficer\b)|\bcomments?\b|\bdeadline\b|\bstage\b|\burgent\b/,
  ],
  [
    "decisionExpected",
    /\bchanges? (?:since|of date|to (?:the )?date)\b|\breasons? for (?:the )?(?:change|delay|deferral)\b/,
  ],
  ["criteria", /\b(?:reason|why|criteri\w*|test)\b.*\bkey\b|\bkey\b.*\b(?:reason|why|criteri\w*|because)\b/],
  [
    "exempt",
    /\bexempt(?:ion|ions)?\b|\bconfidential\w*\b|\bprivate\b|\bin public\b|^(?:public|open|closed|access|status of report)$|\bpublic\b.*\bclosed\b|\bpart (?:1|2|i|ii|a|b)\b|\bopen\b.*\b(?:closed|part)\b|\bnot for publication\b|\brestrict(?:ed|ions?)\b/,
  ],
  [
    "backgroundDocuments",
    /\b(?:documents?|documentation)\b|\bbackground (?:papers?|information)\b|\bpapers\b/,
  ],
  [
    "decisionMaker",
    /\bdecision[- ]?(?:makers?|takers?|making)\b|\b(?:decided|taken|made|determined) by\b|\bwho\b.*\b(?:decid\w*|mak\w*|tak\w*|responsible)\b|\bdeciding body\b/,
  ],
  ["consultationMethod", /\b(?:method|means|how)\b.*\bconsult\w*\b/],
  ["consultees", /\bconsult\w*\b|\bstakeholders?\b/],
  [
    "contacts",
    /\b(?:officers?|authors?)\b.*\b(?:portfolio|cabinet|member)|\b(?:portfolio|cabinet|member)\b.*\b(?:officers?|authors?)\b/,
  ],
  [
    "elsewhere",
    /\bportfolio\b|\b(?:cabinet|lead|executive|responsible) (?:member|councillor)s?\b|\bcabinet lead\b|\bdirectorate\b|\bdepartment\b|\bservice area\b|\bref(?:erence)?(?: (?:no|number))?$|^ref(?:erence)?\b(?!.*\btitle\b)|\bcommunity plan\b|\bpriorit\w+\b|\bcosts?\b|\bbudget\b/,
  ],
  ["scrutinyArea", /\bscrutiny\b/],
  ["wards", /\bwards?\b|\bdivisions?\b|\bareas? affected\b|\blocalit\w+\b|\bparish(?:es)?\b/],
  ["contacts", /\bofficers?\b|\bcontacts?\b|\bauthors?\b|\bfurther information\b|\bmore information\b/],
  [
    "decisionExpected",
    /\bdates?\b|\bwhen\b|\bdue\b|\btimescale\b|\bmeeting\b|\bmonth\b|^(?:expected|anticipated|target) decision$/,
  ],
  ["keyDecision", /^(?:is (?:this|it) )?(?:a )?key(?: decision)?(?: yes\/?no| y\/?n)?$/],
  [
    "title",
    /\btitle\b|\bitem\b|\bsubject\b|\breport\b|\bmatter\b|\bissue\b|\btopic\b|^key decisions$|^name\b/,
  ],
  [
    "details",
    /\bdescription\b|\bsummary\b|\bsynopsis\b|\bpurpose\b|\bbackground\b|\bdetails?\b|\bdecisions?\b|\bproposal\b|\bwhat\b|\bobjective\b|\brecommendation\b|\boutline\b/,
  ],
];

/** The field that a label names: by the lists of labels, or else by the meaning of its words; null where it names none. */
export function fieldMeant(label: string): PlanField | null {
  const known = fieldOfLabel.get(labelKey(label));
  if (known) return known;
  const words = label
    .toLowerCase()
    .replace(/\([^)]{0,200}\)/g, " ")
    .replace(/[?:*.]/g, " ")
    .replace(/\s+/g, " ")
    .trim();
  // A label that stops in its middle goes on in the next line.
  if (words === "" || words.split(" ").length > 14 || /\b(?:be|the|of|any)$/.test(words)) return null;
  const bare = fieldOfLabel.get(labelKey(words));
  return bare ?? meanings.find(([, pattern]) => pattern.test(words))?.[0] ?? null;
}
