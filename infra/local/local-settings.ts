import { join } from "node:path";
import type { Issuer } from "./identity/issuer.ts";
import { localCouncil } from "./local-council.ts";

export interface LocalAddresses {
  /** `http://localhost:3978`: hub and front door. */
  readonly publicAddress: string;
  readonly botPort: number;
  readonly graphAddress: string;
  readonly issuer: Issuer;
  /** Folder of the local data. */
  readonly home: string;
}

/** The settings of the product on the local platform, as the environment of its processes. */
export function localEnvironment(addresses: LocalAddresses): Record<string, string> {
  const { issuer, publicAddress } = addresses;
  return {
    PUBLIC_ADDRESS: publicAddress,
    HOST: "127.0.0.1",
    PORT: String(addresses.botPort),
    COUNCIL_NAME: localCouncil.name,
    ENTRA_TENANT_ID: localCouncil.tenantId,
    ENTRA_AUTHORITY: issuer.tenantAddress,
    API_CLIENT_ID: localCouncil.apiClientId,
    API_CLIENT_SECRET: localCouncil.apiClientSecret,
    PANE_CLIENT_ID: localCouncil.paneClientId,
    PANE_SIGN_IN_METADATA: JSON.stringify(issuer.openIdConfiguration(publicAddress)),
    BOT_APP_ID: localCouncil.botAppId,
    BOT_APP_SECRET: localCouncil.botAppSecret,
    BOT_TOKEN_ISSUER: issuer.botConnectorIssuer,
    BOT_OPENID_METADATA: issuer.botOpenIdConfigurationAddress,
    GRAPH_ADDRESS: addresses.graphAddress,
    GRAPH_SITE: `${localCouncil.siteHost}:${localCouncil.sitePath}`,
    OFFICE_JS_ADDRESS: `${publicAddress}/word/office.js`,
    TAB_ADDRESS: `${publicAddress}/teams/?subPage={place}`,
    STATE_FILE: join(addresses.home, "state.sqlite"),
    MEMBERS_CHANNEL: localCouncil.channels.members,
    OFFICERS_CHANNEL: localCouncil.channels.officers,
    REFRESH_SECONDS: "2",
    TICK_SECONDS: "2",
  };
}
