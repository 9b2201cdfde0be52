import type { PublishedEdition, PublishedItem } from "../contracts/answer.ts";
import { GraphFailure } from "../graph/client/graph-failure.ts";
import type { ListedItem } from "../graph/lists/forward-plan-items/mapping.ts";
import type { ListTable, Stored } from "../graph/lists/list-table.ts";
import type { AgendaItem, Body, Meeting } from "../rules/meetings/meeting.ts";
import type { Person } from "../rules/people/person.ts";
import type { Report, ReportSection, ReportTable } from "../rules/reports/report.ts";
import type { StandardSection } from "../rules/reports/standard-section.ts";

/**
 * Puts new records into the lists. What is there already is left as it is, so the same records may be put in
 * twice; children are written before their parent, so a record that can be found is whole.
 */
export interface RecordKeeping {
  addBodies(bodies: readonly Body[]): Promise<Added>;
  addPeople(people: readonly Person[]): Promise<Added>;
  addMeetings(meetings: readonly Meeting[]): Promise<Added>;
  addAgenda(meetingKey: string, items: readonly AgendaItem[]): Promise<Added>;
  addReport(
    report: Report,
    sections: readonly ReportSection[],
    tables: readonly ReportTable[],
  ): Promise<Added>;
  addStandardSections(versions: readonly StandardSection[]): Promise<Added>;
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
