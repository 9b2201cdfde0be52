import { withoutMarks } from "./paper-lines.ts";

/** What stands below a label inside a minute. */
export type MinuteZone = "decision" | "reasons" | "alternatives" | "conflicts" | "dispensations";

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
const decisionWords: readonly { readonly style: DecisionStyle; readonly words: string }[] = [
  {
    style: "recommended",
    words: `(?:resolved\\s+to\\s+recommend|recommend(?:ed|ation(?:s|\\(s\\))?))${target}`,
  },
  {
    style: "resolved",
    words: "resol(?:ved|ution(?:s|\\(s\\))?)(?:\\s*[-–—(]?\\s*(?:unanimously|nem\\.?\\s*con\\.?)\\)?)?",
  },
  { style: "decision-made", words: "decisions?(?:\\(s\\))?(?:\\s+(?:made|taken|of the \\w+))?" },
  { style: "agreed", words: "(?:agreed|action(?:s)? agreed|ordered)(?:\\s+unanimously)?" },
];
const lead =
  "(?:(?:it\\s+was|the\\s+(?:sub-)?(?:committee|cabinet|council|board|panel|executive|members|meeting|forum))\\s+)?(?:then\\s+|therefore\\s+|accordingly\\s+|unanimously\\s+|further\\s+)?";

const decision = decisionWords.map(({ style, words }) => ({
  style,
  pattern: new RegExp(
    `^(?<label>${lead}(?<word>${words}))(?<sign>\\s*[:–—-]+\\s*-?\\s*|\\s+(?=that\\b|to\\b)|\\s*$)(?<rest>.*)$`,
    "is",
  ),
}));

const others: readonly { readonly zone: Exclude<MinuteZone, "decision">; readonly words: string }[] = [
  {
    zone: "reasons",
    words:
      "(?:the\\s+)?reasons?(?:\\(s\\))?(?:\\s+(?:for|of)(?:\\s+the|\\s+this)?\\s+(?:decisions?|recommendations?|resolution)(?:\\(s\\))?)?",
  },
  {
    zone: "alternatives",
    words:
      "options\\s+rejected|(?:details\\s+of\\s+)?(?:any\\s+)?(?:(?:alternative|other)\\s+options?|alternatives|options)(?:\\s+considered)?(?:\\s+(?:and|or)\\s+(?:rejected|discounted|why\\s+(?:they\\s+were\\s+)?rejected))?(?:\\s*\\([^)]*\\))?",
  },
  { zone: "conflicts", words: "(?:(?:any\\s+)?conflicts?\\s+of\\s+interests?(?:\\s+declared)?)" },
  { zone: "dispensations", words: "(?:(?:any\\s+)?dispensations?(?:\\s+granted)?)" },
];
const otherLabels = others.map(({ zone, words }) => ({
  zone,
  pattern: new RegExp(`^(?<label>${words})(?<sign>\\s*[:–—]+-?\\s*|\\s*$)(?<rest>.*)$`, "is"),
}));

/**
 * The label a line of a minute begins with; null when it begins none. A word that also begins sentences
 * (“agreed”, “decisions”, “reasons”) is a label in capitals, before a colon or dash, or on a line of its own.
 */
export function minuteLabel(printed: string): MinuteLabel | null {
  const raw = printed.replace(/^\s*[-*•]\s+(?=\S)/, "");
  const bold = /^\s*(?:#{1,6}\s+)?\*\*/.test(raw);
  const text = withoutMarks(raw);
  for (const { style, pattern } of decision) {
    const groups = pattern.exec(text)?.groups;
    if (!groups) continue;
    const { label = "", word = "", sign = "", rest = "" } = groups;
    const capitals = /^[A-Z]{5}/.test(word);
    const signed = /[:–—-]/.test(sign);
    const alone = rest === "" && label.length < 60;
    const sentence = label !== word && label.toLowerCase() !== word.toLowerCase();
    if (style === "decision-made" && !signed && !alone) continue;
    if (style === "agreed" && !capitals && !(signed && !sentence) && !(alone && bold)) continue;
    if (style === "recommended" && !capitals && !signed && !sentence && !(alone && bold)) continue;
    if (sentence && !signed && !capitals && !/^(?:that|to)\b/i.test(rest)) continue;
    if (/^recommendations?\b/i.test(word) && !capitals && !signed && !bold) continue;
    return { zone: "decision", style, label: `${label}${sign.trim()}`.trim(), rest: rest.trim() };
  }
  for (const { zone, pattern } of otherLabels) {
    const groups = pattern.exec(text)?.groups;
    if (!groups) continue;
    const { label = "", sign = "", rest = "" } = groups;
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
