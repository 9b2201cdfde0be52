/**
 * Letters of other alphabets that look like ours. Extraction from scanned papers puts them in place of Latin
 * letters, and Unicode's own normal forms do not fold them. Editable data: letter, then what it looks like.
 */
const lookAlikes: ReadonlyMap<string, string> = new Map(
  Object.entries({
    // Cyrillic
    А: "A",
    В: "B",
    Е: "E",
    З: "3",
    І: "I",
    Ј: "J",
    К: "K",
    М: "M",
    Н: "H",
    О: "O",
    Р: "P",
    С: "C",
    Ѕ: "S",
    Т: "T",
    У: "Y",
    Х: "X",
    а: "a",
    е: "e",
    і: "i",
    ј: "j",
    о: "o",
    р: "p",
    с: "c",
    ѕ: "s",
    у: "y",
    х: "x",
    // Greek
    Α: "A",
    Β: "B",
    Ε: "E",
    Ζ: "Z",
    Η: "H",
    Ι: "I",
    Κ: "K",
    Μ: "M",
    Ν: "N",
    Ο: "O",
    Ρ: "P",
    Τ: "T",
    Υ: "Y",
    Χ: "X",
    ο: "o",
    ν: "v",
  }),
);

const otherAlphabet = /[\p{Script=Cyrillic}\p{Script=Greek}]/u;
const word = /[\p{L}\p{M}\p{N}]+/gu;

/** A text with its look-alikes folded, and whether letters of another alphabet remain. */
export interface Folded {
  readonly text: string;
  readonly folded: boolean;
  /** The first word that could not be folded because some of its letters look like none of ours. */
  readonly foreign: string | null;
}

/** Folds look-alike letters, word by word: a word that holds a letter unlike any of ours is left as it is. */
export function foldLookAlikes(text: string): Folded {
  if (!otherAlphabet.test(text)) return { text, folded: false, foreign: null };
  let folded = false;
  let foreign: string | null = null;
  const result = text.replace(word, (found) => {
    if (!otherAlphabet.test(found)) return found;
    const letters = [...found].map((letter) => lookAlikes.get(letter) ?? letter);
    if (letters.some((letter) => otherAlphabet.test(letter))) {
      foreign ??= found;
      return found;
    }
    folded = true;
    return letters.join("");
  });
  return { text: result, folded, foreign };
}
