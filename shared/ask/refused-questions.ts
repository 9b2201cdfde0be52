/** Orders to the bot, in whatever clothes. */
const instructions =
  /\b(ignore|disregard|forget|override|bypass|skip)\b.*\b(instructions?|rules?|prompts?|previous|above|restrictions?|guidelines|everything you)\b|\b(system|hidden|initial) prompt\b|\byou are now\b|\bpretend\b|\brole ?play\b|\bact as\b|\bdeveloper mode\b|\bdebug mode\b|\badmin mode\b|\bjailbreak\b|\bdrop table\b|\bexecute\b.*\b(code|command|script)\b|\bselect \* from\b|\bnew instructions\b|\brepeat (after me|the words|your)\b|\bdan mode\b|\bunrestricted mode\b|\b(print|dump|output|reveal) (everything|all (your )?(data|records|memory))\b/;
/** Who somebody claims to be makes no difference. */
const claims =
  /\b(i am|im|speaking as|on behalf of|as|this is|its) (the |a |your |an )?(monitoring officer|chief executive|chief exec|leader|administrator|admin|proper officer|head of legal|solicitor|police|auditor|director of|section 151|s151|mayor|cabinet member|developer|member of cabinet)\b.*\b(show|give|tell|need|send|read|let|want|release|what|reveal|access|entitled)\b/;
/** Coaxing. */
const coaxes =
  /\byou can (?:tell|trust) me\b|\bbetween (?:us|you and me|ourselves)\b|\boff the record\b|\bi (?:wont|will not) tell\b|\bin confidence\b|\bour (?:little )?secret\b/;
const secretThings =
  /\b(bids?|bidders?|tenderers?|buyer|purchaser|price|prices|figures?|amounts?|valuation|offer|offers|reserve|sum|commercial terms|legal advice|appendix|appendices|annex|wording|contents?|text|details of the exempt|information|names?|says?|costs?|value)\b/;
const secretPlaces = /\b(exempt|confidential|private|secret|restricted|closed|pink|redacted|withheld)\b/;
const askedOut =
  /\b(what|whats|how much|who|whos|tell|show|give|read|send|leak|reveal|disclose|summari[sz]e|share|see|copy|print|quote|paste|repeat|recite|type|post|output|provide|publish|let me|get|need|want)\b/;
const theSecretPaper =
  /\b(the|that|this|its|an|a|any|those|these) (fully |part |partly )?(exempt|confidential|private|secret|restricted|pink|redacted) (report|appendix|appendices|part|parts|section|paper|papers|bit|bits|document|documents|annex|information|text|content|contents|stuff|figures|details|material|pages|page|version|element|reports)\b/;
const readItOut =
  /\b(report|part|section|paper|papers|bit|bits)\b.*\b(says?|contains?|inside|in it)\b|\b(what|whats) ?(does|do|is|s|are|in|inside)?\b.*\b(exempt|confidential|private|restricted|secret)\b.*\b(report|part|section|paper|appendix|papers)\b|\b(read|show|send|give|leak|reveal|see|copy|quote|print|summari[sz]e|share)\b.*\b(exempt|confidential|private|restricted|secret)\b.*\b(report|part|section|paper|papers|appendix|bit|bits|document|documents)\b/;
const aboutTheStatus =
  /\b(which|what) (paragraph|para|ground|grounds)\b|\bwhy (is|are|its)\b|\bhow many\b|\bwhich (reports|items|ones|decisions|are)\b/;
