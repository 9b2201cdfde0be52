import type { Answer } from "../contracts/answer.ts";
import type { CalendarDate } from "../contracts/calendar-date.ts";
import type { ForwardPlan } from "../rules/forward-plan/forward-plan.ts";
import type { BodyPractice } from "../rules/meetings/body-practice.ts";
import type { CouncilBusiness } from "../rules/meetings/council-business.ts";
import type { Body, Meeting } from "../rules/meetings/meeting.ts";
import type { ConversationMemory } from "./conversation-memory.ts";
import type { Query } from "./query.ts";

/** What the bot knows when it answers. */
export interface Records {
  /** Every edition held, in any order. */
  readonly plans: readonly ForwardPlan[];
  readonly meetings: readonly Meeting[];
  readonly bodies: readonly Body[];
  /** Agendas, minutes, decisions and notices as published; absent where only a plan is held. */
  readonly business?: CouncilBusiness;
  /** What the council’s own rules say of a body’s meetings; the product’s usual ones where absent. */
  practiceOf?(bodyKey: string): BodyPractice;
}

export interface Asker {
  /** Ward of the person, when the person is known. */
  readonly myWard?: string;
  /** Keys of the bodies that the person sits on, when the person is known. */
  readonly seats?: readonly string[];
  /** Whether the person is an officer and asks in a chat of their own. */
  readonly isOfficer?: boolean;
}

export interface Turn {
  readonly plan: ForwardPlan | null;
  readonly records: Records;
  readonly today: CalendarDate;
  readonly memory: ConversationMemory;
  readonly asker: Asker;
}

export interface Answered {
  readonly answer: Answer;
  /** What the next question may go on from. */
  readonly query?: Query;
  readonly meeting?: ConversationMemory["meeting"];
}
