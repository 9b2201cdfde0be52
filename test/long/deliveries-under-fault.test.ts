import { type ChildProcess, spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { localEnvironment } from "../../infra/local/local-settings.ts";
import { type RecordsPlatform, startRecordsPlatform } from "../../infra/local/records-platform.ts";
import { provisionSite } from "../../shared/services/compose.ts";
import { readSettings } from "../../shared/settings/settings.ts";
import { openAzureStateStore } from "../../shared/store/azure-storage/azure-state-store.ts";
import { openSqliteStateStore } from "../../shared/store/sqlite/sqlite-state-store.ts";
import type { Delivery, StateStore } from "../../shared/store/state-store.ts";
import { type Azurite, startAzurite } from "../builders/azurite.ts";
import {
  type Accepted,
  type FaultyConnector,
  randomFrom,
  startFaultyConnector,
} from "../builders/faulty-connector.ts";

const conversations = 200;
const messagesEach = 25;
const kills = 10;
const seed = 20_261_122;

/**
 * Milliseconds around a kill in which an answer may not have been written down: given just before it, or by a slow
 * connector to a process that was gone.
 */
const unwritten = 1_000;

let home: string;
let platform: RecordsPlatform;
let environment: Record<string, string>;

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), "clear-days-faults-"));
  platform = await startRecordsPlatform(home, { graph: 0, issuer: 0 }, "http://localhost:3978");
  environment = {
    ...localEnvironment({
      publicAddress: "http://localhost:3978",
      botPort: 0,
      graphAddress: platform.sandbox.address,
      issuer: platform.issuer,
      home,
    }),
    NODE_EXTRA_CA_CERTS: platform.certFile,
    PATH: process.env["PATH"] ?? "",
    // Teams' own limits would make five thousand messages a matter of hours; that they are kept is tested apart.
    SENDING_PACE: "1000",
    TICK_SECONDS: "3600",
  };
  await provisionSite(readSettings(environment));
});
afterAll(async () => {
  await platform.close();
  await rm(home, { recursive: true, force: true });
});

async function startBotProcess(more: Record<string, string> = {}): Promise<ChildProcess> {
  const child = spawn(process.execPath, [resolve("bot/main.ts")], {
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...environment, ...more },
  });
  let output = "";
  await new Promise<void>((listening, failed) => {
    const collect = (chunk: Buffer) => {
      if (output.length < 10_000) output += chunk.toString();
      if (output.includes('"bot.listening"')) listening();
    };
    child.stdout?.on("data", collect);
    child.stderr?.on("data", collect);
    child.once("exit", () => failed(new Error(`The bot did not start.\n${output}`)));
  });
  return child;
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  await new Promise<void>((ended) => {
    child.once("exit", () => ended());
    child.kill(signal);
  });
}

/** Fills the outbox: so many messages for each of so many chats, in an order that mixes them. */
async function fill(store: StateStore, serviceUrl: string, chats: number, each: number): Promise<Delivery[]> {
  for (let chat = 0; chat < chats; chat++)
    await store.places.remember({
      id: `chat-${chat}`,
      kind: "personal",
      entraObjectId: `person-${chat}`,
      reference: JSON.stringify({ serviceUrl, bot: { id: "bot-1", name: "Clear Days" } }),
    });
  const deliveries = Array.from({ length: chats * each }, (_, index): Delivery => {
    const text = `chat-${index % chats} message ${Math.floor(index / chats)}`;
    const card = JSON.stringify({
      type: "AdaptiveCard",
      version: "1.5",
      body: [{ type: "TextBlock", text }],
    });
    return { key: `load:${text}`, to: `person:person-${index % chats}`, act: "post", card, text };
  });
  await store.outbox.add(deliveries, new Date());
  return deliveries;
}

async function openDeliveries(store: StateStore): Promise<number> {
  return (await store.outbox.all()).filter(({ state }) => state === "waiting" || state === "sending").length;
}

/**
 * Everything that must hold of what arrived.
 * @param inHand words of what was taken and not yet written down as sent when a process was killed.
 * @returns how many were doubled.
 */
