import type { PublishedEdition, PublishedItem } from "../contracts/answer.ts";
import { GraphFailure } from "../graph/client/graph-failure.ts";
import type { ListedItem } from "../graph/lists/forward-plan-items/mapping.ts";
import type { ListTable, Stored } from "../graph/lists/list-table.ts";
import type { ClosedDay, CouncilSetting } from "../rules/meetings/council-setting.ts";
import type { Deadline } from "../rules/meetings/deadline.ts";
import {
  type AgendaItem,
  agendaItemSteps,
  type Body,
  type Meeting,
  meetingSteps,
} from "../rules/meetings/meeting.ts";
import type { Decision, Declaration, IndividualDecision, Minute } from "../rules/meetings/minutes.ts";
import type { Notice } from "../rules/meetings/notice.ts";
import type { Person } from "../rules/people/person.ts";
import type { Portfolio, Ward } from "../rules/people/portfolio.ts";
import type { Consultation } from "../rules/reports/consultation.ts";
import type { Report, ReportSection, ReportTable } from "../rules/reports/report.ts";
import type { StandardSection } from "../rules/reports/standard-section.ts";
import { checkStep } from "../rules/state-machine.ts";
import type {
  MonitoringUpdate,
  Recommendation,
  WorkingGroup,
  WorkProgrammeItem,
} from "../rules/work-programme/work-programme.ts";

/**
 * Puts new records into the lists. What is there already is left as it is, so the same records may be put in
 * twice; children are written before their parent, so a record that can be found is whole.
 */
export interface RecordKeeping {
  addBodies(bodies: readonly Body[]): Promise<Added>;
  addPeople(people: readonly Person[]): Promise<Added>;
  addMeetings(meetings: readonly Meeting[]): Promise<Added>;
  addAgenda(meetingKey: string, items: readonly AgendaItem[]): Promise<Added>;
  /**
   * Changes a meeting over the version that is there. @throws {StepNotAllowed} when its state may not become the new
   * one. {GraphFailure} when somebody else changed it at the same moment.
   */
  changeMeeting(key: string, change: (meeting: Meeting) => Meeting): Promise<Meeting>;
  /** Changes an agenda item over the version that is there. @throws As {@link changeMeeting}. */
  changeAgendaItem(key: string, change: (item: AgendaItem) => AgendaItem): Promise<AgendaItem>;
  addReport(
    report: Report,
    sections: readonly ReportSection[],
    tables: readonly ReportTable[],
  ): Promise<Added>;
  addStandardSections(versions: readonly StandardSection[]): Promise<Added>;
  addPortfolios(portfolios: readonly Portfolio[]): Promise<Added>;
  addWards(wards: readonly Ward[]): Promise<Added>;
  /** Minutes of one meeting with what they decided and who declared an interest. */
  addMinutes(
    meetingKey: string,
    minutes: readonly Minute[],
    decisions: readonly Decision[],
    declarations: readonly Declaration[],
  ): Promise<Added>;
  addIndividualDecisions(decisions: readonly IndividualDecision[]): Promise<Added>;
  addConsultations(reportKey: string, consultations: readonly Consultation[]): Promise<Added>;
  addDeadlines(deadlines: readonly Deadline[]): Promise<Added>;
  addNotices(notices: readonly Notice[]): Promise<Added>;
  addWorkProgramme(bodyKey: string, items: readonly WorkProgrammeItem[]): Promise<Added>;
  addWorkingGroups(
    groups: readonly WorkingGroup[],
    recommendations: readonly Recommendation[],
    updates: readonly MonitoringUpdate[],
  ): Promise<Added>;
  addSettings(settings: readonly CouncilSetting[]): Promise<Added>;
  /** Writes a setting, over the one there is. */
  settle(setting: CouncilSetting): Promise<void>;
  addClosedDays(days: readonly ClosedDay[]): Promise<Added>;
  addForwardPlan(edition: PublishedEdition, items: readonly PublishedItem[]): Promise<Added>;
}

