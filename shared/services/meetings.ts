import type { CalendarDate } from "../contracts/calendar-date.ts";
import type {
  CouncilAgendaItem,
  CouncilMeetings,
  DeadlineChange,
  DeadlineEntry,
  DeadlineList,
} from "../contracts/meetings-api.ts";
import type { ListTable } from "../graph/lists/list-table.ts";
import { addDays } from "../rules/dates/calendar-arithmetic.ts";
import { workingDaysFrom } from "../rules/dates/working-days.ts";
import {
  type Deadline,
  type DeadlineState,
  deadlineKey,
  deadlineSteps as stepsOfADeadline,
} from "../rules/meetings/deadline.ts";
import type { AgendaItem, Meeting } from "../rules/meetings/meeting.ts";
import {
  agendaPublication,
  type MeetingDeadlines,
  meetingDeadlines,
} from "../rules/meetings/meeting-deadlines.ts";
import type { Report, ReportSection } from "../rules/reports/report.ts";
import { checkStep, StepNotAllowed } from "../rules/state-machine.ts";
import type { Calendars } from "./calendars.ts";
import { type Caller, roles } from "./caller.ts";
import type { Clock } from "./clock.ts";
import { stepsFor } from "./meeting-dates.ts";
import type { PublishedRecords } from "./published-records.ts";
import { refuse } from "./refused.ts";

/** Meetings with their agendas, and the deadlines that lead to them. */
export interface Meetings {
  /** Every meeting of a year back and to come; agendas only once they are published. */
  list(caller: Caller): CouncilMeetings;
  /** Every deadline from a month back on, with who owes it. Officers only: members never see who is late. */
  deadlines(caller: Caller): Promise<DeadlineList>;
  /** Marks a deadline as met, waives it with a reason, or takes that back. Officers only. */
  settleDeadline(caller: Caller, change: DeadlineChange): Promise<DeadlineList>;
}

export interface MeetingsNeeds {
  readonly published: PublishedRecords;
  readonly calendars: Pick<Calendars, "meetingAddress">;
  readonly deadlines: ListTable<Deadline>;
  readonly reports: ListTable<Report>;
  readonly sections: ListTable<ReportSection>;
  readonly clock: Clock;
}

/** Who owes each step of the cycle (domain reference, section 6). */
const owners: Readonly<Record<string, string>> = {
  keyDecisionNoticeBy: "Committee officer",
  callForContributions: "Committee officer",
  sectionDrafts: "Report authors",
  headOfServiceSignOff: "Heads of service",
  toFinanceAndLegal: "Report authors",
  financeAndLegalClearance: "Finance and legal",
  cabinetMemberApproval: "Cabinet Members",
  finalToDemocraticServices: "Report authors",
  chairBriefing: "Chair and Monitoring Officer",
  lastPublicationDay: "Committee officer",
  minutesDue: "Committee officer",
};

/** Report states in which its sections are still being written. */
const beingWritten = new Set(["draft", "returned", "to-follow"]);

