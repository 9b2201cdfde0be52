import { type CalendarDate, isCalendarDate } from "../../../contracts/calendar-date.ts";
import { isTableRow, withoutMarks } from "../lines/paper-lines.ts";
import type { ProgrammeMeeting } from "./read-work-programme.ts";

const monthNames =
  "jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?";
const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const monthDay =
  /(\d{1,2})(?:st|nd|rd|th)?\s+(?:of\s+)?(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?,?\s*(?:['’]?(\d{4}|\d{2})(?![\d.:]|(?:st|nd|rd|th)?\s+(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)))?|(\d{1,2})[/.](\d{1,2})[/.](\d{4}|\d{2})(?!\d)/gi;

/** A day, or a month where no day is printed, and where it stands. */
export interface FoundDay {
  readonly date: CalendarDate | null;
  readonly start: number;
  readonly end: number;
}

function fullYear(printed: string | undefined, month: number, municipalYear: string | undefined): number {
  if (printed) return Number(printed) < 100 ? 2000 + Number(printed) : Number(printed);
  const from = municipalYear ? Number(municipalYear.slice(0, 4)) : Number.NaN;
  return month >= 5 ? from : from + 1;
}

/** Days in a text: the year may be two digits, or missing, and then follows from the municipal year. */
export function daysIn(text: string, year: string | undefined): FoundDay[] {
  return [...text.matchAll(monthDay)].map((match): FoundDay => {
    const [whole, day, word, printedYear, d, m, y] = match;
    const month = word ? months.indexOf(word.slice(0, 3).toLowerCase()) + 1 : Number(m);
    const full = fullYear(printedYear ?? y, month, year);
    const date = `${String(full).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(day ?? d).padStart(2, "0")}`;
    return {
      date: isCalendarDate(date) ? date : null,
      start: match.index,
      end: match.index + whole.trimEnd().length,
    };
  });
}

/** A text without its days. */
export const withoutDays = (text: string) => text.replace(monthDay, " ");

const monthAlone = new RegExp(`^(${monthNames})\\.?,?\\s*(?:['’]?(\\d{4}|\\d{2}))?$`, "i");

/** The month that a text is, `2026-06`; null where it is none. */
export function monthOf(text: string, year: string | undefined): string | null {
  const match = monthAlone.exec(withoutMarks(text));
  if (!match?.[1]) return null;
  const month = months.indexOf(match[1].slice(0, 3).toLowerCase()) + 1;
  const full = fullYear(match[2], month, year);
  return Number.isNaN(full) ? null : `${full}-${String(month).padStart(2, "0")}`;
}

/** The months that a text lists, “July 2027 and January 2028”; none where it says more than months. */
export function monthsOf(text: string, year: string | undefined): string[] {
  const parts = text.split(/\s*(?:[,;/&]|\band\b)\s*/i).filter((part) => part !== "");
  return parts.every((part) => monthOf(part, year) !== null) ? parts : [];
}

/** A meeting as its day is printed, with the day it was moved from. */
export function meetingOf(text: string, year: string | undefined): ProgrammeMeeting {
  const moved = /\(?\s*(?:re-?arranged|re-?scheduled|moved|originally|previously)\s*(?:from)?\s*/i.exec(text);
  const [day] = daysIn(moved ? text.slice(0, moved.index) : text, year);
  const [old] = moved ? daysIn(text.slice(moved.index), year) : [];
  return {
    date: day?.date ?? null,
    printed: text.replace(/\s+/g, " ").trim(),
    ...(old?.date ? { rearrangedFrom: old.date } : {}),
  };
}

/** A heading that names a meeting, and whether it still takes place. */
export interface MeetingHeading {
  readonly meeting: ProgrammeMeeting;
  readonly cancelled: boolean;
}

const weekday = /^(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s+(?:the\s+)?/i;
const aboutMeeting =
  /\b(?:cancelled|postponed|moved from|re-?arranged|re-?scheduled|meetings?|venue|(?:committee|meeting|conference) (?:room|suite)|chamber|town hall|county hall|online|teams|zoom|hybrid|reports? due|papers? due|deadline)\b|\d\s*[ap]\.?m\b|\d{1,2}[.:]\d{2}\b|\bnoon\b/i;
const kindOfMeeting =
  /^(?:special|extraordinary|additional|annual|budget|joint|provisional|reserve|call-?in|workshop|informal|if required|tbc)(?: (?:meeting|session|only))?$/i;

/** A line that is only the day of a meeting, perhaps with its hour and place, or with what becomes of it. */
export function meetingHeading(text: string, year: string | undefined): MeetingHeading | null {
  if (isTableRow(text) && text.split(/[\t|]/).filter((cell) => cell.trim() !== "").length > 1) return null;
  const whole = withoutMarks(text.replace(/[\t|]/g, " "));
  // Words far behind the day are cells of a row.
  if (whole.length > 130 || (!isTableRow(text) && /\S {3,}\S/.test(text.trim()))) return null;
  const named =
    /^(?:(?:committee|panel|board|scrutiny)\s+)?(?:meeting|session)(?:\s+\d{1,2}(?=\s*[:–-]))?(?:\s+(?:date|of|on|to be held on))?\s*[:–-]?\s*|^date(?: of (?:the )?meeting)?\s*[:–-]?\s*/i;
  const words = whole.replace(named, "").replace(weekday, "");
  const [day] = daysIn(words, year);
  const month = day ? null : monthOf(words.replace(/\s+meeting$/i, ""), year);
  if (month) return { meeting: { date: null, printed: whole }, cancelled: false };
  if (!day || day.start > 0 || day.date === null) return null;
  const rest = words.slice(day.end).replace(/^[\s,:–—-]+/, "");
  const bare = rest.replace(/[()\s,.:–-]|\bat\b|\d|\b[ap]m\b/gi, "").length < 4;
  const bracketed = /^\([^()]*\)$/.test(rest);
  const told = rest.length < 80 && aboutMeeting.test(rest) && !/[.;]$/.test(rest.replace(/[ap]\.?m\.$/i, ""));
  const placed =
    weekday.test(whole) && /^\s*(?:[,–-]|at\b)/.test(words.slice(day.end)) && !/[.;]$/.test(rest);
  if (!bare && !bracketed && !told && !placed && !kindOfMeeting.test(rest)) return null;
  return {
    meeting: { ...meetingOf(words, year), printed: whole },
    cancelled: /\b(?:cancelled|postponed)\b/i.test(rest),
  };
}

/** “All meetings”: an item that comes each time. */
export const everyMeeting =
  /\b(?:every|each|all)\s+(?:(?:ordinary|scheduled|committee|panel)\s+)?(?:meetings?|dates)\b|^(?:standing(?: items?)?|ongoing|all)$/i;

/** Where the day of a meeting would stand: the item waits for one. */
export const undated =
  /^(?:to be (?:scheduled|arranged|confirmed|agreed|programmed|determined|fixed|advised)|(?:yet )?(?:un|not (?:yet )?)scheduled|(?:date )?tb[acd]|future (?:items?|meetings?)|no date(?: fixed| set)?|date to be \p{L}+|pending|reserve|as required|when required|ad hoc)\b[\s:]*$/iu;

/** “Items to be given a date”, “Reserve list”: what stands below has no meeting yet. */
export const waitingItems =
  /^(?:(?:possible|potential|future|other|suggested|proposed|outstanding|unscheduled|further|additional|reserve|pending|unallocated|undated)\b.{0,40}\b(?:items?|topics?|reports?|issues|reviews?|list|subjects|matters|suggestions)\b|(?:items?|topics?|reports?|issues|reviews|subjects|matters|work|suggestions)\b.{0,40}\b(?:to be (?:given|scheduled|arranged|confirmed|agreed|programmed|allocated|considered|timetabled)|not yet|awaiting|unscheduled|without a date|no date|for (?:future|later)|later|dates?\b|tb[acd]\b|pending)|to be (?:scheduled|confirmed|programmed|allocated|timetabled|arranged)\b|(?:un|not yet )scheduled\b|reserve list|long ?list|backlog|dates? (?:to be|tb))/i;

/** “Task and finish groups”: what stands below is no item of a meeting. */
export const groupsHeading =
  /^(?:current |active |proposed )?(?:(?:task|working|review)(?:\s*(?:and|&)\s*finish)?\s+)groups?\b.{0,30}$/i;
/** “Standing items”: what stands below comes to each meeting. */
export const everyHeading =
  /^(?:standing|regular|recurring|routine) items?\b|^(?:items?|reports?)\b.{0,30}\b(?:every|each|all) meetings?\b|^(?:every|each|all) meetings?\b/i;
