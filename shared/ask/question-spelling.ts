import { isEmptyWord, longEmptyWords } from "./empty-words.ts";
import { withoutLeadIn } from "./lead-in.ts";
import type { PlanNames } from "./plan-names.ts";
import { isSlipOf, longestQuestion, stem, type Word, wordsOf } from "./question-words.ts";
import { synonyms, synonymWords } from "./synonyms.ts";

/** How people shorten words when they type on a phone. Editable. */
const shortened: Readonly<Record<string, string>> = {
  abt: "about",
  bout: "about",
  goin: "going",
  nowt: "nothing",
  owt: "anything",
  summat: "something",
  wiv: "with",
  agm: "annual council",
  anythin: "anything",
  appx: "appendix",
  asap: "soon",
  asc: "adult social care",
  decs: "decisions",
  recs: "recommendations",
  reps: "representations",
  rpt: "report",
  rpts: "reports",
  dev: "development",
  dir: "director",
  env: "environment",
  hsg: "housing",
  mbr: "member",
  mbrs: "members",
  mem: "member",
  mgmt: "management",
  soc: "social",
  svcs: "services",
  btwn: "between",
  btw: "between",
  cab: "cabinet",
  cdnt: "could not",
  cos: "because",
  cttee: "committee",
  ctte: "committee",
  dem: "democratic",
  exec: "executive",
  fp: "forward plan",
  fwd: "forward",
  fwdplan: "forward plan",
  gd: "good",
  hav: "have",
  hw: "how",
  mtg: "meeting",
  mtgs: "meetings",
  n: "and",
  nxt: "next",
  pls: "please",
  plz: "please",
  ppl: "people",
  r: "are",
  scrut: "scrutiny",
  sth: "something",
  thx: "thanks",
  tmrw: "tomorrow",
  tmw: "tomorrow",
  u: "you",
  ur: "your",
  wat: "what",
  wats: "whats",
  wd: "would",
  wen: "when",
  whats: "whats",
  whom: "who",
  xmas: "christmas",
  whn: "when",
  wht: "what",
  wk: "week",
  wks: "weeks",
  wot: "what",
  wots: "whats",
  y: "why",
};

/** How words are often misspelt where a slip of one letter does not tell. Editable. */
const misspelt: Readonly<Record<string, string>> = {
  abowt: "about",
  agender: "agenda",
  cabinate: "cabinet",
  calender: "calendar",
  comitee: "committee",
  commitee: "committee",
  comittee: "committee",
  councel: "council",
  counsil: "council",
  cud: "could",
  desicion: "decision",
  desicions: "decisions",
  desision: "decision",
  desisions: "decisions",
  dunno: "do not know",
  evrything: "everything",
  exmept: "exempt",
  febuary: "february",
  feburary: "february",
  gimme: "give me",
  howmany: "how many",
  lemme: "let me",
  lissen: "listen",
  meny: "many",
  nuffin: "nothing",
  prolly: "probably",
  shud: "should",
  somethink: "something",
  speek: "speak",
  speeking: "speaking",
  ther: "there",
  thier: "their",
  tomoz: "tomorrow",
  wen: "when",
  wensday: "wednesday",
  wendsday: "wednesday",
  wer: "where",
  whitch: "which",
  wich: "which",
  witch: "which",
  woz: "was",
  wud: "would",
};

/** Words that the reading of a question turns on: a slip in one of them is mended before anything is read. */
const tellingWords: readonly string[] = (
  "cabinet council scrutiny committee overview member members executive director directors officer officers delegated " +
  "private privately confidential exempt exemption exemptions secret public partly fully wholly paragraph paragraphs financial community impact " +
  "deferred slipped delayed postponed withdrawn withdraw removed dropped added changed changes moved brought forward shaded rescheduled " +
  "decision decisions decided deciding anything everything contact comment representations meeting meetings january february " +
  "september october november december monday tuesday wednesday thursday saturday sunday christmas easter fortnight quarter " +
  "weeks month months borough affects affecting affect items coming upcoming agenda wards between before during " +
  "deadline deadlines commencing beginning starting tomorrow tonight excluding except including criteria published telephone number listed plan should which there"
)
  .split(" ")
  .filter((word) => word.length >= 5);

