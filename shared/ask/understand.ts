import type { Intent, Secrecy } from "../contracts/answer.ts";
import type { Name, PlanNames } from "./plan-names.ts";
import {
  type ChangeKind,
  cabinetMemberDecisions,
  emptyQuery,
  narrows,
  narrowsBeyondTopic,
  officerDecisions,
  type Query,
} from "./query.ts";
import { type DateContext, readWindow } from "./question-dates.ts";
import {
  findPhrase,
  fold,
  isEmptyWord,
  isSlipOf,
  longestQuestion,
  questionWords,
  stem,
  use,
  type Word,
  wordsOf,
} from "./question-words.ts";
import { everydayWards, townWards } from "./town-wards.ts";

/** What a question is read against. */
export interface Knowledge extends DateContext {
  readonly names: PlanNames;
  /** Names of bodies that meet: “Cabinet”, “Overview and Scrutiny Committee (…)”, with their aliases. */
  readonly bodies: readonly { readonly name: string; readonly aliases: readonly string[] }[];
  /** Ward of the person who asks, when known. */
  readonly myWard?: string;
}

/** A question as read: the query, and how it hangs together with what was said before. */
export interface Reading {
  readonly query: Query;
  /** It goes on from the question before: “and Kew?”, “only the open ones”. */
  readonly followsUp: boolean;
  /** It points at one item of the answer before: “it”, “the second one” (counted from 1, -1 for the last). */
  readonly refersTo: "it" | number | null;
  /** It asks for more of the same list. */
  readonly more: boolean;
  /** It asks for the meeting after the one just named, or what is on it. */
  readonly meeting: "after" | "agenda" | null;
  /** The words that nothing understood; they say what it is about. */
  readonly topicKnown: boolean;
}

const instructions =
  /\b(ignore|disregard|forget|override|bypass)\b.*\b(instructions?|rules?|prompts?|previous|above|restrictions?|everything)\b|\bsystem prompt\b|\byou are now\b|\bpretend\b|\broleplay\b|\bact as\b|\bdeveloper mode\b|\bjailbreak\b|\bdrop table\b|\bexecute\b.*\b(code|command|script)\b/;
const secretThings =
  /\b(bids?|bidders?|tenderers?|buyer|purchaser|price|prices|figures?|amounts?|valuation|offer|offers|reserve|sum|commercial terms|legal advice|appendix|annex|wording|contents?|text|details of the exempt|information|names?)\b/;
const secretPlaces = /\b(exempt|confidential|private|secret|restricted|closed|pink|redacted|withheld)\b/;
const askedOut =
  /\b(what|how much|who|tell|show|give|read|send|leak|reveal|disclose|summari[sz]e|share|see|copy|print|quote|paste|let me)\b/;

/** Whether somebody asks for what the plan does not publish, or gives the bot orders. */
function mustNotBeAnswered(folded: string): boolean {
  if (instructions.test(folded)) return true;
  if (
    /\b(i am|im|speaking as|on behalf of|as) (the |a |your )?(monitoring officer|chief executive|chief exec|leader|administrator|admin|proper officer|head of legal|solicitor|police|auditor)\b/.test(
      folded,
    )
  )
    return true;
  if (
    secretPlaces.test(folded) &&
    askedOut.test(folded) &&
    (secretThings.test(folded) ||
      /\b(report|part|section|paper|papers|bit|bits)\b.*\b(says?|contains?|inside|in it)\b|\bwhat (does|do|is|s|are)\b.*\b(exempt|confidential|private|restricted|secret)\b.*\b(report|part|section|paper|appendix|papers)\b|\b(read|show|send|give|leak|reveal|see|copy|quote|print|summari[sz]e|share)\b.*\b(exempt|confidential|private|restricted|secret)\b.*\b(report|part|section|paper|papers|appendix|bit|bits|document|documents)\b/.test(
        folded,
      ))
  ) {
    return !/\bwhich paragraph\b|\bwhy (is|are)\b/.test(folded);
  }
  return /\b(how much (is|are|was|were|will|would|did|does|do)\b.*\b(cost|costing|sell|sold|pay|paid|paying|worth|bid|offer|for)\b|who (is|s|was|are) (the )?(preferred |winning |successful )?(bidders?|buyers?|purchasers?|contractors?|tenderers?|developers?)|who (won|bid|is buying|has bid|made an offer)|reserve price|winning bid|bid amount)/.test(
    folded,
  );
}

const smallTalk =
  /\b(weather|joke|football|recipe|poem|song|lottery|capital of|president|prime minister|your name|who are you|are you (a )?(robot|human|real)|meaning of life|what time is it|translate|stock market|horoscope|write me|sing)\b/;

const helpAsked =
  /^(help|hello|hi|hey|hiya|good (morning|afternoon|evening)|start|menu)\b|\bwhat can (you|i|this|it) (do|ask)\b|\bhow (does|do) (this|it|you) work\b|\bwhat (can|could) i ask\b|\bwhat do you do\b|\bhow do i use\b|\bwhat (questions|things) can\b/;

