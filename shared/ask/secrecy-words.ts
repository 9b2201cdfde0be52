import { type Secrecy, secrecies } from "../contracts/answer.ts";
import { protectedMark } from "./name-words.ts";
import type { Query } from "./query.ts";
import { findWords, use, type Word, wordsOf } from "./question-words.ts";

const closed: readonly Secrecy[] = ["part-exempt", "fully-exempt"];

/** How people say whether a report is open; longer phrases first. */
const phrases: readonly (readonly [readonly string[], readonly Secrecy[]])[] = (
  [
    ["at least partly exempt", closed],
    ["at least part exempt", closed],
    ["at least partly private", closed],
    ["wholly or partly exempt", closed],
    ["fully or partly exempt", closed],
    ["partly or fully exempt", closed],
    ["part or fully exempt", closed],
    ["partly or wholly exempt", closed],
    ["press and public excluded", closed],
    ["press and public will be excluded", closed],
    ["press and public be excluded", closed],
    ["public will be excluded", closed],
    ["public be excluded", closed],
    ["public excluded", closed],
    ["exclude the public", closed],
    ["excluding the public", closed],
    ["exclude the press", closed],
    ["not for publication", closed],
    ["the public cant see", closed],
    ["the public cannot see", closed],
    ["the public can not see", closed],
    ["public cant see", closed],
    ["the public wont see", closed],
    ["the public arent allowed to see", closed],
    ["hidden from the public", closed],
    ["kept from the public", closed],
    ["not open to the public", closed],
    ["part exempt", ["part-exempt"]],
    ["part exemption", ["part-exempt"]],
    ["partly exempt", ["part-exempt"]],
    ["partially exempt", ["part-exempt"]],
    ["part private", ["part-exempt"]],
    ["partly private", ["part-exempt"]],
    ["partially private", ["part-exempt"]],
    ["partly confidential", ["part-exempt"]],
    ["fully exempt", ["fully-exempt"]],
    ["full exempt", ["fully-exempt"]],
    ["wholly exempt", ["fully-exempt"]],
    ["completely exempt", ["fully-exempt"]],
    ["entirely exempt", ["fully-exempt"]],
    ["totally exempt", ["fully-exempt"]],
    ["fully private", ["fully-exempt"]],
    ["wholly private", ["fully-exempt"]],
    ["completely private", ["fully-exempt"]],
    ["fully confidential", ["fully-exempt"]],
    ["behind closed doors", closed],
    ["closed doors", closed],
    ["closed session", closed],
    ["private session", closed],
    ["pink papers", closed],
    ["part two", closed],
    ["part ii", closed],
    ["in private", closed],
    ["in secret", closed],
    ["in camera", closed],
    ["fully open", ["open"]],
    ["completely open", ["open"]],
    ["the public can see", ["open"]],
    ["can the public see", ["open"]],
    ["the public can read", ["open"]],
    ["available to the public", ["open"]],
    ["open to the public", ["open"]],
    ["open to public", ["open"]],
    ["in open session", ["open"]],
    ["in public session", ["open"]],
    ["public session", ["open"]],
    ["in public", ["open"]],
    ["in the open", ["open"]],
    ["nonexempt", ["open"]],
    ["unrestricted", ["open"]],
    ["private", closed],
    ["privately", closed],
    ["confidential", closed],
    ["exempt", closed],
    ["exempted", closed],
    ["secret", closed],
    ["secretive", closed],
    ["hush hush", closed],
    ["restricted", closed],
    ["exemption", closed],
    ["exemptions", closed],
    ["open", ["open"]],
    ["public", ["open"]],
  ] as const
).map(([phrase, meaning]) => [wordsOf(phrase), meaning] as const);

/** Words that open a topic as often as they speak of secrecy. */
const topicOpeners: ReadonlySet<string> = new Set(["private", "open", "public", "in", "restricted"]);

/** What follows where “private”, “open” or “public” is what an item is about: “private hire”, “open space”. */
const ofATopic: ReadonlySet<string> = new Set([
  "hire",
  "space",
  "spaces",
  "rented",
  "rent",
  "renting",
  "sector",
  "landlord",
  "landlords",
  "golf",
  "day",
  "days",
  "water",
  "rental",
  "housing",
  "homes",
  "health",
  "toilets",
  "conveniences",
  "realm",
  "transport",
  "house",
  "libraries",
  "library",
  "art",
  "rights",
  "land",
  "notice",
  "consultation",
  "conservatory",
  "up",
  "market",
  "markets",
  "finance",
]);

