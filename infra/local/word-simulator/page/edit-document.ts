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
import { isWord } from "../model/xml.ts";
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
    finish(page, replaceBetween(page.open.body, at, at, event.data), caret.paragraph);
  });
  document.addEventListener("selectionchange", () => {
    const caret = caretNow(page);
    if (!caret) return;
    const block = blockOf(caret.paragraph);
    page.open.selection = { container: block.parentNode as Element, first: block, end: block.nextSibling };
  });
}

function change(page: Page, event: InputEvent, from: Caret, to: Caret): void {
  const { body, styles } = page.open;
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
      let caret = replaceBetween(body, from, to, lines[0] ?? "");
      for (const line of lines.slice(1)) {
        caret = splitParagraph(caret, false);
        caret = replaceBetween(body, caret, caret, line);
      }
      finish(page, caret, from.paragraph === to.paragraph && lines.length === 1 ? from.paragraph : undefined);
      return;
    }
    case "insertParagraph": {
      page.keep(false);
      const caret = replaceBetween(body, from, to, "");
      finish(page, splitParagraph(caret, headingLevel(caret.paragraph, styles) !== undefined));
      return;
    }
    case "insertLineBreak":
      page.keep(false);
      finish(
        page,
        replaceBetween(body, from, to, "\n"),
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
  const { body } = page.open;
  const caret = caretNow(page);
  const backward = /Backward/.test(inputType);
  // At a paragraph's start the browser proposes to join across whatever box is above; only neighbours join.
  const atStart = backward && caret?.offset === 0 && window.getSelection()?.isCollapsed;
  if (atStart && caret) {
    page.keep(false);
    finish(page, joinWithPrevious(caret.paragraph) ?? caret);
    return;
  }
  const atEnd = !backward && caret && caret.offset === paragraphText(caret.paragraph).length;
  if (atEnd && window.getSelection()?.isCollapsed) {
    const next = caret.paragraph.nextSibling;
    if (!isWord(next, "p")) return;
    page.keep(false);
    finish(page, joinWithPrevious(next) ?? caret);
    return;
  }
  if (empty) return;
  page.keep(true);
  finish(
    page,
    replaceBetween(body, from, to, ""),
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
