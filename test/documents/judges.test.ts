import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { plainText } from "../../shared/documents/content/canonical-content.ts";
import { writeFragment, writeReportDocument } from "../../shared/documents/write/word-document.ts";
import { libreOfficeMissing, openXmlFaults, textsInLibreOffice } from "../builders/judges.ts";
import { anySectionContent, longParagraph, recordTables } from "../builders/section-contents.ts";

/** The same documents on every run: what a judge says about them does not depend on luck. */
const contents = [...fc.sample(anySectionContent, { numRuns: 24, seed: 20261208 }), longParagraph];

const documents = contents.map((content, index) => {
  const heading = { text: `Section ${index} – “a & b”`, level: 1 + (index % 3) };
  const part = { tag: `cd-${index}`, title: heading.text.repeat(6), heading, content };
  const face = {
    title: `Report ${index} <draft>`,
    subtitle: "Overview and Scrutiny Committee, Tuesday 8 December 2026",
    council: "Example Council",
    facts: [
      { label: "Councillor", value: "Ada Whitfield" },
      { label: "Portfolio", value: "" },
    ],
  };
  const map = { reportKey: "CMR/TEST", controls: [] };
  return {
    name: `sample-${index}`,
    content,
    report: writeReportDocument(face, { parts: [part], tables: recordTables, map }),
    fragment: writeFragment({ parts: [part], tables: recordTables }),
  };
});

describe("documents we write", () => {
  it("hold enough to judge", () => {
    const kinds = new Set(contents.flatMap((content) => content.map((block) => block.kind)));
    expect([...kinds].sort()).toEqual(["heading", "list", "paragraph", "table", "tableReference"]);
  });

  it("are accepted by the Open XML validator, reports and fragments", async () => {
    const files = documents.flatMap(({ name, report, fragment }, index) => [
      { name, file: report },
      ...(index % 6 === 0 ? [{ name: `${name}, fragment`, file: fragment }] : []),
    ]);
    for (const { name, file } of files) {
      expect({ name, faults: await openXmlFaults(file) }).toEqual({ name, faults: [] });
    }
  }, 120_000);

  const missing = libreOfficeMissing();
  it.skipIf(missing !== null)(
    `open in LibreOffice with every word${missing ? ` (${missing})` : ""}`,
    async () => {
      const texts = await textsInLibreOffice(
        new Map(documents.map(({ name, report }) => [name, report] as const)),
      );
      for (const { name, content } of documents) {
        const shown = withoutSigns(texts.get(name) ?? "");
        const words = plainText(content)
          .split(/[\s|]+/)
          .map(withoutSigns)
          .filter((word) => word !== "");
        expect({ name, lost: words.filter((word) => !shown.includes(word)) }).toEqual({ name, lost: [] });
      }
    },
    120_000,
  );
});

/** Hyphens and invisible marks are spelled in several ways by different programs. */
function withoutSigns(text: string): string {
  return text
    .replace(/[\u00AD\u200B-\u200F\u2060-\u2064\u202A-\u202E\u2066-\u2069\uFEFF\s]/g, "")
    .replace(/\u2011/g, "-");
}
