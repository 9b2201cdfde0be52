import type { CalendarDate } from "../../../shared/contracts/calendar-date.ts";
import type { Services } from "../../../shared/services/compose.ts";
import { sampleAgenda } from "./agenda.ts";
import { sampleBodies } from "./bodies.ts";
import { heldMeetings } from "./business/council-year.ts";
import { sampleIndividualDecisions } from "./business/individual-decisions.ts";
import { sampleClosedDays } from "./closed-days.ts";
import { sampleDeadlines } from "./deadlines.ts";
import { sampleForwardPlans } from "./forward-plan/forward-plan.ts";
import { sampleMeetings } from "./meetings.ts";
import { sampleNotices } from "./notices.ts";
import { type SamplePeople, samplePeople } from "./people.ts";
import { samplePortfolios } from "./portfolios.ts";
import { sampleReports } from "./reports/sample-reports.ts";
import { sampleSettings } from "./settings.ts";
import { sampleStandardSections } from "./standard-sections.ts";
import { sampleWardList } from "./wards.ts";
import { sampleWorkProgrammes } from "./work-programmes.ts";
import { sampleWorkingGroups } from "./working-groups.ts";

/** The sample council’s life around a day, before it becomes records. */
export function layOutSampleCouncil(today: CalendarDate, people: SamplePeople) {
  const laidOut = sampleMeetings(today);
  const { latest, before } = sampleForwardPlans(today, laidOut.meetings);
  const plans = [latest, before];
  const held = heldMeetings(today, laidOut.meetings, plans);
  return { laidOut, plans, held, reports: sampleReports({ today, laidOut, held, plans, people }) };
}

/**
 * Puts a council at work into the records: who and what it is, a year of meetings with agendas and minutes, two
 * editions of the Forward Plan, reports in every state, work programmes and a working group. A council that is there
 * already is left as it is, whatever day it was made for.
 * @param today the day that the council's life is laid out around.
 * @returns how many rows were added; 0 when the council was there.
 */
export async function addSampleCouncil(
  services: Pick<Services, "records" | "published">,
  today: CalendarDate,
  { people, council }: { readonly people: SamplePeople; readonly council: string },
): Promise<{ readonly added: number }> {
  await services.published.refresh();
  const present = new Set(services.published.records().bodies.map(({ key }) => key));
  if (sampleBodies.every(({ key }) => present.has(key))) return { added: 0 };

  const { records } = services;
  const { laidOut, plans, held, reports } = layOutSampleCouncil(today, people);
  const groups = sampleWorkingGroups(today, laidOut.meetings);
  const asHeld = new Map(held.map(({ meeting }) => [meeting.key, meeting]));
  const forPublished = reports
    .map(({ report }) => report)
    .filter(({ meetingKey }) => meetingKey === laidOut.published.key);

  let added = 0;
  const add = async (rows: Promise<{ readonly added: number }>) => {
    added += (await rows).added;
  };
  await add(records.addPeople(samplePeople(people)));
  await add(records.addWards(sampleWardList));
  await add(records.addPortfolios(samplePortfolios(today)));
  await add(records.addSettings(sampleSettings));
  await add(records.addClosedDays(sampleClosedDays));
  await add(records.addStandardSections(sampleStandardSections(today)));
  for (const plan of plans) await add(records.addForwardPlan(plan.edition, plan.items));
  for (const { report, sections, tables, consultations } of reports) {
    await add(records.addConsultations(report.key, consultations));
    await add(records.addReport(report, sections, tables));
  }
  await add(records.addAgenda(laidOut.published.key, sampleAgenda(laidOut.published, plans, forPublished)));
  for (const { meeting, agenda, minutes, decisions, declarations } of held) {
    await add(records.addAgenda(meeting.key, agenda));
    await add(records.addMinutes(meeting.key, minutes, decisions, declarations));
  }
  await add(records.addIndividualDecisions(sampleIndividualDecisions(today)));
  await add(records.addNotices(sampleNotices(today, laidOut, council)));
  await add(records.addDeadlines(sampleDeadlines(today, laidOut.meetings)));
  for (const [bodyKey, items] of sampleWorkProgrammes(today, laidOut.meetings))
    await add(records.addWorkProgramme(bodyKey, items));
  await add(records.addWorkingGroups(groups.groups, groups.recommendations, groups.updates));
  await add(records.addMeetings(laidOut.meetings.map((meeting) => asHeld.get(meeting.key) ?? meeting)));
  // Last of all: their presence says that the rest is there.
  await add(records.addBodies(sampleBodies));
  return { added };
}
