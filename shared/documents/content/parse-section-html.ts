import { type DefaultTreeAdapterTypes, parseFragment } from "parse5";
import type {
  Block,
  Heading,
  List,
  ListItem,
  ListStyle,
  Run,
  SectionContent,
  Table,
  TableCell,
  TableRow,
} from "../../contracts/section-content.ts";
import { canonicalContent, isStart } from "./canonical-content.ts";
import { safeAddress } from "./link-address.ts";

type Node = DefaultTreeAdapterTypes.ChildNode;
type Element = DefaultTreeAdapterTypes.Element;

/** Content read from HTML, with the kinds of mark-up that had no place in it. */
export interface ParsedHtml {
  readonly content: SectionContent;
  /** Names of elements whose words were kept but not their mark-up, or which were left out; each once. */
  readonly leftOut: readonly string[];
}

/** Elements whose content is never words of a report. */
const silent = new Set([
  "script",
  "style",
  "template",
  "iframe",
  "object",
  "embed",
  "svg",
  "math",
  "noscript",
  "title",
]);
const plainInline = new Set([
  "span",
  "u",
  "sub",
  "sup",
  "small",
  "mark",
  "code",
  "abbr",
  "cite",
  "q",
  "s",
  "font",
]);
const containers = new Set([
  "div",
  "section",
  "article",
  "main",
  "blockquote",
  "html",
  "body",
  "header",
  "footer",
]);

/**
 * Reads any HTML into section content. What the subset cannot hold is left out and named; nothing is executed,
 * and no attribute is kept but an address that is http, https or mailto.
 */
export function parseSectionHtml(html: string): ParsedHtml {
  const leftOut = new Set<string>();
  const content = readBlocks(parseFragment(html).childNodes, leftOut);
  return { content: canonicalContent(content), leftOut: [...leftOut].sort() };
}

function readBlocks(nodes: readonly Node[], leftOut: Set<string>): Block[] {
  const blocks: Block[] = [];
  let loose: Run[] = [];
  const endLoose = () => {
    if (loose.some((run) => run.text.trim() !== "")) blocks.push({ kind: "paragraph", runs: loose });
    loose = [];
  };
  for (const node of nodes) {
    const block = isElement(node) ? readBlockElement(node, leftOut) : null;
    if (block) {
      endLoose();
      blocks.push(...block);
    } else {
      loose.push(...readRuns([node], {}, leftOut));
    }
  }
  endLoose();
  return blocks;
}

function readBlockElement(element: Element, leftOut: Set<string>): Block[] | null {
  switch (element.tagName) {
    case "h1":
    case "h2":
    case "h3":
    case "h4":
    case "h5":
    case "h6": {
      const level = Math.min(4, Math.max(2, Number(element.tagName.slice(1)))) as Heading["level"];
      return [{ kind: "heading", level, runs: readRuns(element.childNodes, {}, leftOut) }];
    }
    case "p":
      return [{ kind: "paragraph", runs: readRuns(element.childNodes, {}, leftOut) }];
    case "ul":
    case "ol":
      return [readList(element, leftOut)];
    case "table":
      return [readTable(element, leftOut)];
    case "figure": {
      const key = attribute(element, "data-table");
      return key ? [{ kind: "tableReference", key }] : readBlocks(element.childNodes, leftOut);
    }
    default:
      if (!containers.has(element.tagName)) return null;
      return readBlocks(element.childNodes, leftOut);
  }
}

function readList(element: Element, leftOut: Set<string>): List {
  const type = attribute(element, "type");
  const style: ListStyle =
    element.tagName === "ul" ? "bullet" : type === "i" || type === "I" ? "roman" : "decimal";
  const start = Number(attribute(element, "start") || "1");
  const items: ListItem[] = [];
  for (const child of element.childNodes) {
    if (!isElement(child)) continue;
    if (child.tagName === "ul" || child.tagName === "ol") {
      const nested = readList(child, leftOut);
      const last = items.at(-1);
      if (last) items[items.length - 1] = { ...last, lists: [...last.lists, nested] };
      else items.push({ runs: [], lists: [nested] });
    } else if (silent.has(child.tagName)) {
      leftOut.add(child.tagName);
    } else {
      items.push(readItem(child, leftOut));
    }
  }
  return {
    kind: "list",
    style,
    ...(style !== "bullet" && isStart(start) ? { start } : {}),
    items,
  };
}