/** Words that say nothing more once a question speaks of secrecy. */
const framing: ReadonlySet<string> = new Set([
  "items",
  "item",
  "reports",
  "report",
  "ones",
  "status",
  "open",
  "exempt",
  "private",
  "public",
  "press",
  "closed",
  "confidential",
  "see",
  "read",
  "excluded",
  "session",
  "doors",
]);

/** What each ground of exemption is called without its number; counts only beside a word of secrecy. */
const groundsInWords: readonly (readonly [RegExp, number])[] = [
  [/\bidentity of an individual\b|\breveal the identity\b/, 2],
  [/\babout an individual\b|\brelating to (any|an) individual\b|\bindividuals? details\b/, 1],
  [
    /\bfinancial or business affairs\b|\bbusiness affairs\b|\bcommercial(ly)? (sensitive|reasons|grounds|confidential\w*)\b/,
    3,
  ],
  [/\blabour relations\b/, 4],
  [/\blegal (professional )?privilege\b/, 5],
  [/\b(prevention|investigation|prosecution) of crime\b/, 7],
];

/** Whether open, part or fully exempt items are wanted, and by which paragraphs. */
export function readSecrecy(
  words: readonly Word[],
  negative: readonly boolean[],
  folded: string,
): Pick<Query, "secrecy" | "paragraphs"> {
  const paragraphs = readParagraphs(words);
  let wanted: Secrecy[] | null = null;
  let left: readonly Secrecy[] = secrecies;
  for (const [phrase, meaning] of phrases) {
    for (let place = findWords(words, phrase); place >= 0; place = findWords(words, phrase, place + 1)) {
      const span = words.slice(place, place + phrase.length);
      const after = words[place + phrase.length]?.text ?? "";
      if (
        (ofATopic.has(after) && topicOpeners.has(phrase[0] ?? "")) ||
        span.some((word) => protectedMark.has(word))
      )
        continue;
      if (phrase[0] === "public" && !isAboutReports(words, place)) continue;
      const not = negative[place] === true;
      const kept = not ? secrecies.filter((one) => !meaning.includes(one)) : meaning;
      use(words, place, phrase.length, kept.map((one) => one.replace("-", " ")).join(" or "));
      if (not) left = left.filter((one) => kept.includes(one));
      else wanted = [...(wanted ?? []), ...kept];
    }
  }
  const secrecy =
    wanted === null
      ? left.length === secrecies.length
        ? []
        : left
      : secrecies.filter((one) => wanted?.includes(one) && left.includes(one));
  if (paragraphs.length > 0 || (secrecy.length > 0 && secrecy.length < 3)) {
    for (const word of words) if (framing.has(word.text) && !protectedMark.has(word)) word.used = true;
    for (const [ground, number] of groundsInWords) {
      const match = ground.exec(folded);
      if (!match) continue;
      if (paragraphs.length === 0) paragraphs.push(number);
      const said = new Set(wordsOf(match[0]));
      for (const [place, word] of words.entries())
        if (said.has(word.text)) use(words, place, 1, `paragraph ${number}`);
    }
  }
  return { secrecy: secrecy.length === secrecies.length ? [] : [...secrecy], paragraphs };
}

/** “Public items”, “is it public”: what may be read by secrecies; not “public health”. */
function isAboutReports(words: readonly Word[], place: number): boolean {
  const after = words[place + 1]?.text ?? "";
  const before = words[place - 1]?.text ?? "";
  return (
    ["items", "item", "reports", "report", "ones", "decisions", "only"].includes(after) ||
    (["it", "is", "are", "be", "made"].includes(before) && after === "")
  );
}

function readParagraphs(words: readonly Word[]): number[] {
  const paragraphs: number[] = [];
  for (const [place, word] of words.entries()) {
    if (!["paragraph", "paragraphs", "para", "paras", "schedule"].includes(word.text)) continue;
    for (const [offset, next] of words.slice(place + 1, place + 7).entries()) {
      if (!/^([1-9]|10|and|or|number|numbers|no|nos|one|two|three|four|five|six|seven)$/.test(next.text))
        break;
      const number = inWords.get(next.text) ?? Number(next.text);
      if (number >= 1) {
        paragraphs.push(number);
        use(words, place + 1 + offset, 1, `paragraph ${number}`);
      } else next.used = true;
    }
    word.used = true;
  }
  return [...new Set(paragraphs)];
}

const inWords: ReadonlyMap<string, number> = new Map(
  Object.entries({
    one: 1,
    two: 2,
    three: 3,
    four: 4,
    five: 5,
    six: 6,
    seven: 7,
  }),
);
