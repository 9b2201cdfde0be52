import {
  controlId,
  controlProperties,
  controlsOf,
  controlTag,
  controlTitle,
  tagLimit,
} from "../model/content-controls.ts";
import {
  addCustomXmlPart,
  customXmlNamespace,
  customXmlParts,
  removeCustomXmlPart,
} from "../model/custom-xml-parts.ts";
import {
  blockOf,
  isBlockControl,
  nodesOf,
  type OpenDocument,
  type Stretch,
  stretchInside,
  stretchOfControl,
} from "../model/open-document.ts";
import { elementText, paragraphsOf, paragraphText } from "../model/paragraph-text.ts";
import { detach, isElement, isWord, makeWord, wordAttribute, wordChild } from "../model/xml.ts";
import {
  type Action,
  type Batch,
  type BatchAnswer,
  type Loaded,
  OfficeRefusal,
  type Scalar,
} from "./batch.ts";
import { type KindName, objectKinds } from "./object-kinds.ts";

/** An object of Word that a page has reached: its kind and what it stands for; null when there was none. */
type Reached =
  | { readonly kind: "Document" }
  | { readonly kind: "Body" }
  | { readonly kind: "ContentControl"; readonly control: Element }
  | { readonly kind: "ContentControlCollection"; readonly controls: () => Element[] }
  | { readonly kind: "Range"; readonly stretch: Stretch }
  | { readonly kind: "Paragraph"; readonly paragraph: Element }
  | { readonly kind: "ParagraphCollection"; readonly paragraphs: () => Element[] }
  | { readonly kind: "CustomXmlPart"; readonly id: string }
  | { readonly kind: "CustomXmlPartCollection" }
  | { readonly kind: "CustomXmlPartScopedCollection"; readonly namespace: string };

/**
 * The side of Office.js that is Word: carries out batches on an open document, one after another, in order,
 * up to the first that fails. What was done before a failure stays done.
 */
export class WordHost {
  readonly document: OpenDocument;
  /** Batches carried out so far: what a page counts as syncs. */
  syncs = 0;
  onSync: () => void = () => {};
  readonly #contexts = new Map<number, Map<number, Reached | null>>();
  #queue: Promise<unknown> = Promise.resolve();
  #nextItem = -1;

  constructor(document: OpenDocument) {
    this.document = document;
  }

  run(batch: Batch): Promise<BatchAnswer> {
    const answer = this.#queue.then(() => this.#run(batch));
    this.#queue = answer;
    return answer;
  }

