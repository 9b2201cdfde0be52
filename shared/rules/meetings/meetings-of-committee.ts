import type { CalendarDate } from "../../contracts/calendar-date.ts";
import type { Block, SectionContent } from "../../contracts/section-content.ts";
import { writtenInFull } from "../dates/written-dates.ts";
import type { AgendaItem, Meeting } from "./meeting.ts";

/** The last meeting that took place and the next one, of one body. */
export interface LastAndNext {
  readonly last: Meeting | null;
  readonly next: Meeting | null;
}

/** Meetings that take place: neither cancelled nor moved to another day. */
function takesPlace({ state }: Meeting): boolean {
  return state !== "Cancelled" && state !== "Rearranged";
}

/** @param meetings of the body, in any order. A past meeting that was not cancelled counts as held. */
export function lastAndNext(meetings: readonly Meeting[], today: CalendarDate): LastAndNext {
  const held = meetings.filter(takesPlace).sort((a, b) => a.date.localeCompare(b.date));
  return {
    last: held.filter(({ date }) => date < today).at(-1) ?? null,
    next: held.find(({ date }) => date >= today) ?? null,
  };
}

/**
 * The place of a meeting among those of its body in its municipal year, from 1. Every meeting before it that was
 * not cancelled counts (rule R38), whatever its record says of its minutes.
 */
export function placeInYear(meeting: Meeting, meetings: readonly Meeting[]): number {
  const earlier = meetings.filter(
    (other) =>
      takesPlace(other) &&
      other.bodyKey === meeting.bodyKey &&
      other.municipalYear === meeting.municipalYear &&
      other.date < meeting.date,
  );
  return earlier.length + 1;
}

/** Business of every meeting, which says nothing about what a committee considered. */
const ofEveryMeeting =
  /^(apologies|declarations?\b|minutes\b|exclusion of|public questions|urgent business|any other)/i;

/**
 * “Last met, considered, next meeting” of a committee, from the record of its meetings.
 * @param meetings of the committee, in any order.
 * @param considered the agenda of the last meeting; items of every meeting are left out.
 */
export function meetingsOfCommittee(
  name: string,
  meetings: readonly Meeting[],
  considered: readonly AgendaItem[],
  today: CalendarDate,
): SectionContent {
  const { last, next } = lastAndNext(meetings, today);
  const blocks: Block[] = [];
  const say = (text: string): void => void blocks.push({ kind: "paragraph", runs: [{ text }] });
  if (last) {
    say(`${name} last met on ${writtenInFull(last.date)}, ${inItsYear(last, meetings)}.`);
    const titles = [...considered]
      .filter(({ meetingKey, title }) => meetingKey === last.key && !ofEveryMeeting.test(title))
      .sort((a, b) => a.number - b.number)
      .map(({ title }) => title);
    if (titles.length > 0) {
      say("It considered:");
      blocks.push({
        kind: "list",
        style: "bullet",
        items: titles.map((text) => ({ runs: [{ text }], lists: [] })),
      });
    }
  } else say(`No meeting of ${name} is on record yet.`);
  if (!next) say("No further meeting has been arranged.");
  else {
    const time = next.time === undefined ? "" : ` at ${next.time}`;
    const venue = next.venue === undefined ? "" : `, ${next.venue}`;
    say(`The next meeting is on ${writtenInFull(next.date)}${time}${venue}, ${inItsYear(next, meetings)}.`);
  }
  return blocks;
}

function inItsYear(meeting: Meeting, meetings: readonly Meeting[]): string {
  return `the ${ordinal(placeInYear(meeting, meetings))} of the municipal year ${meeting.municipalYear}`;
}

const words = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"];

function ordinal(place: number): string {
  const word = words[place - 1];
  if (word) return word;
  const ending =
    place % 100 >= 11 && place % 100 <= 13 ? "th" : (["th", "st", "nd", "rd"][place % 10] ?? "th");
  return `${place}${ending}`;
}
