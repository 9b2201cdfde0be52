import { cellsOf, isTableRow, type PaperLine, withoutMarks } from "../lines/paper-lines.ts";
import { labelKey, type PlanField, planLabels, shortLabels } from "./forward-plan-labels.ts";
import { fieldOfLabel } from "./plan-label-meaning.ts";

const firstWord = (text: string) => (/^\p{L}*/u.exec(text)?.[0] ?? "").toLowerCase();

/** Labels printed before their value without a tab, by their first word; the longest first. */
const labelOpenings = Map.groupBy(
  Object.entries(planLabels)
    .flatMap(([field, labels]) => labels.map((label) => ({ field: field as PlanField, label })))
    .sort((a, b) => b.label.length - a.label.length)
    .map(({ field, label }) => ({
      field,
      begins: firstWord(label),
      short: shortLabels.has(labelKey(label)),
      pattern: new RegExp(
        `^${label
          .split(/\s+/)
          .map((word) => word.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&"))
          .join("\\s+")}(?<colon>\\s*:)?(?:\\s+(?<rest>.*)|$)`,
        "i",
      ),
    })),
  ({ begins }) => begins,
);
/** A cell with more letters is no label, nor a part of one. */
const longestLabel = Math.max(...[...fieldOfLabel.keys()].map((key) => key.length));

/** A label and what stands beside it, which may take several lines. */
export interface LabelledRow {
  readonly field: PlanField;
  readonly values: readonly string[];
  /** How many lines the label itself takes. */
  readonly lines: number;
  readonly short: boolean;
}

/**
 * The label that begins at a line, in any of three layouts: a cell of its own, split over lines (“List of
 * Background Documents” / “to be Considered by Decision-maker”), or before its value without any mark between.
 */
export function labelAt(lines: readonly PaperLine[], place: number): LabelledRow | null {
  const first = lines[place];
  if (!first || first.text.trim() === "") return null;
  let key = "";
  const values: string[] = [];
  let found: LabelledRow | null = null;
  for (let at = place, taken = 0; at < lines.length && taken < 4; at += 1) {
    const line = lines[at];
    if (!line || line.text.trim() === "") continue;
    const [printed = "", ...rest] = cellsOf(line.text);
    const cell = withoutMarks(printed);
    const letters = labelKey(cell);
    // A line without a letter is the end of what stands above, and no part of a label.
    if (letters === "") break;
    key += letters;
    if (key.length > longestLabel) break;
    values.push(...rest.filter((value) => value !== ""));
    taken += 1;
    const field = fieldOfLabel.get(key);
    const short = shortLabels.has(key);
    const alone = rest.length > 0 || /:\s*$/.test(cell) || !short;
    // “Item Heading | Officer Contact” is the head of the index, not a row of an item.
    if (field === "title" && rest.some((value) => fieldOfLabel.has(labelKey(withoutMarks(value)))))
      return null;
    if (field && alone) found = { field, values: [...values], lines: at - place + 1, short };
  }
  if (found) return found;
  if (isTableRow(first.text) && cellsOf(first.text).filter((cell) => cell !== "").length > 1) return null;
  const plain = withoutMarks(first.text);
  for (const { field, short, pattern } of labelOpenings.get(firstWord(plain)) ?? []) {
    const match = pattern.exec(plain);
    if (!match || (short && !match.groups?.colon)) continue;
    const rest = match.groups?.rest?.trim() ?? "";
    // A sentence that begins with the words of a label (“Decision due date for Cabinet changed…”) is no label.
    if (!match.groups?.colon && /^[a-z]/.test(rest) && field !== "contacts") continue;
    return { field, values: rest === "" ? [] : [rest], lines: 1, short };
  }
  return null;
}

/** The fields of the labels, one after the other, with their places. */
export function fieldsIn(
  lines: readonly PaperLine[],
): { readonly field: PlanField; readonly place: number }[] {
  const found: { field: PlanField; place: number }[] = [];
  for (let place = 0; place < lines.length; place += 1) {
    const label = labelAt(lines, place);
    if (!label || label.field === "elsewhere") continue;
    found.push({ field: label.field, place });
    place += label.lines - 1;
  }
  return found;
}
