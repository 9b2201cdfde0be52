import type { PublishedItem } from "../contracts/answer.ts";
import { longestQuestion, wordsOf } from "./question-words.ts";

const wordsOfItems = new WeakMap<PublishedItem, readonly string[]>();

function searchableWords(item: PublishedItem): readonly string[] {
  let words = wordsOfItems.get(item);
  if (!words) {
    const texts = [
      item.title,
      item.scrutinyArea,
      ...item.wards,
      ...item.decisions.map((decision) => decision.decisionMaker),
      ...item.contacts.map((contact) => contact.name),
    ];
    words = [...new Set(texts.flatMap(wordsOf))];
    wordsOfItems.set(item, words);
  }
  return words;
}

/**
 * The items in which every typed word begins a word of the title, a ward, a decision maker, the scrutiny area or a
 * contact: a search that finds while a person is still typing. Nothing typed finds everything; order is kept.
 */
export function searchItems(typed: string, items: readonly PublishedItem[]): PublishedItem[] {
  const beginnings = wordsOf(typed.slice(0, longestQuestion));
  return items.filter((item) =>
    beginnings.every((beginning) => searchableWords(item).some((word) => word.startsWith(beginning))),
  );
}
