import type {
  Block,
  List,
  Run,
  SectionContent,
  Table,
  TableCell,
  TableRow,
} from "../../contracts/section-content.ts";
import { draftMark } from "../../rules/reports/table-blocks.ts";
import type { ListNumbering } from "./list-numbering.ts";
import { headingStyle, styleIds } from "./report-styles.ts";
import { escapeXml } from "./word-xml.ts";

/** Width of the text between the margins, in twentieths of a point (A4 with 2.25 cm margins). */
export const textWidth = 9354;

/** A content control of the document: a section or a table, known by its tag. */
export interface ControlledPart {
  /** At most 64 characters. */
  readonly tag: string;
  readonly title: string;
  /** The part’s own heading, with its level; a table has none. */
  readonly heading?: { readonly text: string; readonly level: number };
  readonly content: SectionContent;
}

/** Writes the blocks of one document; keeps its numbering, links and ids. */
export class DocumentBody {
  readonly #numbering: ListNumbering;
  readonly #tables: ReadonlyMap<string, ControlledPart>;
  readonly #links: string[] = [];
  #nextId: number;

  /**
   * @param tables the controlled tables that sections may refer to, by key.
   * @param firstId where the ids of controls and bookmarks begin; ids are unique in a document.
   */
  constructor(numbering: ListNumbering, tables: ReadonlyMap<string, ControlledPart>, firstId = 1) {
    this.#numbering = numbering;
    this.#tables = tables;
    this.#nextId = firstId;
  }

  /** Addresses of the links written so far; the link of index n has the relationship `rIdLink<n>`. */
  get links(): readonly string[] {
    return this.#links;
  }

  /** A part inside its content control, with a hidden bookmark as second anchor. */
  controlled(part: ControlledPart): string {
    const id = this.#nextId++;
    const bookmark = `<w:bookmarkStart w:id="${id}" w:name="_${escapeXml(part.tag)}"/><w:bookmarkEnd w:id="${id}"/>`;
    const heading = part.heading
      ? `<w:p><w:pPr><w:pStyle w:val="${headingStyle(part.heading.level)}"/></w:pPr>${bookmark}${this.#runs([{ text: part.heading.text }])}</w:p>`
      : "";
    const blocks = this.blocks(part.content);
    // A control must hold a paragraph; one without words yet holds the heading alone, or an empty line to type on.
    const inside = heading + blocks || `<w:p>${bookmark}</w:p>`;
    return (
      `<w:sdt><w:sdtPr><w:alias w:val="${escapeXml(part.title)}"/><w:tag w:val="${escapeXml(part.tag)}"/>` +
      `<w:id w:val="${id + 1_000_000}"/></w:sdtPr><w:sdtContent>${inside}</w:sdtContent></w:sdt>`
    );
  }

  blocks(content: SectionContent): string {
    let xml = "";
    let previous: Block | null = null;
    for (const block of content) {
      if (endsInTable(previous) && startsWithTable(block)) xml += this.#separator();
      xml += this.#block(block, endsInTable(previous));
      previous = block;
    }
    return xml;
  }

