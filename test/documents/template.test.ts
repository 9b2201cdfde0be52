import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { renderSectionHtml } from "../../shared/contracts/section-content.ts";
import { parseSectionHtml } from "../../shared/documents/content/parse-section-html.ts";
import { readSection } from "../../shared/documents/read/read-section.ts";
import { openDocx, UnreadableWordFile } from "../../shared/documents/read/word-package.ts";
import { defaultTemplateFile } from "../../shared/documents/template/default-template.ts";
import { readTemplate, type WordTemplate } from "../../shared/documents/template/word-template.ts";
import { writeFragment, writeReportDocument } from "../../shared/documents/write/word-document.ts";
import { openXmlFaults } from "../builders/judges.ts";
import { partsOf, withParts } from "../builders/office-files.ts";
import { anySectionContent, recordTableKeys, recordTables } from "../builders/section-contents.ts";
import { wordFile } from "../builders/word-file.ts";

const { content } = parseSectionHtml(
  '<p>Words.</p><ol start="3"><li>three</li></ol><ul><li>bullet</li></ul><table><caption>Rates</caption><tbody><tr><td>a</td></tr></tbody></table>',
);
const part = { tag: "cd-1", title: "Audit", heading: { text: "Audit", level: 2 }, content };
const face = {
  title: "Report & more",
  council: "Example <Council>",
  facts: [{ label: "Portfolio", value: "Parks" }],
};
const write = (template: WordTemplate) =>
  writeReportDocument(face, { parts: [part], tables: new Map(), map: null }, template);

/** Our template as a council might restyle it: other ids, looks, numbers, page, header with a picture. */
async function restyled(): Promise<Uint8Array> {
  return withParts(defaultTemplateFile(), {
    "word/styles.xml": (xml) =>
      xml
        .replaceAll('"Heading2"', '"berschrift2"')
        .replaceAll('w:val="1B4965"', 'w:val="7A0019"')
        .replace(/<w:style [^>]*w:styleId="Caption">.*?<\/w:style>/, "")
        .replaceAll("en-GB", "en-US")
        .replace(
          "</w:styles>",
          '<w:style w:type="paragraph" w:styleId="Caption"><w:name w:val="House Style"/></w:style></w:styles>',
        ),
    "word/document.xml": (xml) =>
      xml
        .replaceAll('"Heading2"', '"berschrift2"')
        .replace('w:w="11906" w:h="16838"', 'w:w="16838" w:h="11906" w:orient="landscape"'),
    "word/numbering.xml": (xml) =>
      xml
        .replace('<w:lvlText w:val="%1."/>', '<w:lvlText w:val="(%1)"/>')
        .replace('<w:lvlText w:val="•"/>', '<w:lvlText w:val="»"/>')
        .replace('<w:numFmt w:val="lowerRoman"/>', '<w:numFmt w:val="lowerLetter"/>'),
    "word/header.xml": (xml) => xml.replace("</w:p>", "<w:r><w:t> · OUR MOTTO</w:t></w:r></w:p>"),
    "word/settings.xml": (xml) => xml.replace("<w:compat>", "<w:trackRevisions/><w:compat>"),
  });
}

let council: WordTemplate;
let document: Map<string, string>;
beforeAll(async () => {
  council = readTemplate(await restyled());
  document = await partsOf(write(council));
});

describe("a council’s template", () => {
  it("gives a document its looks, page and header", () => {
    const styles = document.get("word/styles.xml") ?? "";
    expect(styles).toContain("7A0019");
    expect(document.get("word/document.xml")).toContain('w:w="16838" w:h="11906"');
    expect(document.get("word/header.xml")).toContain("OUR MOTTO");
    expect(document.get("word/header.xml")).toContain("Example &lt;Council&gt;");
    expect(document.get("word/header.xml")).toContain("Report &amp; more");
    expect(document.get("word/header.xml")).not.toContain("clear-days");
    expect(document.get("word/document.xml")).toContain('w:val="berschrift2"');
  });

  it("gives lists their look, but never makes another kind of list of one", () => {
    const numbering = document.get("word/numbering.xml") ?? "";
    expect(numbering).toContain('w:val="(%1)"');
    expect(numbering).toContain('w:val="»"');
    const ids = [...numbering.matchAll(/<w:num w:numId="(\d+)"/g)].map((match) => match[1]);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it("gets the styles it lacks, under ids of their own, and the language of the country", () => {
    const styles = document.get("word/styles.xml") ?? "";
    expect(styles).toMatch(/w:styleId="Caption1"><w:name w:val="caption"/);
    expect(styles).toContain('<w:lang w:val="en-GB"');
    expect(document.get("word/document.xml")).toContain('<w:pStyle w:val="Caption1"/>');
    expect(document.get("word/settings.xml")).not.toContain("trackRevisions");
  });

  it("leaves its own text behind", () => {
    expect(document.get("word/document.xml")).not.toContain("Restyle these paragraphs");
  });

  it("makes documents and fragments that the Open XML validator accepts", async () => {
    expect(await openXmlFaults(write(council))).toEqual([]);
    expect(await openXmlFaults(writeFragment({ parts: [part], tables: new Map() }, council))).toEqual([]);
    expect(await openXmlFaults(defaultTemplateFile())).toEqual([]);
  });

  it("changes nothing of the law: what is stored comes back", () => {
    fc.assert(
      fc.property(anySectionContent, (any) => {
        const file = writeFragment({ parts: [{ ...part, content: any }], tables: recordTables }, council);
        const read = readSection(openDocx(file), "cd-1", recordTableKeys);
        expect({ html: renderSectionHtml(read.content), notes: read.notes }).toEqual({
          html: renderSectionHtml(any),
          notes: [],
        });
      }),
      { numRuns: 100 },
    );
  }, 60_000);

  it("may be any Word document", async () => {
    const other = readTemplate(
      await wordFile({
        parts: [{ text: "A letter" }],
        lists: [{ format: "decimal" }],
        header: "Our letterhead",
      }),
    );
    const file = write(other);
    const parts = await partsOf(file);
    expect(parts.get("word/header1.xml")).toContain("Our letterhead");
    expect(parts.get("word/document.xml")).not.toContain("A letter");
    expect(renderSectionHtml(readSection(openDocx(file), "cd-1").content)).toBe(renderSectionHtml(content));
    expect(await openXmlFaults(file)).toEqual([]);
  });

  it("is refused when it is no Word document", () => {
    expect(() => readTemplate(new TextEncoder().encode("no zip"))).toThrow(UnreadableWordFile);
  });
});
