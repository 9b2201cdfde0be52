import {
  allWards,
  type ExpectedDecision,
  type PublishedItem,
  type Secrecy,
} from "../../shared/contracts/answer.ts";
import { toCalendarDate } from "../../shared/contracts/calendar-date.ts";
import type { DeadlineEntry, DeliveryEntry } from "../../shared/contracts/meetings-api.ts";
import { dateInLondon, timeInLondon } from "../../shared/rules/dates/calendar-arithmetic.ts";
import { workingDaysInWords } from "../../shared/rules/dates/working-days.ts";
import { writtenInFull, writtenShort, writtenWithoutYear } from "../../shared/rules/dates/written-dates.ts";
import { exemptParagraphs } from "../../shared/rules/reports/exemption.ts";
import type { StateShown } from "../ui/state-line.tsx";

/** “Tuesday 8 December 2026”. @param date `YYYY-MM-DD`. */
export const fullDay = (date: string): string => writtenInFull(toCalendarDate(date));

/** “8 Dec 2026”: for tables. @param date `YYYY-MM-DD`. */
export const shortDay = (date: string): string => writtenShort(toCalendarDate(date));

/** “Tuesday 8 December”. @param date `YYYY-MM-DD`. */
export const dayOfYear = (date: string): string => writtenWithoutYear(toCalendarDate(date));

/** “14:05, 2 Dec 2026”: a moment on the clocks of England. @param instant ISO. */
export function moment(instant: string): string {
  const at = new Date(instant);
  return `${timeInLondon(at)}, ${writtenShort(dateInLondon(at))}`;
}

/** “in 6 working days”, “today”, “late by 1 working day”. */
export function daysLeft(workingDays: number): string {
  const words = workingDaysInWords(workingDays);
  return words.replace(/^Due /, "").replace(/^Late/, "late");
}

/** “Publish by Wednesday 9 December (in 6 working days)”. */
export function publishBy({ date, workingDaysLeft }: { date: string; workingDaysLeft: number }): string {
  return `Publish by ${dayOfYear(date)} (${daysLeft(workingDaysLeft)})`;
}

/** “Thursday 26 November 2026”, “1 Dec 2026 to 31 Dec 2026”. */
export function decisionDays({ from, to }: Pick<ExpectedDecision, "from" | "to">): string {
  return from === to ? fullDay(from) : `${shortDay(from)} to ${shortDay(to)}`;
}

export const secrecyWords: Readonly<Record<Secrecy, string>> = {
  open: "Open",
  "part-exempt": "Part exempt",
  "fully-exempt": "Fully exempt",
};

/** “Part exempt: Schedule 12A paragraph 3, about somebody’s financial or business affairs”. */
export function secrecyInFull({ secrecy, exemptParagraphs: cited }: PublishedItem): string {
  return cited.length === 0
    ? secrecyWords[secrecy]
    : `${secrecyWords[secrecy]}: Schedule 12A ${cited.map(paragraphInWords).join("; ")}`;
}

/** “paragraph 3, about somebody’s financial or business affairs”. */
export function paragraphInWords(number: number): string {
  const meaning = exemptParagraphs.find((paragraph) => paragraph.number === number)?.meaning;
  return meaning === undefined ? `paragraph ${number}` : `paragraph ${number}, ${meaning}`;
}

export function wardWords(wards: readonly string[]): string {
  return wards.includes(allWards) ? "All wards" : wards.join(", ");
}

const meetingStateWords: Readonly<Record<string, StateShown>> = {
  Scheduled: { word: "Agenda not published yet", icon: "circle", tone: "neutral" },
  AgendaPublished: { word: "Agenda published", icon: "paper", tone: "good" },
  Held: { word: "Held", icon: "tick", tone: "neutral" },
  MinutesDraft: { word: "Held, minutes being written", icon: "tick", tone: "neutral" },
  MinutesPublished: { word: "Minutes published", icon: "paper", tone: "neutral" },
  Confirmed: { word: "Minutes confirmed", icon: "tick", tone: "neutral" },
  Rearranged: { word: "Moved to another day", icon: "moved", tone: "waiting" },
  Cancelled: { word: "Cancelled", icon: "close", tone: "bad" },
};

/** A meeting’s state in words; one that this page does not know yet is shown as it is written. */
export function meetingState(state: string): StateShown {
  return meetingStateWords[state] ?? { word: state, icon: "circle", tone: "neutral" };
}

/** Where a deadline stands: “Due in 3 working days”, “Late by 1 working day”, “Met”, “Waived”. */
export function deadlineState({ state, workingDaysLeft }: DeadlineEntry): StateShown {
  switch (state) {
    case "Met":
      return { word: "Met", icon: "tick", tone: "good" };
    case "Waived":
      return { word: "Waived", icon: "nothing", tone: "neutral" };
    default:
      return isLate({ state, workingDaysLeft })
        ? {
            // Over a weekend no working day has passed, and yet it is late.
            word: workingDaysLeft < 0 ? workingDaysInWords(workingDaysLeft) : "Late",
            icon: "warning",
            tone: "bad",
          }
        : {
            word: workingDaysInWords(workingDaysLeft),
            icon: "clock",
            tone: workingDaysLeft <= 3 ? "waiting" : "neutral",
          };
  }
}

/** “Publish the agenda by Monday 23 November”, “Section drafts: Monday 2 November”. */
export function whatIsDue({ what, due }: Pick<DeadlineEntry, "what" | "due">): string {
  return `${what}${/ by$/.test(what) ? "" : ":"} ${dayOfYear(due)}`;
}

/** Whether nobody has met or waived it and its day has passed. */
export function isLate({
  state,
  workingDaysLeft,
}: Pick<DeadlineEntry, "state" | "workingDaysLeft">): boolean {
  return state === "Missed" || (isOpen({ state }) && workingDaysLeft < 0);
}

export function isOpen({ state }: Pick<DeadlineEntry, "state">): boolean {
  return state !== "Met" && state !== "Waived";
}

const sentWords: Readonly<Record<DeliveryEntry["act"], string>> = {
  post: "Posted",
  update: "Updated in place",
  reply: "Replied",
  recall: "Taken back",
};

/** What became of a message. */
export function deliveryState({ state, act }: Pick<DeliveryEntry, "state" | "act">): StateShown {
  switch (state) {
    case "sent":
      return { word: sentWords[act], icon: "tick", tone: "good" };
    case "held":
      return { word: "Waits for a yes", icon: "circle", tone: "waiting" };
    case "failed":
      return { word: "Given up", icon: "warning", tone: "bad" };
    case "covered":
      return { word: "Told in a digest", icon: "paper", tone: "neutral" };
    case "withdrawn":
      return { word: "Withdrawn", icon: "nothing", tone: "neutral" };
    case "recalled":
      return { word: "Taken back", icon: "back", tone: "neutral" };
    case "sending":
      return { word: "Being sent", icon: "clock", tone: "neutral" };
    default:
      return { word: "Waiting", icon: "clock", tone: "waiting" };
  }
}

/** “1 item”, “3 items”. */
export function countOf(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? "" : "s"}`;
}
