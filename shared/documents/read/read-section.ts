import type { Document, Element } from "@xmldom/xmldom";
import type {
  Block,
  Heading,
  List,
  ListItem,
  ListStyle,
  Run,
  SectionContent,
  TableCell,
  TableRow,
} from "../../contracts/section-content.ts";
import type { OutsideNote } from "../../contracts/task-pane-api.ts";
import { canonicalContent, oneLine, textOf } from "../content/canonical-content.ts";
import { contactControlTag } from "../content/contact-control.ts";
import { isOn, outsideKind, ParagraphRuns, placeMarks } from "./paragraph-runs.ts";
import { ReadingNotes } from "./reading-notes.ts";
import { WordNumbering } from "./word-numbering.ts";
import {
  childElements,
  childNamed,
  documentPart,
  elements,
  mainPart,
  propertyValue,
  type Relationship,
  relationshipsOf,
  relationshipsPart,
  UnreadableWordFile,
  type WordPackage,
  wordAttribute,
} from "./word-package.ts";
import { WordStyles } from "./word-styles.ts";

/** A section as it stands in Word. */
export interface ReadSection {
  /** The section’s own heading as it stands in Word; null when its first paragraph is not a heading. */
  readonly heading: string | null;
  readonly content: SectionContent;
  /** What the record cannot hold, with its place: it stays in the document. */
  readonly notes: readonly OutsideNote[];
  /** Tables of the record as they stand in the section: their place is content, their figures are the record’s. */
  readonly recordTables: readonly { readonly key: string; readonly content: SectionContent }[];
}

/**
 * Reads the section inside a content control, or the whole body when the package holds no such control.
 * @param tag the control’s tag.
 * @param tables keys of the record’s tables by the tag of their control: their place is kept, not their words.
 * @throws {UnreadableWordFile} when there is no body.
 */
export function readSection(
  word: WordPackage,
  tag: string,
  tables: ReadonlyMap<string, string> = new Map(),
): ReadSection {
  const body = bodyOf(word);
  const control = controlsIn(body).find((sdt) => tagOf(sdt) === tag);
  return readBlocks(word, control ? contentOf(control) : childElements(body), tables);
}

/** Reads blocks of a document as one section. Numbers of lists count from the first of them. */
export function readBlocks(
  word: WordPackage,
  blocks: readonly Element[],
  tables: ReadonlyMap<string, string>,
): ReadSection {
  return new SectionReader(surroundingsOf(word), tables).read(blocks);
}

/** What every section of a document is read with. */
interface Surroundings {
  readonly styles: WordStyles;
  readonly numbering: WordNumbering;
  readonly relations: readonly Relationship[];
}

const surroundings = new WeakMap<WordPackage, Surroundings>();

/** Read once a document: its sections share their styles and numbering. */
function surroundingsOf(word: WordPackage): Surroundings {
  const known = surroundings.get(word);
  if (known) return known;
  const styles = new WordStyles(documentPart(word, "styles"));
  const made = {
    styles,
    numbering: new WordNumbering(documentPart(word, "numbering"), styles),
    relations: relationshipsOf(word.get(relationshipsPart(mainPart))),
  };
  surroundings.set(word, made);
  return made;
}

/** @throws {UnreadableWordFile} when there is no body. */
export function bodyOf(word: WordPackage): Element {
  const body = elements(word.get(mainPart) as Document, "body")[0];
  if (!body) throw new UnreadableWordFile("it holds no text.");
  return body;
}

export function controlsIn(element: Element): Element[] {
  return elements(element, "sdt");
}

export function tagOf(sdt: Element): string | undefined {
  return propertyValue(childNamed(sdt, "sdtPr"), "tag");
}

export function contentOf(sdt: Element): Element[] {
  const content = childNamed(sdt, "sdtContent");
  return content ? childElements(content) : [];
}

interface ListLine {
  readonly numbering: string;
  readonly level: number;
  readonly style: ListStyle;
  readonly number: number;
  readonly runs: readonly Run[];
}

/** Paragraph styles whose look the record need not know. */
const ownParagraphStyles =
  /^(normal|body text|no spacing|list paragraph|list (bullet|number)( \d)?|caption|table (text|heading|separator)|heading [1-9])$/;

class SectionReader {
  readonly #notes = new ReadingNotes();
  readonly #styles: WordStyles;
  readonly #numbering: WordNumbering;
  readonly #runs: ParagraphRuns;
  readonly #tables: ReadonlyMap<string, string>;
  readonly #recordTables: { key: string; content: SectionContent }[] = [];
  #first = true;
  #caption: readonly Run[] | null = null;
  #lines: ListLine[] = [];

