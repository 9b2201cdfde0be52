import { allWards, type PublishedItem } from "../contracts/answer.ts";
import { isEmptyWord } from "./empty-words.ts";
import { stem, wordsOf } from "./question-words.ts";
import { knownWards, townWards } from "./town-wards.ts";

/** A name with the ways it may be said, longest first; each way as folded words. */
export interface Name {
  readonly name: string;
  readonly ways: readonly (readonly string[])[];
}

/** The names that a plan itself teaches: who decides, where, who watches, whom to ask, what about. */
export interface PlanNames {
  readonly decisionMakers: readonly Name[];
  readonly wards: readonly Name[];
  readonly areas: readonly Name[];
  readonly officers: readonly Name[];
  /** Every word of every title, as stems. */
  readonly titleStems: ReadonlySet<string>;
  /** Every pair of words that follow one another in a title: “kew woods”. */
  readonly titlePairs: ReadonlySet<string>;
  /** Every pair of words that follow one another in a ward’s, officer’s or committee’s name. */
  readonly namePairs: ReadonlySet<string>;
  /** Every word of every name. */
  readonly nameWords: ReadonlySet<string>;
}

/** Words of a committee’s name that do not tell which one it is. */
const committeeWords = new Set([
  "overview",
  "and",
  "scrutiny",
  "committee",
  "the",
  "services",
  "service",
  "of",
  "for",
]);

/** Words of a Cabinet Member’s title that do not tell whose portfolio it is. */
const portfolioWords = new Set(["cabinet", "member", "for", "and", "the", "of"]);

/** Learns the names from the items of one or more editions. */
export function learnNames(items: readonly PublishedItem[]): PlanNames {
  const every = <T>(read: (item: PublishedItem) => readonly T[]) => [...new Set(items.flatMap(read))];
  const titles = items.map((item) => wordsOf(item.title));
  const wardNames = new Set([...every((item) => item.wards), ...knownWards]);
  wardNames.delete(allWards);
  const wards = [...wardNames].map((name) => ({ name, ways: waysToSayWard(name) }));
  const areas = every((item) => (item.scrutinyArea === "" ? [] : [item.scrutinyArea])).map((name) => ({
    name,
    ways: waysToSayArea(name),
  }));
  const titleStems = new Set(titles.flat().map(stem));
  const notNames = new Set(
    [...wards, ...areas].flatMap((name) => name.ways.flat()).concat(Object.keys(townWards).flatMap(wordsOf)),
  );
  const officers = waysToSayOfficers(
    every((item) => item.contacts.map((contact) => contact.name)),
    (word) =>
      word.length >= 4 &&
      !isEmptyWord(word) &&
      !notNames.has(word) &&
      !titleStems.has(stem(word)) &&
      !monthsAndSeasons.has(word),
  );
  const ways = [...wards, ...areas, ...officers].flatMap((name) => name.ways);
  return {
    decisionMakers: every((item) => item.decisions.map((decision) => decision.decisionMaker)).map((name) => ({
      name,
      ways: waysToSayDecisionMaker(name),
    })),
    wards,
    areas,
    officers,
    titleStems,
    titlePairs: new Set(
      titles.flatMap((words) => words.slice(1).map((word, place) => `${words[place]} ${word}`)),
    ),
    namePairs: new Set(ways.flatMap((way) => way.slice(1).map((word, place) => `${way[place]} ${word}`))),
    nameWords: new Set([
      ...ways.flat(),
      ...every((item) => item.decisions.flatMap((decision) => wordsOf(decision.decisionMaker))),
      ...Object.keys(townWards).flatMap(wordsOf),
    ]),
  };
}

function longestFirst(ways: readonly (readonly string[])[]): string[][] {
  const seen = new Map(ways.filter((way) => way.length > 0).map((way) => [way.join(" "), [...way]]));
  return [...seen.values()].sort((a, b) => b.length - a.length);
}

