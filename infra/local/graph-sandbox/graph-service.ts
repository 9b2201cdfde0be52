import { randomUUID } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import type { Caller, DirectoryUser, DirectoryUsers, VerifiedToken } from "./access.ts";
import { runBatch, type StepAnswer } from "./batch.ts";
import { startAfresh } from "./delta.ts";
import { directoryRoutes } from "./directory-routes.ts";
import { driveRoutes } from "./drive-routes.ts";
import { type GraphRequest, type GraphResponse, jsonBody } from "./exchange.ts";
import { codeOf, type Fault, type Faults } from "./faults.ts";
import { errorBody, GraphError } from "./graph-error.ts";
import { itemRoutes } from "./item-routes.ts";
import { listRoutes } from "./list-routes.ts";
import type { RequestLog } from "./request-log.ts";
import { foldedSegments, routeTable } from "./route-table.ts";
import type { Site } from "./site.ts";
import { resourceUnits, type Throttle } from "./throttling.ts";

/** A request to `/v1.0`, before anybody knows who is asking. */
export interface IncomingRequest {
  readonly method: string;
  /** Path and query after `/v1.0`. */
  readonly url: string;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}

export interface GraphService {
  /** Answers one request, whatever happens; an error of the sandbox's own is thrown. */
  answer(
    request: IncomingRequest,
  ): Promise<{ status: number; headers: Record<string, string>; body: GraphResponse["body"] }>;
}

/** What a token was found to be is remembered this long, so that a burst of requests is not spent on checking it. */
const TRUST_MILLISECONDS = 30_000;

export function graphService(parts: {
  site: Site;
  faults: Faults;
  throttle: Throttle;
  log: RequestLog;
  users: DirectoryUsers;
  /** @throws when the token will not do. */
  verifyToken(token: string): Promise<VerifiedToken>;
  now(): Date;
}): GraphService {
  const { site, faults, throttle, log, now } = parts;
  const dispatch = routeTable({ ...listRoutes, ...itemRoutes, ...driveRoutes, ...directoryRoutes });
  const callerOf = rememberedCallers(parts.verifyToken);
  /** The directory, asked only where it matters: people may themselves be read through this sandbox. */
  const usersFor = async (token: VerifiedToken, url: string): Promise<readonly DirectoryUser[]> => {
    const groupsMatter = token.kind === "user" && site.access.restricted.length > 0;
    if (!groupsMatter && !/^\/(users|me)\b/.test(url)) return [];
    return typeof parts.users === "function" ? parts.users() : parts.users;
  };

  return {
    answer: async (incoming) => {
      const requestId = randomUUID();
      const clientRequestId = incoming.headers["client-request-id"] ?? requestId;
      const exchange = { requestId, clientRequestId };
      const common = { "request-id": requestId, "client-request-id": clientRequestId };
      let spent = 0;

      /** One request, alone or inside a batch, with its faults, its cost and its refusals. */
      const one = async (
        request: IncomingRequest,
        token: VerifiedToken,
        inBatch: boolean,
      ): Promise<StepAnswer> => {
        const fault = faults.strike({ method: request.method, path: request.url, inBatch });
        if (fault?.delayMilliseconds) await wait(fault.delayMilliseconds);
        const users = await usersFor(token, request.url);
        try {
          if (fault?.status && fault.when !== "afterCommit") throw struck(fault, request, site);
          const [path = "", query = ""] = splitOnce(request.url, "?");
          const whole: GraphRequest = {
            method: request.method,
            path,
            segments: foldedSegments(path),
            query: new URLSearchParams(query),
            headers: request.headers,
            body: request.body,
            caller: withGroups(token, users),
            users,
            base: site.base,
            at: now(),
          };
          const units = resourceUnits(whole.method, whole.segments, whole.query);
          spent += units;
          const rateLimit = throttle.charge(token.appId, units, whole.at);
          const response = dispatch(whole, site);
          if (fault?.status) throw struck(fault, request, site);
          return {
            status: response.status,
            headers: { ...contentType(response), ...rateLimit, ...response.headers },
            body: response.body,
          };
        } catch (error) {
          if (!(error instanceof GraphError) && !(error instanceof HtmlFault)) throw error;
          return refusal(error, { at: now(), ...exchange });
        }
      };

      const finish = (
        answer: StepAnswer,
        batch: readonly { method: string; path: string; status: number }[],
      ) => {
        log.add({
          method: incoming.method,
          path: incoming.url,
          status: answer.status,
          batch,
          resourceUnits: spent,
        });
        return { status: answer.status, headers: { ...common, ...answer.headers }, body: answer.body };
      };

      let token: VerifiedToken;
      try {
        token = await callerOf(incoming.headers.authorization, now());
      } catch (error) {
        if (!(error instanceof GraphError)) throw error;
        const body = errorBody(error, { at: now(), ...exchange });
        return finish(
          { status: 401, headers: { "Content-Type": "application/json", ...error.headers }, body },
          [],
        );
      }
      if (incoming.method !== "POST" || splitOnce(incoming.url, "?")[0] !== "/$batch") {
        return finish(await one(incoming, token, false), []);
      }

      const fault = faults.strike({ method: incoming.method, path: incoming.url, inBatch: false });
      if (fault?.delayMilliseconds) await wait(fault.delayMilliseconds);
      try {
        if (fault?.status && fault.when !== "afterCommit") throw struck(fault, incoming, site);
        const run = await runBatch(jsonBody(incoming), (step) => one(step, token, true));
        const batch = [...run.statuses].map(([step, status]) => ({
          method: step.method,
          path: step.url,
          status,
        }));
        if (fault?.status) {
          const lost = struck(fault, incoming, site);
          return finish(refusal(lost, { at: now(), ...exchange }), batch);
        }
        return finish(
          { status: 200, headers: { "Content-Type": "application/json" }, body: run.body },
          batch,
        );
      } catch (error) {
        if (!(error instanceof GraphError) && !(error instanceof HtmlFault)) throw error;
        return finish(refusal(error, { at: now(), ...exchange }), []);
      }
    },
  };
}

