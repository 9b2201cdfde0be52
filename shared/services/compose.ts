import type { ConfidentialClientApplication } from "@azure/msal-node";
import { entraClient, entraTokens } from "../graph/client/entra.ts";
import { connectGraph, type GraphConnection } from "../graph/client/graph-client.ts";
import { openReportLibrary } from "../graph/files/report-library.ts";
import { agendaItems } from "../graph/lists/agenda-items/mapping.ts";
import { allLists } from "../graph/lists/all-lists.ts";
import { auditLog } from "../graph/lists/audit-log/mapping.ts";
import { closedDays } from "../graph/lists/bank-holidays/mapping.ts";
import { bodies } from "../graph/lists/bodies/mapping.ts";
import { consultations } from "../graph/lists/consultations/mapping.ts";
import { deadlines } from "../graph/lists/deadlines/mapping.ts";
import { decisions } from "../graph/lists/decisions/mapping.ts";
import { declarations } from "../graph/lists/declarations/mapping.ts";
import { follows } from "../graph/lists/follows/mapping.ts";
import { forwardPlanItems } from "../graph/lists/forward-plan-items/mapping.ts";
import { forwardPlans } from "../graph/lists/forward-plans/mapping.ts";
import { openList } from "../graph/lists/list-table.ts";
import { meetings } from "../graph/lists/meetings/mapping.ts";
import { minutes } from "../graph/lists/minutes/mapping.ts";
import { monitoringUpdates } from "../graph/lists/monitoring-updates/mapping.ts";
import { notices } from "../graph/lists/notices/mapping.ts";
import { people } from "../graph/lists/people/mapping.ts";
import { portfolios } from "../graph/lists/portfolios/mapping.ts";
import { type ProvisioningStep, provisionLists, siteRoot } from "../graph/lists/provision-lists.ts";
import { recommendations } from "../graph/lists/recommendations/mapping.ts";
import { reportSections } from "../graph/lists/report-sections/mapping.ts";
import { reportTables } from "../graph/lists/report-tables/mapping.ts";
import { reports } from "../graph/lists/reports/mapping.ts";
import { councilSettings } from "../graph/lists/settings/mapping.ts";
import { standardSections } from "../graph/lists/standard-sections/mapping.ts";
import { wards } from "../graph/lists/wards/mapping.ts";
import { workProgrammeItems } from "../graph/lists/work-programme-items/mapping.ts";
import { workingGroups } from "../graph/lists/working-groups/mapping.ts";
import type { Settings } from "../settings/settings.ts";
import { openSqliteStateStore } from "../store/sqlite/sqlite-state-store.ts";
import type { StateStore } from "../store/state-store.ts";
import { type Asking, createAsking } from "./asking.ts";
import { type Calendars, openCalendars } from "./calendars.ts";
import type { Caller } from "./caller.ts";
import { type Clock, startClock } from "./clock.ts";
import { createDelivering, type Delivering } from "./delivering.ts";
import { createDeliveryPlanning, deliverySettings } from "./delivery-planning.ts";
import { createFollowing, type Following } from "./following.ts";
import { createImporting, type Importing } from "./importing.ts";
import { createMeetings, type Meetings } from "./meetings.ts";
import { createNotices, type Notices } from "./notices.ts";
import { keepPublishedRecords, type PublishedRecords } from "./published-records.ts";
import { createRecordKeeping, type RecordKeeping } from "./record-keeping.ts";
import { createReports, type Reports, type ReportTables } from "./reports.ts";
import { createTabLinks } from "./tab-links.ts";

/** Everything the organisation does, put together. */
export interface Services {
  readonly clock: Clock;
  readonly published: PublishedRecords;
  readonly asking: Asking;
  readonly reports: Reports;
  readonly delivering: Delivering;
  readonly importing: Importing;
  readonly notices: Notices;
  readonly calendars: Calendars;
  readonly following: Following;
  readonly meetings: Meetings;
  readonly records: RecordKeeping;
  /** The bot’s own client of Entra, for its adapter. */
  readonly botClient: ConfidentialClientApplication;
  /** The bot’s own token for the Bot Connector, cached until shortly before it runs out. */
  botToken(): Promise<string>;
  close(): void;
}

const graphScope = "https://graph.microsoft.com/.default";
const readScope = "https://graph.microsoft.com/Sites.Read.All";

function connections(settings: Settings): {
  own: GraphConnection;
  onBehalfOf: (caller: Caller) => GraphConnection;
} {
  const tokens = entraTokens(
    entraClient({
      authority: settings.entra.authority,
      clientId: settings.entra.apiClientId,
      clientSecret: settings.entra.apiClientSecret,
    }),
  );
  const baseAddress = settings.graph.address;
  return {
    own: connectGraph({ baseAddress, token: () => tokens.ofApplication(graphScope) }),
    onBehalfOf: ({ token }) =>
      connectGraph({ baseAddress, token: () => tokens.onBehalfOf(token, [readScope]) }),
  };
}

