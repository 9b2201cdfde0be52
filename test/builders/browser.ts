import { existsSync } from "node:fs";
import chromium from "@sparticuz/chromium";
import { type Browser, chromium as playwright } from "playwright-core";

let missing: string | null = null;
let browser: Promise<Browser> | undefined;

try {
  // Started once to see whether it can: its libraries may not be on this machine.
  browser = start();
  await browser;
} catch (error) {
  const reason = error instanceof Error ? (error.message.split("\n")[0] ?? "") : String(error);
  missing = `Chromium does not start here (${reason}); install libnss3 and libnspr4`;
  browser = undefined;
  if (process.env.CLEAR_DAYS_REQUIRE_ALL === "1") throw error;
}

async function start(): Promise<Browser> {
  const executablePath = await chromium.executablePath();
  if (!existsSync(executablePath)) throw new Error("the browser’s binary was not unpacked");
  return playwright.launch({
    executablePath,
    args: ["--no-sandbox", "--disable-dev-shm-usage"],
    headless: true,
  });
}

/** Why browser tests cannot run on this machine; null when they can. With CLEAR_DAYS_REQUIRE_ALL=1 that is an error. */
export function browserMissing(): string | null {
  return missing;
}

/** The test file’s Chromium; close it when the file is done. */
export async function openBrowser(): Promise<Browser> {
  browser ??= start();
  return browser;
}
