import { randomBytes, randomUUID } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { createServer } from "node:https";
import type { AddressInfo } from "node:net";
import { DEFAULT_ACCESS, type DirectoryUsers, type SiteAccess, type VerifiedToken } from "./access.ts";
import { ADMINISTRATION_HEADER, ADMINISTRATION_PATH, administer } from "./administration.ts";
import { answerPreauthenticated } from "./drive-routes.ts";
import { type GraphResponse, toSeconds } from "./exchange.ts";
import { type Faults, faultList } from "./faults.ts";
import { openFiles } from "./files.ts";
import { errorBody, GraphError } from "./graph-error.ts";
import { graphService } from "./graph-service.ts";
import { type Items, openItems } from "./items.ts";
import { type Lists, openLists } from "./lists.ts";
import { type LoggedRequest, requestLog } from "./request-log.ts";
import type { Site } from "./site.ts";
import { openSitePeople } from "./site-people.ts";
import type { SiteZone } from "./site-time.ts";
import { openStore, steadyGuid } from "./store.ts";
import { throttle } from "./throttling.ts";
import { openUploads } from "./uploads.ts";

export type { DirectoryUser, DirectoryUsers, SiteAccess, VerifiedToken } from "./access.ts";
export type { Fault, Faults } from "./faults.ts";
export type { LoggedRequest } from "./request-log.ts";

export interface GraphSandboxOptions {
  /** One SQLite file that survives restarts, or ":memory:". */
  readonly databaseFile: string;
  /** 0 takes any free port. */
  readonly port: number;
  readonly tls: { readonly cert: string; readonly key: string };
  /** Checks a Graph token and says whose it is; throws when it will not do. The issuer's `verifyGraphToken` fits. */
  readonly verifyToken: (token: string) => Promise<VerifiedToken>;
  /** A GUID; part of the site's id, so that two tenants never share one. */
  readonly tenantId: string;
  /** Such as `council.sharepoint.example`. */
  readonly siteHost: string;
  /** Server-relative, such as `/sites/democratic-services`. */
  readonly sitePath: string;
  readonly siteName?: string;
  /** The directory. A function is asked for people's requests only, so it may itself read lists as the service. */
  readonly users: DirectoryUsers;
  /** Libraries besides the default one, "Documents", made if they are not there. */
  readonly libraries?: readonly string[];
  readonly access?: Partial<SiteAccess>;
  readonly now?: () => Date;
  /** 5,000 unless a test wants to meet it sooner. */
  readonly viewThreshold?: number;
  /** Items a page when a request names no $top: 200. */
  readonly pageSize?: number;
  readonly zone?: SiteZone;
  /** Resource units an application may spend a minute; unlimited unless given (Microsoft's figure is 1,250). */
  readonly resourceUnitsPerMinute?: number;
  /** Lenient: lets one filter name several indexed fields. */
  readonly severalFieldsInFilter?: boolean;
}

export interface GraphSandbox {
  /** `https://localhost:{port}`: the Graph SDK's baseUrl, and plain fetch's before `/v1.0`. */
  readonly address: string;
  /** `https://localhost:{port}/v1.0/sites/{site id}` */
  readonly siteAddress: string;
  /** `host,guid,guid` */
  readonly siteId: string;
  /** The requests so far, batches as one with what was inside. */
  requests(): readonly LoggedRequest[];
  resetRequests(): void;
  readonly faults: Faults;
  /** For `x-sandbox-key` at `{address}/_sandbox/faults` and `/_sandbox/requests`, from another process. */
  readonly administrationKey: string;
  close(): Promise<void>;
}

const DEFAULT_LIBRARY = "Documents";
/** Past Graph's own limits, so that theirs are the ones met. */
const MOST_BODY_BYTES = 300 * 1024 * 1024;

/**
 * Starts the stand-in for Microsoft Graph: one SharePoint site with lists and libraries, and a directory.
 *
 * @throws when the port is taken or the database file was made by something else.
 */
