import { controlsOf, makeControlIdsUnique, setControlProperty } from "./content-controls.ts";
import { copyNumbering } from "./numbering.ts";
import {
  contentTypes,
  officeRelationshipsNamespace,
  relationshipTypes,
  wordNamespace,
} from "./open-xml-names.ts";
import { copyMissingStyles, numberedStyles, renameStyles, Styles } from "./styles.ts";
import { resolveTarget, type WordPackage } from "./word-package.ts";
import {
  childElements,
  detach,
  isWord,
  setWordAttribute,
  wordAttribute,
  wordChild,
  wordDescendants,
} from "./xml.ts";

/** Faults that Word has been seen to have, switched on to see what the pane makes of them. */
export interface Faults {
  /** Office-js 2752: tags and titles of inserted content controls are lost. */
  readonly dropTags?: boolean;
  /** The content control itself is lost; its words stay. */
  readonly dropControls?: boolean;
  /** Office-js 3222: the last inserted paragraph takes the style of the paragraph it meets. */
  readonly loseLastStyle?: boolean;
}

/**
 * Puts the body of another document into `container` before `before`: its blocks come over, with the styles
 * that are missing, its lists under numbers of their own, its links and pictures. Its headers, footers,
 * section properties, settings and custom XML parts stay behind.
 * @returns the nodes that were inserted, in order.
 */
export function insertFile(
  document: WordPackage,
  fragment: WordPackage,
  container: Element,
  before: Node | null,
  faults: Faults = {},
): Element[] {
  const body = wordChild(fragment.tree(fragment.mainPart)?.documentElement, "body");
  if (!body) return [];
  const content = body.cloneNode(true) as Element;
  for (const section of wordDescendants(content, "sectPr")) detach(section);
  mergeStylesAndNumbering(document, fragment, content);
  copyLinks(document, fragment, content);
  const inserted: Element[] = [];
  for (const block of childElements(content)) {
    const copy = container.ownerDocument.importNode(block, true);
    container.insertBefore(copy, before);
    inserted.push(copy);
  }
  const controls = inserted.flatMap((block) => [
    ...(isWord(block, "sdt") ? [block] : []),
    ...controlsOf(block),
  ]);
  const whole = container.ownerDocument.documentElement;
  makeControlIdsUnique(whole, controls);
  makeBookmarkIdsUnique(whole, inserted);
  return applyFaults(inserted, controls, faults);
}

function mergeStylesAndNumbering(document: WordPackage, fragment: WordPackage, content: Element): void {
  const theirStyles = stylesOf(fragment);
  const ourStyles = stylesOf(document);
  const before = new Set(ourStyles ? numberedStyles(ourStyles) : []);
  if (theirStyles && ourStyles) renameStyles(content, copyMissingStyles(content, theirStyles, ourStyles));
  const theirs = partTree(fragment, relationshipTypes.numbering);
  if (!theirs) return;
  const references = [
    ...wordDescendants(content, "numId"),
    ...(ourStyles ? numberedStyles(ourStyles).filter((one) => !before.has(one)) : []),
  ];
  const used = new Set(references.map((one) => wordAttribute(one) ?? "0").filter((id) => id !== "0"));
  if (used.size === 0) return;
  const numbers = copyNumbering(theirs, ensureNumbering(document), used);
  for (const reference of references) {
    const number = numbers.get(wordAttribute(reference) ?? "");
    if (number) setWordAttribute(reference, number);
  }
}

function stylesOf(pack: WordPackage): Styles | undefined {
  const root = partTree(pack, relationshipTypes.styles);
  return root && new Styles(root);
}

function partTree(pack: WordPackage, type: string): Element | undefined {
  const part = pack.related(pack.mainPart, type);
  return part === undefined ? undefined : pack.tree(part)?.documentElement;
}