  /** Word joins tables that touch: a thin line of its own style keeps them apart. */
  #separator(): string {
    return `<w:p><w:pPr><w:pStyle w:val="${styleIds.tableSeparator}"/></w:pPr></w:p>`;
  }

  /** @param afterTable a table has no space below it of its own. */
  #block(block: Block, afterTable: boolean): string {
    switch (block.kind) {
      case "heading":
        return this.#paragraph(block.runs, `<w:pStyle w:val="${headingStyle(block.level)}"/>`);
      case "paragraph":
        return this.#paragraph(block.runs, afterTable ? '<w:spacing w:before="160"/>' : "");
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
    const numbering = this.#numbering.idFor(list.style, level, list.start ?? 1);
    const properties =
      `<w:pStyle w:val="${styleIds.listParagraph}"/>` +
      `<w:numPr><w:ilvl w:val="${Math.min(level, 8)}"/><w:numId w:val="${numbering}"/></w:numPr>`;
    return list.items
      .map(
        (item) =>
          this.#paragraph(item.runs, properties) +
          item.lists.map((nested) => this.#list(nested, level + 1)).join(""),
      )
      .join("");
  }

  #paragraph(runs: readonly Run[], properties: string): string {
    return `<w:p>${properties ? `<w:pPr>${properties}</w:pPr>` : ""}${this.#runs(runs)}</w:p>`;
  }

  #runs(runs: readonly Run[]): string {
    return runs.map((run) => this.#run(run)).join("");
  }

  #run(run: Run): string {
    const look =
      (run.href ? `<w:rStyle w:val="${styleIds.hyperlink}"/>` : "") +
      (run.bold ? "<w:b/>" : "") +
      (run.italic ? "<w:i/>" : "");
    const text = run.text
      .split("\n")
      .map((line) => (line === "" ? "" : `<w:t xml:space="preserve">${escapeXml(line)}</w:t>`))
      .join("<w:br/>");
    const xml = `<w:r>${look ? `<w:rPr>${look}</w:rPr>` : ""}${text}</w:r>`;
    if (!run.href) return xml;
    const link = this.#links.push(run.href) - 1;
    return `<w:hyperlink r:id="rIdLink${link}" w:history="1">${xml}</w:hyperlink>`;
  }

  /** A table with its caption above it, header rows that repeat, spans, and draft rows marked in words. */
  table(table: Table): string {
    const grid = layOut(table);
    const caption = table.caption
      ? this.#paragraph([{ text: table.caption }], `<w:pStyle w:val="${styleIds.caption}"/>`)
      : "";
    const rows = grid.rows.map((cells, index) => {
      const header = index < table.headerRows;
      const row = table.rows[index] as TableRow;
      const properties = `<w:cantSplit/>${header ? "<w:tblHeader/>" : ""}`;
      return `<w:tr><w:trPr>${properties}</w:trPr>${cells.map((cell) => this.#cell(cell, header, row, grid.widths)).join("")}</w:tr>`;
    });
    return (
      `${caption}<w:tbl><w:tblPr><w:tblStyle w:val="${styleIds.tableGrid}"/><w:tblW w:w="${textWidth}" w:type="dxa"/>` +
      `<w:tblLayout w:type="fixed"/><w:tblLook w:val="0020" w:firstRow="${table.headerRows > 0 ? 1 : 0}" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>` +
      (table.caption ? `<w:tblCaption w:val="${escapeXml(table.caption)}"/>` : "") +
      `</w:tblPr><w:tblGrid>${grid.widths.map((width) => `<w:gridCol w:w="${width}"/>`).join("")}</w:tblGrid>${rows.join("")}</w:tbl>`
    );
  }

  #cell(cell: GridCell, header: boolean, row: TableRow, widths: readonly number[]): string {
    const width = widths.slice(cell.column, cell.column + cell.columns).reduce((sum, w) => sum + w, 0);
    const properties =
      `<w:tcW w:w="${width}" w:type="dxa"/>` +
      (cell.columns > 1 ? `<w:gridSpan w:val="${cell.columns}"/>` : "") +
      (cell.merge ? `<w:vMerge${cell.merge === "start" ? ' w:val="restart"' : ""}/>` : "");
    const style = `<w:pStyle w:val="${header ? styleIds.tableHeading : styleIds.tableText}"/>`;
    const paragraphs = cell.paragraphs.length > 0 ? cell.paragraphs : [[]];
    const mark =
      row.draft && cell.first
        ? `<w:r><w:rPr><w:rStyle w:val="${styleIds.draftMark}"/></w:rPr><w:t xml:space="preserve"> ${draftMark}</w:t></w:r>`
        : "";
    const xml = paragraphs.map((runs, index) => {
      const last = index === paragraphs.length - 1;
      return `<w:p><w:pPr>${style}</w:pPr>${this.#runs(runs)}${last ? mark : ""}</w:p>`;
    });
    return `<w:tc><w:tcPr>${properties}</w:tcPr>${xml.join("")}</w:tc>`;
  }
}

interface GridCell {
  readonly column: number;
  readonly columns: number;
  readonly merge: "start" | "continue" | null;
  /** The first cell of its row that holds words of its own. */
  readonly first: boolean;
  readonly paragraphs: TableCell["paragraphs"];
}

/** Lays the cells on a grid: Word wants a cell for every place, those covered from above included. */
function layOut(table: Table): { rows: GridCell[][]; widths: number[] } {
  const covered = new Map<number, { rows: number; columns: number }>();
  const rows: GridCell[][] = [];
  let columns = 1;
  for (const row of table.rows) {
    const cells: GridCell[] = [];
    let column = 0;
    let first = true;
    const skipCovered = () => {
      for (let above = covered.get(column); above; above = covered.get(column)) {
        cells.push({ column, columns: above.columns, merge: "continue", first: false, paragraphs: [] });
        if (above.rows > 1) covered.set(column, { ...above, rows: above.rows - 1 });
        else covered.delete(column);
        column += above.columns;
      }
    };
    for (const cell of row.cells) {
      skipCovered();
      const span = cell.columnSpan ?? 1;
      const rowSpan = cell.rowSpan ?? 1;
      cells.push({
        column,
        columns: span,
        merge: rowSpan > 1 ? "start" : null,
        first,
        paragraphs: cell.paragraphs,
      });
      first = false;
      if (rowSpan > 1) covered.set(column, { rows: rowSpan - 1, columns: span });
      column += span;
    }
    skipCovered();
    columns = Math.max(columns, column);
    rows.push(cells);
  }
  return { rows, widths: columnWidths(rows, columns) };
}

/** Width of a letter in a table and of a cell's own margins, in twentieths of a point: a little more than Arial's. */
const letterWidth = 116;
const cellMargins = 240;

/** Columns that hold their longest word, the rest shared by how much text each has. */
function columnWidths(rows: readonly GridCell[][], columns: number): number[] {
  const least = Array.from({ length: columns }, () => 4);
  const wanted = Array.from({ length: columns }, () => 4);
  for (const cell of rows.flat().filter((candidate) => candidate.columns === 1)) {
    const text = cell.paragraphs.map((runs) => runs.map((run) => run.text).join("")).join(" ");
    const longestWord = Math.max(0, ...text.split(/\s+/).map((word) => word.length));
    least[cell.column] = Math.max(least[cell.column] ?? 0, Math.min(longestWord, 24));
    wanted[cell.column] = Math.max(wanted[cell.column] ?? 0, Math.min(text.length, 60));
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

function startsWithTable(block: Block): boolean {
  return block.kind === "table" ? !block.caption : block.kind === "tableReference";
}
