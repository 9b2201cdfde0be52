import { timingSafeEqual } from "node:crypto";
import type { AuthorisationCodes } from "./authorisation-codes.ts";
import { OAuthRefusal } from "./oauth-refusal.ts";
import type { Client, IssuerUser, Registrations } from "./registrations.ts";
import { API_SCOPE } from "./registrations.ts";
import { accessTokenFor, delegatedGrant } from "./scopes.ts";
import {
  ACCESS_TOKEN_SECONDS,
  BOT_FRAMEWORK_RESOURCE,
  GRAPH_RESOURCE,
  openIdScopesIn,
  type Tokens,
} from "./tokens.ts";

const ON_BEHALF_OF = "urn:ietf:params:oauth:grant-type:jwt-bearer";

/** A token request: the form's fields, and two headers that decide. */
export interface TokenRequest {
  readonly form: URLSearchParams;
  readonly authorization: string | undefined;
  /** Present when a page in a browser asks. */
  readonly origin: string | undefined;
}

/** What the grants are worked out from. */
export interface TokenEndpoint {
  readonly registrations: Registrations;
  readonly tokens: Tokens;
  readonly codes: AuthorisationCodes;
}

/**
 * Answers `POST /{tenant}/oauth2/v2.0/token` for the four grants the product uses.
 *
 * @returns the JSON body of a 200 answer (`token_type`, `expires_in` in seconds, `access_token`, …).
 * @throws OAuthRefusal for everything Entra refuses.
 */
export async function answerTokenRequest(
  request: TokenRequest,
  endpoint: TokenEndpoint,
): Promise<Record<string, unknown>> {
  const grantType = request.form.get("grant_type");
  switch (grantType) {
    case "client_credentials":
      return clientCredentials(request, endpoint);
    case ON_BEHALF_OF:
      return onBehalfOf(request, endpoint);
    case "authorization_code":
      return authorisationCode(request, endpoint);
    case "refresh_token":
      return refreshToken(request, endpoint);
    default:
      throw new OAuthRefusal(
        "unsupported_grant_type",
        70003,
        grantType ? `The grant type ${grantType} is not offered.` : "grant_type is missing.",
      );
  }
}

async function clientCredentials(request: TokenRequest, { registrations, tokens }: TokenEndpoint) {
  const client = confidentialClient(request, registrations);
  const scope = required(request.form, "scope");
  if (scope === `${GRAPH_RESOURCE}/.default`) {
    const roles = registrations.client(client.clientId, "api") ? registrations.graphAppRoles : [];
    return answer(await tokens.graphForApp(client.clientId, roles));
  }
  if (scope === `${BOT_FRAMEWORK_RESOURCE}/.default`) {
    if (!registrations.client(client.clientId, "bot")) {
      throw new OAuthRefusal("unauthorized_client", 700016, "This application is not a bot.");
    }
    return answer(await tokens.botOutbound(client.clientId));
  }
  throw scope.endsWith("/.default")
    ? new OAuthRefusal("invalid_resource", 500011, `The tenant has no resource for ${scope}.`)
    : new OAuthRefusal("invalid_scope", 1002012, `A client asks for {resource}/.default, not for ${scope}.`);
}

async function onBehalfOf(request: TokenRequest, { registrations, tokens }: TokenEndpoint) {
  const { form } = request;
  const client = confidentialClient(request, registrations);
  if (form.get("requested_token_use") !== "on_behalf_of") {
    throw new OAuthRefusal("invalid_request", 900144, "requested_token_use must be on_behalf_of.");
  }
  if (!registrations.client(client.clientId, "api")) {
    throw new OAuthRefusal("unauthorized_client", 7000014, "Only our API may act on behalf of a person.");
  }
  const claims = await tokens.read(required(form, "assertion"), client.clientId).catch((cause: unknown) => {
    throw new OAuthRefusal("invalid_grant", 500133, `The assertion will not do: ${sentence(cause)}`);
  });
  if (
    typeof claims.oid !== "string" ||
    !String(claims.scp ?? "")
      .split(" ")
      .includes(API_SCOPE)
  ) {
    throw new OAuthRefusal("invalid_grant", 50013, "The assertion is not a person's token for this API.");
  }
  const user = await knownUser(claims.oid, registrations);
  const scopes = required(form, "scope").split(" ").filter(Boolean);
  const access = await accessTokenFor(delegatedGrant(scopes, registrations), client, user, tokens);
  return answer(access.token, {
    scope: access.scope.join(" "),
    ...(await identity(scopes, client, user, undefined, form, tokens)),
  });
}

async function authorisationCode(request: TokenRequest, endpoint: TokenEndpoint) {
  const { form } = request;
  const client = pageClient(request, endpoint.registrations);
  const authorisation = endpoint.codes.take(required(form, "code"), {
    clientId: client.clientId,
    redirectUri: required(form, "redirect_uri"),
    verifier: required(form, "code_verifier"),
  });
  const user = await knownUser(authorisation.oid, endpoint.registrations);
  return forPage(authorisation.scopes, client, user, authorisation.nonce, form, endpoint);
}

