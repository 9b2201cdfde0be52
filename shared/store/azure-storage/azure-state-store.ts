import { createHash } from "node:crypto";
import { odata, RestError, TableClient, type TableEntity, type TableEntityResult } from "@azure/data-tables";
import type {
  Act,
  Delivery,
  DeliveryRecord,
  DeliveryState,
  Place,
  StateStore,
  TakenDelivery,
  Target,
} from "../state-store.ts";

/** The table, unless another is named: letters and digits, 3 to 63. */
const usualTable = "ClearDaysState";
/** Milliseconds between two looks for memories whose time is up. */
const dropEvery = 10 * 60_000;
/** Milliseconds for which the list of open deliveries is believed before it is read anew. */
const indexAge = 1_000;
/** Milliseconds: a retry set for later than this was set while the clock was wrong. */
const longestPlausibleWait = 24 * 60 * 60 * 1000;
/** Milliseconds by which clocks may differ: a lease that ends later than one given now, and this, was given by a wrong one. */
const clocksDiffer = 60_000;

/** An open delivery in the index: what must be known to choose the next one. */
interface OpenDelivery {
  readonly rowKey: string;
  readonly key: string;
  readonly target: Target;
  readonly state: DeliveryState;
  readonly attempts: number;
  readonly notBefore: string;
  readonly problem: string;
  readonly etag: string;
}

type Index = TableEntity<Omit<OpenDelivery, "rowKey" | "etag">>;

/**
 * The store in one Azure Storage table, for many instances. Every change is one entity with its ETag, or one
 * transaction within a partition, so a crash at any line loses nothing and two instances never hold the same thing.
 *
 * Partitions: `place`, `memory`, `lease`, and `delivery`. In `delivery` a row `d:<key>` holds the message and, once it
 * is over, what became of it; `o:<order>` is its place among the open ones, gone when it is over; `p:<target>` the
 * pace of a target. A queue would add nothing: order and leases are kept here.
 * @param connection the storage account’s connection string.
 * @see https://learn.microsoft.com/azure/storage/tables/scalability-targets
 */
