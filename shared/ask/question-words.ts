/** A word of a question, folded for comparing. `used` once something has understood it. */
export interface Word {
  readonly text: string;
  used: boolean;
  /** What it was taken for, in words, once something has understood it. */
  means?: string;
}

/** The longest question that is read; the rest of a longer one is not looked at. */
export const longestQuestion = 2_000;

/** Folds a text for comparing: lower case, no accents, apostrophes dropped, `&` as “and”, other marks as spaces. */
export function fold(text: string): string {
  return (
    text
      .normalize("NFKD")
      .replace(/\p{M}/gu, "")
      .toLowerCase()
      // “The officer’s” is the officer; “what’s” is what is.
      .replace(/(?<!\b(?:what|who|when|where|how|it|that|there|here|let|why))['’‘`]s\b/g, "")
      .replace(/['’‘`]/g, "")
      .replace(/&/g, " and ")
      .replace(/[^a-z0-9/]+/g, " ")
      .trim()
  );
}

/** The words of a text, folded. */
export function wordsOf(text: string): string[] {
  const folded = fold(text);
  return folded === "" ? [] : folded.split(" ");
}

/**
 * A crude stem, so that “schools” finds “school” and “parking” finds “parks”: enough for titles, never shown.
 */
export function stem(word: string): string {
  if (word.length <= 3) return word;
  const singular = word.replace(/ies$/, "y").replace(/([^su])s$/, "$1");
  return singular.length >= 9 ? singular.replace(/(ing|ed)$/, "") : singular;
}

/** Whether two words are the same but for one slip of typing (one letter more, less, other, or two swapped). */
export function isSlipOf(typed: string, meant: string): boolean {
  if (typed === meant) return true;
  if (Math.min(typed.length, meant.length) < 5 || Math.abs(typed.length - meant.length) > 1) return false;
  let start = 0;
  while (start < typed.length && typed[start] === meant[start]) start++;
  let [a, b] = [typed.length - 1, meant.length - 1];
  while (a >= start && b >= start && typed[a] === meant[b]) {
    a--;
    b--;
  }
  const [restTyped, restMeant] = [a - start + 1, b - start + 1];
  if (restTyped <= 1 && restMeant <= 1) return true;
  return (
    restTyped === 2 &&
    restMeant === 2 &&
    typed[start] === meant[start + 1] &&
    typed[start + 1] === meant[start]
  );
}

/**
 * Finds a name in the question: its words one after another, unused, each right or one slip away.
 * @returns the place of the first word, or -1.
 */
export function findPhrase(words: readonly Word[], name: readonly string[], from = 0): number {
  if (name.length === 0) return -1;
  for (let place = from; place + name.length <= words.length; place++) {
    const matches = name.every((part, offset) => {
      const word = words[place + offset];
      return word !== undefined && !word.used && isSlipOf(word.text, part);
    });
    if (matches) return place;
  }
  return -1;
}

/** Marks words as understood. @param means what they were taken for, as the explanation of an answer says it. */
export function use(words: readonly Word[], place: number, count: number, means?: string): void {
  for (const word of words.slice(place, place + count)) {
    word.used = true;
    if (means !== undefined) word.means = means;
  }
}

/** Finds the first place where a phrase stands word for word among words that are free, or -1. */
export function findWords(words: readonly Word[], phrase: readonly string[], from = 0): number {
  for (let place = from; place + phrase.length <= words.length; place++) {
    if (phrase.every((part, offset) => words[place + offset]?.text === part && !words[place + offset]?.used))
      return place;
  }
  return -1;
}
