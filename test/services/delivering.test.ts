import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, test } from "vitest";
import { dateInLondon } from "../../shared/rules/dates/calendar-arithmetic.ts";
import { conversationLimits, tenantLimits } from "../../shared/rules/deliveries/pacing.ts";
import type { Caller } from "../../shared/services/caller.ts";
import type { Clock } from "../../shared/services/clock.ts";
import { createDelivering, type Delivering } from "../../shared/services/delivering.ts";
import type { DeliveryPlanning } from "../../shared/services/delivery-planning.ts";
import { type OutgoingMessage, type Sending, SendingRefused } from "../../shared/services/sending.ts";
import { openSqliteStateStore } from "../../shared/store/sqlite/sqlite-state-store.ts";
import type { Delivery, Place, StateStore } from "../../shared/store/state-store.ts";

/** A clock that a test moves. */
class MovedClock implements Clock {
  at = Date.parse("2026-12-02T12:00:00Z");
  now = (): Date => new Date(this.at);
  today = () => dateInLondon(this.now());
}

/** What stands in Teams: every message by its id, and what was done when. */
class StandingTeams implements Sending {
  readonly done: { what: string; place: string; text: string; at: number }[] = [];
  readonly standing = new Map<string, string>();
  /** Called before each step: throws what Teams is to answer. */
  fault: (what: string, message: string) => void = () => {};
  readonly clock: Clock;
  constructor(clock: Clock) {
    this.clock = clock;
  }
  #record(what: string, place: Place, text: string): void {
    this.fault(what, text);
    this.done.push({ what, place: place.id, text, at: this.clock.now().getTime() });
  }
  async post(place: Place, { text }: OutgoingMessage): Promise<string> {
    this.#record("post", place, text);
    const id = `activity-${this.done.length}`;
    this.standing.set(id, text);
    return id;
  }
  async update(place: Place, activityId: string, { text }: OutgoingMessage): Promise<void> {
    if (!this.standing.has(activityId))
      throw new SendingRefused(404, "ActivityNotFoundInConversation", "It is gone.");
    this.#record("update", place, text);
    this.standing.set(activityId, text);
  }
  async reply(place: Place, activityId: string, { text }: OutgoingMessage): Promise<string> {
    this.#record(`reply to ${activityId}`, place, text);
    return `reply-${this.done.length}`;
  }
  async recall(place: Place, activityId: string): Promise<void> {
    this.#record("recall", place, activityId);
    this.standing.delete(activityId);
  }
}

const officer: Caller = { entraObjectId: "o", name: "An Officer", roles: ["CommitteeOfficer"], token: "" };
const nothingDue: DeliveryPlanning = { plan: async () => [] };

let folder: string;
let store: StateStore;
let clock: MovedClock;
let teams: StandingTeams;
let delivering: Delivering;

function start(planning = nothingDue): Delivering {
  return createDelivering({
    planning,
    store,
    channels: { members: "Members", officers: "Officers" },
    clock,
    pace: 1,
    instances: 1,
    keepApproval: async () => {},
  });
}

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "clear-days-delivering-"));
  store = openSqliteStateStore(join(folder, "state.sqlite"));
  clock = new MovedClock();
  teams = new StandingTeams(clock);
  delivering = start();
  await delivering.remember({ id: "19:members", kind: "channel", name: "Members", reference: "{}" });
});
afterEach(async () => {
  store.close();
  await rm(folder, { recursive: true, force: true });
});

const message = (key: string, more: Partial<Delivery> = {}): Delivery => ({
  key,
  to: "channel:members",
  act: "post",
  card: "{}",
  text: key,
  ...more,
});
const add = (...deliveries: Delivery[]) => store.outbox.add(deliveries, clock.now());
const stateOf = async (key: string) => (await store.outbox.byKey(key))?.state;
const problemOf = async (key: string) => (await store.outbox.byKey(key))?.problem;

/** Lets time pass in steps, sending in each, until nothing is open or so many seconds are over. */
async function letPass(seconds: number, step = 0.2): Promise<void> {
  const end = clock.at + seconds * 1000;
  for (;;) {
    await delivering.sendWaiting(teams);
    const open = (await store.outbox.all()).some(({ state }) => state === "waiting" || state === "sending");
    if (!open || clock.at >= end) return;
    clock.at += step * 1000;
  }
}

