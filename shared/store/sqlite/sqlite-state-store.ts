import { mkdirSync } from "node:fs";
import { dirname } from "node:path";
import { DatabaseSync } from "node:sqlite";
import type { Audience, DeliveryRecord, DeliveryState, Place, StateStore } from "../state-store.ts";

const schema = `
CREATE TABLE IF NOT EXISTS places (
  id TEXT PRIMARY KEY, kind TEXT NOT NULL, name TEXT, entra_object_id TEXT, reference TEXT NOT NULL
) STRICT;
CREATE TABLE IF NOT EXISTS memories (key TEXT PRIMARY KEY, value TEXT NOT NULL, until TEXT NOT NULL) STRICT;
CREATE INDEX IF NOT EXISTS memories_until ON memories (until);
CREATE TABLE IF NOT EXISTS outbox (
  key TEXT PRIMARY KEY, audience TEXT NOT NULL, card TEXT NOT NULL, text TEXT NOT NULL,
  state TEXT NOT NULL, attempts INTEGER NOT NULL, not_before TEXT NOT NULL,
  activity_id TEXT, place_id TEXT, sent_at TEXT, problem TEXT
) STRICT;
CREATE INDEX IF NOT EXISTS outbox_next ON outbox (state, not_before);
`;

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
  const addDelivery = database.prepare(
    `INSERT INTO outbox (key, audience, card, text, state, attempts, not_before)
     VALUES (?, ?, ?, ?, 'waiting', 0, ?) ON CONFLICT (key) DO NOTHING`,
  );
  const takeDelivery = database.prepare(
    `UPDATE outbox SET state = 'sending', attempts = attempts + 1, not_before = ?
     WHERE key = (SELECT key FROM outbox WHERE state IN ('waiting', 'sending') AND not_before <= ?
                  ORDER BY not_before, rowid LIMIT 1)
     RETURNING *`,
  );
  const markSent = database.prepare(
    "UPDATE outbox SET state = 'sent', place_id = ?, activity_id = ?, sent_at = ?, problem = NULL WHERE key = ?",
  );
  const markNotSent = database.prepare(
    "UPDATE outbox SET state = ?, not_before = ?, problem = ? WHERE key = ?",
  );
  const markPostponed = database.prepare(
    "UPDATE outbox SET state = 'waiting', attempts = attempts - 1, not_before = ?, problem = ? WHERE key = ?",
  );
  const allDeliveries = database.prepare("SELECT * FROM outbox ORDER BY rowid");

  const written = new Map<string, string>();
  let lastDropped = Number.NEGATIVE_INFINITY;

  return {
    places: {
      remember(place) {
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
      forget(id) {
        written.delete(id);
        forgetPlace.run(id);
      },
      all: () => allPlaces.all().map(readPlace),
    },
    memories: {
      recall: (key, now) =>
        (recallMemory.get(key, now.toISOString()) as { value: string } | undefined)?.value ?? null,
      keep(key, value, { now, until }) {
        if (Math.abs(now.getTime() - lastDropped) >= dropEvery) {
          dropOldMemories.run(now.toISOString());
          lastDropped = now.getTime();
        }
        keepMemory.run(key, value, until.toISOString());
      },
    },
    outbox: {
      add: (deliveries, now) =>
        deliveries
          .filter(
            ({ key, audience, card, text }) =>
              addDelivery.run(key, audience, card, text, now.toISOString()).changes === 1,
          )
          .map(({ key }) => key),
      take(now, leaseSeconds) {
        const leaseEnds = new Date(now.getTime() + leaseSeconds * 1000).toISOString();
        const row = takeDelivery.get(leaseEnds, now.toISOString());
        return row ? readDelivery(row) : null;
      },
      sent: (key, { placeId, activityId, at }) =>
        void markSent.run(placeId, activityId, at.toISOString(), key),
      notSent: (key, problem, retryAt) =>
        void markNotSent.run(retryAt ? "waiting" : "failed", retryAt?.toISOString() ?? "", problem, key),
      postponed: (key, problem, until) => void markPostponed.run(until.toISOString(), problem, key),
      all: () => allDeliveries.all().map(readDelivery),
    },
    close() {
      if (memories !== database) memories.close();
      database.close();
    },
  };
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
    audience: String(row["audience"]) as Audience,
    card: String(row["card"]),
    text: String(row["text"]),
    state: String(row["state"]) as DeliveryState,
    attempts: Number(row["attempts"]),
    notBefore: String(row["not_before"]),
    ...(row["activity_id"] === null ? {} : { activityId: String(row["activity_id"]) }),
    ...(row["place_id"] === null ? {} : { placeId: String(row["place_id"]) }),
    ...(row["sent_at"] === null ? {} : { sentAt: String(row["sent_at"]) }),
    ...(row["problem"] === null ? {} : { problem: String(row["problem"]) }),
  };
}
