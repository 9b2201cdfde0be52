import type { DateWindow, PublishedMeeting } from "../contracts/answer.ts";
import type { CalendarDate } from "../contracts/calendar-date.ts";
import { writtenInFull, writtenWithoutWeekday } from "../rules/dates/written-dates.ts";
import type { ForwardPlan } from "../rules/forward-plan/forward-plan.ts";
import type { Meeting } from "../rules/meetings/meeting.ts";
import { editionInWords } from "./answer-text.ts";
import type { Answered, Records, Turn } from "./ask-records.ts";
import { windowInWords } from "./filters-in-words.ts";
import { isMaker } from "./find-items.ts";
import { nothing } from "./fixed-answers.ts";
import { anyScrutiny, ofBody } from "./next-meeting-words.ts";
import { fold } from "./question-words.ts";

export interface FoundMeeting {
  readonly body: string;
  readonly date: CalendarDate;
  readonly meeting: PublishedMeeting | null;
}

/** Whether a body, by its key, is the one a question names: by its name, an alias, or any of scrutiny. */
export function isOfBody(key: string, named: string, { bodies }: Records): boolean {
  const body = bodies.find((one) => one.key === key);
  if (!body) return false;
  if (named === anyScrutiny) return body.kind === "Scrutiny";
  return [body.name, ...body.aliases].some((one) => fold(one) === fold(named));
}

/** The first meeting of a body on or after a day: from the records, else from what the plan expects of it. */
export function findMeeting(
  body: string | null,
  from: CalendarDate,
  plan: ForwardPlan | null,
  records: Records,
): FoundMeeting | null {
  const next = records.meetings
    .filter(
      ({ date, state, bodyKey }) =>
        date >= from && isHeld(state) && (body === null || isOfBody(bodyKey, body, records)),
    )
    .sort((a, b) => a.date.localeCompare(b.date) || (a.time ?? "").localeCompare(b.time ?? ""))[0];
  if (next) {
    const name = records.bodies.find(({ key }) => key === next.bodyKey)?.name ?? next.bodyKey;
    return {
      body: name,
      date: next.date,
      meeting: publishedMeeting(next, name),
    };
  }
  const days = (plan?.items ?? [])
    .flatMap((item) => item.decisions)
    .filter(
      ({ decisionMaker, from: day, to }) =>
        day === to &&
        day >= from &&
        (body === null
          ? ["Cabinet", "Council"].some((name) => isMaker(name, decisionMaker))
          : isMaker(body, decisionMaker)),
    )
    .sort((a, b) => a.from.localeCompare(b.from));
  const [first] = days;
  return first ? { body: first.decisionMaker, date: first.from, meeting: null } : null;
}

/** What may be said to anyone of a meeting. */
export function publishedMeeting({ key, date, time, venue }: Meeting, body: string): PublishedMeeting {
  return {
    key,
    body,
    date,
    ...(time === undefined ? {} : { time }),
    ...(venue === undefined ? {} : { venue }),
  };
}

/** Whether a meeting is held on its day, or was: a rearranged one is held on another. */
export function isHeld(state: Meeting["state"]): boolean {
  return state !== "Cancelled" && state !== "Rearranged";
}

export function nextMeetingDate(
  body: string,
  today: CalendarDate,
  plan: ForwardPlan | null,
  records: Records,
): CalendarDate | null {
  return findMeeting(body, today, plan, records)?.date ?? null;
}

/** Answers with the first meeting of a body, in a window where one was asked for. */
export function nextMeeting(
  body: string | null,
  from: CalendarDate,
  { plan, records }: Turn,
  window: DateWindow | null = null,
): Answered {
  const edition = plan?.edition ?? null;
  const start = window && window.from > from ? window.from : from;
  const found = findMeeting(body, start, plan, records);
  if (!found || (window && found.date > window.to)) {
    return {
      answer: {
        ...nothing("meeting.next", edition),
        window,
        text: `No coming meeting${ofBody(body)}${window ? ` from ${writtenWithoutWeekday(window.from)} to ${writtenWithoutWeekday(window.to)}` : ""} is on record.`,
      },
    };
  }
  const { meeting, date } = found;
  const at = meeting?.time ? ` at ${meeting.time}` : "";
  const where = meeting?.venue ? `, ${meeting.venue}` : "";
  return {
    meeting: { body: found.body, date },
    answer: {
      ...nothing("meeting.next", edition),
      meeting,
      window: { from: date, to: date },
      text:
        meeting || !plan
          ? `The ${window ? "" : "next "}meeting of ${found.body} is on ${writtenInFull(date)}${at}${where}.`
          : `No meeting of ${found.body} is on record. The earliest decision that ${editionInWords(plan.edition)} expects of it is on ${writtenInFull(date)}.`,
    },
  };
}

/** How many coming meetings are told where no days were asked about. */
const coming = 6;

/** Answers with every meeting on some days, of one body or of all; without days, with those that come next. */
export function meetingsIn(body: string | null, window: DateWindow | null, turn: Turn): Answered {
  const { plan, records, today } = turn;
  const edition = plan?.edition ?? null;
  const found = records.meetings
    .filter(({ state, bodyKey }) => isHeld(state) && (body === null || isOfBody(bodyKey, body, records)))
    .filter(({ date }) => (window ? date >= window.from && date <= window.to : date >= today))
    .sort((a, b) => a.date.localeCompare(b.date) || (a.time ?? "").localeCompare(b.time ?? ""))
    .slice(0, window ? undefined : coming);
  const [first] = found;
  const nameOf = (key: string) => records.bodies.find((one) => one.key === key)?.name ?? key;
  if (!first) {
    const next = findMeeting(body, today, null, records);
    if (!window || !next) return nextMeeting(body, today, turn, window);
    return {
      meeting: { body: next.body, date: next.date },
      answer: { ...nothing("meeting.next", edition), window, text: noMeetingThen(body, window, next) },
    };
  }
  const lines = found.map(
    ({ bodyKey, date, time, venue }) =>
      `${nameOf(bodyKey)}, ${writtenInFull(date)}${time ? ` at ${time}` : ""}${venue ? `, ${venue}` : ""}`,
  );
  const when = window ? ` ${window.from === window.to ? "on" : "from"} ${windowInWords(window)}` : " to come";
  return {
    meeting: { body: nameOf(first.bodyKey), date: first.date },
    answer: {
      ...nothing("meeting.next", edition),
      window,
      meeting: publishedMeeting(first, nameOf(first.bodyKey)),
      text: `${found.length === 1 ? "One meeting" : `${found.length} meetings`}${when}:\n${lines.join("\n")}`,
    },
  };
}

/** That nobody meets on the days asked about, and who meets next. */
export function noMeetingThen(body: string | null, window: DateWindow, next: FoundMeeting): string {
  const on = window.from === window.to ? "on" : "from";
  return `There is no meeting${ofBody(body)} ${on} ${windowInWords(window)}. The next is ${body === next.body ? "on " : `${next.body}, `}${writtenInFull(next.date)}${next.meeting?.time ? ` at ${next.meeting.time}` : ""}.`;
}
