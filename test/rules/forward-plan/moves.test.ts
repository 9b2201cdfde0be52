import { expect, it, test } from "vitest";
import { toCalendarDate as day } from "../../../shared/contracts/calendar-date.ts";
import { moveInWords, movesInWords } from "../../../shared/rules/forward-plan/moves.ts";
import { anItem } from "../../builders/forward-plans.ts";

test.each([
  { from: "2018-04-05", to: "2018-07-26", words: "four months later" },
  { from: "2026-02-05", to: "2026-03-05", words: "four weeks later" },
  { from: "2026-04-02", to: "2026-02-05", words: "two months earlier" },
  { from: "2026-04-02", to: "2026-04-03", words: "one day later" },
])("a move from $from to $to is $words", ({ from, to, words }) => {
  expect(moveInWords(day(from), day(to))).toBe(words);
});

it("says how often an item moved and how far from what was first planned", () => {
  const note = (from: string, to: string) => ({
    decisionMaker: "Cabinet",
    from: day(from),
    to: day(to),
    reason: "",
  });
  const item = anItem({
    on: "2018-10-04",
    dateChanges: [note("2018-07-05", "2018-09-06"), note("2018-09-06", "2018-10-04")],
  });
  expect(movesInWords(item)).toBe("Moved twice, three months later than first planned");
  expect(movesInWords(anItem({ dateChanges: [note("2018-07-05", "2018-09-06")] }))).toBeNull();
});