/** Words that are right as they stand, though a letter away from a telling word or an empty one. */
const rightAsTheyStand: ReadonlySet<string> = new Set(
  (
    "leaving charged charge contract contracts content contents commend commit counsel council councils consent planes plane planet plant plants plain mobile moved loved " +
    "march marsh match listen places paces spaces rights lights nights sights heart hearts street greet tables cables stable worked parked marked " +
    "chance chances change station stations nation relation relations policy police polite manor minor grant grants granted groups group " +
    "sport sports spot short shore shared score scores state states estate estates stage stages wages waste paste paint point print prints " +
    "house houses horse horses nurse course courses source sources force trees three train trains trail trails bridge bridges fridge " +
    "broad board boards border hotel motel model novel level levels lever never seven eleven river rivers driver drivers water later " +
    "market markets marker traffic tariff trading training tracks truck parks parts ports posts costs coast coats boats goats roads " +
    "homes hotels halls walls wells falls bells farms forms firms terms teams trams dreams streams steam cream scheme schemes " +
    "price prices prime crime crimes prize pride bride guide ride rides slides sides tides views review sheds beds " +
    "library liberty literacy nursery surgery fishery bakery lottery battery pottery leisure measure pleasure treasure treasury " +
    "events events vents rents tents cents centre centres central control cycle cycles bicycle recycle staff stuff shops ships chips " +
    "asset assets essex access process youth south north mouth truth month booth tooth health wealth worth earth birth berth " +
    "dates rates dated rated hates gates plates slates fares cares bares wares tower towers power powers lower flower flowers " +
    "public topic tunic clinic clinics planning cleaning clearing hearing bearing wearing caring paring sharing scaring"
  ).split(" "),
);

const mended = new WeakMap<PlanNames, Map<string, string>>();

/** A question with its common shortenings written out and slips in telling words mended. */
export interface SpelledQuestion {
  /** The folded text, for patterns. */
  readonly folded: string;
  readonly words: Word[];
}

/** Reads the words of a question; only the first {@link longestQuestion} letters of a longer one are looked at. */
export function spelledQuestion(text: string, names: PlanNames): SpelledQuestion {
  const cut = withoutLeadIn(
    text.slice(0, longestQuestion),
    (word) => !isEmptyWord(word) && (names.titleStems.has(stem(word)) || names.nameWords.has(word)),
    (word) => wardWordsOf(names).has(word),
  )
    .replace(/\b(20\d\d)-(\d\d)-(\d\d)(?:T[\d:.]+Z?)?\b/g, "$1 $2 $3")
    .replace(/\b(\d{1,2})[-.](\d{1,2})[-.](20\d\d|\d\d)\b/g, "$1/$2/$3")
    .replace(/\b([ow])\s*[/&]\s*([csb])\b/gi, (whole, first: string, second: string) =>
      first.toLowerCase() === "o" && second.toLowerCase() === "s" ? "o and s" : whole,
    )
    // “Cabinet/Council”, but not “w/c”.
    .replace(/([a-z]{2,})\/(?=[a-z]{2,})/gi, "$1 ")
    .replace(/(\d)\s*-\s*(?=\d{1,2}\b(?!\/))/g, "$1 to ")
    .replace(/\b([a-z]{3,9})\s*[-–—]\s*(?=(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec))/gi, "$1 to ");
  let memory = mended.get(names);
  if (!memory || memory.size > 5_000) {
    memory = new Map();
    mended.set(names, memory);
  }
  const spelled: string[] = [];
  for (const word of wordsOf(cut)) {
    let right = memory.get(word);
    if (right === undefined) {
      right = spell(word, names);
      memory.set(word, right);
    }
    spelled.push(...right.split(" "));
  }
  const whole = spelled.join(" ");
  const folded = whole.replace(interjections, "");
  const interjected = spelled.length - folded.split(" ").length;
  const words = spelled.map((text, place) => ({
    text,
    used: place < interjected && !names.titleStems.has(stem(text)),
  }));
  return { folded, words };
}

