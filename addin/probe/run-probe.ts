import { insertionLimit } from "../word/insert-fragment.ts";
import { type Trial, tryInsertion } from "../word/try-insertion.ts";
import { WordError } from "../word/word-error.ts";
import { type ProbeCase, type ProbeTrial, probeCases } from "./cases.ts";
import { compactXml } from "./compact-xml.ts";
import { probeFile } from "./probe-document.ts";

/** What one case came to in this Word. */
export interface ProbeOutcome {
  readonly name: string;
  readonly same: boolean;
  readonly expected: string;
  readonly found: string;
}

/** Runs every case in the Word that this page is in. The open document's text is replaced by each. */
export async function runProbe(
  onProgress: (done: number, all: number) => void,
  cases: readonly ProbeCase[] = probeCases,
): Promise<ProbeOutcome[]> {
  const outcomes: ProbeOutcome[] = [];
  for (const one of cases) {
    onProgress(outcomes.length, cases.length);
    const found = await foundIn(one);
    outcomes.push({ name: one.name, same: found === one.expected, expected: one.expected, found });
  }
  onProgress(cases.length, cases.length);
  return outcomes;
}

async function foundIn({ base, trials, readTag }: ProbeCase): Promise<string> {
  try {
    const ready = await Promise.all(trials.map(trialOf));
    return compactXml((await tryInsertion(await probeFile(base), ready, readTag ?? null)).value);
  } catch (error) {
    if (error instanceof WordError) return error.kind;
    throw error;
  }
}

async function trialOf(trial: ProbeTrial): Promise<Trial> {
  if ("remove" in trial) return trial;
  const place = "where" in trial ? { where: trial.where } : { after: trial.after };
  // Base64 of one byte more than Word takes.
  const tooMuch = (): string => "A".repeat(4 * Math.ceil((insertionLimit + 1) / 3));
  return { insert: trial.insert === "over 4 MB" ? tooMuch() : await probeFile(trial.insert), ...place };
}

/** The outcomes as text to copy: the count, then each difference with what was expected and what was found. */
export function probeReport(outcomes: readonly ProbeOutcome[]): string {
  const differences = outcomes.filter(({ same }) => !same);
  const head = `${outcomes.length} cases, ${differences.length} ${differences.length === 1 ? "difference" : "differences"}`;
  return [
    head,
    ...differences.map(
      ({ name, expected, found }) => `\n${name}\n  expected ${expected}\n  found    ${found}`,
    ),
  ].join("\n");
}
