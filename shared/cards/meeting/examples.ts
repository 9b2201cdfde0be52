import { toCalendarDate as day } from "../../contracts/calendar-date.ts";
import type { AgendaItem } from "../../rules/meetings/meeting.ts";
import type { MeetingCardInputs } from "./card.ts";

function item(number: number, title: string, rest: Partial<AgendaItem> = {}): AgendaItem {
  return {
    key: `OSRC-2026-12-08/${number}`,
    meetingKey: "OSRC-2026-12-08",
    number,
    title,
    paper: "None",
    exemptParagraphs: [],
    ...rest,
  };
}

const agenda = [
  item(1, "Apologies for Absence"),
  item(2, "Declarations of Interest"),
  item(3, "Minutes of the Previous Meeting", { paper: "Attached", pageFrom: 5, pageTo: 10 }),
  item(4, "Cabinet Member Report", { paper: "Attached", pageFrom: 11, pageTo: 34 }),
  item(5, "Terms of the Depot Sale", { paper: "ToFollow", exemptParagraphs: [3], keyDecision: true }),
];

const usual: MeetingCardInputs = {
  meeting: {
    key: "OSRC-2026-12-08",
    bodyKey: "OSRC",
    date: day("2026-12-08"),
    time: "18:30",
    venue: "Committee Room, Town Hall, Bootle",
    municipalYear: "2026/27",
    state: "AgendaPublished",
    publicAddress: "https://council.example/meetings/OSRC-2026-12-08",
  },
  bodyName: "Overview and Scrutiny Committee (Regulatory, Compliance and Corporate Services)",
  tabAddress: "https://clear-days.example/tab?place=meeting:OSRC-2026-12-08",
  items: agenda,
  correctAt: new Date("2026-11-30T14:05:00Z"),
};

export const meetingExamples: Readonly<Record<string, MeetingCardInputs>> = {
  "agenda with papers": usual,
  cancelled: { ...usual, meeting: { ...usual.meeting, state: "Cancelled" } },
  "no time, no place, no link": {
    ...usual,
    meeting: {
      key: usual.meeting.key,
      bodyKey: "OSRC",
      date: usual.meeting.date,
      municipalYear: "2026/27",
      state: "AgendaPublished",
    },
    items: [],
  },
  "long agenda": {
    ...usual,
    items: Array.from({ length: 24 }, (_, index) =>
      item(index + 1, `A Matter of Some Length about the Services of the Council, Number ${index + 1}`, {
        paper: "Attached",
        pageFrom: index * 10 + 1,
        pageTo: index * 10 + 10,
      }),
    ),
  },
};
