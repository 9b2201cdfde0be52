import { randomUUID } from "node:crypto";
import type { SQLInputValue } from "node:sqlite";
import type { Caller } from "./access.ts";
import { type Column, fieldNameOf, type StoredValue, storedValue } from "./columns.ts";
import { matchesTag } from "./exchange.ts";
import type { Condition } from "./filter.ts";
import { badRequest, changedElsewhere, notFound } from "./graph-error.ts";
import type { JsonObject } from "./json.ts";
import type { List, Lists } from "./lists.ts";
import type { SitePeople } from "./site-people.ts";
import type { SiteZone } from "./site-time.ts";
import type { Store } from "./store.ts";

export type Fields = Readonly<Record<string, StoredValue>>;

/** An item as stored. `version` counts from 1; `change` is its place in the list's order of changes. */
export interface Item {
  readonly id: number;
  /** The GUID in its ETag. */
  readonly tag: string;
  readonly version: number;
  readonly created: string;
  readonly modified: string;
  readonly author: number;
  readonly editor: number;
  readonly fields: Fields;
  readonly change: number;
}

export interface ItemVersion {
  readonly version: number;
  readonly modified: string;
  readonly editor: number;
  readonly fields: Fields;
}

export interface DeletedItem {
  readonly id: number;
  readonly change: number;
}

/** A write: what, by whom, when, and the version the writer last saw. */
export interface Write {
  readonly caller: Caller;
  readonly at: string;
  readonly ifMatch?: string | undefined;
}

/** The items of every list. Each write is whole or not at all, makes a version, and enters the order of changes. */
export interface Items {
  /** @throws GraphError 400 for a field that will not do, or a value that must be unique and is not. */
  create(list: List, fields: JsonObject, write: Write): Item;
  /** @throws GraphError 404, 412, 400. */
  update(list: List, id: string, fields: JsonObject, write: Write): Item;
  /** @throws GraphError 404, 412. */
  remove(list: List, id: string, write: Write): void;
  /** @throws GraphError 404. */
  find(list: List, id: string): Item;
  count(list: List): number;
  /** Items after an id, in order of id. */
  after(list: List, id: number, most: number): Item[];
  /** The items with those ids, in order of id. */
  withIds(list: List, ids: readonly number[]): Item[];
  idsOfAll(list: List): number[];
  /** The ids an index gives for a comparison. `value` is as indexed (see indexedForm). */
  idsByIndex(list: List, column: Column, operator: Condition["operator"], value: string | number): number[];
  changesAfter(list: List, change: number, most: number): Item[];
  deletionsAfter(list: List, change: number, most: number): DeletedItem[];
  lastChange(list: List): number;
  versions(list: List, item: Item): ItemVersion[];
  /** @throws GraphError 404. */
  version(list: List, item: Item, label: string): ItemVersion;
  restore(list: List, item: Item, label: string, write: Write): Item;
  /** Enters the existing values of a column that has become indexed. */
  indexColumn(list: List, column: Column): void;
}

interface ItemRow extends Omit<Item, "fields"> {
  readonly fields: string;
}

const INDEX_COMPARISONS = {
  eq: "value = ?",
  lt: "value < ?",
  gt: "value > ?",
  le: "value <= ?",
  ge: "value >= ?",
  startswith: "value >= ? AND value < ? || char(1114111)",
} as const;

