import { readPaper } from "../documents/import/read-paper.ts";
import type { ForwardPlan } from "../rules/forward-plan/forward-plan.ts";
import { keepItemKeys } from "../rules/forward-plan/item-identity.ts";
import type { PaperFile } from "./importing.ts";

/**
 * Reads editions of the Forward Plan from papers, without putting them into the records. An item keeps its key
 * from one edition to the next.
 * @param papers oldest edition first.
 * @throws {UnreadablePaper} when a paper cannot be read or holds no Forward Plan.
 */
export function readForwardPlans(papers: readonly PaperFile[]): ForwardPlan[] {
  const plans: ForwardPlan[] = [];
  for (const { name, bytes } of papers) {
    const paper = readPaper(bytes, name);
    const parts = paper.kind === "document-pack" ? paper.data.documents : [paper];
    const plan = parts.find((part) => part.kind === "forward-plan" && part.data !== null);
    if (plan?.kind !== "forward-plan") throw new Error(`${name} holds no Forward Plan.`);
    const { edition, items } = plan.data;
    plans.push({ edition, items: keepItemKeys(items, plans.map((held) => held.items).reverse()).items });
  }
  return plans;
}
