import type {
  Block,
  List,
  ListItem,
  Run,
  SectionContent,
  Table,
  TableCell,
} from "../../contracts/section-content.ts";

/** Characters that no XML document may hold; Word and SharePoint refuse the whole text for one of them. */
const notXml = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;

/**
 * Brings content into its canonical form, so that equal contents have one spelling: white space is single spaces
 * with none at the ends of a block, runs of one look are joined, blocks without words are left out, and bullet
 * lists that touch are one list.
 */
export function canonicalContent(content: SectionContent): SectionContent {
  const blocks: Block[] = [];
  for (const block of content) {
    const canonical = canonicalBlock(block);
    if (canonical) blocks.push(canonical);
  }
  return withBulletsJoined(blocks);
}

function withBulletsJoined<B extends Block>(blocks: readonly B[]): B[] {
  const joined: B[] = [];
  for (const block of blocks) {
    const last = joined.at(-1);
    const touch = block.kind === "list" && last?.kind === "list";
    if (touch && block.style === "bullet" && last.style === "bullet") {
      joined[joined.length - 1] = { ...last, items: [...last.items, ...block.items] };
    } else {
      joined.push(block);
    }
  }
  return joined;
}

function canonicalBlock(block: Block): Block | null {
  switch (block.kind) {
    case "heading": {
      const runs = canonicalRuns(block.runs.map(({ text }) => ({ text: text.replace(/\n/g, " ") })));
      return runs.length > 0 ? { ...block, runs } : null;
    }
    case "paragraph": {
      const runs = canonicalRuns(block.runs);
      return runs.length > 0 ? { ...block, runs } : null;
    }
    case "list":
      return canonicalList(block);
    case "table":
      return canonicalTable(block);
    case "tableReference":
      return block.key === "" ? null : block;
  }
}

function canonicalList(list: List): List | null {
  const items: ListItem[] = [];
  for (const item of list.items) {
    const runs = canonicalRuns(item.runs);
    const lists = canonicalContent(item.lists).filter((block) => block.kind === "list");
    if (runs.length > 0) items.push({ runs, lists });
    else if (lists.length > 0) adopt(items, lists);
  }
  if (items.length === 0) return null;
  const { start, ...rest } = list;
  return list.style !== "bullet" && start !== undefined && start !== 1
    ? { ...rest, start, items }
    : { ...rest, items };
}

/** Lists without an item of their own above them belong to the item before, or stand in its place. */
function adopt(items: ListItem[], lists: readonly List[]): void {
  const last = items.at(-1);
  if (last) items[items.length - 1] = { ...last, lists: withBulletsJoined([...last.lists, ...lists]) };
  else for (const list of lists) items.push(...list.items);
}

function canonicalTable(table: Table): Table | null {
  const rows = table.rows
    .filter((row) => row.cells.length > 0)
    .map((row) => ({ ...row, cells: row.cells.map(canonicalCell) }));
  if (rows.length === 0) return null;
  const caption = table.caption?.replace(notXml, "").replace(/\s+/g, " ").trim();
  const { caption: _, ...rest } = table;
  return {
    ...rest,
    ...(caption ? { caption } : {}),
    headerRows: Math.max(0, Math.min(table.headerRows, rows.length)),
    rows,
  };
}

function canonicalCell(cell: TableCell): TableCell {
  const { columnSpan, rowSpan } = cell;
  return {
    paragraphs: cell.paragraphs.map(canonicalRuns).filter((runs) => runs.length > 0),
    ...(columnSpan !== undefined && columnSpan > 1 ? { columnSpan } : {}),
    ...(rowSpan !== undefined && rowSpan > 1 ? { rowSpan } : {}),
  };
}

/** The canonical runs of one block. */
export function canonicalRuns(runs: readonly Run[]): Run[] {
  const joined: Run[] = [];
  for (const run of runs) {
    const text = run.text
      .replace(notXml, "")
      .replace(/\r\n?/g, "\n")
      .replace(/[^\S\n]+/g, " ");
    if (text === "") continue;
    const last = joined.at(-1);
    if (last && sameLook(last, run)) joined[joined.length - 1] = { ...last, text: last.text + text };
    else joined.push({ ...look(run), text });
  }
  return withoutOuterSpace(withoutDoubledSpace(joined));
}

/** White space between two runs belongs to the first of them, and is one space or one line break. */
function withoutDoubledSpace(runs: readonly Run[]): Run[] {
  let endsWithSpace = false;
  const result: Run[] = [];
  for (const run of runs) {
    let text = run.text.replace(/ *\n */g, "\n").replace(/ +/g, " ");
    if (endsWithSpace) text = text.replace(/^ +/, "");
    if (text === "") continue;
    const last = result.at(-1);
    if (last && text.startsWith("\n"))
      result[result.length - 1] = { ...last, text: last.text.replace(/ +$/, "") };
    endsWithSpace = /[ \n]$/.test(text);
    result.push({ ...run, text });
  }
  return rejoin(result);
}

function withoutOuterSpace(runs: readonly Run[]): Run[] {
  const trimmed = [...runs];
  while (trimmed[0] && trimmed[0].text.trimStart() === "") trimmed.shift();
  while (trimmed.at(-1)?.text.trimEnd() === "") trimmed.pop();
  const [first] = trimmed;
  if (!first) return [];
  trimmed[0] = { ...first, text: first.text.trimStart() };
  const last = trimmed[trimmed.length - 1] as Run;
  trimmed[trimmed.length - 1] = { ...last, text: last.text.trimEnd() };
  return rejoin(trimmed);
}

function rejoin(runs: readonly Run[]): Run[] {
  const joined: Run[] = [];
  for (const run of runs) {
    if (run.text === "") continue;
    const last = joined.at(-1);
    if (last && sameLook(last, run)) joined[joined.length - 1] = { ...last, text: last.text + run.text };
    else joined.push(run);
  }
  return joined;
}

function look(run: Run): Omit<Run, "text"> {
  return {
    ...(run.bold ? { bold: true } : {}),
    ...(run.italic ? { italic: true } : {}),
    ...(run.href ? { href: run.href } : {}),
  };
}

function sameLook(a: Run, b: Run): boolean {
  return a.bold === b.bold && a.italic === b.italic && a.href === b.href;
}

/** The words of a block without any look, a line for each paragraph, item or cell. */
export function plainText(content: SectionContent): string {
  const lines: string[] = [];
  const addList = (list: List) => {
    for (const item of list.items) {
      lines.push(textOf(item.runs));
      item.lists.forEach(addList);
    }
  };
  for (const block of content) {
    if (block.kind === "heading" || block.kind === "paragraph") lines.push(textOf(block.runs));
    if (block.kind === "list") addList(block);
    if (block.kind === "table") {
      for (const row of block.rows) {
        lines.push(row.cells.map((cell) => cell.paragraphs.map(textOf).join(" ")).join(" | "));
      }
    }
  }
  return lines.join("\n");
}

export function textOf(runs: readonly Run[]): string {
  return runs.map((run) => run.text).join("");
}
