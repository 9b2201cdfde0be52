import { randomUUID } from "node:crypto";
import {
  type Column,
  changedColumn,
  columnFromDefinition,
  columnsOfNewList,
  MOST_INDEXES,
} from "./columns.ts";
import { badRequest, nameTaken, notFound, notImitated } from "./graph-error.ts";
import { isObject, type Json, type JsonObject } from "./json.ts";
import { type Store, steadyGuid } from "./store.ts";

/** A list or a document library. */
export interface List {
  readonly id: string;
  /** The last part of its address. */
  readonly name: string;
  readonly displayName: string;
  readonly description: string;
  readonly isLibrary: boolean;
  readonly created: string;
  readonly modified: string;
}

interface ListRow {
  id: string;
  name: string;
  display_name: string;
  description: string;
  template: string;
  created: string;
  modified: string;
}

const LIBRARY = "documentLibrary";

/** The lists of the site and their columns. */
export interface Lists {
  all(): List[];
  /** By id, display name or name, ignoring case. @throws GraphError 404. */
  find(idOrName: string): List;
  byDisplayName(displayName: string): List | undefined;
  /** @throws GraphError 400 or 409. */
  create(body: JsonObject, at: string): List;
  change(list: List, body: JsonObject, at: string): List;
  remove(list: List): void;
  columns(list: List): readonly Column[];
  /** @throws GraphError 400, 409 or 500. */
  addColumn(list: List, definition: JsonObject): Column;
  changeColumn(list: List, column: Column, changes: JsonObject): Column;
  removeColumn(list: List, column: Column): void;
}

