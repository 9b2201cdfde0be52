import type {
  ReportKind,
  ReportState,
  SectionOutline,
  SectionState,
} from "../../shared/contracts/task-pane-api.ts";
import type { StateShown } from "../ui/state-line.tsx";

const day = new Intl.DateTimeFormat("en-GB", {
  weekday: "long",
  day: "numeric",
  month: "long",
  timeZone: "UTC",
});
const shortDay = new Intl.DateTimeFormat("en-GB", {
  day: "numeric",
  month: "short",
  year: "numeric",
  timeZone: "UTC",
});

function part(formatter: Intl.DateTimeFormat, date: string): (type: Intl.DateTimeFormatPartTypes) => string {
  const parts = formatter.formatToParts(new Date(`${date}T00:00:00Z`));
  return (type) => parts.find((one) => one.type === type)?.value ?? "";
}

/** “Thursday 26 November”. */
export function longDay(date: string): string {
  const of = part(day, date);
  return `${of("weekday")} ${of("day")} ${of("month")}`;
}

/** “8 Dec 2026”. */
export function tableDay(date: string): string {
  const of = part(shortDay, date);
  return `${of("day")} ${of("month").slice(0, 3)} ${of("year")}`;
}

/** “due Thursday 26 November (in 3 working days)”. */
export function dueWords({ date, workingDaysLeft }: NonNullable<SectionOutline["due"]>): string {
  const days = Math.abs(workingDaysLeft);
  const count = `${days} working ${days === 1 ? "day" : "days"}`;
  const when = workingDaysLeft < 0 ? `late by ${count}` : workingDaysLeft === 0 ? "today" : `in ${count}`;
  return `due ${longDay(date)} (${when})`;
}

/** “1 part”, “3 parts”. */
export function countOf(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? "" : "s"}`;
}

export const reportKinds: Readonly<Record<ReportKind, string>> = {
  "cabinet-member-report": "Cabinet Member report",
  "covering-report": "Covering report",
};

export const reportStates: Readonly<Record<ReportState, string>> = {
  draft: "Draft",
  "hos-signed-off": "Signed off by head of service",
  "in-consultation": "In consultation",
  cleared: "Cleared",
  submitted: "Submitted",
  published: "Published",
  considered: "Considered",
  closed: "Closed",
  returned: "Returned",
  "to-follow": "To follow",
  deferred: "Deferred",
  withdrawn: "Withdrawn",
};

export const sectionStates: Readonly<Record<SectionState, StateShown>> = {
  open: { word: "Open", icon: "circle", tone: "waiting" },
  contributed: { word: "Contributed", icon: "pencil", tone: "neutral" },
  accepted: { word: "Accepted", icon: "tick", tone: "good" },
  returned: { word: "Returned", icon: "back", tone: "bad" },
  nil: { word: "Nothing to report", icon: "nothing", tone: "neutral" },
};
