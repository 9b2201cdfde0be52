import { describe, expect, it } from "vitest";
import { readDocumentMap, writeDocumentMap } from "../../addin/word/document-link.ts";
import { insertFragment } from "../../addin/word/insert-fragment.ts";
import { readSection, selectControl } from "../../addin/word/read-section.ts";
import { replaceSection } from "../../addin/word/replace-section.ts";
import { hostTheme, startOffice } from "../../addin/word/start-office.ts";
import {
  controlsOf,
  controlTag,
  controlTitle,
} from "../../infra/local/word-simulator/model/content-controls.ts";
import { elementText } from "../../infra/local/word-simulator/model/paragraph-text.ts";
import { documentMapNamespace } from "../../shared/contracts/document-map.ts";
import { fragmentOf, type TestSection } from "../builders/fragments.ts";
import { openWord } from "../builders/open-word.ts";

const finance: TestSection = {
  key: "R1/10",
  tag: "cd-fin",
  heading: "Finance",
  text: "The cost is £10,000 a year.",
};
const legal: TestSection = {
  key: "R1/20",
  tag: "cd-leg",
  heading: "Legal",
  text: "There are no legal implications.",
};
const table: TestSection = {
  key: "R1/T1",
  tag: "cd-tab",
  heading: "Budget",
  text: "Rows.",
  kind: "table",
  extra: [
    {
      table: [
        ["Year", "Cost"],
        ["2026", "10"],
      ],
    },
  ],
};
const blank = { parts: [{ heading: "Report" }, { text: "" }] };

const standing = (word: Awaited<ReturnType<typeof openWord>>): string[] =>
  controlsOf(word.document.body).map(
    (control) => `${controlTag(control)}: ${elementText(control).split("\n")[0]}`,
  );

describe("inserting", () => {
  it("a whole report is one insertion and three syncs, and the map says what stands where", async () => {
    const word = await openWord(blank);
    word.beWord();
    const done = await insertFragment("R1", await fragmentOf([finance, legal, table]), "end", null);
    expect(done.syncs).toBe(3);
    expect(word.host.syncs).toBe(3);
    expect(done.value.repaired).toEqual([]);
    expect(standing(word)).toEqual(["cd-fin: Finance", "cd-leg: Legal", "cd-tab: Budget"]);
    const link = await readDocumentMap();
    expect(link.syncs).toBe(2);
    expect(link.value.map).toEqual(done.value.map);
    expect(link.value.map?.controls.map((one) => one.key)).toEqual(["R1/10", "R1/20", "R1/T1"]);
    expect(Object.keys(link.value.map?.controls[0] ?? {})).not.toContain("firstWords");
    expect(link.value.tags).toEqual(["cd-fin", "cd-leg", "cd-tab"]);
  });

  it("goes after or before the section it belongs beside", async () => {
    const word = await openWord(blank);
    word.beWord();
    const first = await insertFragment("R1", await fragmentOf([legal]), "end", null);
    const before = await insertFragment(
      "R1",
      await fragmentOf([finance]),
      { before: "cd-leg" },
      first.value.map,
    );
    await insertFragment("R1", await fragmentOf([table]), { after: "cd-leg" }, before.value.map);
    expect(standing(word)).toEqual(["cd-fin: Finance", "cd-leg: Legal", "cd-tab: Budget"]);
  });

  it("sets tags and titles again that Word dropped, in six syncs at most", async () => {
    const word = await openWord(blank, { dropTags: true });
    word.beWord();
    const done = await insertFragment("R1", await fragmentOf([finance, legal]), "end", null);
    expect(done.syncs).toBeLessThanOrEqual(6);
    expect(done.value.repaired).toEqual(["Finance", "Legal"]);
    expect(standing(word)).toEqual(["cd-fin: Finance", "cd-leg: Legal"]);
    expect(controlsOf(word.document.body).map(controlTitle)).toEqual(["Finance", "Legal"]);
  });

  it("puts a control around words whose control Word dropped", async () => {
    const word = await openWord(blank, { dropControls: true });
    word.beWord();
    const headed = { ...finance, text: "The cost." };
    const fragment = await fragmentOf([headed, legal]);
    const controls = fragment.controls.map((one) => ({ ...one, firstWords: one.title }));
    const done = await insertFragment("R1", { ...fragment, controls }, "end", null);
    expect(done.syncs).toBeLessThanOrEqual(6);
    expect(controlsOf(word.document.body).map((one) => [controlTag(one), elementText(one)])).toEqual([
      ["cd-fin", "Finance\nThe cost."],
      ["cd-leg", "Legal\nThere are no legal implications."],
    ]);
  });

  it("says which part is lost when it cannot be found, and writes no map", async () => {
    const word = await openWord(blank, { dropTags: true });
    word.beWord();
    const fragment = await fragmentOf([finance]);
    const controls = fragment.controls.map((one) => ({ ...one, firstWords: "Somewhere else" }));
    await expect(insertFragment("R1", { ...fragment, controls }, "end", null)).rejects.toMatchObject({
      kind: "incomplete",
      message: expect.stringContaining("“Finance”"),
    });
    expect((await readDocumentMap()).value.map).toBeNull();
  });

  it("refuses over 4 MB before it troubles Word", async () => {
    const word = await openWord(blank);
    word.beWord();
    const fragment = { fileBase64: "A".repeat(5_700_000), controls: [] };
    expect(() => insertFragment("R1", fragment, "end", null)).toThrow(
      expect.objectContaining({ kind: "too-large" }),
    );
    expect(word.host.syncs).toBe(0);
  });

  it("says so when the neighbour has gone", async () => {
    const word = await openWord(blank);
    word.beWord();
    const inserting = insertFragment("R1", await fragmentOf([finance]), { after: "gone" }, null);
    await expect(inserting).rejects.toMatchObject({ kind: "missing" });
  });
});

