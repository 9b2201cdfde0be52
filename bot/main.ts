import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { composeServices } from "../shared/services/compose.ts";
import { readSettings, SettingsIncomplete } from "../shared/settings/settings.ts";
import { runClock } from "./deliveries/run-clock.ts";
import { errorFacts, logToOutput as log } from "./log.ts";
import { createMessenger } from "./messenger.ts";
import { startServer } from "./server.ts";

async function main(): Promise<void> {
  const settings = readSettings(process.env);
  const services = await composeServices(settings);
  await services.published.refresh();
  const messenger = createMessenger(settings, services, log);
  const paneFolder = join(dirname(fileURLToPath(import.meta.url)), "..", "addin", "dist");
  const server = await startServer(settings, services, messenger, paneFolder, log);
  const clock = runClock(settings, services, messenger, log);
  log("bot.listening", { port: server.port });

  const stop = async () => {
    await clock.stop();
    await server.close();
    services.close();
    process.exit(0);
  };
  process.once("SIGINT", stop);
  process.once("SIGTERM", stop);
}

try {
  await main();
} catch (error) {
  if (error instanceof SettingsIncomplete) process.stderr.write(`${error.message}\n`);
  else if ((error as NodeJS.ErrnoException).code === "EADDRINUSE") {
    process.stderr.write(
      "The port is taken by another program. Stop that program, or set PORT to another port.\n",
    );
  } else log("bot.failed", errorFacts(error));
  process.exit(1);
}
