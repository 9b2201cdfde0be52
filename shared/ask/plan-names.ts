import { allWards, type PublishedItem } from "../contracts/answer.ts";
import { stem, wordsOf } from "./question-words.ts";
import { knownWards } from "./town-wards.ts";

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
  const wards = new Set([...every((item) => item.wards), ...knownWards]);
  wards.delete(allWards);
  return {
    decisionMakers: every((item) => item.decisions.map((decision) => decision.decisionMaker)).map((name) => ({
      name,
      ways: waysToSayDecisionMaker(name),
    })),
    wards: [...wards].map((name) => ({ name, ways: waysToSayWard(name) })),
    areas: every((item) => (item.scrutinyArea === "" ? [] : [item.scrutinyArea])).map((name) => ({
      name,
      ways: waysToSayArea(name),
    })),
    officers: every((item) => item.contacts.map((contact) => contact.name)).map((name) => ({
      name,
      ways: [wordsOf(name)],
    })),
    titleStems: new Set(titles.flat().map(stem)),
    titlePairs: new Set(
      titles.flatMap((words) => words.slice(1).map((word, place) => `${words[place]} ${word}`)),
    ),
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

/** “Cabinet Member - Communities and Housing” is also “the Cabinet Member for Housing”. */
function waysToSayDecisionMaker(name: string): string[][] {
  const words = wordsOf(name);
  if (!(words[0] === "cabinet" && words[1] === "member")) return [words];
  const portfolio = words.slice(2).filter((word) => !portfolioWords.has(word));
  const whole = words.slice(2);
  const said: string[][] = [words];
  for (const link of [["for"], ["for", "the"], []]) {
    said.push(["cabinet", "member", ...link, ...whole]);
    for (let from = 0; from < portfolio.length; from++) {
      for (let to = portfolio.length; to > from; to--) {
        said.push(["cabinet", "member", ...link, ...portfolio.slice(from, to)]);
        said.push(["portfolio", "holder", ...link, ...portfolio.slice(from, to)]);
      }
    }
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
