import { isFree, type MetName, namesMet } from "./name-words.ts";
import type { PlanNames } from "./plan-names.ts";
import type { Query } from "./query.ts";
import { findWords, stem, use, type Word, wordsOf } from "./question-words.ts";
import type { Knowledge } from "./reading.ts";
import { everydayWards, townWards } from "./town-wards.ts";

export type WardFilters = Pick<Query, "wards" | "notWards" | "town" | "wardsOnly" | "boroughWide">;

const boroughWidePhrases = [
  "all wards",
  "all ward",
  "all the wards",
  "every ward",
  "whole borough",
  "whole council area",
  "whole council",
  "whole authority",
  "whole city",
  "whole district",
  "whole county",
  "whole of the borough",
  "borough wide",
  "boroughwide",
  "entire borough",
  "across the borough",
  "everywhere",
  "council wide",
  "all of the borough",
].map(wordsOf);

const towns = Object.keys(townWards).map((name) => ({ name, ways: [wordsOf(name)] }));
const onlyWords: ReadonlySet<string> = new Set([
  "only",
  "just",
  "specific",
  "specifically",
  "solely",
  "exclusively",
  "particular",
  "purely",
  "alone",
]);

/** Words of a ward’s name, whatever else they could be: “March End” is no month. */
export const wardMark = new WeakSet<Word>();

/** Marks the ward names of several words, said whole, before days are read. */
export function markWardNames(words: readonly Word[], names: PlanNames): void {
  for (const { place, way } of namesMet(words, names.wards)) {
    if (way.length < 2) continue;
    const said = words.slice(place, place + way.length);
    if (said.every(({ text }, at) => text === way[at])) for (const word of said) wardMark.add(word);
  }
}

/** Where: wards by name, towns, all wards, only those wards, my ward. */
export function readWards(
  words: readonly Word[],
  negative: readonly boolean[],
  folded: string,
  { names, myWard }: Knowledge,
): WardFilters {
  const wanted = new Set<string>();
  const unwanted = new Set<string>();
  let town: string | null = null;
  let boroughWide = false;
  let wardsOnly =
    /\b(only|specific to|specifically|just|solely|exclusively|in particular|purely|alone)\b/.test(folded);

  for (const phrase of boroughWidePhrases) {
    for (let place = findWords(words, phrase); place >= 0; place = findWords(words, phrase, place + 1)) {
      if (negative[place]) wardsOnly = true;
      else boroughWide = true;
      use(words, place, phrase.length, negative[place] ? "not for all wards" : "all wards");
    }
  }
  if (
    /\b(borough wide|boroughwide|all wards) (ones |items |stuff )?(excluded|left out|removed|aside)\b/.test(
      folded,
    )
  ) {
    wardsOnly = true;
    boroughWide = false;
  }
  // “For Kew, counting those for all wards” is what a ward means anyway.
  if (
    /\b(?:counting|including|with|plus|as well as) (?:the |those |ones |items |that are |for |affecting |in )*(?:all wards|borough ?wide|the whole borough)/.test(
      folded,
    ) &&
    namesMet(words, names.wards).length > 0
  )
    boroughWide = false;
  if (wardsOnly && /\bnot (the )?(borough wide|whole borough|all wards)\b/.test(folded)) boroughWide = false;

  for (const met of namesMet(words, names.wards)) {
    if (!isFree(words, met) || !isMeantAsPlace(words, met, names.titleStems)) continue;
    const not = negative[met.place] === true;
    use(words, met.place, met.way.length, `${not ? "not " : ""}${met.name} ward`);
    (not ? unwanted : wanted).add(met.name);
  }
  for (const met of namesMet(words, towns)) {
    if (!isFree(words, met)) continue;
    const wards = townWards[met.name] ?? [];
    use(
      words,
      met.place,
      met.way.length,
      `${negative[met.place] ? "not " : ""}${met.name}: ${wards.join(", ")}`,
    );
    if (negative[met.place]) for (const ward of wards) unwanted.add(ward);
    else {
      town = met.name;
      for (const ward of wards) wanted.add(ward);
    }
  }
  const mine = /\b(my|our) (own )?(ward|area|patch|division|neck of the woods)\b/.test(folded);
  if (mine) {
    for (const [place, word] of words.entries())
      if (["my", "our"].includes(word.text)) use(words, place, 2, myWard ? `${myWard} ward` : "my ward");
    if (myWard !== undefined) wanted.add(myWard);
  }
  const unknown = wanted.size + unwanted.size === 0 && !mine ? wardNotInPlan(words) : null;
  if (unknown) {
    use(words, unknown.place, unknown.length, `${unknown.name} ward, which no item names`);
    (negative[unknown.place] ? unwanted : wanted).add(unknown.name);
  }
  const any = wanted.size > 0 || unwanted.size > 0;
  for (const [place, word] of words.entries()) {
    if (word.text === "ward" || word.text === "wards") word.used = true;
    if (onlyWords.has(word.text)) use(words, place, 1, any && wardsOnly ? "not for all wards" : undefined);
  }
  return {
    wards: [...wanted],
    notWards: [...unwanted],
    town,
    wardsOnly:
      wardsOnly &&
      (wanted.size > 0 ||
        (!boroughWide &&
          !any &&
          /\ball wards?\b|\beverywhere\b|\bevery ward\b|\bwhole (?:council|authority|city|district|county)\b|\b(?:just|only) (?:ours|mine|us)\b|\bwhole borough\b|\bborough ?wide\b|\bmy ward\b|\bentire borough\b|\b(?:only|just|specific|specifically) (?:\w+ ){0,3}?(?:for |in |to |about )?(?:that|this|those|these|the one|the same|our|the) wards?\b|\b(?:that|this|those|these) wards? (?:only|alone)\b/.test(
            folded,
          ))),
    boroughWide,
  };
}

