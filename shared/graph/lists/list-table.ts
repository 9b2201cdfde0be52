import { batchLimit, type GraphConnection, type GraphRequest } from "../client/graph-client.ts";
import { GraphFailure } from "../client/graph-failure.ts";
import { type Columns, readRow } from "./list-declaration.ts";
import type { ListMapping } from "./list-mapping.ts";

/** An entity with where and in which version its list holds it. */
export interface Stored<Entity> {
  readonly entity: Entity;
  /** The list item's own number, as text. */
  readonly id: string;
  /** ETag: sent with each update, so that no change is lost. */
  readonly version: string;
}

interface ListItem {
  readonly id: string;
  readonly eTag?: string;
  readonly "@odata.etag"?: string;
  readonly fields?: Readonly<Record<string, unknown>>;
  readonly deleted?: unknown;
}

interface Page {
  readonly value: readonly ListItem[];
  readonly "@odata.nextLink"?: string;
  readonly "@odata.deltaLink"?: string;
}

/** What changed in a list since the last look. */
export interface Changes<Entity> {
  readonly stored: readonly Stored<Entity>[];
  /** Item numbers of deleted rows. */
  readonly deleted: readonly string[];
  /** Where the next look begins. */
  readonly link: string;
  /** True when this is the whole list, not a difference: forget what was held. */
  readonly whole: boolean;
}

/** A list of the site as a table of entities. */
export interface ListTable<Entity> {
  /** A request for the rows whose indexed column equals a value; read its answer with {@link readPage}. */
  whereRequest(column: string, value: string): GraphRequest;
  readPage(answer: unknown): readonly Stored<Entity>[];
  where(column: string, value: string): Promise<readonly Stored<Entity>[]>;
  byKey(key: string): Promise<Stored<Entity> | null>;
  all(): Promise<readonly Stored<Entity>[]>;
  /**
   * Adds a row. After an answer that leaves it open whether the row was written (504, no answer), it is asked for
   * by its key before anything else is tried.
   * @throws {GraphFailure} of kind `already-exists` when the key is taken.
   */
  create(entity: Entity): Promise<Stored<Entity>>;
  /** Adds rows, 20 in a trip. Rows are written in any order; the first failure is thrown after the trip. */
  createAll(entities: readonly Entity[]): Promise<void>;
  /**
   * Writes the entity over the version it was read in.
   * @throws {GraphFailure} of kind `changed-elsewhere` when the row has changed since; nothing is written.
   */
  update(stored: Stored<Entity>, entity: Entity): Promise<Stored<Entity>>;
  /**
   * Writes entities over the versions they were read in, 20 in a trip; rows are written in any order.
   * @returns how many were left alone because they have changed since.
   * @throws {GraphFailure} the first other failure, after its trip.
   */
  updateAll(
    changes: readonly { readonly stored: Stored<Entity>; readonly entity: Entity }[],
  ): Promise<number>;
  delete(stored: Stored<Entity>): Promise<void>;
  /** What changed since the link of an earlier answer; the whole list without one, or when the link has expired. */
  changes(link: string | null): Promise<Changes<Entity>>;
}

/** The path of a list's items below the site. */
function itemsPath(sitePath: string, list: string): string {
  return `${sitePath}/lists/${list}/items`;
}

