import { DOMParser, XMLSerializer } from "@xmldom/xmldom";
import type { Faults } from "../../infra/local/word-simulator/model/insert-file.ts";
import { OpenDocument } from "../../infra/local/word-simulator/model/open-document.ts";
import {
  makeWordRun,
  OfficeExtensionError,
  type RequestContext,
} from "../../infra/local/word-simulator/office-js/request-context.ts";
import { WordHost } from "../../infra/local/word-simulator/office-js/word-host.ts";
import { type WordFile, wordFile } from "./word-file.ts";
import { xmlTools } from "./xml-tools.ts";

/** A document open in the simulator's Word without a page, with `Word.run` as the pane would have it. */
export interface OpenWord {
  readonly host: WordHost;
  readonly document: OpenDocument;
  run<T>(batch: (context: Word.RequestContext) => Promise<T>): Promise<T>;
  /** Makes it the global Word, until the next one. */
  beWord(): void;
}

export async function openWord(file: WordFile | Uint8Array, faults: Faults = {}): Promise<OpenWord> {
  const bytes = file instanceof Uint8Array ? file : await wordFile(file);
  const document = await OpenDocument.open(bytes, xmlTools, faults);
  const host = new WordHost(document);
  const run = makeWordRun((batch) => host.run(structuredClone(batch)));
  const typed = <T>(batch: (context: Word.RequestContext) => Promise<T>): Promise<T> =>
    run(batch as unknown as (context: RequestContext) => Promise<T>);
  return {
    host,
    document,
    run: typed,
    beWord: () =>
      Object.assign(globalThis, {
        Word: { run },
        OfficeExtension: { Error: OfficeExtensionError },
        DOMParser,
        XMLSerializer,
      }),
  };
}

/** Saves the document and opens what was saved. */
export async function savedAndOpened(word: OpenWord): Promise<OpenDocument> {
  return OpenDocument.open(await word.document.save(), xmlTools);
}
