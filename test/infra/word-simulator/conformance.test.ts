import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { probeCases } from "../../../addin/probe/cases.ts";
import {
  controlId,
  controlsOf,
  controlTag,
} from "../../../infra/local/word-simulator/model/content-controls.ts";
import { numberLabels } from "../../../infra/local/word-simulator/model/numbering.ts";
import type { OpenDocument } from "../../../infra/local/word-simulator/model/open-document.ts";
import {
  elementText,
  paragraphsOf,
  paragraphText,
} from "../../../infra/local/word-simulator/model/paragraph-text.ts";
import { wordAttribute, wordChild, wordDescendants } from "../../../infra/local/word-simulator/model/xml.ts";
import { type OpenWord, openWord, savedAndOpened } from "../../builders/open-word.ts";
import { type WordFile, wordFile, wordFileBase64 } from "../../builders/word-file.ts";

const report: WordFile = {
  parts: [{ heading: "Report" }, { text: "Opening words." }],
  header: "Council header",
};
const section = (tag: string, words: string): WordFile => ({
  parts: [
    { control: { tag, title: words }, parts: [{ heading: words, level: 2 }, { text: `${words} text.` }] },
  ],
});

const lines = (document: OpenDocument): string[] => paragraphsOf(document.body).map(paragraphText);
const labels = (document: OpenDocument): string[] => {
  const found = numberLabels(
    document.body,
    document.numbering,
    document.styles?.paragraphProperties ?? (() => []),
  );
  return paragraphsOf(document.body).flatMap((one) =>
    found.has(one) ? [`${found.get(one)} ${paragraphText(one)}`] : [],
  );
};
const insertAtEnd = async (word: OpenWord, file: WordFile): Promise<void> => {
  const base64 = await wordFileBase64(file);
  await word.run(async (context) => {
    context.document.body.insertFileFromBase64(base64, "End");
    await context.sync();
  });
};
const codeOf = async (work: Promise<unknown>): Promise<unknown> => {
  try {
    await work;
  } catch (error) {
    return (error as { code?: unknown }).code;
  }
  return "no error";
};

describe("proxies", () => {
  it("a property read before load and sync throws PropertyNotLoaded", async () => {
    const word = await openWord(report);
    const code = await codeOf(
      word.run(async (context) => {
        const { body } = context.document;
        body.load("text");
        return body.text;
      }),
    );
    expect(code).toBe("PropertyNotLoaded");
  });

  it("a loaded property is there after sync, others are not", async () => {
    const word = await openWord(section("a1", "Finance"));
    await word.run(async (context) => {
      const controls = context.document.contentControls;
      controls.load("items/tag");
      await context.sync();
      expect(controls.items.map((one) => one.tag)).toEqual(["a1"]);
      expect(() => controls.items[0]?.title).toThrow(/title/);
    });
  });

  it("a collection can be loaded by item property, by items/property and by object", async () => {
    const word = await openWord(section("a1", "Finance"));
    await word.run(async (context) => {
      for (const names of [
        "tag",
        "items/tag",
        "items/id, items/tag",
        { tag: true },
        { items: { tag: true } },
      ]) {
        const controls = context.document.contentControls;
        (controls.load as (names: unknown) => void)(names);
        await context.sync();
        expect(controls.items[0]?.tag).toBe("a1");
      }
    });
  });

  it("every sync is one round trip, however much is queued", async () => {
    const word = await openWord(report);
    await word.run(async (context) => {
      context.document.body.load("text");
      context.document.contentControls.load("items/tag");
      await context.sync();
      await context.sync();
    });
    expect(word.host.syncs).toBe(2);
  });

  it("what is still queued when Word.run ends is sent", async () => {
    const word = await openWord(section("a1", "Finance"));
    await word.run(async (context) => {
      context.document.body.clear();
    });
    expect(lines(word.document)).toEqual([""]);
  });

  it("a result of a method is empty until sync", async () => {
    const word = await openWord(report);
    const code = await codeOf(word.run(async (context) => context.document.body.getOoxml().value));
    expect(code).toBe("ValueNotLoaded");
  });

  it("an object of a Word.run that has ended is refused", async () => {
    const word = await openWord(report);
    let kept: Word.Body | undefined;
    await word.run(async (context) => {
      kept = context.document.body;
      await context.sync();
    });
    const code = await codeOf(Promise.resolve().then(() => kept?.load("text")));
    expect(code).toBe("InvalidObjectPath");
  });

  it("a member above WordApi 1.5 throws", async () => {
    const word = await openWord(section("a1", "Finance"));
    const code = await codeOf(
      word.run(async (context) => {
        const paragraphs = context.document.body.paragraphs;
        paragraphs.load("items/uniqueLocalId");
        await context.sync();
      }),
    );
    expect(code).toBe("InvalidArgument");
    const later = await codeOf(
      word.run(async (context) => {
        context.document.getContentControls();
      }),
    );
    expect(later).toBe("ApiNotFound");
  });

  it("getFirst of nothing is ItemNotFound, getFirstOrNullObject a null object", async () => {
    const word = await openWord(report);
    const code = await codeOf(
      word.run(async (context) => {
        context.document.contentControls.getByTag("none").getFirst().load("tag");
        await context.sync();
      }),
    );
    expect(code).toBe("ItemNotFound");
    await word.run(async (context) => {
      const control = context.document.contentControls.getByTag("none").getFirstOrNullObject();
      expect(() => control.isNullObject).toThrow(/isNullObject/);
      await context.sync();
      expect(control.isNullObject).toBe(true);
    });
  });

  it("what a batch did before it failed stays done", async () => {
    const word = await openWord(section("a1", "Finance"));
    const code = await codeOf(
      word.run(async (context) => {
        context.document.body.clear();
        context.document.contentControls.getByTag("none").getFirst().delete(false);
        await context.sync();
      }),
    );
    expect(code).toBe("ItemNotFound");
    expect(lines(word.document)).toEqual([""]);
  });
});

