import { escapeXml, wordNamespaces, xmlDeclaration } from "../write/word-xml.ts";

/**
 * The styles our documents use, by what Word calls them in every language version of itself. A council restyles
 * them in its template; ids may be anything there.
 */
export const styleNames = {
  normal: "Normal",
  title: "Title",
  subtitle: "Subtitle",
  heading1: "heading 1",
  heading2: "heading 2",
  heading3: "heading 3",
  heading4: "heading 4",
  caption: "caption",
  listParagraph: "List Paragraph",
  tableText: "Table Text",
  tableHeading: "Table Heading",
  tableSeparator: "Table Separator",
  header: "header",
  footer: "footer",
  hyperlink: "Hyperlink",
  draftMark: "Draft Mark",
  tableNormal: "Normal Table",
  reportTable: "Report Table",
  frontSheet: "Front Sheet",
  reportBullets: "Report Bullets",
  reportNumbers: "Report Numbers",
  reportRoman: "Report Roman",
} as const;

export type StyleKey = keyof typeof styleNames;

/** The id of a style in one document. */
export type StyleIds = (key: StyleKey) => string;

/** The ids in a document of our own. */
export const ownStyleId: StyleIds = (key) => key.charAt(0).toUpperCase() + key.slice(1);

interface ParagraphStyle {
  readonly key: StyleKey;
  readonly basedOn?: StyleKey;
  readonly next?: StyleKey;
  readonly paragraph: string;
  readonly run: string;
}

const ink = "1F2A37";
const accent = "1B4965";

const paragraphStyles: readonly ParagraphStyle[] = [
  {
    key: "title",
    basedOn: "normal",
    next: "normal",
    paragraph: '<w:keepNext/><w:spacing w:before="0" w:after="80"/>',
    run: `<w:b/><w:bCs/><w:color w:val="${accent}"/><w:sz w:val="40"/><w:szCs w:val="40"/>`,
  },
  {
    key: "subtitle",
    basedOn: "normal",
    next: "normal",
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
    key: "listParagraph",
    basedOn: "normal",
    paragraph: '<w:spacing w:after="80"/>',
    run: "",
  },
  {
    key: "caption",
    basedOn: "normal",
    next: "normal",
    paragraph: '<w:keepNext/><w:spacing w:before="200" w:after="80"/>',
    run: `<w:b/><w:bCs/><w:color w:val="${accent}"/><w:sz w:val="20"/><w:szCs w:val="20"/>`,
  },
  {
    key: "tableText",
    basedOn: "normal",
    paragraph: '<w:spacing w:before="40" w:after="40" w:line="240" w:lineRule="auto"/>',
    run: '<w:sz w:val="20"/><w:szCs w:val="20"/>',
  },
  {
    key: "tableHeading",
    basedOn: "tableText",
    paragraph: "<w:keepNext/>",
    run: "<w:b/><w:bCs/>",
  },
  {
    key: "tableSeparator",
    basedOn: "normal",
    paragraph: '<w:spacing w:before="0" w:after="0" w:line="120" w:lineRule="exact"/>',
    run: '<w:sz w:val="8"/><w:szCs w:val="8"/>',
  },
  {
    key: "header",
    basedOn: "normal",
    paragraph: '<w:tabs><w:tab w:val="right" w:pos="9354"/></w:tabs><w:spacing w:after="0"/>',
    run: '<w:color w:val="4A5866"/><w:sz w:val="18"/><w:szCs w:val="18"/>',
  },
  {
    key: "footer",
    basedOn: "normal",
    paragraph: '<w:tabs><w:tab w:val="right" w:pos="9354"/></w:tabs><w:spacing w:after="0"/>',
    run: '<w:color w:val="4A5866"/><w:sz w:val="18"/><w:szCs w:val="18"/>',
  },
];

function heading(
  level: 1 | 2 | 3 | 4,
  halfPoints: number,
  before: number,
  after: number,
  border = "",
): ParagraphStyle {
  return {
    key: `heading${level}`,
    basedOn: "normal",
    next: "normal",
    paragraph: `<w:keepNext/><w:keepLines/>${border}<w:spacing w:before="${before}" w:after="${after}"/><w:outlineLvl w:val="${level - 1}"/>`,
    run: `<w:b/><w:bCs/><w:color w:val="${accent}"/><w:sz w:val="${halfPoints}"/><w:szCs w:val="${halfPoints}"/>`,
  };
}

