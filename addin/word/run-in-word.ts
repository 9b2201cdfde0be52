import { WordError } from "./word-error.ts";

/** Sends what is queued to Word and waits for it: one round trip, counted. */
export type Sync = () => Promise<void>;

/** What a piece of work in Word gave, and how many round trips it took. */
export interface InWord<T> {
  readonly value: T;
  readonly syncs: number;
}

/**
 * Does work in the open document.
 * @throws {WordError} for anything that Word refuses.
 */
export async function runInWord<T>(
  work: (context: Word.RequestContext, sync: Sync) => Promise<T>,
): Promise<InWord<T>> {
  if (typeof Word === "undefined")
    throw new WordError(
      "not-in-word",
      "This page is not open in Word. Open it from the Clear Days button in Word.",
    );
  let syncs = 0;
  try {
    const value = await Word.run((context) =>
      work(context, async () => {
        syncs++;
        await context.sync();
      }),
    );
    return { value, syncs };
  } catch (error) {
    if (error instanceof Error && "code" in error) throw wordErrorOf(error, String(error.code));
    throw error;
  }
}

function wordErrorOf(error: Error, code: string): WordError {
  if (code === "ItemNotFound" || code === "InvalidObjectPath")
    return new WordError(
      "missing",
      "Word cannot find that part of the document. Look whether it was deleted.",
      error,
    );
  if (code === "ApiNotFound")
    return new WordError(
      "too-old",
      "This version of Word is too old for Clear Days. Update Word, or use Word on the web.",
      error,
    );
  return new WordError(
    "refused",
    "Word could not do that. Try again; if it happens again, save and reopen the document.",
    error,
  );
}
