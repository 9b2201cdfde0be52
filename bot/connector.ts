import { Agent as HttpAgent, request as httpRequest } from "node:http";
import { Agent as HttpsAgent, request as httpsRequest } from "node:https";
import { SendingRefused } from "../shared/services/sending.ts";

/** Where a message goes: the conversation, and the message it answers or changes. */
export interface Address {
  readonly serviceUrl: string;
  readonly conversationId: string;
  readonly replyToId?: string;
}

/** A channel of a team; the General channel has no name, and the team’s id. */
export interface TeamChannel {
  readonly id: string;
  readonly name?: string;
}

/** The Bot Connector’s REST API, as far as we write to it. */
export interface Connector {
  /**
   * Sends an activity. @returns the id that the connector gave it.
   * @throws {SendingRefused} with the status, and how long to wait when the connector said so.
   */
  send(address: Address, activity: Readonly<Record<string, unknown>>): Promise<string>;
  /** Puts an activity in place of one that was sent. @throws {SendingRefused} */
  update(
    address: Omit<Address, "replyToId">,
    activityId: string,
    activity: Readonly<Record<string, unknown>>,
  ): Promise<void>;
  /** The channels of a team that the bot is in, as they are now. @throws {SendingRefused} */
  channels(serviceUrl: string, teamId: string): Promise<readonly TeamChannel[]>;
  /** Takes back an activity that was sent. @throws {SendingRefused} */
  remove(address: Omit<Address, "replyToId">, activityId: string): Promise<void>;
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

  function call(
    method: "POST" | "PUT" | "DELETE",
    { serviceUrl, conversationId }: Omit<Address, "replyToId">,
    activityId: string | undefined,
    activity?: Readonly<Record<string, unknown>>,
  ): Promise<string> {
    const last = activityId === undefined ? "" : `/${encodeURIComponent(activityId)}`;
    return ask(
      method,
      serviceUrl,
      `conversations/${encodeURIComponent(conversationId)}/activities${last}`,
      activity,
    );
  }

  async function ask(
    method: "GET" | "POST" | "PUT" | "DELETE",
    serviceUrl: string,
    path: string,
    activity?: Readonly<Record<string, unknown>>,
  ): Promise<string> {
    const base = serviceUrl.endsWith("/") ? serviceUrl : `${serviceUrl}/`;
    const url = new URL(`${base}v3/${path}`);
    const body = activity === undefined ? Buffer.alloc(0) : Buffer.from(JSON.stringify(activity));
    const authorization = `Bearer ${await token()}`;
    const secure = url.protocol === "https:";
    const options = {
      method,
      agent: secure ? agents.https : agents.http,
      timeout: patience,
      headers: { authorization, "content-type": "application/json", "content-length": body.length },
    };
    return new Promise<string>((resolve, reject) => {
      const fail = (cause: Error) =>
        reject(new SendingRefused(0, "", `Teams cannot be reached: ${cause.message}`, undefined, cause));
      const outgoing = (secure ? httpsRequest : httpRequest)(url, options, (response) => {
        const chunks: Buffer[] = [];
        response.on("data", (chunk: Buffer) => chunks.push(chunk));
        response.once("error", fail);
        response.once("end", () => {
          const status = response.statusCode ?? 0;
          const text = Buffer.concat(chunks).toString("utf8");
          if (status >= 200 && status < 300) resolve(text);
          else reject(refusalOf(status, text, response.headers["retry-after"]));
        });
      });
      outgoing.once("timeout", () => outgoing.destroy(new Error("it did not answer in time")));
      outgoing.once("error", fail);
      outgoing.end(body);
    });
  }

  return {
    send: async ({ replyToId, ...address }, activity) =>
      idIn(await call("POST", address, replyToId, activity)),
    update: async (address, activityId, activity) =>
      void (await call("PUT", address, activityId, { ...activity, id: activityId })),
    async channels(serviceUrl, teamId) {
      const text = await ask("GET", serviceUrl, `teams/${encodeURIComponent(teamId)}/conversations`);
      const { conversations } = (readJson(text) ?? {}) as { conversations?: unknown };
      if (!Array.isArray(conversations)) return [];
      return conversations.filter((one): one is TeamChannel => typeof one?.id === "string");
    },
    remove: async (address, activityId) => void (await call("DELETE", address, activityId)),
  };
}

function idIn(text: string): string {
  const read = readJson(text) as { id?: unknown } | null;
  return typeof read?.id === "string" ? read.id : "";
}

function refusalOf(status: number, text: string, retryAfter: string | undefined): SendingRefused {
  const error = (readJson(text) as { error?: { code?: string; message?: string } } | null)?.error;
  const seconds = Number(retryAfter);
  const code = error?.code ?? "";
  return new SendingRefused(
    status,
    code,
    `Teams did not take the message: ${status} ${code}. ${error?.message ?? ""}`.trim(),
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
