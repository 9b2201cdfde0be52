import { DOMParser, type Document, type Element, MIME_TYPE } from "@xmldom/xmldom";
import { strFromU8, unzipSync } from "fflate";

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
 * Opens a .docx.
 * @throws {UnreadableWordFile} when it is no zip, holds no document, or unpacks to more than 200 MB.
 */
export function openDocx(bytes: Uint8Array): WordPackage {
  let unpacked = 0;
  let files: Record<string, Uint8Array>;
  try {
    files = unzipSync(bytes, {
      filter: (file) => {
        if (!/\.(xml|rels)$/.test(file.name)) return false;
        unpacked += file.originalSize;
        if (unpacked > unpackedLimit) throw new UnreadableWordFile("it unpacks to more than 200 MB.");
        return true;
      },
    });
  } catch (error) {
    if (error instanceof UnreadableWordFile) throw error;
    throw new UnreadableWordFile("its packing is damaged.", error);
  }
  const parts = Object.entries(files).map(
    ([name, content]) => [name, parse(strFromU8(content), name)] as const,
  );
  return checked(new Map(parts));
}

/**
 * Opens the Flat OPC text that `getOoxml()` gives.
 * @throws {UnreadableWordFile} when it is not XML or holds no document.
 */
export function openFlatOpc(xml: string): WordPackage {
  const root = parse(xml, "the text from Word");
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

function checked(parts: WordPackage): WordPackage {
  if (!parts.has("word/document.xml")) throw new UnreadableWordFile("it holds no text.");
  return parts;
}

function parse(xml: string, name: string): Document {
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

/** All elements of a local name below a node, in document order. */
export function elements(node: Document | Element, localName: string): Element[] {
  return [...node.getElementsByTagNameNS("*", localName)];
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
  const child = element && childElements(element).find((candidate) => candidate.localName === property);
  return child ? wordAttribute(child, "val") : undefined;
}

/** An attribute in Word’s namespace, whatever prefix the writer used. */
export function wordAttribute(element: Element, name: string): string | undefined {
  const value =
    element.getAttributeNS("http://schemas.openxmlformats.org/wordprocessingml/2006/main", name) ??
    element.getAttribute(`w:${name}`);
  return value === null || value === "" ? undefined : value;
}
