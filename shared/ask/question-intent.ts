import type { Intent } from "../contracts/answer.ts";
import { narrows, narrowsBeyondTopic, type Query } from "./query.ts";
import type { Reading } from "./reading.ts";

export type AskingFor = "contact" | "representations" | "notice" | "outcome" | null;

const makesRepresentations =
  /\bexpress (?:my|our|their|his|her) (?:opposition|support|concerns?|views?|objections?|disagreement)\b|\bwhat (?:do|can|could|must|should) (?:i|we|they|he|she|people|residents) do to (?:oppose|object|stop|comment|influence|challenge)\b|\b(make|making|made|submit|submitting|send|send in|put in|lodge|register|raise|file) (a |an |any |my |our |some |in )?(formal )?(representations?|comments?|views?|objections?|responses?|feedback)\b|\b(how|where|can|could|who|when|way|want|wants|wish|wishes|like|wanting|able|right|chance|possible|opportunity|too late|deadline)\b.*\b(comment|comments|commenting|object|objecting|objections?|respond|feed ?back|have (my|our|a|your|their|its|some) say|have an input|have input|give (my|our|their|your) (views?|opinions?)|put (my|our|their) views?|influence|oppose|support it|do to (?:oppose|object|stop|comment|influence|challenge|support)|feed into|feed in to|lobby|speak (?:up |out )?(?:against|for|in favour of|in support of)|argue against|challenge|contribute|have a voice|(?:air|make|made|get|give|express|voice|register) (?:my|our|their|her|his|its) (?:views?|voice|feelings|concerns)(?: known| heard| across)?)\b|\brepresentations?\b|\bhave (my|our|your|a|their) say\b|\bget (my|our|their) (views?|voice|say) (across|heard|in)\b|\b(?:i am|im|we are|were|they are) (?:against|opposed to|unhappy with|in favour of)\b.*\b(?:how|who|where|what)\b|\bputs? (?:its|my|our|their|his|her|in|a|an|some) (?:views?|comments?|objections?|representations?|say|oar|word)\b|\b(?:put|putting|get|send|submit|feed|pass) (?:\w+ )?(?:views?|comments?|objections?) (?:forward|in|across|over|on|about|to|back)\b|\bcomment on\b|\bobject to\b/;

const asksWhom =
  /\bwho (?:should|would|could|can|do|might|must) (?:i|we|one|they|residents?|people) be (?:speaking|talking|writing|emailing|contacting|asking|chasing|ringing|calling|phoning)\b|\bwho(?:s| is| has)? (?:that|this|it|those|these) with$|\bwho has (?:got )?(?:it|that|this)$|\bwho(?:s| is| was)? (?:shown|named|given|listed|down|put) as\b|\bwho (?:at|in|from) (?:the )?(?:council|town hall|authority|department|civic centre) (?:is|was|would|could|can|should|do|deals?|has)\b|\b(?:need|want|get|give|got|have|find|after) (?:me |us |you )?(?:a|the) (?:name|phone number|number|email|email address|contact|person)(?: and \w+)? (?:for|of|on|to|about)\b|\bwho (do|can|should|would|could|might|must|shall|need|does) (i|we|(?:a |the |my |our |your )?(?:residents?|constituents?|neighbours?|members? of the public|public|people|person|parish council|group|voters?)|someone|somebody|anyone|you|one|they) (need to )?(speak|talk|ring|call|phone|contact|write|email|ask|see|approach|get in touch|get hold|bell|chase|go to|message|turn to|complain|moan|grumble|consult|direct)\b|\bwho (is|s|are|was) (the )?(contact|contacts|lead|leading|responsible|report author|author|point of contact|case officer|officer|named officer|right person|best person|dealing|in charge|handling)\b|\bwhos (the )?(contact|lead|leading|officer|dealing|responsible|handling|in charge|behind|running|report author|author|best person|right person|looking after)\b|\bwho to (contact|ring|speak|talk|email|ask|call|phone|see)\b|\bcontacts? (details|officers?|persons?|people|for|about|information|info|name|names|number|email|on|re|regarding|please)\b|\bcontact$|\b(?:in touch with|through to|hold of) (?:whoever|someone|the person|the officer|anyone)\b|\bto who should (?:i|we)\b|\b(?:which|whose|what)(?: officers?| persons?)? (?:address|email|number)\b|\bwhose (?:item|report|project|job|baby|responsibility|remit) (?:is|was)\b|\bwhose (?:number|email|name|phone|details|extension)\b|^(?:and |so |whats |what is |got )*(?:his|her|their|that|the officers?) (?:phone |telephone |mobile |contact )?(?:numbers?|emails?|email address|phone|details|extension)(?: please| then)?$|^(?:and |so |the )*(?:contact |lead )?officers?(?: please| then)?$|\b(email|e mail|phone|telephone|tel|mobile)( number| address| no)?( for| of| about| to| s)?\b|\b(which|what) officers?\b.*\b(contact|responsible|dealing|deals|lead|leads|owns?|handling|handles|leading|charge|looking after|wrote|talk|speak|ring|ask|on)\b|\bwho (owns|handles|is handling|is dealing with|deals with|is leading on|leads on|leads|is in charge of|wrote|runs|looks after|is looking after|is behind|knows about|could help|can help|can tell me|manages)\b|\bthe contacts?\b|\bget in touch\b|\bget hold of\b|\bhow (do|can) (i|we) (contact|reach|ring|email|phone)\b|\b(speak|talk|write|complain) to (someone|somebody|anyone|the officer|an officer|whoever)\b|\bspeak to\b|(?<!\b(?:by|to|from) )\bofficers? (for|dealing|responsible|contact|in charge|leading|on|behind)\b|\blead officers? (for|on|of)\b|\breport author\b|\bput me (on|in touch|through) to\b|\bnumber (for|of) (the )?(officer|person|whoever|contact)\b|\bpoint of contact\b|^(?:and |so |please |hi |ok )*(?:whats|what is|give me|get me|can i (?:have|get)|could i (?:have|get)|i need|need|have you got|do you have) .*\b(number|extension|phone|telephone|mobile|email|e mail|email address)$/;