describe("insertFileFromBase64", () => {
  it("puts the blocks of the file at the end, the start or in place of the body", async () => {
    const base64 = await wordFileBase64({ parts: [{ text: "New." }] });
    for (const [where, expected] of [
      ["End", ["Report", "Opening words.", "New."]],
      ["Start", ["New.", "Report", "Opening words."]],
      ["Replace", ["New."]],
    ] as const) {
      const word = await openWord(report);
      await word.run(async (context) => {
        context.document.body.insertFileFromBase64(base64, where);
        await context.sync();
      });
      expect(lines(word.document)).toEqual(expected);
    }
  });

  it("leaves a last empty paragraph last", async () => {
    const word = await openWord({ parts: [{ text: "One." }, { text: "" }] });
    await insertAtEnd(word, section("a1", "Finance"));
    expect(lines(word.document)).toEqual(["One.", "Finance", "Finance text.", ""]);
  });

  it("ends the body with a paragraph after a content control", async () => {
    const word = await openWord(report);
    await insertAtEnd(word, section("a1", "Finance"));
    expect(lines(word.document).at(-1)).toBe("");
  });

  it("leaves headers, section properties and settings of the file behind", async () => {
    const word = await openWord(report);
    await insertAtEnd(word, { parts: [{ text: "New." }], header: "Other header" });
    const saved = await savedAndOpened(word);
    expect(wordDescendants(saved.body, "sectPr")).toHaveLength(1);
    expect(saved.pack.text("word/header1.xml")).toContain("Council header");
  });

  it("gives a style of the same name the look of the document, and copies a missing one", async () => {
    const word = await openWord({
      parts: [{ text: "Ours", style: "Note" }],
      styles: { Note: { size: 20 } },
    });
    await insertAtEnd(word, {
      parts: [
        { text: "Theirs", style: "Anmerkung" },
        { text: "Only theirs", style: "Special" },
      ],
      styles: {
        Anmerkung: { name: "Note", size: 60 },
        Special: { size: 48, basedOn: "Basis" },
        Basis: { size: 30 },
      },
    });
    const { styles, body } = word.document;
    const style = (text: string): Element | undefined => {
      const paragraph = paragraphsOf(body).find((one) => paragraphText(one) === text);
      return paragraph && styles?.ofParagraph(paragraph)[0];
    };
    expect(wordAttribute(style("Theirs"), "styleId")).toBe("Note");
    expect(wordAttribute(wordChild(wordChild(style("Theirs"), "rPr"), "sz"))).toBe("20");
    expect(wordAttribute(wordChild(wordChild(style("Only theirs"), "rPr"), "sz"))).toBe("48");
    expect(wordAttribute(wordChild(styles?.byId("Basis"), "name"))).toBe("Basis");
  });

  it("keeps lists apart: numbers of the file start again, those of the document do not change", async () => {
    const list: WordFile["lists"] = [{ format: "decimal" }];
    const word = await openWord({
      parts: [
        { item: "one", list: 1 },
        { item: "two", list: 1 },
      ],
      lists: list,
    });
    const fragment: WordFile = {
      parts: [
        { item: "first", list: 1 },
        { item: "second", list: 1 },
        { item: "i", list: 2 },
        { item: "bullet", list: 3 },
      ],
      lists: [{ format: "decimal" }, { format: "lowerRoman", start: 4 }, { format: "bullet" }],
    };
    await insertAtEnd(word, fragment);
    await insertAtEnd(word, fragment);
    const once = ["1. first", "2. second", "iv. i", "• bullet"];
    expect(labels(await savedAndOpened(word))).toEqual(["1. one", "2. two", ...once, ...once]);
  });

  it("makes a numbering part when the document has none", async () => {
    const word = await openWord(report);
    await insertAtEnd(word, { parts: [{ item: "one", list: 1 }], lists: [{ format: "decimal" }] });
    expect(labels(await savedAndOpened(word))).toEqual(["1. one"]);
  });

  it("copies links under ids of their own", async () => {
    const word = await openWord({ parts: [{ link: "ours", address: "https://council.test/a" }] });
    await insertAtEnd(word, { parts: [{ link: "theirs", address: "https://council.test/b?x=1&y=2" }] });
    const saved = await savedAndOpened(word);
    const relations = new Map(
      saved.pack.relationships(saved.pack.mainPart).map((one) => [one.id, one.target]),
    );
    const targets = wordDescendants(saved.body, "hyperlink").map((link) => {
      const id = link.getAttributeNS(
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
        "id",
      );
      return `${elementText(link)} ${relations.get(id ?? "")}`;
    });
    expect(targets).toEqual(["ours https://council.test/a", "theirs https://council.test/b?x=1&y=2"]);
  });

  it("leaves custom XML parts of the file behind", async () => {
    const word = await openWord({ parts: [], customXml: '<ours xmlns="urn:test:ours"/>' });
    await insertAtEnd(word, { parts: [{ text: "New." }], customXml: '<theirs xmlns="urn:test:theirs"/>' });
    const saved = await savedAndOpened(word);
    const parts = saved.pack.partNames().filter((name) => /^customXml\/item\d+\.xml$/.test(name));
    expect(parts.map((name) => saved.pack.text(name))).toEqual(['<ours xmlns="urn:test:ours"/>']);
  });

  it("gives content controls ids that are unique in the document", async () => {
    const control = { control: { tag: "a1", title: "A", id: 7 }, parts: [{ text: "A" }] };
    const word = await openWord({ parts: [control] });
    await insertAtEnd(word, { parts: [{ ...control, control: { ...control.control, tag: "b2" } }] });
    const controls = controlsOf(word.document.body);
    expect(controls.map(controlTag)).toEqual(["a1", "b2"]);
    expect(new Set(controls.map(controlId)).size).toBe(2);
  });

  it("leaves a bookmark name with the one who had it", async () => {
    const control = { control: { tag: "a1", title: "A", bookmark: "_cd_a1" }, parts: [{ text: "A" }] };
    const word = await openWord({ parts: [control] });
    await insertAtEnd(word, { parts: [control] });
    expect(wordDescendants(word.document.body, "bookmarkStart")).toHaveLength(1);
    expect(wordDescendants(word.document.body, "bookmarkEnd")).toHaveLength(1);
  });

  it("refuses more than 4 MB, what is no document, and a place that does not exist", async () => {
    const word = await openWord(report);
    const insert = (base64: string, where: string): Promise<unknown> =>
      codeOf(
        word.run(async (context) => {
          context.document.body.insertFileFromBase64(base64, where as "End");
          await context.sync();
        }),
      );
    expect(await insert("A".repeat(5_700_000), "End")).toBe("GeneralException");
    expect(await insert(btoa("no zip"), "End")).toBe("GeneralException");
    expect(await insert("%%%", "End")).toBe("InvalidArgument");
    expect(await insert(await wordFileBase64(report), "After")).toBe("InvalidArgument");
  });

  it("goes after or before a content control through its range", async () => {
    const word = await openWord({ parts: [...section("a1", "A").parts, ...section("b2", "B").parts] });
    const base64 = await wordFileBase64(section("c3", "C"));
    await word.run(async (context) => {
      const control = context.document.contentControls.getByTag("a1").getFirst();
      control.getRange("After").insertFileFromBase64(base64, "After");
      control.getRange("Before").insertFileFromBase64(base64, "Before");
      await context.sync();
    });
    expect(controlsOf(word.document.body).map(controlTag)).toEqual(["c3", "a1", "c3", "b2"]);
  });

  it("can lose tags and titles, whole controls and the last style, as Word has been seen to", async () => {
    const dropped = await openWord(report, { dropTags: true });
    await insertAtEnd(dropped, section("a1", "Finance"));
    expect(controlsOf(dropped.document.body).map(controlTag)).toEqual([""]);
    const unwrapped = await openWord(report, { dropControls: true });
    await insertAtEnd(unwrapped, section("a1", "Finance"));
    expect(controlsOf(unwrapped.document.body)).toHaveLength(0);
    expect(lines(unwrapped.document)).toContain("Finance text.");
    const restyled = await openWord(report, { loseLastStyle: true });
    await insertAtEnd(restyled, { parts: [{ heading: "Last" }] });
    const last = paragraphsOf(restyled.document.body).at(-1);
    expect(last && wordAttribute(restyled.document.styles?.ofParagraph(last)[0], "styleId")).toBe("Normal");
  });
});

