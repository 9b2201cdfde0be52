import { createRemoteJWKSet, type JWTPayload, jwtVerify } from "jose";
import type { Caller } from "../../shared/services/caller.ts";
import { refuse } from "../../shared/services/refused.ts";

/** Checks the tokens of people who call our API. */
export interface ApiDoor {
  /** @throws {Refused} as `not-signed-in` unless the header carries a token of this tenant, for this API, from a signed-in person. */
  callerOf(authorization: string | undefined): Promise<Caller>;
}

export interface ApiDoorSettings {
  readonly authority: string;
  readonly tenantId: string;
  readonly apiClientId: string;
}

const scope = "access_as_user";

/** @see https://learn.microsoft.com/entra/identity-platform/access-tokens#validate-tokens */
export function openApiDoor({ authority, tenantId, apiClientId }: ApiDoorSettings): ApiDoor {
  const keys = createRemoteJWKSet(new URL(`${authority}/discovery/v2.0/keys`));
  return {
    async callerOf(authorization) {
      const token = /^Bearer ([\w.-]+)$/.exec(authorization ?? "")?.[1];
      if (!token) refuse("not-signed-in", "Sign in to use Clear Days.");
      let claims: JWTPayload;
      try {
        const verified = await jwtVerify(token, keys, {
          issuer: `${authority}/v2.0`,
          audience: [apiClientId, `api://${apiClientId}`],
          algorithms: ["RS256"],
        });
        claims = verified.payload;
      } catch (cause) {
        refuse("not-signed-in", "Your sign-in is no longer valid. Sign in again.", cause);
      }
      const scopes = typeof claims["scp"] === "string" ? claims["scp"].split(" ") : [];
      const person = claims["oid"];
      if (claims["tid"] !== tenantId || !scopes.includes(scope) || typeof person !== "string") {
        refuse("not-signed-in", "This sign-in is not for Clear Days of this council.");
      }
      return {
        entraObjectId: person,
        name: typeof claims["name"] === "string" ? claims["name"] : "",
        roles: Array.isArray(claims["roles"])
          ? claims["roles"].filter((role) => typeof role === "string")
          : [],
        token,
      };
    },
  };
}
