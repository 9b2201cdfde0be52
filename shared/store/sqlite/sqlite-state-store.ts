import { mkdirSync } from "node:fs";
import { dirname } from "node:path";
import { DatabaseSync } from "node:sqlite";
import type {
  Act,
  DeliveryRecord,
  DeliveryState,
  Place,
  StateStore,
  TakenDelivery,
  Target,
} from "../state-store.ts";

const schema = `
CREATE TABLE IF NOT EXISTS places (
  id TEXT PRIMARY KEY, kind TEXT NOT NULL, name TEXT, entra_object_id TEXT, reference TEXT NOT NULL
) STRICT;
CREATE TABLE IF NOT EXISTS memories (key TEXT PRIMARY KEY, value TEXT NOT NULL, until TEXT NOT NULL) STRICT;
CREATE INDEX IF NOT EXISTS memories_until ON memories (until);
CREATE TABLE IF NOT EXISTS leases (name TEXT PRIMARY KEY, holder TEXT NOT NULL, until TEXT NOT NULL) STRICT;
CREATE TABLE IF NOT EXISTS deliveries (
  place INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, target TEXT NOT NULL, act TEXT NOT NULL, of TEXT,
  card TEXT NOT NULL, text TEXT NOT NULL, facts TEXT, state TEXT NOT NULL, attempts INTEGER NOT NULL, added_at TEXT NOT NULL,
  not_before TEXT NOT NULL, covered_by TEXT, activity_id TEXT, place_id TEXT, sent_at TEXT, problem TEXT
) STRICT;
CREATE INDEX IF NOT EXISTS deliveries_open ON deliveries (target, place) WHERE state IN ('waiting', 'sending');
CREATE TABLE IF NOT EXISTS paces (target TEXT PRIMARY KEY, pace TEXT NOT NULL) STRICT;
`;

/** Milliseconds: a retry set for later than this was set while the clock was wrong. */
const longestPlausibleWait = 24 * 60 * 60 * 1000;
/** Milliseconds by which clocks may differ: a lease that ends later than one given now, and this, was given by a wrong one. */
const clocksDiffer = 60_000;

/** Milliseconds between two looks for memories whose time is up; none of those is recalled meanwhile. */
const dropEvery = 60_000;

/**
 * The store in one SQLite file, for one instance. A write of a place or a delivery is on disk when the call returns
 * (WAL, full synchronisation), so a crash at any line loses nothing. What a conversation was about is written
 * without waiting for the disk: it survives the end of the process, and a power cut may cost its last seconds.
 * @param file path of the file, made with its folder when missing; `:memory:` keeps nothing.
 */
