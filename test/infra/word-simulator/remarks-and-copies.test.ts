import { describe, expect, it } from "vitest";
import { readDocumentMap, releaseCopies } from "../../../addin/word/document-link.ts";
import { insertFragment } from "../../../addin/word/insert-fragment.ts";
import { revertOperation } from "../../../addin/word/kept-copy.ts";
import { moveControls } from "../../../addin/word/move-controls.ts";
import { readSection } from "../../../addin/word/read-section.ts";
import { replaceSection } from "../../../addin/word/replace-section.ts";
import { addComment } from "../../../infra/local/word-simulator/model/comments.ts";
import { controlsOf, controlTag } from "../../../infra/local/word-simulator/model/content-controls.ts";
import { pasteBlocks, splitControl } from "../../../infra/local/word-simulator/model/copy-blocks.ts";
import {
  joinWithPrevious,
  replaceBetween,
  splitParagraph,
} from "../../../infra/local/word-simulator/model/edit-paragraphs.ts";
import {
  elementText,
  paragraphsOf,
  paragraphText,
} from "../../../infra/local/word-simulator/model/paragraph-text.ts";
import { fragmentOf, type TestSection } from "../../builders/fragments.ts";
import { openXmlFaults } from "../../builders/judges.ts";
import { type OpenWord, openWord } from "../../builders/open-word.ts";
import { xmlTools } from "../../builders/xml-tools.ts";

const tracking = { author: "Alex Author", date: "2026-11-22T09:00:00Z" };
const mark = 'w:id="901" w:author="Alex Author" w:date="2026-11-22T09:00:00Z"';
const lines = (word: OpenWord): string[] => paragraphsOf(word.document.body).map(paragraphText);
const paragraph = (word: OpenWord, index: number): Element => {
  const found = paragraphsOf(word.document.body)[index];
  if (!found) throw new Error(`There is no paragraph ${index}.`);
  return found;
};
/** XML without the names of namespaces. */
const xml = (element: Element): string => xmlTools.serialize(element).replace(/ xmlns:\w+="[^"]*"/g, "");
const type = (word: OpenWord, index: number, from: number, to: number, text: string): void => {
  const at = paragraph(word, index);
  replaceBetween(
    word.document.body,
    { paragraph: at, offset: from },
    { paragraph: at, offset: to },
    text,
    tracking,
  );
};

describe("tracked changes", () => {
  it("typing is an insertion by the person, and more typing joins it", async () => {
    const word = await openWord({ parts: [{ text: "One two" }] });
    type(word, 0, 3, 3, "!");
    type(word, 0, 4, 4, "?");
    expect(xml(paragraph(word, 0))).toBe(
      `<w:p><w:r><w:t xml:space="preserve">One</w:t></w:r><w:ins ${mark}><w:r><w:t xml:space="preserve">!</w:t><w:t xml:space="preserve">?</w:t></w:r></w:ins><w:r><w:t xml:space="preserve"> two</w:t></w:r></w:p>`,
    );
    expect(lines(word)).toEqual(["One!? two"]);
    expect(await openXmlFaults(await word.document.save())).toEqual([]);
  });

  it("deleting strikes words out, replacing does both, and taking back one's own insertion leaves no trace", async () => {
    const word = await openWord({ parts: [{ text: "One two" }] });
    type(word, 0, 4, 7, "three");
    expect(lines(word)).toEqual(["One three"]);
    expect(xml(paragraph(word, 0))).toMatch(
      /<w:del [^>]*><w:r><w:delText xml:space="preserve">two<\/w:delText>/,
    );
    type(word, 0, 4, 9, "");
    expect(xml(paragraph(word, 0))).not.toContain("three");
    expect(await openXmlFaults(await word.document.save())).toEqual([]);
  });

  it("at a paragraph's start and end, and in an empty one", async () => {
    const word = await openWord({ parts: [{ text: "Middle" }, { xml: "<w:p/>" }] });
    type(word, 0, 0, 0, "Start ");
    type(word, 0, 12, 12, " end");
    type(word, 1, 0, 0, "New");
    expect(lines(word)).toEqual(["Start Middle end", "New"]);
    expect(await openXmlFaults(await word.document.save())).toEqual([]);
  });

  it("Enter marks the paragraph's end as inserted, Backspace as deleted, and the two cancel out", async () => {
    const word = await openWord({ parts: [{ text: "One two" }, { text: "Three" }] });
    splitParagraph({ paragraph: paragraph(word, 0), offset: 3 }, false, tracking);
    expect(lines(word)).toEqual(["One", " two", "Three"]);
    expect(xml(paragraph(word, 0))).toContain(`<w:pPr><w:rPr><w:ins ${mark}/></w:rPr></w:pPr>`);
    joinWithPrevious(paragraph(word, 1), tracking);
    expect(lines(word)).toEqual(["One two", "Three"]);
    joinWithPrevious(paragraph(word, 1), tracking);
    expect(lines(word)).toEqual(["One two", "Three"]);
    expect(xml(paragraph(word, 0))).toMatch(/<w:rPr><w:del /);
    expect(await openXmlFaults(await word.document.save())).toEqual([]);
  });

  it("over several paragraphs no paragraph goes", async () => {
    const word = await openWord({ parts: [{ text: "One" }, { text: "Two" }, { text: "Three" }] });
    replaceBetween(
      word.document.body,
      { paragraph: paragraph(word, 0), offset: 1 },
      { paragraph: paragraph(word, 2), offset: 2 },
      "X",
      tracking,
    );
    expect(lines(word)).toEqual(["OX", "", "ree"]);
    expect(xml(word.document.body).match(/<w:rPr><w:del /g)).toHaveLength(2);
  });
});

