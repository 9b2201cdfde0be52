import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { toCalendarDate as day } from "../../shared/contracts/calendar-date.ts";
import { dateInLondon } from "../../shared/rules/dates/calendar-arithmetic.ts";
import type { Meeting } from "../../shared/rules/meetings/meeting.ts";
import type { IndividualDecision } from "../../shared/rules/meetings/minutes.ts";
import type { Caller } from "../../shared/services/caller.ts";
import type { Clock } from "../../shared/services/clock.ts";
import type { OutgoingMessage, Sending } from "../../shared/services/sending.ts";
import type { Place } from "../../shared/store/state-store.ts";
import { type RunningServices, startRunningServices } from "../builders/running-services.ts";

/** A clock that the story moves on. */
class StoryClock implements Clock {
  at = new Date("2026-12-01T10:00:00Z");
  now = (): Date => this.at;
  today = () => dateInLondon(this.at);
}

interface Seen {
  readonly what: "post" | "update" | "reply" | "recall";
  readonly channel: string;
  readonly text: string;
}

/** What people in the two channels see, in order. */
class Channels implements Sending {
  readonly seen: Seen[] = [];
  #see(what: Seen["what"], { name = "" }: Place, { text }: Pick<OutgoingMessage, "text">): void {
    this.seen.push({ what, channel: name, text });
  }
  async post(place: Place, message: OutgoingMessage): Promise<string> {
    this.#see("post", place, message);
    return `activity-${this.seen.length}`;
  }
  async update(place: Place, _: string, message: OutgoingMessage): Promise<void> {
    this.#see("update", place, message);
  }
  async reply(place: Place, _: string, message: OutgoingMessage): Promise<string> {
    this.#see("reply", place, message);
    return `reply-${this.seen.length}`;
  }
  async recall(place: Place): Promise<void> {
    this.#see("recall", place, { text: "" });
  }
}

const officer: Caller = { entraObjectId: "o", name: "An Officer", roles: ["CommitteeOfficer"], token: "" };
const cabinet: Meeting = {
  key: "CAB-2026-12-17",
  bodyKey: "CAB",
  date: day("2026-12-17"),
  time: "10:00",
  venue: "Town Hall, Bootle",
  municipalYear: "2026/27",
  state: "Scheduled",
};

