import type { CalendarDate } from "../../../shared/contracts/calendar-date.ts";
import {
  addDays,
  dayOfWeek,
  monthOf,
  startOfMonth,
  yearOf,
} from "../../../shared/rules/dates/calendar-arithmetic.ts";
import {
  addWorkingDays,
  isWorkingDay,
  workingDayOnOrBefore,
  workingDaysFrom,
} from "../../../shared/rules/dates/working-days.ts";
import { warnBefore } from "../../../shared/rules/deliveries/due-cards.ts";
import { type Meeting, meetingKey, municipalYear } from "../../../shared/rules/meetings/meeting.ts";
import { agendaPublication } from "../../../shared/rules/meetings/meeting-deadlines.ts";
import { isWinterRecess, sampleCounting } from "./closed-days.ts";

const monday = 1;
const tuesday = 2;
const wednesday = 3;
const thursday = 4;
const committees = ["OSCS", "OSRS", "OSAH", "OSRC"] as const;
/** The months in which the Council meets; its annual meeting is in May. */
const councilMonths = [1, 3, 4, 5, 7, 9, 11];

/** The meetings of a year around a day, and those that the first day is about. */
export interface SampleMeetings {
  readonly meetings: readonly Meeting[];
  /** The coming meeting whose agenda is published. */
  readonly published: Meeting;
  /** The coming meeting whose agenda must be published in one to three working days. */
  readonly deadline: Meeting;
  /** The Cabinet’s last meeting, whose decisions are in call-in. */
  readonly lastCabinet: Meeting;
}

/** The last day on which the agenda of a meeting may be published. */
export function publishBy(meeting: CalendarDate): CalendarDate {
  return agendaPublication(meeting, { callInApplies: true, counting: sampleCounting }).publishBy;
}

function workingDaysLeft(today: CalendarDate, meeting: CalendarDate): number {
  return workingDaysFrom(today, publishBy(meeting), sampleCounting);
}

/** Whether a body may meet on a day at all: the offices are open, and it is not the Cabinet in its recess. */
function isMeetingDay(day: CalendarDate): boolean {
  return isWorkingDay(day, sampleCounting) && !(dayOfWeek(day) === thursday && isWinterRecess(day));
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
    if (weekdays.includes(dayOfWeek(day)) && isMeetingDay(day) && willDo(day)) return day;
  }
  return null;
}

/**
 * The Cabinet’s last meeting and the day its decisions were published: late enough that they are in call-in today,
 * early enough that the card which said so is history.
 */
function lastCabinetBefore(today: CalendarDate): { met: CalendarDate; published: CalendarDate } {
  const published = workingDayOnOrBefore(addDays(today, -4), sampleCounting);
  let met = addDays(published, -1);
  while (dayOfWeek(met) !== thursday || !isMeetingDay(met)) met = addDays(met, -1);
  return { met, published };
}

/**
 * A year of meetings around a day: Cabinet on a Thursday each month, each scrutiny committee on a Tuesday every
 * eight weeks, Council on Thursdays, the other committees on days of their own. On that day exactly one agenda is out
 * and exactly one is due within three working days: the members' channel and the officers' channel get one card each.
 */
export function sampleMeetings(today: CalendarDate): SampleMeetings {
  const isDue = (day: CalendarDate) => {
    const left = workingDaysLeft(today, day);
    return left >= 1 && left <= warnBefore;
  };
  // Three working days ahead always hold a Tuesday or a Thursday, but for weeks with bank holidays or the recess.
  const due =
    firstDay(today, [tuesday, thursday], isDue, 30) ??
    firstDay(today, [monday, tuesday, wednesday, 5], isDue, 30);
  if (!due)
    throw new Error(`No meeting can be placed whose agenda is due within three working days of ${today}.`);
  const cabinetIsDue = dayOfWeek(due) === thursday;
  const out = firstDay(addDays(today, 2), [cabinetIsDue ? tuesday : thursday], () => true, 24);
  if (!out) throw new Error(`No meeting can be placed soon after ${today}.`);

  const cabinet = cabinetIsDue ? due : out;
  const scrutiny = cabinetIsDue ? out : due;
  const last = lastCabinetBefore(today);
  const deadline = at(cabinetIsDue ? "CAB" : "OSCS", due, today);
  const published = withAgenda(at(cabinetIsDue ? "OSCS" : "CAB", out, today), today);
  const lastCabinet: Meeting = {
    ...at("CAB", last.met, today),
    state: "MinutesPublished",
    minutesPublishedAt: `${last.published}T11:20:00Z`,
  };

  const others = [
    ...monthly(last.met, [-6, -5, -4, -3, -2, -1]).map((day) => ({ body: "CAB", day, weekday: thursday })),
    ...monthly(cabinet, [1, 2, 3, 4, 5, 6]).map((day) => ({ body: "CAB", day, weekday: thursday })),
    ...committees.flatMap((body, place) =>
      every(8, addDays(scrutiny, place * 14), place > 0).map((day) => ({ body, day, weekday: tuesday })),
    ),
    ...every(12, addDays(scrutiny, 21), true).map((day) => ({ body: "OSMB", day, weekday: tuesday })),
    ...every(4, addDays(scrutiny, 8), true).map((day) => ({ body: "PLN", day, weekday: wednesday })),
    ...every(8, addDays(scrutiny, 13), true).map((day) => ({ body: "LIC", day, weekday: monday })),
    ...every(12, addDays(scrutiny, 22), true).map((day) => ({ body: "AUD", day, weekday: wednesday })),
    ...[-8, -7, -6, -5, -4, -3, -2, -1, 0, 1, 2, 3, 4, 5, 6, 7, 8]
      .map((months) => startOfMonth(today, months))
      .filter((month) => councilMonths.includes(monthOf(month)))
      .map((month) => ({ body: "CNL", day: nthThursday(month, 2), weekday: thursday })),
  ];
  // No agenda is due so long before its meeting, whatever holidays lie between.
  const farOff = addDays(today, 42);
  const meetings = new Map([deadline, published, lastCabinet].map((meeting) => [meeting.key, meeting]));
  for (const { body, day, weekday } of others) {
    // What would fall due too soon is moved to the next week in which it does not.
    const fits = (candidate: CalendarDate) =>
      candidate < today || candidate > farOff || workingDaysLeft(today, candidate) > warnBefore;
    const kept = firstDay(nearestWeekday(day, weekday), [weekday], fits, 70);
    if (!kept || Math.abs(yearOf(kept) - yearOf(today)) > 1) continue;
    const meeting = at(body, kept, today);
    if (!meetings.has(meeting.key)) meetings.set(meeting.key, meeting);
  }
  const ordered = [...meetings.values()].sort(
    (a, b) => a.date.localeCompare(b.date) || a.key.localeCompare(b.key),
  );
  return {
    meetings: ordered.map((meeting) => confirmed(meeting, ordered, today)),
    published,
    deadline,
    lastCabinet,
  };
}