const edge = (name: string) => `<w:${name} w:val="single" w:sz="4" w:space="0" w:color="8A9BA8"/>`;
const edges = (names: readonly string[]) => `<w:tblBorders>${names.map(edge).join("")}</w:tblBorders>`;
const allEdges = ["top", "left", "bottom", "right", "insideH", "insideV"];

/** A style as XML, with the ids that the document gives to the styles it builds on. */
export function renderStyle(key: StyleKey, ids: StyleIds): string {
  const name = escapeXml(styleNames[key]);
  const open = (type: string, custom: boolean, rest = "") =>
    `<w:style w:type="${type}"${rest}${custom ? ' w:customStyle="1"' : ""} w:styleId="${escapeXml(ids(key))}"><w:name w:val="${name}"/>`;
  const paragraph = paragraphStyles.find((style) => style.key === key);
  if (paragraph) {
    const custom = /^(tableText|tableHeading|tableSeparator)$/.test(key);
    return (
      open("paragraph", custom) +
      (paragraph.basedOn ? `<w:basedOn w:val="${escapeXml(ids(paragraph.basedOn))}"/>` : "") +
      (paragraph.next ? `<w:next w:val="${escapeXml(ids(paragraph.next))}"/>` : "") +
      "<w:qFormat/>" +
      (paragraph.paragraph ? `<w:pPr>${paragraph.paragraph}</w:pPr>` : "") +
      (paragraph.run ? `<w:rPr>${paragraph.run}</w:rPr>` : "") +
      "</w:style>"
    );
  }
  const onTable = `<w:basedOn w:val="${escapeXml(ids("tableNormal"))}"/>`;
  switch (key) {
    case "normal":
      return `${open("paragraph", false, ' w:default="1"')}<w:qFormat/></w:style>`;
    case "hyperlink":
      return `${open("character", false)}<w:rPr><w:color w:val="0B57A4"/><w:u w:val="single"/></w:rPr></w:style>`;
    case "draftMark":
      return `${open("character", true)}<w:rPr><w:i/><w:iCs/></w:rPr></w:style>`;
    case "tableNormal":
      return (
        open("table", false, ' w:default="1"') +
        '<w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar>' +
        '<w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/>' +
        "</w:tblCellMar></w:tblPr></w:style>"
      );
    case "reportTable":
      return (
        `${open("table", true)}${onTable}<w:tblPr>${edges(allEdges)}</w:tblPr>` +
        '<w:tblStylePr w:type="firstRow"><w:tcPr><w:shd w:val="clear" w:color="auto" w:fill="E6EDF2"/></w:tcPr></w:tblStylePr></w:style>'
      );
    case "frontSheet":
      return `${open("table", true)}${onTable}<w:tblPr>${edges(["top", "bottom", "insideH"])}</w:tblPr></w:style>`;
    case "reportBullets":
    case "reportNumbers":
    case "reportRoman":
      return `${open("numbering", true)}<w:pPr><w:numPr><w:numId w:val="${ownListNumbers[key]}"/></w:numPr></w:pPr></w:style>`;
    default:
      throw new Error(`There is no style of ours for ${styleNames[key]}.`);
  }
}

/** The numbering instance behind each list style of our own template. */
export const ownListNumbers = { reportBullets: 1, reportNumbers: 2, reportRoman: 3 } as const;

/** Language, font and spacing that every style of ours builds on. */
const documentDefaults =
  "<w:docDefaults><w:rPrDefault><w:rPr>" +
  '<w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:eastAsia="Arial" w:cs="Arial"/>' +
  '<w:sz w:val="22"/><w:szCs w:val="22"/><w:lang w:val="en-GB" w:eastAsia="en-GB" w:bidi="ar-SA"/>' +
  "</w:rPr></w:rPrDefault><w:pPrDefault><w:pPr>" +
  '<w:spacing w:after="140" w:line="271" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>';

/** The styles part of our own template: headings with outline levels, list, table and caption styles. */
export function ownStylesPart(): string {
  const keys = Object.keys(styleNames) as StyleKey[];
  return `${xmlDeclaration}<w:styles ${wordNamespaces}>${documentDefaults}${keys.map((key) => renderStyle(key, ownStyleId)).join("")}</w:styles>`;
}
