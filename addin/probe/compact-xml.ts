/**
 * The body of a Flat OPC package in as little XML as a case needs: paragraphs with the name of their style (and its
 * size where the style is one of the probe’s own), their list and level, content controls, tables by cell, text.
 * Everything that one Word writes and another does not (ids, revision marks, section properties) is left out; lists
 * are numbered in the order in which they come.
 */
export function compactXml(flatPackage: string): string {
  const tree = new DOMParser().parseFromString(flatPackage, "application/xml");
  const styles = stylesOf(tree);
  const formats = formatsOf(tree);
  const lists = new Map<string, number>();
  const [body] = wordElements(tree, "body");
  const write = (node: Element): string => {
    switch (node.localName) {
      case "p":
        return paragraph(node);
      case "tbl":
        return `<table>${wordElements(node, "tc")
          .map((cell) => `<cell>${inside(cell)}</cell>`)
          .join("")}</table>`;
      case "sdt": {
        const tag = attributeOf(wordElements(node, "tag")[0]);
        const title = attributeOf(wordElements(node, "alias")[0]);
        const [content] = children(node).filter((child) => child.localName === "sdtContent");
        return `<control tag="${tag}" title="${title}">${content ? inside(content) : ""}</control>`;
      }
      default:
        return "";
    }
  };
  const inside = (node: Element): string => children(node).map(write).join("");
  const paragraph = (node: Element): string => {
    const [properties] = children(node).filter((child) => child.localName === "pPr");
    const style = styles.get(attributeOf(properties && wordElements(properties, "pStyle")[0]));
    const numId = attributeOf(properties && wordElements(properties, "numId")[0]);
    const level = attributeOf(properties && wordElements(properties, "ilvl")[0]) || "0";
    const name = style && style.name.toLowerCase() !== "normal" ? ` style="${style.name}"` : "";
    const size = style?.name.startsWith("Probe") ? ` size="${style.size}"` : "";
    const list =
      numId !== "" && numId !== "0" ? ` list="${listNumber(numId)} ${formats(numId, level)} ${level}"` : "";
    const text = wordElements(node, "t")
      .map((one) => one.textContent)
      .join("");
    return text === "" && name + size + list === "" ? "<p/>" : `<p${name}${size}${list}>${text}</p>`;
  };
  const listNumber = (numId: string): number => {
    if (!lists.has(numId)) lists.set(numId, lists.size + 1);
    return lists.get(numId) ?? 0;
  };
  return body ? inside(body) : "";
}

const word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

function wordElements(node: Document | Element, name: string): Element[] {
  return Array.from(node.getElementsByTagNameNS(word, name));
}

function children(node: Element): Element[] {
  return Array.from(node.childNodes).filter((child): child is Element => child.nodeType === 1);
}

function attributeOf(element: Element | undefined, name = "val"): string {
  return element?.getAttributeNS(word, name) ?? "";
}

function stylesOf(tree: Document): Map<string, { readonly name: string; readonly size: string }> {
  return new Map(
    wordElements(tree, "style").map((style) => [
      attributeOf(style, "styleId"),
      { name: attributeOf(wordElements(style, "name")[0]), size: attributeOf(wordElements(style, "sz")[0]) },
    ]),
  );
}

function formatsOf(tree: Document): (numId: string, level: string) => string {
  const abstracts = new Map(
    wordElements(tree, "abstractNum").map((one) => [attributeOf(one, "abstractNumId"), one]),
  );
  const instances = new Map(
    wordElements(tree, "num").map((one) => [
      attributeOf(one, "numId"),
      attributeOf(wordElements(one, "abstractNumId")[0]),
    ]),
  );
  return (numId, level) => {
    const definition = abstracts.get(instances.get(numId) ?? "");
    const described =
      definition && wordElements(definition, "lvl").find((one) => attributeOf(one, "ilvl") === level);
    return attributeOf(described && wordElements(described, "numFmt")[0]) || "none";
  };
}
