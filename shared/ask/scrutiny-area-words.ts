import { protectedMark, type Wanted } from "./name-words.ts";
import type { Name, PlanNames } from "./plan-names.ts";
import { findPhrase, isSlipOf, stem, use, type Word, wordsOf } from "./question-words.ts";

const saysScrutiny =
  /\b(scrutiny|scrutinise|scrutinised|committee|committees|o and s|os|overview|osc|panel|panels)\b/;
const scrutinyWords: ReadonlySet<string> = new Set([
  "scrutiny",
  "committee",
  "committees",
  "overview",
  "o",
  "s",
  "os",
  "osc",
  "panel",
  "panels",
]);

/** A committee is meant when the question says so (“scrutiny”, “committee”, “O&S”) or names it whole. */
export function readAreas(
  words: readonly Word[],
  negative: readonly boolean[],
  folded: string,
  names: PlanNames,
): Wanted {
  const says = saysScrutiny.test(folded);
  const wanted: string[] = [];
  const unwanted: string[] = [];
  const add = (name: string, places: readonly number[]) => {
    const not = places.some((place) => negative[place]);
    const ofName = new Set([...wordsOf(name), "and"]);
    const isOfName = (place: number) => ofName.has(words[place]?.text ?? "") && !words[place]?.used;
    for (const place of places) {
      use(words, place, 1, `scrutiny: ${not ? "not " : ""}${name}`);
      // “Children’s Services” is said of “Children’s Services and Safeguarding”.
      for (const step of [1, -1]) {
        for (let at = place + step; isOfName(at); at += step) use(words, at, 1, `scrutiny: ${name}`);
      }
    }
    const list = not ? unwanted : wanted;
    if (!list.includes(name)) list.push(name);
  };

  for (const { name, ways } of names.areas) {
    const [whole = []] = ways;
    const place = findPhrase(words, whole);
    if (place < 0) continue;
    const span = whole.map((_, offset) => place + offset);
    // A title said word for word is the title’s, unless the question speaks of scrutiny.
    if (!says && span.every((at) => protectedMark.has(words[at] as Word))) continue;
    add(name, span);
  }
  if (says) readShortened(words, folded, names, add);
  if (says) for (const word of words) if (scrutinyWords.has(word.text)) word.used = true;
  if (!says && wanted.length + unwanted.length === 0) readDepartment(words, names, add);
  return { wanted, unwanted };
}

/** “Anything in regeneration?”: a telling word of one area that no title has, where something is in it or under it. */
function readDepartment(
  words: readonly Word[],
  names: PlanNames,
  add: (name: string, places: readonly number[]) => void,
): void {
  for (const [place, word] of words.entries()) {
    const before = words[place - 1]?.text ?? "";
    const alone = words.length <= 2;
    if (word.used || (!alone && !["in", "under", "within", "across"].includes(before))) continue;
    if (word.text.length < (alone ? 5 : 6) || names.titleStems.has(stem(word.text))) continue;
    const areas = names.areas.filter(({ ways }) =>
      ways.some((way) => way.length === 1 && way[0] === word.text),
    );
    const [only] = areas;
    if (only && areas.length === 1) add(only.name, [place]);
  }
}

/** “Regen scrutiny”, “adult wellbeing O&S”: the area whose telling words the question says most of. */
function readShortened(
  words: readonly Word[],
  folded: string,
  names: PlanNames,
  add: (name: string, places: readonly number[]) => void,
): void {
  for (let round = 0; round < 3; round++) {
    const said = names.areas
      .map((area) => ({ name: area.name, places: placesOf(words, area) }))
      .filter(({ places }) => places.length > 0)
      .sort((a, b) => b.places.length - a.places.length);
    const [best] = said;
    if (!best) return;
    const most = said.filter(
      ({ places }) =>
        places.length === best.places.length && places.every((place) => best.places.includes(place)),
    );
    for (const { name, places } of most) add(name, places);
    if (!/\b(and|or)\b/.test(folded)) return;
  }
}

const tellingWordsOf = new WeakMap<Name, readonly string[]>();

function placesOf(words: readonly Word[], area: Name): number[] {
  let telling = tellingWordsOf.get(area);
  if (!telling) {
    telling = area.ways.filter((way) => way.length === 1).map(([word = ""]) => word);
    tellingWordsOf.set(area, telling);
  }
  return words.flatMap((word, place) => {
    if (word.used || word.text.length < 4 || protectedMark.has(word)) return [];
    // “Which the public cannot see” is no committee’s name.
    const next = words[place + 1]?.text ?? "";
    if (
      word.text === "public" &&
      (words[place - 1]?.text === "in" || /^(?:can|cant|cannot|will|wont|may|session)$/.test(next))
    )
      return [];
    const isTelling = telling?.some(
      (meant) =>
        meant === word.text ||
        isSlipOf(word.text, meant) ||
        (word.text.length >= 5 && meant.startsWith(word.text)) ||
        (meant.length >= 5 && word.text.startsWith(meant)),
    );
    return isTelling ? [place] : [];
  });
}
