import type { DocumentMap, MappedControl } from "../../shared/contracts/document-map.ts";
import type { Fragment } from "../../shared/contracts/task-pane-api.ts";
import { queueAnchor } from "./anchors.ts";
import { lettersOf, lettersOfHtml } from "./compare-words.ts";
import { queueMap, queueParts, withControls } from "./document-link.ts";
import type { Inserted } from "./insert-fragment.ts";
import type { KeptControl } from "./kept-copy.ts";
import { sectionGone } from "./read-section.ts";
import { unsavedIn } from "./remarks.ts";
import { repairControls } from "./repair-controls.ts";
import { type InWord, runInWord } from "./run-in-word.ts";
import { WordError } from "./word-error.ts";

/** What stands after a replacement, and what stood before. */
export interface Replaced extends Inserted {
  readonly kept: KeptControl;
}

/**
 * Replaces a part by a fragment that holds its new text: inserts after the old control, reads back what arrived,
 * and only then deletes the old one. Left alone is a part with tracked changes, comments, or anything else that
 * the record cannot hold, and a table whose figures were written over. Five syncs; two more to repair.
 *
 * @throws {WordError} `missing`, `has-remarks`, `edited`, or `incomplete`; in each case the old part still stands.
 */
export function replaceSection(
  reportKey: string,
  tag: string,
  fragment: Fragment,
  known: DocumentMap | null,
): Promise<InWord<Replaced>> {
  return runInWord(async (context, sync) => {
    const before = context.document.contentControls;
    before.load("items/id,items/tag,items/title,items/text");
    await sync();
    const old = before.items.find((control) => control.tag === tag);
    if (!old) throw sectionGone();
    const ooxml = old.getOoxml();
    const inside = old.contentControls;
    inside.load("items/id,items/tag,items/title,items/text");
    await sync();
    const lost = unsavedIn(ooxml.value);
    if (lost) {
      throw new WordError(
        "has-remarks",
        `“${old.title}” has ${lost} in it, which replacing would lose. Deal with them in Word first.`,
      );
    }
    refuseEdited([old, ...inside.items], known);
    old.getRange("After").insertFileFromBase64(fragment.fileBase64, "After");
    await sync();

    const parts = queueParts(context);
    const controls = context.document.contentControls;
    controls.load("items/id,items/tag,items/title");
    await sync();
    const ids = new Set(before.items.map((control) => control.id));
    const fresh = controls.items.filter((control) => !ids.has(control.id));
    const dropped = fragment.controls.filter(
      (wanted) => !fresh.some((control) => control.tag === wanted.tag),
    );
    if (dropped.length > 0) await repairControls(context, sync, fragment.controls, dropped, fresh);

    context.document.contentControls.getById(old.id).delete(false);
    // The old control held the name of the anchor, so Word kept it from the new one.
    for (const control of fresh)
      if (fragment.controls.some((wanted) => wanted.tag === control.tag)) queueAnchor(control, control.tag);
    const map = withControls(known, reportKey, fragment.controls);
    queueMap(context, parts.items, map);
    await sync();
    const kept = { tag, title: old.title, firstWords: old.text.slice(0, 80), ooxml: ooxml.value };
    return { map, repaired: dropped.map((control) => control.title), kept };
  });
}

/** Tables, extracts and standard sections cannot be merged: words written into them would be lost. */
function refuseEdited(controls: readonly Word.ContentControl[], known: DocumentMap | null): void {
  for (const control of controls) {
    const mapped = known?.controls.find(({ tag }) => tag === control.tag);
    if (!mapped || isMerged(mapped) || lettersOfHtml(mapped.base) === wordsUnderTitle(control, mapped))
      continue;
    throw new WordError(
      "edited",
      `“${control.title}” was changed in this document, and replacing would lose that. Move your words elsewhere, or delete it and insert it again.`,
    );
  }
}

/** Whether the text goes back to the record, and so can be merged with it. */
export function isMerged({ kind, key }: Pick<MappedControl, "kind" | "key">): boolean {
  return kind === "section" && !key.startsWith("STD/");
}

/** The control's words without the heading that stands above those of an extract or a standard section. */
function wordsUnderTitle(control: Word.ContentControl, { key, base }: MappedControl): string {
  const words = lettersOf(control.text);
  const title = /^(STD|EXT)\//.test(key) ? lettersOf(control.title) : "";
  const withTitle = words.startsWith(title) ? words.slice(title.length) : words;
  return withTitle === lettersOfHtml(base) ? withTitle : words;
}