function refusal(
  error: GraphError | HtmlFault,
  exchange: { at: Date; requestId: string; clientRequestId: string },
): StepAnswer {
  if (error instanceof HtmlFault) {
    return {
      status: error.status,
      headers: { "Content-Type": "text/html", ...error.headers },
      body: error.page,
    };
  }
  return {
    status: error.status,
    headers: { "Content-Type": "application/json", ...error.headers },
    body: errorBody(error, exchange),
  };
}

/** A fault that answers as a proxy in between would. */
class HtmlFault extends Error {
  override readonly name = "HtmlFault";
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly page: Uint8Array;

  constructor(status: number, headers: Readonly<Record<string, string>>) {
    super(`HTML ${status}`);
    this.status = status;
    this.headers = headers;
    this.page = Buffer.from(
      `<html><head><title>${status}</title></head><body><h1>${status}</h1></body></html>\n`,
    );
  }
}

function struck(fault: Fault, request: IncomingRequest, site: Site): GraphError | HtmlFault {
  const status = fault.status ?? 500;
  const headers =
    fault.retryAfterSeconds === undefined ? {} : { "Retry-After": String(fault.retryAfterSeconds) };
  if (fault.html) return new HtmlFault(status, headers);
  const [path = "", query = ""] = splitOnce(request.url, "?");
  if (status === 410 && path.endsWith("/delta")) {
    const fresh = startAfresh({ base: site.base, path, query: new URLSearchParams(query) });
    return new GraphError(410, codeOf(fault), fresh.message, { ...fresh.headers, ...headers });
  }
  return new GraphError(status, codeOf(fault), `A fault of the sandbox: ${status}.`, headers);
}

function contentType(response: GraphResponse): Record<string, string> {
  return response.body === undefined || response.body instanceof Uint8Array
    ? {}
    : { "Content-Type": "application/json" };
}

function withGroups(token: VerifiedToken, users: readonly DirectoryUser[]): Caller {
  if (token.kind === "app") return { ...token, groups: [] };
  return { ...token, groups: users.find((user) => user.oid === token.oid)?.groups ?? [] };
}

function splitOnce(text: string, mark: string): [string, string] {
  const at = text.indexOf(mark);
  return at < 0 ? [text, ""] : [text.slice(0, at), text.slice(at + 1)];
}

/** Checks a token once and trusts it for a moment. @returns a function that throws GraphError 401. */
function rememberedCallers(verifyToken: (token: string) => Promise<VerifiedToken>) {
  const remembered = new Map<string, { token: VerifiedToken; until: number }>();
  return async (authorization: string | undefined, at: Date): Promise<VerifiedToken> => {
    const token = /^Bearer (\S+)$/i.exec(authorization ?? "")?.[1];
    if (token === undefined) throw unauthenticated("Access token is empty.");
    const known = remembered.get(token);
    if (known && known.until > at.getTime()) return known.token;
    let verified: VerifiedToken;
    try {
      verified = await verifyToken(token);
    } catch (error) {
      remembered.delete(token);
      throw unauthenticated(error instanceof Error ? error.message : String(error));
    }
    if (remembered.size > 1_000) remembered.clear();
    remembered.set(token, { token: verified, until: at.getTime() + TRUST_MILLISECONDS });
    return verified;
  };
}

function unauthenticated(why: string): GraphError {
  return new GraphError(401, "InvalidAuthenticationToken", why, { "WWW-Authenticate": "Bearer" });
}