/** The most messages that lie within any window of a limit. */
function mostWithin(instants: readonly number[], within: number): number {
  return Math.max(
    0,
    ...instants.map((from) => instants.filter((at) => at >= from && at < from + within).length),
  );
}

describe("Teams’ limits", () => {
  it("are kept in one conversation, in every window, and the order is kept with them", async () => {
    await add(...Array.from({ length: 300 }, (_, index) => message(`m${index}`)));
    await letPass(600, 0.5);
    const instants = teams.done.map(({ at }) => at);
    expect(instants).toHaveLength(300);
    for (const { messages, within } of conversationLimits)
      expect(mostWithin(instants, within), `within ${within} ms`).toBeLessThanOrEqual(messages);
    expect(teams.done.map(({ text }) => text)).toEqual(
      Array.from({ length: 300 }, (_, index) => `m${index}`),
    );
  });

  it("are kept over all conversations of the tenant", async () => {
    for (let person = 0; person < 100; person++)
      await delivering.remember({
        id: `chat-${person}`,
        kind: "personal",
        entraObjectId: `p${person}`,
        reference: "{}",
      });
    await add(
      ...Array.from({ length: 400 }, (_, index) => message(`m${index}`, { to: `person:p${index % 100}` })),
    );
    await letPass(120);
    const instants = teams.done.map(({ at }) => at);
    expect(instants).toHaveLength(400);
    for (const { messages, within } of tenantLimits)
      expect(mostWithin(instants, within)).toBeLessThanOrEqual(messages);
  });

  it("are remembered over a restart", async () => {
    await add(...Array.from({ length: 7 }, (_, index) => message(`a${index}`)), message("b"));
    await delivering.sendWaiting(teams);
    expect(teams.done).toHaveLength(7);
    store.close();
    store = openSqliteStateStore(join(folder, "state.sqlite"));
    delivering = start();
    clock.at += 100;
    await delivering.sendWaiting(teams);
    expect(teams.done).toHaveLength(7);
    await letPass(5);
    expect(teams.done).toHaveLength(8);
  });
});

describe("When Teams does not take a message", () => {
  test.each([
    [429, "", 7],
    [412, "", undefined],
    [500, "", undefined],
    [502, "", undefined],
    [504, "", undefined],
    [0, "", undefined],
  ])("%i is tried again later, and not before it may be", async (status, code, retryAfter) => {
    let refusals = 3;
    const refusedAt: number[] = [];
    teams.fault = () => {
      if (refusals-- <= 0) return;
      refusedAt.push(clock.at);
      throw new SendingRefused(status, code, "Not now.", retryAfter);
    };
    await add(message("m"));
    await letPass(300);
    expect(await stateOf("m")).toBe("sent");
    expect(teams.done).toHaveLength(1);
    const waits = [...refusedAt.slice(1), teams.done[0]?.at ?? 0].map(
      (at, index) => at - (refusedAt[index] ?? 0),
    );
    for (const [index, wait] of waits.entries())
      expect(wait).toBeGreaterThanOrEqual(retryAfter === undefined ? 1_000 * 2 ** index : retryAfter * 1_000);
  });

  it("what is wrong with the message itself is given up at once, and the next one goes out", async () => {
    teams.fault = (_, text) => {
      if (text === "bad") throw new SendingRefused(400, "BadSyntax", "The card is malformed.");
    };
    await add(message("bad"), message("good"));
    await letPass(5);
    expect(await stateOf("bad")).toBe("failed");
    expect(await problemOf("bad")).toBe("The card is malformed.");
    expect(await stateOf("good")).toBe("sent");
  });

  it("a bot that was taken out of the channel waits until it is let in again", async () => {
    teams.fault = () => {
      throw new SendingRefused(403, "BotNotInConversationRoster", "The bot is not part of the conversation.");
    };
    await add(message("m"));
    await letPass(10);
    expect(await stateOf("m")).toBe("waiting");
    expect(await problemOf("m")).toContain("Add it to the team");
    expect(await store.places.all()).toEqual([]);
    teams.fault = () => {};
    await delivering.remember({ id: "19:renamed", kind: "channel", name: "members ", reference: "{}" });
    await letPass(10);
    expect(teams.done).toMatchObject([{ what: "post", place: "19:renamed" }]);
  });

  it("a channel that has not been found yet costs no attempt", async () => {
    await add(message("m", { to: "channel:officers" }));
    await letPass(30);
    expect(await store.outbox.byKey("m")).toMatchObject({ state: "waiting", attempts: 0 });
    await delivering.remember({ id: "19:officers", kind: "channel", name: "Officers", reference: "{}" });
    await letPass(10);
    expect(await stateOf("m")).toBe("sent");
  });
});

