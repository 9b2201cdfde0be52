import { addComment } from "../model/comments.ts";
import { controlsOf } from "../model/content-controls.ts";
import { pasteBlocks } from "../model/copy-blocks.ts";
import {
  type Caret,
  joinWithPrevious,
  replaceBetween,
  splitParagraph,
  toggleLook,
} from "../model/edit-paragraphs.ts";
import type { OpenDocument } from "../model/open-document.ts";
import { blockOf } from "../model/open-document.ts";
import { paragraphsOf, paragraphText } from "../model/paragraph-text.ts";
import { detach, isWord } from "../model/xml.ts";
import { headingLevel } from "./paragraph-look.ts";
import type { Shown } from "./render-document.ts";

/** What the editor needs of the page around it. */
export interface Page {
  readonly open: OpenDocument;
  readonly surface: HTMLElement;
  shown(): Shown;
  /** Before a change: keeps the document as it is, to undo to. `typing` joins with typing just before. */
  keep(typing: boolean): void;
  /** After a change: shows the document again, all of it, or one paragraph. */
  show(paragraph?: Element): void;
  undo(): void;
}

/** Lets a person edit the shown document: every change is made in the document and then shown again. */
export function letEdit(page: Page): void {
  const { surface } = page;
  surface.addEventListener("beforeinput", (event) => {
    if (event.isComposing || event.inputType === "insertCompositionText") return;
    event.preventDefault();
    const [range] = event.getTargetRanges();
    const from = range && caretAt(page, range.startContainer, range.startOffset);
    const to = range && caretAt(page, range.endContainer, range.endOffset);
    if (from && to) change(page, event, from, to);
    else if (event.inputType === "historyUndo") page.undo();
  });
  // Composed text (an accent, an input method) cannot be refused: it is read back when it is finished.
  surface.addEventListener("compositionend", (event) => {
    const caret = caretNow(page);
    if (!caret || !event.data) return;
    page.keep(true);
    const offset = Math.max(caret.offset - event.data.length, 0);
    const at = { paragraph: caret.paragraph, offset };
    finish(page, replaceBetween(page.open.body, at, at, event.data, page.open.tracking), caret.paragraph);
  });
  let kept: Clip | null = null;
  const copy = (event: ClipboardEvent): void => {
    const clip = clipOf(page);
    if (!clip) return;
    kept = clip;
    event.clipboardData?.setData("text/plain", clip.text);
    event.preventDefault();
  };
  surface.addEventListener("copy", copy);
  surface.addEventListener("cut", (event) => {
    copy(event);
    if (!event.defaultPrevented || !kept) return;
    page.keep(false);
    for (const block of kept.blocks) detach(block);
    page.show();
  });
  surface.addEventListener("paste", (event) => {
    if (!kept || event.clipboardData?.getData("text/plain") !== kept.text) return;
    const caret = caretNow(page);
    if (!caret) return;
    event.preventDefault();
    page.keep(false);
    const { paragraph } = caret;
    pasteBlocks(page.open, kept.blocks, paragraph.parentNode as Element, paragraph.nextSibling);
    page.show();
  });
  document.addEventListener("selectionchange", () => {
    const caret = caretNow(page);
    if (!caret) return;
    const block = blockOf(caret.paragraph);
    page.open.selection = { container: block.parentNode as Element, first: block, end: block.nextSibling };
  });
}

/** Whole blocks that were copied, with the words that the clipboard has of them. */
interface Clip {
  readonly blocks: readonly Element[];
  readonly text: string;
}

/** The blocks of a selection that holds a content control from end to end; none for any other. */
function clipOf(page: Page): Clip | null {
  const selection = window.getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  const controls = controlsOf(page.open.body).filter((control) => {
    const shown = page.shown().htmlOf(control);
    const last = shown?.lastElementChild;
    return (
      shown &&
      last &&
      range.comparePoint(last, last.childNodes.length) <= 0 &&
      range.intersectsNode(shown) &&
      paragraphsOf(control).every((paragraph) => {
        const line = page.shown().htmlOf(paragraph);
        return line && range.intersectsNode(line);
      })
    );
  });
  const [outer] = controls;
  return outer ? { blocks: [outer], text: selection.toString() } : null;
}

/** Puts a comment on what is selected, or on the paragraph that the caret is in. @returns whether it could. */
export function commentOnSelection(page: Page, words: string): boolean {
  const { selection } = page.open;
  const [paragraph] = paragraphsOf(selection.container).filter((one) => blockOf(one) === selection.first);
  if (!paragraph) return false;
  page.keep(false);
  const length = paragraphText(paragraph).length;
  addComment(page.open.pack, paragraph, 0, length, words, page.open.signature);
  page.show(paragraph);
  return true;
}

