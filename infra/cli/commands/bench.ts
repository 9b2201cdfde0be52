import { parseArgs } from "node:util";
import { type CliContext, WrongUsage } from "../cli-context.ts";

export const name = "bench";
export const usage = "bench [--json] [--first-port PORT]";

/** Measures the design’s targets. What it needs is loaded here, so that other commands start without it. */
export async function run(args: string[], { out, err }: CliContext): Promise<void> {
  const options = { json: { type: "boolean" }, "first-port": { type: "string" } } as const;
  const { values } = parseArgs({ args, options });
  const firstPort = Number(values["first-port"] ?? "4978");
  if (!Number.isInteger(firstPort) || firstPort < 1024 || firstPort > 65_000) {
    throw new WrongUsage("The first port is a number from 1024 to 65000.");
  }
  const { runBench } = await import("../bench/run-bench.ts");
  await runBench({ json: values.json ?? false, firstPort, out, err });
}
