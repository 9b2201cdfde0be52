/** How much a finding weighs: the law forbids it, somebody should look, or it is good to know. */
export type Severity = "error" | "warning" | "info";

/** What a rule found, in words for the person who can mend it. */
export interface Finding {
  /** The rule's number in the domain reference: “R6”. */
  readonly rule: string;
  readonly severity: Severity;
  /** What it is about: an item, a heading, a date. */
  readonly where: string;
  /** What is wrong. */
  readonly message: string;
  /** What to do. */
  readonly fix: string;
  readonly provision?: string;
}
