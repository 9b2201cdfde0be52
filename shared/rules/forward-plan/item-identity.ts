import type { PublishedItem } from "../../contracts/answer.ts";
import { headingKey } from "../reports/report.ts";

/** Longest part of a title in an item’s key; a longer title is shortened and told apart by a number. */
const keyLength = 60;

/** A title as it is compared: capitals, punctuation and spaces carry no meaning. */
export function normalisedTitle(title: string): string {
  return title
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/&/g, " and ")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

/** The key that an item’s title makes, for an item that no earlier edition knows (rule R31). */
export function keyOfTitle(title: string): string {
  const whole = headingKey(title);
  const normalised = normalisedTitle(title);
  if (whole.length <= keyLength && normalised.length <= 80) return whole;
  return `${whole.slice(0, keyLength).replace(/-+[^-]*$/, "")}-${fingerprint(normalised)}`;
}

/** Six letters and digits that two different titles hardly ever share (FNV-1a, 32 bits). */
function fingerprint(text: string): string {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(text)) {
    hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
  }
  return hash.toString(36).toUpperCase().padStart(7, "0").slice(-6);
}

/** An item that may be one the records already hold under another title: a person is asked. */
export interface DoubtfulMatch {
  readonly item: PublishedItem;
  readonly held: PublishedItem;
}

/** Items with their lasting keys. */
export interface IdentifiedItems {
  readonly items: readonly PublishedItem[];
  readonly doubtful: readonly DoubtfulMatch[];
}

/**
 * Gives each item of a paper the key by which the records know it (rule R31): an item keeps its key across
 * editions. The same normalised title is the same item, whoever is named as officer; where a title stands twice,
 * decision makers and contact tell them apart. A similar title is never taken for the same: the item has a key of
 * its own, and the match is reported as doubtful.
 * @param held the items of the editions held, those of the nearest edition first.
 */
export function keepItemKeys(
  items: readonly PublishedItem[],
  held: readonly (readonly PublishedItem[])[],
): IdentifiedItems {
  const taken = new Set<string>();
  const titles = new Set(items.map((item) => normalisedTitle(item.title)));
  const heldKeys = new Set(held.flat().map((item) => item.key));
  const keys = new Map<PublishedItem, string>();

  for (const edition of held) {
    for (const item of items) {
      if (keys.has(item)) continue;
      const same = edition.filter(
        (candidate) =>
          normalisedTitle(candidate.title) === normalisedTitle(item.title) && !taken.has(candidate.key),
      );
      const match =
        same.find((candidate) => likeness(candidate, item) === 2) ??
        same.find((candidate) => likeness(candidate, item) === 1) ??
        same[0];
      if (!match) continue;
      keys.set(item, match.key);
      taken.add(match.key);
    }
  }

  const doubtful: DoubtfulMatch[] = [];
  const tried = new Map<string, number>();
  for (const item of items) {
    if (keys.has(item)) continue;
    const key = freeKey(
      keyOfTitle(item.title),
      (candidate) => taken.has(candidate) || heldKeys.has(candidate),
      tried,
    );
    keys.set(item, key);
    taken.add(key);
    const resembling = held[0]?.find(
      (candidate) => !titles.has(normalisedTitle(candidate.title)) && resembles(candidate, item),
    );
    if (resembling) doubtful.push({ item: { ...item, key }, held: resembling });
  }
  return { items: items.map((item) => ({ ...item, key: keys.get(item) ?? item.key })), doubtful };
}

/** @param tried the last number that was tried for each key: many items may bear one title. */
function freeKey(key: string, isTaken: (key: string) => boolean, tried: Map<string, number>): string {
  if (!isTaken(key)) return key;
  for (let number = (tried.get(key) ?? 1) + 1; ; number += 1) {
    tried.set(key, number);
    if (!isTaken(`${key}-${number}`)) return `${key}-${number}`;
  }
}

const makersOf = (item: PublishedItem) =>
  item.decisions
    .map(({ decisionMaker }) => normalisedTitle(decisionMaker))
    .sort()
    .join("/");
const officersOf = (item: PublishedItem) => item.contacts.map(({ name }) => normalisedTitle(name)).sort();

/** 0 to 2: decision makers the same, an officer the same. */
function likeness(a: PublishedItem, b: PublishedItem): number {
  return Number(makersOf(a) === makersOf(b)) + Number(shareOfficer(a, b));
}

function shareOfficer(a: PublishedItem, b: PublishedItem): boolean {
  const officers = new Set(officersOf(a));
  return officersOf(b).some((officer) => officers.has(officer));
}

/** Whether two titles could name the same matter: most words are common, or many and the officer is the same. */
function resembles(a: PublishedItem, b: PublishedItem): boolean {
  const [left, right] = [a, b].map((item) => new Set(normalisedTitle(item.title).split(" ")));
  if (!left || !right) return false;
  const common = [...left].filter((word) => right.has(word)).length;
  const share = common / (left.size + right.size - common);
  return share >= 0.75 || (share >= 0.5 && shareOfficer(a, b));
}
