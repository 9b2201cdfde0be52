import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Frame, Page } from "playwright-core";
import { openBrowser } from "../builders/browser.ts";

const axe = readFileSync(join("node_modules", "axe-core", "axe.min.js"), "utf8");

/** Opens a page in a browser of its own state; what goes wrong in it is collected. */
export async function openPage(browser: Browser, size = { width: 1300, height: 900 }): Promise<Page> {
  const context = await browser.newContext({ viewport: size, reducedMotion: "reduce" });
  context.setDefaultTimeout(15_000);
  return context.newPage();
}

/** What axe-core finds wrong by WCAG 2.2 AA, as rule and element. */
export async function accessibilityFaults(frame: Frame | Page): Promise<string[]> {
  await frame.evaluate(axe);
  return frame.evaluate(async () => {
    const { axe } = window as unknown as {
      axe: { run(options: object): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
    };
    const { violations } = await axe.run({
      runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"],
    });
    return violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 120)).join(" | ")}`,
    );
  });
}

/** The Playground’s page with its list of chats and channels open. */
export async function openPlayground(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await page.getByRole("textbox").first().waitFor();
  if (!(await page.getByText("Teams Channel").isVisible())) await page.getByRole("button").first().click();
}

export { openBrowser };