function change(page: Page, event: InputEvent, from: Caret, to: Caret): void {
  const { body, styles, tracking } = page.open;
  const empty = from.paragraph === to.paragraph && from.offset === to.offset;
  switch (event.inputType) {
    case "insertText":
    case "insertReplacementText":
    case "insertFromPaste":
    case "insertFromDrop":
    case "insertFromYank": {
      const text = event.data ?? event.dataTransfer?.getData("text/plain") ?? "";
      page.keep(event.inputType === "insertText");
      const lines = text.replace(/\r\n?/g, "\n").split(/\n+/);
      let caret = replaceBetween(body, from, to, lines[0] ?? "", tracking);
      for (const line of lines.slice(1)) {
        caret = splitParagraph(caret, false, tracking);
        caret = replaceBetween(body, caret, caret, line, tracking);
      }
      finish(page, caret, from.paragraph === to.paragraph && lines.length === 1 ? from.paragraph : undefined);
      return;
    }
    case "insertParagraph": {
      page.keep(false);
      const caret = replaceBetween(body, from, to, "", tracking);
      finish(page, splitParagraph(caret, headingLevel(caret.paragraph, styles) !== undefined, tracking));
      return;
    }
    case "insertLineBreak":
      page.keep(false);
      finish(
        page,
        replaceBetween(body, from, to, "\n", tracking),
        from.paragraph === to.paragraph ? from.paragraph : undefined,
      );
      return;
    case "formatBold":
    case "formatItalic":
      if (empty || from.paragraph !== to.paragraph) return;
      page.keep(false);
      toggleLook(from.paragraph, from.offset, to.offset, event.inputType === "formatBold" ? "b" : "i");
      page.show(from.paragraph);
      select(page, from, to);
      return;
    case "historyUndo":
      page.undo();
      return;
    default:
      if (event.inputType.startsWith("delete")) remove(page, event.inputType, from, to, empty);
  }
}

function remove(page: Page, inputType: string, from: Caret, to: Caret, empty: boolean): void {
  const { body, tracking } = page.open;
  const caret = caretNow(page);
  const backward = /Backward/.test(inputType);
  // At a paragraph's start the browser proposes to join across whatever box is above; only neighbours join.
  const atStart = backward && caret?.offset === 0 && window.getSelection()?.isCollapsed;
  if (atStart && caret) {
    page.keep(false);
    finish(page, joinWithPrevious(caret.paragraph, tracking) ?? caret);
    return;
  }
  const atEnd = !backward && caret && caret.offset === paragraphText(caret.paragraph).length;
  if (atEnd && window.getSelection()?.isCollapsed) {
    const next = caret.paragraph.nextSibling;
    if (!isWord(next, "p")) return;
    page.keep(false);
    finish(page, joinWithPrevious(next, tracking) ?? caret);
    return;
  }
  if (empty) return;
  page.keep(true);
  finish(
    page,
    replaceBetween(body, from, to, "", tracking),
    from.paragraph === to.paragraph ? from.paragraph : undefined,
  );
}

/** Shows the change and puts the caret where it belongs. */
function finish(page: Page, caret: Caret, only?: Element): void {
  page.show(only);
  select(page, caret, caret);
}

function caretNow(page: Page): Caret | undefined {
  const selection = window.getSelection();
  if (!selection?.focusNode || !page.surface.contains(selection.focusNode)) return undefined;
  return caretAt(page, selection.focusNode, selection.focusOffset);
}

/** The caret of the document at a place on the page. */
function caretAt(page: Page, node: Node, offset: number): Caret | undefined {
  const shown = page.shown();
  let element = shown.xmlOf(node);
  if (!isWord(element, "p")) {
    // Between blocks: the paragraph that the child at that place begins with.
    const child = node.childNodes[offset] ?? node.childNodes[node.childNodes.length - 1];
    const inside = child && (shown.xmlOf(child) ?? element);
    for (let at = element; at && !isWord(at, "p"); ) at = at.parentNode as Element;
    const paragraph = isWord(element?.parentNode, "p")
      ? (element?.parentNode as Element)
      : inside && paragraphsOf(inside)[0];
    if (!paragraph) return undefined;
    const holder = shown.htmlOf(paragraph);
    if (holder?.contains(node)) element = paragraph;
    else return { paragraph, offset: 0 };
  }
  if (!element) return undefined;
  const holder = shown.htmlOf(element);
  if (!holder) return undefined;
  const range = document.createRange();
  range.setStart(holder, 0);
  range.setEnd(node, offset);
  const before = range.cloneContents();
  const breaks = before.querySelectorAll("br:not([data-filler])").length;
  const length = paragraphText(element).length;
  return { paragraph: element, offset: Math.min((before.textContent ?? "").length + breaks, length) };
}

function select(page: Page, from: Caret, to: Caret): void {
  const start = placeOf(page, from);
  const end = placeOf(page, to);
  if (start && end) window.getSelection()?.setBaseAndExtent(start.node, start.offset, end.node, end.offset);
}

/** Where a caret is on the page. */
function placeOf(page: Page, caret: Caret): { readonly node: Node; readonly offset: number } | undefined {
  const holder = page.shown().htmlOf(caret.paragraph);
  if (!holder) return undefined;
  let left = caret.offset;
  const walker = document.createTreeWalker(holder, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node.nodeType === Node.TEXT_NODE) {
      const length = node.textContent?.length ?? 0;
      if (left <= length) return { node, offset: left };
      left -= length;
    } else if (node instanceof HTMLBRElement && node.dataset.filler === undefined) {
      left--;
      if (left === 0) {
        const parent = node.parentNode ?? holder;
        return { node: parent, offset: [...parent.childNodes].indexOf(node) + 1 };
      }
    }
  }
  return { node: holder, offset: holder.childNodes.length };
}
