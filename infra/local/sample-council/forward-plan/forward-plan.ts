import {
  allWards,
  type DateChange,
  type ExpectedDecision,
  type PublishedEdition,
  type PublishedItem,
} from "../../../../shared/contracts/answer.ts";
import type { CalendarDate } from "../../../../shared/contracts/calendar-date.ts";
import { addDays, endOfMonth, startOfMonth } from "../../../../shared/rules/dates/calendar-arithmetic.ts";
import { calendarClearDays, lastPublicationDay } from "../../../../shared/rules/dates/clear-days.ts";
import { workingDayOnOrBefore } from "../../../../shared/rules/dates/working-days.ts";
import { editionKey, type ForwardPlan } from "../../../../shared/rules/forward-plan/forward-plan.ts";
import { keyOfTitle } from "../../../../shared/rules/forward-plan/item-identity.ts";
import type { Meeting } from "../../../../shared/rules/meetings/meeting.ts";
import type { BusinessEntry } from "../business/business-entry.ts";
import { sampleCounting } from "../closed-days.ts";
import { contactOf, sampleOfficers } from "../people.ts";
import { adultSocialCareAndHealth } from "./adult-social-care-and-health.ts";
import { childrensServicesAndSafeguarding } from "./childrens-services-and-safeguarding.ts";
import type { CabinetPlace, PlanEntry } from "./plan-entry.ts";
import { regenerationAndSkills } from "./regeneration-and-skills.ts";
import { regulatoryComplianceAndCorporateServices } from "./regulatory-compliance-and-corporate-services.ts";

const entriesByArea: Readonly<Record<string, readonly PlanEntry[]>> = {
  "Adult Social Care and Health": adultSocialCareAndHealth,
  "Children's Services and Safeguarding": childrensServicesAndSafeguarding,
  "Regeneration and Skills": regenerationAndSkills,
  "Regulatory, Compliance and Corporate Services": regulatoryComplianceAndCorporateServices,
};

const all = Object.entries(entriesByArea).flatMap(([area, entries]) =>
  entries.map((entry) => ({ area, entry })),
);

/** The titles of the matters whose decision is written, for the day it lies behind us. */
export const resolvedPlanTitles: ReadonlySet<string> = new Set(
  all.flatMap(({ entry }) => (entry.resolved === undefined ? [] : [entry.title])),
);

/** The matters that an edition listed for a day of the Cabinet, as the Cabinet decided them. */
export function resolvedPlanEntries(plans: readonly ForwardPlan[], day: CalendarDate): BusinessEntry[] {
  const due = new Set(
    plans.flatMap(({ items }) =>
      items
        .filter(({ decisions }) =>
          decisions.some(({ decisionMaker, from }) => decisionMaker === "Cabinet" && from === day),
        )
        .map(({ key }) => key),
    ),
  );
  return all.flatMap(({ entry }): BusinessEntry[] => {
    const [officer] = entry.officers;
    if (entry.resolved === undefined || officer === undefined || !due.has(keyOfTitle(entry.title))) return [];
    return [
      {
        title: entry.title,
        reportOf: sampleOfficers[officer].post,
        said: ["The Cabinet considered the report and the answers to the consultation."],
        decided: [["", entry.resolved]],
        reasons:
          "The report shows that the proposal can be paid for and does what the council set out to do.",
        alternatives: "Leaving things as they are, for the reasons in the report.",
        keyDecision: true,
      },
    ];
  });
}

/** The edition in force and the one before it. */
export interface SamplePlans {
  readonly latest: ForwardPlan;
  readonly before: ForwardPlan;
}

/**
 * Two editions of the Forward Plan: the latest published three to five weeks ago, at least 28 days before its four
 * months begin; the one before a month earlier. Dated by the meetings of Cabinet and Council in those months.
 */
export function sampleForwardPlans(today: CalendarDate, meetings: readonly Meeting[]): SamplePlans {
  const periodFrom = startOfMonth(today, Number(today.slice(8)) <= 7 ? 0 : 1);
  const latest = editionOf(periodFrom, addDays(today, -22));
  const before = editionOf(startOfMonth(periodFrom, -1), addDays(latest.publishedOn, -27));
  const dates = datesOf(latest, meetings);
  return {
    latest: {
      edition: latest,
      items: all
        .filter(({ entry }) => entry.listed !== "withdrawn" && entry.listed !== "decided")
        .map(({ area, entry }) => published(area, entry, dates)),
    },
    before: {
      edition: before,
      items: all
        .filter(({ entry }) => entry.listed !== "new")
        .map(({ area, entry }) => published(area, asItStood(entry), dates))
        .filter(({ decisions }) =>
          decisions.every(({ from, to }) => from >= before.periodFrom && to <= before.periodTo),
        ),
    },
  };
}