export async function startGraphSandbox(options: GraphSandboxOptions): Promise<GraphSandbox> {
  const now = options.now ?? (() => new Date());
  const store = openStore(options.databaseFile);
  const faults = faultList();
  const log = requestLog();
  const administrationKey = randomBytes(24).toString("base64url");

  let answer: ((request: IncomingMessage, response: ServerResponse) => Promise<void>) | undefined;
  const server = createServer({ cert: options.tls.cert, key: options.tls.key }, (request, response) => {
    if (!answer) {
      response.writeHead(503);
      response.end();
      return;
    }
    answer(request, response).catch((error: unknown) => {
      console.error(`The Graph sandbox failed to answer ${request.method} ${request.url}:`, error);
      if (!response.headersSent) response.writeHead(500, { "Content-Type": "application/json" });
      response.end(
        JSON.stringify({ error: { code: "generalException", message: "The sandbox itself failed." } }),
      );
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(options.port, "127.0.0.1", resolve);
  }).catch((error: unknown) => {
    store.close();
    throw error;
  });
  const address = `https://localhost:${(server.address() as AddressInfo).port}`;
  const site = openSite(options, store, `${address}/v1.0`, now);

  const graph = graphService({
    site,
    faults,
    log,
    now,
    throttle: throttle(options.resourceUnitsPerMinute ?? Number.POSITIVE_INFINITY),
    users: options.users,
    verifyToken: options.verifyToken,
  });

  answer = async (request, response) => {
    const url = new URL(request.url ?? "/", address);
    const method = request.method ?? "GET";
    const headers = singleHeaders(request);
    const body = await readBody(request);
    if (request.url?.startsWith("/v1.0/")) {
      send(response, await graph.answer({ method, url: request.url.slice("/v1.0".length), headers, body }));
    } else if (url.pathname.startsWith(ADMINISTRATION_PATH)) {
      const key = headers[ADMINISTRATION_HEADER];
      send(
        response,
        administer({ method, path: url.pathname, key, body }, { key: administrationKey, faults, log }),
      );
    } else {
      send(response, preauthenticated({ method, url, headers, body, at: now() }, site, log));
    }
  };

  return {
    address,
    siteId: site.id,
    siteAddress: `${site.base}/sites/${site.id}`,
    requests: log.all,
    resetRequests: log.reset,
    faults,
    administrationKey,
    close: async () => {
      await new Promise<void>((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()));
        server.closeAllConnections();
      });
      store.close();
    },
  };
}

function openSite(
  options: GraphSandboxOptions,
  store: ReturnType<typeof openStore>,
  base: string,
  now: () => Date,
): Site {
  const people = openSitePeople(store);
  // Lists and items know each other: a column that becomes indexed takes in the items there are.
  const lists: Lists = openLists(store, (list, column) => items.indexColumn(list, column));
  const items: Items = openItems(store, () => lists, people, options.zone ?? "Europe/London");
  const files = openFiles(store, people);
  for (const displayName of [DEFAULT_LIBRARY, ...(options.libraries ?? [])]) {
    if (!lists.byDisplayName(displayName)) {
      lists.create({ displayName, list: { template: "documentLibrary" } }, toSeconds(now()));
    }
  }
  const guid = (what: string) => steadyGuid(what, options.tenantId, options.siteHost, options.sitePath);
  return {
    id: `${options.siteHost},${guid("site collection")},${guid("web")}`,
    host: options.siteHost,
    path: options.sitePath,
    displayName: options.siteName ?? options.sitePath.slice(options.sitePath.lastIndexOf("/") + 1),
    base,
    lists,
    items,
    people,
    files,
    uploads: openUploads(store, lists, files),
    access: { ...DEFAULT_ACCESS, ...options.access },
    viewThreshold: options.viewThreshold ?? 5_000,
    pageSize: options.pageSize ?? 200,
    severalFieldsInFilter: options.severalFieldsInFilter ?? false,
  };
}

function preauthenticated(
  request: Parameters<typeof answerPreauthenticated>[0],
  site: Site,
  log: ReturnType<typeof requestLog>,
): GraphResponse {
  let answer: GraphResponse;
  try {
    answer = answerPreauthenticated(request, site);
  } catch (error) {
    if (!(error instanceof GraphError)) throw error;
    const requestId = randomUUID();
    answer = {
      status: error.status,
      headers: error.headers,
      body: errorBody(error, { at: request.at, requestId, clientRequestId: requestId }),
    };
  }
  log.add({
    method: request.method,
    path: request.url.pathname,
    status: answer.status,
    batch: [],
    resourceUnits: request.method === "GET" ? 1 : 2,
  });
  return answer;
}

function send(response: ServerResponse, answer: GraphResponse): void {
  const { status, headers, body } = answer;
  const bytes = body === undefined || body instanceof Uint8Array ? body : Buffer.from(JSON.stringify(body));
  const type = body === undefined || body instanceof Uint8Array ? {} : { "Content-Type": "application/json" };
  response.writeHead(status, {
    "Cache-Control": "no-store",
    ...type,
    ...headers,
    ...(bytes === undefined ? {} : { "Content-Length": bytes.length }),
  });
  response.end(bytes);
}

function singleHeaders(request: IncomingMessage): Record<string, string> {
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(request.headers)) {
    if (value !== undefined) headers[name] = Array.isArray(value) ? value.join(", ") : value;
  }
  return headers;
}

async function readBody(request: IncomingMessage): Promise<Uint8Array> {
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    length += part.length;
    if (length > MOST_BODY_BYTES) throw new Error("The request is larger than any that Graph takes.");
    parts.push(part);
  }
  return Buffer.concat(parts);
}
