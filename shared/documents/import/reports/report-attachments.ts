import { renderSectionHtml } from "../../../contracts/section-content.ts";
import { canonicalContent } from "../../content/canonical-content.ts";
import { type LineLedger, opening } from "../lines/line-ledger.ts";
import { withTablesRestored } from "../lines/lost-tables.ts";
import { type Layout, paperBlocks } from "../lines/paper-blocks.ts";
import { type PaperLine, withoutMarks } from "../lines/paper-lines.ts";
import { sectionBlocks } from "../lines/section-blocks.ts";
import { oneText } from "./report-openings.ts";

/** A paper printed behind a report. A letter's words are not taken over: they are a third person's. */
export interface Attachment {
  readonly title: string;
  /** Its first and last line in the file. */
  readonly from: number;
  readonly to: number;
  readonly kind: "appendix" | "letter";
  readonly html: string;
}

/**
 * The papers printed behind a report: appendices with their words, letters by their lines alone.
 * @param starts places of the lines that they begin with, in order.
 */
export function attachmentsOf(
  lines: readonly PaperLine[],
  starts: readonly number[],
  layout: Layout,
  ledger: LineLedger,
): Attachment[] {
  const bounds = [...new Set(starts)];
  return bounds.flatMap((from, at): Attachment[] => {
    const part = lines.slice(from, bounds[at + 1] ?? lines.length);
    const filled = part.filter(({ text }) => text.trim() !== "");
    const [first] = filled;
    const last = filled.at(-1);
    if (!first || !last) return [];
    const letter = filled.some(({ text }) =>
      /^(?:dear\b|yours (?:sincerely|faithfully)|house of commons\b)/i.test(withoutMarks(text)),
    );
    if (letter) {
      ledger.leaveOut(
        first.number,
        last.number,
        `A letter is printed with the report (lines ${first.number} to ${last.number}). Its words were not taken over, for it may hold a third person’s address.`,
      );
      return [{ title: "Letter", from: first.number, to: last.number, kind: "letter", html: "" }];
    }
    const blocks = paperBlocks(withTablesRestored(part, ledger), ledger, { layout });
    return [
      {
        title: opening(withoutMarks(oneText(first.text))),
        from: first.number,
        to: last.number,
        kind: "appendix",
        html: renderSectionHtml(canonicalContent(sectionBlocks(blocks, ledger))),
      },
    ];
  });
}
