/** The tenant's OpenID configuration, with the endpoints at an address that the reader can reach. */
export interface OpenIdConfiguration {
  readonly issuer: string;
  readonly authorization_endpoint: string;
  readonly token_endpoint: string;
  readonly end_session_endpoint: string;
  readonly jwks_uri: string;
  readonly response_types_supported: readonly string[];
  readonly response_modes_supported: readonly string[];
  readonly grant_types_supported: readonly string[];
  readonly code_challenge_methods_supported: readonly string[];
  readonly subject_types_supported: readonly string[];
  readonly id_token_signing_alg_values_supported: readonly string[];
  readonly token_endpoint_auth_methods_supported: readonly string[];
  readonly scopes_supported: readonly string[];
}

/** Paths of the tenant, after its address. The first three are Entra's own; the last serves the bot. */
export const TENANT_PATHS = {
  configuration: "/v2.0/.well-known/openid-configuration",
  keys: "/discovery/v2.0/keys",
  token: "/oauth2/v2.0/token",
  authorise: "/oauth2/v2.0/authorize",
  signOut: "/oauth2/v2.0/logout",
  botConfiguration: "/bot/.well-known/openidconfiguration",
} as const;

/** @param tenantAddress `{public base}/{tenant id}`, without a closing slash. */
export function openIdConfiguration(issuer: string, tenantAddress: string): OpenIdConfiguration {
  return {
    issuer,
    authorization_endpoint: tenantAddress + TENANT_PATHS.authorise,
    token_endpoint: tenantAddress + TENANT_PATHS.token,
    end_session_endpoint: tenantAddress + TENANT_PATHS.signOut,
    jwks_uri: tenantAddress + TENANT_PATHS.keys,
    response_types_supported: ["code"],
    response_modes_supported: ["query", "fragment"],
    grant_types_supported: ["authorization_code", "refresh_token", "client_credentials"],
    code_challenge_methods_supported: ["S256"],
    subject_types_supported: ["pairwise"],
    id_token_signing_alg_values_supported: ["RS256"],
    token_endpoint_auth_methods_supported: ["client_secret_post", "client_secret_basic", "none"],
    scopes_supported: ["openid", "profile", "email", "offline_access"],
  };
}

/** What botbuilder reads to check an incoming activity's token. */
export function botOpenIdConfiguration(issuer: string, tenantAddress: string): Record<string, unknown> {
  return {
    issuer,
    authorization_endpoint: "https://invalid.botframework.com",
    jwks_uri: tenantAddress + TENANT_PATHS.keys,
    id_token_signing_alg_values_supported: ["RS256"],
    token_endpoint_auth_methods_supported: ["private_key_jwt"],
  };
}
