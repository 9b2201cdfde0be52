import { anchorName } from "../../contracts/document-map.ts";
import type { Block, List, Run, SectionContent, Table, TableRow } from "../../contracts/section-content.ts";
import { draftMark } from "../../rules/reports/table-blocks.ts";
import { canonicalContent, oneLine, textOf } from "../content/canonical-content.ts";
import { contactControlTag } from "../content/contact-control.ts";
import { layOnGrid, type PlacedCell } from "../content/table-grid.ts";
import type { StyleIds } from "../template/report-styles.ts";
import type { ListNumbering } from "./list-numbering.ts";
import { beginsRightToLeft, type DirectedText, directedParts } from "./text-direction.ts";
import { clipped, escapeXml } from "./word-xml.ts";

/** Word takes titles and tags of content controls up to this length, in characters. */
const titleLimit = 64;

/** A content control of the document: a section or a table, known by its tag. */
export interface ControlledPart {
  /** At most 64 characters. */
  readonly tag: string;
  readonly title: string;
  /** The part’s own heading, with its level; a table has none. */
  readonly heading?: { readonly text: string; readonly level: number };
  readonly content: SectionContent;
  /** A table of contact details from the record that closes the section. */
  readonly contact?: readonly LabelledValue[];
}

/** What a body is written with. */
export interface BodyNeeds {
  readonly numbering: ListNumbering;
  readonly styleId: StyleIds;
  /** Width of the text between the margins, in twentieths of a point. */
  readonly textWidth: number;
  /** The controlled tables that sections may refer to, by key. */
  readonly tables: ReadonlyMap<string, ControlledPart>;
}

/** Properties of a paragraph that we set. */
interface ParagraphLook {
  readonly style?: string;
  readonly list?: { readonly level: number; readonly number: number };
  readonly afterTable?: boolean;
}

/** Writes the blocks of one document; keeps its numbering, links and ids. */
export class DocumentBody {
  readonly #numbering: ListNumbering;
  readonly #styleId: StyleIds;
  readonly #textWidth: number;
  readonly #tables: ReadonlyMap<string, ControlledPart>;
  readonly #links = new Map<string, number>();
  #nextId = 1;

  constructor({ numbering, styleId, textWidth, tables }: BodyNeeds) {
    this.#numbering = numbering;
    this.#styleId = styleId;
    this.#textWidth = textWidth;
    this.#tables = tables;
  }

  /** Addresses of the links written so far; the link of index n has the relationship `rIdLink<n>`. */
  get links(): readonly string[] {
    return [...this.#links.keys()];
  }

  /** A part inside its content control, with a hidden bookmark around it as second anchor. */
  controlled(part: ControlledPart): string {
    const id = this.#nextId++;
    const name = anchorName(part.tag);
    const heading = part.heading
      ? this.#paragraph([{ text: oneLine(part.heading.text) }], {
          style: headingStyle(this.#styleId, part.heading.level),
        })
      : "";
    // A control must hold a paragraph; one without words yet holds the heading alone, or an empty line to type on.
    const contact = part.contact ? this.#contact(part.contact, endsInTable(part.content.at(-1) ?? null)) : "";
    const inside = heading + this.blocks(part.content) + contact || "<w:p/>";
    return (
      `<w:sdt><w:sdtPr><w:alias w:val="${escapeXml(clipped(oneLine(part.title), titleLimit))}"/>` +
      `<w:tag w:val="${escapeXml(part.tag)}"/><w:id w:val="${id + 1_000_000}"/></w:sdtPr>` +
      `<w:sdtContent><w:bookmarkStart w:id="${id}" w:name="${name}"/>${inside}<w:bookmarkEnd w:id="${id}"/></w:sdtContent></w:sdt>`
    );
  }

