import { createServer } from "node:https";
import type { AddressInfo } from "node:net";
import { authorisationCodes } from "./authorisation-codes.ts";
import { type IssuerHandler, issuerHandler } from "./issuer-handler.ts";
import { type OpenIdConfiguration, openIdConfiguration, TENANT_PATHS } from "./metadata.ts";
import { type Client, type IssuerUsers, registrationsOf } from "./registrations.ts";
import { openSigningKey } from "./signing-key.ts";
import { BOT_CONNECTOR_ISSUER, BOT_FRAMEWORK_RESOURCE, GRAPH_RESOURCE, tokensOf } from "./tokens.ts";

export type { IssuerHandler } from "./issuer-handler.ts";
export type { OpenIdConfiguration } from "./metadata.ts";
export type { Client, IssuerUser, IssuerUsers } from "./registrations.ts";

/** The delegated Graph permissions the tenant has consented to, unless told otherwise. */
const CONSENTED_GRAPH_SCOPES = [
  "User.Read",
  "User.ReadBasic.All",
  "Sites.Read.All",
  "Sites.ReadWrite.All",
  "Files.ReadWrite.All",
] as const;

export interface IssuerOptions {
  /** 0 takes any free port. The issuer's name contains the port, so keep it if tokens are to outlive a restart. */
  readonly port: number;
  readonly tls: { readonly cert: string; readonly key: string };
  /** A GUID. */
  readonly tenantId: string;
  /** Where the signing key is kept; without it every start has a new key. */
  readonly keyFile?: string;
  readonly clients: readonly Client[];
  readonly users: IssuerUsers;
  /** Application permissions on Graph, granted to the registrations of kind `api`. */
  readonly graphAppRoles: readonly string[];
  readonly graphScopes?: readonly string[];
  /** The name in the tokens that the Bot Connector would send. */
  readonly botConnectorIssuer?: string;
  /** Real time unless a test says otherwise. */
  readonly now?: () => Date;
}

/** A Graph token that has been checked: who is calling, and what they may do. */
export type GraphCaller =
  | {
      readonly kind: "app";
      readonly appId: string;
      readonly roles: readonly string[];
      readonly expires: Date;
    }
  | {
      readonly kind: "user";
      readonly appId: string;
      readonly oid: string;
      readonly name: string;
      readonly userPrincipalName: string;
      readonly scopes: readonly string[];
      readonly expires: Date;
    };

export interface Issuer {
  /** `https://localhost:{port}` */
  readonly address: string;
  /** `https://localhost:{port}/{tenant id}`: the authority. */
  readonly tenantAddress: string;
  /** The `iss` of every token but the Bot Connector's. */
  readonly issuer: string;
  /** Mount it on plain http for pages that cannot trust the certificate. */
  readonly handler: IssuerHandler;
  /** For msal-browser's `authorityMetadata`; `publicAddress` is where the browser reaches `handler`. */
  openIdConfiguration(publicAddress: string): OpenIdConfiguration;
  /** For botbuilder's ToBotFromChannelOpenIdMetadataUrl. */
  readonly botOpenIdConfigurationAddress: string;
  readonly botConnectorIssuer: string;
  /** A token as the Bot Connector would send it with an activity. `serviceUrl` must equal the activity's. */
  signBotActivityToken(activity: { serviceUrl: string; lifetimeSeconds?: number }): Promise<string>;
  /** @throws when the token is not one the bot could have got from here, or has run out. */
  verifyBotOutboundToken(token: string): Promise<{ appId: string }>;
  /** A person's token for our API, as the Teams host hands one to a tab. @throws when nobody has that oid. */
  issueUserToken(request: { oid: string; lifetimeSeconds?: number }): Promise<string>;
  /** A person's token for Graph. */
  issueGraphUserToken(request: {
    oid: string;
    scopes?: readonly string[];
    lifetimeSeconds?: number;
  }): Promise<string>;
  /** The service's own token for Graph. `roles` defaults to the granted ones. */
  issueGraphAppToken(request?: { roles?: readonly string[]; lifetimeSeconds?: number }): Promise<string>;
  /** @throws when the token is forged, expired, another issuer's or not for Graph. */
  verifyGraphToken(token: string): Promise<GraphCaller>;
  close(): Promise<void>;
}

/**
 * Starts the local issuer of tokens on the loopback interface.
 *
 * @throws when the port is taken, the key file will not do, or no client of kind `api` is given.
 */
