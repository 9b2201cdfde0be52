import type { Secrecy } from "../contracts/answer.ts";
import type { CalendarDate } from "../contracts/calendar-date.ts";
import type { Body } from "../rules/meetings/meeting.ts";
import type { Name, PlanNames } from "./plan-names.ts";
import { emptyQuery, narrows, type Query } from "./query.ts";
import { readWindow } from "./question-dates.ts";
import { findPhrase, fold, isEmptyWord, questionWords, use, type Word, wordsOf } from "./question-words.ts";

/** What a question is read against. */
export interface Knowledge {
  readonly today: CalendarDate;
  readonly names: PlanNames;
  readonly bodies: readonly Body[];
  /** Ward of the person who asks, when known. */
  readonly myWard?: string;
}

const commands = /\b(ignore|disregard|forget)\b.*\b(instruction|rule|prompt|previous|above)/;
const contentsOfExempt =
  /\b(what does|read me|show me|give me|tell me)\b.*\b(exempt|confidential|private)\b.*\b(say|report|text|contents?|figures?|bid|bidders?|price)\b/;

/** Reads a question into a query. Never throws, whatever the text. */
export function understand(text: string, knowledge: Knowledge): Query {
  const folded = fold(text.slice(0, 2_000));
  const words = questionWords(text);
  if (words.length === 0) return { ...emptyQuery, intent: "help" };
  if (commands.test(folded) || contentsOfExempt.test(folded)) return emptyQuery;
  if (/^(help|hello|hi|hey|start|what can you do|what can i ask|how does this work)\b/.test(folded)) {
    return { ...emptyQuery, intent: "help" };
  }

  const nextMeeting = readNextMeeting(folded, knowledge);
  if (nextMeeting) return nextMeeting;

  const window = readWindow(words, knowledge.today);
  const decisionMakers = readDecisionMakers(words, knowledge.names);
  const areas = readAreas(words, folded, knowledge.names);
  const officers = takeNames(words, knowledge.names.officers);
  const wards = takeNames(words, knowledge.names.wards);
  if (/\bmy ward\b/.test(folded) && knowledge.myWard) wards.push(knowledge.myWard);
  const secrecy = readSecrecy(words);
  const financial = takeWord(words, "financial");
  const community = takeWord(words, "community");
  const topic = words.filter((word) => !word.used && !isEmptyWord(word.text)).map((word) => word.text);

  const query: Query = {
    ...emptyQuery,
    intent: "forwardPlan.list",
    window,
    wards,
    wardsOnly: wards.length > 0 && /\b(only|specific to|just|not all wards)\b/.test(folded),
    areas,
    decisionMakers,
    officers,
    secrecy,
    financial,
    community,
    topic: topic.filter(
      (word) => !["only", "just", "specific", "impact", "affect", "affects", "affecting"].includes(word),
    ),
  };
  const aboutPlan =
    /\b(forward plan|plan|coming up|upcoming|items?|decisions?|anything|what|which|list|show|key)\b/.test(
      folded,
    );
  if (!narrows(query)) return aboutPlan ? query : emptyQuery;
  if (query.topic.length > 0 && asksForOne(folded)) return { ...query, intent: "forwardPlan.detail" };
  return query;
}

/** “Tell me about X”, “when is X”, “who decides X”: the detail of one item. */
function asksForOne(folded: string): boolean {
  return (
    /^(tell me (more )?about|when|who|more about|details? (of|on|about)|is|what is|whats|why)\b/.test(
      folded,
    ) && !/^what(s| is) (on|coming|up|happening|going|in)\b/.test(folded)
  );
}

function readNextMeeting(folded: string, { bodies }: Knowledge): Query | null {
  const asks =
    /\bnext\b.*\b(meeting|cabinet|council|committee)\b/.test(folded) ||
    /\bwhen\b.*\b(meet|meets|meeting|sit|sits)\b/.test(folded) ||
    /^when (is|does) (the )?(next )?(full )?(cabinet|council)( meeting)?$/.test(folded);
  if (!asks) return null;
  return { ...emptyQuery, intent: "meeting.next", bodyKey: namedBody(folded, bodies)?.key ?? null };
}

