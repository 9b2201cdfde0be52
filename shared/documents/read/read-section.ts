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
import { canonicalContent, textOf } from "../content/canonical-content.ts";
import { safeAddress } from "../content/parse-section-html.ts";
import {
  childElements,
  elements,
  propertyValue,
  UnreadableWordFile,
  type WordPackage,
  wordAttribute,
} from "./word-package.ts";

/** A section as it stands in Word. */
export interface ReadSection {
  /** The section’s own heading as it stands in Word; null when its first paragraph is not a heading. */
  readonly heading: string | null;
  readonly content: SectionContent;
  /** What the record cannot hold, with its place: it stays in the document. */
  readonly notes: readonly OutsideNote[];
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
  const document = word.get("word/document.xml") as Document;
  const body = elements(document, "body")[0];
  if (!body) throw new UnreadableWordFile("it holds no text.");
  const control = elements(body, "sdt").find((sdt) => tagOf(sdt) === tag);
  const reader = new SectionReader(word, tables);
  return reader.read(control ? contentOf(control) : childElements(body));
}

function tagOf(sdt: Element): string | undefined {
  return propertyValue(
    childElements(sdt).find((child) => child.localName === "sdtPr"),
    "tag",
  );
}

function contentOf(sdt: Element): Element[] {
  const content = childElements(sdt).find((child) => child.localName === "sdtContent");
  return content ? childElements(content) : [];
}

interface ListLine {
  readonly numbering: string;
  readonly level: number;
  readonly style: ListStyle;
  readonly start: number;
  readonly runs: readonly Run[];
}

/** Elements that mark places and carry no words. */
const marks = new Set([
  "bookmarkStart",
  "bookmarkEnd",
  "proofErr",
  "permStart",
  "permEnd",
  "lastRenderedPageBreak",
  "sectPr",
  "moveFromRangeStart",
  "moveFromRangeEnd",
  "moveToRangeStart",
  "moveToRangeEnd",
  "pPr",
  "rPr",
  "noBreakHyphen",
  "softHyphen",
]);

const outside: Readonly<Record<string, string>> = {
  drawing: "a picture",
  pict: "a picture",
  object: "an embedded object",
  footnoteReference: "a footnote",
  endnoteReference: "an endnote",
  commentReference: "a comment",
  oMath: "an equation",
  oMathPara: "an equation",
  altChunk: "inserted outside content",
};

class SectionReader {
  readonly #styles: ReadonlyMap<string, string>;
  readonly #numbering: Numbering;
  readonly #links: ReadonlyMap<string, string>;
  readonly #tables: ReadonlyMap<string, string>;
  readonly #notes: OutsideNote[] = [];
  #place = "the start of the section";

  constructor(word: WordPackage, tables: ReadonlyMap<string, string>) {
    this.#styles = styleNames(word.get("word/styles.xml"));
    this.#numbering = new Numbering(word.get("word/numbering.xml"));
    this.#links = linkTargets(word.get("word/_rels/document.xml.rels"));
    this.#tables = tables;
  }

  read(content: readonly Element[]): ReadSection {
    const blocks = this.#blocks(content);
    const first = blocks[0];
    const heading = first?.kind === "heading" ? first : null;
    return {
      heading: heading ? textOf(heading.runs).replace(/\s+/g, " ").trim() : null,
      content: canonicalContent(heading ? blocks.slice(1) : blocks),
      notes: this.#notes,
    };
  }

