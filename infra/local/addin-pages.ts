import { spawn } from "node:child_process";
import { readdirSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const repository = join(dirname(fileURLToPath(import.meta.url)), "..", "..");
const built = join(repository, "addin", "dist", "task-pane.html");
const sources = ["addin", "shared/contracts", "shared/rules"].map((folder) => join(repository, folder));

/** Bundles the add-in’s pages when they are missing or older than what they are made of. */
export async function ensureAddinPages(): Promise<void> {
  if (timeOf(built) > Math.max(...sources.map(latestIn))) return;
  const vite = join(dirname(createRequire(import.meta.url).resolve("vite/package.json")), "bin", "vite.js");
  const child = spawn(
    process.execPath,
    [vite, "build", "--config", join(repository, "addin", "vite.config.ts"), "--logLevel", "error"],
    { cwd: repository, stdio: ["ignore", "ignore", "pipe"] },
  );
  let problem = "";
  child.stderr.on("data", (chunk: Buffer) => {
    problem += chunk.toString();
  });
  const code = await new Promise<number | null>((resolve) => child.once("exit", resolve));
  if (code !== 0) throw new Error(`The add-in’s pages could not be bundled.\n${problem}`);
}

function latestIn(folder: string): number {
  let latest = 0;
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (entry.name === "dist" || entry.name === "node_modules") continue;
    const path = join(folder, entry.name);
    latest = Math.max(latest, entry.isDirectory() ? latestIn(path) : timeOf(path));
  }
  return latest;
}

function timeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}
