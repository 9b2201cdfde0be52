import type { Intent } from "../contracts/answer.ts";
import { readChanges, setAsideLastPlan } from "./change-words.ts";
import { readCriteria } from "./criterion-words.ts";
import { readDecisionMakers } from "./decision-maker-words.ts";
import { isEmptyWord } from "./empty-words.ts";
import {
  addsToBefore,
  asksForField,
  asksToList,
  followsUp,
  readReference,
  readShift,
} from "./follow-up-words.ts";
import { kindsLetGo, type LetGo, readLetGo } from "./let-go-words.ts";
import { asksForAgenda, asksForDeadlines, asksForOwnMeetings } from "./meeting-business-words.ts";
import { decisionsAskedWords, outcomeWords, readDecisionsAsked } from "./meeting-outcome-words.ts";
import { protectTitlePhrases, takeNames } from "./name-words.ts";
import { negations } from "./negations.ts";
import {
  asksForMeetings,
  bodyOfMeetings,
  namedBody,
  readBodyAlone,
  readMeetingFollowUp,
  readNextMeeting,
} from "./next-meeting-words.ts";
import { emptyQuery, narrows, type Query } from "./query.ts";
import { readWindow } from "./question-dates.ts";
import { asksForOne, intentOf, readAskingFor } from "./question-intent.ts";
import { spelledQuestion } from "./question-spelling.ts";
import { findWords, use, wordsOf } from "./question-words.ts";
import type { Knowledge, Reading } from "./reading.ts";
import { asksForMeaning, helpAsked, mustNotBeAnswered, smallTalk } from "./refused-questions.ts";
import { readAreas } from "./scrutiny-area-words.ts";
import { readSecrecy } from "./secrecy-words.ts";
import { keepPhrases, readTopic } from "./topic-words.ts";
import { markWardNames, readWards } from "./ward-words.ts";

const asksForMore =
  /^(?:and |ok |yes |please )*(more|show (me )?more|see more|next page|next|the rest|continue|go on|keep going|and the rest|show (me )?the rest|any more|more please|whats next|next ones|the next (few|ones|lot|page)|carry on)( please| of them| items)*$/;
const asksHowMany =
  /\b(how many|how much of|number of|count of|count the|count|total number|how big is the (plan|list)|tally)\b/;

const anewWith =
  /^(?:ok |okay |no |now |actually |right |then )*(?:(?:forget|scrap|ignore|never mind|nevermind|leave|drop)(?: about)? (?:all )?(?:of )?(?:that|this|it|those|everything|the above)|(?:different|another|new|separate|next|one more|other) (?:question|topic|subject|thing)|(?:changing|change) (?:the |of )?subject|moving on|start(?:ing)? again|on a different note)(?: then| now| for now| for a (?:sec|second|minute|moment))? (.{3,})$/;

/** “Forget that. What’s in January?”: the question that begins anew; null where none does. */
function startsAnew(folded: string): string | null {
  return anewWith.exec(folded)?.[1] ?? null;
}

/** “When was the plan published?”, “what period does it cover?” */
const asksEdition =
  /^(?:and |so |ok |please )*(?:when (?:was|is|did) (?:the |this |that |your |our )?(?:latest |last |current |next |new )?(?:forward )?(?:plan|edition|version|one) (?:last |be |being )?(?:published|out|issued|updated|come out|due out|coming out|due)|(?:what|which) (?:edition|version|plan)(?: of the (?:forward )?plan)? (?:is|are|do) (?:this|that|it|you)(?: \w+){0,2}|(?:what|which) (?:period|months?|dates?) (?:does|do) (?:it|this|the|your) ?(?:forward )?(?:plan|edition)? ?cover|is (?:this|that) the (?:latest|current|newest) (?:forward )?(?:plan|edition|version)|how (?:old|recent|up to date|current) is (?:this|that|the|your) ?(?:forward )?(?:plan|edition|information|data|list)?)$/;

/** “How many aren’t?” after how many are. */
const turnsItRound =
  /^(?:and |so |ok )*(?:how many|which|which ones|what|who)(?: of (?:them|those|these))? (?:arent|are not|isnt|is not|dont|do not|wont|will not|havent|doesnt)$/;