function ensureNumbering(pack: WordPackage): Element {
  const existing = partTree(pack, relationshipTypes.numbering);
  if (existing) return existing;
  pack.put("word/numbering.xml", `<w:numbering xmlns:w="${wordNamespace}"/>`, contentTypes.numbering);
  pack.relate(pack.mainPart, relationshipTypes.numbering, "numbering.xml");
  const made = partTree(pack, relationshipTypes.numbering);
  if (!made) throw new Error("The numbering part that was just made cannot be found.");
  return made;
}

/** Relationships that content refers to by `r:id` or `r:embed`: links and pictures, under new ids. */
function copyLinks(document: WordPackage, fragment: WordPackage, content: Element): void {
  const theirs = new Map(fragment.relationships(fragment.mainPart).map((one) => [one.id, one]));
  const renamed = new Map<string, string>();
  for (const element of Array.from(content.getElementsByTagName("*"))) {
    for (const attribute of ["id", "embed", "link"]) {
      const id = element.getAttributeNS(officeRelationshipsNamespace, attribute);
      const relationship = id ? theirs.get(id) : undefined;
      if (!id || !relationship) continue;
      if (!renamed.has(id)) {
        const target = relationship.external
          ? relationship.target
          : copyPart(document, fragment, resolveTarget(fragment.mainPart, relationship.target));
        renamed.set(id, document.relate(document.mainPart, relationship.type, target, relationship.external));
      }
      element.setAttributeNS(officeRelationshipsNamespace, `r:${attribute}`, renamed.get(id) ?? id);
    }
  }
}

function copyPart(document: WordPackage, fragment: WordPackage, name: string): string {
  const dot = name.lastIndexOf(".");
  let free = name;
  for (let number = 1; document.has(free); number++)
    free = `${name.slice(0, dot)}-${number}${name.slice(dot)}`;
  document.put(free, fragment.bytes(name) ?? new Uint8Array(), fragment.contentType(name));
  return `/${free}`;
}

/** Bookmark ids are unique in a document; a name that is taken already stays with the first. */
export function makeBookmarkIdsUnique(whole: Element, inserted: readonly Element[]): void {
  const added = new Set(inserted.flatMap((block) => wordDescendants(block, "bookmarkStart")));
  const others = wordDescendants(whole, "bookmarkStart").filter((one) => !added.has(one));
  const names = new Set(others.map((one) => wordAttribute(one, "name")));
  let next = Math.max(0, ...others.map((one) => Number(wordAttribute(one, "id") ?? 0))) + 1;
  // Paired before any is renumbered: a new id may be another's old one.
  const ends = new Map(
    inserted
      .flatMap((block) => wordDescendants(block, "bookmarkEnd"))
      .map((end) => [wordAttribute(end, "id"), end]),
  );
  const pairs = [...added].map((start) => ({ start, end: ends.get(wordAttribute(start, "id")) }));
  for (const { start, end } of pairs) {
    if (names.has(wordAttribute(start, "name"))) {
      detach(start);
      if (end) detach(end);
      continue;
    }
    setWordAttribute(start, String(next), "id");
    if (end) setWordAttribute(end, String(next), "id");
    next++;
  }
}

function applyFaults(inserted: Element[], controls: readonly Element[], faults: Faults): Element[] {
  if (faults.dropTags) {
    for (const control of controls) {
      setControlProperty(control, "tag", "");
      setControlProperty(control, "alias", "");
    }
  }
  if (faults.loseLastStyle) {
    const last = inserted
      .flatMap((block) => (isWord(block, "p") ? [block] : wordDescendants(block, "p")))
      .at(-1);
    const style = wordChild(wordChild(last, "pPr"), "pStyle");
    if (style) detach(style);
  }
  if (!faults.dropControls) return inserted;
  return inserted.flatMap((block) => (isWord(block, "sdt") ? unwrapControl(block) : [block]));
}

/** Takes a content control away and leaves its content where it was. @returns the content. */
export function unwrapControl(control: Element): Element[] {
  const parent = control.parentNode;
  const content = childElements(wordChild(control, "sdtContent") ?? control);
  for (const child of content) parent?.insertBefore(child, control);
  detach(control);
  return content;
}
