import { unzipSync } from "fflate";
import { bodyOf, readBlocks } from "../../read/read-section.ts";
import { childElements, openDocx, UnreadableWordFile } from "../../read/word-package.ts";
import type { PaperText } from "../lines/paper-lines.ts";
import { textLines } from "../lines/paper-lines.ts";
import { UnreadablePaper } from "../lines/unreadable-paper.ts";
import { contentLines } from "./content-lines.ts";

/** The parts of a Word file unpack to at most this many bytes; more is no paper of a council. */
const unpackedLimit = 64 * 1024 * 1024;

/** Whether the bytes are a zip, as a Word document is. */
export function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4;
}

/**
 * The lines of a Word document, by its styles, lists and tables. Lines are counted in the order of its paragraphs.
 * @throws {UnreadablePaper} when it is no Word document, damaged, or unpacks to more than 64 MB.
 */
export function wordLines(bytes: Uint8Array, fileName: string): PaperText {
  try {
    checkSize(bytes);
    const word = openDocx(bytes);
    const section = readBlocks(word, childElements(bodyOf(word)), new Map());
    const text = [
      ...(section.heading === null ? [] : [`# ${section.heading}`, ""]),
      ...contentLines(section.content),
    ].join("\n");
    if (text.trim() === "")
      throw new UnreadablePaper(fileName, "is a Word document without any words in it.");
    const kinds = new Map<string, number>();
    for (const { kind } of section.notes) kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
    const lost = [...kinds]
      .filter(([kind]) =>
        /picture|text box|footnote|endnote|comment|tracked|field|object|chart|equation/i.test(kind),
      )
      .map(([kind, count]) => (count === 1 ? kind : `${kind} (${count} times)`));
    const read = textLines(text);
    return {
      lines: read.lines,
      notes: [
        ...read.notes,
        ...(lost.length > 0
          ? [
              {
                line: 1,
                message: `The Word document holds what plain words cannot: ${lost.join(", ")}. Look whether anything is missing.`,
              },
            ]
          : []),
      ],
    };
  } catch (error) {
    if (error instanceof UnreadableWordFile) {
      const reason = error.message.replace(/^[^:]*:\s*/, "");
      throw new UnreadablePaper(
        fileName,
        `cannot be read as a Word document: ${reason} Open it in Word, save it again as .docx, and choose it again.`,
        error,
      );
    }
    throw error;
  }
}

/** @throws {UnreadableWordFile} before anything large is unpacked. */
function checkSize(bytes: Uint8Array): void {
  let unpacked = 0;
  try {
    unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        if (/\.(?:xml|rels)$/.test(name)) unpacked += originalSize;
        return false;
      },
    });
  } catch (error) {
    throw new UnreadableWordFile("its packing is damaged.", error);
  }
  if (unpacked > unpackedLimit) throw new UnreadableWordFile("it unpacks to more than 64 MB.");
}
