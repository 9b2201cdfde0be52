import { answerWith, exampleQuery, libraryItem } from "../example-items.ts";
import type { NothingFound } from "./card.ts";

export const nothingFoundExamples: Readonly<Record<string, NothingFound>> = {
  "with the nearest match": {
    answer: answerWith([], {
      text: "Nothing in the Forward Plan (published 30 October 2026) matches (January 2027; about libraries). The nearest: Library Opening Hours from April 2027.",
      filters: ["1 January 2027 to 31 January 2027", "about libraries"],
      chips: [
        { words: "1 January 2027 to 31 January 2027", without: { ...exampleQuery, topic: ["libraries"] } },
        { words: "about libraries", without: exampleQuery },
      ],
      nearest: [libraryItem],
      because: ["The question was read as asking for a list of items.", "“libraries”: about “libraries”."],
    }),
  },
  "nothing near": {
    answer: answerWith([], {
      text: "Nothing in the Forward Plan (published 30 October 2026) matches (about trams).",
    }),
  },
};
