import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import * as tls from "node:tls";
import { composeServices, type Services } from "../../shared/services/compose.ts";
import { readSettings, type Settings } from "../../shared/settings/settings.ts";
import { type CliContext, type Command, WrongUsage } from "./cli-context.ts";
import * as ask from "./commands/ask.ts";
import * as assemble from "./commands/assemble.ts";
import * as bench from "./commands/bench.ts";
import * as certificate from "./commands/certificate.ts";
import * as dates from "./commands/dates.ts";
import * as importPapers from "./commands/import.ts";
import * as notice from "./commands/notice.ts";
import * as packageApp from "./commands/package.ts";
import * as provision from "./commands/provision.ts";
import * as publishCopy from "./commands/publish-copy.ts";
import * as template from "./commands/template.ts";
import { type BorrowedPlatform, borrowLocalPlatform } from "./local-platform.ts";

const commands: readonly Command[] = [
  ask,
  assemble,
  bench,
  certificate,
  dates,
  importPapers,
  notice,
  packageApp,
  provision,
  publishCopy,
  template,
];

const help = [
  "npm run -s clear-days -- COMMAND",
  "",
  ...commands.map((command) => `  ${command.usage}`),
  "",
  "With a tenant’s settings in the environment a command works on that tenant; otherwise on the local platform,",
  "whose data lies in CLEAR_DAYS_HOME (.local). --empty leaves out the sample council.",
].join("\n");

async function main(): Promise<number> {
  const given = process.argv.slice(2);
  const empty = given.includes("--empty");
  const [name, ...args] = given.filter((argument) => argument !== "--empty");
  if (name === undefined || name === "help" || name === "--help") {
    process.stdout.write(`${help}\n`);
    return name === undefined ? 2 : 0;
  }
  const command = commands.find((candidate) => candidate.name === name);
  if (!command) {
    process.stderr.write(`There is no command “${name}”.\n\n${help}\n`);
    return 2;
  }

  let platform: BorrowedPlatform | undefined;
  let services: Services | undefined;

  async function settings(): Promise<Settings> {
    if (process.env["ENTRA_AUTHORITY"]) return readSettings(process.env);
    platform ??= await borrowLocalPlatform(
      resolve(process.env["CLEAR_DAYS_HOME"] ?? ".local"),
      empty,
      process.env,
    );
    const certificate = platform.environment["NODE_EXTRA_CA_CERTS"];
    if (certificate) {
      tls.setDefaultCACertificates([...tls.getCACertificates("default"), readFileSync(certificate, "utf8")]);
    }
    return readSettings({ ...platform.environment, CLEAR_DAYS_NOW: process.env["CLEAR_DAYS_NOW"] });
  }

  const context: CliContext = {
    settings,
    async services() {
      services ??= await composeServices({
        ...(await settings()),
        stateFile: ":memory:",
        stateStorage: "",
      });
      return services;
    },
    out: (text) => void process.stdout.write(text),
    err: (text) => void process.stderr.write(`${text}\n`),
  };

  try {
    await command.run(args, context);
    return 0;
  } catch (error) {
    if (isWrongUsage(error)) {
      process.stderr.write(`${(error as Error).message}\n${command.usage}\n`);
      return 2;
    }
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    return 1;
  } finally {
    services?.close();
    await platform?.release();
  }
}

/** Our own word for it, or that of Node’s reader of arguments. */
function isWrongUsage(error: unknown): boolean {
  const code = (error as { code?: unknown } | null)?.code;
  return error instanceof WrongUsage || (typeof code === "string" && code.startsWith("ERR_PARSE_ARGS"));
}

// Whoever reads our output may stop reading early (`| head`): that is no fault.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
});

process.exitCode = await main();
