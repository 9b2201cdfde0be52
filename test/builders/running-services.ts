import { join } from "node:path";
import { type GraphSandbox, startGraphSandbox } from "../../infra/local/graph-sandbox/sandbox.ts";
import type { Issuer } from "../../infra/local/identity/issuer.ts";
import type { Clock } from "../../shared/services/clock.ts";
import { composeServices, provisionSite, type Services } from "../../shared/services/compose.ts";
import type { Settings } from "../../shared/settings/settings.ts";
import {
  API_CLIENT,
  AUTHOR,
  BOT_CLIENT,
  OFFICER,
  PAGE_CLIENT,
  startTestIssuer,
  TENANT_ID,
} from "./tenant.ts";
import { trustedCertificate } from "./trusted-certificate.ts";

const SITE = { host: "council.sharepoint.example", path: "/sites/democratic-services" } as const;

/** The whole service on a platform of its own, in this process. */
export interface RunningServices {
  readonly services: Services;
  readonly settings: Settings;
  readonly sandbox: GraphSandbox;
  readonly issuer: Issuer;
  close(): Promise<void>;
}

export interface RunningServicesOptions {
  readonly settings?: Partial<Settings>;
  /** The product's clock; real time, or `settings.startFrom`, without it. */
  readonly clock?: Clock;
}

/** Starts issuer and Graph sandbox on free ports, makes the lists, and puts the services together. */
export async function startRunningServices(overrides: RunningServicesOptions = {}): Promise<RunningServices> {
  const certificate = await trustedCertificate();
  const issuer = await startTestIssuer(certificate);
  const sandbox = await startGraphSandbox({
    databaseFile: ":memory:",
    port: 0,
    tls: certificate,
    verifyToken: issuer.verifyGraphToken,
    tenantId: TENANT_ID,
    siteHost: SITE.host,
    sitePath: SITE.path,
    users: [OFFICER, AUTHOR],
  });
  const settings: Settings = {
    publicAddress: "http://localhost:3978",
    host: "127.0.0.1",
    port: 0,
    councilName: "Sample Council",
    entra: {
      authority: issuer.tenantAddress,
      tenantId: TENANT_ID,
      apiClientId: API_CLIENT.clientId,
      apiClientSecret: API_CLIENT.secret,
      paneClientId: PAGE_CLIENT.clientId,
      paneMetadata: "",
    },
    bot: {
      appId: BOT_CLIENT.clientId,
      appSecret: BOT_CLIENT.secret,
      tokenIssuer: issuer.botConnectorIssuer,
      openIdMetadata: issuer.botOpenIdConfigurationAddress,
    },
    graph: { address: sandbox.address, site: `${SITE.host}:${SITE.path}` },
    officeJs: "https://appsforoffice.microsoft.com/lib/1/hosted/office.js",
    tabAddress: "https://teams.example/tab?place={place}",
    stateStorage: "",
    stateFile: join(certificate.folder, "state.sqlite"),
    channels: { members: "members", officers: "officers" },
    sending: { pace: 1, instances: 1 },
    refreshSeconds: 60,
    tickSeconds: 60,
    startFrom: null,
    ...overrides.settings,
  };
  await provisionSite(settings);
  const services = await composeServices(settings, overrides.clock);
  return {
    services,
    settings,
    sandbox,
    issuer,
    close: async () => {
      services.close();
      await sandbox.close();
      await issuer.close();
      await certificate.forget();
    },
  };
}
