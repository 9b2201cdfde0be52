/** One matter that a body dealt with, as its agenda lists it and its minutes record it. */
export interface BusinessEntry {
  readonly title: string;
  /** The post whose report it was. */
  readonly reportOf: string;
  /** What was said and asked, a paragraph each. */
  readonly said: readonly string[];
  /** Each part of the decision, in order: “(1)(A)” and its words; the part is empty where there is one alone. */
  readonly decided: readonly (readonly [part: string, text: string])[];
  readonly reasons?: string;
  readonly alternatives?: string;
  readonly keyDecision?: true;
  /** Call-in was waived for urgency. */
  readonly urgent?: true;
  /** It was called in, and referred back to the Cabinet. */
  readonly referredBack?: true;
}

/** A matter that was only noted. */
export function noted(title: string, reportOf: string, ...said: readonly string[]): BusinessEntry {
  return { title, reportOf, said, decided: [["", "the report be noted."]] };
}
