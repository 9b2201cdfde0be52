import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { browserMissing, openBrowser } from "../builders/browser.ts";
import { type RunningPlatform, startPlatform } from "../builders/running-platform.ts";
import { accessibilityFaults, openPage, openPlayground } from "./journey-browser.ts";

const missing = browserMissing();
const agenda = "Agenda published";
const deadline = "Publish the agenda";

describe.skipIf(missing !== null)(`an officer and the two channels${missing ? ` (${missing})` : ""}`, () => {
  let platform: RunningPlatform;
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    [platform, browser] = await Promise.all([startPlatform(), openBrowser()]);
    page = await openPage(browser);
    await openPlayground(page, platform.playground);
  });
  afterAll(async () => {
    await browser?.close();
    await platform?.stop();
  });

  async function openChannel(name: string): Promise<void> {
    await page.getByText(name, { exact: true }).first().click();
    await page.getByText("Start a new post").waitFor();
  }

  it("sees the deadline card in the officers’ channel, and no agenda card", async () => {
    await openChannel("Officers");
    await page.getByText(deadline).waitFor();
    expect(await page.getByText(deadline).count()).toBe(1);
    expect(await page.getByText(agenda).count()).toBe(0);
    expect(await page.getByText(/Due (in \d working days?|today)/).count()).toBe(1);
  });

  it("sees the agenda card in the members’ channel, with its items, and no deadline", async () => {
    await openChannel("General");
    await page.getByText(agenda).waitFor();
    expect(await page.getByText(agenda).count()).toBe(1);
    expect(await page.getByText(deadline).count()).toBe(0);
    await page.getByText("Apologies for Absence").waitFor();
    await page.getByText(/Correct at \d\d:\d\d/).waitFor();
  });

  it("still sees each card once after the bot was killed twice and came back", async () => {
    await platform.killBot();
    await platform.killBot();
    // Two rounds of the clock, which looks every two seconds.
    await page.waitForTimeout(5_000);
    await openChannel("Officers");
    await page.getByText(deadline).first().waitFor();
    expect(await page.getByText(deadline).count()).toBe(1);
    await openChannel("General");
    await page.getByText(agenda).first().waitFor();
    expect(await page.getByText(agenda).count()).toBe(1);
  });

  it("reads in the hub what was posted where", async () => {
    const hub = await openPage(browser);
    await hub.goto(platform.address);
    expect(await hub.getByRole("row").filter({ hasText: "Posted" }).count()).toBe(2);
    expect(await accessibilityFaults(hub)).toEqual([]);
  });
});
