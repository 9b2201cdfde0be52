import { describe, expect, it } from "vitest";
import { readPaperText } from "../../../shared/documents/import/read-paper.ts";
import { mutations, type SamplePaper, samplePapers } from "../../builders/sample-papers.ts";

const bytes = (text: string) => new TextEncoder().encode(text);

function read(text: string) {
  const paper = readPaperText(bytes(text), "paper.txt");
  const { lines, read: taken, blank, warned } = paper.coverage;
  expect(taken + blank + warned).toBe(lines);
  return paper;
}

/** Data without what is a matter of place: numbers of lines. */
function withoutPlaces(data: unknown): unknown {
  return JSON.parse(
    JSON.stringify(data, (name, value) =>
      /^(?:line|from|to|itemLines)$/.test(name) && typeof value !== "string" ? undefined : value,
    ),
  );
}

const words = (data: unknown) =>
  JSON.stringify(withoutPlaces(data))
    .toLowerCase()
    .match(/[a-z]{3,}/g)
    ?.filter(
      (word) =>
        ![
          "bullets",
          "list",
          "items",
          "style",
          "bullet",
          "kind",
          "text",
          "runs",
          "lists",
          "content",
          "html",
          "narrative",
          "paragraph",
          "strong",
        ].includes(word),
    )
    .sort() ?? [];

describe.each(samplePapers.map((paper) => [paper.name, paper] as const))("%s", (_, paper: SamplePaper) => {
  it("is read as what it says", () => {
    const found = read(paper.text);
    expect(found.kind).toBe(paper.kind);
    expect(found.data).toMatchObject(paper.data);
  });

  it.each(mutations.filter(({ losesShape }) => !losesShape).map((one) => [one.name, one] as const))(
    "is read the same %s",
    (_name, { mutate }) => {
      const expected = withoutPlaces(read(paper.text).data);
      expect(withoutPlaces(read(mutate(paper.text)).data)).toEqual(expected);
    },
  );

  it.each(mutations.filter(({ losesShape }) => losesShape).map((one) => [one.name, one] as const))(
    "keeps every word %s",
    (_name, { mutate }) => {
      const found = read(mutate(paper.text));
      expect(found.kind).toBe(paper.kind);
      const had = new Set(words(read(paper.text).data));
      const has = new Set(words(found.data));
      expect([...had].filter((word) => !has.has(word))).toEqual([]);
    },
  );
});
