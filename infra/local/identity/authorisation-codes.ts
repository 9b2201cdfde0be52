import { createHash, randomBytes } from "node:crypto";
import { OAuthRefusal } from "./oauth-refusal.ts";

/** What a person agreed to when the code was given. */
export interface Authorisation {
  readonly clientId: string;
  readonly redirectUri: string;
  readonly oid: string;
  readonly scopes: readonly string[];
  readonly nonce: string | undefined;
  /** PKCE S256 challenge, base64url. */
  readonly challenge: string;
}

/** Source: Microsoft identity platform, authorization code flow: codes expire after about ten minutes. */
const CODE_MILLISECONDS = 600_000;

/** Codes that can be exchanged once each. They do not outlive the process: signing in again is cheap. */
export interface AuthorisationCodes {
  give(authorisation: Authorisation): string;
  /** @throws OAuthRefusal when the code is unknown, used, expired, another client's, or the verifier does not fit. */
  take(code: string, shown: { clientId: string; redirectUri: string; verifier: string }): Authorisation;
}

export function authorisationCodes(now: () => Date): AuthorisationCodes {
  const open = new Map<string, { authorisation: Authorisation; expires: number }>();
  return {
    give: (authorisation) => {
      for (const [code, { expires }] of open) if (expires < now().getTime()) open.delete(code);
      const code = randomBytes(32).toString("base64url");
      open.set(code, { authorisation, expires: now().getTime() + CODE_MILLISECONDS });
      return code;
    },
    take: (code, shown) => {
      const kept = open.get(code);
      open.delete(code);
      if (!kept)
        throw new OAuthRefusal("invalid_grant", 54005, "The code is unknown or was already redeemed.");
      const { authorisation, expires } = kept;
      if (expires < now().getTime()) throw new OAuthRefusal("invalid_grant", 70008, "The code has expired.");
      if (authorisation.clientId.toLowerCase() !== shown.clientId.toLowerCase()) {
        throw new OAuthRefusal("invalid_grant", 700005, "The code was given to another client.");
      }
      if (authorisation.redirectUri !== shown.redirectUri) {
        throw new OAuthRefusal(
          "invalid_client",
          500112,
          "The reply address is not the one the code was given for.",
        );
      }
      if (createHash("sha256").update(shown.verifier).digest("base64url") !== authorisation.challenge) {
        throw new OAuthRefusal("invalid_grant", 501481, "The code verifier does not fit the challenge.");
      }
      return authorisation;
    },
  };
}
