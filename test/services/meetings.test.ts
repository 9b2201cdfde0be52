import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { toCalendarDate as day } from "../../shared/contracts/calendar-date.ts";
import type { Meeting } from "../../shared/rules/meetings/meeting.ts";
import type { Caller } from "../../shared/services/caller.ts";
import { stoppedClock } from "../../shared/services/clock.ts";
import { type RunningServices, startRunningServices } from "../builders/running-services.ts";

const officer: Caller = { entraObjectId: "o", name: "An Officer", roles: ["CommitteeOfficer"], token: "" };
const member: Caller = { ...officer, entraObjectId: "m", name: "A Member", roles: [] };

const meeting = (date: string, more: Partial<Meeting> = {}): Meeting => ({
  key: `CAB-${date}`,
  bodyKey: "CAB",
  date: day(date),
  municipalYear: "2026/27",
  state: "Scheduled",
  ...more,
});

describe("Meetings and what leads to them", () => {
  let running: RunningServices;
  beforeAll(async () => {
    running = await startRunningServices({ clock: stoppedClock(new Date("2026-12-01T10:00:00Z")) });
    const { records, published } = running.services;
    await records.addBodies([
      { key: "CAB", name: "Cabinet", aliases: [], kind: "Cabinet", callInApplies: true },
    ]);
    await records.addMeetings([
      meeting("2026-12-17"),
      meeting("2026-12-03", { state: "AgendaPublished", agendaPublishedAt: "2026-11-25T10:00:00Z" }),
      meeting("2026-12-10", { state: "Cancelled" }),
    ]);
    for (const date of ["2026-12-03", "2026-12-17"])
      await records.addAgenda(`CAB-${date}`, [
        {
          key: `CAB-${date}/5`,
          meetingKey: `CAB-${date}`,
          number: 5,
          title: "Harbour wall",
          paper: "Attached",
          pageFrom: 5,
          pageTo: 9,
          exemptParagraphs: [3],
          keyDecision: true,
        },
      ]);
    await records.addReport(
      {
        key: "CR/CAB-2026-12-17/QUAY",
        kind: "covering-report",
        subject: "Quay market",
        reportOf: "Head of Markets",
        meetingKey: "CAB-2026-12-17",
        authors: [],
        exempt: "Open",
        state: "draft",
      },
      ["open", "accepted"].map((state, index) => ({
        key: `CR/CAB-2026-12-17/QUAY/S${index}`,
        reportKey: "CR/CAB-2026-12-17/QUAY",
        heading: `Section ${index}`,
        level: 1,
        order: index + 1,
        html: "",
        state: state as "open" | "accepted",
        due: day("2026-11-27"),
        contributor: "Head of Parking",
      })),
      [],
    );
    await published.refresh();
  });
  afterAll(() => running.close());

  it("shows a member every meeting, agendas only once they are out, and no deadline", () => {
    const list = running.services.meetings.list(member);
    expect(list.officer).toBe(false);
    expect(list.meetings.map(({ key, items }) => [key, items.length])).toEqual([
      ["CAB-2026-12-03", 1],
      ["CAB-2026-12-10", 0],
      ["CAB-2026-12-17", 0],
    ]);
    expect(list.meetings.some(({ publishBy }) => publishBy)).toBe(false);
    expect(list.meetings[0]?.items[0]).toMatchObject({
      pages: "5 to 9",
      exemptParagraphs: [3],
      keyDecision: true,
    });
  });

  it("counts down to publication for an officer", () => {
    const list = running.services.meetings.list(officer);
    expect(list.meetings.find(({ key }) => key === "CAB-2026-12-17")?.publishBy).toEqual({
      date: "2026-12-09",
      workingDaysLeft: 6,
    });
  });

  it("gives officers, and nobody else, each deadline with who owes it and whether it is met", async () => {
    const { meetings } = running.services;
    await expect(meetings.deadlines(member)).rejects.toThrow(/for the committee officers/);
    const { deadlines } = await meetings.deadlines(officer);
    const of = (meetingKey: string, what: RegExp) =>
      deadlines.find((one) => one.meetingKey === meetingKey && what.test(one.what));
    expect(of("CAB-2026-12-17", /Publish the agenda/)).toMatchObject({
      due: "2026-12-09",
      owner: "Committee officer",
      state: "Computed",
    });
    expect(of("CAB-2026-12-03", /Publish the agenda/)?.state).toBe("Met");
    expect(of("CAB-2026-12-17", /Section drafts/)?.state).toBe("Missed");
    expect(of("CAB-2026-12-17", /Section “Section 0” of Quay market/)).toMatchObject({
      owner: "Head of Parking",
      state: "Missed",
      settleable: false,
    });
    expect(deadlines.some(({ what }) => what.includes("Section 1"))).toBe(false);
    expect(deadlines.some(({ meetingKey }) => meetingKey === "CAB-2026-12-10")).toBe(false);
    expect(deadlines.map(({ due }) => due)).toEqual(deadlines.map(({ due }) => due).sort());
  });

  it("asks a scrutiny committee for no notice of key decisions, and counts no day the offices are closed", async () => {
    const { records, published, meetings } = running.services;
    const stepsOf = async (key: string) =>
      (await meetings.deadlines(officer)).deadlines.filter(({ meetingKey }) => meetingKey === key);
    await records.addBodies([
      {
        key: "OSC",
        name: "Overview and Scrutiny Committee",
        aliases: [],
        kind: "Scrutiny",
        callInApplies: false,
      },
    ]);
    await records.addMeetings([meeting("2027-01-19", { key: "OSC-2027-01-19", bodyKey: "OSC" })]);
    await published.refresh();
    expect((await stepsOf("CAB-2026-12-17")).map(({ what }) => what)).toContain("Notice of key decisions by");
    const before = await stepsOf("OSC-2027-01-19");
    expect(before.map(({ what }) => what)).not.toContain("Notice of key decisions by");
    const left = (entries: typeof before) =>
      entries.find(({ what }) => what === "Minutes due")?.workingDaysLeft ?? Number.NaN;
    await records.addClosedDays([
      { key: "2026-12-29", day: day("2026-12-29"), name: "Offices closed", kind: "OfficeClosure" },
    ]);
    await published.refresh();
    expect(left(await stepsOf("OSC-2027-01-19"))).toBe(left(before) - 1);
  });

  it("marks a deadline met, waives one with a reason, and takes a waiver back", async () => {
    const { meetings } = running.services;
    const key = "CAB-2026-12-17/SECTION-DRAFTS";
    const stateOf = async () => (await meetings.deadlines(officer)).deadlines.find((one) => one.key === key);
    await expect(meetings.settleDeadline(member, { key, state: "Met" })).rejects.toThrow(
      /committee officers/,
    );
    await expect(meetings.settleDeadline(officer, { key, state: "Waived", reason: " " })).rejects.toThrow(
      /Say why/,
    );
    await expect(meetings.settleDeadline(officer, { key: "NONE", state: "Met" })).rejects.toThrow(
      /no such deadline/,
    );
    await meetings.settleDeadline(officer, { key, state: "Waived", reason: "One author only." });
    expect(await stateOf()).toMatchObject({ state: "Waived", waivedReason: "One author only." });
    await expect(meetings.settleDeadline(officer, { key, state: "Met" })).rejects.toThrow(
      /cannot go from “Waived” to “Met”/,
    );
    await meetings.settleDeadline(officer, { key, state: "Computed" });
    expect((await stateOf())?.state).toBe("Missed");
    await meetings.settleDeadline(officer, { key, state: "Met" });
    expect((await stateOf())?.state).toBe("Met");
  });
});
