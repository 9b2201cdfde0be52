import type { Name, PlanNames } from "./plan-names.ts";
import { isSlipOf, stem, use, type Word, wordsOf } from "./question-words.ts";

interface Spoken {
  readonly name: string;
  readonly way: readonly string[];
}

/** Every way to say every name, found by its first word. */
interface SpokenNames {
  readonly byFirstWord: ReadonlyMap<string, readonly Spoken[]>;
  /** First words that a typed word is one slip away from; looked for once a word. */
  readonly slips: Map<string, readonly string[]>;
}

const spokenNames = new WeakMap<readonly Name[], SpokenNames>();

function spokenOf(names: readonly Name[]): SpokenNames {
  let spoken = spokenNames.get(names);
  if (!spoken) {
    const byFirstWord = new Map<string, Spoken[]>();
    for (const { name, ways } of names) {
      for (const way of ways) {
        const [first = ""] = way;
        const known = byFirstWord.get(first);
        if (known) known.push({ name, way });
        else byFirstWord.set(first, [{ name, way }]);
      }
    }
    spoken = { byFirstWord, slips: new Map() };
    spokenNames.set(names, spoken);
  }
  return spoken;
}

function firstWordsLike(word: string, { byFirstWord, slips }: SpokenNames): readonly string[] {
  let found = slips.get(word);
  if (found === undefined) {
    found = [...byFirstWord.keys()].filter(
      (first) => first === word || isSlipOf(word, first) || soundsAlike(word, first, 8),
    );
    if (slips.size > 5_000) slips.clear();
    slips.set(word, found);
  }
  return found;
}

/** A name met in a question. */
export interface MetName extends Spoken {
  readonly place: number;
}

/**
 * The names that a question says, the longest first: a longer name is never taken for a shorter one in it. A word may
 * be one slip away.
 */
export function namesMet(words: readonly Word[], names: readonly Name[]): MetName[] {
  const spoken = spokenOf(names);
  const met: MetName[] = [];
  for (const [place, word] of words.entries()) {
    if (word.used) continue;
    for (const first of firstWordsLike(word.text, spoken)) {
      for (const { name, way } of spoken.byFirstWord.get(first) ?? []) {
        const said = words.slice(place, place + way.length);
        if (way.every((part, offset) => isHere(said[offset], part)) || soundsLike(said, way))
          met.push({ name, way, place });
      }
    }
  }
  return met.sort((a, b) => b.way.length - a.way.length);
}

/** “Hollin More” for Hollin Moor, “Castlemore” for Castlemoor: one word of a name spelt as it sounds. */
function soundsLike(said: readonly Word[], way: readonly string[]): boolean {
  if (said.length < way.length || said.some(({ used }) => used)) return false;
  const amiss = way.filter((part, offset) => said[offset]?.text !== part);
  const [meant] = amiss;
  // A name of one word must be longer, for nothing beside it says that it is one.
  const least = way.length === 1 ? 8 : 4;
  if (meant === undefined || amiss.length > 1 || meant.length < least) return false;
  const typed = said[way.indexOf(meant)]?.text ?? "";
  return soundsAlike(typed, meant, least);
}

/** @param least how many letters both have at the least. */
function soundsAlike(typed: string, meant: string, least: number): boolean {
  return (
    typed.length >= least &&
    meant.length >= least &&
    typed[0] === meant[0] &&
    consonantsOf(typed) === consonantsOf(meant)
  );
}

function consonantsOf(word: string): string {
  return word.replace(/[aeiouyh]/g, "").replace(/(.)\1+/g, "$1");
}

function isHere(word: Word | undefined, part: string): boolean {
  return word !== undefined && !word.used && isSlipOf(word.text, part);
}

export interface Wanted {
  readonly wanted: string[];
  readonly unwanted: string[];
}

/** Whether the words from a place on are still free for a name. */
export function isFree(words: readonly Word[], { place, way }: MetName): boolean {
  return words.slice(place, place + way.length).every((word) => !word.used && !protectedMark.has(word));
}

/** Takes the names of one kind out of a question. @param kind how the explanation names them: “contact: ”. */
export function takeNames(
  words: readonly Word[],
  negative: readonly boolean[],
  names: readonly Name[],
  kind: string,
): Wanted {
  const wanted: string[] = [];
  const unwanted: string[] = [];
  for (const met of namesMet(words, names)) {
    if (!isFree(words, met)) continue;
    // A first name or surname alone is meant only as it is spelt.
    if (met.way.length === 1 && words[met.place]?.text !== met.way[0]) continue;
    use(words, met.place, met.way.length, `${kind}${negative[met.place] ? "not " : ""}${met.name}`);
    takeFirstName(words, met);
    const list = negative[met.place] ? unwanted : wanted;
    if (!list.includes(met.name)) list.push(met.name);
  }
  return { wanted, unwanted };
}

/** “Aprl Dunmore”: where the surname is right, a first name one slip away goes with it. */
function takeFirstName(words: readonly Word[], { name, way, place }: MetName): void {
  const before = words[place - 1];
  const [first = ""] = wordsOf(name);
  if (way.length > 1 || !before || before.used || before.text.length < 3) return;
  if (isSlipOf(`${before.text}    `, `${first}    `)) use(words, place - 1, 1, words[place]?.means);
}

/** Words of a title, whatever else they could be. */
export const protectedMark = new WeakSet<Word>();

const neverTitleFirst: ReadonlySet<string> = new Set([
  "cabinet",
  "council",
  "member",
  "scrutiny",
  "committee",
  "exempt",
]);
const neverTitleSecond: ReadonlySet<string> = new Set(["ward", "wards", "scrutiny", "committee", "member"]);

/**
 * Two words that follow one another in a title are a title’s words, whatever else they could be: “Kew Woods” is a
 * school, not the ward. They stay for the topic.
 */
export function protectTitlePhrases(
  words: readonly Word[],
  names: PlanNames,
  isEmpty: (word: string) => boolean,
): void {
  for (let place = 0; place + 1 < words.length; place++) {
    const [first, second] = [words[place], words[place + 1]];
    if (!first || !second || first.used || second.used) continue;
    if (isEmpty(first.text) || isEmpty(second.text)) continue;
    if (neverTitleFirst.has(first.text) || neverTitleSecond.has(second.text)) continue;
    const pair = `${first.text} ${second.text}`;
    if (!names.titlePairs.has(pair) || names.namePairs.has(pair)) continue;
    protectedMark.add(first);
    protectedMark.add(second);
  }
}

const knownStems = new WeakMap<PlanNames, Map<string, boolean>>();

/** Whether some title has the word, right or one slip away. Looking through every word is done once a word. */
export function knowsStem(word: string, names: PlanNames): boolean {
  const meant = stem(word);
  if (names.titleStems.has(meant)) return true;
  let known = knownStems.get(names);
  if (!known || known.size > 5_000) {
    known = new Map();
    knownStems.set(names, known);
  }
  let knows = known.get(word);
  if (knows === undefined) {
    knows = false;
    for (const candidate of names.titleStems) {
      if (isSlipOf(meant, candidate) || isSlipOf(word, candidate)) {
        knows = true;
        break;
      }
    }
    known.set(word, knows);
  }
  return knows;
}
