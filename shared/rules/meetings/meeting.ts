import type { CalendarDate } from "../../contracts/calendar-date.ts";

/** A body of the council that meets or decides. */
export interface Body {
  /** `CAB`, `OSCS`: short, upper-case, unique. */
  readonly key: string;
  readonly name: string;
  /** Other names it is known by, old ones included. */
  readonly aliases: readonly string[];
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
}

export const paperStates = ["Attached", "ToFollow", "None"] as const;
export type PaperState = (typeof paperStates)[number];

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
