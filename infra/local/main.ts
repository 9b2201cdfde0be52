import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join, resolve } from "node:path";
import { composeServices, provisionSite, type Services } from "../../shared/services/compose.ts";
import { readSettings } from "../../shared/settings/settings.ts";
import { openSqliteStateStore } from "../../shared/store/sqlite/sqlite-state-store.ts";
import { ensureAddinPages } from "./addin-pages.ts";
import { type BotProcess, startBot } from "./bot-process.ts";
import { openFrontDoor } from "./front-door/front-door.ts";
import { createHub } from "./hub/hub.ts";
import { localCouncil, localPeople } from "./local-council.ts";
import { localEnvironment } from "./local-settings.ts";
import { type Playground, startPlayground } from "./playground/playground.ts";
import { startRecordsPlatform } from "./records-platform.ts";
import { addSampleCouncil } from "./sample-council/sample-council.ts";
import { createTeamsHost } from "./teams-host/create-teams-host.ts";
import { openWordDocuments } from "./word-documents.ts";
import { createWordSimulator } from "./word-simulator/create-word-simulator.ts";

const usage = "npm start -- [--empty]   (CLEAR_DAYS_HOME, CLEAR_DAYS_PORT and CLEAR_DAYS_NOW may be set)";

/** What other processes need to use the platform that runs here. */
export interface PlatformFile {
  readonly pid: number;
  readonly environment: Readonly<Record<string, string>>;
}

async function main(): Promise<void> {
  const known = new Set(["--empty", "--records-only"]);
  const unknown = process.argv.slice(2).find((argument) => !known.has(argument));
  if (unknown) {
    process.stderr.write(`There is no option ${unknown}.\n${usage}\n`);
    process.exit(2);
  }
  const empty = process.argv.includes("--empty");
  const recordsOnly = process.argv.includes("--records-only");
  const home = resolve(process.env["CLEAR_DAYS_HOME"] ?? ".local");
  const first = Number(process.env["CLEAR_DAYS_PORT"] ?? "3978");
  const ports = { hub: first, bot: first + 1, graph: first + 2, issuer: first + 3, playground: first + 4 };
  mkdirSync(home, { recursive: true });
  if (!recordsOnly) await checkPorts(Object.values(ports));

  const publicAddress = `http://localhost:${ports.hub}`;
  const pages = recordsOnly ? Promise.resolve() : ensureAddinPages();
  const platform = await startRecordsPlatform(
    home,
    recordsOnly ? { graph: 0, issuer: 0 } : ports,
    publicAddress,
  );
  const closing: (() => Promise<void> | void)[] = [() => platform.close()];
  const now = process.env["CLEAR_DAYS_NOW"];
  const environment: Record<string, string> = {
    ...localEnvironment({
      publicAddress,
      botPort: ports.bot,
      graphAddress: platform.sandbox.address,
      issuer: platform.issuer,
      home,
    }),
    NODE_EXTRA_CA_CERTS: platform.certFile,
    ...(now ? { CLEAR_DAYS_NOW: now } : {}),
  };
  const services = await prepareRecords(environment, startsEmpty(home, empty));
  closing.unshift(() => services.close());

  const platformFile = join(home, "platform.json");
  const announce = () =>
    writeFileSync(platformFile, JSON.stringify({ pid: process.pid, environment } satisfies PlatformFile), {
      mode: 0o600,
    });
  closing.unshift(() => rmSync(platformFile, { force: true }));

  let stopped = false;
  const stop = async (code: number) => {
    if (stopped) return;
    stopped = true;
    for (const close of closing) await close();
    process.exit(code);
  };
  process.once("SIGINT", () => void stop(0));
  process.once("SIGTERM", () => void stop(0));

  if (recordsOnly) {
    announce();
    process.stdout.write("Records are ready.\n");
    return;
  }

  let playground: Playground | null = null;
  let bot: BotProcess | null = null;
  try {
    await pages;
    [playground, bot] = await Promise.all([
      startPlayground({
        port: ports.playground,
        botAddress: `http://localhost:${ports.hub}/api/messages`,
        folder: join(home, "playground"),
      }),
      startBot(environment, home),
    ]);
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    await stop(1);
    return;
  }
  const { process: playgroundProcess } = playground;
  const botProcess = bot;
  closing.unshift(
    () => botProcess.stop(),
    () => void playgroundProcess.kill(),
  );

  const documents = openWordDocuments(platform);
  const state = openSqliteStateStore(environment["STATE_FILE"] ?? "");
  const front = await openFrontDoor({
    port: ports.hub,
    botPort: ports.bot,
    issuer: platform.issuer,
    handlers: [
      createWordSimulator({
        readDocument: documents.read,
        saveDocument: documents.save,
        listDocuments: documents.list,
        paneAddress: "/addin/task-pane.html",
      }),
      createTeamsHost(platform.issuer),
      createHub({
        documents,
        playground: playground.address,
        deliveries: () => state.outbox.all(),
        reports: services.reports,
        refresh: services.published.refresh,
        tokenOf: (oid) => platform.issuer.issueUserToken({ oid }),
      }),
    ],
  });
  closing.unshift(
    () => state.close(),
    () =>
      new Promise((resolve) => {
        front.close(() => resolve());
        front.closeAllConnections();
      }),
  );
  announce();
  const seconds = (performance.now() / 1000).toFixed(1);
  process.stdout.write(
    [
      "",
      "Clear Days is running on this machine (nothing leaves it).",
      `  Start here      ${publicAddress}/`,
      `  Teams           ${playground.address}   (ask the bot; two channels)`,
      `  Teams tab       ${publicAddress}/teams/`,
      `  Word            ${publicAddress}/word/`,
      `  Cards           ${publicAddress}/cards`,
      `  Data            ${home}`,
      `Ready in ${seconds} s. Ctrl-C stops everything.`,
      "",
    ].join("\n"),
  );
}

