import { describe, expect, it, test } from "vitest";
import { byOwner, inScope } from "../../addin/teams-tab/deadlines/deadline-groups.ts";
import { awaitedAgendas, leftOn } from "../../addin/teams-tab/meetings/publication-countdown.ts";
import { readPlace } from "../../addin/teams-tab/place.ts";
import {
  filterChoices,
  filterItems,
  filtersSet,
  noFilters,
} from "../../addin/teams-tab/plan/plan-filters.ts";
import { decisionsByMonth, layOutTimeline } from "../../addin/teams-tab/plan/timeline-layout.ts";
import { deadlineState, deliveryState, publishBy, whatIsDue } from "../../addin/teams-tab/words.ts";
import { toCalendarDate as day } from "../../shared/contracts/calendar-date.ts";
import type { CouncilMeeting, DeadlineEntry } from "../../shared/contracts/meetings-api.ts";
import { anEdition, anItem } from "../builders/forward-plans.ts";

describe("the timeline", () => {
  const both = anItem({ title: "Budget", on: "2018-07-26" });
  const items = [
    {
      ...both,
      decisions: [
        ...both.decisions,
        { decisionMaker: "Council", from: day("2018-09-01"), to: day("2018-09-30") },
      ],
    },
    anItem({ title: "Depot", on: "2018-07-01" }),
  ];
  const { months, makers, at } = layOutTimeline(items, anEdition());

  it("has a month for each of the edition’s period, side by side, without a gap", () => {
    expect(months.map(({ month }) => month)).toEqual([
      "2018-07-01",
      "2018-08-01",
      "2018-09-01",
      "2018-10-01",
    ]);
    let end = 0;
    for (const { start, length } of months) {
      expect(start).toBeCloseTo(end);
      end = start + length;
    }
    expect(end).toBeCloseTo(100);
  });

  it("gives an item with two decision makers a mark in the row of each", () => {
    expect(makers.map(({ name, marks }) => [name, marks.map(({ item }) => item.title)])).toEqual([
      ["Cabinet", ["Depot", "Budget"]],
      ["Council", ["Budget"]],
    ]);
  });

  it("draws a day as a dot and a period as a bar over its days", () => {
    const council = makers[1]?.marks[0];
    expect(makers[0]?.marks.map(({ shape }) => shape)).toEqual(["dot", "dot"]);
    expect(council?.shape).toBe("bar");
    expect(council?.start).toBeCloseTo(months[2]?.start ?? 0);
    expect(council?.length).toBeCloseTo(months[2]?.length ?? 0);
    expect(council?.title).toBe("before");
  });

  it.each([
    { from: "2018-07-10", to: "2018-07-10", title: "after" },
    { from: "2018-09-20", to: "2018-09-20", title: "before" },
    { from: "2018-07-01", to: "2018-10-31", title: "below" },
    { from: "2018-07-20", to: "2018-10-20", title: "below" },
  ])("puts the title of $from to $to $title, where it has room", ({ from, to, title }) => {
    const item = { ...both, decisions: [{ decisionMaker: "Cabinet", from: day(from), to: day(to) }] };
    expect(layOutTimeline([item], anEdition()).makers[0]?.marks[0]?.title).toBe(title);
  });

  it("reaches as far as an item outside the period, and knows which days it does not reach", () => {
    const wide = layOutTimeline([anItem({ on: "2018-12-24" })], anEdition());
    expect(wide.months.at(-1)?.month).toBe("2018-12-01");
    expect(at(day("2018-07-01"))).toBe(0);
    expect(at(day("2018-11-01"))).toBeNull();
  });

  it("is a list by month on a phone", () => {
    expect(
      decisionsByMonth(items).map(({ month, marks }) => [month, marks.map(({ item }) => item.title)]),
    ).toEqual([
      ["2018-07-01", ["Depot", "Budget"]],
      ["2018-09-01", ["Budget"]],
    ]);
  });
});

