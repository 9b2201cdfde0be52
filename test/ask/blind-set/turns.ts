import { allWards, type Intent, type PublishedItem } from "../../../shared/contracts/answer.ts";
import type { ForwardPlan } from "../../../shared/rules/forward-plan/forward-plan.ts";

/** The latest edition and the one before it, as an expectation looks at them. */
export interface Editions {
  readonly now: ForwardPlan;
  readonly before: ForwardPlan;
}

/** Whether a question must find an item; the editions tell what is new, moved or gone. */
export type Finds = (item: PublishedItem, editions: Editions) => boolean;

/** A turn with what is right for it. */
export interface Turn {
  readonly text: string;
  /** One of these; two only where the specification leaves it open. */
  readonly intents: readonly Intent[];
  readonly finds: Finds;
  /** `undefined` where the window is not judged. */
  readonly window?: readonly [string, string] | null;
  readonly says: readonly RegExp[];
  /** The number of what it finds is in the text, in figures or words. */
  readonly saysHowMany?: true;
  /** Some of what it finds is enough, where the specification leaves open how much is shown. */
  readonly someWillDo?: true;
  /** The other reading, where the specification leaves two open. */
  readonly otherwise?: Turn;
}

export type Conversation = readonly Turn[];

type Window = readonly [string, string] | null;

const turn =
  (...intents: Intent[]) =>
  (text: string, finds: Finds, window: Window = null, ...says: RegExp[]): Turn => ({
    text,
    intents,
    finds,
    window,
    says,
  });
const turnWithoutWindow =
  (...intents: Intent[]) =>
  (text: string, finds: Finds = none, ...says: RegExp[]): Turn => ({ text, intents, finds, says });

/** Nothing is found. */
export const none: Finds = () => false;
export const every: Finds = (item, { now }) => now.items.includes(item);

export const list = turn("forwardPlan.list");
export const count = turn("forwardPlan.count");
export const changes = turn("forwardPlan.changes");
export const detail = turnWithoutWindow("forwardPlan.detail");
/** Several items bear the name: they are listed as candidates. */
export const candidates = turnWithoutWindow("forwardPlan.detail", "forwardPlan.list");
export const contact = turnWithoutWindow("forwardPlan.contact");
export const comment = turnWithoutWindow("forwardPlan.representations");
export const next = turnWithoutWindow("meeting.next");
export const help = turnWithoutWindow("help");
export const unknown = turnWithoutWindow("unknown");

/** Why it is key, whether notice was given: an intent of its own where it is answered. */
export const notice = turnWithoutWindow("forwardPlan.detail", "forwardPlan.notice" as Intent);
/** What became of an item: an intent of its own where decisions are recorded. */
export const outcome = turnWithoutWindow(
  "forwardPlan.changes",
  "forwardPlan.detail",
  "decision.outcome" as Intent,
);
/** The date an item had before it moved: its change or the item itself may be told. */
export const earlierDate = turnWithoutWindow("forwardPlan.changes", "forwardPlan.detail");
/** Who is named for an item, without a wish to reach them. */
export const namedOfficers = turnWithoutWindow("forwardPlan.contact", "forwardPlan.detail");
/** Thanks and farewells: help may be offered again. */
export const courtesy = turnWithoutWindow("help", "unknown");
/** “More”: the same items again, or those that were not shown yet. */
export const continued = (text: string, finds: Finds): Turn => ({
  ...turnWithoutWindow("forwardPlan.list")(text, finds),
  someWillDo: true,
});
/** A turn that the specification lets be read in two ways. */
export const eitherReading = (one: Turn, otherwise: Turn): Turn => ({ ...one, otherwise });
/** The same turn where the specification leaves the window open. */
export const anyWindow = ({ window: _, ...judged }: Turn): Turn => judged;

const current =
  (test: (item: PublishedItem) => boolean): Finds =>
  (item, editions) =>
    every(item, editions) && test(item);