  async #run(batch: Batch): Promise<BatchAnswer> {
    this.syncs++;
    this.onSync();
    const objects =
      this.#contexts.get(batch.context) ?? new Map<number, Reached | null>([[0, { kind: "Document" }]]);
    this.#contexts.set(batch.context, objects);
    const loaded: Loaded[] = [];
    const results: { result: number; value: Scalar }[] = [];
    const nulls: { object: number; isNull: boolean }[] = [];
    for (const action of batch.actions) {
      try {
        const object = this.#object(objects, action.do === "reach" ? action.from : action.object);
        if (action.do === "reach") {
          const reached = object && (await this.#reach(object, action.name, action.args, objects));
          objects.set(action.object, reached);
          nulls.push({ object: action.object, isNull: reached === null });
        } else if (action.do === "load") {
          if (object) loaded.push(this.#load(object, action, objects));
        } else if (action.do === "set") {
          if (!object)
            throw new OfficeRefusal("ItemNotFound", "The object whose property is set does not exist.");
          this.#set(object, action.name, action.value);
        } else {
          if (!object)
            throw new OfficeRefusal("ItemNotFound", "The object whose method is called does not exist.");
          results.push({ result: action.result, value: this.#call(object, action.name, action.args) });
        }
      } catch (error) {
        return { ok: false, error: faultOf(error, action) };
      }
    }
    return { ok: true, loaded, results, nulls };
  }

  #object(objects: Map<number, Reached | null>, number: number): Reached | null {
    const object = objects.get(number);
    if (object === undefined)
      throw new OfficeRefusal("InvalidObjectPath", "The object was reached in another context, or has gone.");
    if (object?.kind === "ContentControl" && !this.#inDocument(object.control))
      throw new OfficeRefusal("InvalidObjectPath", "The content control has been deleted.");
    return object;
  }

  #inDocument(node: Node): boolean {
    for (let at: Node | null = node; at; at = at.parentNode) if (at === this.document.root) return true;
    return false;
  }

  async #reach(
    object: Reached,
    name: string,
    args: readonly Scalar[],
    objects: Map<number, Reached | null>,
  ): Promise<Reached | null> {
    switch (object.kind) {
      case "Document":
        return this.#reachFromDocument(name, args);
      case "Body":
        return this.#reachFromStretch(this.document.bodyStretch(), "body", name, args, objects);
      case "ContentControl":
        if (name === "insertFileFromBase64" && !isBlockControl(object.control))
          throw new OfficeRefusal(
            "GeneralException",
            "A file cannot be inserted into a control inside a paragraph.",
          );
        if (name === "getRange")
          return { kind: "Range", stretch: controlRange(object.control, String(args[0] ?? "Whole")) };
        return this.#reachFromStretch(stretchInside(object.control), "control", name, args, objects);
      case "ContentControlCollection":
        return reachControl(object.controls, name, args);
      case "Range":
        return this.#reachFromStretch(object.stretch, "range", name, args, objects);
      case "Paragraph": {
        const block = blockOf(object.paragraph);
        const stretch = { container: block.parentNode as Element, first: block, end: block.nextSibling };
        return this.#reachFromStretch(stretch, "range", name, args, objects);
      }
      case "ParagraphCollection": {
        const paragraphs = object.paragraphs();
        const paragraph = name === "getLast" ? paragraphs.at(-1) : paragraphs[0];
        if (paragraph) return { kind: "Paragraph", paragraph };
        return noneOr(name, "paragraph");
      }
      case "CustomXmlPartCollection":
        return this.#reachPart(name, args);
      case "CustomXmlPartScopedCollection": {
        const parts = this.#scoped(object.namespace);
        const [only] = parts;
        if (only && parts.length === 1) return { kind: "CustomXmlPart", id: only.id };
        if (parts.length > 1 && name === "getOnlyItem")
          throw new OfficeRefusal("GeneralException", "The namespace has more than one part.");
        return noneOr(name, "custom XML part");
      }
      case "CustomXmlPart":
        throw unknownMember(object.kind, name);
    }
  }

  #reachFromDocument(name: string, args: readonly Scalar[]): Reached | null {
    switch (name) {
      case "body":
        return { kind: "Body" };
      case "contentControls":
        return { kind: "ContentControlCollection", controls: () => controlsOf(this.document.body) };
      case "customXmlParts":
        return { kind: "CustomXmlPartCollection" };
      case "getSelection":
        return { kind: "Range", stretch: this.document.selection };
      case "getBookmarkRange":
      case "getBookmarkRangeOrNullObject": {
        const stretch = this.document.bookmarked(String(args[0] ?? ""));
        return stretch ? { kind: "Range", stretch } : noneOr(name, "bookmark");
      }
      default:
        throw unknownMember("Document", name);
    }
  }

