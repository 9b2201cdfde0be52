import type { Document, Element } from "@xmldom/xmldom";
import { childNamed, elements, propertyValue, wordAttribute } from "./word-package.ts";

/** The styles of a document: what they are called and what they say, with what they build on. */
export class WordStyles {
  readonly #byId = new Map<string, Element>();
  readonly #defaultParagraph: string | undefined;

  constructor(part: Document | undefined) {
    if (!part) return;
    for (const style of elements(part, "style")) {
      const id = wordAttribute(style, "styleId") ?? "";
      this.#byId.set(id, style);
      const usual = /^(1|true|on)$/.test(wordAttribute(style, "default") ?? "");
      if (usual && wordAttribute(style, "type") === "paragraph") this.#defaultParagraph = id;
    }
  }

  /** The name of a style in lower case; of the document’s normal style for no id. An unknown id is its own name. */
  nameOf(id: string | undefined): string {
    const known = id ?? this.#defaultParagraph;
    if (known === undefined) return "normal";
    const style = this.#byId.get(known);
    return (style ? (propertyValue(style, "name") ?? known) : known).toLowerCase();
  }

  /** A group of properties (`pPr`, `rPr`) of a style and of those it builds on, nearest first. */
  properties(id: string | undefined, group: "pPr" | "rPr"): Element[] {
    const found: Element[] = [];
    const seen = new Set<string>();
    let at = id;
    while (at !== undefined && !seen.has(at)) {
      seen.add(at);
      const style = this.#byId.get(at);
      const properties = childNamed(style, group);
      if (properties) found.push(properties);
      at = style && propertyValue(style, "basedOn");
    }
    return found;
  }

  /** Level of the heading that a style is or builds on, 1 to 9; null for any other. */
  headingLevel(id: string | undefined): number | null {
    const seen = new Set<string>();
    let at = id;
    while (at !== undefined && !seen.has(at)) {
      seen.add(at);
      const level = /^heading ?([1-9])$/.exec(this.nameOf(at))?.[1];
      if (level) return Number(level);
      const style = this.#byId.get(at);
      at = style && propertyValue(style, "basedOn");
    }
    return null;
  }
}
