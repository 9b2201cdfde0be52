import { type MetName, namesMet, protectedMark, type Wanted } from "./name-words.ts";
import type { Name, PlanNames } from "./plan-names.ts";
import { cabinetMemberDecisions, officerDecisions } from "./query.ts";
import { findPhrase, findWords, use, type Word, wordsOf } from "./question-words.ts";

const cabinetMemberPhrases = [
  "individual cabinet members",
  "individual cabinet member",
  "individual members",
  "cabinet members",
  "cabinet member",
  "portfolio holders",
  "portfolio holder",
].map(wordsOf);

const officerPhrases = [
  "delegated officer decisions",
  "delegated officer decision",
  "officer decisions",
  "officer decision",
  "officers decisions",
  "officer delegated",
  "decided by officers",
  "delegated decisions",
  "delegated decision",
  "delegated to officers",
  "officers deciding",
  "officers decide",
  "officers taking",
  "officers take",
  "officers making",
  "taken by officers",
  "made by officers",
  "by officers",
  "by an officer",
  "to an officer",
  "by officer",
  "an officer decides",
  "directors",
  "director",
  "delegated powers",
].map(wordsOf);

const longNames = new WeakMap<readonly Name[], readonly Name[]>();

/** “Cabinet” and “Council” are words of other names too, and are read apart. */
function namesOfSeveralWords(names: readonly Name[]): readonly Name[] {
  let long = longNames.get(names);
  if (!long) {
    long = names.filter(({ ways }) => (ways[0]?.length ?? 0) > 1);
    longNames.set(names, long);
  }
  return long;
}

interface Portfolio {
  readonly name: string;
  readonly portfolio: readonly string[];
}

const portfolios = new WeakMap<PlanNames, readonly Portfolio[]>();

/** Portfolios of two words or more that are no committee’s name too. */
function portfoliosOf(names: PlanNames): readonly Portfolio[] {
  let known = portfolios.get(names);
  if (!known) {
    const areas = new Set(names.areas.map(({ name }) => wordsOf(name).join(" ")));
    known = names.decisionMakers
      .map(({ name }) => ({ name, words: wordsOf(name) }))
      .filter(({ words }) => words[0] === "cabinet" && words[1] === "member")
      .map(({ name, words }) => ({ name, portfolio: words.slice(words[2] === "for" ? 3 : 2) }))
      .filter(({ portfolio }) => portfolio.length > 1 && !areas.has(portfolio.join(" ")));
    portfolios.set(names, known);
  }
  return known;
}

/** Words that make the name before them a committee’s. */
const committeeWords: ReadonlySet<string> = new Set([
  "scrutiny",
  "overview",
  "committee",
  "committees",
  "os",
  "osc",
  "panel",
]);

/** “Young people and lifelong learning scrutiny” is a committee’s longer name, and no Cabinet Member’s. */
function isPartOfArea(
  words: readonly Word[],
  { place, way }: Pick<MetName, "place" | "way">,
  names: PlanNames,
): boolean {
  return names.areas.some(({ ways: [whole = []] }) => {
    if (whole.length <= way.length) return false;
    const start = findPhrase(words, whole);
    return start >= 0 && start <= place && place + way.length <= start + whole.length;
  });
}

