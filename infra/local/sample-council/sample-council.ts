import type { CalendarDate } from "../../../shared/contracts/calendar-date.ts";
import type { Services } from "../../../shared/services/compose.ts";
import { sampleAgenda } from "./agenda.ts";
import { sampleBodies } from "./bodies.ts";
import { sampleForwardPlan } from "./forward-plan.ts";
import { sampleMeetings } from "./meetings.ts";
import { type SamplePeople, samplePeople } from "./people.ts";
import { sampleReport } from "./report.ts";
import { sampleSettings } from "./settings.ts";
import { sampleStandardSections } from "./standard-sections.ts";

/**
 * Puts a small council into the records: bodies, people, a year of meetings, an agenda, an edition of the Forward
 * Plan and a report in draft. A council that is there already is left as it is, whatever day it was made for.
 * @param today the day that the council's life is laid out around.
 * @returns how many rows were added; 0 when the council was there.
 */
export async function addSampleCouncil(
  services: Pick<Services, "records" | "published">,
  today: CalendarDate,
  { people }: { readonly people: SamplePeople },
): Promise<{ readonly added: number }> {
  await services.published.refresh();
  const held = new Set(services.published.records().bodies.map(({ key }) => key));
  if (sampleBodies.every(({ key }) => held.has(key))) return { added: 0 };

  const { records } = services;
  const { meetings, published } = sampleMeetings(today);
  const plan = sampleForwardPlan(today, meetings);
  const scrutiny = meetings.find(({ bodyKey, state }) => bodyKey === "OSRC" && state === "Scheduled");
  const lastScrutiny = meetings.findLast(({ bodyKey, date }) => bodyKey === "OSRC" && date < today);
  const committee = sampleBodies.find(({ key }) => key === "OSRC");
  if (!scrutiny || !lastScrutiny || !committee)
    throw new Error("The sample council has no scrutiny meeting before and after its report.");
  const { report, sections, tables } = sampleReport(
    today,
    scrutiny,
    committee.name,
    people.author.entraObjectId,
  );

  const steps = [
    await records.addPeople(samplePeople(people)),
    await records.addForwardPlan(plan.edition, plan.items),
    await records.addSettings(sampleSettings),
    await records.addStandardSections(sampleStandardSections(today)),
    await records.addReport(report, sections, tables),
    await records.addAgenda(published.key, sampleAgenda(published)),
    await records.addAgenda(lastScrutiny.key, sampleAgenda(lastScrutiny)),
    await records.addMeetings(meetings),
    // Last of all: their presence says that the rest is there.
    await records.addBodies(sampleBodies),
  ];
  return { added: steps.reduce((sum, { added }) => sum + added, 0) };
}