  constructor({ styles, numbering, relations }: Surroundings, tables: ReadonlyMap<string, string>) {
    this.#styles = styles;
    this.#numbering = numbering.fromTheBeginning();
    this.#runs = new ParagraphRuns(styles, relations, this.#notes);
    this.#tables = tables;
  }

  read(elementsOfSection: readonly Element[]): ReadSection {
    const all = this.#blocks(elementsOfSection);
    // A blank line above the heading does not make it a heading of the text.
    const start = all.findIndex((block) => block.kind !== "paragraph" || textOf(block.runs).trim() !== "");
    const blocks = start < 0 ? [] : all.slice(start);
    const first = blocks[0];
    const heading = first?.kind === "heading" ? first : null;
    return {
      heading: heading ? oneLine(textOf(heading.runs)) : null,
      content: canonicalContent(heading ? blocks.slice(1) : blocks),
      notes: this.#notes.notes,
      recordTables: this.#recordTables,
    };
  }

  #blocks(content: readonly Element[]): Block[] {
    const blocks: Block[] = [];
    for (const element of content) this.#block(element, blocks);
    this.#endLoose(blocks);
    return blocks;
  }

  /** Ends the list and the caption that are open: what comes next belongs to neither. */
  #endLoose(blocks: Block[]): void {
    if (this.#caption) blocks.push({ kind: "paragraph", runs: this.#caption });
    this.#caption = null;
    blocks.push(...listsOf(this.#lines));
    this.#lines = [];
  }

  #block(element: Element, blocks: Block[]): void {
    const name = element.localName ?? "";
    switch (name) {
      case "p":
        this.#paragraph(element, blocks);
        return;
      case "tbl": {
        const caption = this.#caption;
        this.#caption = null;
        this.#endLoose(blocks);
        blocks.push(this.#table(element, caption));
        return;
      }
      case "sdt":
        this.#control(element, blocks);
        return;
      case "ins":
      case "moveTo":
        this.#notes.add(name === "ins" ? "a tracked insertion" : "a tracked move");
        for (const child of childElements(element)) this.#block(child, blocks);
        return;
      case "del":
      case "moveFrom":
        this.#notes.add(name === "del" ? "a tracked deletion" : "a tracked move");
        return;
      case "customXml":
      case "smartTag":
        for (const child of childElements(element)) this.#block(child, blocks);
        return;
      case "commentRangeStart":
        this.#notes.add("a comment");
        return;
      default:
        if (!placeMarks.has(name)) this.#notes.add(outsideKind(element));
    }
  }

  #control(element: Element, blocks: Block[]): void {
    const tag = tagOf(element) ?? "";
    if (tag === contactControlTag) return;
    const key = this.#tables.get(tag);
    if (key === undefined) {
      this.#notes.add("a content control");
      if (isOn(childNamed(element, "sdtPr"), "showingPlcHdr")) return;
      for (const child of contentOf(element)) this.#block(child, blocks);
      return;
    }
    this.#endLoose(blocks);
    const inside = this.#notes.at("a table of the record", () => this.#blocks(contentOf(element)));
    this.#recordTables.push({ key, content: canonicalContent(inside) });
    blocks.push({ kind: "tableReference", key });
  }

  #paragraph(element: Element, blocks: Block[]): void {
    const properties = childNamed(element, "pPr");
    const styleId = propertyValue(properties, "pStyle");
    const heading = this.#styles.headingLevel(styleId);
    const own = this.#first && heading !== null;
    this.#notes.moveTo(ParagraphRuns.wordsOf(element));
    const read = () => {
      this.#noteProperties(properties, styleId, heading !== null);
      return this.#runs.read(element);
    };
    const runs = own ? this.#notes.at("the heading", read) : read();
    if (textOf(runs).trim() !== "") this.#first = false;
    if (this.#caption) this.#endLoose(blocks);

    if (heading !== null) {
      this.#endLoose(blocks);
      if (own && runs.some((run) => run.href))
        this.#notes.at("the heading", () => this.#notes.add("a link in the section’s own heading"));
      if (!own && (heading < 2 || heading > 4)) this.#notes.add(`a heading of level ${heading}`);
      if (!own && textOf(runs).includes("\n")) this.#notes.add("a line break in a heading");
      // The numbers of headings are counted even where nobody reads them.
      this.#numbering.lineOf(properties);
      blocks.push({ kind: "heading", level: contentLevel(heading), runs });
      return;
    }
    const line = this.#numbering.lineOf(properties);
    if (line?.kind === "item") {
      this.#lines.push({ ...line, runs });
      return;
    }
    this.#endLoose(blocks);
    if (line) {
      this.#notes.add(line.outside);
      blocks.push({ kind: "paragraph", runs: [{ text: `${line.label} ` }, ...runs] });
    } else if (this.#styles.nameOf(styleId) === "caption") this.#caption = runs;
    else blocks.push({ kind: "paragraph", runs });
  }

  #noteProperties(properties: Element | undefined, styleId: string | undefined, heading: boolean): void {
    const name = this.#styles.nameOf(styleId);
    if (!heading && !ownParagraphStyles.test(name)) this.#notes.add(`the style “${name}”`);
    if (!properties) return;
    const mark = childNamed(properties, "rPr");
    if (
      childNamed(mark, "ins") ||
      childNamed(mark, "del") ||
      childNamed(mark, "moveTo") ||
      childNamed(mark, "moveFrom")
    )
      this.#notes.add("a tracked paragraph mark");
    if (childNamed(properties, "pPrChange")) this.#notes.add("a tracked change of look");
    if (childNamed(properties, "sectPr")) this.#notes.add("a section break");
    if (isOn(properties, "pageBreakBefore")) this.#notes.add("a page break");
    if (childNamed(properties, "framePr")) this.#notes.add("a frame");
    if (childNamed(properties, "divId")) this.#notes.add("a division of a web page");
    if (childNamed(properties, "pBdr")) this.#notes.add("a border around a paragraph");
    const shading = childNamed(properties, "shd");
    if (shading && !["auto", undefined].includes(wordAttribute(shading, "fill"))) this.#notes.add("shading");
    if (["center", "right", "end", "both", "distribute"].includes(propertyValue(properties, "jc") ?? ""))
      this.#notes.add("alignment");
  }

  #table(table: Element, captionRuns: readonly Run[] | null): Block {
    const caption = captionRuns ? oneLine(textOf(captionRuns)) : "";
    if (captionRuns?.some((run) => run.href)) this.#notes.add("a link in a caption");
    const rows: { draft?: true; cells: SpannedCell[] }[] = [];
    const openAbove = new Map<number, SpannedCell>();
    let headerRows = 0;
    let inHead = true;
    for (const row of rowsOf(table)) {
      const rowProperties = childNamed(row, "trPr");
      if (childNamed(rowProperties, "ins")) this.#notes.add("a tracked row of a table");
      if (childNamed(rowProperties, "del")) {
        this.#notes.add("a tracked row of a table");
        continue;
      }
      inHead &&= isOn(rowProperties, "tblHeader") === true;
      if (inHead) headerRows += 1;
      const cells: SpannedCell[] = [];
      const before = Number(propertyValue(rowProperties, "gridBefore") ?? "0");
      if (before > 0) {
        this.#notes.add("a row of a table that begins further in");
        cells.push({ paragraphs: [], columnSpan: before, rowSpan: 1 });
      }
      let draft = false;
      let column = before;
      for (const cell of cellsOf(row)) {
        const properties = childNamed(cell, "tcPr");
        if (["cellIns", "cellDel", "cellMerge"].some((name) => childNamed(properties, name)))
          this.#notes.add("a tracked cell of a table");
        const columnSpan = Number(propertyValue(properties, "gridSpan") ?? "1");
        const merge = childNamed(properties, "vMerge");
        const continues = merge && (wordAttribute(merge, "val") ?? "continue") === "continue";
        const above = continues ? openAbove.get(column) : undefined;
        draft ||= this.#hasDraftMark(cell);
        const paragraphs = this.#cellParagraphs(cell, caption);
        if (above) {
          above.rowSpan += 1;
          if (paragraphs.some((runs) => textOf(runs).trim() !== "")) {
            this.#notes.add("words in a cell that is merged with the one above");
            above.paragraphs.push(...paragraphs);
          }
        } else {
          const made: SpannedCell = { paragraphs, columnSpan, rowSpan: 1 };
          if (merge) openAbove.set(column, made);
          else openAbove.delete(column);
          cells.push(made);
        }
        column += columnSpan;
      }
      rows.push({ ...(draft ? { draft: true as const } : {}), cells });
    }
    return {
      kind: "table",
      ...(caption ? { caption } : {}),
      headerRows,
      rows: rows satisfies TableRow[],
    };
  }

  #hasDraftMark(cell: Element): boolean {
    return elements(cell, "rStyle").some(
      (style) => this.#styles.nameOf(wordAttribute(style, "val")) === "draft mark",
    );
  }

  #cellParagraphs(cell: Element, caption: string): Run[][] {
    const paragraphs: Run[][] = [];
    const walk = (children: readonly Element[]) => {
      for (const element of children) {
        const name = element.localName ?? "";
        if (name === "p") paragraphs.push(this.#cellParagraph(element, caption));
        else if (name === "tbl") {
          this.#notes.add("a table inside a table");
          for (const row of rowsOf(element)) for (const inner of cellsOf(row)) walk(childElements(inner));
        } else if (name === "sdt") {
          this.#notes.add("a content control");
          if (!isOn(childNamed(element, "sdtPr"), "showingPlcHdr")) walk(contentOf(element));
        } else if (name === "customXml" || name === "ins" || name === "moveTo") {
          if (name !== "customXml")
            this.#notes.add(name === "ins" ? "a tracked insertion" : "a tracked move");
          walk(childElements(element));
        } else if (name !== "tcPr" && !placeMarks.has(name)) this.#notes.add(outsideKind(element));
      }
    };
    walk(childElements(cell));
    return paragraphs;
  }

  #cellParagraph(element: Element, caption: string): Run[] {
    const words = ParagraphRuns.wordsOf(element);
    const place =
      words.trim() === "" ? (caption ? `the table “${caption}”` : "a blank cell of a table") : null;
    const read = () => {
      if (place === null) this.#notes.moveTo(words);
      const properties = childNamed(element, "pPr");
      const styleId = propertyValue(properties, "pStyle");
      this.#noteProperties(properties, styleId, this.#styles.headingLevel(styleId) !== null);
      const line = this.#numbering.lineOf(properties);
      const runs = this.#runs.read(element);
      if (!line) return runs;
      this.#notes.add("a list inside a table");
      if (line.kind === "label") return [{ text: `${line.label} ` }, ...runs];
      return line.style === "bullet" ? runs : [{ text: `${line.number}. ` }, ...runs];
    };
    return place === null ? read() : this.#notes.at(place, read);
  }
}