/** How many records were new. */
export interface Added {
  readonly added: number;
}

export interface RecordKeepingNeeds {
  readonly bodies: ListTable<Body>;
  readonly people: ListTable<Person>;
  readonly meetings: ListTable<Meeting>;
  readonly agendaItems: ListTable<AgendaItem>;
  readonly reports: ListTable<Report>;
  readonly sections: ListTable<ReportSection>;
  readonly tables: ListTable<ReportTable>;
  readonly standardSections: ListTable<StandardSection>;
  readonly portfolios: ListTable<Portfolio>;
  readonly wards: ListTable<Ward>;
  readonly minutes: ListTable<Minute>;
  readonly decisions: ListTable<Decision>;
  readonly declarations: ListTable<Declaration>;
  readonly consultations: ListTable<Consultation>;
  readonly notices: ListTable<Notice>;
  readonly deadlines: ListTable<Deadline>;
  readonly workProgrammeItems: ListTable<WorkProgrammeItem>;
  readonly workingGroups: ListTable<WorkingGroup>;
  readonly recommendations: ListTable<Recommendation>;
  readonly monitoringUpdates: ListTable<MonitoringUpdate>;
  readonly closedDays: ListTable<ClosedDay>;
  readonly councilSettings: ListTable<CouncilSetting>;
  readonly forwardPlans: ListTable<PublishedEdition>;
  readonly forwardPlanItems: ListTable<ListedItem>;
}

async function stillMissing<Entity>(
  entities: readonly Entity[],
  keyOf: (entity: Entity) => string,
  present: () => Promise<readonly Stored<Entity>[]>,
): Promise<readonly Entity[]> {
  if (entities.length === 0) return [];
  const keys = new Set((await present()).map((stored) => keyOf(stored.entity)));
  return entities.filter((entity) => !keys.has(keyOf(entity)));
}

