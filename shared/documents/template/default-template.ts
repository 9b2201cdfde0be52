import type { ListStyle } from "../../contracts/section-content.ts";
import {
  escapeXml,
  officeRelationships,
  relationsPart,
  wordNamespaces,
  wordTypes,
  xmlDeclaration,
} from "../write/word-xml.ts";
import { zipPackage } from "../write/zip-package.ts";
import { ownLevels } from "./list-levels.ts";
import { ownListNumbers, ownStyleId, ownStylesPart, type StyleKey, styleNames } from "./report-styles.ts";
import { templateFields } from "./template-fields.ts";

/** Name of the file in the report library that a council’s template is read from. */
export const templateFileName = "Clear Days template.docx";

const listStyles: readonly (readonly [keyof typeof ownListNumbers, ListStyle])[] = [
  ["reportBullets", "bullet"],
  ["reportNumbers", "decimal"],
  ["reportRoman", "roman"],
];

/**
 * Our own template as a .docx, to be restyled in Word and put into the library: every style we use stands once in
 * its text, the header has the fields that we fill. A document takes its styles, lists, page, header and footer
 * from it, never its text.
 */
export function defaultTemplateFile(): Uint8Array {
  const part = (name: string, kind: string) =>
    `<Override PartName="/word/${name}.xml" ContentType="${wordTypes}.${kind}+xml"/>`;
  const relation = (id: number, kind: string) =>
    `<Relationship Id="rId${id}" Type="${officeRelationships}/${kind}" Target="${kind}.xml"/>`;
  const kinds = ["styles", "numbering", "settings", "header", "footer"];
  return zipPackage(
    new Map([
      [
        "[Content_Types].xml",
        `${xmlDeclaration}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">` +
          '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
          '<Default Extension="xml" ContentType="application/xml"/>' +
          `${part("document", "document.main")}${kinds.map((kind) => part(kind, kind)).join("")}</Types>`,
      ],
      [
        "_rels/.rels",
        relationsPart([
          `<Relationship Id="rId1" Type="${officeRelationships}/officeDocument" Target="word/document.xml"/>`,
        ]),
      ],
      ["word/document.xml", documentPart()],
      ["word/_rels/document.xml.rels", relationsPart(kinds.map((kind, index) => relation(index + 1, kind)))],
      ["word/styles.xml", ownStylesPart()],
      ["word/numbering.xml", numberingPart()],
      ["word/settings.xml", settingsPart],
      ["word/header.xml", headerPart()],
      ["word/footer.xml", footerPart()],
    ]),
  );
}

const run = (text: string) => `<w:r><w:t xml:space="preserve">${escapeXml(text)}</w:t></w:r>`;
const paragraph = (key: StyleKey, text: string, more = "") =>
  `<w:p><w:pPr><w:pStyle w:val="${ownStyleId(key)}"/>${more}</w:pPr>${run(text)}</w:p>`;

function documentPart(): string {
  const lines: readonly (readonly [StyleKey, string])[] = [
    ["title", "Title of a report"],
    ["subtitle", "Committee and date of the meeting"],
    ["heading1", "Heading of a chapter"],
    ["heading2", "Heading of a section"],
    ["heading3", "Heading below it"],
    ["heading4", "The smallest heading"],
    [
      "normal",
      "Restyle these paragraphs in Word and save the file in the report library. New documents take their styles, lists, page, header and footer from it; this text is left out.",
    ],
  ];
  const items = listStyles.flatMap(([key]) =>
    [0, 1, 2].map((level) =>
      paragraph(
        "listParagraph",
        `${styleNames[key]}, level ${level + 1}`,
        `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${ownListNumbers[key]}"/></w:numPr>`,
      ),
    ),
  );
  const cell = (key: StyleKey, text: string) =>
    `<w:tc><w:tcPr><w:tcW w:w="4677" w:type="dxa"/></w:tcPr>${paragraph(key, text)}</w:tc>`;
  const row = (properties: string, key: StyleKey, texts: readonly string[]) =>
    `<w:tr>${properties}${texts.map((text) => cell(key, text)).join("")}</w:tr>`;
  const table =
    `<w:tbl><w:tblPr><w:tblStyle w:val="${ownStyleId("reportTable")}"/><w:tblW w:w="9354" w:type="dxa"/><w:tblLayout w:type="fixed"/>` +
    '<w:tblLook w:val="0620" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/></w:tblPr>' +
    '<w:tblGrid><w:gridCol w:w="4677"/><w:gridCol w:w="4677"/></w:tblGrid>' +
    row("<w:trPr><w:tblHeader/></w:trPr>", "tableHeading", ["Heading of a column", "Another"]) +
    row("", "tableText", ["Text of a cell", "Another"]) +
    "</w:tbl>";
  const body = [
    ...lines.map(([key, text]) => paragraph(key, text)),
    ...items,
    paragraph("caption", "Caption of a table"),
    table,
    paragraph("tableSeparator", ""),
  ];
  return (
    `${xmlDeclaration}<w:document ${wordNamespaces}><w:body>${body.join("")}<w:sectPr>` +
    '<w:headerReference w:type="default" r:id="rId4"/><w:footerReference w:type="default" r:id="rId5"/>' +
    '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1276" w:right="1276" w:bottom="1276" w:left="1276" w:header="624" w:footer="624" w:gutter="0"/>' +
    "</w:sectPr></w:body></w:document>"
  );
}

function numberingPart(): string {
  const definitions = listStyles.map(
    ([key, style]) =>
      `<w:abstractNum w:abstractNumId="${ownListNumbers[key]}"><w:multiLevelType w:val="multilevel"/><w:styleLink w:val="${ownStyleId(key)}"/>${ownLevels(style).join("")}</w:abstractNum>`,
  );
  const numbers = listStyles.map(
    ([key]) =>
      `<w:num w:numId="${ownListNumbers[key]}"><w:abstractNumId w:val="${ownListNumbers[key]}"/></w:num>`,
  );
  return `${xmlDeclaration}<w:numbering ${wordNamespaces}>${definitions.join("")}${numbers.join("")}</w:numbering>`;
}

const settingsPart =
  `${xmlDeclaration}<w:settings ${wordNamespaces}><w:zoom w:percent="100"/><w:defaultTabStop w:val="454"/>` +
  '<w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>' +
  '<w:themeFontLang w:val="en-GB"/></w:settings>';

function headerPart(): string {
  const field = (name: keyof typeof templateFields) =>
    `<w:sdt><w:sdtPr><w:alias w:val="${templateFields[name].title}"/><w:tag w:val="${templateFields[name].tag}"/></w:sdtPr><w:sdtContent>${run(templateFields[name].title)}</w:sdtContent></w:sdt>`;
  return `${xmlDeclaration}<w:hdr ${wordNamespaces}><w:p><w:pPr><w:pStyle w:val="${ownStyleId("header")}"/></w:pPr>${field("council")}<w:r><w:tab/></w:r>${field("title")}</w:p></w:hdr>`;
}

function footerPart(): string {
  const field = (name: string) =>
    `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> ${name} </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>`;
  return `${xmlDeclaration}<w:ftr ${wordNamespaces}><w:p><w:pPr><w:pStyle w:val="${ownStyleId("footer")}"/></w:pPr><w:r><w:tab/></w:r>${run("Page ")}${field("PAGE")}${run(" of ")}${field("NUMPAGES")}</w:p></w:ftr>`;
}
