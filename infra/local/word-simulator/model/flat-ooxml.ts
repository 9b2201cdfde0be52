import { flatPackageNamespace, officeRelationshipsNamespace, relationshipTypes } from "./open-xml-names.ts";
import { flatPackage, relationshipsPart, resolveTarget, type WordPackage } from "./word-package.ts";
import { detach, wordChild, wordDescendants, type XmlTools } from "./xml.ts";

/** Parts of the document that travel with a piece of it, beside the main part. */
const travelling = [
  "styles",
  "numbering",
  "comments",
  "footnotes",
  "endnotes",
  "settings",
  "theme",
  "fontTable",
];

/**
 * A piece of the document as Word's `getOoxml()` gives it: a Flat OPC package whose main part holds the given
 * blocks, a closing paragraph and the section, with the styles, lists, comments, links and pictures they need.
 */
export function flatOoxml(document: WordPackage, blocks: readonly Element[], xml: XmlTools): string {
  const main = document.mainPart;
  const whole = document.tree(main)?.documentElement;
  if (!whole) throw new Error("The document has no main part.");
  const root = whole.cloneNode(false) as Element;
  const body = wordChild(whole, "body")?.cloneNode(false) as Element;
  root.appendChild(body);
  for (const block of blocks) body.appendChild(block.cloneNode(true));
  const section = wordChild(wordChild(whole, "body"), "sectPr");
  if (section) {
    const copy = section.cloneNode(true) as Element;
    for (const name of ["headerReference", "footerReference"])
      for (const reference of wordDescendants(copy, name)) detach(reference);
    body.appendChild(copy);
  }
  const text = xml.serialize(root);
  const used = new Set(
    Array.from(body.getElementsByTagName("*")).flatMap((element) =>
      ["id", "embed", "link"].map((name) => element.getAttributeNS(officeRelationshipsNamespace, name) ?? ""),
    ),
  );
  const kept = document
    .relationships(main)
    .filter(
      (one) =>
        used.has(one.id) || travelling.some((name) => one.type === `${officeRelationshipsNamespace}/${name}`),
    );
  const relations = kept
    .map(
      (one) =>
        `<Relationship Id="${one.id}" Type="${one.type}" Target="${one.target.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/"/g, "&quot;")}"${one.external ? ' TargetMode="External"' : ""}/>`,
    )
    .join("");
  const parts = kept.filter((one) => !one.external).map((one) => resolveTarget(main, one.target));
  return flatPackage([
    relationsPart(
      "_rels/.rels",
      `<Relationship Id="rId1" Type="${relationshipTypes.document}" Target="${main}"/>`,
    ),
    relationsPart(relationshipsPart(main), relations),
    document.flatPart(main, text),
    ...parts.filter((name) => document.has(name)).map((name) => flatOne(document, name)),
  ]);
}

function relationsPart(name: string, relations: string): string {
  return `<pkg:part pkg:name="/${name}" pkg:contentType="application/vnd.openxmlformats-package.relationships+xml"><pkg:xmlData><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relations}</Relationships></pkg:xmlData></pkg:part>`;
}

function flatOne(document: WordPackage, name: string): string {
  if (name.endsWith(".xml")) return document.flatPart(name);
  const bytes = document.bytes(name) ?? new Uint8Array();
  let binary = "";
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return `<pkg:part xmlns:pkg="${flatPackageNamespace}" pkg:name="/${name}" pkg:contentType="${document.contentType(name) ?? "application/octet-stream"}"><pkg:binaryData>${btoa(binary)}</pkg:binaryData></pkg:part>`;
}
