/** A word of a question, folded for comparing. `used` once something has understood it. */
export interface Word {
  readonly text: string;
  used: boolean;
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

/** The words of a question, none understood yet. */
export function questionWords(text: string): Word[] {
  return wordsOf(text.slice(0, longestQuestion)).map((word) => ({ text: word, used: false }));
}

/** Words that carry no meaning of their own in a question about the plan. */
const emptyWords = new Set(
  (
    "a about after again all also am an and any anything are as at be been being but by can come coming could did do does " +
    "due during every for forward from get give go goes going had has have he her his how i if in into is it its item items " +
    "know let list look many me more my need next of on one or our out over plan please see she should show so some something " +
    "tell than that the their them then there these they thing things this to up upcoming us want was we were what whats when " +
    "where which who whom whose why will with would you your decision decisions decided decide deciding meeting scheduled " +
    "taken taking being made make report reports key happening date ward wards borough area listed find detail details " +
    "hello hi thanks thank contact contacts full affect affects affecting impact impacts impacting touch touches relevant relating relate concerning " +
    "regarding concern concerns involving involve involves still currently now today just really actually possibly maybe think hear heard see seen " +
    "word latest status position story progress before during per put say says said listing consider considered considering discuss discussed " +
    "discussing debated debate agenda pipeline matters matter regards around within through across same those them it its one ones another else very " +
    "much quick quickly plus too back here off per each every both either either any everything nothing something someone anyone people resident " +
    "residents member members councillor councillors cllr officer officers consulted consultation consult consulting consultees consultee maker makers " +
    "criteria criterion paragraph because dont didnt isnt arent whos whens wheres whys hows ive im id ill theyre were weve does doing done did get gets " +
    "got need needs want wants like would could should might must shall also then than but or nor yes no ok okay hey speak talk ring call phone email " +
    "write telephone tel mobile number address name names details comment comments object objection objections representation representations views view " +
    "respond say stuff big main important major upcoming forthcoming planned expected expects future held place under leading lead leads responsible handling handles dealing deals " +
    "decides decider dates days day tell told look looking find finding start starts starting yet whether remain remaining left next last affected happens happen happened happening originally covers cover covering update updates pre scrutinise scrutinised notice given biggest complain order " +
    "time times made timetable soon soonest later sooner early late"
  ).split(" "),
);

export function isEmptyWord(word: string): boolean {
  return emptyWords.has(word);
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

/** Marks words as understood. */
export function use(words: readonly Word[], place: number, count: number): void {
  for (const word of words.slice(place, place + count)) word.used = true;
}
