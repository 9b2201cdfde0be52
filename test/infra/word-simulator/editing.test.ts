import { describe, expect, it } from "vitest";
import { controlsOf } from "../../../infra/local/word-simulator/model/content-controls.ts";
import {
  joinWithPrevious,
  replaceBetween,
  splitParagraph,
  toggleLook,
} from "../../../infra/local/word-simulator/model/edit-paragraphs.ts";
import {
  elementText,
  paragraphsOf,
  paragraphText,
} from "../../../infra/local/word-simulator/model/paragraph-text.ts";
import {
  isOn,
  wordAttribute,
  wordChild,
  wordDescendants,
} from "../../../infra/local/word-simulator/model/xml.ts";
import { type OpenWord, openWord } from "../../builders/open-word.ts";

const lines = (word: OpenWord): string[] => paragraphsOf(word.document.body).map(paragraphText);
const paragraph = (word: OpenWord, index: number): Element => {
  const found = paragraphsOf(word.document.body)[index];
  if (!found) throw new Error(`There is no paragraph ${index}.`);
  return found;
};
const runs = (element: Element): string[] =>
  wordDescendants(element, "r").map((run) => {
    const look = wordChild(run, "rPr");
    return `${isOn(wordChild(look, "b")) ? "b" : ""}${isOn(wordChild(look, "i")) ? "i" : ""}:${run.textContent}`;
  });

describe("typing", () => {
  it("changes the words of a run and keeps the look of the runs around it", async () => {
    const word = await openWord({ parts: [{ bold: "Cost: ", plain: "£10,000 a year" }] });
    const one = paragraph(word, 0);
    replaceBetween(
      word.document.body,
      { paragraph: one, offset: 7 },
      { paragraph: one, offset: 13 },
      "12,500",
    );
    expect(runs(one)).toEqual(["b:Cost: ", ":£12,500 a year"]);
    replaceBetween(
      word.document.body,
      { paragraph: one, offset: 4 },
      { paragraph: one, offset: 7 },
      "s are £",
    );
    expect(runs(one)).toEqual(["b:Costs are £", ":12,500 a year"]);
  });

  it("stays inside its content control and its link", async () => {
    const word = await openWord({
      parts: [
        { control: { tag: "a1", title: "A" }, parts: [{ text: "Inside" }] },
        { link: "the site", address: "https://council.test" },
      ],
    });
    const inside = paragraph(word, 0);
    replaceBetween(
      word.document.body,
      { paragraph: inside, offset: 6 },
      { paragraph: inside, offset: 6 },
      " too",
    );
    const [control] = controlsOf(word.document.body);
    expect(control && elementText(control)).toBe("Inside too");
    const link = paragraph(word, 1);
    replaceBetween(
      word.document.body,
      { paragraph: link, offset: 4 },
      { paragraph: link, offset: 8 },
      "page",
    );
    expect(wordDescendants(link, "hyperlink").map(elementText)).toEqual(["the page"]);
  });

  it("writes line breaks and tabs as Word does, and counts them as characters", async () => {
    const word = await openWord({ parts: [{ text: "One two" }] });
    const one = paragraph(word, 0);
    replaceBetween(word.document.body, { paragraph: one, offset: 3 }, { paragraph: one, offset: 4 }, "\n\t");
    expect(paragraphText(one)).toBe("One\n\ttwo");
    expect(wordDescendants(one, "br")).toHaveLength(1);
    replaceBetween(word.document.body, { paragraph: one, offset: 3 }, { paragraph: one, offset: 5 }, " ");
    expect(paragraphText(one)).toBe("One two");
    expect(wordDescendants(one, "br")).toHaveLength(0);
  });

  it("fills an empty paragraph", async () => {
    const word = await openWord({ parts: [{ xml: "<w:p/>" }] });
    const one = paragraph(word, 0);
    replaceBetween(word.document.body, { paragraph: one, offset: 0 }, { paragraph: one, offset: 0 }, "Words");
    expect(lines(word)).toEqual(["Words"]);
  });

  it("over several paragraphs joins them, but never across a content control's edge", async () => {
    const word = await openWord({
      parts: [
        { text: "One." },
        { text: "Two." },
        { text: "Three." },
        { control: { tag: "a1", title: "A" }, parts: [{ text: "Four." }] },
      ],
    });
    const { body } = word.document;
    replaceBetween(
      body,
      { paragraph: paragraph(word, 0), offset: 2 },
      { paragraph: paragraph(word, 2), offset: 3 },
      "-",
    );
    expect(lines(word)).toEqual(["On-ee.", "Four."]);
    replaceBetween(
      body,
      { paragraph: paragraph(word, 0), offset: 2 },
      { paragraph: paragraph(word, 1), offset: 2 },
      "",
    );
    expect(lines(word)).toEqual(["On", "ur."]);
    expect(controlsOf(body).map(elementText)).toEqual(["ur."]);
  });
});

describe("Enter and Backspace", () => {
  it("split a paragraph with its list and its looks, and join it again", async () => {
    const word = await openWord({ parts: [{ item: "One two", list: 1 }], lists: [{ format: "decimal" }] });
    const caret = splitParagraph({ paragraph: paragraph(word, 0), offset: 3 }, false);
    expect(lines(word)).toEqual(["One", " two"]);
    expect(wordAttribute(wordDescendants(caret.paragraph, "numId")[0])).toBe("1");
    expect(joinWithPrevious(caret.paragraph)?.offset).toBe(3);
    expect(lines(word)).toEqual(["One two"]);
  });

  it("a heading is followed by body text", async () => {
    const word = await openWord({ parts: [{ heading: "Heading" }] });
    const { paragraph: made } = splitParagraph({ paragraph: paragraph(word, 0), offset: 7 }, true);
    expect(wordChild(made, "pPr")).toBeUndefined();
  });

  it("split inside a link leaves both halves links", async () => {
    const word = await openWord({ parts: [{ link: "the site", address: "https://council.test" }] });
    splitParagraph({ paragraph: paragraph(word, 0), offset: 4 }, false);
    expect(wordDescendants(word.document.body, "hyperlink").map(elementText)).toEqual(["the ", "site"]);
  });

  it("does not join a paragraph with what is outside its control", async () => {
    const word = await openWord({
      parts: [{ text: "Outside." }, { control: { tag: "a1", title: "A" }, parts: [{ text: "Inside." }] }],
    });
    expect(joinWithPrevious(paragraph(word, 1))).toBeUndefined();
    expect(lines(word)).toEqual(["Outside.", "Inside."]);
  });
});

describe("bold and italic", () => {
  it("go on for part of a run, and off when all of it has them", async () => {
    const word = await openWord({ parts: [{ text: "One two three" }] });
    const one = paragraph(word, 0);
    toggleLook(one, 4, 7, "b");
    expect(runs(one)).toEqual([":One ", "b:two", ": three"]);
    toggleLook(one, 4, 7, "i");
    expect(runs(one)).toEqual([":One ", "bi:two", ": three"]);
    toggleLook(one, 0, 13, "b");
    expect(runs(one)).toEqual(["b:One ", "bi:two", "b: three"]);
    toggleLook(one, 0, 13, "b");
    expect(runs(one)).toEqual([":One ", "i:two", ": three"]);
  });
});
