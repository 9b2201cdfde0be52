import { availableParallelism } from "node:os";
import { parseArgs } from "node:util";
import { localPeople } from "../../local/local-council.ts";
import { measureAsking } from "../bench/ask-many.ts";
import { measureBotTurns } from "../bench/bot-turns.ts";
import { type Figure, figuresTable } from "../bench/figures.ts";
import { generatedEdition, generatedItems, generatedReport } from "../bench/generated-records.ts";
import { measurePaneSize } from "../bench/pane-size.ts";
import { measureReportWork } from "../bench/report-work.ts";
import { startLocalService } from "../bench/start-local-service.ts";
import { measureStartTime } from "../bench/start-time.ts";
import { type CliContext, WrongUsage } from "../cli-context.ts";

export const name = "bench";
export const usage = "bench [--json] [--first-port PORT]";

/** Sizes as a council has them: an edition of sixty items, a report of sixty sections and twenty tables. */
const planItems = 60;
const reportSections = 60;
const reportTables = 20;

/**
 * Measures the targets of the design, each beside its peer, on a platform of its own in a temporary folder. All
 * traffic stays on loopback; nothing that runs already is touched.
 */
export async function run(args: readonly string[], { out, err }: CliContext): Promise<void> {
  const { json, firstPort } = readArguments(args);
  const started = new Date();
  const figures: Figure[] = [];
  const measure = async (what: string, work: () => Promise<readonly Figure[]> | readonly Figure[]) => {
    err(`Measuring ${what}…`);
    figures.push(...(await work()));
  };

  await measure("the add-in’s pages", measurePaneSize);
  await measure("the start", async () => [await measureStartTime(firstPort)]);
  const { report, sections, tables } = generatedReport(localPeople.author.oid, reportSections, reportTables);
  const service = await startLocalService(async ({ records, clock }) => {
    const edition = generatedEdition(clock.today());
    await records.addForwardPlan(edition, generatedItems(planItems, edition));
    await records.addReport(report, sections, tables);
  });
  try {
    await measure("bot turns", () => measureBotTurns(service));
    await measure("reports", () => measureReportWork(service, report.key));
    await measure("answers", () => measureAsking(service.services.clock.today()));
  } finally {
    await service.close();
  }

  const missed = figures.filter(({ verdict }) => verdict === "missed").length;
  const machine = { node: process.version, platform: process.platform, cores: availableParallelism() };
  if (json) out(JSON.stringify({ at: started.toISOString(), machine, figures, missed }, null, 2));
  else {
    out(figuresTable(figures));
    out(
      missed === 0
        ? "Every target is met."
        : `${missed} of the targets ${missed === 1 ? "is" : "are"} missed.`,
    );
  }
}

function readArguments(args: readonly string[]): { json: boolean; firstPort: number } {
  let values: { json?: boolean | undefined; "first-port"?: string | undefined };
  try {
    const options = { json: { type: "boolean" }, "first-port": { type: "string" } } as const;
    values = parseArgs({ args: [...args], options }).values;
  } catch (cause) {
    throw new WrongUsage(usage, { cause });
  }
  const firstPort = Number(values["first-port"] ?? "4978");
  if (!Number.isInteger(firstPort) || firstPort < 1024 || firstPort > 65_000) throw new WrongUsage(usage);
  return { json: values.json ?? false, firstPort };
}