export const by = (...names: string[]) =>
  current((item) => item.decisions.some((one) => names.includes(one.decisionMaker)));
export const cabinet = by("Cabinet");
export const council = by("Council");
export const within = (from: string, to: string, ...makers: string[]) =>
  current((item) =>
    item.decisions.some(
      (one) =>
        one.from <= to && one.to >= from && (makers.length === 0 || makers.includes(one.decisionMaker)),
    ),
  );
export const ward = (...names: string[]) =>
  current((item) => item.wards.includes(allWards) || names.some((name) => item.wards.includes(name)));
export const onlyWard = (...names: string[]) =>
  current((item) => names.some((name) => item.wards.includes(name)));
export const boroughWide = current((item) => item.wards.includes(allWards));
export const area = (name: string) => current((item) => item.scrutinyArea === name);
export const closed = current((item) => item.secrecy !== "open");
export const open = current((item) => item.secrecy === "open");
export const part = current((item) => item.secrecy === "part-exempt");
export const fully = current((item) => item.secrecy === "fully-exempt");
export const paragraph = (number: number) => current((item) => item.exemptParagraphs.includes(number));
export const financial = current((item) => item.financialImpact);
export const community = current((item) => item.communityImpact);
export const officer = (name: string) => current((item) => item.contacts.some((one) => one.name === name));
/** Items of any edition, by their title. */
export const titled =
  (...words: RegExp[]): Finds =>
  (item) =>
    words.some((word) => word.test(item.title));
export const topic = (...words: RegExp[]) => both(every, titled(...words));

export const both =
  (...tests: Finds[]): Finds =>
  (item, editions) =>
    tests.every((test) => test(item, editions));
export const either =
  (...tests: Finds[]): Finds =>
  (item, editions) =>
    tests.some((test) => test(item, editions));
/** Of the current edition’s items, those that are not. */
export const not =
  (test: Finds): Finds =>
  (item, editions) =>
    every(item, editions) && !test(item, editions);

const previous = (item: PublishedItem, { before }: Editions) =>
  before.items.find((old) => old.title === item.title);
const dates = (item: PublishedItem) => item.decisions.map((one) => one.from);
const later = (from: readonly string[], to: readonly string[]) =>
  to.some((date, place) => date > (from[place] ?? date));

export const isNew: Finds = (item, editions) => every(item, editions) && !previous(item, editions);
export const isGone: Finds = (item, editions) => !every(item, editions);
export const isWithdrawn: Finds = (item, editions) =>
  isGone(item, editions) && dates(item).some((date) => date >= editions.now.edition.periodFrom);
/** By the editions alone. */
export const laterThanLastPlan: Finds = (item, editions) => {
  const old = previous(item, editions);
  return every(item, editions) && old !== undefined && later(dates(old), dates(item));
};
export const soonerThanLastPlan: Finds = (item, editions) => {
  const old = previous(item, editions);
  return every(item, editions) && old !== undefined && later(dates(item), dates(old));
};
/** By a note in the item, or by the editions. */
export const deferred: Finds = (item, editions) =>
  every(item, editions) &&
  (laterThanLastPlan(item, editions) || item.dateChanges.some(({ from, to }) => to > from));
export const broughtForward: Finds = (item, editions) =>
  every(item, editions) &&
  (soonerThanLastPlan(item, editions) || item.dateChanges.some(({ from, to }) => to < from));
export const dateChanged = either(deferred, broughtForward);
export const otherStatus: Finds = (item, editions) => {
  const old = previous(item, editions);
  return every(item, editions) && old !== undefined && old.secrecy !== item.secrecy;
};
export const changed = either(isNew, dateChanged, otherStatus, isWithdrawn);
export const changedSinceLastPlan = either(
  isNew,
  laterThanLastPlan,
  soonerThanLastPlan,
  otherStatus,
  isWithdrawn,
);
