import { allWards, type PublishedItem } from "../../../../shared/contracts/answer.ts";
import type { CalendarDate } from "../../../../shared/contracts/calendar-date.ts";
import { addWorkingDays } from "../../../../shared/rules/dates/working-days.ts";
import { writtenMonth, writtenWithoutWeekday } from "../../../../shared/rules/dates/written-dates.ts";
import type { ForwardPlan } from "../../../../shared/rules/forward-plan/forward-plan.ts";
import { type Meeting, meetingKey } from "../../../../shared/rules/meetings/meeting.ts";
import type { Consultation, ConsultationKind } from "../../../../shared/rules/reports/consultation.ts";
import { coveringReportSections } from "../../../../shared/rules/reports/covering-report-headings.ts";
import {
  coveringReportKey,
  headingKey,
  type Report,
  type ReportSection,
  type ReportTable,
} from "../../../../shared/rules/reports/report.ts";
import { sampleMeetingBodies } from "../bodies.ts";
import type { HeldMeeting } from "../business/council-year.ts";
import { sampleCounting } from "../closed-days.ts";
import type { SampleMeetings } from "../meetings.ts";
import { contactOf, type SamplePeople, sampleOfficers } from "../people.ts";
import { adultSocialCare, childrensServices } from "./cabinet-member-updates.ts";
import { corporateServices } from "./corporate-services.ts";
import { type CoveringEntry, coveringReports } from "./covering-reports.ts";
import { htmlOf } from "./covering-words.ts";
import { sectionsOf, type WrittenSection } from "./written-section.ts";

/** A report with everything that the record keeps of it. */
export interface SampleReport {
  readonly report: Report;
  readonly sections: readonly ReportSection[];
  readonly tables: readonly ReportTable[];
  readonly consultations: readonly Consultation[];
}

/** What the reports are written around. */
export interface ReportsAround {
  readonly today: CalendarDate;
  readonly laidOut: SampleMeetings;
  readonly held: readonly HeldMeeting[];
  /** The latest edition first. */
  readonly plans: readonly ForwardPlan[];
  readonly people: SamplePeople;
}

/** Reports in every state: Cabinet Member reports to three committees, and covering reports in both layouts. */
export function sampleReports(around: ReportsAround): readonly SampleReport[] {
  const { laidOut, today, people } = around;
  const next = (body: string) =>
    laidOut.meetings.find(
      ({ bodyKey, date, state }) => bodyKey === body && date >= today && state !== "Held",
    );
  const last = (body: string) =>
    laidOut.meetings.findLast(({ bodyKey, date }) => bodyKey === body && date < today);
  const childrens = next("OSCS");
  return [
    cabinetMemberReport(
      today,
      next("OSRC"),
      "Regulatory, Compliance and Corporate Services",
      corporateServices,
      {
        state: "draft",
        authors: [people.author.entraObjectId],
      },
    ),
    cabinetMemberReport(today, childrens, "Children's Services", childrensServices, {
      state: childrens?.state === "AgendaPublished" ? "published" : "submitted",
      authors: [],
    }),
    cabinetMemberReport(today, last("OSAH"), "Adult Social Care", adultSocialCare, {
      state: "considered",
      authors: [],
    }),
    ...coveringReports.map((entry, place) => coveringReport(entry, place, around)),
  ];
}

function cabinetMemberReport(
  today: CalendarDate,
  meeting: Meeting | undefined,
  portfolio: string,
  written: readonly WrittenSection[],
  standing: Pick<Report, "state" | "authors">,
): SampleReport {
  if (!meeting) throw new Error(`The sample council has no meeting for the report on ${portfolio}.`);
  const body = sampleMeetingBodies.find(({ key }) => key === meeting.bodyKey);
  const period = writtenMonth(meeting.date);
  const key = `CMR/${headingKey(portfolio)}/${meeting.date.slice(0, 7)}`;
  return {
    report: {
      key,
      kind: "cabinet-member-report",
      subject: `Cabinet Member Report: ${portfolio}, ${period}`,
      reportOf: `Cabinet Member - ${portfolio}`,
      portfolio,
      period,
      meetingKey: meeting.key,
      committee: `${body?.name ?? ""} - ${writtenWithoutWeekday(meeting.date)}`,
      exempt: "Open",
      ...standing,
    },
    ...sectionsOf(key, written, today),
    consultations: [],
  };
}

