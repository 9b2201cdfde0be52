import { contentTypes, relationshipTypes } from "./open-xml-names.ts";
import { resolveTarget, type WordPackage } from "./word-package.ts";

/** Custom XML parts by the id Word gives them, braces included. */
export function customXmlParts(pack: WordPackage): { readonly id: string; readonly part: string }[] {
  const found: { id: string; part: string }[] = [];
  for (const relationship of pack.relationships(pack.mainPart)) {
    if (relationship.type !== relationshipTypes.customXml || relationship.external) continue;
    const part = resolveTarget(pack.mainPart, relationship.target);
    if (!pack.has(part)) continue;
    found.push({ id: storeItemId(pack, part) ?? `{${part}}`, part });
  }
  return found;
}

function storeItemId(pack: WordPackage, part: string): string | undefined {
  const properties = pack.related(part, relationshipTypes.customXmlProperties);
  return properties && /itemID="([^"]+)"/.exec(pack.text(properties) ?? "")?.[1];
}

export function customXmlNamespace(pack: WordPackage, part: string): string {
  return pack.tree(part)?.documentElement?.namespaceURI ?? "";
}

/** Adds a part beside the others, with the properties part that carries its id. @returns its id. */
export function addCustomXmlPart(pack: WordPackage, xml: string): string {
  pack.xml.parse(xml);
  let number = 1;
  while (pack.has(`customXml/item${number}.xml`)) number++;
  const id = `{${crypto.randomUUID().toUpperCase()}}`;
  const part = `customXml/item${number}.xml`;
  const properties = `customXml/itemProps${number}.xml`;
  pack.put(part, xml, "application/xml");
  pack.put(
    properties,
    `<?xml version="1.0" encoding="UTF-8" standalone="no"?>\n<ds:datastoreItem ds:itemID="${id}" xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml"/>`,
    contentTypes.customXmlProperties,
  );
  pack.relate(part, relationshipTypes.customXmlProperties, `itemProps${number}.xml`);
  pack.relate(pack.mainPart, relationshipTypes.customXml, `../${part}`);
  return id;
}

export function removeCustomXmlPart(pack: WordPackage, part: string): void {
  const properties = pack.related(part, relationshipTypes.customXmlProperties);
  if (properties) pack.remove(properties);
  pack.remove(part.replace(/([^/]+)$/, "_rels/$1.rels"));
  pack.unrelate(pack.mainPart, part);
  pack.remove(part);
}