export async function openAzureStateStore(connection: string, name = usualTable): Promise<StateStore> {
  const table = TableClient.fromConnectionString(connection, name, {
    allowInsecureConnection: /DefaultEndpointsProtocol=http;/i.test(connection),
  });
  await table.createTable();
  const written = new Map<string, string>();
  let lastDropped = Number.NEGATIVE_INFINITY;
  let order = 0;
  /** What is open, as last read, less what this instance has closed since. */
  let index: { readonly readAt: number; open: OpenDelivery[] } = {
    readAt: Number.NEGATIVE_INFINITY,
    open: [],
  };

  async function readOpen(): Promise<OpenDelivery[]> {
    const open: OpenDelivery[] = [];
    const rows = table.listEntities<Index>({
      queryOptions: { filter: odata`PartitionKey eq 'delivery' and RowKey ge 'o:' and RowKey lt 'o;'` },
    });
    for await (const row of rows)
      open.push({
        rowKey: String(row.rowKey),
        key: row.key,
        target: row.target,
        state: row.state,
        attempts: row.attempts,
        notBefore: row.notBefore,
        problem: row.problem,
        etag: row.etag,
      });
    return open;
  }

  /** The row of an entity; null when there is none. */
  async function find<Row extends object>(partitionKey: string, rowKey: string) {
    try {
      return (await table.getEntity<Row>(partitionKey, rowKey)) as TableEntityResult<Row>;
    } catch (error) {
      if (isStatus(error, 404)) return null;
      throw error;
    }
  }

  async function openRowOf(key: string): Promise<OpenDelivery | null> {
    const held = index.open.find((one) => one.key === key);
    const data = held ? null : await find<{ place: string }>("delivery", dataKey(key));
    const rowKey = held?.rowKey ?? (data ? data.place : null);
    if (rowKey === null) return null;
    const row = await find<Index>("delivery", rowKey);
    if (!row) return null;
    const { target, state, attempts, notBefore, problem, etag } = row;
    return { rowKey, key, target, state, attempts, notBefore, problem, etag };
  }

  /** Ends a delivery: its place among the open ones goes, and what became of it is written, in one transaction. */
  async function close(key: string, facts: Record<string, unknown>, pace?: string): Promise<void> {
    const open = await openRowOf(key);
    const merge = { partitionKey: "delivery", rowKey: dataKey(key), ...facts, attempts: open?.attempts ?? 0 };
    await table.submitTransaction([
      ["update", merge, "Merge"],
      ...(open
        ? [["delete", { partitionKey: "delivery", rowKey: open.rowKey }] as ["delete", TableEntity]]
        : []),
      ...(pace !== undefined && open ? [paceRow(open.target, pace)] : []),
    ]);
    index.open = index.open.filter((one) => one.key !== key);
  }

  /** Changes the place of a delivery among the open ones. */
  async function reopen(
    key: string,
    change: (open: OpenDelivery) => Partial<OpenDelivery>,
    pace?: string,
  ): Promise<void> {
    const open = await openRowOf(key);
    if (!open) return;
    const next = { ...open, ...change(open) };
    await table.submitTransaction([
      ["update", indexRow(next), "Replace"],
      ...(pace === undefined ? [] : [paceRow(open.target, pace)]),
    ]);
    // The tag of the row is new: the next look reads it.
    index = { readAt: Number.NEGATIVE_INFINITY, open: [] };
  }

  async function add(delivery: Delivery, at: string): Promise<boolean> {
    const { key, to, act, of, card, text, facts, notBefore, held, coveredBy } = delivery;
    const state: DeliveryState = coveredBy !== undefined ? "covered" : held ? "held" : "waiting";
    order = Math.max(order + 1, Date.parse(at) * 1000);
    const rowKey = `o:${String(order).padStart(17, "0")}:${short(key)}`;
    const data = {
      partitionKey: "delivery",
      rowKey: dataKey(key),
      ...{
        key,
        target: to,
        act,
        card,
        text,
        state,
        addedAt: at,
        order: rowKey,
        attempts: 0,
        notBefore: notBefore ?? "",
      },
      ...(of === undefined ? {} : { of }),
      ...(facts === undefined ? {} : { facts }),
      ...(coveredBy === undefined ? {} : { coveredBy }),
      place: state === "waiting" ? rowKey : "",
    };
    const open = {
      rowKey,
      key,
      target: to,
      state,
      attempts: 0,
      notBefore: notBefore ?? "",
      problem: "",
      etag: "",
    };
    try {
      await table.submitTransaction([
        ["create", data],
        ...(state === "waiting" ? [["create", indexRow(open)] as ["create", TableEntity]] : []),
      ]);
      return true;
    } catch (error) {
      if (isStatus(error, 409)) return false;
      throw error;
    }
  }

  async function allRecords(): Promise<DeliveryRecord[]> {
    const open = new Map((await readOpen()).map((one) => [one.key, one]));
    const rows: { order: string; record: DeliveryRecord }[] = [];
    const entities = table.listEntities<Record<string, unknown>>({
      queryOptions: { filter: odata`PartitionKey eq 'delivery' and RowKey ge 'd:' and RowKey lt 'd;'` },
    });
    for await (const row of entities)
      rows.push({ order: String(row["order"]), record: readDelivery(row, open.get(String(row["key"]))) });
    return rows.sort((a, b) => (a.order < b.order ? -1 : 1)).map(({ record }) => record);
  }

  return {
    places: {
      async remember(place) {
        const facts = JSON.stringify(place);
        if (written.get(place.id) === facts) return false;
        const rowKey = encoded(place.id);
        const known = await find("place", rowKey);
        // What is not said this time stays as it was.
        await table.upsertEntity({ partitionKey: "place", rowKey, ...place }, "Merge");
        written.set(place.id, facts);
        return known === null;
      },
      async forget(id) {
        written.delete(id);
        await removeIfThere(table, "place", encoded(id));
      },
      async all() {
        const places: Place[] = [];
        const rows = table.listEntities<Record<string, unknown>>({
          queryOptions: { filter: odata`PartitionKey eq 'place'` },
        });
        for await (const row of rows) places.push(readPlace(row));
        return places;
      },
    },

    memories: {
      async recall(key, now) {
        const row = await find<{ value: string; until: string }>("memory", short(key));
        return row && row.until > now.toISOString() ? row.value : null;
      },
      async keep(key, value, { now, until }) {
        await table.upsertEntity(
          { partitionKey: "memory", rowKey: short(key), value, until: until.toISOString() },
          "Replace",
        );
        if (Math.abs(now.getTime() - lastDropped) < dropEvery) return;
        lastDropped = now.getTime();
        const old = table.listEntities({
          queryOptions: {
            filter: odata`PartitionKey eq 'memory' and until le ${now.toISOString()}`,
            select: ["RowKey"],
          },
        });
        for await (const { rowKey } of old) await removeIfThere(table, "memory", String(rowKey));
      },
    },

    leases: {
      async hold(name, holder, now, seconds) {
        const until = new Date(now.getTime() + seconds * 1000).toISOString();
        const tooFar = new Date(now.getTime() + seconds * 1000 + clocksDiffer).toISOString();
        const rowKey = encoded(name);
        const row = await find<{ holder: string; until: string }>("lease", rowKey);
        const lease = { partitionKey: "lease", rowKey, holder, until };
        try {
          if (!row) await table.createEntity(lease);
          else if (row.holder === holder || row.until <= now.toISOString() || row.until > tooFar)
            await table.updateEntity(lease, "Replace", { etag: row.etag });
          else return false;
          return true;
        } catch (error) {
          // Somebody else was quicker.
          if (isStatus(error, 409) || isStatus(error, 412) || isStatus(error, 404)) return false;
          throw error;
        }
      },
      async release(name, holder) {
        const row = await find<{ holder: string }>("lease", encoded(name));
        if (row?.holder === holder) await removeIfThere(table, "lease", encoded(name));
      },
    },

    outbox: {
      async add(deliveries, now) {
        const added: string[] = [];
        for (const delivery of deliveries)
          if (await add(delivery, now.toISOString())) added.push(delivery.key);
        if (added.length > 0) index = { readAt: Number.NEGATIVE_INFINITY, open: [] };
        return added;
      },

      async take(now, leaseSeconds) {
        const at = now.toISOString();
        const leaseEnds = new Date(now.getTime() + leaseSeconds * 1000).toISOString();
        const leaseTooFar = new Date(now.getTime() + leaseSeconds * 1000 + clocksDiffer).toISOString();
        const tooFar = new Date(now.getTime() + longestPlausibleWait).toISOString();
        const isDue = ({ state, attempts, notBefore }: OpenDelivery) =>
          notBefore <= at ||
          (state === "sending" && notBefore > leaseTooFar) ||
          (attempts > 0 && notBefore > tooFar);
        for (let look = 0; look < 2; look++) {
          if (Math.abs(performance.now() - index.readAt) > indexAge)
            index = { readAt: performance.now(), open: await readOpen() };
          const heads = new Map<Target, OpenDelivery>();
          for (const one of index.open) if (!heads.has(one.target)) heads.set(one.target, one);
          const due = [...heads.values()].filter(isDue).sort((a, b) => (a.notBefore < b.notBefore ? -1 : 1));
          for (const open of due) {
            const claimed: OpenDelivery = {
              ...open,
              state: "sending",
              attempts: open.attempts + 1,
              notBefore: leaseEnds,
            };
            // Marked before the claim is made, so that no other lane of this instance tries the same one.
            index.open = index.open.map((one) => (one.key === open.key ? claimed : one));
            try {
              await table.updateEntity(indexRow(claimed), "Replace", { etag: open.etag });
            } catch (error) {
              if (!isStatus(error, 412) && !isStatus(error, 404)) throw error;
              index = { readAt: Number.NEGATIVE_INFINITY, open: [] };
              break;
            }
            const [data, pace] = await Promise.all([
              find<Record<string, unknown>>("delivery", dataKey(open.key)),
              find<{ pace: string }>("delivery", paceKey(open.target)),
            ]);
            if (!data) continue;
            return { ...readDelivery(data, claimed), pace: pace?.pace ?? "" } as TakenDelivery;
          }
          if (index.readAt !== Number.NEGATIVE_INFINITY) return null;
        }
        return null;
      },

      sent: (key, { placeId, activityId, at }, pace) =>
        close(key, { state: "sent", placeId, activityId, sentAt: at.toISOString(), problem: "" }, pace),
      notSent: (key, problem, retryAt, pace) =>
        retryAt
          ? reopen(key, () => ({ state: "waiting", notBefore: retryAt.toISOString(), problem }), pace)
          : close(key, { state: "failed", problem }, pace),
      postponed: (key, problem, until) =>
        reopen(key, ({ attempts }) => ({
          state: "waiting",
          attempts: attempts - 1,
          notBefore: until.toISOString(),
          problem,
        })),
      reposted: async (key, { placeId, activityId }) =>
        void (await table.updateEntity(
          { partitionKey: "delivery", rowKey: dataKey(key), placeId, activityId },
          "Merge",
        )),

      async release(to) {
        let released = 0;
        const held = table.listEntities<Record<string, unknown>>({
          queryOptions: {
            filter: odata`PartitionKey eq 'delivery' and RowKey ge 'd:' and RowKey lt 'd;' and state eq 'held' and target eq ${to}`,
          },
        });
        for await (const row of held) {
          const key = String(row["key"]);
          const rowKey = String(row["order"]);
          const notBefore = String(row["notBefore"] ?? "");
          const open = {
            rowKey,
            key,
            target: to,
            state: "waiting",
            attempts: 0,
            notBefore,
            problem: "",
            etag: "",
          } as const;
          const data = { partitionKey: "delivery", rowKey: dataKey(key), state: "waiting", place: rowKey };
          try {
            await table.submitTransaction([
              ["update", data, "Merge"],
              ["create", indexRow(open)],
            ]);
            released += 1;
          } catch (error) {
            // Another instance let it go at the same moment.
            if (!isStatus(error, 409)) throw error;
          }
        }
        index = { readAt: Number.NEGATIVE_INFINITY, open: [] };
        return released;
      },

      async withdraw(key) {
        const data = await find<Record<string, unknown>>("delivery", dataKey(key));
        if (!data) return false;
        if (data["state"] === "held") {
          const row = { partitionKey: "delivery", rowKey: dataKey(key), state: "withdrawn" };
          await table.updateEntity(row, "Merge", { etag: data.etag });
          return true;
        }
        const open = await openRowOf(key);
        if (open?.state !== "waiting") return false;
        try {
          await table.submitTransaction([
            ["update", { partitionKey: "delivery", rowKey: dataKey(key), state: "withdrawn" }, "Merge"],
            ["delete", { partitionKey: "delivery", rowKey: open.rowKey }],
          ]);
        } catch (error) {
          if (isStatus(error, 404) || isStatus(error, 412)) return false;
          throw error;
        }
        index.open = index.open.filter((one) => one.key !== key);
        return true;
      },

      recalled: async (key) =>
        void (await table.updateEntity(
          { partitionKey: "delivery", rowKey: dataKey(key), state: "recalled" },
          "Merge",
        )),
      async byKey(key) {
        const data = await find<Record<string, unknown>>("delivery", dataKey(key));
        if (!data) return null;
        const place = String(data["place"] ?? "");
        const open = place === "" ? null : await openRowOf(key);
        return readDelivery(data, open ?? undefined);
      },
      all: allRecords,
    },

    close() {},
  };
}

