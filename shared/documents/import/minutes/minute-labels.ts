import { withoutMarks } from "../lines/paper-lines.ts";

/** What stands below a label inside a minute. */
export type MinuteZone = "decision" | "reasons" | "alternatives" | "conflicts" | "dispensations" | "action";

/** How a body records that it decided. */
export type DecisionStyle = "resolved" | "decision-made" | "recommended" | "agreed";

/** A label, and what stands on its line after it. */
export interface MinuteLabel {
  readonly zone: MinuteZone;
  /** As printed: “RESOLVED:”, “Decision Made:”. */
  readonly label: string;
  readonly style?: DecisionStyle;
  readonly rest: string;
}

const target = "(?:\\s+to\\s+(?:the\\s+)?(?:full\\s+)?(?:council|cabinet|executive|board))?";
/** “(by 5 votes to 3)”, “unanimously”, “nem. con.” */
const votes =
  "(?:\\s*[-–—(,]?\\s*(?:unanimously|nem\\.?\\s*con\\.?|(?:by|on|with)\\s[^():]{3,60}|\\d[^():]{3,60})\\)?(?=\\s*(?:[:–—-]|$|that\\b|to\\b)))?";
const decisionWords: readonly { readonly style: DecisionStyle; readonly words: string }[] = [
  {
    style: "recommended",
    words: `(?:resolved\\s+to\\s+recommend|recommend(?:ed|ation(?:s|\\(s\\))?))${target}`,
  },
  {
    style: "resolved",
    words: `resol(?:ved|ution(?:s|\\(s\\))?)${votes}`,
  },
  { style: "decision-made", words: "decisions?(?:\\(s\\))?(?:\\s+(?:made|taken|of the \\w+))?" },
  { style: "agreed", words: `(?:agreed|action(?:s)? agreed|ordered)${votes}` },
];
const lead =
  "(?:(?:it\\s+was|(?:the\\s+)?(?:(?:sub-?|joint|select|scrutiny|planning)[\\s-]?)?(?:committee|cabinet|council|board|panel|executive|members|meeting|forum|commission|authority|assembly))\\s+)?(?:then\\s+|therefore\\s+|accordingly\\s+|unanimously\\s+|further\\s+)?";

const decision = decisionWords.map(({ style, words }) => ({
  style,
  pattern: new RegExp(
    `^(?<label>${lead}(?<word>${words}))(?<sign>\\s*[:–—-]+\\s*-?\\s*|\\s+(?=that\\b|to\\b)|\\s*$)(?<rest>.*)$`,
    "is",
  ),
}));

const considering =
  "(?:considered|rejected|discounted|dismissed|set aside|explored|appraised|available|disregarded|not (?:taken(?: forward)?|chosen|pursued|recommended|preferred|adopted))";
const others: readonly { readonly zone: Exclude<MinuteZone, "decision">; readonly words: string }[] = [
  {
    zone: "reasons",
    words:
      "(?:the\\s+)?(?:reasons?(?:\\(s\\))?|rationale|grounds)(?:\\s+(?:for|of|behind)(?:\\s+(?:the|this|making))?(?:\\s+the)?(?:\\s+(?:\\w+\\s+)?(?:decisions?|recommendations?|resolution|approval|refusal|urgency)(?:\\(s\\))?)?)?",
  },
  {
    zone: "alternatives",
    words: `(?:details\\s+of\\s+)?(?:any\\s+|the\\s+)?(?:(?:alternative|other)\\s+options?(?:\\(s\\))?|alternatives?|options?)(?:\\s+${considering})?(?:\\s+(?:and|or|but|&)\\s+(?:(?:the\\s+)?reasons?\\s+(?:for\\s+)?(?:why\\s+)?(?:they\\s+were\\s+)?|why\\s+(?:they\\s+were\\s+)?)?(?:${considering}|rejection|dismissal))?(?:\\s+by\\s+the\\s+\\w+)?(?:\\s*\\([^)]*\\))?`,
  },
  {
    zone: "conflicts",
    words:
      "(?:(?:any\\s+)?(?:conflicts?\\s+of\\s+interests?|interests)(?:\\s+(?:declared|and\\s+(?:any\\s+)?dispensations?(?:\\s+granted)?))*)",
  },
  { zone: "dispensations", words: "(?:(?:any\\s+)?dispensations?(?:\\s+granted)?)" },
  {
    zone: "action",
    words:
      "(?:actions?(?:\\s+(?:points?|by|for|required|arising|owner|officer|lead))?|lead\\s+officer|by\\s+whom)",
  },
];
const otherLabels = others.map(({ zone, words }) => ({
  zone,
  pattern: new RegExp(`^(?<label>${words})(?<sign>\\s*[:–—]+-?\\s*|\\.\\s+|\\s*$)(?<rest>.*)$`, "is"),
}));

