import JSZip from "jszip";
import {
  contentTypesNamespace,
  flatPackageNamespace,
  relationshipsNamespace,
  relationshipTypes,
} from "./open-xml-names.ts";
import { childElements, type XmlTools } from "./xml.ts";

export interface Relationship {
  readonly id: string;
  readonly type: string;
  readonly target: string;
  readonly external: boolean;
}

/** Says that bytes are not a Word document. */
export class NotAWordDocument extends Error {
  override readonly name = "NotAWordDocument";
  constructor(reason: string, cause?: unknown) {
    super(`This is not a Word document: ${reason}.`, { cause });
  }
}

/** The parts of one .docx, opened: XML parts as trees on first use, all others as bytes. */
export class WordPackage {
  readonly xml: XmlTools;
  readonly #bytes: Map<string, Uint8Array>;
  readonly #trees = new Map<string, Document>();

  private constructor(xml: XmlTools, bytes: Map<string, Uint8Array>) {
    this.xml = xml;
    this.#bytes = bytes;
  }

  /** @throws {NotAWordDocument} when the bytes are no zip, or hold no main document part. */
  static async open(bytes: Uint8Array, xml: XmlTools): Promise<WordPackage> {
    let zip: JSZip;
    try {
      zip = await JSZip.loadAsync(bytes);
    } catch (error) {
      throw new NotAWordDocument("it is not a zip file", error);
    }
    const parts = new Map<string, Uint8Array>();
    for (const file of Object.values(zip.files)) {
      if (!file.dir) parts.set(file.name, await file.async("uint8array"));
    }
    const opened = new WordPackage(xml, parts);
    if (!opened.tree(opened.mainPart)) throw new NotAWordDocument("it has no main document part");
    return opened;
  }

  get mainPart(): string {
    const main = this.relationships("").find(
      (relationship) => relationship.type === relationshipTypes.document,
    );
    if (!main) throw new NotAWordDocument("its package has no office document");
    return resolveTarget("", main.target);
  }

