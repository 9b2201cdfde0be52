import type { ReadPaper } from "./paper.ts";
import { type PaperLine, paperLines, withoutMarks } from "./paper-lines.ts";
import { looksLikeCabinetMemberReport, readCabinetMemberReport } from "./read-cabinet-member-report.ts";
import { looksLikeDocumentPack, readDocumentPack } from "./read-document-pack.ts";
import { looksLikeForwardPlan, readForwardPlan } from "./read-forward-plan.ts";
import { UnreadablePaper } from "./unreadable-paper.ts";

/**
 * Recognises a paper from its own text and reads it.
 * Every line of the file either ends in the data or is named in a warning; `coverage` keeps the account.
 * @param bytes the file: plain text in UTF-8 (or UTF-16 with its mark).
 * @param fileName for messages.
 * @throws {UnreadablePaper} when the file is empty, too large, not text, or a paper of no kind that is read.
 */
export function readPaper(bytes: Uint8Array, fileName: string): ReadPaper {
  const { lines, notes } = paperLines(bytes, fileName);
  const paper = readLines(lines, fileName);
  if (notes.length === 0) return paper;
  return { ...paper, warnings: [...paper.warnings, ...notes].sort((a, b) => a.line - b.line) };
}

function readLines(lines: readonly PaperLine[], fileName: string): ReadPaper {
  if (looksLikeDocumentPack(lines)) return readDocumentPack(lines, fileName);
  if (looksLikeForwardPlan(lines)) return readForwardPlan(lines, fileName);
  if (looksLikeCabinetMemberReport(lines)) return readCabinetMemberReport(lines, fileName);
  const known = knownButUnread(lines);
  throw new UnreadablePaper(
    fileName,
    known
      ? `looks like ${known}. Papers of that kind are not read yet: Forward Plans, Cabinet Member reports and document packs are.`
      : "is not a paper of a kind that is known. Forward Plans, Cabinet Member reports and document packs can be read; check that the right file was chosen.",
  );
}

function knownButUnread(lines: readonly PaperLine[]): string | null {
  const texts = lines.map(({ text }) => withoutMarks(text)).filter((text) => text !== "");
  if (
    texts.some((text) => /^(?:resolved|decision made)\s*:/i.test(text)) ||
    texts.slice(0, 30).some((text) => /meeting held (?:at|on)\b/i.test(text))
  ) {
    return "minutes";
  }
  if (texts.slice(0, 30).some((text) => /^report to\s*:/i.test(text))) return "a covering report";
  if (texts.slice(0, 60).some((text) => /^agenda$/i.test(text))) return "an agenda";
  if (texts.slice(0, 30).some((text) => /work programme/i.test(text))) return "a work programme";
  return null;
}
