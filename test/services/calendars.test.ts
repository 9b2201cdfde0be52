import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { cardForAnswer } from "../../shared/cards/answer-card.ts";
import { toCalendarDate as day } from "../../shared/contracts/calendar-date.ts";
import type { Calendars } from "../../shared/services/calendars.ts";
import type { Caller } from "../../shared/services/caller.ts";
import { stoppedClock } from "../../shared/services/clock.ts";
import { type RunningServices, startRunningServices } from "../builders/running-services.ts";

const councillor: Caller = {
  entraObjectId: "11111111-2222-4333-8444-555555555555",
  name: "Robin Marsh",
  roles: [],
  token: "",
};
const officer: Caller = { ...councillor, entraObjectId: "o", roles: ["CommitteeOfficer"] };

/** A calendar’s lines, those folded at 75 characters joined again (RFC 5545, 3.1). */
const lines = (calendar: string | null): string[] => (calendar ?? "").replace(/\r\n[ \t]/g, "").split("\r\n");

describe("Calendars", () => {
  let running: RunningServices;
  let calendars: Calendars;
  const read = (address: string) =>
    calendars.read(address.replace(/^.*\/calendar\//, "").replace(/\.ics$/, ""));

  beforeAll(async () => {
    running = await startRunningServices({ clock: stoppedClock(new Date("2026-12-01T10:00:00Z")) });
    const { records, published } = running.services;
    calendars = running.services.calendars;
    await records.addBodies([
      { key: "CAB", name: "Cabinet", aliases: [], kind: "Cabinet", callInApplies: true },
      { key: "OSRS", name: "Regeneration Scrutiny", aliases: [], kind: "Scrutiny", callInApplies: false },
    ]);
    const meeting = (key: string, date: string) => ({
      key: `${key}-${date}`,
      bodyKey: key,
      date: day(date),
      time: "18:30",
      venue: "Town Hall, Bootle",
      municipalYear: "2026/27",
      state: "Scheduled" as const,
    });
    await records.addMeetings([
      meeting("CAB", "2026-12-17"),
      meeting("OSRS", "2026-12-15"),
      { ...meeting("OSRS", "2027-06-15"), state: "Cancelled" },
    ]);
    await records.addPeople([
      {
        key: "COUNCILLOR-01",
        name: "Robin Marsh",
        kind: "Councillor",
        entraObjectId: councillor.entraObjectId,
        ward: "Linacre",
        seats: ["OSRS"],
        active: true,
      },
    ]);
    const item = (key: string, wards: string[]) => ({
      key,
      title: `Depot; sale, "terms"\nand more ${key}`,
      details: "",
      decisions: [{ decisionMaker: "Cabinet", from: day("2027-01-14"), to: day("2027-01-14") }],
      dateChanges: [],
      financialImpact: true,
      communityImpact: false,
      secrecy: "part-exempt" as const,
      exemptParagraphs: [3],
      wards,
      scrutinyArea: "",
      consultees: "",
      consultationMethod: "",
      backgroundDocuments: [],
      contacts: [],
    });
    await records.addForwardPlan(
      {
        key: "FP/2027-01",
        periodFrom: day("2027-01-01"),
        periodTo: day("2027-04-30"),
        publishedOn: day("2026-11-30"),
      },
      [item("DEPOT", ["Linacre"]), item("PARKS", ["All Wards"]), item("QUAY", ["Derby"])],
    );
    await published.refresh();
  });
  afterAll(() => running.close());

  it("give the expected decision of an item as a whole day, its words escaped", async () => {
    const calendar = lines(await read(calendars.itemAddress("DEPOT")));
    expect(calendar).toContain("DTSTART;VALUE=DATE:20270114");
    expect(calendar).toContain("DTEND;VALUE=DATE:20270115");
    expect(calendar.find((line) => line.startsWith("SUMMARY:"))).toBe(
      'SUMMARY:Expected decision: Depot\\; sale\\, "terms"\\nand more DEPOT (Cabinet)',
    );
  });

  it("are offered with an answer about one item, and so is its place in the tab", async () => {
    const answer = await running.services.asking.item("DEPOT", "a chat");
    expect(answer.calendarAddress).toBe(calendars.itemAddress("DEPOT"));
    expect(answer.tabAddress).toBe("https://teams.example/tab?place=item%3ADEPOT");
    expect(JSON.stringify(cardForAnswer(answer).json)).toContain(
      "https://teams.example/tab?place=item%3ADEPOT",
    );
  });

  it("give a person their own meetings and what the plan brings to their ward alone", async () => {
    const calendar = lines(await read(await calendars.feedAddress(councillor)));
    const summaries = calendar.filter((line) => line.startsWith("SUMMARY:"));
    expect(summaries).toHaveLength(3);
    expect(summaries).toContain("SUMMARY:Regeneration Scrutiny");
    expect(summaries).toContain("SUMMARY:Not held: Regeneration Scrutiny");
    expect(summaries.join()).toContain("DEPOT");
    expect(calendar).toContain("DTSTART:20261215T183000Z");
    // British Summer Time: half past six in the evening is an hour earlier in UTC.
    expect(calendar).toContain("DTSTART:20270615T173000Z");
  });

  it("cannot be guessed or forged, and an old address leads nowhere once it is taken back", async () => {
    const address = await calendars.feedAddress(councillor);
    expect(await calendars.feedAddress(councillor)).toBe(address);
    const [name = ""] = address.replace(/^.*\/calendar\//, "").split(".");
    for (const forged of [name, `${name}.`, `${name}.AAAAAAAAAAAAAAAAAAAAAAAAAAA`, "x.y", "", "%00.%00"])
      expect(await calendars.read(forged), forged).toBeNull();
    const item = calendars
      .itemAddress("DEPOT")
      .replace(/^.*\/calendar\//, "")
      .split(".")[1];
    expect(await calendars.read(`${name}.${item}`)).toBeNull();
    const renewed = await calendars.renewFeed(councillor);
    expect(renewed).not.toBe(address);
    expect(await read(address)).toBeNull();
    expect(await read(renewed)).not.toBeNull();
    await expect(calendars.feedAddress({ entraObjectId: "stranger" })).rejects.toThrow(
      /not among the council’s people/,
    );
  });

  it("lead nowhere for what the plan in force does not list", async () => {
    expect(await read(calendars.itemAddress("GONE"))).toBeNull();
    expect(await read(calendars.meetingAddress("CAB-1999-01-01"))).toBeNull();
    expect(lines(await read(calendars.meetingAddress("CAB-2026-12-17")))).toContain("SUMMARY:Cabinet");
  });

  it("give a meeting’s deadlines to officers, each on its day, and to nobody else", () => {
    const calendar = lines(calendars.deadlines(officer, "CAB-2026-12-17"));
    expect(calendar.filter((line) => line === "BEGIN:VEVENT")).toHaveLength(13);
    expect(calendar).toContain("DTSTART;VALUE=DATE:20261209");
    expect(() => calendars.deadlines(councillor, "CAB-2026-12-17")).toThrow(/for the committee officers/);
  });
});
