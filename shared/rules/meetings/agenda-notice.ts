import type { CalendarDate } from "../../contracts/calendar-date.ts";
import { dateInLondon, timeInLondon } from "../dates/calendar-arithmetic.ts";
import {
  type ClearDayCount,
  clearDaysBetween,
  dayPublicationCounts,
  lastPublicationDay,
} from "../dates/clear-days.ts";
import { writtenInFull } from "../dates/written-dates.ts";
import type { Finding } from "../finding.ts";
import { type BodyPractice, usualCutOff } from "./body-practice.ts";
import type { AgendaItem, Body, Meeting } from "./meeting.ts";
import { noticePeriodFor } from "./notice-periods.ts";

/** The notice that an agenda gave, with its working. */
export interface AgendaNotice {
  /** The day and time of publication on the clocks of England. */
  readonly published: { readonly date: CalendarDate; readonly time: string };
  /** The day it counts for: the next working day, when it came after the cut-off (rule R5). */
  readonly countsFrom: CalendarDate;
  /** The last day on which it would have been in time. */
  readonly lastDay: CalendarDate;
  /** Clear days that the law asks for. */
  readonly needed: number;
  readonly days: ClearDayCount;
  readonly enough: boolean;
  readonly provision: string;
}

/**
 * The notice of an agenda published at an instant (rules R1 to R3 and R5).
 * Worked example: for Tuesday 10 July 2018, published Monday 2 July at 10:00 gives 5 clear days; at 17:30 it counts
 * for 3 July and gives 4.
 * @throws {BankHolidaysUnknown} {NoticePeriodUnknown} when a date lies outside the data.
 */
export function agendaNotice(meeting: CalendarDate, published: Date, practice: BodyPractice): AgendaNotice {
  const counting = practice.counting ?? {};
  const mode = { days: "working", counting } as const;
  const { clearDays, provision } = noticePeriodFor("agenda", meeting);
  const date = dateInLondon(published);
  const time = timeInLondon(published);
  const countsFrom = dayPublicationCounts(date, time, { cutOff: practice.cutOff ?? usualCutOff, counting });
  const days = clearDaysBetween(countsFrom, meeting, mode);
  return {
    published: { date, time },
    countsFrom,
    lastDay: lastPublicationDay(meeting, clearDays, mode),
    needed: clearDays,
    days,
    enough: days.count >= clearDays,
    provision,
  };
}

/** An item that came onto an agenda, or whose report came, after the agenda was due. */
export interface LateItem {
  readonly item: Pick<AgendaItem, "number" | "title" | "paper">;
  /** When the item was first on a published agenda. */
  readonly listed: Date;
  /** When its report was published; null while it is to follow. */
  readonly report: Date | null;
  /** The reason why the chair agrees that it is urgent, as it will be minuted; committees and Council only. */
  readonly urgency?: string;
}

/**
 * What the law says of an item that is late (rule R6). Committees and Council may take an item at short notice when
 * the chair agrees that it is urgent for special circumstances, which are minuted (s100B(4)(b)). An executive meeting
 * has no such door: the item must be on an agenda available five clear days before (reg 6(2)). A report to follow on
 * an item that was lawfully listed is a separate, lesser finding.
 * @param meeting a meeting convened at shorter notice is not judged here.
 */
