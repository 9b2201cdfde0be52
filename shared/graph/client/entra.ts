import { ConfidentialClientApplication } from "@azure/msal-node";

/** Who the service is to Entra ID. The only file that uses msal on the server. */
export interface EntraIdentity {
  /** `https://login.microsoftonline.com/<tenant>`. */
  readonly authority: string;
  readonly clientId: string;
  readonly clientSecret: string;
}

/** Tokens of the service itself, and of people on whose behalf it asks. */
export interface EntraTokens {
  /** A token of the application. @param scope `https://graph.microsoft.com/.default` and the like. */
  ofApplication(scope: string): Promise<string>;
  /** A token of the person whose token for our API this is (on-behalf-of). */
  onBehalfOf(personToken: string, scopes: readonly string[]): Promise<string>;
}

/** Says that Entra gave no token. */
class NoToken extends Error {
  override readonly name = "NoToken";
}

/** Makes the msal client; the bot's adapter takes it as it is. */
export function entraClient({
  authority,
  clientId,
  clientSecret,
}: EntraIdentity): ConfidentialClientApplication {
  return new ConfidentialClientApplication({
    auth: { clientId, clientSecret, authority, knownAuthorities: [new URL(authority).host] },
  });
}

/** Milliseconds before its end at which a token is no longer used. */
const endsEarly = 5 * 60_000;

export function entraTokens(client: ConfidentialClientApplication): EntraTokens {
  // Msal keeps tokens too, but looks for one anew at every call; a turn of the bot must not wait for that.
  const held = new Map<string, { readonly token: string; readonly until: number }>();
  return {
    async ofApplication(scope) {
      const kept = held.get(scope);
      if (kept && kept.until > Date.now()) return kept.token;
      const result = await client.acquireTokenByClientCredential({ scopes: [scope] });
      if (!result) throw new NoToken(`Entra ID gave the application no token for ${scope}.`);
      const until = (result.expiresOn?.getTime() ?? 0) - endsEarly;
      held.set(scope, { token: result.accessToken, until });
      return result.accessToken;
    },
    async onBehalfOf(personToken, scopes) {
      const result = await client.acquireTokenOnBehalfOf({ oboAssertion: personToken, scopes: [...scopes] });
      if (!result) throw new NoToken("Entra ID gave no token on behalf of the person.");
      return result.accessToken;
    },
  };
}