describe("reading and replacing", () => {
  it("reads a section as a flat package in two syncs, the first of two with one tag", async () => {
    const word = await openWord(blank);
    word.beWord();
    await insertFragment("R1", await fragmentOf([finance]), "end", null);
    const copy = await fragmentOf([{ ...finance, text: "A copy." }]);
    await word.run(async (context) => {
      context.document.body.insertFileFromBase64(copy.fileBase64, "End");
      await context.sync();
    });
    const read = await readSection("cd-fin");
    expect(read.syncs).toBe(2);
    expect(read.value.ooxml).toContain("£10,000");
    expect(read.value.ooxml).not.toContain("A copy.");
    expect(read.value.released).toBe(1);
    expect(standing(word)).toEqual(["cd-fin: Finance"]);
    expect(word.document.text(word.document.bodyStretch())).toContain("A copy.");
    await expect(readSection("none")).rejects.toMatchObject({ kind: "missing" });
  });

  it("replaces in place, keeps the neighbours and the tag, and deletes the old text", async () => {
    const word = await openWord(blank);
    word.beWord();
    const { value } = await insertFragment("R1", await fragmentOf([finance, legal]), "end", null);
    const theirs = await fragmentOf([{ ...finance, text: "The cost is £12,000.", version: "2" }]);
    const done = await replaceSection("R1", "cd-fin", theirs, value.map);
    expect(done.syncs).toBe(5);
    const texts = controlsOf(word.document.body).map(elementText);
    expect(texts).toEqual(["Finance\nThe cost is £12,000.", "Legal\nThere are no legal implications."]);
    expect(done.value.map.controls.map((one) => [one.key, one.version])).toEqual([
      ["R1/20", "1"],
      ["R1/10", "2"],
    ]);
  });

  it("never replaces a section with tracked changes or comments", async () => {
    for (const [xml, words] of [
      ['<w:p><w:ins w:id="1" w:author="A"><w:r><w:t>new</w:t></w:r></w:ins></w:p>', "tracked changes"],
      ['<w:p><w:r><w:commentReference w:id="0"/></w:r></w:p>', "comments"],
    ] as const) {
      const word = await openWord({
        parts: [{ control: { tag: "cd-fin", title: "Finance" }, parts: [{ text: "Old." }, { xml }] }],
      });
      word.beWord();
      const replacing = replaceSection("R1", "cd-fin", await fragmentOf([finance]), null);
      await expect(replacing).rejects.toMatchObject({
        kind: "has-remarks",
        message: expect.stringContaining(words),
      });
      expect(standing(word)).toEqual(["cd-fin: Old."]);
    }
  });

  it("leaves the old section standing when the new one cannot be verified", async () => {
    const word = await openWord(
      {
        parts: [{ control: { tag: "cd-fin", title: "Finance" }, parts: [{ text: "Old." }] }],
      },
      { dropTags: true },
    );
    word.beWord();
    const fragment = await fragmentOf([finance]);
    const controls = fragment.controls.map((one) => ({ ...one, firstWords: "Somewhere else" }));
    const replacing = replaceSection("R1", "cd-fin", { ...fragment, controls }, null);
    await expect(replacing).rejects.toMatchObject({ kind: "incomplete" });
    expect(standing(word)[0]).toBe("cd-fin: Old.");
  });

  it("shows a section in the document", async () => {
    const word = await openWord(blank);
    word.beWord();
    await insertFragment("R1", await fragmentOf([finance, legal]), "end", null);
    const shown = await selectControl("cd-leg");
    expect(shown.syncs).toBe(2);
    expect(word.document.text(word.document.selection)).toContain("There are no legal implications.");
  });
});

