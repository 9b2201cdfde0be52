import {
  type DocumentMap,
  documentMapNamespace,
  type MappedControl,
  parseDocumentMap,
  renderDocumentMap,
} from "../../shared/contracts/document-map.ts";
import { type InWord, runInWord, type Sync } from "./run-in-word.ts";

/** What ties the open document to its report. */
export interface DocumentLink {
  /** The map that the document carries; null when it carries none. */
  readonly map: DocumentMap | null;
  /** Tags of the content controls that are in the document, in its order. */
  readonly tags: readonly string[];
}

/**
 * Reads the document's map and the tags that are really there. Two syncs; one when there is no map.
 * @throws {UnreadableDocumentMap} when the map is damaged.
 */
export function readDocumentMap(): Promise<InWord<DocumentLink>> {
  return runInWord(async (context, sync) => {
    const parts = queueParts(context);
    const controls = context.document.contentControls;
    controls.load("items/tag");
    await sync();
    const [part] = parts.items;
    const tags = controls.items.map((control) => control.tag);
    if (!part) return { map: null, tags };
    const xml = part.getXml();
    await sync();
    return { map: parseDocumentMap(xml.value), tags };
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

/** Reads the map of the parts found, in one sync; none when there are none. */
export async function readMap(parts: readonly Word.CustomXmlPart[], sync: Sync): Promise<DocumentMap | null> {
  const [part] = parts;
  if (!part) return null;
  const xml = part.getXml();
  await sync();
  return parseDocumentMap(xml.value);
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
