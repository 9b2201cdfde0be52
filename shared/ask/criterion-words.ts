import { protectedMark } from "./name-words.ts";
import { use, type Word } from "./question-words.ts";

/** Nouns after which “financial” or “community” is part of what an item is about. */
const ofATopic: ReadonlySet<string> = new Set([
  "centre",
  "centres",
  "plan",
  "year",
  "services",
  "safety",
  "hub",
  "hubs",
  "assets",
  "asset",
  "grants",
  "grant",
  "governance",
  "monitoring",
  "report",
  "strategy",
  "regulations",
  "transport",
  "infrastructure",
  "or",
  "wellbeing",
  "cohesion",
  "engagement",
  "housing",
  "library",
  "libraries",
]);
const ofACriterion: ReadonlySet<string> = new Set([
  "impact",
  "impacts",
  "criterion",
  "criteria",
  "grounds",
  "reasons",
  "key",
  "test",
  "implications",
]);

export interface Criteria {
  readonly financial: boolean | null;
  readonly community: boolean | null;
}

/** The criteria that make a decision key: wanted, unwanted, or one only. */
export function readCriteria(words: readonly Word[], negative: readonly boolean[], folded: string): Criteria {
  // “Not key” is marked by neither criterion.
  if (/\b(not|arent|isnt|non) (a )?key\b(?! (on|for|by|because|under)\b)/.test(folded))
    return { financial: false, community: false };
  const financial = readCriterion(
    words,
    negative,
    "financial",
    "finance finances financially money cost costs spend spending budget cash".split(" "),
  );
  const community = readCriterion(words, negative, "community", ["communities", "community"]);
  const only =
    /\b(only|solely|purely|just) (for |on |because of )?(the )?(financial|community|money)\b|\b(financial|community|money)( impact| criterion| criteria| grounds| reasons)? (only|solely|alone)\b(?! (?:for|in|affecting|specific|to|on)\b)/.test(
      folded,
    ) && !/\b(only|just) the (financial|community)( impact)? (ones|items|decisions)\b/.test(folded);
  return {
    financial: only && community === true && financial === null ? false : financial,
    community: only && financial === true && community === null ? false : community,
  };
}

/** “With an impact on communities”, “effects on the community”. */
function isImpactOn(words: readonly Word[], place: number): boolean {
  const at = words[place - 1]?.text === "the" ? place - 2 : place - 1;
  return words[at]?.text === "on" && /^(?:impacts?|effects?|implications?)$/.test(words[at - 1]?.text ?? "");
}

/** “Key for money and communities”, “key on cost grounds”. */
function isWhyKey(words: readonly Word[], place: number): boolean {
  const link = words.findLastIndex(
    ({ text }, at) => at < place && ["for", "on", "because", "by", "key"].includes(text),
  );
  const key = words.findLastIndex(({ text }, at) => at < place && text === "key");
  return key >= 0 && link >= key && place - key <= 6;
}

function readCriterion(
  words: readonly Word[],
  negative: readonly boolean[],
  name: string,
  alsoCalled: readonly string[],
): boolean | null {
  for (const [place, word] of words.entries()) {
    if (word.used || protectedMark.has(word)) continue;
    const after = words[place + 1]?.text ?? "";
    const before = words[place - 1]?.text ?? "";
    const isOther =
      alsoCalled.includes(word.text) &&
      (ofACriterion.has(after) ||
        (before === "of" && words[place - 2]?.text === "because") ||
        isImpactOn(words, place) ||
        isWhyKey(words, place));
    const eitherWay = after === "or" && words.slice(place).some(({ text }) => text === "community");
    if ((word.text !== name && !isOther) || (ofATopic.has(after) && !eitherWay)) continue;
    const wanted = negative[place] !== true;
    use(words, place, 1, `${wanted ? "" : "not "}${name}`);
    for (const next of words.slice(place + 1, place + 3)) if (ofACriterion.has(next.text)) next.used = true;
    return wanted;
  }
  return null;
}
