import { type DefaultTreeAdapterTypes, parseFragment } from "parse5";

type Node = DefaultTreeAdapterTypes.ChildNode;
export type PageElement = DefaultTreeAdapterTypes.Element;

/** All elements of a page, in order. */
export function pageElements(html: string): PageElement[] {
  const found: PageElement[] = [];
  const walk = (nodes: readonly Node[]) => {
    for (const node of nodes) {
      if (!("tagName" in node)) continue;
      found.push(node);
      walk(node.childNodes);
    }
  };
  walk(parseFragment(html, { sourceCodeLocationInfo: true }).childNodes);
  return found;
}

export function hasClass(element: PageElement, name: string): boolean {
  return attributeOf(element, "class").split(/\s+/).includes(name);
}

export function attributeOf(element: PageElement, name: string): string {
  return element.attrs.find((attribute) => attribute.name === name)?.value ?? "";
}

/** Words of an element, white space plain; hidden words and comments apart. */
export function wordsOf(element: PageElement): string {
  const words = (nodes: readonly Node[]): string =>
    nodes
      .map((node) => {
        if ("value" in node && node.nodeName === "#text") return node.value;
        if (
          !("tagName" in node) ||
          hasClass(node, "mgHide") ||
          node.tagName === "script" ||
          node.tagName === "style"
        )
          return "";
        return words(node.childNodes);
      })
      .join("");
  return words(element.childNodes).replace(/\s+/g, " ").trim();
}