const changePhrases: readonly (readonly [RegExp, ChangeKind])[] = [
  [
    /\b(no longer (listed|on|in|there)|dropped off|dropped|drop off|fallen off|fell off|disappeared|vanished|gone|taken off|come off|came off)\b/,
    "gone",
  ],
  [/\b(withdrawn|withdrew|withdraw|removed|remove|pulled|scrapped|cancelled|deleted)\b/, "withdrawn"],
  [
    /\b(brought forward|bring forward|moved (up|forward|earlier)|earlier date|earlier than (planned|expected|before)|sooner|advanced)\b/,
    "earlier",
  ],
  [
    /\b(deferred|deferrals?|slipped|slippage|slipping|put back|pushed back|pushed out|postponed|delayed|delays?|later than (planned|expected|before|first)|rescheduled later|late running|moved back|moved later|move later|later date|kicked)\b/,
    "later",
  ],
  [
    /\b(date changes?|changed dates?|dates? (has |have |that )?(been )?changed|changes? of date|re ?dated|rescheduled|moved dates?|moved|new dates?|shifted)\b/,
    "re-dated",
  ],
  [
    /\b(changed (exempt|exemption) status|exempt status (has )?changed|status (has |have )?changed|became exempt|become exempt|gone private)\b/,
    "secrecy",
  ],
  [
    /\b(newly (listed|added)|new (?:\w+ ){0,2}(items?|decisions?)|new (items?|ones?|entries|entry|decisions?|additions?|since|in the plan|on the plan|to the plan|this month|matters|things|reports?|listings?|cabinet|key|stuff)|whats new|what is new|anything new|whats been added|added|new additions|additions|are new|is new|is it new|for the first time|first time|shaded|latest additions|something new|all new|the new|new|came on|come on)\b/,
    "new",
  ],
  [
    /\b(whats changed|what has changed|what changed|has changed|have changed|anything changed|changed|changes|whats different|what is different|difference|differences|updates? since|any changes)\b/,
    "any",
  ],
];

/** Reads a question. Never throws, whatever the text. */
export function understand(text: string, knowledge: Knowledge): Reading {
  const folded = fold(text.slice(0, longestQuestion));
  const words = questionWords(text);
  const reading = (query: Query, more: Partial<Reading> = {}): Reading => ({
    query,
    followsUp: false,
    refersTo: null,
    more: false,
    meeting: null,
    topicKnown: false,
    ...more,
  });
  const of = (intent: Intent) => ({ ...emptyQuery, intent });

  if (words.length === 0) return reading(of("help"));
  if (mustNotBeAnswered(folded)) return reading(emptyQuery);
  if (smallTalk.test(folded)) return reading(emptyQuery);
  if (helpAsked.test(folded) && words.length <= 9) return reading(of("help"));
  if (
    /^(more|show (me )?more|next page|the rest|continue|go on|keep going|and the rest|show (me )?the rest|any more|more please)$/.test(
      folded,
    )
  ) {
    return reading(of("forwardPlan.list"), { more: true, followsUp: true });
  }
  if (
    /^(and )?(the |when is the |whats the )?(one after( that)?|meeting after( that)?|following one|next one after( that)?)$/.test(
      folded,
    )
  ) {
    return reading(of("meeting.next"), { meeting: "after", followsUp: true });
  }
  if (
    /^(so )?(what is|whats|what s|anything) (on|at) (it|that|that one|that meeting)$|^whats being decided (there|then)$/.test(
      folded,
    )
  ) {
    return reading(of("forwardPlan.list"), { meeting: "agenda", followsUp: true });
  }

  const refersTo = readReference(folded);
  const count =
    /\b(how many|number of|count of|count the)\b/.test(folded) && !/\bhow many times\b/.test(folded);
  const body = readNextMeeting(folded, knowledge);
  if (body !== undefined && !count) return reading({ ...of("meeting.next"), body });

  // “Where do I send …” is no question about special educational needs.
  for (const [place, word] of words.entries()) {
    if (
      word.text === "send" &&
      ["i", "we", "you", "to", "please", "can", "me"].includes(words[place - 1]?.text ?? "")
    )
      word.used = true;
  }
  const negative = negations(words);
  const asks = readAskingFor(folded);

  protectTitlePhrases(words, knowledge.names);
  const makers = readDecisionMakers(words, negative, knowledge.names);
  const areas = readAreas(words, negative, folded, knowledge.names);
  setAsideLastPlan(words);
  const found = readWindow(words, knowledge);
  const windowIsNot = found !== null && negative[found.place] === true;
  const officers = takeNames(words, negative, knowledge.names.officers);
  const secrecy = readSecrecy(words, negative);
  const financial = readCriterion(words, negative, ["financial", "finance", "money"]);
  const community = readCriterion(words, negative, ["community"]);
  const wards = readWards(words, negative, folded, knowledge);
  const changes =
    asks === null ? readChanges(folded, words, found !== null) : { kinds: [], sinceLastPlan: false };

  const isNewThisMonth =
    changes.kinds.includes("new") && /\b(new|added|additions)\b.*\bthis month\b/.test(folded);
  const onlyCriterion =
    /\b(only|solely|purely|just) (financial|community)\b(?!.*\bones\b)|\b(financial|community)( impact| criterion| criteria)? (only|solely)\b/.test(
      folded,
    );
  const left = words
    .map((word, place) => ({ word, place }))
    .filter(({ word }) => !word.used && !isEmptyWord(word.text));
  const topic = withAlternatives(
    words,
    left.filter(({ place }) => negative[place] !== true),
  );
  const notTopic = left.filter(({ place }) => negative[place] === true).map(({ word }) => word.text);

  // “Does it affect all wards” and the like leave words that only ever frame a question.
  const filters = {
    ...emptyQuery,
    // What is “new this month” is new in this month’s plan, whenever it is decided.
    window: windowIsNot || isNewThisMonth ? null : (found?.window ?? null),
    notWindow: windowIsNot ? (found?.window ?? null) : null,
    ...wards,
    areas: areas.wanted,
    notAreas: areas.unwanted,
    decisionMakers:
      makers.wanted.length === 0 && makers.unwanted.length === 0 && found?.atMeetingOf
        ? [capital(found.atMeetingOf)]
        : makers.wanted,
    notDecisionMakers: makers.unwanted,
    officers: officers.wanted,
    notOfficers: officers.unwanted,
    ...secrecy,
    financial: onlyCriterion && community === true && financial === null ? false : financial,
    community: onlyCriterion && financial === true && community === null ? false : community,
    topic,
    notTopic,
    changes: changes.kinds,
    sinceLastPlan: changes.sinceLastPlan,
  };

  const known = (list: readonly string[]) => list.some((word) => knowsStem(word, knowledge.names));
  const topicKnown = known(topic);
  const intent = intentOf(folded, filters, {
    asks,
    count,
    refersTo,
    topicKnown,
    byOfficer: officers.wanted.length > 0,
  });
  return reading(
    { ...filters, intent },
    { refersTo, followsUp: followsUp(folded, words, filters), topicKnown },
  );
}

