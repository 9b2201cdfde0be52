import { readFileSync } from "node:fs";
import type { Browser, Frame, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type LocalService, startLocalService } from "../../infra/cli/bench/start-local-service.ts";
import { ensureAddinPages } from "../../infra/local/addin-pages.ts";
import { localPeople } from "../../infra/local/local-council.ts";
import { toCalendarDate as day } from "../../shared/contracts/calendar-date.ts";
import { addDays } from "../../shared/rules/dates/calendar-arithmetic.ts";
import { meetingKey } from "../../shared/rules/meetings/meeting.ts";
import { browserMissing, openBrowser } from "../builders/browser.ts";
import { anEdition, anItem } from "../builders/forward-plans.ts";

const axe = readFileSync("node_modules/axe-core/axe.min.js", "utf8");
const missing = browserMissing();
let browser: Browser;
let service: LocalService;

interface Opening {
  readonly who?: keyof typeof localPeople | "nobody";
  readonly theme?: string;
  /** The query of the tab’s address. */
  readonly query?: string;
  /** What a Teams deep link hands on. */
  readonly subPage?: string;
  readonly width?: number;
  readonly forcedColors?: "active";
}

/** What Teams says to a tab, message by message (teams-js 2.58, as observed): the page that frames it. */
const teamsPage = (
  tab: string,
  token: string | null,
  theme: string,
  subPage = "",
) => `<!doctype html><title>Teams</title>
<style>html,body,iframe{margin:0;border:0;width:100%;height:99vh}</style>
<iframe title="Tab" src="${tab}"></iframe><script>
addEventListener("message", ({ data, source, origin }) => {
  const answers = {
    initialize: ["content", "web", JSON.stringify({ apiVersion: 2, hostVersionsInfo: {}, isLegacyTeams: false, supports: {} }), "2.58.0"],
    getContext: [{ theme: ${JSON.stringify(theme)}, locale: "en-gb", entityId: "forward-plan", hostName: "Teams", subEntityId: ${JSON.stringify(subPage)} }],
    "authentication.getAuthToken": ${token === null ? '[false, "consent_required"]' : JSON.stringify([true, token])},
  };
  const args = answers[data.func];
  (window.heard ??= []).push(data.func);
  if (args) source.postMessage({ id: data.id, uuidAsString: data.uuidAsString, args }, origin);
});
</script>`;

