import type { CalendarDate } from "../../contracts/calendar-date.ts";
import type { DatedName } from "../people/portfolio.ts";
import type { StateMachine } from "../state-machine.ts";

/** A body of the council that meets or decides. */
export interface Body {
  /** `CAB`, `OSCS`: short, upper-case, unique. */
  readonly key: string;
  readonly name: string;
  /** Other names it is known by, old ones included. */
  readonly aliases: readonly string[];
  /** What it was called before, with the time it was. */
  readonly formerNames?: readonly DatedName[];
  readonly kind: BodyKind;
  readonly callInApplies: boolean;
}

export const bodyKinds = [
  "Council",
  "Cabinet",
  "CabinetMember",
  "Scrutiny",
  "Board",
  "Regulatory",
  "Joint",
] as const;
export type BodyKind = (typeof bodyKinds)[number];

/**
 * Whether a body may take key decisions: the executive does, whole, by one of its members, or jointly (Local
 * Authorities (Executive Arrangements) (Meetings and Access to Information) (England) Regulations 2012, reg 8).
 */
export function takesKeyDecisions({ kind }: Pick<Body, "kind">): boolean {
  return kind === "Cabinet" || kind === "CabinetMember" || kind === "Joint";
}

/**
 * The body whose rules on call-in hold for decisions that one person takes: the Cabinet, whose power is delegated to
 * its members and officers; undefined where the records hold none.
 */
export function executiveOf(bodies: readonly Body[]): Body | undefined {
  return bodies.find(({ kind }) => kind === "Cabinet");
}

export const meetingStates = [
  "Scheduled",
  "AgendaPublished",
  "Held",
  "MinutesDraft",
  "MinutesPublished",
  "Confirmed",
  "Rearranged",
  "Cancelled",
] as const;
export type MeetingState = (typeof meetingStates)[number];

/** Cancelled and rearranged meetings keep their record; a supplement does not change a meeting's state. */
export const meetingSteps: StateMachine<MeetingState> = {
  Scheduled: ["AgendaPublished", "Rearranged", "Cancelled"],
  AgendaPublished: ["Held", "Rearranged", "Cancelled"],
  Held: ["MinutesDraft", "MinutesPublished"],
  MinutesDraft: ["MinutesPublished"],
  MinutesPublished: ["Confirmed"],
  Confirmed: [],
  Rearranged: [],
  Cancelled: [],
};

/** A meeting of a body. */
export interface Meeting {
  /** {@link meetingKey}: `OSCS-2026-12-08`. */
  readonly key: string;
  readonly bodyKey: string;
  readonly date: CalendarDate;
  /** `18:30` on the clocks of England. */
  readonly time?: string;
  readonly venue?: string;
  /** `2026/27`. */
  readonly municipalYear: string;
  readonly state: MeetingState;
  /** When the agenda was published, as an ISO instant. */
  readonly agendaPublishedAt?: string;
  /** Where anyone may read the agenda pack without signing in. */
  readonly publicAddress?: string;
  /** Where it may be joined or watched from afar, as an https address. */
  readonly joinAddress?: string;
  /** The day it was first called for, when it has been moved. */
  readonly rearrangedFrom?: CalendarDate;
  /** The number of its first minute; numbers run on through the municipal year (rule R23). */
  readonly firstMinuteNumber?: number;
  /** When the minutes were published, as an ISO instant. */
  readonly minutesPublishedAt?: string;
  /** Names as the minutes print them. */
  readonly present?: readonly string[];
  readonly alsoPresent?: readonly string[];
  readonly apologies?: readonly string[];
}

export const paperStates = ["Attached", "ToFollow", "None"] as const;
export type PaperState = (typeof paperStates)[number];

export const agendaItemStates = [
  "Requested",
  "OnAgenda",
  "Considered",
  "ToFollow",
  "Deferred",
  "Withdrawn",
] as const;
export type AgendaItemState = (typeof agendaItemStates)[number];

export const agendaItemSteps: StateMachine<AgendaItemState> = {
  Requested: ["OnAgenda", "Withdrawn"],
  OnAgenda: ["Considered", "ToFollow", "Deferred", "Withdrawn"],
  ToFollow: ["OnAgenda", "Considered", "Deferred", "Withdrawn"],
  Considered: [],
  Deferred: [],
  Withdrawn: [],
};

/** An item on a meeting's agenda. */
export interface AgendaItem {
  /** `OSCS-2026-12-08/6`. */
  readonly key: string;
  readonly meetingKey: string;
  readonly number: number;
  readonly title: string;
  readonly reportOf?: string;
  readonly reportKey?: string;
  readonly pageFrom?: number;
  readonly pageTo?: number;
  readonly paper: PaperState;
  /** Paragraphs of Schedule 12A, when the report is exempt. */
  readonly exemptParagraphs: readonly number[];
  readonly keyDecision?: boolean;
  /** The Forward Plan item it brings, where known. */
  readonly forwardPlanItemKey?: string;
  /** On the agenda, unless it says otherwise. */
  readonly state?: AgendaItemState;
  /** What came of it, in a sentence, once the meeting was held; of a deferred item, the meeting it goes to. */
  readonly outcome?: string;
}

/** The key of a meeting: its body's key and its date. */
export function meetingKey(bodyKey: string, date: CalendarDate): string {
  return `${bodyKey}-${date}`;
}

/** Body and date of a meeting's key; null when it is not one. */
export function readMeetingKey(key: string): { bodyKey: string; date: CalendarDate } | null {
  const match = /^([A-Z0-9]+)-(\d{4}-\d{2}-\d{2})$/.exec(key);
  return match?.[1] && match[2] ? { bodyKey: match[1], date: match[2] as CalendarDate } : null;
}

/**
 * The municipal year of a day, written `2026/27`, when the year runs from Annual Council in May (rule R38).
 * @param annualCouncil the day of Annual Council in that calendar year.
 */
export function municipalYear(date: CalendarDate, annualCouncil: CalendarDate): string {
  const year = Number(date.slice(0, 4));
  const from = date >= annualCouncil ? year : year - 1;
  return `${from}/${String((from + 1) % 100).padStart(2, "0")}`;
}
