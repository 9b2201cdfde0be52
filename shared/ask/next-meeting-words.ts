import { isEmptyWord } from "./empty-words.ts";
import type { Query } from "./query.ts";
import { readWindow } from "./question-dates.ts";
import { fold, type Word } from "./question-words.ts";
import type { Knowledge } from "./reading.ts";

const bodyWords = "(?:full )?(?:cabinet|council|committee|scrutiny|o and s|overview and scrutiny)";
const whenIs =
  "(?:when is|whens|when are|when does|when do|when will|what date is|what day is|what time is|date of|dates of|dates for|the date of|whats the date of|what is the date of|whats the date for|can you tell me when|tell me when|do you know when)";
const monthWord = "(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\\w*";
/** “When is Cabinet?”, “when is the April Council”, “date of full council in May”. */
const whenIsTheMeeting = new RegExp(
  `^(?:and |so |ok |please |hi |hello )*${whenIs} (?:the |our )?(?:(?:next|first|${monthWord}) )?(?:[a-z]+ (?:[a-z]+ ){0,5})?${bodyWords}(?: meetings?| meets?| meeting| next| sitting| sit| sits| be| held| due)*(?: (?:in|this|next|on|for) (?:${monthWord}|month|year|week)(?: 20\\d\\d)?| then| again| please| after that| meet)*$`,
);
const nextMeeting = new RegExp(
  `\\b(?:next|following)\\b.*\\b(?:meetings?|${bodyWords})\\b|\\bwhen\\b.*\\b(?:meet|meets|meeting|sit|sits|sitting)\\b|\\bwhat (?:date|day|time)\\b.*\\b(?:meet|meets|meeting|sit|sits|sitting)\\b`,
);
const asksForItems =
  /^(?:and |so |ok |please |hi |hello )*(what|whats|which|anything|any|how many|list|show|who|is|are|will|give me)\b/;
const asksForADate =
  /^(?:and |so |ok |please |hi |hello )*(what|whats) (is |are |the )*(the )?(date|day|time|next meeting|when|next (full )?(cabinet|council))\b(?!.* (items|decisions|deciding|doing))/;

/** The body whose next meeting is asked for; null for any body, undefined when none is asked for. */
export function readNextMeeting(folded: string, { bodies }: Knowledge): string | null | undefined {
  if (/\bcabinet members?\b|\bportfolio\b/.test(folded)) return undefined;
  if (
    /\b(before|by|after|until|at|on|to|for) (the )?next\b/.test(folded) &&
    !/^(date|dates) for\b/.test(folded)
  )
    return undefined;
  if (
    whenIsTheMeeting.test(folded) &&
    !/\bgoing to|\bgo to|\bcoming to|\bat (the )?(cabinet|council)|\bdeciding|\bdecided/.test(folded)
  ) {
    const said = folded.replace(new RegExp(`^.*?${whenIs} `), "");
    // A topic between “when is” and the body’s name: “when is parking at Cabinet”.
    const body = namedBody(folded, bodies);
    if (isOnlyBody(said, bodies)) return body;
  }
  if (asksForItems.test(folded) && !asksForADate.test(folded)) return undefined;
  return nextMeeting.test(folded) && !/\b(items?|decisions?|reports?)\b/.test(folded)
    ? namedBody(folded, bodies)
    : undefined;
}

const opensAnew =
  /^(?:and |so |ok |okay |then |what about |how about |also |when is |whens |whats |what is |the |for |of )+/;

/** The body of a question that names nothing else: “and Council?”, “what about scrutiny?” */
export function readBodyAlone(folded: string, bodies: Knowledge["bodies"]): string | null {
  const said = folded.replace(opensAnew, "");
  if (said === "" || said.split(" ").length > 8 || !isOnlyBody(said, bodies)) return null;
  return namedBody(said, bodies);
}

/** Whether the words name a body and a time, and nothing besides. */
function isOnlyBody(said: string, bodies: Knowledge["bodies"]): boolean {
  const framing = new Set(
    "the our next first full cabinet council committee scrutiny overview and o s meeting meetings meet meets sitting sit sits be held due in this on for then again please after that month year week".split(
      " ",
    ),
  );
  const names = new Set(
    bodies.flatMap(({ name, aliases }) => [name, ...aliases].flatMap((one) => fold(one).split(" "))),
  );
  return said
    .split(" ")
    .every(
      (word) =>
        framing.has(word) ||
        names.has(word) ||
        new RegExp(`^${monthWord}$`).test(word) ||
        /^20\d\d$/.test(word),
    );
}

const meetingsAsked =
  /\b(?:any|what|which|list|show|there an?|all|upcoming|coming|other|see) (?:\w+ ){0,3}?meetings?\b|^meetings? (?:in|on|next|this|for|between|before|coming)\b|\b(?:which|what) (?:\w+ )?(?:committees?|bodies|panels|boards) (?:meets?|are meeting|is meeting|sits?|are sitting|have (?:a )?meetings?)\b|\bwho(?:s| is)? (?:meets|meeting|sitting)\b|^(?:and |so )*(?:is|are|does|do|will) (?:the )?(?:\w+ ){1,6}?(?:meet|meeting|sit|sitting)\b/;
const aboutItems =
  /\b(?:at|to|before|after|by|until|till|in|into|from) (?:the |a |an |that |this |our |any )?(?:\w+ ){0,3}?meetings?\b|\b(?:items?|decisions?|reports?|papers?|agendas?|minutes|forward plan|last|going to|go to|coming to|(?:my|our) (?:\w+ )?meetings?|what (?:is|was) (?:on|at))\b/;