  partNames(): string[] {
    return [...new Set([...this.#bytes.keys(), ...this.#trees.keys()])];
  }

  has(name: string): boolean {
    return this.#bytes.has(name) || this.#trees.has(name);
  }

  bytes(name: string): Uint8Array | undefined {
    const tree = this.#trees.get(name);
    return tree ? encode(this.#print(tree)) : this.#bytes.get(name);
  }

  /** The tree of an XML part; changes to it are what is saved. */
  tree(name: string): Document | undefined {
    const known = this.#trees.get(name);
    if (known) return known;
    const bytes = this.#bytes.get(name);
    if (!bytes) return undefined;
    const tree = this.xml.parse(new TextDecoder().decode(bytes));
    this.#trees.set(name, tree);
    return tree;
  }

  text(name: string): string | undefined {
    const bytes = this.bytes(name);
    return bytes && new TextDecoder().decode(bytes);
  }

  put(name: string, content: string | Uint8Array, contentType?: string): void {
    this.#trees.delete(name);
    this.#bytes.set(name, typeof content === "string" ? encode(content) : content);
    if (contentType) this.#declareType(name, contentType);
  }

  remove(name: string): void {
    this.#trees.delete(name);
    this.#bytes.delete(name);
    const types = this.tree("[Content_Types].xml")?.documentElement;
    if (!types) return;
    for (const entry of childElements(types)) {
      if (entry.getAttribute("PartName") === `/${name}`) types.removeChild(entry);
    }
  }

  contentType(name: string): string | undefined {
    const types = this.tree("[Content_Types].xml")?.documentElement;
    if (!types) return undefined;
    const entries = childElements(types);
    const own = entries.find((entry) => entry.getAttribute("PartName") === `/${name}`);
    const extension = name.slice(name.lastIndexOf(".") + 1).toLowerCase();
    const usual = entries.find((entry) => entry.getAttribute("Extension")?.toLowerCase() === extension);
    return (own ?? usual)?.getAttribute("ContentType") ?? undefined;
  }

  /** The relationships of a part; of the package itself for the empty name. */
  relationships(part: string): Relationship[] {
    const root = this.tree(relationshipsPart(part))?.documentElement;
    if (!root) return [];
    return childElements(root).map((element) => ({
      id: element.getAttribute("Id") ?? "",
      type: element.getAttribute("Type") ?? "",
      target: element.getAttribute("Target") ?? "",
      external: element.getAttribute("TargetMode") === "External",
    }));
  }

  /** The part that `part` reaches by its first relationship of that type. */
  related(part: string, type: string): string | undefined {
    const found = this.relationships(part).find((relationship) => relationship.type === type);
    return found && resolveTarget(part, found.target);
  }

  /** Adds a relationship and gives back its id, unused until now in that part. */
  relate(part: string, type: string, target: string, external = false): string {
    const name = relationshipsPart(part);
    if (!this.has(name)) this.put(name, `<Relationships xmlns="${relationshipsNamespace}"/>`);
    const tree = this.tree(name);
    const root = tree?.documentElement;
    if (!tree || !root) throw new NotAWordDocument(`${name} is empty`);
    const used = new Set(this.relationships(part).map((relationship) => relationship.id));
    let number = used.size + 1;
    while (used.has(`rId${number}`)) number++;
    const element = tree.createElementNS(relationshipsNamespace, "Relationship");
    element.setAttribute("Id", `rId${number}`);
    element.setAttribute("Type", type);
    element.setAttribute("Target", target);
    if (external) element.setAttribute("TargetMode", "External");
    root.appendChild(element);
    return `rId${number}`;
  }

  unrelate(part: string, target: string): void {
    const root = this.tree(relationshipsPart(part))?.documentElement;
    if (!root) return;
    for (const element of childElements(root)) {
      if (resolveTarget(part, element.getAttribute("Target") ?? "") === target) root.removeChild(element);
    }
  }

  async save(): Promise<Uint8Array> {
    const zip = new JSZip();
    // The content types come first: some readers decide by the first entry what kind of file it is.
    const names = this.partNames().sort(
      (left, right) => Number(right === "[Content_Types].xml") - Number(left === "[Content_Types].xml"),
    );
    for (const name of names) zip.file(name, this.bytes(name) ?? new Uint8Array());
    return zip.generateAsync({ type: "uint8array", compression: "DEFLATE" });
  }

  /** A part's content for a Flat OPC package. */
  flatPart(name: string, content?: string): string {
    const type = this.contentType(name) ?? "application/xml";
    const body = (content ?? this.text(name) ?? "").replace(/^\uFEFF?<\?xml[^>]*\?>\s*/, "");
    return `<pkg:part pkg:name="/${name}" pkg:contentType="${type}"><pkg:xmlData>${body}</pkg:xmlData></pkg:part>`;
  }

  #print(tree: Document): string {
    const text = this.xml.serialize(tree);
    return text.startsWith("<?xml")
      ? text
      : `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${text}`;
  }

  #declareType(name: string, contentType: string): void {
    const tree = this.tree("[Content_Types].xml");
    const root = tree?.documentElement;
    if (!tree || !root) throw new NotAWordDocument("it has no content types");
    if (childElements(root).some((entry) => entry.getAttribute("PartName") === `/${name}`)) return;
    const entry = tree.createElementNS(contentTypesNamespace, "Override");
    entry.setAttribute("PartName", `/${name}`);
    entry.setAttribute("ContentType", contentType);
    root.appendChild(entry);
  }
}

/** Wraps parts in a Flat OPC package, the form in which Word hands out `getOoxml()`. */
export function flatPackage(parts: readonly string[]): string {
  return `<pkg:package xmlns:pkg="${flatPackageNamespace}">${parts.join("")}</pkg:package>`;
}

/** The part that holds the relationships of a part; of the package for the empty name. */
export function relationshipsPart(part: string): string {
  const slash = part.lastIndexOf("/");
  return `${part.slice(0, slash + 1)}_rels/${part.slice(slash + 1)}.rels`;
}

/** The name of the part that a relationship of `from` points to. */
export function resolveTarget(from: string, target: string): string {
  if (target.startsWith("/")) return target.slice(1);
  const folder = from.includes("/") ? from.slice(0, from.lastIndexOf("/")).split("/") : [];
  for (const step of target.split("/")) {
    if (step === "..") folder.pop();
    else if (step !== ".") folder.push(step);
  }
  return folder.join("/");
}

function encode(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
