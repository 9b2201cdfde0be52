/**
 * Words that carry no meaning of their own in a question about the plan: they frame it, greet, or hedge. Editable.
 * A word that some title has is never let go for standing here; see {@link isEmptyWord} where the topic is gathered.
 */
const emptyWords: ReadonlySet<string> = new Set(
  // Small words of the language
  (
    "a about above after again all along already also altogether although always am among amongst an and another any anybody anyone anything " +
    "anyway anywhere apart are around as aside at away back be because been before being below besides between both but by can cannot cant could " +
    "couldnt did didnt do does doesnt doing done dont down during each either else even ever every everybody everyone everything exactly except " +
    "few for from further get gets getting got had has hasnt have havent having he hence her here heres hers herself him himself his how however " +
    "i id if ill im in indeed into is isnt it its itself ive just know known knows least less let lets like likely lot lots many may maybe me might " +
    "mine more most mostly much must my myself near nearly need needs neither never next no nobody none nor not nothing now nowhere of off often oh " +
    "on once one ones only onto or other others otherwise our ours out over own per perhaps please plus possible possibly pretty put quite rather " +
    "really regarding same say says shall she should shouldnt since so some somebody someone something sometime soon still such sure than that thats " +
    "the their theirs them themselves then there theres therefore these they theyre theyve thing things think this those though through throughout " +
    "thus till to together too toward towards true under until unless up upon us use used using usually various very via vs want wants was wasnt way " +
    "ways we well were werent weve what whatever whats when whenever whens where wheres whereas wherever whether which whichever while who whoever " +
    "whole whom whos whose why whys will with within without wont would wouldnt yes yet you youd youll your youre yours youve yourself " +
    // Asking and answering
    "documents document paperwork advise answer ask asked asking bring brief briefly check clarify confirm curious describe detail detailed details display enlighten explain " +
    "explanation fetch fill find finding flag forget forgot give given gimme glance go goes going gonna grab guess hear heard help hope hoping info " +
    "inform information interested interesting keen learn list listed listing lists look looked looking looks mean meant mention mentioned naming " +
    "notify outline point provide pull question questions quick quickly quickie read recap refresh remember remind report reporting reports " +
    "reveal rundown run see seen share show showing shown speak spell sum summarise summary supply talk talked talking tell telling told " +
    "understand update updates wanna wonder wondered wondering word words breakdown roundup overall picture headlines heads snapshot gist idea clue " +
    // Greeting and thanking
    "afternoon apologies appreciated bot bye chair chairman cheers chap colleague colleagues councillor councillors cllr cllrs dear evening everyone " +
    "folks good greetings guys hello hey hi hiya lovely lad love madam mate morning ok okay pal right sir sorry ta team thank thanks " +
    // What plans and decisions do
    "affect affected affecting affects agenda agendas agreed arise arising become becoming begin begins brewing calendar card cards " +
    "come comes coming concern concerned concerning concerns consider consideration considered considering considers contain contained contains " +
    "cooking cover covered covering covers current currently deal dealing deals dealt debate debated decide decided decider decides deciding " +
    "decision decisions determine determined diary discuss discussed discussing docket down due earmarked edition editions entries entry envisaged " +
    "expect expected expecting expects feature features featured forthcoming forward happen happened happening happens head heading headed hold " +
    "holding held horizon immediate imminent impact impacted impacting impacts include included includes including inclusive involve involved " +
    "involves involving item items key keep keeping landing latest lead leading leads left lined lining line live made make maker makers making matter matters " +
    "meeting meetings met offing original originally outstanding pending pipeline place placed plan planned position present progress " +
    "published publish put radar recent recently refer referred regard regards relate related relates relating relation relevant remain " +
    "remaining remains respect respectively schedule scheduled set sets sits slated sorted stage stand standing stands start started starting starts " +
    "state status story subject table tabled take taken takes taking timetable timetabled timeline topic topics touch touches touching upcoming version " +
    "whatnot worth " +
    // Who, how much, when
    "area areas body bodies borough boroughs big biggest bigger brief complete completely different difference earliest early " +
    "entire entirely exact final finally fully general generally full handle handled handles handling important important " +
    "lately later latter long longer main mainly major maker member members minor name named names number numbers officer officers owner owns owned own " +
    "particular people person plain portfolio portfolios precise publicly quickest remit resident residents responsibility responsible " +
    "responsibly role significant single small soonest specific specifically stuff total totals type types usual ward wards " +
    "date dated dates day days hour month monthly months time times timing today tomorrow tonight upto week weekly weeks year yearly years " +
    "ago forthcoming sooner late lateness later sometime ahead " +
    // Contact and consultation
    "address addresses call called calling comment commented commenting comments consult consultation consulted consultee consultees consulting contact " +
    "contactable contacted contacting contacts email emails objection objections phone phoned representation representations respond responding " +
    "response ring ringing tel telephone view views voice write writing written mobile mail hold reach " +
    // What is asked of one item
    "because cause criteria criterion grounds ground paragraph paragraphs para paras pre prescrutinise scrutinise scrutinised scrutiny notice " +
    "object objects objecting oppose opposing challenge complaint complaints appear appears appeared applies apply applied sign signing signed signs off " +
    "constituent constituents constituency grateful appreciate kindly obliged delighted helpful useful sight copy heads everybody anyhow anyways group " +
    "business patch instead chase chasing wrote process leave leaves across falls fall falling vote votes voting voted living live lives staying fetch news gossip period periods settled finalised finalized altogether politics political party labour conservative liberal voters voter neighbours neighbour folk press newspaper journalist " +
    "urgently urgent asap hurry moment minute second sec bit bits couple several various number loads load bunch range selection whole " +
    "possibility chance opportunity ability able happy wish wishes wished keen careful sense matter wise term terms regards reference ref refs " +
    "month's week's year's moving moves occur occurs occurring occurred transpire proceed proceeding proceeds progressing progressed underway " +
    "reach reaches reaching reached arrive arrives arriving land lands landed crop crops cropping pop pops popping bubbling queue queued stack lies lying " +
    "monday tuesday wednesday thursday friday saturday sunday weekend weekends weekday " +
    "re eg ie etc first " +
    "reason reasons why yet soon exempt private confidential status order complain ordinarily does doing"
  ).split(" "),
);

/** Whether a word says nothing about what a question is about. */
export function isEmptyWord(word: string): boolean {
  return emptyWords.has(word) || word.length < 2;
}

/** The longer empty words: what a slip of typing may have meant. Shorter ones are too near to too much else. */
export const longEmptyWords: readonly string[] = [...emptyWords].filter((word) => word.length >= 7);
