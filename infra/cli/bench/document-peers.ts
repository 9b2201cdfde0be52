import Docxtemplater from "docxtemplater";
import mammoth from "mammoth";
import PizZip from "pizzip";
import type { SectionContent } from "../../../shared/contracts/section-content.ts";
import { parseSectionHtml } from "../../../shared/documents/content/parse-section-html.ts";
import { readReportDocument } from "../../../shared/documents/read/read-report-document.ts";
import {
  sectionPart,
  tablePart,
  writeReportDocument,
} from "../../../shared/documents/write/word-document.ts";
import { tableBlock } from "../../../shared/rules/reports/table-blocks.ts";
import { type Figure, figure, median } from "./figures.ts";
import { generatedReport } from "./generated-records.ts";

/** The report of the design’s target: sixty sections, twenty tables. */
const sectionCount = 60;
const tableCount = 20;
/** Words of a section, so that the whole report has about 18,000. */
const sectionWords = 260;
const rounds = 15;
const warmUps = 4;

const face = {
  title: "Cabinet Member Report",
  subtitle: "Overview and Scrutiny Committee, Tuesday 8 December 2026",
  council: "Example Council",
  facts: [
    { label: "Councillor", value: "Cabinet Member" },
    { label: "Portfolio", value: "Regeneration" },
    { label: "Period of report", value: "November 2026" },
  ],
};

/**
 * Measures writing and reading of one whole report in memory, beside the libraries people would use instead:
 * docxtemplater fills a document of equal words, mammoth reads ours. What ours starts from is the stored HTML.
 */
export async function measureDocumentPeers(): Promise<Figure[]> {
  const report = generatedReport("author", sectionCount, tableCount);
  const sections = report.sections.map((section) => ({ ...section, html: longerHtml(section.html) }));
  const tables = new Map(
    report.tables.map((table) => [table.key, tablePart(`t-${table.order}-${table.key}`.slice(0, 64), table)]),
  );
  const tableOf = new Map(report.tables.map((table) => [table.sectionKey, table]));
  const parse = (html: string, key: string): SectionContent => {
    const table = tableOf.get(key);
    const { content } = parseSectionHtml(html);
    return table ? [...content, { kind: "tableReference", key: table.key }] : content;
  };
  const map = {
    reportKey: report.report.key,
    controls: sections.map(({ key, html }, index) => ({
      tag: `s-${index}`,
      kind: "section" as const,
      key,
      version: "1",
      hash: "",
      base: html,
    })),
  };
  const write = () =>
    writeReportDocument(face, {
      parts: sections.map((section, index) =>
        sectionPart(`s-${index}`, section, parse(section.html, section.key)),
      ),
      tables,
      map,
    });

  const template = templaterFile(write());
  const data = {
    sections: sections.map(({ heading, html, key }) => {
      const table = tableOf.get(key);
      const block = table && tableBlock(table);
      return {
        heading,
        paragraphs: parseSectionHtml(html).content.flatMap((one) =>
          one.kind === "paragraph"
            ? [one.runs.map((run) => run.text).join("")]
            : one.kind === "list"
              ? one.items.map((item) => item.runs.map((run) => run.text).join(""))
              : [],
        ),
        rows: (block?.rows ?? []).map((row) => {
          const [a, b, c, d] = row.cells.map((cell) =>
            cell.paragraphs
              .flat()
              .map((run) => run.text)
              .join(""),
          );
          return { a, b, c, d };
        }),
      };
    }),
  };
  const fill = () =>
    new Docxtemplater(new PizZip(template), { paragraphLoop: true })
      .render(data)
      .toBuffer({ compression: "DEFLATE" });

  const ours = write();
  checkSameWords(ours, fill(), sections.length);
  const written = await alternately(write, fill);
  const buffer = Buffer.from(ours);
  const read = await alternately(
    () => readReportDocument(ours),
    () => mammoth.convertToHtml({ buffer }),
  );
  const size = `${sectionCount} sections, ${tableCount} tables, ${Math.round(wordsOf(ours) / 1000)},000 words`;
  return [
    figure({
      key: "document.write",
      what: `Whole report written in memory (${size})`,
      unit: "ms",
      measured: written.ours,
      peer: { name: "docxtemplater", measured: written.peer },
      target: { of: "ratio", atMost: 1 },
    }),
    figure({
      key: "document.read-back",
      what: "The same report read back, section by section",
      unit: "ms",
      measured: read.ours,
      peer: { name: "mammoth", measured: read.peer },
      target: { of: "ratio", atMost: 1 },
    }),
  ];
}

