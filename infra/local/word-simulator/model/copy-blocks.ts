import { controlsOf, makeControlIdsUnique } from "./content-controls.ts";
import { makeBookmarkIdsUnique } from "./insert-file.ts";
import type { OpenDocument } from "./open-document.ts";
import { detach, isWord, wordChild } from "./xml.ts";

/**
 * Pastes copies of whole blocks before a node, as Word does inside one document: a copied content control keeps its
 * tag and title and gets an id of its own, a bookmark name stays with the first.
 */
export function pasteBlocks(
  open: OpenDocument,
  blocks: readonly Element[],
  container: Element,
  before: Node | null,
): Element[] {
  const copies = blocks.map((block) => block.cloneNode(true) as Element);
  for (const copy of copies) container.insertBefore(copy, before);
  const controls = copies.flatMap((copy) => [...(isWord(copy, "sdt") ? [copy] : []), ...controlsOf(copy)]);
  makeControlIdsUnique(open.root, controls);
  makeBookmarkIdsUnique(open.root, copies);
  open.settle();
  return copies;
}

/**
 * Splits a control in two before one of its blocks: both halves carry the tag. Seen after pasting between two
 * paragraphs of a control and after resolving conflicts of co-authors; assumed in this form.
 */
export function splitControl(open: OpenDocument, control: Element, before: Element): Element {
  const half = control.cloneNode(true) as Element;
  const content = wordChild(half, "sdtContent");
  if (!content) throw new Error("The content control has no content.");
  while (content.firstChild) detach(content.firstChild);
  for (let node: Node | null = before; node; ) {
    const next: Node | null = node.nextSibling;
    content.appendChild(node);
    node = next;
  }
  control.parentNode?.insertBefore(half, control.nextSibling);
  makeControlIdsUnique(open.root, [half]);
  open.settle();
  return half;
}
