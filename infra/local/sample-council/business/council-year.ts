import { type CalendarDate, toCalendarDate } from "../../../../shared/contracts/calendar-date.ts";
import { daysFrom } from "../../../../shared/rules/dates/calendar-arithmetic.ts";
import type { ForwardPlan } from "../../../../shared/rules/forward-plan/forward-plan.ts";
import { keyOfTitle } from "../../../../shared/rules/forward-plan/item-identity.ts";
import { callInClock, callInStanding, decisionStateOn } from "../../../../shared/rules/meetings/call-in.ts";
import type { AgendaItem, Meeting } from "../../../../shared/rules/meetings/meeting.ts";
import {
  type Decision,
  type Declaration,
  decisionKey,
  type Minute,
  minuteKey,
} from "../../../../shared/rules/meetings/minutes.ts";
import { sampleMeetingBodies } from "../bodies.ts";
import { sampleCounting } from "../closed-days.ts";
import { resolvedPlanEntries, resolvedPlanTitles } from "../forward-plan/forward-plan.ts";
import { membersOf } from "../people.ts";
import type { BusinessEntry } from "./business-entry.ts";
import { calledInBusiness, earlierCabinetBusiness, lastCabinetBusiness } from "./cabinet.ts";
import { councilAndCommitteeBusiness } from "./council-and-committees.ts";
import { callInHearing, scrutinyBusiness } from "./scrutiny.ts";

/** A meeting that was held: what stood on its agenda, who came, and what its minutes say once they are out. */
export interface HeldMeeting {
  readonly meeting: Meeting;
  readonly business: readonly BusinessEntry[];
  readonly agenda: readonly AgendaItem[];
  readonly minutes: readonly Minute[];
  readonly decisions: readonly Decision[];
  readonly declarations: readonly Declaration[];
}

const openingTitles = [
  "Apologies for Absence",
  "Declarations of Interest",
  "Minutes of the Previous Meeting",
] as const;

/** Every meeting held before a day, with its papers and minutes; the minutes of a body are numbered through the year. */
export function heldMeetings(
  today: CalendarDate,
  meetings: readonly Meeting[],
  plans: readonly ForwardPlan[],
): readonly HeldMeeting[] {
  const held = meetings.filter(({ date }) => date < today);
  return sampleMeetingBodies.flatMap(({ key }) => {
    const own = held.filter(({ bodyKey }) => bodyKey === key);
    const business = businessOf(key, own, held, plans);
    let next = 1;
    let year = "";
    return own.map((meeting, place) => {
      const matters = business.get(meeting.key) ?? [];
      if (meeting.municipalYear !== year) {
        next = year === "" ? firstNumberKnown(meeting, own.length) : 1;
        year = meeting.municipalYear;
      }
      const first = next;
      if (isMinuted(meeting)) next += openingTitles.length + matters.length;
      return recorded(meeting, matters, first, place, today);
    });
  });
}

const isMinuted = ({ state }: Meeting) => state === "MinutesPublished" || state === "Confirmed";

/** Where numbering stands at the first meeting that the records know: the year is as old as it is. */
function firstNumberKnown({ date, municipalYear }: Meeting, known: number): number {
  const yearBegan = toCalendarDate(`${municipalYear.slice(0, 4)}-05-15`);
  return 1 + Math.max(0, Math.floor(daysFrom(yearBegan, date) / 30)) * (known > 5 ? 6 : 3);
}

/** Which matters each meeting of a body dealt with: the newest meetings are served first. */
function businessOf(
  bodyKey: string,
  own: readonly Meeting[],
  held: readonly Meeting[],
  plans: readonly ForwardPlan[],
): ReadonlyMap<string, readonly BusinessEntry[]> {
  const given = new Map<string, readonly BusinessEntry[]>();
  const newestFirst = [...own].reverse();
  const pool = [...poolOf(bodyKey)];
  for (const [place, meeting] of newestFirst.entries()) {
    const fixed = bodyKey === "CAB" ? cabinetBusiness(place, meeting, plans) : [];
    if (bodyKey === "OSRS" && isCallInHearing(meeting, own, held)) fixed.push(callInHearing);
    const wanted = bodyKey === "CAB" && place === 0 ? 0 : 2;
    given.set(meeting.key, [...fixed, ...pool.splice(0, wanted)]);
  }
  return given;
}

