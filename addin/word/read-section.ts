import { type InWord, runInWord } from "./run-in-word.ts";
import { WordError } from "./word-error.ts";

/**
 * The Flat OPC package of a section, by the tag of its content control; of several with one tag the first
 * counts. Two syncs.
 * @throws {WordError} `missing` when no control has the tag.
 */
export function readSection(tag: string): Promise<InWord<string>> {
  return runInWord(async (context, sync) => {
    const control = context.document.contentControls.getByTag(tag).getFirstOrNullObject();
    await sync();
    if (control.isNullObject) throw sectionGone();
    const ooxml = control.getOoxml();
    await sync();
    return ooxml.value;
  });
}

/** Selects a section in the document, so that Word shows it. Two syncs. @throws {WordError} `missing`. */
export function selectControl(tag: string): Promise<InWord<void>> {
  return runInWord(async (context, sync) => {
    const control = context.document.contentControls.getByTag(tag).getFirstOrNullObject();
    await sync();
    if (control.isNullObject) throw sectionGone();
    control.select();
    await sync();
  });
}

export function sectionGone(): WordError {
  return new WordError(
    "missing",
    "This section is no longer in the document. Insert it again from the list.",
  );
}