/** Runs the two in turn, so that whatever else the machine does falls on both. */
async function alternately(
  ours: () => unknown,
  peer: () => unknown,
): Promise<{ readonly ours: number; readonly peer: number }> {
  const times = { ours: [] as number[], peer: [] as number[] };
  for (let round = 0; round < rounds + warmUps; round++) {
    for (const [name, work] of [
      ["ours", ours],
      ["peer", peer],
    ] as const) {
      const started = performance.now();
      await work();
      if (round >= warmUps) times[name].push(performance.now() - started);
    }
  }
  return { ours: median(times.ours), peer: median(times.peer) };
}

function longerHtml(html: string): string {
  const sentence = "The service kept its promise to residents and will report again in the spring. ";
  const missing = Math.max(0, sectionWords - html.split(/\s+/).length);
  const words = sentence.split(" ").length - 1;
  return `${html}<p>${sentence.repeat(Math.ceil(missing / words)).trim()}</p>`;
}

/** Our document with its body replaced by the loops that docxtemplater fills, in the same styles. */
function templaterFile(document: Uint8Array): Buffer {
  const zip = new PizZip(document);
  const xml = zip.file("word/document.xml")?.asText() ?? "";
  const paragraph = (style: string, text: string) =>
    `<w:p><w:pPr><w:pStyle w:val="${style}"/></w:pPr><w:r><w:t>${text}</w:t></w:r></w:p>`;
  const cells = ["{#rows}{a}", "{b}", "{c}", "{d}{/rows}"].map(
    (text) => `<w:tc><w:tcPr><w:tcW w:w="2338" w:type="dxa"/></w:tcPr>${paragraph("TableText", text)}</w:tc>`,
  );
  const table = `<w:tbl><w:tblPr><w:tblStyle w:val="ReportTable"/><w:tblW w:w="9354" w:type="dxa"/></w:tblPr><w:tblGrid>${'<w:gridCol w:w="2338"/>'.repeat(4)}</w:tblGrid><w:tr>${cells.join("")}</w:tr></w:tbl>`;
  const body =
    paragraph("Normal", "{#sections}") +
    paragraph("Heading2", "{heading}") +
    paragraph("Normal", "{#paragraphs}") +
    paragraph("Normal", "{.}") +
    paragraph("Normal", "{/paragraphs}") +
    table +
    paragraph("Normal", "{/sections}");
  zip.file(
    "word/document.xml",
    xml.replace(/<w:body>.*<w:sectPr>/s, () => `<w:body>${body}<w:sectPr>`),
  );
  return zip.generate({ type: "nodebuffer", compression: "DEFLATE" });
}

function wordsOf(document: Uint8Array | Buffer): number {
  const xml = new PizZip(document).file("word/document.xml")?.asText() ?? "";
  const text = [...xml.matchAll(/<w:t(?: [^>]*)?>([^<]*)</g)].map((match) => match[1]).join(" ");
  return text.split(/\s+/).filter((word) => word !== "").length;
}

/** The two are compared only when they hold the same amount of words. */
function checkSameWords(ours: Uint8Array, peer: Buffer, sections: number): void {
  const [own, other] = [wordsOf(ours), wordsOf(peer)];
  if (own < sections * 200 || Math.abs(own - other) > own * 0.05)
    throw new Error(`The documents to compare hold ${own} and ${other} words.`);
}
