import { withSpacedColumns } from "../forms/spaced-columns.ts";
import { LineLedger } from "../lines/line-ledger.ts";
import { cellParagraphs, cellsOf, isTableRow, type PaperLine, withoutMarks } from "../lines/paper-lines.ts";
import { labelKey, type PlanField, planLabels, shortLabels } from "./forward-plan-labels.ts";
import { withRowsAsItems } from "./plan-item-rows.ts";
import { fieldsIn, labelAt } from "./plan-label-lines.ts";
import { fieldMeant, fieldOfLabel } from "./plan-label-meaning.ts";
import { itemCounter, planTitle } from "./plan-titles.ts";
import { withTitlesAbove } from "./plan-titles-above.ts";

/**
 * The lines of a plan as its items are read: a row a field, labels known as such, and each item's title in its table.
 */
export function withItemsSetOut(lines: readonly PaperLine[], ledger: LineLedger): readonly PaperLine[] {
  const meant = new Set(
    recurringLabels(withSpacedColumns(lines, new LineLedger([]), { keepLines: true })).keys(),
  );
  const columns = withSpacedColumns(lines, ledger, {
    knows: (first) => fieldOfLabel.has(labelKey(first)) || meant.has(labelKey(first)),
    apart: (text) => itemCounter.test(text) || (planTitle.test(text) && text.length < 120),
    keepLines: true,
  });
  const set = withParagraphs(withPairsParted(withWholeLabels(withRowsAsItems(columns, ledger))));
  return withTitlesAbove(withShortLabels(withLabelsMeant(set, ledger)));
}

/** Fields that labels of a plan name, by the lists or by the meaning of labels that come back. */
export function fieldsNamed(lines: readonly PaperLine[]): ReadonlySet<PlanField> {
  const set = withPairsParted(withWholeLabels(lines));
  const listed = set.flatMap((_, place) => labelAt(set, place)?.field ?? []);
  return new Set([...listed, ...recurringLabels(set).values()]);
}

/** A label that is broken over two rows, wherever it comes back, is put together: “Will any of it be” / “private?”. */
function withWholeLabels(lines: readonly PaperLine[]): readonly PaperLine[] {
  const pairAt = (place: number) => {
    const [above, below] = [lines[place], lines[place + 1]].map((line) =>
      line && isTableRow(line.text) ? cellsOf(line.text) : [],
    );
    const [first = "", second = ""] = [above?.[0] ?? "", below?.[0] ?? ""].map(withoutMarks);
    return first !== "" &&
      !/[:?]$/.test(first) &&
      /^[\p{Ll}(]/u.test(second) &&
      labelAt(lines, place)?.lines !== 2
      ? `${first} ${second}`
      : null;
  };
  const often = Map.groupBy([...lines.keys()], pairAt);
  return lines.map((line, place) => {
    const own = pairAt(place);
    const above = place > 0 ? pairAt(place - 1) : null;
    const [, ...values] = line.text.split("\t");
    if (own !== null && (often.get(own)?.length ?? 0) > 1)
      return { number: line.number, text: `${own}\t${values.join("\t")}` };
    if (above !== null && (often.get(above)?.length ?? 0) > 1)
      return { number: line.number, text: `\t${values.join("\t")}` };
    return line;
  });
}

/** Rows of two labels, each with its value beside it, become a row each. */
function withPairsParted(lines: readonly PaperLine[]): readonly PaperLine[] {
  const pairOf = (text: string) => {
    if (!isTableRow(text)) return null;
    const [first = "", , third = "", ...rest] = cellsOf(text).map(withoutMarks);
    if (first === "" || third === "" || rest.filter((cell) => cell !== "").length !== 1) return null;
    const fields = [first, third].map(fieldMeant);
    return fields.every((field) => field !== null) ? `${labelKey(first)} ${labelKey(third)}` : null;
  };
  const often = Map.groupBy(lines, ({ text }) => pairOf(text));
  return lines.flatMap((line) => {
    const pair = pairOf(line.text);
    if (pair === null || (often.get(pair)?.length ?? 0) < 2) return [line];
    const [first = "", second = "", third = "", fourth = ""] = line.text
      .replace(/^\s*\|/, "")
      .split(/\t|(?<!\\)\|/);
    return [
      { number: line.number, text: `${first}\t${second}\t` },
      { number: line.number, text: `${third}\t${fourth}\t` },
    ];
  });
}

/** A cell of several paragraphs takes a row for each, below the label. */
function withParagraphs(lines: readonly PaperLine[]): readonly PaperLine[] {
  return lines.flatMap((line) => {
    if (!/\v|<br/i.test(line.text) || !isTableRow(line.text)) return [line];
    const [label = [], ...values] = cellParagraphs(line.text);
    const deepest = Math.max(1, ...values.map((value) => value.length));
    return Array.from({ length: deepest }, (_, at) => ({
      number: line.number,
      text: `${[at === 0 ? label.join(" ") : "", ...values.map((value) => value[at] ?? "")].join("\t")}\t`,
    }));
  });
}

const ownCell = /^(?<label>\p{Lu}[^\t]{1,70}?)\s*[:?]*$/u;
const beforeColon = /^(?<label>\p{Lu}[\p{L}\p{N} /()'’&,-]{1,60}?)\s*[:?]+(?:\s+(?<rest>.*)|$)/u;

/** The label that a line begins with, in a cell of its own or before a colon, and what stands beside it. */
function labelOn(text: string): { readonly label: string; readonly rest: string } | null {
  if (isTableRow(text)) {
    const [first = "", ...rest] = cellsOf(text);
    const filled = rest.filter((cell) => cell !== "");
    const label = ownCell.exec(withoutMarks(first))?.groups?.label;
    return label && filled.length > 0 && filled.length <= 2 ? { label, rest: filled.join("\t") } : null;
  }
  const found = beforeColon.exec(withoutMarks(text))?.groups;
  return found?.label && found.label.split(" ").length <= 9
    ? { label: found.label, rest: found.rest ?? "" }
    : null;
}

/** Labels that no list names, by their key: they come back with the items, and their words say what they mean. */
function recurringLabels(lines: readonly PaperLine[]): ReadonlyMap<string, PlanField> {
  const items = fieldsIn(lines).filter(({ field }) => field === "decisionMaker").length;
  const often = Map.groupBy(
    lines.flatMap(({ text }, place) => (labelAt(lines, place) ? [] : (labelOn(text)?.label ?? []))),
    labelKey,
  );
  return new Map(
    [...often].flatMap(([key, labels]) => {
      const field =
        key === "" || (labels.length < Math.max(2, items * 0.2) && !/change/.test(key))
          ? null
          : fieldMeant(labels[0] ?? "");
      return field ? [[key, field] as const] : [];
    }),
  );
}

/** Labels in words of the council's own become the labels that are known. */
function withLabelsMeant(lines: readonly PaperLine[], ledger: LineLedger): readonly PaperLine[] {
  const meant = recurringLabels(lines);
  if (meant.size === 0) return lines;
  return lines.map((line, place) => {
    const found = labelAt(lines, place) ? null : labelOn(line.text);
    const field = meant.get(labelKey(found?.label ?? ""));
    if (!found || !field || field === "elsewhere") return line;
    const label = planLabels[field][0] ?? "";
    ledger.nameWords({ number: line.number, text: found.label });
    // “Change of date: from 19 June to 17 July” stands with the date.
    const rest =
      /\bchange/i.test(found.label) && /^from\b/i.test(found.rest)
        ? `Date changed ${found.rest}`
        : found.rest;
    return { number: line.number, text: `${label}\t${rest}\t` };
  });
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