function indexRow({ rowKey, key, target, state, attempts, notBefore, problem }: OpenDelivery): TableEntity {
  return {
    partitionKey: "delivery",
    rowKey,
    key,
    target,
    state,
    attempts,
    notBefore,
    problem,
  } as TableEntity;
}

function paceRow(target: Target, pace: string): ["upsert", TableEntity, "Replace"] {
  return ["upsert", { partitionKey: "delivery", rowKey: paceKey(target), pace } as TableEntity, "Replace"];
}

function readDelivery(
  row: Readonly<Record<string, unknown>>,
  open: OpenDelivery | undefined,
): DeliveryRecord {
  const text = (name: string): string => String(row[name] ?? "");
  const problem = open ? open.problem : text("problem");
  return {
    key: text("key"),
    to: text("target") as Target,
    act: text("act") as Act,
    card: text("card"),
    text: text("text"),
    state: open ? open.state : (text("state") as DeliveryState),
    attempts: open ? open.attempts : Number(row["attempts"] ?? 0),
    addedAt: text("addedAt"),
    notBefore: open ? open.notBefore : text("notBefore"),
    ...(row["of"] === undefined ? {} : { of: text("of") }),
    ...(row["facts"] === undefined ? {} : { facts: text("facts") }),
    ...(row["coveredBy"] === undefined ? {} : { coveredBy: text("coveredBy") }),
    ...(row["activityId"] === undefined ? {} : { activityId: text("activityId") }),
    ...(row["placeId"] === undefined ? {} : { placeId: text("placeId") }),
    ...(row["sentAt"] === undefined ? {} : { sentAt: text("sentAt") }),
    ...(problem === "" ? {} : { problem }),
  };
}

function readPlace(row: Readonly<Record<string, unknown>>): Place {
  return {
    id: String(row["id"]),
    kind: String(row["kind"]) as Place["kind"],
    reference: String(row["reference"]),
    ...(row["name"] === undefined ? {} : { name: String(row["name"]) }),
    ...(row["entraObjectId"] === undefined ? {} : { entraObjectId: String(row["entraObjectId"]) }),
  };
}

async function removeIfThere(table: TableClient, partitionKey: string, rowKey: string): Promise<void> {
  try {
    await table.deleteEntity(partitionKey, rowKey);
  } catch (error) {
    if (!isStatus(error, 404)) throw error;
  }
}

/** A text as a key of a row, which may hold no `/`, `\`, `#`, `?` or control characters. */
function encoded(text: string): string {
  const key = encodeURIComponent(text).replace(/%/g, "=");
  return key.length <= 400 ? key : short(text);
}

function short(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

const dataKey = (key: string): string => `d:${short(key)}`;
const paceKey = (target: Target): string => `p:${short(target)}`;

function isStatus(error: unknown, status: number): boolean {
  return error instanceof RestError && error.statusCode === status;
}
