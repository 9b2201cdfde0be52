import { defineConfig } from "vitest/config";

/** Tests that open a browser: one at a time, after the others, so that two never share two cores. */
const withBrowser = [
  "test/journeys/**/*.test.ts",
  "test/addin/task-pane.test.ts",
  "test/addin/teams-tab.test.ts",
  "test/**/*-in-a-browser.test.ts",
];

export default defineConfig({
  test: {
    maxWorkers: 2,
    testTimeout: 30_000,
    hookTimeout: 60_000,
    reporters: ["default", "./test/not-run-reporter.ts"],
    projects: [
      {
        extends: true,
        test: {
          name: "without a browser",
          include: ["test/**/*.test.ts"],
          exclude: ["test/long/**", ...withBrowser],
          sequence: { groupOrder: 0 },
        },
      },
      {
        extends: true,
        test: {
          name: "in a browser",
          include: withBrowser,
          fileParallelism: false,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
