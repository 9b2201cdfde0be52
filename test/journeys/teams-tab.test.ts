import { readFile } from "node:fs/promises";
import type { Browser, Frame, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { browserMissing, openBrowser } from "../builders/browser.ts";
import { openXmlFaults } from "../builders/judges.ts";
import { type RunningPlatform, startPlatform } from "../builders/running-platform.ts";
import { accessibilityFaults, openPage, openPlayground } from "./journey-browser.ts";

const missing = browserMissing();

describe.skipIf(missing !== null)(`the tab in Teams${missing ? ` (${missing})` : ""}`, () => {
  let platform: RunningPlatform;
  let browser: Browser;
  let page: Page;
  let tab: Frame;

  beforeAll(async () => {
    [platform, browser] = await Promise.all([startPlatform(), openBrowser()]);
    page = await openPage(browser);
  });
  afterAll(async () => {
    await browser?.close();
    await platform?.stop();
  });

  async function openTab(query: string): Promise<void> {
    await page.goto(`${platform.address}/teams/?${query}`);
    const frame = await (await page.waitForSelector("iframe")).contentFrame();
    if (!frame) throw new Error("The tab has no frame.");
    tab = frame;
    await tab.getByRole("tab").first().waitFor();
  }
  const openPageOf = async (name: string) => {
    await tab.getByRole("tab", { name }).click();
    await tab.locator("h1", { hasText: name }).waitFor();
  };
  const marked = async () =>
    [
      ...new Set(
        await tab
          .locator("[data-item]")
          .evaluateAll((all) => all.map((one) => one.getAttribute("data-item"))),
      ),
    ].sort();

  describe("a member", () => {
    it("sees the same items as a timeline and as a table", async () => {
      await openTab("person=councillor");
      await tab.locator(".mark").first().waitFor();
      const onTimeline = await marked();
      expect(onTimeline.length).toBeGreaterThanOrEqual(12);
      // Two decision makers, two marks.
      expect(await tab.locator(".mark").count()).toBeGreaterThan(onTimeline.length);
      expect(await accessibilityFaults(tab)).toEqual([]);
      await tab.getByRole("button", { name: "Table" }).click();
      expect(await marked()).toEqual(onTimeline);
      expect(await accessibilityFaults(tab)).toEqual([]);
    });

    it("narrows both with a filter", async () => {
      const all = await marked();
      await tab.getByRole("combobox", { name: "Report" }).selectOption("exempt");
      const inTable = await marked();
      expect(inTable.length).toBeGreaterThan(0);
      expect(inTable.length).toBeLessThan(all.length);
      await tab.getByRole("button", { name: "Timeline" }).click();
      expect(await marked()).toEqual(inTable);
      await tab.locator("[role=status]", { hasText: `${inTable.length} of ${all.length} items.` }).waitFor({
        state: "attached",
      });
    });

    it("opens an item from the timeline, and reads why its report is exempt", async () => {
      await tab.locator(".mark").first().click();
      const panel = tab.locator("dialog[open]");
      await panel.getByText(/Schedule 12A paragraph \d, /).waitFor();
      const calendar = await fetch((await panel.getByText("Add to calendar").getAttribute("href")) ?? "");
      expect(await calendar.text()).toContain("BEGIN:VEVENT");
      expect(await accessibilityFaults(tab)).toEqual([]);
    });

    it("comes to an item by a deep link, as Teams hands it on", async () => {
      const [key] = await marked();
      await openTab(`person=councillor&subPage=${encodeURIComponent(key ?? "")}`);
      await tab.locator("dialog[open] h2").waitFor();
      const title = await tab.locator(`[data-item="${key}"] .mark-title`).first().textContent();
      expect(await tab.locator("dialog[open] h2").textContent()).toBe(title);
      await page.keyboard.press("Escape");
    });

    it("opens a meeting with its agenda, and sees no deadline anywhere", async () => {
      expect(await tab.getByRole("tab").allTextContents()).toEqual([
        "Forward Plan",
        "Meetings",
        "My calendar",
      ]);
      await openPageOf("Meetings");
      await pressOnCalendar("Agenda published");
      const panel = tab.locator("dialog[open]");
      await panel.getByText("Apologies for Absence").waitFor();
      expect(await panel.locator(".agenda > li").count()).toBeGreaterThan(3);
      expect(await tab.getByText(/Publish by|Download/).count()).toBe(0);
      expect(await accessibilityFaults(tab)).toEqual([]);
      await page.keyboard.press("Escape");
    });

    it("has a calendar of their own, and renews its address: the old one stops working", async () => {
      await openPageOf("My calendar");
      const field = tab.getByLabel("Address of your calendar");
      await field.waitFor();
      const before = await field.inputValue();
      expect((await fetch(before)).status).toBe(200);
      await tab.getByText("Renew address", { exact: true }).click();
      await tab.locator("dialog[open]").getByText("stops working").waitFor();
      expect(await accessibilityFaults(tab)).toEqual([]);
      await tab.locator("dialog[open]").getByText("Renew address", { exact: true }).click();
      await expect.poll(() => field.inputValue()).not.toBe(before);
      expect((await fetch(before)).status).toBe(404);
      expect((await fetch(await field.inputValue())).status).toBe(200);
    });
  });

  describe("an officer", () => {
    it("comes to the deadlines from a card of the officers’ channel", async () => {
      await openTab(`subPage=${encodeURIComponent("page:deadlines")}`);
      await tab.getByRole("heading", { name: "Deadlines", level: 1 }).waitFor();
    });

    it("sees the days left to publish, by day and in words", async () => {
      await openTab("person=officer");
      await openPageOf("Meetings");
      await tab.getByText(/^Publish by \w+ \d+ \w+ \(in \d working days?\)$/).waitFor();
      await tab.locator(".countdown .link").click();
      await tab.locator("dialog[open]").getByText("Agenda not published yet").waitFor();
      expect(await accessibilityFaults(tab)).toEqual([]);
    });

    it("takes a meeting’s deadlines as a calendar, and the certificate of one that was published", async () => {
      const panel = tab.locator("dialog[open]");
      const deadlines = await download(() => panel.getByText("Download its deadlines").click());
      expect(deadlines.name).toMatch(/^deadlines-[A-Z]+-[\d-]+\.ics$/);
      expect(new TextDecoder().decode(deadlines.bytes)).toContain("BEGIN:VEVENT");
      expect(await panel.getByText("Download certificate of notice").count()).toBe(0);
      await page.keyboard.press("Escape");
      await pressOnCalendar("Agenda published");
      const certificate = await download(() => panel.getByText("Download certificate of notice").click());
      expect(certificate.name).toMatch(/^certificate-.+\.docx$/);
      expect(await openXmlFaults(certificate.bytes)).toEqual([]);
      await panel.getByText("is in your downloads").waitFor();
      await page.keyboard.press("Escape");
    });

    it("reads deadlines by person, waives one with a reason, and takes that back", async () => {
      await openPageOf("Deadlines");
      const officer = tab.getByRole("region", { name: "Committee officer" });
      await officer.locator(".line").first().waitFor();
      expect(await officer.locator(".line").first().textContent()).toMatch(/Late|Due/);
      expect(await accessibilityFaults(tab)).toEqual([]);
      const waive = officer.locator("fluent-button[aria-label^='Waive: ']").first();
      const name = ((await waive.getAttribute("aria-label")) ?? "").replace("Waive: ", "");
      await waive.click();
      const dialog = tab.locator("dialog[open]");
      await dialog.getByText("Waive", { exact: true }).click();
      await dialog.getByText("Say why").waitFor();
      expect(await accessibilityFaults(tab)).toEqual([]);
      await dialog.getByLabel("Reason").fill("No contributions are wanted for this meeting.");
      await dialog.getByText("Waive", { exact: true }).click();
      await tab.locator("[role=status]", { hasText: "is waived." }).waitFor({ state: "attached" });
      expect(await tab.locator(`fluent-button[aria-label="Waive: ${name}"]`).count()).toBe(0);

      await tab.getByRole("combobox", { name: "Which deadlines" }).selectOption("settled");
      const waived = tab.getByText("Waived: No contributions are wanted for this meeting.");
      await tab.locator(".line").first().waitFor();
      for (let more = 0; more < 10 && !(await waived.isVisible()); more++)
        await tab
          .getByRole("button", { name: /^Show \d+ more/ })
          .first()
          .click();
      await waived.waitFor();
      await tab.locator(`fluent-button[aria-label="Take the waiver back: ${name}"]`).click();
      await tab.locator("[role=status]", { hasText: "is owed again." }).waitFor({ state: "attached" });
      await tab.getByRole("combobox", { name: "Which deadlines" }).selectOption("open");
      await tab.locator(`fluent-button[aria-label="Mark as met: ${name}"]`).click();
      await tab.locator("[role=status]", { hasText: "is met." }).waitFor({ state: "attached" });
    });

    it("sees the same deadlines on a calendar", async () => {
      await tab.getByRole("button", { name: "Calendar", exact: true }).click();
      await pressOnCalendar("Publish the agenda");
      await tab.locator("dialog[open]").getByText("Committee officer").waitFor();
      expect(await accessibilityFaults(tab)).toEqual([]);
      await page.keyboard.press("Escape");
    });

    it("sees what was sent where, and takes a posted card back after a question", async () => {
      // The Playground tells the bot of a channel when it is opened; what waits for it is posted then.
      const teams = await openPage(browser);
      await openPlayground(teams, platform.playground);
      for (const channel of ["Officers", "General"]) {
        await teams.getByText(channel, { exact: true }).first().click();
        await teams.getByText("Start a new post").waitFor();
      }
      await openPageOf("Deliveries");
      await expect
        .poll(
          async () => {
            await tab.getByText("Look again").click();
            return tab.locator(".line", { hasText: "Posted" }).count();
          },
          { timeout: 20_000, interval: 1_000 },
        )
        .toBe(2);
      expect(await accessibilityFaults(tab)).toEqual([]);
      const agenda = tab.locator(".line", { hasText: "Members’ channel" });
      await agenda.getByText("Take back").click();
      await tab.locator("dialog[open]").getByText("Who has read it has read it").waitFor();
      await tab.locator("dialog[open]").getByText("Take back", { exact: true }).click();
      await tab.locator("[role=status]", { hasText: "being taken back" }).waitFor({ state: "attached" });
      await expect
        .poll(
          async () => {
            await tab.getByText("Look again").click();
            return tab.locator(".line", { hasText: "Taken back" }).count();
          },
          { timeout: 20_000, interval: 1_000 },
        )
        .toBeGreaterThan(0);
    });
  });

  it("follows the theme that is chosen in Teams", async () => {
    await page.getByLabel("Theme").selectOption("dark");
    await tab.locator("html[data-theme=dark]").waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
  });

  /** What is near today stands on the calendar of this month or the next. */
  async function pressOnCalendar(words: string): Promise<void> {
    await tab.locator(".calendar").waitFor();
    const place = tab.locator(".calendar").getByText(words, { exact: true });
    if ((await place.count()) === 0) await tab.locator("fluent-button[title=Later]").click();
    await place.first().click();
  }

  async function download(press: () => Promise<void>): Promise<{ name: string; bytes: Uint8Array }> {
    const waiting = page.waitForEvent("download");
    await press();
    const file = await waiting;
    return { name: file.suggestedFilename(), bytes: new Uint8Array(await readFile(await file.path())) };
  }
});
