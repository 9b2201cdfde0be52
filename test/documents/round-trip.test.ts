import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { controlsOf, controlTag } from "../../infra/local/word-simulator/model/content-controls.ts";
import { renderSectionHtml, type SectionContent } from "../../shared/contracts/section-content.ts";
import type { OutsideNote } from "../../shared/contracts/task-pane-api.ts";
import { canonicalContent } from "../../shared/documents/content/canonical-content.ts";
import { parseSectionHtml } from "../../shared/documents/content/parse-section-html.ts";
import { readSection } from "../../shared/documents/read/read-section.ts";
import { openDocx, openFlatOpc } from "../../shared/documents/read/word-package.ts";
import type { ControlledPart } from "../../shared/documents/write/document-body.ts";
import { writeFragment, writeReportDocument } from "../../shared/documents/write/word-document.ts";
import { openWord } from "../builders/open-word.ts";
import {
  anyBlocks,
  anySectionContent,
  longParagraph,
  recordTableKeys,
  recordTables,
} from "../builders/section-contents.ts";

const heading = "Internal Audit";

function partOf(content: SectionContent): ControlledPart {
  return { tag: "cd-1", title: heading, heading: { text: heading, level: 2 }, content };
}

/** What the record would hold after a section went to Word and back. */
function throughWord(content: SectionContent): { html: string; notes: readonly OutsideNote[] } {
  const file = writeFragment({ parts: [partOf(content)], tables: recordTables });
  const read = readSection(openDocx(file), "cd-1", recordTableKeys);
  expect(read.heading).toBe(heading);
  return { html: renderSectionHtml(read.content), notes: read.notes };
}

describe("section content", () => {
  it("comes back from its HTML as it was", () => {
    fc.assert(
      fc.property(anySectionContent, (content) => {
        const html = renderSectionHtml(content);
        expect(renderSectionHtml(parseSectionHtml(html).content)).toBe(html);
      }),
      { numRuns: 300 },
    );
  });

  it("is canonical once made so", () => {
    fc.assert(
      fc.property(anySectionContent, (content) => {
        expect(canonicalContent(content)).toEqual(content);
      }),
      { numRuns: 300 },
    );
  });

  it("comes back from Word as it went in, with nothing to note", () => {
    fc.assert(
      fc.property(anySectionContent, (content) => {
        expect(throughWord(content)).toEqual({ html: renderSectionHtml(content), notes: [] });
      }),
      { numRuns: 600 },
    );
  }, 60_000);

  it("comes back from Word in canonical form, whatever was given to write", () => {
    fc.assert(
      fc.property(anyBlocks, (content) => {
        expect(throughWord(content).html).toBe(renderSectionHtml(canonicalContent(content)));
      }),
      { numRuns: 100 },
    );
  }, 60_000);

  it("comes back from a document that Word has open and hands out again", async () => {
    const face = { title: "Cabinet Member Report", council: "Example Council", facts: [] };
    const made = writeReportDocument(face, { parts: [], tables: new Map(), map: null });
    const four = fc.tuple(anySectionContent, anySectionContent, anySectionContent, anySectionContent);
    await fc.assert(
      fc.asyncProperty(four, async (contents) => {
        const { document } = await openWord(made);
        const parts = contents.map((content, index) => ({ ...partOf(content), tag: `cd-${index}` }));
        const file = Buffer.from(writeFragment({ parts, tables: recordTables })).toString("base64");
        await document.insert(file, document.body, document.endOfBody());
        for (const { tag, content } of parts) {
          const control = controlsOf(document.body).find((one) => controlTag(one) === tag) as Element;
          const read = readSection(openFlatOpc(document.ooxml([control])), tag, recordTableKeys);
          expect({ html: renderSectionHtml(read.content), notes: read.notes }).toEqual({
            html: renderSectionHtml(content),
            notes: [],
          });
        }
      }),
      { numRuns: 60 },
    );
  }, 120_000);

  it("of a paragraph of 20,000 characters comes back", () => {
    const html = renderSectionHtml(longParagraph);
    expect(html.length).toBeGreaterThan(20_000);
    expect(throughWord(longParagraph)).toEqual({ html, notes: [] });
  });
});

