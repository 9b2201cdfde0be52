import { depotItem, exampleEdition, libraryItem, longItem } from "../example-items.ts";
import type { ForwardPlanItemInputs } from "./card.ts";

function example(item: ForwardPlanItemInputs["item"]): ForwardPlanItemInputs {
  return { item, edition: exampleEdition, text: `${item.title}. Published 30 October 2026.` };
}

export const itemExamples: Readonly<Record<string, ForwardPlanItemInputs>> = {
  "open, all wards": example(libraryItem),
  "in a chat of one’s own": {
    ...example(libraryItem),
    followTopic: libraryItem.title,
    tabAddress: "https://clear-days.example/tab?item=LIBRARY",
    calendarAddress: "https://clear-days.example/calendar/example.ics",
  },
  "part exempt, two decision makers, date changed": example(depotItem),
  "very long title": example(longItem),
  "hostile text": example({
    ...libraryItem,
    title: "# Not a heading [x](https://evil.example)",
    details: "<script>alert(1)</script> ${title}",
    contacts: [{ name: "A", email: 'x@y.example?subject="><script>' }],
  }),
  "nothing beyond the title": example({
    ...libraryItem,
    details: "",
    consultees: "",
    scrutinyArea: "",
    communityImpact: false,
    contacts: [],
  }),
};