export function openSqliteStateStore(file: string): StateStore {
  if (file !== ":memory:") mkdirSync(dirname(file), { recursive: true });
  const database = new DatabaseSync(file);
  database.exec("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA busy_timeout = 5000;");
  database.exec(schema);
  bringOverOldOutbox(database);
  // Synchronisation is a connection’s own, so memories have a second one.
  const memories = file === ":memory:" ? database : new DatabaseSync(file);
  if (memories !== database) memories.exec("PRAGMA synchronous = NORMAL; PRAGMA busy_timeout = 5000;");

  const rememberPlace = database.prepare(
    `INSERT INTO places (id, kind, name, entra_object_id, reference) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET kind = excluded.kind, name = coalesce(excluded.name, name),
       entra_object_id = coalesce(excluded.entra_object_id, entra_object_id), reference = excluded.reference`,
  );
  const knownPlace = database.prepare("SELECT 1 FROM places WHERE id = ?");
  const forgetPlace = database.prepare("DELETE FROM places WHERE id = ?");
  const allPlaces = database.prepare("SELECT * FROM places ORDER BY id");
  const recallMemory = memories.prepare("SELECT value FROM memories WHERE key = ? AND until > ?");
  const dropOldMemories = memories.prepare("DELETE FROM memories WHERE until <= ?");
  const keepMemory = memories.prepare(
    `INSERT INTO memories (key, value, until) VALUES (?, ?, ?)
     ON CONFLICT (key) DO UPDATE SET value = excluded.value, until = excluded.until`,
  );
  const holdLease = database.prepare(
    `INSERT INTO leases (name, holder, until) VALUES (?, ?, ?)
     ON CONFLICT (name) DO UPDATE SET holder = excluded.holder, until = excluded.until
       WHERE leases.holder = excluded.holder OR leases.until <= ? OR leases.until > ?`,
  );
  const releaseLease = database.prepare("DELETE FROM leases WHERE name = ? AND holder = ?");
  const addDelivery = database.prepare(
    `INSERT INTO deliveries (key, target, act, of, card, text, facts, state, attempts, added_at, not_before, covered_by)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, 0, ?, ?, ?) ON CONFLICT (key) DO NOTHING`,
  );
  const takeDelivery = database.prepare(
    `UPDATE deliveries SET state = 'sending', attempts = attempts + 1, not_before = :leaseEnds
     WHERE place = (
       SELECT d.place FROM deliveries d
       WHERE d.place IN (SELECT min(place) FROM deliveries WHERE state IN ('waiting', 'sending') GROUP BY target)
         AND (d.not_before <= :now OR (d.state = 'sending' AND d.not_before > :leaseTooFar)
              OR (d.attempts > 0 AND d.not_before > :tooFar))
       ORDER BY d.not_before, d.place LIMIT 1)
     RETURNING *, (SELECT pace FROM paces WHERE paces.target = deliveries.target) AS pace`,
  );
  const markSent = database.prepare(
    "UPDATE deliveries SET state = 'sent', place_id = ?, activity_id = ?, sent_at = ?, problem = NULL WHERE key = ?",
  );
  const markNotSent = database.prepare(
    "UPDATE deliveries SET state = ?, not_before = ?, problem = ? WHERE key = ?",
  );
  const keepPace = database.prepare(
    `INSERT INTO paces (target, pace) VALUES ((SELECT target FROM deliveries WHERE key = ?), ?)
     ON CONFLICT (target) DO UPDATE SET pace = excluded.pace`,
  );
  const markPostponed = database.prepare(
    "UPDATE deliveries SET state = 'waiting', attempts = attempts - 1, not_before = ?, problem = ? WHERE key = ?",
  );
  const markReposted = database.prepare("UPDATE deliveries SET place_id = ?, activity_id = ? WHERE key = ?");
  const markState = database.prepare("UPDATE deliveries SET state = ? WHERE key = ?");
  const releaseHeld = database.prepare(
    "UPDATE deliveries SET state = 'waiting', problem = NULL WHERE target = ? AND state = 'held'",
  );
  const withdrawOpen = database.prepare(
    "UPDATE deliveries SET state = 'withdrawn' WHERE key = ? AND state IN ('waiting', 'held')",
  );
  const oneDelivery = database.prepare("SELECT * FROM deliveries WHERE key = ?");
  const allDeliveries = database.prepare("SELECT * FROM deliveries ORDER BY place");

  const written = new Map<string, string>();
  let lastDropped = Number.NEGATIVE_INFINITY;

  /** Both writes or neither: a crash between them would forget what was sent, or how fast. */
  function together(work: () => void): void {
    database.exec("BEGIN IMMEDIATE");
    try {
      work();
      database.exec("COMMIT");
    } catch (error) {
      database.exec("ROLLBACK");
      throw error;
    }
  }

  return {
    places: {
      async remember(place) {
        // Every message tells of its place: one that was written as it is now is not written again.
        const facts = JSON.stringify(place);
        if (written.get(place.id) === facts) return false;
        const known = knownPlace.get(place.id) !== undefined;
        rememberPlace.run(
          place.id,
          place.kind,
          place.name ?? null,
          place.entraObjectId ?? null,
          place.reference,
        );
        written.set(place.id, facts);
        return !known;
      },
      async forget(id) {
        written.delete(id);
        forgetPlace.run(id);
      },
      all: async () => allPlaces.all().map(readPlace),
    },
    memories: {
      recall: async (key, now) =>
        (recallMemory.get(key, now.toISOString()) as { value: string } | undefined)?.value ?? null,
      async keep(key, value, { now, until }) {
        if (Math.abs(now.getTime() - lastDropped) >= dropEvery) {
          dropOldMemories.run(now.toISOString());
          lastDropped = now.getTime();
        }
        keepMemory.run(key, value, until.toISOString());
      },
    },
    leases: {
      async hold(name, holder, now, seconds) {
        const until = new Date(now.getTime() + seconds * 1000).toISOString();
        // A lease that ends later than any taken now would was taken while the clock was wrong.
        const tooFar = new Date(now.getTime() + seconds * 1000 + clocksDiffer).toISOString();
        return holdLease.run(name, holder, until, now.toISOString(), tooFar).changes === 1;
      },
      release: async (name, holder) => void releaseLease.run(name, holder),
    },
    outbox: {
      async add(deliveries, now) {
        const added: string[] = [];
        const at = now.toISOString();
        together(() => {
          for (const { key, to, act, of, card, text, facts, notBefore, held, coveredBy } of deliveries) {
            const state: DeliveryState = coveredBy !== undefined ? "covered" : held ? "held" : "waiting";
            const { changes } = addDelivery.run(
              ...[
                key,
                to,
                act,
                of ?? null,
                card,
                text,
                facts ?? null,
                state,
                at,
                notBefore ?? "",
                coveredBy ?? null,
              ],
            );
            if (changes === 1) added.push(key);
          }
        });
        return added;
      },
      async take(now, leaseSeconds) {
        const leaseEnds = new Date(now.getTime() + leaseSeconds * 1000).toISOString();
        const tooFar = new Date(now.getTime() + longestPlausibleWait).toISOString();
        const leaseTooFar = new Date(now.getTime() + leaseSeconds * 1000 + clocksDiffer).toISOString();
        const row = takeDelivery.get({ leaseEnds, leaseTooFar, tooFar, now: now.toISOString() });
        if (!row) return null;
        return {
          ...readDelivery(row),
          pace: row["pace"] === null ? "" : String(row["pace"]),
        } as TakenDelivery;
      },
      async sent(key, { placeId, activityId, at }, pace) {
        together(() => {
          markSent.run(placeId, activityId, at.toISOString(), key);
          if (pace !== undefined) keepPace.run(key, pace);
        });
      },
      async notSent(key, problem, retryAt, pace) {
        together(() => {
          markNotSent.run(retryAt ? "waiting" : "failed", retryAt?.toISOString() ?? "", problem, key);
          if (pace !== undefined) keepPace.run(key, pace);
        });
      },
      postponed: async (key, problem, until) => void markPostponed.run(until.toISOString(), problem, key),
      reposted: async (key, { placeId, activityId }) => void markReposted.run(placeId, activityId, key),
      release: async (to) => Number(releaseHeld.run(to).changes),
      withdraw: async (key) => withdrawOpen.run(key).changes === 1,
      recalled: async (key) => void markState.run("recalled", key),
      async byKey(key) {
        const row = oneDelivery.get(key);
        return row ? readDelivery(row) : null;
      },
      all: async () => allDeliveries.all().map(readDelivery),
    },
    close() {
      if (memories !== database) memories.close();
      database.close();
    },
  };
}

