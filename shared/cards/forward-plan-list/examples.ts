import { answerWith, depotItem, exampleQuery, libraryItem, longItem } from "../example-items.ts";
import type { ForwardPlanList } from "./card.ts";

const many = Array.from({ length: 14 }, (_, index) => ({
  ...(index < 8 ? libraryItem : depotItem),
  key: `ITEM-${index + 1}`,
  title: `${index < 8 ? libraryItem.title : depotItem.title} (${index + 1})`,
}));

export const listExamples: Readonly<Record<string, ForwardPlanList>> = {
  "two items in two months": {
    answer: answerWith([libraryItem, depotItem]),
    page: 0,
  },
  "filters understood": {
    answer: answerWith([depotItem], {
      filters: ["Linacre ward", "part exempt or fully exempt"],
      chips: [
        { words: "Linacre ward", without: { ...exampleQuery, secrecy: ["part-exempt", "fully-exempt"] } },
        { words: "part exempt or fully exempt", without: { ...exampleQuery, wards: ["Linacre"] } },
      ],
      query: { ...exampleQuery, wards: ["Linacre"], secrecy: ["part-exempt", "fully-exempt"] },
      because: [
        "The question was read as asking for a list of items.",
        "“private”: part exempt or fully exempt.",
        "“linacre”: Linacre ward.",
      ],
      followTopic: "Linacre ward, part exempt or fully exempt",
    }),
    page: 0,
  },
  "first page of fourteen": { answer: answerWith(many, { query: exampleQuery }), page: 0 },
  "last page of fourteen": { answer: answerWith(many, { query: exampleQuery }), page: 2 },
  "very long title": { answer: answerWith([longItem]), page: 0 },
  "hostile title": {
    answer: answerWith([
      { ...libraryItem, title: "[press here](https://evil.example) **now** <b>${$root}</b>" },
    ]),
    page: 0,
  },
};
