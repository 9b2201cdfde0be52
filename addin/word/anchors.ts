import { anchorName, type DocumentMap } from "../../shared/contracts/document-map.ts";
import type { DocumentLink } from "./document-link.ts";
import { type InWord, runInWord } from "./run-in-word.ts";

/**
 * Queues putting a part’s hidden bookmark around its control. Word takes a bookmark of that name from wherever it
 * was: an old control that is about to go, or text that was let go of.
 */
export function queueAnchor(control: Word.ContentControl, tag: string): void {
  control.getRange("Content").insertBookmark(anchorName(tag));
}

/** What looking for lost parts came to. */
export interface Restored {
  readonly link: DocumentLink;
  /** Titles of the parts whose text had lost its control and has one again. */
  readonly titles: readonly string[];
}

/**
 * Puts a control around each part of the map that has lost its own (another program opened the document, or somebody
 * removed the frame) and whose hidden bookmark still stands. Three syncs; none when nothing is lost.
 */
export async function restoreLost(
  link: DocumentLink,
  titleOf: (key: string) => string,
): Promise<InWord<Restored>> {
  const { map } = link;
  const lost = map ? lostParts(map, link.tags) : [];
  if (!map || lost.length === 0) return { value: { link, titles: [] }, syncs: 0 };
  return runInWord(async (context, sync) => {
    const found = lost.map((control) => ({
      control,
      range: context.document.getBookmarkRangeOrNullObject(anchorName(control.tag)),
    }));
    for (const { range } of found) range.load("text");
    await sync();
    const standing = found.filter(({ range }) => !range.isNullObject && range.text.trim() !== "");
    for (const { control, range } of standing) {
      const fresh = range.insertContentControl();
      fresh.tag = control.tag;
      fresh.title = titleOf(control.key);
    }
    const all = context.document.contentControls;
    all.load("items/tag");
    await sync();
    const tags = all.items.map(({ tag }) => tag);
    const titles = standing
      .filter(({ control }) => tags.includes(control.tag))
      .map(({ control }) => titleOf(control.key));
    return { link: { ...link, tags }, titles };
  });
}

function lostParts(map: DocumentMap, tags: readonly string[]): DocumentMap["controls"] {
  return map.controls.filter(({ tag }) => !tags.includes(tag));
}