const framing: ReadonlySet<string> = new Set(
  "which what my our any all every the this that each one two single specific particular same other another a an no of in for by per only just your their and or not affected wards new".split(
    " ",
  ),
);

/** “Greystone ward”, where no item names Greystone: the word or two before “ward” that nothing has understood. */
function wardNotInPlan(words: readonly Word[]): { place: number; length: number; name: string } | null {
  for (const [place, word] of words.entries()) {
    if (word.text !== "ward") continue;
    const before = words[place - 1];
    if (!before || before.used || framing.has(before.text) || before.text.length < 4) continue;
    return { place: place - 1, length: 1, name: before.text.replace(/^./, (letter) => letter.toUpperCase()) };
  }
  return null;
}

/**
 * Whether a ward’s name is said as a place. Names that are everyday words, or words of some title too, need a word
 * that points at a place; a slip that is a word of some title is that word.
 */
function isMeantAsPlace(
  words: readonly Word[],
  { place, way }: MetName,
  titleStems: ReadonlySet<string>,
): boolean {
  if (way.length > 1) return true;
  const [name = ""] = way;
  const said = words[place]?.text ?? "";
  const before = words[place - 1]?.text ?? "";
  const after = words[place + 1]?.text ?? "";
  if (said !== name && titleStems.has(stem(said))) return false;
  if (after === "ward" || after === "wards" || before === "ward") return true;
  if (everydayWards.has(name)) {
    const ends = after === "" || ["only", "and", "or", "please", "alone", "specifically"].includes(after);
    // “In Linacre or Derby”: what stands beside a ward is one too.
    const beside = /ward$/.test(words[place - 2]?.means ?? "") && ["and", "or", "nor"].includes(before);
    const speaksOfWards = words.some(({ text }) => /^(?:wards?|councillors?)$/.test(text));
    return (
      ((placeWords.has(before) || beside) && (ends || speaksOfWards)) ||
      (words.length <= 3 && ["and", "about", "or"].includes(before) && after === "")
    );
  }
  if (!titleStems.has(stem(name))) return true;
  // “About Bellfield” is what a title is about; “what about Bellfield” asks for the place.
  const article = before === "the" ? (words[place - 2]?.text ?? "") : before;
  const asksAnew = ["what", "how", "and"].includes(words[place - (before === "the" ? 3 : 2)]?.text ?? "");
  // “Only about Saltmarsh” is a ward’s too.
  if (before === "about" && onlyWords.has(words[place - 2]?.text ?? "")) return true;
  return before !== "the" && (!["about", "regarding", "concerning"].includes(article) || asksAnew);
}

const placeWords: ReadonlySet<string> = new Set([
  "in",
  "affect",
  "affects",
  "affecting",
  "around",
  "near",
  "for",
  "only",
  "just",
  "to",
  "hits",
  "touching",
  "covering",
]);
