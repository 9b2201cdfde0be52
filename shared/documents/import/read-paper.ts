import type { ReadPaper } from "./paper.ts";
import { type PaperLine, paperLines } from "./paper-lines.ts";
import { paperReaders } from "./paper-readers.ts";
import { looksLikeDocumentPack, readDocumentPack } from "./read-document-pack.ts";
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
  const reader = paperReaders.find(({ looksLike }) => looksLike(lines));
  if (reader) return reader.read(lines, fileName);
  throw new UnreadablePaper(
    fileName,
    "is not a paper of a kind that is known. Forward Plans, agendas, minutes, reports with a front sheet, Cabinet Member reports, work programmes and packs of these can be read; check that the right file was chosen.",
  );
}