export function openItems(store: Store, lists: () => Lists, people: SitePeople, zone: SiteZone): Items {
  const nextItem = store.prepare<{ id: number }>(
    "UPDATE lists SET next_item = next_item + 1 WHERE id = ? RETURNING next_item - 1 AS id",
  );
  const nextChange = store.prepare<{ changes: number }>(
    "UPDATE lists SET changes = changes + 1, modified = ? WHERE id = ? RETURNING changes",
  );
  const lastChange = store.prepare<{ changes: number }>("SELECT changes FROM lists WHERE id = ?");
  const insert = store.prepare(
    `INSERT INTO items (list_id, id, tag, version, created, modified, author, editor, fields, change)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const update = store.prepare(
    "UPDATE items SET version = ?, modified = ?, editor = ?, fields = ?, change = ? WHERE list_id = ? AND id = ?",
  );
  const remove = store.prepare("DELETE FROM items WHERE list_id = ? AND id = ?");
  const bury = store.prepare("INSERT INTO deleted_items (list_id, id, change) VALUES (?, ?, ?)");
  const insertVersion = store.prepare(
    "INSERT INTO item_versions (list_id, item_id, version, modified, editor, fields) VALUES (?, ?, ?, ?, ?, ?)",
  );
  const versionRows = store.prepare<Omit<ItemVersion, "fields"> & { fields: string }>(
    "SELECT version, modified, editor, fields FROM item_versions WHERE list_id = ? AND item_id = ? ORDER BY version DESC",
  );
  const byId = store.prepare<ItemRow>("SELECT * FROM items WHERE list_id = ? AND id = ?");
  const count = store.prepare<{ items: number }>("SELECT count(*) AS items FROM items WHERE list_id = ?");
  const after = store.prepare<ItemRow>(
    "SELECT * FROM items WHERE list_id = ? AND id > ? ORDER BY id LIMIT ?",
  );
  const among = store.prepare<ItemRow>(
    "SELECT * FROM items WHERE list_id = ? AND id IN (SELECT value FROM json_each(?)) ORDER BY id",
  );
  const everyId = store.prepare<{ id: number }>("SELECT id FROM items WHERE list_id = ? ORDER BY id");
  const changed = store.prepare<ItemRow>(
    "SELECT * FROM items WHERE list_id = ? AND change > ? ORDER BY change LIMIT ?",
  );
  const deleted = store.prepare<DeletedItem>(
    "SELECT id, change FROM deleted_items WHERE list_id = ? AND change > ? ORDER BY change LIMIT ?",
  );
  const enter = store.prepare(
    "INSERT INTO indexed_values (list_id, column_name, value, item_id) VALUES (?, ?, ?, ?)",
  );
  const leave = store.prepare(
    "DELETE FROM indexed_values WHERE list_id = ? AND column_name = ? AND value = ? AND item_id = ?",
  );
  const holder = store.prepare<{ item_id: number }>(
    "SELECT item_id FROM indexed_values WHERE list_id = ? AND column_name = ? AND value = ? AND item_id <> ? LIMIT 1",
  );
  const byIndex = Object.fromEntries(
    Object.entries(INDEX_COMPARISONS).map(([operator, comparison]) => [
      operator,
      store.prepare<{ item_id: number }>(
        `SELECT item_id FROM indexed_values WHERE list_id = ? AND column_name = ? AND ${comparison} ORDER BY item_id`,
      ),
    ]),
  );

  const changeNumber = (list: List, at: string) => nextChange.one(at, list.id)?.changes ?? 0;

  /** Brings the indexes in line with the fields; refuses a value that another item of a unique column has. */
  const reindex = (list: List, id: number, before: Fields, now: Fields) => {
    for (const column of lists().columns(list)) {
      if (!column.indexed) continue;
      const old = indexedForm(before[fieldNameOf(column)]);
      const fresh = indexedForm(now[fieldNameOf(column)]);
      if (old === fresh) continue;
      if (old !== undefined) leave.run(list.id, column.name, old, id);
      if (fresh === undefined) continue;
      if (column.enforceUniqueValues && holder.one(list.id, column.name, fresh, id)) {
        throw badRequest(`The value of ${column.name} is already used by another item, and must be unique.`);
      }
      enter.run(list.id, column.name, fresh, id);
    }
  };
  const written = (list: List, before: Fields, given: JsonObject): Fields => {
    const columns = columnsByFieldName(lists().columns(list));
    const fields: Record<string, StoredValue> = { ...before };
    for (const [name, value] of Object.entries(given)) {
      if (name.includes("@odata.")) continue;
      const column = columns.get(name);
      if (!column) throw badRequest(`Field '${name}' is not recognized.`);
      const stored = storedValue(column, value, zone);
      if (stored === undefined) delete fields[name];
      else fields[name] = stored;
    }
    return fields;
  };
  const find = (list: List, id: string): Item => {
    const row = /^\d{1,15}$/.test(id) ? byId.one(list.id, Number(id)) : undefined;
    if (!row) throw notFound(`The item ${id} of “${list.displayName}”`);
    return itemOf(row);
  };
  const replace = (list: List, item: Item, fields: Fields, write: Write): Item => {
    const editor = people.numberOf(write.caller);
    const version = item.version + 1;
    const text = JSON.stringify(fields);
    const change = changeNumber(list, write.at);
    reindex(list, item.id, item.fields, fields);
    update.run(version, write.at, editor, text, change, list.id, item.id);
    insertVersion.run(list.id, item.id, version, write.at, editor, text);
    return { ...item, version, modified: write.at, editor, fields, change };
  };
  const versionOf = (list: List, item: Item, label: string): ItemVersion => {
    const found = versionRows.all(list.id, item.id).find((row) => versionLabel(row.version) === label);
    if (!found) throw notFound(`Version ${label} of item ${item.id}`);
    return { ...found, fields: JSON.parse(found.fields) as Fields };
  };

  return {
    find,
    create: (list, given, write) =>
      store.atomically(() => {
        const fields = written(list, defaultsOf(lists().columns(list), zone), given);
        const id = nextItem.one(list.id)?.id;
        if (id === undefined) throw notFound(`The list “${list.displayName}”`);
        const author = people.numberOf(write.caller);
        const item: Item = {
          id,
          tag: randomUUID(),
          version: 1,
          created: write.at,
          modified: write.at,
          author,
          editor: author,
          fields,
          change: changeNumber(list, write.at),
        };
        const text = JSON.stringify(fields);
        insert.run(list.id, id, item.tag, 1, item.created, item.modified, author, author, text, item.change);
        insertVersion.run(list.id, id, 1, item.modified, author, text);
        reindex(list, id, {}, fields);
        return item;
      }),
    update: (list, id, given, write) =>
      store.atomically(() => {
        const item = find(list, id);
        if (!matchesTag(write.ifMatch, tagOf(item))) throw changedElsewhere();
        return replace(list, item, written(list, item.fields, given), write);
      }),
    remove: (list, id, write) =>
      store.atomically(() => {
        const item = find(list, id);
        if (!matchesTag(write.ifMatch, tagOf(item))) throw changedElsewhere();
        remove.run(list.id, item.id);
        bury.run(list.id, item.id, changeNumber(list, write.at));
      }),
    count: (list) => count.one(list.id)?.items ?? 0,
    after: (list, id, most) => after.all(list.id, id, most).map(itemOf),
    withIds: (list, ids) => among.all(list.id, JSON.stringify(ids)).map(itemOf),
    idsOfAll: (list) => everyId.all(list.id).map((row) => row.id),
    idsByIndex: (list, column, operator, value) => {
      const query = byIndex[operator];
      if (!query) throw new Error(`No index answers ${operator}.`);
      const values: SQLInputValue[] = operator === "startswith" ? [value, value] : [value];
      return query.all(list.id, column.name, ...values).map((row) => row.item_id);
    },
    changesAfter: (list, change, most) => changed.all(list.id, change, most).map(itemOf),
    deletionsAfter: (list, change, most) => deleted.all(list.id, change, most),
    lastChange: (list) => lastChange.one(list.id)?.changes ?? 0,
    versions: (list, item) =>
      versionRows.all(list.id, item.id).map((row) => ({ ...row, fields: JSON.parse(row.fields) as Fields })),
    version: versionOf,
    restore: (list, item, label, write) =>
      store.atomically(() => replace(list, item, versionOf(list, item, label).fields, write)),
    indexColumn: (list, column) => {
      const seen = new Set<string | number>();
      for (const { id } of everyId.all(list.id)) {
        const value = indexedForm(find(list, String(id)).fields[fieldNameOf(column)]);
        if (value === undefined) continue;
        if (column.enforceUniqueValues && seen.has(value)) {
          throw badRequest(
            `The values of ${column.name} are not unique, so it cannot enforce unique values.`,
          );
        }
        seen.add(value);
        enter.run(list.id, column.name, value, id);
      }
    },
  };
}

/** The ETag, quotes included, as it stands in the item and in its fields. */
export function tagOf(item: Item): string {
  return `"${item.tag},${item.version}"`;
}

export function versionLabel(version: number): string {
  return `${version}.0`;
}

/** A value as indexes and comparisons see it: text without regard to case, yes/no as 1/0. */
export function indexedForm(value: StoredValue | undefined): string | number | undefined {
  if (typeof value === "string") return value.toLowerCase();
  return typeof value === "boolean" ? Number(value) : value;
}

function itemOf(row: ItemRow): Item {
  return { ...row, fields: JSON.parse(row.fields) as Fields };
}

const byFieldName = new WeakMap<readonly Column[], Map<string, Column>>();

/** Columns by the name their values have among an item's fields. */
export function columnsByFieldName(columns: readonly Column[]): Map<string, Column> {
  let known = byFieldName.get(columns);
  if (!known) {
    known = new Map(columns.map((column) => [fieldNameOf(column), column]));
    byFieldName.set(columns, known);
  }
  return known;
}

function defaultsOf(columns: readonly Column[], zone: SiteZone): Fields {
  const fields: Record<string, StoredValue> = {};
  for (const column of columns) {
    const given = column.definition.defaultValue;
    const value = typeof given === "object" && given !== null && "value" in given ? given.value : undefined;
    if (typeof value !== "string" || column.readOnly) continue;
    const typed =
      column.type === "number"
        ? Number(value)
        : column.type === "boolean"
          ? /^(1|true)$/i.test(value)
          : value;
    const stored = storedValue(column, typed, zone);
    if (stored !== undefined) fields[fieldNameOf(column)] = stored;
  }
  return fields;
}
