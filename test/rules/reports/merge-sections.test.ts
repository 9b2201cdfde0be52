import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { renderSectionHtml, type SectionContent } from "../../../shared/contracts/section-content.ts";
import { canonicalContent } from "../../../shared/documents/content/canonical-content.ts";
import { parseSectionHtml } from "../../../shared/documents/content/parse-section-html.ts";
import { type MergedPiece, mergeSections } from "../../../shared/rules/reports/merge-sections.ts";
import { anySectionContent } from "../../builders/section-contents.ts";

const content = (html: string): SectionContent => parseSectionHtml(html).content;
const merge = (base: string, yours: string, theirs: string): MergedPiece[] =>
  mergeSections(content(base), content(yours), content(theirs));
/** Agreed pieces as HTML; conflicts as `[base|yours|theirs]`. */
const shown = (pieces: readonly MergedPiece[]): string =>
  pieces
    .map((piece) =>
      piece.kind === "agreed"
        ? renderSectionHtml(piece.content)
        : `[${[piece.base, piece.yours, piece.theirs].map(renderSectionHtml).join("|")}]`,
    )
    .join("");

/** A content and two edits of it: blocks taken out, put in, or put in the place of others. */
const edits = fc
  .tuple(
    anySectionContent,
    fc.array(fc.tuple(fc.nat(8), fc.constantFrom("in", "out", "over"), anySectionContent), { maxLength: 3 }),
    fc.array(fc.tuple(fc.nat(8), fc.constantFrom("in", "out", "over"), anySectionContent), { maxLength: 3 }),
  )
  .map(([base, mine, other]) => {
    const edited = (changes: typeof mine): SectionContent => {
      const blocks = [...base];
      for (const [place, what, added] of changes)
        blocks.splice(place % (blocks.length + 1), what === "in" ? 0 : 1, ...(what === "out" ? [] : added));
      return canonicalContent(blocks);
    };
    return { base, yours: edited(mine), theirs: edited(other) };
  });

const only = (pieces: readonly MergedPiece[]): string => {
  expect(pieces.every((piece) => piece.kind === "agreed")).toBe(true);
  return shown(pieces);
};

describe("merging two changes of a section, whatever they are", () => {
  it("what one side alone changed is taken", () => {
    fc.assert(
      fc.property(edits, ({ base, yours }) => {
        expect(only(mergeSections(base, base, yours))).toBe(renderSectionHtml(yours));
        expect(only(mergeSections(base, yours, base))).toBe(renderSectionHtml(yours));
      }),
    );
  });

  it("what both changed in the same way is taken once", () => {
    fc.assert(
      fc.property(edits, ({ base, yours }) => {
        expect(only(mergeSections(base, yours, yours))).toBe(renderSectionHtml(yours));
      }),
    );
  });

  it("the order of the sides does not matter, but for who is who in a conflict", () => {
    const turned = (piece: MergedPiece): MergedPiece =>
      piece.kind === "agreed" ? piece : { ...piece, yours: piece.theirs, theirs: piece.yours };
    fc.assert(
      fc.property(edits, ({ base, yours, theirs }) => {
        expect(shown(mergeSections(base, theirs, yours).map(turned))).toBe(
          shown(mergeSections(base, yours, theirs)),
        );
      }),
    );
  });

  it("nothing that one side wrote is lost, and nothing is invented", () => {
    const letters = (blocks: SectionContent): string[] =>
      renderSectionHtml(blocks)
        .replace(/<[^>]*>/g, " ")
        .split(/\s+/)
        .filter(Boolean);
    fc.assert(
      fc.property(edits, ({ base, yours, theirs }) => {
        const pieces = mergeSections(base, yours, theirs);
        const after = new Set(
          pieces.flatMap((piece) =>
            piece.kind === "agreed"
              ? letters(piece.content)
              : [...letters(piece.yours), ...letters(piece.theirs)],
          ),
        );
        const before = new Set(letters(base));
        for (const side of [yours, theirs])
          for (const word of letters(side)) if (!before.has(word)) expect(after).toContain(word);
        const known = new Set([base, yours, theirs].flatMap(letters));
        for (const word of after) expect(known).toContain(word);
      }),
    );
  });
});

