import { readFile } from "node:fs/promises";
import type { Browser, Frame, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { browserMissing, openBrowser } from "../builders/browser.ts";
import { openXmlFaults } from "../builders/judges.ts";
import { changeSection, readSectionsInOrder } from "../builders/record-reader.ts";
import { type RunningPlatform, startPlatform } from "../builders/running-platform.ts";
import { accessibilityFaults, openPage } from "./journey-browser.ts";

const missing = browserMissing();

describe.skipIf(missing !== null)(
  `an author and a record that changes${missing ? ` (${missing})` : ""}`,
  () => {
    let platform: RunningPlatform;
    let browser: Browser;
    let page: Page;
    let pane: Frame;

    beforeAll(async () => {
      [platform, browser] = await Promise.all([startPlatform(), openBrowser()]);
      page = await openPage(browser, { width: 1400, height: 1000 });
      await page.goto(platform.address);
      await page
        .getByRole("link", { name: /^Cabinet Member Report/ })
        .first()
        .click();
      await page.waitForSelector("#document");
      const frame = await (await page.waitForSelector("#pane")).contentFrame();
      if (!frame) throw new Error("The task pane has no frame.");
      pane = frame;
      await pane.getByText("Show my reports").click();
      await pane.locator(".outline").waitFor();
    });
    afterAll(async () => {
      await browser?.close();
      await platform?.stop();
    });

    const button = (label: string) => pane.locator(`fluent-button[aria-label="${label}"]`);
    const said = (words: string | RegExp) => pane.locator(".read-out", { hasText: words }).waitFor();
    const text = () => page.locator("#document");
    const row = (title: string) =>
      pane.locator("li.row", { has: pane.getByRole("heading", { name: title, exact: true }) });
    const headings = (): Promise<string[]> => text().locator(".control > .control-title").allTextContents();

    async function typeAfter(words: string, typed: string): Promise<void> {
      await text().getByText(words).first().click();
      await page.keyboard.press("End");
      await page.keyboard.type(typed);
    }
    async function reopen(): Promise<void> {
      await pane.getByText("My reports", { exact: true }).click();
      await pane.locator(".report", { hasText: "Cabinet Member Report" }).first().click();
      await pane.locator(".outline").waitFor();
    }

    it("inserts several that were chosen, then all that is missing: each table stands once", async () => {
      await pane.getByRole("checkbox", { name: "Choose Budget Monitoring" }).check();
      await pane.getByRole("checkbox", { name: "Choose Health and Safety" }).click({ modifiers: ["Shift"] });
      await pane.getByText(/^Insert \d chosen/).click();
      await said(/parts are in the document/);
      await pane.getByText(/^Insert \d+ missing/).click();
      await pane.getByText("14 of 14 in the document").waitFor();
      const titles = await headings();
      expect(new Set(titles).size).toBe(titles.length);
      expect(titles[0]).toBe("Corporate Resources");
      expect(await text().locator("table").count()).toBe(3);
    });

    it("refreshes what changed in the record and keeps what was typed here", async () => {
      const environment = await platform.environment();
      await typeAfter("The last stage of the move has three parts:", " Typed by the author.");
      await changeSection(environment, "ICT", (html) =>
        html
          .replace("finished a week early", "finished two weeks early")
          .replace("</ol>", "<li>the last form is filed.</li></ol>"),
      );
      await changeSection(
        environment,
        "Personnel",
        (html) => `${html}<p>Added by the head of personnel.</p>`,
      );
      await reopen();
      await row("ICT").getByText("The record has changed").waitFor();
      expect(await accessibilityFaults(pane)).toEqual([]);
      await pane.getByText("Refresh 2", { exact: true }).click();
      await said("2 parts refreshed.");
      await text().getByText("three parts: Typed by the author.").waitFor();
      await text().getByText("finished two weeks early").waitFor();
      await text().getByText("the last form is filed.").waitFor();
      await text().getByText("Added by the head of personnel.").waitFor();
    });

    it("goes back a step and forward again, and then stores both people’s words", async () => {
      await pane.getByText("Undo refreshing 2 parts").click();
      await said("Undone: refreshing 2 parts.");
      expect(await text().getByText("Added by the head of personnel.").count()).toBe(0);
      await text().getByText("three parts: Typed by the author.").waitFor();
      await pane.getByText("Refresh 2", { exact: true }).click();
      await said("2 parts refreshed.");
      await button("Save back ICT").click();
      await said("ICT is saved.");
      const ict = (await readSectionsInOrder(await platform.environment())).find(
        (one) => one.heading === "ICT",
      );
      expect(ict?.html).toContain("Typed by the author.");
      expect(ict?.html).toContain("finished two weeks early");
      expect(ict?.html).toContain("<li>the last form is filed.</li></ol>");
      expect(ict?.html).toContain('<a href="https://www.council.example/service-desk">service desk page</a>');
    });

    it("asks only where both changed the same words", async () => {
      await typeAfter("Added by the head of personnel.", " And by me.");
      await changeSection(await platform.environment(), "Personnel", (html) =>
        html.replace("by the head of personnel.", "by the head of personnel. Again."),
      );
      await button("Save back Personnel").click();
      const panel = pane.getByRole("dialog");
      await panel.getByText("Keep both, mine first").click();
      expect(await accessibilityFaults(pane)).toEqual([]);
      await panel.getByText("Save", { exact: true }).click();
      await said("Personnel is saved with the record’s changes.");
      const stored = (await readSectionsInOrder(await platform.environment())).find(
        (one) => one.heading === "Personnel",
      );
      expect(stored?.html).toContain(
        "<p>Added by the head of personnel. And by me.</p><p>Added by the head of personnel. Again.</p>",
      );
      await text().getByText("personnel. Again.").waitFor();
    });

    it("moves a section with what stands below it, in the document and in the record", async () => {
      const order = async () =>
        (await readSectionsInOrder(await platform.environment())).map((one) => one.heading);
      await button("Move Personnel down").scrollIntoViewIfNeeded();
      await row("Personnel").hover();
      await button("Move Personnel down").click();
      await said("Personnel moved down.");
      const now = await order();
      expect(now.slice(-5)).toEqual([
        "Democratic Services",
        "Electoral Services",
        "Personnel",
        "Apprenticeships",
        "Occupational Health",
      ]);
      expect((await headings()).filter((title) => now.includes(title))).toEqual(now);
      expect(await pane.getByText(/^Refresh \d/).count()).toBe(0);
    });

    it("inserts the standard section in force today, the plan’s items and the committee’s meetings", async () => {
      await pane.getByText("Standard sections", { exact: true }).click();
      await row("Equality implications").getByText("Standard section, version 2").waitFor();
      await button("Insert Equality implications").click();
      await text().getByText("due regard to the public sector equality duty").waitFor();
      expect(await pane.getByText("Standard section, version 1").count()).toBe(2);
      await button("Insert Meetings of the committee").click();
      await text()
        .getByText(/last met on \w+ \d+ \w+ \d{4}, the \w+ of the municipal year/)
        .waitFor();
      await text().getByText("It considered:").waitFor();
      await button("Insert Forward Plan: items in this committee’s area").click();
      await text().getByText("Licensing Policy for Taxis and Private Hire").waitFor();
      await text().getByText("Fully exempt").first().waitFor();
      expect(await accessibilityFaults(pane)).toEqual([]);
    });

    it("leaves a section with tracked changes alone and says which", async () => {
      await page.getByRole("button", { name: "Track changes" }).click();
      await typeAfter("Twelve school admission appeals were heard.", " Two succeeded.");
      await page.getByRole("button", { name: "Track changes" }).click();
      await changeSection(
        await platform.environment(),
        "Democratic Services",
        (html) => `${html}<p>More.</p>`,
      );
      await reopen();
      await button("Refresh Democratic Services").click();
      const panel = pane.getByRole("dialog");
      await panel.getByText("“Democratic Services” has tracked changes in it").waitFor();
      await panel.getByText("Close", { exact: true }).click();
      await text().getByText("Two succeeded.").waitFor();
    });

    it("finds a section that was pasted twice: the copy becomes plain text", async () => {
      const control = text()
        .locator(".control", { has: page.locator(".control-title", { hasText: /^Hardship Fund$/ }) })
        .last();
      await control.locator(".control-title").click();
      await page.keyboard.press("Control+C");
      await text().locator("p").last().click();
      await page.keyboard.press("Control+V");
      await expect
        .poll(async () => (await headings()).filter((title) => title === "Hardship Fund").length)
        .toBe(2);
      await page.getByRole("button", { name: "Save", exact: true }).click();
      await page.getByText("Saved", { exact: true }).waitFor();
      await page.reload();
      const again = await (await page.waitForSelector("#pane")).contentFrame();
      if (!again) throw new Error("The task pane has no frame.");
      pane = again;
      await pane.getByText("“Hardship Fund” stood in this document more than once").waitFor();
      expect((await headings()).filter((title) => title === "Hardship Fund")).toHaveLength(1);
      await pane.getByText("14 of 14 in the document").waitFor();
    });

    it("saves a document that the Open XML validator accepts", async () => {
      const download = page.waitForEvent("download");
      await page.getByRole("button", { name: "Download" }).click();
      const bytes = await readFile(await (await download).path());
      expect(await openXmlFaults(new Uint8Array(bytes))).toEqual([]);
    });

    it("runs the probe beside a document: no differences", async () => {
      const address = new URL(page.url());
      address.searchParams.set("pane", "probe.html");
      await page.goto(address.href);
      const probe = await (await page.waitForSelector("#pane")).contentFrame();
      if (!probe) throw new Error("The probe has no frame.");
      await probe.getByText("Run in this document").click();
      await probe.getByText("Done", { exact: true }).waitFor();
      expect(await probe.locator("#result").textContent()).toMatch(/^\d+ cases, 0 differences$/);
      expect(await accessibilityFaults(probe)).toEqual([]);
    });
  },
);
