import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { renderSectionHtml, type SectionContent } from "../../shared/contracts/section-content.ts";
import { canonicalContent } from "../../shared/documents/content/canonical-content.ts";
import { parseSectionHtml } from "../../shared/documents/content/parse-section-html.ts";
import { readSection } from "../../shared/documents/read/read-section.ts";
import { openDocx } from "../../shared/documents/read/word-package.ts";
import { writeFragment } from "../../shared/documents/write/word-document.ts";
import { anySectionContent } from "../builders/section-contents.ts";

function throughWord(content: SectionContent): { html: string; notes: number } {
  const part = {
    tag: "cd-1",
    title: "Internal Audit",
    heading: { text: "Internal Audit", level: 2 },
    content,
  };
  const read = readSection(openDocx(writeFragment({ parts: [part], tables: new Map() })), "cd-1");
  expect(read.heading).toBe("Internal Audit");
  return { html: renderSectionHtml(read.content), notes: read.notes.length };
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
        expect(throughWord(content)).toEqual({ html: renderSectionHtml(content), notes: 0 });
      }),
      { numRuns: 200 },
    );
  }, 60_000);
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
