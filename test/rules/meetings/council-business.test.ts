import { describe, expect, test } from "vitest";
import { toCalendarDate } from "../../../shared/contracts/calendar-date.ts";
import { noBusiness, onlyPublished } from "../../../shared/rules/meetings/council-business.ts";
import type { Decision } from "../../../shared/rules/meetings/minutes.ts";

describe("what is published of decisions", () => {
  const day = toCalendarDate("2026-12-03");
  const facts = { part: "", text: "the kiosk be let", callIn: "Subject" } as const;
  const alone = {
    ...facts,
    key: "IND/1",
    title: "Kiosk",
    decisionMaker: "Head of Parks",
    decidedOn: day,
  } as const;
  const minuted = (number: number) =>
    ({
      ...facts,
      key: `CAB/2026-27/${number}/0`,
      minuteKey: `CAB/2026-27/${number}`,
      meetingKey: "CAB-2026-12-03",
    }) as const;
  const minutes = [
    { number: 1, state: "Draft" as const },
    { number: 2, state: "Published" as const },
  ].map((minute) => ({
    ...minute,
    key: `CAB/2026-27/${minute.number}`,
    meetingKey: "CAB-2026-12-03",
    title: "Kiosk",
    narrative: "",
  }));

  const cases: readonly (readonly [what: string, decision: Decision, published: boolean])[] = [
    ["one person’s, once its record is out", { ...alone, publishedOn: day, state: "InCallIn" }, true],
    ["one person’s, before its record is out", { ...alone, state: "Effective" }, false],
    ["one person’s that is only made", { ...alone, publishedOn: day, state: "Made" }, false],
    ["a meeting’s under a draft minute", { ...minuted(1), state: "Published" }, false],
    [
      "a meeting’s whose record came out before its minutes",
      { ...minuted(1), publishedOn: day, state: "InCallIn" },
      true,
    ],
    ["a meeting’s under a published minute", { ...minuted(2), state: "Published" }, true],
    ["a meeting’s that is only made", { ...minuted(2), publishedOn: day, state: "Made" }, false],
  ];
  test.each(cases)("%s", (_, decision, published) => {
    const { decisions } = onlyPublished({ ...noBusiness, minutes, decisions: [decision] }, new Set());
    expect(decisions).toEqual(published ? [decision] : []);
  });
});
