import { OfficeRefusal } from "../office-js/batch.ts";
import {
  controlProperties,
  controlsOf,
  makeControlIdsUnique,
  setControlProperty,
} from "./content-controls.ts";
import { flatOoxml } from "./flat-ooxml.ts";
import { type Faults, insertFile, unwrapControl } from "./insert-file.ts";
import { relationshipTypes } from "./open-xml-names.ts";
import { elementText, paragraphText } from "./paragraph-text.ts";
import { Styles } from "./styles.ts";
import type { Tracking } from "./track-changes.ts";
import { NotAWordDocument, WordPackage } from "./word-package.ts";
import {
  childElements,
  detach,
  isElement,
  isWord,
  makeWord,
  setWordAttribute,
  wordAttribute,
  wordChild,
  wordDescendants,
  type XmlTools,
} from "./xml.ts";

/** Neighbouring blocks of one container, from `first` up to but not including `end`; empty when they are the same. */
export interface Stretch {
  readonly container: Element;
  readonly first: Node | null;
  readonly end: Node | null;
}

/** The most that `insertFileFromBase64` takes, in bytes of the decoded file. */
const fileLimit = 4 * 1024 * 1024;

/** A document open in the simulator. Every change goes through it and is told to `onChange`. */
export class OpenDocument {
  readonly pack: WordPackage;
  readonly faults: Faults;
  /** Whose name stands on tracked changes and comments. */
  author = "Word user";
  trackChanges = false;
  /** What the person has selected: a stretch of blocks. */
  selection: Stretch;
  onChange: () => void = () => {};
  onSelect: (stretch: Stretch) => void = () => {};

  private constructor(pack: WordPackage, faults: Faults) {
    this.pack = pack;
    this.faults = faults;
    makeControlIdsUnique(this.root, controlsOf(this.body));
    this.selection = { container: this.body, first: this.body.firstChild, end: this.body.firstChild };
  }

  /** @throws {NotAWordDocument} */
  static async open(bytes: Uint8Array, xml: XmlTools, faults: Faults = {}): Promise<OpenDocument> {
    return new OpenDocument(await WordPackage.open(bytes, xml), faults);
  }

  /** How changes are tracked now; null when they are not. */
  get tracking(): Tracking | null {
    return this.trackChanges ? this.signature : null;
  }

  get signature(): Tracking {
    return { author: this.author, date: `${new Date().toISOString().slice(0, 19)}Z` };
  }

  get root(): Element {
    const root = this.pack.tree(this.pack.mainPart)?.documentElement;
    if (!root) throw new NotAWordDocument("its main part is empty");
    return root;
  }

  get body(): Element {
    const body = wordChild(this.root, "body");
    if (!body) throw new NotAWordDocument("its main part has no body");
    return body;
  }

  get numbering(): Element | undefined {
    return this.#part(relationshipTypes.numbering);
  }

  get styles(): Styles | undefined {
    const root = this.#part(relationshipTypes.styles);
    return root && new Styles(root);
  }

