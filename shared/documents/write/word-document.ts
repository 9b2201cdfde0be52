import { strToU8, zipSync } from "fflate";
import { type DocumentMap, documentMapNamespace, renderDocumentMap } from "../../contracts/document-map.ts";
import type { ReportSection, ReportTable } from "../../rules/reports/report.ts";
import { tableBlock } from "../../rules/reports/table-blocks.ts";
import { type ControlledPart, DocumentBody } from "./document-body.ts";
import { ListNumbering } from "./list-numbering.ts";
import { styleIds, stylesPart } from "./report-styles.ts";
import { escapeXml, wordNamespaces, xmlDeclaration } from "./word-xml.ts";

/** The face of a report document: what stands before its sections. */
export interface ReportFace {
  /** “Cabinet Member report”: the title, in the document and in its properties. */
  readonly title: string;
  /** Committee and date. */
  readonly subtitle?: string;
  readonly council: string;
  /** The header table, label above value: Councillor, Portfolio, Period of report. */
  readonly facts: readonly { readonly label: string; readonly value: string }[];
}

/** What goes into a document: parts in order, tables that sections refer to, and the map that travels with it. */
export interface DocumentContent {
  readonly parts: readonly ControlledPart[];
  readonly tables: ReadonlyMap<string, ControlledPart>;
  readonly map: DocumentMap | null;
}

/** A whole report as a .docx: title, header table, sections, with styles, numbering, language and properties. */
export function writeReportDocument(face: ReportFace, content: DocumentContent): Uint8Array {
  const numbering = new ListNumbering();
  const body = new DocumentBody(numbering, content.tables);
  const facts =
    face.facts.length > 0
      ? body.table({
          kind: "table",
          headerRows: 1,
          rows: [
            { cells: face.facts.map(({ label }) => ({ paragraphs: [[{ text: label }]] })) },
            {
              cells: face.facts.map(({ value }) => ({ paragraphs: value === "" ? [] : [[{ text: value }]] })),
            },
          ],
        })
      : "";
  const opening =
    `<w:p><w:pPr><w:pStyle w:val="${styleIds.title}"/></w:pPr><w:r><w:t>${escapeXml(face.title)}</w:t></w:r></w:p>` +
    (face.subtitle
      ? `<w:p><w:pPr><w:pStyle w:val="${styleIds.subtitle}"/></w:pPr><w:r><w:t>${escapeXml(face.subtitle)}</w:t></w:r></w:p>`
      : "") +
    facts;
  const sections = content.parts.map((part) => body.controlled(part)).join("");
  const place = sections === "" ? "<w:p/>" : "";
  return zipDocument({
    body: opening + sections + place,
    links: body.links,
    numbering,
    face,
    map: content.map,
  });
}

/**
 * A .docx that holds only the parts, each inside its content control, for `insertFileFromBase64`. Headers, page
 * layout and the map stay out: Word drops them anyway, and the pane keeps the map.
 */
export function writeFragment(content: Omit<DocumentContent, "map">): Uint8Array {
  const numbering = new ListNumbering();
  const body = new DocumentBody(numbering, content.tables);
  const xml = content.parts.map((part) => body.controlled(part)).join("");
  return zipDocument({ body: xml, links: body.links, numbering, face: null, map: null });
}

interface DocumentParts {
  readonly body: string;
  readonly links: readonly string[];
  readonly numbering: ListNumbering;
  readonly face: ReportFace | null;
  readonly map: DocumentMap | null;
}

const relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const wordTypes = "application/vnd.openxmlformats-officedocument.wordprocessingml";

