import type { Browser, Frame, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { browserMissing, openBrowser } from "../builders/browser.ts";
import { changeSection, readSectionsInOrder } from "../builders/record-reader.ts";
import { type RunningPlatform, startPlatform } from "../builders/running-platform.ts";
import { accessibilityFaults, openPage } from "./journey-browser.ts";

const missing = browserMissing();

describe.skipIf(missing !== null)(`an author without a mouse${missing ? ` (${missing})` : ""}`, () => {
  let platform: RunningPlatform;
  let browser: Browser;
  let page: Page;
  let pane: Frame;

  beforeAll(async () => {
    [platform, browser] = await Promise.all([startPlatform(), openBrowser()]);
    page = await openPage(browser, { width: 1280, height: 800 });
    await page.goto(platform.address);
  });
  afterAll(async () => {
    await browser?.close();
    await platform?.stop();
  });

  const press = (key: string) => page.keyboard.press(key);
  const said = (words: string | RegExp) => pane.locator(".read-out", { hasText: words }).waitFor();
  /** What has the focus in the pane: its label, or its words. */
  const focused = (): Promise<string> =>
    pane.evaluate(() => {
      const active = document.activeElement;
      return active?.getAttribute("aria-label") ?? active?.textContent?.trim() ?? "";
    });
  /** Presses a key until something has the focus; fails after sixty times. */
  async function goTo(what: string | RegExp, key = "Tab"): Promise<void> {
    for (let times = 0; times < 60; times++) {
      const now = await focused();
      if (typeof what === "string" ? now === what : what.test(now)) return;
      await press(key);
    }
    throw new Error(`${String(what)} was not reached with ${key}; the focus is on “${await focused()}”.`);
  }

  it("opens the report from the hub and the pane from the page", async () => {
    await page
      .getByRole("link", { name: /^Cabinet Member Report/ })
      .first()
      .focus();
    await press("Enter");
    const frame = await (await page.waitForSelector("#pane")).contentFrame();
    if (!frame) throw new Error("The task pane has no frame.");
    pane = frame;
    await pane.getByText("Show my reports").waitFor();
    await pane.locator("h1").focus();
    await goTo("Show my reports");
    await press("Enter");
    await pane.locator(".outline").waitFor();
  });

  it("searches, goes from row to row, chooses and inserts", async () => {
    await goTo("Search sections and tables");
    await page.keyboard.type("personnel");
    await said(/\d parts? found\./);
    await press("Escape");
    await said("All parts are shown.");
    await goTo("Choose Corporate Resources");
    await press("Space");
    await press("ArrowDown");
    expect(await focused()).toBe("Choose Budget Monitoring");
    await press("Space");
    await goTo(/^Insert 2 chosen/);
    await press("Enter");
    await said("2 parts are in the document.");
    await goTo(/^Insert 12 missing/);
    await press("Enter");
    await pane.getByText("14 of 14 in the document").waitFor();
  });

  it("moves a section with Alt and the arrow keys, and takes that back", async () => {
    const order = async () =>
      (await readSectionsInOrder(await platform.environment())).map((one) => one.heading);
    const before = await order();
    await goTo("Save back Health and Safety", "Shift+Tab");
    await press("Alt+ArrowUp");
    await said("Health and Safety moved up.");
    expect((await order()).indexOf("Health and Safety")).toBe(before.indexOf("Health and Safety") - 1);
    expect(await focused()).toBe("Save back Health and Safety");
    await goTo(/^Undo moving Health and Safety/);
    await press("Enter");
    await said("Undone: moving Health and Safety.");
    expect(await order()).toEqual(before);
  });

  it("settles a conflict and saves", async () => {
    await page.locator("#document").focus();
    const words = "Sickness absence fell for the third quarter running.";
    await page.evaluate((wanted) => {
      const line = [...document.querySelectorAll("#document p")].find((one) =>
        one.textContent?.includes(wanted),
      );
      const node = line?.querySelector("span")?.firstChild;
      if (node) getSelection()?.collapse(node, 0);
    }, words);
    await page.keyboard.type("Here: ");
    await changeSection(await platform.environment(), "Personnel", (html) =>
      html.replace("<p>Sickness", "<p>There: sickness"),
    );
    await pane.locator("h1").focus();
    await goTo("Save back Personnel");
    await press("Enter");
    const panel = pane.getByRole("dialog");
    await panel.waitFor();
    expect(await accessibilityFaults(pane)).toEqual([]);
    for (let times = 0; times < 12; times++) {
      const radio = await pane.evaluate(
        () => (document.activeElement as HTMLInputElement | null)?.type === "radio",
      );
      if (radio) break;
      await press("Tab");
    }
    await press("Space");
    await panel.getByText("All chosen").waitFor();
    await goTo("Save");
    await press("Enter");
    await said("Personnel is saved");
    const stored = (await readSectionsInOrder(await platform.environment())).find(
      (one) => one.heading === "Personnel",
    );
    expect(stored?.html).toContain("<p>Here: Sickness");
  });

  it("needs no sideways scrolling at 400 % and shows its focus in forced colours", async () => {
    await page.setViewportSize({ width: 320, height: 640 });
    await page.emulateMedia({ forcedColors: "active" });
    const wide = await pane.evaluate(
      () => document.documentElement.scrollWidth > document.documentElement.clientWidth,
    );
    expect(wide).toBe(false);
    await goTo(/^Show /, "Shift+Tab");
    const outline = await pane.evaluate(() => {
      const active = document.activeElement;
      return active ? getComputedStyle(active).outlineStyle : "";
    });
    expect(outline).not.toBe("");
    // The system’s colours stand in for ours there, which axe does not see.
    expect((await accessibilityFaults(pane)).filter((one) => !one.startsWith("color-contrast"))).toEqual([]);
  });
});
