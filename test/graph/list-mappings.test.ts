import { describe, expect, it } from "vitest";
import { toCalendarDate } from "../../shared/contracts/calendar-date.ts";
import { agendaItems } from "../../shared/graph/lists/agenda-items/mapping.ts";
import { allLists } from "../../shared/graph/lists/all-lists.ts";
import { auditLog } from "../../shared/graph/lists/audit-log/mapping.ts";
import { closedDays } from "../../shared/graph/lists/bank-holidays/mapping.ts";
import { bodies } from "../../shared/graph/lists/bodies/mapping.ts";
import { consultations } from "../../shared/graph/lists/consultations/mapping.ts";
import { deadlines } from "../../shared/graph/lists/deadlines/mapping.ts";
import { decisions } from "../../shared/graph/lists/decisions/mapping.ts";
import { declarations } from "../../shared/graph/lists/declarations/mapping.ts";
import { follows } from "../../shared/graph/lists/follows/mapping.ts";
import { readRow } from "../../shared/graph/lists/list-declaration.ts";
import type { ListMapping } from "../../shared/graph/lists/list-mapping.ts";
import { meetings } from "../../shared/graph/lists/meetings/mapping.ts";
import { minutes } from "../../shared/graph/lists/minutes/mapping.ts";
import { monitoringUpdates } from "../../shared/graph/lists/monitoring-updates/mapping.ts";
import { notices } from "../../shared/graph/lists/notices/mapping.ts";
import { portfolios } from "../../shared/graph/lists/portfolios/mapping.ts";
import { recommendations } from "../../shared/graph/lists/recommendations/mapping.ts";
import { reports } from "../../shared/graph/lists/reports/mapping.ts";
import { councilSettings } from "../../shared/graph/lists/settings/mapping.ts";
import { wards } from "../../shared/graph/lists/wards/mapping.ts";
import { workProgrammeItems } from "../../shared/graph/lists/work-programme-items/mapping.ts";
import { workingGroups } from "../../shared/graph/lists/working-groups/mapping.ts";

const day = toCalendarDate("2026-12-03");

/** A record with everything filled, then one with only what it must have. */
function both<Entity>(
  // biome-ignore lint/suspicious/noExplicitAny: a mapping of any columns serves here.
  mapping: ListMapping<Entity, any>,
  full: Entity,
  bare: Entity,
): readonly { name: string; written: Record<string, unknown>; back: unknown; entity: unknown }[] {
  return [full, bare].map((entity, place) => {
    const written = mapping.write(entity) as Record<string, unknown>;
    return {
      name: `${mapping.list.name}, ${place === 0 ? "everything filled" : "only what must be"}`,
      written,
      back: mapping.read(readRow(mapping.list, written) as never),
      entity,
    };
  });
}

