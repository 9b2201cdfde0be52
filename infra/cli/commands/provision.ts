import { parseArgs } from "node:util";
import { provisionSite } from "../../../shared/services/compose.ts";
import type { CliContext } from "../cli-context.ts";

export const name = "provision";
export const usage = "provision [--site host:/sites/name] [--dry-run] [--json]";

export async function run(args: string[], context: CliContext): Promise<void> {
  const { values } = parseArgs({
    args,
    options: { site: { type: "string" }, "dry-run": { type: "boolean" }, json: { type: "boolean" } },
  });
  const settings = await context.settings();
  const site = values.site ?? settings.graph.site;
  const steps = await provisionSite(
    { ...settings, graph: { ...settings.graph, site } },
    values["dry-run"] ?? false,
  );
  if (values.json) {
    context.out(`${JSON.stringify({ site, dryRun: values["dry-run"] ?? false, steps }, null, 2)}\n`);
    return;
  }
  const verb = values["dry-run"] ? "would be made" : "made";
  context.out(
    steps.length === 0
      ? `${site} has every list and column already.\n`
      : `${steps.map(({ list, column }) => (column ? `${list}.${column}` : list)).join("\n")}\n${steps.length} ${verb} on ${site}.\n`,
  );
}
