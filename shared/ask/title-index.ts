import type { PublishedItem } from "../contracts/answer.ts";
import { inPlanOrder } from "../rules/forward-plan/forward-plan.ts";
import { isSlipOf, stem, wordsOf } from "./question-words.ts";
import { looseWords, synonyms, widerWords } from "./synonyms.ts";

/** The items of an edition in the order of every list, and where in that order each word of a title stands. */
export interface TitleIndex {
  readonly ordered: readonly PublishedItem[];
  /** Stem → places of the items whose title has it. */
  readonly places: ReadonlyMap<string, ReadonlySet<number>>;
  /** The stems of each title, in order. */
  readonly titles: readonly (readonly string[])[];
  /** Titles with a word one slip away from one that no title has; looked for once a word. */
  readonly slips: Map<string, ReadonlySet<number>>;
  /** Which places pass a filter, by what the filter says. */
  readonly masks: Map<string, Uint8Array>;
}

const indexes = new WeakMap<readonly PublishedItem[], TitleIndex>();

/** The index of an edition’s items; made once for the same array. */
export function titleIndexOf(items: readonly PublishedItem[]): TitleIndex {
  const made = indexes.get(items);
  if (made) return made;
  const ordered = inPlanOrder(items);
  const places = new Map<string, Set<number>>();
  const titles = ordered.map((item) => wordsOf(item.title).map(stem));
  for (const [place, stems] of titles.entries()) {
    for (const meant of stems) {
      const found = places.get(meant);
      if (found) found.add(place);
      else places.set(meant, new Set([place]));
    }
  }
  const index = { ordered, places, titles, slips: new Map(), masks: new Map() };
  indexes.set(items, index);
  return index;
}

/**
 * Where the titles are that a topic is about. `|` parts alternatives; “and” asks for both, or for either where no title
 * is about both.
 */
export function placesAboutTopic(topic: readonly string[], index: TitleIndex): ReadonlySet<number> {
  const alternatives = partedAt(topic, "|");
  if (alternatives.length === 1 && !topic.includes("&")) return together(topic, index);
  const found = new Set<number>();
  for (const alternative of alternatives) {
    const parts = partedAt(alternative, "&");
    const whole = together(parts.flat(), index);
    const places =
      whole.size > 0 || parts.length === 1 ? [whole] : parts.map((part) => together(part, index));
    for (const some of places) for (const place of some) found.add(place);
  }
  return found;
}

/** What a question leaves out: titles about any of its alternatives, each with all its words; where none is, any word. */
export function placesLeftOut(topic: readonly string[], index: TitleIndex): ReadonlySet<number> {
  const found = new Set<number>();
  for (const part of partedAt(topic, "|").flatMap((some) => partedAt(some, "&"))) {
    const whole = together(part, index);
    const some = whole.size > 0 ? [whole] : topicPhrases(part).map(({ ways }) => placesAbout(ways, index));
    for (const places of some) for (const place of places) found.add(place);
  }
  return found;
}

/**
 * Where all phrases of a topic stand together. Loose words (“scheme”, “plans”) and words that no title has beside
 * others that titles do have are let go; a topic of which nothing is known finds nothing.
 */
function together(topic: readonly string[], index: TitleIndex): ReadonlySet<number> {
  const phrases = topicPhrases(topic).map(({ said, ways }) => ({ said, found: placesAbout(ways, index) }));
  const isLoose = (said: readonly string[]) =>
    said.every((word) => looseWords.has(word) || /^\d+$/.test(word));
  const firm = phrases.filter(({ said }) => !isLoose(said));
  if (firm.length === 0) return intersection(phrases.map(({ found }) => found));
  const known = firm.filter(({ found }) => found.size > 0);
  const letGo = known.length >= 2 && known.length > firm.length - known.length;
  let kept = intersection((letGo ? known : firm).map(({ found }) => found));
  for (const { said, found } of phrases) {
    if (!isLoose(said) || found.size === 0) continue;
    const narrowed = intersection([kept, found]);
    if (narrowed.size > 0) kept = narrowed;
  }
  return kept;
}

function intersection(sets: readonly ReadonlySet<number>[]): ReadonlySet<number> {
  const [first, ...others] = [...sets].sort((a, b) => a.size - b.size);
  if (!first) return nowhere;
  if (others.length === 0) return first;
  const both = new Set<number>();
  for (const place of first) if (others.every((other) => other.has(place))) both.add(place);
  return both;
}