/** “Which items is she the contact for” asks for items. */
const asksForTheirItems =
  /\b(which|what|any|list|show|all|how many)\b.*\b(items?|ones|decisions?|reports?|matters|things)\b.*\b(contact|officer|lead|leading|responsible|looking after|dealing)\b|\b(items?|decisions?|reports?|ones) (where|with|for which|that have|whose|under|led by)\b.*\b(contact|officer|lead)\b|\bcontact for (what|which)\b|\b(?:what|which|anything|any|everything|items?|list|show|how many)\b.*\b(?:where|that|which|with) \w+(?: \w+)? (?:is|s|as) (?:the )?(?:named )?(?:contact|lead|officer)\b|\b(?:list|anything|everything|all|what|items?|ones|decisions?|reports?)\b.*\bthat \w+(?: \w+)? (?:is|s|was) (?:the )?(?:contact|lead|officer|named)\b|\b(what|which|whats)\b.*\b(is|are) \w+ \w+ (the )?(contact|lead|responsible|leading)\b|(?<!\bwho(?:s| is| was)? \w+ )\bas (the )?(contact|lead)( officer)?$/;

const asksNotice =
  /(?<!\b(?:next|within|coming|following|in|the next|over|last) )\b(28|twenty eight) (clear )?days?\b|\bnotice (been )?given\b|\b(proper|enough|sufficient|due|statutory|required|right amount of|adequate) notice\b|\bgive(n)? notice\b|\bwas (the )?notice\b|\bnotice period\b|\bwhy (is|s|are|was|were|its|would) .*\b(a )?key( decision)?\b|\bwhys .*\bkey\b|\bwhat makes .* (a )?key\b|\b(is|are) .* (a )?key decisions?$|\bpre ?scrutin(y|ise|ised|ize)\b|\bscrutini[sz]e .*\bbefore\b|\bcan (they|cabinet|it) (take|decide|be taken|be decided) .*\b(this month|yet|now|so soon|already|before)\b|\blook at (it|this) before (cabinet|the decision)\b/;

const asksOutcome =
  /\b(what|whats) ?(has |have |ever |had )?(happened|became|become) (to|of|with)\b|\bcall(ed|ing)? ?in\b|\b(was|were|has|have|did) .*\b(been )?(approved|agreed|passed|rejected|refused)\b|\b(?:was|were|did) .*\bdecided\b|\b(?:has|have) .*\b(?:been decided\b|decided (?:yet|about|on)\b)|\bdid (the )?(cabinet|council|they|it) (approve|agree|decide|reject|pass)\b|\boutcome (of|for|on)\b|\bwhat (was|did) .*\b(decided|decide|agreed|agree|resolved|resolve)\b/;