/** What is said before the question itself: “fine. is it exempt?” No pattern needs it. */
const interjections =
  /^(?:(?:fair enough|fine|right|thanks|thank you|cheers|ta|great|lovely|perfect|brilliant|cool|excellent|super|hmm+|hm|oh|ah|well|erm?|um+|good|hi|hello|hey|hiya|sorry|interesting|gotcha|got it|i see|no worries|never mind|thats (?:great|fine|good|helpful)|good (?:morning|afternoon|evening)|morning|afternoon|evening) )+(?=\S+ \S)/;

const wardWords = new WeakMap<PlanNames, ReadonlySet<string>>();

/** Words of ward names, short and empty ones left out. */
function wardWordsOf(names: PlanNames): ReadonlySet<string> {
  let known = wardWords.get(names);
  if (!known) {
    const words = names.wards.flatMap(({ ways }) => ways.flat());
    known = new Set(words.filter((word) => word.length > 3 && !isEmptyWord(word)));
    wardWords.set(names, known);
  }
  return known;
}

const knownSpellings: ReadonlyMap<string, string> = new Map(Object.entries({ ...misspelt, ...shortened }));

function spell(word: string, names: PlanNames): string {
  const whole = knownSpellings.get(word);
  if (whole !== undefined && !names.titleStems.has(stem(word))) return whole;
  const tripled = word.replace(/([a-z])\1{2,}/g, "$1$1");
  if (tripled !== word) return spell(tripled, names);
  if (word.length === 4 && !names.titleStems.has(stem(word)) && !isEmptyWord(word)) {
    const swapped = shortTelling.find((meant) => isSwapOf(word, meant));
    if (swapped !== undefined) return swapped;
  }
  if (word.length < 5 || /\d/.test(word)) return word;
  if (rightAsTheyStand.has(word) || names.titleStems.has(stem(word)) || synonymWords.has(word)) return word;
  if (tellingSet.has(word) || names.nameWords.has(word) || isEmptyWord(word)) return word;
  const meant = tellingWords.find((candidate) => isSlipOf(word, candidate));
  if (meant !== undefined) return meant;
  const single = word.replace(/([a-z])\1/g, "$1");
  if (single !== word && (names.titleStems.has(single) || tellingSet.has(single))) return single;
  const synonym = longSynonymWords.find((candidate) => isSlipOf(word, candidate));
  if (synonym !== undefined && (names.titleStems.has(stem(synonym)) || !isNearName(word, names)))
    return synonym;
  return longEmptyWords.find((candidate) => isSlipOf(word, candidate) && !isNearName(word, names)) ?? word;
}

/** Short words that the reading turns on: two letters swapped in one of them is a slip. */
const shortTelling: readonly string[] = "plan ward item when what with that which june july open".split(" ");

function isSwapOf(typed: string, meant: string): boolean {
  const apart = [...typed].flatMap((letter, place) => (letter === meant[place] ? [] : [place]));
  const [one = 0, two = 0] = apart;
  return (
    typed.length === meant.length &&
    apart.length === 2 &&
    two === one + 1 &&
    typed[one] === meant[two] &&
    typed[two] === meant[one]
  );
}

/** Words of everyday names for what titles are about, long enough to tell a slip. */
const longSynonymWords: readonly string[] = [...new Set(synonyms.flat().flatMap(wordsOf))].filter(
  (word) => word.length >= 6,
);

const tellingSet: ReadonlySet<string> = new Set(tellingWords);

function isNearName(word: string, names: PlanNames): boolean {
  for (const name of names.nameWords) if (isSlipOf(word, name)) return true;
  for (const title of names.titleStems) if (isSlipOf(stem(word), title)) return true;
  return false;
}
