import { describe, expect, it, test } from "vitest";
import { answerQuestion } from "../../shared/ask/answer-question.ts";
import { type ConversationMemory, nothingSaid } from "../../shared/ask/conversation-memory.ts";
import type { Answer } from "../../shared/contracts/answer.ts";
import { questionSet, type SetQuestion, setPlans, setToday } from "./question-set.ts";

const records = { plans: setPlans, meetings: [], bodies: [] };

function answerOf({ text, after = [] }: SetQuestion): Answer {
  let memory: ConversationMemory = nothingSaid;
  for (const before of after) memory = answerQuestion(before, records, setToday, {}, memory).memory;
  return answerQuestion(text, records, setToday, {}, memory).answer;
}

/** Titles that a question must find: in the current plan, or for what has gone, in the one before. */
function expected({ finds = () => false, intent, after = [] }: SetQuestion): string[] {
  const current = setPlans[1]?.items ?? [];
  const gone = (setPlans[0]?.items ?? []).filter((old) => !current.some(({ key }) => key === old.key));
  const asksChanges = intent === "forwardPlan.changes" || after.some((text) => /slipped|new/.test(text));
  return [...current, ...(asksChanges ? gone : [])]
    .filter(finds)
    .map(({ title }) => title)
    .sort();
}

describe("the question set", () => {
  test.each(
    questionSet.map((question) => ({
      name: [...(question.after ?? []), question.text].join(" → "),
      question,
    })),
  )("$name", ({ question }) => {
    const answer = answerOf(question);
    expect({ intent: answer.intent, items: answer.items.map(({ title }) => title).sort() }).toEqual({
      intent: question.intent,
      items: expected(question),
    });
    if (question.says) expect(answer.text).toMatch(question.says);
  });

  it("leaks no text of an exempt report and answers every question with words", () => {
    for (const question of questionSet) expect(answerOf(question).text.length).toBeGreaterThan(15);
  });
});
