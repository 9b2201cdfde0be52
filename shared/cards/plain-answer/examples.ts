import { toCalendarDate as day } from "../../contracts/calendar-date.ts";
import { answerWith, libraryItem } from "../example-items.ts";
import type { PlainAnswer } from "./card.ts";

export const plainAnswerExamples: Readonly<Record<string, PlainAnswer>> = {
  "next meeting": {
    answer: answerWith([], {
      intent: "meeting.next",
      meeting: { key: "CAB-2026-12-10", body: "Cabinet", date: day("2026-12-10"), time: "10:00" },
      window: { from: day("2026-12-10"), to: day("2026-12-10") },
      text: "The next meeting of Cabinet is on Thursday 10 December 2026 at 10:00.",
    }),
  },
  meetings: {
    answer: answerWith([], {
      intent: "meeting.next",
      meeting: { key: "PLA-2026-12-09", body: "Planning Committee", date: day("2026-12-09"), time: "18:30" },
      window: { from: day("2026-12-07"), to: day("2026-12-13") },
      text: "2 meetings from 7 December 2026 to 13 December 2026:\nPlanning Committee, Wednesday 9 December 2026 at 18:30, Birkdale Room\nCabinet, Thursday 10 December 2026 at 10:00, Committee Room",
    }),
  },
  agenda: {
    answer: answerWith([libraryItem], {
      intent: "meeting.agenda",
      meeting: { key: "CAB-2026-12-10", body: "Cabinet", date: day("2026-12-10"), time: "10:00" },
      text: "Cabinet, Thursday 10 December 2026 at 10:00, Committee Room.\n1 Apologies for Absence.\n2 Declarations of Interest.\n3 Library Opening Hours from April 2027, pages 5 to 22.\n4 Linacre Lane Depot, report to follow, exempt by paragraph 3.\nThe papers are out but for one.",
    }),
  },
  "what was decided": {
    answer: answerWith([], {
      intent: "decision.outcome",
      text: "Cabinet decided on Thursday 12 November 2026:\n30 Library Opening Hours: (1) the new opening hours be approved from April; (2) the Head of Communities report on visits after six months. It can be called in until Wednesday 25 November 2026.\n31 Capital Programme: the schemes in the annex be added.",
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
