import type { DocumentMap } from "../../shared/contracts/document-map.ts";
import type { Fragment, FragmentControl } from "../../shared/contracts/task-pane-api.ts";
import { queueAnchor } from "./anchors.ts";
import { lettersOf, lettersOfHtml } from "./compare-words.ts";
import { queueMap, queueParts, withControls } from "./document-link.ts";
import { repairControls } from "./repair-controls.ts";
import { type InWord, runInWord } from "./run-in-word.ts";
import { WordError } from "./word-error.ts";

/** Where a fragment goes: the end of the document, or beside a content control, by its tag. */
export type Place = "end" | { readonly after: string } | { readonly before: string };

/** The most Word takes in one insertion, in bytes of the file. */
export const insertionLimit = 4 * 1024 * 1024;

/** What stands in the document after an insertion. */
export interface Inserted {
  readonly map: DocumentMap;
  /** Titles of the parts whose content control Word had dropped and that were put right. */
  readonly repaired: readonly string[];
}

/**
 * Inserts a fragment in one insertion, reads back what arrived, repairs what Word dropped and writes the map.
 * Three syncs when everything arrived; at most three more to repair.
 *
 * @param known The document's map before; null when it has none.
 * @throws {WordError} `too-large`, `missing` (the neighbour has gone), `incomplete` (named in the message).
 */
export function insertFragment(
  reportKey: string,
  fragment: Fragment,
  place: Place,
  known: DocumentMap | null,
): Promise<InWord<Inserted>> {
  if ((fragment.fileBase64.length * 3) / 4 > insertionLimit)
    throw new WordError(
      "too-large",
      "This is more than Word takes at once (4 MB). Insert its sections one by one.",
    );
  return runInWord(async (context, sync) => {
    const before = context.document.contentControls;
    before.load("items/id,items/tag,items/text");
    placeInDocument(context, fragment.fileBase64, place);
    await sync();

    const parts = queueParts(context);
    const controls = context.document.contentControls;
    controls.load("items/id,items/tag,items/title");
    await sync();

    const old = new Set(before.items.map((control) => control.id));
    const fresh = controls.items.filter((control) => !old.has(control.id));
    const dropped = fragment.controls.filter(
      (wanted) => !fresh.some((control) => control.tag === wanted.tag),
    );
    if (dropped.length > 0) await repairControls(context, sync, fragment.controls, dropped, fresh);

    const released = releaseEarlier(before.items, fragment, known);
    for (const control of fresh) if (released.has(control.tag)) queueAnchor(control, control.tag);
    const map = withControls(known, reportKey, fragment.controls);
    queueMap(context, parts.items, map);
    await sync();
    return { map, repaired: dropped.map((control: FragmentControl) => control.title) };
  });
}

/**
 * Queues letting go of controls that stood before with a tag that the fragment brought again (a table that was
 * inserted alone, then with its section): one that says what it said when it was inserted goes; one that was
 * written in stays as plain text.
 * @returns their tags.
 */
function releaseEarlier(
  before: readonly Word.ContentControl[],
  fragment: Fragment,
  known: DocumentMap | null,
): ReadonlySet<string> {
  const released = new Set<string>();
  for (const control of before) {
    if (!fragment.controls.some(({ tag }) => tag === control.tag)) continue;
    released.add(control.tag);
    const base = known?.controls.find(({ tag }) => tag === control.tag)?.base;
    control.delete(base === undefined || lettersOfHtml(base) !== lettersOf(control.text));
  }
  return released;
}

/** Queues inserting a file at a place. */
export function placeInDocument(context: Word.RequestContext, fileBase64: string, place: Place): void {
  if (place === "end") {
    context.document.body.insertFileFromBase64(fileBase64, "End");
    return;
  }
  const [tag, side] =
    "after" in place ? ([place.after, "After"] as const) : ([place.before, "Before"] as const);
  const neighbour = context.document.contentControls.getByTag(tag).getFirst();
  neighbour.getRange(side).insertFileFromBase64(fileBase64, side);
}
