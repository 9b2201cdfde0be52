import { spawn } from "node:child_process";
import { Agent, request } from "node:http";
import { fileURLToPath } from "node:url";
import { type Figure, figure, median, quantile } from "./figures.ts";
import { type LoopbackConnector, openLoopbackConnector } from "./loopback-connector.ts";
import { freePort, type LocalService } from "./start-local-service.ts";

/** How much is asked: turns to warm up, rounds, and turns in a round alone and at ten at once. */
export interface TurnLoad {
  readonly warmUp: number;
  readonly rounds: number;
  readonly alone: number;
  readonly together: number;
}

const usualLoad: TurnLoad = { warmUp: 400, rounds: 5, alone: 200, together: 600 };

/** What members ask; the last is answered with one item, the others with lists. */
const questions = [
  "What is coming up?",
  "What is the Cabinet deciding next month?",
  "Anything about libraries?",
  "help",
  "What affects Northfield?",
];

interface Round {
  readonly p50: number;
  readonly perSecond: number;
}

/**
 * Measures a turn (a signed activity in, the reply at the connector, the request answered) in the real bot beside
 * the bare echo, in turns so that a busy machine troubles both alike.
 */
export async function measureBotTurns(service: LocalService, load = usualLoad): Promise<Figure[]> {
  const connector = await openLoopbackConnector();
  const token = await service.platform.issuer.signBotActivityToken({ serviceUrl: connector.serviceUrl });
  const echo = await startEchoBot(service.environment);
  try {
    const bots = { ours: service.botAddress, echo: echo.address };
    const askFrom = (address: string, turns: number, atOnce: number) =>
      ask({ address, turns, atOnce, token, connector });
    for (const address of Object.values(bots)) await askFrom(address, load.warmUp, 10);
    const rounds = { ours: newRounds(), echo: newRounds() };
    for (let round = 0; round < load.rounds; round++) {
      for (const bot of ["ours", "echo"] as const) {
        rounds[bot].alone.push(await askFrom(bots[bot], load.alone, 1));
        rounds[bot].together.push(await askFrom(bots[bot], load.together, 10));
      }
    }
    return (["alone", "together"] as const).flatMap((how) => {
      const [ours, peer] = [rounds.ours[how], rounds.echo[how]];
      const name = "bare botbuilder and restify echo";
      const place = how === "alone" ? "one at a time" : "ten at once";
      return [
        figure({
          key: `bot-turn.${how}.p50`,
          what: `Bot turn, ${place}, p50`,
          unit: "ms",
          measured: median(ours.map(({ p50 }) => p50)),
          peer: { name, measured: median(peer.map(({ p50 }) => p50)) },
          target: { of: "ratio", atMost: 1.2 },
        }),
        figure({
          key: `bot-turn.${how}.throughput`,
          what: `Bot turns, ${place}`,
          unit: "turns/s",
          measured: median(ours.map(({ perSecond }) => perSecond)),
          peer: { name, measured: median(peer.map(({ perSecond }) => perSecond)) },
          target: { of: "ratio", atLeast: 0.85 },
        }),
      ];
    });
  } finally {
    await echo.stop();
    await connector.close();
  }
}

const newRounds = (): { alone: Round[]; together: Round[] } => ({ alone: [], together: [] });

interface Asking {
  readonly address: string;
  readonly turns: number;
  readonly atOnce: number;
  readonly token: string;
  readonly connector: LoopbackConnector;
}

async function ask({ address, turns, atOnce, token, connector }: Asking): Promise<Round> {
  const agent = new Agent({ keepAlive: true, maxSockets: atOnce });
  const times: number[] = [];
  const before = connector.taken();
  let next = 0;
  const started = performance.now();
  const asker = async () => {
    while (next < turns) {
      const body = JSON.stringify(activity(next, connector.serviceUrl));
      next += 1;
      const asked = performance.now();
      await post(agent, `${address}/api/messages`, token, body);
      times.push(performance.now() - asked);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, asker));
  const seconds = (performance.now() - started) / 1000;
  agent.destroy();
  const replies = connector.taken() - before;
  if (replies !== turns) throw new Error(`${turns} questions had ${replies} replies.`);
  return { p50: quantile(times, 0.5), perSecond: turns / seconds };
}

/** A message as Teams sends one from a one-to-one chat. */
function activity(number: number, serviceUrl: string): object {
  const person = number % 20;
  return {
    type: "message",
    id: `message-${number}`,
    timestamp: new Date().toISOString(),
    channelId: "msteams",
    serviceUrl,
    from: { id: `29:person-${person}`, name: `Person ${person}` },
    conversation: { id: `chat-${person}`, conversationType: "personal", tenantId: "tenant" },
    recipient: { id: "28:bot", name: "Clear Days" },
    // Each person asks each question in turn.
    text: questions[(number + Math.floor(number / 20)) % questions.length],
    textFormat: "plain",
    locale: "en-GB",
    channelData: { tenant: { id: "tenant" } },
  };
}

function post(agent: Agent, address: string, token: string, body: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const asked = request(
      address,
      {
        method: "POST",
        agent,
        headers: {
          authorization: `Bearer ${token}`,
          "content-type": "application/json",
          "content-length": Buffer.byteLength(body),
        },
      },
      (response) => {
        response.resume();
        response.once("end", () => {
          if (response.statusCode !== undefined && response.statusCode < 300) resolve();
          else reject(new Error(`A bot answered ${response.statusCode}.`));
        });
      },
    );
    asked.once("error", reject);
    asked.end(body);
  });
}

async function startEchoBot(
  environment: Readonly<Record<string, string>>,
): Promise<{ address: string; stop(): Promise<void> }> {
  const port = await freePort();
  const child = spawn(process.execPath, [fileURLToPath(new URL("./echo-bot/main.ts", import.meta.url))], {
    stdio: ["ignore", "pipe", "pipe"],
    env: { PATH: process.env["PATH"] ?? "", ...environment, PORT: String(port) },
  });
  await new Promise<void>((resolve, reject) => {
    let problem = "";
    child.stderr.on("data", (chunk: Buffer) => {
      problem += chunk.toString();
    });
    child.stdout.once("data", () => resolve());
    child.once("exit", () => reject(new Error(`The echo bot could not start.\n${problem}`)));
  });
  return {
    address: `http://127.0.0.1:${port}`,
    stop: () =>
      new Promise((resolve) => {
        child.once("exit", () => resolve());
        child.kill("SIGTERM");
      }),
  };
}
