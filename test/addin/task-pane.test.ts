import { readFileSync } from "node:fs";
import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, BrowserContext, Frame, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { controlsOf, controlTag } from "../../infra/local/word-simulator/model/content-controls.ts";
import { OpenDocument } from "../../infra/local/word-simulator/model/open-document.ts";
import { elementText } from "../../infra/local/word-simulator/model/paragraph-text.ts";
import { renderDocumentMap } from "../../shared/contracts/document-map.ts";
import { browserMissing, openBrowser } from "../builders/browser.ts";
import { councilReport, councilSections, councilTables } from "../builders/council-report.ts";
import { type CouncilServer, startCouncilServer } from "../builders/council-server.ts";
import { wordFile } from "../builders/word-file.ts";
import { xmlTools } from "../builders/xml-tools.ts";

const axe = readFileSync("node_modules/axe-core/axe.min.js", "utf8");
const pictures = process.env.CLEAR_DAYS_PICTURES;
const address = "/Cabinet report.docx";
const blank = {
  header: "Borough Council",
  parts: [{ heading: "Cabinet Member report" }, { text: "" }],
} as const;
const missing = browserMissing();

let browser: Browser;
let server: CouncilServer;
let context: BrowserContext;
let page: Page;
let problems: string[];

beforeAll(async () => {
  if (missing === null) browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
});

async function openWord(
  query = "user=alex@council.test",
  size = { width: 1280, height: 900 },
): Promise<Frame> {
  context = await browser.newContext({ viewport: size, reducedMotion: "reduce" });
  context.setDefaultTimeout(8_000);
  page = await context.newPage();
  problems = [];
  page.on("pageerror", (error) => problems.push(error.message));
  page.on("console", (message) => {
    if (message.type() === "error") problems.push(message.text());
  });
  await page.goto(`${server.address}/word/?document=${encodeURIComponent(address)}&${query}`);
  await page.waitForSelector("#document");
  const frame = await (await page.waitForSelector("#pane")).contentFrame();
  if (!frame) throw new Error("The task pane has no frame.");
  await frame.waitForSelector("h1");
  return frame;
}

/** From the first screen to the outline of the report. */
async function openOutline(query?: string, size?: { width: number; height: number }): Promise<Frame> {
  const pane = await openWord(query, size);
  await pane.getByText("Show my reports").click();
  await pane.getByText("Cabinet Member Update Report").click();
  await pane.waitForSelector(".outline");
  return pane;
}

async function violations(frame: Frame | Page): Promise<string[]> {
  // Evaluated, not added as a script: the pane's content security policy lets in no others.
  await frame.evaluate(axe);
  return frame.evaluate(async () => {
    const run = (
      window as unknown as {
        axe: {
          run(
            options: object,
          ): Promise<{ violations: { id: string; nodes: { html: string; failureSummary: string }[] }[] }>;
        };
      }
    ).axe;
    const { violations: found } = await run.run({
      runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
      iframes: false,
    });
    return found.map(
      (one) => `${one.id}: ${one.nodes.map((node) => `${node.html} ${node.failureSummary}`).join(" | ")}`,
    );
  });
}

/** Whether nothing needs sideways scrolling. */
const fits = (frame: Frame): Promise<boolean> =>
  frame.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth);

async function picture(name: string, what: Page | ReturnType<Page["locator"]> = page): Promise<void> {
  if (pictures) await what.screenshot({ path: join(pictures, `${name}.png`) });
}

const row = (pane: Frame, title: string) =>
  pane.locator("li.row", { has: pane.getByRole("heading", { name: title, exact: true }) });
const button = (pane: Frame, label: string) => pane.locator(`fluent-button[aria-label="${label}"]`);

async function savedControls(): Promise<string[]> {
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await page.getByText("Saved", { exact: true }).waitFor();
  const bytes = server.documents.get(address);
  if (!bytes) throw new Error("The document was not saved.");
  const document = await OpenDocument.open(bytes, xmlTools);
  return controlsOf(document.body).map(
    (control) => `${controlTag(control)}: ${elementText(control).split("\n").slice(0, 2).join(" / ")}`,
  );
}

