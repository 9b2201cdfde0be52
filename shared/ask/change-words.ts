import type { Secrecy } from "../contracts/answer.ts";
import { monthNumber } from "./date-words.ts";
import { isEmptyWord } from "./empty-words.ts";
import type { ChangeKind } from "./query.ts";
import { use, type Word } from "./question-words.ts";

/** How people speak of changes to the plan. Each pattern is looked for as often as it stands. */
const changePhrases: readonly (readonly [RegExp, ChangeKind])[] = [
  [
    /\b(used to be (?:on|in) (?:the plan|there|it|the list)|no longer (listed|on|in|there|being|going|coming|featured|included|planned)|dropped off|dropped|drop off|drops off|fallen off|fell off|falling off|fallen away|disappeared|vanished|gone (from(?! (?:being )?(?:open|exempt|public|private|part|partly|fully)\b)|off|missing)|has gone|have gone|is gone|are gone|whats gone|what went|taken off|come off|came off|lost from|missing from|not there any more|not on there any ?more|not listed any ?more|left the plan|rolled off|off the plan)\b/g,
    "gone",
  ],
  [
    /\b(withdrawn|withdrew|withdrawals?|withdraw|removed|removals?|remove|pulled|scrapped|cancelled|deleted|axed|abandoned|ditched)\b(?! forward)/g,
    "withdrawn",
  ],
  [
    /\b((?:brought|bring|bringing|come|came|coming|moved|pulled|gone|shifted|move) (?:it )?forwards?(?! plan)\b|moved (?:up|earlier)|earlier date|earlier than (?:planned|expected|before|last|first|originally)|sooner than|happening sooner|advanced|accelerated|expedited|hastened|fast ?tracked)\b/g,
    "earlier",
  ],
  [
    /\b(deferred|deferrals?|deferring|slipped|slippages?|slipping|slips?|put back|putting back|pushed back|pushed out|pushed|put off|postponed|postponements?|delayed|delays?|delaying|later than (?:planned|expected|before|first|originally|last)|rescheduled later|late running|running late|moved back|moved later|move later|moved to a later|later date|later dates|kicked|set back|gone back|knocked back|held back|held up|slid)\b/g,
    "later",
  ],
  [
    /\b(date changes?|changed dates?|change of dates?|dates? (?:has |have |had |that )?(?:been |were |was )?(?:changed|change|moved|altered|amended|revised)|changes? (?:of|in|to) (?:the )?dates?|re ?dated|rescheduled|moved dates?|moved|moves?|new dates?|revised dates?|different dates?|shifted|timetable changes?)\b/g,
    "re-dated",
  ],
  [
    /\b(changed (?:their |its )?(?:exempt|exemption|open|confidentiality|secrecy) ?status|(?:exempt|exemption|open|confidentiality|secrecy) (?:status )?(?:of (?:\w+ ){1,4}?)?(?:has |have |had )?(?:been )?(?:changed|change|changes|altered|alter|switched|amended)|status (?:has |have )?changed|status changes?|became exempt|become exempt|become private|became private|become open|gone private|made exempt|made private|(?:changed|gone|moved|switched|went|turned) from (?:being )?(?:open|exempt|public|private|part|partly|fully|full|part exempt|fully exempt) to (?:being )?(?:open|exempt|public|private|part|partly|fully|full)(?: exempt)?|now (?:exempt|private|open|part exempt|fully exempt)|changes? (?:of|in|to) (?:the )?(?:exempt|exemption|secrecy|confidentiality)(?: status)?)\b/g,
    "secrecy",
  ],
  [
    /\b(newly (?:listed|added)|new (?:\w+ ){0,2}(?:items?|decisions?)|new (?:items?|ones?|entries|entry|decisions?|additions?|things?|since|in the plan|on the plan|to the plan|on there|this month|this time|matters|things|reports?|listings?|cabinet|key|stuff|topics|in (?:this|the latest)|for|at|from|private|exempt|open|financial|confidential|or)|whats new|what is new|what else is new|anything new|any new|something new|whats been added|added|new additions|additions|are new|is new|is it new|is anything new|for the first time|first time|first listed|shaded|shading|shade|latest additions|all new|the new|brand new|new|came on|come on|appeared|joined the plan|just been listed|first appearance|fresh)\b/g,
    "new",
  ],
  [
    /\b(whats changed|what has changed|what changed|whats been changed|has changed|have changed|anything changed|changed|changes|whats different|what is different|whats altered|altered|amended|amendments?|differences?|different|differs|updates? since|updated since|any changes|alterations?)\b/g,
    "any",
  ],
];

/** “New” before these is part of what an item is about, or of a date. */
const newTopics =
  /\bnew (year|years|build|builds|homes?|housing|schools?|road|roads|centre|contract|model|town|deal|burdens|leaf|policy|strategy|library|building|facility|vehicles?|framework|bridge|park|pier|play|car|system|local|forest|street|market|hospital|houses|premises|depot|site|lane|royal|fire|police|bus|cycle)\b/;

