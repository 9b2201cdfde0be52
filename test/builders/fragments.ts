import { createHash } from "node:crypto";
import type { Fragment, FragmentControl } from "../../shared/contracts/task-pane-api.ts";
import { type Part, wordFileBase64 } from "./word-file.ts";

/** A section as a test describes it. */
export interface TestSection {
  readonly key: string;
  readonly tag: string;
  readonly heading: string;
  readonly text: string;
  readonly version?: string;
  /** HTML of the record, where `text` is a merge that is not saved. */
  readonly base?: string;
  readonly kind?: "section" | "table";
  readonly extra?: readonly Part[];
}

/** A fragment of those sections, each in a content control of its own. */
export async function fragmentOf(sections: readonly TestSection[]): Promise<Fragment> {
  const fileBase64 = await wordFileBase64({
    parts: sections.map(({ tag, heading, text, extra = [] }) => ({
      control: { tag, title: heading },
      parts: [{ heading, level: 2 }, ...text.split("\n").map((line) => ({ text: line })), ...extra],
    })),
    lists: [{ format: "decimal" }, { format: "bullet" }],
  });
  return { fileBase64, controls: sections.map(controlOf) };
}

/** The lines of a test section as HTML. */
export function testHtml(text: string): string {
  return text
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => `<p>${line}</p>`)
    .join("");
}

export function testHash(html: string): string {
  return createHash("sha256").update(html).digest("hex");
}

function controlOf(section: TestSection): FragmentControl {
  const base = section.base ?? testHtml(section.text);
  return {
    tag: section.tag,
    title: section.heading,
    kind: section.kind ?? "section",
    key: section.key,
    version: section.version ?? "1",
    hash: testHash(base),
    base,
    firstWords: `${section.heading} ${section.text.split(" ").slice(0, 4).join(" ")}`,
  };
}
