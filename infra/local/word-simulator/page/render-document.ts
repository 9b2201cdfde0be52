import { controlTag, controlTitle } from "../model/content-controls.ts";
import { numberingLevel, numberingOf, numberLabels } from "../model/numbering.ts";
import { isBlockControl, type OpenDocument } from "../model/open-document.ts";
import { officeRelationshipsNamespace, relationshipTypes } from "../model/open-xml-names.ts";
import type { Styles } from "../model/styles.ts";
import { resolveTarget } from "../model/word-package.ts";
import {
  childElements,
  isElement,
  isWord,
  wordAttribute,
  wordChild,
  wordChildren,
  wordDescendants,
} from "../model/xml.ts";
import { headingLevel, lookLikeParagraph, lookLikeRun, runSources } from "./paragraph-look.ts";

/** The document as shown: which element on the page shows which element of the document. */
export class Shown {
  readonly #open: OpenDocument;
  readonly #toXml = new WeakMap<Node, Element>();
  readonly #toHtml = new WeakMap<Element, HTMLElement>();
  readonly #styles: Styles | undefined;
  readonly #labels: Map<Element, string>;

  constructor(open: OpenDocument) {
    this.#open = open;
    this.#styles = open.styles;
    this.#labels = numberLabels(open.body, open.numbering, this.#styles?.paragraphProperties ?? (() => []));
  }

  /** The element of the document that a node on the page, or the nearest around it, shows. */
  xmlOf(node: Node): Element | undefined {
    for (let at: Node | null = node; at; at = at.parentNode) {
      const found = this.#toXml.get(at);
      if (found) return found;
    }
    return undefined;
  }

  htmlOf(element: Element): HTMLElement | undefined {
    return this.#toHtml.get(element);
  }

  body(): DocumentFragment {
    return this.#blocks(this.#open.body);
  }

  /** Shows one paragraph again, in place, after its words have changed. */
  refresh(paragraph: Element): void {
    const old = this.#toHtml.get(paragraph);
    old?.replaceWith(this.#paragraph(paragraph));
  }

  /** The document’s first header; nothing when it has none. */
  runningHeader(): DocumentFragment | undefined {
    const { pack } = this.#open;
    const part = pack.related(pack.mainPart, relationshipTypes.header);
    const root = part === undefined ? undefined : pack.tree(part)?.documentElement;
    return root ? this.#blocks(root) : undefined;
  }

  #pair<T extends HTMLElement>(shown: T, element: Element): T {
    this.#toXml.set(shown, element);
    this.#toHtml.set(element, shown);
    return shown;
  }