describe("merging by paragraph, and inside a paragraph by word", () => {
  const p = (...lines: string[]): string => lines.map((line) => `<p>${line}</p>`).join("");

  it.each([
    ["different paragraphs", p("a", "b", "c"), p("A", "b", "c"), p("a", "b", "C"), p("A", "b", "C")],
    ["neighbouring paragraphs", p("a", "b"), p("A", "b"), p("a", "B"), p("A", "B")],
    ["a changed paragraph and one added after it", p("a"), p("A"), p("a", "new"), p("A", "new")],
    ["a changed paragraph and one added before it", p("a"), p("A"), p("new", "a"), p("new", "A")],
    ["a changed paragraph and one deleted after it", p("a", "b"), p("A", "b"), p("a"), p("A")],
    [
      "different words of one paragraph",
      p("The cost is £10 a year, paid monthly."),
      p("The cost is £12 a year, paid monthly."),
      p("The cost is £10 a year, paid each quarter."),
      p("The cost is £12 a year, paid each quarter."),
    ],
    [
      "words and their look",
      p("The cost is £10 a year."),
      p("The <strong>cost</strong> is £10 a year."),
      p("The cost is £10 each month."),
      p("The <strong>cost</strong> is £10 each month."),
    ],
    [
      "different items of a list",
      "<ul><li>one</li><li>two</li><li>three</li></ul>",
      "<ul><li>one</li><li>two</li><li>THREE</li></ul>",
      "<ul><li>one</li><li>two<ul><li>nested</li></ul></li><li>three</li></ul>",
      "<ul><li>one</li><li>two<ul><li>nested</li></ul></li><li>THREE</li></ul>",
    ],
    [
      "different cells of one row",
      "<table><thead><tr><th>Year</th><th>Cost</th></tr></thead><tbody><tr><td>2026</td><td>1</td></tr></tbody></table>",
      "<table><thead><tr><th>Year</th><th>Cost</th></tr></thead><tbody><tr><td>2026/27</td><td>1</td></tr></tbody></table>",
      "<table><thead><tr><th>Year</th><th>Cost</th></tr></thead><tbody><tr><td>2026</td><td>2</td></tr></tbody></table>",
      "<table><thead><tr><th>Year</th><th>Cost</th></tr></thead><tbody><tr><td>2026/27</td><td>2</td></tr></tbody></table>",
    ],
    [
      "a paragraph changed by both in different words, and one added there",
      p("The cost is £10 a year, paid monthly."),
      p("The cost is £12 a year, paid monthly."),
      p("The cost is £10 a year, paid each quarter.", "Added."),
      p("The cost is £12 a year, paid each quarter.", "Added."),
    ],
  ])("keeps both changes: %s", (_, base, yours, theirs, expected) => {
    expect(only(merge(base, yours, theirs))).toBe(expected);
  });

  it.each([
    [
      "the same words",
      p("x", "£10", "y"),
      p("x", "£12", "y"),
      p("x", "£13", "y"),
      "<p>x</p>[<p>£10</p>|<p>£12</p>|<p>£13</p>]<p>y</p>",
    ],
    [
      "a paragraph changed here and deleted there",
      p("x", "a"),
      p("x", "A"),
      p("x"),
      "<p>x</p>[<p>a</p>|<p>A</p>|]",
    ],
    [
      "two additions in one place",
      p("x"),
      p("x", "mine"),
      p("x", "theirs"),
      "<p>x</p>[|<p>mine</p>|<p>theirs</p>]",
    ],
    [
      "words that touch",
      p("Sickness fell."),
      p("Here: Sickness fell."),
      p("There: sickness fell."),
      "[<p>Sickness fell.</p>|<p>Here: Sickness fell.</p>|<p>There: sickness fell.</p>]",
    ],
    [
      "only the paragraph, when one side added another beside it",
      p("The cost is £10 a year."),
      p("The cost is £12 a year."),
      p("New before.", "The cost is £13 a year."),
      "<p>New before.</p>[<p>The cost is £10 a year.</p>|<p>The cost is £12 a year.</p>|<p>The cost is £13 a year.</p>]",
    ],
    [
      "everything, when one side wrote it anew",
      p("alpha beta", "gamma"),
      p("alpha beta!", "gamma"),
      p("something else", "altogether", "gamma"),
      "[<p>alpha beta</p>|<p>alpha beta!</p>|<p>something else</p><p>altogether</p>]<p>gamma</p>",
    ],
    [
      "a paragraph that became a list",
      p("a b"),
      "<ul><li>a b</li></ul>",
      p("a c"),
      "[<p>a b</p>|<ul><li>a b</li></ul>|<p>a c</p>]",
    ],
  ])("asks: %s", (_, base, yours, theirs, expected) => {
    expect(shown(merge(base, yours, theirs))).toBe(expected);
  });

  it("asks only about the paragraph in question when the ones around it merge", () => {
    expect(shown(merge(p("a", "b", "c"), p("A", "mine", "c"), p("a", "theirs", "C")))).toBe(
      "<p>A</p>[<p>b</p>|<p>mine</p>|<p>theirs</p>]<p>C</p>",
    );
  });

  it("never takes a table apart whose cells span rows", () => {
    const table = (rows: string): string => `<table><tbody>${rows}</tbody></table>`;
    const spanned = '<tr><td rowspan="2">a</td><td>b</td></tr><tr><td>c</td></tr>';
    const pieces = merge(
      table(spanned),
      table(spanned.replace("b", "B")),
      table(`${spanned}<tr><td>d</td><td>e</td></tr>`),
    );
    expect(pieces.map((piece) => piece.kind)).toEqual(["conflict"]);
  });
});
