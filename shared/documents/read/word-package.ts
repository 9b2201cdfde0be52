import { DOMParser, type Document, type Element, MIME_TYPE, XMLSerializer } from "@xmldom/xmldom";
import { strFromU8, unzipSync } from "fflate";

/** An element of XML, for readers that must not know the parser. */
export type XmlElement = Element;

/** Says that a file or package is not a Word document that can be read. */
export class UnreadableWordFile extends Error {
  override readonly name = "UnreadableWordFile";
  constructor(reason: string, cause?: unknown) {
    super(`This is not a Word document that can be read: ${reason}`, { cause });
  }
}

/** The XML parts of a Word document by name (`word/document.xml`), however it was packed. */
export type WordPackage = ReadonlyMap<string, Document>;

/** A .docx unpacks to at most this many bytes; more is refused, however small the file. */
const unpackedLimit = 200_000_000;

/**
 * Unpacks the parts of a .docx or .dotx whose names are wanted.
 * @throws {UnreadableWordFile} when it is no zip or unpacks to more than 200 MB.
 */
export function unpack(
  bytes: Uint8Array,
  wanted: (name: string) => boolean = () => true,
): Map<string, Uint8Array> {
  let unpacked = 0;
  try {
    const files = unzipSync(bytes, {
      filter: (file) => {
        if (!wanted(file.name)) return false;
        unpacked += file.originalSize;
        if (unpacked > unpackedLimit) throw new UnreadableWordFile("it unpacks to more than 200 MB.");
        return true;
      },
    });
    return new Map(Object.entries(files));
  } catch (error) {
    if (error instanceof UnreadableWordFile) throw error;
    throw new UnreadableWordFile("its packing is damaged.", error);
  }
}

/** Parts without words of a section, nor anything to read them by. */
const neverRead =
  /^(docProps\/|customXml\/itemProps|word\/(theme\/|header|footer|settings|fontTable|webSettings|footnotes|endnotes|comments))/;

/**
 * Opens a .docx.
 * @throws {UnreadableWordFile} when it is no zip, holds no document, or unpacks to more than 200 MB.
 */
export function openDocx(bytes: Uint8Array): WordPackage {
  const files = unpack(bytes, (name) => /\.(xml|rels)$/.test(name) && !neverRead.test(name));
  const parts = new Map([...files].map(([name, content]) => [name, parseXml(strFromU8(content), name)]));
  return checked(parts);
}

/**
 * Opens the Flat OPC text that `getOoxml()` gives.
 * @throws {UnreadableWordFile} when it is not XML or holds no document.
 */