/** Reads a question. Never throws, whatever the text. */
export function understand(text: string, knowledge: Knowledge): Reading {
  const { folded, words } = spelledQuestion(text, knowledge.names);
  const reading = (query: Query, more: Partial<Reading> = {}): Reading => ({
    query,
    words,
    followsUp: false,
    refersTo: null,
    more: false,
    letsGo: null,
    adds: false,
    asksEdition: false,
    shift: null,
    sinceOnly: false,
    asksOne: false,
    turnsRound: false,
    bodyAlone: null,
    asksField: false,
    listsThem: false,
    asksMyWard: false,
    asksOwn: null,
    meeting: null,
    decisionsAsked: null,
    topicKnown: false,
    ...more,
  });
  const of = (intent: Intent) => ({ ...emptyQuery, intent });

  if (words.length === 0) return reading(of("help"));
  if (mustNotBeAnswered(folded)) return reading(emptyQuery);
  const anew = startsAnew(folded);
  if (anew !== null)
    return { ...understand(anew, knowledge), followsUp: false, refersTo: null, meeting: null, letsGo: null };
  if (turnsItRound.test(folded))
    return reading(of(asksHowMany.test(folded) ? "forwardPlan.count" : "forwardPlan.list"), {
      turnsRound: true,
      followsUp: true,
    });
  if (smallTalk.test(folded) || asksForMeaning.test(folded)) return reading(emptyQuery);
  if (helpAsked.test(folded) && words.length <= 16) return reading(of("help"));
  if (asksForMore.test(folded)) return reading(of("forwardPlan.list"), { more: true, followsUp: true });
  const meeting = readMeetingFollowUp(folded);
  if (meeting === "after") return reading(of("meeting.next"), { meeting, followsUp: true });
  if (meeting === "agenda") return reading(of("forwardPlan.list"), { meeting, followsUp: true });

  if (asksForDeadlines(folded))
    return reading({ ...of("deadline.list"), body: namedBody(folded, knowledge.bodies) });
  if (asksForAgenda(folded)) return reading(agendaQuery(folded, words, knowledge));
  const ownMeetings = asksForOwnMeetings(folded);
  if (ownMeetings === "meetings") return reading(of("meeting.next"), { asksOwn: "meetings" });

  const refersTo = readReference(folded);
  const count = asksHowMany.test(folded) && !/\bhow many times\b/.test(folded);
  const body = readNextMeeting(folded, knowledge);
  if (body !== undefined && !count) {
    const within = readWindow(
      words.filter(({ text: word }) => word !== "next"),
      knowledge,
    );
    return reading({
      ...of("meeting.next"),
      body,
      window: within?.atMeetingOf ? null : (within?.window ?? null),
    });
  }

  const dated = words.map((word) => ({ ...word }));
  const days = readWindow(dated, knowledge);
  if (!count && asksForMeetings(folded, dated, knowledge))
    return {
      ...reading({
        ...of("meeting.next"),
        body: bodyOfMeetings(folded, knowledge),
        window: days?.atMeetingOf ? null : (days?.window ?? null),
      }),
      words: dated,
      meeting: "all",
    };

  if (asksEdition.test(folded)) return reading(of("help"), { asksEdition: true });
  const shift = readShift(folded);
  if (shift) return reading(of("forwardPlan.list"), { shift, followsUp: true });
  const letGo = readLetGo(folded);
  if (letGo) return readLettingGo(letGo, knowledge, reading);

  setAsideTakenBack(words);
  setAsideSending(words);
  setAsideSums(words);
  setAsideOurStreets(words);
  const negative = negations(words);
  const asks = readAskingFor(folded);

  if (asks === "representations") setAsideThePublic(words);
  protectTitlePhrases(words, knowledge.names, isEmptyWord);
  keepPhrases(words, knowledge.names);
  markWardNames(words, knowledge.names);
  const makers = readDecisionMakers(words, negative, folded, knowledge.names);
  const areas = readAreas(words, negative, folded, knowledge.names);
  // Before the dates: Laura Winter is no season.
  const officers = takeNames(words, negative, knowledge.names.officers, "contact: ");
  setAsideLastPlan(words);
  const found = readWindow(words, knowledge);
  const windowIsNot = found !== null && negative[found.place] === true;
  const changes =
    asks === null || asks === "notice" || asks === "outcome"
      ? readChanges(folded, words, found !== null)
      : { kinds: [], sinceLastPlan: false, onlySince: false, movedOften: false };
  const secrecy = changes.kinds.includes("secrecy")
    ? { secrecy: [], paragraphs: [] }
    : readSecrecy(words, negative, folded);
  const criteria = readCriteria(words, negative, folded);
  const wards = readWards(words, negative, folded, knowledge);

  // What is “new this month” is new in this month’s plan, whenever it is decided.
  const isNewThisMonth =
    changes.kinds.includes("new") && /\b(new|added|additions)\b.*\bthis month\b/.test(folded);
  // “Not there last month” speaks of the edition before.
  const isNewSinceLast = changes.kinds.includes("new") && /\b(last|previous) month\b/.test(folded);
  const named = makers.wanted.length > 0 || makers.unwanted.length > 0;
  const beyondTopic: Query = {
    ...emptyQuery,
    window: windowIsNot || isNewThisMonth ? null : (found?.window ?? null),
    alsoWindow: windowIsNot || isNewThisMonth ? null : (found?.also ?? null),
    notWindow: windowIsNot && !isNewSinceLast ? (found?.window ?? null) : null,
    ...wards,
    areas: areas.wanted,
    notAreas: areas.unwanted,
    decisionMakers: !named && found?.atMeetingOf ? [capital(found.atMeetingOf)] : makers.wanted,
    notDecisionMakers: makers.unwanted,
    decidedByAll:
      makers.wanted.length > 1 &&
      /\bboth\b|\bthen (on to |to )?(full )?council\b|\bas well as\b/.test(folded),
    officers: officers.wanted,
    notOfficers: officers.unwanted,
    ...secrecy,
    ...criteria,
    changes: changes.kinds,
    sinceLastPlan: changes.sinceLastPlan,
    movedOften: changes.movedOften,
  };
  const one = asksForOne(folded);
  const byName = officers.wanted.length > 0 || makers.wanted.length > 0;
  const narrowed =
    (narrows(beyondTopic) || changes.kinds.length > 0) &&
    asks === null &&
    (one === null || (one === "perhaps" && byName));
  const about = readTopic(words, negative, knowledge.names, narrowed);
  const { notTopic, topicKnown } = about;
  const topic = asks === "outcome" ? about.topic.filter((word) => !outcomeWords.has(word)) : about.topic;
  const filters: Query = { ...beyondTopic, topic, notTopic };
  // “The children’s committee, what is on its patch?” points at nothing said before.
  const pointsAt = refersTo === "it" && (count || namesItsOwn(folded, beyondTopic)) ? null : refersTo;
  const intent = intentOf(folded, filters, {
    asks,
    count,
    refersTo: pointsAt,
    topicKnown,
    byOfficer: officers.wanted.length > 0,
  });
  const decisionsAsked = asksOnlyOfMeetings(filters, folded, knowledge) ? readDecisionsAsked(folded) : null;
  return reading(
    decisionsAsked
      ? { ...filters, intent, body: namedBody(folded, knowledge.bodies) }
      : { ...filters, intent },
    {
      decisionsAsked,
      refersTo: pointsAt,
      bodyAlone: readBodyAlone(folded, knowledge.bodies),
      asksField: asksForField(folded, topicKnown),
      followsUp: followsUp(folded, words, filters),
      adds: addsToBefore(folded),
      sinceOnly: changes.onlySince,
      asksOne: one !== null,
      listsThem: asksToList(folded),
      asksOwn: ownMeetings,
      asksMyWard: /\b(my|our) (own )?(ward|area|patch|division)\b/.test(folded),
      topicKnown,
    },
  );
}

