import { type ChildProcess, spawn } from "node:child_process";
import { createWriteStream, rmSync, type WriteStream, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The bot’s own process, started again when it dies. */
export interface BotProcess {
  stop(): Promise<void>;
}

const repository = join(dirname(fileURLToPath(import.meta.url)), "..", "..");
const startsAtMost = 20;

/**
 * Starts the bot and waits until it listens. Its log goes to `bot.log`, its process number to `bot.json`.
 * @param environment its settings.
 * @param home folder of the local data.
 * @throws {Error} with the bot’s own words when it ends before it listens.
 */
export async function startBot(
  environment: Readonly<Record<string, string>>,
  home: string,
): Promise<BotProcess> {
  const logFile = join(home, "bot.log");
  const processFile = join(home, "bot.json");
  const log = createWriteStream(logFile, { flags: "a" });
  let child: ChildProcess;
  let stopping = false;
  let starts = 0;

  async function start(): Promise<void> {
    starts += 1;
    child = spawn(process.execPath, [join(repository, "bot", "main.ts")], {
      cwd: repository,
      stdio: ["ignore", "pipe", "pipe"],
      env: { PATH: process.env["PATH"] ?? "", ...environment },
    });
    writeFileSync(processFile, JSON.stringify({ pid: child.pid }));
    await listening(child, log);
    child.once("exit", () => {
      if (stopping) return;
      if (starts >= startsAtMost) {
        process.stderr.write(`The bot ended ${starts} times; it is not started again. Its log: ${logFile}\n`);
        return;
      }
      process.stderr.write("The bot ended and is started again.\n");
      start().catch((error: unknown) => process.stderr.write(`${String(error)}\n`));
    });
  }

  await start();
  return {
    async stop() {
      stopping = true;
      await new Promise<void>((resolve) => {
        if (child.exitCode !== null || child.signalCode !== null) return resolve();
        child.once("exit", () => resolve());
        child.kill("SIGTERM");
      });
      log.end();
      rmSync(processFile, { force: true });
    },
  };
}

function listening(child: ChildProcess, log: WriteStream): Promise<void> {
  return new Promise((resolve, reject) => {
    let output = "";
    const collect = (chunk: Buffer) => {
      log.write(chunk);
      if (output.length < 10_000) output += chunk.toString();
      if (output.includes('"bot.listening"')) resolve();
    };
    child.stdout?.on("data", collect);
    child.stderr?.on("data", collect);
    child.once("exit", () => reject(new Error(`The bot could not start.\n${output.trim()}`)));
    child.once("error", reject);
  });
}
