import type { PublishedItem } from "../../contracts/answer.ts";
import type { Finding } from "../finding.ts";

/** What surrounds the items of an edition: things that its preamble may say for all of them. */
export interface PlanPreamble {
  /** Names of the members of the Cabinet, as printed; empty where the plan has no list. */
  readonly cabinetMembers: readonly string[];
  /** Whether it says where documents can be obtained, that others may follow, and how to ask for them. */
  readonly saysHowToObtain: boolean;
  readonly saysMoreMayFollow: boolean;
}

/** Whether an item gives the notice that the law asks for (rule R40, Reg 9(2)). */
export function noticeCompleteness(item: PublishedItem, preamble: PlanPreamble): Finding[] {
  const findings: Finding[] = [];
  const lacks = (message: string, fix: string, severity: Finding["severity"] = "error") =>
    findings.push({
      rule: "R40",
      severity,
      where: item.title || "An item without a title",
      message,
      fix,
      provision: "SI 2012/2089 reg 9(2)",
    });
  if (item.title.trim() === "") lacks("It does not say what the matter is.", "Give the item a title.");
  if (item.decisions.length === 0)
    lacks("It names no decision maker and no date.", "Say who decides, and when or within which period.");
  for (const { decisionMaker } of item.decisions) {
    if (decisionMaker.trim() === "") lacks("It names no decision maker.", "Say who decides.");
    else if (/cabinet$/i.test(decisionMaker.trim()) && preamble.cabinetMembers.length === 0)
      lacks(
        "The Cabinet decides, and the plan has no list of its members.",
        "Add the list of Cabinet members to the plan.",
        "warning",
      );
  }
  if (item.backgroundDocuments.length === 0)
    lacks(
      "It lists no documents that go to the decision maker.",
      "List them, or say that there are none.",
      "warning",
    );
  if (item.contacts.length === 0 && !preamble.saysHowToObtain)
    lacks("It does not say where the documents can be had.", "Name a contact officer.");
  if (!preamble.saysMoreMayFollow)
    lacks(
      "The plan does not say that other documents may follow.",
      "Say so in the plan’s opening, with how to ask for them.",
      "warning",
    );
  return findings;
}
