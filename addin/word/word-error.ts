/** Why something could not be done in the Word document. */
export type WordErrorKind =
  /** The page is not open in Word. */
  | "not-in-word"
  /** This Word lacks WordApi 1.5. */
  | "too-old"
  /** The section's content control is not in the document. */
  | "missing"
  /** What was inserted did not arrive whole, and could not be put right. */
  | "incomplete"
  /** The section holds tracked changes or comments that replacing would destroy. */
  | "has-remarks"
  /** Words were written into a part that only the record can word. */
  | "edited"
  /** The file is over what Word takes. */
  | "too-large"
  /** Word refused for a reason of its own. */
  | "refused";

/** A failure in Word, in words for the person. */
export class WordError extends Error {
  override readonly name = "WordError";
  readonly kind: WordErrorKind;
  constructor(kind: WordErrorKind, message: string, cause?: unknown) {
    super(message, { cause });
    this.kind = kind;
  }
}