describe("the filters", () => {
  const items = [
    anItem({ title: "Tree planting", wards: ["Linacre"], by: "Cabinet" }),
    anItem({ title: "Care fees", scrutinyArea: "Adult Social Care", secrecy: "fully-exempt" }),
    anItem({ title: "Pier", wards: ["Cambridge", "Dukes"], by: "Council" }),
  ];
  test.each([
    { given: {}, left: ["Tree planting", "Care fees", "Pier"] },
    { given: { ward: "Linacre" }, left: ["Tree planting", "Care fees"] },
    { given: { ward: "Dukes", secrecy: "open" as const }, left: ["Pier"] },
    { given: { secrecy: "exempt" as const }, left: ["Care fees"] },
    { given: { decisionMaker: "Council" }, left: ["Pier"] },
    { given: { area: "Adult Social Care" }, left: ["Care fees"] },
    { given: { words: "  TREE linacre " }, left: ["Tree planting"] },
    { given: { words: "tree pier" }, left: [] },
  ])("$given leave $left", ({ given, left }) => {
    expect(filterItems(items, { ...noFilters, ...given }).map(({ title }) => title)).toEqual(left);
    expect(filtersSet({ ...noFilters, ...given })).toBe(Object.keys(given).length);
  });

  it("offer what occurs in the plan, but not “all wards”", () => {
    expect(filterChoices(items)).toEqual({
      wards: ["Cambridge", "Dukes", "Linacre"],
      decisionMakers: ["Cabinet", "Council"],
      areas: ["Adult Social Care", "Regeneration and Skills"],
    });
  });
});

describe("a link to the tab", () => {
  test.each([
    { search: "", subPage: undefined, place: { page: "plan" } },
    { search: "?item=DEPOT", subPage: undefined, place: { page: "plan", item: "DEPOT" } },
    { search: "", subPage: "DEPOT", place: { page: "plan", item: "DEPOT" } },
    { search: "", subPage: "item:DEPOT", place: { page: "plan", item: "DEPOT" } },
    { search: "", subPage: "meeting:CAB-2026-12-03", place: { page: "meetings", meeting: "CAB-2026-12-03" } },
    { search: "?page=deadlines", subPage: "", place: { page: "deadlines" } },
    { search: "?page=nowhere", subPage: undefined, place: { page: "plan" } },
    { search: "?page=meetings", subPage: "page:calendar", place: { page: "calendar" } },
  ])("with “$search” and “$subPage” leads to $place", ({ search, subPage, place }) => {
    expect(readPlace(search, subPage)).toEqual(place);
  });
});

const aMeeting = (key: string, publish?: [date: string, left: number]): CouncilMeeting => ({
  key,
  bodyKey: "CAB",
  body: "Cabinet",
  date: "2026-12-17",
  state: "Scheduled",
  calendar: "",
  items: [],
  ...(publish ? { publishBy: { date: publish[0], workingDaysLeft: publish[1] } } : {}),
});

describe("the countdown to publication", () => {
  it("is about the agenda that must be out first", () => {
    const meetings = [
      aMeeting("LATER", ["2026-12-09", 6]),
      aMeeting("OUT"),
      aMeeting("NEXT", ["2026-12-02", 1]),
    ];
    expect(awaitedAgendas(meetings).map(({ key }) => key)).toEqual(["NEXT", "LATER"]);
  });

  test.each([
    { on: "2026-11-30", left: null, why: "yesterday" },
    { on: "2026-12-01", left: 6, why: "today" },
    { on: "2026-12-05", left: null, why: "a Saturday" },
    { on: "2026-12-08", left: 1, why: "the day before" },
    { on: "2026-12-09", left: 0, why: "the day itself" },
    { on: "2026-12-10", left: null, why: "after it" },
  ])("says $left on $on, $why", ({ on, left }) => {
    const [meeting] = awaitedAgendas([aMeeting("CAB", ["2026-12-09", 6])]);
    expect(meeting && leftOn(day(on), day("2026-12-01"), meeting)).toBe(left);
  });

  it("is said with the day and the working days", () => {
    expect(publishBy({ date: "2026-12-09", workingDaysLeft: 6 })).toBe(
      "Publish by Wednesday 9 December (in 6 working days)",
    );
    expect(publishBy({ date: "2026-12-09", workingDaysLeft: 0 })).toBe(
      "Publish by Wednesday 9 December (today)",
    );
    expect(publishBy({ date: "2026-12-09", workingDaysLeft: -1 })).toBe(
      "Publish by Wednesday 9 December (late by 1 working day)",
    );
  });
});

