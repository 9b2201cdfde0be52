import { labelKey, type PlanField, shortLabels } from "./forward-plan-labels.ts";
import type { LineLedger } from "./line-ledger.ts";
import { cellsOf, isTableRow, isTableRule, type PaperLine, withoutMarks } from "./paper-lines.ts";
import { fieldOfLabel, fieldsIn, labelAt } from "./plan-label-lines.ts";
import { printedDates } from "./printed-dates.ts";
import { withSpacedColumns } from "./spaced-columns.ts";

export const planTitle = /\bforward plan(?: of key decisions)?\s*$/i;
/** “Item 3”: it counts the items and names none. */
export const itemCounter = /^item\s+(?:no\.?\s*)?\d{1,3}[.:]?$/i;

/**
 * The lines of a plan as its items are read: a row a field, labels known as such, and each item's title in its table.
 */
export function withItemsSetOut(lines: readonly PaperLine[], ledger: LineLedger): readonly PaperLine[] {
  const set = withSpacedColumns(lines, ledger, {
    knows: (first) => fieldOfLabel.has(labelKey(first)),
    apart: (text) => itemCounter.test(text) || (planTitle.test(text) && text.length < 120),
    keepLines: true,
  });
  return withTitlesAbove(withShortLabels(withRowsAsItems(set, ledger)));
}

/**
 * Short labels, “Wards”, “Key decision?”, on lines of their own count as labels where each comes back with the items,
 * as long labels do: they are given the colon that others end with.
 */
function withShortLabels(lines: readonly PaperLine[]): readonly PaperLine[] {
  const keyOf = ({ text }: PaperLine) => {
    const key = isTableRow(text) || text.length > 40 ? "" : labelKey(withoutMarks(text));
    return shortLabels.has(key) ? key : "";
  };
  const items = fieldsIn(lines).filter(({ field }) => field === "decisionMaker").length;
  const often = Map.groupBy(lines, keyOf);
  const recurring = (line: PaperLine) => {
    const key = keyOf(line);
    const count = often.get(key)?.length ?? 0;
    return key !== "" && count > 1 && count >= items * 0.6 && count <= items * 1.2;
  };
  return lines.map((line) =>
    recurring(line) && !/:\s*$/.test(line.text)
      ? { number: line.number, text: `${line.text.trimEnd().replace(/[?\s]+$/, "")}:` }
      : line,
  );
}

/** Fields that the head of a table with an item a row names, in their columns; null where a row is no such head. */
export function headOfItems(text: string): readonly (string | null)[] | null {
  if (!isTableRow(text)) return null;
  const labels = cellsOf(text).map(withoutMarks);
  const fields = labels.map((label) => fieldOfLabel.get(labelKey(label)) ?? null);
  const has = (field: PlanField) => fields.includes(field);
  return has("decisionMaker") && (has("details") || has("title")) && new Set(fields).size > 3 ? labels : null;
}

/** A table with an item a row is turned into items with a row a field. */
function withRowsAsItems(lines: readonly PaperLine[], ledger: LineLedger): PaperLine[] {
  const result: PaperLine[] = [];
  let head: readonly (string | null)[] | null = null;
  for (const line of lines) {
    const labels = headOfItems(line.text);
    if (labels) {
      head = labels;
      ledger.read(line.number);
      continue;
    }
    if (line.text.trim() !== "" && !isTableRow(line.text)) head = null;
    if (!head || line.text.trim() === "" || isTableRule(line.text)) {
      result.push(line);
      continue;
    }
    const cells = cellsOf(line.text);
    // A cell with no label above it belongs to none of the fields: it stands with the one on its left.
    for (const [column, label] of head.entries()) {
      const value = cells[column] ?? "";
      if (value !== "" || label) result.push({ number: line.number, text: `${label || ""}\t${value}\t` });
    }
  }
  return result;
}

/**
 * Items whose title stands above their table: it becomes the first row. A table that goes on below the end of a page
 * has no row that says what is to be decided, and no title.
 */
function withTitlesAbove(lines: readonly PaperLine[]): PaperLine[] {
  const titles = new Map<number, string>();
  const fieldAt = (at: number) =>
    fieldOfLabel.get(labelKey(withoutMarks(cellsOf(lines[at]?.text ?? "")[0] ?? "")));
  let tables = 0;
  const ofLabels = new Set<number>();
  for (let at = 0; at < lines.length; at += 1) {
    const label = labelAt(lines, at);
    for (let taken = 0; label && taken < label.lines; taken += 1) ofLabels.add(at + taken);
    at += (label?.lines ?? 1) - 1;
  }
  // A row that spans the table with words of its own stands above an item's rows as a heading does.
  const isRow = (at: number) => {
    const text = lines[at]?.text ?? "";
    if (!isTableRow(text)) return false;
    const [first = "", ...rest] = cellsOf(text);
    return first === "" || rest.some((cell) => cell !== "") || ofLabels.has(at);
  };
  for (let at = 0; at < lines.length; at += 1) {
    if (!isRow(at)) continue;
    let end = at;
    while (isRow(end + 1)) end += 1;
    const fields = lines.slice(at, end + 1).map((_, place) => fieldAt(at + place));
    let above = at - 1;
    while (above >= 0 && lines[above]?.text.trim() === "") above -= 1;
    const words = withoutMarks(cellsOf(lines[above]?.text ?? "").join(" "));
    const heading =
      words !== "" &&
      words.length < 200 &&
      !/[.;,:]$|\bperiod\b/i.test(words) &&
      printedDates(words).length === 0 &&
      !planTitle.test(words) &&
      !itemCounter.test(words);
    if (fields.includes("details") && fields.includes("decisionMaker") && !fields.includes("title")) {
      tables += 1;
      if (heading && !isRow(above) && labelAt(lines, above) === null) titles.set(above, words);
    }
    at = end;
  }
  // The same words above every table are the plan's own heading.
  const own = new Set(titles.values()).size === titles.size;
  if (titles.size < 2 || !own || titles.size < tables * 0.8) return [...lines];
  return lines.map((line, at) => {
    const title = titles.get(at);
    return title === undefined ? line : { number: line.number, text: `Title\t${title}\t` };
  });
}