/** The body that a text names: by its key, name, an alias, or the words that tell committees apart. */
export function namedBody(folded: string, bodies: readonly Body[]): Body | null {
  let best: { body: Body; length: number } | null = null;
  for (const body of bodies) {
    for (const name of [body.key, body.name, ...body.aliases]) {
      for (const way of waysToSayBody(name)) {
        const found = ` ${folded} `.includes(` ${way} `);
        if (found && (!best || way.length > best.length)) best = { body, length: way.length };
      }
    }
  }
  return best?.body ?? null;
}

function waysToSayBody(name: string): string[] {
  const whole = fold(name);
  const short = whole
    .replace(/\boverview and scrutiny committee\b|\bscrutiny committee\b|\bcommittee\b/g, " ")
    .replace(/\s+/g, " ")
    .trim();
  const first = short.split(" and ")[0]?.trim() ?? "";
  return [...new Set([whole, short, first])].filter((way) => way.length > 2);
}

function readDecisionMakers(words: readonly Word[], names: PlanNames): string[] {
  const makers = takeNames(
    words,
    [...names.decisionMakers].sort((a, b) => b.name.length - a.name.length),
  );
  if (makers.length > 0) return makers;
  for (const [phrase, name] of [
    ["full council", "Council"],
    ["council", "Council"],
    ["cabinet", "Cabinet"],
  ] as const) {
    const spoken = wordsOf(phrase);
    const place = findPhrase(words, spoken);
    const isName =
      place >= 0 && words[place + spoken.length]?.text !== "tax" && words[place + 1]?.text !== "member";
    if (isName) {
      use(words, place, spoken.length);
      return [name];
    }
  }
  return [];
}

/** A committee is meant when the question says so (“scrutiny”, “committee”, “O&S”) or names it whole. */
function readAreas(words: readonly Word[], folded: string, names: PlanNames): string[] {
  const saysCommittee = /\b(scrutiny|committee|o and s|overview)\b/.test(folded);
  const areas: string[] = [];
  for (const area of names.areas) {
    const ways = saysCommittee ? area.ways : area.ways.slice(0, 1);
    const way = ways.find((candidate) => findPhrase(words, candidate) >= 0);
    if (!way) continue;
    use(words, findPhrase(words, way), way.length);
    areas.push(area.name);
  }
  if (saysCommittee) {
    for (const word of words) {
      if (["scrutiny", "committee", "committees", "overview", "o", "s"].includes(word.text)) word.used = true;
    }
  }
  return areas;
}

function takeNames(words: readonly Word[], names: readonly Name[]): string[] {
  const taken: string[] = [];
  for (const { name, ways } of names) {
    for (const way of ways) {
      const place = findPhrase(words, way);
      if (place < 0) continue;
      use(words, place, way.length);
      taken.push(name);
      break;
    }
  }
  return taken;
}

function takeWord(words: readonly Word[], text: string): boolean {
  const word = words.find((candidate) => !candidate.used && candidate.text === text);
  if (word) word.used = true;
  return word !== undefined;
}

function readSecrecy(words: readonly Word[]): Secrecy[] {
  const phrases: readonly (readonly [string, readonly Secrecy[]])[] = [
    ["part exempt", ["part-exempt"]],
    ["partly exempt", ["part-exempt"]],
    ["fully exempt", ["fully-exempt"]],
    ["behind closed doors", ["part-exempt", "fully-exempt"]],
    ["in private", ["part-exempt", "fully-exempt"]],
    ["private", ["part-exempt", "fully-exempt"]],
    ["confidential", ["part-exempt", "fully-exempt"]],
    ["exempt", ["part-exempt", "fully-exempt"]],
    ["in public", ["open"]],
    ["open", ["open"]],
  ];
  for (const [phrase, meaning] of phrases) {
    const spoken = wordsOf(phrase);
    const place = findPhrase(words, spoken);
    // “Private hire” is about taxis.
    if (place < 0 || words[place + spoken.length]?.text === "hire") continue;
    use(words, place, spoken.length);
    return [...meaning];
  }
  return [];
}
