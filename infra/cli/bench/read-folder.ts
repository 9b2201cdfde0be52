import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { readPaper } from "../../../shared/documents/import/read-paper.ts";

/** Reads every paper of a folder and prints how long it took and the most memory it held: a process of its own. */
const folder = process.argv[2] ?? ".";
const started = performance.now();
let papers = 0;
for (const name of (await readdir(folder)).sort()) {
  await readPaper(new Uint8Array(await readFile(join(folder, name))), name);
  papers += 1;
}
process.stdout.write(
  JSON.stringify({
    seconds: (performance.now() - started) / 1000,
    peakMegabytes: process.resourceUsage().maxRSS / 1024,
    papers,
  }),
);
