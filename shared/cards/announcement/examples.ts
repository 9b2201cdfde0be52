import type { AnnouncementInputs } from "./card.ts";

const correctAt = new Date("2026-12-02T14:05:00Z");

export const announcementExamples: Readonly<Record<string, AnnouncementInputs>> = {
  "meeting tomorrow": {
    status: "Meeting tomorrow",
    urgency: "soon",
    title: "Cabinet",
    facts: [
      { title: "When", value: "Thursday 3 December 2026 at 10:00" },
      { title: "Where", value: "Committee Room, Town Hall, Bootle" },
    ],
    groups: [],
    note: "Advice on interests: ask the Monitoring Officer before noon today.",
    address: { title: "Open the agenda", url: "https://democracy.council.example/meetings/cab/2026-12-03" },
    joinAddress: "https://meetings.council.example/cab/2026-12-03",
    correctAt,
  },
  "edition published": {
    status: "Forward Plan published",
    urgency: "calm",
    title: "1 January 2027 to 30 April 2027",
    facts: [{ title: "Items", value: "41, of which 3 are new" }],
    groups: [
      { heading: "New", lines: ["Coastal paths: repairs, Cabinet, 14 January 2027"] },
      { heading: "Moved", lines: ["Car park charges: from 3 December 2026 to 14 January 2027"] },
      { heading: "No longer listed", lines: ["Depot roof"] },
    ],
    address: { title: "Open the plan", url: "https://democracy.council.example/forward-plan/2027-01" },
    correctAt,
  },
  "call-in open": {
    status: "Call-in open",
    urgency: "soon",
    title: "Cabinet, 3 December 2026: Minute 67, Library Opening Hours",
    facts: [
      { title: "Closes", value: "Thursday 10 December 2026 at 16:00" },
      { title: "Effective", value: "Friday 11 December 2026, unless it is called in" },
    ],
    groups: [{ heading: "Decided", lines: ["(1) the new hours be approved; (2) they begin in April."] }],
    note: "Three members may call it in. Ask Democratic Services for the form.",
    correctAt,
  },
  "call-in open, one person’s decision": {
    status: "Call-in open",
    urgency: "calm",
    title: "School Breakfast Clubs: Grants for Equipment",
    facts: [
      { title: "Decided by", value: "Cabinet Member - Education, Thursday 3 December 2026" },
      { title: "Closes", value: "Friday 11 December 2026 at 17:00" },
      { title: "Effective", value: "Monday 14 December 2026, unless it is called in" },
    ],
    groups: [
      {
        heading: "Decided",
        lines: ["That grants of up to £2,500 each be made to the eleven schools in the annex."],
      },
    ],
    note: "3 members may call it in. Democratic Services has the form.",
    correctAt,
  },
  "decision effective": {
    status: "Decision effective",
    urgency: "calm",
    title: "Cabinet, 3 December 2026: Minute 67, Library Opening Hours",
    facts: [{ title: "Effective from", value: "Friday 11 December 2026" }],
    groups: [],
    correctAt,
  },
  "several deadlines": {
    status: "5 deadlines",
    urgency: "late",
    title: "Tuesday 24 November 2026",
    facts: [],
    groups: [
      { heading: "Late", lines: ["Publish the agenda, Cabinet on 1 December 2026: late by 1 working day"] },
      {
        heading: "Due",
        lines: Array.from({ length: 14 }, (_, place) => `Section drafts, committee ${place + 1}: due today`),
      },
    ],
    correctAt,
  },
  "hostile words": {
    status: "Decision effective",
    urgency: "calm",
    title: "# [press](https://evil.example) *now* <b>bold</b>",
    facts: [{ title: "Effective from", value: "**today** ${'x'}" }],
    groups: [{ heading: "_x_", lines: ["1. `code` [a](b)"] }],
    note: "~~no~~",
    correctAt,
  },
};