/** An outbox of an earlier version: what it holds as posted must not be posted again. */
function bringOverOldOutbox(database: DatabaseSync): void {
  const old = database.prepare("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'outbox'").get();
  if (!old) return;
  database.exec(`
    BEGIN IMMEDIATE;
    INSERT OR IGNORE INTO deliveries (key, target, act, card, text, state, attempts, added_at, not_before,
        activity_id, place_id, sent_at, problem)
      SELECT key, 'channel:' || audience, 'post', card, text, state, attempts, coalesce(sent_at, not_before),
        not_before, activity_id, place_id, sent_at, problem FROM outbox ORDER BY rowid;
    DROP TABLE outbox;
    COMMIT;`);
}

type SqlRow = Readonly<Record<string, unknown>>;

function readPlace(row: SqlRow): Place {
  return {
    id: String(row["id"]),
    kind: String(row["kind"]) as Place["kind"],
    reference: String(row["reference"]),
    ...(row["name"] === null ? {} : { name: String(row["name"]) }),
    ...(row["entra_object_id"] === null ? {} : { entraObjectId: String(row["entra_object_id"]) }),
  };
}

function readDelivery(row: SqlRow): DeliveryRecord {
  return {
    key: String(row["key"]),
    to: String(row["target"]) as Target,
    act: String(row["act"]) as Act,
    card: String(row["card"]),
    text: String(row["text"]),
    state: String(row["state"]) as DeliveryState,
    attempts: Number(row["attempts"]),
    addedAt: String(row["added_at"]),
    notBefore: String(row["not_before"]),
    ...(row["of"] === null ? {} : { of: String(row["of"]) }),
    ...(row["facts"] === null ? {} : { facts: String(row["facts"]) }),
    ...(row["covered_by"] === null ? {} : { coveredBy: String(row["covered_by"]) }),
    ...(row["activity_id"] === null ? {} : { activityId: String(row["activity_id"]) }),
    ...(row["place_id"] === null ? {} : { placeId: String(row["place_id"]) }),
    ...(row["sent_at"] === null ? {} : { sentAt: String(row["sent_at"]) }),
    ...(row["problem"] === null ? {} : { problem: String(row["problem"]) }),
  };
}