/** Opens a list. @param sitePath `/sites/<id>`. */
export function openList<Entity, C extends Columns>(
  graph: GraphConnection,
  sitePath: string,
  mapping: ListMapping<Entity, C>,
): ListTable<Entity> {
  const path = itemsPath(sitePath, mapping.list.name);
  const fields = `$expand=fields($select=${Object.keys(mapping.list.columns).join(",")})`;

  function readItem(item: ListItem): Stored<Entity> {
    const row = readRow(mapping.list, item.fields ?? {});
    return { entity: mapping.read(row), id: item.id, version: item.eTag ?? item["@odata.etag"] ?? "" };
  }

  function fieldsOf(entity: Entity): Record<string, unknown> {
    const written = mapping.write(entity) as Record<string, unknown>;
    return Object.fromEntries(Object.entries(written).filter(([, value]) => value !== ""));
  }

  /** Every column named, those without a value as null, so that an update also empties. */
  function allFieldsOf(entity: Entity): Record<string, unknown> {
    const given = fieldsOf(entity);
    return Object.fromEntries(Object.keys(mapping.list.columns).map((name) => [name, given[name] ?? null]));
  }

  function updateRequest(stored: Stored<Entity>, entity: Entity): GraphRequest {
    return {
      method: "PATCH",
      path: `${path}/${stored.id}/fields`,
      body: allFieldsOf(entity),
      headers: { "If-Match": stored.version },
    };
  }

  async function pages(first: GraphRequest): Promise<ListItem[]> {
    const items: ListItem[] = [];
    for (let request: GraphRequest | null = first; request; ) {
      const page: Page = await graph.request<Page>(request);
      items.push(...page.value);
      const next = page["@odata.nextLink"];
      request = next ? { method: "GET", path: next } : null;
    }
    return items;
  }

  function whereRequest(column: string, value: string): GraphRequest {
    const literal = encodeURIComponent(value.replace(/'/g, "''"));
    return { method: "GET", path: `${path}?$filter=fields/${column}%20eq%20'${literal}'&${fields}&$top=999` };
  }

  const table: ListTable<Entity> = {
    whereRequest,
    readPage: (answer) => (answer as Page).value.map(readItem),
    where: async (column, value) => (await pages(whereRequest(column, value))).map(readItem),
    byKey: async (key) => (await table.where("Key", key))[0] ?? null,
    all: async () => (await pages({ method: "GET", path: `${path}?${fields}&$top=999` })).map(readItem),

    async create(entity) {
      const row = fieldsOf(entity);
      try {
        const made = await graph.request<ListItem>({ method: "POST", path, body: { fields: row } });
        if (made.fields) return readItem(made);
      } catch (error) {
        const open = error instanceof GraphFailure && (error.status === 0 || error.status === 504);
        if (!open) throw error;
        const written = await table.byKey(String(row["Key"]));
        if (!written) throw error;
        return written;
      }
      const written = await table.byKey(String(row["Key"]));
      if (!written)
        throw new Error(`The row ${row["Key"]} was added to ${mapping.list.name} but cannot be found.`);
      return written;
    },

    async createAll(entities) {
      for (let from = 0; from < entities.length; from += batchLimit) {
        const requests = entities
          .slice(from, from + batchLimit)
          .map((entity): GraphRequest => ({ method: "POST", path, body: { fields: fieldsOf(entity) } }));
        const failure = (await graph.batch(requests)).find((answer) => answer instanceof GraphFailure);
        if (failure) throw failure;
      }
    },

    async updateAll(changes) {
      let changedElsewhere = 0;
      for (let from = 0; from < changes.length; from += batchLimit) {
        const trip = changes.slice(from, from + batchLimit);
        const answers = await graph.batch(trip.map(({ stored, entity }) => updateRequest(stored, entity)));
        const failures = answers.filter((answer) => answer instanceof GraphFailure);
        const other = failures.find(({ kind }) => kind !== "changed-elsewhere");
        if (other) throw other;
        changedElsewhere += failures.length;
      }
      return changedElsewhere;
    },

    async update(stored, entity) {
      await graph.request(updateRequest(stored, entity));
      const item = await graph.request<ListItem>({ method: "GET", path: `${path}/${stored.id}?${fields}` });
      return readItem(item);
    },

    async delete(stored) {
      await graph.request({
        method: "DELETE",
        path: `${path}/${stored.id}`,
        headers: { "If-Match": stored.version },
      });
    },

    async changes(link) {
      try {
        return await readChanges(link ?? `${path}/delta?${fields}`, link === null);
      } catch (error) {
        if (link !== null && error instanceof GraphFailure && error.kind === "expired") {
          return readChanges(`${path}/delta?${fields}`, true);
        }
        throw error;
      }
    },
  };

  async function readChanges(from: string, whole: boolean): Promise<Changes<Entity>> {
    // The same row may come several times; the last one counts.
    const latest = new Map<string, ListItem>();
    for (let next: string | undefined = from; ; ) {
      const page: Page = await graph.request<Page>({ method: "GET", path: next });
      for (const item of page.value) {
        latest.delete(item.id);
        latest.set(item.id, item);
      }
      next = page["@odata.nextLink"];
      if (next) continue;
      const items = [...latest.values()];
      return {
        stored: items.filter((item) => !item.deleted).map(readItem),
        deleted: items.filter((item) => item.deleted).map((item) => item.id),
        link: page["@odata.deltaLink"] ?? from,
        whole,
      };
    }
  }

  return table;
}
