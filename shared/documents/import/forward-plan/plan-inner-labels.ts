import { labelKey, type PlanField } from "./forward-plan-labels.ts";
import { fieldOfLabel } from "./plan-label-meaning.ts";

/** A part of a cell, and the field that a label inside the cell gives it to; null for the cell's own words. */
export interface CellPart {
  readonly field: PlanField | null;
  readonly label: string;
  readonly text: string;
}

const innerLabel = /(?:^|\s)(?<label>\p{Lu}\p{L}+(?: \p{L}+){0,3})\s*:\s/gu;
const mayStandInside: ReadonlySet<PlanField> = new Set([
  "consultees",
  "wards",
  "scrutinyArea",
  "backgroundDocuments",
]);

/** A cell may hold a second field behind its label: “Cabinet Consultees: Trade unions”. */
export function partedAtLabels(text: string, own: PlanField): readonly CellPart[] {
  const labels = [...text.matchAll(innerLabel)].flatMap((match) => {
    const words = match.groups?.label?.split(" ") ?? [];
    // The words of the value stand before those of the label: the last of them name it.
    for (let from = 0; from < words.length; from += 1) {
      const field = fieldOfLabel.get(labelKey(words.slice(from).join(" ")));
      if (field && field !== own && mayStandInside.has(field)) {
        const before = words.slice(0, from).join(" ");
        const at =
          match.index + match[0].indexOf(match.groups?.label ?? "") + (before === "" ? 0 : before.length + 1);
        const label = words.slice(from).join(" ");
        return [{ field, label, at, end: match.index + match[0].length }];
      }
    }
    return [];
  });
  if (labels.length === 0) return [{ field: null, label: "", text }];
  return [
    { field: null, label: "", text: text.slice(0, labels[0]?.at).trim() },
    ...labels.map(({ field, label, end }, place) => ({
      field,
      label,
      text: text.slice(end, labels[place + 1]?.at).trim(),
    })),
  ];
}
