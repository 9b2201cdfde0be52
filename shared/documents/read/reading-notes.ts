import type { OutsideNote } from "../../contracts/task-pane-api.ts";

/** The start of words, in quotation marks, for telling a place. */
function quoted(words: string): string {
  const line = words.replace(/\s+/g, " ").trim();
  const letters = [...line];
  return `“${letters.length > 40 ? `${letters.slice(0, 40).join("").trimEnd()}…` : line}”`;
}

/** Collects what a section holds that its record cannot, each kind once a place. */
export class ReadingNotes {
  readonly notes: OutsideNote[] = [];
  #words = "";
  #before = "";
  #fixed: string | null = null;

  /** Notes that follow are about a block with these words; about what comes after the last words when it has none. */
  moveTo(words: string): void {
    this.#words = words;
    if (words.trim() !== "") this.#before = words;
  }

  get #place(): string {
    if (this.#fixed !== null) return this.#fixed;
    if (this.#words.trim() !== "") return quoted(this.#words);
    return this.#before === "" ? "the start of the section" : `after ${quoted(this.#before)}`;
  }

  /** While `work` runs, every note is about one named place. */
  at<T>(place: string, work: () => T): T {
    const before = this.#fixed;
    this.#fixed = place;
    try {
      return work();
    } finally {
      this.#fixed = before;
    }
  }

  add(kind: string): void {
    const place = this.#place;
    if (!this.notes.some((note) => note.kind === kind && note.place === place))
      this.notes.push({ kind, place });
  }
}