const cases = [
  ...both(
    portfolios,
    {
      key: "LEISURE",
      name: "Leisure & Parks",
      aliases: [
        { name: "Leisure", from: toCalendarDate("2019-05-23"), to: toCalendarDate("2023-05-17") },
        { name: "Parks", to: toCalendarDate("2019-05-22") },
        { name: "Leisure and Green Spaces" },
      ],
      holder: "COUNCILLOR-3",
      from: day,
      to: day,
      scrutinyBody: "OSRS",
    },
    { key: "LEISURE", name: "Leisure", aliases: [] },
  ),
  ...both(
    wards,
    { key: "HARBOUR", name: "Harbour", town: "Eastport", aliases: [{ name: "Quayside" }] },
    { key: "HARBOUR", name: "Harbour", aliases: [] },
  ),
  ...both(
    bodies,
    {
      key: "OSRS",
      name: "Overview and Scrutiny Committee (Regeneration)",
      aliases: ["Regeneration"],
      formerNames: [{ name: "Environment Committee", to: day }],
      kind: "Scrutiny",
      callInApplies: false,
    },
    { key: "CAB", name: "Cabinet", aliases: [], kind: "Cabinet", callInApplies: true },
  ),
  ...both(
    meetings,
    {
      key: "CAB-2026-12-03",
      bodyKey: "CAB",
      date: day,
      municipalYear: "2026/27",
      state: "MinutesPublished",
      time: "10:00",
      venue: "Town Hall",
      agendaPublishedAt: "2026-11-25T10:00:00Z",
      publicAddress: "https://papers.example.org/1",
      rearrangedFrom: toCalendarDate("2026-12-01"),
      firstMinuteNumber: 63,
      minutesPublishedAt: "2026-12-07T10:00:00Z",
      present: ["Councillor Ash (in the Chair)", "Councillor Birch"],
      alsoPresent: ["Councillor Cedar"],
      apologies: ["Councillor Elm"],
    },
    { key: "CAB-2026-12-03", bodyKey: "CAB", date: day, municipalYear: "2026/27", state: "Scheduled" },
  ),
  ...both(
    agendaItems,
    {
      key: "CAB-2026-12-03/4",
      meetingKey: "CAB-2026-12-03",
      number: 4,
      title: "Harbour wall",
      reportOf: "Head of Highways",
      reportKey: "RPT/HARBOUR-WALL",
      pageFrom: 5,
      pageTo: 10,
      paper: "Attached",
      exemptParagraphs: [3, 5],
      keyDecision: true,
      forwardPlanItemKey: "HARBOUR-WALL",
      state: "Deferred",
      outcome: "Deferred to 7 January 2027.",
    },
    {
      key: "CAB-2026-12-03/1",
      meetingKey: "CAB-2026-12-03",
      number: 1,
      title: "Apologies",
      paper: "None",
      exemptParagraphs: [],
    },
  ),
  ...both(
    minutes,
    {
      key: "CAB/2026-27/63",
      meetingKey: "CAB-2026-12-03",
      number: 63,
      title: "Harbour wall",
      narrative: "The Cabinet considered a report.\nMembers asked about cost.",
      furtherTo: "CAB/2026-27/12",
      state: "Published",
    },
    {
      key: "CAB/2026-27/64",
      meetingKey: "CAB-2026-12-03",
      number: 64,
      title: "",
      narrative: "",
      state: "Draft",
    },
  ),
  ...both(
    decisions,
    {
      key: "CAB/2026-27/63/1A",
      minuteKey: "CAB/2026-27/63",
      meetingKey: "CAB-2026-12-03",
      part: "(1)(A)",
      text: "the scheme be approved",
      reasons: "The wall leaks.",
      alternatives: "None.",
      keyDecision: true,
      forwardPlanItemKey: "HARBOUR-WALL",
      callIn: "Subject",
      publishedOn: day,
      callInExpires: day,
      effectiveFrom: day,
      state: "InCallIn",
    },
    {
      key: "CAB/2026-27/64/0",
      minuteKey: "CAB/2026-27/64",
      meetingKey: "CAB-2026-12-03",
      part: "",
      text: "the report be noted",
      callIn: "NotSubject",
      state: "Made",
    },
  ),
  ...both(
    decisions,
    {
      key: "IND/4832",
      title: "Lease of the kiosk",
      decisionMaker: "Cabinet Member - Leisure",
      decidedOn: day,
      reference: "CM/L/7",
      part: "",
      text: "the kiosk be let",
      reasons: "It stands empty.",
      keyDecision: false,
      callIn: "Subject",
      publishedOn: day,
      callInExpires: day,
      effectiveFrom: day,
      state: "InCallIn",
    },
    {
      key: "IND/2026-12-03/STEPS",
      title: "Steps",
      decisionMaker: "Head of Coast",
      decidedOn: day,
      part: "",
      text: "",
      callIn: "NotSubject",
      state: "Made",
    },
  ),
  ...both(
    declarations,
    {
      key: "CAB/2026-27/62/D1",
      meetingKey: "CAB-2026-12-03",
      minuteKey: "CAB/2026-27/62",
      member: "Councillor Ash",
      about: "Harbour wall",
      kind: "Personal",
      reason: "Lives on the quay.",
      action: "Stayed in the room.",
    },
    {
      key: "CAB/2026-27/62/D2",
      meetingKey: "CAB-2026-12-03",
      minuteKey: "CAB/2026-27/62",
      member: "Councillor Birch",
      about: "",
      kind: "NotStated",
      reason: "",
      action: "",
    },
  ),
  ...both(
    notices,
    {
      key: "NOTICE/GE/CAB-2026-12-03/HARBOUR-WALL",
      kind: "GeneralException",
      meetingKey: "CAB-2026-12-03",
      matter: "Harbour wall",
      forwardPlanItemKey: "HARBOUR-WALL",
      decisionMaker: "Cabinet",
      reason: "The storm came after the plan was published.",
      agreedBy: "Chair of the committee",
      agreedOn: day,
      publishedOn: day,
      text: "Notice is given.",
      state: "Published",
    },
    {
      key: "NOTICE/SU/CAB-2026-12-03/QUAY",
      kind: "SpecialUrgency",
      meetingKey: "CAB-2026-12-03",
      matter: "Quay",
      decisionMaker: "Cabinet",
      reason: "Storm.",
      text: "",
      state: "Draft",
    },
  ),
  ...both(
    deadlines,
    {
      key: "CAB-2026-12-03/SECTION-DRAFTS/RPT/HARBOUR-WALL",
      meetingKey: "CAB-2026-12-03",
      reportKey: "RPT/HARBOUR-WALL",
      step: "sectionDrafts",
      due: day,
      owner: "Authors",
      state: "Waived",
      waivedReason: "Written by one author.",
      changedBy: "Committee officer",
      changedAt: "2026-11-02T09:00:00Z",
    },
    {
      key: "CAB-2026-12-03/SECTION-DRAFTS",
      meetingKey: "CAB-2026-12-03",
      step: "sectionDrafts",
      due: day,
      owner: "Authors",
      state: "Met",
    },
  ),
  ...both(
    consultations,
    {
      key: "RPT/HARBOUR-WALL/FD",
      reportKey: "RPT/HARBOUR-WALL",
      kind: "FD",
      number: "FD.5191/18",
      printed: "FD 5191/18.",
      state: "Cleared",
      clearedOn: day,
      clearedVersion: "a1b2",
    },
    { key: "RPT/HARBOUR-WALL/LD", reportKey: "RPT/HARBOUR-WALL", kind: "LD", state: "Requested" },
  ),
  ...both(
    workProgrammeItems,
    {
      key: "OSRS/2026-27/WP/LIBRARIES",
      bodyKey: "OSRS",
      municipalYear: "2026/27",
      title: "Libraries",
      band: "Regular reports",
      leadOfficer: "Head of Communities",
      source: "Standing",
      order: 1,
      state: "Scheduled",
      slots: [
        { meetingKey: "OSRS-2026-12-08", mark: "X" },
        { meetingKey: "OSRS-2027-03-02", mark: "Final report" },
      ],
    },
    {
      key: "OSRS/2026-27/WP/PARKS",
      bodyKey: "OSRS",
      municipalYear: "2026/27",
      title: "Parks",
      source: "Member",
      order: 2,
      state: "Proposed",
      slots: [],
    },
  ),
  ...both(
    workingGroups,
    {
      key: "WG/BENCHES",
      title: "Benches",
      bodyKeys: ["OSRS", "OSCS"],
      members: ["Councillor Ash", "Councillor Birch", "Councillor Elm"],
      lead: "Councillor Elm",
      state: "Evidence",
    },
    {
      key: "WG/BENCHES",
      title: "Benches",
      bodyKeys: ["OSRS"],
      members: [],
      lead: "Councillor Elm",
      state: "Proposed",
    },
  ),
  ...both(
    recommendations,
    {
      key: "WG/BENCHES/R1",
      workingGroupKey: "WG/BENCHES",
      part: "1",
      text: "More benches.",
      owner: "Head of Highways",
      approvedBy: "CAB/2026-27/63/1",
      firstReportDue: "2027-06-03",
      intervalMonths: 6,
      state: "InProgress",
    },
    {
      key: "WG/BENCHES/R2",
      workingGroupKey: "WG/BENCHES",
      part: "2",
      text: "",
      owner: "Head of Highways",
      intervalMonths: 6,
      state: "Made",
    },
  ),
  ...both(
    monitoringUpdates,
    {
      key: "WG/BENCHES/R1/OSRS-2027-06-08",
      recommendationKey: "WG/BENCHES/R1",
      meetingKey: "OSRS-2027-06-08",
      progress: "Twelve placed.",
      outcome: "Continue.",
    },
    {
      key: "WG/BENCHES/R1/OSRS-2027-06-08",
      recommendationKey: "WG/BENCHES/R1",
      meetingKey: "OSRS-2027-06-08",
      progress: "",
    },
  ),
  ...both(
    councilSettings,
    { key: "CAB/CALL-IN-DAYS", value: "4", settledBy: "Council", explanation: "Constitution." },
    { key: "CAB/CALL-IN-DAYS", value: "4" },
  ),
  ...both(
    closedDays,
    { key: "2026-12-29", day: toCalendarDate("2026-12-29"), name: "Offices closed", kind: "OfficeClosure" },
    { key: "2026-12-29", day: toCalendarDate("2026-12-29"), name: "Offices closed", kind: "OfficeClosure" },
  ),
  ...both(
    follows,
    {
      key: "P-1/T-LINACRE",
      person: "p-1",
      topic: "Linacre",
      kind: "topic",
      muted: true,
      since: "2026-12-01T10:00:00Z",
    },
    {
      key: "P-1/SUNDAY",
      person: "p-1",
      topic: "",
      kind: "sunday",
      muted: false,
      since: "2026-12-01T10:00:00Z",
    },
  ),
  ...both(
    reports,
    {
      key: "RPT/HARBOUR-WALL",
      kind: "covering-report",
      subject: "Harbour wall",
      reportOf: "Head of Highways",
      portfolio: "Locality Services",
      period: "June 2026",
      meetingKey: "CAB-2026-12-03",
      committee: "Cabinet",
      authors: ["a", "b"],
      exempt: "Part",
      exemptParagraphs: ["3", "5"],
      wards: ["Harbour", "Quay"],
      keyDecision: true,
      inForwardPlan: false,
      furtherMeetingKeys: ["COU-2027-01-21"],
      implementationDate: "After call-in",
      contactOfficer: { name: "An Officer", telephone: "0151 000 0000", email: "officer@council.example" },
      layout: "front-sheet-older",
      state: "submitted",
      documentName: "harbour-wall.docx",
    },
    {
      key: "RPT/QUAY",
      kind: "covering-report",
      subject: "Quay",
      reportOf: "Head of Highways",
      authors: [],
      exempt: "Open",
      state: "draft",
    },
  ),
];