  async #reachFromStretch(
    stretch: Stretch,
    owner: "body" | "control" | "range",
    name: string,
    args: readonly Scalar[],
    objects: Map<number, Reached | null>,
  ): Promise<Reached> {
    const elements = (): Element[] => nodesOf(stretch).filter(isElement);
    switch (name) {
      case "contentControls":
        return {
          kind: "ContentControlCollection",
          controls: () =>
            elements().flatMap((one) => [...(isWord(one, "sdt") ? [one] : []), ...controlsOf(one)]),
        };
      case "paragraphs":
        return { kind: "ParagraphCollection", paragraphs: () => elements().flatMap(paragraphsOf) };
      case "getRange":
        return { kind: "Range", stretch: partOf(stretch, String(args[0] ?? "Whole")) };
      case "insertFileFromBase64":
        return {
          kind: "Range",
          stretch: await this.#insertFile(stretch, owner, String(args[0]), String(args[1])),
        };
      case "expandTo": {
        const other = objects.get(Number(args[0]));
        if (other?.kind !== "Range" || other.stretch.container !== stretch.container)
          throw new OfficeRefusal("InvalidArgument", "The ranges are not in one part of the document.");
        return { kind: "Range", stretch: union(stretch, other.stretch) };
      }
      case "insertContentControl": {
        if (args[0] !== undefined && args[0] !== "RichText")
          throw new OfficeRefusal("ApiNotFound", "Only rich text controls can be inserted with WordApi 1.5.");
        return { kind: "ContentControl", control: this.document.wrap(stretch) };
      }
      default:
        throw unknownMember(owner, name);
    }
  }

  async #insertFile(
    stretch: Stretch,
    owner: "body" | "control" | "range",
    base64: string,
    where: string,
  ): Promise<Stretch> {
    const allowed =
      owner === "range" ? ["Replace", "Start", "End", "Before", "After"] : ["Replace", "Start", "End"];
    if (!allowed.includes(where))
      throw new OfficeRefusal("InvalidArgument", `“${where}” is not a place to insert a file here.`);
    const { container } = stretch;
    if (where === "Start" || where === "Before")
      return this.document.insert(base64, container, stretch.first);
    if (where === "Replace") {
      const nodes = nodesOf(stretch);
      const inserted = await this.document.insert(base64, container, stretch.first);
      for (const node of nodes) detach(node);
      this.document.settle();
      return { container, first: inserted.first, end: stretch.end };
    }
    return this.document.insert(
      base64,
      container,
      owner === "body" ? this.document.endOfBody() : stretch.end,
    );
  }

  #reachPart(name: string, args: readonly Scalar[]): Reached | null {
    const text = String(args[0] ?? "");
    switch (name) {
      case "add":
        try {
          return { kind: "CustomXmlPart", id: addCustomXmlPart(this.document.pack, text) };
        } finally {
          this.document.onChange();
        }
      case "getByNamespace":
        return { kind: "CustomXmlPartScopedCollection", namespace: text };
      case "getItem":
      case "getItemOrNullObject":
        return this.#part(text) ? { kind: "CustomXmlPart", id: text } : noneOr(name, "custom XML part");
      default:
        throw unknownMember("CustomXmlPartCollection", name);
    }
  }

  #part(id: string): string | undefined {
    return customXmlParts(this.document.pack).find((one) => one.id === id)?.part;
  }

  #scoped(namespace: string): { readonly id: string; readonly part: string }[] {
    const { pack } = this.document;
    return customXmlParts(pack).filter((one) => customXmlNamespace(pack, one.part) === namespace);
  }

  #load(
    object: Reached,
    action: Extract<Action, { do: "load" }>,
    objects: Map<number, Reached | null>,
  ): Loaded {
    const values = Object.fromEntries(action.names.map((name) => [name, this.#read(object, name)]));
    if (!action.itemNames) return { object: action.object, values };
    const names = action.itemNames;
    const items = this.#items(object).map((item): Loaded => {
      const number = this.#nextItem--;
      objects.set(number, item);
      return {
        object: number,
        values: Object.fromEntries(names.map((name) => [name, this.#read(item, name)])),
      };
    });
    return { object: action.object, values, items };
  }

  #items(object: Reached): Reached[] {
    switch (object.kind) {
      case "ContentControlCollection":
        return object.controls().map((control) => ({ kind: "ContentControl", control }));
      case "ParagraphCollection":
        return object.paragraphs().map((paragraph) => ({ kind: "Paragraph", paragraph }));
      case "CustomXmlPartCollection":
        return customXmlParts(this.document.pack).map(({ id }) => ({ kind: "CustomXmlPart", id }));
      case "CustomXmlPartScopedCollection":
        return this.#scoped(object.namespace).map(({ id }) => ({ kind: "CustomXmlPart", id }));
      default:
        throw new OfficeRefusal("InvalidArgument", `A ${object.kind} has no items to load.`);
    }
  }

  #read(object: Reached, name: string): Scalar {
    switch (object.kind) {
      case "Body":
        return this.document.text(this.document.bodyStretch());
      case "ContentControl":
        return readControl(object.control, name);
      case "Range":
        return name === "isEmpty" ? nodesOf(object.stretch).length === 0 : this.document.text(object.stretch);
      case "Paragraph":
        return name === "style" ? this.#styleName(object.paragraph) : paragraphText(object.paragraph);
      case "CustomXmlPart": {
        if (name === "id") return object.id;
        const part = this.#part(object.id);
        return part === undefined ? "" : customXmlNamespace(this.document.pack, part);
      }
      default:
        throw unknownMember(object.kind, name);
    }
  }

  #styleName(paragraph: Element): string {
    const style = this.document.styles?.ofParagraph(paragraph)[0];
    return wordAttribute(wordChild(style, "name")) ?? "Normal";
  }

  #set(object: Reached, name: string, value: Scalar): void {
    if (object.kind !== "ContentControl") throw unknownMember(object.kind, name);
    const text = String(value ?? "");
    if (name === "tag" || name === "title") {
      if (text.length > tagLimit)
        throw new OfficeRefusal("InvalidArgument", `A ${name} holds at most ${tagLimit} characters.`);
      this.document.setControl(object.control, name === "tag" ? "tag" : "alias", text);
      return;
    }
    if (name === "cannotDelete" || name === "cannotEdit") {
      const lock = wordChild(controlProperties(object.control), "lock");
      const now = wordAttribute(lock) ?? "unlocked";
      const cannotDelete =
        name === "cannotDelete" ? value === true : now === "sdtLocked" || now === "sdtContentLocked";
      const cannotEdit =
        name === "cannotEdit" ? value === true : now === "contentLocked" || now === "sdtContentLocked";
      if (lock) detach(lock);
      const made = makeWord(object.control, "lock", {
        val:
          cannotDelete && cannotEdit
            ? "sdtContentLocked"
            : cannotDelete
              ? "sdtLocked"
              : cannotEdit
                ? "contentLocked"
                : "unlocked",
      });
      controlProperties(object.control).appendChild(made);
      this.document.onChange();
    }
  }

  #call(object: Reached, name: string, args: readonly Scalar[]): Scalar {
    if (!objectKinds[object.kind].calls.includes(name)) throw unknownMember(object.kind, name);
    const document = this.document;
    if (object.kind === "Document") {
      document.deleteBookmark(String(args[0] ?? ""));
      document.onChange();
      return null;
    }
    if (object.kind === "CustomXmlPart") return this.#callPart(object.id, name, args);
    if (object.kind === "CustomXmlPartCollection") return customXmlParts(document.pack).length;
    if (object.kind === "CustomXmlPartScopedCollection") return this.#scoped(object.namespace).length;
    const stretch = stretchOf(object, document);
    switch (name) {
      case "getOoxml":
        return document.ooxml(
          object.kind === "ContentControl" ? [object.control] : nodesOf(stretch).filter(isElement),
        );
      case "select":
        document.select(stretch);
        return null;
      case "insertBookmark":
        document.bookmark(stretch, String(args[0] ?? ""));
        return null;
      case "delete":
        if (object.kind === "ContentControl") document.deleteControl(object.control, args[0] === true);
        else document.remove(stretch);
        return null;
      default:
        document.remove(object.kind === "ContentControl" ? stretchInside(object.control) : stretch);
        return null;
    }
  }

  #callPart(id: string, name: string, args: readonly Scalar[]): Scalar {
    const part = this.#part(id);
    if (part === undefined) throw new OfficeRefusal("ItemNotFound", "The custom XML part has been deleted.");
    if (name === "getXml") return this.document.pack.text(part) ?? "";
    if (name === "delete") removeCustomXmlPart(this.document.pack, part);
    else {
      this.document.pack.xml.parse(String(args[0]));
      this.document.pack.put(part, String(args[0]));
    }
    this.document.onChange();
    return null;
  }
}

