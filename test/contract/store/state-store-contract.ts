import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Delivery, Place, StateStore } from "../../../shared/store/state-store.ts";

/** A driver under test: opens the same store again and again, as a process that starts anew does. */
export interface StoreUnderTest {
  open(): Promise<StateStore>;
  /** Forgets everything and lets go of what it needed. */
  forget(): Promise<void>;
}

const noon = new Date("2026-12-02T12:00:00Z");
const noonPlus = (seconds: number): Date => new Date(noon.getTime() + seconds * 1000);

function post(key: string, to: Delivery["to"] = "channel:members", more: Partial<Delivery> = {}): Delivery {
  return { key, to, act: "post", card: `{"key":"${key}"}`, text: `Words of ${key}`, ...more };
}

/** What every driver of the state store promises. */
export function keepsTheStateStorePromise(make: () => Promise<StoreUnderTest>): void {
  let under: StoreUnderTest;
  let store: StateStore;
  beforeEach(async () => {
    under = await make();
    store = await under.open();
  });
  afterEach(async () => {
    store.close();
    await under.forget();
  });
  const again = async (): Promise<void> => {
    store.close();
    store = await under.open();
  };

  describe("places", () => {
    const channel: Place = { id: "19:a@thread.tacv2", kind: "channel", name: "Members", reference: "{}" };

    it("are remembered once, keep what is not said again, and are forgotten", async () => {
      expect(await store.places.remember(channel)).toBe(true);
      expect(await store.places.remember(channel)).toBe(false);
      await again();
      const { name: _, ...nameless } = channel;
      expect(await store.places.remember({ ...nameless, reference: '{"a":1}' })).toBe(false);
      expect(await store.places.all()).toEqual([{ ...channel, reference: '{"a":1}' }]);
      await store.places.forget(channel.id);
      expect(await store.places.all()).toEqual([]);
      expect(await store.places.remember(channel)).toBe(true);
    });

    it("take any id that Teams gives, and a person’s own", async () => {
      const person: Place = {
        id: "a:1/2\\3#4?5 %é'\"",
        kind: "personal",
        entraObjectId: "11111111-2222-4333-8444-555555555555",
        reference: JSON.stringify({ long: "x".repeat(3_000) }),
      };
      await store.places.remember(person);
      await again();
      expect(await store.places.all()).toEqual([person]);
    });
  });

  describe("memories", () => {
    it("are recalled until their time is up, and the last one counts", async () => {
      const keep = (value: string, until: Date) =>
        store.memories.keep("conversation:a:1/2#?", value, { now: noon, until });
      await keep("first", noonPlus(10));
      await keep("second é".repeat(2_000), noonPlus(60));
      await again();
      expect(await store.memories.recall("conversation:a:1/2#?", noonPlus(59))).toBe(
        "second é".repeat(2_000),
      );
      expect(await store.memories.recall("conversation:a:1/2#?", noonPlus(60))).toBeNull();
      expect(await store.memories.recall("another", noon)).toBeNull();
    });
  });

  describe("leases", () => {
    it("are held by one at a time, renewed by their holder, and free when over or let go", async () => {
      const hold = (holder: string, at: Date) => store.leases.hold("planning", holder, at, 60);
      expect(await hold("one", noon)).toBe(true);
      expect(await hold("two", noonPlus(59))).toBe(false);
      expect(await hold("one", noonPlus(30))).toBe(true);
      expect(await hold("two", noonPlus(61))).toBe(false);
      expect(await hold("two", noonPlus(91))).toBe(true);
      await store.leases.release("planning", "one");
      expect(await hold("one", noonPlus(92))).toBe(false);
      await store.leases.release("planning", "two");
      expect(await hold("one", noonPlus(93))).toBe(true);
    });

    it("given while the clock was wrong do not last", async () => {
      const nextYear = new Date("2027-12-02T12:00:00Z");
      expect(await store.leases.hold("planning", "one", nextYear, 60)).toBe(true);
      expect(await store.leases.hold("planning", "two", noon, 60)).toBe(true);
    });
  });

  describe("what another took a moment ago, by its own clock", () => {
    it("stays the other’s, although its lease ends later than one asked for before it", async () => {
      expect(await store.leases.hold("planning", "one", noonPlus(2), 60)).toBe(true);
      expect(await store.leases.hold("planning", "two", noon, 60)).toBe(false);
      await store.outbox.add([post("only", "place:p")], noon);
      const other = await under.open();
      try {
        expect((await other.outbox.take(noonPlus(2), 30))?.key).toBe("only");
        expect(await store.outbox.take(noon, 30)).toBeNull();
      } finally {
        await other.close();
      }
    });
  });

  describe("the outbox", () => {
    const keys = async (): Promise<string[]> => (await store.outbox.all()).map(({ key }) => key);

    it("takes each key once, keeps the order, and gives everything back as it was", async () => {
      const full = post("b/1#?\\ é", "person:11111111-2222-4333-8444-555555555555", {
        act: "update",
        of: "a",
        facts: '{"x":1}',
        card: JSON.stringify({ long: "ü".repeat(12_000) }),
        notBefore: noonPlus(3600).toISOString(),
      });
      expect(await store.outbox.add([post("a"), full], noon)).toEqual(["a", full.key]);
      await again();
      expect(await store.outbox.add([post("a", "channel:officers"), post("c")], noonPlus(1))).toEqual(["c"]);
      expect(await keys()).toEqual(["a", full.key, "c"]);
      expect(await store.outbox.byKey(full.key)).toMatchObject({ ...full, state: "waiting", attempts: 0 });
      expect((await store.outbox.byKey("a"))?.to).toBe("channel:members");
      expect(await store.outbox.byKey("none")).toBeNull();
    });

    it("gives the oldest of each target, one at a time, and the next only when that is done", async () => {
      await store.outbox.add([post("a1"), post("a2"), post("b1", "channel:officers")], noon);
      const first = await store.outbox.take(noonPlus(1), 30);
      const second = await store.outbox.take(noonPlus(1), 30);
      expect([first?.key, second?.key].sort()).toEqual(["a1", "b1"]);
      expect(await store.outbox.take(noonPlus(1), 30)).toBeNull();
      await store.outbox.sent("a1", { placeId: "p", activityId: "1", at: noonPlus(2) });
      expect((await store.outbox.take(noonPlus(2), 30))?.key).toBe("a2");
      expect(await store.outbox.byKey("a1")).toMatchObject({
        state: "sent",
        placeId: "p",
        activityId: "1",
        attempts: 1,
        sentAt: noonPlus(2).toISOString(),
      });
    });

    it("keeps later ones back while an earlier one waits for its next attempt, and lets go when it is given up", async () => {
      await store.outbox.add([post("a1"), post("a2")], noon);
      await store.outbox.take(noon, 30);
      await store.outbox.notSent("a1", "Busy.", noonPlus(10), "kept pace");
      expect(await store.outbox.take(noonPlus(5), 30)).toBeNull();
      await again();
      const taken = await store.outbox.take(noonPlus(10), 30);
      expect(taken).toMatchObject({ key: "a1", attempts: 2, pace: "kept pace", problem: "Busy." });
      await store.outbox.notSent("a1", "Refused.", null);
      expect(await store.outbox.byKey("a1")).toMatchObject({ state: "failed", problem: "Refused." });
      expect((await store.outbox.take(noonPlus(10), 30))?.key).toBe("a2");
    });

    it("does not count what was only put off, and remembers the pace of a target", async () => {
      await store.outbox.add([post("a1"), post("a2")], noon);
      expect((await store.outbox.take(noon, 30))?.pace).toBe("");
      await store.outbox.postponed("a1", "Nowhere to send it.", noonPlus(3));
      expect(await store.outbox.take(noonPlus(2), 30)).toBeNull();
      expect((await store.outbox.take(noonPlus(3), 30))?.attempts).toBe(1);
      await store.outbox.sent("a1", { placeId: "p", activityId: "1", at: noonPlus(3) }, "fast");
      expect((await store.outbox.take(noonPlus(4), 30))?.pace).toBe("fast");
    });

    it("gives again what was taken by a process that died, when its lease is over", async () => {
      await store.outbox.add([post("a1")], noon);
      await store.outbox.take(noon, 30);
      await again();
      expect(await store.outbox.take(noonPlus(29), 30)).toBeNull();
      expect(await store.outbox.take(noonPlus(31), 30)).toMatchObject({ key: "a1", attempts: 2 });
    });

    it("gives again what was taken, or put off, while the clock was a year ahead", async () => {
      const nextYear = new Date("2027-12-02T12:00:00Z");
      await store.outbox.add([post("a1"), post("b1", "channel:officers")], noon);
      await store.outbox.take(nextYear, 30);
      await store.outbox.take(nextYear, 30);
      await store.outbox.notSent("b1", "Busy.", new Date(nextYear.getTime() + 10_000));
      expect((await store.outbox.take(noonPlus(60), 30))?.key).toBeDefined();
      expect((await store.outbox.take(noonPlus(60), 30))?.key).toBeDefined();
    });

    it("holds what waits for a yes, lets it go in order, and keeps what was told elsewhere for the ledger", async () => {
      await store.outbox.add(
        [post("h1", "channel:members", { held: true }), post("h2", "channel:members", { held: true })],
        noon,
      );
      await store.outbox.add([post("told", "channel:officers", { coveredBy: "digest" })], noon);
      expect(await store.outbox.take(noonPlus(1), 30)).toBeNull();
      expect(await store.outbox.byKey("told")).toMatchObject({ state: "covered", coveredBy: "digest" });
      expect(await store.outbox.release("channel:members")).toBe(2);
      expect(await store.outbox.release("channel:officers")).toBe(0);
      expect((await store.outbox.take(noonPlus(2), 30))?.key).toBe("h1");
    });

    it("withdraws what is not out, and marks what was taken back or stands anew", async () => {
      await store.outbox.add([post("a1"), post("a2")], noon);
      expect(await store.outbox.withdraw("a1")).toBe(true);
      expect((await store.outbox.take(noon, 30))?.key).toBe("a2");
      expect(await store.outbox.withdraw("a2")).toBe(false);
      await store.outbox.sent("a2", { placeId: "p", activityId: "1", at: noon });
      await store.outbox.reposted("a2", { placeId: "p", activityId: "2" });
      expect(await store.outbox.byKey("a2")).toMatchObject({ state: "sent", activityId: "2" });
      await store.outbox.recalled("a2");
      expect((await store.outbox.byKey("a2"))?.state).toBe("recalled");
      expect(await store.outbox.take(noonPlus(100), 30)).toBeNull();
    });

    it("waits for the hour that a delivery is set for", async () => {
      await store.outbox.add(
        [post("night", "channel:members", { notBefore: noonPlus(3600).toISOString() })],
        noon,
      );
      expect(await store.outbox.take(noonPlus(3599), 30)).toBeNull();
      expect((await store.outbox.take(noonPlus(3600), 30))?.key).toBe("night");
    });

    it("never gives one delivery to two who ask at once", async () => {
      const many = Array.from({ length: 30 }, (_, index) => post(`k${index}`, `place:p${index}`));
      await store.outbox.add(many, noon);
      const other = await under.open();
      try {
        const taken: string[] = [];
        await Promise.all(
          [store, other, store, other].map(async (asking) => {
            for (;;) {
              const delivery = await asking.outbox.take(noonPlus(1), 30);
              if (!delivery) return;
              taken.push(delivery.key);
            }
          }),
        );
        expect(new Set(taken).size).toBe(taken.length);
        // Whoever lost a race may have come away with nothing: what is left is there for the next look.
        for (;;) {
          const delivery = await store.outbox.take(noonPlus(1), 30);
          if (!delivery) break;
          taken.push(delivery.key);
        }
        expect(taken.sort()).toEqual(many.map(({ key }) => key).sort());
      } finally {
        other.close();
      }
    });
  });
}