describe("A fortnight of a council’s channels", () => {
  let running: RunningServices;
  const clock = new StoryClock();
  const channels = new Channels();

  /** Goes on to an instant, looks at the records, and gives what has been seen since. */
  async function goOnTo(instant: string): Promise<Seen[]> {
    clock.at = new Date(instant);
    await running.services.published.refresh();
    const before = channels.seen.length;
    await running.services.delivering.planDue();
    for (let round = 0; round < 3; round++) {
      await running.services.delivering.sendWaiting(channels);
      clock.at = new Date(clock.at.getTime() + 2_000);
    }
    return channels.seen.slice(before);
  }

  async function change(key: string, facts: Partial<Meeting>): Promise<void> {
    await running.services.records.changeMeeting(key, (meeting) => ({ ...meeting, ...facts }));
  }

  const told = (seen: readonly Seen[]) =>
    seen.map(({ what, channel, text }) => `${channel}, ${what}: ${text}`);

  beforeAll(async () => {
    running = await startRunningServices({ clock });
    const { records, delivering } = running.services;
    await records.addBodies([
      { key: "CAB", name: "Cabinet", aliases: [], kind: "Cabinet", callInApplies: true },
      { key: "OSRS", name: "Regeneration Scrutiny", aliases: [], kind: "Scrutiny", callInApplies: false },
    ]);
    await records.addMeetings([cabinet]);
    await records.addSettings([{ key: "ALL/QUIET-HOURS", value: "20:00-07:30" }]);
    await delivering.remember({ id: "19:m", kind: "channel", name: "members", reference: "{}" });
    await delivering.remember({ id: "19:o", kind: "channel", name: "officers", reference: "{}" });
  });
  afterAll(() => running.close());

  it("says nothing while nothing is near", async () => {
    expect(await goOnTo("2026-12-01T10:00:00Z")).toEqual([]);
  });

  it("holds the first card to a channel until an officer has said yes", async () => {
    expect(await goOnTo("2026-12-04T10:00:00Z")).toEqual([]);
    const [held] = await running.services.delivering.ledger();
    expect(held).toMatchObject({ state: "held", to: "channel:officers" });
    expect(held?.text).toContain("Publish the agenda for Cabinet");
    expect(await running.services.delivering.approve(officer, "officers")).toBe(1);
    expect(await running.services.delivering.approve(officer, "members")).toBe(0);
    const seen = await goOnTo("2026-12-04T10:01:00Z");
    expect(told(seen)).toEqual([
      expect.stringMatching(/^officers, post: Due in 3 working days: Publish the agenda/),
    ]);
  });

  it("tells officers, and nobody else, when the day is missed, and then those above them", async () => {
    expect(await goOnTo("2026-12-09T10:00:00Z")).toEqual([]);
    const late = await goOnTo("2026-12-10T10:00:00Z");
    expect(told(late)).toEqual([
      expect.stringMatching(/^officers, post: Late by 1 working day.*Democratic Services Manager/),
    ]);
    expect(told(await goOnTo("2026-12-11T10:00:00Z"))).toEqual([
      expect.stringContaining("Monitoring Officer"),
    ]);
    expect(channels.seen.every(({ channel }) => channel === "officers")).toBe(true);
  });

  it("posts the agenda at once when it is out, even at night: it is a statutory notice", async () => {
    await running.services.records.addAgenda(cabinet.key, [
      {
        key: `${cabinet.key}/1`,
        meetingKey: cabinet.key,
        number: 1,
        title: "Apologies",
        paper: "None",
        exemptParagraphs: [],
      },
      {
        key: `${cabinet.key}/2`,
        meetingKey: cabinet.key,
        number: 2,
        title: "Harbour wall",
        paper: "ToFollow",
        exemptParagraphs: [],
      },
    ]);
    await change(cabinet.key, {
      state: "AgendaPublished",
      agendaPublishedAt: "2026-12-11T22:00:00Z",
      publicAddress: "https://democracy.council.example/cab",
    });
    const seen = await goOnTo("2026-12-11T22:05:00Z");
    expect(told(seen)).toEqual([
      expect.stringMatching(/^members, post: Agenda published: Cabinet.*2\. Harbour wall \(to follow\)/),
    ]);
    expect(await goOnTo("2026-12-11T22:06:00Z")).toEqual([]);
  });

  it("changes the card where it stands and says in a short reply what changed", async () => {
    await change(cabinet.key, { venue: "Town Hall, Southport", time: "11:00" });
    await running.services.records.changeAgendaItem(`${cabinet.key}/2`, (item) => ({
      ...item,
      paper: "Attached",
      pageFrom: 5,
      pageTo: 9,
    }));
    const seen = await goOnTo("2026-12-12T10:00:00Z");
    expect(seen.map(({ what }) => what)).toEqual(["update", "reply"]);
    expect(seen[0]?.text).toContain("Town Hall, Southport");
    expect(seen[1]?.text).toBe(
      "Cabinet, Thursday 17 December 2026. It now begins at 11:00. It is now held in Town Hall, Southport. The report for item 2, Harbour wall, is out.",
    );
    expect(await goOnTo("2026-12-12T10:05:00Z")).toEqual([]);
  });

  it("reminds members the working day before, after quiet hours", async () => {
    await change(cabinet.key, { joinAddress: "https://meetings.council.example/cab" });
    expect(await goOnTo("2026-12-16T06:00:00Z")).toEqual([]);
    const seen = await goOnTo("2026-12-16T07:31:00Z");
    expect(told(seen)).toEqual([
      expect.stringMatching(
        /^members, post: Meeting tomorrow: Cabinet.*Where: Town Hall, Southport.*Join or watch: https:\/\/meetings\.council\.example\/cab/,
      ),
    ]);
  });

  it("marks a meeting that has been moved, and names its new day", async () => {
    await running.services.records.addMeetings([
      { ...cabinet, key: "CAB-2026-12-22", date: day("2026-12-22"), rearrangedFrom: day("2026-12-17") },
    ]);
    await change(cabinet.key, { state: "Rearranged" });
    const seen = (await goOnTo("2026-12-16T12:00:00Z")).filter(({ channel }) => channel === "members");
    expect(seen[0]).toMatchObject({ what: "update" });
    expect(seen[0]?.text).toContain("Moved to Tuesday 22 December 2026");
    expect(seen[1]?.text).toContain("This meeting has been moved to Tuesday 22 December 2026.");
  });

  it("announces an edition of the plan with what changed, and a decision’s call-in from open to effective", async () => {
    const { records } = running.services;
    const item = (key: string, date: string) => ({
      key,
      title: key,
      details: "",
      decisions: [{ decisionMaker: "Cabinet", from: day(date), to: day(date) }],
      dateChanges: [],
      financialImpact: true,
      communityImpact: false,
      secrecy: "open" as const,
      exemptParagraphs: [],
      wards: ["All Wards"],
      scrutinyArea: "",
      consultees: "",
      consultationMethod: "",
      backgroundDocuments: [],
      contacts: [],
    });
    const edition = (month: string, publishedOn: string) => ({
      key: `FP/${month}`,
      periodFrom: day(`${month}-01`),
      periodTo: day("2027-06-30"),
      publishedOn: day(publishedOn),
    });
    await records.addForwardPlan(edition("2027-01", "2026-11-30"), [
      item("LIBRARIES", "2027-01-14"),
      item("DEPOT", "2027-01-14"),
    ]);
    await records.addForwardPlan(edition("2027-02", "2026-12-29"), [
      item("LIBRARIES", "2027-02-18"),
      item("PARKS", "2027-02-18"),
    ]);
    await records.addMinutes(
      cabinet.key,
      [
        {
          key: "CAB/2026-27/70",
          meetingKey: cabinet.key,
          number: 70,
          title: "Harbour wall",
          narrative: "",
          state: "Published",
        },
      ],
      [
        {
          key: "CAB/2026-27/70/0",
          minuteKey: "CAB/2026-27/70",
          meetingKey: cabinet.key,
          part: "",
          text: "the wall be mended",
          callIn: "Subject",
          publishedOn: day("2026-12-29"),
          callInExpires: day("2027-01-06"),
          effectiveFrom: day("2027-01-07"),
          state: "InCallIn",
        },
      ],
      [],
    );
    const seen = (await goOnTo("2026-12-30T10:00:00Z")).filter(({ channel }) => channel === "members");
    const plan = seen.find(({ text }) => text.startsWith("Forward Plan published"))?.text ?? "";
    expect(plan).toContain("Items: 2, of which 1 is new.");
    expect(plan).toContain("Moved: LIBRARIES: from 14 Jan 2027 to 18 Feb 2027.");
    expect(plan).toContain("No longer listed: DEPOT.");
    expect(told(seen)).toContainEqual(
      expect.stringMatching(
        /Call-in open: Cabinet, 17 December 2026: Minute 70, Harbour wall.*Wednesday 6 January 2027/,
      ),
    );
    const closing = (await goOnTo("2027-01-06T10:00:00Z")).filter(({ channel }) => channel === "members");
    expect(told(closing)).toContainEqual(expect.stringContaining("Call-in closes today"));
    const effective = (await goOnTo("2027-01-07T10:00:00Z")).filter(({ channel }) => channel === "members");
    expect(told(effective)).toContainEqual(expect.stringContaining("Decision effective"));
  });

  it("announces what one person decided with the maker and the day, from open to effective", async () => {
    await running.services.records.addSettings([{ key: "CAB/CALL-IN-CLOSES", value: "16:00" }]);
    const kiosk: IndividualDecision = {
      key: "IND/4832",
      title: "Lease of the kiosk",
      decisionMaker: "Cabinet Member - Leisure",
      decidedOn: day("2027-01-07"),
      part: "",
      text: "the kiosk be let",
      callIn: "Subject",
      publishedOn: day("2027-01-08"),
      callInExpires: day("2027-01-15"),
      effectiveFrom: day("2027-01-18"),
      state: "InCallIn",
    };
    await running.services.records.addIndividualDecisions([
      kiosk,
      { ...kiosk, key: "IND/4833", title: "Not out yet", state: "Made" },
      { ...kiosk, key: "IND/4834", title: "At once", callIn: "NotSubject", state: "Effective" },
    ]);
    const decisionOf = (seen: readonly Seen[]) =>
      seen
        .filter(({ text }) => /^(?:Call-in|Decision)/.test(text))
        .map(({ channel, text }) => `${channel}: ${text}`);
    expect(decisionOf(await goOnTo("2027-01-08T10:00:00Z"))).toEqual([
      expect.stringMatching(
        /^members: Call-in open: Lease of the kiosk\. Decided by: Cabinet Member - Leisure, Thursday 7 January 2027.*Friday 15 January 2027 at 16:00.*the kiosk be let/,
      ),
    ]);
    expect(decisionOf(await goOnTo("2027-01-15T10:00:00Z"))).toEqual([
      expect.stringContaining("Call-in closes today: Lease of the kiosk. Decided by: Cabinet Member"),
    ]);
    expect(decisionOf(await goOnTo("2027-01-18T10:00:00Z"))).toEqual([
      expect.stringContaining("Decision effective: Lease of the kiosk. Decided by: Cabinet Member"),
    ]);
  });

  it("makes one digest of many deadlines", async () => {
    const many = Array.from({ length: 5 }, (_, index): Meeting => {
      const date = day(`2027-02-${String(8 + index).padStart(2, "0")}`);
      return { key: `OSRS-${date}`, bodyKey: "OSRS", date, municipalYear: "2026/27", state: "Scheduled" };
    });
    await running.services.records.addMeetings(many);
    const seen = (await goOnTo("2027-01-29T10:00:00Z")).filter(({ channel }) => channel === "officers");
    expect(seen).toHaveLength(1);
    expect(seen[0]?.text).toMatch(/^\d deadlines: Friday 29 January 2027/);
    expect(
      (await running.services.delivering.ledger()).filter(({ state }) => state === "covered").length,
    ).toBeGreaterThanOrEqual(4);
  });

  it("posts nothing twice when the clocks change, the machine slept, or its time was wrong", async () => {
    const published = (date: string, at: string): Meeting => ({
      ...cabinet,
      key: `CAB-${date}`,
      date: day(date),
      state: "AgendaPublished",
      agendaPublishedAt: at,
    });
    await running.services.records.addMeetings([
      published("2027-03-30", "2027-03-19T10:00:00Z"),
      published("2027-11-02", "2027-10-22T10:00:00Z"),
    ]);
    const before = (await running.services.delivering.ledger()).map(({ key }) => key);
    const seen: Seen[] = [];
    for (const instant of [
      // British Summer Time begins on 28 March 2027 at 1:00 and ends on 31 October at 1:00.
      "2027-03-28T00:59:00Z",
      "2027-03-28T01:01:00Z",
      "2027-03-29T06:29:00Z",
      "2027-03-29T06:31:00Z",
      // The machine slept until the middle of the meeting's day, and the same hour comes twice.
      "2027-03-30T11:00:00Z",
      "2027-03-29T06:31:00Z",
      "2027-10-31T00:30:00Z",
      "2027-10-31T01:30:00Z",
      "2027-10-31T00:45:00Z",
      "2027-11-01T07:29:00Z",
      "2027-11-01T07:31:00Z",
      // A year ahead by mistake, a month behind, and right again.
      "2028-11-01T10:00:00Z",
      "2027-10-01T10:00:00Z",
      "2027-11-01T10:00:00Z",
      "2027-11-01T10:01:00Z",
    ])
      seen.push(...(await goOnTo(instant)));
    const posts = seen.filter(({ what }) => what === "post");
    expect(new Set(told(posts)).size).toBe(posts.length);
    const reminders = told(posts).filter((text) => text.includes("Meeting tomorrow"));
    expect(reminders).toEqual([
      expect.stringContaining("Tuesday 30 March 2027"),
      expect.stringContaining("Tuesday 2 November 2027"),
    ]);
    const rows = (await running.services.delivering.ledger()).filter(({ key }) => !before.includes(key));
    expect(posts).toHaveLength(rows.filter(({ state }) => state === "sent").length);
  });

  it("never told members of a deadline, and never posted a card twice", async () => {
    const posts = channels.seen.filter(({ what }) => what === "post");
    expect(new Set(posts.map(({ channel, text }) => channel + text)).size).toBe(posts.length);
    expect(
      channels.seen
        .filter(({ channel }) => channel === "members")
        .some(({ text }) => /Late by|Publish the agenda/.test(text)),
    ).toBe(false);
  });
});