function coveringReport(entry: CoveringEntry, place: number, around: ReportsAround): SampleReport {
  const { today, people } = around;
  const goesTo = meetingOf(entry, around);
  const listed = itemOf(entry.subject, around);
  const { name, email, telephone } = contactOf(entry.officer);
  const report: Report = {
    key: coveringReportKey(goesTo, entry.subject),
    kind: "covering-report",
    subject: entry.subject,
    reportOf: sampleOfficers[entry.officer].post,
    portfolio: entry.portfolio,
    meetingKey: goesTo,
    authors: entry.author ? [people[entry.author].entraObjectId] : [],
    exempt: entry.exemptParagraphs ? "Part" : "Open",
    ...(entry.exemptParagraphs ? { exemptParagraphs: entry.exemptParagraphs } : {}),
    wards: listed?.wards.filter((ward) => ward !== allWards) ?? [],
    keyDecision: entry.keyDecision === true,
    inForwardPlan: entry.keyDecision === true,
    implementationDate: "Following the call-in period.",
    contactOfficer: { name, ...(telephone ? { telephone } : {}), ...(email ? { email } : {}) },
    ...(entry.layout ? { layout: entry.layout } : {}),
    state: entry.state,
  };
  const tables: ReportTable[] = [];
  const sections = coveringReportSections(report).map((section): ReportSection => {
    const own: ReportTable[] = [];
    if (entry.table?.under === section.heading) {
      const { title, rows } = entry.table;
      own.push({
        key: `${section.key}/T1`,
        reportKey: report.key,
        sectionKey: section.key,
        order: 1,
        title,
        rows,
      });
    }
    tables.push(...own);
    const html = htmlOf(entry.words[section.heading] ?? [], own);
    return {
      ...section,
      html,
      state: sectionState(report.state, html),
      contributor: report.reportOf,
      ...(report.state === "draft" || report.state === "returned"
        ? { due: addWorkingDays(today, 4, sampleCounting) }
        : {}),
    };
  });
  return { report, sections, tables, consultations: consultationsOf(report, place, today) };
}

/** An empty section of a report that has gone on has nothing to report; in a draft it waits for somebody. */
function sectionState(state: Report["state"], html: string): ReportSection["state"] {
  if (state === "draft") return html === "" ? "open" : "contributed";
  if (state === "returned") return html === "" ? "open" : "returned";
  return html === "" ? "nil" : "accepted";
}

function itemOf(subject: string, { plans }: ReportsAround): PublishedItem | undefined {
  return plans.flatMap(({ items }) => items).find(({ title }) => title === subject);
}

function meetingOf(entry: CoveringEntry, around: ReportsAround): string {
  const { laidOut, held } = around;
  switch (entry.meeting) {
    case "published":
      return laidOut.published.key;
    case "deadline":
      return laidOut.deadline.key;
    case "minuted": {
      const found = held.find(({ business }) => business.some(({ title }) => title === entry.subject));
      if (!found) throw new Error(`No meeting of the sample council dealt with ${entry.subject}.`);
      return found.meeting.key;
    }
    case "planned": {
      const day = itemOf(entry.subject, around)?.decisions[0]?.from;
      if (!day) throw new Error(`The sample plan does not list ${entry.subject}.`);
      return meetingKey("CAB", day);
    }
  }
}

const afterClearance: readonly Report["state"][] = [
  "cleared",
  "submitted",
  "published",
  "considered",
  "closed",
];

/** Finance and legal on a covering report: asked once its head of service has signed, numbered when they clear it. */
function consultationsOf(report: Report, place: number, today: CalendarDate): Consultation[] {
  const asked =
    report.state === "in-consultation" || report.state === "to-follow" || report.state === "returned";
  if (!asked && !afterClearance.includes(report.state)) return [];
  const year = today.slice(2, 4);
  const one = (kind: ConsultationKind, first: number): Consultation => {
    const number = `${kind}.${first + place * 7}/${year}`;
    const base = { key: `${report.key}/${kind}`, reportKey: report.key, kind };
    if (!asked)
      return {
        ...base,
        number,
        printed: `${kind} ${first + place * 7}/${year}`,
        state: "Cleared",
        clearedOn: addWorkingDays(today, -25 - place, sampleCounting),
      };
    return kind === "FD" ? { ...base, number, state: "Commented" } : { ...base, state: "Requested" };
  };
  return [one("FD", 7210), one("LD", 5410)];
}