export function lateItemFindings(
  late: LateItem,
  meeting: Pick<Meeting, "date">,
  body: Pick<Body, "kind">,
  practice: BodyPractice,
): Finding[] {
  const { item, listed, report, urgency } = late;
  const where = `Item ${item.number}, ${item.title}`;
  const listing = agendaNotice(meeting.date, listed, practice);
  const findings: Finding[] = [];
  const executive = body.kind === "Cabinet" || body.kind === "CabinetMember";
  if (!listing.enough) {
    const short = `It was listed ${writtenInFull(listing.published.date)}, which gives ${inDays(listing.days.count)} and not ${listing.needed}.`;
    if (executive) {
      findings.push({
        rule: "R6",
        severity: "error",
        where,
        message: `${short} The Cabinet cannot take it as urgent business.`,
        fix: "Take it off this agenda, or convene the meeting at shorter notice for it.",
        provision: "SI 2012/2089 reg 6(2)",
      });
    } else if (urgency === undefined || urgency.trim() === "") {
      findings.push({
        rule: "R6",
        severity: "error",
        where,
        message: short,
        fix: "Ask the chair whether it is urgent, and write down the special circumstances for the minutes; otherwise defer it.",
        provision: "Local Government Act 1972 s100B(4)(b)",
      });
    } else {
      findings.push({
        rule: "R6",
        severity: "warning",
        where,
        message: `${short} The chair agrees that it is urgent: ${urgency.trim()}`,
        fix: "Minute the special circumstances.",
        provision: "Local Government Act 1972 s100B(4)(b)",
      });
    }
  }
  const reportNotice = report === null ? null : agendaNotice(meeting.date, report, practice);
  if (listing.enough && item.paper !== "None" && (reportNotice === null || !reportNotice.enough)) {
    findings.push({
      rule: "R6",
      severity: "warning",
      where,
      message:
        reportNotice === null
          ? "Its report is to follow."
          : `Its report came ${writtenInFull(reportNotice.published.date)}, after the agenda was due.`,
      fix: `Publish it as a supplement, and say why it was not there by ${writtenInFull(listing.lastDay)}.`,
    });
  }
  return findings;
}

function inDays(count: number): string {
  return `${count} clear day${count === 1 ? "" : "s"}`;
}

/** A certificate of notice, ready to print: what was published, when, where, and the days counted. */
export interface NoticeCertificate {
  readonly title: string;
  readonly facts: readonly { readonly label: string; readonly value: string }[];
  readonly counted: readonly CalendarDate[];
  readonly skipped: ClearDayCount["skipped"];
  /** Whether the notice was enough, in a sentence. */
  readonly statement: string;
  readonly enough: boolean;
}

/**
 * The certificate of notice of a meeting: when and where its agenda was published, the days counted and those that
 * do not count. Published means a public address that is reachable without signing in.
 * @throws {NotPublished} when the record holds no publication.
 */
export function noticeCertificate(
  meeting: Meeting,
  body: Pick<Body, "name">,
  practice: BodyPractice,
): NoticeCertificate {
  if (meeting.agendaPublishedAt === undefined || meeting.publicAddress === undefined)
    throw new NotPublished(body.name, meeting);
  const notice = agendaNotice(meeting.date, new Date(meeting.agendaPublishedAt), practice);
  const { date, time } = notice.published;
  const late =
    notice.countsFrom === date
      ? ""
      : ` (counts for ${writtenInFull(notice.countsFrom)}: after ${practice.cutOff ?? usualCutOff}, or the offices were closed)`;
  return {
    title: "Certificate of notice",
    facts: [
      { label: "Body", value: body.name },
      {
        label: "Meeting",
        value: `${writtenInFull(meeting.date)}${meeting.time === undefined ? "" : ` at ${meeting.time}`}`,
      },
      { label: "Agenda and papers published", value: `${writtenInFull(date)} at ${time}${late}` },
      { label: "Published at", value: meeting.publicAddress },
      { label: "Last day for publication", value: writtenInFull(notice.lastDay) },
      { label: "Provision", value: notice.provision },
    ],
    counted: notice.days.counted,
    skipped: notice.days.skipped,
    enough: notice.enough,
    statement: notice.enough
      ? `${inDays(notice.days.count)} lie between publication and the meeting; ${notice.needed} are required. Neither the day of publication nor the day of the meeting counts.`
      : `Only ${inDays(notice.days.count)} lie between publication and the meeting; ${notice.needed} are required. Notice was not sufficient.`,
  };
}

/** Says that a meeting's agenda has not been published, so there is nothing to certify. */
export class NotPublished extends Error {
  override readonly name = "NotPublished";
  constructor(body: string, { date }: Pick<Meeting, "date">) {
    super(
      `The agenda of ${body}, ${writtenInFull(date)}, has no recorded publication. Record when it was published and its public address first.`,
    );
  }
}
