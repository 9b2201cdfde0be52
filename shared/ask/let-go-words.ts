/** What a question lets go of: “drop the November bit”, “forget the ward”, “any month”. */
export interface LetGo {
  /** The words that say which filter, folded: “november”, “ward”. */
  readonly what: string;
  /** The whole question. */
  readonly whole: string;
}

const opening = "(?:and |ok |okay |now |actually |please |can you |could you |just |oh |so |then )*";
const part =
  "(?:bit|bits|part|filter|filters|condition|restriction|limit|limits|constraint|requirement|criterion)";
/** With the word “filter” or the like, any of these verbs lets go; “drop the private ones” leaves items out. */
const aFilter = new RegExp(
  `^${opening}(?:drop|forget|lose|ignore|scrap|remove|take off|take out|take away|ditch|clear|get rid of|never mind|without|leave off|leave out|cancel) (?:about )?(?:the |that |those |all the |all )?(.*?) ?${part}(?: please)?$`,
);
/** Words of one question: “forget about parking, what about housing?” asks a second. */
const alone = "((?:(?!\\b(?:but|also|what|whats|tell|show|list|find|anything|too|as well)\\b).)+?)";
/** “Whatever the ward.” */
const whatever = new RegExp(
  `^${opening}(?:regardless of|irrespective of|whatever|no matter|doesnt matter) (?:for |in |on |the |what |which )*${alone}(?: please| though)?$`,
);
/** “How many across all areas?” counts them whatever the area. */
const across =
  /^(?:and |so |ok )*(?:how many|what|which|anything|any|list)(?: (?:are there|is there|items|of them))* (?:across|in|over|for|from) (?:all|every|any|the whole of the) (areas?|committees?|decision makers?|officers?|months?)$/;
/** “Forget about October.” */
const forget = new RegExp(
  `^${opening}(?:forget(?: about)?|never mind(?: about)?|nevermind|not just|not only) (?:for |in |on |the )*${alone}(?: please| though)?$`,
);
const anyOf = new RegExp(
  `^${opening}(?:in |at |on |for |from |by )?any (month|date|day|time|ward|committee|decision maker|officer)$`,
);

/** “Include the private ones as well”: what was left out comes back. */
const included = new RegExp(
  `^${opening}(?:include|add|put|bring|let) (?:back )?(?:in )?(?:the |any )?(.+?)(?: ones| items)? (?:as well|too|again|back in|back|after all)(?: please)?$`,
);
/** “Open or not.” */
const either = new RegExp(
  `^${opening}(?:whether |be it )?(open|private|exempt|public|confidential)(?: or (?:not|otherwise|open|private|exempt|public|closed|confidential))(?: then| please)*$`,
);

/** Which filter a question lets go of, so that the list before is seen without it; null where it lets none go. */
export function readLetGo(folded: string): LetGo | null {
  const found =
    aFilter.exec(folded) ??
    anyOf.exec(folded) ??
    forget.exec(folded) ??
    included.exec(folded) ??
    either.exec(folded) ??
    across.exec(folded);
  if (found) return { what: found[1] ?? "", whole: folded };
  const what = whatever.exec(folded)?.[1];
  return what !== undefined && kindsLetGo(what).length > 0 ? { what, whole: folded } : null;
}

const kinds: readonly (readonly [RegExp, string])[] = [
  [/\b(?:dates?|months?|days?|time|times|when|period|window|week|weeks)\b/, "window"],
  [/\b(?:wards?|place|places|where|town)\b/, "wards"],
  [/\b(?:committees?|scrutiny|areas?)\b/, "areas"],
  [/\b(?:decision makers?|who decides|makers?|body)\b/, "decisionMakers"],
  [/\b(?:officers?|contacts?)\b/, "officers"],
  [/\b(?:secrecy|status|openness|privacy)\b/, "secrecy"],
  [/\b(?:topics?|subjects?|titles?)\b/, "topic"],
];

/** The kinds of filter that the words name without saying which one: “the ward”, “the date”. */
export function kindsLetGo(what: string): string[] {
  if (/^(?:all|all of them|everything|every|)$/.test(what)) return kinds.map(([, kind]) => kind);
  return kinds.filter(([words]) => words.test(what)).map(([, kind]) => kind);
}
