import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** Where published papers lie on this machine: CLEAR_DAYS_CORPUS, or beside the checkout. They are no part of it. */
const folder = new URL(
  process.env["CLEAR_DAYS_CORPUS"]
    ? `file://${process.env["CLEAR_DAYS_CORPUS"]}/`
    : "../../../shared/corpus/",
  import.meta.url,
);

/** Path of the folder, for what is not one of the named papers. */
export const corpusFolder = fileURLToPath(folder);

/** Whether the published papers are there; the tests that read them are skipped, and say so, where they are not. */
export const corpusIsHere = existsSync(fileURLToPath(folder));

export const whyNotRun = "needs the published papers: set CLEAR_DAYS_CORPUS to their folder";

export const corpusFiles = {
  report2020: "cabinet-member-report-2020-01.txt",
  report2024: "cabinet-member-report-2024-08.txt",
  minutes: "cabinet-minutes-2018-12-06.txt",
  pack: "scrutiny-document-pack-2018-07-10.txt",
} as const;

/** A paper of the corpus as an imported file. */
export function corpusPaper(file: keyof typeof corpusFiles): { name: string; bytes: Uint8Array } {
  const name = corpusFiles[file];
  return { name, bytes: new Uint8Array(readFileSync(new URL(name, folder))) };
}