/** Who decides: posts and Cabinet Members by name, officers or Cabinet Members at large, Cabinet, Council. */
export function readDecisionMakers(
  words: readonly Word[],
  negative: readonly boolean[],
  folded: string,
  names: PlanNames,
): Wanted {
  const wanted = new Set<string>();
  const unwanted = new Set<string>();
  const add = (name: string, place: number, length: number) => {
    use(words, place, length, negative[place] ? `not decided by ${name}` : `decided by ${name}`);
    (negative[place] ? unwanted : wanted).add(name);
  };
  // The same words may name several posts: all of them are meant.
  let last: { place: number; length: number } | null = null;
  for (const met of namesMet(words, namesOfSeveralWords(names.decisionMakers))) {
    const said = words.slice(met.place, met.place + met.way.length);
    const same: boolean = last !== null && met.place === last.place && met.way.length === last.length;
    if (!same && said.some((word) => word.used)) continue;
    // “Adult social care scrutiny” is a committee, unless the Cabinet Member is named.
    const next = words[met.place + met.way.length]?.text ?? "";
    if (committeeWords.has(next) && !said.some(({ text }) => text === "member" || text === "director"))
      continue;
    if (isPartOfArea(words, met, names)) continue;
    // What a title says word for word is the title’s, unless a post is named whole.
    if (said.every((word) => protectedMark.has(word))) continue;
    add(met.name, met.place, met.way.length);
    last = { place: met.place, length: met.way.length };
  }
  for (const phrase of cabinetMemberPhrases) {
    const place = findWords(words, phrase);
    if (place >= 0) add(cabinetMemberDecisions, place, phrase.length);
  }
  // “Executive directors”, whichever: those posts, and no other officer’s.
  for (const phrase of [
    ["executive", "directors"],
    ["executive", "director"],
  ]) {
    const place = findWords(words, phrase);
    const posts = names.decisionMakers.filter(({ name }) => /^executive director/i.test(name));
    if (place >= 0) for (const { name } of posts) add(name, place, 2);
    if (place >= 0 && posts.length === 0) add(officerDecisions, place, 2);
  }
  if (
    /^(?:and |now |what about |how about |just |only |or )*officers?(?: instead| only| ones| then| please)*$/.test(
      folded,
    )
  ) {
    const place = words.findIndex(({ text }) => /^officers?$/.test(text));
    if (place >= 0) add(officerDecisions, place, 1);
  }
  for (const phrase of officerPhrases) {
    const place = findWords(words, phrase);
    if (place >= 0) add(officerDecisions, place, phrase.length);
  }
  // “That officers are taking”, “which officers will decide”.
  const deciding = words.findIndex(({ text, used }, at) => {
    if (used || !/^officers?$/.test(text)) return false;
    const next = words[at + 1]?.text ?? "";
    const verb = auxiliaries.has(next) ? (words[at + 2]?.text ?? "") : next;
    return /^(?:tak|decid|mak)(?:e|es|ing)$/.test(verb);
  });
  if (deciding >= 0) add(officerDecisions, deciding, 1);
  if (wanted.has(cabinetMemberDecisions)) {
    // “Cabinet Members or officers”.
    const place = words.findIndex(
      ({ text }, at) =>
        (/^officers?$/.test(text) && ["or", "and"].includes(words[at + 1]?.text ?? "")) ||
        (text === "officers" && ["or", "and"].includes(words[at - 1]?.text ?? "")),
    );
    if (place >= 0) add(officerDecisions, place, 1);
  }
  // “Excluding Locality Services”: a portfolio’s whole name under a “not”.
  for (const { name, portfolio } of portfoliosOf(names)) {
    const place = findWords(words, portfolio);
    if (place >= 0 && negative[place]) add(name, place, portfolio.length);
  }
  if (wanted.size + unwanted.size === 0) {
    // “Anything for Culture and Leisure?”: a portfolio’s whole name, where something is for it.
    for (const { name, portfolio } of portfoliosOf(names)) {
      const place = findWords(words, portfolio);
      const next = words[place + portfolio.length]?.text ?? "";
      if (committeeWords.has(next) || isPartOfArea(words, { place, way: portfolio }, names)) continue;
      if (place > 0 && ["for", "under", "from", "by"].includes(words[place - 1]?.text ?? ""))
        add(name, place, portfolio.length);
    }
  }
  const full = findWords(words, ["full", "council"]);
  if (full >= 0 && words[full - 1]?.text !== "next") add("Council", full, 2);
  for (const [place, word] of words.entries()) {
    if (word.used || protectedMark.has(word)) continue;
    const before = words[place - 1]?.text ?? "";
    const next = words[place + 1]?.text ?? "";
    if (["cabinet", "council"].includes(word.text) && endsAStretch(words, place)) {
      word.used = true;
      continue;
    }
    // “The next Cabinet” is a date; the date knows whose it is.
    if (word.text === "cabinet" && before !== "next" && next !== "member") add("Cabinet", place, 1);
    if (word.text === "council" && isCouncilAsBody(words, place)) add("Council", place, 1);
  }
  // “Not Cabinet” means Cabinet Members and officers.
  if (
    unwanted.has("Cabinet") &&
    wanted.size === 0 &&
    unwanted.size === 1 &&
    /\b(not|arent|isnt|non|wont) (?:(?:going|being|be|for|at|to|by|decided|taken|made|the|a) )*cabinet\b/.test(
      folded,
    )
  ) {
    unwanted.clear();
    wanted.add(cabinetMemberDecisions);
    wanted.add(officerDecisions);
  }
  return { wanted: [...wanted], unwanted: [...unwanted] };
}

const auxiliaries: ReadonlySet<string> = new Set("are is will can may shall be could would might".split(" "));

/** “Before the September Cabinet” is a stretch of days, whoever decides in it. */
function endsAStretch(words: readonly Word[], place: number): boolean {
  const before = words[place - 1]?.text ?? "";
  // “Before Cabinet on 11 September”.
  const opens = ["the", "full"].includes(before) ? (words[place - 2]?.text ?? "") : before;
  const namesDay = /\d|^the$|day$/.test(words[place + 2]?.text ?? "");
  if (
    ["before", "after", "until", "prior", "ahead"].includes(opens) &&
    words[place + 1]?.text === "on" &&
    namesDay
  )
    return true;
  if (!isMonth(before)) return false;
  return words.slice(Math.max(0, place - 5), place).some(({ text }) => stretches.has(text));
}

const stretches: ReadonlySet<string> = new Set([
  "before",
  "by",
  "until",
  "till",
  "after",
  "side",
  "prior",
  "ahead",
  "since",
]);

const councilOfSomething: ReadonlySet<string> = new Set([
  "tax",
  "house",
  "houses",
  "housing",
  "plan",
  "owned",
  "land",
  "buildings",
  "building",
  "budget",
  "tenants",
  "homes",
  "assets",
  "offices",
  "officer",
  "officers",
  "staff",
]);

/** “The council” is mostly the organisation; Council decides where something goes to it, or where it meets. */
function isCouncilAsBody(words: readonly Word[], place: number): boolean {
  const text = (at: number) => words[at]?.text ?? "";
  const next = text(place + 1);
  const article = text(place - 1) === "the" ? 1 : 0;
  const before = text(place - 1 - article);
  if (councilOfSomething.has(next) || before === "next" || text(place - 1) === "next") return false;
  if (["to", "at", "by", "for", "and", "or", "not", "go", "goes", "s", "before"].includes(before))
    return true;
  if (
    [
      "meeting",
      "decisions",
      "decision",
      "deciding",
      "decide",
      "decides",
      "considering",
      "taking",
      "discussing",
      "items",
      "item",
      "dates",
      "date",
    ].includes(next)
  )
    return article === 0 || next === "meeting";
  if (article === 0 && actsAsBody.has(next)) return true;
  if (article === 0 && ["in", "on", "at", "this", "next"].includes(next)) return true;
  return article === 0 && (words.length <= 4 || place === 0 || isMonth(before));
}

/** “That Council will decide.” */
const actsAsBody: ReadonlySet<string> = new Set(
  "will must vote takes take considers decides approves agrees votes sets adopts needs has".split(" "),
);

function isMonth(word: string): boolean {
  return /^(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/.test(word);
}
