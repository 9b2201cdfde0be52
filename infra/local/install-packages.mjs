// Runs before `npm start` and `npm test`, on whatever Node the machine has: plain JavaScript, nothing installed yet.
// Installs the packages when they are missing or older than the lockfile, so that a fresh clone needs one command.
import { spawnSync } from "node:child_process";
import { existsSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "..", "..");
const lockfile = join(root, "package-lock.json");
const installed = join(root, "node_modules", ".package-lock.json");

const upToDate = existsSync(installed) && statSync(installed).mtimeMs >= statSync(lockfile).mtimeMs;
if (!upToDate) {
  process.stderr.write("Installing the packages (once, about a minute) …\n");
  const npm = spawnSync("npm", ["ci", "--no-audit", "--no-fund", "--loglevel=error"], {
    cwd: root,
    stdio: ["ignore", "ignore", "inherit"],
    shell: process.platform === "win32",
  });
  if (npm.status !== 0) {
    process.stderr.write(
      "The packages could not be installed. Check that the npm registry can be reached, then try again.\n",
    );
    process.exit(1);
  }
}
