import type { Answer } from "../contracts/answer.ts";
import { editionInWords } from "./answer-text.ts";
import type { Query } from "./query.ts";
import type { Word } from "./question-words.ts";
import type { Reading } from "./reading.ts";

const askedInWords: Readonly<Record<Query["intent"], string>> = {
  "forwardPlan.list": "a list of items",
  "forwardPlan.detail": "one item, in full",
  "forwardPlan.count": "how many items there are",
  "forwardPlan.changes": "what has changed in the plan",
  "forwardPlan.contact": "whom to contact",
  "forwardPlan.representations": "how to comment",
  "forwardPlan.notice": "why an item is key, and what notice was given",
  "meeting.next": "the date of a meeting",
  "meeting.agenda": "what is on a meeting’s agenda",
  "decision.outcome": "what became of an item",
  "deadline.list": "what is due for a meeting",
  help: "what can be asked",
  unknown: "something that the plan does not answer",
};

/** How a question was read, a sentence a line: what each phrase became, what counted for nothing, which edition. */
export function explain(reading: Reading, answer: Answer): string[] {
  const lines = [`The question was read as asking for ${askedInWords[answer.intent]}.`];
  for (const { said, means } of phrasesOf(reading.words)) lines.push(`“${said}”: ${means}.`);
  if (reading.followsUp) lines.push("It goes on from the question before.");
  if (reading.refersTo !== null)
    lines.push(
      reading.refersTo === "it"
        ? "It points at the item spoken of before."
        : `It points at item ${reading.refersTo === -1 ? "last" : reading.refersTo} of the answer before.`,
    );
  const ignored = reading.words.filter((word) => word.means === undefined).map(({ text }) => text);
  if (ignored.length > 0)
    lines.push(`Counted for nothing by themselves: ${[...new Set(ignored)].slice(0, 30).join(", ")}.`);
  if (answer.filters.length > 0) lines.push(`The filters: ${answer.filters.join("; ")}.`);
  if (answer.edition) lines.push(`Answered from ${editionInWords(answer.edition)}.`);
  return lines;
}

/** Words next to one another that were taken for the same thing are one phrase. */
function phrasesOf(words: readonly Word[]): { said: string; means: string }[] {
  const phrases: { said: string; means: string }[] = [];
  let before: string | undefined;
  for (const { text, means } of words.slice(0, 60)) {
    const last = phrases.at(-1);
    if (means !== undefined && last && before === means) last.said += ` ${text}`;
    else if (means !== undefined) phrases.push({ said: text, means });
    before = means;
  }
  return phrases;
}
