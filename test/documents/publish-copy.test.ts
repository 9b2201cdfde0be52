import { describe, expect, it } from "vitest";
import { parseSectionHtml } from "../../shared/documents/content/parse-section-html.ts";
import { NotReadyToPublish, publishCopy } from "../../shared/documents/publish/publish-copy.ts";
import { readDocumentMap, readReportDocument } from "../../shared/documents/read/read-report-document.ts";
import { openDocx, UnreadableWordFile } from "../../shared/documents/read/word-package.ts";
import { writeReportDocument } from "../../shared/documents/write/word-document.ts";
import { openXmlFaults } from "../builders/judges.ts";
import { partsOf, withParts } from "../builders/office-files.ts";
import { recordTables } from "../builders/section-contents.ts";

const base = "<p>Spending <strong>rose</strong>.</p>";
const tableKey = "CMR/AUDIT/T1";
const map = {
  reportKey: "CMR/SECRET-KEY/2026-12",
  controls: [
    {
      tag: "cd-aaa111",
      kind: "section" as const,
      key: "CMR/SECRET-KEY/AUDIT",
      version: 'W/"version-77"',
      hash: "f00dfeed",
      base,
    },
    {
      tag: "cd-bbb222",
      kind: "section" as const,
      key: "CMR/SECRET-KEY/PARKS",
      version: "v-78",
      hash: "beefcafe",
      base: "",
    },
    { tag: "cd-table-0", kind: "table" as const, key: tableKey, version: "v-79", hash: "ab", base: "" },
    {
      tag: "cd-gone",
      kind: "section" as const,
      key: "CMR/SECRET-KEY/GONE",
      version: "v",
      hash: "h",
      base: "",
    },
  ],
};
const parts = [
  {
    tag: "cd-aaa111",
    title: "Audit",
    heading: { text: "Audit", level: 1 },
    content: parseSectionHtml(`${base}<figure data-table="${tableKey}"></figure>`).content,
  },
  {
    tag: "cd-bbb222",
    title: "Parks",
    heading: { text: "Parks", level: 1 },
    content: parseSectionHtml("<p>Parks are open.</p>").content,
  },
];
const face = { title: "Report", council: "Example Council", facts: [] };
const report = writeReportDocument(face, { parts, tables: recordTables, map });

const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/** The report as people leave it: a comment, properties about them, remarks of other programs. */
const used = () =>
  withParts(report, {
    "word/comments.xml":
      '<w:comments xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:comment w:id="1" w:author="Robin Private" w:initials="RP"><w:p><w:r><w:t>is this right?</w:t></w:r></w:p></w:comment></w:comments>',
    "word/document.xml": (xml) =>
      xml.replace(
        "Parks are open.</w:t></w:r>",
        'Parks are open.</w:t></w:r><w:commentRangeStart w:id="1"/><w:commentRangeEnd w:id="1"/><w:r><w:commentReference w:id="1"/></w:r>',
      ),
    "word/_rels/document.xml.rels": (xml) =>
      xml.replace(
        "</Relationships>",
        `<Relationship Id="rIdC" Type="${office}/comments" Target="comments.xml"/></Relationships>`,
      ),
    "docProps/core.xml": (xml) =>
      xml.replace("</dc:creator>", "</dc:creator><cp:lastModifiedBy>Robin Private</cp:lastModifiedBy>"),
    "docProps/app.xml":
      '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Manager>Robin Private</Manager></Properties>',
    "_rels/.rels": (xml) =>
      xml.replace(
        "</Relationships>",
        `<Relationship Id="rIdA" Type="${office}/extended-properties" Target="docProps/app.xml"/></Relationships>`,
      ),
    "[Content_Types].xml": (xml) =>
      xml.replace(
        "</Types>",
        '<Override PartName="/word/comments.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"/><Override PartName="/docProps/app.xml" ContentType="application/vnd.openxmlformats-officedocument.extended-properties+xml"/></Types>',
      ),
  });