  #part(type: string): Element | undefined {
    const name = this.pack.related(this.pack.mainPart, type);
    return name === undefined ? undefined : (this.pack.tree(name)?.documentElement ?? undefined);
  }

  /** Blocks of the body, its section properties left out. */
  bodyStretch(): Stretch {
    return { container: this.body, first: this.body.firstChild, end: this.#bodyEnd() };
  }

  #bodyEnd(): Node | null {
    return wordChild(this.body, "sectPr") ?? null;
  }

  /**
   * Where a file put at the end of the body goes: before a last paragraph that is empty, else after everything.
   */
  endOfBody(): Node | null {
    const end = this.#bodyEnd();
    const last = lastElementBefore(this.body, end);
    return isWord(last, "p") && paragraphText(last) === "" && wordDescendants(last, "drawing").length === 0
      ? last
      : end;
  }

  /**
   * Inserts a .docx, base64, before a node of a container.
   * @throws {OfficeRefusal} GeneralException over 4 MB or when it is no document; InvalidArgument for no base64.
   */
  async insert(base64: string, container: Element, before: Node | null): Promise<Stretch> {
    const bytes = decodeBase64(base64);
    if (bytes.length > fileLimit)
      throw new OfficeRefusal("GeneralException", "The file is over 4 MB, the most that can be inserted.");
    let fragment: WordPackage;
    try {
      fragment = await WordPackage.open(bytes, this.pack.xml);
    } catch (error) {
      if (error instanceof NotAWordDocument) throw new OfficeRefusal("GeneralException", error.message);
      throw error;
    }
    const inserted = insertFile(this.pack, fragment, container, before, this.faults);
    this.settle();
    return { container, first: inserted[0] ?? before, end: before };
  }

  remove(stretch: Stretch): void {
    for (const node of nodesOf(stretch)) detach(node);
    this.settle();
  }

  deleteControl(control: Element, keepContent: boolean): void {
    if (/sdtLocked|sdtContentLocked/.test(wordAttribute(wordChild(controlProperties(control), "lock")) ?? ""))
      throw new OfficeRefusal("GeneralException", "The content control is locked and cannot be deleted.");
    if (keepContent) unwrapControl(control);
    else detach(control);
    this.settle();
  }

  /** Puts a content control around whole blocks. */
  wrap(stretch: Stretch): Element {
    const control = makeWord(this.body, "sdt");
    control.appendChild(makeWord(this.body, "sdtPr"));
    const content = control.appendChild(makeWord(this.body, "sdtContent"));
    const nodes = nodesOf(stretch);
    stretch.container.insertBefore(control, nodes[0] ?? stretch.end);
    for (const node of nodes) content.appendChild(node);
    makeControlIdsUnique(this.root, [control]);
    this.settle();
    return control;
  }

  setControl(control: Element, name: "tag" | "alias", value: string): void {
    setControlProperty(control, name, value);
    this.onChange();
  }

  bookmark(stretch: Stretch, name: string): void {
    const ids = wordDescendants(this.root, "bookmarkStart").map((one) =>
      Number(wordAttribute(one, "id") ?? 0),
    );
    const id = String(Math.max(0, ...ids) + 1);
    this.deleteBookmark(name);
    const start = makeWord(this.body, "bookmarkStart", { id });
    setWordAttribute(start, name, "name");
    stretch.container.insertBefore(start, stretch.first);
    stretch.container.insertBefore(makeWord(this.body, "bookmarkEnd", { id }), stretch.end);
    this.onChange();
  }

  bookmarked(name: string): Stretch | undefined {
    const start = wordDescendants(this.root, "bookmarkStart").find(
      (one) => wordAttribute(one, "name") === name,
    );
    const id = wordAttribute(start, "id");
    const end = wordDescendants(this.root, "bookmarkEnd").find((one) => wordAttribute(one, "id") === id);
    if (!start || !end) return undefined;
    const [from, to] = [blockOf(start), blockOf(end)];
    if (from.parentNode !== to.parentNode || !isElement(from.parentNode)) return undefined;
    return { container: from.parentNode, first: from, end: isWord(to, "bookmarkEnd") ? to : to.nextSibling };
  }

  deleteBookmark(name: string): void {
    const start = wordDescendants(this.root, "bookmarkStart").find(
      (one) => wordAttribute(one, "name") === name,
    );
    if (!start) return;
    const id = wordAttribute(start, "id");
    for (const end of wordDescendants(this.root, "bookmarkEnd"))
      if (wordAttribute(end, "id") === id) detach(end);
    detach(start);
  }

  text(stretch: Stretch): string {
    return nodesOf(stretch)
      .filter((node) => isElement(node) && !isWord(node, "sectPr") && !/^bookmark/.test(node.localName))
      .map((node) => elementText(node as Element))
      .join("\n");
  }

  ooxml(blocks: readonly Element[]): string {
    return flatOoxml(this.pack, blocks, this.pack.xml);
  }

  /** Selects a stretch as if the person had, and shows it. */
  select(stretch: Stretch): void {
    this.selection = stretch;
    this.onSelect(stretch);
  }

  /**
   * What Word keeps true after every change: the body, a table cell and a content control are never without a
   * paragraph, and the body and a cell end with one.
   */
  settle(): void {
    const end = this.#bodyEnd();
    if (!isWord(lastElementBefore(this.body, end), "p"))
      this.body.insertBefore(makeWord(this.body, "p"), end);
    for (const cell of wordDescendants(this.body, "tc"))
      if (!isWord(lastElementBefore(cell, null), "p")) cell.appendChild(makeWord(cell, "p"));
    for (const control of controlsOf(this.body)) {
      const content = wordChild(control, "sdtContent");
      if (content && childElements(content).length === 0 && isBlockControl(control))
        content.appendChild(makeWord(content, "p"));
    }
    this.onChange();
  }

  save(): Promise<Uint8Array> {
    return this.pack.save();
  }
}

/** Whether a control stands among paragraphs rather than inside one. */
export function isBlockControl(control: Element): boolean {
  const parent = control.parentNode;
  return isWord(parent, "body") || isWord(parent, "tc") || isWord(parent, "sdtContent");
}

export function stretchOfControl(control: Element): Stretch {
  return { container: control.parentNode as Element, first: control, end: control.nextSibling };
}

export function stretchInside(control: Element): Stretch {
  const content = wordChild(control, "sdtContent") ?? control;
  return { container: content, first: content.firstChild, end: null };
}

export function nodesOf(stretch: Stretch): Node[] {
  const nodes: Node[] = [];
  for (let node = stretch.first; node && node !== stretch.end; node = node.nextSibling) nodes.push(node);
  return nodes;
}

/** The block (paragraph, table or control among paragraphs) that holds a node, or the node itself. */
export function blockOf(node: Node): Node {
  let block = node;
  for (let at: Node | null = node; at; at = at.parentNode) if (isWord(at, "p")) block = at;
  return block;
}

function lastElementBefore(container: Element, end: Node | null): Element | undefined {
  let at: Node | null = end ? end.previousSibling : container.lastChild;
  while (at && (!isElement(at) || /^bookmark/.test(at.localName))) at = at.previousSibling;
  return at ?? undefined;
}

function decodeBase64(base64: string): Uint8Array {
  let binary: string;
  try {
    binary = atob(base64);
  } catch (error) {
    throw new OfficeRefusal("InvalidArgument", `The file is not base64 text (${String(error)}).`);
  }
  return Uint8Array.from(binary, (letter) => letter.charCodeAt(0));
}
