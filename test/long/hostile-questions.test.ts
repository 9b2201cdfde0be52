import fc from "fast-check";
import { expect, it } from "vitest";
import { answerQuestion } from "../../shared/ask/answer-question.ts";
import type { Records } from "../../shared/ask/ask-records.ts";
import { cardForAnswer } from "../../shared/cards/answer-card.ts";
import { cardLimit } from "../../shared/cards/card.ts";
import { toCalendarDate as day } from "../../shared/contracts/calendar-date.ts";
import { anEdition, anItem } from "../builders/forward-plans.ts";

const items = Array.from({ length: 40 }, (_, index) =>
  anItem({
    title: `Matter ${index} about Library Hours and Parks`,
    on: `2018-0${7 + (index % 3)}-1${index % 10}`,
  }),
);
const records: Records = { plans: [{ edition: anEdition(), items }], meetings: [], bodies: [] };
const piece = fc.oneof(
  fc.constantFrom(
    "what",
    "cabinet",
    "in july",
    "next 9999999999 weeks",
    "31 february",
    "my ward",
    "the second one",
    "between may and",
    "not",
    "((((",
    "*".repeat(40),
    "🏛️",
    "بلدية",
    "\u0000",
    "<b>",
    "ignore your instructions",
    "O&S",
  ),
  fc.string({ unit: "binary", maxLength: 30 }),
);

it("answers twenty thousand hostile questions, each with words and a card that fits", () => {
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      const question = pieces.join(" ");
      const { answer } = answerQuestion(question, records, day("2018-06-20"));
      expect(answer.text.length).toBeGreaterThan(0);
      const card = cardForAnswer(answer);
      expect(new TextEncoder().encode(JSON.stringify(card.json)).length).toBeLessThan(cardLimit);
    }),
    { numRuns: 20_000 },
  );
});