const framingOfMeetings: ReadonlySet<string> = new Set(
  "cabinet council committee committees scrutiny full bodies panel panels board boards meeting meetings meet meets sit sits sitting upcoming".split(
    " ",
  ),
);

/** “Which committees meet?” asks for every body. */
const everyBody = /\b(?:committees|bodies|panels|boards)\b/;

/** The body whose meetings are asked for; null for all. */
function bodyOfMeetings(folded: string, { bodies }: Knowledge): string | null {
  return everyBody.test(folded) && !/\bscrutiny\b/.test(folded) ? null : namedBody(folded, bodies);
}

/**
 * “What meetings are there next week?”, “does Council meet in December?”: of which body, or of all, and on which days;
 * null where the days of meetings are not asked for, or something else besides.
 */
export function readMeetings(
  folded: string,
  words: readonly Word[],
  knowledge: Knowledge,
): Pick<Query, "body" | "window"> | null {
  if (!meetingsAsked.test(folded) || aboutItems.test(folded)) return null;
  const dated = words.map((word) => ({ ...word }));
  const days = readWindow(dated, knowledge);
  if (!saysNothingElse(folded, dated, knowledge)) return null;
  return {
    body: bodyOfMeetings(folded, knowledge),
    window: days?.atMeetingOf ? null : (days?.window ?? null),
  };
}

/** Whether a question says nothing besides the days, already marked, and the bodies that meet. */
function saysNothingElse(folded: string, words: readonly Word[], { bodies }: Knowledge): boolean {
  const body = namedBody(folded, bodies);
  const names = bodies.filter(({ name }) => name === body).flatMap(({ name, aliases }) => [name, ...aliases]);
  const ofBody = new Set(names.flatMap((name) => fold(name).split(" ")));
  return words.every(
    ({ text, used }) => used || isEmptyWord(text) || framingOfMeetings.has(text) || ofBody.has(text),
  );
}

/** The body that a text names: by its name, an alias, or the words that tell committees apart. */
export function namedBody(folded: string, bodies: Knowledge["bodies"]): string | null {
  let best: { name: string; length: number } | null = null;
  for (const body of bodies) {
    for (const name of [body.name, ...body.aliases]) {
      for (const way of waysToSayBody(name)) {
        const found = ` ${folded} `.includes(` ${way} `);
        if (found && (!best || way.length > best.length)) best = { name: body.name, length: way.length };
      }
    }
  }
  if (best) return best.name;
  if (/\bcabinet\b/.test(folded)) return "Cabinet";
  if (/\b(scrutiny|committee|o and s)\b/.test(folded)) return anyScrutiny;
  return /\bcouncil\b/.test(folded) ? "Council" : null;
}

/** “The next scrutiny meeting”, whichever committee’s. */
export const anyScrutiny = "scrutiny committee";

/** “ of Cabinet”; nothing where any body is meant. */
export function ofBody(body: string | null): string {
  if (body === null) return "";
  return body === anyScrutiny ? " of a scrutiny committee" : ` of ${body}`;
}

const waysOfBodies = new Map<string, readonly string[]>();

function waysToSayBody(name: string): readonly string[] {
  let ways = waysOfBodies.get(name);
  if (!ways) {
    const whole = fold(name);
    const short = whole
      .replace(/\boverview and scrutiny committee\b|\bscrutiny committee\b|\bcommittee\b/g, " ")
      .replace(/\s+/g, " ")
      .trim();
    const first = short.split(" and ")[0]?.trim() ?? "";
    ways = [...new Set([whole, short, first])].filter((way) => way.length > 2);
    if (waysOfBodies.size > 500) waysOfBodies.clear();
    waysOfBodies.set(name, ways);
  }
  return ways;
}

const after =
  /^(?:and |so |ok )*when (?:will|does|do|is) (?:it|they|cabinet|council|the \w+) (?:next )?(?:meet|meeting|sit)(?:s|ing)? (?:after that|again|afterwards|then)$|^(?:and |so |ok |okay |then |when is |whens |when are |what about |how about |whats |what is |date of |the date of |the )*(?:the )?(?:one|meeting|date|next one|next|cabinet|council|next meeting) (?:after|following|beyond)(?: that| it| this)?(?: one| meeting)?$|^(?:and |so |ok |then |when is |whens |what about )*(?:the )?(?:following|subsequent|next) (?:one|meeting)(?: after( that)?)?$|^(?:and )?(?:after|following) that(?: one)?$|^(?:and )?the one after(?: that| it)?$/;
const onIt =
  /^(?:and |so |ok |then )*(?:(?:what|which)(?: items| decisions| reports| matters)?(?: (?:on|in) the (?:forward )?plan)?(?: are| is| s)?|what is|whats|what s|anything|what will be|what are they|what have they got) (?:on|at|for|going to|coming to|being decided at|up at|deciding at|due at) (?:it|that|that one|that meeting|this one|the agenda|this meeting|there|then)$|^(?:and |so )*whats being decided (?:there|then)$|^(?:and |so )*(?:whats|what is) (?:on )?(?:its|the|that) agenda$|^(?:and |so )*what are they deciding(?: there| then)?$|^(?:and |so |ok |then )*(?:what|whats|what s) (?:is |will |are )?(?:it|they|the meeting|that meeting) (?:be )?(?:decid|discuss|consider|deal|talk|look)(?:e|ing|ing with|ing about|ing at)?(?: there| then)?$/;

/** “The one after”, “what’s on it?”: about the meeting that was named last. */
export function readMeetingFollowUp(folded: string): "after" | "agenda" | null {
  if (after.test(folded)) return "after";
  return onIt.test(folded) ? "agenda" : null;
}
