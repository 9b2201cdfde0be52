import { OAuthRefusal } from "./oauth-refusal.ts";
import type { Client, IssuerUser, Registrations } from "./registrations.ts";
import { GRAPH_RESOURCE, resourceScopesIn, type Tokens } from "./tokens.ts";

/** What an access token is to be for: one resource, as Entra allows one a request. */
export type Grant =
  | { readonly resource: "graph"; readonly scopes: readonly string[] }
  | { readonly resource: "api"; readonly api: Client };

/**
 * Reads a delegated request's scopes. A Graph permission may be written bare (`User.Read`) or whole
 * (`https://graph.microsoft.com/User.Read`); no resource at all means Graph's `User.Read`, as in Entra.
 *
 * @throws OAuthRefusal 70011 for an unknown scope, 28000 for two resources at once, 65001 without consent.
 */
export function delegatedGrant(scopes: readonly string[], registrations: Registrations): Grant {
  const asked = resourceScopesIn(scopes);
  if (asked.length === 0) return { resource: "graph", scopes: ["User.Read"] };

  const apis = asked.map((scope) => registrations.apiOfScope(scope));
  const [firstApi] = apis;
  if (firstApi && apis.every((api) => api?.clientId === firstApi.clientId)) {
    return { resource: "api", api: firstApi };
  }
  if (apis.some((api) => api !== undefined)) {
    throw new OAuthRefusal("invalid_request", 28000, "The scopes ask for more than one resource.");
  }
  const permissions = asked.map((scope) => graphPermission(scope));
  if (permissions.includes(".default")) return { resource: "graph", scopes: registrations.graphScopes };
  const missing = permissions.filter((permission) => !registrations.graphScopes.includes(permission));
  if (missing.length > 0) {
    throw new OAuthRefusal(
      "invalid_grant",
      65001,
      `Nobody has consented to ${missing.join(", ")} in this tenant.`,
      { suberror: "consent_required" },
    );
  }
  return { resource: "graph", scopes: permissions };
}

/** The access token of a grant, and its scopes as the answer names them. */
export async function accessTokenFor(
  grant: Grant,
  client: Client,
  user: IssuerUser,
  tokens: Tokens,
): Promise<{ token: string; scope: string[] }> {
  if (grant.resource === "api") {
    return {
      token: await tokens.apiForUser(grant.api.clientId, client.clientId, user),
      scope: [`api://${grant.api.clientId}/access_as_user`],
    };
  }
  return {
    token: await tokens.graphForUser(client.clientId, user, grant.scopes),
    scope: grant.scopes.map((scope) => `${GRAPH_RESOURCE}/${scope}`),
  };
}

function graphPermission(scope: string): string {
  const prefix = `${GRAPH_RESOURCE}/`;
  if (scope.startsWith(prefix)) return scope.slice(prefix.length);
  if (scope.includes("/")) {
    throw new OAuthRefusal(
      "invalid_scope",
      70011,
      `The scope ${scope} belongs to no resource of this tenant.`,
    );
  }
  return scope;
}
