import type { AuthorisationCodes } from "./authorisation-codes.ts";
import { OAuthRefusal } from "./oauth-refusal.ts";
import type { IssuerUser, Registrations } from "./registrations.ts";
import { delegatedGrant } from "./scopes.ts";
import { refusalPage, signInPage } from "./sign-in-page.ts";

/** Where the browser goes next: somewhere else, or nowhere because there is a page to read. */
export type AuthoriseAnswer =
  | { readonly kind: "redirect"; readonly location: string }
  | { readonly kind: "page"; readonly status: 200 | 400; readonly html: string };

/** What the authorise endpoint asks. */
export interface AuthoriseEndpoint {
  readonly registrations: Registrations;
  readonly codes: AuthorisationCodes;
}

/**
 * Answers `/{tenant}/oauth2/v2.0/authorize`, both when a page sends somebody here (`chosen` is undefined) and
 * when that person has pressed a button (`chosen` is their object id).
 *
 * `prompt=none` with a `login_hint` that names somebody in the directory answers at once, as Entra does for
 * a person who has a session; without one it is refused with `login_required`.
 *
 * @param fields the request's parameters. @param action the address the page's form posts to.
 */
export async function answerAuthorise(
  fields: URLSearchParams,
  chosen: string | undefined,
  action: string,
  endpoint: AuthoriseEndpoint,
): Promise<AuthoriseAnswer> {
  const { registrations } = endpoint;
  const client = registrations.client(fields.get("client_id") ?? "", "spa");
  if (!client) {
    return refuseOnPage("AADSTS700016: No single-page application with that client id is registered here.");
  }
  const redirectUri = fields.get("redirect_uri") ?? "";
  if (!client.redirectUris?.includes(redirectUri)) {
    return refuseOnPage(
      `AADSTS50011: The reply address ${redirectUri || "(none given)"} is not one of this application's.`,
    );
  }
  const mode = fields.get("response_mode") ?? "query";
  if (mode !== "fragment" && mode !== "query") {
    return refuseOnPage(`AADSTS900144: response_mode is fragment or query here, not ${mode}.`);
  }
  const reply = (answer: Record<string, string>): AuthoriseAnswer => {
    const state = fields.get("state");
    const parameters = new URLSearchParams({ ...answer, ...(state === null ? {} : { state }) });
    if (mode === "fragment") return { kind: "redirect", location: `${redirectUri}#${parameters}` };
    const location = new URL(redirectUri);
    for (const [name, value] of parameters) location.searchParams.set(name, value);
    return { kind: "redirect", location: location.href };
  };
  const refuse = (error: string, description: string) => reply({ error, error_description: description });

  const request = readRequest(fields);
  if ("error" in request) return refuse(request.error, request.description);
  try {
    delegatedGrant(request.scopes, registrations);
  } catch (error) {
    if (error instanceof OAuthRefusal) return refuse(error.error, error.message);
    throw error;
  }

  const user = await personOf(fields, chosen, registrations);
  if (user) {
    return reply({
      code: endpoint.codes.give({
        clientId: client.clientId,
        redirectUri,
        oid: user.oid,
        scopes: request.scopes,
        nonce: fields.get("nonce") ?? undefined,
        challenge: request.challenge,
      }),
      client_info: Buffer.from(JSON.stringify({ uid: user.oid, utid: registrations.tenantId })).toString(
        "base64url",
      ),
      session_state: user.oid,
    });
  }
  if (fields.get("prompt") === "none") {
    return refuse(
      "login_required",
      "AADSTS50058: Nobody is signed in who fits the hint; a person must choose.",
    );
  }
  const hinted = await registrations.userByHint(fields.get("login_hint") ?? "");
  const people = [...(await registrations.users())].sort(
    (left, right) => Number(right.oid === hinted?.oid) - Number(left.oid === hinted?.oid),
  );
  return { kind: "page", status: 200, html: signInPage(people, fields, action) };
}

/** Who the answer is about: the person chosen on the page, or with `prompt=none` the one the hint names. */
async function personOf(
  fields: URLSearchParams,
  chosen: string | undefined,
  registrations: Registrations,
): Promise<IssuerUser | undefined> {
  if (chosen !== undefined) return registrations.userByOid(chosen);
  if (fields.get("prompt") !== "none") return undefined;
  return registrations.userByHint(fields.get("login_hint") ?? "");
}

function readRequest(
  fields: URLSearchParams,
): { scopes: string[]; challenge: string } | { error: string; description: string } {
  if (fields.get("response_type") !== "code") {
    return {
      error: "unsupported_response_type",
      description: "AADSTS70005: Only response_type=code is offered.",
    };
  }
  const challenge = fields.get("code_challenge");
  if (!challenge || fields.get("code_challenge_method") !== "S256") {
    return {
      error: "invalid_request",
      description: "AADSTS9002325: A page must send a code_challenge made with S256.",
    };
  }
  const scopes = (fields.get("scope") ?? "").split(" ").filter(Boolean);
  if (scopes.length === 0) {
    return { error: "invalid_request", description: "AADSTS900144: The request must contain scope." };
  }
  return { scopes, challenge };
}

function refuseOnPage(sentence: string): AuthoriseAnswer {
  return { kind: "page", status: 400, html: refusalPage(sentence) };
}