interface SpannedCell extends TableCell {
  paragraphs: Run[][];
  columnSpan: number;
  rowSpan: number;
}

function rowsOf(table: Element): Element[] {
  return inside(table, "tr");
}

function cellsOf(row: Element): Element[] {
  return inside(row, "tc");
}

/** Rows and cells may stand in controls and other wrappers of their own. */
function inside(parent: Element, name: string): Element[] {
  return childElements(parent).flatMap((child) => {
    if (child.localName === name) return [child];
    if (child.localName === "sdt")
      return contentOf(child).flatMap((one) => (one.localName === name ? [one] : []));
    return child.localName === "customXml" || child.localName === "ins" ? inside(child, name) : [];
  });
}

function contentLevel(level: number): Heading["level"] {
  return Math.min(4, Math.max(2, level)) as Heading["level"];
}

interface OpenList {
  readonly numbering: string;
  readonly level: number;
  readonly style: ListStyle;
  readonly start: number;
  readonly items: { runs: readonly Run[]; lists: OpenList[] }[];
}

/** Builds the tree of lists from its lines: a deeper line belongs below the line before it. */
function listsOf(lines: readonly ListLine[]): List[] {
  const top: OpenList[] = [];
  const open: OpenList[] = [];
  for (const { numbering, level, style, number, runs } of lines) {
    while (open.length > 0 && (open.at(-1) as OpenList).level > level) open.pop();
    const current = open.at(-1);
    const same = current?.level === level && current.numbering === numbering;
    if (!current || !same) {
      if (current?.level === level) open.pop();
      const made: OpenList = { numbering, level, style, start: number, items: [] };
      const parent = open.at(-1)?.items.at(-1);
      (parent ? parent.lists : top).push(made);
      open.push(made);
    }
    (open.at(-1) as OpenList).items.push({ runs, lists: [] });
  }
  return top.map(asList);
}

function asList({ style, start, items }: OpenList): List {
  return {
    kind: "list",
    style,
    ...(style !== "bullet" && start !== 1 ? { start } : {}),
    items: items.map((item): ListItem => ({ runs: item.runs, lists: item.lists.map(asList) })),
  };
}