describe("content controls", () => {
  it("getOoxml gives a flat package with the control, its styles and its lists", async () => {
    const word = await openWord({
      parts: [
        { control: { tag: "a1", title: "A" }, parts: [{ item: "one", list: 1 }] },
        { text: "Outside." },
      ],
      lists: [{ format: "decimal" }],
      comments: '<w:comment w:id="0"/>',
    });
    const ooxml = await word.run(async (context) => {
      const result = context.document.contentControls.getByTag("a1").getFirst().getOoxml();
      await context.sync();
      return result.value;
    });
    expect(ooxml).toContain('pkg:name="/word/document.xml"');
    for (const part of ["styles", "numbering", "comments"])
      expect(ooxml).toContain(`pkg:name="/word/${part}.xml"`);
    expect(ooxml).toContain('w:val="a1"');
    expect(ooxml).not.toContain("Outside.");
    expect(word.document.pack.xml.parse(ooxml).documentElement.localName).toBe("package");
  });

  it("delete(false) takes the content away, delete(true) leaves it", async () => {
    for (const [keep, expected] of [
      [false, ["Outside."]],
      [true, ["A", "A text.", "Outside."]],
    ] as const) {
      const word = await openWord({ parts: [...section("a1", "A").parts, { text: "Outside." }] });
      await word.run(async (context) => {
        context.document.contentControls.getByTag("a1").getFirst().delete(keep);
        await context.sync();
      });
      expect(controlsOf(word.document.body)).toHaveLength(0);
      expect(lines(word.document)).toEqual(expected);
    }
  });

  it("a locked control cannot be deleted", async () => {
    const word = await openWord(section("a1", "A"));
    const code = await codeOf(
      word.run(async (context) => {
        const control = context.document.contentControls.getByTag("a1").getFirst();
        control.cannotDelete = true;
        control.delete(false);
        await context.sync();
      }),
    );
    expect(code).toBe("GeneralException");
    expect(controlsOf(word.document.body)).toHaveLength(1);
  });

  it("a tag can be set and is refused over 64 characters", async () => {
    const word = await openWord(section("a1", "A"));
    const set = (tag: string): Promise<unknown> =>
      codeOf(
        word.run(async (context) => {
          context.document.contentControls.getFirst().tag = tag;
          await context.sync();
        }),
      );
    expect(await set("x".repeat(64))).toBe("no error");
    expect(await set("x".repeat(65))).toBe("InvalidArgument");
    expect(controlsOf((await savedAndOpened(word)).body).map(controlTag)).toEqual(["x".repeat(64)]);
  });

  it("insertContentControl wraps whole paragraphs of a range", async () => {
    const word = await openWord({ parts: [{ text: "One." }, { text: "Two." }, { text: "Three." }] });
    await word.run(async (context) => {
      const paragraphs = context.document.body.paragraphs;
      paragraphs.load("items/text");
      await context.sync();
      const [first, second] = paragraphs.items;
      if (!first || !second) throw new Error("no paragraphs");
      first.getRange("Whole").expandTo(second.getRange("Whole")).insertContentControl().tag = "a1";
      await context.sync();
    });
    const [control] = controlsOf(word.document.body);
    expect(control && elementText(control)).toBe("One.\nTwo.");
  });

  it("a deleted control is an invalid object path", async () => {
    const word = await openWord(section("a1", "A"));
    const code = await codeOf(
      word.run(async (context) => {
        const control = context.document.contentControls.getFirst();
        control.delete(false);
        await context.sync();
        control.load("tag");
        await context.sync();
      }),
    );
    expect(code).toBe("InvalidObjectPath");
  });

  it("select moves the selection, and getSelection finds it", async () => {
    const word = await openWord({ parts: [{ text: "Outside." }, ...section("a1", "A").parts] });
    await word.run(async (context) => {
      context.document.contentControls.getFirst().select();
      const selection = context.document.getSelection();
      selection.load("text");
      await context.sync();
      expect(selection.text).toBe("A\nA text.");
    });
  });
});