describe.skipIf(missing !== null)(`the task pane in Word${missing ? ` (${missing})` : ""}`, () => {
  beforeEach(async () => {
    server = await startCouncilServer(councilReport, councilSections, councilTables);
    server.documents.set(address, await wordFile(blank));
  });
  afterEach(async () => {
    await context?.close();
    await server.close();
  });

  it("begins with one sentence and one button, signs in, and shows my reports", async () => {
    const pane = await openWord();
    expect(await pane.locator("fluent-button").count()).toBe(1);
    expect(server.requests).toEqual([]);
    expect(await violations(pane)).toEqual([]);
    await picture("first-run");
    await pane.getByText("Show my reports").click();
    await pane.getByRole("heading", { name: "My reports" }).waitFor();
    expect(server.requests).toEqual(["GET /api/reports"]);
    expect(await pane.evaluate(() => document.activeElement?.textContent)).toBe("My reports");
    expect(await violations(pane)).toEqual([]);
    expect(await violations(page)).toEqual([]);
    await picture("my-reports");
    expect(problems).toEqual([]);
  });

  it("asks who you are where Word does not say, and opens at once the next time", async () => {
    const pane = await openWord("");
    const popup = context.waitForEvent("page");
    await pane.getByText("Show my reports").click();
    await (await popup).getByText("Alex Author").click();
    await pane.getByRole("heading", { name: "My reports" }).waitFor();
    await page.reload();
    const again = await (await page.waitForSelector("#pane")).contentFrame();
    await again?.getByRole("heading", { name: "My reports" }).waitFor();
  });

  it("shows the outline: order, level, state, contributor, days left, tables under their section", async () => {
    const pane = await openOutline();
    const rows = await pane
      .locator("li.row")
      .evaluateAll((items) =>
        items.map((item) =>
          [
            item.className,
            ...[...item.querySelectorAll("h2, .state, .quiet, .opening")].map((one) => one.textContent),
          ].join(" – "),
        ),
      );
    expect(rows[0]).toContain(
      "level-1 section – Corporate Finance – Accepted – Sam Finance – The second quarter",
    );
    expect(rows[1]).toContain("level-2 section – Budget Monitoring – Contributed");
    expect(rows[2]).toContain("level-3 table – Revenue budget by service – Table, 12 rows");
    expect(rows[3]).toContain(
      "Returned – Robin Okafor-Featherstonehaugh – Due Thursday 26 November (in 3 working days)",
    );
    expect(rows[4]).toContain("Open – Jo Reynolds – Due Thursday 19 November (late by 1 working day)");
    expect(rows[5]).toContain("Due Monday 23 November (today)");
    expect(rows[6]).toContain("Nothing to report");
    expect(await violations(pane)).toEqual([]);
    await picture("outline");
    expect(problems).toEqual([]);
  });

  it("inserts one section, then the missing ones each in its place, in the order of the report", async () => {
    const pane = await openOutline();
    await button(pane, "Insert ICT").focus();
    expect(await button(pane, "Insert ICT").evaluate((element) => getComputedStyle(element).opacity)).toBe(
      "1",
    );
    expect(
      await button(pane, "Insert Cyber Security").evaluate((element) => getComputedStyle(element).opacity),
    ).toBe("0");
    await page.keyboard.press("Enter");
    await row(pane, "ICT").getByText("In the document").waitFor();
    await page.locator("#document").getByText("The move to the new telephone system").waitFor();
    expect(await pane.locator("[role=status].read-out").textContent()).toBe("ICT is in the document.");
    expect(await violations(pane)).toEqual([]);
    await pane.getByText("Insert 6 missing").click();
    await pane.getByText("7 of 7 in the document").waitFor();
    expect((await savedControls()).map((line) => line.split(":")[0])).toEqual([
      "cd-s1",
      "cd-s2",
      "tab-CMRREG20261208T1",
      "cd-s3",
      "cd-s4",
      "cd-s5",
      "cd-s6",
    ]);
    expect(problems).toEqual([]);
  });

  it("inserts the whole report with three calls to Word", async () => {
    const pane = await openOutline();
    const calls = async (): Promise<number> =>
      Number((await page.locator("#syncs").textContent())?.split(" ")[0]);
    const before = await calls();
    await pane.getByText("Insert all").click();
    await pane.getByText("7 of 7 in the document").waitFor();
    expect((await calls()) - before).toBe(3);
    expect(server.requests.filter((one) => one.includes("fragments"))).toHaveLength(1);
    expect(await violations(page)).toEqual([]);
    await picture("inserted");
    await page.reload();
    const again = await (await page.waitForSelector("#pane")).contentFrame();
    await again?.getByRole("heading", { name: "My reports" }).waitFor();
  });

  it("puts right what Word dropped while inserting", async () => {
    const pane = await openOutline("user=alex@council.test&fault=dropTags");
    await pane.getByText("Insert all").click();
    await pane.getByText("7 of 7 in the document").waitFor();
    expect((await savedControls())[2]).toBe(
      "tab-CMRREG20261208T1: Revenue budget by service / Figures in £000.",
    );
  });

  it("edits in the document, saves back, and the document remembers its report", async () => {
    const pane = await openOutline();
    await button(pane, "Insert ICT").click();
    const words = page.locator("#document").getByText("The move to the new telephone system");
    await words.click();
    await page.keyboard.press("End");
    await page.keyboard.type(" Bootle follows in March.");
    await page.keyboard.press("Enter");
    await page.keyboard.type("A second paragraph.");
    await button(pane, "Save back ICT").click();
    await pane.locator(".read-out", { hasText: "ICT is saved." }).waitFor();
    expect(server.sections[2]?.text).toBe(
      "The move to the new telephone system is complete in all libraries. Bootle follows in March.\nA second paragraph.",
    );
    await savedControls();
    await page.reload();
    const again = await (await page.waitForSelector("#pane")).contentFrame();
    await again?.getByText("1 of 7 in the document").waitFor();
    await again?.locator('fluent-button[aria-label="Save back ICT"]').click();
    await again?.locator(".read-out", { hasText: "already the same" }).waitFor();
    expect(problems).toEqual([]);
  });

  const change = (index: number, text: string): void => {
    const section = server.sections[index];
    if (section) server.sections[index] = { ...section, text, version: `${Number(section.version) + 10}` };
  };
  const typeAtEndOf = async (words: string, typed: string): Promise<void> => {
    await page.locator("#document").getByText(words).click();
    await page.keyboard.press("End");
    await page.keyboard.type(typed);
  };
  const saidIs = (pane: Frame, words: string) => pane.locator(".read-out", { hasText: words }).waitFor();

  it("asks only about what both changed when a save meets a newer record, and keeps all other changes", async () => {
    const pane = await openOutline();
    await button(pane, "Insert ICT").click();
    await row(pane, "ICT").getByText("In the document").waitFor();
    await typeAtEndOf("The move to the new telephone system", " Mine.");
    change(
      2,
      "The move to the new telephone system is complete in all libraries. Theirs.\nTheir second paragraph.",
    );
    await button(pane, "Save back ICT").click();
    const panel = pane.getByRole("dialog");
    await panel.getByText("Theirs.").waitFor();
    expect(await panel.locator(".version").count()).toBe(2);
    expect(await panel.getByText("Their second paragraph.").count()).toBe(0);
    expect(await violations(pane)).toEqual([]);
    await picture("conflict");
    await panel.getByText("Save", { exact: true }).click();
    expect(await pane.evaluate(() => (document.activeElement as HTMLInputElement).type)).toBe("radio");
    await page.keyboard.press("Escape");
    await panel.waitFor({ state: "detached" });
    expect(server.sections[2]?.text).toContain("Theirs.");

    await button(pane, "Save back ICT").click();
    await panel.getByText("Keep mine").click();
    await panel.getByText("Save", { exact: true }).click();
    await saidIs(pane, "ICT is saved with the record’s changes.");
    const both =
      "The move to the new telephone system is complete in all libraries. Mine.\nTheir second paragraph.";
    expect(server.sections[2]?.text).toBe(both);
    expect(await savedControls()).toEqual([
      "cd-s3: ICT / The move to the new telephone system is complete in all libraries. Mine.",
    ]);
    await page.locator("#document").getByText("Their second paragraph.").waitFor();
    expect(problems.filter((one) => !one.includes("409"))).toEqual([]);
  });

  it("refreshes what is newer in the record and keeps what was typed here, and goes back in one step", async () => {
    const pane = await openOutline();
    await pane.getByText("Insert all").click();
    await pane.getByText("7 of 7 in the document").waitFor();
    await typeAtEndOf("The move to the new telephone system", " Typed here.");
    change(0, "Finance, as the record has it now.");
    change(2, "The move to the new telephone system is complete in all libraries.\nAdded in the record.");
    change(4, "Audit, for the first time.");
    await pane.getByText("My reports").click();
    await pane.getByText("Cabinet Member Update Report").click();
    await row(pane, "ICT").getByText("The record has changed since").waitFor();
    expect(await violations(pane)).toEqual([]);
    await picture("newer");
    await pane.getByText("Refresh 3", { exact: true }).click();
    await saidIs(pane, "3 parts refreshed.");
    const words = page.locator("#document");
    await words.getByText("in all libraries. Typed here.").waitFor();
    await words.getByText("Added in the record.").waitFor();
    await words.getByText("Finance, as the record has it now.").waitFor();
    expect(await pane.getByText(/^Refresh \d/).count()).toBe(0);
    expect(server.sections[2]?.text).not.toContain("Typed here.");
    await picture("refreshed");
    await pane.getByText("Undo refreshing 3 parts").click();
    await saidIs(pane, "Undone: refreshing 3 parts.");
    await pane.getByText("Refresh 3", { exact: true }).waitFor();
    expect(await words.getByText("Added in the record.").count()).toBe(0);
    await words.getByText("in all libraries. Typed here.").waitFor();
    expect((await savedControls()).map((line) => line.split(":")[0])).toEqual([
      "cd-s1",
      "cd-s2",
      "tab-CMRREG20261208T1",
      "cd-s3",
      "cd-s4",
      "cd-s5",
      "cd-s6",
    ]);
    expect(problems).toEqual([]);
  });

  it("inserts several that were chosen, by keyboard and by pointer, and takes them out again", async () => {
    const pane = await openOutline();
    const choose = (title: string) => pane.getByRole("checkbox", { name: `Choose ${title}` });
    await choose("Budget Monitoring").focus();
    await page.keyboard.press("Space");
    await choose("Cyber Security").click({ modifiers: ["Shift"] });
    await saidIs(pane, "4 chosen.");
    expect(await violations(pane)).toEqual([]);
    await picture("chosen");
    await pane.getByText("Insert 4 chosen").click();
    await saidIs(pane, "4 parts are in the document.");
    expect(server.requests.filter((one) => one.includes("fragments"))).toHaveLength(1);
    await pane.getByText("Undo inserting 4 parts").click();
    await pane.getByText("0 of 7 in the document").waitFor();
    expect(await savedControls()).toEqual([]);
  });

  it("moves a section with what stands below it, in the document and in the record, by keyboard and button", async () => {
    const pane = await openOutline();
    await pane.getByText("Insert all").click();
    await pane.getByText("7 of 7 in the document").waitFor();
    await typeAtEndOf("The move to the new telephone system", " Typed before the move.");
    const order = async (): Promise<string> =>
      (await savedControls()).map((line) => line.split(":")[0]?.replace(/^cd-s|^tab.*/, "") || "t").join("");
    await button(pane, "Save back ICT").focus();
    await page.keyboard.press("Alt+ArrowUp");
    await saidIs(pane, "ICT moved up.");
    expect(await pane.evaluate(() => document.activeElement?.getAttribute("aria-label"))).toBe(
      "Save back ICT",
    );
    expect(await order()).toBe("3412t56");
    expect(server.sections.map((one) => one.heading).slice(0, 3)).toEqual([
      "ICT",
      "Cyber Security",
      "Corporate Finance",
    ]);
    await page.locator("#document").getByText("Typed before the move.").waitFor();
    // The move alone makes nothing newer: the words are the same.
    expect(await pane.getByText(/^Refresh \d/).count()).toBe(0);
    await button(pane, "Move ICT down").click();
    await saidIs(pane, "ICT moved down.");
    expect(await order()).toBe("12t3456");
    await pane.getByText("Undo moving ICT").click();
    await saidIs(pane, "Undone: moving ICT.");
    expect(await order()).toBe("3412t56");
    expect(server.sections[0]?.heading).toBe("ICT");
    expect(problems).toEqual([]);
  });

  it("searches as you type, says how many there are, and shows everything again with Esc", async () => {
    const pane = await openOutline();
    await pane.getByRole("searchbox").fill("budget");
    await saidIs(pane, "2 parts found.");
    expect(await pane.locator("li.row h2").allTextContents()).toEqual([
      "Budget Monitoring",
      "Revenue budget by service",
    ]);
    await pane.getByRole("searchbox").fill("nowhere at all");
    await pane.getByText("Nothing has these words.").waitFor();
    expect(await violations(pane)).toEqual([]);
    await page.keyboard.press("Escape");
    await saidIs(pane, "All parts are shown.");
    expect(await pane.locator("li.row").count()).toBe(8);
  });

  it("inserts a standard section in its version of today, and an extract of the records", async () => {
    const pane = await openOutline();
    await pane.getByText("Standard sections", { exact: true }).click();
    await pane.getByText("Standard section, version 2").waitFor();
    expect(await violations(pane)).toEqual([]);
    await picture("standard");
    await button(pane, "Insert Equality implications").click();
    await row(pane, "Equality implications").getByText("In the document").waitFor();
    expect(await button(pane, "Save back Equality implications").count()).toBe(0);
    await button(pane, "Insert Meetings of the committee").click();
    await row(pane, "Meetings of the committee").getByText("In the document").waitFor();
    await page.locator("#document").getByText("equality duty").waitFor();
    expect((await savedControls()).map((line) => line.split(" / ")[0])).toEqual([
      "std-STDEQUALITY: Equality implications",
      "std-EXTMEETINGS: Meetings of the committee",
    ]);
    expect(problems).toEqual([]);
  });

  it("shows a section in the document, and moves among rows with the arrow keys", async () => {
    const pane = await openOutline();
    await pane.getByText("Insert all").click();
    await pane.getByText("7 of 7 in the document").waitFor();
    await button(pane, "Show Internal Audit in the document").click();
    await page.locator(".control.shown[data-tag=cd-s5]").waitFor();
    await button(pane, "Save back Corporate Finance").focus();
    await page.keyboard.press("ArrowDown");
    expect(await pane.evaluate(() => document.activeElement?.getAttribute("aria-label"))).toBe(
      "Save back Budget Monitoring",
    );
    await page.keyboard.press("ArrowUp");
    expect(await pane.evaluate(() => document.activeElement?.getAttribute("aria-label"))).toBe(
      "Save back Corporate Finance",
    );
  });

  it("says what went wrong and lets it be tried again", async () => {
    const pane = await openOutline();
    server.refuseNext = { status: 503, code: "busy", message: "SharePoint is busy. Try again in a minute." };
    await button(pane, "Insert ICT").click();
    await pane.getByRole("alert").getByText("SharePoint is busy.").waitFor();
    expect(await violations(pane)).toEqual([]);
    expect(await fits(pane)).toBe(true);
    await picture("failure");
    await button(pane, "Insert ICT").click();
    await row(pane, "ICT").getByText("In the document").waitFor();
    expect(await pane.getByRole("alert").count()).toBe(0);
  });

  it("notices that a section was deleted in the document, and offers it again", async () => {
    const pane = await openOutline();
    await button(pane, "Insert ICT").click();
    await row(pane, "ICT").getByText("In the document").waitFor();
    await page.getByRole("button", { name: "Undo" }).click();
    // The eye comes back to the pane, by whatever means: it reads again what stands in the document.
    await pane.locator("h1").first().click();
    await button(pane, "Insert ICT").waitFor();
  });

  it("opens the document's own report at once, and says what a save leaves in the document only", async () => {
    const control = {
      tag: "cd-s3",
      kind: "section",
      key: "CMR/REG/2026-12-08/30",
      version: "1",
      hash: "0",
      base: "",
    } as const;
    const comment = '<w:p><w:r><w:t>The cost</w:t></w:r><w:r><w:commentReference w:id="0"/></w:r></w:p>';
    server.documents.set(
      address,
      await wordFile({
        parts: [
          {
            control: { tag: "cd-s3", title: "ICT" },
            parts: [{ heading: "ICT", level: 2 }, { xml: comment }],
          },
        ],
        comments: '<w:comment w:id="0" w:author="Sam"><w:p/></w:comment>',
        customXml: renderDocumentMap({ reportKey: councilReport.key, controls: [control] }),
      }),
    );
    const pane = await openWord();
    await pane.getByText("Show my reports").click();
    await pane.getByText("1 of 7 in the document").waitFor();
    expect(server.requests).toEqual([`GET /api/reports/${councilReport.key}`]);
    await button(pane, "Save back ICT").click();
    const panel = pane.getByRole("dialog");
    await panel.getByText("a comment").waitFor();
    expect(await violations(pane)).toEqual([]);
    await picture("notes");
    await panel.getByText("Close", { exact: true }).click();
    await panel.waitFor({ state: "detached" });
    await pane.waitForFunction(() => document.activeElement?.getAttribute("aria-label") === "Save back ICT");
  });

  it("says so when it is opened outside Word", async () => {
    context = await browser.newContext();
    page = await context.newPage();
    await page.goto(`${server.address}/addin/task-pane.html`);
    await page.getByRole("alert").getByText("This page is not open in Word.").waitFor();
    expect(await violations(page)).toEqual([]);
    expect(server.requests).toEqual([]);
  });

  it("lists documents where none is named, and says why one does not open", async () => {
    context = await browser.newContext();
    page = await context.newPage();
    await page.goto(`${server.address}/word/`);
    await page.getByRole("link", { name: "Cabinet report.docx" }).waitFor();
    expect(await violations(page)).toEqual([]);
    await page.goto(`${server.address}/word/?document=/none.docx`);
    await page.getByRole("alert").getByText("There is no such document.").waitFor();
    expect(await violations(page)).toEqual([]);
  });

  it("shows progress only when something takes long, and stops when cancelled", async () => {
    const pane = await openOutline();
    server.delay = 2500;
    await pane.getByText("Insert all").click();
    expect(await pane.locator(".working").count()).toBe(0);
    await pane.locator(".working").waitFor();
    expect(await violations(pane)).toEqual([]);
    await picture("working");
    await pane.getByText("Cancel", { exact: true }).click();
    await pane.locator(".working").waitFor({ state: "detached" });
    server.delay = 0;
    expect(await pane.getByRole("alert").count()).toBe(0);
    await pane.getByText("0 of 7 in the document").waitFor();
  });

  it("teaches when there is nothing, and asks to sign in when the sign-in has run out", async () => {
    server.reports = [];
    const pane = await openWord();
    await pane.getByText("Show my reports").click();
    await pane.getByText("Look again").waitFor();
    expect(await violations(pane)).toEqual([]);
    await picture("no-reports");
    server.refuseNext = {
      status: 401,
      code: "not-signed-in",
      message: "Your sign-in has run out. Sign in again.",
    };
    await pane.getByText("Look again").click();
    await pane.getByText("Sign in to see your reports.").waitFor();
    expect(await violations(pane)).toEqual([]);
  });

  it("fits 270, 320 and 500 pixels, dark and high contrast, without sideways scrolling", async () => {
    const pane = await openOutline(undefined, { width: 1400, height: 1000 });
    await button(pane, "Insert ICT").click();
    await row(pane, "ICT").getByText("In the document").waitFor();
    const frame = page.locator("#pane");
    const setWidth = (width: number): Promise<void> =>
      page
        .locator(".pane")
        .evaluate(
          (element, wanted) => (element as HTMLElement).style.setProperty("--pane-width", `${wanted}px`),
          width,
        );
    for (const width of [270, 320, 500]) {
      await setWidth(width);
      expect(await fits(pane)).toBe(true);
      await picture(`pane-${width}`, frame);
    }
    await setWidth(320);
    await page.getByRole("button", { name: "Dark" }).click();
    await pane.locator("body").hover({ position: { x: 5, y: 5 } });
    await pane.waitForFunction(() => document.documentElement.dataset.theme === "dark");
    expect(await violations(pane)).toEqual([]);
    expect(await violations(page)).toEqual([]);
    await picture("dark");
    await page.emulateMedia({ forcedColors: "active" });
    await picture("high-contrast", frame);
    // The system's colours replace ours there, which axe does not see: contrast is not ours to test.
    expect((await violations(pane)).filter((one) => !one.startsWith("color-contrast"))).toEqual([]);
    await page.emulateMedia({ forcedColors: "none" });
    // 320 pixels at twice the size, as close to 400 % of a wide screen as a frame gets.
    await setWidth(160);
    expect(await fits(pane)).toBe(true);
    await picture("pane-160", frame);
  });
});

