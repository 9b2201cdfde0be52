import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/long/**/*.test.ts"],
    maxWorkers: 2,
    testTimeout: 20 * 60_000,
    hookTimeout: 120_000,
    reporters: ["default", "./test/not-run-reporter.ts"],
  },
});
