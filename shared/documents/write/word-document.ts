import { type DocumentMap, documentMapNamespace, renderDocumentMap } from "../../contracts/document-map.ts";
import type { ReportSection, ReportTable } from "../../rules/reports/report.ts";
import { tableBlock } from "../../rules/reports/table-blocks.ts";
import { oneLine } from "../content/canonical-content.ts";
import { defaultTemplate, filledPart, type WordTemplate } from "../template/word-template.ts";
import { type ControlledPart, DocumentBody, type LabelledValue } from "./document-body.ts";
import { ListNumbering } from "./list-numbering.ts";
import {
  escapeXml,
  officeRelationships,
  relationsPart,
  wordNamespaces,
  wordTypes,
  xmlDeclaration,
} from "./word-xml.ts";
import { zipPackage } from "./zip-package.ts";

/** The face of a report document: what stands before its sections. */
export interface ReportFace {
  /** “Cabinet Member Report”, or what a covering report is about: the title, in the document and its properties. */
  readonly title: string;
  /** Committee and date. */
  readonly subtitle?: string;
  readonly council: string;
  /** The header table of a Cabinet Member report, label above value: Councillor, Portfolio, Period of report. */
  readonly facts: readonly LabelledValue[];
  /** The front sheet of a covering report: rows of one or two pairs, label beside value. */
  readonly frontSheet?: readonly (readonly LabelledValue[])[];
}

/** What goes into a document: parts in order, tables that sections refer to, and the map that travels with it. */
export interface DocumentContent {
  readonly parts: readonly ControlledPart[];
  readonly tables: ReadonlyMap<string, ControlledPart>;
  readonly map: DocumentMap | null;
}

/**
 * A whole report as a .docx: title, header table or front sheet, sections, with properties, and with the styles,
 * lists, page, header and footer of the template (ours unless another is given).
 */
export function writeReportDocument(
  face: ReportFace,
  content: DocumentContent,
  template: WordTemplate = defaultTemplate(),
): Uint8Array {
  const numbering = new ListNumbering(template.numbering);
  const { styleId, textWidth } = template;
  const body = new DocumentBody({ numbering, styleId, textWidth, tables: content.tables });
  const opening =
    body.line(face.title, styleId("title")) +
    (face.subtitle ? body.line(face.subtitle, styleId("subtitle")) : "") +
    factsTable(body, face) +
    (face.frontSheet ? body.labelTable("Front sheet", face.frontSheet) : "");
  const sections = content.parts.map((part) => body.controlled(part)).join("");
  // A body ends with a paragraph: the place where the first section goes.
  const place = sections === "" ? "<w:p/>" : "";
  return writePackage({
    body: opening + sections + place,
    links: body.links,
    numbering,
    template,
    face,
    map: content.map,
  });
}

/**
 * A .docx that holds only the parts, each inside its content control, for `insertFileFromBase64`. Headers, page
 * layout and the map stay out: Word drops them anyway, and the pane keeps the map.
 */
export function writeFragment(
  content: Omit<DocumentContent, "map">,
  template: WordTemplate = defaultTemplate(),
): Uint8Array {
  const numbering = new ListNumbering(template.numbering);
  const { styleId, textWidth } = template;
  const body = new DocumentBody({ numbering, styleId, textWidth, tables: content.tables });
  const xml = content.parts.map((part) => body.controlled(part)).join("");
  return writePackage({ body: xml, links: body.links, numbering, template, face: null, map: null });
}

function factsTable(body: DocumentBody, { facts }: ReportFace): string {
  if (facts.length === 0) return "";
  const cells = (texts: readonly string[]) => ({
    cells: texts.map((text) => ({ paragraphs: oneLine(text) === "" ? [] : [[{ text: oneLine(text) }]] })),
  });
  return body.table({
    kind: "table",
    headerRows: 1,
    rows: [cells(facts.map(({ label }) => label)), cells(facts.map(({ value }) => value))],
  });
}

interface PackageParts {
  readonly body: string;
  readonly links: readonly string[];
  readonly numbering: ListNumbering;
  readonly template: WordTemplate;
  /** Null for a fragment. */
  readonly face: ReportFace | null;
  readonly map: DocumentMap | null;
}

