import type { DateContext } from "./date-question.ts";
import type { DecisionsAsked } from "./meeting-outcome-words.ts";
import type { PlanNames } from "./plan-names.ts";
import type { Query } from "./query.ts";
import type { Word } from "./question-words.ts";

/** What a question is read against. */
export interface Knowledge extends DateContext {
  readonly names: PlanNames;
  /** Names of bodies that meet: “Cabinet”, “Overview and Scrutiny Committee (…)”, with their aliases. */
  readonly bodies: readonly { readonly name: string; readonly aliases: readonly string[] }[];
  /** Ward of the person who asks, when known. */
  readonly myWard?: string;
}

/** Days next to those asked about before. */
export interface Shift {
  readonly unit: "week" | "fortnight" | "month" | "year";
  readonly back: boolean;
}

/** A question as read: the query, and how it hangs together with what was said before. */
export interface Reading {
  readonly query: Query;
  /** Every word, with what it was taken for. */
  readonly words: readonly Word[];
  /** It goes on from the question before: “and Kew?”, “only the open ones”. */
  readonly followsUp: boolean;
  /** It points at one item of the answer before: “it”, “the second one” (counted from 1, -1 for the last). */
  readonly refersTo: "it" | number | null;
  /** It asks for more of the same list. */
  readonly more: boolean;
  /** The filters of the question before that it lets go of, as a query that names them: “drop the November bit”. */
  readonly letsGo: Query | null;
  /** What it names is wanted beside what was asked for before: “or Ford”, “plus March”. */
  readonly adds: boolean;
  /** It asks for urgent decisions that are not in the plan. */
  readonly asksUrgent: boolean;
  /** It asks when the plan was published, or what it covers. */
  readonly asksEdition: boolean;
  /** It asks for the days after those asked about before, or before them. */
  readonly shift: Shift | null;
  /** It names no kind of change, only the edition to compare with: “since the last plan”. */
  readonly sinceOnly: boolean;
  /** It is worded as asking of one item. */
  readonly asksOne: boolean;
  /** It asks for the opposite of the question before: “how many aren’t?” */
  readonly turnsRound: boolean;
  /** It names a body and nothing else: “and Council?” */
  readonly bodyAlone: string | null;
  /** It asks for one field of an item that was told: “the new date?”, “exempt or not?” */
  readonly asksField: boolean;
  /** It asks to have the items named that an answer only counted: “what are they?”. */
  readonly listsThem: boolean;
  /** It asks about the asker’s own ward. */
  readonly asksMyWard: boolean;
  /** It asks about the meetings or the committee that the asker sits on. */
  readonly asksOwn: "committee" | "meetings" | null;
  /** It asks for the meeting after the one just named, or what is on it; or for every meeting on some days. */
  readonly meeting: "after" | "agenda" | "all" | null;
  /** It asks what was decided at a meeting, or what can still be called in. */
  readonly decisionsAsked: DecisionsAsked | null;
  /** Whether some title has a word of what it is about. */
  readonly topicKnown: boolean;
}

/** The words of a question as it was read, slips mended. */
export function saidIn({ words }: Pick<Reading, "words">): string {
  return words.map(({ text }) => text).join(" ");
}
