import type { Element } from "@xmldom/xmldom";
import { type DocumentMap, documentMapNamespace, parseDocumentMap } from "../../contracts/document-map.ts";
import type { OutsideNote } from "../../contracts/task-pane-api.ts";
import { ParagraphRuns } from "./paragraph-runs.ts";
import { bodyOf, contentOf, controlsIn, type ReadSection, readBlocks, tagOf } from "./read-section.ts";
import { ReadingNotes } from "./reading-notes.ts";
import { childElements, openDocx, printXml, UnreadableWordFile, type WordPackage } from "./word-package.ts";

/** A section of the record as a document holds it. */
export interface DocumentSection extends ReadSection {
  readonly key: string;
  readonly tag: string;
}

/** A whole report as its document holds it. */
export interface ReadReport {
  readonly map: DocumentMap;
  /** In the order of the map. */
  readonly sections: readonly DocumentSection[];
  /** Keys of sections and tables in the map whose content control is not in the document. */
  readonly missing: readonly string[];
  /** Keys whose control stands in the document more than once: the first was read. */
  readonly copied: readonly string[];
  /** Words below the first section that belong to none. */
  readonly outside: readonly OutsideNote[];
}

/**
 * Reads a whole report back, section by section, by the tags of its content controls. Numbers of lists count from
 * the beginning of each section.
 * @param map the document’s map where it is known; else the one inside the document.
 * @throws {UnreadableWordFile} when the bytes are no Word document, or hold no map and none was given.
 * @throws {UnreadableDocumentMap} when the map inside cannot be read.
 */
export function readReportDocument(bytes: Uint8Array, map?: DocumentMap): ReadReport {
  const word = openDocx(bytes);
  const known = map ?? readDocumentMap(word);
  if (!known) throw new UnreadableWordFile("it is not linked to a report.");
  const body = bodyOf(word);
  const byTag = new Map<string, Element[]>();
  for (const control of controlsIn(body)) {
    const tag = tagOf(control);
    if (tag !== undefined) byTag.set(tag, [...(byTag.get(tag) ?? []), control]);
  }
  const tables = new Map(
    known.controls.filter(({ kind }) => kind === "table").map(({ tag, key }) => [tag, key]),
  );
  const sections = known.controls.flatMap(({ kind, tag, key }): DocumentSection[] => {
    const control = kind === "section" ? byTag.get(tag)?.[0] : undefined;
    return control ? [{ key, tag, ...readBlocks(word, contentOf(control), tables) }] : [];
  });
  const keysWith = (enough: (count: number) => boolean) =>
    known.controls.filter(({ tag }) => enough(byTag.get(tag)?.length ?? 0)).map(({ key }) => key);
  return {
    map: known,
    sections,
    missing: keysWith((count) => count === 0),
    copied: keysWith((count) => count > 1),
    outside: wordsOutside(body, new Set(known.controls.map(({ tag }) => tag))),
  };
}

/** The map inside a document; null when it has none. */
export function readDocumentMap(word: WordPackage): DocumentMap | null {
  for (const [name, part] of word) {
    const root = part.documentElement;
    if (/^customXml\/[^/]+\.xml$/.test(name) && root?.namespaceURI === documentMapNamespace)
      return parseDocumentMap(printXml(root));
  }
  return null;
}

function wordsOutside(body: Element, tags: ReadonlySet<string>): readonly OutsideNote[] {
  const notes = new ReadingNotes();
  const isMapped = (element: Element) => element.localName === "sdt" && tags.has(tagOf(element) ?? "");
  let begun = false;
  for (const element of childElements(body)) {
    if (isMapped(element)) begun = true;
    else if (begun && !controlsIn(element).some(isMapped)) {
      const words = ParagraphRuns.wordsOf(element);
      if (words.trim() === "") continue;
      notes.moveTo(words);
      notes.add("words outside every section");
    }
  }
  return notes.notes;
}
