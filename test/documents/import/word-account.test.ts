import { describe, expect, it } from "vitest";
import { LineLedger } from "../../../shared/documents/import/lines/line-ledger.ts";
import { WordAccount } from "../../../shared/documents/import/lines/word-account.ts";
import { readPaperText } from "../../../shared/documents/import/read-paper.ts";
import { planPaper } from "../../builders/papers.ts";
import { samplePapers } from "../../builders/sample-papers.ts";

describe("the account of a paper's words", () => {
  it.each<[name: string, line: string, data: unknown, lost: string]>([
    ["a sentence that was kept", "The pier reopens in May.", { text: "The pier reopens in May." }, ""],
    [
      "a sentence kept in part",
      "The pier reopens, but the lift is shut.",
      "The pier reopens",
      "but lift shut",
    ],
    [
      "a sentence of words that all stand elsewhere",
      "The lift is shut.",
      ["lift repairs", "shops shut"],
      "lift shut",
    ],
    ["a label and its value", "Decision Maker:\tCabinet", { decisionMaker: "Cabinet" }, ""],
    ["a date in other words", "Thursday, 26th July 2018", { date: "2018-07-26" }, ""],
    ["another date than the one kept", "26 July 2018", { date: "2018-07-05" }, "26"],
    ["numbers of a table", "Aug\t£1,250.00\t94.0%", { month: "Aug", cost: 1250, share: 94 }, ""],
    ["a number that was not kept", "Aug\t£1,250\t94%", { month: "Aug", cost: 1250 }, "94"],
    ["names parted into a list", "Councillors Finch, Bell and Dunn", ["Finch", "Bell", "Dunn"], ""],
    ["one of them left out", "Councillors Finch, Bell and Dunn", ["Finch", "Dunn"], "bell"],
    ["a time in another form", "commencing at 10.30 am", ["commencing", { time: "10:30" }], ""],
    ["a word broken over two cells", "Finan\tcial", "Financial", ""],
    [
      "a cell cut off and printed again",
      "Development of Fam\tDevelopment of Family Hubs",
      "Development of Family Hubs",
      "",
    ],
    ["marks of lists and of type", "  (iii) **Ferry** landing", "Ferry landing", ""],
  ])("finds %s", (_, line, data, lost) => {
    expect(new WordAccount(data, []).lostIn(line).join(" ")).toBe(lost);
  });

  it("does not count as lost what a warning tells", () => {
    expect(
      new WordAccount("", ["“Chair of the pier board” was left out."]).lostIn("Chair of the pier board"),
    ).toEqual([]);
  });

  it("names the words in a warning, lines one below the other in one, and counts the lines as warned", () => {
    const lines = [
      "The pier reopens.",
      "",
      "The lift is shut.",
      "The slipway is closed.",
      "The kiosk is let.",
    ].map((text, at) => ({ number: at + 1, text }));
    const ledger = new LineLedger(lines);
    ledger.readAll(lines);
    expect(ledger.close(["The pier reopens.", "The kiosk is let."])).toEqual({
      warnings: [
        {
          line: 3,
          message:
            "Of lines 3 to 4 these words were not read: “lift shut slipway closed”. Look whether they matter.",
        },
      ],
      coverage: { lines: 5, read: 2, blank: 1, warned: 2 },
    });
  });
});

/** Every text in what was read, in plain words. */
function textsIn(value: unknown): string[] {
  if (typeof value === "string") return [plain(value)];
  return value && typeof value === "object" ? Object.values(value).flatMap(textsIn) : [];
}

const plain = (text: string) =>
  text
    .replace(/<[^>]*>/g, " ")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim()
    .toLowerCase();

describe.each([
  ...samplePapers.map(({ name, text }) => [name, text] as const),
  ["a Forward Plan", planPaper()] as const,
])("leaving a title or a sentence out of %s", (_, text) => {
  it("is never silent", () => {
    const paper = readPaperText(new TextEncoder().encode(text), "paper.txt");
    const texts = textsIn([paper.title, paper.data]);
    // Headings of a known form stand in few words of their own; a sentence or a title does not.
    const kept = text
      .split(/[\n\t]/)
      .map((part) => part.replace(/^[\s\d.()-]+/, ""))
      .filter((part) => plain(part).split(" ").length >= 3 && texts.some((one) => one.includes(plain(part))))
      .filter((part) => new WordAccount([], []).lostIn(part).length >= 4 && !/[@\d]/.test(part));
    const silent = kept.filter((part) => {
      const without = texts.map((one) => one.replaceAll(plain(part), " "));
      return new WordAccount(without, []).lostIn(part).length === 0;
    });
    expect(silent).toEqual([]);
  });
});
