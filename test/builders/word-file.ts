import JSZip from "jszip";

/** A piece of a test document's body. */
export type Part =
  | { readonly heading: string; readonly level?: 1 | 2 | 3 }
  | { readonly text: string; readonly style?: string }
  | { readonly bold: string; readonly plain?: string }
  | { readonly item: string; readonly list: number; readonly level?: number }
  | { readonly link: string; readonly address: string }
  | { readonly table: readonly (readonly string[])[] }
  | {
      readonly control: {
        readonly tag: string;
        readonly title: string;
        readonly id?: number;
        readonly bookmark?: string;
      };
      readonly parts: readonly Part[];
    }
  | { readonly xml: string };

export interface WordFile {
  readonly parts: readonly Part[];
  /** Looks by style id; each has the name of its key unless `name` says otherwise. */
  readonly styles?: Readonly<
    Record<string, { readonly name?: string; readonly size?: number; readonly basedOn?: string }>
  >;
  /** Lists by number: their format; each starts at `start`. */
  readonly lists?: readonly {
    readonly format: "decimal" | "lowerRoman" | "bullet";
    readonly start?: number;
  }[];
  readonly header?: string;
  readonly customXml?: string;
  readonly comments?: string;
}

const w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const r = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';
const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const escapeXml = (text: string): string =>
  text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");

