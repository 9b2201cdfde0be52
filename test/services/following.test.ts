import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readFollowOrder } from "../../shared/ask/follow-orders.ts";
import type { PublishedItem } from "../../shared/contracts/answer.ts";
import { toCalendarDate as day } from "../../shared/contracts/calendar-date.ts";
import { dateInLondon } from "../../shared/rules/dates/calendar-arithmetic.ts";
import type { Caller } from "../../shared/services/caller.ts";
import type { Clock } from "../../shared/services/clock.ts";
import { type RunningServices, startRunningServices } from "../builders/running-services.ts";

class StoryClock implements Clock {
  at = new Date("2026-11-27T10:00:00Z");
  now = (): Date => this.at;
  today = () => dateInLondon(this.at);
}

const robin = "11111111-2222-4333-8444-555555555555";
const stranger = "99999999-2222-4333-8444-555555555555";
const officer: Caller = { entraObjectId: "o", name: "An Officer", roles: ["CommitteeOfficer"], token: "" };

function item(
  title: string,
  wards: readonly string[],
  date: string,
  more: Partial<PublishedItem> = {},
): PublishedItem {
  return {
    key: title.toUpperCase().replace(/\W+/g, "-"),
    title,
    details: "",
    decisions: [{ decisionMaker: "Cabinet", from: day(date), to: day(date) }],
    dateChanges: [],
    financialImpact: true,
    communityImpact: false,
    secrecy: "open",
    exemptParagraphs: [],
    wards,
    scrutinyArea: "Regeneration",
    consultees: "",
    consultationMethod: "",
    backgroundDocuments: [],
    contacts: [],
    ...more,
  };
}