describe("deadlines", () => {
  const owed = (owner: string, due: string, workingDaysLeft: number, more: Partial<DeadlineEntry> = {}) =>
    ({
      key: `${owner} ${due}`,
      meetingKey: "CAB-2026-12-17",
      body: "Cabinet",
      meeting: "2026-12-17",
      what: "Section drafts",
      due,
      workingDaysLeft,
      owner,
      state: workingDaysLeft < 0 ? "Missed" : "Computed",
      reason: "",
      settleable: true,
      ...more,
    }) satisfies DeadlineEntry;

  it("stand by person, late ones first", () => {
    const groups = byOwner([
      owed("Authors", "2026-11-20", 1),
      owed("Officer", "2026-11-25", 4),
      owed("Officer", "2026-11-17", -2),
      owed("Legal", "2026-11-18", -1, { state: "Met" }),
    ]);
    expect(
      groups.map(({ owner, late, deadlines }) => [owner, late, deadlines.map(({ due }) => due)]),
    ).toEqual([
      ["Officer", 1, ["2026-11-17", "2026-11-25"]],
      ["Legal", 0, ["2026-11-18"]],
      ["Authors", 0, ["2026-11-20"]],
    ]);
  });

  it("are narrowed by body, by what is settled, and by day", () => {
    const all = [
      owed("Officer", "2026-11-17", -2),
      owed("Officer", "2026-11-18", -1, { state: "Waived" }),
      owed("Officer", "2027-02-01", 40),
      owed("Officer", "2026-11-19", 1, { body: "Council" }),
    ];
    const dues = (scope: Parameters<typeof inScope>[1]) => inScope(all, scope).map(({ due }) => due);
    expect(dues({ body: "Cabinet", which: "open", until: "2026-12-31" })).toEqual(["2026-11-17"]);
    expect(dues({ body: "", which: "settled", until: "" })).toEqual(["2026-11-18"]);
    expect(dues({ body: "", which: "all", until: "" })).toHaveLength(4);
  });

  test.each([
    { entry: owed("Officer", "2026-11-20", 3), word: "Due in 3 working days", tone: "waiting" },
    { entry: owed("Officer", "2026-11-20", 9), word: "Due in 9 working days", tone: "neutral" },
    { entry: owed("Officer", "2026-11-20", -2), word: "Late by 2 working days", tone: "bad" },
    // Due on Friday, looked at on Sunday.
    { entry: owed("Officer", "2026-11-20", 0, { state: "Missed" }), word: "Late", tone: "bad" },
    { entry: owed("Officer", "2026-11-20", -2, { state: "Met" }), word: "Met", tone: "good" },
    { entry: owed("Officer", "2026-11-20", -2, { state: "Waived" }), word: "Waived", tone: "neutral" },
  ])("are shown as “$word”", ({ entry, word, tone }) => {
    expect(deadlineState(entry)).toMatchObject({ word, tone });
  });

  it("say what is due on which day", () => {
    expect(whatIsDue({ what: "Publish the agenda by", due: "2026-11-23" })).toBe(
      "Publish the agenda by Monday 23 November",
    );
    expect(whatIsDue({ what: "Section drafts", due: "2026-11-02" })).toBe(
      "Section drafts: Monday 2 November",
    );
  });
});

describe("messages", () => {
  test.each([
    { state: "held", act: "post" as const, word: "Waits for a yes" },
    { state: "sent", act: "update" as const, word: "Updated in place" },
    { state: "failed", act: "post" as const, word: "Given up" },
    { state: "waiting", act: "reply" as const, word: "Waiting" },
  ])("$state ($act) are shown as “$word”", ({ state, act, word }) => {
    expect(deliveryState({ state, act }).word).toBe(word);
  });
});