describe.skipIf(missing !== null)(`the tab in Teams${missing ? ` (${missing})` : ""}`, () => {
  const today = day(new Date().toISOString().slice(0, 10));
  const soon = addDays(today, 10);
  const cabinet = meetingKey("CAB", soon);

  beforeAll(async () => {
    await ensureAddinPages();
    browser = await openBrowser();
    service = await startLocalService(async ({ records }) => {
      await records.addForwardPlan(anEdition({ address: "https://council.example/plan" }), [
        anItem({ title: "Highways Maintenance", by: "Cabinet Member – Locality", on: "2018-08-14" }),
        anItem({
          title: "Library Service Review",
          wards: ["Linacre"],
          secrecy: "part-exempt",
          exemptParagraphs: [3],
          dateChanges: [
            {
              decisionMaker: "Cabinet",
              from: day("2018-06-28"),
              to: day("2018-07-26"),
              reason: "More time to consult.",
            },
          ],
        }),
      ]);
      await records.addBodies([
        { key: "CAB", name: "Cabinet", aliases: [], kind: "Cabinet", callInApplies: true },
      ]);
      await records.addMeetings([
        {
          key: cabinet,
          bodyKey: "CAB",
          date: soon,
          municipalYear: "2026/27",
          state: "AgendaPublished",
          agendaPublishedAt: `${addDays(today, -1)}T10:00:00Z`,
          publicAddress: "https://council.example/cabinet",
        },
      ]);
      await records.addAgenda(cabinet, [
        {
          key: `${cabinet}/5`,
          meetingKey: cabinet,
          number: 5,
          title: "Library Service Review",
          paper: "ToFollow",
          pageFrom: 5,
          pageTo: 9,
          exemptParagraphs: [3],
          keyDecision: true,
          forwardPlanItemKey: "LIBRARY-SERVICE-REVIEW",
        },
      ]);
    });
  });
  afterAll(async () => {
    await service?.close();
    await browser?.close();
  });

  async function openTab(given: Opening = {}): Promise<[Frame, Page]> {
    const { who = "councillor", theme = "default", query = "", subPage, width = 1000, forcedColors } = given;
    const token =
      who === "nobody" ? null : await service.platform.issuer.issueUserToken({ oid: localPeople[who].oid });
    const tab = `https://clear-days.council.example/addin/teams-tab.html${query}`;
    const context = await browser.newContext({
      viewport: { width, height: 800 },
      reducedMotion: "reduce",
      ...(forcedColors ? { forcedColors } : {}),
    });
    context.setDefaultTimeout(8_000);
    const page = await context.newPage();
    // A page of the public web may not frame one of this machine: the service is given its public name.
    await page.route("https://clear-days.council.example/**", async (route) => {
      const { pathname } = new URL(route.request().url());
      const response = await route.fetch({ url: service.botAddress + pathname }).catch((error: unknown) => {
        // A test that is over closes its page while a request is under way: nobody waits for the answer.
        if (error instanceof Error && /disposed|has been closed/.test(error.message)) return null;
        throw error;
      });
      if (response) await route.fulfill({ response });
    });
    await page.route("https://teams.microsoft.com/**", (route) =>
      route.fulfill({ contentType: "text/html", body: teamsPage(tab, token, theme, subPage) }),
    );
    await page.goto("https://teams.microsoft.com/");
    const frame = await (await page.waitForSelector("iframe")).contentFrame();
    if (!frame) throw new Error("The tab has no frame.");
    await frame.waitForSelector("main[aria-busy=false]");
    return [frame, page];
  }

  async function violations(frame: Frame): Promise<string[]> {
    await frame.evaluate(axe);
    return frame.evaluate(async () => {
      const { axe } = window as unknown as {
        axe: { run(options: object): Promise<{ violations: { id: string; nodes: unknown[] }[] }> };
      };
      const found = await axe.run({ runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] });
      return found.violations.map(({ id, nodes }) => `${id}: ${nodes.length}`);
    });
  }

  const tab = (frame: Frame, name: string) => frame.getByRole("tab", { name });
  const scrollsSideways = (frame: Frame) =>
    frame.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);

  it.each([{ look: "default" }, { look: "dark" }, { look: "contrast" }, { look: "forced colours" }])(
    "shows the published plan as a timeline and as a table, $look",
    async ({ look }) => {
      const [frame, page] = await openTab(
        look === "forced colours" ? { forcedColors: "active" } : { theme: look },
      );
      expect(await frame.locator(".mark-title").allTextContents()).toEqual([
        "Library Service Review",
        "Highways Maintenance",
      ]);
      expect(await frame.locator("header").textContent()).toContain("published Friday 1 June 2018");
      expect(await violations(frame)).toEqual([]);
      await frame.getByRole("button", { name: "Table" }).click();
      expect(await frame.locator("tbody th").allTextContents()).toEqual([
        "Library Service Review",
        "Highways Maintenance",
      ]);
      expect(await frame.getByText("14 Aug 2018").count()).toBe(1);
      expect(await violations(frame)).toEqual([]);
      expect(await page.evaluate("window.heard")).toContain("appInitialization.success");
      await page.context().close();
    },
  );

  it("remembers whether the plan is a timeline or a table", async () => {
    const [frame, page] = await openTab();
    await frame.getByRole("button", { name: "Table" }).click();
    await page.reload();
    const again = await (await page.waitForSelector("iframe")).contentFrame();
    await again?.locator("tbody th").first().waitFor();
    expect(await again?.locator(".mark").count()).toBe(0);
    await page.context().close();
  });

  it("narrows the plan by ward, by words and by what is exempt, and says once how many are left", async () => {
    const [frame, page] = await openTab();
    const titles = () => frame.locator(".mark-title").allTextContents();
    await frame.getByRole("combobox", { name: "Report" }).selectOption("exempt");
    expect(await titles()).toEqual(["Library Service Review"]);
    await frame.locator("[role=status]", { hasText: "1 of 2 items." }).waitFor({ state: "attached" });
    await frame.getByRole("button", { name: "Remove the filter Report" }).click();
    expect(await titles()).toHaveLength(2);
    // An item for all wards concerns Linacre too.
    await frame.getByRole("combobox", { name: "Ward" }).selectOption("Linacre");
    expect(await titles()).toHaveLength(2);
    await frame.getByRole("searchbox").fill("highways locality");
    expect(await titles()).toEqual(["Highways Maintenance"]);
    await frame.getByRole("searchbox").fill("nowhere");
    await frame.getByText("No item of the plan fits").waitFor();
    expect(await violations(frame)).toEqual([]);
    await frame.getByRole("button", { name: "Clear 2 filters" }).click();
    expect(await titles()).toHaveLength(2);
    await page.context().close();
  });

  it.each([
    { by: "the address", given: { query: "?item=LIBRARY-SERVICE-REVIEW" } },
    { by: "a Teams deep link", given: { subPage: "LIBRARY-SERVICE-REVIEW" } },
  ])("opens an item by $by, with its history, paragraph, contact and calendar", async ({ given }) => {
    const [frame, page] = await openTab(given);
    const panel = frame.locator("dialog[open]");
    await panel.getByText("four weeks later. More time to consult.").waitFor();
    await panel.getByText("Schedule 12A paragraph 3, about somebody’s financial").waitFor();
    await panel.getByText("robin.marsh@council.example").waitFor();
    expect(await panel.getByText("Add to calendar").getAttribute("href")).toMatch(/\/calendar\/.+\.ics$/);
    expect(await violations(frame)).toEqual([]);
    await page.keyboard.press("Escape");
    expect(await panel.count()).toBe(0);
    // Nothing had the focus before: it goes to the page’s heading.
    await expect.poll(() => frame.evaluate(() => document.activeElement?.tagName)).toBe("H1");
    await page.context().close();
  });

  it("says so when the item a link leads to is no longer in the plan", async () => {
    const [frame, page] = await openTab({ query: "?item=GONE" });
    await frame.getByText("is not in the plan in force").waitFor();
    await page.context().close();
  });

  it("is used with the keyboard alone: pages, marks, an item, and back to where one was", async () => {
    const [frame, page] = await openTab();
    const focused = () => frame.evaluate(() => document.activeElement?.textContent ?? "");
    /** A page’s heading takes the focus; its tab bears the same words. */
    const heading = () => frame.evaluate(() => document.querySelector("h1:focus")?.textContent ?? "");
    await expect.poll(heading).toBe("Forward Plan");
    await tab(frame, "Forward Plan").focus();
    await page.keyboard.press("ArrowRight");
    expect(await focused()).toBe("Meetings");
    await page.keyboard.press("Enter");
    await expect.poll(heading).toBe("Meetings");
    await tab(frame, "Meetings").focus();
    await page.keyboard.press("Home");
    await page.keyboard.press("Space");
    await expect.poll(heading).toBe("Forward Plan");
    await frame.locator(".mark").first().focus();
    await page.keyboard.press("ArrowDown");
    expect(await focused()).toContain("Highways Maintenance");
    await page.keyboard.press("Enter");
    await frame.locator("dialog[open]").waitFor();
    await expect.poll(focused).toBe("Highways Maintenance");
    await page.keyboard.press("Escape");
    await expect.poll(focused).toContain("Highways Maintenance");
    expect(await frame.locator(".mark[tabindex='0']").count()).toBe(1);
    await page.context().close();
  });

  it("follows Teams when its theme changes", async () => {
    const [frame, page] = await openTab();
    await page.evaluate(() =>
      document
        .querySelector("iframe")
        ?.contentWindow?.postMessage({ func: "themeChange", args: ["dark"] }, "*"),
    );
    await frame.locator("html[data-theme=dark]").waitFor();
    await page.context().close();
  });

  it("opens a meeting by a link: agenda with pages, Key, paragraph and what follows, and its item", async () => {
    const [frame, page] = await openTab({ subPage: `meeting:${cabinet}` });
    const panel = frame.locator("dialog[open]");
    await panel.getByText("Pages 5 to 9 · Key decision · To follow · Exempt: paragraph 3").waitFor();
    expect(await panel.locator(".agenda li").getAttribute("value")).toBe("5");
    expect(await panel.getByText("Public agenda pack").getAttribute("href")).toBe(
      "https://council.example/cabinet",
    );
    expect(await panel.getByText("Download").count()).toBe(0);
    expect(await violations(frame)).toEqual([]);
    await panel.getByRole("button", { name: "Open in the Forward Plan" }).click();
    await frame.locator("dialog[open]").getByText("More time to consult.").waitFor();
    expect(await frame.locator("h1").textContent()).toBe("Forward Plan");
    await page.context().close();
  });

  it("shows an officer the card that waits for a yes, and posts only after being asked again", async () => {
    const [frame, page] = await openTab({ who: "officer", query: "?page=deliveries" });
    await frame.getByText("Members’ channel: the first card waits for your yes").waitFor();
    await frame.locator(".card-preview .ac-adaptiveCard").waitFor();
    expect(await frame.locator(".card-preview").textContent()).toContain("Library Service Review");
    expect(await violations(frame)).toEqual([]);
    await frame.getByText("Post to channel", { exact: true }).click();
    const dialog = frame.locator("dialog[open]");
    await dialog.getByText("later cards are posted to this channel without asking").waitFor();
    expect(await violations(frame)).toEqual([]);
    await dialog.getByText("Cancel").click();
    await frame.locator(".line", { hasText: "Waits for a yes" }).first().waitFor();
    await frame.getByText("Post to channel", { exact: true }).click();
    await frame.locator("dialog[open]").getByText("Post to channel", { exact: true }).click();
    await frame
      .getByText("Members’ channel: the first card waits for your yes")
      .waitFor({ state: "detached" });
    await frame.locator(".line", { hasText: "Waiting" }).getByText("Withdraw").click();
    await frame.locator("dialog[open]").getByText("It will not be sent.").waitFor();
    await frame.locator("dialog[open]").getByText("Withdraw", { exact: true }).click();
    await frame.locator(".line", { hasText: "Withdrawn" }).waitFor();
    await page.context().close();
  });

  it("tells an officer which notice a decision needs, and drafts it with the reason the law wants", async () => {
    const [frame, page] = await openTab({ who: "officer", query: "?page=deadlines" });
    await frame.getByRole("button", { name: "Which notice?" }).click();
    expect(await frame.getByLabel("Day of the decision").inputValue()).toBe(soon);
    await frame.getByRole("button", { name: "Show the notice" }).click();
    await frame
      .getByText(/^(General exception|Special urgency)$/)
      .first()
      .waitFor();
    await frame.getByText("Whom to ring").waitFor();
    await frame.getByLabel("Matter to be decided").fill("Repair of the harbour wall");
    await frame.getByLabel("Reason").fill("The wall was breached on Sunday night.");
    await frame.getByLabel("Agreed by, where").fill("Chair of the scrutiny committee");
    expect(await violations(frame)).toEqual([]);
    await frame.getByRole("button", { name: "Draft the notice" }).click();
    const text = frame.getByLabel("The notice, ready to paste");
    await text.waitFor();
    expect(await text.inputValue()).toContain("Repair of the harbour wall");
    expect(await text.inputValue()).toContain("The wall was breached on Sunday night.");
    expect(await violations(frame)).toEqual([]);
    await page.context().close();
  });

  it("leads a member who follows a link to an officers’ page to the plan", async () => {
    const [frame, page] = await openTab({ query: "?page=deadlines" });
    expect(await frame.locator("h1").textContent()).toBe("Forward Plan");
    expect(await frame.getByRole("tab").allTextContents()).toEqual([
      "Forward Plan",
      "Meetings",
      "My calendar",
    ]);
    await page.context().close();
  });

  it("tells a person whom the council’s records do not know how to get a calendar", async () => {
    const [frame, page] = await openTab({ query: "?page=calendar" });
    await frame.locator("[role=alert]", { hasText: "Ask the committee officer to add you" }).waitFor();
    expect(await violations(frame)).toEqual([]);
    await page.context().close();
  });

  it.each([320, 480])("fits a phone of %i px, every page of it", async (width) => {
    const [frame, page] = await openTab({ who: "officer", width });
    expect(await frame.locator(".months h2").allTextContents()).toEqual(["July 2018", "August 2018"]);
    expect(await scrollsSideways(frame)).toBe(false);
    for (const name of ["Meetings", "Deadlines", "Deliveries", "My calendar"]) {
      await tab(frame, name).click();
      await frame.locator("h1", { hasText: name }).waitFor();
      await frame.waitForSelector("main[aria-busy=false]");
      expect(`${name}: ${await scrollsSideways(frame)}`).toBe(`${name}: false`);
      expect(await violations(frame)).toEqual([]);
    }
    await page.context().close();
  });

  it("says what to do when Teams cannot sign the person in", async () => {
    const [frame, page] = await openTab({ who: "nobody" });
    expect(await frame.locator("[role=alert]").textContent()).toContain("Teams administrator");
    expect(await frame.locator("fluent-button", { hasText: "Try again" }).count()).toBe(1);
    expect(await violations(frame)).toEqual([]);
    await page.context().close();
  });

  it("says where it belongs when it is opened outside Teams", async () => {
    const page = await browser.newPage();
    await page.goto(`${service.botAddress}/addin/teams-tab.html`);
    expect(await page.getByRole("alert").textContent({ timeout: 8_000 })).toContain("belongs in Teams");
    await page.close();
  });
});