export function createRecordKeeping(needs: RecordKeepingNeeds): RecordKeeping {
  const byKey = <Entity extends { readonly key: string }>(entity: Entity) => entity.key;

  async function addMissing<Entity>(
    table: ListTable<Entity>,
    entities: readonly Entity[],
    keyOf: (entity: Entity) => string,
    present: () => Promise<readonly Stored<Entity>[]>,
  ): Promise<Added> {
    let missing = await stillMissing(entities, keyOf, present);
    const wanted = missing.length;
    while (missing.length > 0) {
      try {
        await table.createAll(missing);
        break;
      } catch (error) {
        // Some rows may have been written, by this batch or by somebody else; what is there stands.
        const left = await stillMissing(missing, keyOf, present);
        if (!(error instanceof GraphFailure) || left.length === missing.length) throw error;
        missing = left;
      }
    }
    return { added: wanted };
  }

  async function addParent<Entity extends { readonly key: string }>(
    table: ListTable<Entity>,
    parent: Entity,
  ): Promise<number> {
    if (await table.byKey(parent.key)) return 0;
    await table.create(parent);
    return 1;
  }

  return {
    addBodies: (bodies) => addMissing(needs.bodies, bodies, byKey, needs.bodies.all),
    addPeople: (people) => addMissing(needs.people, people, byKey, needs.people.all),
    addMeetings: (meetings) => addMissing(needs.meetings, meetings, byKey, needs.meetings.all),
    addPortfolios: (portfolios) => addMissing(needs.portfolios, portfolios, byKey, needs.portfolios.all),
    addWards: (wards) => addMissing(needs.wards, wards, byKey, needs.wards.all),
    addDeadlines: (deadlines) => addMissing(needs.deadlines, deadlines, byKey, needs.deadlines.all),
    addNotices: (notices) => addMissing(needs.notices, notices, byKey, needs.notices.all),
    addClosedDays: (days) => addMissing(needs.closedDays, days, byKey, needs.closedDays.all),
    addSettings: (settings) => addMissing(needs.councilSettings, settings, byKey, needs.councilSettings.all),
    async settle(setting) {
      const held = await needs.councilSettings.byKey(setting.key);
      if (held) await needs.councilSettings.update(held, setting);
      else await needs.councilSettings.create(setting);
    },
    addConsultations: (reportKey, consultations) =>
      addMissing(needs.consultations, consultations, byKey, () =>
        needs.consultations.where("ReportKey", reportKey),
      ),
    addWorkProgramme: (bodyKey, items) =>
      addMissing(needs.workProgrammeItems, items, byKey, () =>
        needs.workProgrammeItems.where("BodyKey", bodyKey),
      ),

    async addMinutes(meetingKey, minutes, decisions, declarations) {
      const ofMeeting =
        <Entity>(table: ListTable<Entity>) =>
        () =>
          table.where("MeetingKey", meetingKey);
      const declared = await addMissing(
        needs.declarations,
        declarations,
        byKey,
        ofMeeting(needs.declarations),
      );
      const decided = await addMissing(needs.decisions, decisions, byKey, ofMeeting(needs.decisions));
      const minuted = await addMissing(needs.minutes, minutes, byKey, ofMeeting(needs.minutes));
      return { added: declared.added + decided.added + minuted.added };
    },

    addIndividualDecisions: (decisions) =>
      addMissing<Decision>(needs.decisions, decisions, byKey, async () =>
        (await Promise.all(decisions.map(({ key }) => needs.decisions.byKey(key)))).filter(
          (stored) => stored !== null,
        ),
      ),

    async addWorkingGroups(groups, recommendations, updates) {
      const told = await addMissing(needs.monitoringUpdates, updates, byKey, needs.monitoringUpdates.all);
      const made = await addMissing(needs.recommendations, recommendations, byKey, needs.recommendations.all);
      const founded = await addMissing(needs.workingGroups, groups, byKey, needs.workingGroups.all);
      return { added: told.added + made.added + founded.added };
    },

    async changeMeeting(key, change) {
      const held = await needs.meetings.byKey(key);
      if (!held) throw new Error(`There is no meeting ${key}.`);
      const changed = change(held.entity);
      checkStep(meetingSteps, `The meeting ${key}`, held.entity.state, changed.state);
      return (await needs.meetings.update(held, changed)).entity;
    },

    async changeAgendaItem(key, change) {
      const held = await needs.agendaItems.byKey(key);
      if (!held) throw new Error(`There is no agenda item ${key}.`);
      const changed = change(held.entity);
      checkStep(
        agendaItemSteps,
        `Agenda item ${key}`,
        held.entity.state ?? "OnAgenda",
        changed.state ?? "OnAgenda",
      );
      return (await needs.agendaItems.update(held, changed)).entity;
    },

    addStandardSections: (versions) =>
      addMissing(needs.standardSections, versions, byKey, needs.standardSections.all),
    addAgenda: (meetingKey, items) =>
      addMissing(needs.agendaItems, items, byKey, () => needs.agendaItems.where("MeetingKey", meetingKey)),

    async addReport(report, sections, tables) {
      const ofReport =
        <Entity>(table: ListTable<Entity>) =>
        () =>
          table.where("ReportKey", report.key);
      const newTables = await addMissing(needs.tables, tables, byKey, ofReport(needs.tables));
      const newSections = await addMissing(needs.sections, sections, byKey, ofReport(needs.sections));
      return { added: newTables.added + newSections.added + (await addParent(needs.reports, report)) };
    },

    async addForwardPlan(edition, items) {
      const listed = items.map((item): ListedItem => ({ editionKey: edition.key, item }));
      const newItems = await addMissing(
        needs.forwardPlanItems,
        listed,
        ({ item }) => item.key,
        () => needs.forwardPlanItems.where("EditionKey", edition.key),
      );
      return { added: newItems.added + (await addParent(needs.forwardPlans, edition)) };
    },
  };
}