export function createMeetings(needs: MeetingsNeeds): Meetings {
  const { published, calendars, deadlines: deadlineRows, reports, sections, clock } = needs;

  const bodyName = (key: string) => published.records().bodies.find((body) => body.key === key)?.name ?? key;

  const countingOf = (bodyKey: string) => published.practiceOf(bodyKey).counting;

  function datesOf(meeting: Meeting): MeetingDeadlines {
    return meetingDeadlines(meeting.date, published.practiceOf(meeting.bodyKey));
  }

  function list(caller: Caller): CouncilMeetings {
    const today = clock.today();
    const officer = caller.roles.includes(roles.committeeOfficer);
    const agendas = Map.groupBy(published.business().agendaItems, ({ meetingKey }) => meetingKey);
    const meetings = published
      .records()
      .meetings.filter(({ date }) => date >= addDays(today, -365))
      .sort((a, b) => a.date.localeCompare(b.date) || a.key.localeCompare(b.key));
    return {
      today,
      officer,
      meetings: meetings.map((meeting) => {
        const { key, bodyKey, date, time, venue, state, publicAddress } = meeting;
        const due =
          officer && state === "Scheduled" && date >= today
            ? agendaPublication(meeting.date, published.practiceOf(bodyKey)).publishBy
            : null;
        return {
          key,
          bodyKey,
          body: bodyName(bodyKey),
          date,
          state,
          calendar: calendars.meetingAddress(key),
          items: (agendas.get(key) ?? []).sort((a, b) => a.number - b.number).map(agendaItem),
          ...(time === undefined ? {} : { time }),
          ...(venue === undefined ? {} : { venue }),
          ...(publicAddress === undefined ? {} : { publicAddress }),
          ...(due === null
            ? {}
            : {
                publishBy: { date: due, workingDaysLeft: workingDaysFrom(today, due, countingOf(bodyKey)) },
              }),
        };
      }),
    };
  }

  async function deadlines(caller: Caller): Promise<DeadlineList> {
    checkOfficer(caller);
    const today = clock.today();
    const from = addDays(today, -31);
    const [settled, allReports, allSections] = await Promise.all([
      deadlineRows.all(),
      reports.all(),
      sections.all(),
    ]);
    const rows = new Map(settled.map(({ entity }) => [entity.key, entity]));
    const meetings = published
      .records()
      .meetings.filter(({ date, state }) => date >= from && state !== "Cancelled" && state !== "Rearranged");
    const ofMeetings = meetings.flatMap((meeting) =>
      stepsOf(meeting, rows, today).filter(({ due }) => due >= from),
    );
    const ofSections = allReports.flatMap(({ entity: report }) => {
      const meeting = meetings.find(({ key }) => key === report.meetingKey);
      if (!meeting || !beingWritten.has(report.state)) return [];
      return allSections
        .map(({ entity }) => entity)
        .filter(
          ({ reportKey, state }) => reportKey === report.key && (state === "open" || state === "returned"),
        )
        .flatMap((section) => ofSection(section, report, meeting, today));
    });
    return {
      today,
      deadlines: [...ofMeetings, ...ofSections].sort(
        (a, b) => a.due.localeCompare(b.due) || a.body.localeCompare(b.body) || a.what.localeCompare(b.what),
      ),
    };
  }

  function stepsOf(
    meeting: Meeting,
    rows: ReadonlyMap<string, Deadline>,
    today: CalendarDate,
  ): DeadlineEntry[] {
    const dates = datesOf(meeting);
    const body = published.records().bodies.find(({ key }) => key === meeting.bodyKey);
    return stepsFor(body).flatMap(([step, what]): DeadlineEntry[] => {
      const due = dates[step] as CalendarDate | null;
      const owner = owners[step];
      if (due === null || owner === undefined) return [];
      const key = deadlineKey(meeting.key, step);
      const row = rows.get(key);
      const state =
        row?.state === "Met" || row?.state === "Waived" ? row.state : stateOf(step, meeting, due, today);
      return [
        {
          key,
          meetingKey: meeting.key,
          body: bodyName(meeting.bodyKey),
          meeting: meeting.date,
          what,
          due,
          workingDaysLeft: workingDaysFrom(today, due, countingOf(meeting.bodyKey)),
          owner,
          state,
          reason: dates.because[step]?.reason ?? "",
          settleable: true,
          ...(row?.waivedReason === undefined || row.state !== "Waived"
            ? {}
            : { waivedReason: row.waivedReason }),
        },
      ];
    });
  }

  function ofSection(
    section: ReportSection,
    report: Report,
    meeting: Meeting,
    today: CalendarDate,
  ): DeadlineEntry[] {
    if (section.due === undefined) return [];
    return [
      {
        key: section.key,
        meetingKey: meeting.key,
        body: bodyName(meeting.bodyKey),
        meeting: meeting.date,
        what: `Section “${section.heading}” of ${report.subject}`,
        due: section.due,
        workingDaysLeft: workingDaysFrom(today, section.due, countingOf(meeting.bodyKey)),
        owner: section.contributor ?? report.reportOf,
        state: section.due < today ? "Missed" : "Computed",
        reason: "Agreed with the contributor.",
        settleable: false,
      },
    ];
  }

  return {
    list,
    deadlines,

    async settleDeadline(caller, { key, state, reason = "" }) {
      checkOfficer(caller);
      const entry = (await deadlines(caller)).deadlines.find((one) => one.key === key && one.settleable);
      if (!entry) refuse("not-found", "There is no such deadline any more. Look again.");
      if (state === "Waived" && reason.trim() === "")
        refuse("bad-request", "Say why the deadline is waived; it is kept with it.");
      const held = await deadlineRows.byKey(key);
      try {
        checkStep(stepsOfADeadline, entry.what, held?.entity.state ?? (entry.state as DeadlineState), state);
      } catch (error) {
        if (!(error instanceof StepNotAllowed)) throw error;
        refuse("bad-request", error.message, error);
      }
      const row: Deadline = {
        key,
        meetingKey: entry.meetingKey,
        step: key.split("/").at(1) ?? key,
        due: entry.due as CalendarDate,
        owner: entry.owner,
        state,
        changedBy: caller.name || caller.entraObjectId,
        changedAt: clock.now().toISOString(),
        ...(state === "Waived" ? { waivedReason: reason.trim() } : {}),
      };
      if (held) await deadlineRows.update(held, row);
      else await deadlineRows.create(row);
      return deadlines(caller);
    },
  };
}

/** What the records themselves show of a step that nobody has marked. */
function stateOf(step: string, meeting: Meeting, due: CalendarDate, today: CalendarDate): DeadlineState {
  const agendaOut =
    meeting.agendaPublishedAt !== undefined || !["Scheduled", "AgendaPublished"].includes(meeting.state);
  const minutesOut = meeting.state === "MinutesPublished" || meeting.state === "Confirmed";
  if (step === "minutesDue" ? minutesOut : agendaOut && step !== "keyDecisionNoticeBy") return "Met";
  return due < today ? "Missed" : "Computed";
}

function agendaItem(item: AgendaItem): CouncilAgendaItem {
  const {
    number,
    title,
    reportOf,
    pageFrom,
    pageTo,
    paper,
    exemptParagraphs,
    keyDecision,
    forwardPlanItemKey,
    outcome,
  } = item;
  return {
    number,
    title,
    toFollow: paper === "ToFollow",
    exemptParagraphs,
    keyDecision: keyDecision ?? false,
    ...(reportOf === undefined ? {} : { reportOf }),
    ...(pageFrom === undefined
      ? {}
      : { pages: pageTo === undefined || pageTo === pageFrom ? `${pageFrom}` : `${pageFrom} to ${pageTo}` }),
    ...(forwardPlanItemKey === undefined ? {} : { forwardPlanItemKey }),
    ...(outcome === undefined ? {} : { outcome }),
  };
}

function checkOfficer(caller: Caller): void {
  if (!caller.roles.includes(roles.committeeOfficer))
    refuse("not-allowed", "Deadlines are for the committee officers.");
}