describe("A card that changes", () => {
  const changes = [
    message("card", { text: "first words" }),
    message("card:update-1", { act: "update", of: "card", text: "second words" }),
    message("card:reply-1", { act: "reply", of: "card", text: "The room has changed." }),
  ];

  it("is changed where it stands, with a short reply below it", async () => {
    await add(...changes);
    await letPass(5);
    expect(teams.done.map(({ what, text }) => [what, text])).toEqual([
      ["post", "first words"],
      ["update", "second words"],
      ["reply to activity-1", "The room has changed."],
    ]);
    expect([...teams.standing.values()]).toEqual(["second words"]);
  });

  it("is posted anew when Teams has lost it, and later changes go there", async () => {
    await add(...changes.slice(0, 1));
    await letPass(5);
    teams.standing.clear();
    await add(
      ...changes.slice(1),
      message("card:update-2", { act: "update", of: "card", text: "third words" }),
    );
    await letPass(5);
    expect([...teams.standing.entries()]).toEqual([["activity-2", "third words"]]);
    expect(teams.done.map(({ what }) => what)).toEqual(["post", "post", "reply to activity-2", "update"]);
  });

  it("can be taken back by an officer, before it is out and after, and by nobody else", async () => {
    await add(message("early"), message("late"));
    await delivering.recall(officer, "early");
    await letPass(5);
    expect(teams.done.map(({ text }) => text)).toEqual(["late"]);
    await expect(delivering.recall({ ...officer, roles: [] }, "late")).rejects.toThrow(
      /Only committee officers/,
    );
    await delivering.recall(officer, "late");
    await delivering.recall(officer, "late");
    await letPass(5);
    expect(teams.standing.size).toBe(0);
    expect(await stateOf("late")).toBe("recalled");
    await expect(delivering.recall(officer, "late")).rejects.toThrow(/Only a card that stands/);
    await add(message("late:update-1", { act: "update", of: "late" }));
    await letPass(5);
    expect(await stateOf("late:update-1")).toBe("failed");
    expect(teams.standing.size).toBe(0);
  });

  it("waits for the first yes to its channel", async () => {
    await add(message("held", { held: true }));
    await letPass(5);
    expect(teams.done).toEqual([]);
    await expect(delivering.approve({ ...officer, roles: [] }, "members")).rejects.toThrow(
      /Only committee officers/,
    );
    expect(await delivering.approve(officer, "members")).toBe(1);
    await letPass(5);
    expect(teams.done).toHaveLength(1);
  });
});

describe("Several instances", () => {
  it("plan one at a time, and another takes over from one that died", async () => {
    let plans = 0;
    const planning: DeliveryPlanning = {
      plan: async () => {
        plans += 1;
        return [message(`planned-${plans}`)];
      },
    };
    const [one, two] = [start(planning), start(planning)];
    expect(await one.planDue()).toEqual(["planned-1"]);
    expect(await two.planDue()).toEqual([]);
    expect(await one.planDue()).toEqual(["planned-2"]);
    clock.at += 91_000;
    expect(await two.planDue()).toEqual(["planned-3"]);
    expect(await one.planDue()).toEqual([]);
  });
});