function readItem(element: Element, leftOut: Set<string>): ListItem {
  const runs: Run[] = [];
  const lists: List[] = [];
  const addParagraph = (more: readonly Run[]) => {
    if (runs.length > 0 && more.length > 0) runs.push({ text: "\n" });
    runs.push(...more);
  };
  const walk = (nodes: readonly Node[]) => {
    for (const node of nodes) {
      if (!isElement(node)) runs.push(...readRuns([node], {}, leftOut));
      else if (node.tagName === "ul" || node.tagName === "ol") lists.push(readList(node, leftOut));
      else if (node.tagName === "p") addParagraph(readRuns(node.childNodes, {}, leftOut));
      else if (containers.has(node.tagName)) walk(node.childNodes);
      else if (node.tagName === "table") {
        leftOut.add("table in a list");
        addParagraph(readRuns(node.childNodes, {}, leftOut));
      } else runs.push(...readRuns([node], {}, leftOut));
    }
  };
  walk(element.childNodes);
  return { runs, lists };
}

function readTable(table: Element, leftOut: Set<string>): Table {
  let caption: string | undefined;
  let headerRows = 0;
  let inHead = true;
  const rows: TableRow[] = [];
  const addRow = (row: Element, headed: boolean) => {
    const cells = row.childNodes
      .filter(isElement)
      .filter((cell) => cell.tagName === "td" || cell.tagName === "th");
    const allHeaders = cells.length > 0 && cells.every((cell) => cell.tagName === "th");
    inHead &&= headed || allHeaders;
    if (inHead) headerRows += 1;
    rows.push({
      ...(attribute(row, "data-draft") === "true" ? { draft: true } : {}),
      cells: cells.map((cell) => readCell(cell, leftOut)),
    });
  };
  const walk = (nodes: readonly Node[], headed: boolean) => {
    for (const node of nodes.filter(isElement)) {
      if (node.tagName === "tr") addRow(node, headed);
      else if (node.tagName === "caption") caption = wordsOf(node);
      else if (node.tagName === "thead") walk(node.childNodes, true);
      else if (node.tagName === "tbody" || node.tagName === "tfoot") walk(node.childNodes, false);
    }
  };
  walk(table.childNodes, false);
  return { kind: "table", ...(caption ? { caption } : {}), headerRows, rows };
}

function readCell(cell: Element, leftOut: Set<string>): TableCell {
  const paragraphs: Run[][] = [];
  for (const block of readBlocks(cell.childNodes, leftOut)) {
    if (block.kind === "paragraph" || block.kind === "heading") paragraphs.push([...block.runs]);
    else if (block.kind === "list") {
      leftOut.add("list in a table");
      for (const item of block.items) paragraphs.push([...item.runs]);
    } else if (block.kind === "table") {
      leftOut.add("table in a table");
      for (const row of block.rows) {
        for (const inner of row.cells) paragraphs.push(...inner.paragraphs.map((runs) => [...runs]));
      }
    }
  }
  const columnSpan = Number(attribute(cell, "colspan") ?? "1");
  const rowSpan = Number(attribute(cell, "rowspan") ?? "1");
  return {
    paragraphs,
    ...(Number.isInteger(columnSpan) && columnSpan > 1 && columnSpan <= 60 ? { columnSpan } : {}),
    ...(Number.isInteger(rowSpan) && rowSpan > 1 && rowSpan <= 1000 ? { rowSpan } : {}),
  };
}

function readRuns(nodes: readonly Node[], look: Omit<Run, "text">, leftOut: Set<string>): Run[] {
  const runs: Run[] = [];
  for (const node of nodes) {
    if ("value" in node) {
      runs.push({ ...look, text: node.value.replace(/[\t\n\f\r ]+/g, " ") });
      continue;
    }
    if (!isElement(node)) continue;
    const name = node.tagName;
    if (silent.has(name)) leftOut.add(name);
    else if (name === "br") runs.push({ ...look, text: "\n" });
    else if (name === "strong" || name === "b")
      runs.push(...readRuns(node.childNodes, { ...look, bold: true }, leftOut));
    else if (name === "em" || name === "i")
      runs.push(...readRuns(node.childNodes, { ...look, italic: true }, leftOut));
    else if (name === "a") {
      const href = safeAddress(attribute(node, "href"));
      runs.push(...readRuns(node.childNodes, href ? { ...look, href } : look, leftOut));
    } else {
      if (!plainInline.has(name) && !containers.has(name) && name !== "p") leftOut.add(name);
      runs.push(...readRuns(node.childNodes, look, leftOut));
    }
  }
  return runs;
}

function wordsOf(element: Element): string {
  return readRuns(element.childNodes, {}, new Set())
    .map((run) => run.text)
    .join("");
}

function isElement(node: Node): node is Element {
  return "tagName" in node;
}

function attribute(element: Element, name: string): string | undefined {
  return element.attrs.find((attr) => attr.name === name)?.value;
}
