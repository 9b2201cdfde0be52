import type { Document, Element } from "@xmldom/xmldom";
import { strFromU8 } from "fflate";
import {
  childElements,
  childNamed,
  elements,
  parseXml,
  partAt,
  printXml,
  relationshipsOf,
  relationshipsPart,
  unpack,
  wordAttribute,
} from "../read/word-package.ts";
import { xmlDeclaration } from "../write/word-xml.ts";
import { zipPackage } from "../write/zip-package.ts";

/** Says that a document still has tracked changes: what the public would read is not decided. */
export class NotReadyToPublish extends Error {
  override readonly name = "NotReadyToPublish";
}

/** Parts that carry keys, versions, remarks or people, by the last word of the relationship that leads to them. */
const privateParts = new Set([
  "customXml",
  "comments",
  "commentsExtended",
  "commentsIds",
  "commentsExtensible",
  "people",
  "glossaryDocument",
  "custom-properties",
  "extended-properties",
  "thumbnail",
  "classificationlabels",
  "attachedTemplate",
  "printerSettings",
  "keyMapCustomizations",
]);

const privateSettings = new Set(["rsids", "docVars", "attachedTemplate", "mailMerge", "trackRevisions"]);

/** Properties that say what the document is; those about people, tools and times go. */
const publicProperties = new Set(["title", "subject", "language"]);

const trackedChanges = new Map([
  ["ins", "insertion"],
  ["del", "deletion"],
  ["moveFrom", "move"],
  ["cellIns", "inserted cell"],
  ["cellDel", "deleted cell"],
  ["cellMerge", "merged cell"],
  ["numberingChange", "change of numbering"],
]);

/**
 * A copy of a report for the public: without the document map and other custom XML, content controls (their words
 * stay), hidden bookmarks, comments, and properties about people.
 * @throws {NotReadyToPublish} when tracked changes are left, naming them.
 * @throws {UnreadableWordFile} when the bytes are no Word document.
 */
export function publishCopy(bytes: Uint8Array): Uint8Array {
  const files = new Map<string, string | Uint8Array>(unpack(bytes));
  const tree = (name: string): Document | undefined => {
    const content = files.get(name);
    if (content === undefined) return undefined;
    return parseXml(typeof content === "string" ? content : strFromU8(content), name);
  };
  const put = (name: string, document: Document) =>
    files.set(name, xmlDeclaration + printXml(document.documentElement as Element));

  const story = [...files.keys()].filter((name) => /^word\/[^/]+\.xml$/.test(name));
  const documents = new Map(story.map((name) => [name, tree(name) as Document]));
  refuseTrackedChanges([...documents.values()]);
  for (const [name, document] of documents) {
    withoutControls(document);
    withoutHiddenBookmarks(document);
    withoutComments(document);
    const root = document.documentElement as Element;
    if (root.localName === "settings")
      removeWhere(root, (child) => privateSettings.has(child.localName ?? ""));
    put(name, document);
  }
  for (const name of [...files.keys()].filter((each) => each.endsWith(".rels"))) {
    const relations = tree(name) as Document;
    removeWhere(relations.documentElement as Element, (relation) =>
      privateParts.has((relation.getAttribute("Type") ?? "").replace(/^.*\//, "")),
    );
    put(name, relations);
  }
  const reached = reachable(tree);
  for (const name of files.keys()) if (!reached.has(name)) files.delete(name);

  for (const name of files.keys()) {
    const root = name.endsWith(".xml") ? tree(name)?.documentElement : undefined;
    if (root?.localName !== "coreProperties") continue;
    removeWhere(root, (child) => !publicProperties.has(child.localName ?? ""));
    files.set(name, xmlDeclaration + printXml(root));
  }
  const types = tree("[Content_Types].xml");
  if (types) {
    removeWhere(types.documentElement as Element, (entry) => {
      const part = entry.getAttribute("PartName");
      return part !== null && !files.has(part.replace(/^\//, ""));
    });
    put("[Content_Types].xml", types);
  }
  return zipPackage(files);
}

function refuseTrackedChanges(documents: readonly Document[]): void {
  const found: string[] = [];
  for (const document of documents) {
    for (const element of [...document.getElementsByTagNameNS("*", "*")]) {
      const name = element.localName ?? "";
      const kind = trackedChanges.get(name) ?? (/^\w+PrChange$/.test(name) ? "change of look" : undefined);
      if (kind === undefined || wordAttribute(element, "id") === undefined) continue;
      const words = [...elements(element, "t"), ...elements(element, "delText")]
        .map((text) => text.textContent ?? "")
        .join("")
        .trim();
      const author = wordAttribute(element, "author");
      const what = words === "" ? kind : `${kind} “${words.length > 30 ? `${words.slice(0, 30)}…` : words}”`;
      found.push(author ? `${what} by ${author}` : what);
    }
  }
  if (found.length === 0) return;
  const named = found.slice(0, 5).join("; ");
  const more = found.length > 5 ? `; and ${found.length - 5} more` : "";
  throw new NotReadyToPublish(
    `This document has ${found.length === 1 ? "a tracked change" : `${found.length} tracked changes`}: ${named}${more}. Accept or reject them in Word, then publish again.`,
  );
}

/** Innermost first, so that what a control holds has lost its own controls when it is lifted out. */
function withoutControls(document: Document): void {
  for (const control of elements(document, "sdt").reverse()) {
    const content = childNamed(control, "sdtContent");
    const parent = control.parentNode;
    while (content?.firstChild) parent?.insertBefore(content.firstChild, control);
    parent?.removeChild(control);
  }
}

/** Bookmarks of Word’s own contents and cross-references stay: links inside the document lead to them. */
function withoutHiddenBookmarks(document: Document): void {
  const hidden = elements(document, "bookmarkStart").filter((start) =>
    /^_(?!Toc|Ref)/.test(wordAttribute(start, "name") ?? ""),
  );
  const ids = new Set(hidden.map((start) => wordAttribute(start, "id")));
  const ends = elements(document, "bookmarkEnd").filter((end) => ids.has(wordAttribute(end, "id")));
  for (const mark of [...hidden, ...ends]) mark.parentNode?.removeChild(mark);
}

function withoutComments(document: Document): void {
  for (const name of ["commentRangeStart", "commentRangeEnd"]) {
    for (const mark of elements(document, name)) mark.parentNode?.removeChild(mark);
  }
  for (const reference of elements(document, "commentReference")) {
    const run = reference.parentNode;
    run?.removeChild(reference);
    if (run && childElements(run as Element).every((child) => child.localName === "rPr"))
      run.parentNode?.removeChild(run);
  }
}

function removeWhere(parent: Element, unwanted: (child: Element) => boolean): void {
  for (const child of childElements(parent)) if (unwanted(child)) parent.removeChild(child);
}

/** Every part that relationships lead to, with the parts that hold them. */
function reachable(tree: (name: string) => Document | undefined): ReadonlySet<string> {
  const reached = new Set(["[Content_Types].xml"]);
  const visit = (part: string) => {
    const relations = relationshipsPart(part);
    const document = tree(relations);
    if (!document) return;
    reached.add(relations);
    for (const { target, external } of relationshipsOf(document)) {
      const name = partAt(part, target);
      if (external || reached.has(name)) continue;
      reached.add(name);
      visit(name);
    }
  };
  visit("");
  return reached;
}