export async function startIssuer(options: IssuerOptions): Promise<Issuer> {
  const now = options.now ?? (() => new Date());
  const api = options.clients.find((client) => client.kind === "api");
  if (!api) throw new Error("The issuer needs a client of kind api: it is whom people's tokens are for.");
  const bot = options.clients.find((client) => client.kind === "bot");
  const registrations = registrationsOf({
    tenantId: options.tenantId,
    clients: options.clients,
    users: options.users,
    graphAppRoles: options.graphAppRoles,
    graphScopes: options.graphScopes ?? CONSENTED_GRAPH_SCOPES,
  });
  const key = await openSigningKey(options.keyFile);

  let handler: IssuerHandler | undefined;
  const server = createServer({ cert: options.tls.cert, key: options.tls.key }, (request, response) => {
    const answered = handler ? handler(request, response) : Promise.resolve(false);
    answered.then(
      (handled) => {
        if (!handled) {
          response.writeHead(404, { "Content-Type": "text/plain" });
          response.end("Nothing here.\n");
        }
      },
      (error: unknown) => {
        console.error("The local issuer failed to answer:", error);
        if (!response.headersSent) response.writeHead(500);
        response.end();
      },
    );
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(options.port, "127.0.0.1", resolve);
  });

  const address = `https://localhost:${(server.address() as AddressInfo).port}`;
  const tenantAddress = `${address}/${options.tenantId}`;
  const tokens = tokensOf(key, registrations, `${tenantAddress}/v2.0`, now);
  const botConnectorIssuer = options.botConnectorIssuer ?? BOT_CONNECTOR_ISSUER;
  handler = issuerHandler({
    registrations,
    tokens,
    key,
    botConnectorIssuer,
    now,
    codes: authorisationCodes(now),
  });
  const userOf = async (oid: string) => {
    const user = await registrations.userByOid(oid);
    if (!user) throw new Error(`Nobody in the directory has the object id ${oid}.`);
    return user;
  };

  return {
    address,
    tenantAddress,
    issuer: tokens.issuer,
    handler,
    botConnectorIssuer,
    botOpenIdConfigurationAddress: tenantAddress + TENANT_PATHS.botConfiguration,
    openIdConfiguration: (publicAddress) =>
      openIdConfiguration(tokens.issuer, `${publicAddress.replace(/\/$/, "")}/${options.tenantId}`),
    signBotActivityToken: ({ serviceUrl, lifetimeSeconds = 3600 }) => {
      if (!bot) throw new Error("The issuer knows no client of kind bot, so nothing can be sent to it.");
      const seconds = Math.floor(now().getTime() / 1000);
      return key.sign({
        iss: botConnectorIssuer,
        aud: bot.clientId,
        serviceurl: serviceUrl,
        nbf: seconds,
        iat: seconds,
        exp: seconds + lifetimeSeconds,
      });
    },
    verifyBotOutboundToken: async (token) => {
      const claims = await tokens.read(token, BOT_FRAMEWORK_RESOURCE);
      return { appId: String(claims.appid) };
    },
    issueUserToken: async ({ oid, lifetimeSeconds }) =>
      tokens.apiForUser(api.clientId, api.clientId, await userOf(oid), lifetimeSeconds),
    issueGraphUserToken: async ({ oid, scopes, lifetimeSeconds }) =>
      tokens.graphForUser(
        api.clientId,
        await userOf(oid),
        scopes ?? registrations.graphScopes,
        lifetimeSeconds,
      ),
    issueGraphAppToken: ({ roles, lifetimeSeconds } = {}) =>
      tokens.graphForApp(api.clientId, roles ?? registrations.graphAppRoles, lifetimeSeconds),
    verifyGraphToken: async (token) => graphCaller(await tokens.read(token, GRAPH_RESOURCE)),
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()));
        server.closeAllConnections();
      }),
  };
}

function graphCaller(claims: Record<string, unknown>): GraphCaller {
  const appId = String(claims.appid);
  const expires = new Date(Number(claims.exp) * 1000);
  if (claims.idtyp === "app") {
    return {
      kind: "app",
      appId,
      roles: Array.isArray(claims.roles) ? claims.roles.map(String) : [],
      expires,
    };
  }
  return {
    kind: "user",
    appId,
    oid: String(claims.oid),
    name: String(claims.name),
    userPrincipalName: String(claims.preferred_username),
    scopes: String(claims.scp ?? "")
      .split(" ")
      .filter(Boolean),
    expires,
  };
}
