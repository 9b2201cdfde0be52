import type { DateWindow, PublishedMeeting } from "../contracts/answer.ts";
import type { CalendarDate } from "../contracts/calendar-date.ts";
import { writtenInFull, writtenWithoutWeekday } from "../rules/dates/written-dates.ts";
import type { ForwardPlan } from "../rules/forward-plan/forward-plan.ts";
import { editionInWords } from "./answer-text.ts";
import type { Answered, Records, Turn } from "./ask-records.ts";
import { isMaker } from "./find-items.ts";
import { nothing } from "./fixed-answers.ts";
import { anyScrutiny } from "./next-meeting-words.ts";
import { fold } from "./question-words.ts";

export interface FoundMeeting {
  readonly body: string;
  readonly date: CalendarDate;
  readonly meeting: PublishedMeeting | null;
}

/** The first meeting of a body on or after a day: from the records, else from what the plan expects of it. */
export function findMeeting(
  body: string | null,
  from: CalendarDate,
  plan: ForwardPlan | null,
  records: Records,
): FoundMeeting | null {
  const asked = body === null ? null : fold(body);
  const known = records.bodies.find(({ name, aliases }) =>
    [name, ...aliases].some((one) => fold(one) === asked),
  );
  const isOf = (key: string) =>
    body === anyScrutiny
      ? records.bodies.some((one) => one.key === key && one.kind === "Scrutiny")
      : key === known?.key;
  const next = records.meetings
    .filter(
      ({ date, state, bodyKey }) => date >= from && state !== "Cancelled" && (body === null || isOf(bodyKey)),
    )
    .sort((a, b) => a.date.localeCompare(b.date) || (a.time ?? "").localeCompare(b.time ?? ""))[0];
  if (next) {
    const name = records.bodies.find(({ key }) => key === next.bodyKey)?.name ?? next.bodyKey;
    return {
      body: name,
      date: next.date,
      meeting: {
        key: next.key,
        body: name,
        date: next.date,
        ...(next.time === undefined ? {} : { time: next.time }),
        ...(next.venue === undefined ? {} : { venue: next.venue }),
      },
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
        text: `No coming meeting${body ? ` of ${body}` : ""}${window ? ` from ${writtenWithoutWeekday(window.from)} to ${writtenWithoutWeekday(window.to)}` : ""} is on record.`,
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