/** What an item is worth, who bids, who wins: the plan does not publish it. */
const notPublished =
  /\b(how much (is|are|was|were|will|would|did|does|do|money|have|has)\b.*\b(cost|costing|sell|sold|pay|paid|paying|worth|bid|offer|offered|offering|for|spend|spending|spent|saving|save|going)\b|who (is|s|was|are|were|will be)?( the)? ?(preferred |winning |successful |chosen |current )?(bidders?|bidding|buyers?|buying|purchasers?|contractors?|tenderers?|tendering|developers?|suppliers?|providers?)\b|whos (bidding|buying|getting the|won|winning|tendering|the (preferred|winning|successful))|(?:which|what) (?:compan(?:y|ies)|firms?|contractors?|suppliers?|providers?|developers?|bidders?)\b.*\b(?:won|win|winning|wins|got|getting|gets|chosen|awarded|appointed|preferred|paying|using|bid|bidding)\b|\bnames? of (?:the |any |those )?(?:staff|people|employees|officers? who|children|families|tenants|individuals|redundan\w+)\b|\b(?:who|which (?:staff|people|employees|officers|posts|jobs|teams))\b (?:will |is going to |are going to )?(?:lose|go\b|losing|be made redundant|be sacked)\b|who (won|bid|has bid|made an offer|will win|is going to get|gets the|got the)|reserve price|winning bid|bid amount|what (price|sum|amount|figure|value)\b|whats the (price|cost|value|figure|amount|offer|valuation|bid)|what is the (price|cost|value|figure|amount|offer|valuation|bid) (of|for|on)|what (did|does|will|would) (it|they|that|.* cost)\b.*\bcost\b|(?:whats|what is|what was|whos|who is) the (?:\w+ )?(?:buyer|bidder|purchaser|tenderer|contractor|winner)s?\b|\bnames? of the (?:\w+ )?(?:buyer|bidder|purchaser|tenderer)s?\b|\b(?:buyer|bidder|purchaser|tenderer)s? (?:called|named?)\b|\b(?:sold|let|awarded|going) to who\b|\bwho(?:s|m)? (?:is |was |are )?(?:it|that|this|the \w+) (?:being )?(?:sold|let|awarded) to\b|\b(?:tell|give|show|send|let) me (?:have )?(?:the |what )?(?:price|sum|amount|bid|offer|valuation)s?\b|in pounds\b|how many pounds|what are (we|they) paying|what were the (bids|offers)|what (did|do|does|will|are) .*\b(charge|charging|paid|pay|earn|earning) (us|them|him|her|the|it|for)|legal advice|counsels opinion|\b(?:rough|ballpark|exact|actual|approximate|ball park) (?:figures?|idea of (?:the )?(?:cost|price|value)|numbers?|costs?|prices?|sums?|amounts?)\b|\b(?:a|the) (?:rough |ballpark )?figure\b|valuation report|commercial terms|heads of terms|asking price|sale price|purchase price|contract (value|price|sum))/;
/** How somebody will vote, whether it will pass, what the bot thinks. */
const predictions =
  /\b(will|would|is|are|do you think|does) (the )?(cabinet|council|it|they|leader|committee|member|members)\b.* ?(likely to |going to )?(vote|voting|approve|agree to|reject|pass|refuse|turn down|say yes|say no|back it|support it)\b|\bhow (will|would|did|is|are) .*\b(vote|voting|voted)\b|\b(should|shall) (i|we|cabinet|council|they|members) (vote|support|oppose|approve|back|reject|agree|object)\b|\bwhat do you think\b|\bdo you (think|reckon|agree|believe|like)\b|\bis it (a )?(good|bad|right|wrong|fair|sensible|lawful|legal)\b|\byour (opinion|view|advice)\b|\bwill .*\b(be approved|get approved|go through|be agreed|be rejected|be passed|be refused|get passed|be voted)\b|\blikely (outcome|result|to (be approved|pass))\b|\bwhat will (the )?(outcome|result|decision) be\b|\bwill .* lose\b/;

/** “Private hire” and the like are what an item is about. */
const privateThings =
  /\bprivate (?:hire|landlords?|rent\w*|sector|housing|homes?|roads?|streets?|land|water|health\w*|schools?)\b/g;
const anExemptReport =
  /\b(?:with|having|have|has) (?:an?|some|any) (?:fully |part |partly |wholly )?(?:exempt|private|confidential) (?:reports?|appendix|appendices|annex|papers?|part|parts|section)\b/g;

/** “When does Council vote on it?” predicts nothing. */
const asksDay = /^(?:and |so |ok )*(?:when|whens|what date|which date|on what|at which)\b/;

/** Whether somebody asks for what the plan does not publish, or gives the bot orders. */
export function mustNotBeAnswered(question: string): boolean {
  // “Items with an exempt report” asks for the items.
  const folded = question.replace(anExemptReport, " ").replace(privateThings, " ");
  if (instructions.test(folded) || claims.test(folded) || coaxes.test(folded)) return true;
  if ((predictions.test(folded) && !asksDay.test(folded)) || notPublished.test(folded)) return true;
  if (!secretPlaces.test(folded) || !askedOut.test(folded) || aboutTheStatus.test(folded)) return false;
  if (theSecretPaper.test(folded) && !/\bis (it|there|this|that)\b/.test(folded)) return true;
  const asksForItems = /\b(items|decisions|reports|ones|matters)\b/.test(folded);
  return (secretThings.test(folded) && !asksForItems) || readItOut.test(folded);
}

