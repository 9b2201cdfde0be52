import { cellsOf, type PaperLine, withoutMarks } from "../lines/paper-lines.ts";

/** A fact that a front sheet labels. `other` is a label whose value no field takes. */
export type Field =
  | "reportTo"
  | "date"
  | "subject"
  | "reportOf"
  | "wards"
  | "portfolio"
  | "key"
  | "plan"
  | "exempt"
  | "contact"
  | "other";

/** Labels that are known wherever they stand on a line. */
const labels: readonly { readonly field: Field; readonly pattern: string }[] = [
  { field: "reportTo", pattern: "report to|meeting(?! date)|committee|decision[- ]maker|to(?= ?:)" },
  { field: "date", pattern: "date of meeting|meeting date|date of decision|date" },
  { field: "subject", pattern: "subject|report title|title(?: of report)?" },
  {
    field: "reportOf",
    pattern: "report of|report by|report from|report author|lead officer|reporting officer|director",
  },
  {
    field: "wards",
    pattern: "wards? affected|wards?\\(s\\)(?: affected)?|wards?|electoral divisions? affected",
  },
  {
    field: "portfolio",
    pattern: "(?:cabinet )?portfolio(?: holder)?|cabinet member|executive member|lead member",
  },
  { field: "key", pattern: "is (?:this|it) a key(?: decision)?|key decision" },
  {
    field: "plan",
    pattern:
      "(?:is it )?included in (?:the )?forward plan|(?:in|on) (?:the )?forward plan|forward plan(?: ref(?:erence)?)?",
  },
  {
    field: "exempt",
    pattern:
      "exempt ?/ ?confidential(?: report)?|exempt report|exempt information|exempt|confidential(?: report)?|public or private|status",
  },
];
const sign = "\\s*[:?]+";
const anyLabel = new RegExp(
  `(?<=^|[\\t]|\\s)(?:${labels.map(({ field, pattern }) => `(?<${field}>${pattern})`).join("|")})(?:${sign}|(?=\\t|$)|(?=\\s+(?:yes|no)\\b))`,
  "gi",
);

/** What a label at the beginning of a cell asks for, by the words in it; the first that fits. */
const meanings: readonly { readonly field: Field; readonly words: RegExp }[] = [
  { field: "contact", words: /\bcontacts?\b|\btel(?:ephone)?\b|\be-?mail\b/i },
  {
    field: "plan",
    words: /\bforward plan\b|\bplan of (?:key )?decisions\b|\bnotice of (?:key )?decisions?\b/i,
  },
  {
    field: "other",
    words:
      /\breasons?\b|\bcall[- ]?in\b|\bagenda item\b|\bitem (?:no|number)\b|\bref(?:erence)?\b|\bpriorit|\bplan\b|\bparish|\bpublished\b|\bpublication date\b|\bdate of publication\b|\burgen|\bbackground\b|\bappendi|\bconsult|\bscrutiny (?:committee )?(?:area|remit)\b/i,
  },
  { field: "key", words: /\bkey\b/i },
  {
    field: "exempt",
    words:
      /\bexempt|\bconfidential|\bclassification\b|\bpublication\b|\bpublic\b|\bprivate\b|\brestrict|\bstatus\b|\baccess to information\b/i,
  },
  { field: "wards", words: /\bwards?\b|\bdivisions?\b|\bareas? affected\b|\blocalit(?:y|ies)\b/i },
  {
    field: "portfolio",
    words:
      /\bportfolio\b|\b(?:cabinet|executive|lead|responsible) (?:members?|councillors?|lead)\b|\bcommittee chair\b|\bchair of\b/i,
  },
  { field: "date", words: /\bdates?\b|^when$|^meeting on$/i },
  { field: "subject", words: /\bsubject\b|\btitle\b|\btopic\b|^re$|^report on$|^heading$/i },
  {
    field: "reportTo",
    words:
      /\breport (?:to|for)\b|^(?:to|for)$|^(?:meeting|committee|body)\b|\bdecision[- ]?(?:maker|taker|making body)\b|\b(?:made|taken|considered) by$|\bcommittee$/i,
  },
  {
    field: "reportOf",
    words:
      /\breport (?:of|by|from)\b|^(?:from|by|of)$|\bauthors?\b|\bofficer\b|\bdirector\b|\bhead of service\b|\bsponsor\b|\bpresented by\b|\bsubmitted by\b|\boriginator\b/i,
  },
];
/** Words that labels are made of: without a colon only a label that holds no other is one. */
const labelWords =
  /^(?:reports?|title|of|the|to|for|by|from|on|in|a|an|is|it|this|that|any|be|if|or|and|\/|&|subject|topic|date|dates|when|meeting|meetings|committee|body|decision|decisions|maker|taker|making|made|taken|key\/?|non|non-key|reason|lead|members?|councillors?|councillor\(s\)|cabinet|executive|responsible|portfolio|holder|holder\(s\)|chair|officer|officers|officer\(s\)|author|authors|author\(s\)|reporting|director|head|service|sponsor|contact|contacts|tel|telephone|number|details|type|e-?mail|address|wards?|ward\(s\)|wards\(s\)|divisions?|division\(s\)|electoral|affected|area|areas|classification|exempt|exemption|exemptions|confidential|confidentiality|public|private|publication|restricted|status|access|information|forward|plan|ref|reference|no|included|item|agenda|call-in|call|applies|subject|considered|presented|submitted|consultation|consulted|priority|priorities|corporate|strategic|urgent|urgency)[?:.]?$/i;

/** A label, and where it stands in its line. */
export interface FoundLabel {
  readonly field: Field;
  readonly start: number;
  readonly end: number;
  readonly label: string;
}

