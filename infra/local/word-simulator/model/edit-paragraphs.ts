import { paragraphsOf, paragraphText, replaceCharacters, runsBetween, splitRunAt } from "./paragraph-text.ts";
import { isOwnParagraph, replaceTracked, type Tracking, trackParagraphMark } from "./track-changes.ts";
import { childElements, detach, isOn, isWord, makeWord, wordChild, wordDescendants } from "./xml.ts";

/** A place between two characters of a paragraph. */
export interface Caret {
  readonly paragraph: Element;
  /** Characters before it. */
  readonly offset: number;
}

/**
 * Replaces what lies between two carets by text; carets in two paragraphs join them, as typing over a
 * selection does. Paragraphs of different containers (a table cell, a content control) are not joined: their
 * words go, they stay.
 * @returns the caret after the text.
 */
export function replaceBetween(
  body: Element,
  from: Caret,
  to: Caret,
  text: string,
  tracking: Tracking | null = null,
): Caret {
  if (tracking) return replaceBetweenTracked(body, from, to, text, tracking);
  if (from.paragraph === to.paragraph) {
    replaceCharacters(from.paragraph, from.offset, to.offset, text);
    return { paragraph: from.paragraph, offset: from.offset + text.length };
  }
  const all = paragraphsOf(body);
  const between = all.slice(all.indexOf(from.paragraph) + 1, all.indexOf(to.paragraph));
  replaceCharacters(from.paragraph, from.offset, paragraphText(from.paragraph).length, text);
  replaceCharacters(to.paragraph, 0, to.offset, "");
  for (const paragraph of between) {
    if (siblings(paragraph, from.paragraph)) detach(paragraph);
    else replaceCharacters(paragraph, 0, paragraphText(paragraph).length, "");
  }
  if (siblings(from.paragraph, to.paragraph)) joinWith(from.paragraph, to.paragraph);
  return { paragraph: from.paragraph, offset: from.offset + text.length };
}

/** The same with tracked changes: no paragraph goes, their ends are marked as deleted. */
function replaceBetweenTracked(
  body: Element,
  from: Caret,
  to: Caret,
  text: string,
  tracking: Tracking,
): Caret {
  const after = { paragraph: from.paragraph, offset: from.offset + text.length };
  if (from.paragraph === to.paragraph) {
    replaceTracked(from.paragraph, from.offset, to.offset, text, tracking);
    return after;
  }
  const all = paragraphsOf(body);
  const between = all.slice(all.indexOf(from.paragraph) + 1, all.indexOf(to.paragraph));
  replaceTracked(from.paragraph, from.offset, paragraphText(from.paragraph).length, text, tracking);
  replaceTracked(to.paragraph, 0, to.offset, "", tracking);
  for (const paragraph of between)
    replaceTracked(paragraph, 0, paragraphText(paragraph).length, "", tracking);
  for (const paragraph of [from.paragraph, ...between])
    if (siblings(paragraph, to.paragraph)) trackParagraphMark(paragraph, "del", tracking);
  return after;
}

function siblings(left: Element, right: Element): boolean {
  return left.parentNode === right.parentNode;
}

/** Moves the content of the second paragraph to the end of the first, and takes the second away. */
function joinWith(first: Element, second: Element): void {
  for (const child of childElements(second)) if (!isWord(child, "pPr")) first.appendChild(child);
  detach(second);
}

/**
 * Joins a paragraph with the one before it in the same container; nothing happens at a container’s start.
 * @returns the caret at the join.
 */
export function joinWithPrevious(paragraph: Element, tracking: Tracking | null = null): Caret | undefined {
  let before = paragraph.previousSibling;
  while (before && !isWord(before, "p") && /^bookmark/.test((before as Element).localName ?? "bookmark"))
    before = before.previousSibling;
  if (!isWord(before, "p")) return undefined;
  const offset = paragraphText(before).length;
  if (tracking && !isOwnParagraph(before, tracking)) {
    trackParagraphMark(before, "del", tracking);
    return { paragraph: before, offset };
  }
  if (tracking) trackParagraphMark(before, "del", tracking);
  joinWith(before, paragraph);
  return { paragraph: before, offset };
}

/**
 * Splits a paragraph as Enter does: the new one keeps its properties, except that a heading is followed by
 * body text.
 * @returns the caret at the start of the new paragraph.
 */
export function splitParagraph(at: Caret, isHeading: boolean, tracking: Tracking | null = null): Caret {
  const { paragraph, offset } = at;
  const length = paragraphText(paragraph).length;
  const made = makeWord(paragraph, "p");
  const properties = wordChild(paragraph, "pPr");
  if (properties && !(isHeading && offset === length)) {
    const copy = properties.cloneNode(true) as Element;
    for (const section of wordDescendants(copy, "sectPr")) detach(section);
    made.appendChild(copy);
  }
  if (offset < length) {
    const start = offset === 0 ? undefined : splitRunAt(paragraph, offset);
    moveFrom(paragraph, made, start);
  }
  paragraph.parentNode?.insertBefore(made, paragraph.nextSibling);
  if (tracking) trackParagraphMark(paragraph, "ins", tracking);
  return { paragraph: made, offset: 0 };
}

/** Moves a run and what follows it to another paragraph; everything for no run. Links are split with it. */
function moveFrom(paragraph: Element, into: Element, run: Element | undefined): void {
  let moving = run === undefined;
  for (const child of childElements(paragraph)) {
    if (isWord(child, "pPr")) continue;
    if (child === run) moving = true;
    else if (!moving && run && wordDescendants(child, "r").includes(run)) {
      const rest = child.cloneNode(false) as Element;
      let inside = false;
      for (const inner of childElements(child)) {
        if (inner === run) inside = true;
        if (inside) rest.appendChild(inner);
      }
      into.appendChild(rest);
      moving = true;
      continue;
    }
    if (moving) into.appendChild(child);
  }
}

/** Order of the first children of `w:rPr` in the schema, as far as bold and italic need it. */
const before = ["rStyle", "rFonts"];

/** Switches bold (`b`) or italic (`i`) for the characters between two offsets: off when all have it, else on. */
export function toggleLook(paragraph: Element, from: number, to: number, look: "b" | "i"): void {
  const runs = runsBetween(paragraph, from, to);
  const all = runs.every((run) => isOn(wordChild(wordChild(run, "rPr"), look)));
  for (const run of runs) {
    const properties = wordChild(run, "rPr") ?? run.insertBefore(makeWord(run, "rPr"), run.firstChild);
    const existing = wordChild(properties, look);
    if (existing) detach(existing);
    if (all) continue;
    let place: Node | null = properties.firstChild;
    const earlier = look === "i" ? [...before, "b", "bCs"] : before;
    while (place && earlier.includes((place as Element).localName)) place = place.nextSibling;
    properties.insertBefore(makeWord(properties, look), place);
  }
}
