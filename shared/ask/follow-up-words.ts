import { narrows, type Query } from "./query.ts";
import type { Word } from "./question-words.ts";
import type { Reading, Shift } from "./reading.ts";

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
const ordinal =
  "first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|last|1st|2nd|3rd|\\d{1,2}th|final";
const months = "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec";

const namedPlace = new RegExp(
  `\\b(?:the )?(${ordinal})(?: (?:one|item|of (?:those|them|these)|on the list|listed|in the list|decision|report))?\\b`,
);
const dateLike = new RegExp(
  `\\b(first|second|third|fourth|last|\\d{1,2}(?:st|nd|rd|th)) (?:week|quarter|half|month|few|couple|of (?:${months})|${months}|plan|edition|version|time|year|full|cabinet|council|meeting)`,
);
const opensWithPlace = new RegExp(
  `^(?:and |ok |okay |so |then |please |(?:can you |could you )?tell me (?:more )?(?:about |on )|what about |whats |what is |how about |show me |more on |open |number |details (?:of|on|for) |when is |whens |who decides |who is the contact for |contact for )*(?:the )?(?:${ordinal})\\b`,
);
/** “Whose is the second”, “the contact for the third”. */
const endsWithPlace = new RegExp(`\\b(?:for|of|on|about|with|is) the (?:${ordinal})(?: please)?$`);
const numbered =
  /^(?:and |please |tell me (?:more )?about |show me |open |more on |what about |details of |give me )*(?:number|no|item|option) ?(\d{1,2})(?: please)?$/;
const bareNumber = /^(\d{1,2})(?: please)?$/;
const pointsAtIt =
  /\b(it|its|that one|this one|that item|this item|that decision|that report|this report|this decision|the item|the report|the decision|the matter|this matter|the proposal|this proposal|same one)\b|\b(about|for|on|with|of|to) (that|this)$|^(?:and |so |ok |lovely )*(?:when|who|where|why|what|how|which) (?:does|do|did|is|was|will|would|can|could|has|should|makes?|decides?|takes?) (?:that|this)\b|\b(?:decides?|deciding|decided|takes?|does|do|did|is|was|are|affects?|owns?|leads?|leading|handles?|handling) (?:that|this)(?: one)?(?: then| please)?$|^(?:and |so |ok |but )*(is|was|will|when is|who is|why is|does|has) (that|this)\b/;

/** The item of the answer before that a question points at. */
export function readReference(folded: string): Reading["refersTo"] {
  const short = folded.split(" ").length <= 14;
  const nth = namedPlace.exec(folded);
  if (
    nth &&
    short &&
    !dateLike.test(folded) &&
    (opensWithPlace.test(folded) ||
      new RegExp(`\\b(?:${ordinal}) (?:one|item)\\b`).test(folded) ||
      endsWithPlace.test(folded) ||
      /\b(of (those|them|these)|on the list|in the list)\b/.test(folded)) &&
    !/\b(ones|items)\b/.test(folded)
  ) {
    const word = nth[1] ?? "";
    if (word === "last" || word === "final") return -1;
    const place = places.indexOf(word);
    return place >= 0 ? place + 1 : Number.parseInt(word, 10);
  }
  const number = numbered.exec(folded) ?? bareNumber.exec(folded);
  if (number) return Number(number[1]);
  return short &&
    pointsAtIt.test(folded) &&
    !/\b(every|each|all (the )?items|list all|everything)\b/.test(folded) &&
    !/\b(is it (true|possible)|how does it work|make it|whats on it$|what is on it$)\b/.test(folded)
    ? "it"
    : null;
}

const opensAsFollowUp =
  /^(?:ok |okay |great |thanks |thank you |right |so |then |please |oh |hmm |good |sorry |now )*(and|what about|how about|only|just|but|also|or|except|not|excluding|without|apart from|other than|which of|which ones|which one|about|regarding|any of|how many of|are any|is any|do any|does any|any for|any in|any that|any at|any to|any on|those|them|these|of those|of them|the .+ ones?|same|instead|narrow|filter|leave out|drop (?:the|any|all|those)|(?:strip|cut|filter) out|lose (?:the|any)|bin (?:the|any)|take away|remove (?:the|any|all|those)|take out|include|of (?:what|the|those that) (?:remains?|rest|remaining|is left|are left)|from (?:those|these|that list)|actually|i meant?|rather|no i mean|make that)\b/;