describe("the pane's build", () => {
  it("refuses a part of Node", async () => {
    const { build } = await import("vite");
    const folder = await mkdtemp(join(tmpdir(), "pane-"));
    await writeFile(join(folder, "page.js"), 'import { readFile } from "node:fs/promises"; readFile("x");');
    const building = build({
      configFile: "addin/vite.config.ts",
      logLevel: "silent",
      build: { write: false, rollupOptions: { input: { page: join(folder, "page.js") } } },
    });
    await expect(building).rejects.toThrow("node:fs/promises");
  });
});

describe("the pane's size", () => {
  it("is at most 70 KB of script, gzip, before it can be used", async () => {
    const { build } = await import("vite");
    const { gzipSync } = await import("node:zlib");
    const result = await build({
      configFile: "addin/vite.config.ts",
      logLevel: "error",
      build: { write: false },
    });
    const outputs = (Array.isArray(result) ? result : [result]).flatMap((one) =>
      "output" in one ? one.output : [],
    );
    const chunks = new Map(
      outputs.flatMap((one) => (one.type === "chunk" ? [[one.fileName, one] as const] : [])),
    );
    const needed = new Set<string>();
    const add = (name: string): void => {
      if (needed.has(name)) return;
      needed.add(name);
      for (const imported of chunks.get(name)?.imports ?? []) add(imported);
    };
    const entry = [...chunks.values()].find((chunk) => chunk.isEntry && chunk.name === "task-pane");
    if (!entry) throw new Error("The build has no task pane.");
    add(entry.fileName);
    const size = [...needed].reduce((sum, name) => sum + gzipSync(chunks.get(name)?.code ?? "").length, 0);
    expect(size).toBeGreaterThan(5_000);
    expect(size).toBeLessThan(70 * 1024);
    expect([...needed].join()).not.toContain("sign-in");
  });
});
