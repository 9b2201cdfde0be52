import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import ical, { ICalCalendarMethod, type ICalEventData } from "ical-generator";
import type { PublishedItem } from "../contracts/answer.ts";
import { allWards } from "../contracts/answer.ts";
import type { CalendarDate } from "../contracts/calendar-date.ts";
import { addDays, instantInLondon } from "../rules/dates/calendar-arithmetic.ts";
import { editionOn } from "../rules/forward-plan/forward-plan.ts";
import type { Meeting } from "../rules/meetings/meeting.ts";
import { meetingDeadlines } from "../rules/meetings/meeting-deadlines.ts";
import type { StateStore } from "../store/state-store.ts";
import { type Caller, roles } from "./caller.ts";
import type { Clock } from "./clock.ts";
import { stepsFor } from "./meeting-dates.ts";
import type { PublishedRecords } from "./published-records.ts";
import { refuse } from "./refused.ts";

/**
 * Calendars for the programs that people keep theirs in (RFC 5545). Addresses are open to whoever knows them, cannot
 * be guessed, can be taken back, and lead to published data only.
 */
export interface Calendars {
  /** Where anyone may have the decision dates of an item of the plan. */
  itemAddress(itemKey: string): string;
  /** Where anyone may have a meeting. */
  meetingAddress(meetingKey: string): string;
  /** The person’s own feed: their meetings, and what the plan brings to their ward. */
  feedAddress(caller: Pick<Caller, "entraObjectId">): Promise<string>;
  /** Takes the person’s old address back. @returns the new one. */
  renewFeed(caller: Pick<Caller, "entraObjectId">): Promise<string>;
  /** The calendar behind the last part of an address; null when it leads nowhere, or no longer. */
  read(token: string): Promise<string | null>;
  /** Every deadline of a meeting, for officers: not published, so it is given out to a signed-in person alone. */
  deadlines(caller: Caller, meetingKey: string): string;
}

export interface CalendarsNeeds {
  readonly published: PublishedRecords;
  readonly store: StateStore;
  readonly publicAddress: string;
  readonly councilName: string;
  readonly clock: Clock;
}

/** Kept so long that it is for good. */
const forGood = 50 * 365 * 24 * 3_600_000;
const keyMemory = "calendar-key";