function stretchOf(object: Reached, document: OpenDocument): Stretch {
  switch (object.kind) {
    case "ContentControl":
      return stretchOfControl(object.control);
    case "Range":
      return object.stretch;
    case "Paragraph": {
      const block = blockOf(object.paragraph);
      return { container: block.parentNode as Element, first: block, end: block.nextSibling };
    }
    default:
      return document.bodyStretch();
  }
}

function readControl(control: Element, name: string): Scalar {
  const lock = wordAttribute(wordChild(controlProperties(control), "lock")) ?? "unlocked";
  switch (name) {
    case "id":
      return controlId(control);
    case "tag":
      return controlTag(control);
    case "title":
      return controlTitle(control);
    case "text":
      return elementText(wordChild(control, "sdtContent") ?? control);
    case "cannotDelete":
      return lock === "sdtLocked" || lock === "sdtContentLocked";
    case "cannotEdit":
      return lock === "contentLocked" || lock === "sdtContentLocked";
    default:
      throw unknownMember("ContentControl", name);
  }
}

function reachControl(controls: () => Element[], name: string, args: readonly Scalar[]): Reached | null {
  switch (name) {
    case "getByTag":
      return {
        kind: "ContentControlCollection",
        controls: () => controls().filter((control) => controlTag(control) === args[0]),
      };
    case "getByTitle":
      return {
        kind: "ContentControlCollection",
        controls: () => controls().filter((control) => controlTitle(control) === args[0]),
      };
    default: {
      const found = /^getById/.test(name)
        ? controls().find((control) => controlId(control) === args[0])
        : controls()[0];
      return found ? { kind: "ContentControl", control: found } : noneOr(name, "content control");
    }
  }
}

