import { wordNamespace } from "./open-xml-names.ts";

/** How XML text becomes a tree and back: the browser's own parser, or another with the same promise. */
export interface XmlTools {
  /** @throws when the text is not well-formed. */
  parse(text: string): Document;
  serialize(node: Node): string;
}

export function isElement(node: Node | null | undefined): node is Element {
  return node?.nodeType === 1;
}

declare const word: unique symbol;
/** An element of WordprocessingML (the mark keeps a failed {@link isWord} from ruling out other elements). */
export type WordElement = Element & { readonly [word]: true };

/** Whether a node is the WordprocessingML element of that name. */
export function isWord(node: Node | null | undefined, name: string): node is WordElement {
  return isElement(node) && node.localName === name && node.namespaceURI === wordNamespace;
}

export function childElements(node: Node): Element[] {
  const found: Element[] = [];
  for (let child = node.firstChild; child; child = child.nextSibling) if (isElement(child)) found.push(child);
  return found;
}

export function wordChild(node: Node | null | undefined, name: string): Element | undefined {
  if (!node) return undefined;
  for (let child = node.firstChild; child; child = child.nextSibling) if (isWord(child, name)) return child;
  return undefined;
}

export function wordChildren(node: Node, name: string): Element[] {
  return childElements(node).filter((child) => isWord(child, name));
}

/** All descendants of that name, in document order. */
export function wordDescendants(node: Element, name: string): Element[] {
  return [...Array.from(node.getElementsByTagNameNS(wordNamespace, name))];
}

/** `w:val`, or another attribute of the same namespace. */
export function wordAttribute(element: Element | undefined, name = "val"): string | undefined {
  return element?.getAttributeNS(wordNamespace, name) || element?.getAttribute(`w:${name}`) || undefined;
}

export function setWordAttribute(element: Element, value: string, name = "val"): void {
  element.setAttributeNS(wordNamespace, `w:${name}`, value);
}

export function makeWord(
  owner: Element,
  name: string,
  attributes: Readonly<Record<string, string>> = {},
): Element {
  const document = owner.ownerDocument;
  const element = document.createElementNS(wordNamespace, `w:${name}`);
  for (const [attribute, value] of Object.entries(attributes)) setWordAttribute(element, value, attribute);
  return element;
}

/** Takes a node out of its tree. */
export function detach(node: Node): void {
  node.parentNode?.removeChild(node);
}

/** The nearest ancestor (or the node itself) that is the WordprocessingML element of that name. */
export function closestWord(node: Node | null, name: string): Element | undefined {
  for (let at: Node | null = node; at; at = at.parentNode) if (isWord(at, name)) return at;
  return undefined;
}

/** An on/off property such as `w:b`: present and not switched off. */
export function isOn(element: Element | undefined): boolean {
  if (!element) return false;
  const value = wordAttribute(element);
  return value !== "0" && value !== "false" && value !== "off";
}
