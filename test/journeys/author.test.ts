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
    await page
      .getByRole("link", { name: /^Cabinet Member Report/ })
      .first()
      .click();
    await openPane();
    expect(await page.locator("#document").textContent()).toContain("Cabinet Member Report");
    expect(await pane.locator(".outline").textContent()).toMatch(
      /Contributed[\s\S]*Open|Open[\s\S]*Contributed/,
    );
    expect(await accessibilityFaults(pane)).toEqual([]);
  });

  const rows = () => pane.locator(".outline fluent-button.insert");
  const allIn = () => pane.getByText(/^(\d+) of \1 in the document$/).waitFor();

  it("inserts one section, then a table, then all the rest, each in its place", async () => {
    const labels = await rows().evaluateAll((buttons) =>
      buttons.map((one) => one.getAttribute("aria-label") ?? ""),
    );
    expect(labels.length).toBe(14);
    await pane.locator(`fluent-button[aria-label="${labels[0]}"]`).click();
    await pane.getByText("1 of 14 in the document").waitFor();
    const table = labels.find((label) => /council tax/i.test(label)) ?? "";
    await pane.locator(`fluent-button[aria-label="${table}"]`).click();
    await pane.getByText("2 of 14 in the document").waitFor();
    expect(await page.locator("#document table").count()).toBe(2);
    await pane.getByText("Insert 12 missing").click();
    await allIn();
    const whole = (await page.locator("#document").textContent()) ?? "";
    expect(whole).toContain("(draft)");
    expect(whole).toContain("Recommendations");
    expect(await accessibilityFaults(pane)).toEqual([]);
  });

  it("edits a section in Word and saves it back: the record holds it", async () => {
    const before = await recordedSections();
    const control = page
      .locator("#document [data-tag], #document .control")
      .filter({ hasText: /\w{4,}/ })
      .first();
    await control.locator("p").last().click();
    await page.keyboard.press("End");
    await page.keyboard.type(" Typed in the journey.");
    const saves = pane.locator('fluent-button[aria-label^="Save back"]');
    await saves.first().click();
    await expect
      .poll(
        async () =>
          (await recordedSections()).filter((html) => html.includes("Typed in the journey.")).length,
      )
      .toBe(1);
    const after = await recordedSections();
    expect(after.filter((html, index) => html !== before[index])).toHaveLength(1);
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
    await allIn();
  });

  /** What the record holds of each section, read as the service itself. */
  async function recordedSections(): Promise<string[]> {
    return readSections(await platform.environment());
  }
});
