import type { LineLedger } from "../lines/line-ledger.ts";
import { cellsOf, isTableRow, isTableRule, type PaperLine, withoutMarks } from "../lines/paper-lines.ts";
import { bodyWords } from "../lines/printed-body.ts";
import { isCapitals } from "../minutes/minute-headings.ts";

/** The checklist by which a committee chooses topics for review. */
export interface CriteriaChecklist {
  readonly title: string;
  readonly groups: readonly CriteriaGroup[];
}

/** A heading of the checklist, what it is for, and its points. */
export interface CriteriaGroup {
  readonly heading: string;
  readonly purpose: "select" | "reject" | "do" | "do-not" | "questions" | "other";
  readonly items: readonly CriteriaItem[];
}

/** A point of the checklist, and those below it. */
export interface CriteriaItem {
  readonly text: string;
  readonly items: readonly string[];
}

const glyph = /^(\s*)(?:[-*•●◦▪■◆♦❖➢►·]|o(?=\s))\s+(?:[•●◆♦❖▪]\s+)?(\S.*)$/;

/** Headings of a checklist in small letters: “What not to do”, “Don’t”. */
const plainHeading =
  /^(?:(?:what|when|how) (?:not )?to (?:do|avoid|select|choose|reject|review)|do(?:['’]?s)?|do not|don['’]?ts?|avoid|remember|dos and don['’]?ts|(?:things|points) to (?:do|avoid|consider|remember)|reasons? (?:to|for|not to)\b.{0,40}|topics? (?:to|not to)\b.{0,40}|scoring)\s*:?-?$/i;

/** Reads the checklist: headings, and the points below each; a question broken over rows is one question. */
export function readCriteriaChecklist(lines: readonly PaperLine[], ledger: LineLedger): CriteriaChecklist {
  ledger.readAll(lines);
  const filled = lines.filter(({ text }) => text.trim() !== "" && !isTableRule(text));
  const title = withoutMarks(filled[0]?.text ?? "");
  const groups: { heading: string; items: { text: string; items: string[] }[] }[] = [];
  const margins = filled
    .slice(1)
    .flatMap(({ text }) =>
      (glyph.exec(text)?.[1] ?? null) === null ? [] : [glyph.exec(text)?.[1]?.length ?? 0],
    );
  const margin = margins.reduce((low, indent) => Math.min(low, indent), 99);
  let openParent = false;
  let subtitle = "";
  for (const [place, { text }] of filled.slice(1).entries()) {
    const row = isTableRow(text);
    const cells = row ? cellsOf(text).filter((cell) => cell !== "").length : 1;
    const words = withoutMarks(
      row
        ? cellsOf(text)
            .filter((cell) => cell !== "")
            .join(" ")
        : text,
    );
    const item = row ? null : glyph.exec(text.replace(/\*\*/g, ""));
    const group = groups.at(-1);
    const last = group?.items.at(-1);
    const heading = words.replace(/^[-*•●◆♦❖]\s+/, "");
    const marked = /^\s*#/.test(text);
    if (
      !row &&
      (marked ||
        (!item &&
          !/[.?;]$/.test(words) &&
          (isCapitals(heading) ||
            /criteria|questions\b.*:?-?$/i.test(heading) ||
            plainHeading.test(heading)) &&
          heading.length < 110))
    ) {
      groups.push({ heading: heading.replace(/\s*:-?$/, ""), items: [] });
      openParent = false;
      continue;
    }
    const content = item?.[2] ?? words;
    // The council's name below the title is no point of the checklist.
    if (!group && !row && !item && place === 0 && bodyWords.test(content) && !/[.;?:]$/.test(content)) {
      subtitle = content;
      continue;
    }
    if (!group) {
      groups.push({ heading: title, items: [{ text: content, items: [] }] });
      continue;
    }
    const deeper = item !== null && (item[1]?.length ?? 0) > margin + 1;
    const goesOn =
      last && !item && (/^\p{Ll}/u.test(content) || (row && cells <= 2 && !/[?.:]$/.test(last.text)));
    if (goesOn) last.text = `${last.text} ${content}`;
    else if (deeper && last && (openParent || !/[.;?]$/.test(last.text))) {
      last.items.push(withoutMarks(content));
      openParent = true;
    } else {
      group.items.push({ text: withoutMarks(content), items: [] });
      openParent = false;
    }
  }
  return {
    title: subtitle === "" ? title : `${title}, ${subtitle}`,
    groups: groups.map(({ heading, items }) => ({ heading, purpose: purposeOf(heading), items })),
  };
}

function purposeOf(heading: string): CriteriaGroup["purpose"] {
  if (/reject/i.test(heading)) return "reject";
  if (/\bdon['’]?t\b|\bdo not\b/i.test(heading) && !/\bdo['’]?s\b/i.test(heading)) return "do-not";
  if (/\bnot to do\b|\bavoid\b/i.test(heading)) return "do-not";
  if (/^(?:what to )?do$/i.test(heading)) return "do";
  if (/select|choos/i.test(heading)) return "select";
  if (/question|investigation/i.test(heading)) return "questions";
  return "other";
}