/**
 * “Which are going to Cabinet?” after a list goes on from it, unless it brings a noun of its own; “what affects Kew?”
 * is a question by itself.
 */
const whichAre =
  /^(?!what affects?\b|what (?:has|have) changed\b|what (?:is|are) (?:on|up|coming|happening|due|planned|there|in)\b)(which|what) (ones? )?(are|is|go|goes|will|affect|affects|have|has|were|can|need|involve|fall|would)\b/;
const ownNoun =
  /\b(items?|decisions?|reports?|matters?|plan|things|anything|everything|on there|coming up|upcoming)\b/;
const opensWithPreposition =
  /^(in|for|at|to|on|by|before|after|from|during|with|within|affecting|going to|under|between|until|about|this|next|w\/c|decided by|open|private|exempt|confidential|financial|cabinet|council|scrutiny|new|deferred)\b/;
const shortQuestion =
  /^(?:and |ok |so |but |right )*(how many(?: (?:is|are|was|were) (?:that|those|these|they|there|it|them))?(?: (?:left|remain|remaining|altogether|in total|in all|all told|overall))?|how many does (?:that|it) leave|count (?:them|those|these)|what(?:s| is| does that make) (?:the |that )?total|whats the count|total|why|when|who|where|who decides|who decides it|which wards?|what wards?|whats the date|what date|what day|which paragraphs?|what paragraphs?|the contact|contact|contact details|contact officer|whos the contact|whos the officer|who is the officer|wards|date|why not|tell me more|more details?|more info|more information|details|go on|explain|say more|which committee|which scrutiny|how do i comment|how can i comment|and the contact|phone number|email|email address|who do i (ask|contact|ring|speak to|talk to|call|email)|who should i (ask|contact|ring|speak to|talk to|call|email))(?: (?:then|please|now|though|exactly|again|ta))*$/;

/** Whether a question goes on from the one before. */
export function followsUp(folded: string, words: readonly Word[], query: Query): boolean {
  if (opensAsFollowUp.test(folded)) return true;
  if (
    /\b(of (those|them|these|his|hers|her|their|theirs)|those|these|among them|in that list|from that list|on that list|out of that lot|of that lot)\b/.test(
      folded,
    )
  )
    return true;
  if (/\bones\b/.test(folded) && !ownNoun.test(folded)) return true;
  if (shortQuestion.test(folded)) return true;
  if (
    /^(?:and )?(?:since|compared|from|than|between)\b/.test(folded) &&
    query.sinceLastPlan &&
    words.length <= 8
  )
    return true;
  if (/\b(?:instead|only)$/.test(folded) && words.length <= 8 && !ownNoun.test(folded)) return true;
  if (whichAre.test(folded) && !ownNoun.test(folded) && query.topic.length === 0) return true;
  // “Dropped?” after what is new.
  if (
    query.changes.length > 0 &&
    words.length <= 3 &&
    !ownNoun.test(folded) &&
    !/^(?:what|whats|any|anything|which|has|have)\b/.test(folded)
  )
    return true;
  if (query.topic.length > 0 || !narrows(query)) return false;
  // A few words that only filter: “in January?”, “Kew?”, “private?”.
  if (ownNoun.test(folded)) return false;
  if (opensWithPreposition.test(folded)) return words.length <= 8;
  if (/^how many\b/.test(folded)) return words.length <= 5;
  // “Any private?” after a list; “anything private?” asks anew.
  if (/^any\b/.test(folded)) return words.length <= 5;
  return (
    words.length <= 4 &&
    !/^(what|whats|which|anything|any|show|list|is|are|when|who|all|everything|how)\b/.test(folded)
  );
}

