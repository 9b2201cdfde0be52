import { childElements, detach, isElement, isWord, makeWord, wordChild } from "./xml.ts";

/** A stretch of a paragraph's visible characters and the element that holds them. */
export interface TextPiece {
  readonly element: Element;
  readonly run: Element;
  readonly text: string;
}

/** Inside these nothing is visible: deleted text, field codes, properties. */
const invisible = new Set(["del", "moveFrom", "instrText", "pPr", "rPr", "sdtPr", "sdtEndPr"]);

/** The visible characters of a paragraph, in order; a tab is `\t`, a line break `\n`. */
export function textPieces(paragraph: Element): TextPiece[] {
  const pieces: TextPiece[] = [];
  const walk = (node: Element, run: Element | undefined): void => {
    for (const child of childElements(node)) {
      if (invisible.has(child.localName)) continue;
      if (isWord(child, "r")) walk(child, child);
      else if (run && isWord(child, "t")) pieces.push({ element: child, run, text: child.textContent ?? "" });
      else if (run && isWord(child, "tab")) pieces.push({ element: child, run, text: "\t" });
      else if (run && (isWord(child, "br") || isWord(child, "cr")))
        pieces.push({ element: child, run, text: "\n" });
      else if (run && isWord(child, "noBreakHyphen")) pieces.push({ element: child, run, text: "\u2011" });
      else if (!isWord(child, "p")) walk(child, run);
    }
  };
  walk(paragraph, undefined);
  return pieces;
}

export function paragraphText(paragraph: Element): string {
  return textPieces(paragraph)
    .map((piece) => piece.text)
    .join("");
}

/** The paragraphs inside an element, in document order, those of tables and controls included. */
export function paragraphsOf(element: Element): Element[] {
  const found: Element[] = [];
  const walk = (node: Element): void => {
    for (const child of childElements(node)) {
      if (isWord(child, "p")) found.push(child);
      else if (!invisible.has(child.localName)) walk(child);
    }
  };
  if (isWord(element, "p")) return [element];
  walk(element);
  return found;
}

/** The words of an element: its paragraphs, one a line. An inline control gives the words of its runs. */
export function elementText(element: Element): string {
  const paragraphs = paragraphsOf(element);
  return paragraphs.length === 0 ? paragraphText(element) : paragraphs.map(paragraphText).join("\n");
}

/**
 * Replaces the characters from `from` to `to` of a paragraph (counted as {@link paragraphText} counts) by
 * `text`, which takes the look of the run it lands in. Runs stay where they are, so a change inside a content
 * control, a hyperlink or a bookmark stays inside it.
 */
export function replaceCharacters(paragraph: Element, from: number, to: number, text: string): void {
  if (text !== "") {
    let at = 0;
    const home = textPieces(paragraph).find((piece) => {
      at += piece.text.length;
      return from <= at;
    });
    insertAt(paragraph, home, home ? from - (at - home.text.length) : 0, text);
  }
  deleteCharacters(paragraph, from + text.length, to + text.length);
}

function deleteCharacters(paragraph: Element, from: number, to: number): void {
  let at = 0;
  for (const piece of textPieces(paragraph)) {
    const cutFrom = Math.max(from - at, 0);
    const cutTo = Math.min(to - at, piece.text.length);
    at += piece.text.length;
    if (cutTo <= cutFrom) continue;
    const rest = piece.text.slice(0, cutFrom) + piece.text.slice(cutTo);
    if (isWord(piece.element, "t") && rest !== "") setText(piece.element, rest);
    else detach(piece.element);
  }
}

function insertAt(paragraph: Element, home: TextPiece | undefined, offset: number, text: string): void {
  if (!home) {
    const existing = childElements(paragraph).find((child) => isWord(child, "r"));
    const run = existing ?? paragraph.appendChild(makeWord(paragraph, "r"));
    for (const element of textElements(run, text)) run.appendChild(element);
    return;
  }
  if (isWord(home.element, "t") && !/[\n\t]/.test(text)) {
    const now = home.element.textContent ?? "";
    setText(home.element, now.slice(0, offset) + text + now.slice(offset));
    return;
  }
  const { run, element } = home;
  const after = splitPiece(home, offset);
  for (const made of textElements(run, text)) run.insertBefore(made, after);
  if (isWord(element, "t") && element.textContent === "") detach(element);
}

/** Splits a piece at an offset and gives back the node before which new text belongs. */
function splitPiece(piece: TextPiece, offset: number): Node | null {
  const { element, run } = piece;
  if (!isWord(element, "t")) return offset === 0 ? element : element.nextSibling;
  const now = element.textContent ?? "";
  if (offset === 0) return element;
  if (offset === now.length) return element.nextSibling;
  const rest = makeWord(run, "t");
  setText(element, now.slice(0, offset));
  setText(rest, now.slice(offset));
  run.insertBefore(rest, element.nextSibling);
  return rest;
}

/** Run content that shows a text: `w:t`, `w:tab` and `w:br` elements. */
export function textElements(owner: Element, text: string): Element[] {
  return text
    .split(/([\n\t])/)
    .filter((part) => part !== "")
    .map((part) => {
      if (part === "\n") return makeWord(owner, "br");
      if (part === "\t") return makeWord(owner, "tab");
      const element = makeWord(owner, "t");
      setText(element, part);
      return element;
    });
}

function setText(element: Element, text: string): void {
  element.textContent = text;
  element.setAttributeNS("http://www.w3.org/XML/1998/namespace", "xml:space", "preserve");
}

/** Splits the runs of a paragraph so that a run starts at `offset`; gives the first run at or after it. */
export function splitRunAt(paragraph: Element, offset: number): Element | undefined {
  let at = 0;
  for (const piece of textPieces(paragraph)) {
    const start = at;
    at += piece.text.length;
    if (offset > at || (offset === at && piece.text.length > 0)) continue;
    const boundary = splitPiece(piece, offset - start);
    if (!boundary) return piece.run;
    if (!hasContentBefore(piece.run, boundary)) return piece.run;
    const rest = piece.run.cloneNode(false) as Element;
    const look = wordChild(piece.run, "rPr");
    if (look) rest.appendChild(look.cloneNode(true));
    for (let node: Node | null = boundary; node; ) {
      const next: Node | null = node.nextSibling;
      rest.appendChild(node);
      node = next;
    }
    piece.run.parentNode?.insertBefore(rest, piece.run.nextSibling);
    return rest;
  }
  return undefined;
}

function hasContentBefore(run: Element, boundary: Node): boolean {
  for (let node = run.firstChild; node && node !== boundary; node = node.nextSibling) {
    if (isElement(node) && !isWord(node, "rPr") && (node.textContent !== "" || !isWord(node, "t")))
      return true;
  }
  return false;
}

/** The runs that show the characters from `from` to `to`, split so that they show nothing else. */
export function runsBetween(paragraph: Element, from: number, to: number): Element[] {
  splitRunAt(paragraph, to);
  splitRunAt(paragraph, from);
  let at = 0;
  const runs = new Set<Element>();
  for (const piece of textPieces(paragraph)) {
    if (at >= from && at + piece.text.length <= to && piece.text !== "") runs.add(piece.run);
    at += piece.text.length;
  }
  return [...runs];
}