  #note(kind: string): void {
    if (!this.#notes.some((note) => note.kind === kind && note.place === this.#place)) {
      this.#notes.push({ kind, place: this.#place });
    }
  }

  #blocks(content: readonly Element[]): Block[] {
    const blocks: Block[] = [];
    let lines: ListLine[] = [];
    let caption: string | null = null;
    const endList = () => {
      blocks.push(...listsOf(lines));
      lines = [];
    };
    const endCaption = () => {
      if (caption !== null) blocks.push({ kind: "paragraph", runs: [{ text: caption }] });
      caption = null;
    };
    for (const element of content) {
      if (marks.has(element.localName ?? "")) continue;
      if (element.localName === "p") {
        const properties = childElements(element).find((child) => child.localName === "pPr");
        const style = this.#styleOf(properties);
        const runs = this.#runs(element);
        const words = textOf(runs).trim();
        if (words !== "") this.#place = `“${words.slice(0, 40)}${words.length > 40 ? "…" : ""}”`;
        const line = this.#numbering.lineOf(properties, runs);
        endCaption();
        if (line && !style.heading) {
          lines.push(line);
          continue;
        }
        endList();
        if (style.heading) blocks.push({ kind: "heading", level: contentLevel(style.heading), runs });
        else if (style.name === "caption") caption = textOf(runs);
        else blocks.push({ kind: "paragraph", runs });
      } else if (element.localName === "tbl") {
        endList();
        blocks.push(this.#table(element, caption));
        caption = null;
      } else if (element.localName === "sdt") {
        endList();
        endCaption();
        const key = this.#tables.get(tagOf(element) ?? "");
        blocks.push(...(key ? [{ kind: "tableReference" as const, key }] : this.#blocks(contentOf(element))));
      } else if (outside[element.localName ?? ""]) {
        this.#note(outside[element.localName ?? ""] as string);
      } else if (element.localName === "ins" || element.localName === "moveTo") {
        this.#note("a tracked change");
        blocks.push(...this.#blocks(childElements(element)));
      } else if (element.localName === "customXml" || element.localName === "smartTag") {
        blocks.push(...this.#blocks(childElements(element)));
      }
    }
    endList();
    endCaption();
    return blocks;
  }

  #styleOf(properties: Element | undefined): { name: string; heading: number | null } {
    const id = propertyValue(properties, "pStyle");
    const name = (id && (this.#styles.get(id) ?? id)) || "normal";
    const heading = /^heading ?([1-9])$/i.exec(name);
    return { name: name.toLowerCase(), heading: heading ? Number(heading[1]) : null };
  }

  #runs(paragraph: Element, href?: string): Run[] {
    const runs: Run[] = [];
    let field: "code" | "result" | null = null;
    for (const element of childElements(paragraph)) {
      const name = element.localName ?? "";
      if (name === "r") {
        const mark = childElements(element).find((child) => child.localName === "fldChar");
        if (mark) {
          const type = wordAttribute(mark, "fldCharType");
          if (type === "begin") {
            field = "code";
            this.#note("a field");
          } else field = type === "separate" ? "result" : null;
        }
        if (field !== "code") runs.push(...this.#run(element, href));
      } else if (name === "hyperlink") {
        const id = element.getAttributeNS(
          "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
          "id",
        );
        runs.push(...this.#runs(element, safeAddress(this.#links.get(id ?? ""))));
      } else if (name === "ins" || name === "moveTo") {
        this.#note("a tracked change");
        runs.push(...this.#runs(element, href));
      } else if (name === "del" || name === "moveFrom") {
        this.#note("a tracked change");
      } else if (name === "fldSimple") {
        this.#note("a field");
        runs.push(...this.#runs(element, href));
      } else if (name === "sdt") {
        for (const child of contentOf(element)) {
          runs.push(...(child.localName === "r" ? this.#run(child, href) : this.#runs(child, href)));
        }
      } else if (name === "smartTag" || name === "customXml" || name === "dir" || name === "bdo") {
        runs.push(...this.#runs(element, href));
      } else if (name === "commentRangeStart") {
        this.#note("a comment");
      } else if (outside[name]) {
        this.#note(outside[name] as string);
      }
    }
    return runs;
  }

  #run(run: Element, href: string | undefined): Run[] {
    const properties = childElements(run).find((child) => child.localName === "rPr");
    if (this.#styles.get(propertyValue(properties, "rStyle") ?? "") === "Draft Mark") return [];
    const look = {
      ...(isOn(properties, "b") ? { bold: true as const } : {}),
      ...(isOn(properties, "i") ? { italic: true as const } : {}),
      ...(href ? { href } : {}),
    };
    let text = "";
    for (const child of childElements(run)) {
      const name = child.localName ?? "";
      if (name === "t") text += child.textContent ?? "";
      else if (name === "br" || name === "cr") text += wordAttribute(child, "type") === "page" ? "" : "\n";
      else if (name === "tab") text += " ";
      else if (name === "noBreakHyphen") text += "\u2011";
      else if (name === "AlternateContent") {
        this.#note(elements(child, "txbxContent").length > 0 ? "a text box" : "a picture");
      } else if (outside[name]) {
        this.#note(outside[name] as string);
      }
    }
    return text === "" ? [] : [{ ...look, text }];
  }

  #table(table: Element, caption: string | null): Block {
    interface Place {
      columns: number;
      row: number;
      cell: number;
    }
    const rows: { draft?: true; cells: (TableCell & { rowSpan?: number })[] }[] = [];
    const openAbove = new Map<number, Place>();
    let headerRows = 0;
    let inHead = true;
    for (const row of childElements(table).filter((child) => child.localName === "tr")) {
      const rowProperties = childElements(row).find((child) => child.localName === "trPr");
      inHead &&= isOn(rowProperties, "tblHeader");
      if (inHead) headerRows += 1;
      const cells: (TableCell & { rowSpan?: number })[] = [];
      let draft = false;
      let column = 0;
      for (const cell of cellsOf(row)) {
        const properties = childElements(cell).find((child) => child.localName === "tcPr");
        const columns = Number(propertyValue(properties, "gridSpan") ?? "1");
        const merge = properties && childElements(properties).find((child) => child.localName === "vMerge");
        const continues = merge && (wordAttribute(merge, "val") ?? "continue") === "continue";
        const above = openAbove.get(column);
        if (continues && above) {
          const start = rows[above.row]?.cells[above.cell];
          if (start) (start as { rowSpan?: number }).rowSpan = (start.rowSpan ?? 1) + 1;
        } else {
          draft ||= this.#hasDraftMark(cell);
          if (merge) openAbove.set(column, { columns, row: rows.length, cell: cells.length });
          else openAbove.delete(column);
          cells.push({
            paragraphs: this.#cellParagraphs(cell),
            ...(columns > 1 ? { columnSpan: columns } : {}),
          });
        }
        column += columns;
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
      (style) => this.#styles.get(wordAttribute(style, "val") ?? "") === "Draft Mark",
    );
  }

  #cellParagraphs(cell: Element): Run[][] {
    const paragraphs: Run[][] = [];
    for (const element of childElements(cell)) {
      if (element.localName === "p") paragraphs.push(this.#runs(element));
      else if (element.localName === "tbl") {
        this.#note("a table inside a table");
        for (const inner of elements(element, "p")) paragraphs.push(this.#runs(inner));
      } else if (element.localName === "sdt") {
        for (const inner of contentOf(element)) paragraphs.push(this.#runs(inner));
      }
    }
    return paragraphs;
  }
}

function cellsOf(row: Element): Element[] {
  return childElements(row).flatMap((child) =>
    child.localName === "tc" ? [child] : child.localName === "sdt" ? contentOf(child) : [],
  );
}

/** A property that is on when it is present, unless it says 0 or false. */
function isOn(properties: Element | undefined, name: string): boolean {
  const property = properties && childElements(properties).find((child) => child.localName === name);
  return property !== undefined && !["0", "false", "off"].includes(wordAttribute(property, "val") ?? "1");
}

function contentLevel(level: number): Heading["level"] {
  return Math.min(4, Math.max(2, level)) as Heading["level"];
}

function styleNames(styles: Document | undefined): ReadonlyMap<string, string> {
  if (!styles) return new Map();
  return new Map(
    elements(styles, "style").map((style) => [
      wordAttribute(style, "styleId") ?? "",
      propertyValue(style, "name") ?? "",
    ]),
  );
}

function linkTargets(relations: Document | undefined): ReadonlyMap<string, string> {
  if (!relations) return new Map();
  return new Map(
    elements(relations, "Relationship")
      .filter((relation) => (relation.getAttribute("Type") ?? "").endsWith("/hyperlink"))
      .map((relation) => [relation.getAttribute("Id") ?? "", relation.getAttribute("Target") ?? ""]),
  );
}

/** The numbering of a document: which list a paragraph belongs to, of what style, where it starts. */
class Numbering {
  readonly #abstractOf = new Map<string, string>();
  readonly #formats = new Map<string, string>();
  readonly #starts = new Map<string, number>();

  constructor(numbering: Document | undefined) {
    if (!numbering) return;
    for (const abstract of elements(numbering, "abstractNum")) {
      const id = wordAttribute(abstract, "abstractNumId") ?? "";
      for (const level of childElements(abstract).filter((child) => child.localName === "lvl")) {
        this.#formats.set(
          `${id}/${wordAttribute(level, "ilvl")}`,
          propertyValue(level, "numFmt") ?? "decimal",
        );
      }
    }
    for (const num of elements(numbering, "num")) {
      const id = wordAttribute(num, "numId") ?? "";
      this.#abstractOf.set(id, propertyValue(num, "abstractNumId") ?? "");
      for (const override of childElements(num).filter((child) => child.localName === "lvlOverride")) {
        const start = Number(propertyValue(override, "startOverride") ?? "1");
        this.#starts.set(`${id}/${wordAttribute(override, "ilvl")}`, start);
      }
    }
  }

  lineOf(properties: Element | undefined, runs: readonly Run[]): ListLine | null {
    const numbered = properties && childElements(properties).find((child) => child.localName === "numPr");
    const numbering = propertyValue(numbered, "numId");
    if (!numbering || numbering === "0") return null;
    const level = Number(propertyValue(numbered, "ilvl") ?? "0");
    const format = this.#formats.get(`${this.#abstractOf.get(numbering)}/${level}`);
    if (format === undefined || format === "none") return null;
    const style: ListStyle = format === "bullet" ? "bullet" : /roman/i.test(format) ? "roman" : "decimal";
    return { numbering, level, style, start: this.#starts.get(`${numbering}/${level}`) ?? 1, runs };
  }
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
  for (const line of lines) {
    while (open.length > 0 && (open.at(-1) as OpenList).level > line.level) open.pop();
    const current = open.at(-1);
    const sameList = current?.level === line.level && current.numbering === line.numbering;
    if (!current || !sameList) {
      if (current?.level === line.level) open.pop();
      const { runs: _, ...list } = line;
      const made: OpenList = { ...list, items: [] };
      const parent = open.at(-1)?.items.at(-1);
      (parent ? parent.lists : top).push(made);
      open.push(made);
    }
    (open.at(-1) as OpenList).items.push({ runs: line.runs, lists: [] });
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
