import type { Answer, DateWindow, PublishedItem } from "../contracts/answer.ts";
import { type CalendarDate, toCalendarDate } from "../contracts/calendar-date.ts";
import { addDays, daysFrom, yearOf } from "../rules/dates/calendar-arithmetic.ts";
import { writtenInFull } from "../rules/dates/written-dates.ts";
import type { CouncilBusiness } from "../rules/meetings/council-business.ts";
import type { Meeting } from "../rules/meetings/meeting.ts";
import {
  type Decision,
  individualDecisionInWords,
  isIndividual,
  type Minute,
  matterOf,
} from "../rules/meetings/minutes.ts";
import type { Answered, Turn } from "./ask-records.ts";
import { windowInWords } from "./filters-in-words.ts";
import { nothing } from "./fixed-answers.ts";
import { isHeld, isOfBody } from "./next-meeting.ts";
import { ofBody } from "./next-meeting-words.ts";
import { callInOf, partsInWords } from "./outcome-answer.ts";

/** How many minutes, or decisions open to call-in, an answer tells before it says how many more there are. */
const told = 10;

/**
 * What was decided at the last meeting of a body, or at its meetings on some days, from the published minutes; null
 * where the records hold no minutes, so that the plan may answer.
 * @param body as the question names it; null for any.
 */
export function meetingOutcomeAnswer(
  body: string | null,
  window: DateWindow | null,
  turn: Turn,
): Answered | null {
  const { records, today } = turn;
  const { business } = records;
  if (!business || business.decisions.every(isIndividual)) return null;
  const days = window && inThePast(window, today);
  const held = records.meetings
    .filter(({ bodyKey }) => body === null || isOfBody(bodyKey, body, records))
    .filter(({ key, date, state }) => isHeld(state) && (date < today || hasDecisions(key, business)))
    .sort((a, b) => b.date.localeCompare(a.date));
  const asked = days ? held.filter(({ date }) => date >= days.from && date <= days.to) : held.slice(0, 1);
  const lines: string[] = [];
  if (asked.length === 0)
    lines.push(
      days
        ? `No meeting${ofBody(body)} ${days.from === days.to ? "on" : "from"} ${windowInWords(days)} is on record.`
        : `No meeting${ofBody(body)} that has been held is on record.`,
    );
  const minuted = asked.filter(({ key }) => hasDecisions(key, business));
  const unminuted = asked
    .filter((meeting) => !minuted.includes(meeting))
    .map(
      (meeting) =>
        `No decisions of ${nameOf(meeting, turn)} on ${writtenInFull(meeting.date)} are on record here yet.`,
    );
  if (minuted.length === 0) lines.push(...unminuted);
  const before = held.find(({ key }) => hasDecisions(key, business));
  const shown = minuted.length > 0 ? minuted : before ? [before] : [];
  if (minuted.length === 0 && before) lines.push("The last decisions published before that:");
  const decisions = shown.flatMap(({ key }) =>
    business.decisions.filter(({ meetingKey }) => meetingKey === key),
  );
  lines.push(...decidedAt(shown, business, turn));
  if (minuted.length > 0) lines.push(...unminuted);
  const [first] = shown;
  return {
    ...(first ? { meeting: { body: nameOf(first, turn), date: first.date } } : {}),
    answer: answerOf(lines, decisions, days, turn),
  };
}

/** Decisions that can be called in today, the day that closes, and those that have been; null without records of any. */
export function callInsAnswer(body: string | null, turn: Turn): Answered | null {
  const { records, today } = turn;
  const { business, meetings } = records;
  if (!business || business.decisions.length === 0) return null;
  const meetingOf = new Map(meetings.map((meeting) => [meeting.key, meeting]));
  const ofAsked = business.decisions.filter((decision) => {
    // One person’s decision is no body’s: a question about a body’s does not mean it.
    if (isIndividual(decision)) return body === null;
    const meeting = meetingOf.get(decision.meetingKey);
    return meeting !== undefined && (body === null || isOfBody(meeting.bodyKey, body, records));
  });
  const open = ofAsked.filter((decision) => isOpenToCallIn(decision, today));
  const calledIn = ofAsked.filter(({ state }) => state === "CalledIn");
  const lines: string[] = [];
  const tell = (decisions: readonly Decision[], what: (count: number) => string) => {
    const byMatter = [...Map.groupBy(decisions, matterOf)];
    if (byMatter.length === 0) return;
    lines.push(what(byMatter.length));
    for (const [matter, parts] of byMatter.slice(0, told)) {
      const [first] = parts;
      if (first && isIndividual(first)) {
        lines.push(`${individualDecisionInWords(first)}. ${callInOf(parts, today)}`);
        continue;
      }
      const minute = business.minutes.find(({ key }) => key === matter);
      const meeting = meetingOf.get(first?.meetingKey ?? "");
      const by = meeting ? `${nameOf(meeting, turn)}, ${writtenInFull(meeting.date)}` : "the council";
      lines.push(
        `${minute?.title ?? first?.text ?? "A decision"} (${by}${minute ? `, minute ${minute.number}` : ""}). ${callInOf(parts, today)}`,
      );
    }
    if (byMatter.length > told) lines.push(`And ${byMatter.length - told} more.`);
  };
  tell(
    open,
    (count) =>
      `${count === 1 ? "One decision" : `${count} decisions`}${ofBody(body)} can still be called in:`,
  );
  if (open.length === 0) lines.push(`No published decision${ofBody(body)} can be called in today.`);
  tell(calledIn, (count) =>
    count === 1 ? "One decision has been called in:" : `${count} decisions have been called in:`,
  );
  return { answer: answerOf(lines, [...open, ...calledIn], null, turn) };
}

