import { availableParallelism } from "node:os";
import { localPeople } from "../../local/local-council.ts";
import { measureAsking } from "./ask-many.ts";
import { measureBotTurns } from "./bot-turns.ts";
import { measureDeliveries } from "./deliveries.ts";
import { measureDocumentPeers } from "./document-peers.ts";
import { type Figure, figuresTable } from "./figures.ts";
import { generatedEdition, generatedItems, generatedReport } from "./generated-records.ts";
import { measureImport } from "./import-folder.ts";
import { measurePaneSize } from "./pane-size.ts";
import { measureReportWork } from "./report-work.ts";
import { startLocalService } from "./start-local-service.ts";
import { measureStartTime } from "./start-time.ts";

export interface BenchOptions {
  /** One JSON document instead of a table. */
  readonly json: boolean;
  /** The first of five ports in a row that the start is measured on. */
  readonly firstPort: number;
  out(text: string): void;
  /** Takes a line about what is being measured. */
  err(text: string): void;
}

/** Sizes as a council has them: an edition of sixty items, a report of sixty sections and twenty tables. */
const planItems = 60;
const reportSections = 60;
const reportTables = 20;

/**
 * Measures the targets of the design, each beside its peer, on a platform of its own in a temporary folder. All
 * traffic stays on loopback; nothing that runs already is touched.
 */
export async function runBench({ json, firstPort, out, err }: BenchOptions): Promise<void> {
  const started = new Date();
  const figures: Figure[] = [];
  const measure = async (what: string, work: () => Promise<readonly Figure[]> | readonly Figure[]) => {
    err(`Measuring ${what}…`);
    figures.push(...(await work()));
  };

  await measure("the add-in’s pages", measurePaneSize);
  await measure("the start", async () => [await measureStartTime(firstPort)]);
  await measure("documents", measureDocumentPeers);
  await measure("the import of a folder", measureImport);
  const { report, sections, tables } = generatedReport(localPeople.author.oid, reportSections, reportTables);
  const service = await startLocalService(async ({ records, clock }) => {
    const edition = generatedEdition(clock.today());
    await records.addForwardPlan(edition, generatedItems(planItems, edition));
    await records.addReport(report, sections, tables);
  });
  try {
    await measure("bot turns", () => measureBotTurns(service));
    await measure("deliveries", () => measureDeliveries(service));
    await measure("reports", () => measureReportWork(service, report.key));
    await measure("answers", () => measureAsking(service.services.clock.today()));
  } finally {
    await service.close();
  }

  const missed = figures.filter(({ verdict }) => verdict === "missed").length;
  const machine = { node: process.version, platform: process.platform, cores: availableParallelism() };
  if (json) out(`${JSON.stringify({ at: started.toISOString(), machine, figures, missed }, null, 2)}\n`);
  else {
    const verdict = missed === 0 ? "Every target is met." : `Targets missed: ${missed}.`;
    out(`${figuresTable(figures)}
${verdict}
`);
  }
}