const nextTo =
  /^(?:and |so |ok |then |what about |how about |whats |what is |in |for )*(?:the )?(?:(week|month|fortnight|year) (after|before|following)(?: that| it| this)?(?: one)?|(following|previous|preceding|subsequent) (week|month|fortnight|year))$/;

/** “And the week after?”: as many days on, or back, from those asked about before. */
export function readShift(folded: string): Shift | null {
  const found = nextTo.exec(folded);
  if (!found) return null;
  const [, unit, way, direction, unitAfter] = found;
  return {
    unit: (unit ?? unitAfter) as Shift["unit"],
    back: way === "before" || direction === "previous" || direction === "preceding",
  };
}

/** “Plus March”, “or Ford”, “Kew as well”: more of the same, beside what was asked for before. */
const adds = /^(?:and )?(?:or|plus|also|add|adding|along with|together with|as well as)\b|\b(?:as well|too)$/;

export function addsToBefore(folded: string): boolean {
  return adds.test(folded);
}

/** “Who decides them?”, “which wards are they in?”: the list says it. */
const ofThem =
  /^(?:and |so |ok )*(?:who|where|when|which wards?|what wards?|which committees?|what dates?|which officers?)\b.{0,24}\b(?:them|they|those|these)\b.{0,16}$/;

/** “What are they?”, “list them”: the same items again, named. */
export function asksToList(folded: string): boolean {
  if (ofThem.test(folded)) return true;
  return /^(?:and |ok |so |please |can you |could you )*(what are (they|those|these)|which are (they|those|these)|which (ones|items|are they)|what (ones|items)|list (them|those|these)|show (me )?(them|those|these|the list)|name (them|those)|tell me what they are|which ones are they|which|what were they|when are (?:they|those|these)(?: all)?(?: due| decided| being decided| coming| up| going)?|(?:sort|sorted|order|ordered|in order)(?: (?:it|them|those|these))?(?: by (?:the )?dates?)?|in date order|by date|show me|show|list|go on then|lets see|lets have them|back to the list|(?:go )?back to (?:that|the|my) list|(?:show |see |give )?(?:me )?(?:that|the) (?:whole )?list again|the whole list|the list|see them|let me see them|give me (them|the list))(?: please| all| then| for me| out| in full| now| again| instead)*$/.test(
    folded,
  );
}

const field =
  "(?:(?:new|old|original) )?(?:(?:cabinet|council|both)(?: and (?:cabinet|council))? )?(?:(?:new|old|original|revised|latest|current|expected|decision|due|exact|actual) )?(?:dates?|days?|wards?|status|reasons?|paragraphs?|paras?|criteria|criterion|decision makers?|consultation|consultees|background(?: papers| documents)?|documents|committee)";
/** “The new date?”, “what dates does the plan give”, “exempt or not?” */
const oneField = new RegExp(
  `^(?:and |so |ok |okay |but |right |then |remind me )*(?:(?:what|which|whats|what is|what are|what was|what were|when is|whens|when was|(?:can|could|may) (?:i|we|you) (?:have|get|see|give me|tell me)|give me|i need|tell me|show me|remind me of) )?(?:is |are |was |were |s )?(?:the |its |their |both |both the )?${field}(?: (?:does|do|did|has|have|is|are|was|were|for|of|on) (?:the plan|it|that|this|they|you|we|there)(?: \\w+){0,3}| (?:please|then|again|affected|tho|though|exactly|now))*$`,
);
const status =
  /^(?:and |so |ok |but )*(?:is (?:it|that|this) |was it )?(?:(?:fully|part|partly) )?(?:exempt|private|open|confidential|public|key|secret)(?: or (?:is it )?(?:not|open|private|exempt|public|closed|confidential|secret|part|partly|fully)(?: exempt| private)?)(?: (?:please|then))*$/;

/** Whether a question names a field of an item, and nothing that an item is about. */
export function asksForField(folded: string, topicKnown: boolean): boolean {
  return !topicKnown && (oneField.test(folded) || status.test(folded));
}