/** Whether the records begin without the sample council: decided at the first start of a folder, and kept. */
function startsEmpty(home: string, asked: boolean): boolean {
  const file = join(home, "council.json");
  if (!existsSync(file)) writeFileSync(file, JSON.stringify({ sample: !asked }));
  return !(JSON.parse(readFileSync(file, "utf8")) as { sample: boolean }).sample;
}

/** Makes the lists, and on the first start fills them with the sample council. @returns what reads them, for the hub. */
async function prepareRecords(environment: Record<string, string>, empty: boolean): Promise<Services> {
  const settings = readSettings(environment);
  await provisionSite(settings);
  const services = await composeServices({ ...settings, stateFile: ":memory:" });
  try {
    await services.published.refresh();
    if (!empty && services.published.records().bodies.length === 0) {
      await addSampleCouncil(services, services.clock.today(), {
        council: localCouncil.name,
        people: {
          author: { entraObjectId: localPeople.author.oid, name: localPeople.author.name },
          officer: { entraObjectId: localPeople.officer.oid, name: localPeople.officer.name },
          councillor: { entraObjectId: localPeople.councillor.oid, name: localPeople.councillor.name },
          financeOfficer: {
            entraObjectId: localPeople.financeOfficer.oid,
            name: localPeople.financeOfficer.name,
          },
        },
      });
    }
    await services.reports.makeMissingDocuments();
    return services;
  } catch (error) {
    services.close();
    throw error;
  }
}

async function checkPorts(ports: readonly number[]): Promise<void> {
  for (const port of ports) {
    const free = await new Promise<boolean>((resolve) => {
      const probe = createServer();
      probe.once("error", () => resolve(false));
      probe.listen(port, "127.0.0.1", () => probe.close(() => resolve(true)));
    });
    if (!free) {
      process.stderr.write(
        `The port ${port} is taken by another program. Stop that program, or set CLEAR_DAYS_PORT to another port (five in a row are used).\n`,
      );
      process.exit(1);
    }
  }
}

try {
  await main();
} catch (error) {
  process.stderr.write(
    `Clear Days could not start. ${error instanceof Error ? error.message : String(error)}\n`,
  );
  process.exit(1);
}