/** “What is in this edition that was not in the last one?”, and the other way about. */
const notInTheLast =
  /\b(wasnt|werent|was not|were not|not|didnt|did not|hadnt|had not) (?:been |appear |appeared |be |show |shown )?(?:there |up )?(?:on |in |listed in |listed on |part of )?(?:the )?(last|previous)\b/;
const notInThis =
  /\b(isnt|arent|is not|are not|no longer) (?:on |in |listed in )?(this|the (current|new|latest))\b/;
/** “Is X new?” */
const endsInNew =
  /^(?:and |so )*(is|are|was|were) .* new(?: (?:this month|this time|in this|to the|on the) ?\w*(?: \w+)?)?$/;

const sinceThePlanBefore =
  /\b(since|from|compared (?:to|with)|than|between|on|against|versus|vs|over) (?:the |our |your )?(last|previous|prior|earlier|old) (plan|edition|version|month|months|one|forward plan|issue|time|published|publication)\b|\b(last|previous) (edition|plan|version)\b|\bsince (?:the )?(?:january|february|march|april|may|june|july|august|september|october|november|december)s? (?:plan|edition|version|one)\b|\bbetween (?:the )?(?:two )?editions\b|\bmonth on month\b/;

/** Words that go with a change and say nothing by themselves. */
const framing: ReadonlySet<string> = new Set([
  "since",
  "last",
  "previous",
  "prior",
  "edition",
  "editions",
  "version",
  "month",
  "months",
  "plan",
  "plans",
  "compared",
  "times",
  "often",
  "time",
  "later",
  "date",
  "dates",
  "status",
  "back",
  "put",
  "pushed",
  "off",
  "longer",
  "earlier",
  "originally",
  "reason",
  "issue",
]);

export interface ChangesAsked {
  readonly kinds: ChangeKind[];
  /** Compare the editions only, leaving the notes in the items aside. */
  readonly sinceLastPlan: boolean;
  /** It names no kind of change, only the edition to compare with. */
  readonly onlySince: boolean;
  /** Only what has moved at least twice: “more than once”, “twice”, “repeatedly”. */
  readonly movedOften: boolean;
}

const inWords: Readonly<Record<ChangeKind, string>> = {
  new: "new in this edition",
  later: "put back",
  earlier: "brought forward",
  "re-dated": "date changed",
  gone: "no longer listed",
  withdrawn: "withdrawn",
  secrecy: "exempt status changed",
  any: "changed",
};

const moves: ReadonlySet<ChangeKind> = new Set(["later", "earlier", "re-dated"]);
const saysOften =
  /\b(more than once|twice|at least twice|two or more times|more than one time|several times|repeatedly|again and again|multiple times|many times|keeps? (?:on )?(?:slipping|moving|being)|over and over|time and again|serial)\b(?!.*\bhow\b)/;
const oftenWords: ReadonlySet<string> = new Set(
  "more once twice least two times several repeatedly again multiple keep keeps over serial".split(" "),
);

const becameStatus =
  /\b(?:to|became|become|now|made|gone|turned|went) (?:being )?(open|public|private|exempt|part(?:ly)? exempt|fully exempt|part|fully)\b/;

/** “From private to open”: what the status changed to; any where the question does not say. */
export function readNewStatus(folded: string): Secrecy[] {
  const said = becameStatus.exec(folded)?.[1];
  if (said === undefined) return [];
  if (said === "open" || said === "public") return ["open"];
  if (said.startsWith("part")) return ["part-exempt"];
  return said.startsWith("fully") ? ["fully-exempt"] : ["part-exempt", "fully-exempt"];
}

/** Which changes to the plan a question asks for, if any. */
export function readChanges(folded: string, words: readonly Word[], hasWindow: boolean): ChangesAsked {
  const sinceLastPlan = sinceThePlanBefore.test(folded);
  const kinds: ChangeKind[] = [];
  if (notInThis.test(folded) && /\b(last|previous)\b/.test(folded)) kinds.push("gone");
  else if (notInTheLast.test(folded) || endsInNew.test(folded) || folded === "new") kinds.push("new");
  if (kinds.length > 0)
    for (const [place, word] of words.entries()) if (word.text === "new") use(words, place, 1, inWords.new);
  for (const [pattern, kind] of changePhrases) {
    for (const match of folded.matchAll(pattern)) {
      if (!counts(kind, match[0].trim(), folded, { kinds, hasWindow, sinceLastPlan })) continue;
      if (!kinds.includes(kind)) kinds.push(kind);
      const said = match[0].trim().split(" ");
      const start = folded.slice(0, match.index).split(" ").length - 1;
      mark(words, said, start, inWords[kind]);
    }
  }
  if (
    kinds.length === 0 &&
    /\bhow (often|many times)\b.*\b(moved|slipped|changed|deferred|put back)\b|\bwhy (?:the|this|that) (?:change|move|delay|slippage|slip|wait|new date)\b|\bwhy (has|was|is|have|were|did)\b.*\b(moved|move|slipped|slip|delayed|deferred|put back|pushed back|changed|postponed|late|later|rescheduled)\b/.test(
      folded,
    )
  )
    kinds.push("re-dated");
  if (kinds.length > 0 || sinceLastPlan)
    for (const word of words) if (framing.has(word.text)) word.used = true;
  const onlySince = kinds.length === 0 && sinceLastPlan;
  if (onlySince) kinds.push("any");
  const movedOften = kinds.some((kind) => moves.has(kind)) && saysOften.test(folded);
  if (movedOften)
    for (const word of words)
      if (oftenWords.has(word.text)) use(words, words.indexOf(word), 1, "moved at least twice");
  return { kinds, sinceLastPlan, onlySince, movedOften };
}

