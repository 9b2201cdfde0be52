import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { toCalendarDate as day } from "../../shared/contracts/calendar-date.ts";
import type { Meeting } from "../../shared/rules/meetings/meeting.ts";
import type { Caller } from "../../shared/services/caller.ts";
import { stoppedClock } from "../../shared/services/clock.ts";
import { DatesUnknown } from "../../shared/services/meeting-dates.ts";
import { openXmlFaults } from "../builders/judges.ts";
import { partsOf } from "../builders/office-files.ts";
import { type RunningServices, startRunningServices } from "../builders/running-services.ts";

const officer: Caller = { entraObjectId: "o", name: "An Officer", roles: ["CommitteeOfficer"], token: "" };
const meeting: Meeting = {
  key: "CAB-2026-12-17",
  bodyKey: "CAB",
  date: day("2026-12-17"),
  time: "10:00",
  municipalYear: "2026/27",
  state: "AgendaPublished",
  agendaPublishedAt: "2026-12-09T11:00:00Z",
  publicAddress: "https://democracy.council.example/meetings/cab/2026-12-17",
};

const later: Meeting = {
  key: "CAB-2027-01-14",
  bodyKey: "CAB",
  date: day("2027-01-14"),
  municipalYear: "2026/27",
  state: "Scheduled",
};

describe("Notice of decisions and meetings", () => {
  let running: RunningServices;
  beforeAll(async () => {
    running = await startRunningServices({ clock: stoppedClock(new Date("2026-12-09T12:00:00Z")) });
    const { records, published } = running.services;
    await records.addBodies([
      { key: "CAB", name: "Cabinet", aliases: [], kind: "Cabinet", callInApplies: true },
    ]);
    await records.addMeetings([meeting, later]);
    await records.addForwardPlan(
      {
        key: "FP/2027-01",
        periodFrom: day("2027-01-01"),
        periodTo: day("2027-04-30"),
        publishedOn: day("2026-12-03"),
      },
      ["2026-12-17", "2027-01-14"].map((date, place) => ({
        key: `ITEM-${place}`,
        title: `Item for ${date}`,
        details: "",
        decisions: [{ decisionMaker: "Cabinet", from: day(date), to: day(date) }],
        dateChanges: [],
        financialImpact: true,
        communityImpact: false,
        secrecy: "open",
        exemptParagraphs: [],
        wards: ["All Wards"],
        scrutinyArea: "",
        consultees: "",
        consultationMethod: "",
        backgroundDocuments: [],
        contacts: [],
      })),
    );
    await published.refresh();
  });
  afterAll(() => running.close());

  it("advises by the council’s own counting, and says when it does not know", async () => {
    const { notices } = running.services;
    expect(notices.advise(day("2026-12-17")).branch).toBe("general-exception");
    expect(notices.advise(day("2027-01-14")).branch).toBe("normal");
    expect(() => notices.advise(day("2041-01-10"))).toThrow(DatesUnknown);
  });

  it("drafts a notice into the records for an officer who gives the reason", async () => {
    const { notices } = running.services;
    const wanted = {
      kind: "GeneralException" as const,
      meetingKey: meeting.key,
      matter: "Harbour wall",
      reason: "The wall was found to be unsafe after the plan was published.",
    };
    await expect(notices.draft({ ...officer, roles: [] }, wanted)).rejects.toThrow(/Only committee officers/);
    await expect(notices.draft(officer, { ...wanted, reason: "" })).rejects.toThrow(/first lawful day/);
    const first = await notices.draft(officer, wanted);
    expect(first).toMatchObject({
      key: "NOTICE/GE/CAB-2026-12-17/HARBOUR-WALL",
      state: "Draft",
      decisionMaker: "Cabinet",
    });
    const again = await notices.draft(officer, { ...wanted, reason: "It fell down." });
    expect(again.text).toContain("It fell down.");
    await running.services.published.refresh();
    // A draft is nobody else’s business yet.
    expect(running.services.published.business().notices).toEqual([]);
  });

  it("certifies what was published, on one valid page of Word, and nothing that was not", async () => {
    const { notices } = running.services;
    expect(notices.certificate("cab-2026-12-17")).toMatchObject({ enough: true });
    const bytes = notices.certificateDocument(meeting.key);
    expect(await openXmlFaults(bytes)).toEqual([]);
    const xml = (await partsOf(bytes)).get("word/document.xml") ?? "";
    expect(xml).toContain("Thursday 10 December 2026");
    expect(xml).toContain(meeting.publicAddress);
    expect(() => notices.certificate("CAB-2027-01-14")).toThrow(/no recorded publication/);
    expect(() => notices.certificate("CAB-1999-01-01")).toThrow(/no meeting/);
  });

  it("warns of the items of the plan that can no longer be lawful on their date", () => {
    const warnings = running.services.notices.warnings();
    expect(warnings.map(({ where, rule }) => [where, rule])).toEqual([["Item for 2026-12-17", "R10"]]);
    expect(warnings[0]?.message).toContain("Friday 1 January 2027");
  });
});