async function refreshToken(request: TokenRequest, endpoint: TokenEndpoint) {
  const { form } = request;
  const client = pageClient(request, endpoint.registrations);
  const kept = await endpoint.tokens
    .readRefresh(required(form, "refresh_token"), client.clientId)
    .catch((cause: unknown) => {
      throw new OAuthRefusal("invalid_grant", 700082, `The refresh token will not do: ${sentence(cause)}`);
    });
  const user = await knownUser(kept.oid, endpoint.registrations);
  const asked = form.get("scope")?.split(" ").filter(Boolean);
  return forPage(asked?.length ? asked : kept.scopes, client, user, undefined, form, endpoint);
}

async function forPage(
  scopes: readonly string[],
  client: Client,
  user: IssuerUser,
  nonce: string | undefined,
  form: URLSearchParams,
  { registrations, tokens }: TokenEndpoint,
) {
  const access = await accessTokenFor(delegatedGrant(scopes, registrations), client, user, tokens);
  return answer(access.token, {
    scope: [...openIdScopesIn(scopes), ...access.scope].join(" "),
    ...(await identity(scopes, client, user, nonce, form, tokens)),
  });
}

/** The parts of an answer that say who the person is, each only when it was asked for. */
async function identity(
  scopes: readonly string[],
  client: Client,
  user: IssuerUser,
  nonce: string | undefined,
  form: URLSearchParams,
  tokens: Tokens,
) {
  const [tenantId] = tokens.issuer.split("/").slice(3);
  const clientInfo = Buffer.from(JSON.stringify({ uid: user.oid, utid: tenantId })).toString("base64url");
  return {
    ...(scopes.includes("openid") ? { id_token: await tokens.idToken(client.clientId, user, nonce) } : {}),
    ...(scopes.includes("offline_access")
      ? { refresh_token: await tokens.refresh(client.clientId, user, scopes) }
      : {}),
    ...(form.get("client_info") === "1" ? { client_info: clientInfo } : {}),
  };
}

function answer(accessToken: string, more: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    token_type: "Bearer",
    expires_in: ACCESS_TOKEN_SECONDS,
    ext_expires_in: ACCESS_TOKEN_SECONDS,
    access_token: accessToken,
    ...more,
  };
}

function confidentialClient({ form, authorization }: TokenRequest, registrations: Registrations): Client {
  const fromHeader = basicCredentials(authorization);
  const clientId = fromHeader?.id ?? required(form, "client_id");
  const client = registeredClient(clientId, registrations);
  const secret = fromHeader?.secret ?? form.get("client_secret");
  if (secret === null) {
    throw new OAuthRefusal("invalid_client", 7000218, "The request carries no client_secret.", {
      status: 401,
    });
  }
  // One registration may stand twice (bot and API): any of its secrets will do.
  const secrets = (["api", "bot", "spa"] as const).map(
    (kind) => registrations.client(client.clientId, kind)?.secret,
  );
  if (!secrets.some((kept) => kept !== undefined && sameSecret(kept, secret))) {
    throw new OAuthRefusal("invalid_client", 7000215, "The client secret is not this application's.", {
      status: 401,
    });
  }
  return client;
}

/** Entra redeems a page's code or refresh token only across origins, which is what an Origin header proves. */
function pageClient({ form, origin }: TokenRequest, registrations: Registrations): Client {
  const clientId = required(form, "client_id");
  registeredClient(clientId, registrations);
  const client = registrations.client(clientId, "spa");
  if (!client) throw new OAuthRefusal("unauthorized_client", 700025, "This application is not a page's.");
  if (!origin || !registrations.isPageOrigin(origin)) {
    throw new OAuthRefusal(
      "invalid_request",
      9002327,
      "A single-page application's tokens are redeemed from its own pages (cross-origin requests) only.",
    );
  }
  return client;
}

function registeredClient(clientId: string, registrations: Registrations): Client {
  const client = registrations.client(clientId);
  if (!client) {
    throw new OAuthRefusal("unauthorized_client", 700016, `No application ${clientId} is registered here.`);
  }
  return client;
}

async function knownUser(oid: string, registrations: Registrations): Promise<IssuerUser> {
  const user = await registrations.userByOid(oid);
  if (!user) throw new OAuthRefusal("invalid_grant", 50034, "The person is not in this tenant's directory.");
  return user;
}

function required(form: URLSearchParams, name: string): string {
  const value = form.get(name);
  if (!value) throw new OAuthRefusal("invalid_request", 900144, `The request must contain ${name}.`);
  return value;
}

function basicCredentials(header: string | undefined): { id: string; secret: string } | undefined {
  if (!header?.startsWith("Basic ")) return undefined;
  const [id = "", ...rest] = Buffer.from(header.slice("Basic ".length), "base64").toString("utf8").split(":");
  return { id: decodeURIComponent(id), secret: decodeURIComponent(rest.join(":")) };
}

function sameSecret(kept: string, shown: string): boolean {
  const [left, right] = [Buffer.from(kept), Buffer.from(shown)];
  return left.length === right.length && timingSafeEqual(left, right);
}

function sentence(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause);
}
