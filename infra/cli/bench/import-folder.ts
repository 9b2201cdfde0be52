import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { type Figure, figure } from "./figures.ts";

const run = promisify(execFile);

/** The folder: 250 papers of 200 KB, as an archive of minutes and reports is. */
const papers = 250;
const paperBytes = 200 * 1024;
const reader = fileURLToPath(new URL("read-folder.ts", import.meta.url));

/**
 * Measures the reading of a folder of 50 MB of minutes and reports in a process of its own: speed, and the most
 * memory it held. A process that reads nothing is the peer for memory.
 */
export async function measureImport(): Promise<Figure[]> {
  const folder = await mkdtemp(join(tmpdir(), "clear-days-bench-papers-"));
  const empty = await mkdtemp(join(tmpdir(), "clear-days-bench-none-"));
  try {
    let total = 0;
    for (let number = 0; number < papers; number += 1) {
      const text = number % 2 === 0 ? minutesPaper(number) : reportPaper(number);
      total += Buffer.byteLength(text);
      await writeFile(join(folder, `paper-${String(number).padStart(3, "0")}.txt`), text);
    }
    const read = await inOwnProcess(folder);
    const idle = await inOwnProcess(empty);
    if (read.papers !== papers) throw new Error(`${read.papers} of ${papers} papers were read.`);
    return [
      figure({
        key: "import.folder.speed",
        what: `Import: a folder of ${Math.round(total / 1024 / 1024)} MB in ${papers} papers, read`,
        unit: "MB/s",
        measured: total / 1024 / 1024 / read.seconds,
      }),
      figure({
        key: "import.folder.memory",
        what: "Import: the most memory held meanwhile",
        unit: "MB",
        measured: read.peakMegabytes,
        peer: { name: "reading nothing", measured: idle.peakMegabytes },
      }),
    ];
  } finally {
    await rm(folder, { recursive: true });
    await rm(empty, { recursive: true });
  }
}

async function inOwnProcess(
  folder: string,
): Promise<{ seconds: number; peakMegabytes: number; papers: number }> {
  const { stdout } = await run(process.execPath, [reader, folder], { timeout: 300_000 });
  return JSON.parse(stdout);
}

const sentence = (number: number) =>
  `The committee considered report ${number} of the head of service, which set out what had been done since the last meeting and what remained to be done before the winter.`;

function minutesPaper(number: number): string {
  const parts = [
    `SAMPLE COMMITTEE ${number}\n\nMEETING HELD AT THE TOWN HALL ON 6 MAY 2025\n\nPRESENT: Councillor Marsh (in the Chair)\n\nCouncillors Ash, Birch and Hazel`,
  ];
  let size = 0;
  for (let minute = 1; size < paperBytes; minute += 1) {
    const text = `${minute}. MATTER NUMBER ${minute}\n\n${Array.from({ length: 8 }, (_, at) => sentence(at)).join(" ")}\n\nMembers asked about:-\n\n- the cost\n- the time it takes\n\nRESOLVED: That\n\n(1) the report be noted; and\n(2) a further report be brought.`;
    parts.push(text);
    size += text.length;
  }
  return `${parts.join("\n\n")}\n`;
}

function reportPaper(number: number): string {
  const parts = [
    `Report to:\tCabinet\tDate of Meeting:\t6 May 2025\nSubject:\tMatter ${number}\nReport of:\tHead of Parks\tWards Affected:\tAll\n\nSummary:\n\n${sentence(number)}\n\nRecommendation(s):\n\n(1) That the report be noted.\n\nReasons for the Recommendation(s):\n\n${sentence(1)}\n\nBackground Papers:\n\nNone\n\n1. Introduction/Background`,
  ];
  let size = 0;
  for (let chapter = 1; size < paperBytes; chapter += 1) {
    const text = `${chapter + 1}. Chapter of Matters\n\n${Array.from({ length: 6 }, (_, at) => `${chapter + 1}.${at + 1} ${sentence(at)} ${sentence(at + 1)}`).join("\n\n")}`;
    parts.push(text);
    size += text.length;
  }
  return `${parts.join("\n\n")}\n`;
}
