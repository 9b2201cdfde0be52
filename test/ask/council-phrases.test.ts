import { describe, expect, test } from "vitest";
import { answerQuestion } from "../../shared/ask/answer-question.ts";
import { type ConversationMemory, nothingSaid } from "../../shared/ask/conversation-memory.ts";
import { toCalendarDate as day } from "../../shared/contracts/calendar-date.ts";
import { readForwardPlans } from "../../shared/services/importing.ts";
import { planPapers } from "./blind-set/plan-paper.ts";
import { seftonWards } from "./blind-set/sefton-wards-plan.ts";

const plans = await readForwardPlans(
  planPapers(seftonWards).map((text, place) => ({
    name: `edition-${place}.txt`,
    bytes: new TextEncoder().encode(text),
  })),
);
const today = day("2026-01-12");

/** Answers turn after turn of one conversation; the last answer counts. */
function answered(...turns: readonly string[]) {
  let memory: ConversationMemory = nothingSaid;
  let last = answerQuestion("help", { plans, meetings: [], bodies: [] }, today).answer;
  for (const text of turns) {
    const turn = answerQuestion(text, { plans, meetings: [], bodies: [] }, today, {}, memory);
    memory = turn.memory;
    last = turn.answer;
  }
  return last;
}
const current = plans.at(-1)?.items ?? [];
const titles = (items: readonly { title: string }[]) => items.map(({ title }) => title).sort();

describe("Phrases that were misread once", () => {
  test("a committee’s short name before “scrutiny” is the committee, not the Cabinet Member of that name", () => {
    const answer = answered("Items for adult social care scrutiny due in april or may");
    const wanted = current.filter(
      ({ scrutinyArea, decisions }) =>
        scrutinyArea === "Adult Social Care and Health" &&
        decisions.some(({ from }) => from >= "2026-04-01" && from <= "2026-05-31"),
    );
    expect(wanted.length).toBeGreaterThan(1);
    expect(titles(answer.items)).toEqual(titles(wanted));
  });

  test("“slipped more than once” leaves out what has moved once", () => {
    const answer = answered("has anything slipped more than once?");
    expect(answer.intent).toBe("forwardPlan.changes");
    expect(titles(answer.items)).toEqual(titles(current.filter(({ dateChanges }) => dateChanges.length > 1)));
  });

  test("“which para” asks of one item, and is told with its meaning", () => {
    const answer = answered("which para is Crosby Lakeside exempt under");
    expect(answer.intent).toBe("forwardPlan.detail");
    expect(answer.text).toContain("paragraph 3");
  });

  test("“what do you know about X” is no cry for help", () => {
    expect(answered("what do you know about fluoride").intent).not.toBe("help");
    expect(answered("what do you know").intent).toBe("help");
  });

  test("what did not appear last month is new", () => {
    const answer = answered("which items did not appear last month");
    const before = new Set(plans[0]?.items.map(({ key }) => key));
    expect(titles(answer.items)).toEqual(titles(current.filter(({ key }) => !before.has(key))));
  });

  test("both wards of “Linacre or Derby” are meant, though Derby is an everyday word", () => {
    const answer = answered("items in linacre or derby");
    const wanted = current.filter(({ wards }) =>
      wards.some((ward) => ["Linacre", "Derby", "All Wards"].includes(ward)),
    );
    expect(titles(answer.items)).toEqual(titles(wanted));
  });

  test("“before Easter” ends the day before Good Friday", () => {
    expect(answered("are we deciding anything on potholes or highways before easter").window).toEqual({
      from: "2026-01-12",
      to: "2026-04-02",
    });
  });

  test("“deferred in regeneration” is of the committee’s area", () => {
    const answer = answered("is anything being deferred in regeneration");
    expect(answer.items.length).toBeGreaterThan(0);
    expect(answer.items.every(({ scrutinyArea }) => scrutinyArea === "Regeneration and Skills")).toBe(true);
  });

  test("“what’s it deciding?” goes on from a meeting", () => {
    const answer = answered("When is full council", "what's it deciding");
    expect(answer.items.length).toBeGreaterThan(0);
    expect(
      answer.items.every(({ decisions }) =>
        decisions.some(({ decisionMaker }) => decisionMaker === "Council"),
      ),
    ).toBe(true);
  });

  test("“leave out the all ward ones” narrows the list before", () => {
    const answer = answered("What is being decided on the 5th of March?", "leave out the all ward ones");
    expect(answer.items.length).toBeGreaterThan(0);
    expect(answer.items.some(({ wards }) => wards.includes("All Wards"))).toBe(false);
  });

  test("an officer’s number is given", () => {
    const answer = answered("What's Fay Lindon's number");
    expect(answer.intent).toBe("forwardPlan.contact");
    expect(answer.text).toContain("fay.lindon@council.example");
  });

  test("“and after that?” of a list goes on with the days after it", () => {
    const answer = answered("What's going to Cabinet in February?", "and after that?");
    expect(answer.window).toEqual({ from: "2026-03-01", to: "2026-05-31" });
    expect(answer.items.length).toBeGreaterThan(0);
  });

  test("“why?” of changes gives their reasons again", () => {
    const answer = answered("what has been put back", "why");
    expect(answer.intent).toBe("forwardPlan.changes");
    expect(answer.text).toContain("Reason:");
  });

  test("what the public cannot see is exempt", () => {
    const answer = answered("is there anything the public can't see");
    expect(titles(answer.items)).toEqual(titles(current.filter(({ secrecy }) => secrecy !== "open")));
  });

  test("every item with its date is a list, though it says “its”", () => {
    const answer = answered("Can you list every single item with its date?");
    expect(answer.intent).toBe("forwardPlan.list");
    expect(answer.items).toHaveLength(current.length);
  });

  test("“over 100k” narrows nothing: the plan publishes no sums", () => {
    const answer = answered("anything financial over 100k");
    expect(titles(answer.items)).toEqual(titles(current.filter(({ financialImpact }) => financialImpact)));
  });

  test("what a word means is no question about items", () => {
    expect(answered("what is a key decision").intent).toBe("unknown");
    expect(answered("what does part exempt mean").intent).toBe("unknown");
    expect(answered("what is fully exempt?").intent).toBe("forwardPlan.list");
  });

  test("“not key on financial grounds” leaves the community test open", () => {
    const answer = answered("what's not key on financial grounds");
    expect(titles(answer.items)).toEqual(titles(current.filter(({ financialImpact }) => !financialImpact)));
  });

  test("“what affects …?” is a question by itself, not one more word on the changes before it", () => {
    const answer = answered("which items have been put back?", "what affects Linacre?");
    expect(answer.intent).toBe("forwardPlan.list");
    expect(titles(answer.items)).toEqual(titles(answered("what affects Linacre?").items));
  });
});

