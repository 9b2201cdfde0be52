import { answerWith, depotItem, libraryItem, longItem } from "../example-items.ts";
import type { ForwardPlanList } from "./card.ts";

const many = Array.from({ length: 14 }, (_, index) => ({
  ...(index < 8 ? libraryItem : depotItem),
  key: `ITEM-${index + 1}`,
  title: `${index < 8 ? libraryItem.title : depotItem.title} (${index + 1})`,
}));

export const listExamples: Readonly<Record<string, ForwardPlanList>> = {
  "two items in two months": {
    answer: answerWith([libraryItem, depotItem]),
    question: "what is coming up",
    page: 0,
  },
  "filters understood": {
    answer: answerWith([depotItem], { filters: ["Linacre ward", "part exempt or fully exempt"] }),
    question: "anything private in Linacre",
    page: 0,
  },
  "first page of fourteen": { answer: answerWith(many), question: "what is coming up", page: 0 },
  "last page of fourteen": { answer: answerWith(many), question: "what is coming up", page: 2 },
  "very long title": { answer: answerWith([longItem]), question: "street lighting", page: 0 },
  "hostile title": {
    answer: answerWith([
      { ...libraryItem, title: "[press here](https://evil.example) **now** <b>${$root}</b>" },
    ]),
    question: "${$root} [x](https://evil.example)",
    page: 0,
  },
};
