import type { List, ListItem, Run } from "../../../contracts/section-content.ts";
import type { ItemBlock } from "./paper-blocks.ts";

interface OpenList {
  readonly indent: number;
  readonly list: { kind: "list"; style: List["style"]; start?: number; items: OpenItem[] };
}

interface OpenItem {
  readonly runs: readonly Run[];
  readonly lists: OpenList["list"][];
}

/** No list is nested more deeply: what is set in further stands at the last level. */
const deepest = 12;

/**
 * Builds nested lists from items in a row: an item set in further belongs to the item before it; so does a numbered
 * item at the same indent when the item before ends with a colon or semicolon.
 */
export function listsOf(items: readonly ItemBlock[], runsOf: (item: ItemBlock) => readonly Run[]): List[] {
  const roots: OpenList["list"][] = [];
  const stack: OpenList[] = [];
  const begin = (item: ItemBlock, among: OpenList["list"][]) => {
    const list: OpenList["list"] = {
      kind: "list",
      style: item.style,
      ...(item.number !== undefined && item.number > 1 && item.style !== "bullet"
        ? { start: item.number }
        : {}),
      items: [],
    };
    among.push(list);
    stack.push({ indent: item.indent, list });
  };
  let leadsIn = false;
  for (const item of items) {
    while (stack.length > 1 && (stack.at(-1)?.indent ?? 0) > item.indent) stack.pop();
    const top = stack.at(-1);
    const parent = top?.list.items.at(-1);
    if (!top || !parent) begin(item, roots);
    else if (
      (stack.length < deepest && item.indent > top.indent) ||
      (stack.length < deepest && item.style !== top.list.style && item.style !== "bullet" && leadsIn)
    ) {
      begin(item, parent.lists);
    } else if (item.style !== top.list.style) {
      // Back to the style of a list further out, where there is one at this indent.
      const outer = stack.findLast((open) => open.list.style === item.style && open.indent <= item.indent);
      if (outer) while (stack.at(-1) !== outer) stack.pop();
      else {
        stack.pop();
        begin(item, stack.at(-1)?.list.items.at(-1)?.lists ?? roots);
      }
    }
    stack.at(-1)?.list.items.push({ runs: runsOf(item), lists: [] });
    leadsIn = /[:;]$/.test(item.text.trim());
  }
  return roots.map(closed);
}

function closed(list: OpenList["list"]): List {
  return {
    ...list,
    items: list.items.map((item): ListItem => ({ runs: item.runs, lists: item.lists.map(closed) })),
  };
}
