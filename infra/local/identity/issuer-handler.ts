import type { IncomingMessage, ServerResponse } from "node:http";
import type { AuthorisationCodes } from "./authorisation-codes.ts";
import { answerAuthorise } from "./authorise-endpoint.ts";
import { botOpenIdConfiguration, openIdConfiguration, TENANT_PATHS } from "./metadata.ts";
import { OAuthRefusal } from "./oauth-refusal.ts";
import type { Registrations } from "./registrations.ts";
import { refusalPage } from "./sign-in-page.ts";
import type { SigningKey } from "./signing-key.ts";
import { answerTokenRequest } from "./token-endpoint.ts";
import type { Tokens } from "./tokens.ts";

/** Answers a request when it is the issuer's; says false, and touches nothing, when it is not. */
export type IssuerHandler = (request: IncomingMessage, response: ServerResponse) => Promise<boolean>;

const MOST_BODY_BYTES = 256 * 1024;

/**
 * The issuer over HTTP. Addresses in its metadata follow the Host the reader used, so the same handler serves
 * https for the servers and plain http, mounted on another door, for the browser; the issuer's name in the
 * tokens stays one and the same.
 */
export function issuerHandler(parts: {
  registrations: Registrations;
  tokens: Tokens;
  codes: AuthorisationCodes;
  key: SigningKey;
  botConnectorIssuer: string;
  now: () => Date;
}): IssuerHandler {
  const { registrations, tokens } = parts;
  const tenantPath = `/${registrations.tenantId}`;
  return async (request, response) => {
    const url = new URL(request.url ?? "/", "http://localhost");
    if (!url.pathname.startsWith(`${tenantPath}/`)) return false;
    const path = url.pathname.slice(tenantPath.length);
    const secure = "encrypted" in request.socket;
    const publicAddress = `${secure ? "https" : "http"}://${request.headers.host ?? "localhost"}${tenantPath}`;
    const origin = request.headers.origin;
    const { method = "GET" } = request;

    if (method === "OPTIONS") {
      allowPage(response, origin, registrations, path);
      response.writeHead(204);
      response.end();
      return true;
    }
    try {
      switch (`${method} ${path}`) {
        case `GET ${TENANT_PATHS.configuration}`:
          allowPage(response, origin, registrations, path);
          sendJson(response, 200, openIdConfiguration(tokens.issuer, publicAddress));
          return true;
        case `GET ${TENANT_PATHS.botConfiguration}`:
          sendJson(response, 200, botOpenIdConfiguration(parts.botConnectorIssuer, publicAddress));
          return true;
        case `GET ${TENANT_PATHS.keys}`:
          allowPage(response, origin, registrations, path);
          sendJson(response, 200, parts.key.keySet);
          return true;
        case `POST ${TENANT_PATHS.token}`: {
          allowPage(response, origin, registrations, path);
          const form = await readForm(request);
          const answer = await answerTokenRequest(
            { form, authorization: request.headers.authorization, origin },
            parts,
          );
          sendJson(response, 200, answer);
          return true;
        }
        case `GET ${TENANT_PATHS.authorise}`:
          await authorise(url.searchParams, undefined, url.pathname, response, parts);
          return true;
        case `POST ${TENANT_PATHS.authorise}`: {
          const form = await readForm(request);
          const chosen = form.get("chosen") ?? undefined;
          form.delete("chosen");
          await authorise(form, chosen, url.pathname, response, parts);
          return true;
        }
        case `GET ${TENANT_PATHS.signOut}`:
          signOut(url.searchParams, response, registrations);
          return true;
        default:
          sendJson(response, 404, {
            error: "not_found",
            error_description: `Nothing answers ${method} ${path}.`,
          });
          return true;
      }
    } catch (error) {
      if (!(error instanceof OAuthRefusal)) throw error;
      sendJson(response, error.status, error.body(parts.now()));
      return true;
    }
  };
}

async function authorise(
  fields: URLSearchParams,
  chosen: string | undefined,
  action: string,
  response: ServerResponse,
  parts: { registrations: Registrations; codes: AuthorisationCodes },
): Promise<void> {
  const answer = await answerAuthorise(fields, chosen, action, parts);
  if (answer.kind === "redirect") {
    response.writeHead(302, { Location: answer.location, "Cache-Control": "no-store" });
    response.end();
  } else {
    sendPage(response, answer.status, answer.html);
  }
}

/** There is no session to end; the person goes back to the page that asked, if it is one of ours. */
function signOut(fields: URLSearchParams, response: ServerResponse, registrations: Registrations): void {
  const back = fields.get("post_logout_redirect_uri");
  if (back && URL.canParse(back) && registrations.isPageOrigin(new URL(back).origin)) {
    response.writeHead(302, { Location: back });
    response.end();
  } else {
    sendPage(
      response,
      400,
      refusalPage("The address to go back to is not one of a registered application's."),
    );
  }
}

/** Public documents may be read from anywhere; tokens only by the pages of a registered application. */
function allowPage(
  response: ServerResponse,
  origin: string | undefined,
  registrations: Registrations,
  path: string,
): void {
  response.setHeader("Vary", "Origin");
  if (!origin) return;
  if (path === TENANT_PATHS.token && !registrations.isPageOrigin(origin)) return;
  response.setHeader("Access-Control-Allow-Origin", origin);
  response.setHeader("Access-Control-Allow-Methods", "GET, POST, OPTIONS");
  response.setHeader(
    "Access-Control-Allow-Headers",
    "content-type, x-client-sku, x-client-ver, client-request-id",
  );
}

function sendJson(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, {
    "Content-Type": "application/json; charset=utf-8",
    "Cache-Control": "no-store",
    "X-Content-Type-Options": "nosniff",
  });
  response.end(JSON.stringify(body));
}

function sendPage(response: ServerResponse, status: number, html: string): void {
  response.writeHead(status, {
    "Content-Type": "text/html; charset=utf-8",
    "Cache-Control": "no-store",
    "X-Content-Type-Options": "nosniff",
    "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'",
  });
  response.end(html);
}

async function readForm(request: IncomingMessage): Promise<URLSearchParams> {
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    length += part.length;
    if (length > MOST_BODY_BYTES) {
      throw new OAuthRefusal("invalid_request", 90015, "The request is too long.", { status: 413 });
    }
    parts.push(part);
  }
  return new URLSearchParams(Buffer.concat(parts).toString("utf8"));
}
