import { beginsWith } from "./compare-words.ts";
import type { Sync } from "./run-in-word.ts";
import { WordError } from "./word-error.ts";

/** What a control is to be called, and how its words begin. */
export interface WantedControl {
  readonly tag: string;
  readonly title: string;
  readonly firstWords: string;
}

/**
 * Puts right what Word dropped from inserted content controls: a tag and title that were lost (office-js 2752)
 * are set again on the control whose words begin as they should; a control that is gone altogether is put
 * around its paragraphs, found by their first words. Two syncs.
 *
 * @param all Everything the fragment holds, in its order.
 * @param dropped Those of `all` that no fresh control carries.
 * @param fresh The content controls that the insertion brought.
 * @throws {WordError} `incomplete` with the titles of what could not be found.
 */
export async function repairControls(
  context: Word.RequestContext,
  sync: Sync,
  all: readonly WantedControl[],
  dropped: readonly WantedControl[],
  fresh: readonly Word.ContentControl[],
): Promise<void> {
  const nameless = fresh.filter((control) => !all.some((wanted) => wanted.tag === control.tag));
  for (const control of nameless) control.load("text");
  const paragraphs = context.document.body.paragraphs;
  paragraphs.load("items/text");
  await sync();

  const lost: WantedControl[] = [];
  for (const wanted of dropped) {
    const index = nameless.findIndex((control) => beginsWith(control.text, wanted.firstWords));
    const [control] = index < 0 ? [] : nameless.splice(index, 1);
    if (control) name(control, wanted);
    else lost.push(wanted);
  }
  const missing = lost.length > 0 ? wrapLost(paragraphs.items, all, lost) : [];
  if (missing.length > 0) {
    const titles = missing.map((control) => `“${control.title}”`).join(", ");
    throw new WordError(
      "incomplete",
      `Word inserted the text but lost track of ${titles}. Undo (Ctrl+Z) and insert again.`,
    );
  }
  const controls = context.document.contentControls;
  controls.load("items/tag");
  await sync();
  const tags = new Set(controls.items.map((control) => control.tag));
  const still = dropped.filter((wanted) => !tags.has(wanted.tag));
  if (still.length === 0) return;
  throw new WordError(
    "incomplete",
    `Word did not keep the label of ${still.map((control) => `“${control.title}”`).join(", ")}. Undo (Ctrl+Z) and insert again.`,
  );
}

function name(control: Word.ContentControl, wanted: WantedControl): void {
  control.tag = wanted.tag;
  control.title = wanted.title;
}

/**
 * Puts a control around each lost part: from the last paragraph that begins with its first words (insertions
 * come last) to the paragraph before the next part of the fragment.
 * @returns the parts whose words are nowhere.
 */
function wrapLost(
  paragraphs: readonly Word.Paragraph[],
  all: readonly WantedControl[],
  lost: readonly WantedControl[],
): WantedControl[] {
  const starts = new Map<WantedControl, number>();
  let ceiling = paragraphs.length;
  for (const part of [...all].reverse()) {
    for (let index = ceiling - 1; index >= 0; index--) {
      if (!beginsWith(paragraphs[index]?.text ?? "", part.firstWords)) continue;
      starts.set(part, index);
      ceiling = index;
      break;
    }
  }
  const missing: WantedControl[] = [];
  for (const part of lost) {
    const start = starts.get(part);
    const first = start === undefined ? undefined : paragraphs[start];
    if (start === undefined || !first) {
      missing.push(part);
      continue;
    }
    const next = Math.min(...[...starts.values()].filter((index) => index > start), paragraphs.length);
    let end = next - 1;
    while (end > start && paragraphs[end]?.text === "") end--;
    const last = paragraphs[end] ?? first;
    name(first.getRange("Whole").expandTo(last.getRange("Whole")).insertContentControl(), part);
  }
  return missing;
}