/** Whether a question names no items: only days, whoever meets, and words that every such question has. */
function asksOnlyOfMeetings(query: Query, folded: string, { bodies }: Knowledge): boolean {
  const body = namedBody(folded, bodies);
  const named = bodies.filter(({ name }) => name === body).flatMap(({ name, aliases }) => [name, ...aliases]);
  const ofBody = new Set(named.flatMap(wordsOf));
  const topic = query.topic.filter((word) => !decisionsAskedWords.has(word) && !ofBody.has(word));
  const secrecy = /\bopen (?:to|for) (?:be )?call/.test(folded) ? [] : query.secrecy;
  const ofItems = { ...query, topic, secrecy, window: null, decisionMakers: [], areas: [] };
  return query.changes.length === 0 && !narrows(ofItems);
}

/** “Drop the November bit”: what the words name is let go, be it a kind of filter or one of them. */
function readLettingGo(
  letGo: LetGo,
  knowledge: Knowledge,
  reading: (query: Query, more: Partial<Reading>) => Reading,
): Reading {
  const { query } = understand(letGo.what, knowledge);
  const kinds: Partial<Record<string, unknown>> = {
    window: { from: knowledge.today, to: knowledge.today },
    wards: ["any"],
    areas: ["any"],
    decisionMakers: ["any"],
    officers: ["any"],
    secrecy: ["open"],
    topic: ["any"],
  };
  const named = Object.fromEntries(kindsLetGo(letGo.what).map((kind) => [kind, kinds[kind]]));
  const letsGo: Query = { ...query, ...named };
  return reading(
    { ...emptyQuery, intent: "forwardPlan.list" },
    { letsGo, followsUp: true, asksField: asksForField(letGo.whole, false) },
  );
}