/** Reads, or makes at the first start, the key that addresses are made with. */
export async function openCalendars(needs: CalendarsNeeds): Promise<Calendars> {
  const { published, store, publicAddress, councilName, clock } = needs;

  async function kept(key: string, make: () => string): Promise<string> {
    const now = clock.now();
    const held = await store.memories.recall(key, now);
    if (held !== null) return held;
    const value = make();
    await store.memories.keep(key, value, { now, until: new Date(now.getTime() + forGood) });
    return value;
  }
  const secret = await kept(keyMemory, () => randomBytes(32).toString("base64url"));

  function signature(of: string): string {
    return createHmac("sha256", secret).update(of).digest("base64url").slice(0, 27);
  }
  function addressOf(kind: "item" | "meeting" | "person", key: string, version = ""): string {
    const name = Buffer.from(`${kind}:${key}`).toString("base64url");
    return `${publicAddress}/calendar/${name}.${signature(`${name}.${version}`)}.ics`;
  }
  const versionOf = (person: string) => kept(`calendar-version:${person}`, () => "1");

  function calendar(name: string, events: readonly ICalEventData[]): string {
    const made = ical({
      name,
      method: ICalCalendarMethod.PUBLISH,
      prodId: { company: "Clear Days", product: "Clear Days", language: "EN" },
      ttl: 3_600,
    });
    for (const event of events) made.createEvent(event);
    return made.toString();
  }

  function bodyName(key: string): string {
    return published.records().bodies.find((body) => body.key === key)?.name ?? key;
  }

  function meetingEvent(meeting: Meeting): ICalEventData {
    const name = bodyName(meeting.bodyKey);
    const off = meeting.state === "Cancelled" || meeting.state === "Rearranged";
    const common = {
      id: `${meeting.key}@clear-days`,
      stamp: clock.now(),
      summary: off ? `Not held: ${name}` : name,
      ...(meeting.venue ? { location: meeting.venue } : {}),
      ...(meeting.publicAddress ? { url: meeting.publicAddress } : {}),
    };
    if (!meeting.time) return { ...common, ...wholeDay(meeting.date) };
    const start = instantInLondon(meeting.date, meeting.time);
    return { ...common, start, end: new Date(start.getTime() + 2 * 3_600_000) };
  }

  function itemEvents(item: PublishedItem): ICalEventData[] {
    const edition = currentPlan()?.edition;
    return item.decisions.map(({ decisionMaker, from, to }, place) => ({
      id: `${item.key}-${place}@clear-days`,
      stamp: clock.now(),
      summary: `Expected decision: ${item.title} (${decisionMaker})`,
      description: `As the Forward Plan${edition ? ` published on ${edition.publishedOn}` : ""} lists it. A listed date may change.`,
      ...wholeDay(from, to),
      ...(edition?.address ? { url: edition.address } : {}),
    }));
  }

  const currentPlan = () => editionOn(published.records().plans, clock.today());

  function feedOf(person: { readonly seats: readonly string[]; readonly ward?: string }): ICalEventData[] {
    const since = addDays(clock.today(), -90);
    const meetings = published
      .records()
      .meetings.filter(({ bodyKey, date }) => person.seats.includes(bodyKey) && date >= since);
    const { ward } = person;
    const items =
      ward === undefined
        ? []
        : (currentPlan()?.items ?? []).filter(
            ({ wards }) => wards.includes(ward) && !wards.includes(allWards),
          );
    return [...meetings.map(meetingEvent), ...items.flatMap(itemEvents)];
  }

  async function feedAddress({ entraObjectId }: Pick<Caller, "entraObjectId">): Promise<string> {
    if (!published.personByEntraId(entraObjectId))
      refuse(
        "not-found",
        "You are not among the council’s people yet. Ask the committee officer to add you.",
      );
    return addressOf("person", entraObjectId, await versionOf(entraObjectId));
  }

  return {
    itemAddress: (itemKey) => addressOf("item", itemKey),
    meetingAddress: (meetingKey) => addressOf("meeting", meetingKey),
    feedAddress,

    async renewFeed(caller) {
      await feedAddress(caller);
      const now = clock.now();
      await store.memories.keep(
        `calendar-version:${caller.entraObjectId}`,
        randomBytes(9).toString("base64url"),
        { now, until: new Date(now.getTime() + forGood) },
      );
      return feedAddress(caller);
    },

    async read(token) {
      const [name = "", given = ""] = token.split(".");
      const named = /^(item|meeting|person):(.+)$/s.exec(Buffer.from(name, "base64url").toString("utf8"));
      if (!named?.[1] || !named[2]) return null;
      const [, kind, key] = named;
      const version = kind === "person" ? await versionOf(key as string) : "";
      if (!isSame(given, signature(`${name}.${version}`))) return null;
      switch (kind) {
        case "item": {
          const item = currentPlan()?.items.find((one) => one.key === key);
          return item ? calendar(item.title, itemEvents(item)) : null;
        }
        case "meeting": {
          const meeting = published.records().meetings.find((one) => one.key === key);
          return meeting ? calendar(bodyName(meeting.bodyKey), [meetingEvent(meeting)]) : null;
        }
        default: {
          const person = published.personByEntraId(key as string);
          return person ? calendar(`${councilName}: ${person.name}`, feedOf(person)) : null;
        }
      }
    },

    deadlines(caller, meetingKey) {
      if (!caller.roles.includes(roles.committeeOfficer))
        refuse("not-allowed", "Deadlines are for the committee officers.");
      const meeting = published.records().meetings.find(({ key }) => key === meetingKey);
      if (!meeting) refuse("not-found", `There is no meeting ${meetingKey} in the records.`);
      const deadlines = meetingDeadlines(meeting.date, published.practiceOf(meeting.bodyKey));
      const body = published.records().bodies.find(({ key }) => key === meeting.bodyKey);
      const events = stepsFor(body).flatMap(([step, words]) => {
        const due = deadlines[step] as CalendarDate | null;
        return due === null
          ? []
          : [
              {
                id: `${meeting.key}-${step}@clear-days`,
                stamp: clock.now(),
                summary: `${words}: ${bodyName(meeting.bodyKey)}, ${meeting.date}`,
                description: deadlines.because[step]?.reason ?? "",
                ...wholeDay(due),
              },
            ];
      });
      return calendar(`Deadlines of ${bodyName(meeting.bodyKey)}, ${meeting.date}`, events);
    },
  };
}

/** A day, or several, as calendars want it: the end is the day after the last. */
function wholeDay(from: CalendarDate, to = from): { start: Date; end: Date; allDay: true } {
  const at = (day: CalendarDate) => new Date(`${day}T00:00:00Z`);
  return { start: at(from), end: at(addDays(to, 1)), allDay: true };
}

function isSame(given: string, wanted: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(wanted)];
  return a.length === b.length && timingSafeEqual(a, b);
}