describe("custom XML parts and bookmarks", () => {
  it("parts are added, found by namespace, read, rewritten and deleted, and travel in the file", async () => {
    const word = await openWord(report);
    await word.run(async (context) => {
      context.document.customXmlParts.add('<map xmlns="urn:test:map">one</map>');
      context.document.customXmlParts.add('<other xmlns="urn:test:other"/>');
      await context.sync();
    });
    const reopened = await openWord(await word.document.save());
    await reopened.run(async (context) => {
      const parts = context.document.customXmlParts.getByNamespace("urn:test:map");
      parts.load("items/id");
      await context.sync();
      expect(parts.items).toHaveLength(1);
      const [part] = parts.items;
      const xml = part?.getXml();
      await context.sync();
      expect(xml?.value).toContain("one</map>");
      part?.setXml('<map xmlns="urn:test:map">two</map>');
      const again = parts.getOnlyItemOrNullObject();
      const changed = again.getXml();
      await context.sync();
      expect(changed.value).toContain("two</map>");
      again.delete();
      await context.sync();
    });
    const last = await savedAndOpened(reopened);
    expect(last.pack.partNames().filter((name) => /^customXml\/item\d+\.xml$/.test(name))).toHaveLength(1);
  });

  it("a bookmark is set, found and deleted by name", async () => {
    const word = await openWord({ parts: [{ text: "One." }, { text: "Two." }] });
    await word.run(async (context) => {
      const paragraphs = context.document.body.paragraphs;
      paragraphs.load("items/text");
      await context.sync();
      paragraphs.items[1]?.getRange("Whole").insertBookmark("_cd_1");
      const range = context.document.getBookmarkRangeOrNullObject("_cd_1");
      range.load("text");
      const none = context.document.getBookmarkRangeOrNullObject("_cd_2");
      await context.sync();
      expect(range.text).toBe("Two.");
      expect(none.isNullObject).toBe(true);
      context.document.deleteBookmark("_cd_1");
      const gone = context.document.getBookmarkRangeOrNullObject("_cd_1");
      await context.sync();
      expect(gone.isNullObject).toBe(true);
    });
  });
});