/**
 * The label a line of a minute begins with; null when it begins none. A word that also begins sentences
 * (“agreed”, “decisions”, “reasons”) is a label in capitals, before a colon or dash, or on a line of its own.
 */
export function minuteLabel(printed: string): MinuteLabel | null {
  // “(3) RESOLVED that”: some number every paragraph of a minute.
  const raw = printed
    .replace(/^\s*[-*•]\s+(?=\S)/, "")
    .replace(/^\s*\(?\d{1,2}[.)]\s+(?=(?:It was\s+)?(?:RESOLVED|AGREED|RECOMMENDED)\b)/, "");
  const bold = /^\s*(?:#{1,6}\s+)?\*\*/.test(raw);
  const text = withoutMarks(raw).replace(/^\*([^*]{3,60})\*/, "$1");
  for (const { style, pattern } of decision) {
    const groups = pattern.exec(text)?.groups;
    if (!groups) continue;
    const { label = "", word = "", sign = "", rest = "" } = groups;
    const capitals = /^[A-Z]{5}/.test(word);
    const signed = /[:–—-]/.test(sign);
    const alone = rest === "" && label.length < 60;
    // “Agreed that:” leads in to its parts.
    const leadsIn = /^(?:that|to)\s*[:–—-]+$/i.test(rest);
    const sentence = label !== word && label.toLowerCase() !== word.toLowerCase();
    if (style === "decision-made" && !signed && !alone) continue;
    if (style === "agreed" && !capitals && !leadsIn && !(signed && !sentence) && !(alone && bold)) continue;
    if (style === "recommended" && !capitals && !signed && !sentence && !(alone && bold)) continue;
    if (sentence && !signed && !capitals && !leadsIn && !/^(?:that|to)\b/i.test(rest)) continue;
    if (/^recommendations?\b/i.test(word) && !capitals && !signed && !bold) continue;
    return { zone: "decision", style, label: `${label}${sign.trim()}`.trim(), rest: rest.trim() };
  }
  for (const { zone, pattern } of otherLabels) {
    const groups = pattern.exec(text)?.groups;
    if (!groups) continue;
    const { label = "", sign = "", rest = "" } = groups;
    // “REASONS. The yard is near”: a full stop ends only a label in capitals.
    if (sign.startsWith(".") && label !== label.toUpperCase()) continue;
    if (zone === "action" && sign.trim() === "") continue;
    if (/^interests\b/i.test(label) && sign.trim() === "") continue;
    if (
      sign.trim() === "" &&
      rest === "" &&
      label.split(" ").length === 1 &&
      !bold &&
      label !== label.toUpperCase()
    )
      continue;
    return { zone, label: `${label}${sign.trim()}`, rest: rest.trim() };
  }
  return null;
}

/** “It was moved by A, seconded by B and RESOLVED: That …”: the words before the decision, and its label. */
export function innerDecision(
  printed: string,
): { readonly before: string; readonly label: MinuteLabel } | null {
  const text = withoutMarks(printed);
  const at =
    /(?<=\S\s)(?:RESOLVED|AGREED|DECIDED|[Rr]esolved)(?=\s*(?:[:–—(-]|$|that\b|to\b|unanimously\b|by\b))/.exec(
      text,
    );
  if (!at || at.index > 600) return null;
  const before = text.slice(0, at.index).trim();
  const moved = /\b(?:moved|seconded|proposed|put to the (?:vote|meeting)|being put)\b[^.]*$/i.test(before);
  const joined = /(?:[,;.]|\b(?:and|was|accordingly|therefore|then|it|hereby|subsequently))$/i.test(before);
  // “Members had resolved that” tells of another day.
  if (!joined || !(moved || /^[A-Z]+$/.test(at[0]))) return null;
  const label = minuteLabel(text.slice(at.index));
  return label?.zone === "decision" ? { before, label } : null;
}
