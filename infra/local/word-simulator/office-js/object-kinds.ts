/**
 * The objects of Word that the simulator knows: members of WordApi 1.1 to 1.5 that the product may use.
 * Anything else is refused, so that nothing newer slips in.
 */
export interface ObjectKind {
  /** Values that must be loaded before they are read. */
  readonly scalars: readonly string[];
  readonly writable: readonly string[];
  /** Properties that are objects. */
  readonly objects: Readonly<Record<string, KindName>>;
  /** Methods that give an object. */
  readonly reaching: Readonly<Record<string, KindName>>;
  /** Methods that give a value after the next sync, or nothing. */
  readonly calls: readonly string[];
  /** For collections: the kind of their items. */
  readonly items?: KindName;
}

export type KindName =
  | "Document"
  | "Body"
  | "ContentControl"
  | "ContentControlCollection"
  | "Range"
  | "Paragraph"
  | "ParagraphCollection"
  | "CustomXmlPart"
  | "CustomXmlPartCollection"
  | "CustomXmlPartScopedCollection";

const none: ObjectKind = { scalars: [], writable: [], objects: {}, reaching: {}, calls: [] };

export const objectKinds: Readonly<Record<KindName, ObjectKind>> = {
  Document: {
    ...none,
    objects: {
      body: "Body",
      contentControls: "ContentControlCollection",
      customXmlParts: "CustomXmlPartCollection",
    },
    reaching: { getSelection: "Range", getBookmarkRange: "Range", getBookmarkRangeOrNullObject: "Range" },
    calls: ["deleteBookmark"],
  },
  Body: {
    ...none,
    scalars: ["text"],
    objects: { contentControls: "ContentControlCollection", paragraphs: "ParagraphCollection" },
    reaching: { insertFileFromBase64: "Range", getRange: "Range" },
    calls: ["getOoxml", "clear", "select"],
  },
  ContentControl: {
    ...none,
    scalars: ["id", "tag", "title", "text", "cannotDelete", "cannotEdit"],
    writable: ["tag", "title", "cannotDelete", "cannotEdit"],
    objects: { contentControls: "ContentControlCollection", paragraphs: "ParagraphCollection" },
    reaching: { getRange: "Range", insertFileFromBase64: "Range" },
    calls: ["getOoxml", "delete", "select", "clear"],
  },
  ContentControlCollection: {
    ...none,
    items: "ContentControl",
    reaching: {
      getByTag: "ContentControlCollection",
      getByTitle: "ContentControlCollection",
      getById: "ContentControl",
      getByIdOrNullObject: "ContentControl",
      getFirst: "ContentControl",
      getFirstOrNullObject: "ContentControl",
    },
  },
  Range: {
    ...none,
    scalars: ["text", "isEmpty"],
    objects: { contentControls: "ContentControlCollection", paragraphs: "ParagraphCollection" },
    reaching: {
      insertFileFromBase64: "Range",
      getRange: "Range",
      expandTo: "Range",
      insertContentControl: "ContentControl",
    },
    calls: ["getOoxml", "select", "delete", "clear", "insertBookmark"],
  },
  Paragraph: {
    ...none,
    scalars: ["text", "style"],
    reaching: { getRange: "Range", insertContentControl: "ContentControl" },
    calls: ["getOoxml", "select"],
  },
  ParagraphCollection: {
    ...none,
    items: "Paragraph",
    reaching: { getFirst: "Paragraph", getFirstOrNullObject: "Paragraph", getLast: "Paragraph" },
  },
  CustomXmlPart: { ...none, scalars: ["id", "namespaceUri"], calls: ["getXml", "setXml", "delete"] },
  CustomXmlPartCollection: {
    ...none,
    items: "CustomXmlPart",
    reaching: {
      add: "CustomXmlPart",
      getByNamespace: "CustomXmlPartScopedCollection",
      getItem: "CustomXmlPart",
      getItemOrNullObject: "CustomXmlPart",
    },
    calls: ["getCount"],
  },
  CustomXmlPartScopedCollection: {
    ...none,
    items: "CustomXmlPart",
    reaching: { getOnlyItem: "CustomXmlPart", getOnlyItemOrNullObject: "CustomXmlPart" },
    calls: ["getCount"],
  },
};