/** What meetings decided, the latest first, until enough is told; of the rest, that they are on record. */
function decidedAt(meetings: readonly Meeting[], business: CouncilBusiness, turn: Turn): string[] {
  const lines: string[] = [];
  let left = told;
  for (const [place, meeting] of meetings.entries()) {
    if (left <= 0) {
      const rest = meetings.slice(place);
      lines.push(
        `Decisions of ${rest.length === 1 ? "one earlier meeting" : `${rest.length} earlier meetings`} are on record too: ask by the body and the date.`,
      );
      break;
    }
    const minutes = minutesWithDecisions(meeting, business);
    lines.push(
      `${nameOf(meeting, turn)} decided on ${writtenInFull(meeting.date)}:`,
      ...minutes.slice(0, left).map(({ minute, parts }) => minuteLine(minute, parts, turn.today)),
      ...(minutes.length > left ? [`And under ${minutes.length - left} more minutes.`] : []),
    );
    left -= minutes.length;
  }
  return lines;
}

interface MinuteWithDecisions {
  readonly minute: Minute | undefined;
  readonly parts: readonly Decision[];
}

function minutesWithDecisions(
  { key }: Meeting,
  { minutes, decisions }: CouncilBusiness,
): MinuteWithDecisions[] {
  const ofMeeting = decisions.filter(({ meetingKey }) => meetingKey === key);
  return [...Map.groupBy(ofMeeting, matterOf)]
    .map(([matter, parts]) => ({ minute: minutes.find((one) => one.key === matter), parts }))
    .sort((a, b) => (a.minute?.number ?? 0) - (b.minute?.number ?? 0));
}

function minuteLine(minute: Minute | undefined, parts: readonly Decision[], today: CalendarDate): string {
  const heading = minute ? `${minute.number} ${minute.title}: ` : "";
  const mayBeCalledIn = parts.some((one) => isOpenToCallIn(one, today) || one.state === "CalledIn");
  return `${heading}${partsInWords(parts)}${mayBeCalledIn ? ` ${callInOf(parts, today)}` : ""}`;
}

function answerOf(
  lines: readonly string[],
  decisions: readonly Decision[],
  window: DateWindow | null,
  { plan }: Turn,
): Answer {
  const keys = new Set(decisions.flatMap(({ forwardPlanItemKey }) => forwardPlanItemKey ?? []));
  const items: PublishedItem[] = (plan?.items ?? []).filter(({ key }) => keys.has(key));
  return { ...nothing("decision.outcome", plan?.edition ?? null), items, window, text: lines.join("\n") };
}

function isOpenToCallIn({ callIn, callInExpires, state }: Decision, today: CalendarDate): boolean {
  return (
    callIn === "Subject" &&
    callInExpires !== undefined &&
    callInExpires >= today &&
    (state === "Published" || state === "InCallIn")
  );
}

/** “What did Cabinet decide on Thursday?” is the Thursday gone, as “in October” is the October gone. */
function inThePast(window: DateWindow, today: CalendarDate): DateWindow {
  if (window.from < today) return window;
  // “This year” of what is past began in January.
  if (window.from === today)
    return {
      from: window.to.endsWith("-12-31") ? toCalendarDate(`${yearOf(today)}-01-01`) : today,
      to: window.to,
    };
  if (window.from === window.to) {
    const weeks = Math.ceil(daysFrom(today, window.from) / 7);
    const day = addDays(window.from, -7 * weeks);
    return { from: day, to: day };
  }
  return { from: yearBefore(window.from), to: yearBefore(window.to) };
}

function yearBefore(date: CalendarDate): CalendarDate {
  return toCalendarDate(`${yearOf(date) - 1}${date.slice(4).replace("-02-29", "-02-28")}`);
}

function hasDecisions(meeting: string, { decisions }: CouncilBusiness): boolean {
  return decisions.some(({ meetingKey }) => meetingKey === meeting);
}

function nameOf({ bodyKey }: Meeting, { records }: Turn): string {
  return records.bodies.find(({ key }) => key === bodyKey)?.name ?? bodyKey;
}