  #contact(details: readonly LabelledValue[], afterTable: boolean): string {
    const rows = details.map((detail) => [detail]);
    return (
      (afterTable ? this.#separator() : "") +
      `<w:sdt><w:sdtPr><w:alias w:val="Contact officer"/><w:tag w:val="${contactControlTag}"/><w:id w:val="${this.#nextId++ + 1_000_000}"/></w:sdtPr>` +
      `<w:sdtContent>${this.labelTable("Contact officer", rows)}</w:sdtContent></w:sdt>`
    );
  }

  /** Any content, brought into its canonical form first. */
  blocks(content: SectionContent): string {
    let xml = "";
    let previous: Block | null = null;
    for (const block of canonicalContent(content)) {
      if (endsInTable(previous) && this.#startsWithTable(block)) xml += this.#separator();
      xml += this.#block(block, endsInTable(previous));
      previous = block;
    }
    return xml;
  }

  /** One line in a style of its own: a title, a subtitle. */
  line(text: string, style: string): string {
    return this.#paragraph([{ text: oneLine(text) }], { style });
  }

  /** Word joins tables that touch: a thin line of its own style keeps them apart. */
  #separator(): string {
    return this.#paragraph([], { style: this.#styleId("tableSeparator") });
  }

  #startsWithTable(block: Block): boolean {
    if (block.kind === "table") return !block.caption;
    return block.kind === "tableReference";
  }

  /** @param afterTable a table has no space below it of its own. */
  #block(block: Block, afterTable: boolean): string {
    switch (block.kind) {
      case "heading":
        return this.#paragraph(block.runs, { style: headingStyle(this.#styleId, block.level) });
      case "paragraph":
        return this.#paragraph(block.runs, { afterTable });
      case "list":
        return this.#list(block, 0);
      case "table":
        return this.table(block);
      case "tableReference": {
        const table = this.#tables.get(block.key);
        if (!table)
          throw new Error(`The section refers to the table ${block.key}, which the report does not have.`);
        return this.controlled(table);
      }
    }
  }

  #list(list: List, level: number): string {
    const number = this.#numbering.idFor(list.style, level, list.start ?? 1);
    const look = { style: this.#styleId("listParagraph"), list: { level, number } };
    return list.items
      .map(
        (item) =>
          this.#paragraph(item.runs, look) +
          item.lists.map((nested) => this.#list(nested, level + 1)).join(""),
      )
      .join("");
  }

  /** Properties stand in the order of the schema (CT_PPr). */
  #paragraph(runs: readonly Run[], { style, list, afterTable }: ParagraphLook, after = ""): string {
    const properties =
      (style ? `<w:pStyle w:val="${escapeXml(style)}"/>` : "") +
      (list ? `<w:numPr><w:ilvl w:val="${list.level}"/><w:numId w:val="${list.number}"/></w:numPr>` : "") +
      (beginsRightToLeft(textOf(runs)) ? "<w:bidi/>" : "") +
      (afterTable ? '<w:spacing w:before="160"/>' : "");
    return `<w:p>${properties ? `<w:pPr>${properties}</w:pPr>` : ""}${this.#runs(runs)}${after}</w:p>`;
  }

  #runs(runs: readonly Run[]): string {
    let xml = "";
    let openLink: string | undefined;
    for (const run of runs) {
      if (run.href !== openLink) {
        if (openLink) xml += "</w:hyperlink>";
        if (run.href) xml += `<w:hyperlink r:id="rIdLink${this.#link(run.href)}" w:history="1">`;
        openLink = run.href;
      }
      xml += directedParts(run.text)
        .map((part) => this.#run(run, part))
        .join("");
    }
    return openLink ? `${xml}</w:hyperlink>` : xml;
  }

  #link(address: string): number {
    const known = this.#links.get(address);
    if (known !== undefined) return known;
    this.#links.set(address, this.#links.size);
    return this.#links.size - 1;
  }

  /** Right-to-left runs take their bold and italics from the properties for complex scripts. */
  #run({ href, bold, italic }: Run, { text, rightToLeft }: DirectedText): string {
    const look =
      (href ? `<w:rStyle w:val="${escapeXml(this.#styleId("hyperlink"))}"/>` : "") +
      (bold ? `<w:b/>${rightToLeft ? "<w:bCs/>" : ""}` : "") +
      (italic ? `<w:i/>${rightToLeft ? "<w:iCs/>" : ""}` : "") +
      (rightToLeft ? "<w:rtl/>" : "");
    return `<w:r>${look ? `<w:rPr>${look}</w:rPr>` : ""}${textXml(text)}</w:r>`;
  }

  /** A table with its caption above it, header rows that repeat, spans, and draft rows marked in words. */
  table(table: Table): string {
    const caption = table.caption
      ? this.#paragraph([{ text: table.caption }], { style: this.#styleId("caption") })
      : "";
    const grid = layOnGrid(table.rows, table.headerRows);
    const widths = columnWidths(grid.rows.flat(), grid.columns, this.#textWidth);
    const rows = this.#rows(table, grid.rows, widths);
    return caption + this.#tableXml("reportTable", table.caption, table.headerRows > 0, widths, rows);
  }

  /** Pairs of label and value in rows of four columns; a value alone in its row covers the other three. */
  labelTable(caption: string, rows: readonly (readonly LabelledValue[])[]): string {
    // A label of three words and a date with its weekday each stand on one line.
    const widths = [0.23, 0.27, 0.2, 0.3].map((part) => Math.floor(this.#textWidth * part));
    const cell = (text: string, style: string, column: number, columns: number) => {
      const width = widths.slice(column, column + columns).reduce((sum, each) => sum + each, 0);
      const lines = text.split("\n").map((line) => this.line(line, style));
      return `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/>${columns > 1 ? `<w:gridSpan w:val="${columns}"/>` : ""}</w:tcPr>${lines.join("")}</w:tc>`;
    };
    const xml = rows.map((pairs) => {
      const cells = pairs.map(({ label, value }, index) => {
        const across = pairs.length === 1 ? 3 : 1;
        return (
          cell(label, this.#styleId("tableHeading"), index * 2, 1) +
          cell(value, this.#styleId("tableText"), index * 2 + 1, across)
        );
      });
      return `<w:tr><w:trPr><w:cantSplit/></w:trPr>${cells.join("")}</w:tr>`;
    });
    return this.#tableXml("frontSheet", caption, false, widths, xml.join(""));
  }

  #tableXml(
    style: "reportTable" | "frontSheet",
    caption: string | undefined,
    headed: boolean,
    widths: readonly number[],
    rows: string,
  ): string {
    return (
      `<w:tbl><w:tblPr><w:tblStyle w:val="${escapeXml(this.#styleId(style))}"/><w:tblW w:w="${this.#textWidth}" w:type="dxa"/>` +
      `<w:tblLayout w:type="fixed"/><w:tblLook w:val="${headed ? "0620" : "0600"}" w:firstRow="${headed ? 1 : 0}" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>` +
      (caption ? `<w:tblCaption w:val="${escapeXml(caption)}"/>` : "") +
      `</w:tblPr><w:tblGrid>${widths.map((width) => `<w:gridCol w:w="${width}"/>`).join("")}</w:tblGrid>${rows}</w:tbl>`
    );
  }

  #rows(table: Table, grid: readonly (readonly PlacedCell[])[], widths: readonly number[]): string {
    // Word wants a cell for every place, those covered from above included.
    const covered = grid.map((): PlacedCell[] => []);
    for (const cell of grid.flat()) {
      for (let below = 1; below < cell.rows; below++) covered[cell.row + below]?.push(cell);
    }
    return grid
      .map((cells, index) => {
        const row = table.rows[index] as TableRow;
        const header = index < table.headerRows;
        const all = [...cells, ...(covered[index] ?? [])].sort((a, b) => a.column - b.column);
        const xml = all.map((cell) =>
          this.#cell(cell, index, header, row.draft === true && cell === cells[0], widths),
        );
        return `<w:tr><w:trPr><w:cantSplit/>${header ? "<w:tblHeader/>" : ""}</w:trPr>${xml.join("")}</w:tr>`;
      })
      .join("");
  }

  #cell(
    placed: PlacedCell,
    row: number,
    header: boolean,
    marked: boolean,
    widths: readonly number[],
  ): string {
    const { column, columns, rows, cell } = placed;
    const own = placed.row === row;
    const width = widths.slice(column, column + columns).reduce((sum, each) => sum + each, 0);
    const properties =
      `<w:tcW w:w="${width}" w:type="dxa"/>` +
      (columns > 1 ? `<w:gridSpan w:val="${columns}"/>` : "") +
      (rows > 1 ? `<w:vMerge${own ? ' w:val="restart"' : ""}/>` : "");
    const style = this.#styleId(header ? "tableHeading" : "tableText");
    const paragraphs = own && cell.paragraphs.length > 0 ? cell.paragraphs : [[]];
    const mark = marked
      ? `<w:r><w:rPr><w:rStyle w:val="${escapeXml(this.#styleId("draftMark"))}"/></w:rPr><w:t xml:space="preserve"> ${draftMark}</w:t></w:r>`
      : "";
    const xml = paragraphs.map((runs, index) =>
      this.#paragraph(runs, { style }, index === paragraphs.length - 1 ? mark : ""),
    );
    return `<w:tc><w:tcPr>${properties}</w:tcPr>${xml.join("")}</w:tc>`;
  }
}

/** A label of a front sheet with what stands beside it; lines of the value are paragraphs. */
export interface LabelledValue {
  readonly label: string;
  readonly value: string;
}

/** The style of a heading of a level, 1 to 4. */
function headingStyle(styleId: StyleIds, level: number): string {
  return styleId(`heading${Math.min(4, Math.max(1, level)) as 1 | 2 | 3 | 4}`);
}

/** Line breaks, non-breaking hyphens and optional hyphens are elements in Word, not characters. */
const elementOf: ReadonlyMap<string, string> = new Map([
  ["\n", "<w:br/>"],
  ["\u2011", "<w:noBreakHyphen/>"],
  ["\u00AD", "<w:softHyphen/>"],
]);

function textXml(text: string): string {
  return text
    .split(/([\n\u2011\u00AD])/)
    .map((part) =>
      part === "" ? "" : (elementOf.get(part) ?? `<w:t xml:space="preserve">${escapeXml(part)}</w:t>`),
    )
    .join("");
}

/** Width of a letter in a table and of a cell's own margins, in twentieths of a point: a little more than Arial's. */
const letterWidth = 116;
const cellMargins = 240;

/** Columns that hold their longest word, the rest shared by how much text each has. */
function columnWidths(cells: readonly PlacedCell[], columns: number, textWidth: number): number[] {
  const least = Array.from({ length: columns }, () => 4);
  const wanted = Array.from({ length: columns }, () => 4);
  for (const { cell, column } of cells.filter((placed) => placed.columns === 1)) {
    const text = cell.paragraphs.map(textOf).join(" ");
    const longestWord = Math.max(0, ...text.split(/\s+/).map((word) => word.length));
    least[column] = Math.max(least[column] ?? 0, Math.min(longestWord, 24));
    wanted[column] = Math.max(wanted[column] ?? 0, Math.min(text.length, 60));
  }
  const narrow = least.map((letters) => letters * letterWidth + cellMargins);
  const left = textWidth - narrow.reduce((sum, width) => sum + width, 0);
  const extra = wanted.map((letters, column) => Math.max(0, letters - (least[column] ?? 0)) + 1);
  const allExtra = extra.reduce((sum, weight) => sum + weight, 0);
  const widths = narrow.map((width, column) =>
    left >= 0
      ? width + Math.floor((left * (extra[column] ?? 0)) / allExtra)
      : Math.floor((width * textWidth) / (textWidth - left)),
  );
  widths[columns - 1] =
    (widths[columns - 1] ?? 0) + textWidth - widths.reduce((sum, width) => sum + width, 0);
  return widths;
}

function endsInTable(block: Block | null): boolean {
  return block?.kind === "table" || block?.kind === "tableReference";
}
