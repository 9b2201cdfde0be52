/** Says that a file cannot be read as a council paper: what is wrong with it, and what to do. */
export class UnreadablePaper extends Error {
  override readonly name = "UnreadablePaper";
  readonly file: string;
  constructor(file: string, problem: string, cause?: unknown) {
    super(`${file} ${problem}`, { cause });
    this.file = file;
  }
}
