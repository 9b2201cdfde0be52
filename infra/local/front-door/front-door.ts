import {
  createServer,
  request as httpRequest,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from "node:http";
import type { Issuer } from "../identity/issuer.ts";
import { personOfPlayground } from "../playground/playground.ts";

/** A part of the front door: answers a request and says so, or leaves it to the next. */
export type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<boolean>;

export interface FrontDoorOptions {
  readonly port: number;
  readonly botPort: number;
  readonly issuer: Issuer;
  /** What else is served here: hub, Word, gallery. */
  readonly handlers: readonly Handler[];
}

/**
 * The one port that people open, on loopback: serves the hub’s pages and the sign-in, hands the pane’s requests to
 * the bot, and plays the part of the Bot Connector: the Playground sends no token, so each of its activities is
 * signed here before it goes to the bot.
 */
export async function openFrontDoor({ port, botPort, issuer, handlers }: FrontDoorOptions): Promise<Server> {
  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      process.stderr.write(`front door: ${request.method} ${request.url}: ${String(error)}\n`);
      if (!response.headersSent) response.writeHead(502, { "content-type": "text/plain; charset=utf-8" });
      response.end("The local platform could not answer. Its terminal says why.");
    });
  });

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (!isLoopback(request.headers.host)) {
      response.writeHead(421).end();
      return;
    }
    const path = (request.url ?? "/").replace(/\?.*$/, "");
    if (path === "/api/messages") return signAndForward(request, response);
    if (
      path.startsWith("/api/") ||
      path.startsWith("/addin/") ||
      path.startsWith("/calendar/") ||
      path === "/health"
    ) {
      return passOn(request, response, botPort);
    }
    if (await issuer.handler(request, response)) return;
    for (const handler of handlers) if (await handler(request, response)) return;
    response.writeHead(404, { "content-type": "text/plain; charset=utf-8" }).end("There is no such page.");
  }

  async function signAndForward(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (request.method === "HEAD") {
      response.writeHead(200).end();
      return;
    }
    const activity = JSON.parse(await bodyOf(request)) as Record<string, unknown>;
    const serviceUrl = String(activity["serviceUrl"] ?? "");
    const signed = await issuer.signBotActivityToken({ serviceUrl });
    const answered = await fetch(`http://127.0.0.1:${botPort}/api/messages`, {
      method: "POST",
      headers: { "content-type": "application/json", authorization: `Bearer ${signed}` },
      body: JSON.stringify(asTeamsSendsIt(activity)),
    });
    response.writeHead(answered.status, {
      "content-type": answered.headers.get("content-type") ?? "application/json",
    });
    response.end(await answered.text());
  }

  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", resolve);
  });
  return server;
}

/** Teams names people by GUIDs; the Playground’s ids have one digit too many. */
function asTeamsSendsIt(activity: Record<string, unknown>): Record<string, unknown> {
  const from = activity["from"] as { aadObjectId?: string } | undefined;
  const person = from?.aadObjectId ? personOfPlayground(from.aadObjectId) : null;
  return person ? { ...activity, from: { ...from, aadObjectId: person.oid } } : activity;
}

function passOn(request: IncomingMessage, response: ServerResponse, botPort: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const onward = httpRequest(
      {
        host: "127.0.0.1",
        port: botPort,
        method: request.method,
        path: request.url,
        headers: { ...request.headers, host: `127.0.0.1:${botPort}` },
      },
      (answered) => {
        response.writeHead(answered.statusCode ?? 502, answered.headers);
        answered.pipe(response);
        answered.once("end", resolve);
        answered.once("error", reject);
      },
    );
    onward.once("error", reject);
    request.pipe(onward);
  });
}

export async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString("utf8");
}

/** Other pages in the same browser must not reach the platform by a name of their own. */
function isLoopback(host: string | undefined): boolean {
  return /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/.test(host ?? "");
}
