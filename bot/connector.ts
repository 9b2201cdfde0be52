import { Agent as HttpAgent, request as httpRequest } from "node:http";
import { Agent as HttpsAgent, request as httpsRequest } from "node:https";

/** Where a message goes: the conversation, and the message it answers when it answers one. */
export interface Address {
  readonly serviceUrl: string;
  readonly conversationId: string;
  readonly replyToId?: string;
}

/** The Bot Connector’s REST API, as far as we write to it. */
export interface Connector {
  /**
   * Sends an activity. @returns the id that the connector gave it.
   * @throws {ConnectorRefused} with the status, and how long to wait when the connector said so.
   */
  send(address: Address, activity: Readonly<Record<string, unknown>>): Promise<string>;
}

/** The connector did not take an activity. */
export class ConnectorRefused extends Error {
  override readonly name = "ConnectorRefused";
  readonly status: number;
  readonly code: string;
  /** Seconds to wait before another attempt, when the connector said so. */
  readonly retryAfter: number | undefined;
  constructor(status: number, code: string, message: string, retryAfter?: number) {
    super(`Teams did not take the message: ${status} ${code}. ${message}`.trim());
    this.status = status;
    this.code = code;
    this.retryAfter = retryAfter;
  }
}

/** Milliseconds without an answer after which a request is given up. */
const patience = 15_000;

/**
 * Opens the way to the Bot Connector over connections that are kept alive. The SDK’s own way out costs more time
 * than the rest of a turn together; what it adds (middleware, transcripts) is not used here.
 * @param token the bot’s own token; asked for before each request, so it must be cached.
 * @see https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-send-and-receive-messages
 */
export function openConnector(token: () => Promise<string>): Connector {
  const agents = {
    http: new HttpAgent({ keepAlive: true, maxSockets: 64 }),
    https: new HttpsAgent({ keepAlive: true, maxSockets: 64 }),
  };

  return {
    async send({ serviceUrl, conversationId, replyToId }, activity) {
      const base = serviceUrl.endsWith("/") ? serviceUrl : `${serviceUrl}/`;
      const answered = replyToId === undefined ? "" : `/${encodeURIComponent(replyToId)}`;
      const url = new URL(
        `${base}v3/conversations/${encodeURIComponent(conversationId)}/activities${answered}`,
      );
      const body = Buffer.from(JSON.stringify(activity));
      const authorization = `Bearer ${await token()}`;
      const secure = url.protocol === "https:";
      const options = {
        method: "POST",
        agent: secure ? agents.https : agents.http,
        timeout: patience,
        headers: { authorization, "content-type": "application/json", "content-length": body.length },
      };
      return new Promise<string>((resolve, reject) => {
        const outgoing = (secure ? httpsRequest : httpRequest)(url, options, (response) => {
          const chunks: Buffer[] = [];
          response.on("data", (chunk: Buffer) => chunks.push(chunk));
          response.once("error", reject);
          response.once("end", () => {
            const status = response.statusCode ?? 0;
            const text = Buffer.concat(chunks).toString("utf8");
            if (status >= 200 && status < 300) resolve(idIn(text));
            else reject(refusalOf(status, text, response.headers["retry-after"]));
          });
        });
        outgoing.once("timeout", () => outgoing.destroy(new Error("Teams did not answer in time.")));
        outgoing.once("error", reject);
        outgoing.end(body);
      });
    },
  };
}

function idIn(text: string): string {
  const read = readJson(text) as { id?: unknown } | null;
  return typeof read?.id === "string" ? read.id : "";
}

function refusalOf(status: number, text: string, retryAfter: string | undefined): ConnectorRefused {
  const error = (readJson(text) as { error?: { code?: string; message?: string } } | null)?.error;
  const seconds = Number(retryAfter);
  return new ConnectorRefused(
    status,
    error?.code ?? "",
    error?.message ?? "",
    retryAfter !== undefined && Number.isFinite(seconds) ? seconds : undefined,
  );
}

/** JSON, or null for an answer that is none (a proxy’s page, an empty body). */
function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
