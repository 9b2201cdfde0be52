import { wordFileOf } from "../word/word-file.ts";

/** A document for a case, as pieces of WordprocessingML. */
export interface ProbeDocument {
  readonly body: string;
  readonly styles?: string;
  readonly numbering?: string;
  readonly header?: string;
}

const word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const types = "application/vnd.openxmlformats-officedocument.wordprocessingml";

/** The .docx of a case, base64. */
export function probeFile({ body, styles = "", numbering, header }: ProbeDocument): Promise<string> {
  const relations: string[] = [];
  const relate = (kind: string, target: string): string => {
    relations.push(
      `<Relationship Id="rId${relations.length + 1}" Type="${office}/${kind}" Target="${target}"/>`,
    );
    return `rId${relations.length}`;
  };
  relate("styles", "styles.xml");
  const parts = [
    part(
      "word/styles.xml",
      `${types}.styles+xml`,
      `<w:styles xmlns:w="${word}"><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style><w:style w:type="paragraph" w:styleId="Heading2"><w:name w:val="heading 2"/><w:basedOn w:val="Normal"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>${styles}</w:styles>`,
    ),
  ];
  if (numbering !== undefined) {
    relate("numbering", "numbering.xml");
    parts.push(
      part(
        "word/numbering.xml",
        `${types}.numbering+xml`,
        `<w:numbering xmlns:w="${word}">${numbering}</w:numbering>`,
      ),
    );
  }
  let reference = "";
  if (header !== undefined) {
    reference = `<w:headerReference w:type="default" r:id="${relate("header", "header1.xml")}"/>`;
    parts.push(part("word/header1.xml", `${types}.header+xml`, `<w:hdr xmlns:w="${word}">${header}</w:hdr>`));
  }
  const document = `<w:document xmlns:w="${word}" xmlns:r="${office}"><w:body>${body}<w:sectPr>${reference}<w:pgSz w:w="11906" w:h="16838"/></w:sectPr></w:body></w:document>`;
  return wordFileOf(
    `<pkg:package xmlns:pkg="http://schemas.microsoft.com/office/2006/xmlPackage">${[
      relationsPart(
        "_rels/.rels",
        `<Relationship Id="rId1" Type="${office}/officeDocument" Target="word/document.xml"/>`,
      ),
      relationsPart("word/_rels/document.xml.rels", relations.join("")),
      part("word/document.xml", `${types}.document.main+xml`, document),
      ...parts,
    ].join("")}</pkg:package>`,
  );
}

function part(name: string, type: string, xml: string): string {
  return `<pkg:part pkg:name="/${name}" pkg:contentType="${type}"><pkg:xmlData>${xml}</pkg:xmlData></pkg:part>`;
}

function relationsPart(name: string, relations: string): string {
  const type = "application/vnd.openxmlformats-package.relationships+xml";
  const xml = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relations}</Relationships>`;
  return part(name, type, xml);
}

/** A paragraph, with its properties if any. */
export function line(text: string, properties = ""): string {
  const words = text === "" ? "" : `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`;
  return `<w:p>${properties === "" ? "" : `<w:pPr>${properties}</w:pPr>`}${words}</w:p>`;
}

export function styled(text: string, styleId: string): string {
  return line(text, `<w:pStyle w:val="${styleId}"/>`);
}

export function item(text: string, numId: number, level = 0): string {
  return line(text, `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${numId}"/></w:numPr>`);
}

export function control(tag: string, title: string, content: string, id = 1): string {
  return `<w:sdt><w:sdtPr><w:alias w:val="${title}"/><w:tag w:val="${tag}"/><w:id w:val="${id}"/></w:sdtPr><w:sdtContent>${content}</w:sdtContent></w:sdt>`;
}

export function table(...cells: readonly string[]): string {
  const row = cells.map(
    (text) => `<w:tc><w:tcPr><w:tcW w:w="2000" w:type="dxa"/></w:tcPr>${line(text)}</w:tc>`,
  );
  return `<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr><w:tblGrid>${cells.map(() => '<w:gridCol w:w="2000"/>').join("")}</w:tblGrid><w:tr>${row.join("")}</w:tr></w:tbl>`;
}

/** Lists by number: one definition each, of two levels. */
export function lists(...formats: readonly ("decimal" | "bullet" | "lowerRoman")[]): string {
  const level = (format: string, depth: number): string =>
    `<w:lvl w:ilvl="${depth}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${format === "bullet" ? "•" : `%${depth + 1}.`}"/></w:lvl>`;
  return (
    formats
      .map(
        (format, index) =>
          `<w:abstractNum w:abstractNumId="${index}"><w:multiLevelType w:val="hybridMultilevel"/>${level(format, 0)}${level(format, 1)}</w:abstractNum>`,
      )
      .join("") +
    formats
      .map((_, index) => `<w:num w:numId="${index + 1}"><w:abstractNumId w:val="${index}"/></w:num>`)
      .join("")
  );
}

/** A style of its own name, with a size in half-points. */
export function ownStyle(styleId: string, name: string, size: number): string {
  return `<w:style w:type="paragraph" w:customStyle="1" w:styleId="${styleId}"><w:name w:val="${name}"/><w:basedOn w:val="Normal"/><w:rPr><w:sz w:val="${size}"/></w:rPr></w:style>`;
}
