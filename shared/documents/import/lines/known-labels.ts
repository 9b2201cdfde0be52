import { labelKey, planLabels } from "../forward-plan/forward-plan-labels.ts";
import { minuteLabel } from "../minutes/minute-labels.ts";
import { isFrontSheetLabel } from "../reports/front-sheet-labels.ts";

const ofPlans = new Set(Object.values(planLabels).flatMap((labels) => labels.map(labelKey)));

/** Whether words are, as a whole, a label of an item of a Forward Plan. */
export function isPlanLabel(words: string): boolean {
  return ofPlans.has(labelKey(words));
}

/** Whether words are, as a whole, a label of a table that papers share: of a plan's items, of a front sheet, or of a decision. */
export function isKnownLabel(words: string): boolean {
  return (
    isPlanLabel(words) ||
    (isFrontSheetLabel(words) && !/\ba key$/i.test(words)) ||
    minuteLabel(`${words.replace(/\s*:$/, "")}:`)?.rest === ""
  );
}