/** No object for an `…OrNullObject` method; an error for any other. */
function noneOr(name: string, what: string): null {
  if (name.endsWith("OrNullObject")) return null;
  throw new OfficeRefusal("ItemNotFound", `There is no such ${what}.`);
}

function controlRange(control: Element, part: string): Stretch {
  const whole = stretchOfControl(control);
  if (part === "Before" || part === "After" || part === "Whole") return partOf(whole, part);
  return partOf(stretchInside(control), part);
}

function partOf(stretch: Stretch, part: string): Stretch {
  const { container, first, end } = stretch;
  switch (part) {
    case "Whole":
    case "Content":
      return stretch;
    case "Start":
    case "Before":
      return { container, first, end: first };
    case "End":
    case "After":
      return { container, first: end, end };
    default:
      throw new OfficeRefusal("InvalidArgument", `“${part}” is not a part of a range.`);
  }
}

function union(left: Stretch, right: Stretch): Stretch {
  for (let node = left.first; node; node = node.nextSibling) {
    if (node === right.first) return { container: left.container, first: left.first, end: right.end };
  }
  return { container: left.container, first: right.first, end: left.end };
}

function unknownMember(kind: KindName | string, name: string): OfficeRefusal {
  return new OfficeRefusal(
    "ApiNotFound",
    `${kind}.${name} is not in WordApi 1.5 as far as the simulator knows.`,
  );
}

function faultOf(error: unknown, action: Action): Extract<BatchAnswer, { ok: false }>["error"] {
  const statement =
    action.do === "load"
      ? `load(${[...action.names, ...(action.itemNames ?? [])].join(", ")})`
      : `.${action.name}()`;
  if (error instanceof OfficeRefusal) return { code: error.code, message: error.message, statement };
  return {
    code: "GeneralException",
    message: error instanceof Error ? error.message : String(error),
    statement,
  };
}
