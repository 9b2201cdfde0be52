import type { Coverage, PaperWarning } from "../paper.ts";
import type { PaperLine } from "./paper-lines.ts";
import { WordAccount } from "./word-account.ts";

type Fate = "blank" | "unseen" | "read" | "warned";

/**
 * What became of every line of a paper: read into the data, or left out with a warning that says so. A line that
 * nobody claimed is reported when the ledger is closed, so nothing is dropped in silence.
 */
export class LineLedger {
  readonly #fates = new Map<number, Fate>();
  readonly #lines: readonly PaperLine[];
  readonly #warnings: PaperWarning[] = [];
  /** Words of lines that are read but for them. */
  readonly #left = new Map<number, string>();

  constructor(lines: readonly PaperLine[]) {
    this.#lines = lines;
    for (const line of lines) this.#fates.set(line.number, line.text.trim() === "" ? "blank" : "unseen");
  }

  /** The line's words are in the data. */
  read(line: number): void {
    if (this.#fates.get(line) !== "blank") this.#fates.set(line, "read");
  }

  /** Words of a line that name a field, or the fields of the lines below it, and are no data. */
  nameWords({ number, text }: PaperLine): void {
    this.#left.set(number, `${this.#left.get(number) ?? ""} ${text}`);
  }

  readAll(lines: readonly PaperLine[]): void {
    for (const line of lines) this.read(line.number);
  }

  /** The lines' words are not in the data, for the reason given. */
  leaveOut(from: number, to: number, message: string): void {
    for (let line = from; line <= to; line += 1) {
      if (this.#fates.get(line) === "unseen") this.#fates.set(line, "warned");
    }
    this.note(from, message);
  }

  /** Lines that belong to the page and repeat through the paper: one warning names them all. */
  leaveOutPageLines(lines: readonly PaperLine[]): void {
    const [first] = lines;
    if (first)
      this.leaveOutAlike(
        lines,
        `“${opening(first.text)}” belongs to the page, not to the text, and was left out`,
      );
  }

  /** Lines that are left out for the same reason: one warning names them all. @param message without its full stop. */
  leaveOutAlike(lines: readonly PaperLine[], message: string): void {
    const [first] = lines;
    if (!first) return;
    for (const { number } of lines) {
      if (this.#fates.get(number) === "unseen") this.#fates.set(number, "warned");
    }
    const numbers = lines.map(({ number }) => number);
    const where =
      numbers.length === 1
        ? ""
        : `, ${numbers.length} times (lines ${numbers.slice(0, 12).join(", ")}${numbers.length > 12 ? " …" : ""})`;
    this.note(first.number, `${message}${where}.`);
  }

  /** Words inside lines that are read otherwise: one warning tells why they were left out. @param message without its full stop. */
  leaveOutWords(parts: readonly PaperLine[], message: string): void {
    const [first] = parts;
    if (!first) return;
    for (const { number, text } of parts) this.#left.set(number, `${this.#left.get(number) ?? ""} ${text}`);
    const numbers = [...new Set(parts.map(({ number }) => number))];
    const where =
      numbers.length === 1
        ? ""
        : `, in ${numbers.length} lines (${numbers.slice(0, 12).join(", ")}${numbers.length > 12 ? " …" : ""})`;
    this.note(first.number, `${message}${where}.`);
  }

  /** Something a person should look at, about a line that is read all the same. */
  note(line: number, message: string): void {
    this.#warnings.push({ line, message });
  }

  /** Names the words of claimed lines that stand nowhere in what was read; lines one below the other in one warning. */
  #nameLostWords(read: unknown): void {
    const account = new WordAccount(
      read,
      this.#warnings.map(({ message }) => message),
    );
    const gaps: { from: number; to: number; words: string[] }[] = [];
    let goesOn = false;
    for (const { number, text } of this.#lines) {
      const fate = this.#fates.get(number);
      if (fate === "blank") continue;
      const words = fate === "read" ? account.lostIn(text, this.#left.get(number)) : [];
      const last = gaps.at(-1);
      if (words.length > 0) {
        this.#fates.set(number, "warned");
        if (goesOn && last) {
          last.to = number;
          last.words.push(...words);
        } else gaps.push({ from: number, to: number, words });
      }
      goesOn = words.length > 0;
    }
    for (const { from, to, words } of gaps) {
      const where = from === to ? "this line" : `lines ${from} to ${to}`;
      this.note(
        from,
        `Of ${where} these words were not read: “${opening(words.join(" "))}”. Look whether they matter.`,
      );
    }
  }

  /**
   * Reports every line nobody claimed, and every claimed one with words that stand nowhere in what was read, and
   * gives the account.
   * @param read what was made of the paper: its data and its title.
   */
  close(read: unknown): { readonly warnings: readonly PaperWarning[]; readonly coverage: Coverage } {
    let run: PaperLine[] = [];
    const endRun = () => {
      const [first] = run;
      const last = run.at(-1);
      if (first && last) {
        const where = first === last ? "This line was" : `Lines ${first.number} to ${last.number} were`;
        this.leaveOut(
          first.number,
          last.number,
          `${where} not understood and not read: “${opening(first.text)}”.`,
        );
      }
      run = [];
    };
    for (const line of this.#lines) {
      const fate = this.#fates.get(line.number);
      if (fate === "unseen") run.push(line);
      else if (fate !== "blank") endRun();
    }
    endRun();
    this.#nameLostWords(read);
    const count = (fate: Fate) => [...this.#fates.values()].filter((found) => found === fate).length;
    return {
      warnings: [...this.#warnings].sort((a, b) => a.line - b.line),
      coverage: {
        lines: this.#lines.length,
        read: count("read"),
        blank: count("blank"),
        warned: count("warned"),
      },
    };
  }
}

/** The first words of a text, for a message. */
export function opening(text: string): string {
  const words = text.replace(/\s+/g, " ").trim();
  return words.length <= 60 ? words : `${words.slice(0, 57).trimEnd()}…`;
}