/** “New transport items” says “new”; what is new is for others to read. */
function isOfTheChange(text: string, means: string): boolean {
  if (means === inWords.secrecy) return true;
  if (filterWords.has(text)) return false;
  return means !== inWords.new || isEmptyWord(text) || newWords.has(text);
}

const newWords: ReadonlySet<string> = new Set(
  "new newly added additions listings shaded shading shade fresh brand appeared joined appearance whats".split(
    " ",
  ),
);

/** Words in the phrases of a change that also filter. */
const filterWords: ReadonlySet<string> = new Set([
  "private",
  "exempt",
  "open",
  "financial",
  "confidential",
  "cabinet",
  "council",
]);

/** Marks the words of a phrase, but not the names and filters that stand inside “new cabinet items”. */
function mark(words: readonly Word[], said: readonly string[], start: number, means: string): void {
  for (const [offset, text] of said.entries()) {
    const word = words[start + offset];
    if (word && word.text === text && !word.used && isOfTheChange(text, means))
      use(words, start + offset, 1, means);
  }
}

/** Whether a phrase speaks of the plan’s changes here, and not of a topic (“new homes”) or a date (“the new year”). */
function counts(
  kind: ChangeKind,
  said: string,
  folded: string,
  {
    kinds,
    hasWindow,
    sinceLastPlan,
  }: { kinds: readonly ChangeKind[]; hasWindow: boolean; sinceLastPlan: boolean },
): boolean {
  if (kind === "new") return isNewToThePlan(said, folded, hasWindow, sinceLastPlan);
  if (kind === "any")
    return (
      kinds.length === 0 &&
      !/\bchanges? (to|in|of) (the )?(?!plan|forward|date|dates|last|latest|programme|list|status)\w+/.test(
        folded,
      ) &&
      !/\bclimate change\b/.test(folded)
    );
  if (kind === "re-dated") return !kinds.some((other) => other === "later" || other === "earlier");
  return true;
}

const newThings =
  /\bnew (?:\w+ ){0,3}(items?|ones?|decisions?|entries|additions?|things|stuff|matters|reports?|cabinet|council|private|exempt|open|for|in|on|since|at|this)\b|\bnew$/;

function isNewToThePlan(said: string, folded: string, hasWindow: boolean, sinceLastPlan: boolean): boolean {
  if (said === "new") return sinceLastPlan && !newTopics.test(folded);
  const saysNew = /\bnew$|^new\b/.test(said);
  if (
    saysNew &&
    /\bnew year\b/.test(folded) &&
    !/\bnew (items?|ones?|decisions?|additions?|entries)\b/.test(folded)
  )
    return false;
  if (saysNew && newTopics.test(folded.slice(folded.indexOf(said)))) return false;
  if (said === "the new")
    return /\bthe new (ones|items|entries|additions|stuff|things|decisions|reports)\b/.test(folded);
  if (said === "any new" || said === "brand new" || said === "all new") return newThings.test(folded);
  if (/^new (reports?|cabinet|key)$/.test(said))
    return hasWindow || /\b(any|what|which|list|show|whats)\b/.test(folded);
  return true;
}

/** “Since last month”, “from the last edition” speak of the plan before, not of days. */
export function setAsideLastPlan(words: readonly Word[]): void {
  for (const [place, word] of words.entries()) {
    if (!["since", "from", "than", "with", "to", "on", "against", "over", "versus"].includes(word.text))
      continue;
    const at = ["the", "our", "your"].includes(words[place + 1]?.text ?? "") ? 2 : 1;
    const [which, what] = [words[place + at]?.text ?? "", words[place + at + 1]?.text ?? ""];
    if (
      ["last", "previous", "prior"].includes(which) &&
      ["plan", "edition", "version", "month", "one", "forward", "time", "issue"].includes(what)
    ) {
      use(words, place, at + 2, "since the edition before");
    } else if (monthNumber(which) !== null && ["plan", "edition", "version"].includes(what)) {
      use(words, place, at + 2, `since the edition of ${which}`);
    }
  }
}
