import type { Intent } from "../contracts/answer.ts";
import { agendaQuery } from "./agenda-question.ts";
import { readChanges, readNewStatus, setAsideLastPlan } from "./change-words.ts";
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
import { asksOnlyOfMeetings, outcomeWords, readDecisionsAsked } from "./meeting-outcome-words.ts";
import { protectTitlePhrases, takeNames } from "./name-words.ts";
import { negations } from "./negations.ts";
import {
  namedBody,
  readBodyAlone,
  readMeetingFollowUp,
  readMeetings,
  readNextMeeting,
} from "./next-meeting-words.ts";
import { emptyQuery, narrows, type Query } from "./query.ts";
import { readWindow } from "./question-dates.ts";
import { asksForOne, intentOf, readAskingFor } from "./question-intent.ts";
import { spelledQuestion } from "./question-spelling.ts";
import type { Knowledge, Reading } from "./reading.ts";
import { asksForMeaning, helpAsked, mustNotBeAnswered, smallTalk } from "./refused-questions.ts";
import { readAreas } from "./scrutiny-area-words.ts";
import { readSecrecy } from "./secrecy-words.ts";
import { setAside, setAsideThePublic, setAsideWhoComments } from "./set-aside-words.ts";
import { keepPhrases, readTopic } from "./topic-words.ts";
import { asksEdition, asksUrgent, startsAnew, turnsItRound } from "./turn-words.ts";
import { markWardNames, readWards } from "./ward-words.ts";

const asksForMore =
  /^(?:and |ok |yes |please )*(more|show (me )?more|see more|next page|next|the rest|continue|go on|keep going|and the rest|show (me )?the rest|any more|more please|whats next|next ones|the next (few|ones|lot|page)|carry on)( please| of them| items)*$/;
const asksHowMany =
  /\b(how many|how much of|(?<!\ba )number of|count of|count the|count|total number|how big is the (plan|list)|tally)\b/;

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
    asksUrgent: false,
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

  const meetings = count ? null : readMeetings(folded, words, knowledge);
  if (meetings) return reading({ ...of("meeting.next"), ...meetings }, { meeting: "all" });

  if (asksUrgent.test(folded)) return reading(of("forwardPlan.notice"), { asksUrgent: true });
  if (asksEdition.test(folded)) return reading(of("help"), { asksEdition: true });
  const shift = readShift(folded);
  if (shift) return reading(of("forwardPlan.list"), { shift, followsUp: true });
  const letGo = readLetGo(folded);
  if (letGo) return readLettingGo(letGo, knowledge, reading);

  if (count) for (const word of words) if (/^(?:count|tally|total)$/.test(word.text)) word.used = true;
  setAside(words);
  const negative = negations(words);
  const asks = readAskingFor(folded);

  if (asks === "representations") {
    setAsideThePublic(words);
    setAsideWhoComments(words, folded);
  }
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
    ? { secrecy: readNewStatus(folded), paragraphs: [] }
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
      asksOwn: topicKnown ? null : ownMeetings,
      asksMyWard: /\b(my|our) (own )?(ward|area|patch|division)\b/.test(folded),
      topicKnown,
    },
  );
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
  const intent = asksHowMany.test(letGo.whole) ? "forwardPlan.count" : "forwardPlan.list";
  return reading(
    { ...emptyQuery, intent },
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

function capital(word: string): string {
  return word.slice(0, 1).toUpperCase() + word.slice(1);
}
