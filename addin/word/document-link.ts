import {
  type DocumentMap,
  documentMapNamespace,
  type MappedControl,
  parseDocumentMap,
  renderDocumentMap,
} from "../../shared/contracts/document-map.ts";
import { type InWord, runInWord } from "./run-in-word.ts";

/** What ties the open document to its report. */
export interface DocumentLink {
  /** The map that the document carries; null when it carries none. */
  readonly map: DocumentMap | null;
  /** Tags of the content controls that are in the document, in its order. */
  readonly tags: readonly string[];
  /** Controls that carry a part's tag but are not the part: to become plain text. */
  readonly copies: readonly ControlCopy[];
}

/** A content control that came from copying, splitting or pasting a part of the report. */
export interface ControlCopy {
  /** Word's own number of the control. */
  readonly id: number;
  readonly title: string;
  /** Whether it stands inside another section, rather than being there twice. */
  readonly nested: boolean;
}

/** What stands before anything is known of the document. */
export const emptyLink: DocumentLink = { map: null, tags: [], copies: [] };

/**
 * Reads the document's map and the tags that are really there. Two syncs; one when there is no map.
 * @throws {UnreadableDocumentMap} when the map is damaged.
 */
export function readDocumentMap(): Promise<InWord<DocumentLink>> {
  return runInWord(async (context, sync) => {
    const parts = queueParts(context);
    const controls = context.document.contentControls;
    controls.load("items/id,items/tag,items/title");
    await sync();
    const [part] = parts.items;
    const tags = controls.items.map((control) => control.tag);
    if (!part) return { map: null, tags, copies: [] };
    const xml = part.getXml();
    const inside = controls.items.map((control) => {
      const { contentControls } = control;
      contentControls.load("items/id,items/tag");
      return { control, contentControls };
    });
    await sync();
    const map = parseDocumentMap(xml.value);
    const nested = new Set(
      inside
        .flatMap(({ control, contentControls }) =>
          kindOf(map, control.tag) === "section"
            ? contentControls.items.filter(
                (one) => one.id !== control.id && kindOf(map, one.tag) === "section",
              )
            : [],
        )
        .map(({ id }) => id),
    );
    return { map, tags, copies: copiesAmong(controls.items, map, nested) };
  });
}

function kindOf(map: DocumentMap, tag: string): MappedControl["kind"] | undefined {
  return map.controls.find((control) => control.tag === tag)?.kind;
}

/** The first control with a tag is the part; the others, and sections inside sections, are copies. */
function copiesAmong(
  controls: readonly Word.ContentControl[],
  map: DocumentMap,
  nested: ReadonlySet<number>,
): ControlCopy[] {
  const copies: ControlCopy[] = [];
  const seen = new Set<string>();
  for (const { id, tag, title } of controls) {
    if (kindOf(map, tag) === undefined) continue;
    if (nested.has(id)) copies.push({ id, title, nested: true });
    else if (seen.has(tag)) copies.push({ id, title, nested: false });
    else seen.add(tag);
  }
  return copies;
}

/**
 * Makes copies plain text: their words stay, their link to the record goes. One sync.
 * @returns the link without them.
 */
export function releaseCopies(link: DocumentLink): Promise<InWord<DocumentLink>> {
  return runInWord(async (context, sync) => {
    for (const { id } of link.copies) context.document.contentControls.getById(id).delete(true);
    const controls = context.document.contentControls;
    controls.load("items/tag");
    await sync();
    return { map: link.map, tags: controls.items.map((control) => control.tag), copies: [] };
  });
}

/** Writes the document's map in place of the one it carries. Two syncs. */
export function writeDocumentMap(map: DocumentMap): Promise<InWord<void>> {
  return runInWord(async (context, sync) => {
    const parts = queueParts(context);
    await sync();
    queueMap(context, parts.items, map);
    await sync();
  });
}

/** Queues finding the parts of our namespace. */
export function queueParts(context: Word.RequestContext): Word.CustomXmlPartScopedCollection {
  const parts = context.document.customXmlParts.getByNamespace(documentMapNamespace);
  parts.load("items/id");
  return parts;
}

/** Queues writing the map: into the first part there is, taking any others away. */
export function queueMap(
  context: Word.RequestContext,
  parts: readonly Word.CustomXmlPart[],
  map: DocumentMap,
): void {
  const [part, ...others] = parts;
  if (part) part.setXml(renderDocumentMap(map));
  else context.document.customXmlParts.add(renderDocumentMap(map));
  for (const other of others) other.delete();
}

/** The map with those controls in it: new ones after the old, one for each part of the record. */
export function withControls(
  map: DocumentMap | null,
  reportKey: string,
  added: readonly MappedControl[],
): DocumentMap {
  const isAdded = (control: MappedControl): boolean =>
    added.some((one) => one.tag === control.tag || (one.kind === control.kind && one.key === control.key));
  const kept = map?.reportKey === reportKey ? map.controls.filter((control) => !isAdded(control)) : [];
  const plain = added.map(({ tag, kind, key, version, hash, base }) => ({
    tag,
    kind,
    key,
    version,
    hash,
    base,
  }));
  return { reportKey, controls: [...kept, ...plain] };
}
