import { spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import chromium from "@sparticuz/chromium";
import { type Browser, type Frame, type Page, chromium as playwright } from "playwright-core";

import { takePapers } from "./papers.ts";

const folder = dirname(fileURLToPath(import.meta.url));
const port = Number(process.env["CLEAR_DAYS_PORT"] ?? "4968");
const hub = `http://localhost:${port}`;
const playground = `http://localhost:${port + 4}`;

/** Takes the pictures of README from the running product: a sample council of its own, started and stopped here. */
async function main(): Promise<void> {
  const home = await mkdtemp(join(tmpdir(), "clear-days-pictures-"));
  const product = spawn(process.execPath, [join(folder, "..", "main.ts")], {
    stdio: ["ignore", "pipe", "inherit"],
    env: { PATH: process.env["PATH"] ?? "", CLEAR_DAYS_HOME: home, CLEAR_DAYS_PORT: String(port) },
  });
  await new Promise<void>((ready, fail) => {
    let output = "";
    product.stdout.on("data", (chunk: Buffer) => {
      output += chunk.toString();
      if (output.includes("Ctrl-C stops everything")) ready();
    });
    product.once("exit", () => fail(new Error(`The product did not start.\n${output}`)));
  });
  const browser = await playwright.launch({
    executablePath: await chromium.executablePath(),
    args: ["--no-sandbox", "--disable-dev-shm-usage"],
  });
  try {
    await takeTeams(browser);
    await takeHub(browser);
    await takeTab(browser);
    await takeWord(browser);
    await takePapers(home);
  } finally {
    await browser.close();
    await new Promise((stopped) => {
      product.once("exit", stopped);
      product.kill("SIGINT");
    });
    await rm(home, { recursive: true, force: true });
  }
}

async function open(browser: Browser, address: string, width = 1300, height = 850): Promise<Page> {
  const context = await browser.newContext({ viewport: { width, height }, reducedMotion: "reduce" });
  const page = await context.newPage();
  await page.goto(address);
  return page;
}

async function take(page: Page, name: string): Promise<void> {
  await page.screenshot({ path: join(folder, `${name}.png`) });
  process.stdout.write(`${name}.png\n`);
}

async function takeTeams(browser: Browser): Promise<void> {
  const page = await open(browser, playground);
  await page.getByRole("textbox").last().click();
  await page.keyboard.type("anything going to cabinet in the next eight weeks?");
  await page.keyboard.press("Enter");
  await page.getByText("Forward Plan", { exact: true }).last().waitFor();
  await page.waitForTimeout(800);
  await take(page, "member");
  if (!(await page.getByText("Teams Channel").isVisible())) await page.getByRole("button").first().click();
  await page.getByText("General", { exact: true }).first().click();
  await page.getByText("Agenda published").waitFor();
  await page.getByText("Agenda published").scrollIntoViewIfNeeded();
  await take(page, "agenda-card");
  await page.getByText("Officers", { exact: true }).first().click();
  await page.getByText("Publish the agenda").waitFor();
  await page.getByText("Publish the agenda").scrollIntoViewIfNeeded();
  await take(page, "deadline-card");
}

async function takeHub(browser: Browser): Promise<void> {
  const page = await open(browser, hub);
  await take(page, "hub");
  await page.goto(`${hub}/cards`);
  await page.locator(".ac-adaptiveCard").first().waitFor();
  await take(page, "gallery");
}

async function takeTab(browser: Browser): Promise<void> {
  const look = async (name: string, address: string, settled: string, width = 1300, height = 850) => {
    const page = await open(browser, `${hub}/teams/?${address}`, width, height);
    await page.frameLocator("iframe").locator(settled).first().waitFor();
    await page.waitForTimeout(600);
    await take(page, name);
    await page.context().close();
  };
  await look("tab-plan", "person=councillor", ".mark");
  await look("tab-meetings", "person=officer&page=meetings", ".on-day");
  await look("tab-deadlines", "person=officer&page=deadlines", "h2");
  await look("tab-phone", "person=councillor&theme=dark", ".entry", 390, 844);
}

async function takeWord(browser: Browser): Promise<void> {
  const page = await open(browser, hub, 1320, 900);
  await page
    .getByRole("link", { name: /^Cabinet Member Report/ })
    .first()
    .click();
  const pane = (await (await page.waitForSelector("#pane")).contentFrame()) as Frame;
  await pane.getByText("Show my reports").click();
  await pane.locator(".outline").waitFor();
  await take(page, "author-before");
  await pane.getByText(/^Insert all/).click();
  await pane.getByText(/(\d+) of \1 in the document/).waitFor();
  await page.waitForTimeout(500);
  await take(page, "author");
}

await main();
