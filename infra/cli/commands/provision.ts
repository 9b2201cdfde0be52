import { parseArgs } from "node:util";
import { provisionSite } from "../../../shared/services/compose.ts";
import type { CliContext, Command } from "../cli-context.ts";

export const provisionCommand: Command = {
  name: "provision",
  usage: "provision [--site host:/sites/name] [--dry-run] [--json]",
  run,
};

async function run(args: readonly string[], context: CliContext): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: { site: { type: "string" }, "dry-run": { type: "boolean" }, json: { type: "boolean" } },
  });
  const settings = await context.settings();
  const site = values.site ?? settings.graph.site;
  const steps = await provisionSite(
    { ...settings, graph: { ...settings.graph, site } },
    values["dry-run"] ?? false,
  );
  if (values.json) {
    context.out(JSON.stringify({ site, dryRun: values["dry-run"] ?? false, steps }, null, 2));
    return;
  }
  const verb = values["dry-run"] ? "would be made" : "made";
  context.out(
    steps.length === 0
      ? `${site} has every list and column already.`
      : `${steps.map(({ list, column }) => (column ? `${list}.${column}` : list)).join("\n")}\n${steps.length} ${verb} on ${site}.`,
  );
}
