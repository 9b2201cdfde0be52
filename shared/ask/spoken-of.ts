import type { PublishedItem } from "../contracts/answer.ts";
import type { Turn } from "./ask-records.ts";
import { findItems } from "./find-items.ts";
import { emptyQuery } from "./query.ts";
import { type Reading, saidIn } from "./reading.ts";

/** The item of the answer before that a question points at: the only one, or one by its place in the list. */
export function referredItem(which: "it" | number, turn: Turn): PublishedItem | null {
  const { memory } = turn;
  const { itemKeys } = memory;
  // After one item of a list was told, “the second one” is still of the list.
  const listed =
    itemKeys.length === 1 && memory.listKeys.includes(itemKeys[0] ?? "") ? memory.listKeys : itemKeys;
  const key =
    which === "it"
      ? itemKeys.length === 1
        ? itemKeys[0]
        : undefined
      : which < 0
        ? listed.at(which)
        : listed[which - 1];
  return key === undefined ? null : itemOf(key, turn);
}

/** An item of the current plan by its key, or of an earlier one: what has gone can still be spoken of. */
export function itemOf(key: string, { plan, records }: Turn): PublishedItem | null {
  const current = plan?.items.find((item) => item.key === key);
  return current ?? records.plans.flatMap(({ items }) => items).find((item) => item.key === key) ?? null;
}

/** “The travel one” of a list is the one in it that is about travel; null where none or several are. */
export function theOneOfList(reading: Reading, turn: Turn): PublishedItem | null {
  const { query } = reading;
  if (query.topic.length === 0 || !pointsIntoList(reading, turn)) return null;
  const { itemKeys, listKeys } = turn.memory;
  const listed = (itemKeys.length > 1 ? itemKeys : listKeys).flatMap((key) => itemOf(key, turn) ?? []);
  const about = findItems({ ...emptyQuery, topic: query.topic }, listed);
  return about.length === 1 ? (about[0] ?? null) : null;
}

/** “The travel one”, or a word after several could be meant: it chooses among those listed. */
function pointsIntoList(reading: Reading, { memory }: Turn): boolean {
  if (/\b(?:the|that) (?:\S+ ){1,5}(?:one|item)\b|^(?:\S+ ){1,4}one(?: please)?$/.test(saidIn(reading)))
    return true;
  return (
    memory.intent === "forwardPlan.detail" &&
    memory.itemKeys.length > 1 &&
    reading.words.length <= 5 &&
    !/^(?:what|which|who|when|any|anything|list|show|how)\b/.test(saidIn(reading))
  );
}