/** What is no business of a Forward Plan. */
export const smallTalk =
  /^(?:please |can you |could you )*(?:delete|remove|cancel|edit|amend|alter|take) the .*\b(?:from|in|on|off) the (?:forward )?plan$|\brecommend (?:me |us )?(?:a|an|some|any)\b|\bwill it (?:rain|snow|be (?:sunny|hot|cold|wet|dry))\b|\bwho(?:s| is|ll| will)? (?:be )?(?:going to )?win(?:ning|s)?\b|\b(?:telly|tv|television|netflix)\b|^(?:lol |haha |ok |okay |right )*(?:thats |that is |that was |youve been |you have been |you are |youre )?(?:all )?(?:very |so |really |most |that )*(?:kind|helpful|great|useful|brilliant|lovely|perfect|thanks|thank you|thankyou|ta|cheers|goodbye|good bye|bye|much appreciated|appreciated|all i needed|all i need|all for (?:now|today)|it for (?:now|today)|everything|all)(?: (?:of|to|you|very|much|a|lot|so|for|that|your|help|time|goodbye|good|bye|thank|thanks|now|all|indeed|again|mate|love|then|cheers))*$|\bwhat time (?:do|does) (?:the )?(?:\w+ ){1,3}(?:open|close|shut)\b|\b(weather|raining|joke|football|cricket|recipe|poem|song|lottery|capital of|president|prime minister|your name|who are you|who made you|are you (a )?(robot|human|real|bot|ai)|meaning of life|what time is it|translate|stock market|horoscope|write (?:me|a|my|our|us|the)|sing|tell me a story|how are you|how old are you|bitcoin|chatgpt|favourite|restaurant|pizza|train times|bus times|book me|order me|call me a|remind me to|set an? (alarm|reminder)|play some|calculate|square root|spell \w+$|who won|world cup|election results?|my (password|laptop|email|payslip|holiday|leave)|report a (pothole|problem|missed bin)|pay my|reset my|what (is|s) \d+ \w+ \d+|love you|for (tea|dinner|lunch|breakfast)|resign|marry me|happy birthday)\b|^(please )?(book|order|draft|compose|translate|delete|approve|reject|cancel|withdraw|defer|publish|email|text|buy|change|edit|remove|move|amend|alter|add|update) (me |a |an |its |their |the date|the plan|the item|the report|the cabinet|the decision|us |my |it\b|this|that\b|all\b|everything|every|each)/;

/** What a word means is no question about the plan’s items. */
export const asksForMeaning =
  /^(?:so |and |ok |please |can you )*(?:what (?:is|are|s)|whats|explain|define) (?:a|an) (?:key decision|forward plan|call ?in|general exception)$|^(?:so |and |ok |please |can you )*(?:what (?:does|do|is|are)|whats) (?:a |an |the )?(?:key decisions?|part exempt|fully exempt|exempt|exemption|forward plan|call ?in|pre ?scrutiny|paragraph \d+|clear days?|general exception|special urgency) (?:mean|means|meant)$|\b(?:how (?:does|do|is)|how long (?:is|does|do)|explain) (?:the )?call ?ins?(?: (?:period|work|works|last|take))*$/;

export const helpAsked =
  /^(help|hello|hi|hey|hiya|hello there|hi there|good (morning|afternoon|evening)|morning|afternoon|evening|start|menu|commands|options)( there| bot| all| again| please| me| mate| clear days)*$|^(please )?help( me)?( please| out| with this| use this| understand this)*$|\bwhat (else )?can (you|i|this|it|the bot) (do|ask|answer|tell|help)\b(?!.* (?:about|on|for|of) \w)|\bwhat are you (able|for)\b|\bhow (does|do|can) (this|it|you|i|we|the bot) (work|use|help)\b|\bwhat (can|could|should|may|do) i (ask|say|type)\b|\bwhat do you (do|know)\b(?! (about|of|on) \w)|\bhow do (i|we) (use|work|ask|search)\b|\bwhat (sort|kind|type|kinds|sorts|types)s? of (things?|questions?|stuff|queries|query)\b.*\b(?:you|i|we|it|the bot)\b|\bwhat (sort|kind|type|kinds|sorts|types)s? of (things|questions|stuff|queries)\b|\bnever used (?:this|it|you)\b.*\bask\b|\bwhats? (?:is )?this (?:bot |thing )?(?:for|all about)$|\b(?:im|i am) new (?:here|to this)\b.*\bwhat\b|\bwhat (questions|things) can\b|\b(?:anything|something|what) else (?:that )?(?:you|i|we) can (?:help|do|ask|answer)\b|\bcan you help( me)?( please)?$|\bwhat can you\b(?! (?:tell|say|show|give|find)\b.* (?:about|on|of|for) \w)|\bgive me (some )?(examples|help)\b|\bexamples of (questions|what)\b|\bhow to use\b|\bi need (some )?help$/;