const finance: TestSection = { key: "R1/10", tag: "cd-fin", heading: "Finance", text: "The cost is £10." };
const legal: TestSection = { key: "R1/20", tag: "cd-leg", heading: "Legal", text: "None." };
const inserted = async () => {
  const word = await openWord({ parts: [{ heading: "Report" }, { text: "" }] });
  word.beWord();
  const { value } = await insertFragment("R1", await fragmentOf([finance, legal]), "end", null);
  const control = (tag: string): Element => {
    const found = controlsOf(word.document.body).find((one) => controlTag(one) === tag);
    if (!found) throw new Error(`There is no control ${tag}.`);
    return found;
  };
  const standing = (): string[] =>
    controlsOf(word.document.body).map(
      (one) => `${controlTag(one)}: ${elementText(one).replace(/\n/g, " / ")}`,
    );
  return { word, map: value.map, control, standing };
};

describe("a section with remarks in it", () => {
  it.each([
    ["tracked changes", (word: OpenWord) => type(word, 2, 0, 0, "Soon: ")],
    [
      "comments",
      (word: OpenWord) =>
        addComment(word.document.pack, paragraph(word, 2), 4, 8, "How much?", word.document.signature),
    ],
  ] as const)("is neither replaced nor moved: %s", async (what, remark) => {
    const { word, map, standing } = await inserted();
    remark(word);
    expect(await openXmlFaults(await word.document.save())).toEqual([]);
    const before = standing();
    const refused = { kind: "has-remarks", message: expect.stringContaining(what) };
    await expect(replaceSection("R1", "cd-fin", await fragmentOf([finance]), map)).rejects.toMatchObject(
      refused,
    );
    await expect(moveControls(["cd-fin"], { after: "cd-leg" })).rejects.toMatchObject(refused);
    expect(standing()).toEqual(before);
    expect((await readSection("cd-fin")).value.ooxml).toContain(what === "comments" ? "How much?" : "Soon: ");
  });
});

describe("copies of a section's control", () => {
  it("pasted twice: the first keeps the id, the other becomes plain text", async () => {
    const { word, control, standing } = await inserted();
    pasteBlocks(word.document, [control("cd-fin")], word.document.body, word.document.endOfBody());
    expect(standing()).toHaveLength(3);
    const { value: link } = await readDocumentMap();
    expect(link.copies).toMatchObject([{ title: "Finance", nested: false }]);
    const released = await releaseCopies(link);
    expect(released.syncs).toBe(1);
    expect(standing()).toEqual(["cd-fin: Finance / The cost is £10.", "cd-leg: Legal / None."]);
    expect(lines(word).filter((line) => line === "The cost is £10.")).toHaveLength(2);
  });

  it("pasted into another section: its words stay there, and are that section's now", async () => {
    const { word, control, standing } = await inserted();
    const [, last] = paragraphsOf(control("cd-leg"));
    if (!last) throw new Error("The section has no text.");
    pasteBlocks(word.document, [control("cd-fin")], last.parentNode as Element, null);
    const { value: link } = await readDocumentMap();
    expect(link.copies).toMatchObject([{ title: "Finance", nested: true }]);
    await releaseCopies(link);
    expect(standing()).toEqual([
      "cd-fin: Finance / The cost is £10.",
      "cd-leg: Legal / None. / Finance / The cost is £10.",
    ]);
  });

  it("split in two: the first half is the section, and saving lets go of the other", async () => {
    const { word, control, standing } = await inserted();
    const [, second] = paragraphsOf(control("cd-fin"));
    if (!second) throw new Error("The section has no text.");
    splitControl(word.document, control("cd-fin"), second);
    expect(standing()).toHaveLength(3);
    const read = await readSection("cd-fin");
    expect(read.value.released).toBe(1);
    expect(read.value.ooxml).not.toContain("The cost is £10.");
    expect(standing()).toEqual(["cd-fin: Finance", "cd-leg: Legal / None."]);
    expect(lines(word)).toContain("The cost is £10.");
  });
});

