import type { Records } from "../ask/ask-records.ts";
import type { PublishedEdition } from "../contracts/answer.ts";
import type { ListedItem } from "../graph/lists/forward-plan-items/mapping.ts";
import type { ListTable } from "../graph/lists/list-table.ts";
import type { ForwardPlan } from "../rules/forward-plan/forward-plan.ts";
import type { Body, Meeting } from "../rules/meetings/meeting.ts";
import type { Person } from "../rules/people/person.ts";
import { keepInMemory } from "./list-memory.ts";

/** What the bot answers from: plans, meetings, bodies and people, in memory. */
export interface PublishedRecords {
  /** Looks for changes in every list. @throws {GraphFailure} when Graph cannot be read; what is held stays. */
  refresh(): Promise<void>;
  records(): Records;
  /** The person with an Entra object id; null means unknown, and unknown means public. */
  personByEntraId(entraObjectId: string): Person | null;
  people(): readonly Person[];
}

export interface RecordTables {
  readonly forwardPlans: ListTable<PublishedEdition>;
  readonly forwardPlanItems: ListTable<ListedItem>;
  readonly meetings: ListTable<Meeting>;
  readonly bodies: ListTable<Body>;
  readonly people: ListTable<Person>;
}

export function keepPublishedRecords(tables: RecordTables): PublishedRecords {
  const editions = keepInMemory(tables.forwardPlans);
  const items = keepInMemory(tables.forwardPlanItems);
  const meetings = keepInMemory(tables.meetings);
  const bodies = keepInMemory(tables.bodies);
  const people = keepInMemory(tables.people);
  let plans: readonly ForwardPlan[] = [];
  let byEntraId: ReadonlyMap<string, Person> = new Map();

  return {
    async refresh() {
      const [planChanged, itemsChanged, peopleChanged] = await Promise.all([
        editions.refresh(),
        items.refresh(),
        people.refresh(),
        meetings.refresh(),
        bodies.refresh(),
      ]);
      if (planChanged || itemsChanged) plans = joinPlans(editions.entities(), items.entities());
      if (peopleChanged) {
        byEntraId = new Map(
          people
            .entities()
            .filter((person) => person.active && person.entraObjectId !== undefined)
            .map((person) => [person.entraObjectId as string, person]),
        );
      }
    },
    records: () => ({ plans, meetings: meetings.entities(), bodies: bodies.entities() }),
    personByEntraId: (entraObjectId) => byEntraId.get(entraObjectId) ?? null,
    people: () => people.entities(),
  };
}

function joinPlans(editions: readonly PublishedEdition[], listed: readonly ListedItem[]): ForwardPlan[] {
  const byEdition = Map.groupBy(listed, ({ editionKey }) => editionKey);
  return editions.map((edition) => ({
    edition,
    items: (byEdition.get(edition.key) ?? []).map(({ item }) => item),
  }));
}