function partedAt(topic: readonly string[], mark: string): string[][] {
  const parts: string[][] = [[]];
  for (const word of topic) {
    if (word === mark) parts.push([]);
    else parts.at(-1)?.push(word);
  }
  return parts;
}

const nowhere: ReadonlySet<number> = new Set();

/** Where the titles are that are about a phrase: all words of one way to say it stand in them, each right or one slip away. */
function placesAbout(ways: readonly (readonly string[])[], index: TitleIndex): ReadonlySet<number> {
  let about: ReadonlySet<number> = nowhere;
  for (const [number, way] of ways.entries()) {
    const found = intersection(
      way.map((word) => {
        const meant = stem(word);
        // Only what was typed, the first way, can be a slip; the other ways are ours.
        return index.places.get(meant) ?? (number === 0 ? slipsOf(word, index) : nowhere);
      }),
    );
    if (found.size === 0) continue;
    if (number > 0 && way.length > 1) {
      // “Home care” is not every title with a home and care in it.
      const stems = way.map(stem);
      const adjacent = new Set([...found].filter((place) => standTogether(stems, index.titles[place] ?? [])));
      if (adjacent.size > 0) about = new Set([...about, ...adjacent]);
      continue;
    }
    about = about.size === 0 ? found : new Set([...about, ...found]);
  }
  return about;
}

function standTogether(stems: readonly string[], title: readonly string[]): boolean {
  return title.some((_, start) => stems.every((word, offset) => title[start + offset] === word));
}

/** Looking through every word is done once a word. */
function slipsOf(typed: string, { places, slips }: TitleIndex): ReadonlySet<number> {
  let found = slips.get(typed);
  if (!found) {
    const like = new Set<number>();
    const meant = stem(typed);
    for (const [word, at] of places)
      if (isSlipOf(meant, word) || isSlipOf(typed, word)) for (const place of at) like.add(place);
    found = like;
    if (slips.size > 5_000) slips.clear();
    slips.set(typed, found);
  }
  return found;
}

interface Phrase {
  readonly said: readonly string[];
  /** What was said first, then everything else it may be called. */
  readonly ways: readonly (readonly string[])[];
}

/** Groups the topic’s words into phrases, each with every way it may be said. */
function topicPhrases(topic: readonly string[]): Phrase[] {
  const phrases: Phrase[] = [];
  for (let place = 0; place < topic.length; ) {
    const found: { length: number; others: readonly (readonly string[])[] }[] = [];
    for (const { way, others } of waysFrom(topic[place] ?? "")) {
      if (way.every((word, offset) => isSaid(topic[place + offset], word)))
        found.push({ length: way.length, others });
    }
    const longest = Math.max(1, ...found.map(({ length }) => length));
    const said = topic.slice(place, place + longest);
    // Whatever else it may be called, it may also be called what was said.
    phrases.push({
      said,
      ways: [said, ...found.filter(({ length }) => length === longest).flatMap(({ others }) => others)],
    });
    place += longest;
  }
  return phrases;
}

interface Way {
  readonly way: readonly string[];
  readonly others: readonly (readonly string[])[];
}

const waysByFirstWord = new Map<string, Way[]>();
for (const group of synonyms) {
  const others = group.map(wordsOf);
  for (const way of others) addWay({ way, others });
}
for (const [wide, ...narrow] of widerWords) addWay({ way: wordsOf(wide), others: narrow.map(wordsOf) });

function addWay(way: Way): void {
  const [first = ""] = way.way;
  const known = waysByFirstWord.get(first);
  if (known) known.push(way);
  else waysByFirstWord.set(first, [way]);
}

const firstWords = [...waysByFirstWord.keys()].filter((word) => word.length >= 6);
const waysLike = new Map<string, readonly Way[]>();

/** The ways that begin with a word, right or one slip away. */
function waysFrom(said: string): readonly Way[] {
  const exact = waysByFirstWord.get(said);
  if (exact) return exact;
  let like = waysLike.get(said);
  if (!like) {
    like = firstWords
      .filter((word) => isSlipOf(said, word))
      .flatMap((word) => waysByFirstWord.get(word) ?? []);
    if (waysLike.size > 5_000) waysLike.clear();
    waysLike.set(said, like);
  }
  return like;
}

function isSaid(said: string | undefined, meant: string): boolean {
  return said !== undefined && (said === meant || (meant.length >= 6 && isSlipOf(said, meant)));
}
