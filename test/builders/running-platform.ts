import { type ChildProcess, spawn } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

/** The whole local platform, started the way `npm start` starts it. */
export interface RunningPlatform {
  /** `http://localhost:<port>`: the hub. */
  readonly address: string;
  readonly playground: string;
  /** Folder of its data. */
  readonly home: string;
  /** What it printed. */
  output(): string;
  /** The settings of its processes. */
  environment(): Promise<Record<string, string>>;
  /** Kills the bot’s process without a word; the launcher starts it again. */
  killBot(): Promise<void>;
  stop(): Promise<number | null>;
}

/** Starts `infra/local/main.ts` in a folder of its own, on ports of its own. */
export async function startPlatform(
  options: { args?: string[]; now?: string } = {},
): Promise<RunningPlatform> {
  const home = await mkdtemp(join(tmpdir(), "clear-days-"));
  const port = await fiveFreePorts();
  const child = spawn(process.execPath, [resolve("infra/local/main.ts"), ...(options.args ?? [])], {
    stdio: ["ignore", "pipe", "pipe"],
    env: {
      PATH: process.env["PATH"] ?? "",
      CLEAR_DAYS_HOME: home,
      CLEAR_DAYS_PORT: String(port),
      ...(options.now ? { CLEAR_DAYS_NOW: options.now } : {}),
    },
  });
  let output = "";
  await new Promise<void>((ready, fail) => {
    const collect = (chunk: Buffer) => {
      output += chunk.toString();
      if (output.includes("Ctrl-C stops everything")) ready();
    };
    child.stdout.on("data", collect);
    child.stderr.on("data", collect);
    child.once("exit", () => fail(new Error(`The platform did not start.\n${output}`)));
  });
  return {
    address: `http://localhost:${port}`,
    playground: `http://localhost:${port + 4}`,
    home,
    output: () => output,
    async environment() {
      return JSON.parse(await readFile(join(home, "platform.json"), "utf8")).environment;
    },
    async killBot() {
      const log = join(home, "bot.log");
      const starts = async () => (await readFile(log, "utf8")).split('"bot.listening"').length;
      const before = await starts();
      const { pid } = JSON.parse(await readFile(join(home, "bot.json"), "utf8")) as { pid: number };
      process.kill(pid, "SIGKILL");
      for (let tries = 0; (await starts()) === before; tries++) {
        if (tries > 100) throw new Error("The bot was not started again.");
        await new Promise((later) => setTimeout(later, 100));
      }
    },
    async stop() {
      const code = await ended(child);
      await rm(home, { recursive: true, force: true });
      return code;
    },
  };
}

async function ended(child: ChildProcess): Promise<number | null> {
  if (child.exitCode !== null) return child.exitCode;
  return new Promise((done) => {
    child.once("exit", (code) => done(code));
    child.kill("SIGINT");
  });
}

/** The first of five ports in a row that nobody listens on. */
async function fiveFreePorts(): Promise<number> {
  for (let tries = 0; tries < 50; tries++) {
    const first = 20_000 + Math.floor(Math.random() * 30_000);
    const free = await Promise.all([0, 1, 2, 3, 4].map((step) => isFree(first + step)));
    if (free.every(Boolean)) return first;
  }
  throw new Error("Five free ports in a row were not found.");
}

function isFree(port: number): Promise<boolean> {
  return new Promise((answer) => {
    const probe = createServer();
    probe.once("error", () => answer(false));
    probe.listen(port, "127.0.0.1", () => probe.close(() => answer(true)));
  });
}
