import { readFile } from "node:fs/promises";
import type { ForwardPlan } from "../../shared/rules/forward-plan/forward-plan.ts";
import { readForwardPlans } from "../../shared/services/importing.ts";

/** Reads editions of the plan from papers, oldest first, without putting them into the records. */
export async function readPlans(files: readonly string[]): Promise<ForwardPlan[]> {
  const papers = await Promise.all(
    files.map(async (name) => ({ name, bytes: new Uint8Array(await readFile(name)) })),
  );
  return readForwardPlans(papers);
}