/** Each of these was once lost or changed on the way. */
describe("what was once lost", () => {
  it.each([
    ["a link inside a heading", '<h3>See <a href="https://council.example/a">the plan</a></h3>'],
    ["italics inside a heading", "<h3>The ferry <em>Royal Iris</em></h3>"],
    ["a non-breaking space", "<p>£5\u00A0million</p>"],
    ["a non-breaking hyphen", "<p>non\u2011executive</p>"],
    ["an optional hyphen", "<p>re\u00ADorganisation</p>"],
    ["bold words in a script from right to left", "<p><strong>بلدية سيفتون</strong> in Arabic</p>"],
    [
      "two links that touch",
      '<p><a href="https://council.example/a">one</a><a href="https://council.example/b">two</a></p>',
    ],
    [
      "one link of two looks",
      '<p><a href="https://council.example/a"><strong>one</strong></a><a href="https://council.example/a"> two</a></p>',
    ],
    ["a list that starts at 0", '<ol start="0"><li>nought</li></ol>'],
    ["two lists that touch and both start at 1", "<ol><li>a</li></ol><ol><li>b</li></ol>"],
    [
      "a cell over two rows beside one over two columns",
      '<table><tbody><tr><td rowspan="2">a</td><td colspan="2">b</td></tr><tr><td>c</td><td>d</td></tr></tbody></table>',
    ],
    [
      "a cell over two rows and two columns",
      '<table><tbody><tr><td colspan="2" rowspan="2">a</td><td>b</td></tr><tr><td>c</td></tr><tr><td>d</td><td>e</td><td>f</td></tr></tbody></table>',
    ],
    [
      "tables one after the other",
      "<table><tbody><tr><td>a</td></tr></tbody></table><table><tbody><tr><td>b</td></tr></tbody></table>",
    ],
    ["a word that programs use themselves", "<p>valueOf</p><p>constructor</p><p>__proto__</p>"],
    ["a cell that says (draft)", "<table><tbody><tr><td>Payroll (draft)</td></tr></tbody></table>"],
    ["an address with quotation marks", '<p><a href="https://council.example/a&quot;b&lt;c">x</a></p>'],
    ["a line break where a link begins", '<p>a<br><a href="https://council.example/a">b</a></p>'],
  ])("%s comes back", (_, html) => {
    const { content } = parseSectionHtml(html);
    expect(renderSectionHtml(content)).toBe(html);
    expect(throughWord(content)).toEqual({ html, notes: [] });
  });

  it.each([
    [
      "a span over the edge of its table",
      '<table><tr><td rowspan="3">a</td><td>b</td></tr></table>',
      "<table><tbody><tr><td>a</td><td>b</td></tr></tbody></table>",
    ],
    [
      "spans that overlap",
      '<table><tr><td>a</td><td rowspan="2">b</td></tr><tr><td colspan="2">c</td></tr></table>',
      '<table><tbody><tr><td>a</td><td rowspan="2">b</td></tr><tr><td>c</td></tr></tbody></table>',
    ],
    [
      "a row that is covered whole",
      '<table><tr><td rowspan="2">a</td></tr><tr></tr><tr><td>b</td></tr></table>',
      "<table><tbody><tr><td>a</td></tr><tr><td>b</td></tr></tbody></table>",
    ],
    [
      "a short row",
      "<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>",
      "<table><tbody><tr><td>a</td><td>b</td></tr><tr><td>c</td><td></td></tr></tbody></table>",
    ],
    [
      "a span from the header into the body",
      '<table><thead><tr><th rowspan="2">a</th><th>b</th></tr></thead><tbody><tr><td>c</td></tr></tbody></table>',
      "<table><thead><tr><th>a</th><th>b</th></tr></thead><tbody><tr><td>c</td><td></td></tr></tbody></table>",
    ],
    [
      "a numbered list that counts on",
      '<ol><li>a</li></ol><ol start="2"><li>b</li></ol>',
      "<ol><li>a</li><li>b</li></ol>",
    ],
    [
      "a list ten deep",
      `${"<ul><li>x".repeat(10)}${"</li></ul>".repeat(10)}`,
      `${"<ul><li>x".repeat(9)}</li><li>x${"</li></ul>".repeat(9)}`,
    ],
    [
      "a table of the record twice",
      '<figure data-table="T"></figure><figure data-table="T"></figure>',
      '<figure data-table="T"></figure>',
    ],
    ["a bold space", "<p>a<strong> </strong>b</p>", "<p>a b</p>"],
    ["a byte order mark", "<p>a\uFEFFb</p>", "<p>ab</p>"],
    ["a control character", "<p>a\u0001b\u0085c</p>", "<p>ab<br>c</p>"],
  ])("%s has one canonical form", (_, html, canonical) => {
    expect(renderSectionHtml(parseSectionHtml(html).content)).toBe(canonical);
  });
});

describe("HTML from outside", () => {
  it.each([
    {
      html: "<script>alert(1)</script><p onclick='x()'>Hello</p>",
      kept: "<p>Hello</p>",
      leftOut: ["script"],
    },
    { html: '<p><a href="javascript:alert(1)">press</a></p>', kept: "<p>press</p>", leftOut: [] },
    {
      html: "loose <b>words</b><div>and a division</div>",
      kept: "<p>loose <strong>words</strong></p><p>and a division</p>",
      leftOut: [],
    },
    { html: "<ul><li>a</li></ul><ul><li>b</li></ul>", kept: "<ul><li>a</li><li>b</li></ul>", leftOut: [] },
    {
      html: "<ol start='3'><li><p>one</p><p>two</p></li></ol>",
      kept: '<ol start="3"><li>one<br>two</li></ol>',
      leftOut: [],
    },
    {
      html: "<p>  many \n spaces&nbsp;&nbsp;here </p><p> </p>",
      kept: "<p>many spaces here</p>",
      leftOut: [],
    },
    {
      html: "<ol><script>alert(1)</script><li>one</li></ol>",
      kept: "<ol><li>one</li></ol>",
      leftOut: ["script"],
    },
    { html: "<h1>Big</h1><h6>small</h6>", kept: "<h2>Big</h2><h4>small</h4>", leftOut: [] },
  ])("$html is kept as $kept", ({ html, kept, leftOut }) => {
    const parsed = parseSectionHtml(html);
    expect(renderSectionHtml(parsed.content)).toBe(kept);
    expect(parsed.leftOut).toEqual(leftOut);
  });
});
