import { paragraphText, runsBetween, splitRunAt, textElements, textPieces } from "./paragraph-text.ts";
import { childElements, closestWord, detach, isWord, makeWord, wordAttribute, wordChild } from "./xml.ts";

/** Whose changes are tracked, and when they are made (ISO 8601, UTC). */
export interface Tracking {
  readonly author: string;
  readonly date: string;
}

/**
 * Replaces characters as {@link replaceCharacters} does, as tracked changes: what is typed stands in `w:ins`, what
 * is deleted in `w:del` (ECMA-376 part 1, 17.13.5). Someone's own insertion is simply changed.
 */
export function replaceTracked(
  paragraph: Element,
  from: number,
  to: number,
  text: string,
  tracking: Tracking,
): void {
  for (const run of runsBetween(paragraph, from, to)) {
    if (isOwnInsertion(run.parentNode, tracking)) detach(run);
    else strike(run, tracking);
  }
  if (text === "") return;
  const before = runBefore(paragraph, from);
  if (before && isOwnInsertion(before.parentNode, tracking)) {
    for (const element of textElements(before, text)) before.appendChild(element);
    return;
  }
  const next = splitRunAt(paragraph, from);
  const inserted = makeWord(paragraph, "ins", marksOf(paragraph, tracking));
  const run = inserted.appendChild(makeWord(paragraph, "r"));
  const look = wordChild(before ?? next, "rPr");
  if (look) run.appendChild(look.cloneNode(true));
  for (const element of textElements(run, text)) run.appendChild(element);
  const struck = from === paragraphText(paragraph).length ? null : (next ?? null);
  const place = before ? outermost(before, paragraph) : null;
  if (place) paragraph.insertBefore(inserted, place.nextSibling);
  else paragraph.insertBefore(inserted, struck ? outermost(struck, paragraph) : firstContent(paragraph));
}

/** Marks the end of a paragraph as inserted or deleted: the paragraphs on its two sides were split, or will be joined. */
export function trackParagraphMark(paragraph: Element, change: "ins" | "del", tracking: Tracking): void {
  const properties =
    wordChild(paragraph, "pPr") ?? paragraph.insertBefore(makeWord(paragraph, "pPr"), paragraph.firstChild);
  let look = wordChild(properties, "rPr");
  if (!look) {
    const later = childElements(properties).find(
      (child) => isWord(child, "sectPr") || isWord(child, "pPrChange"),
    );
    look = properties.insertBefore(makeWord(paragraph, "rPr"), later ?? null);
  }
  const own = wordChild(look, "ins");
  if (change === "del" && own && isOwnInsertion(own, tracking)) {
    detach(own);
    return;
  }
  if (!wordChild(look, change))
    look.insertBefore(makeWord(paragraph, change, marksOf(paragraph, tracking)), look.firstChild);
}

/** Whether a paragraph's end was inserted by this person, so that deleting it is no tracked change. */
export function isOwnParagraph(paragraph: Element, tracking: Tracking): boolean {
  return isOwnInsertion(wordChild(wordChild(wordChild(paragraph, "pPr"), "rPr"), "ins") ?? null, tracking);
}

function isOwnInsertion(node: Node | null, { author }: Tracking): boolean {
  return isWord(node, "ins") && wordAttribute(node, "author") === author;
}

function strike(run: Element, tracking: Tracking): void {
  const deleted = makeWord(run, "del", marksOf(run, tracking));
  run.parentNode?.insertBefore(deleted, run);
  deleted.appendChild(run);
  for (const child of childElements(run)) {
    if (!isWord(child, "t")) continue;
    const text = makeWord(run, "delText");
    text.textContent = child.textContent;
    text.setAttributeNS("http://www.w3.org/XML/1998/namespace", "xml:space", "preserve");
    run.replaceChild(text, child);
  }
}

/** The run that ends where `offset` is; none at a paragraph's start. */
function runBefore(paragraph: Element, offset: number): Element | undefined {
  if (offset === 0) return undefined;
  splitRunAt(paragraph, offset);
  let at = 0;
  for (const piece of textPieces(paragraph)) {
    at += piece.text.length;
    if (at >= offset) return piece.run;
  }
  return undefined;
}

/** The paragraph's own child that holds an element. */
function outermost(element: Element, paragraph: Element): Element {
  let at = element;
  while (at.parentNode && at.parentNode !== paragraph) at = at.parentNode as Element;
  return at;
}

function firstContent(paragraph: Element): Node | null {
  return childElements(paragraph).find((child) => !isWord(child, "pPr")) ?? null;
}

function marksOf(owner: Element, { author, date }: Tracking): Record<string, string> {
  const root = closestWord(owner, "document") ?? owner;
  const ids = Array.from(root.getElementsByTagName("*"))
    .filter(({ localName }) => localName === "ins" || localName === "del")
    .map((one) => Number(wordAttribute(one, "id") ?? 0));
  return { id: String(Math.max(900, ...ids) + 1), author, date };
}
