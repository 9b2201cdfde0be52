import type { DocumentMap } from "../../shared/contracts/document-map.ts";
import type { Fragment } from "../../shared/contracts/task-pane-api.ts";
import { queueMap, queueParts, withControls } from "./document-link.ts";
import type { Inserted } from "./insert-fragment.ts";
import { sectionGone } from "./read-section.ts";
import { repairControls } from "./repair-controls.ts";
import { type InWord, runInWord } from "./run-in-word.ts";
import { WordError } from "./word-error.ts";

/**
 * Replaces a section by a fragment that holds its new text: inserts after the old control, reads back what
 * arrived, and only then deletes the old one. A section with tracked changes or comments is left alone.
 * Five syncs; two more to repair.
 *
 * @throws {WordError} `missing`, `has-remarks`, or `incomplete`, in which case the old section still stands.
 */
export function replaceSection(
  reportKey: string,
  tag: string,
  fragment: Fragment,
  known: DocumentMap | null,
): Promise<InWord<Inserted>> {
  return runInWord(async (context, sync) => {
    const old = context.document.contentControls.getByTag(tag).getFirstOrNullObject();
    const before = context.document.contentControls;
    before.load("items/id");
    await sync();
    if (old.isNullObject) throw sectionGone();
    const ooxml = old.getOoxml();
    await sync();
    const remarks = remarksIn(ooxml.value);
    if (remarks) {
      throw new WordError(
        "has-remarks",
        `This section has ${remarks} in it, which replacing would lose. Deal with them in Word first.`,
      );
    }
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

    old.delete(false);
    const map = withControls(known, reportKey, fragment.controls);
    queueMap(context, parts.items, map);
    await sync();
    return { map, repaired: dropped.map((control) => control.title) };
  });
}

/** Tracked changes and comments in a Flat OPC package, in words; null when there are none. */
function remarksIn(ooxml: string): string | null {
  const body = /<w:body\b[\s\S]*?<\/w:body>/.exec(ooxml)?.[0] ?? ooxml;
  const tracked = /<w:(?:ins|del|moveFrom|moveTo|rPrChange|pPrChange)\b/.test(body);
  const comments = /<w:comment(?:Reference|RangeStart)\b/.test(body);
  if (tracked && comments) return "tracked changes and comments";
  return tracked ? "tracked changes" : comments ? "comments" : null;
}
