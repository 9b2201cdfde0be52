import { toCalendarDate as day } from "../../contracts/calendar-date.ts";
import { answerWith, libraryItem } from "../example-items.ts";
import type { PlainAnswer } from "./card.ts";

export const plainAnswerExamples: Readonly<Record<string, PlainAnswer>> = {
  "next meeting": {
    answer: answerWith([], {
      intent: "meeting.next",
      meeting: { key: "CAB-2026-12-10", body: "Cabinet", date: day("2026-12-10"), time: "10:00" },
      text: "The next meeting of Cabinet is on Thursday 10 December 2026 at 10:00.",
    }),
  },
  "nothing found": {
    answer: answerWith([], {
      text: "Nothing in the Forward Plan (published 30 October 2026) matches (about libraries; January 2027).",
      nearest: [libraryItem],
    }),
  },
  "whom to contact": {
    answer: answerWith([libraryItem], {
      intent: "forwardPlan.contact",
      text: "Library Opening Hours from April 2027: Head of Communities, communities@council.example, 0151 496 0101. From the Forward Plan (published 30 October 2026).",
    }),
  },
  help: { answer: answerWith([], { intent: "help", text: "Ask about the Forward Plan in your own words." }) },
  unknown: {
    answer: answerWith([], {
      intent: "unknown",
      text: "That is not something the published Forward Plan can answer.",
    }),
  },
};
