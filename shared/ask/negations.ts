import { isEmptyWord } from "./empty-words.ts";
import type { Word } from "./question-words.ts";

const negators: ReadonlySet<string> = new Set([
  "not",
  "except",
  "excepting",
  "excluding",
  "excl",
  "without",
  "non",
  "isnt",
  "arent",
  "wont",
  "dont",
  "doesnt",
  "exclude",
  "omit",
  "omitting",
  "bar",
  "barring",
  "minus",
  "ignoring",
  "ignore",
  "skip",
  "skipping",
  "neither",
  "nor",
  "outside",
  "never",
  "nothing",
  "no",
  "unless",
]);

const pairs: ReadonlySet<string> = new Set([
  "other than",
  "apart from",
  "aside from",
  "anyone but",
  "anybody but",
  "somebody but",
  "anything but",
  "all but",
  "everything but",
  "rather than",
  "instead of",
  "leave out",
  "leaving out",
  "leave off",
  "dont bother",
  "dont include",
  "dont want",
  "dont need",
  "dont show",
  "dont give",
  "dont list",
  "leaving aside",
  "setting aside",
  "putting aside",
  "leave aside",
  "set aside",
  "take away",
  "save for",
  "take out",
]);

const filters: ReadonlySet<string> = new Set(
  "exempt private confidential open ward wards borough".split(" "),
);
const opensDays: ReadonlySet<string> = new Set([
  "in",
  "on",
  "during",
  "before",
  "after",
  "until",
  "next",
  "this",
  "at",
]);

/** “Not private for Kew”: what follows is wanted, but after “not Kew or for Linacre”. */
const opensMore: ReadonlySet<string> = new Set(
  "for affecting about going decided with under within up by from due expected scheduled relating concerning citing led touching specific coming behind ahead".split(
    " ",
  ),
);
const joins: ReadonlySet<string> = new Set(["or", "nor", "and", "not", "except", "excluding"]);

const opensAnother: ReadonlySet<string> = new Set(
  "goes go going is are that which affects affecting decided due coming to in on for at has have with ahead before after behind within under during by from until this next where led relating concerning".split(
    " ",
  ),
);
/** “Drop the exempt ones”, at the beginning. */
const dropping: ReadonlySet<string> = new Set("drop remove strip lose bin ditch scrap cut filter".split(" "));

const enders: ReadonlySet<string> = new Set(
  "but only instead that which what when where just please".split(" "),
);
const items: ReadonlySet<string> = new Set(
  "those ones items decisions reports any anything everything them all matters".split(" "),
);
const excluders: ReadonlySet<string> = new Set(
  "except excepting excluding excl exclude omit omitting bar barring minus ignoring ignore skip skipping".split(
    " ",
  ),
);

/** Which words stand under a “not”: from the negation to “but”, “and only”, or the end. */
export function negations(words: readonly Word[]): boolean[] {
  const negative: boolean[] = words.map(() => false);
  let under = 0;
  /** Whether the “not” has met something to be about. */
  let covers = false;
  /** Whether items are left out, and not only said to be otherwise. */
  let excludes = false;
  for (const [place, word] of words.entries()) {
    // The second word of “everything but” ends nothing.
    if (word.means === "not") continue;
    const next = words[place + 1]?.text ?? "";
    const before = words[place - 1]?.text ?? "";
    const pair =
      pairs.has(`${word.text} ${next}`) ||
      (place <= 2 &&
        dropping.has(word.text) &&
        ["the", "out", "any", "all", "those", "anything"].includes(next));
    if (negators.has(word.text) || pair) {
      // “Why not”, “do not know”, “if not” and “no longer” exclude nothing.
      if (word.text === "not" && ["why", "if", "know", "sure", "or", "whether"].includes(before)) continue;
      if (word.text === "not" && ["sure", "know", "just", "only"].includes(next)) continue;
      if (word.text === "dont" && ["know", "understand", "think", "suppose", "mind", "see"].includes(next))
        continue;
      if (
        word.text === "no" &&
        (["longer", "idea", "doubt", "one", "later", "matter"].includes(next) ||
          (place === 0 && words.length > 8))
      )
        continue;
      if (word.text === "nothing" && ["in", "on", "about", "for", "to", "left", "else"].includes(next))
        continue;
      // “Leave out those without …”, “excluding what is not …”: not not.
      const twice = under > 0 && !covers && excludes && !["or", "nor", "and"].includes(before);
      under = twice ? 0 : 8;
      covers = false;
      // “Non-exempt items of …” negates one word.
      if (word.text === "non") under = 1;
      excludes = pair || excluders.has(word.text);
      word.used = true;
      word.means = "not";
      if (pair) {
        const second = words[place + 1];
        if (second) {
          second.used = true;
          second.means = "not";
        }
      }
      continue;
    }
    // “Everything bar Cabinet in April” leaves out Cabinet, not April.
    if (under > 0 && covers && (opensDays.has(word.text) || (opensMore.has(word.text) && !joins.has(before))))
      under = 0;
    // “Not exempt and goes to Cabinet”: what follows is another thing that is wanted.
    if (under > 0 && covers && word.text === "and" && opensAnother.has(next)) under = 0;
    // “Leave out those that are exempt” goes on after “that”.
    const goesOn = excludes && !covers && ["that", "which", "who"].includes(word.text) && items.has(before);
    if (enders.has(word.text) && !goesOn) under = 0;
    if (under > 0) {
      negative[place] = true;
      under -= 1;
      if (!isEmptyWord(word.text) || filters.has(word.text)) covers = true;
    }
  }
  return negative;
}
