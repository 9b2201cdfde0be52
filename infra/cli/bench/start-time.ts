import { spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Figure, figure } from "./figures.ts";

const launcher = fileURLToPath(new URL("../../local/main.ts", import.meta.url));
const repository = fileURLToPath(new URL("../../../", import.meta.url));

/** @param firstPort the first of the five ports in a row that the launcher takes. */
export async function measureStartTime(firstPort: number): Promise<Figure> {
  const home = await mkdtemp(join(tmpdir(), "clear-days-start-"));
  const started = performance.now();
  const child = spawn(process.execPath, [launcher, "--empty"], {
    cwd: repository,
    stdio: ["ignore", "pipe", "pipe"],
    env: { PATH: process.env["PATH"] ?? "", CLEAR_DAYS_HOME: home, CLEAR_DAYS_PORT: String(firstPort) },
  });
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  try {
    const seconds = await new Promise<number>((resolve, reject) => {
      let output = "";
      const collect = (chunk: Buffer) => {
        output += chunk.toString();
        if (/^Ready in /m.test(output)) resolve((performance.now() - started) / 1000);
      };
      child.stdout.on("data", collect);
      child.stderr.on("data", collect);
      child.once("exit", () => reject(new Error(`The local platform did not start.\n${output.trim()}`)));
    });
    return figure({
      key: "start",
      what: "Local start, installed, empty, to its ready line",
      unit: "s",
      measured: seconds,
      target: { of: "measured", atMost: 10 },
    });
  } finally {
    child.kill("SIGTERM");
    await ended;
    await rm(home, { recursive: true, force: true });
  }
}
