import { createHash } from "node:crypto";
import { DatabaseSync, type SQLInputValue } from "node:sqlite";

/** A prepared statement whose rows have a known shape; the one place where rows are taken on trust. */
export interface Query<Row> {
  one(...values: SQLInputValue[]): Row | undefined;
  all(...values: SQLInputValue[]): Row[];
  run(...values: SQLInputValue[]): number;
}

/** The database file: prepared statements and all-or-nothing changes. Everything in it is synchronous. */
export interface Store {
  prepare<Row = never>(sql: string): Query<Row>;
  /** Runs the change whole or not at all. Changes may be nested; the outermost decides. */
  atomically<Result>(change: () => Result): Result;
  close(): void;
}

const SCHEMA_VERSION = 1;

const SCHEMA = `
  CREATE TABLE lists (
    id TEXT PRIMARY KEY, name TEXT NOT NULL, display_name TEXT NOT NULL, description TEXT NOT NULL,
    template TEXT NOT NULL, created TEXT NOT NULL, modified TEXT NOT NULL,
    next_item INTEGER NOT NULL DEFAULT 1, changes INTEGER NOT NULL DEFAULT 0
  ) STRICT;
  CREATE TABLE columns (
    list_id TEXT NOT NULL REFERENCES lists(id) ON DELETE CASCADE, id TEXT NOT NULL, name TEXT NOT NULL,
    position INTEGER NOT NULL, definition TEXT NOT NULL, PRIMARY KEY (list_id, name)
  ) STRICT;
  CREATE TABLE items (
    list_id TEXT NOT NULL REFERENCES lists(id) ON DELETE CASCADE, id INTEGER NOT NULL, tag TEXT NOT NULL,
    version INTEGER NOT NULL, created TEXT NOT NULL, modified TEXT NOT NULL, author INTEGER NOT NULL,
    editor INTEGER NOT NULL, fields TEXT NOT NULL, change INTEGER NOT NULL, PRIMARY KEY (list_id, id)
  ) STRICT;
  CREATE INDEX items_by_change ON items (list_id, change);
  CREATE TABLE deleted_items (
    list_id TEXT NOT NULL REFERENCES lists(id) ON DELETE CASCADE, id INTEGER NOT NULL, change INTEGER NOT NULL,
    PRIMARY KEY (list_id, id)
  ) STRICT;
  CREATE INDEX deleted_items_by_change ON deleted_items (list_id, change);
  CREATE TABLE item_versions (
    list_id TEXT NOT NULL, item_id INTEGER NOT NULL, version INTEGER NOT NULL, modified TEXT NOT NULL,
    editor INTEGER NOT NULL, fields TEXT NOT NULL, PRIMARY KEY (list_id, item_id, version),
    FOREIGN KEY (list_id, item_id) REFERENCES items(list_id, id) ON DELETE CASCADE
  ) STRICT;
  CREATE TABLE indexed_values (
    list_id TEXT NOT NULL, column_name TEXT NOT NULL, value ANY NOT NULL, item_id INTEGER NOT NULL,
    PRIMARY KEY (list_id, column_name, value, item_id),
    FOREIGN KEY (list_id, item_id) REFERENCES items(list_id, id) ON DELETE CASCADE
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX indexed_values_by_item ON indexed_values (list_id, item_id);
  CREATE TABLE site_people (
    id INTEGER PRIMARY KEY, identity TEXT NOT NULL UNIQUE, kind TEXT NOT NULL, principal TEXT NOT NULL,
    name TEXT NOT NULL, mail TEXT NOT NULL
  ) STRICT;
  CREATE TABLE drive_items (
    id TEXT PRIMARY KEY, list_id TEXT NOT NULL REFERENCES lists(id) ON DELETE CASCADE, parent_id TEXT,
    name TEXT NOT NULL, folded_name TEXT NOT NULL, is_folder INTEGER NOT NULL, tag TEXT NOT NULL,
    version INTEGER NOT NULL, created TEXT NOT NULL, modified TEXT NOT NULL, author INTEGER NOT NULL,
    editor INTEGER NOT NULL, content_type TEXT NOT NULL, content BLOB NOT NULL
  ) STRICT;
  CREATE UNIQUE INDEX drive_items_by_name ON drive_items (list_id, coalesce(parent_id, ''), folded_name);
  CREATE TABLE uploads (
    id TEXT PRIMARY KEY, list_id TEXT NOT NULL REFERENCES lists(id) ON DELETE CASCADE, path TEXT NOT NULL,
    conflict TEXT NOT NULL, expires TEXT NOT NULL, author INTEGER NOT NULL, total INTEGER, content_type TEXT NOT NULL
  ) STRICT;
  CREATE TABLE upload_fragments (
    upload_id TEXT NOT NULL REFERENCES uploads(id) ON DELETE CASCADE, start INTEGER NOT NULL, bytes BLOB NOT NULL,
    PRIMARY KEY (upload_id, start)
  ) STRICT;
`;

/**
 * Opens the sandbox's database (a file, or ":memory:"), making its tables the first time.
 *
 * @throws when the file is another program's, or was made by another version of the sandbox.
 */
export function openStore(databaseFile: string): Store {
  const database = new DatabaseSync(databaseFile);
  database.exec("PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA foreign_keys = ON");
  const version = Number(database.prepare("PRAGMA user_version").get()?.user_version ?? 0);
  if (version === 0) {
    database.exec(`BEGIN; ${SCHEMA} PRAGMA user_version = ${SCHEMA_VERSION}; COMMIT`);
  } else if (version !== SCHEMA_VERSION) {
    database.close();
    throw new Error(
      `${databaseFile} was made by another version of the Graph sandbox. Delete it, and the records are made again.`,
    );
  }
  const begin = database.prepare("BEGIN IMMEDIATE");
  const commit = database.prepare("COMMIT");
  const rollback = database.prepare("ROLLBACK");
  let depth = 0;
  return {
    prepare: <Row>(sql: string): Query<Row> => {
      const statement = database.prepare(sql);
      return {
        one: (...values) => statement.get(...values) as Row | undefined,
        all: (...values) => statement.all(...values) as Row[],
        run: (...values) => Number(statement.run(...values).changes),
      };
    },
    atomically: (change) => {
      if (depth > 0) return change();
      begin.run();
      depth += 1;
      try {
        const result = change();
        commit.run();
        return result;
      } catch (error) {
        rollback.run();
        throw error;
      } finally {
        depth -= 1;
      }
    },
    close: () => database.close(),
  };
}

/** A GUID that is always the same for the same words, so that ids survive a fresh database. */
export function steadyGuid(...words: readonly string[]): string {
  const hex = createHash("sha256").update(words.join("\n")).digest("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