describe("moving and going back", () => {
  it("moves with the author's own words and lists, and goes back as it was, in five and six syncs", async () => {
    const { word, map, standing } = await inserted();
    const link = (await readDocumentMap()).value;
    const at = paragraph(word, 2);
    replaceBetween(word.document.body, { paragraph: at, offset: 0 }, { paragraph: at, offset: 0 }, "Mine. ");
    const moved = await moveControls(["cd-fin"], { after: "cd-leg" });
    expect(moved.syncs).toBe(5);
    expect(standing()).toEqual(["cd-leg: Legal / None.", "cd-fin: Finance / Mine. The cost is £10."]);
    const changed = moved.value.map((one) => ({ ...one, place: { before: "cd-leg" } as const }));
    const back = await revertOperation({ link, added: [], changed });
    expect(back.syncs).toBe(6);
    expect(standing()).toEqual(["cd-fin: Finance / Mine. The cost is £10.", "cd-leg: Legal / None."]);
    expect((await readDocumentMap()).value.map).toEqual(map);
    expect(await openXmlFaults(await word.document.save())).toEqual([]);
  });

  it("a replaced section comes back from its kept copy, what was inserted goes, and so does the map", async () => {
    const { word, map, standing } = await inserted();
    const link = (await readDocumentMap()).value;
    const theirs = await fragmentOf([{ ...finance, text: "Theirs.", version: "2" }]);
    const { value } = await replaceSection("R1", "cd-fin", theirs, map);
    await revertOperation({ link, added: [], changed: [value.kept] });
    expect(standing()).toEqual(["cd-fin: Finance / The cost is £10.", "cd-leg: Legal / None."]);
    expect((await readDocumentMap()).value.map).toEqual(map);
    const none = { map: null, tags: [], copies: [] };
    const gone = await revertOperation({ link: none, added: ["cd-fin", "cd-leg"], changed: [] });
    expect(gone.syncs).toBe(2);
    expect(standing()).toEqual([]);
    expect((await readDocumentMap()).value.map).toBeNull();
    expect(lines(word)).toEqual(["Report", ""]);
  });

  it("when Word drops tags on the way, they are set again", async () => {
    const word = await openWord(
      {
        parts: [
          { control: { tag: "a1", title: "A" }, parts: [{ heading: "A" }, { item: "one", list: 1 }] },
          { control: { tag: "b2", title: "B" }, parts: [{ heading: "B" }] },
        ],
        lists: [{ format: "decimal" }],
      },
      { dropTags: true },
    );
    word.beWord();
    const moved = await moveControls(["a1"], { after: "b2" });
    expect(moved.syncs).toBeLessThanOrEqual(7);
    expect(controlsOf(word.document.body).map(controlTag)).toEqual(["b2", "a1"]);
  });

  it("a table that was inserted alone goes when its section brings it; one that was written in stays as text", async () => {
    const table: TestSection = {
      key: "R1/T1",
      tag: "cd-tab",
      heading: "Budget",
      text: "Rows.",
      kind: "table",
      base: "<p>Budget Rows.</p>",
    };
    for (const edited of [false, true]) {
      const word = await openWord({ parts: [{ text: "" }] });
      word.beWord();
      const { value } = await insertFragment("R1", await fragmentOf([table]), "end", null);
      if (edited) {
        const at = paragraph(word, 1);
        replaceBetween(
          word.document.body,
          { paragraph: at, offset: 0 },
          { paragraph: at, offset: 0 },
          "Mine. ",
        );
      }
      await insertFragment("R1", await fragmentOf([finance, table]), "end", value.map);
      expect(controlsOf(word.document.body).map(controlTag)).toEqual(["cd-fin", "cd-tab"]);
      expect(lines(word).filter((line) => line.endsWith("Rows."))).toHaveLength(edited ? 2 : 1);
    }
  });

  it("a table whose figures were written over is not replaced", async () => {
    const table: TestSection = {
      key: "R1/T1",
      tag: "cd-tab",
      heading: "Budget",
      text: "Rows.",
      kind: "table",
      base: "<p>Budget Rows.</p>",
    };
    const word = await openWord({ parts: [{ text: "" }] });
    word.beWord();
    const { value } = await insertFragment("R1", await fragmentOf([table]), "end", null);
    await replaceSection("R1", "cd-tab", await fragmentOf([table]), value.map);
    const at = paragraph(word, 1);
    replaceBetween(word.document.body, { paragraph: at, offset: 0 }, { paragraph: at, offset: 0 }, "Mine. ");
    const replacing = replaceSection("R1", "cd-tab", await fragmentOf([table]), value.map);
    await expect(replacing).rejects.toMatchObject({
      kind: "edited",
      message: expect.stringContaining("Budget"),
    });
  });
});