describe("the file", () => {
  it("a document that is opened and saved keeps every part", async () => {
    const bytes = await wordFile({
      ...report,
      customXml: '<map xmlns="urn:test:map"/>',
      lists: [{ format: "bullet" }],
    });
    const word = await openWord(bytes);
    const saved = await savedAndOpened(word);
    expect(saved.pack.partNames().sort()).toEqual(word.document.pack.partNames().sort());
    expect(lines(saved)).toEqual(["Report", "Opening words."]);
  });

  it("what is no Word document is refused by name", async () => {
    await expect(openWord(new TextEncoder().encode("no zip"))).rejects.toThrow("This is not a Word document");
  });
});

describe("the ledger", () => {
  it("has every case of the probe", () => {
    const ledger = readFileSync("infra/local/word-simulator/conformance.md", "utf8");
    for (const { name } of probeCases) expect(ledger).toContain(`| probe: ${name} |`);
  });

  it("every line names a test of this file and a source", () => {
    const ledger = readFileSync("infra/local/word-simulator/conformance.md", "utf8");
    const tests = ["conformance", "remarks-and-copies"]
      .map((name) => readFileSync(`test/infra/word-simulator/${name}.test.ts`, "utf8"))
      .join("\n");
    const rows = ledger
      .split("\n")
      .filter((line) => line.startsWith("| ") && !/^\| (behaviour|---)/.test(line));
    expect(rows.length).toBeGreaterThan(20);
    for (const row of rows) {
      const [behaviour, standing, source, test] = row
        .split("|")
        .slice(1)
        .map((cell) => cell.trim());
      expect(behaviour).not.toBe("");
      expect(["documented", "observed", "assumed"]).toContain(standing);
      expect(source).not.toBe("");
      const probed = test?.startsWith("probe: ") ? test.slice("probe: ".length) : null;
      if (probed !== null) {
        const found = probeCases.find(({ name }) => name === probed);
        expect(found?.standing, row).toBe(standing);
      } else
        expect(tests, row).toMatch(
          new RegExp(`(it|\\))\\("${test?.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}"`),
        );
    }
  });
});
