import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { browserMissing, openBrowser } from "../builders/browser.ts";
import { type RunningPlatform, startPlatform } from "../builders/running-platform.ts";
import { accessibilityFaults, openPage } from "./journey-browser.ts";

const missing = browserMissing();

describe.skipIf(missing !== null)(`a newcomer at the hub${missing ? ` (${missing})` : ""}`, () => {
  let platform: RunningPlatform;
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    [platform, browser] = await Promise.all([startPlatform(), openBrowser()]);
    page = await openPage(browser);
    await page.goto(platform.address);
  });
  afterAll(async () => {
    await browser?.close();
    await platform?.stop();
  });

  const reports = () =>
    page.getByRole("table").first().getByRole("rowheader").getByRole("link").allTextContents();

  it("is an author first, whose reports stand by subject, meeting and state", async () => {
    expect(await reports()).toEqual([
      "Agency Staff: Joining a Regional Framework",
      "Bootle Town Hall: Solar Panels and Heat Pumps",
      expect.stringMatching(/^Cabinet Member Report: Regulatory, Compliance and Corporate Services/),
    ]);
    const returned = page.getByRole("row", { name: /Agency Staff/ });
    expect(await returned.textContent()).toMatch(/Cabinet, \d+ \w+ \d{4}.*Returned/);
    expect(await page.textContent("main")).not.toMatch(/CMR|CR-CAB|\.docx/);
  });

  it("becomes the committee officer by keyboard, sees every report, and stays so", async () => {
    await page.getByRole("link", { name: /^Committee Officer/ }).focus();
    await page.keyboard.press("Enter");
    await page.getByRole("link", { name: /^Library Opening Hours/ }).waitFor();
    expect((await reports()).length).toBeGreaterThanOrEqual(15);
    await page.goto(platform.address);
    expect((await reports()).length).toBeGreaterThanOrEqual(15);
    const current = page.locator("[aria-current=true]");
    expect(await current.textContent()).toContain("Committee Officer");
    const word = await page.getByRole("link", { name: /^Library Opening Hours/ }).getAttribute("href");
    expect(word).toContain("user=committee.officer%40council.example");
  });

  it("is a councillor, who is shown no report", async () => {
    await page.goto(`${platform.address}/?as=councillor`);
    expect(await page.textContent("main")).toContain("Reports are written by officers.");
    expect(await page.getByRole("link", { name: /Library Opening Hours/ }).count()).toBe(0);
    await page.goto(`${platform.address}/?as=nobody`);
    expect(await page.locator("[aria-current=true]").textContent()).toContain("Councillor");
  });

  it.each([
    ["light", 1300],
    ["dark", 1300],
    ["light", 320],
    ["dark", 320],
  ] as const)(
    "can be read by everyone, in %s at %i px: the hub and every card",
    async (colorScheme, width) => {
      const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme });
      const own = await context.newPage();
      for (const path of ["/?as=officer", "/cards"]) {
        await own.goto(platform.address + path);
        if (path === "/cards") await own.locator(".ac-adaptiveCard:visible").first().waitFor();
        expect(await accessibilityFaults(own), path).toEqual([]);
        expect(await own.evaluate(() => document.documentElement.scrollWidth), path).toBe(width);
      }
      await context.close();
    },
  );

  it("looks at the cards in light, in dark, and side by side", async () => {
    await page.goto(`${platform.address}/cards`);
    const shown = async (look: string) => page.locator(`.${look}:visible`).count();
    await page.locator(".ac-adaptiveCard").first().waitFor();
    const all = await shown("light");
    expect(all).toBeGreaterThan(20);
    expect(await shown("dark")).toBe(all);
    await page.getByRole("radio", { name: "Both" }).focus();
    await page.keyboard.press("ArrowRight");
    expect([await shown("light"), await shown("dark")]).toEqual([all, 0]);
    await page.keyboard.press("ArrowRight");
    expect([await shown("light"), await shown("dark")]).toEqual([0, all]);
    // Nothing of a card is cut off at the width of a phone.
    const cut = await page
      .locator(".dark:visible .ac-factset td")
      .evaluateAll((cells) => cells.filter((cell) => cell.scrollWidth > cell.clientWidth + 1).length);
    expect(cut).toBe(0);
  });
});
