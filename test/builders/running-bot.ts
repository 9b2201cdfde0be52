import { mkdtemp, rm } from "node:fs/promises";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createMessenger, type Messenger } from "../../bot/messenger.ts";
import { type BotServer, startServer } from "../../bot/server.ts";
import { localEnvironment } from "../../infra/local/local-settings.ts";
import { type RecordsPlatform, startRecordsPlatform } from "../../infra/local/records-platform.ts";
import { composeServices, provisionSite, type Services } from "../../shared/services/compose.ts";
import { readSettings, type Settings } from "../../shared/settings/settings.ts";

/** An activity that the bot sent, as the connector received it. */
export interface SentActivity {
  readonly path: string;
  readonly authorization: string;
  readonly body: {
    readonly type: string;
    readonly attachments?: readonly { readonly content: unknown }[];
    readonly summary?: string;
  };
}

/** The real bot in this process, over the real sandboxes, with a connector that keeps what it is sent. */
export interface RunningBot {
  readonly address: string;
  readonly server: BotServer;
  readonly services: Services;
  readonly settings: Settings;
  readonly messenger: Messenger;
  readonly platform: RecordsPlatform;
  readonly sent: SentActivity[];
  /** The channels of the one team that the connector knows; null once the bot is out of it. */
  team: { id: string; name?: string }[] | null;
  readonly logged: string[];
  /** Posts an activity as the Bot Connector does; gives back status and body. */
  deliver(activity: Readonly<Record<string, unknown>>): Promise<{ status: number; body: unknown }>;
  close(): Promise<void>;
}

export async function startRunningBot(
  fill: (services: Services) => Promise<void> = async () => {},
): Promise<RunningBot> {
  const home = await mkdtemp(join(tmpdir(), "clear-days-bot-"));
  const platform = await startRecordsPlatform(home, { graph: 0, issuer: 0 }, "http://localhost:3978");
  const settings = readSettings({
    ...localEnvironment({
      publicAddress: "http://localhost:3978",
      botPort: 0,
      graphAddress: platform.sandbox.address,
      issuer: platform.issuer,
      home,
    }),
  });
  await provisionSite(settings);
  const services = await composeServices(settings);
  await fill(services);
  await services.published.refresh();

  const sent: SentActivity[] = [];
  const connector = createServer(async (request, response) => {
    const text = await bodyOf(request);
    response.setHeader("content-type", "application/json");
    if (request.method === "GET" && /\/v3\/teams\/[^/]+\/conversations/.test(request.url ?? "")) {
      if (bot.team) response.end(JSON.stringify({ conversations: bot.team }));
      else {
        response.statusCode = 404;
        response.end(
          JSON.stringify({ error: { code: "TeamNotFound", message: "The bot is not in that team." } }),
        );
      }
      return;
    }
    sent.push({
      path: request.url ?? "",
      authorization: request.headers.authorization ?? "",
      body: JSON.parse(text || "{}"),
    });
    response.end(JSON.stringify({ id: `activity-${sent.length}` }));
  });
  await new Promise<void>((listening) => connector.listen(0, "127.0.0.1", listening));
  const serviceUrl = `http://127.0.0.1:${(connector.address() as AddressInfo).port}/`;

  const logged: string[] = [];
  const log = (event: string, facts = {}) => void logged.push(JSON.stringify({ event, ...facts }));
  const messenger = createMessenger(settings, services, log);
  const server = await startServer(settings, services, messenger, join(process.cwd(), "addin", "dist"), log);
  const address = `http://127.0.0.1:${server.port}`;

  const bot: RunningBot = {
    team: [{ id: "team-1" }, { id: "channel-officers", name: "Officers" }],
    address,
    server,
    services,
    settings,
    messenger,
    platform,
    sent,
    logged,
    async deliver(activity) {
      const token = await platform.issuer.signBotActivityToken({ serviceUrl });
      const response = await fetch(`${address}/api/messages`, {
        method: "POST",
        headers: { "content-type": "application/json", authorization: `Bearer ${token}` },
        body: JSON.stringify({ ...usualActivity, serviceUrl, ...activity }),
      });
      const text = await response.text();
      return { status: response.status, body: text === "" ? null : JSON.parse(text) };
    },
    async close() {
      await server.close();
      services.close();
      await new Promise<void>((closed) => {
        connector.close(() => closed());
        connector.closeAllConnections();
      });
      await platform.close();
      await rm(home, { recursive: true, force: true });
    },
  };
  return bot;
}

const usualActivity = {
  type: "message",
  id: "message-1",
  channelId: "msteams",
  from: {
    id: "person-20",
    name: "Councillor Ada Whitfield",
    aadObjectId: "00000000-0000-4000-8000-000000000020",
  },
  recipient: { id: "bot-1", name: "Clear Days" },
  conversation: { id: "chat-1", conversationType: "personal" },
};

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString("utf8");
}