function capital(word: string): string {
  return word.slice(0, 1).toUpperCase() + word.slice(1);
}

/** The topic’s words, with `|` where an “or” stands between two of them. */
function withAlternatives(
  words: readonly Word[],
  left: readonly { readonly word: Word; readonly place: number }[],
): string[] {
  const topic: string[] = [];
  let before = -1;
  for (const { word, place } of left) {
    const between = before < 0 ? [] : words.slice(before + 1, place);
    if (between.some(({ text }) => text === "or")) topic.push("|");
    topic.push(word.text);
    before = place;
  }
  return topic;
}

const knownStems = new WeakMap<PlanNames, Map<string, boolean>>();

/** Whether some title has the word, right or one slip away. Looking through every word is done once a word. */
function knowsStem(word: string, names: PlanNames): boolean {
  const meant = stem(word);
  if (names.titleStems.has(meant)) return true;
  let known = knownStems.get(names);
  if (!known || known.size > 5_000) {
    known = new Map();
    knownStems.set(names, known);
  }
  let knows = known.get(meant);
  if (knows === undefined) {
    knows = [...names.titleStems].some((candidate) => isSlipOf(meant, candidate));
    known.set(meant, knows);
  }
  return knows;
}

interface Spoken {
  readonly name: string;
  readonly way: readonly string[];
}

const spokenNames = new WeakMap<readonly Name[], readonly Spoken[]>();

/** Every way to say every name, longest first: a longer name is never taken for a shorter one in it. */
function longestFirst(names: readonly Name[]): readonly Spoken[] {
  let spoken = spokenNames.get(names);
  if (!spoken) {
    spoken = names
      .flatMap(({ name, ways }) => ways.map((way) => ({ name, way })))
      .sort((a, b) => b.way.length - a.way.length);
    spokenNames.set(names, spoken);
  }
  return spoken;
}

type AskingFor = "contact" | "representations" | null;

/** “Who do I ring about X”, “how do I comment on X”. */
function readAskingFor(folded: string): AskingFor {
  if (
    /\b(make|making|submit|send|send in) (a |any |my |our )?(representations?|comments?|views?|objections?)\b|\b(how|where|can|could|who|when) .*\b(comment|object|respond|feed ?back|have (my|our|a|your) say|give (my|our) views?|put (my|our) views?|influence|oppose|support|lobby|argue against|challenge)\b|\brepresentations?\b|\bhave (my|our|your|a) say\b/.test(
      folded,
    )
  ) {
    return "representations";
  }
  if (
    /\bwho (do|can|should|would|could|might|must) (i|we|residents|people|you) (speak|talk|ring|call|phone|contact|write|email|ask|see|approach|get in touch|get hold)\b|\bwho (is|s|are) (the )?(contact|contacts|lead|responsible|report author)\b|\bwhos (the )?(contact|lead|officer|dealing|responsible)\b|\bwho to (contact|ring|speak|talk|email|ask|call|phone)\b|\bcontact (details|officer|officers|person|for|about|information|name)\b|\b(email|e mail|phone|telephone|tel|mobile)( number| address| no)?( for| of| about| to)?\b|\bwhich officers?\b.*\b(contact|responsible|dealing|lead|owns?|handling|leading)\b|\bwho (owns|handles|is handling|is dealing with|deals with|is leading on|leads on|is in charge of|wrote)\b|\bthe contacts?\b|\bget in touch\b|\bhow do i contact\b|\bspeak to\b|\bofficer (for|dealing|responsible|contact)\b/.test(
      folded,
    ) &&
    !/\b(which|what|any|list|show)\b.*\b(items?|ones|decisions?|reports?|matters)\b.*\b(contact|officer|lead)\b/.test(
      folded,
    )
  ) {
    return "contact";
  }
  return null;
}

interface IntentHints {
  readonly asks: AskingFor;
  readonly count: boolean;
  readonly refersTo: Reading["refersTo"];
  readonly topicKnown: boolean;
  readonly byOfficer: boolean;
}

const planWords =
  /\b(forward plan|plan|items?|decisions?|agenda|coming up|upcoming|scheduled|listed|anything|everything|cabinet|council|scrutiny|committee|key|pipeline|coming|due|going to|being decided|decided|reports?)\b/;