/** Makes a small .docx, as bytes. */
export async function wordFile(file: WordFile): Promise<Uint8Array> {
  const links: string[] = [];
  const run = (text: string, look = ""): string =>
    `<w:r>${look && `<w:rPr>${look}</w:rPr>`}<w:t xml:space="preserve">${escapeXml(text)}</w:t></w:r>`;
  const paragraph = (properties: string, content: string): string =>
    `<w:p>${properties && `<w:pPr>${properties}</w:pPr>`}${content}</w:p>`;
  const write = (part: Part): string => {
    if ("xml" in part) return part.xml;
    if ("heading" in part)
      return paragraph(`<w:pStyle w:val="Heading${part.level ?? 1}"/>`, run(part.heading));
    if ("text" in part)
      return paragraph(part.style ? `<w:pStyle w:val="${part.style}"/>` : "", run(part.text));
    if ("bold" in part) return paragraph("", run(part.bold, "<w:b/>") + run(part.plain ?? ""));
    if ("item" in part)
      return paragraph(
        `<w:numPr><w:ilvl w:val="${part.level ?? 0}"/><w:numId w:val="${part.list}"/></w:numPr>`,
        run(part.item),
      );
    if ("link" in part) {
      links.push(part.address);
      return paragraph("", `<w:hyperlink r:id="rLink${links.length}">${run(part.link)}</w:hyperlink>`);
    }
    if ("table" in part) {
      const rows = part.table.map((cells, index) => {
        const row = cells.map((cell) => `<w:tc><w:tcPr/>${paragraph("", run(cell))}</w:tc>`).join("");
        return `<w:tr>${index === 0 ? "<w:trPr><w:tblHeader/></w:trPr>" : ""}${row}</w:tr>`;
      });
      const grid = (part.table[0] ?? []).map(() => '<w:gridCol w:w="2400"/>').join("");
      return `<w:tbl><w:tblPr><w:tblBorders><w:top w:val="single" w:sz="4"/></w:tblBorders></w:tblPr><w:tblGrid>${grid}</w:tblGrid>${rows.join("")}</w:tbl>`;
    }
    const { tag, title, id, bookmark } = part.control;
    const mark = bookmark ? `<w:bookmarkStart w:id="1" w:name="${bookmark}"/><w:bookmarkEnd w:id="1"/>` : "";
    return `<w:sdt><w:sdtPr><w:alias w:val="${escapeXml(title)}"/><w:tag w:val="${escapeXml(tag)}"/>${id ? `<w:id w:val="${id}"/>` : ""}</w:sdtPr><w:sdtContent>${mark}${part.parts.map(write).join("")}</w:sdtContent></w:sdt>`;
  };
  const body = file.parts.map(write).join("");
  const styles = file.styles ?? {};
  const zip = new JSZip();
  const overrides = [
    '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>',
    '<Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/>',
  ];
  const relations = [`<Relationship Id="rId1" Type="${office}/styles" Target="styles.xml"/>`];
  links.forEach((address, index) => {
    relations.push(
      `<Relationship Id="rLink${index + 1}" Type="${office}/hyperlink" Target="${escapeXml(address)}" TargetMode="External"/>`,
    );
  });
  if (file.lists) {
    overrides.push(
      '<Override PartName="/word/numbering.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml"/>',
    );
    relations.push(`<Relationship Id="rId2" Type="${office}/numbering" Target="numbering.xml"/>`);
    const abstracts = file.lists.map(({ format, start }, index) => {
      const levels = [0, 1].map(
        (level) =>
          `<w:lvl w:ilvl="${level}"><w:start w:val="${start ?? 1}"/><w:numFmt w:val="${format}"/><w:lvlText w:val="%${level + 1}."/><w:pPr><w:ind w:left="${720 * (level + 1)}" w:hanging="360"/></w:pPr></w:lvl>`,
      );
      return `<w:abstractNum w:abstractNumId="${index}"><w:multiLevelType w:val="hybridMultilevel"/>${levels.join("")}</w:abstractNum>`;
    });
    const instances = file.lists.map(
      (_, index) => `<w:num w:numId="${index + 1}"><w:abstractNumId w:val="${index}"/></w:num>`,
    );
    zip.file(
      "word/numbering.xml",
      `<w:numbering ${w}>${abstracts.join("")}${instances.join("")}</w:numbering>`,
    );
  }
  if (file.header !== undefined) {
    overrides.push(
      '<Override PartName="/word/header1.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml"/>',
    );
    relations.push(`<Relationship Id="rId3" Type="${office}/header" Target="header1.xml"/>`);
    zip.file(
      "word/header1.xml",
      `<w:hdr ${w}><w:p><w:r><w:t>${escapeXml(file.header)}</w:t></w:r></w:p></w:hdr>`,
    );
  }
  if (file.comments !== undefined) {
    overrides.push(
      '<Override PartName="/word/comments.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"/>',
    );
    relations.push(`<Relationship Id="rId4" Type="${office}/comments" Target="comments.xml"/>`);
    zip.file("word/comments.xml", `<w:comments ${w}>${file.comments}</w:comments>`);
  }
  if (file.customXml !== undefined) {
    relations.push(`<Relationship Id="rId5" Type="${office}/customXml" Target="../customXml/item1.xml"/>`);
    zip.file("customXml/item1.xml", file.customXml);
  }
  const header = file.header === undefined ? "" : '<w:headerReference w:type="default" r:id="rId3"/>';
  const section = `<w:sectPr>${header}<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1440" w:right="1304" w:bottom="1440" w:left="1304" w:header="708" w:footer="708" w:gutter="0"/></w:sectPr>`;
  zip.file("word/document.xml", `<w:document ${w} ${r}><w:body>${body}${section}</w:body></w:document>`);
  const heading = (level: number): string =>
    `<w:style w:type="paragraph" w:styleId="Heading${level}"><w:name w:val="heading ${level}"/><w:basedOn w:val="Normal"/><w:pPr><w:keepNext/><w:spacing w:before="240" w:after="80"/><w:outlineLvl w:val="${level - 1}"/></w:pPr><w:rPr><w:b/><w:sz w:val="${36 - level * 4}"/></w:rPr></w:style>`;
  const own = Object.entries(styles).map(
    ([id, { name, size, basedOn }]) =>
      `<w:style w:type="paragraph" w:customStyle="1" w:styleId="${id}"><w:name w:val="${name ?? id}"/><w:basedOn w:val="${basedOn ?? "Normal"}"/><w:rPr><w:sz w:val="${size ?? 24}"/></w:rPr></w:style>`,
  );
  zip.file(
    "word/styles.xml",
    `<w:styles ${w}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Arial" w:hAnsi="Arial"/><w:sz w:val="22"/></w:rPr></w:rPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:pPr><w:spacing w:after="120"/></w:pPr></w:style>${[1, 2, 3].map(heading).join("")}${own.join("")}</w:styles>`,
  );
  zip.file(
    "word/_rels/document.xml.rels",
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relations.join("")}</Relationships>`,
  );
  zip.file(
    "_rels/.rels",
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${office}/officeDocument" Target="word/document.xml"/></Relationships>`,
  );
  zip.file(
    "[Content_Types].xml",
    `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${overrides.join("")}</Types>`,
  );
  return zip.generateAsync({ type: "uint8array" });
}

/** The same, as `insertFileFromBase64` takes it. */
export async function wordFileBase64(file: WordFile): Promise<string> {
  return Buffer.from(await wordFile(file)).toString("base64");
}
