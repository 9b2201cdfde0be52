import { queueAnchor } from "./anchors.ts";
import type { Place } from "./insert-fragment.ts";
import { placeInDocument } from "./insert-fragment.ts";
import type { KeptControl } from "./kept-copy.ts";
import { sectionGone } from "./read-section.ts";
import { remarksIn } from "./remarks.ts";
import { repairControls } from "./repair-controls.ts";
import { type InWord, runInWord, type Sync } from "./run-in-word.ts";
import { WordError } from "./word-error.ts";
import { wordFileOf } from "./word-file.ts";

/**
 * Moves controls, in the order given, to a place: each goes in again as it is there, is verified by reading back,
 * and only then goes from where it was. Five syncs; two more to repair.
 *
 * @returns the controls as they were, for a way back; their place is for the caller to add.
 * @throws {WordError} `missing`, `has-remarks` (named in the message), or `incomplete`, when all still stands.
 */
export function moveControls(tags: readonly string[], place: Place): Promise<InWord<readonly KeptControl[]>> {
  return runInWord(async (context, sync) => {
    const old = await readOld(context, sync, tags);
    const texts = old.controls.map((control) => control.getOoxml());
    await sync();
    const kept = old.controls.map(
      ({ tag, title, text }, index): KeptControl => ({
        tag,
        title,
        firstWords: text.slice(0, 80),
        ooxml: texts[index]?.value ?? "",
      }),
    );
    for (const { title, ooxml } of kept) {
      const remarks = remarksIn(ooxml);
      if (remarks)
        throw new WordError(
          "has-remarks",
          `“${title}” has ${remarks} in it, which moving would lose. Deal with them in Word first.`,
        );
    }
    const files = await Promise.all(kept.map(({ ooxml }) => wordFileOf(ooxml)));
    await moveInto(context, sync, kept, files, place, old);
    return kept;
  });
}

/** Controls that are to go once their new selves stand, and what stood before. */
export interface OldControls {
  readonly controls: readonly Word.ContentControl[];
  readonly ids: ReadonlySet<number>;
}

/** Finds the first control of each tag, and all that stands. One sync. @throws {WordError} `missing`. */
export async function readOld(
  context: Word.RequestContext,
  sync: Sync,
  tags: readonly string[],
): Promise<OldControls> {
  const all = context.document.contentControls;
  all.load("items/id,items/tag,items/title,items/text");
  await sync();
  const controls = tags.map((tag) => {
    const control = all.items.find((one) => one.tag === tag);
    if (!control) throw sectionGone();
    return control;
  });
  return { controls, ids: new Set(all.items.map((control) => control.id)) };
}

/** Inserts the files, checks what arrived, repairs it, and takes the old controls away. Three syncs. */
export async function moveInto(
  context: Word.RequestContext,
  sync: Sync,
  kept: readonly KeptControl[],
  files: readonly string[],
  place: Place,
  old: OldControls,
): Promise<void> {
  const after = place !== "end" && "after" in place;
  // Each goes next to the same neighbour, so those after it go in from the last to the first.
  for (const file of after ? [...files].reverse() : files) placeInDocument(context, file, place);
  await sync();
  const controls = context.document.contentControls;
  controls.load("items/id,items/tag,items/title");
  await sync();
  const fresh = controls.items.filter((control) => !old.ids.has(control.id));
  const dropped = kept.filter((wanted) => !fresh.some((control) => control.tag === wanted.tag));
  if (dropped.length > 0) await repairControls(context, sync, kept, dropped, fresh);
  for (const control of old.controls) context.document.contentControls.getById(control.id).delete(false);
  for (const control of fresh)
    if (kept.some((wanted) => wanted.tag === control.tag)) queueAnchor(control, control.tag);
  await sync();
}