/** “Who do I ring about X”, “how do I comment on X”, “why is X key”. */
export function readAskingFor(folded: string): AskingFor {
  if (asksNotice.test(folded) && !/^(which|what|any|list|show|how many)\b/.test(folded)) return "notice";
  if (
    makesRepresentations.test(folded) &&
    !/\bwho (is|s|has been|will be|are) (being )?consulted\b|\bcall(?:ed|ing)? ?in\b/.test(folded)
  )
    return "representations";
  if (asksOutcome.test(folded) && !/^(which|list|show|how many)\b/.test(folded)) return "outcome";
  if (asksWhom.test(folded) && !asksForTheirItems.test(folded)) return "contact";
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
  /\b(forward plan|plan|items?|decisions?|agenda|coming up|upcoming|scheduled|listed|anything|everything|cabinet|council|scrutiny|committee|key|pipeline|coming|due|going to|being decided|decided|reports?|whats on|what is on|lined up|on the cards|in the works|on the horizon|planned|happening|left)\b/;

/** What a question is about, from its words and the filters found in it. */
export function intentOf(
  folded: string,
  query: Query,
  { asks, count, refersTo, topicKnown, byOfficer }: IntentHints,
): Intent {
  if (asks === "representations") return "forwardPlan.representations";
  if (asks === "notice") return "forwardPlan.notice";
  if (asks === "outcome" && query.changes.length === 0) return "decision.outcome";
  if (count && /\bnumber of\b/.test(folded) && query.topic.length === 0) return "forwardPlan.count";
  const wantsAddress =
    /\b(phone|telephone|number|email|e mail|mobile|details)\b/.test(folded) ||
    (/\bcontact\b/.test(folded) &&
      !/\b(items?|decisions?|reports?|which|what|whats|things|anything|everything|all|any|coming|list)\b/.test(
        folded,
      ));
  if (asks === "contact" && (wantsAddress || !(byOfficer && query.topic.length === 0)))
    return "forwardPlan.contact";
  if (count) return "forwardPlan.count";
  if (query.changes.length > 0) return "forwardPlan.changes";
  if (refersTo !== null) return "forwardPlan.detail";
  const one = asksForOne(folded);
  if (query.topic.length > 0 && one && !narrowsToList(folded)) {
    return topicKnown || one === "surely" || planWords.test(folded) ? "forwardPlan.detail" : "unknown";
  }
  if (!narrows(query))
    return planWords.test(folded) || /^(whats|what is) (on|up|there|in)\b/.test(folded)
      ? "forwardPlan.list"
      : "unknown";
  if (query.topic.length > 0 && !topicKnown && !narrowsBeyondTopic(query) && !planWords.test(folded)) {
    if (query.topic.some(isNoWord)) return "unknown";
    // “You are useless”: said to the bot, and nothing is asked for.
    if (
      /\b(?:you|youre|your|ur)\b/.test(folded) &&
      !/\b(?:can|could|would|will|do|have|did) you\b/.test(folded)
    )
      return "unknown";
    if (!/\b(about|on|any|regarding|concerning|for)\b/.test(folded) && query.topic.length > 2)
      return "unknown";
  }
  return "forwardPlan.list";
}

/** Letters struck at random. */
function isNoWord(word: string): boolean {
  return (
    /[bcdfghjklmnpqrstvwxz]{5,}/.test(word) ||
    (word.length >= 4 && !/[aeiouy]/.test(word)) ||
    /asdf|qwer|zxcv|hjkl|uiop|(.)\1{3,}/.test(word)
  );
}

/** “Which …”, “any …”, “show …” want a list even where the words would fit one item. */
function narrowsToList(folded: string): boolean {
  return (
    /^(?:and |so |ok |please |can you |could you |hi |hello |then |tell me if |tell me whether |let me know if |do you know if |i wonder if |see if |check if |check whether )*(there (?:are|is) any\w*|there (?:are|is) (?:items|decisions|things)|(?:are|is) (?:we|they|the council|the cabinet|cabinet|anyone|anybody) (?:\w+ )?(?:deciding|doing|considering|planning) any\w*|which|any|anything|list|show me (all|every|the (items|decisions))|show all|all|everything|how many|are there|is there|what are|give me (all|a list)|what (items|decisions|reports|matters|things|else|other))\b/.test(
      folded,
    ) &&
    !/\bis there (?:still )?an? .*\b(?:on|in) (?:the |this |our )?(?:forward )?(?:plan|list)\b/.test(
      folded,
    ) &&
    !/^(?:and |so |ok )*(which|what) (wards?|committee|scrutiny|cabinet member|decision maker|officer|paragraphs?|paras?|exempt|meeting|day|date|month|body)\b|\bdates? (for|of)\b|\bwhat are the (dates?|wards|details|contact|cabinet|council|paragraphs|reasons|decision makers|consult\w+|background|criteria)\b/.test(
      folded,
    )
  );
}

const politely =
  "^(?:and |so |ok |okay |please |hi |hello |hey |then |but |also |sorry |morning |afternoon |thanks |can you |could you |would you |do you know |any idea |tell me |i want to know |i would like to know |id like to know |just |i wondered |i wonder |i was wondering |wondering |i need to know |id like to find out |im trying to find out |i want to find out |not sure |just checking )*";
const opening = (pattern: string) => new RegExp(`${politely}(?:${pattern})\\b`);

const asksWhichOfOne = opening(
  "(?:under |by |on |in |at |for )?(?:which|what) (?:committee|scrutiny|cabinet member|decision maker|officer|paragraphs?|paras?|exempt paragraph|wards?|meeting|body|documents|background|portfolio|panel|consultation|consultees|criteria|criterion|reason|ground)",
);
const asksForMany = opening(
  "which|any|anything|list|are there|is there any|is there anything|is anything|everything|whats (?:on|coming|going|up|happening (?:in|at|this|next|on|before)|due|in|planned|there|left|lined)|what is (?:on|coming|going|up|due|in|planned|there|left|lined|happening (?:in|at|this|next|on|before))|what are",
);
const endsAsOne =
  /\b(?:who by|by who|by whom|who decides|whos deciding|who is deciding|who is it|which wards?|what wards?|whose is it|what date|which date|where)(?: please)?$/;
const tellsOfOne =
  /\b(?:tell me|let me know|know|say|confirm|find out) (?:when|who decides|on (?:what|which) (?:date|day))\b|\b(?:rundown|run down|summary|overview|outline|recap|briefing|gist|low ?down) (?:of|on|about) (?!everything|the plan|the forward|what|all)|\bbrief me (?:on|about)\b|\bremind me (?:what|when|who|why|of)\b|\bwhat exactly (?:is|are)\b|\bwhere in the (?:borough|city|county|district|council)\b|\b(?:known|know|heard|said|idea|word|news) (?:yet )?(?:about |of |on )?when\b|\bwhen .* (?:is|are) (?:coming|due|expected|happening|up)$|\bwhose decision (?:is|was)\b|\bwhere (?:has|have|had|did) .* (?:got|gone|go|get) to\b|\bhow far (?:has|have|is|are) .*\b(?:got|along|on)\b|\bmore (?:about|on|regarding) (?!that\b|it\b|those\b)|^(?:and |so |the |a |whats |whats the |what is the |give me the |can i have the )*(?:wards?(?: affected)?|(?:method|manner) of consultation|consultation methods?|background documents?|decision dates?|dates?|decision makers?|exempt status|status|paragraphs?|paras?|background(?: papers| documents)?|consultation|consultees|reasons?|scrutiny (?:area|committee)) (?:affected by|by|of|for) (?!cabinet\b|council\b|the next\b|next\b|(?:private|exempt) (?:items|ones|decisions|reports))|\b(tell me (all |everything |more |a bit |something )?(about|on)|(fill|bring) me in on|more (about|detail|details|information|info) (on|about|of|for)|(details?|particulars|facts|full story) (of|on|about|for)|the (details|detail|full entry|entry) (of|on|about|for)|information (on|about)|info (on|about)|explain|describe|summari[sz]e|whats happening (with|to|about)|what is happening (with|to|about)|whats going on with|what is going on with|whats the (latest|status|position|story|state of play|date|decision date|timetable|score|plan) (on|for|with|of|about)|what is the (latest|status|position|date|decision date|timetable) (on|for|with|of|about)|whats the (decision|due) date|what happened to|whats happened to|what became of|where are we (with|on|at)|update on|progress (on|of|with)|look up|pull up|show me the (entry|item) (for|on|about))\b/;
const asksWhetherListed =
  /\b(on|in) (the |this |our |that |your )?(current |latest |new |published )?(forward )?(plan|list)\b|\bstill (on|in|listed|coming|going|planned|happening|down|due|scheduled)\b|\blisted\b|\bon (there|it)\b|\bin there\b/;
const asksWhen = opening(
  "when|whens|what date|what day|what month|which date|which day|which meeting|which month|what time|by when|how soon|how long|(?:over|during|in|within|for) what period|on (?:what|which) (?:date|day)|in (?:what|which) month|at (?:what|which) meeting|between (?:what|which) dates",
);
const asksWhoDecides = opening(
  "(?:who|whos|who is|who are|who will) (?:be )?(?:decides|decide|deciding|makes|making|make|takes|taking|take|the decision maker|gets to decide|has to decide|approves|approve|signs|signing|has the final|got the final|is it down to|consulted|being consulted)",
);
const asksOfOne = opening(
  "is|are|will|has|have|does|do|did|was|were|can|could|why|who|what is|whats|what does|what s|what will|how is|how are|how will|where is|where will|on what|what was|in what|under what|should",
);

/** Whether a question is about one item: “tell me about X”, “when is X”, “is X on the plan”, “X dates”. */
export function asksForOne(folded: string): "surely" | "perhaps" | null {
  if (/\b(?:do|does|did) (?:you|we|they|i|cabinet|the council) have (?:got )?(?:any|anything)\b/.test(folded))
    return null;
  if (/\b(?:have|got|has|had) (?:you|we|they|cabinet|the council) (?:got )?(?:any|anything)\b/.test(folded))
    return null;
  if (/\bdates? (for|of)\b/.test(folded) && !/\bnext\b/.test(folded)) return "surely";
  if (/\b(?:cabinet|council)(?: and (?:the )?(?:cabinet|council))? dates?$/.test(folded)) return "surely";
  if (/\S dates? (?:for |at |by )?(?:(?:the |full )*(?:cabinet|council)(?: and | or )?)+$/.test(folded))
    return "surely";
  if (
    /\btell me (everything|all|more|a bit|something)( there is)? about\b|\bwhat do (we|you|i) know (about|of)\b/.test(
      folded,
    )
  )
    return "surely";
  if (asksWhichOfOne.test(folded)) return "perhaps";
  if (
    /^(?:and |so )*what(s| is| are) (the )?(background|consultation|consultees|papers|documents|criteria|wards)\b/.test(
      folded,
    )
  )
    return "perhaps";
  if (/^(?:and |so |ok )*(?:whats|what is) (?:going on|happening|the story|the position) with\b/.test(folded))
    return "surely";
  if (asksForMany.test(folded) && !/^whats? (is )?(on|in) (the )?forward plan about\b/.test(folded))
    return null;
  if (tellsOfOne.test(folded) || endsAsOne.test(folded)) return "surely";
  if (
    /^(?:and |so )*(is|are|has|will|was|does|do|did|can|could) /.test(folded) &&
    asksWhetherListed.test(folded)
  )
    return "surely";
  if (
    asksWhen.test(folded) ||
    /\b(but |and |so )?when( is (it|that))?$|\bwhen (?:is|are|was|were|will|does|do) (?:it|they|that|this|those|these)\b|^(?:and |so |what about |how about )*the (?:\S+ ){1,4}one\b/.test(
      folded,
    )
  )
    return "surely";
  if (asksWhoDecides.test(folded)) return "surely";
  if (asksOfOne.test(folded)) return "perhaps";
  // “Schools funding dates”, “pier wards”: a word of one of its fields at the end.
  if (
    folded.split(" ").length <= 9 &&
    /\S (dates?|decision dates?|wards?( affected)?|decision maker|(exempt )?status|consultation|consultees|details|info|information|scrutiny committee|criteria|background (papers|documents)|paragraph)$/.test(
      folded,
    )
  )
    return "perhaps";
  return null;
}
