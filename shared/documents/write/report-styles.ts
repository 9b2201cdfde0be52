import { escapeXml, wordNamespaces, xmlDeclaration } from "./word-xml.ts";

/** Names of the styles that our documents use; a council restyles them in one place. */
export const styleIds = {
  title: "Title",
  subtitle: "Subtitle",
  caption: "Caption",
  listParagraph: "ListParagraph",
  tableText: "TableText",
  tableHeading: "TableHeading",
  tableGrid: "ReportTable",
  tableSeparator: "TableSeparator",
  hyperlink: "Hyperlink",
  draftMark: "DraftMark",
  header: "Header",
  footer: "Footer",
} as const;

export function headingStyle(level: number): string {
  return `Heading${level}`;
}

interface ParagraphStyle {
  readonly id: string;
  readonly name: string;
  readonly basedOn?: string;
  readonly next?: string;
  readonly paragraph: string;
  readonly run: string;
}

const ink = "1F2A37";
const accent = "1B4965";

const paragraphStyles: readonly ParagraphStyle[] = [
  {
    id: styleIds.title,
    name: "Title",
    basedOn: "Normal",
    next: "Normal",
    paragraph: '<w:keepNext/><w:spacing w:before="0" w:after="80"/>',
    run: `<w:b/><w:color w:val="${accent}"/><w:sz w:val="40"/><w:szCs w:val="40"/>`,
  },
  {
    id: styleIds.subtitle,
    name: "Subtitle",
    basedOn: "Normal",
    next: "Normal",
    paragraph: '<w:keepNext/><w:spacing w:before="0" w:after="240"/>',
    run: `<w:color w:val="${ink}"/><w:sz w:val="24"/><w:szCs w:val="24"/>`,
  },
  heading(
    1,
    30,
    360,
    120,
    '<w:pBdr><w:bottom w:val="single" w:sz="6" w:space="3" w:color="B6C4CF"/></w:pBdr>',
  ),
  heading(2, 26, 280, 80),
  heading(3, 23, 220, 60),
  heading(4, 22, 180, 40),
  {
    id: styleIds.listParagraph,
    name: "List Paragraph",
    basedOn: "Normal",
    paragraph: '<w:spacing w:after="80"/>',
    run: "",
  },
  {
    id: styleIds.caption,
    name: "caption",
    basedOn: "Normal",
    next: "Normal",
    paragraph: '<w:keepNext/><w:spacing w:before="200" w:after="80"/>',
    run: `<w:b/><w:color w:val="${accent}"/><w:sz w:val="20"/><w:szCs w:val="20"/>`,
  },
  {
    id: styleIds.tableText,
    name: "Table Text",
    basedOn: "Normal",
    paragraph: '<w:spacing w:before="40" w:after="40" w:line="240" w:lineRule="auto"/>',
    run: '<w:sz w:val="20"/><w:szCs w:val="20"/>',
  },
  {
    id: styleIds.tableHeading,
    name: "Table Heading",
    basedOn: styleIds.tableText,
    paragraph: "<w:keepNext/>",
    run: "<w:b/>",
  },
  {
    id: styleIds.tableSeparator,
    name: "Table Separator",
    basedOn: "Normal",
    paragraph: '<w:spacing w:before="0" w:after="0" w:line="120" w:lineRule="exact"/>',
    run: '<w:sz w:val="8"/><w:szCs w:val="8"/>',
  },
  {
    id: styleIds.header,
    name: "header",
    basedOn: "Normal",
    paragraph: '<w:tabs><w:tab w:val="right" w:pos="9354"/></w:tabs><w:spacing w:after="0"/>',
    run: '<w:color w:val="4A5866"/><w:sz w:val="18"/><w:szCs w:val="18"/>',
  },
  {
    id: styleIds.footer,
    name: "footer",
    basedOn: "Normal",
    paragraph: '<w:tabs><w:tab w:val="right" w:pos="9354"/></w:tabs><w:spacing w:after="0"/>',
    run: '<w:color w:val="4A5866"/><w:sz w:val="18"/><w:szCs w:val="18"/>',
  },
];

function heading(
  level: number,
  halfPoints: number,
  before: number,
  after: number,
  border = "",
): ParagraphStyle {
  return {
    id: headingStyle(level),
    name: `heading ${level}`,
    basedOn: "Normal",
    next: "Normal",
    paragraph: `<w:keepNext/><w:keepLines/>${border}<w:spacing w:before="${before}" w:after="${after}"/><w:outlineLvl w:val="${level - 1}"/>`,
    run: `<w:b/><w:color w:val="${accent}"/><w:sz w:val="${halfPoints}"/><w:szCs w:val="${halfPoints}"/>`,
  };
}

function renderParagraphStyle(style: ParagraphStyle): string {
  return (
    `<w:style w:type="paragraph" w:styleId="${style.id}"><w:name w:val="${escapeXml(style.name)}"/>` +
    (style.basedOn ? `<w:basedOn w:val="${style.basedOn}"/>` : "") +
    (style.next ? `<w:next w:val="${style.next}"/>` : "") +
    "<w:qFormat/>" +
    (style.paragraph ? `<w:pPr>${style.paragraph}</w:pPr>` : "") +
    (style.run ? `<w:rPr>${style.run}</w:rPr>` : "") +
    "</w:style>"
  );
}

const line = (edge: string) => `<w:${edge} w:val="single" w:sz="4" w:space="0" w:color="8A9BA8"/>`;

/** The styles part: language en-GB, headings with outline levels, list, table and caption styles. */
export const stylesPart =
  `${xmlDeclaration}<w:styles ${wordNamespaces}>` +
  "<w:docDefaults><w:rPrDefault><w:rPr>" +
  '<w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:eastAsia="Arial" w:cs="Arial"/>' +
  '<w:sz w:val="22"/><w:szCs w:val="22"/><w:lang w:val="en-GB" w:eastAsia="en-GB" w:bidi="ar-SA"/>' +
  "</w:rPr></w:rPrDefault><w:pPrDefault><w:pPr>" +
  '<w:spacing w:after="140" w:line="271" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>' +
  '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>' +
  '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>' +
  '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:uiPriority w:val="99"/><w:semiHidden/>' +
  '<w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>' +
  paragraphStyles.map(renderParagraphStyle).join("") +
  `<w:style w:type="character" w:styleId="${styleIds.hyperlink}"><w:name w:val="Hyperlink"/><w:rPr><w:color w:val="0B57A4"/><w:u w:val="single"/></w:rPr></w:style>` +
  `<w:style w:type="character" w:customStyle="1" w:styleId="${styleIds.draftMark}"><w:name w:val="Draft Mark"/><w:rPr><w:i/></w:rPr></w:style>` +
  `<w:style w:type="table" w:customStyle="1" w:styleId="${styleIds.tableGrid}"><w:name w:val="Report Table"/><w:basedOn w:val="TableNormal"/>` +
  `<w:tblPr><w:tblBorders>${["top", "left", "bottom", "right", "insideH", "insideV"].map(line).join("")}</w:tblBorders></w:tblPr>` +
  '<w:tblStylePr w:type="firstRow"><w:tcPr><w:shd w:val="clear" w:color="auto" w:fill="E6EDF2"/></w:tcPr></w:tblStylePr></w:style>' +
  "</w:styles>";
