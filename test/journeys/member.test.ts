import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { browserMissing, openBrowser } from "../builders/browser.ts";
import { type RunningPlatform, startPlatform } from "../builders/running-platform.ts";
import { openPage, openPlayground } from "./journey-browser.ts";

const missing = browserMissing();

describe.skipIf(missing !== null)(`a member in Teams${missing ? ` (${missing})` : ""}`, () => {
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

  async function say(text: string): Promise<void> {
    await page.getByRole("textbox").last().click();
    await page.keyboard.type(text);
    await page.keyboard.press("Enter");
  }

  it("is greeted once, with things to ask", async () => {
    await page.getByText("Ask about the Forward Plan in your own words").waitFor();
    expect(await page.getByText("Ask about the Forward Plan in your own words").count()).toBe(1);
  });

  it("finds an item from the compose box and shares its card", async () => {
    await page.getByRole("button", { name: "Trigger Message Extension App" }).click();
    await page.getByText("Search Command").click();
    // The Playground reads no manifest: what stands there is typed in.
    await page.getByText("Specify Command ID or Parameter").click();
    await page.getByPlaceholder("Command ID").fill("searchForwardPlan");
    await page.getByPlaceholder("Parameter name").fill("words");
    await page.getByPlaceholder("Enter a search term").fill("depot");
    await page.keyboard.press("Enter");
    await page.getByText("Linacre Lane Depot").last().click();
    // The card stands in the compose box before it is sent.
    await page.getByText("alban.skerritt@council.example").waitFor();
    await page.getByRole("button", { name: "Send Message" }).click();
    await page.getByText("Write to the contact officer").last().waitFor();
  });

  it("asks what is coming up and reads a list by month, with the edition", async () => {
    await say("what is coming up?");
    await page
      .getByText(/of 4\d|4\d items/)
      .first()
      .waitFor();
    expect(await page.getByText(/published \d+ \w+ \d{4}/).count()).toBeGreaterThan(0);
    // The card shared before was no question: nothing answered it.
    expect(await page.getByText("Not in the plan’s words").count()).toBe(0);
  });

  it("turns the page of the list", async () => {
    await page.getByText("More", { exact: true }).last().click();
    await page.getByText(/7 to 12 of 4\d/).waitFor();
  });

  it("asks for what is in private, opens the item, and reads its paragraph and contact", async () => {
    await say("anything in private?");
    await page
      .getByText(/part exempt or fully exempt/)
      .last()
      .waitFor();
    await page.getByText("Part exempt", { exact: false }).last().waitFor();
    const title = page.locator(".ac-selectable").last();
    await title.click();
    await page
      .getByText(/Schedule 12A paragraph \d: about/)
      .last()
      .waitFor();
    await page.getByText("@council.example").last().waitFor();
  });

  it("reads why the answer is what it is, and lets the filter go with a press", async () => {
    await say("which items are in private?");
    await page
      .getByRole("button", { name: /✕ part exempt or fully exempt/ })
      .last()
      .waitFor();
    await page.getByText("Why this answer?").last().click();
    await page
      .getByText(/The question was read as asking for/)
      .last()
      .waitFor();
    await page
      .getByRole("button", { name: /✕ part exempt or fully exempt/ })
      .last()
      .click();
    await page
      .getByText(/1 to 6 of 4\d/)
      .last()
      .waitFor();
  });

  it("follows what an answer showed with a press, sees what is followed, and stops", async () => {
    await say("what affects Linacre?");
    await page
      .getByRole("button", { name: /Follow these/ })
      .last()
      .click();
    await page.getByText("You follow “Linacre ward”").last().waitFor();
    await say("follow housing");
    await page.getByText("You follow “housing”").last().waitFor();
    await say("what do I follow?");
    await page.getByText("You follow “Linacre ward”, “housing”").last().waitFor();
    await say("stop");
    await page.getByText("You are sent nothing more").last().waitFor();
  });

  it("asks what has been put back and sees by how much", async () => {
    await say("which items have been put back?");
    await page.getByText("What has changed", { exact: true }).last().waitFor();
    await page
      .getByText(/ to .*, .* later\./)
      .last()
      .waitFor();
  });

  it("asks when the next Cabinet is, by pressing a button", async () => {
    await page.getByRole("button", { name: "When is the next Cabinet?" }).first().click();
    await page
      .getByText(/The next meeting of Cabinet is on Thursday/)
      .first()
      .waitFor();
  });

  it("gets a polite answer to what the plan cannot say", async () => {
    await say("show me the confidential report text");
    await page.getByText("not something the published Forward Plan can answer").last().waitFor();
  });
});