/** Whether “its” speaks of a ward, committee or decision maker that the question names itself. */
function namesItsOwn(folded: string, { wards, areas, decisionMakers }: Query): boolean {
  return (
    /\b(?:its|their)\b(?! (?:cabinet|council)\b)/.test(folded) &&
    wards.length + areas.length + decisionMakers.length > 0
  );
}

/** “Which page is the library report on?”: of which meeting, when, and about what. */
function agendaQuery(folded: string, words: Reading["words"], knowledge: Knowledge): Query {
  const body = namedBody(folded, knowledge.bodies);
  const found = readWindow(words, knowledge);
  const bodyWords = new Set(body === null ? [] : wordsOf(body));
  for (const word of words)
    if (bodyWords.has(word.text) || agendaWords.has(word.text))
      use(words, words.indexOf(word), 1, body ?? undefined);
  const { topic } = readTopic(
    words,
    words.map(() => false),
    knowledge.names,
    false,
  );
  return {
    ...emptyQuery,
    intent: "meeting.agenda",
    body,
    window: found?.atMeetingOf ? null : (found?.window ?? null),
    topic: topic.filter((word) => word.length > 1),
  };
}

const agendaWords: ReadonlySet<string> = new Set(
  "cabinet council committee scrutiny agenda agendas meeting meetings page pages papers paper pack out published available ready issued".split(
    " ",
  ),
);

const senders: ReadonlySet<string> = new Set(
  "i we you to please can could just people residents they public anyone someone members should do must may".split(
    " ",
  ),
);
const sent: ReadonlySet<string> = new Set(
  "me us in over it a an the my our any their comment comments representations views objections feedback them something".split(
    " ",
  ),
);

/** “Where do I send …” is no question about special educational needs. */
function setAsideSending(words: ReturnType<typeof spelledQuestion>["words"]): void {
  for (const [place, word] of words.entries()) {
    const before = words[place - 1]?.text ?? "";
    const after = words[place + 1]?.text ?? "";
    if (word.text === "send" && (senders.has(before) || sent.has(after))) word.used = true;
  }
}

/** “Can members of the public comment?”: who asks, and not what about. */
function setAsideThePublic(words: Reading["words"]): void {
  for (const [place, word] of words.entries()) {
    const before = words[place - 1]?.text ?? "";
    if (word.text === "public" && before === "the") use(words, place, 1, "whoever wants to comment");
    if (["council", "councils"].includes(word.text) && ["parish", "town"].includes(before))
      use(words, place - 1, 2, "whoever wants to comment");
  }
}

const takesBack: readonly (readonly string[])[] = [
  ["sorry"],
  ["i", "mean"],
  ["i", "meant"],
  ["no", "wait"],
  ["or", "rather"],
  ["scratch", "that"],
  ["correction"],
];
const opensAName: ReadonlySet<string> = new Set("for at in about on to by of me us affecting".split(" "));

/** “For regeneration… sorry, children’s services”: what stands before the “sorry” is not meant. */
function setAsideTakenBack(words: Reading["words"]): void {
  for (const phrase of takesBack) {
    const place = findWords(words, phrase);
    if (place < 2 || place + phrase.length >= words.length) continue;
    const opens = words.findLastIndex(({ text }, at) => at < place && opensAName.has(text));
    if (opens >= 0) use(words, opens + 1, place + phrase.length - opens - 1, "taken back");
  }
}

const aroundUs: ReadonlySet<string> = new Set(
  "street streets road roads estate neighbourhood doorstep town village borough community lives".split(" "),
);

/** “Parking permits on our streets”: whose they are, and not what about. */
function setAsideOurStreets(words: Reading["words"]): void {
  for (const [place, word] of words.entries()) {
    const [two, one] = [words[place - 2]?.text ?? "", words[place - 1]?.text ?? ""];
    if (
      aroundUs.has(word.text) &&
      ["our", "my"].includes(one) &&
      ["on", "in", "round", "around", "near", "for", "to"].includes(two)
    )
      use(words, place, 1, "near whoever asks");
  }
}

/** “Over £100k”: the plan publishes no sums, so they narrow nothing. */
function setAsideSums(words: Reading["words"]): void {
  for (const [place, word] of words.entries()) {
    if (!/^(?:£?\d[\d,.]*(?:k|m|bn)|£\d[\d,.]*)$/.test(word.text)) continue;
    use(words, place, 1, "a sum, which the plan does not publish");
    const [before, two] = [words[place - 1], words[place - 2]];
    if (["over", "above", "under", "below", "than", "exceeding"].includes(before?.text ?? ""))
      use(words, place - 1, 1);
    if (before?.text === "than" && ["more", "less"].includes(two?.text ?? "")) use(words, place - 2, 1);
  }
}

function capital(word: string): string {
  return word.slice(0, 1).toUpperCase() + word.slice(1);
}