function writePackage({ body, links, numbering, template, face, map }: PackageParts): Uint8Array {
  const parts = new Map<string, string | Uint8Array>();
  const overrides: string[] = [];
  const relations: string[] = [];
  const add = (name: string, type: string, content: string | Uint8Array) => {
    parts.set(name, content);
    if (type !== "") overrides.push(`<Override PartName="/${name}" ContentType="${type}"/>`);
  };
  const addWordPart = (kind: string, xml: string) => {
    add(`word/${kind}.xml`, `${wordTypes}.${kind}+xml`, xml);
    relations.push(
      `<Relationship Id="rId${relations.length + 1}" Type="${officeRelationships}/${kind}" Target="${kind}.xml"/>`,
    );
  };

  addWordPart("styles", template.styles);
  addWordPart("numbering", numbering.render());
  if (face) {
    const words = { council: escapeXml(oneLine(face.council)), title: escapeXml(oneLine(face.title)) };
    for (const part of template.parts) add(part.name, part.contentType, filledPart(part, words));
    relations.push(...template.relations);
  }
  links.forEach((address, index) => {
    relations.push(
      `<Relationship Id="rIdLink${index}" Type="${officeRelationships}/hyperlink" Target="${escapeXml(address)}" TargetMode="External"/>`,
    );
  });
  if (map) {
    parts.set("customXml/item1.xml", xmlDeclaration + renderDocumentMap(map));
    parts.set(
      "customXml/_rels/item1.xml.rels",
      relationsPart([
        `<Relationship Id="rId1" Type="${officeRelationships}/customXmlProps" Target="itemProps1.xml"/>`,
      ]),
    );
    add(
      "customXml/itemProps1.xml",
      "application/vnd.openxmlformats-officedocument.customXmlProperties+xml",
      `${xmlDeclaration}<ds:datastoreItem xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml" ds:itemID="{6B0E5C2D-8F3A-4C57-9D41-2A7E61B0C9F4}"><ds:schemaRefs><ds:schemaRef ds:uri="${documentMapNamespace}"/></ds:schemaRefs></ds:datastoreItem>`,
    );
    relations.push(
      `<Relationship Id="rIdMap" Type="${officeRelationships}/customXml" Target="../customXml/item1.xml"/>`,
    );
  }
  const section = (face ? template.headersAndFooters : "") + template.page;
  add(
    "word/document.xml",
    `${wordTypes}.document.main+xml`,
    `${xmlDeclaration}<w:document ${wordNamespaces}><w:body>${body}<w:sectPr>${section}</w:sectPr></w:body></w:document>`,
  );
  parts.set("word/_rels/document.xml.rels", relationsPart(relations));
  const packageRelations = [
    `<Relationship Id="rId1" Type="${officeRelationships}/officeDocument" Target="word/document.xml"/>`,
  ];
  if (face) {
    add("docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml", corePart(face));
    packageRelations.push(
      '<Relationship Id="rId2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/>',
    );
  }
  parts.set("_rels/.rels", relationsPart(packageRelations));
  parts.set(
    "[Content_Types].xml",
    `${xmlDeclaration}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">` +
      '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
      `<Default Extension="xml" ContentType="application/xml"/>${overrides.join("")}</Types>`,
  );
  return zipPackage(parts);
}

function corePart(face: ReportFace): string {
  const title = oneLine(face.subtitle ? `${face.title}: ${face.subtitle}` : face.title);
  return (
    `${xmlDeclaration}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">` +
    `<dc:title>${escapeXml(title)}</dc:title><dc:creator>${escapeXml(oneLine(face.council))}</dc:creator><dc:language>en-GB</dc:language></cp:coreProperties>`
  );
}

/** A section of the record as a part of a document. */
export function sectionPart(
  tag: string,
  section: ReportSection,
  content: ControlledPart["content"],
): ControlledPart {
  return {
    tag,
    title: section.heading,
    heading: { text: section.heading, level: section.level },
    content,
  };
}

/** A table of the record as a part of a document. */
export function tablePart(tag: string, table: ReportTable): ControlledPart {
  return { tag, title: table.title, content: [tableBlock(table)] };
}
