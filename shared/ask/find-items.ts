import { allWards, type DateWindow, type ExpectedDecision, type PublishedItem } from "../contracts/answer.ts";
import { cabinetMemberDecisions, type Filters, officerDecisions } from "./query.ts";
import { fold, wordsOf } from "./question-words.ts";
import { placesAboutTopic, placesOfAnyPhrase, type TitleIndex, titleIndexOf } from "./title-index.ts";

/** The items that match every filter of a query, in the order of every list. */
export function findItems(query: Filters, items: readonly PublishedItem[]): PublishedItem[] {
  const index = titleIndexOf(items);
  const { ordered } = index;
  const masks = masksOf(query, index);
  const notAbout = query.notTopic.length > 0 ? placesOfAnyPhrase(query.notTopic, index) : null;
  const passes = (place: number) => {
    for (const mask of masks) if (mask[place] === 0) return false;
    return !notAbout?.has(place);
  };
  const found: PublishedItem[] = [];
  if (query.topic.length === 0) {
    for (let place = 0; place < ordered.length; place++)
      if (passes(place)) found.push(ordered[place] as PublishedItem);
    return found;
  }
  const about = [...placesAboutTopic(query.topic, index)].sort((a, b) => a - b);
  for (const place of about) if (passes(place)) found.push(ordered[place] as PublishedItem);
  return found;
}

/** The same few names of decision makers are compared for every item. */
const foldedNames = new Map<string, string>();

function foldedName(name: string): string {
  let folded = foldedNames.get(name);
  if (folded === undefined) {
    folded = fold(name);
    if (foldedNames.size >= 2_000) foldedNames.clear();
    foldedNames.set(name, folded);
  }
  return folded;
}

/** How many answers of one filter an index remembers; one takes a byte an item. */
const masksKept = 300;

/** For each filter that is set, which places pass it: worked out once for the same words, then looked up. */
function masksOf(query: Filters, { ordered, masks }: TitleIndex): Uint8Array[] {
  const asked: Uint8Array[] = [];
  for (const { read, passes } of dimensions) {
    const values = read(query);
    if (values === null) continue;
    const key = JSON.stringify(values);
    let mask = masks.get(key);
    if (!mask) {
      mask = Uint8Array.from(ordered, (item) => (passes(query, item) ? 1 : 0));
      if (masks.size >= masksKept) masks.clear();
      masks.set(key, mask);
    }
    asked.push(mask);
  }
  return asked;
}

interface Dimension {
  /** What the query says of it, as data to remember the answer by; null when it says nothing. */
  readonly read: (query: Filters) => unknown;
  readonly passes: (query: Filters, item: PublishedItem) => boolean;
}

const dimensions: readonly Dimension[] = [
  {
    read: ({ secrecy }) => (secrecy.length === 0 ? null : ["secrecy", secrecy]),
    passes: ({ secrecy }, item) => secrecy.includes(item.secrecy),
  },
  {
    read: ({ paragraphs }) => (paragraphs.length === 0 ? null : ["paragraphs", paragraphs]),
    passes: ({ paragraphs }, item) => paragraphs.some((number) => item.exemptParagraphs.includes(number)),
  },
  {
    read: ({ financial }) => (financial === null ? null : ["financial", financial]),
    passes: ({ financial }, item) => item.financialImpact === financial,
  },
  {
    read: ({ community }) => (community === null ? null : ["community", community]),
    passes: ({ community }, item) => item.communityImpact === community,
  },
  {
    read: ({ areas, notAreas }) => (areas.length + notAreas.length === 0 ? null : ["areas", areas, notAreas]),
    passes: ({ areas, notAreas }, { scrutinyArea }) =>
      (areas.length === 0 || areas.includes(scrutinyArea)) && !notAreas.includes(scrutinyArea),
  },
  {
    read: ({ wards, notWards, wardsOnly, boroughWide, town }) =>
      wards.length + notWards.length === 0 && !wardsOnly && !boroughWide
        ? null
        : ["wards", wards, notWards, wardsOnly, boroughWide, town],
    passes: isWhereAsked,
  },
  {
    read: ({ officers, notOfficers }) =>
      officers.length + notOfficers.length === 0 ? null : ["officers", officers, notOfficers],
    passes: ({ officers, notOfficers }, { contacts }) =>
      (officers.length === 0 || contacts.some(({ name }) => officers.includes(name))) &&
      !contacts.some(({ name }) => notOfficers.includes(name)),
  },
  {
    read: ({ decisionMakers, notDecisionMakers, decidedByAll, window, alsoWindow, notWindow }) =>
      decisionMakers.length + notDecisionMakers.length === 0 && window === null && notWindow === null
        ? null
        : ["decisions", decisionMakers, notDecisionMakers, decidedByAll, window, alsoWindow, notWindow],
    passes: (query, { decisions }) =>
      !decisions.some(({ decisionMaker }) =>
        query.notDecisionMakers.some((name) => isMaker(name, decisionMaker)),
      ) &&
      (!query.decidedByAll ||
        query.decisionMakers.every((name) =>
          decisions.some(({ decisionMaker }) => isMaker(name, decisionMaker)),
        )) &&
      ((query.decisionMakers.length === 0 && query.window === null) ||
        decisions.some((decision) => isAskedFor(query, decision))) &&
      (query.notWindow === null || !decisions.some((decision) => fallsIn(decision, query.notWindow))),
  },
];

function isWhereAsked(
  { wards, notWards, wardsOnly, boroughWide, town }: Filters,
  item: PublishedItem,
): boolean {
  const everywhere = item.wards.includes(allWards);
  if (boroughWide && !everywhere) return false;
  if (wardsOnly && everywhere) return false;
  if (notWards.length > 0 && (everywhere || item.wards.some((ward) => notWards.includes(ward)))) return false;
  if (wards.length === 0) return true;
  if (town !== null && wordsOf(item.title).includes(fold(town))) return true;
  return everywhere || item.wards.some((ward) => wards.includes(ward));
}

function fallsIn(decision: ExpectedDecision, window: DateWindow | null): boolean {
  return window === null || (decision.from <= window.to && decision.to >= window.from);
}

function isAskedFor({ decisionMakers, window, alsoWindow }: Filters, decision: ExpectedDecision): boolean {
  return (
    (fallsIn(decision, window) || (alsoWindow !== null && fallsIn(decision, alsoWindow))) &&
    (decisionMakers.length === 0 || decisionMakers.some((name) => isMaker(name, decision.decisionMaker)))
  );
}

const officerPosts = /\b(director|chief executive|head of|officer|manager|assistant director)\b/i;

/** Whether a decision maker of the plan is the one that a question names. */
export function isMaker(asked: string, decisionMaker: string): boolean {
  if (asked === officerDecisions)
    return officerPosts.test(decisionMaker) && !/^cabinet member/i.test(decisionMaker);
  if (asked === cabinetMemberDecisions) return /^cabinet member/i.test(decisionMaker);
  return foldedName(asked) === foldedName(decisionMaker);
}