describe("Following the plan", () => {
  let running: RunningServices;
  const clock = new StoryClock();

  const say = async (text: string, person = robin): Promise<string> => {
    const order = readFollowOrder(text);
    if (!order) throw new Error(`“${text}” is no order.`);
    return running.services.following.carryOut(order, person);
  };
  async function plannedAt(instant: string) {
    clock.at = new Date(instant);
    await running.services.published.refresh();
    const keys = new Set(await running.services.delivering.planDue());
    const records = (await running.services.delivering.ledger()).filter(({ key }) => keys.has(key));
    return {
      personal: records.filter(({ to }) => to.startsWith("person:")),
      officers: records.filter(({ to }) => to === "channel:officers"),
    };
  }

  beforeAll(async () => {
    running = await startRunningServices({ clock });
    const { records, published, delivering } = running.services;
    await records.addBodies([
      { key: "CAB", name: "Cabinet", aliases: [], kind: "Cabinet", callInApplies: true },
      { key: "OSRS", name: "Regeneration Scrutiny", aliases: [], kind: "Scrutiny", callInApplies: false },
    ]);
    await records.addPeople([
      {
        key: "COUNCILLOR-01",
        name: "Robin Marsh",
        kind: "Councillor",
        entraObjectId: robin,
        ward: "Linacre",
        seats: ["OSRS"],
        active: true,
      },
    ]);
    await records.addSettings([
      { key: "ALL/QUIET-HOURS", value: "20:00-07:30" },
      { key: "ALL/CHANNEL-OFFICERS-APPROVED", value: "yes" },
    ]);
    const edition = (month: string, publishedOn: string) => ({
      key: `FP/${month}`,
      periodFrom: day(`${month}-01`),
      periodTo: day("2027-06-30"),
      publishedOn: day(publishedOn),
    });
    await records.addForwardPlan(edition("2026-12", "2026-10-30"), [
      item("Library opening hours", ["All Wards"], "2026-12-17"),
      item("Linacre depot sale", ["Linacre"], "2026-12-17", {
        secrecy: "part-exempt",
        exemptParagraphs: [3],
      }),
      item("Coastal path", ["Ainsdale"], "2026-12-17"),
      item("Quay market", ["Linacre"], "2026-12-17"),
    ]);
    await published.refresh();
    await delivering.remember({ id: "chat-robin", kind: "personal", entraObjectId: robin, reference: "{}" });
    const next = [
      item("Library opening hours", ["All Wards"], "2027-01-21"),
      item("Linacre depot sale", ["Linacre"], "2027-02-18", {
        secrecy: "part-exempt",
        exemptParagraphs: [3],
      }),
      item("Coastal path", ["Ainsdale"], "2027-01-21"),
      item("Housing allocations", ["All Wards"], "2027-02-18"),
    ];
    await records.addForwardPlan(edition("2027-01", "2026-11-30"), next);
    await published.refresh();
  });
  afterAll(() => running.close());

  it("is begun, listed, muted and ended in words", async () => {
    expect(await say("what do I follow")).toContain("You follow nothing");
    expect(await say("follow Linacre")).toMatch(/You follow “Linacre”\. \d items? of the plan match/);
    expect(await say("keep me posted on housing")).toContain("Nothing in the plan matches it today");
    expect(await say("follow libraries", stranger)).toContain("You follow “libraries”");
    expect(await say("send me the Sunday message")).toContain("each Sunday evening");
    expect(await say("what am I following?")).toBe("You follow “Linacre”, “housing”, the Sunday message.");
    expect(await say("stop telling me about parks")).toContain("You do not follow “parks”");
  });

  it("sends each follower one digest of what a new edition changes for them, and shows officers first", async () => {
    const { personal, officers } = await plannedAt("2026-11-30T19:00:00Z");
    expect(personal.map(({ to }) => to).sort()).toEqual([`person:${robin}`, `person:${stranger}`]);
    const mine = personal.find(({ to }) => to.endsWith(robin));
    expect(mine?.text).toContain("Linacre depot sale: moved from 17 Dec 2026 to 18 Feb 2027");
    expect(mine?.text).toContain("No longer listed: Quay market");
    expect(mine?.text).toContain("New: Housing allocations");
    expect(mine?.text).not.toContain("Coastal path");
    const theirs = personal.find(({ to }) => to.endsWith(stranger));
    expect(theirs?.text).toContain("Library opening hours: moved");
    expect(theirs?.text).not.toContain("depot");
    // Two hours for the officers to look would end in the quiet hours: it waits for the morning.
    for (const { notBefore } of personal) expect(notBefore).toBe("2026-12-01T07:30:00.000Z");
    expect(officers).toHaveLength(1);
    expect(officers[0]?.text).toContain("2 people are told at 07:30, 1 December 2026");
    expect(officers[0]?.text).not.toContain("Robin");
    await running.services.delivering.recall(officer, theirs?.key ?? "");
    expect((await running.services.delivering.ledger()).find(({ key }) => key === theirs?.key)?.state).toBe(
      "withdrawn",
    );
    expect((await plannedAt("2026-11-30T19:05:00Z")).personal).toEqual([]);
    expect((await plannedAt("2026-12-01T10:00:00Z")).personal).toEqual([]);
  });

  it("sends one message on Sunday with the week’s meetings, their pages, and what touches the ward", async () => {
    const { records } = running.services;
    const key = "OSRS-2026-12-15";
    await records.addMeetings([
      {
        key,
        bodyKey: "OSRS",
        date: day("2026-12-15"),
        time: "18:30",
        municipalYear: "2026/27",
        state: "AgendaPublished",
        agendaPublishedAt: "2026-12-07T10:00:00Z",
        publicAddress: "https://democracy.council.example/osrs",
      },
    ]);
    await records.addAgenda(key, [
      {
        key: `${key}/4`,
        meetingKey: key,
        number: 4,
        title: "Empty homes",
        paper: "Attached",
        pageFrom: 9,
        pageTo: 20,
        exemptParagraphs: [],
      },
    ]);
    expect((await plannedAt("2026-12-13T16:00:00Z")).personal).toEqual([]);
    const { personal } = await plannedAt("2026-12-13T17:01:00Z");
    expect(personal).toHaveLength(1);
    const words = personal[0]?.text ?? "";
    expect(words).toContain("Your week: 14 December 2026 to 20 December 2026");
    expect(words).toContain(
      "Regeneration Scrutiny, Tuesday 15 December 2026 at 18:30: 4. Empty homes, pages 9 to 20",
    );
    expect((await plannedAt("2026-12-13T18:00:00Z")).personal).toEqual([]);
  });

  it("sends nothing while muted, and nothing once it is ended", async () => {
    expect(await say("mute")).toContain("Muted");
    expect((await plannedAt("2026-12-20T17:05:00Z")).personal).toEqual([]);
    expect(await say("unmute")).toContain("told again");
    expect((await plannedAt("2026-12-27T17:05:00Z")).personal).toHaveLength(1);
    expect(await say("stop")).toContain("You are sent nothing more");
    expect((await plannedAt("2027-01-03T17:05:00Z")).personal).toEqual([]);
    expect(await say("what do I follow")).toContain("You follow nothing");
  });
});