/** Minutes are confirmed at the body’s next meeting. */
function confirmed(meeting: Meeting, all: readonly Meeting[], today: CalendarDate): Meeting {
  const metSince = all.some(
    ({ bodyKey, date }) => bodyKey === meeting.bodyKey && date > meeting.date && date < today,
  );
  return meeting.state === "MinutesPublished" && metSince ? { ...meeting, state: "Confirmed" } : meeting;
}

function nearestWeekday(day: CalendarDate, weekday: number): CalendarDate {
  return addDays(day, weekday - dayOfWeek(day));
}

/** The same week of other months; in December never later than the second, before the recess. */
function monthly(anchor: CalendarDate, months: readonly number[]): CalendarDate[] {
  const week = Math.min(3, Math.floor((Number(anchor.slice(8)) - 1) / 7));
  return months.map((away) => {
    const month = startOfMonth(anchor, away);
    return nthThursday(month, monthOf(month) === 12 ? Math.min(week, 1) : week);
  });
}

function nthThursday(firstOfMonth: CalendarDate, week: number): CalendarDate {
  return addDays(firstOfMonth, ((thursday - dayOfWeek(firstOfMonth) + 7) % 7) + week * 7);
}

/** Every so many weeks for half a year before and after. */
function every(weeks: number, anchor: CalendarDate, withAnchor: boolean): CalendarDate[] {
  const times = Math.max(2, Math.floor(26 / weeks));
  return Array.from({ length: times * 2 + 1 }, (_, place) => place - times)
    .filter((place) => place !== 0 || withAnchor)
    .map((place) => addDays(anchor, place * weeks * 7));
}

const venues = [
  "Committee Room, Town Hall, Bootle",
  "Birkdale Room, Town Hall, Southport",
  "Council Chamber, Town Hall, Bootle",
] as const;

function at(bodyKey: string, date: CalendarDate, today: CalendarDate): Meeting {
  const annualCouncil = nthThursday(startOfMonth(date, 5 - monthOf(date)), 2);
  return {
    key: meetingKey(bodyKey, date),
    bodyKey,
    date,
    time: bodyKey === "CAB" ? "10:00" : bodyKey === "AUD" ? "15:00" : "18:30",
    venue: bodyKey === "CNL" ? venues[2] : (venues[date.charCodeAt(9) % 2] ?? venues[0]),
    municipalYear: municipalYear(date, annualCouncil),
    ...(date < today ? held(bodyKey, date, today) : { state: "Scheduled" }),
  };
}

/** A meeting that was held: its minutes follow within four working days. */
function held(
  bodyKey: string,
  date: CalendarDate,
  today: CalendarDate,
): Pick<Meeting, "state"> & Partial<Meeting> {
  const minutesOut = addWorkingDays(date, 4, sampleCounting);
  const agendaOut = publishBy(date);
  return {
    state: minutesOut < today ? "MinutesPublished" : "Held",
    ...(minutesOut < today ? { minutesPublishedAt: `${minutesOut}T11:20:00Z` } : {}),
    agendaPublishedAt: `${agendaOut}T10:05:00Z`,
    publicAddress: addressOfPack(bodyKey, date),
  };
}

/** The agenda out in time: on its last publication day, or yesterday's working day where that is earlier. */
function withAgenda(meeting: Meeting, today: CalendarDate): Meeting {
  const last = publishBy(meeting.date);
  const before = addWorkingDays(today, -1, sampleCounting);
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