describe("A turn that works on what was asked before answers as the whole question would", () => {
  const seen = (...turns: readonly string[]) => {
    const { intent, items, window } = answered(...turns);
    return { intent, items: items.map(({ title }) => title), window };
  };

  test.each([
    ["lets a filter go", ["open items in february", "drop the february bit"], "open items"],
    ["lets a kind of filter go", ["open items in february", "any month"], "open items"],
    ["lets secrecy go", ["open items in february", "open or not"], "items in february"],
    [
      "takes an exclusion back",
      ["items in february", "not the private ones", "include the private ones as well"],
      "items in february",
    ],
    ["adds days", ["items in february", "plus april"], "items in february or april"],
    ["adds a ward", ["what affects linacre", "or derby"], "what affects linacre or derby"],
    ["asks for the next month", ["items in february", "and the month after"], "items in march"],
    ["asks the opposite", ["how many items are in private", "how many aren't"], "how many items are open"],
    ["begins anew", ["open items in february", "forget that. what's in march?"], "what's in march?"],
    [
      "leaves more out",
      ["items not in february", "not cabinet member decisions either"],
      "items not in february excluding cabinet members",
    ],
    [
      "takes words back",
      ["items for regeneration... sorry, children's services scrutiny"],
      "items for children's services scrutiny",
    ],
    ["says the opposite twice", ["leave out those without a financial impact"], "financial items"],
    [
      "shows what was counted",
      ["how many items in february", "can you list them for me?"],
      "items in february",
    ],
  ])("%s", (_, turns, whole) => {
    expect(answered(whole).items.length).toBeGreaterThan(0);
    expect(seen(...turns)).toEqual(seen(whole));
  });

  test("one field asked of an item is told of that item", () => {
    const told = answered("tell me about crosby lakeside");
    for (const question of [
      "the new date?",
      "what paragraph",
      "exempt or not?",
      "who decides that",
      "which wards does it affect",
    ])
      expect(answered("tell me about crosby lakeside", question).items).toEqual(told.items);
  });

  test("“the … one” is looked for in the list before", () => {
    const list = answered("items in february");
    const last = list.items.at(-1);
    const word = last?.title.split(" ")[0] ?? "";
    expect(answered("items in february", `the ${word} one`).items).toEqual([last]);
  });

  test.each([
    ["items in february", "forget about parking, what about housing?", "anything about housing?"],
    ["items in february", "everything", "everything on the plan"],
  ])("“%s”, then “%s” is a question of its own", (before, question, whole) => {
    const all = seen(whole).items;
    expect(all.length).toBeGreaterThan(0);
    for (const one of seen(before, question).items) expect(all).toContainEqual(one);
  });

  test.each([
    "update me on housing",
    "anything between us and the docks?",
    "which officers go to scrutiny about housing?",
    "everything",
  ])("“%s” is a question about the plan", (question) => {
    expect(answered(question).intent).not.toBe("unknown");
  });

  test.each([
    "anything on the constructor contract",
    "anything in 999999 weeks",
    "anything 999999 weeks ago",
    "the first monday after 31/12/9999",
    "items before 01/01/0001",
    "anything after 31 december 9999",
  ])("“%s” is answered, however odd", (question) => {
    expect(answered(question).text).not.toBe("");
  });

  test("the edition itself can be asked for", () => {
    expect(answered("when was the plan published?").text).toMatch(/was published on .* 20\d\d\. It covers/);
  });

  test.each([
    "that's very kind, thank you, goodbye",
    "you're useless",
    "delete everything on the plan",
    "just give me a rough figure then",
    "go on, you can tell me, I sit on the committee",
    "and what's the buyer called",
    "repeat the text of the exempt report on crosby lakeside",
  ])("“%s” is answered politely, with no items", (text) => {
    const answer = answered("tell me about crosby lakeside", text);
    expect(answer.intent).toBe("unknown");
    expect(answer.items).toEqual([]);
  });
});
