import { type InWord, runInWord } from "./run-in-word.ts";
import { WordError } from "./word-error.ts";

/** A section as it stands in Word. */
export interface SectionInWord {
  /** `getOoxml()` of its content control: a Flat OPC package. */
  readonly ooxml: string;
  /** How many copies of its control became plain text. */
  readonly released: number;
}

/**
 * Reads a section by the tag of its content control. Of several with one tag (a copy, or a control that was split)
 * the first counts; the others become plain text. Two syncs.
 * @throws {WordError} `missing` when no control has the tag.
 */
export function readSection(tag: string): Promise<InWord<SectionInWord>> {
  return runInWord(async (context, sync) => {
    const controls = context.document.contentControls.getByTag(tag);
    controls.load("items/id");
    await sync();
    const [control, ...copies] = controls.items;
    if (!control) throw sectionGone();
    for (const copy of copies) copy.delete(true);
    const ooxml = control.getOoxml();
    await sync();
    return { ooxml: ooxml.value, released: copies.length };
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
