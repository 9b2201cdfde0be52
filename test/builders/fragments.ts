import type { Fragment, FragmentControl } from "../../shared/contracts/task-pane-api.ts";
import { type Part, wordFileBase64 } from "./word-file.ts";

/** A section as a test describes it. */
export interface TestSection {
  readonly key: string;
  readonly tag: string;
  readonly heading: string;
  readonly text: string;
  readonly version?: string;
  readonly kind?: "section" | "table";
  readonly extra?: readonly Part[];
}

/** A fragment of those sections, each in a content control of its own. */
export async function fragmentOf(sections: readonly TestSection[]): Promise<Fragment> {
  const fileBase64 = await wordFileBase64({
    parts: sections.map(({ tag, heading, text, extra = [] }) => ({
      control: { tag, title: heading },
      parts: [{ heading, level: 2 }, { text }, ...extra],
    })),
    lists: [{ format: "decimal" }, { format: "bullet" }],
  });
  return { fileBase64, controls: sections.map(controlOf) };
}

function controlOf(section: TestSection): FragmentControl {
  const base = `<p>${section.text}</p>`;
  return {
    tag: section.tag,
    title: section.heading,
    kind: section.kind ?? "section",
    key: section.key,
    version: section.version ?? "1",
    hash: "0".repeat(64),
    base,
    firstWords: `${section.heading} ${section.text.split(" ").slice(0, 4).join(" ")}`,
  };
}