export function openFlatOpc(xml: string): WordPackage {
  const root = parseXml(xml, "the text from Word");
  const parts = new Map<string, Document>();
  for (const part of elements(root, "part")) {
    const name = (part.getAttribute("pkg:name") ?? part.getAttribute("name") ?? "").replace(/^\//, "");
    const data = childElements(part).find((child) => child.localName === "xmlData");
    const content = data && childElements(data)[0];
    if (!name || !content) continue;
    const document = root.implementation.createDocument(null, "", null);
    document.appendChild(document.importNode(content, true));
    parts.set(name, document);
  }
  return checked(parts);
}

/** Word for the web may call the main part `word/document2.xml`; here it always has its usual name. */
function checked(parts: Map<string, Document>): WordPackage {
  const main = relationshipsOf(parts.get("_rels/.rels")).find(({ type }) => type === "officeDocument");
  const name = main?.target.replace(/^\.?\//, "") ?? mainPart;
  const document = parts.get(name);
  if (!document) throw new UnreadableWordFile("it holds no text.");
  const relations = parts.get(relationshipsPart(name));
  parts.set(mainPart, document);
  if (relations) parts.set(relationshipsPart(mainPart), relations);
  return parts;
}

export const mainPart = "word/document.xml";

/** A relationship from one part to another, or to an address outside. */
export interface Relationship {
  readonly id: string;
  /** The last word of its type: `styles`, `hyperlink`. */
  readonly type: string;
  readonly target: string;
  readonly external: boolean;
}

export function relationshipsOf(relations: Document | undefined): Relationship[] {
  if (!relations) return [];
  return elements(relations, "Relationship").map((relation) => ({
    id: relation.getAttribute("Id") ?? "",
    type: (relation.getAttribute("Type") ?? "").replace(/^.*\//, ""),
    target: relation.getAttribute("Target") ?? "",
    external: relation.getAttribute("TargetMode") === "External",
  }));
}

/** The part that holds the relationships of a part; of the package for the empty name. */
export function relationshipsPart(part: string): string {
  const slash = part.lastIndexOf("/") + 1;
  return `${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`;
}

/** The name of the part that a relationship of `from` leads to. */
export function partAt(from: string, target: string): string {
  if (target.startsWith("/")) return target.slice(1);
  const folders = from.split("/").slice(0, -1);
  for (const step of target.split("/")) {
    if (step === "..") folders.pop();
    else if (step !== ".") folders.push(step);
  }
  return folders.join("/");
}

/** The part that the document’s main part reaches by a type of relationship: its styles, its numbering. */
export function documentPart(word: WordPackage, type: string): Document | undefined {
  const relation = relationshipsOf(word.get(relationshipsPart(mainPart))).find((one) => one.type === type);
  return word.get(relation ? partAt(mainPart, relation.target) : `word/${type}.xml`);
}

/** XML as text, without a declaration. */
export function printXml(node: Document | Element): string {
  return new XMLSerializer().serializeToString(node).replace(/^<\?xml[^>]*\?>\s*/, "");
}

export function childNamed(element: Element | undefined | null, name: string): Element | undefined {
  for (let child = element?.firstChild; child; child = child.nextSibling) {
    if (child.nodeType === 1 && (child as Element).localName === name) return child as Element;
  }
  return undefined;
}

/** @throws {UnreadableWordFile} when the text is not XML, or declares a document type. */
export function parseXml(xml: string, name: string): Document {
  if (/<!DOCTYPE/i.test(xml.slice(0, 1000)))
    throw new UnreadableWordFile(`${name} declares a document type.`);
  try {
    return new DOMParser({
      onError: (level, message) => {
        if (level !== "warning") throw new UnreadableWordFile(`${name}: ${message}`);
      },
    }).parseFromString(xml, MIME_TYPE.XML_TEXT);
  } catch (error) {
    if (error instanceof UnreadableWordFile) throw error;
    throw new UnreadableWordFile(`${name} is not XML.`, error);
  }
}

/** All elements of a local name below a node, in document order. The DOM’s own list is live, and slow for that. */
export function elements(node: Document | Element, localName: string): Element[] {
  const found: Element[] = [];
  const walk = (parent: Document | Element) => {
    for (let child = parent.firstChild; child; child = child.nextSibling) {
      if (child.nodeType !== 1) continue;
      if ((child as Element).localName === localName) found.push(child as Element);
      walk(child as Element);
    }
  };
  walk(node);
  return found;
}

export function childElements(node: Element): Element[] {
  const children: Element[] = [];
  for (let child = node.firstChild; child; child = child.nextSibling) {
    if (child.nodeType === 1) children.push(child as Element);
  }
  return children;
}

/** The `w:val` of a property below an element: `propertyValue(paragraphProperties, "pStyle")`. */
export function propertyValue(element: Element | undefined, property: string): string | undefined {
  const child = childNamed(element, property);
  return child ? wordAttribute(child, "val") : undefined;
}

/** An attribute in Word’s namespace, whatever prefix the writer used. */
export function wordAttribute(element: Element, name: string): string | undefined {
  const value =
    element.getAttributeNS("http://schemas.openxmlformats.org/wordprocessingml/2006/main", name) ??
    element.getAttribute(`w:${name}`);
  return value === null || value === "" ? undefined : value;
}
