import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { composeServices, provisionSite, type Services } from "../../../shared/services/compose.ts";
import { readSettings, type Settings } from "../../../shared/settings/settings.ts";
import { startBot } from "../../local/bot-process.ts";
import { localEnvironment } from "../../local/local-settings.ts";
import { type RecordsPlatform, startRecordsPlatform } from "../../local/records-platform.ts";

/** The product on a platform of its own: sandboxed records, an issuer, and the bot’s real process. */
export interface LocalService {
  readonly platform: RecordsPlatform;
  /** The same services in this process. */
  readonly services: Services;
  readonly settings: Settings;
  /** The bot’s settings, as its process was given them. */
  readonly environment: Readonly<Record<string, string>>;
  /** `http://127.0.0.1:<port>`. */
  readonly botAddress: string;
  close(): Promise<void>;
}

/** A port that nothing listens on now. */
export async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, "127.0.0.1", resolve));
  const address = probe.address();
  await new Promise<void>((resolve) => probe.close(() => resolve()));
  if (address === null || typeof address === "string") throw new Error("The machine gave no port.");
  return address.port;
}

/**
 * Starts everything in a temporary folder.
 * @param fill puts the records in before the bot starts.
 */
export async function startLocalService(fill: (services: Services) => Promise<void>): Promise<LocalService> {
  const home = await mkdtemp(join(tmpdir(), "clear-days-service-"));
  const botPort = await freePort();
  const botAddress = `http://127.0.0.1:${botPort}`;
  const platform = await startRecordsPlatform(home, { graph: 0, issuer: 0 }, botAddress);
  const environment = {
    ...localEnvironment({
      publicAddress: botAddress,
      botPort,
      graphAddress: platform.sandbox.address,
      issuer: platform.issuer,
      home,
    }),
    NODE_EXTRA_CA_CERTS: platform.certFile,
    // As in production: the local platform looks for changes every two seconds.
    REFRESH_SECONDS: "60",
    TICK_SECONDS: "60",
  };
  const settings = readSettings(environment);
  await provisionSite(settings);
  const services = await composeServices({ ...settings, stateFile: ":memory:" });
  await services.published.refresh();
  await fill(services);
  await services.published.refresh();
  const bot = await startBot(environment, home);
  return {
    platform,
    services,
    settings,
    environment,
    botAddress,
    async close() {
      await bot.stop();
      services.close();
      await platform.close();
      await rm(home, { recursive: true, force: true });
    },
  };
}