describe("the map in the document", () => {
  it("is written over the one before, and a second part of our namespace goes", async () => {
    const word = await openWord(blank);
    word.beWord();
    await word.run(async (context) => {
      for (const text of ["one", "two"])
        context.document.customXmlParts.add(
          `<documentMap xmlns="${documentMapNamespace}">${text}</documentMap>`,
        );
      await context.sync();
    });
    const written = await writeDocumentMap({ reportKey: "R<1>&", controls: [] });
    expect(written.syncs).toBe(2);
    expect((await readDocumentMap()).value.map).toEqual({ reportKey: "R<1>&", controls: [] });
    const parts = word.document.pack.partNames().filter((name) => /^customXml\/item\d+\.xml$/.test(name));
    expect(parts).toHaveLength(1);
  });

  it("says that a damaged map cannot be read", async () => {
    const word = await openWord({
      ...blank,
      customXml: `<documentMap xmlns="${documentMapNamespace}">{</documentMap>`,
    });
    word.beWord();
    await expect(readDocumentMap()).rejects.toThrow("cannot be read");
  });
});

describe("the host", () => {
  const beOffice = (Office: unknown): void => {
    Object.assign(globalThis, { Office });
  };
  const office = (host: string | null, version: number, background?: string): unknown => ({
    HostType: { Word: "Word" },
    onReady: async () => ({ host }),
    context: {
      requirements: { isSetSupported: (_: string, wanted: string) => Number(wanted) <= version },
      document: { url: "https://council.test/report.docx" },
      officeTheme: background && { bodyBackgroundColor: background },
    },
  });

  it("is Word with WordApi 1.5 or a sentence that says what to do", async () => {
    beOffice(office("Word", 1.5));
    expect(await startOffice()).toEqual({
      documentAddress: "https://council.test/report.docx",
      loginHint: null,
    });
    beOffice(office("Word", 1.4));
    await expect(startOffice()).rejects.toMatchObject({ kind: "too-old" });
    beOffice(office(null, 1.5));
    await expect(startOffice()).rejects.toMatchObject({ kind: "not-in-word" });
  });

  it("is dark when its background is", () => {
    for (const [background, theme] of [
      ["#1f1f1f", "dark"],
      ["#ffffff", "light"],
      [undefined, null],
    ] as const) {
      beOffice(office("Word", 1.5, background));
      expect(hostTheme()).toBe(theme);
    }
  });
});
