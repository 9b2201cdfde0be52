import { type InWord, runInWord } from "./run-in-word.ts";

/** One thing to try in the open document. */
export type Trial =
  | { readonly insert: string; readonly where: "Start" | "End" | "Replace" }
  | { readonly insert: string; readonly after: string }
  | { readonly remove: string };

/**
 * Empties the document, puts a file in, tries things one after another, and reads what stands then. For the probe
 * page only: whatever the document held is gone.
 * @returns the Flat OPC package of the body, or of the control with the tag.
 */
export function tryInsertion(
  base: string,
  trials: readonly Trial[],
  readTag: string | null,
): Promise<InWord<string>> {
  return runInWord(async (context, sync) => {
    const { body } = context.document;
    body.clear();
    body.insertFileFromBase64(base, "Replace");
    await sync();
    for (const trial of trials) {
      if ("remove" in trial) context.document.contentControls.getByTag(trial.remove).getFirst().delete(false);
      else if ("where" in trial) body.insertFileFromBase64(trial.insert, trial.where);
      else {
        const control = context.document.contentControls.getByTag(trial.after).getFirst();
        control.getRange("After").insertFileFromBase64(trial.insert, "After");
      }
      await sync();
    }
    const read =
      readTag === null
        ? body.getOoxml()
        : context.document.contentControls.getByTag(readTag).getFirst().getOoxml();
    await sync();
    return read.value;
  });
}
