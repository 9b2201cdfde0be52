import { wordAttribute, wordChild, wordChildren, wordDescendants } from "./xml.ts";

/** The styles of a document, by id and by name. */
export class Styles {
  readonly root: Element;
  constructor(root: Element) {
    this.root = root;
  }

  byId(id: string | undefined): Element | undefined {
    return id === undefined
      ? undefined
      : wordChildren(this.root, "style").find((style) => wordAttribute(style, "styleId") === id);
  }

  /** Names are compared as Word does: without regard to case. */
  byName(name: string | undefined, type: string | undefined): Element | undefined {
    const wanted = name?.toLowerCase();
    return wordChildren(this.root, "style").find(
      (style) =>
        wordAttribute(wordChild(style, "name"))?.toLowerCase() === wanted &&
        wordAttribute(style, "type") === type,
    );
  }

  defaultOf(type: string): Element | undefined {
    return wordChildren(this.root, "style").find(
      (style) => wordAttribute(style, "type") === type && wordAttribute(style, "default") === "1",
    );
  }

  /** The style and those it is based on, nearest first. */
  chain(style: Element | undefined): Element[] {
    const chain: Element[] = [];
    for (let at = style; at && !chain.includes(at); ) {
      chain.push(at);
      at = this.byId(wordAttribute(wordChild(at, "basedOn")));
    }
    return chain;
  }

  ofParagraph(paragraph: Element): Element[] {
    const id = wordAttribute(wordChild(wordChild(paragraph, "pPr"), "pStyle"));
    return this.chain(this.byId(id) ?? this.defaultOf("paragraph"));
  }

  /** The paragraph properties that a paragraph gets from its styles, nearest first. */
  paragraphProperties = (paragraph: Element): Element[] =>
    this.ofParagraph(paragraph).flatMap((style) => wordChild(style, "pPr") ?? []);
}

const styleReferences = ["pStyle", "rStyle", "tblStyle"];

/**
 * Copies the styles that `content` uses and the document lacks, with those they are based on. A style whose
 * name the document has already is not copied: the content takes the document's look.
 * @returns style ids of the fragment with the ids they have in the document.
 */
export function copyMissingStyles(content: Element, from: Styles, into: Styles): Map<string, string> {
  const ids = new Map<string, string>();
  const copied: Element[] = [];
  const bring = (id: string): string => {
    const known = ids.get(id);
    if (known !== undefined) return known;
    const style = from.byId(id);
    if (!style) return id;
    const type = wordAttribute(style, "type");
    const same = into.byName(wordAttribute(wordChild(style, "name")), type);
    if (same) {
      const itsId = wordAttribute(same, "styleId") ?? id;
      ids.set(id, itsId);
      return itsId;
    }
    let free = id;
    for (let number = 1; into.byId(free); number++) free = `${id}${number}`;
    ids.set(id, free);
    const copy = into.root.ownerDocument.importNode(style, true);
    copy.setAttributeNS(copy.namespaceURI, "w:styleId", free);
    copy.removeAttributeNS(copy.namespaceURI, "default");
    into.root.appendChild(copy);
    copied.push(copy);
    for (const name of ["basedOn", "next", "link"]) {
      const reference = wordChild(copy, name);
      const target = wordAttribute(reference);
      if (reference && target) reference.setAttributeNS(reference.namespaceURI, "w:val", bring(target));
    }
    return free;
  };
  for (const name of styleReferences) {
    for (const reference of wordDescendants(content, name)) {
      const id = wordAttribute(reference);
      if (id) bring(id);
    }
  }
  return ids;
}

/** Points the style references of `content` at the ids their styles have in the document. */
export function renameStyles(content: Element, ids: ReadonlyMap<string, string>): void {
  for (const name of styleReferences) {
    for (const reference of wordDescendants(content, name)) {
      const id = ids.get(wordAttribute(reference) ?? "");
      if (id) reference.setAttributeNS(reference.namespaceURI, "w:val", id);
    }
  }
}

/** The numbering instances that styles refer to. */
export function numberedStyles(styles: Styles): Element[] {
  return wordDescendants(styles.root, "numId");
}