function zipDocument({ body, links, numbering, face, map }: DocumentParts): Uint8Array {
  const files: Record<string, string> = {};
  const overrides: string[] = [];
  const documentRelations: string[] = [];
  const addPart = (name: string, type: string, xml: string) => {
    files[name] = xml;
    overrides.push(`<Override PartName="/${name}" ContentType="${type}"/>`);
  };
  const addWordPart = (name: string, kind: string, xml: string) => {
    addPart(`word/${name}.xml`, `${wordTypes}.${kind}+xml`, xml);
    documentRelations.push(
      `<Relationship Id="rId${documentRelations.length + 1}" Type="${relationships}/${kind}" Target="${name}.xml"/>`,
    );
  };

  addWordPart("styles", "styles", stylesPart);
  addWordPart("numbering", "numbering", numbering.render());
  addWordPart("settings", "settings", settingsPart);
  let page = `<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1276" w:right="1276" w:bottom="1276" w:left="1276" w:header="624" w:footer="624" w:gutter="0"/>`;
  if (face) {
    addWordPart("header", "header", headerPart(face));
    page = `<w:headerReference w:type="default" r:id="rId${documentRelations.length}"/>${page}`;
    addWordPart("footer", "footer", footerPart());
    page = page.replace(
      "<w:pgSz",
      `<w:footerReference w:type="default" r:id="rId${documentRelations.length}"/><w:pgSz`,
    );
  }
  links.forEach((address, index) => {
    documentRelations.push(
      `<Relationship Id="rIdLink${index}" Type="${relationships}/hyperlink" Target="${escapeXml(address)}" TargetMode="External"/>`,
    );
  });
  if (map) {
    files["customXml/item1.xml"] = xmlDeclaration + renderDocumentMap(map);
    files["customXml/_rels/item1.xml.rels"] = relationsPart([
      `<Relationship Id="rId1" Type="${relationships}/customXmlProps" Target="itemProps1.xml"/>`,
    ]);
    addPart(
      "customXml/itemProps1.xml",
      "application/vnd.openxmlformats-officedocument.customXmlProperties+xml",
      `${xmlDeclaration}<ds:datastoreItem xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml" ds:itemID="{6B0E5C2D-8F3A-4C57-9D41-2A7E61B0C9F4}"><ds:schemaRefs><ds:schemaRef ds:uri="${documentMapNamespace}"/></ds:schemaRefs></ds:datastoreItem>`,
    );
    documentRelations.push(
      `<Relationship Id="rIdMap" Type="${relationships}/customXml" Target="../customXml/item1.xml"/>`,
    );
  }
  addPart(
    "word/document.xml",
    `${wordTypes}.document.main+xml`,
    `${xmlDeclaration}<w:document ${wordNamespaces}><w:body>${body}<w:sectPr>${page}</w:sectPr></w:body></w:document>`,
  );
  files["word/_rels/document.xml.rels"] = relationsPart(documentRelations);
  const packageRelations = [
    `<Relationship Id="rId1" Type="${relationships}/officeDocument" Target="word/document.xml"/>`,
  ];
  if (face) {
    addPart(
      "docProps/core.xml",
      "application/vnd.openxmlformats-package.core-properties+xml",
      corePart(face),
    );
    packageRelations.push(
      '<Relationship Id="rId2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/>',
    );
  }
  files["_rels/.rels"] = relationsPart(packageRelations);
  files["[Content_Types].xml"] =
    `${xmlDeclaration}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">` +
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
    `<Default Extension="xml" ContentType="application/xml"/>${overrides.join("")}</Types>`;

  // The content types come first, as Word writes them; the time is fixed, so that equal content gives equal bytes.
  const ordered = Object.entries(files).sort(
    ([a], [b]) => Number(b.startsWith("[")) - Number(a.startsWith("[")) || a.localeCompare(b),
  );
  return zipSync(Object.fromEntries(ordered.map(([name, xml]) => [name, strToU8(xml)])), {
    level: 6,
    mtime: new Date(1980, 0, 1),
  });
}

function relationsPart(relations: readonly string[]): string {
  return `${xmlDeclaration}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relations.join("")}</Relationships>`;
}

const settingsPart =
  `${xmlDeclaration}<w:settings ${wordNamespaces}><w:zoom w:percent="100"/><w:defaultTabStop w:val="454"/>` +
  '<w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>' +
  '<w:themeFontLang w:val="en-GB"/></w:settings>';

function headerPart(face: ReportFace): string {
  return `${xmlDeclaration}<w:hdr ${wordNamespaces}><w:p><w:pPr><w:pStyle w:val="${styleIds.header}"/></w:pPr><w:r><w:t>${escapeXml(face.council)}</w:t></w:r><w:r><w:tab/></w:r><w:r><w:t>${escapeXml(face.title)}</w:t></w:r></w:p></w:hdr>`;
}

function footerPart(): string {
  const field = (name: string) =>
    `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> ${name} </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>`;
  const words = (text: string) => `<w:r><w:t xml:space="preserve">${escapeXml(text)}</w:t></w:r>`;
  return `${xmlDeclaration}<w:ftr ${wordNamespaces}><w:p><w:pPr><w:pStyle w:val="${styleIds.footer}"/></w:pPr><w:r><w:tab/></w:r>${words("Page ")}${field("PAGE")}${words(" of ")}${field("NUMPAGES")}</w:p></w:ftr>`;
}

function corePart(face: ReportFace): string {
  const title = face.subtitle ? `${face.title}: ${face.subtitle}` : face.title;
  return (
    `${xmlDeclaration}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">` +
    `<dc:title>${escapeXml(title)}</dc:title><dc:creator>${escapeXml(face.council)}</dc:creator><dc:language>en-GB</dc:language></cp:coreProperties>`
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
