import { UnreadableWordFile } from "../documents/read/word-package.ts";
import { templateFileName } from "../documents/template/default-template.ts";
import { defaultTemplate, readTemplate, type WordTemplate } from "../documents/template/word-template.ts";
import { GraphFailure } from "../graph/client/graph-failure.ts";
import type { LibraryDocument, ReportLibrary } from "../graph/files/report-library.ts";
import { Refused } from "./refused.ts";

/** The template that reports are written with: the council’s in the library, else ours. */
export interface ReportTemplate {
  /** Asks the library whether the template has changed. */
  current(): Promise<WordTemplate>;
  /** The same from an answer to `library.findRequest(templateFileName)` that came in a batch. */
  fromAnswer(answer: unknown): Promise<WordTemplate>;
}

/** Reads the council’s template once and keeps it for as long as its version stays. */
export function createReportTemplate(library: ReportLibrary): ReportTemplate {
  let kept: { readonly version: string; readonly template: WordTemplate } | null = null;

  async function templateOf(file: LibraryDocument | null): Promise<WordTemplate> {
    if (!file) return defaultTemplate();
    if (kept?.version === file.version) return kept.template;
    const bytes = await library.read(templateFileName);
    try {
      kept = { version: file.version, template: readTemplate(bytes) };
    } catch (error) {
      if (!(error instanceof UnreadableWordFile)) throw error;
      throw new Refused(
        {
          code: "not-readable",
          message: `The file “${templateFileName}” in the report library is not a Word document. Put the template back, or delete the file to write with ours.`,
        },
        error,
      );
    }
    return kept.template;
  }

  return {
    current: async () => templateOf(await library.find(templateFileName)),
    async fromAnswer(answer) {
      // Somebody without a right to the library still writes with the council’s template.
      const refused = answer instanceof GraphFailure && answer.kind !== "not-found";
      return refused ? this.current() : templateOf(library.found(answer));
    },
  };
}
