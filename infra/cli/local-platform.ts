import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

/** The settings of the local platform, and how to let go of what was started for this command. */
export interface BorrowedPlatform {
  readonly environment: Readonly<Record<string, string>>;
  release(): Promise<void>;
}

const launcher = join(dirname(fileURLToPath(import.meta.url)), "..", "local", "main.ts");

/**
 * Uses the local platform that is running on the same data, or starts the part that records need and stops it
 * again afterwards.
 * @param home folder of the local data.
 * @param empty start without the sample council.
 * @param environment of this process, handed on to what is started.
 */
export async function borrowLocalPlatform(
  home: string,
  empty: boolean,
  environment: Readonly<Record<string, string | undefined>>,
): Promise<BorrowedPlatform> {
  const running = runningPlatform(home);
  if (running) return { environment: running, release: async () => {} };
  const child = spawn(process.execPath, [launcher, "--records-only", ...(empty ? ["--empty"] : [])], {
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...environment, CLEAR_DAYS_HOME: home },
  });
  await new Promise<void>((ready, fail) => {
    let output = "";
    const collect = (chunk: Buffer) => {
      output += chunk.toString();
      if (output.includes("Records are ready.")) ready();
    };
    child.stdout.on("data", collect);
    child.stderr.on("data", collect);
    child.once("exit", () => fail(new Error(output.trim() || "The local records could not be opened.")));
  });
  const started = runningPlatform(home);
  if (!started) throw new Error("The local records could not be opened.");
  return {
    environment: started,
    release: () =>
      new Promise((done) => {
        child.once("exit", () => done());
        child.kill("SIGTERM");
      }),
  };
}

function runningPlatform(home: string): Record<string, string> | null {
  try {
    const { pid, environment } = JSON.parse(readFileSync(join(resolve(home), "platform.json"), "utf8"));
    // Signal 0 asks whether the process lives; it throws when it does not.
    process.kill(pid, 0);
    return environment;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "ENOENT" || code === "ESRCH") return null;
    throw error;
  }
}