function editionOf(periodFrom: CalendarDate, notAfter: CalendarDate): PublishedEdition {
  const latest = lastPublicationDay(periodFrom, 28, calendarClearDays);
  return {
    key: editionKey(periodFrom),
    periodFrom,
    periodTo: endOfMonth(periodFrom, 3),
    publishedOn: workingDayOnOrBefore(latest < notAfter ? latest : notAfter, sampleCounting),
    address: `https://democracy.council.example/forward-plan/${periodFrom.slice(0, 7)}`,
  };
}

/** The days that the entries’ places stand for. */
interface PlanDates {
  cabinet(place: CabinetPlace): CalendarDate;
  /** The Cabinet recommends, then the Council decides: at its next meeting, or a special one a week later. */
  councilAfter(cabinet: CalendarDate): CalendarDate;
  onDay(days: number): CalendarDate;
}

function datesOf({ periodFrom, periodTo }: PublishedEdition, meetings: readonly Meeting[]): PlanDates {
  const cabinets = meetings.filter(({ bodyKey }) => bodyKey === "CAB").map(({ date }) => date);
  const coming = cabinets.filter((date) => date >= periodFrom && date <= periodTo);
  const monthBefore = cabinets.filter((date) => date < periodFrom && date >= startOfMonth(periodFrom, -1));
  const onDay = (days: number) => workingDayOnOrBefore(addDays(periodFrom, days), sampleCounting);
  return {
    cabinet: (place) =>
      place === -1
        ? (monthBefore.at(-1) ?? workingDayOnOrBefore(addDays(periodFrom, -3)))
        : (coming[place] ?? coming.at(-1) ?? onDay(20)),
    councilAfter: (cabinet) =>
      meetings.find(({ bodyKey, date }) => bodyKey === "CNL" && date > cabinet && date <= periodTo)?.date ??
      addDays(cabinet, 7),
    onDay,
  };
}

/** An entry as the earlier edition had it: before its last move, and as secret as it was then. */
function asItStood(entry: PlanEntry): PlanEntry {
  const { secrecy: _secrecy, paragraphs: _paragraphs, moved = [], secrecyBefore, ...rest } = entry;
  const last = moved.at(-1);
  const secret = secrecyBefore ?? { secrecy: entry.secrecy ?? "open", paragraphs: entry.paragraphs ?? [] };
  return {
    ...rest,
    ...(secret.secrecy === "open" ? {} : { secrecy: secret.secrecy, paragraphs: secret.paragraphs }),
    ...(last && "cabinet" in entry.decided
      ? { decided: { ...entry.decided, cabinet: last.from }, moved: moved.slice(0, -1) }
      : {}),
  };
}

function published(scrutinyArea: string, entry: PlanEntry, dates: PlanDates): PublishedItem {
  return {
    key: keyOfTitle(entry.title),
    title: entry.title,
    details: entry.details,
    decisions: decisionsOf(entry, dates),
    dateChanges: dateChangesOf(entry, dates),
    financialImpact: entry.impact !== "community",
    communityImpact: entry.impact !== "financial",
    secrecy: entry.secrecy ?? "open",
    exemptParagraphs: entry.paragraphs ?? [],
    wards: entry.wards ?? [allWards],
    scrutinyArea,
    consultees: entry.consultees,
    consultationMethod: entry.method,
    backgroundDocuments: entry.documents,
    contacts: entry.officers.map(contactOf),
  };
}

function decisionsOf({ decided }: PlanEntry, dates: PlanDates): ExpectedDecision[] {
  const on = (decisionMaker: string, day: CalendarDate) => ({ decisionMaker, from: day, to: day });
  if (!("cabinet" in decided))
    return [
      {
        decisionMaker: decided.by,
        from: dates.onDay(decided.day),
        to: dates.onDay(decided.until ?? decided.day),
      },
    ];
  const day = dates.cabinet(decided.cabinet);
  return [on("Cabinet", day), ...(decided.thenCouncil ? [on("Council", dates.councilAfter(day))] : [])];
}

function dateChangesOf({ decided, moved = [] }: PlanEntry, dates: PlanDates): DateChange[] {
  if (!("cabinet" in decided)) return [];
  return moved.map(({ from, reason }, place) => ({
    decisionMaker: "Cabinet",
    from: dates.cabinet(from),
    to: dates.cabinet(moved[place + 1]?.from ?? decided.cabinet),
    reason,
  }));
}
