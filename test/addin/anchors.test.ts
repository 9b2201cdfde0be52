import { describe, expect, it } from "vitest";
import { restoreLost } from "../../addin/word/anchors.ts";
import { readDocumentMap } from "../../addin/word/document-link.ts";
import { insertFragment } from "../../addin/word/insert-fragment.ts";
import { revertOperation } from "../../addin/word/kept-copy.ts";
import { moveControls } from "../../addin/word/move-controls.ts";
import { replaceSection } from "../../addin/word/replace-section.ts";
import { controlsOf, controlTag } from "../../infra/local/word-simulator/model/content-controls.ts";
import { unwrapControl } from "../../infra/local/word-simulator/model/insert-file.ts";
import { elementText } from "../../infra/local/word-simulator/model/paragraph-text.ts";
import { anchorName } from "../../shared/contracts/document-map.ts";
import type { Fragment } from "../../shared/contracts/task-pane-api.ts";
import { parseSectionHtml } from "../../shared/documents/content/parse-section-html.ts";
import { writeFragment } from "../../shared/documents/write/word-document.ts";
import { testHash } from "../builders/fragments.ts";
import { type OpenWord, openWord } from "../builders/open-word.ts";

const blank = { parts: [{ heading: "Report" }, { text: "" }] };

/** A fragment as the product writes it, with its hidden bookmarks. */
function fragment(...sections: readonly [heading: string, html: string][]): Fragment {
  const parts = sections.map(([heading, html]) => ({
    tag: `cd-${heading.toLowerCase()}`,
    title: heading,
    heading: { text: heading, level: 2 as const },
    content: parseSectionHtml(html).content,
  }));
  return {
    fileBase64: Buffer.from(writeFragment({ parts, tables: new Map() })).toString("base64"),
    controls: sections.map(([heading, html]) => ({
      tag: `cd-${heading.toLowerCase()}`,
      title: heading,
      kind: "section",
      key: `R1/${heading.toUpperCase()}`,
      version: "1",
      hash: testHash(html),
      base: html,
      firstWords: heading,
    })),
  };
}

async function openReport(): Promise<OpenWord> {
  const word = await openWord(blank);
  word.beWord();
  await insertFragment(
    "R1",
    fragment(["Finance", "<p>It costs ten pounds.</p>"], ["Legal", "<p>Nothing to say.</p><p>At all.</p>"]),
    "end",
    null,
  );
  return word;
}

/** What each part's bookmark is around: nothing where it is gone. */
const anchored = (word: OpenWord, ...headings: string[]): string[] =>
  headings.map((heading) => {
    const stretch = word.document.bookmarked(anchorName(`cd-${heading.toLowerCase()}`));
    return stretch ? word.document.text(stretch).trim() : "nothing";
  });

const standing = (word: OpenWord): string[][] =>
  controlsOf(word.document.body).map((control) => [controlTag(control), elementText(control)]);

const titleOf = (key: string): string => `Title of ${key}`;

describe("The hidden bookmark around a part", () => {
  it("stands around its words after inserting, replacing, moving and undoing", async () => {
    const word = await openReport();
    const whole = ["Finance\nIt costs ten pounds.", "Legal\nNothing to say.\nAt all."];
    expect(anchored(word, "Finance", "Legal")).toEqual(whole);

    const { map } = (await readDocumentMap()).value;
    const newer = fragment(["Finance", "<p>It costs twelve pounds.</p>"]);
    const replaced = await replaceSection("R1", "cd-finance", newer, map);
    expect(anchored(word, "Finance", "Legal")).toEqual(["Finance\nIt costs twelve pounds.", whole[1]]);

    await revertOperation({
      link: (await readDocumentMap()).value,
      added: [],
      changed: [replaced.value.kept],
    });
    expect(anchored(word, "Finance", "Legal")).toEqual(whole);

    await moveControls(["cd-finance"], { after: "cd-legal" });
    expect(standing(word).map(([tag]) => tag)).toEqual(["cd-legal", "cd-finance"]);
    expect(anchored(word, "Finance", "Legal")).toEqual(whole);
  });

  it("gives a part its control back when another program has dropped it", async () => {
    const word = await openReport();
    const before = standing(word);
    for (const control of controlsOf(word.document.body)) unwrapControl(control);
    const link = (await readDocumentMap()).value;
    expect(link.tags).toEqual([]);

    const restored = await restoreLost(link, titleOf);
    expect(restored.value.titles).toEqual(["Title of R1/FINANCE", "Title of R1/LEGAL"]);
    expect(restored.value.link.tags).toEqual(["cd-finance", "cd-legal"]);
    expect(standing(word)).toEqual(before);
    expect(restored.syncs).toBeLessThanOrEqual(3);
  });

  it("restores nothing for a part that somebody deleted, and asks Word nothing when all stands", async () => {
    const word = await openReport();
    const whole = (await readDocumentMap()).value;
    const syncs = word.host.syncs;
    expect((await restoreLost(whole, titleOf)).value).toEqual({ link: whole, titles: [] });
    expect(word.host.syncs).toBe(syncs);

    for (const control of controlsOf(word.document.body))
      if (controlTag(control) === "cd-finance") word.document.deleteControl(control, false);
    const restored = await restoreLost((await readDocumentMap()).value, titleOf);
    expect(restored.value.titles).toEqual([]);
    expect(restored.value.link.tags).toEqual(["cd-legal"]);
  });
});