function waysToSayWard(name: string): string[][] {
  const words = wordsOf(name);
  const [first = ""] = words;
  // “Netherton and Orrell” is said with “&”, or as “Netherton”.
  const joined = wordsOf(name.replace(/['’]/g, ""));
  return longestFirst([words, joined, ...(words.length > 2 && words.includes("and") ? [[first]] : [])]);
}

const monthsAndSeasons: ReadonlySet<string> = new Set(
  "january february march april june july august september october november december summer winter spring autumn easter sunday monday friday".split(
    " ",
  ),
);

/** “Dr Joan Petrie” is also Joan Petrie, J Petrie and Mrs Petrie. */
function waysToSayOfficers(names: readonly string[], mayStandAlone: (word: string) => boolean): Name[] {
  const surnames = new Map<string, number>();
  const firstNames = new Map<string, number>();
  const parts = names.map((name) => ({ name, words: wordsOf(name).filter((word) => !honorifics.has(word)) }));
  for (const { words } of parts)
    surnames.set(words.at(-1) ?? "", (surnames.get(words.at(-1) ?? "") ?? 0) + 1);
  for (const { words } of parts) firstNames.set(words[0] ?? "", (firstNames.get(words[0] ?? "") ?? 0) + 1);
  return parts.map(({ name, words }) => {
    const first = words[0] ?? "";
    const surname = words.at(-1) ?? "";
    const alone = words.length > 1 && surnames.get(surname) === 1;
    return {
      name,
      ways: longestFirst([
        wordsOf(name),
        words,
        ...(alone ? [[first.slice(0, 1), surname]] : []),
        ...(alone && mayStandAlone(surname) ? [[surname]] : []),
        ...(words.length > 1 && firstNames.get(first) === 1 && mayStandAlone(first) ? [[first]] : []),
        ...(alone ? [...honorifics].map((title) => [title, surname]) : []),
      ]),
    };
  });
}

const honorifics: ReadonlySet<string> = new Set(["mr", "mrs", "ms", "miss", "dr", "officer", "professor"]);

/** Words between a post and what it is of: left out, or said one for another. */
const links = new Set(["of", "for", "the", "and"]);

/** “Cabinet Member - Communities and Housing” is also “the Cabinet Member for Housing” and “the housing portfolio”. */
function waysToSayDecisionMaker(name: string): string[][] {
  const words = wordsOf(name);
  if (!(words[0] === "cabinet" && words[1] === "member")) return waysToSayPost(words);
  const portfolio = words.slice(2).filter((word) => !portfolioWords.has(word));
  const whole = words.slice(2).filter((word, place) => place > 0 || !links.has(word));
  const said: string[][] = [words];
  const parts: string[][] = [whole];
  for (let from = 0; from < portfolio.length; from++)
    for (let to = portfolio.length; to > from; to--) parts.push(portfolio.slice(from, to));
  for (const part of parts) {
    for (const post of [
      ["cabinet", "member"],
      ["portfolio", "holder"],
      ["cabinet", "lead"],
      ["lead", "member"],
    ]) {
      for (const link of [["for"], ["for", "the"], ["of"], ["on"], ["with"], []])
        said.push([...post, ...link, ...part]);
      said.push([...part, ...post]);
    }
    said.push([...part, "portfolio"], ["portfolio", "of", ...part], ["portfolio", "for", ...part]);
  }
  return longestFirst(said);
}

/** “Executive Director - People” is also “the Executive Director of People”. */
function waysToSayPost(words: readonly string[]): string[][] {
  const bare = words.filter((word) => !links.has(word));
  const post = bare.findLastIndex((word) => ["director", "head", "officer", "manager"].includes(word)) + 1;
  const said = [[...words], bare];
  if (["leader", "mayor"].includes(words[0] ?? "")) said.push([words[0] ?? ""]);
  // “Licensing Committee” is said of the Licensing and Regulatory Committee.
  const body = bare.at(-1) ?? "";
  if (bare.length > 2 && ["committee", "board", "panel", "subcommittee"].includes(body))
    said.push([bare[0] ?? "", body]);
  if (post > 0 && post < bare.length) {
    for (const link of ["of", "for"])
      said.push([...bare.slice(0, post), link, ...words.slice(words.indexOf(bare[post] ?? ""))]);
    // “The Place director”.
    said.push([...bare.slice(post), ...bare.slice(0, post)]);
  }
  return longestFirst(said);
}

/** “Children’s Services and Safeguarding” is also called by its first words, or by any word that tells it apart. */
function waysToSayArea(area: string): string[][] {
  const words = wordsOf(area);
  const telling = words.filter((word) => !committeeWords.has(word));
  const starts = words
    .map((_, index) => words.slice(0, words.length - index))
    .filter((way) => way.at(-1) !== "and");
  return longestFirst([
    ...starts.filter((way) => way.some((word) => telling.includes(word))),
    ...telling.map((word) => [word]),
  ]);
}