function judge(
  accepted: readonly Accepted[],
  wanted: readonly Delivery[],
  killedAt: readonly number[],
  inHand: ReadonlySet<string> = new Set(),
): { doubled: number; lostAnswers: number } {
  const times = Map.groupBy(accepted, ({ text }) => text);
  const missing = wanted.filter(({ text }) => !times.has(text));
  expect(missing.map(({ text }) => text)).toEqual([]);

  const mayDouble = (arrivals: readonly Accepted[]): boolean =>
    arrivals
      .slice(0, -1)
      .every(
        ({ answerLost, at, text }) =>
          answerLost || inHand.has(text) || killedAt.some((kill) => Math.abs(kill - at) < unwritten),
      );
  const doubled = [...times.values()].filter((arrivals) => arrivals.length > 1);
  expect(doubled.filter((arrivals) => !mayDouble(arrivals)).map(([first]) => first?.text)).toEqual([]);

  for (const [conversation, arrivals] of Map.groupBy(accepted, ({ conversation }) => conversation)) {
    const order = [...new Set(arrivals.map(({ text }) => text))];
    const asked = wanted.filter(({ text }) => text.startsWith(`${conversation} `)).map(({ text }) => text);
    expect(order, conversation).toEqual(asked);
  }
  return { doubled: doubled.length, lostAnswers: accepted.filter(({ answerLost }) => answerLost).length };
}

describe("The bot’s own process, killed at random among faults", () => {
  let connector: FaultyConnector;
  afterAll(() => connector?.close());

  it(`delivers ${conversations * messagesEach} messages to ${conversations} conversations with 20 % faults and ${kills} kills: none lost, order kept`, async () => {
    connector = await startFaultyConnector(seed, 0.2);
    const chance = randomFrom(seed + 1);
    const store = openSqliteStateStore(environment["STATE_FILE"] ?? "");
    const wanted = await fill(store, connector.serviceUrl, conversations, messagesEach);
    const killedAt: number[] = [];
    const started = performance.now();
    let bot = await startBotProcess();
    try {
      for (let kill = 0; kill < kills; kill++) {
        await sleep(500 + chance() * 2_500);
        await end(bot, "SIGKILL");
        killedAt.push(performance.now());
        bot = await startBotProcess();
      }
      for (let waited = 0; waited < 600 && (await openDeliveries(store)) > 0; waited++) await sleep(1_000);
    } finally {
      await end(bot, "SIGTERM");
    }
    expect(await openDeliveries(store)).toBe(0);
    const states = Object.groupBy(await store.outbox.all(), ({ state }) => state);
    expect(Object.keys(states)).toEqual(["sent"]);
    store.close();
    expect(connector.anonymous).toBe(0);
    expect(connector.faults.size).toBe(8);
    const { doubled, lostAnswers } = judge(connector.accepted, wanted, killedAt);
    const seconds = Math.round((performance.now() - started) / 1000);
    const faults = [...connector.faults.values()].reduce((sum, count) => sum + count, 0);
    console.log(
      `${wanted.length} deliveries, ${faults} faults, ${kills} kills, ${seconds} s: none lost, ${doubled} doubled, ${lostAnswers} answers lost on purpose.`,
    );
  });
});

describe("Three instances on Azure Storage, one of them killed", () => {
  let connector: FaultyConnector;
  let azurite: Azurite;
  beforeAll(async () => {
    azurite = await startAzurite();
  });
  afterAll(async () => {
    await connector?.close();
    await azurite?.stop();
  });

  it("deliver 600 messages to 60 conversations with 20 % faults: the dead one’s work is taken over", async () => {
    connector = await startFaultyConnector(seed + 2, 0.2);
    const store = await openAzureStateStore(azurite.connection);
    const wanted = await fill(store, connector.serviceUrl, 60, 10);
    const started = performance.now();
    const shared = { STATE_STORAGE: azurite.connection, INSTANCES: "3" };
    const bots = await Promise.all([
      startBotProcess(shared),
      startBotProcess(shared),
      startBotProcess(shared),
    ]);
    const killedAt: number[] = [];
    const inHand = new Set<string>();
    try {
      await sleep(3_000);
      await end(bots[0] as ChildProcess, "SIGKILL");
      killedAt.push(performance.now());
      // The store answers slowly under this load: what the dead one had in its hands is known by the store alone.
      for (const { state, text } of await store.outbox.all()) if (state === "sending") inHand.add(text);
      for (let waited = 0; waited < 600 && (await openDeliveries(store)) > 0; waited++) await sleep(1_000);
    } finally {
      await Promise.all(bots.slice(1).map((bot) => end(bot, "SIGTERM")));
    }
    const states = Object.groupBy(await store.outbox.all(), ({ state }) => state);
    expect(Object.keys(states)).toEqual(["sent"]);
    const { doubled, lostAnswers } = judge(connector.accepted, wanted, killedAt, inHand);
    const seconds = Math.round((performance.now() - started) / 1000);
    console.log(
      `${wanted.length} deliveries by three instances, one killed, ${seconds} s: none lost, ${doubled} doubled, ${lostAnswers} answers lost on purpose.`,
    );
  });
});
