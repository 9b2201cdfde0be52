/**
 * The map that travels inside a report document as a custom XML part: which content control is which
 * section or table of the record, and what each held when it was put there. With it a document e-mailed to a
 * colleague still knows what it came from. Publishing strips it.
 *
 * Spelling: one element of {@link documentMapNamespace} whose text is the map as JSON, because Word may
 * rewrite XML (declaration, quotes, entities) but never changes an element's text.
 */
export interface DocumentMap {
  readonly reportKey: string;
  readonly controls: readonly MappedControl[];
}

export interface MappedControl {
  /** The content control's tag in Word: a short id, at most 64 characters, unique in the document. */
  readonly tag: string;
  readonly kind: "section" | "table";
  /** Key of the section or table in the record. */
  readonly key: string;
  /** Version of the record's row that was inserted (its ETag). */
  readonly version: string;
  /** SHA-256 of `base`, hexadecimal. */
  readonly hash: string;
  /** The HTML that was inserted: the base of a later merge. */
  readonly base: string;
}

/** Word takes names of bookmarks up to this length, in characters. */
const bookmarkLimit = 40;

/**
 * Name of the hidden bookmark around a part: the second anchor, for when Word or another program has dropped its
 * content control. Names that begin with `_` are not shown to people.
 */
export function anchorName(tag: string): string {
  return `_${tag.replace(/[^A-Za-z0-9_]/g, "_")}`.slice(0, bookmarkLimit);
}

export const documentMapNamespace = "urn:clear-days:document-map:1";

/** The custom XML part of a map. */
export function renderDocumentMap(map: DocumentMap): string {
  const json = JSON.stringify(map).replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
  return `<documentMap xmlns="${documentMapNamespace}">${json}</documentMap>`;
}

/** Says that a custom XML part of our namespace does not hold a map. */
export class UnreadableDocumentMap extends Error {
  override readonly name = "UnreadableDocumentMap";
  constructor(cause: unknown) {
    super(
      "This document’s link to its report cannot be read. Open the report from the list to link it again.",
      { cause },
    );
  }
}

/**
 * Reads a map from the XML of its part, as Word or any other program gives it back.
 * @throws {UnreadableDocumentMap} when it holds no map.
 */
export function parseDocumentMap(xml: string): DocumentMap {
  const text = /<(?:\w+:)?documentMap\b[^>]*>([\s\S]*?)<\/(?:\w+:)?documentMap>/.exec(xml)?.[1];
  try {
    const value: unknown = JSON.parse(unescapeXml(text ?? ""));
    if (!isDocumentMap(value)) throw new TypeError("not a document map");
    return value;
  } catch (error) {
    throw new UnreadableDocumentMap(error);
  }
}

function isDocumentMap(value: unknown): value is DocumentMap {
  if (typeof value !== "object" || value === null) return false;
  const map = value as Partial<DocumentMap>;
  return (
    typeof map.reportKey === "string" &&
    Array.isArray(map.controls) &&
    map.controls.every(
      (control: Partial<MappedControl>) =>
        typeof control.tag === "string" &&
        (control.kind === "section" || control.kind === "table") &&
        typeof control.key === "string" &&
        typeof control.version === "string" &&
        typeof control.hash === "string" &&
        typeof control.base === "string",
    )
  );
}

const entities: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

function unescapeXml(text: string): string {
  return text.replace(/&(?:#x([0-9a-fA-F]+)|#(\d+)|(amp|lt|gt|quot|apos));/g, (_, hex, decimal, name) =>
    name
      ? (entities[name] ?? "")
      : String.fromCodePoint(hex ? Number.parseInt(hex, 16) : Number.parseInt(decimal, 10)),
  );
}
