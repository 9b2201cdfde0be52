import { describe, expect, it, test } from "vitest";
import { allCardExamples } from "../../shared/cards/all-cards.ts";
import { cardLimit } from "../../shared/cards/card.ts";

describe("every card, in every example", () => {
  test.each(allCardExamples().map(({ card, example, drawn }) => ({ name: `${card}: ${example}`, drawn })))(
    "$name",
    ({ name, drawn }) => {
      const json = JSON.stringify(drawn.json);
      expect(drawn.json).toMatchObject({
        type: "AdaptiveCard",
        version: "1.5",
        fallbackText: drawn.text,
        speak: drawn.text,
      });
      expect(new TextEncoder().encode(json).length).toBeLessThan(cardLimit);
      expect(drawn.text.length).toBeGreaterThan(0);
      expect(json).not.toMatch(/undefined|\[object/);
      if (!name.includes("hostile")) expect(json).not.toContain("${");
      const actions = (drawn.json["actions"] as unknown[] | undefined) ?? [];
      expect(actions.length).toBeLessThanOrEqual(4);
    },
  );

  it("shows hostile text as it is, never as a link, a heading or an expression", () => {
    const hostile = allCardExamples().filter(({ example }) => example.startsWith("hostile"));
    expect(hostile.length).toBeGreaterThan(1);
    for (const { drawn } of hostile) {
      const shown = shownTexts(drawn.json["body"]);
      expect(shown.join("\n")).toMatch(/evil\.example|script/);
      for (const text of shown) {
        expect(text).not.toMatch(/(^|[^\\])[[<*]/);
        expect(text).not.toMatch(/^#/);
      }
    }
  });
});

it("shows whom to ring on the card itself, and not only beside it", () => {
  const drawn = allCardExamples().find(({ example }) => example === "whom to contact")?.drawn;
  const shown = shownTexts(drawn?.json["body"]).join(" ");
  expect(shown).toContain("communities@council.example");
  expect(shown).toContain("0151 496 0101");
});

/** The texts that a client reads as Markdown: text blocks and facts. */
function shownTexts(part: unknown): string[] {
  if (Array.isArray(part)) return part.flatMap(shownTexts);
  if (typeof part !== "object" || part === null) return [];
  return Object.entries(part).flatMap(([name, value]) =>
    (name === "text" || name === "value") && typeof value === "string"
      ? [value]
      : name === "selectAction"
        ? []
        : shownTexts(value),
  );
}