function intentOf(
  folded: string,
  query: Query,
  { asks, count, refersTo, topicKnown, byOfficer }: IntentHints,
): Intent {
  if (asks === "representations") return "forwardPlan.representations";
  const wantsAddress = /\b(phone|telephone|number|email|e mail|mobile|details)\b/.test(folded);
  if (asks === "contact" && (wantsAddress || !(byOfficer && query.topic.length === 0)))
    return "forwardPlan.contact";
  if (count) return "forwardPlan.count";
  if (query.changes.length > 0) return "forwardPlan.changes";
  if (refersTo !== null) return "forwardPlan.detail";
  const one = asksForOne(folded);
  if (query.topic.length > 0 && one && !narrowsToList(folded, query)) {
    return topicKnown || one === "surely" || planWords.test(folded) ? "forwardPlan.detail" : "unknown";
  }
  if (!narrows(query))
    return planWords.test(folded) || /^(whats|what is) (on|up)\b/.test(folded)
      ? "forwardPlan.list"
      : "unknown";
  if (
    query.topic.length > 0 &&
    !topicKnown &&
    !narrowsBeyondTopic(query) &&
    !planWords.test(folded) &&
    !/\b(about|on|any|regarding|concerning|for)\b/.test(folded) &&
    query.topic.length > 2
  ) {
    return "unknown";
  }
  return "forwardPlan.list";
}

/** “Which …”, “any …”, “show …” want a list even where the words would fit one item. */
function narrowsToList(folded: string, query: Query): boolean {
  return (
    /^(which|any|anything|list|show|all|everything|how many|are there|is there|what are|give me (all|a list)|what (items|decisions|reports|matters|things|else|other))\b/.test(
      folded,
    ) &&
    !/^(which|what) (wards?|committee|scrutiny|cabinet member|decision maker|officer|paragraphs?)\b|\bdates? (for|of)\b/.test(
      folded,
    ) &&
    !(query.topic.length === 0)
  );
}

/** Whether a question is about one item: “tell me about X”, “when is X”, “is X on the plan”. */
function asksForOne(folded: string): "surely" | "perhaps" | null {
  if (/\bdates? (for|of)\b/.test(folded) && !/\bnext\b/.test(folded)) return "surely";
  if (
    /^(which|what) (committee|scrutiny|cabinet member|decision maker|officer|paragraphs?|wards?)\b|^(which|what) wards? (does|do|is|are|will|would)\b/.test(
      folded,
    )
  )
    return "perhaps";
  if (
    /^(which|any|anything|list|are there|is there any|is there anything|everything|whats (on|coming|going|up|happening (in|at|this|next)|due)|what is (on|coming|going|up|due)|what are)\b/.test(
      folded,
    )
  )
    return null;
  if (
    /\b(tell me (more )?(about|on)|more (about|detail|details|information|info) (on|about|of)|details? (of|on|about|for)|information (on|about)|explain|describe|whats happening (with|to|about)|what is happening (with|to|about)|whats the (latest|status|position|story|state of play|date|decision date|timetable)|what is the (latest|status|position|date|decision date|timetable)|what happened to|where are we (with|on)|update on|progress (on|of|with))\b/.test(
      folded,
    )
  )
    return "surely";
  if (
    /^(is|are|has|will|was|does|do|did|can|could) .*\b(on|in) (the )?(forward )?plan\b|\bstill (on|in|listed|coming|going)\b/.test(
      folded,
    )
  )
    return "surely";
  if (/^(and )?(when|what date|what day|what month|which date|which meeting|which month)\b/.test(folded))
    return "surely";
  if (
    /^(and )?(who|whos) (decides|decide|is deciding|will decide|makes|is making|will make|takes|is taking|will take|is the decision maker|gets to decide|has to decide|approves|will approve)\b/.test(
      folded,
    )
  )
    return "surely";
  if (
    /^(is|are|will|has|have|does|do|did|was|were|can|could|why|who|what is|whats|what does|what s|what will|how is|how are|how long|where is|where will|on what|what was)\b/.test(
      folded,
    )
  )
    return "perhaps";
  return null;
}

