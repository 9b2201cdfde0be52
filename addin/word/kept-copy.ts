import { type DocumentLink, queueMap, queueParts } from "./document-link.ts";
import type { Place } from "./insert-fragment.ts";
import { moveInto, readOld } from "./move-controls.ts";
import { type InWord, runInWord, type Sync } from "./run-in-word.ts";
import { wordFileOf } from "./word-file.ts";

/** A content control as it was before the pane touched it. */
export interface KeptControl {
  readonly tag: string;
  readonly title: string;
  /** How it began, to find it by when Word drops its tag. */
  readonly firstWords: string;
  /** `getOoxml()` of it: a Flat OPC package. */
  readonly ooxml: string;
  /** Where it stood, when the pane has moved it. */
  readonly place?: Place;
}

/** What it takes to put the document back to before the pane's last operation. */
export interface KeptOperation {
  readonly link: DocumentLink;
  /** Tags of controls that were not there before. */
  readonly added: readonly string[];
  /** Controls that were replaced or moved, as they were. */
  readonly changed: readonly KeptControl[];
}

/**
 * Puts back what the pane's last operation changed: what it inserted goes, what it replaced or moved stands again
 * as it was, lists, pictures and the author's own words included. Six syncs; two when things were only inserted.
 * @throws {WordError} `incomplete` when a kept copy did not arrive; what stands then stays.
 */
export function revertOperation(kept: KeptOperation): Promise<InWord<DocumentLink>> {
  return runInWord(async (context, sync) => {
    const added = kept.added.map((tag) =>
      context.document.contentControls.getByTag(tag).getFirstOrNullObject(),
    );
    const parts = queueParts(context);
    await sync();
    for (const control of added) if (!control.isNullObject) control.delete(false);
    for (const group of byPlace(kept.changed)) await putBack(context, sync, group);
    if (kept.link.map) queueMap(context, parts.items, kept.link.map);
    else for (const part of parts.items) part.delete();
    await sync();
    return kept.link;
  });
}

/** Controls that stood side by side go back together; others one by one, each where its changed self stands. */
function byPlace(changed: readonly KeptControl[]): (readonly KeptControl[])[] {
  const groups: KeptControl[][] = [];
  for (const control of changed) {
    const last = groups.at(-1);
    if (control.place && last?.[0]?.place && JSON.stringify(last[0].place) === JSON.stringify(control.place))
      last.push(control);
    else groups.push([control]);
  }
  return groups;
}

async function putBack(
  context: Word.RequestContext,
  sync: Sync,
  group: readonly KeptControl[],
): Promise<void> {
  const [first] = group;
  if (!first) return;
  const old = await readOld(
    context,
    sync,
    group.map(({ tag }) => tag),
  );
  const files = await Promise.all(group.map(({ ooxml }) => wordFileOf(ooxml)));
  await moveInto(context, sync, group, files, first.place ?? { after: first.tag }, old);
}
