import type { CalendarDate } from "./calendar-date.ts";
import type { PlanQuery } from "./plan-query.ts";

export const intents = [
  "forwardPlan.list",
  "forwardPlan.detail",
  "forwardPlan.count",
  "forwardPlan.changes",
  "forwardPlan.contact",
  "forwardPlan.representations",
  "forwardPlan.notice",
  "meeting.next",
  "meeting.agenda",
  "decision.outcome",
  "deadline.list",
  "help",
  "unknown",
] as const;
/** What a turn is about (forward-plan questions, meetings, or neither). */
export type Intent = (typeof intents)[number];

/** What the bot says to one question: everything that a card or a line of text may draw on. */
export interface Answer {
  readonly intent: Intent;
  /** The whole matching set, in order, however few of them a card shows. */
  readonly items: readonly PublishedItem[];
  /** The days asked about, inclusive; null when none were. */
  readonly window: DateWindow | null;
  /** Plain words that stand alone: for screen readers, notifications, and channels without cards. */
  readonly text: string;
  /** The edition that was asked; null when no edition is held. */
  readonly edition: PublishedEdition | null;
  /** The filters as understood, in words: “Wards: Linacre”, “Private”. */
  readonly filters: readonly string[];
  /** The same filters, each with the query that is left without it: a card’s chips. */
  readonly chips: readonly FilterChip[];
  /** What was asked, as data; null where it was not asked of the plan’s items. */
  readonly query: PlanQuery | null;
  /** How the words of the question were read, a sentence a line; empty where no question was asked. */
  readonly because: readonly string[];
  /** What changed, where changes were asked for; of the items, in their order. */
  readonly changes: readonly PlanChange[];
  /** Where the one item's days can be had as a calendar file, where the service has an address. */
  readonly calendarAddress?: string;
  /** Where the one item opens in the tab, beside what else is planned. */
  readonly tabAddress?: string;
  /** What to follow to be told when this answer changes, where the asker may follow it. */
  readonly followTopic?: string;
  /** The meeting that a question about meetings found. */
  readonly meeting: PublishedMeeting | null;
  /** When nothing matched: the nearest things that do. */
  readonly nearest: readonly PublishedItem[];
}

/** A filter that was understood, and what is asked without it. */
export interface FilterChip {
  readonly words: string;
  readonly without: PlanQuery;
}

/** One change to the plan between two editions, or by a note in an item. */
export interface PlanChange {
  readonly kind: "new" | "later" | "earlier" | "gone" | "withdrawn" | "secrecy";
  /** As the current edition lists it; as the one before listed it, when it is gone. */
  readonly item: PublishedItem;
  /** The move of a date, with its reason where the plan gives one. */
  readonly move?: {
    readonly decisionMaker: string;
    readonly from: CalendarDate;
    readonly to: CalendarDate;
    readonly reason: string;
  };
  readonly secrecyBefore?: Secrecy;
}

export interface DateWindow {
  readonly from: CalendarDate;
  readonly to: CalendarDate;
}

/** A Forward Plan edition as published. */
export interface PublishedEdition {
  readonly key: string;
  readonly periodFrom: CalendarDate;
  readonly periodTo: CalendarDate;
  readonly publishedOn: CalendarDate;
  /** Where anyone may read it, without signing in. */
  readonly address?: string;
}

export const secrecies = ["open", "part-exempt", "fully-exempt"] as const;
export type Secrecy = (typeof secrecies)[number];

/** One decision maker of an item with the day or period its decision is expected. */
export interface ExpectedDecision {
  readonly decisionMaker: string;
  /** First day it may fall on; the same as `to` for a single day. */
  readonly from: CalendarDate;
  readonly to: CalendarDate;
}

/** A note in the plan that a date was changed. */
export interface DateChange {
  readonly decisionMaker: string;
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  readonly reason: string;
}

/** An item exactly as the published plan shows it: every field may be said to anyone. */
export interface PublishedItem {
  /** The item's key, the same in every edition. */
  readonly key: string;
  readonly title: string;
  readonly details: string;
  readonly decisions: readonly ExpectedDecision[];
  readonly dateChanges: readonly DateChange[];
  readonly financialImpact: boolean;
  readonly communityImpact: boolean;
  readonly secrecy: Secrecy;
  /** Paragraphs of Schedule 12A cited, 1 to 7. */
  readonly exemptParagraphs: readonly number[];
  /** Ward names; `["All Wards"]` for the whole borough. */
  readonly wards: readonly string[];
  readonly scrutinyArea: string;
  readonly consultees: string;
  readonly consultationMethod: string;
  readonly backgroundDocuments: readonly string[];
  readonly contacts: readonly PublishedContact[];
}

export interface PublishedContact {
  readonly name: string;
  readonly email?: string;
  readonly telephone?: string;
}

export interface PublishedMeeting {
  readonly key: string;
  readonly body: string;
  readonly date: CalendarDate;
  readonly time?: string;
  readonly venue?: string;
}

/** The ward name that means the whole borough. */
export const allWards = "All Wards";