function poolOf(bodyKey: string): readonly BusinessEntry[] {
  return bodyKey === "CAB"
    ? earlierCabinetBusiness
    : (scrutinyBusiness[bodyKey] ?? councilAndCommitteeBusiness[bodyKey] ?? []);
}

/** What the Cabinet’s last two meetings are about, and the matters of the plan whose day it was. */
function cabinetBusiness(place: number, { date }: Meeting, plans: readonly ForwardPlan[]): BusinessEntry[] {
  const fromPlan = resolvedPlanEntries(plans, date);
  if (place === 0) return [...lastCabinetBusiness, ...fromPlan];
  return place === 1 ? [calledInBusiness, ...fromPlan] : fromPlan;
}

/** Whether a committee heard the call-in at a meeting: its first after the Cabinet’s last but one. */
function isCallInHearing(meeting: Meeting, own: readonly Meeting[], held: readonly Meeting[]): boolean {
  const calledIn = held.filter(({ bodyKey }) => bodyKey === "CAB").at(-2);
  return calledIn !== undefined && own.find(({ date }) => daysFrom(calledIn.date, date) > 12) === meeting;
}

function recorded(
  meeting: Meeting,
  business: readonly BusinessEntry[],
  firstNumber: number,
  place: number,
  today: CalendarDate,
): HeldMeeting {
  const agenda = agendaOf(meeting, business);
  if (!isMinuted(meeting)) return { meeting, business, agenda, minutes: [], decisions: [], declarations: [] };
  const members = membersOf(meeting.bodyKey);
  const away = members
    .slice(1)
    .filter((_, index) => index % 5 === place % 5)
    .slice(0, 2);
  const keyAt = (index: number) => minuteKey(meeting.bodyKey, meeting.municipalYear, firstNumber + index);
  const declarations = place % 2 === 0 ? [] : declared(meeting, members, away, business, keyAt(1), place);
  const minute = (index: number, title: string, narrative: string): Minute => ({
    key: keyAt(index),
    meetingKey: meeting.key,
    number: firstNumber + index,
    title,
    narrative,
    state: meeting.state === "Confirmed" ? "Confirmed" : "Published",
  });
  const minutes = [
    minute(
      0,
      openingTitles[0],
      away.length === 0
        ? "No apologies were received."
        : `Apologies were received from ${away.join(" and ")}.`,
    ),
    minute(
      1,
      openingTitles[1],
      declarations.length === 0
        ? "No interest was declared."
        : declarations.map(({ member, about, reason }) => `${member}: ${about}. ${reason}`).join("\n"),
    ),
    minute(2, openingTitles[2], "The minutes of the last meeting were confirmed as a correct record."),
    ...business.map(({ title, said }, index) => minute(index + 3, title, said.join("\n"))),
  ];
  return {
    meeting: {
      ...meeting,
      firstMinuteNumber: firstNumber,
      present: members.filter((name) => !away.includes(name)),
      apologies: away,
      ...(meeting.bodyKey === "CAB"
        ? { alsoPresent: ["Councillor Pomfret", "Councillor Winterbourne"] }
        : {}),
    },
    business,
    agenda,
    minutes,
    decisions: business.flatMap((entry, index) => decisionsOf(meeting, entry, keyAt(index + 3), today)),
    declarations,
  };
}

