import { allWards, type PublishedItem } from "../../../shared/contracts/answer.ts";

/** What the items of the plan are narrowed to; an empty text narrows nothing. */
export interface PlanFilters {
  readonly words: string;
  readonly ward: string;
  readonly decisionMaker: string;
  readonly area: string;
  readonly secrecy: "" | "open" | "exempt";
}

export const noFilters: PlanFilters = { words: "", ward: "", decisionMaker: "", area: "", secrecy: "" };

/** How many filters narrow. */
export function filtersSet(filters: PlanFilters): number {
  return Object.values(filters).filter((value) => value.trim() !== "").length;
}

/** What can be chosen, in the order of the alphabet. */
export interface FilterChoices {
  readonly wards: readonly string[];
  readonly decisionMakers: readonly string[];
  readonly areas: readonly string[];
}

export function filterChoices(items: readonly PublishedItem[]): FilterChoices {
  const sorted = (texts: readonly string[]): string[] =>
    [...new Set(texts)].filter((text) => text !== "" && text !== allWards).sort((a, b) => a.localeCompare(b));
  return {
    wards: sorted(items.flatMap(({ wards }) => wards)),
    decisionMakers: sorted(items.flatMap(({ decisions }) => decisions.map((one) => one.decisionMaker))),
    areas: sorted(items.map(({ scrutinyArea }) => scrutinyArea)),
  };
}

/** The items that every filter lets pass. An item for all wards concerns each ward; each word typed must occur. */
export function filterItems(items: readonly PublishedItem[], filters: PlanFilters): PublishedItem[] {
  const words = filters.words.toLocaleLowerCase("en-GB").split(/\s+/).filter(Boolean);
  return items.filter(
    (item) =>
      (filters.ward === "" || item.wards.includes(filters.ward) || item.wards.includes(allWards)) &&
      (filters.decisionMaker === "" ||
        item.decisions.some(({ decisionMaker }) => decisionMaker === filters.decisionMaker)) &&
      (filters.area === "" || item.scrutinyArea === filters.area) &&
      (filters.secrecy === "" || (item.secrecy === "open") === (filters.secrecy === "open")) &&
      words.every((word) => searched(item).includes(word)),
  );
}

function searched(item: PublishedItem): string {
  return [
    item.title,
    item.details,
    ...item.wards,
    item.scrutinyArea,
    ...item.decisions.map(({ decisionMaker }) => decisionMaker),
    ...item.contacts.map(({ name }) => name),
  ]
    .join(" ")
    .toLocaleLowerCase("en-GB");
}
