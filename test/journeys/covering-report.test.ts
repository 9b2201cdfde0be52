import { readFile } from "node:fs/promises";
import type { Browser, Frame, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { browserMissing, openBrowser } from "../builders/browser.ts";
import { openXmlFaults } from "../builders/judges.ts";
import { partsOf } from "../builders/office-files.ts";
import { type RunningPlatform, startPlatform } from "../builders/running-platform.ts";
import { accessibilityFaults, openPage } from "./journey-browser.ts";

const missing = browserMissing();
const pictures = process.env["CLEAR_DAYS_PICTURES"];

describe.skipIf(missing !== null)(`an author with a new report${missing ? ` (${missing})` : ""}`, () => {
  let platform: RunningPlatform;
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    [platform, browser] = await Promise.all([startPlatform(), openBrowser()]);
    page = await openPage(browser, { width: 1400, height: 1000 });
    await page.goto(platform.address);
  });
  afterAll(async () => {
    await browser?.close();
    await platform?.stop();
  });

  const paneOf = async (): Promise<Frame> => {
    await page.waitForSelector("#document");
    const frame = await (await page.waitForSelector("#pane")).contentFrame();
    if (!frame) throw new Error("The task pane has no frame.");
    return frame;
  };

  it("begins a covering report for a meeting, by keyboard, and cannot begin it half filled", async () => {
    await page.getByRole("link", { name: /CMR/ }).first().click();
    const pane = await paneOf();
    await pane.getByText("Show my reports").click();
    await pane.locator(".outline").waitFor();
    await pane.getByText("My reports", { exact: true }).click();
    await pane.getByText("New covering report", { exact: true }).click();
    await pane.getByRole("heading", { name: "New covering report" }).waitFor();
    expect(await accessibilityFaults(pane)).toEqual([]);
    if (pictures) await page.screenshot({ path: `${pictures}/new-report.png` });

    await pane.getByLabel("Subject").focus();
    await page.keyboard.type("Street lighting: the next five years");
    await page.keyboard.press("Enter");
    // Nothing is sent while a mandatory field is empty.
    expect(await pane.getByRole("heading", { name: "New covering report" }).isVisible()).toBe(true);
    await pane.getByLabel("Meeting").selectOption({ index: 1 });
    await pane.getByLabel("Report of (post)").fill("Head of Highways and Public Protection");
    await pane.getByLabel("It asks for a key decision").press("Space");
    await pane.getByRole("button", { name: "Begin the report" }).press("Enter");
    await pane.getByRole("heading", { name: "Street lighting: the next five years" }).waitFor();
    await pane.getByText("Recommendation(s):", { exact: true }).waitFor();
    expect(await accessibilityFaults(pane)).toEqual([]);
  });

  it("works in its own document: front sheet, every heading once, words saved back", async () => {
    await page.goto(platform.address);
    await page
      .getByRole("link", { name: /STREET-LIGHTING/ })
      .first()
      .click();
    const pane = await paneOf();
    await pane.getByText("Street lighting: the next five years").first().waitFor();
    await pane.getByText(/^Insert all/).click();
    await pane.getByText(/(\d+) of \1 in the document/).waitFor();
    const document = page.locator("#document");
    await document.getByText("Head of Highways and Public Protection").waitFor();
    await document.getByText("Summary:", { exact: true }).last().click();
    await page.keyboard.press("End");
    await page.keyboard.press("Enter");
    await page.keyboard.type("Half of the lamps are older than forty years.");
    await pane.locator('fluent-button[aria-label="Save back Summary:"]').click();
    await pane.locator(".read-out", { hasText: "Summary: is saved" }).waitFor();
    if (pictures) await page.screenshot({ path: `${pictures}/covering-report.png` });

    const download = page.waitForEvent("download");
    await page.getByRole("button", { name: "Download" }).click();
    const bytes = new Uint8Array(await readFile(await (await download).path()));
    expect(await openXmlFaults(bytes)).toEqual([]);
    const xml = (await partsOf(bytes)).get("word/document.xml") ?? "";
    expect(xml).toContain("Half of the lamps are older than forty years.");
    expect(xml.split("Is this a Key Decision:").length).toBe(2);
  });
});
