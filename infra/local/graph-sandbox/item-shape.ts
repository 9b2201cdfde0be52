import { type Column, fieldNameOf } from "./columns.ts";
import { badRequest } from "./graph-error.ts";
import {
  columnsByFieldName,
  type Fields,
  type Item,
  type ItemVersion,
  tagOf,
  versionLabel,
} from "./items.ts";
import { type JsonObject, withoutAbsent } from "./json.ts";
import type { List } from "./lists.ts";
import type { Expansion } from "./query-options.ts";
import type { Site } from "./site.ts";

/** The content type of every list item. */
const ITEM_CONTENT_TYPE = "0x0100";

/** The members that every item's fields have without anybody writing them. */
const SYSTEM_FIELDS = [
  "id",
  "ContentType",
  "Modified",
  "Created",
  "AuthorLookupId",
  "EditorLookupId",
  "_UIVersionString",
  "Attachments",
  "Edit",
  "LinkTitleNoMenu",
  "LinkTitle",
  "ItemChildCount",
  "FolderChildCount",
  "_ComplianceFlags",
  "_ComplianceTag",
  "_ComplianceTagWrittenTime",
  "_ComplianceTagUserId",
];

const MEMBERS = [
  "@odata.etag",
  "id",
  "createdDateTime",
  "lastModifiedDateTime",
  "eTag",
  "webUrl",
  "createdBy",
  "lastModifiedBy",
  "parentReference",
  "contentType",
];

/** How much of an item a request wants to see. */
export interface ItemView {
  readonly select: readonly string[] | undefined;
  /** The fields to show: a choice of names, "all" of them, or none. */
  readonly fields: readonly string[] | "all" | "none";
}

/**
 * Reads `$select` and `$expand` for items.
 *
 * @throws GraphError 400 when a field's name is not the column's own, letter for letter.
 */
export function itemView(
  list: List,
  options: { select: readonly string[] | undefined; expand: readonly Expansion[] },
  site: Site,
  withoutExpand: ItemView["fields"],
): ItemView {
  const unknown = options.select?.find((name) => !MEMBERS.includes(name) && name !== "fields");
  if (unknown) throw badRequest(`A list item has no property ${unknown}.`);
  const other = options.expand.find((expansion) => expansion.name !== "fields");
  if (other) throw badRequest(`$expand=${other.name} is not supported for list items here; ask for fields.`);
  const [expansion] = options.expand;
  if (!expansion) return { select: options.select, fields: withoutExpand };
  if (expansion.select) checkFieldNames(expansion.select, site.lists.columns(list));
  return { select: options.select, fields: expansion.select ?? "all" };
}

function checkFieldNames(names: readonly string[], columns: readonly Column[]): void {
  const known = columnsByFieldName(columns);
  for (const name of names) {
    if (known.has(name) || SYSTEM_FIELDS.includes(name)) continue;
    const column = columns.find((one) => one.name === name);
    if (column && fieldNameOf(column) !== name) continue;
    throw badRequest(`Field '${name}' is not recognized.`);
  }
}

/** A listItem. */
export function itemBody(list: List, item: Item, view: ItemView, site: Site): JsonObject {
  const whole: JsonObject = {
    "@odata.etag": tagOf(item),
    createdDateTime: item.created,
    eTag: tagOf(item),
    id: String(item.id),
    lastModifiedDateTime: item.modified,
    webUrl: `https://${site.host}${site.path}/Lists/${encodeURIComponent(list.name)}/${item.id}_.000`,
    createdBy: site.people.identitySet(item.author),
    lastModifiedBy: site.people.identitySet(item.editor),
    parentReference: { id: list.id, siteId: site.id },
    contentType: { id: ITEM_CONTENT_TYPE, name: "Item" },
  };
  const { select } = view;
  const members = select
    ? Object.fromEntries(
        Object.entries(whole).filter(([name]) => name === "@odata.etag" || select.includes(name)),
      )
    : whole;
  if (view.fields === "none") return members;
  return {
    ...members,
    "fields@odata.context": `${site.base}/$metadata#sites('${encodeURIComponent(site.id)}')/lists('${list.id}')/items('${item.id}')/fields/$entity`,
    fields: fieldsBody(item, view.fields),
  };
}

/** A fieldValueSet. Empty fields are absent, never null. */
export function fieldsBody(item: Item, show: readonly string[] | "all"): JsonObject {
  const { Title } = item.fields;
  const whole: JsonObject = withoutAbsent({
    ...item.fields,
    LinkTitleNoMenu: Title,
    LinkTitle: Title,
    id: String(item.id),
    ContentType: "Item",
    Modified: item.modified,
    Created: item.created,
    AuthorLookupId: String(item.author),
    EditorLookupId: String(item.editor),
    _UIVersionString: versionLabel(item.version),
    Attachments: false,
    Edit: "",
    ItemChildCount: "0",
    FolderChildCount: "0",
    _ComplianceFlags: "",
    _ComplianceTag: "",
    _ComplianceTagWrittenTime: "",
    _ComplianceTagUserId: "",
  });
  const shown =
    show === "all"
      ? whole
      : Object.fromEntries(show.flatMap((name) => (name in whole ? [[name, whole[name]]] : [])));
  return { "@odata.etag": tagOf(item), ...shown } as JsonObject;
}

/** A listItemVersion. */
export function versionBody(version: ItemVersion, withFields: boolean, site: Site): JsonObject {
  return {
    id: versionLabel(version.version),
    lastModifiedDateTime: version.modified,
    lastModifiedBy: site.people.identitySet(version.editor),
    ...(withFields ? { fields: version.fields as Fields } : {}),
  };
}