  #blocks(container: Element): DocumentFragment {
    const fragment = document.createDocumentFragment();
    for (const child of childElements(container)) {
      if (isWord(child, "p")) fragment.append(this.#paragraph(child));
      else if (isWord(child, "tbl")) fragment.append(this.#table(child));
      else if (isWord(child, "sdt")) fragment.append(this.#control(child));
      else if (!/^(bookmark|sectPr|tcPr|proofErr)/.test(child.localName))
        fragment.append(this.#blocks(child));
    }
    return fragment;
  }

  #control(control: Element): Node {
    const content = wordChild(control, "sdtContent") ?? control;
    const title = controlTitle(control) || controlTag(control);
    const box = this.#pair(document.createElement("div"), control);
    box.className = "control";
    box.dataset.tag = controlTag(control);
    if (title) {
      const label = document.createElement("div");
      label.className = "control-title";
      label.contentEditable = "false";
      label.textContent = title;
      label.addEventListener("click", () => {
        const lines = [...box.children].filter((line) => line !== label);
        const [first] = lines;
        const last = lines.at(-1);
        if (first && last) window.getSelection()?.setBaseAndExtent(first, 0, last, last.childNodes.length);
      });
      box.append(label);
    }
    box.append(this.#blocks(content));
    return box;
  }

  #paragraph(paragraph: Element): HTMLElement {
    const level = headingLevel(paragraph, this.#styles);
    const shown = this.#pair(document.createElement(level ? `h${level}` : "p"), paragraph);
    const label = this.#labels.get(paragraph);
    const place = numberingOf(paragraph, this.#styles?.paragraphProperties ?? (() => []));
    const numbering = this.#open.numbering;
    const indent = place && numbering && numberingLevel(numbering, place.numId, place.level)?.indent;
    lookLikeParagraph(shown, paragraph, this.#styles, label === undefined ? undefined : indent);
    if (label) {
      shown.dataset.label = label;
      if (!shown.style.marginLeft) shown.classList.add("flush");
    }
    this.#runs(paragraph, shown);
    if (shown.textContent === "" && !shown.querySelector("br,img")) {
      const filler = document.createElement("br");
      filler.dataset.filler = "";
      shown.append(filler);
    } else if (shown.lastElementChild?.lastChild?.nodeName === "BR") {
      const filler = document.createElement("br");
      filler.dataset.filler = "";
      shown.append(filler);
    }
    return shown;
  }

  #runs(owner: Element, into: HTMLElement): void {
    for (const child of childElements(owner)) {
      if (isWord(child, "r")) into.append(this.#run(child));
      else if (isWord(child, "hyperlink")) into.append(this.#link(child));
      else if (isWord(child, "sdt") && !isBlockControl(child)) {
        const inline = this.#pair(document.createElement("span"), child);
        inline.className = "control-inline";
        inline.title = controlTitle(child);
        this.#runs(wordChild(child, "sdtContent") ?? child, inline);
        into.append(inline);
      } else if (isWord(child, "ins")) {
        const inserted = document.createElement("ins");
        this.#runs(child, inserted);
        into.append(inserted);
      } else if (isWord(child, "del")) {
        // Shown, but not read when a place on the page is counted: deleted words have no place in the text.
        const deleted = document.createElement("del");
        deleted.dataset.words = Array.from(child.getElementsByTagName("*"))
          .filter(({ localName }) => localName === "delText")
          .map(({ textContent }) => textContent)
          .join("");
        deleted.contentEditable = "false";
        into.append(deleted);
      } else if (isWord(child, "commentRangeStart")) {
        into.classList.add("commented");
      } else if (!/^(pPr|del|moveFrom|bookmark|comment|proofErr)/.test(child.localName))
        this.#runs(child, into);
    }
  }

  #link(link: Element): HTMLElement {
    const anchor = document.createElement("a");
    const id = link.getAttributeNS(officeRelationshipsNamespace, "id");
    const { pack } = this.#open;
    const target = pack.relationships(pack.mainPart).find((one) => one.id === id)?.target ?? "";
    if (/^(https?|mailto):/i.test(target)) anchor.href = target;
    else anchor.href = "#";
    anchor.rel = "noopener";
    this.#runs(link, anchor);
    return anchor;
  }

  #run(run: Element): HTMLElement {
    const shown = document.createElement("span");
    lookLikeRun(shown, runSources(run, this.#styles));
    for (const child of childElements(run)) {
      if (isWord(child, "t")) shown.append(child.textContent ?? "");
      else if (isWord(child, "tab")) shown.append("\t");
      else if (isWord(child, "br") || isWord(child, "cr")) shown.append(document.createElement("br"));
      else if (isWord(child, "noBreakHyphen")) shown.append("\u2011");
      else if (isWord(child, "drawing")) shown.append(this.#picture(child));
    }
    return shown;
  }

  #picture(drawing: Element): Node {
    const image = document.createElement("img");
    const elements = Array.from(drawing.getElementsByTagName("*"));
    const embedded = elements
      .map((one) => one.getAttributeNS(officeRelationshipsNamespace, "embed"))
      .find((id) => id);
    const { pack } = this.#open;
    const relationship = pack.relationships(pack.mainPart).find((one) => one.id === embedded);
    const part = relationship && resolveTarget(pack.mainPart, relationship.target);
    const bytes = part && pack.bytes(part);
    image.alt = elements.find((one) => one.localName === "docPr")?.getAttribute("descr") ?? "";
    if (bytes && part)
      image.src = URL.createObjectURL(
        new Blob([new Uint8Array(bytes)], { type: pack.contentType(part) ?? "image/png" }),
      );
    return image;
  }

  #table(table: Element): HTMLElement {
    const shown = this.#pair(document.createElement("table"), table);
    const rows = wordDescendants(table, "tr").filter((row) => nearestTable(row) === table);
    const isHeader = (row: Element): boolean => wordChild(wordChild(row, "trPr"), "tblHeader") !== undefined;
    const head = document.createElement("thead");
    const bodyRows = document.createElement("tbody");
    rows.forEach((row, index) => {
      const line = document.createElement("tr");
      let column = 0;
      for (const cell of cellsOf(row)) {
        const properties = wordChild(cell, "tcPr");
        const span = Number(wordAttribute(wordChild(properties, "gridSpan")) ?? 1);
        const merge = wordChild(properties, "vMerge");
        if (!merge || wordAttribute(merge) === "restart") {
          const box = document.createElement(isHeader(row) ? "th" : "td");
          if (isHeader(row)) box.setAttribute("scope", "col");
          if (span > 1) box.colSpan = span;
          if (merge) box.rowSpan = rowsCovered(rows, index, column);
          const shade = wordAttribute(wordChild(properties, "shd"), "fill");
          if (shade && /^[0-9a-f]{6}$/i.test(shade)) box.style.backgroundColor = `#${shade}`;
          box.append(this.#blocks(cell));
          line.append(box);
        }
        column += span;
      }
      (isHeader(row) ? head : bodyRows).append(line);
    });
    if (head.childElementCount > 0) shown.append(head);
    shown.append(bodyRows);
    return shown;
  }
}

function nearestTable(row: Element): Element | undefined {
  for (let at: Node | null = row; at; at = at.parentNode) if (isWord(at, "tbl")) return at;
  return undefined;
}

/** Cells of a row, those inside row-level content controls included. */
function cellsOf(row: Element): Element[] {
  return childElements(row).flatMap((child) => {
    if (isWord(child, "tc")) return [child];
    const content = isWord(child, "sdt") ? wordChild(child, "sdtContent") : undefined;
    return content ? wordChildren(content, "tc") : [];
  });
}

function rowsCovered(rows: readonly Element[], start: number, column: number): number {
  let covered = 1;
  for (const row of rows.slice(start + 1)) {
    let at = 0;
    const cell = cellsOf(row).find((one) => {
      const here = at === column;
      at += Number(wordAttribute(wordChild(wordChild(one, "tcPr"), "gridSpan")) ?? 1);
      return here;
    });
    const merge = isElement(cell) ? wordChild(wordChild(cell, "tcPr"), "vMerge") : undefined;
    if (!merge || wordAttribute(merge) === "restart") break;
    covered++;
  }
  return covered;
}
