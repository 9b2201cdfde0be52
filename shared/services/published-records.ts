import type { Records } from "../ask/ask-records.ts";
import type { PublishedEdition } from "../contracts/answer.ts";
import type { ListedItem } from "../graph/lists/forward-plan-items/mapping.ts";
import type { ListTable } from "../graph/lists/list-table.ts";
import type { ForwardPlan } from "../rules/forward-plan/forward-plan.ts";
import { type BodyPractice, practiceOf } from "../rules/meetings/body-practice.ts";
import { type CouncilBusiness, onlyPublished } from "../rules/meetings/council-business.ts";
import type { ClosedDay, CouncilSetting } from "../rules/meetings/council-setting.ts";
import type { AgendaItem, Body, Meeting } from "../rules/meetings/meeting.ts";
import type { Decision, Minute } from "../rules/meetings/minutes.ts";
import type { Notice } from "../rules/meetings/notice.ts";
import type { Follow } from "../rules/people/following.ts";
import type { Person } from "../rules/people/person.ts";
import type { Portfolio, Ward } from "../rules/people/portfolio.ts";
import type { WorkProgrammeItem } from "../rules/work-programme/work-programme.ts";
import { keepInMemory } from "./list-memory.ts";

/** What the bot answers from: plans, meetings and their business, bodies and people, in memory. */
export interface PublishedRecords {
  /** Looks for changes in every list. @throws {GraphFailure} when Graph cannot be read; what is held stays. */
  refresh(): Promise<void>;
  records(): Records;
  /** Agendas, minutes, decisions, notices and work programmes, as far as they are published. */
  business(): CouncilBusiness;
  portfolios(): readonly Portfolio[];
  /** What the council has settled for itself, and the days its offices are closed. */
  settings(): readonly CouncilSetting[];
  /** @throws {SettingUnreadable} naming a setting whose value cannot be read. */
  practiceOf(bodyKey: string): BodyPractice;
  wards(): readonly Ward[];
  /** What people have asked to be told of. */
  follows(): readonly Follow[];
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
  readonly portfolios: ListTable<Portfolio>;
  readonly councilSettings: ListTable<CouncilSetting>;
  readonly closedDays: ListTable<ClosedDay>;
  readonly wards: ListTable<Ward>;
  readonly follows: ListTable<Follow>;
  readonly agendaItems: ListTable<AgendaItem>;
  readonly minutes: ListTable<Minute>;
  readonly decisions: ListTable<Decision>;
  readonly notices: ListTable<Notice>;
  readonly workProgrammeItems: ListTable<WorkProgrammeItem>;
}

export function keepPublishedRecords(tables: RecordTables): PublishedRecords {
  const editions = keepInMemory(tables.forwardPlans);
  const items = keepInMemory(tables.forwardPlanItems);
  const meetings = keepInMemory(tables.meetings);
  const bodies = keepInMemory(tables.bodies);
  const people = keepInMemory(tables.people);
  const portfolios = keepInMemory(tables.portfolios);
  const settings = keepInMemory(tables.councilSettings);
  const closedDays = keepInMemory(tables.closedDays);
  let practices = new Map<string, BodyPractice>();
  const wards = keepInMemory(tables.wards);
  const follows = keepInMemory(tables.follows);
  const agendaItems = keepInMemory(tables.agendaItems);
  const minutes = keepInMemory(tables.minutes);
  const decisions = keepInMemory(tables.decisions);
  const notices = keepInMemory(tables.notices);
  const workProgramme = keepInMemory(tables.workProgrammeItems);
  let plans: readonly ForwardPlan[] = [];
  let business: CouncilBusiness | null = null;
  let byEntraId: ReadonlyMap<string, Person> = new Map();

  return {
    async refresh() {
      const [planChanged, itemsChanged, peopleChanged, ...businessChanged] = await Promise.all([
        editions.refresh(),
        items.refresh(),
        people.refresh(),
        meetings.refresh(),
        agendaItems.refresh(),
        minutes.refresh(),
        decisions.refresh(),
        notices.refresh(),
        workProgramme.refresh(),
        bodies.refresh(),
        portfolios.refresh(),
        wards.refresh(),
        settings.refresh(),
        closedDays.refresh(),
        follows.refresh(),
      ]);
      practices = new Map();
      if (businessChanged.includes(true)) business = null;
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
    business() {
      business ??= onlyPublished(
        {
          agendaItems: agendaItems.entities(),
          minutes: minutes.entities(),
          decisions: decisions.entities(),
          notices: notices.entities(),
          workProgramme: workProgramme.entities(),
        },
        new Set(
          meetings
            .entities()
            .filter(
              ({ agendaPublishedAt, state }) => agendaPublishedAt !== undefined || state !== "Scheduled",
            )
            .map(({ key }) => key),
        ),
      );
      return business;
    },
    portfolios: () => portfolios.entities(),
    settings: () => settings.entities(),
    practiceOf(bodyKey) {
      const known = practices.get(bodyKey);
      if (known) return known;
      const body = bodies.entities().find(({ key }) => key === bodyKey);
      const asked = { key: bodyKey, callInApplies: body?.callInApplies ?? false };
      const practice = practiceOf(asked, settings.entities(), closedDays.entities());
      practices.set(bodyKey, practice);
      return practice;
    },
    wards: () => wards.entities(),
    follows: () => follows.entities(),
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
