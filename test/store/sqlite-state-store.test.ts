import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { describe, expect, it } from "vitest";
import { openSqliteStateStore } from "../../shared/store/sqlite/sqlite-state-store.ts";
import { keepsTheStateStorePromise } from "../contract/store/state-store-contract.ts";

describe("State in a SQLite file", () => {
  keepsTheStateStorePromise(async () => {
    const folder = await mkdtemp(join(tmpdir(), "clear-days-store-"));
    return {
      open: async () => openSqliteStateStore(join(folder, "deeper", "state.sqlite")),
      forget: () => rm(folder, { recursive: true, force: true }),
    };
  });

  it("brings over what an earlier version had posted, so that nothing is posted again", async () => {
    const folder = await mkdtemp(join(tmpdir(), "clear-days-store-"));
    const file = join(folder, "state.sqlite");
    const old = new DatabaseSync(file);
    old.exec(`CREATE TABLE outbox (
      key TEXT PRIMARY KEY, audience TEXT NOT NULL, card TEXT NOT NULL, text TEXT NOT NULL,
      state TEXT NOT NULL, attempts INTEGER NOT NULL, not_before TEXT NOT NULL,
      activity_id TEXT, place_id TEXT, sent_at TEXT, problem TEXT) STRICT;
      INSERT INTO outbox VALUES ('meeting:X:agenda-published:members', 'members', '{}', 'Words', 'sent', 1,
        '2026-11-20T10:00:00.000Z', 'activity', 'place', '2026-11-20T10:00:01.000Z', NULL);`);
    old.close();
    const store = openSqliteStateStore(file);
    try {
      const key = "meeting:X:agenda-published:members";
      const now = new Date("2026-11-22T10:00:00Z");
      expect(
        await store.outbox.add([{ key, to: "channel:members", act: "post", card: "{}", text: "W" }], now),
      ).toEqual([]);
      expect(await store.outbox.byKey(key)).toMatchObject({
        state: "sent",
        to: "channel:members",
        activityId: "activity",
      });
    } finally {
      store.close();
      await rm(folder, { recursive: true, force: true });
    }
  });
});