/**
 * Makes the lists and columns that the site lacks. Safe to repeat.
 * @returns what was made, or would be on a dry run.
 */
export async function provisionSite(
  settings: Settings,
  dryRun = false,
): Promise<readonly ProvisioningStep[]> {
  const { own } = connections(settings);
  return provisionLists(own, await siteRoot(own, settings.graph.site), allLists, dryRun);
}

/** Azure’s client is loaded only where it is used: it takes longer to load than everything else. */
async function openAzureState(connection: string): Promise<StateStore> {
  const { openAzureStateStore } = await import("../store/azure-storage/azure-state-store.ts");
  return openAzureStateStore(connection);
}

/**
 * Builds the whole service from its settings: the one place where everything is put together.
 * @throws {GraphFailure} when the site cannot be found.
 */
export async function composeServices(
  settings: Settings,
  clock = startClock(settings.startFrom),
): Promise<Services> {
  const { own, onBehalfOf } = connections(settings);
  const site = await siteRoot(own, settings.graph.site);
  const store =
    settings.stateStorage === ""
      ? openSqliteStateStore(settings.stateFile)
      : await openAzureState(settings.stateStorage);

  const reportTablesOf = (graph: GraphConnection): ReportTables => ({
    graph,
    reports: openList(graph, site, reports),
    sections: openList(graph, site, reportSections),
    tables: openList(graph, site, reportTables),
    standardSections: openList(graph, site, standardSections),
  });
  const ownReports = reportTablesOf(own);
  const ownTables = {
    forwardPlans: openList(own, site, forwardPlans),
    forwardPlanItems: openList(own, site, forwardPlanItems),
    meetings: openList(own, site, meetings),
    bodies: openList(own, site, bodies),
    people: openList(own, site, people),
    agendaItems: openList(own, site, agendaItems),
    auditLog: openList(own, site, auditLog),
    consultations: openList(own, site, consultations),
    decisions: openList(own, site, decisions),
    declarations: openList(own, site, declarations),
    minutes: openList(own, site, minutes),
    notices: openList(own, site, notices),
    portfolios: openList(own, site, portfolios),
    wards: openList(own, site, wards),
    follows: openList(own, site, follows),
    deadlines: openList(own, site, deadlines),
    workProgrammeItems: openList(own, site, workProgrammeItems),
    workingGroups: openList(own, site, workingGroups),
    recommendations: openList(own, site, recommendations),
    monitoringUpdates: openList(own, site, monitoringUpdates),
    councilSettings: openList(own, site, councilSettings),
    closedDays: openList(own, site, closedDays),
  };
  const published = keepPublishedRecords(ownTables);
  const records = createRecordKeeping({ ...ownTables, ...ownReports });

  const calendars = await openCalendars({
    published,
    store,
    publicAddress: settings.publicAddress,
    councilName: settings.councilName,
    clock,
  });
  const tab = createTabLinks(settings.tabAddress);
  const asking = createAsking(published, store, clock, calendars.itemAddress, tab);
  const botClient = entraClient({
    authority: settings.entra.authority,
    clientId: settings.bot.appId,
    clientSecret: settings.bot.appSecret,
  });
  const botTokens = entraTokens(botClient);

  return {
    clock,
    published,
    asking,
    following: createFollowing({
      follows: ownTables.follows,
      asking,
      refresh: () => published.refresh(),
      clock,
    }),
    reports: createReports({
      openFor: (caller) => reportTablesOf(onBehalfOf(caller)),
      own: ownReports,
      records,
      library: openReportLibrary(own, site),
      agendaItems: ownTables.agendaItems,
      auditLog: ownTables.auditLog,
      published,
      councilName: settings.councilName,
      clock,
    }),
    delivering: createDelivering({
      planning: createDeliveryPlanning(published, clock, tab),
      store,
      channels: settings.channels,
      clock,
      pace: settings.sending.pace,
      instances: settings.sending.instances,
      keepApproval: async (caller, audience) => {
        await records.settle({
          key: deliverySettings.approved(audience),
          value: "yes",
          settledBy: caller.name || caller.entraObjectId,
          explanation: "The first card to this channel was looked at and let go.",
        });
        await published.refresh();
      },
    }),
    notices: createNotices({
      published,
      notices: ownTables.notices,
      councilName: settings.councilName,
      clock,
    }),
    calendars,
    meetings: createMeetings({
      published,
      calendars,
      deadlines: ownTables.deadlines,
      reports: ownReports.reports,
      sections: ownReports.sections,
      clock,
    }),
    importing: createImporting({
      records,
      published,
      reports: ownReports.reports,
      meetings: ownTables.meetings,
      clock,
    }),
    records,
    botClient,
    botToken: () => botTokens.ofApplication("https://api.botframework.com/.default"),
    close: () => store.close(),
  };
}
