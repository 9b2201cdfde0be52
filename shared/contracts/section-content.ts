/**
 * What a report section may hold: a small, canonical subset of HTML, as a tree.
 *
 * The tree is the meaning; {@link renderSectionHtml} is its one spelling, the text that is stored in the
 * record. Two contents are equal exactly when their spellings are equal.
 *
 * Canonical form: no empty runs, neighbouring runs of the same look are joined, no paragraph, item or list
 * is without text, white space is single spaces with none at a block's ends, and no cell is covered twice.
 */
export type SectionContent = readonly Block[];

export type Block = Heading | Paragraph | List | Table | TableReference;

/** A sub-heading inside the section. The section's own heading belongs to the record and is not content. */
export interface Heading {
  readonly kind: "heading";
  /** Level in the document: 2 to 4 (the section's own heading stands above it). */
  readonly level: 2 | 3 | 4;
  readonly runs: readonly Run[];
}

export interface Paragraph {
  readonly kind: "paragraph";
  readonly runs: readonly Run[];
}

export type ListStyle = "bullet" | "decimal" | "roman";

export interface List {
  readonly kind: "list";
  readonly style: ListStyle;
  /** The first item's number, 1 unless the list continues another. Bullets have none. */
  readonly start?: number;
  readonly items: readonly ListItem[];
}

/** An item: its own words, then any lists nested below it. */
export interface ListItem {
  readonly runs: readonly Run[];
  readonly lists: readonly List[];
}

export interface Table {
  readonly kind: "table";
  /** What the table shows; read out before it. */
  readonly caption?: string;
  /** The first rows that are headers and repeat on each page; 0 when there are none. */
  readonly headerRows: number;
  readonly rows: readonly TableRow[];
}

/** The place of a table that the record keeps on its own, by the table’s key. */
export interface TableReference {
  readonly kind: "tableReference";
  readonly key: string;
}

export interface TableRow {
  /** A row whose figures are not final. It carries the word “draft” wherever it is shown. */
  readonly draft?: true;
  readonly cells: readonly TableCell[];
}

export interface TableCell {
  /** Paragraphs of the cell; one empty paragraph for a blank cell is written as none. */
  readonly paragraphs: readonly (readonly Run[])[];
  /** Columns covered, 2 or more; absent for one. */
  readonly columnSpan?: number;
  /** Rows covered, 2 or more; absent for one. */
  readonly rowSpan?: number;
}

/** Words of one look. A line break inside a paragraph is the character `\n`. */
export interface Run {
  readonly text: string;
  readonly bold?: true;
  readonly italic?: true;
  /** An absolute http, https or mailto address. */
  readonly href?: string;
}

/** The most a section may hold, in characters of its HTML (a SharePoint note holds about 63,000). */
export const sectionHtmlLimit = 60_000;

/** The look of a draft row's word, the same in Word, HTML and cards. */
export const draftWord = "draft";

/** Escapes text for HTML; `"` too, so that it serves in attributes. */
export function escapeHtml(text: string): string {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");
}

/** The one canonical HTML spelling of a section's content. */
export function renderSectionHtml(content: SectionContent): string {
  return content.map(renderBlock).join("");
}

function renderBlock(block: Block): string {
  switch (block.kind) {
    case "heading":
      return `<h${block.level}>${renderRuns(block.runs)}</h${block.level}>`;
    case "paragraph":
      return `<p>${renderRuns(block.runs)}</p>`;
    case "list":
      return renderList(block);
    case "table":
      return renderTable(block);
    case "tableReference":
      return `<figure data-table="${escapeHtml(block.key)}"></figure>`;
  }
}

function renderList(list: List): string {
  const start = list.start !== undefined && list.start !== 1 ? ` start="${list.start}"` : "";
  const [open, close] =
    list.style === "bullet"
      ? ["<ul>", "</ul>"]
      : [list.style === "roman" ? `<ol type="i"${start}>` : `<ol${start}>`, "</ol>"];
  const items = list.items.map(
    (item) => `<li>${renderRuns(item.runs)}${item.lists.map(renderList).join("")}</li>`,
  );
  return `${open}${items.join("")}${close}`;
}

function renderTable(table: Table): string {
  const caption = table.caption ? `<caption>${escapeHtml(table.caption)}</caption>` : "";
  const rows = table.rows.map((row, index) => renderRow(row, index < table.headerRows));
  const head = rows.slice(0, table.headerRows).join("");
  const body = rows.slice(table.headerRows).join("");
  return `<table>${caption}${head ? `<thead>${head}</thead>` : ""}${body ? `<tbody>${body}</tbody>` : ""}</table>`;
}

function renderRow(row: TableRow, header: boolean): string {
  const element = header ? "th" : "td";
  const cells = row.cells.map((cell) => {
    const columns = cell.columnSpan ? ` colspan="${cell.columnSpan}"` : "";
    const rows = cell.rowSpan ? ` rowspan="${cell.rowSpan}"` : "";
    return `<${element}${columns}${rows}>${renderCellParagraphs(cell.paragraphs)}</${element}>`;
  });
  return `<tr${row.draft ? ' data-draft="true"' : ""}>${cells.join("")}</tr>`;
}

function renderCellParagraphs(paragraphs: TableCell["paragraphs"]): string {
  if (paragraphs.length === 0) return "";
  if (paragraphs.length === 1) return renderRuns(paragraphs[0] ?? []);
  return paragraphs.map((runs) => `<p>${renderRuns(runs)}</p>`).join("");
}

function renderRuns(runs: readonly Run[]): string {
  return runs.map(renderRun).join("");
}

function renderRun(run: Run): string {
  let html = escapeHtml(run.text).replace(/\n/g, "<br>");
  if (run.italic) html = `<em>${html}</em>`;
  if (run.bold) html = `<strong>${html}</strong>`;
  if (run.href) html = `<a href="${escapeHtml(run.href)}">${html}</a>`;
  return html;
}
