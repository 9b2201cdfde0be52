import { readFile } from "node:fs/promises";
import type { Browser, Frame, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { browserMissing, openBrowser } from "../builders/browser.ts";
import { openXmlFaults } from "../builders/judges.ts";
import { readSections } from "../builders/record-reader.ts";
import { type RunningPlatform, startPlatform } from "../builders/running-platform.ts";
import { accessibilityFaults, openPage } from "./journey-browser.ts";

const missing = browserMissing();

describe.skipIf(missing !== null)(`an author in Word${missing ? ` (${missing})` : ""}`, () => {
  let platform: RunningPlatform;
  let browser: Browser;
  let page: Page;
  let pane: Frame;

  beforeAll(async () => {
    [platform, browser] = await Promise.all([startPlatform(), openBrowser()]);
    page = await openPage(browser, { width: 1400, height: 1000 });
  });
  afterAll(async () => {
    await browser?.close();
    await platform?.stop();
  });

  async function openPane(): Promise<void> {
    await page.waitForSelector("#document");
    const frame = await (await page.waitForSelector("#pane")).contentFrame();
    if (!frame) throw new Error("The task pane has no frame.");
    pane = frame;
    await pane.getByText("Show my reports").or(pane.locator(".outline")).first().waitFor();
    if (await pane.getByText("Show my reports").isVisible()) await pane.getByText("Show my reports").click();
    await pane.locator(".outline").waitFor();
  }

  it("opens the report from the hub: a server-made document with the outline beside it", async () => {
    await page.goto(platform.address);
    await page.getByRole("link", { name: /CMR/ }).first().click();
    await openPane();
    expect(await page.locator("#document").textContent()).toContain("Cabinet Member Report");
    expect(await pane.locator(".outline").textContent()).toMatch(
      /Contributed[\s\S]*Open|Open[\s\S]*Contributed/,
    );
    expect(await accessibilityFaults(pane)).toEqual([]);
  });

  it("inserts one section, then a table, then all the rest, each in its place", async () => {
    const insert = pane.locator("fluent-button", { hasText: /^Insert$/ });
    await insert.first().click();
    await pane.getByText("In the document").first().waitFor();
    const first = await page.locator("#document").textContent();
    await pane
      .getByText(/^Insert (all|the rest|\d+)/)
      .first()
      .click();
    await pane.getByText(/(\d+) of \1 in the document/).waitFor();
    const whole = await page.locator("#document").textContent();
    expect(whole?.length).toBeGreaterThan(first?.length ?? 0);
    expect(whole).toContain("(draft)");
    expect(whole).toContain("Recommendations");
  });

  it("edits a section in Word and saves it back: the record holds it", async () => {
    const paragraph = page
      .locator("#document p")
      .filter({ hasText: /\w{4,} \w+ \w+ \w+/ })
      .last();
    await paragraph.click();
    await page.keyboard.press("End");
    await page.keyboard.type(" Typed in the journey.");
    const saves = pane.locator("fluent-button", { hasText: "Save back" });
    const before = await recordedSections();
    for (let index = 0; index < (await saves.count()); index++) await saves.nth(index).click();
    await expect
      .poll(
        async () =>
          (await recordedSections()).filter((html) => html.includes("Typed in the journey.")).length,
        {
          timeout: 15_000,
        },
      )
      .toBe(1);
    expect((await recordedSections()).filter((html, index) => html !== before[index])).toHaveLength(1);
  });

  it("saves the document, which the Open XML validator accepts, and finds its report again", async () => {
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await page
      .getByText(/^Saved/)
      .first()
      .waitFor();
    const download = page.waitForEvent("download");
    await page.getByRole("button", { name: "Download" }).click();
    const bytes = await readFile(await (await download).path());
    expect(await openXmlFaults(new Uint8Array(bytes))).toEqual([]);
    await page.reload();
    await openPane();
    await pane.getByText(/(\d+) of \1 in the document/).waitFor();
  });

  /** What the record holds of each section, read as the service itself. */
  async function recordedSections(): Promise<string[]> {
    return readSections(await platform.environment());
  }
});
