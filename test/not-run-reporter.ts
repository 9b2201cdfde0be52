import type { Reporter, TestModule } from "vitest/node";

/** Lists what did not run and why, so that a skipped test is never mistaken for a passed one. */
export default class NotRunReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const notRun: string[] = [];
    for (const module of modules) {
      for (const test of module.children.allTests("skipped")) {
        const note =
          test.result().state === "skipped" ? (test.result() as { note?: string }).note : undefined;
        notRun.push(`  ${test.fullName}${note ? `: ${note}` : ""}`);
      }
    }
    if (notRun.length > 0) {
      process.stdout.write(`\nNot run on this machine (${notRun.length}):\n${notRun.join("\n")}\n`);
    }
  }
}
