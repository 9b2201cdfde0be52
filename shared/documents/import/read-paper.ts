import { isPdf, pdfLines } from "./forms/pdf-lines.ts";
import { htmlLines, readWebPage, webForm } from "./forms/read-web-page.ts";
import { isZip, wordLines } from "./forms/word-lines.ts";
import { largestPaper, type PaperLine, type PaperText, paperLines } from "./lines/paper-lines.ts";
import { UnreadablePaper } from "./lines/unreadable-paper.ts";
import type { ReadPaper } from "./paper.ts";
import { paperReaders } from "./paper-readers.ts";
import { looksLikeDocumentPack, readDocumentPack } from "./read-document-pack.ts";

/**
 * Recognises a paper from its own words and reads it: plain text, Word, PDF, HTML, or what ModernGov’s web service
 * answers. Every line either ends in the data or is named in a warning; `coverage` keeps the account.
 * @param bytes the file, at most 50 MB.
 * @param fileName for messages.
 * @throws {UnreadablePaper} when the file is empty, too large, damaged, or a paper of no kind that is read.
 */
export async function readPaper(bytes: Uint8Array, fileName: string): Promise<ReadPaper> {
  if (!isPdf(bytes)) return readPaperText(bytes, fileName);
  return readText(await pdfLines(bytes, fileName), fileName);
}

/** As {@link readPaper}, for every form but PDF. */
export function readPaperText(bytes: Uint8Array, fileName: string): ReadPaper {
  if (bytes.length > largestPaper)
    throw new UnreadablePaper(fileName, "is larger than 50 MB. Save only the paper itself.");
  if (isPdf(bytes))
    throw new UnreadablePaper(
      fileName,
      "is a PDF. Here only its text can be read: save it as .txt or .docx.",
    );
  if (isZip(bytes)) return readText(wordLines(bytes, fileName), fileName);
  const text = paperLines(bytes, fileName);
  const form = webForm(text.lines);
  if (form === null) return readText(text, fileName);
  const source = new TextDecoder().decode(bytes);
  return readWebPage(form, source, fileName) ?? readText(htmlLines(source), fileName);
}

function readText({ lines, notes }: PaperText, fileName: string): ReadPaper {
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
