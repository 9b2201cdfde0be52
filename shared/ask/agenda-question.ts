import { namedBody } from "./next-meeting-words.ts";
import { emptyQuery, type Query } from "./query.ts";
import { readWindow } from "./question-dates.ts";
import { use, type Word, wordsOf } from "./question-words.ts";
import type { Knowledge } from "./reading.ts";
import { readTopic } from "./topic-words.ts";

const agendaWords: ReadonlySet<string> = new Set(
  "cabinet council committee scrutiny agenda agendas meeting meetings page pages papers paper pack out published available ready issued".split(
    " ",
  ),
);

/** “Which page is the library report on?”: of which meeting, when, and about what. */
export function agendaQuery(folded: string, words: readonly Word[], knowledge: Knowledge): Query {
  const body = namedBody(folded, knowledge.bodies);
  const found = readWindow(words, knowledge);
  const bodyWords = new Set(body === null ? [] : wordsOf(body));
  for (const word of words)
    if (bodyWords.has(word.text) || agendaWords.has(word.text))
      use(words, words.indexOf(word), 1, body ?? undefined);
  const { topic } = readTopic(
    words,
    words.map(() => false),
    knowledge.names,
    false,
  );
  return {
    ...emptyQuery,
    intent: "meeting.agenda",
    body,
    window: found?.atMeetingOf ? null : (found?.window ?? null),
    topic: topic.filter((word) => word.length > 1),
  };
}