/** A sentence before a colon is no label. */
const says = /\b(?:said|says|asked|told|is|are|was|were|has|have|will)\b/i;

/** What the words of a label ask for; null when they are none. */
function fieldOf(label: string, sign: ":" | "?" | ""): Field | null {
  const words = label.replace(/\([^)]{0,200}\)$/, "").trim();
  const parts = words.split(/\s+/);
  if (words === "" || parts.length > (sign === "?" ? 14 : 8) || !/^\p{Lu}/u.test(words)) return null;
  const plain = parts.every((part) => labelWords.test(part));
  // “Cabinet Member for Housing: Councillor Vale” has words of its own; a sentence before a colon has more.
  if (!plain && (sign === "" || (sign === ":" && (parts.length > 5 || says.test(words))))) return null;
  return meanings.find(({ words: meant }) => meant.test(words))?.field ?? null;
}

/** Whether words that nobody knows are a label all the same: they stand before a colon, or fill a cell as a question. */
const isUnknownLabel = (label: string, whole: boolean, sign: string) =>
  sign === "?"
    ? whole && label.split(/\s+/).length <= 16
    : /^\p{Lu}[\p{L}\s/'’&-]{2,40}$/u.test(label) && label.split(/\s+/).length <= 5 && !says.test(label);

/** The labels a line holds, in order; its cells are parted by tabs. */
export function labelsOf(text: string): FoundLabel[] {
  const found = [...text.matchAll(anyLabel)].flatMap((match): FoundLabel[] => {
    const field = labels.find(({ field: name }) => match.groups?.[name] !== undefined)?.field;
    const colon = /[:?]\s*$/.test(match[0]);
    const short =
      /^(?:date|to|committee|meeting|title|exempt|status|director|wards?|cabinet member|lead member|portfolio|forward plan|key decision|lead officer)$/i.test(
        match[0].replace(/[\s:?]+$/, ""),
      );
    const inCell = match.index === 0 || text[match.index - 1] === "\t";
    return field && (colon || (!short && inCell) || (inCell && text[match.index + match[0].length] === "\t"))
      ? [{ field, start: match.index, end: match.index + match[0].length, label: match[0] }]
      : [];
  });
  return withMeantLabels(text, found);
}

/** Labels that begin a cell with other words than the known ones take the place of those inside them. */
function withMeantLabels(text: string, found: readonly FoundLabel[]): FoundLabel[] {
  const meant: FoundLabel[] = [];
  let start = 0;
  const cells = text.split("\t");
  for (const [at, cell] of cells.entries()) {
    const signed = /^([^:?]{2,90})([:?])[:?]*(?=\s|$)/.exec(cell);
    const [, words = "", mark = ""] = signed ?? [];
    const whole = signed !== null && signed[0].length === cell.length;
    const unknown = at === 0 && (whole || cells.length === 1) && isUnknownLabel(words, whole, mark);
    const colon = signed
      ? (fieldOf(words, mark === "?" ? "?" : ":") ?? (unknown ? ("other" as const) : null))
      : null;
    const beside = at % 2 === 0 && (cells[at + 1] ?? "") !== "" && cell.length < 45;
    const field = colon ?? (beside ? fieldOf(cell, "") : null);
    const end = start + (colon ? (signed?.[0].length ?? 0) : cell.length);
    const known = found.find((one) => one.start === start);
    if (field && !(known && known.end >= end - 1)) {
      const label = text.slice(start, end);
      meant.push({ field: known && field === "other" && !colon ? known.field : field, start, end, label });
    }
    start += cell.length + 1;
  }
  const kept = found.filter(
    (one) => !meant.some(({ start: from, end }) => one.start < end && one.end > from),
  );
  const all = [...kept, ...meant].sort((a, b) => a.start - b.start);
  // “Key decision” beside “Key or non-key decision:” is its value.
  return all.filter(
    ({ start: from, label }, order) =>
      /[:?]\s*$/.test(label) ||
      !/[:?]\s*$/.test(all[order - 1]?.label ?? "") ||
      text.slice(all[order - 1]?.end, from).trim() !== "",
  );
}

/** Whether a line begins a front sheet. */
export function beginsFrontSheet(text: string): boolean {
  const line = cellsOf(text).map(withoutMarks).join("\t");
  const found = labelsOf(line).map(({ field }) => field);
  if (/^\s*report to\s*:/i.test(line)) return true;
  // A sheet that lost its left labels still asks for the day of the meeting beside the committee.
  return (
    found.length === 1 && found[0] === "date" && /date of meeting\s*:/i.test(line) && line.indexOf("\t") > 3
  );
}

/** How many different fields of a front sheet the lines hold. */
export function frontSheetFields(lines: readonly PaperLine[]): number {
  return fieldsIn(lines).size;
}

/** The fields of a front sheet that the lines hold. */
export function fieldsIn(lines: readonly PaperLine[]): ReadonlySet<Field> {
  const fields = new Set(
    lines.flatMap(({ text }) =>
      labelsOf(cellsOf(text).map(withoutMarks).join("\t")).map(({ field }) => field),
    ),
  );
  fields.delete("other");
  fields.delete("contact");
  return fields;
}

/** Whether words are, as a whole, a label of the sheet. */
export function isFrontSheetLabel(words: string): boolean {
  const text = `${words.trim()}\t`;
  const found = labelsOf(text);
  const [only] = found;
  if (found.length === 1 && only?.start === 0 && only.end >= text.length - 1 && only.field !== "other")
    return true;
  return fieldOf(words.trim().replace(/[\s:?]+$/, ""), "") !== null;
}
