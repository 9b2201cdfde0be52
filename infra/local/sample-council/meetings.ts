import type { CalendarDate } from "../../../shared/contracts/calendar-date.ts";
import {
  addDays,
  dayOfWeek,
  monthOf,
  startOfMonth,
  yearOf,
} from "../../../shared/rules/dates/calendar-arithmetic.ts";
import { addWorkingDays, isWorkingDay, workingDaysFrom } from "../../../shared/rules/dates/working-days.ts";
import { warnBefore } from "../../../shared/rules/deliveries/due-cards.ts";
import { type Meeting, meetingKey, municipalYear } from "../../../shared/rules/meetings/meeting.ts";
import { meetingDeadlines } from "../../../shared/rules/meetings/meeting-deadlines.ts";

const tuesday = 2;
const thursday = 4;
const committees = ["OSCS", "OSRS", "OSAH", "OSRC"] as const;

/** The meetings of a year around a day, and the two that the first day is about. */
export interface SampleMeetings {
  readonly meetings: readonly Meeting[];
  /** The coming meeting whose agenda is published. */
  readonly published: Meeting;
  /** The coming meeting whose agenda must be published in one to three working days. */
  readonly deadline: Meeting;
}

function workingDaysLeft(today: CalendarDate, meeting: CalendarDate): number {
  return workingDaysFrom(today, meetingDeadlines(meeting, { callInApplies: true }).lastPublicationDay);
}

/** The first day from `from` on, of the given days of the week, that is a working day and will do. */
function firstDay(
  from: CalendarDate,
  weekdays: readonly number[],
  willDo: (day: CalendarDate) => boolean,
  within: number,
): CalendarDate | null {
  for (let days = 0; days <= within; days += 1) {
    const day = addDays(from, days);
    if (weekdays.includes(dayOfWeek(day)) && isWorkingDay(day) && willDo(day)) return day;
  }
  return null;
}

/**
 * A year of meetings around a day: Cabinet on a Thursday each month, each scrutiny committee on a Tuesday every
 * eight weeks, Council on Thursdays every eight weeks. On that day exactly one agenda is out and exactly one is due
 * within three working days: the members' channel and the officers' channel get one card each.
 */
export function sampleMeetings(today: CalendarDate): SampleMeetings {
  const isDue = (day: CalendarDate) => {
    const left = workingDaysLeft(today, day);
    return left >= 1 && left <= warnBefore;
  };
  // Three working days ahead always hold a Tuesday or a Thursday, but for weeks with bank holidays.
  const due = firstDay(today, [tuesday, thursday], isDue, 30) ?? firstDay(today, [1, 2, 3, 4, 5], isDue, 30);
  if (!due)
    throw new Error(`No meeting can be placed whose agenda is due within three working days of ${today}.`);
  const cabinetIsDue = dayOfWeek(due) === thursday;
  const out = firstDay(addDays(today, 2), [cabinetIsDue ? tuesday : thursday], () => true, 21);
  if (!out) throw new Error(`No meeting can be placed soon after ${today}.`);

  const cabinet = cabinetIsDue ? due : out;
  const scrutiny = cabinetIsDue ? out : due;
  const deadline = at(cabinetIsDue ? "CAB" : "OSCS", due, today);
  const published = withAgenda(at(cabinetIsDue ? "OSCS" : "CAB", out, today), today);

  const others = [
    ...monthly(cabinet).map((day) => ({ body: "CAB", day, weekday: thursday })),
    ...committees.flatMap((body, place) =>
      everyEightWeeks(addDays(scrutiny, place * 14), place > 0).map((day) => ({
        body,
        day,
        weekday: tuesday,
      })),
    ),
    ...everyEightWeeks(addDays(cabinet, 21), true).map((day) => ({ body: "CNL", day, weekday: thursday })),
  ];
  // No agenda is due so long before its meeting, whatever holidays lie between.
  const farOff = addDays(today, 42);
  const meetings = new Map([deadline, published].map((meeting) => [meeting.key, meeting]));
  for (const { body, day, weekday } of others) {
    // What would fall due too soon is moved to the next week in which it does not.
    const fits = (candidate: CalendarDate) =>
      candidate < today || candidate > farOff || workingDaysLeft(today, candidate) > warnBefore;
    const kept = firstDay(nearestWeekday(day, weekday), [weekday], fits, 70);
    if (!kept || Math.abs(yearOf(kept) - yearOf(today)) > 1) continue;
    const meeting = at(body, kept, today);
    if (!meetings.has(meeting.key)) meetings.set(meeting.key, meeting);
  }
  return {
    meetings: [...meetings.values()].sort(
      (a, b) => a.date.localeCompare(b.date) || a.key.localeCompare(b.key),
    ),
    published,
    deadline,
  };
}

function nearestWeekday(day: CalendarDate, weekday: number): CalendarDate {
  return addDays(day, weekday - dayOfWeek(day));
}

/** The same week of each of the six months before and after. */
function monthly(anchor: CalendarDate): CalendarDate[] {
  const week = Math.min(3, Math.floor((Number(anchor.slice(8)) - 1) / 7));
  return [-6, -5, -4, -3, -2, -1, 1, 2, 3, 4, 5, 6].map((months) =>
    nthThursday(startOfMonth(anchor, months), week),
  );
}

function nthThursday(firstOfMonth: CalendarDate, week: number): CalendarDate {
  return addDays(firstOfMonth, ((thursday - dayOfWeek(firstOfMonth) + 7) % 7) + week * 7);
}

function everyEightWeeks(anchor: CalendarDate, withAnchor: boolean): CalendarDate[] {
  return [-3, -2, -1, ...(withAnchor ? [0] : []), 1, 2, 3].map((times) => addDays(anchor, times * 56));
}

function at(bodyKey: string, date: CalendarDate, today: CalendarDate): Meeting {
  const annualCouncil = nthThursday(startOfMonth(date, 5 - monthOf(date)), 2);
  return {
    key: meetingKey(bodyKey, date),
    bodyKey,
    date,
    time: bodyKey === "CAB" ? "10:00" : "18:30",
    venue:
      date.charCodeAt(9) % 2 === 0
        ? "Committee Room, Town Hall, Bootle"
        : "Birkdale Room, Town Hall, Southport",
    municipalYear: municipalYear(date, annualCouncil),
    ...(date < today
      ? { state: "MinutesPublished", publicAddress: addressOfPack(bodyKey, date) }
      : { state: "Scheduled" }),
  };
}

/** The agenda out in time: on its last publication day, or yesterday's working day where that is earlier. */
function withAgenda(meeting: Meeting, today: CalendarDate): Meeting {
  const last = meetingDeadlines(meeting.date, { callInApplies: true }).lastPublicationDay;
  const before = addWorkingDays(today, -1);
  return {
    ...meeting,
    state: "AgendaPublished",
    agendaPublishedAt: `${last < before ? last : before}T10:05:00Z`,
    publicAddress: addressOfPack(meeting.bodyKey, meeting.date),
  };
}

function addressOfPack(bodyKey: string, date: CalendarDate): string {
  return `https://democracy.council.example/meetings/${bodyKey.toLowerCase()}/${date}`;
}