function declared(
  meeting: Meeting,
  members: readonly string[],
  away: readonly string[],
  business: readonly BusinessEntry[],
  key: string,
  place: number,
): Declaration[] {
  const member = members.filter((name) => !away.includes(name))[1];
  const about = business[0]?.title;
  if (member === undefined || about === undefined) return [];
  const leaves = place % 4 === 1;
  return [
    {
      key: `${key}/D1`,
      meetingKey: meeting.key,
      minuteKey: key,
      member,
      about,
      kind: leaves ? "DPI" : "Personal",
      reason: leaves
        ? "The member’s employer has a contract in the matter."
        : "The member is a governor of a school that is named in the report.",
      action: leaves
        ? "Left the room and took no part in the item."
        : "Stayed in the room and took part in the discussion.",
    },
  ];
}

function decisionsOf(
  meeting: Meeting,
  entry: BusinessEntry,
  minute: string,
  today: CalendarDate,
): Decision[] {
  const body = sampleMeetingBodies.find(({ key }) => key === meeting.bodyKey);
  if (!body) throw new Error(`The sample council has no body ${meeting.bodyKey}.`);
  const publishedOn = toCalendarDate((meeting.minutesPublishedAt ?? "").slice(0, 10));
  return entry.decided.map(([part, text]): Decision => {
    const { standing } = callInStanding({
      body,
      text,
      urgencyWaiver: entry.urgent === true,
      keyDecision: entry.keyDecision === true,
    });
    const clock = callInClock(standing, meeting.date, publishedOn, publishedOn, {
      callInApplies: body.callInApplies,
      counting: sampleCounting,
    });
    return {
      key: decisionKey(minute, part),
      minuteKey: minute,
      meetingKey: meeting.key,
      part,
      text,
      ...(entry.reasons === undefined ? {} : { reasons: entry.reasons }),
      ...(entry.alternatives === undefined ? {} : { alternatives: entry.alternatives }),
      keyDecision: entry.keyDecision === true,
      ...(entry.keyDecision === true && resolvedPlanTitles.has(entry.title)
        ? { forwardPlanItemKey: keyOfTitle(entry.title) }
        : {}),
      callIn: standing,
      publishedOn,
      ...(clock.expires === null ? {} : { callInExpires: clock.expires }),
      ...(entry.referredBack ? {} : { effectiveFrom: clock.effective }),
      state: entry.referredBack ? "ReferredBack" : decisionStateOn(clock, today),
    };
  });
}

/** The agenda of a past meeting, in page order. */
function agendaOf(meeting: Meeting, business: readonly BusinessEntry[]): AgendaItem[] {
  let page = 5;
  const entries = [
    ...openingTitles.map((title) => ({ title, reportOf: undefined, pages: title.startsWith("Min") ? 8 : 0 })),
    ...business.map(({ title, reportOf }) => ({ title, reportOf, pages: 4 + (title.length % 13) })),
  ];
  return entries.map(({ title, reportOf, pages }, place): AgendaItem => {
    const from = page;
    page += pages;
    const entry = business[place - openingTitles.length];
    return {
      key: `${meeting.key}/${place + 1}`,
      meetingKey: meeting.key,
      number: place + 1,
      title,
      paper: pages === 0 ? "None" : "Attached",
      exemptParagraphs: [],
      ...(reportOf === undefined ? {} : { reportOf }),
      ...(pages === 0 ? {} : { pageFrom: from, pageTo: page - 1 }),
      ...(entry?.keyDecision ? { keyDecision: true } : {}),
      ...(entry && resolvedPlanTitles.has(title) ? { forwardPlanItemKey: keyOfTitle(title) } : {}),
      state: "Considered",
      ...(entry && isMinuted(meeting) ? { outcome: outcomeOf(entry) } : {}),
    };
  });
}

function outcomeOf({ decided, referredBack }: BusinessEntry): string {
  const last = decided.at(-1)?.[1] ?? "";
  const words = decided.length === 1 ? `Agreed that ${last}` : `Agreed in ${decided.length} parts.`;
  return referredBack ? `${words} It was called in and referred back.` : words;
}