describe("What is written into a list", () => {
  it.each(cases)("comes out again as it went in: $name", ({ back, entity }) => {
    expect(back).toEqual(entity);
  });

  it.each(cases)("leaves no column empty and none undeclared: $name", ({ name, written }) => {
    const list = allLists.find((one) => one.name === name.split(",")[0]);
    for (const [column, value] of Object.entries(written)) {
      expect(list?.columns, column).toHaveProperty(column);
      expect(value, column).not.toBeUndefined();
    }
  });

  it("says which column a decision lacks that stands under no minute and names nobody", () => {
    const row = { Key: "IND/1", DecisionTitle: "Kiosk", CallIn: "Subject", DecisionState: "Made" };
    expect(() => decisions.read(readRow(decisions.list, row))).toThrow(
      /Decisions holds a row \(IND\/1\) whose column DecisionMaker is empty, as is its minute or meeting/,
    );
  });

  it("is named by one declaration a list, and no list has more than 20 indexed columns", () => {
    expect(new Set(allLists.map(({ name }) => name)).size).toBe(allLists.length);
    expect(allLists.map(({ name }) => name)).toContain(auditLog.list.name);
    for (const list of allLists) {
      const indexed = Object.values(list.columns).filter((column) => "indexed" in column && column.indexed);
      expect(indexed.length, list.name).toBeLessThanOrEqual(20);
    }
  });
});
