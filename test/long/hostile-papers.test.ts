import { describe, expect, it } from "vitest";
import { UnreadablePaper } from "../../shared/documents/import/lines/unreadable-paper.ts";
import { readPaperText } from "../../shared/documents/import/read-paper.ts";
import { type HostilePaper, hostilePapers } from "../builders/hostile-papers.ts";

const seed = 20_261_122;
const papers = 320;
/** Characters of a paper, about. */
const size = 60_000;
/** Milliseconds within which a paper is read or refused: many times what it takes, and far below what hangs. */
const ceiling = 5_000;

/** So many of them, always the same, of every kind and from every place. */
function chosen(all: readonly HostilePaper[]): HostilePaper[] {
  let state = seed;
  return Array.from({ length: papers }, (_, at) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    const from = Math.floor((at * all.length) / papers);
    const to = Math.floor(((at + 1) * all.length) / papers);
    return all[from + (state % (to - from))];
  }).flatMap((paper) => paper ?? []);
}

function read(paper: HostilePaper) {
  const bytes = new TextEncoder().encode(paper.text());
  const began = performance.now();
  try {
    return { paper: readPaperText(bytes, "paper.txt"), took: performance.now() - began };
  } catch (error) {
    if (!(error instanceof UnreadablePaper)) throw error;
    return { paper: null, took: performance.now() - began };
  }
}

describe("papers with hostile text", () => {
  it("are read or refused, every line counted, and none of them takes long", () => {
    const slow: string[] = [];
    const uncounted: string[] = [];
    for (const hostile of chosen([...hostilePapers(size)])) {
      const { paper, took } = read(hostile);
      if (took > ceiling) slow.push(`${hostile.name}: ${Math.round(took)} ms`);
      if (!paper) continue;
      const { lines, read: kept, blank, warned } = paper.coverage;
      if (kept + blank + warned !== lines) uncounted.push(hostile.name);
    }
    expect({ slow, uncounted }).toEqual({ slow: [], uncounted: [] });
  });

  it("are refused where they have more lines than any paper", () => {
    const bytes = new TextEncoder().encode("a\n".repeat(1_000_001));
    expect(() => readPaperText(bytes, "paper.txt")).toThrow(/more than 1,000,000 lines/);
  });
});
