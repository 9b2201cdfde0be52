import { isEmptyWord } from "./empty-words.ts";
import { knowsStem, protectedMark } from "./name-words.ts";
import type { PlanNames } from "./plan-names.ts";
import { findWords, type Word, wordsOf } from "./question-words.ts";
import { synonyms, synonymWords } from "./synonyms.ts";

/** Phrases of several words with a meaning of their own, longest first: “looked after children”. */
const phrases = synonyms
  .flat()
  .map(wordsOf)
  .filter((words) => words.length > 1)
  .sort((a, b) => b.length - a.length);
const phrasesByFirstWord = new Map<string, string[][]>();
for (const phrase of phrases) {
  const [first = ""] = phrase;
  phrasesByFirstWord.set(first, [...(phrasesByFirstWord.get(first) ?? []), phrase]);
}

const kept = new WeakSet<Word>();

/** Words of a phrase with a meaning of its own stay together for the topic, whatever each could be alone. */
export function keepPhrases(words: readonly Word[], names: PlanNames): void {
  for (const word of words) {
    if (word.used) continue;
    for (const phrase of phrasesByFirstWord.get(word.text) ?? []) {
      const place = findWords(words, phrase, words.indexOf(word));
      if (place !== words.indexOf(word)) continue;
      // “Adult social care” is also a committee’s or a Cabinet Member’s name: those are read first.
      if (phrase.slice(1).some((part, at) => names.namePairs.has(`${phrase[at]} ${part}`))) continue;
      for (const part of words.slice(place, place + phrase.length)) {
        kept.add(part);
        protectedMark.add(part);
      }
      break;
    }
  }
}

export interface Topic {
  /** Words that the title must be about; `|` stands between alternatives. */
  readonly topic: string[];
  readonly notTopic: string[];
  /** Whether some title has one of the words. */
  readonly topicKnown: boolean;
}

const markers: ReadonlySet<string> = new Set([
  "about",
  "regarding",
  "concerning",
  "re",
  "on",
  "involving",
  "mentioning",
  "of",
  "for",
]);

/** What is left of a question is what it is about. @param mayBeFraming whether the question narrows without a topic too. */
export function readTopic(
  words: readonly Word[],
  negative: readonly boolean[],
  names: PlanNames,
  mayBeFraming: boolean,
): Topic {
  const isKnown = (word: string) => knowsStem(word, names) || synonymWords.has(word);
  let left = words
    .map((word, place) => ({ word, place }))
    .filter(({ word }) => !word.used && (kept.has(word) || !isEmptyWord(word.text)));
  // Before “about”, a word that no title has only leads up to the topic: “the juicy bits about libraries”.
  const marker = words.findLastIndex(
    ({ text, used }, place) => !used && markers.has(text) && left.some((one) => one.place > place),
  );
  if (marker >= 0) left = left.filter(({ word, place }) => place > marker || isKnown(word.text));
  // Where something else narrows, a word that no title has counts only where a topic would stand.
  if (mayBeFraming)
    left = left.filter(({ word, place }) => isKnown(word.text) || standsAsTopic(words, place));
  // “Recently”, “formally”: how, not what.
  left = left.filter(({ word }) => isKnown(word.text) || !/ly$|^\d+$/.test(word.text));
  // “The council” is who speaks, unless a title’s own words follow.
  left = left.filter(
    ({ word, place }) =>
      word.text !== "council" || protectedMark.has(word) || left.some((one) => one.place === place + 1),
  );
  // “Private hire drivers”: whom it touches, where no title says so and the rest tells what it is about.
  const rest = left.filter(
    ({ word }) => !goesAlong.has(word.text) || kept.has(word) || knowsStem(word.text, names),
  );
  if (rest.some(({ word }) => isKnown(word.text))) left = rest;
  // “The 20mph zones are barmy”: what somebody thinks of it.
  const thinks = left.filter(
    ({ word, place }) => !thought.has(words[place - 1]?.text ?? "") || isKnown(word.text),
  );
  if (thinks.length > 0) left = thinks;
  const wanted = left.filter(({ place }) => negative[place] !== true);
  for (const { word, place } of left)
    word.means ??= negative[place] ? `not about “${word.text}”` : `about “${word.text}”`;
  return {
    topic: withAlternatives(words, wanted),
    notTopic: withAlternatives(
      words,
      left.filter(({ place }) => negative[place] === true),
    ),
    topicKnown: wanted.some(({ word }) => knowsStem(word.text, names)),
  };
}

/** Words that go along with a topic and narrow it no further, unless a title has them. Editable. */
const goesAlong: ReadonlySet<string> = new Set(
  "cars drivers owners users holders customers people families kids youngsters folk pensioners issues issue problem problems situation proposals proposal plans changes scheme schemes project projects works streets roads locally nearby thing".split(
    " ",
  ),
);

/** After these stands what somebody thinks, and not what an item is about, unless a title has it. */
const thought: ReadonlySet<string> = new Set([
  "are",
  "is",
  "was",
  "were",
  "so",
  "too",
  "very",
  "really",
  "seems",
  "sounds",
]);

const beforeTopics: ReadonlySet<string> = new Set([
  "about",
  "regarding",
  "concerning",
  "re",
  "on",
  "with",
  "involving",
  "mentioning",
  "any",
  "to",
  "for",
]);
const afterTopics: ReadonlySet<string> = new Set([
  "items",
  "item",
  "decisions",
  "decision",
  "stuff",
  "reports",
  "report",
  "things",
  "matters",
]);

/** “On trams”, “tram items”, or hardly anything else in the question. */
function standsAsTopic(words: readonly Word[], place: number): boolean {
  if (words.length <= 4) return true;
  let before = place - 1;
  while (
    before >= 0 &&
    (words[before]?.text === "the" ||
      words[before]?.text === "a" ||
      words[before]?.means?.startsWith("about"))
  )
    before--;
  return beforeTopics.has(words[before]?.text ?? "") || afterTopics.has(words[place + 1]?.text ?? "");
}

/** No title is about more words than this. */
const longestTopic = 20;

/** The topic’s words, with `|` where an “or” stands between two of them, `&` where an “and” does. */
function withAlternatives(
  words: readonly Word[],
  left: readonly { readonly word: Word; readonly place: number }[],
): string[] {
  const topic: string[] = [];
  const said = new Set<string>();
  let before = -1;
  for (const { word, place } of left) {
    if (said.has(word.text) || said.size >= longestTopic) continue;
    said.add(word.text);
    const between = before < 0 ? [] : words.slice(before + 1, place);
    const inPhrase = kept.has(word);
    if (!inPhrase && between.some(({ text }) => text === "or")) topic.push("|");
    else if (!inPhrase && between.length === 1 && between[0]?.text === "and") topic.push("&");
    topic.push(word.text);
    before = place;
  }
  return topic;
}
