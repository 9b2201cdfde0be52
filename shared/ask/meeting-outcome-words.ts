import { namedBody } from "./next-meeting-words.ts";
import { narrows, type Query } from "./query.ts";
import { wordsOf } from "./question-words.ts";
import type { Knowledge } from "./reading.ts";

/** What a question asks of decisions already taken: those of a meeting, or those that can still be called in. */
export type DecisionsAsked = "of-meeting" | "in-call-in";

/** “What did Cabinet decide?”, “what happened at the last Cabinet?”, “what was agreed last night?” */
const wasDecided =
  /\b(?:what|whats|which|anything|everything|how) (?:\w+ ){0,3}?(?:did|was|were|has|have|had|got|been)\b.*\b(?:decide|decided|agree|agreed|resolve|resolved|approve|approved|conclude|concluded|passed|made|taken|done|go)\b|\bwhat(?: has|s|ve)? happened (?:at|in|last|yesterday|on)\b|\bwhat (?:did|have) (?:the )?\w+ (?:\w+ )?(?:do|done) (?:at|last|yesterday|on)\b/;
const lastMeeting =
  "(?:last|latest|previous|most recent|recent) (?:\\S+ ){0,3}?(?:cabinet|council|committee|scrutiny|meeting|meetings|week|weeks|month|night)";
/** “The decisions of the last Cabinet”, “decisions taken yesterday”, “the outcome of last week’s Council”. */
const pastDecisions = new RegExp(
  `\\b(?:decisions?|resolutions?|outcomes?|results?|minutes)\\b.*\\b(?:${lastMeeting}|yesterday)\\b|\\b${lastMeeting}s? (?:decisions?|resolutions?|outcomes?|results?|minutes)\\b|\\b(?:recent|latest) (?:\\S+ )?(?:decisions|resolutions)\\b|\\b(?:decisions?|resolutions?) (?:that )?(?:have|has|had|were) (?:been |just been )?(?:made|taken|agreed|passed)\\b`,
);
const theMinutes =
  /\bminutes (?:of|from|for)\b|\b(?:the|any|draft) minutes\b|\bminutes (?:are |been )?(?:out|published|available|up|ready)\b/;
/** These speak of the plan, of who decides, or of one report. */
const ofSomethingElse =
  /\b(?:plan|edition|version|cabinet members?|portfolio|officers?|delegated|(?:the|this|that|its) report)\b/;
/** “What has Cabinet got to be decided in July?” */
const stillToCome =
  /\b(?<!\bget )to be (?:decided|agreed|approved|resolved|made|taken)\b|\b(?:asked|due|got) to (?:decide|agree|approve|resolve|make|take)\b/;
const callIn = /\bcall(?:ed|ing)? ?ins?\b/;
const ofMany = /\b(?:what|whats|which|anything|any|everything|list|show|decisions|all|how many|call ?ins)\b/;

/** Whether decisions taken are asked for, and not what the plan expects; null where they are not. */
export function readDecisionsAsked(folded: string): DecisionsAsked | null {
  if (ofSomethingElse.test(folded) || stillToCome.test(folded)) return null;
  if (callIn.test(folded)) return ofMany.test(folded) ? "in-call-in" : null;
  return wasDecided.test(folded) || pastDecisions.test(folded) || theMinutes.test(folded)
    ? "of-meeting"
    : null;
}

/** What becomes of an item, in words that are no part of what it is about. */
export const outcomeWords: ReadonlySet<string> = new Set(
  "approve approved approval agree agreed pass passed reject rejected refuse refused resolve resolved vote voted through outcome result".split(
    " ",
  ),
);

/** Words of such questions that say nothing of what a decision is about. */
const decisionsAskedWords: ReadonlySet<string> = new Set(
  "cabinet council committee scrutiny full resolve resolved resolution resolutions approve approved agree conclude concluded passed outcome outcomes result results minute minutes out available last night yesterday previous recent happened did do done go went call called calling callin ins open subject".split(
    " ",
  ),
);

/** Whether a question names no items: only days, whoever meets, and words that every such question has. */
export function asksOnlyOfMeetings(query: Query, folded: string, { bodies }: Knowledge): boolean {
  const body = namedBody(folded, bodies);
  const named = bodies.filter(({ name }) => name === body).flatMap(({ name, aliases }) => [name, ...aliases]);
  const ofBody = new Set(named.flatMap(wordsOf));
  const topic = query.topic.filter((word) => !decisionsAskedWords.has(word) && !ofBody.has(word));
  const secrecy = /\bopen (?:to|for) (?:be )?call/.test(folded) ? [] : query.secrecy;
  const ofItems = { ...query, topic, secrecy, window: null, decisionMakers: [], areas: [] };
  return query.changes.length === 0 && !narrows(ofItems);
}
