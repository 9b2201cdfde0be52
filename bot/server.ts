import { readFile } from "node:fs/promises";
import { extname, join, normalize, sep } from "node:path";
import restify from "restify";
import type { PaneSettings, RefusalCode } from "../shared/contracts/task-pane-api.ts";
import type { Services } from "../shared/services/compose.ts";
import { refusalFor } from "../shared/services/refused.ts";
import type { Settings } from "../shared/settings/settings.ts";
import { type ApiDoor, openApiDoor } from "./api/doors.ts";
import { apiRoutes, type Door } from "./api/routes.ts";
import { errorFacts, type Log } from "./log.ts";
import type { Messenger } from "./messenger.ts";

/** A route and its door: what the test of the doors walks. */
export interface OpenedRoute {
  readonly method: string;
  readonly path: string;
  readonly door: Door;
}

export interface BotServer {
  readonly port: number;
  readonly routes: readonly OpenedRoute[];
  close(): Promise<void>;
}

const statuses: Readonly<Record<RefusalCode, number>> = {
  "bad-request": 400,
  "not-signed-in": 401,
  "not-allowed": 403,
  "not-found": 404,
  "changed-elsewhere": 409,
  "too-long": 413,
  "not-readable": 422,
  unexpected: 500,
  unreachable: 502,
  busy: 503,
};

const contentTypes: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
};

const bodyLimit = 10_000_000;

/**
 * Opens the server: the bot’s door, the API, and the pane’s static files. Every route has a door; those open to
 * everyone are the health check, calendars at addresses that cannot be guessed, the pane’s static files and its public
 * settings.
 */
export async function startServer(
  settings: Settings,
  services: Services,
  messenger: Messenger,
  paneFolder: string,
  log: Log,
): Promise<BotServer> {
  const door = openApiDoor({
    authority: settings.entra.authority,
    tenantId: settings.entra.tenantId,
    apiClientId: settings.entra.apiClientId,
  });
  const server = restify.createServer({
    name: "Clear Days",
    ignoreTrailingSlash: true,
    maxParamLength: 1000,
  } as never);
  server.use(restify.plugins.bodyParser({ maxBodySize: bodyLimit, mapParams: false }));
  const routes: OpenedRoute[] = [];

  routes.push({ method: "post", path: "/api/messages", door: "bot-connector" });
  server.post("/api/messages", async (request, response) => {
    await messenger.receive(request, response);
  });

  for (const route of apiRoutes) {
    routes.push(route);
    server[route.method](route.path, async (request: restify.Request, response: restify.Response) => {
      await answerApi(route, door, services, request, response, log);
    });
  }

  routes.push({ method: "get", path: "/health", door: "open" });
  server.get("/health", async (_request, response) => {
    response.json(200, { status: "running" });
  });

  // Open to whoever knows the address: it cannot be guessed, can be taken back, and leads to published data only.
  routes.push({ method: "get", path: "/calendar/:token", door: "open" });
  server.get("/calendar/:token", async (request, response) => {
    const token = String((request.params as Record<string, string>)["token"] ?? "").replace(/\.ics$/, "");
    const calendar = await services.calendars.read(token);
    response.header("X-Content-Type-Options", "nosniff");
    if (calendar === null) {
      response.json(404, { code: "not-found", message: "There is no such calendar." });
      return;
    }
    response.header("Cache-Control", "private, max-age=600");
    response.sendRaw(200, calendar, { "Content-Type": "text/calendar; charset=utf-8" });
  });

  routes.push({ method: "get", path: "/addin/settings.json", door: "open" });
  server.get("/addin/settings.json", async (_request, response) => {
    response.header("Cache-Control", "no-store");
    response.json(200, paneSettings(settings));
  });

  routes.push({ method: "get", path: "/addin/*", door: "open" });
  server.get("/addin/*", async (request, response) => {
    await sendStatic(paneFolder, settings, request, response);
  });

  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(settings.port, settings.host, resolve);
  });
  const address = server.address() as { port: number };
  return {
    port: address.port,
    routes,
    close: () =>
      new Promise((resolve) => {
        const http = (server as unknown as { server?: { closeAllConnections?: () => void } }).server;
        server.close(() => resolve());
        http?.closeAllConnections?.();
      }),
  };
}

async function answerApi(
  route: (typeof apiRoutes)[number],
  door: ApiDoor,
  services: Services,
  request: restify.Request,
  response: restify.Response,
  log: Log,
): Promise<void> {
  const started = performance.now();
  response.header("Cache-Control", "no-store");
  let status = 200;
  try {
    const caller = await door.callerOf(request.header("authorization"));
    const answer = await route.answer(services, {
      caller,
      parameters: request.params as Record<string, string>,
      body: request.body,
    });
    response.json(status, answer);
  } catch (error) {
    const refusal = refusalFor(error);
    status = statuses[refusal.code];
    if (status >= 500) log("api.failed", { path: route.path, ...errorFacts(error) });
    if (status === 401) response.header("WWW-Authenticate", "Bearer");
    response.json(status, refusal);
  }
  log("api.answered", {
    method: route.method,
    path: route.path,
    status,
    milliseconds: Math.round(performance.now() - started),
  });
}

function paneSettings({ entra }: Settings): PaneSettings {
  return {
    clientId: entra.paneClientId,
    authority: entra.authority,
    knownAuthorities: [new URL(entra.authority).host],
    authorityMetadata: entra.paneMetadata,
    apiScope: `api://${entra.apiClientId}/access_as_user`,
  };
}

async function sendStatic(
  folder: string,
  settings: Settings,
  request: restify.Request,
  response: restify.Response,
): Promise<void> {
  const wanted = normalize(decodeURIComponent(request.path().replace(/^\/addin\//, "")));
  const file = join(folder, wanted);
  if (!file.startsWith(folder + sep)) {
    response.json(404, { code: "not-found", message: "There is no such page." });
    return;
  }
  let content: Buffer;
  try {
    content = await readFile(file);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code !== "ENOENT" && code !== "EISDIR") throw error;
    response.json(404, { code: "not-found", message: "There is no such page." });
    return;
  }
  const type = contentTypes[extname(file)] ?? "application/octet-stream";
  response.header("X-Content-Type-Options", "nosniff");
  if (extname(file) === ".html") {
    response.header("Content-Security-Policy", contentSecurityPolicy(settings));
    response.header("Cache-Control", "no-cache");
    content = Buffer.from(content.toString("utf8").replaceAll("__OFFICE_JS__", settings.officeJs));
  } else {
    response.header(
      "Cache-Control",
      /\.[\w-]{8,}\.\w+$/.test(file) ? "public, max-age=31536000, immutable" : "no-cache",
    );
  }
  response.sendRaw(200, content, { "Content-Type": type });
}

/** Scripts from us and Office.js only; framed by Office, by Teams and by ourselves. */
function contentSecurityPolicy(settings: Settings): string {
  const office = new URL(settings.officeJs).origin;
  const signIn = new URL(settings.entra.authority).origin;
  return [
    "default-src 'self'",
    `script-src 'self' ${office}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    `connect-src 'self' ${office} ${signIn}`,
    `frame-src 'self' ${signIn}`,
    "frame-ancestors 'self' https://*.office.com https://*.officeapps.live.com https://*.sharepoint.com https://teams.microsoft.com https://*.cloud.microsoft",
  ].join("; ");
}
