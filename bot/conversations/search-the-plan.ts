import { itemInWords } from "../../shared/ask/answer-text.ts";
import type { Card } from "../../shared/cards/card.ts";
import { forwardPlanItemCard } from "../../shared/cards/forward-plan-item/card.ts";
import { decisionsLine } from "../../shared/cards/forward-plan-list/card.ts";
import type { PlanSearch } from "../../shared/contracts/forward-plan-api.ts";
import type { Services } from "../../shared/services/compose.ts";

/** One entry of the list that a search brings. */
export interface FoundItem {
  readonly title: string;
  /** Who decides, when, and whether in private. */
  readonly line: string;
  /** What goes into the message when the entry is chosen; every field of it is published. */
  readonly card: Card;
}

/** Someone looks for an item of the plan to share. @returns the entries, or a message in their place. */
export function searchThePlan(
  { words, skip, count }: PlanSearch,
  { asking }: Services,
): { readonly found: readonly FoundItem[]; readonly message: string | null } {
  const { edition, items } = asking.search(words);
  if (edition === null) return { found: [], message: "No Forward Plan has been published yet." };
  // Past the last page Teams wants an empty list, not words.
  if (items.length === 0 && skip === 0) {
    return { found: [], message: "Nothing in the latest Forward Plan matches. Try one word of the title." };
  }
  const found = items.slice(skip, skip + count).map((item) => ({
    title: withoutTags(item.title),
    line: withoutTags(decisionsLine(item)),
    card: forwardPlanItemCard.draw({ item, edition, text: itemInWords(item, edition) }),
  }));
  return { found, message: null };
}

/** Teams reads HTML in the texts of a preview; angle brackets are shown as others that look like them. */
function withoutTags(text: string): string {
  return text.replaceAll("<", "‹").replaceAll(">", "›");
}
