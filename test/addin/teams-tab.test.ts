import { readFileSync } from "node:fs";
import type { Browser, Frame, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type LocalService, startLocalService } from "../../infra/cli/bench/start-local-service.ts";
import { ensureAddinPages } from "../../infra/local/addin-pages.ts";
import { localPeople } from "../../infra/local/local-council.ts";
import { browserMissing, openBrowser } from "../builders/browser.ts";
import { anEdition, anItem } from "../builders/forward-plans.ts";

const axe = readFileSync("node_modules/axe-core/axe.min.js", "utf8");
const missing = browserMissing();
let browser: Browser;
let service: LocalService;

/** What Teams says to a tab, message by message (teams-js 2.58, as observed): the page that frames it. */
const teamsPage = (tab: string, token: string | null, theme: string) => `<!doctype html><title>Teams</title>
<iframe title="Tab" src="${tab}" style="width:900px;height:600px"></iframe><script>
addEventListener("message", ({ data, source, origin }) => {
  const answers = {
    initialize: ["content", "web", JSON.stringify({ apiVersion: 2, hostVersionsInfo: {}, isLegacyTeams: false, supports: {} }), "2.58.0"],
    getContext: [{ theme: ${JSON.stringify(theme)}, locale: "en-gb", entityId: "forward-plan", hostName: "Teams" }],
    "authentication.getAuthToken": ${token === null ? '[false, "consent_required"]' : JSON.stringify([true, token])},
  };
  const args = answers[data.func];
  (window.heard ??= []).push(data.func);
  if (args) source.postMessage({ id: data.id, uuidAsString: data.uuidAsString, args }, origin);
});
</script>`;

describe.skipIf(missing !== null)("the Forward Plan tab", () => {
  beforeAll(async () => {
    await ensureAddinPages();
    browser = await openBrowser();
    service = await startLocalService(async ({ records }) => {
      await records.addForwardPlan(anEdition({ address: "https://council.example/plan" }), [
        anItem({ title: "Highways Maintenance", by: "Cabinet Member – Locality", on: "2018-08-14" }),
        anItem({ title: "Library Service Review", wards: ["Linacre"] }),
      ]);
    });
  });
  afterAll(async () => {
    await service?.close();
    await browser?.close();
  });

  async function openTab(options: { signedIn?: boolean; theme?: string } = {}): Promise<[Frame, Page]> {
    const { oid } = localPeople.councillor;
    const token = options.signedIn === false ? null : await service.platform.issuer.issueUserToken({ oid });
    const tab = "https://clear-days.council.example/addin/teams-tab.html";
    const page = await browser.newPage();
    page.setDefaultTimeout(8_000);
    // A page of the public web may not frame one of this machine: the service is given its public name.
    await page.route("https://clear-days.council.example/**", async (route) => {
      const { pathname } = new URL(route.request().url());
      await route.fulfill({ response: await route.fetch({ url: service.botAddress + pathname }) });
    });
    await page.route("https://teams.microsoft.com/**", (route) =>
      route.fulfill({ contentType: "text/html", body: teamsPage(tab, token, options.theme ?? "default") }),
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
        axe: { run(): Promise<{ violations: { id: string }[] }> };
      };
      return (await axe.run()).violations.map(({ id }) => id);
    });
  }

  it.each(["default", "dark", "contrast"])(
    "shows the published plan as a table, in the theme %s",
    async (theme) => {
      const [frame, page] = await openTab({ theme });
      expect(await frame.locator("tbody th").allTextContents()).toEqual([
        "Library Service Review",
        "Highways Maintenance",
      ]);
      expect(await frame.locator("[role=status]").textContent()).toContain("published 1 June 2018. 2 items.");
      expect(await frame.getByText("14 Aug 2018").count()).toBe(1);
      expect(await violations(frame)).toEqual([]);
      const pictures = process.env["CLEAR_DAYS_PICTURES"];
      if (pictures) await page.screenshot({ path: `${pictures}/teams-tab-${theme}.png` });
      expect(await page.evaluate("window.heard")).toContain("appInitialization.success");
      await page.close();
    },
  );

  it("says what to do when Teams cannot sign the person in", async () => {
    const [frame, page] = await openTab({ signedIn: false });
    expect(await frame.locator("[role=alert]").textContent()).toContain("Teams administrator");
    expect(await frame.getByRole("button", { name: "Try again" }).count()).toBe(1);
    expect(await violations(frame)).toEqual([]);
    await page.close();
  });

  it("says where it belongs when it is opened outside Teams", async () => {
    const page = await browser.newPage();
    await page.goto(`${service.botAddress}/addin/teams-tab.html`);
    expect(await page.getByRole("alert").textContent({ timeout: 8_000 })).toContain("belongs in Teams");
    await page.close();
  });
});