describe("a copy for the public", () => {
  it("keeps every word and nothing of keys, versions, remarks or people, in any part", async () => {
    const before = await partsOf(await used());
    const traces = [
      "SECRET-KEY",
      "version-77",
      "v-78",
      "f00dfeed",
      "beefcafe",
      "cd-aaa111",
      "cd-bbb222",
      "cd_aaa111",
      "cd-table",
      "documentMap",
      "clear-days",
      "&lt;p&gt;Spending",
      "Robin Private",
      "is this right",
      "w:sdt",
      "comment",
    ];
    const where = (all: ReadonlyMap<string, string>) =>
      traces.filter((trace) => [...all].some(([name, text]) => `${name} ${text}`.includes(trace)));
    expect(where(before).length).toBeGreaterThan(12);

    const copy = publishCopy(await used());
    const after = await partsOf(copy);
    expect(where(after)).toEqual([]);
    expect([...after.keys()].filter((name) => /customXml|comments|app\.xml/.test(name))).toEqual([]);
    const text = after.get("word/document.xml") ?? "";
    for (const word of ["Spending", "rose", "Parks are open.", "Payroll"]) expect(text).toContain(word);
    expect(after.get("docProps/core.xml")).toContain("<dc:title>Report</dc:title>");
    expect(after.get("docProps/core.xml")).not.toContain("creator");
    expect(await openXmlFaults(copy)).toEqual([]);
  });

  it("is not made while tracked changes are left, and says which", async () => {
    const tracked = await withParts(report, {
      "word/document.xml": (xml) =>
        xml.replace(
          "Parks are open.</w:t></w:r>",
          'Parks are open.</w:t></w:r><w:ins w:id="9" w:author="Sam Finance"><w:r><w:t>Not yet.</w:t></w:r></w:ins><w:del w:id="10" w:author="Sam Finance"><w:r><w:delText>Soon.</w:delText></w:r></w:del>',
        ),
    });
    expect(() => publishCopy(tracked)).toThrow(NotReadyToPublish);
    expect(() => publishCopy(tracked)).toThrow(
      "This document has 2 tracked changes: insertion “Not yet.” by Sam Finance; deletion “Soon.” by Sam Finance. Accept or reject them in Word, then publish again.",
    );
  });
});

describe("a whole report read back", () => {
  it("gives its map and its sections, and names what is missing, copied or outside", async () => {
    const edited = await withParts(report, {
      "word/document.xml": (xml) => {
        const second = xml.slice(xml.lastIndexOf("<w:sdt>"), xml.lastIndexOf("</w:sdt>") + 8);
        return xml.replace(
          second,
          `<w:p><w:r><w:t>Between two sections.</w:t></w:r></w:p>${second}${second}`,
        );
      },
    });
    const read = readReportDocument(edited);
    expect(read.map).toEqual(map);
    expect(read.sections.map(({ key, heading }) => [key, heading])).toEqual([
      ["CMR/SECRET-KEY/AUDIT", "Audit"],
      ["CMR/SECRET-KEY/PARKS", "Parks"],
    ]);
    expect(read.sections[0]?.content.map((block) => block.kind)).toEqual(["paragraph", "tableReference"]);
    expect(read.sections[0]?.notes).toEqual([]);
    expect(read.missing).toEqual(["CMR/SECRET-KEY/GONE"]);
    expect(read.copied).toEqual(["CMR/SECRET-KEY/PARKS"]);
    expect(read.outside).toEqual([{ kind: "words outside every section", place: "“Between two sections.”" }]);
  });

  it("needs a map, inside or given", () => {
    const plain = writeReportDocument(face, { parts, tables: recordTables, map: null });
    expect(readDocumentMap(openDocx(plain))).toBeNull();
    expect(() => readReportDocument(plain)).toThrow(UnreadableWordFile);
    expect(readReportDocument(plain, map).sections).toHaveLength(2);
  });
});
