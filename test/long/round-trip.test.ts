import fc from "fast-check";
import { expect, it } from "vitest";
import { renderSectionHtml } from "../../shared/contracts/section-content.ts";
import { parseSectionHtml } from "../../shared/documents/content/parse-section-html.ts";
import { readSection } from "../../shared/documents/read/read-section.ts";
import { openDocx } from "../../shared/documents/read/word-package.ts";
import { writeFragment } from "../../shared/documents/write/word-document.ts";
import { anySectionContent, recordTableKeys, recordTables } from "../builders/section-contents.ts";

it("takes five thousand sections to Word and back as they were", () => {
  fc.assert(
    fc.property(anySectionContent, (content) => {
      const part = { tag: "cd-1", title: "A", heading: { text: "A", level: 1 }, content };
      const word = openDocx(writeFragment({ parts: [part], tables: recordTables }));
      const read = readSection(word, "cd-1", recordTableKeys);
      expect({ html: renderSectionHtml(read.content), notes: read.notes }).toEqual({
        html: renderSectionHtml(content),
        notes: [],
      });
    }),
    { numRuns: 5_000 },
  );
});

it("reads any text as HTML without failing, into content that is canonical", () => {
  const markup = fc.array(
    fc.oneof(
      fc.constantFrom(
        "<p>",
        "</p>",
        "<ul>",
        "<li>",
        "</ul>",
        "<table>",
        "<tr>",
        "<td colspan=2>",
        "</table>",
        "<b>",
        "<a href='javascript:x'>",
        "<ol type=i start=4>",
        "<script>",
        "<!--",
        "-->",
        "&amp;",
        "&#0;",
        "<figure data-table='K'>",
      ),
      fc.string({ unit: "binary", maxLength: 8 }),
    ),
    { maxLength: 40 },
  );
  fc.assert(
    fc.property(markup, (pieces) => {
      const { content } = parseSectionHtml(pieces.join(""));
      const html = renderSectionHtml(content);
      expect(renderSectionHtml(parseSectionHtml(html).content)).toBe(html);
      expect(html).not.toMatch(/<script|="javascript:/);
    }),
    { numRuns: 20_000 },
  );
});