/** @param onIndexed is told of a column that has become indexed, so that its values can be entered. */
export function openLists(store: Store, onIndexed: (list: List, column: Column) => void): Lists {
  const all = store.prepare<ListRow>("SELECT * FROM lists ORDER BY created, display_name");
  const insert = store.prepare(
    "INSERT INTO lists (id, name, display_name, description, template, created, modified) VALUES (?, ?, ?, ?, ?, ?, ?)",
  );
  const update = store.prepare(
    "UPDATE lists SET display_name = ?, description = ?, modified = ? WHERE id = ?",
  );
  const remove = store.prepare("DELETE FROM lists WHERE id = ?");
  const columnRows = store.prepare<{ id: string; definition: string; type: string }>(
    "SELECT id, definition ->> '$.definition' AS definition, definition ->> '$.type' AS type FROM columns WHERE list_id = ? ORDER BY position",
  );
  const putColumn = store.prepare(
    `INSERT INTO columns (list_id, id, name, position, definition)
     VALUES (?, ?, ?, (SELECT coalesce(max(position), 0) + 1 FROM columns WHERE list_id = ?1), ?)
     ON CONFLICT (list_id, name) DO UPDATE SET definition = excluded.definition`,
  );
  const dropColumn = store.prepare("DELETE FROM columns WHERE list_id = ? AND name = ?");
  const dropIndex = store.prepare("DELETE FROM indexed_values WHERE list_id = ? AND column_name = ?");

  // Read on every request, changed hardly ever: kept in memory, and this process is the file's only writer.
  let lists: List[] | undefined;
  const columnsByList = new Map<string, readonly Column[]>();

  const everyList = () => {
    lists ??= all.all().map(listOf);
    return lists;
  };
  const columns = (list: List): readonly Column[] => {
    let known = columnsByList.get(list.id);
    if (!known) {
      known = columnRows
        .all(list.id)
        .map((row) => storedColumn(row.id, row.type, JSON.parse(row.definition) as JsonObject));
      columnsByList.set(list.id, known);
    }
    return known;
  };
  const keepColumn = (list: List, column: Column) => {
    const kept = JSON.stringify({ type: column.type, definition: column.definition });
    putColumn.run(list.id, column.id, column.name, kept);
    columnsByList.delete(list.id);
  };
  const byDisplayName = (displayName: string) =>
    everyList().find((list) => list.displayName.toLowerCase() === displayName.toLowerCase());
  const checkIndexes = (list: List, wanted: Column) => {
    const others = columns(list).filter((column) => column.indexed && column.name !== wanted.name);
    if (wanted.indexed && others.length >= MOST_INDEXES) {
      throw badRequest(`A list has at most ${MOST_INDEXES} indexed columns.`);
    }
  };
  const addColumn = (list: List, definition: JsonObject): Column => {
    const column = columnFromDefinition(definition, randomUUID());
    if (columns(list).some((one) => one.name.toLowerCase() === column.name.toLowerCase())) {
      throw nameTaken(`“${list.displayName}” already has a column ${column.name}.`);
    }
    checkIndexes(list, column);
    keepColumn(list, column);
    return column;
  };

  return {
    all: everyList,
    byDisplayName,
    columns,
    find: (idOrName) => {
      const wanted = idOrName.toLowerCase();
      const found =
        everyList().find((list) => list.id === wanted) ??
        byDisplayName(idOrName) ??
        everyList().find((list) => list.name.toLowerCase() === wanted);
      if (!found) throw notFound(`The list “${idOrName}”`);
      return found;
    },
    create: (body, at) =>
      store.atomically(() => {
        const list = newList(body, at);
        if (byDisplayName(list.displayName))
          throw nameTaken(`There is already a list called “${list.displayName}”.`);
        insert.run(
          list.id,
          list.name,
          list.displayName,
          list.description,
          list.isLibrary ? LIBRARY : "genericList",
          at,
          at,
        );
        lists = undefined;
        for (const column of columnsOfNewList(list.isLibrary, (name) => steadyGuid(list.id, name)))
          keepColumn(list, column);
        const wanted = body.columns ?? [];
        if (!Array.isArray(wanted) || !wanted.every((one: Json) => isObject(one))) {
          throw badRequest("columns must be a list of column definitions.");
        }
        try {
          for (const definition of wanted as JsonObject[]) addColumn(list, definition);
        } catch (error) {
          lists = undefined;
          columnsByList.delete(list.id);
          throw error;
        }
        return list;
      }),
    change: (list, body, at) => {
      const displayName = body.displayName ?? list.displayName;
      const description = body.description ?? list.description;
      if (typeof displayName !== "string" || typeof description !== "string" || displayName === "") {
        throw badRequest("displayName and description must be text.");
      }
      const taken = byDisplayName(displayName);
      if (taken && taken.id !== list.id) throw nameTaken(`There is already a list called “${displayName}”.`);
      update.run(displayName, description, at, list.id);
      lists = undefined;
      return { ...list, displayName, description, modified: at };
    },
    remove: (list) => {
      remove.run(list.id);
      lists = undefined;
      columnsByList.delete(list.id);
    },
    addColumn: (list, definition) =>
      store.atomically(() => {
        const column = addColumn(list, definition);
        if (column.indexed) onIndexed(list, column);
        return column;
      }),
    changeColumn: (list, column, changes) =>
      store.atomically(() => {
        const changed = changedColumn(column, changes);
        checkIndexes(list, changed);
        keepColumn(list, changed);
        if (changed.indexed !== column.indexed) dropIndex.run(list.id, column.name);
        if (changed.indexed && !column.indexed) onIndexed(list, changed);
        return changed;
      }),
    removeColumn: (list, column) =>
      store.atomically(() => {
        if (column.readOnly || column.name === "Title")
          throw badRequest(`The column ${column.name} cannot be deleted.`);
        dropColumn.run(list.id, column.name);
        dropIndex.run(list.id, column.name);
        columnsByList.delete(list.id);
      }),
  };
}

function newList(body: JsonObject, at: string): List {
  if (body.name !== undefined) throw badRequest("name is given by the server; send displayName.");
  const { displayName } = body;
  if (typeof displayName !== "string" || displayName.trim() === "")
    throw badRequest("A list needs a displayName.");
  const info = isObject(body.list) ? body.list : {};
  const template = info.template ?? "genericList";
  if (template !== "genericList" && template !== LIBRARY)
    throw notImitated(`the list template ${String(template)}`);
  const description = body.description;
  return {
    id: randomUUID(),
    name: displayName,
    displayName,
    description: typeof description === "string" ? description : "",
    isLibrary: template === LIBRARY,
    created: at,
    modified: at,
  };
}

function listOf(row: ListRow): List {
  return {
    id: row.id,
    name: row.name,
    displayName: row.display_name,
    description: row.description,
    isLibrary: row.template === LIBRARY,
    created: row.created,
    modified: row.modified,
  };
}

function storedColumn(id: string, type: string, definition: JsonObject): Column {
  return {
    id,
    name: String(definition.name),
    type: type as Column["type"],
    indexed: definition.indexed === true,
    enforceUniqueValues: definition.enforceUniqueValues === true,
    readOnly: definition.readOnly === true,
    definition,
  };
}