describe("Clocks that jump", () => {
  test.each([
    ["an hour forward", 3_600_000],
    ["an hour back", -3_600_000],
    ["a year forward and back again", 365 * 24 * 3_600_000],
  ])("%s: nothing twice, nothing lost", async (_, jump) => {
    await add(message("before"));
    await letPass(2);
    let refusals = 1;
    teams.fault = () => {
      if (refusals-- > 0) throw new SendingRefused(429, "", "Not now.");
    };
    await add(message("during"));
    clock.at += jump;
    await delivering.sendWaiting(teams);
    if (jump > 24 * 3_600_000) clock.at -= jump;
    await add(message("afterwards"));
    await letPass(120);
    expect(teams.done.map(({ text }) => text)).toEqual(["before", "during", "afterwards"]);
  });
});

describe("A process that dies at any step of the way", () => {
  /** Stops for good at a numbered step: the promise never settles, as after a kill. */
  function dyingAt(step: number): { store: StateStore; sending: Sending; died: Promise<void> } {
    let passed = 0;
    let die: () => void = () => {};
    const died = new Promise<void>((resolve) => {
      die = resolve;
    });
    const stop = (): Promise<never> => {
      die();
      return new Promise(() => {});
    };
    const around = <Thing extends object>(thing: Thing): Thing =>
      new Proxy(thing, {
        get(target, name) {
          const value = Reflect.get(target, name, target) as unknown;
          if (
            typeof value === "object" &&
            value !== null &&
            name !== "done" &&
            name !== "standing" &&
            name !== "clock"
          )
            return around(value);
          if (typeof value !== "function") return value;
          return async (...given: unknown[]) => {
            if (++passed === step) return stop();
            const answer = await Reflect.apply(value, target, given);
            if (++passed === step) return stop();
            return answer;
          };
        },
      });
    return { store: around(store), sending: around(teams), died };
  }

  it("loses nothing, keeps the order, and doubles only what was posted without being written down", async () => {
    let steps = 0;
    for (let step = 1; step <= 400; step++) {
      const file = join(folder, `dies-${step}.sqlite`);
      store.close();
      store = openSqliteStateStore(file);
      clock = new MovedClock();
      teams = new StandingTeams(clock);
      const dying = dyingAt(step);
      const planned = [
        message("a1"),
        message("a1:update-1", { act: "update", of: "a1" }),
        message("a2"),
        message("b1", { to: "place:19:other" }),
      ];
      const planning: DeliveryPlanning = {
        plan: async (known) => planned.filter(({ key }) => !known.some((one) => one.key === key)),
      };
      const settle = (own: StateStore) =>
        createDelivering({
          planning,
          store: own,
          channels: { members: "Members", officers: "Officers" },
          clock,
          pace: 1,
          instances: 1,
          keepApproval: async () => {},
        });
      const run = async (one: Delivering, sending: Sending): Promise<"ended"> => {
        await one.remember({ id: "19:members", kind: "channel", name: "Members", reference: "{}" });
        await one.remember({ id: "19:other", kind: "channel", name: "Other", reference: "{}" });
        await one.planDue();
        await one.sendWaiting(sending);
        return "ended";
      };
      const ended = await Promise.race([run(settle(dying.store), dying.sending), dying.died]);

      // The next process: the same file, after the leases are over.
      store.close();
      store = openSqliteStateStore(file);
      clock.at += 120_000;
      delivering = settle(store);
      await run(delivering, teams);
      await letPass(60, 1);

      const posts = teams.done.filter(({ what }) => what === "post");
      const doubled = posts.length - 3;
      expect(doubled, `died at ${step}`).toBeGreaterThanOrEqual(0);
      expect(doubled, `died at ${step}`).toBeLessThanOrEqual(2);
      for (const { key } of planned) expect(await stateOf(key), `${key}, died at ${step}`).toBe("sent");
      const inMembers = [
        ...new Set(
          teams.done.filter(({ place }) => place === "19:members").map(({ what, text }) => `${what} ${text}`),
        ),
      ];
      expect(inMembers, `died at ${step}`).toEqual(["post a1", "update a1:update-1", "post a2"]);
      if (ended === "ended") {
        steps = step;
        expect(doubled).toBe(0);
        break;
      }
    }
    expect(steps).toBeGreaterThan(40);
  });
});
