import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { startClock } from "../../../shared/services/clock.ts";
import { localPeople } from "../local-council.ts";
import type { SampleRole } from "../sample-council/people.ts";
import { layOutSampleCouncil } from "../sample-council/sample-council.ts";

const run = promisify(execFile);
const folder = dirname(fileURLToPath(import.meta.url));
const cli = join(folder, "..", "..", "cli", "main.ts");

/** The papers shown: how its subject begins, what its pictures are called, how many of its pages. */
const papers = [
  { subject: "Cabinet Member Report: Regulatory", picture: "paper-cabinet-member-report", pages: 3 },
  { subject: "Library Opening Hours", picture: "paper-covering-report", pages: 3 },
  { subject: "Southport Promenade", picture: "paper-covering-report-older", pages: 2 },
] as const;

/** Dots an inch: enough to see how a page is made up. */
const resolution = 60;

/**
 * Takes pictures of the sample council’s papers as LibreOffice prints them: `soffice` and `pdftoppm` must be there.
 * @param home the folder of the platform that runs.
 */
export async function takePapers(home: string): Promise<void> {
  const person = ({ oid, name }: { readonly oid: string; readonly name: string }) => ({
    entraObjectId: oid,
    name,
  });
  const people: Readonly<Record<SampleRole, ReturnType<typeof person>>> = {
    author: person(localPeople.author),
    officer: person(localPeople.officer),
    councillor: person(localPeople.councillor),
    financeOfficer: person(localPeople.financeOfficer),
  };
  const { reports } = layOutSampleCouncil(startClock(null).today(), people);
  const work = await mkdtemp(join(tmpdir(), "clear-days-papers-"));
  try {
    for (const { subject, picture, pages } of papers) {
      const found = reports.find(({ report }) => report.subject.startsWith(subject));
      if (!found) throw new Error(`The sample council has no report on ${subject}.`);
      const document = join(work, `${picture}.docx`);
      await run(process.execPath, [cli, "assemble", "--report", found.report.key, "--out", document], {
        env: { PATH: process.env["PATH"] ?? "", CLEAR_DAYS_HOME: home },
      });
      await run("soffice", [
        `-env:UserInstallation=file://${work}/profile`,
        "--headless",
        "--convert-to",
        "pdf",
        "--outdir",
        work,
        document,
      ]);
      await run("pdftoppm", [
        "-png",
        "-r",
        String(resolution),
        "-l",
        String(pages),
        join(work, `${picture}.pdf`),
        join(folder, picture),
      ]);
      process.stdout.write(`${picture}, ${pages} pages\n`);
    }
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}
