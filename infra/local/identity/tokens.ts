import { createHash, randomUUID } from "node:crypto";
import type { JWTPayload } from "jose";
import type { IssuerUser, Registrations } from "./registrations.ts";
import { API_SCOPE } from "./registrations.ts";
import type { SigningKey } from "./signing-key.ts";

/** The audience of every Graph token. */
export const GRAPH_RESOURCE = "https://graph.microsoft.com";
/** The audience of a bot's outgoing token, and of the scope it asks for. */
export const BOT_FRAMEWORK_RESOURCE = "https://api.botframework.com";
/** Who signs for the Bot Connector in production. Source: Bot Framework REST authentication. */
export const BOT_CONNECTOR_ISSUER = "https://api.botframework.com";

/** Entra's access tokens last 60 to 90 minutes; the lower end is the stricter. In seconds. */
export const ACCESS_TOKEN_SECONDS = 3600;
/** A single-page application's refresh token lasts a day. In seconds. */
const REFRESH_TOKEN_SECONDS = 86_400;

const OPENID_SCOPES = new Set(["openid", "profile", "email", "offline_access"]);

/** Makes and reads every token of the tenant. Lifetimes are in seconds. */
export interface Tokens {
  readonly issuer: string;
  /** For Graph, as the application itself: carries app roles, no person. */
  graphForApp(clientId: string, roles: readonly string[], seconds?: number): Promise<string>;
  /** For Graph, for a person: carries the delegated scopes. */
  graphForUser(
    clientId: string,
    user: IssuerUser,
    scopes: readonly string[],
    seconds?: number,
  ): Promise<string>;
  /** For our API, for a person: `access_as_user` and the person's app roles. */
  apiForUser(apiClientId: string, askedBy: string, user: IssuerUser, seconds?: number): Promise<string>;
  /** For the Bot Connector, as the bot. */
  botOutbound(clientId: string): Promise<string>;
  /** Who signed in, for the page that asked. */
  idToken(clientId: string, user: IssuerUser, nonce: string | undefined): Promise<string>;
  refresh(clientId: string, user: IssuerUser, scopes: readonly string[]): Promise<string>;
  /** @throws when the refresh token is forged, expired or another client's. */
  readRefresh(token: string, clientId: string): Promise<{ oid: string; scopes: string[] }>;
  /** The claims of an access token for `audience`. @throws jose's error when it will not do. */
  read(token: string, audience: string): Promise<JWTPayload>;
}

/** What a request's scopes come to, once resource and OpenID parts are told apart. */
export function openIdScopesIn(scopes: readonly string[]): string[] {
  return scopes.filter((scope) => OPENID_SCOPES.has(scope));
}

/** The scopes that name a resource (a Graph permission, or one of our API's). */
export function resourceScopesIn(scopes: readonly string[]): string[] {
  return scopes.filter((scope) => !OPENID_SCOPES.has(scope));
}

export function tokensOf(
  key: SigningKey,
  registrations: Registrations,
  issuer: string,
  now: () => Date,
): Tokens {
  const seconds = () => Math.floor(now().getTime() / 1000);
  const common = (audience: string, lifetime: number): JWTPayload => ({
    iss: issuer,
    aud: audience,
    iat: seconds(),
    nbf: seconds(),
    exp: seconds() + lifetime,
    tid: registrations.tenantId,
    uti: randomUUID(),
    ver: "2.0",
  });
  const person = (clientId: string, user: IssuerUser): JWTPayload => ({
    oid: user.oid,
    sub: pairwiseSubject(clientId, user.oid),
    name: user.name,
    preferred_username: user.userPrincipalName,
  });
  const refreshAudience = `${issuer}/refresh`;
  return {
    issuer,
    graphForApp: (clientId, roles, lifetime = ACCESS_TOKEN_SECONDS) =>
      key.sign({
        ...common(GRAPH_RESOURCE, lifetime),
        azp: clientId,
        appid: clientId,
        idtyp: "app",
        oid: servicePrincipalId(clientId),
        sub: servicePrincipalId(clientId),
        roles: [...roles],
      }),
    graphForUser: (clientId, user, scopes, lifetime = ACCESS_TOKEN_SECONDS) =>
      key.sign({
        ...common(GRAPH_RESOURCE, lifetime),
        ...person(clientId, user),
        azp: clientId,
        appid: clientId,
        idtyp: "user",
        scp: scopes.join(" "),
      }),
    apiForUser: (apiClientId, askedBy, user, lifetime = ACCESS_TOKEN_SECONDS) =>
      key.sign({
        ...common(apiClientId, lifetime),
        ...person(apiClientId, user),
        azp: askedBy,
        scp: API_SCOPE,
        roles: [...user.roles],
      }),
    botOutbound: (clientId) =>
      key.sign({
        ...common(BOT_FRAMEWORK_RESOURCE, ACCESS_TOKEN_SECONDS),
        azp: clientId,
        appid: clientId,
        idtyp: "app",
        oid: servicePrincipalId(clientId),
        sub: servicePrincipalId(clientId),
      }),
    idToken: (clientId, user, nonce) =>
      key.sign({
        ...common(clientId, ACCESS_TOKEN_SECONDS),
        ...person(clientId, user),
        login_hint: user.userPrincipalName,
        ...(nonce === undefined ? {} : { nonce }),
      }),
    refresh: (clientId, user, scopes) =>
      key.sign({
        ...common(refreshAudience, REFRESH_TOKEN_SECONDS),
        azp: clientId,
        oid: user.oid,
        scp: scopes.join(" "),
      }),
    readRefresh: async (token, clientId) => {
      const claims = await key.verify(token, { issuer, audience: refreshAudience, at: now() });
      if (claims.azp !== clientId) throw new Error("The refresh token was issued to another client.");
      return { oid: String(claims.oid), scopes: String(claims.scp).split(" ") };
    },
    read: (token, audience) => key.verify(token, { issuer, audience, at: now() }),
  };
}

/** The same person has a different subject for each application, as in Entra. */
function pairwiseSubject(clientId: string, oid: string): string {
  return createHash("sha256").update(`${clientId}/${oid}`).digest("base64url");
}

/** The object id of an application's own identity in the tenant: stable, and not its client id. */
function servicePrincipalId(clientId: string): string {
  const hex = createHash("sha256").update(`service principal ${clientId}`).digest("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
