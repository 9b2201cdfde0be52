import { allWards, type PublishedItem } from "../contracts/answer.ts";
import { wordsOf } from "./question-words.ts";

/** A name with the ways it may be said, longest first; each way as folded words. */
export interface Name {
  readonly name: string;
  readonly ways: readonly (readonly string[])[];
}

/** The names that a plan itself teaches: who decides, where, who watches, whom to ask. */
export interface PlanNames {
  readonly decisionMakers: readonly Name[];
  readonly wards: readonly Name[];
  readonly areas: readonly Name[];
  readonly officers: readonly Name[];
}

/** Words that end the name of a committee without telling which one it is. */
const committeeWords = new Set(["overview", "and", "scrutiny", "committee", "the"]);

/** Learns the names from the items of one or more editions. */
export function learnNames(items: readonly PublishedItem[]): PlanNames {
  const every = <T>(read: (item: PublishedItem) => readonly T[]) => [...new Set(items.flatMap(read))];
  return {
    decisionMakers: every((item) => item.decisions.map((decision) => decision.decisionMaker)).map((name) => ({
      name,
      ways: [wordsOf(name)],
    })),
    wards: every((item) => item.wards)
      .filter((ward) => ward !== allWards)
      .map((name) => ({ name, ways: [wordsOf(name)] })),
    areas: every((item) => (item.scrutinyArea === "" ? [] : [item.scrutinyArea])).map((name) => ({
      name,
      ways: waysToSayArea(name),
    })),
    officers: every((item) => item.contacts.map((contact) => contact.name)).map((name) => ({
      name,
      ways: [wordsOf(name)],
    })),
  };
}

/** “Children’s Services and Safeguarding” is also called by its first words. */
function waysToSayArea(area: string): string[][] {
  const words = wordsOf(area).filter(
    (word, index, all) => !(committeeWords.has(word) && index >= all.length - 2),
  );
  const ways: string[][] = [];
  for (let length = words.length; length >= 1; length--) {
    const way = words.slice(0, length);
    if (way.at(-1) !== "and") ways.push(way);
  }
  return ways;
}