/** The item of the answer before that a question points at. */
function readReference(folded: string): Reading["refersTo"] {
  const short = folded.split(" ").length <= 12;
  const nth =
    /\b(?:the )?(first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|last|1st|2nd|3rd|4th|5th|6th|final)(?: (?:one|item|of (?:those|them|these)|on the list|listed|in the list|decision|report))?\b/.exec(
      folded,
    );
  const isDate =
    /\b(first|second|third|fourth|last|\d(?:st|nd|rd|th)) (week|quarter|half|month|of (jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|plan|edition|time|year)/.test(
      folded,
    );
  if (
    nth &&
    short &&
    !isDate &&
    (/^(and |tell me (more )?about |what about |show me |more on |open |number )?(the )?(first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|last|\d(?:st|nd|rd|th)|final)\b/.test(
      folded,
    ) ||
      / (one|item)\b/.test(folded) ||
      /\b(of (those|them|these)|on the list|in the list)\b/.test(folded))
  ) {
    const places = [
      "first",
      "second",
      "third",
      "fourth",
      "fifth",
      "sixth",
      "seventh",
      "eighth",
      "ninth",
      "tenth",
    ];
    const word = nth[1] ?? "";
    if (word === "last" || word === "final") return -1;
    const place = places.indexOf(word);
    return place >= 0 ? place + 1 : Number.parseInt(word, 10);
  }
  const number =
    /^(?:tell me (?:more )?about |show me |open |more on |what about )?(?:number|no|item|#) ?(\d{1,2})$/.exec(
      folded,
    );
  if (number) return Number(number[1]);
  return short &&
    /\b(it|its|that one|this one|that item|this item|that decision|that report|this report|this decision)\b/.test(
      folded,
    ) &&
    !/\b(is it (true|possible)|how does it work|make it)\b/.test(folded)
    ? "it"
    : null;
}

/** Whether a question goes on from the one before. */
function followsUp(folded: string, words: readonly Word[], query: Query): boolean {
  if (
    /^(and|what about|how about|only|just|but|also|or|except|not|excluding|apart from|which of|any of|how many of|are any|do any|those|them|these|of those|of them|the .+ ones?|ok|okay|then|same|instead|now|so|narrow|filter)\b/.test(
      folded,
    )
  )
    return true;
  if (
    /\b(of (those|them|these)|those|these|the ones|ones|among them|in that list|from that list)\b/.test(
      folded,
    )
  )
    return true;
  if (
    /^(how many|how many is that|how many are there|why|when|who|where|who decides|which wards|whats the date|what date|which paragraph|the contact|contact|contact details|wards|date|why not)$/.test(
      folded,
    )
  )
    return true;
  // A few words that only filter: “in January?”, “Kew?”, “private?”.
  const filtersOnly = query.topic.length === 0 && narrows(query);
  return (
    filtersOnly &&
    words.length <= 4 &&
    !/^(what|whats|which|anything|any|show|list|is|are|when|who|all|everything|items?|how)\b/.test(folded) &&
    !/\b(items?|decisions?|anything|plan|coming)\b/.test(folded)
  );
}

const negators = new Set([
  "not",
  "except",
  "excluding",
  "without",
  "non",
  "isnt",
  "arent",
  "wont",
  "dont",
  "doesnt",
  "exclude",
  "omit",
  "omitting",
  "bar",
  "barring",
  "minus",
  "ignoring",
  "neither",
  "nor",
  "outside",
  "never",
]);

/** Which words stand under a “not”: from the negation to “but”, “and only”, or the end. */
function negations(words: readonly Word[]): boolean[] {
  const negative: boolean[] = words.map(() => false);
  let under = 0;
  for (const [place, word] of words.entries()) {
    const next = words[place + 1]?.text ?? "";
    const pair =
      (word.text === "other" && next === "than") ||
      (["apart", "aside"].includes(word.text) && next === "from") ||
      (word.text === "anything" && next === "but") ||
      (word.text === "all" && next === "but") ||
      (word.text === "rather" && next === "than") ||
      (word.text === "instead" && next === "of");
    if (negators.has(word.text) || pair) {
      // “Why not”, “do not know” and “if not” exclude nothing.
      if (word.text === "not" && ["why", "if", "know", "sure"].includes(words[place - 1]?.text ?? ""))
        continue;
      if (word.text === "not" && ["sure", "know", "just", "only"].includes(next)) continue;
      under = 8;
      word.used = true;
      if (pair) {
        const second = words[place + 1];
        if (second) second.used = true;
      }
      continue;
    }
    if (["but", "only", "instead", "that", "which", "what", "when"].includes(word.text)) under = 0;
    if (under > 0) {
      negative[place] = true;
      under -= 1;
    }
  }
  return negative;
}

const protectedMark = new WeakSet<Word>();

/**
 * Two words that follow one another in a title are a title’s words, whatever else they could be: “Kew Woods” is a
 * school, not the ward. They stay for the topic.
 */
function protectTitlePhrases(words: readonly Word[], names: PlanNames): void {
  for (let place = 0; place + 1 < words.length; place++) {
    const [first, second] = [words[place], words[place + 1]];
    if (!first || !second || first.used || second.used) continue;
    if (isEmptyWord(first.text) || isEmptyWord(second.text)) continue;
    if (
      ["cabinet", "council", "member", "scrutiny", "committee", "exempt"].includes(first.text) ||
      ["ward", "wards", "scrutiny", "committee", "member"].includes(second.text)
    )
      continue;
    if (!names.titlePairs.has(`${first.text} ${second.text}`)) continue;
    const isName = [...names.wards, ...names.officers, ...names.areas].some(({ ways }) =>
      ways.some(
        (way) =>
          way.length >= 2 &&
          way.some((part, offset) => part === first.text && way[offset + 1] === second.text),
      ),
    );
    if (isName) continue;
    protectedMark.add(first);
    protectedMark.add(second);
  }
}

/** “Since last month”, “from the last edition” speak of the plan before, not of days. */
function setAsideLastPlan(words: readonly Word[]): void {
  for (const [place, word] of words.entries()) {
    if (!["since", "from", "than", "with", "to"].includes(word.text)) continue;
    const at = words[place + 1]?.text === "the" ? 2 : 1;
    const [which, what] = [words[place + at]?.text ?? "", words[place + at + 1]?.text ?? ""];
    if (
      ["last", "previous", "prior"].includes(which) &&
      ["plan", "edition", "version", "month", "one", "forward", "time", "issue"].includes(what)
    ) {
      use(words, place, at + 2);
    }
  }
}

interface Wanted {
  readonly wanted: string[];
  readonly unwanted: string[];
}

function takeNames(words: readonly Word[], negative: readonly boolean[], names: readonly Name[]): Wanted {
  const wanted: string[] = [];
  const unwanted: string[] = [];
  for (const { name, way } of longestFirst(names)) {
    const place = findPhrase(words, way);
    if (place < 0) continue;
    if (words.slice(place, place + way.length).some((word) => protectedMark.has(word))) continue;
    use(words, place, way.length);
    const list = negative[place] ? unwanted : wanted;
    if (!list.includes(name)) list.push(name);
  }
  return { wanted, unwanted };
}

function readDecisionMakers(words: readonly Word[], negative: readonly boolean[], names: PlanNames): Wanted {
  const named = takeNames(
    words,
    negative,
    names.decisionMakers.filter(({ ways }) => (ways[0]?.length ?? 0) > 1),
  );
  const add = (name: string, place: number, length: number) => {
    use(words, place, length);
    (negative[place] ? named.unwanted : named.wanted).push(name);
  };
  for (const phrase of [
    "individual cabinet members",
    "individual cabinet member",
    "cabinet members",
    "cabinet member",
    "portfolio holders",
    "portfolio holder",
  ]) {
    const place = findPhrase(words, wordsOf(phrase));
    if (place >= 0) add(cabinetMemberDecisions, place, wordsOf(phrase).length);
  }
  for (const phrase of [
    "officer decisions",
    "officer decision",
    "decided by officers",
    "delegated decisions",
    "delegated to officers",
    "by officers",
    "by an officer",
    "executive directors",
    "executive director",
    "directors",
    "director",
  ]) {
    const place = findPhrase(words, wordsOf(phrase));
    if (place >= 0) add(officerDecisions, place, wordsOf(phrase).length);
  }
  const full = findPhrase(words, ["full", "council"]);
  if (full >= 0 && words[full - 1]?.text !== "next") add("Council", full, 2);
  for (const [place, word] of words.entries()) {
    if (word.used || protectedMark.has(word)) continue;
    const next = words[place + 1]?.text ?? "";
    if (isSlipOf(word.text, "cabinet") && word.text.startsWith("cab") && next !== "member") {
      // “The next Cabinet” is a date; the date knows whose it is.
      const before = words[place - 1]?.text ?? "";
      if (before === "next" && ["meeting", ""].includes(next) === false && next !== "meeting")
        add("Cabinet", place, 1);
      else if (before !== "next") add("Cabinet", place, 1);
    }
    const before = words[place - 1]?.text ?? "";
    if (
      word.text === "council" &&
      next !== "tax" &&
      next !== "house" &&
      next !== "houses" &&
      next !== "housing" &&
      (["to", "at", "by", "for", "and", "or", "not", "go", "s"].includes(before) ||
        next === "meeting" ||
        ["decisions", "deciding", "decide", "considering", "taking", "discussing"].includes(next) ||
        (words.length <= 4 && before !== "the" && before !== "next"))
    ) {
      add("Council", place, 1);
    }
  }
  return { wanted: [...new Set(named.wanted)], unwanted: [...new Set(named.unwanted)] };
}

/** A committee is meant when the question says so (“scrutiny”, “committee”, “O&S”) or names it whole. */
function readAreas(
  words: readonly Word[],
  negative: readonly boolean[],
  folded: string,
  names: PlanNames,
): Wanted {
  const says = /\b(scrutiny|scrutinise|scrutinised|committee|committees|o and s|os|overview|osc)\b/.test(
    folded,
  );
  const wanted: string[] = [];
  const unwanted: string[] = [];
  const tries = names.areas
    .flatMap(({ name, ways }) => (says ? ways : ways.slice(0, 1)).map((way) => ({ name, way })))
    .sort((a, b) => b.way.length - a.way.length);
  for (const { name, way } of tries) {
    const place = findArea(words, way);
    if (place >= 0 && words.slice(place, place + way.length).some((word) => protectedMark.has(word)))
      continue;
    if (
      place < 0 ||
      (wanted.length + unwanted.length > 0 && way.length === 1 && !/\b(and|or)\b/.test(folded))
    )
      continue;
    use(words, place, way.length);
    const list = negative[place] ? unwanted : wanted;
    if (!list.includes(name)) list.push(name);
  }
  if (says)
    for (const word of words)
      if (["scrutiny", "committee", "committees", "overview", "o", "s", "os", "osc"].includes(word.text))
        word.used = true;
  return { wanted, unwanted };
}

/** Areas are shortened in speech: “regen scrutiny”, “children’s”. */
function findArea(words: readonly Word[], way: readonly string[]): number {
  const exact = findPhrase(words, way);
  if (exact >= 0 || way.length > 1) return exact;
  const [meant = ""] = way;
  return words.findIndex(
    (word) =>
      !word.used &&
      !protectedMark.has(word) &&
      word.text.length >= 5 &&
      (meant.startsWith(word.text) || (word.text.startsWith(meant) && meant.length >= 5)),
  );
}

type WardFilters = Pick<Query, "wards" | "notWards" | "town" | "wardsOnly" | "boroughWide">;

function readWards(
  words: readonly Word[],
  negative: readonly boolean[],
  folded: string,
  { names, myWard }: Knowledge,
): WardFilters {
  const wanted: string[] = [];
  const unwanted: string[] = [];
  let town: string | null = null;
  let wardsOnly = /\b(only|specific to|specifically|just|solely|exclusively|in particular)\b/.test(folded);
  let boroughWide = false;

  const phrase = (text: string) => {
    const way = wordsOf(text);
    const place = findPhrase(words, way);
    if (place < 0) return -1;
    use(words, place, way.length);
    return place;
  };
  for (const text of [
    "all wards",
    "all the wards",
    "every ward",
    "whole borough",
    "borough wide",
    "boroughwide",
    "entire borough",
    "across the borough",
  ]) {
    const place = phrase(text);
    if (place < 0) continue;
    if (negative[place]) wardsOnly = true;
    else boroughWide = true;
  }
  if (
    /\b(not borough wide|not (the )?whole borough|not all wards|excluding all wards|without all wards|rather than all wards)\b/.test(
      folded,
    )
  ) {
    wardsOnly = true;
    boroughWide = false;
  }

  for (const { name, way } of longestFirst(names.wards)) {
    const place = findPhrase(words, way);
    if (place < 0 || words.slice(place, place + way.length).some((word) => protectedMark.has(word))) continue;
    if (way.length === 1 && everydayWards.has(way[0] ?? "") && !pointsAtPlace(words, place)) continue;
    // A slip that is a word of some title is that word.
    if (
      way.length === 1 &&
      words[place]?.text !== way[0] &&
      names.titleStems.has(stem(words[place]?.text ?? ""))
    )
      continue;
    use(words, place, way.length);
    (negative[place] ? unwanted : wanted).push(name);
  }
  for (const [name, wardsOfTown] of Object.entries(townWards)) {
    const place = findPhrase(words, wordsOf(name));
    if (place < 0 || words.slice(place, place + 1).some((word) => protectedMark.has(word))) continue;
    use(words, place, wordsOf(name).length);
    if (negative[place]) unwanted.push(...wardsOfTown);
    else {
      town = name;
      wanted.push(...wardsOfTown);
    }
  }
  if (/\b(my|our) (ward|area|patch)\b/.test(folded)) {
    if (myWard !== undefined) wanted.push(myWard);
  }
  for (const word of words) if (word.text === "ward" || word.text === "wards") word.used = true;
  const any = wanted.length > 0 || unwanted.length > 0;
  const wordsOnly = ["only", "just", "specific", "specifically", "solely", "exclusively", "particular"];
  for (const word of words) if (wordsOnly.includes(word.text)) word.used = true;
  return {
    wards: [...new Set(wanted)],
    notWards: [...new Set(unwanted)],
    town,
    wardsOnly:
      wardsOnly &&
      (wanted.length > 0 ||
        (!boroughWide &&
          !any &&
          /\ball wards\b|\bwhole borough\b|\bborough wide\b|\bmy ward\b/.test(folded))),
    boroughWide,
  };
}

function pointsAtPlace(words: readonly Word[], place: number): boolean {
  const before = words[place - 1]?.text ?? "";
  const after = words[place + 1]?.text ?? "";
  return (
    after === "ward" ||
    after === "wards" ||
    (["in", "affect", "affects", "affecting"].includes(before) && after === "") ||
    (words.length <= 3 && ["and", "about"].includes(before) && after === "")
  );
}

function readCriterion(
  words: readonly Word[],
  negative: readonly boolean[],
  names: readonly string[],
): boolean | null {
  for (const [place, word] of words.entries()) {
    if (word.used || protectedMark.has(word)) continue;
    const after = words[place + 1]?.text ?? "";
    const matches =
      names[0] === word.text ||
      (names.includes(word.text) && ["criterion", "criteria", "impact", "grounds"].includes(after));
    if (
      !matches ||
      [
        "centre",
        "centres",
        "plan",
        "year",
        "services",
        "safety",
        "hub",
        "assets",
        "asset",
        "grants",
        "governance",
        "monitoring",
        "report",
      ].includes(after)
    )
      continue;
    word.used = true;
    for (const next of words.slice(place + 1, place + 3))
      if (["impact", "criterion", "criteria", "grounds", "impacts", "key"].includes(next.text))
        next.used = true;
    return negative[place] !== true;
  }
  return null;
}

function readSecrecy(
  words: readonly Word[],
  negative: readonly boolean[],
): Pick<Query, "secrecy" | "paragraphs"> {
  const closed: readonly Secrecy[] = ["part-exempt", "fully-exempt"];
  const phrases: readonly (readonly [string, readonly Secrecy[]])[] = [
    ["part exempt", ["part-exempt"]],
    ["partly exempt", ["part-exempt"]],
    ["partially exempt", ["part-exempt"]],
    ["part private", ["part-exempt"]],
    ["partly private", ["part-exempt"]],
    ["fully exempt", ["fully-exempt"]],
    ["wholly exempt", ["fully-exempt"]],
    ["completely exempt", ["fully-exempt"]],
    ["entirely exempt", ["fully-exempt"]],
    ["totally exempt", ["fully-exempt"]],
    ["behind closed doors", closed],
    ["closed session", closed],
    ["in private", closed],
    ["in secret", closed],
    ["in camera", closed],
    ["private", closed],
    ["confidential", closed],
    ["exempt", closed],
    ["secret", closed],
    ["exemption", closed],
    ["exemptions", closed],
    ["the public can see", ["open"]],
    ["can the public see", ["open"]],
    ["the public can read", ["open"]],
    ["available to the public", ["open"]],
    ["in public", ["open"]],
    ["open to the public", ["open"]],
    ["open", ["open"]],
  ];
  const paragraphs: number[] = [];
  for (const [place, word] of words.entries()) {
    if (!["paragraph", "paragraphs", "para", "paras"].includes(word.text)) continue;
    for (const next of words.slice(place + 1, place + 6)) {
      if (!/^([1-9]|10|and|or)$/.test(next.text)) break;
      if (/\d/.test(next.text)) paragraphs.push(Number(next.text));
      next.used = true;
    }
    word.used = true;
  }
  for (const [phrase, meaning] of phrases) {
    const spoken = wordsOf(phrase);
    const place = findPhrase(words, spoken);
    if (place < 0) continue;
    const span = words.slice(place, place + spoken.length);
    const after = words[place + spoken.length]?.text ?? "";
    // “Private hire”, “open space” and the like are what an item is about.
    if (
      [
        "hire",
        "space",
        "spaces",
        "rented",
        "sector",
        "landlord",
        "landlords",
        "golf",
        "day",
        "water",
        "rental",
        "housing",
        "homes",
      ].includes(after) ||
      span.some((word) => protectedMark.has(word))
    )
      continue;
    if (span.some((word, offset) => word.text !== spoken[offset])) continue;
    use(words, place, spoken.length);
    for (const word of words)
      if (
        [
          "items",
          "item",
          "reports",
          "report",
          "ones",
          "status",
          "open",
          "exempt",
          "private",
          "public",
          "closed",
          "confidential",
          "see",
          "read",
        ].includes(word.text) &&
        !protectedMark.has(word)
      )
        word.used = true;
    const all: readonly Secrecy[] = ["open", "part-exempt", "fully-exempt"];
    return {
      secrecy: negative[place] ? all.filter((one) => !meaning.includes(one)) : [...meaning],
      paragraphs,
    };
  }
  return { secrecy: [], paragraphs };
}

function readChanges(
  folded: string,
  words: readonly Word[],
  hasWindow: boolean,
): { kinds: ChangeKind[]; sinceLastPlan: boolean } {
  const sinceLastPlan =
    /\b(since|from|compared (to|with)|than|between) (the )?(last|previous|prior|earlier|old) (plan|edition|version|month|one|forward plan|issue|time)\b|\b(last|previous) (edition|plan|version)\b/.test(
      folded,
    );
  const kinds: ChangeKind[] = [];
  for (const [pattern, kind] of changePhrases) {
    const match = pattern.exec(folded);
    if (!match) continue;
    const said = wordsOf(match[0]);
    // “In the new year” is a date, “new homes” a topic.
    if (
      kind === "new" &&
      match[0].trim() === "new" &&
      (/\bnew (year|years|build|homes?|housing|schools?|road|roads|centre|contract|model|town|deal|burdens|leaf|policy|strategy|library|building|facility|vehicles?|framework)\b/.test(
        folded,
      ) ||
        !sinceLastPlan)
    )
      continue;
    if (
      kind === "new" &&
      /\bthe new\b/.test(match[0]) &&
      !/\bthe new (ones|items|entries|additions)\b/.test(folded)
    )
      continue;
    if (
      kind === "new" &&
      /\bnew reports?\b|\bnew cabinet\b|\bnew key\b/.test(match[0]) &&
      hasWindow === false &&
      !/\b(any|what|which|list|show)\b/.test(folded)
    )
      continue;
    if (
      kind === "any" &&
      (kinds.length > 0 || /\bchanges? (to|in|of) (the )?(?!plan|forward|date|dates|last)\w+/.test(folded))
    )
      continue;
    if (kind === "re-dated" && kinds.some((other) => other === "later" || other === "earlier")) continue;
    kinds.push(kind);
    for (const word of words) if (said.includes(word.text)) word.used = true;
  }
  if (
    /\bhow (often|many times)\b.*\b(moved|slipped|changed|deferred)\b|\bwhy (has|was|is|have|were|did)\b.*\b(moved|move|slipped|slip|delayed|deferred|put back|pushed back|changed|postponed|late|rescheduled)\b/.test(
      folded,
    ) &&
    kinds.length === 0
  )
    kinds.push("re-dated");
  if (kinds.length > 0 || sinceLastPlan) {
    for (const word of words) {
      if (
        [
          "since",
          "last",
          "previous",
          "edition",
          "version",
          "month",
          "plan",
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
        ].includes(word.text)
      )
        word.used = true;
    }
  }
  if (kinds.length === 0 && sinceLastPlan) kinds.push("any");
  return { kinds, sinceLastPlan };
}

/** The body whose next meeting is asked for; null for any body, undefined when none is asked for. */
function readNextMeeting(folded: string, { bodies }: Knowledge): string | null | undefined {
  if (
    /^(what|whats|which|anything|any|how many|list|show|who|is|are|will|tell me what)\b/.test(folded) &&
    !/^(what|whats) (is |are |the )*(the )?(date|day|time|next meeting|when)/.test(folded)
  )
    return undefined;
  if (/\b(before|by|after|until|at|on|to|for) (the )?next\b/.test(folded)) return undefined;
  const asks =
    /\bnext\b.*\b(meeting|meetings|cabinet|council|committee|scrutiny)\b/.test(folded) ||
    /\b(when|what date|what day|what time)\b.*\b(meet|meets|meeting|sit|sits|sitting)\b/.test(folded) ||
    /^(when is|whens|when does|when do|date of|whats the date of|what is the date of) (the )?(next )?(full )?(cabinet|council|committee)( meeting| meet)?$/.test(
      folded,
    );
  if (!asks || /\bcabinet member\b/.test(folded)) return undefined;
  return namedBody(folded, bodies);
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

function waysToSayBody(name: string): string[] {
  const whole = fold(name);
  const short = whole
    .replace(/\boverview and scrutiny committee\b|\bscrutiny committee\b|\bcommittee\b/g, " ")
    .replace(/\s+/g, " ")
    .trim();
  const first = short.split(" and ")[0]?.trim() ?? "";
  return [...new Set([whole, short, first])].filter((way) => way.length > 2);
}
