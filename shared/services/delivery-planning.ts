import { createHash } from "node:crypto";
import { editionBefore, planChanges } from "../ask/plan-changes.ts";
import { type AnnouncementInputs, announcementCard } from "../cards/announcement/card.ts";
import type { Card } from "../cards/card.ts";
import { deadlineCard } from "../cards/deadline/card.ts";
import { meetingCard } from "../cards/meeting/card.ts";
import { type CalendarDate, isCalendarDate } from "../contracts/calendar-date.ts";
import { dateInLondon, instantInLondon, timeInLondon } from "../rules/dates/calendar-arithmetic.ts";
import { workingDaysInWords } from "../rules/dates/working-days.ts";
import { writtenInFull, writtenShort, writtenWithoutWeekday } from "../rules/dates/written-dates.ts";
import {
  type AgendaFacts,
  agendaCardKey,
  agendaChangesInWords,
  type CouncilLife,
  type DecisionTaken,
  type DueCard,
  digestFrom,
  dueCards,
  type HoldingBack,
  mayGoOutFrom,
} from "../rules/deliveries/due-cards.ts";
import { type BodyPractice, everyBody } from "../rules/meetings/body-practice.ts";
import type { CouncilSetting } from "../rules/meetings/council-setting.ts";
import { type AgendaItem, executiveOf, type Meeting } from "../rules/meetings/meeting.ts";
import type { Audience, Delivery, DeliveryRecord, Target } from "../store/state-store.ts";
import type { Clock } from "./clock.ts";
import {
  type DigestFacts,
  digestPreview,
  editionDigests,
  type PersonalDigest,
  sundayMessages,
} from "./follower-digests.ts";
import type { PublishedRecords } from "./published-records.ts";
import type { TabLinks } from "./tab-links.ts";

/** Works out what should be on its way, from the records and what is on its way already. */
export interface DeliveryPlanning {
  /** @param known every delivery there is. @returns those that are new. */
  plan(known: readonly DeliveryRecord[]): Promise<readonly Delivery[]>;
}

/** Names of settings that hold cards back or let them go, for every body. */
export const deliverySettings = {
  approved: (audience: Audience) => `ALL/CHANNEL-${audience.toUpperCase()}-APPROVED`,
  quietHours: "ALL/QUIET-HOURS",
  preElection: "ALL/PRE-ELECTION",
  preElectionFlagged: "ALL/PRE-ELECTION-HELD-BACK",
} as const;

/** Hours for which officers can look at digests before they go. */
const previewHours = 2;

function fingerprint(keys: readonly string[]): string {
  return createHash("sha256").update(keys.join("\n")).digest("hex").slice(0, 12);
}

export function createDeliveryPlanning(
  published: PublishedRecords,
  clock: Clock,
  tab: TabLinks,
): DeliveryPlanning {
  function life(): CouncilLife {
    return { ...published.records(), business: published.business(), practiceOf: published.practiceOf };
  }

  function bodyName(key: string): string {
    return published.records().bodies.find((body) => body.key === key)?.name ?? key;
  }

  function agendaOf(meeting: Meeting): AgendaItem[] {
    return published
      .business()
      .agendaItems.filter(({ meetingKey }) => meetingKey === meeting.key)
      .sort((a, b) => a.number - b.number);
  }

  function drawMeeting(meeting: Meeting, now: Date): Card {
    const movedTo = successorOf(meeting);
    return meetingCard.draw({
      meeting,
      bodyName: bodyName(meeting.bodyKey),
      items: agendaOf(meeting),
      tabAddress: tab.meeting(meeting.key),
      correctAt: now,
      ...(movedTo ? { movedTo } : {}),
    });
  }

  /** The meeting that took the place of one that was moved. */
  function successorOf(meeting: Meeting): Meeting | null {
    if (meeting.state !== "Rearranged") return null;
    const { meetings } = published.records();
    return (
      meetings.find(
        ({ bodyKey, rearrangedFrom }) => bodyKey === meeting.bodyKey && rearrangedFrom === meeting.date,
      ) ?? null
    );
  }

  function draw(due: DueCard, now: Date): Card {
    switch (due.kind) {
      case "agenda-published":
        return drawMeeting(due.meeting, now);
      case "deadline":
        return deadlineCard.draw({
          step: due.step,
          bodyName: bodyName(due.meeting.bodyKey),
          meeting: due.meeting.date,
          due: due.due,
          workingDaysLeft: due.workingDaysLeft,
          owner: due.owner,
          reason: due.reason,
          tabAddress: tab.page("deadlines"),
          correctAt: now,
        });
      default:
        return announcementCard.draw(announcementOf(due, now));
    }
  }

  /** How a card names what was decided, and by whom where it was one person; whose rules on call-in hold for it. */
  function takenInWords(taken: DecisionTaken): Pick<AnnouncementInputs, "title" | "facts"> & {
    readonly practice: BodyPractice;
  } {
    if (taken.by === "person") {
      const { title, decisionMaker, decidedOn } = taken.decision;
      return {
        title,
        facts: [{ title: "Decided by", value: `${decisionMaker}, ${writtenInFull(decidedOn)}` }],
        practice: published.practiceOf(executiveOf(published.records().bodies)?.key ?? everyBody),
      };
    }
    const { meeting, minute } = taken;
    return {
      title: `${bodyName(meeting.bodyKey)}, ${writtenWithoutWeekday(meeting.date)}: Minute ${minute.number}, ${minute.title}`,
      facts: [],
      practice: published.practiceOf(meeting.bodyKey),
    };
  }

  function announcementOf(
    due: Exclude<DueCard, { kind: "agenda-published" | "deadline" }>,
    now: Date,
  ): AnnouncementInputs {
    const common = { facts: [], groups: [], correctAt: now };
    if (due.kind === "edition-published") return editionAnnouncement(due.plan, now);
    if (due.kind === "meeting-tomorrow") {
      const { meeting } = due;
      const when = `${writtenInFull(meeting.date)}${meeting.time ? ` at ${meeting.time}` : ""}`;
      return {
        ...common,
        status: "Meeting tomorrow",
        urgency: "soon",
        title: bodyName(meeting.bodyKey),
        facts: [
          { title: "When", value: when },
          ...(meeting.venue ? [{ title: "Where", value: meeting.venue }] : []),
        ],
        note: "Advice on interests: ask the Monitoring Officer before noon today.",
        ...(meeting.joinAddress?.startsWith("https://") ? { joinAddress: meeting.joinAddress } : {}),
        ...(meeting.publicAddress
          ? { address: { title: "Open the agenda", url: meeting.publicAddress } }
          : {}),
      };
    }
    const { title, facts, practice } = takenInWords(due.taken);
    const decided = due.decisions.map(({ part, text }) => (part === "" ? text : `${part} ${text}`));
    const closes = due.expires
      ? `${writtenInFull(due.expires)}${practice.callInCloses ? ` at ${practice.callInCloses}` : ""}`
      : "";
    if (due.kind === "decision-effective") {
      return {
        ...common,
        status: "Decision effective",
        urgency: "calm",
        title,
        facts: [...facts, { title: "Effective from", value: writtenInFull(due.effective) }],
        groups: [{ heading: "Decided", lines: decided }],
      };
    }
    const who = practice.callInSignatories;
    return {
      ...common,
      status: due.kind === "call-in-open" ? "Call-in open" : "Call-in closes today",
      urgency: due.kind === "call-in-open" ? "calm" : "soon",
      title,
      facts: [
        ...facts,
        { title: "Closes", value: closes },
        { title: "Effective", value: `${writtenInFull(due.effective)}, unless it is called in` },
      ],
      groups: [{ heading: "Decided", lines: decided }],
      note: `${who === undefined ? "Members may call it in." : `${who} members may call it in.`} Democratic Services has the form.`,
    };
  }

  function editionAnnouncement(
    plan: Extract<DueCard, { kind: "edition-published" }>["plan"],
    now: Date,
  ): AnnouncementInputs {
    const { plans } = published.records();
    const before = editionBefore(plans, plan);
    const changes = before ? planChanges(plan, before, true) : [];
    const lines = (kinds: readonly string[], words: (change: (typeof changes)[number]) => string) =>
      changes.filter(({ kind }) => kinds.includes(kind)).map(words);
    const fresh = changes.filter(({ kind }) => kind === "new").length;
    return {
      status: "Forward Plan published",
      urgency: "calm",
      title: `${writtenWithoutWeekday(plan.edition.periodFrom)} to ${writtenWithoutWeekday(plan.edition.periodTo)}`,
      facts: [
        {
          title: "Items",
          value: before
            ? `${plan.items.length}, of which ${fresh} ${fresh === 1 ? "is" : "are"} new`
            : String(plan.items.length),
        },
      ],
      groups: [
        {
          heading: "New",
          lines: lines(["new"], ({ item }) => {
            const [first] = item.decisions;
            return first ? `${item.title}, ${first.decisionMaker}, ${writtenShort(first.from)}` : item.title;
          }),
        },
        {
          heading: "Moved",
          lines: lines(["later", "earlier"], ({ item, move }) =>
            move ? `${item.title}: from ${writtenShort(move.from)} to ${writtenShort(move.to)}` : item.title,
          ),
        },
        { heading: "Open or exempt, changed", lines: lines(["secrecy"], ({ item }) => item.title) },
        { heading: "No longer listed", lines: lines(["gone", "withdrawn"], ({ item }) => item.title) },
      ],
      ...(plan.edition.address ? { address: { title: "Open the plan", url: plan.edition.address } } : {}),
      correctAt: now,
    };
  }

  function agendaFacts(meeting: Meeting): AgendaFacts {
    return {
      date: meeting.date,
      time: meeting.time ?? "",
      venue: meeting.venue ?? "",
      state: meeting.state,
      papers: agendaOf(meeting).map(({ number, title, paper }) => ({ number, title, paper })),
    };
  }

  /** What stands in the members’ channel about a meeting, where it says something else than the records do now. */
  function changesOf(posted: DeliveryRecord, known: readonly DeliveryRecord[], now: Date): Delivery[] {
    const meetingKey = /^meeting:(.+):agenda-published:members$/.exec(posted.key)?.[1];
    const meeting = published.records().meetings.find(({ key }) => key === meetingKey);
    if (
      !meeting ||
      meeting.date < clock.today() ||
      posted.state === "recalled" ||
      posted.state === "withdrawn"
    )
      return [];
    const updates = known.filter(({ act, of }) => act === "update" && of === posted.key);
    const last = updates.at(-1) ?? posted;
    const facts = agendaFacts(meeting);
    const written = JSON.stringify(facts);
    if (last.facts === undefined || last.facts === written) return [];
    const number = updates.length + 1;
    const card = drawMeeting(meeting, now);
    const update: Delivery = {
      key: `${posted.key}:update-${number}`,
      to: posted.to,
      act: "update",
      of: posted.key,
      card: JSON.stringify(card.json),
      text: card.text,
      facts: written,
    };
    const successor = successorOf(meeting);
    const words = agendaChangesInWords(
      JSON.parse(last.facts) as AgendaFacts,
      facts,
      successor ? writtenInFull(successor.date) : null,
    );
    if (words === "") return [update];
    const reply: Delivery = {
      key: `${posted.key}:reply-${number}`,
      to: posted.to,
      act: "reply",
      of: posted.key,
      card: "",
      text: `${bodyName(meeting.bodyKey)}, ${writtenInFull(meeting.date)}. ${words}`,
    };
    return [update, reply];
  }

  /** Digests to followers, which officers see before they go, and the messages of a Sunday. */
  function personalDeliveries(
    taken: ReadonlySet<string>,
    hold: HoldingBack,
    officersApproved: boolean,
    now: Date,
    today: CalendarDate,
  ): Delivery[] {
    const facts: DigestFacts = {
      records: published.records(),
      business: published.business(),
      follows: published.follows(),
      personByEntraId: published.personByEntraId,
    };
    if (facts.follows.length === 0) return [];
    const routine = { class: "routine", about: [] } as const;
    const afterQuiet = (at: Date): Date => {
      const from = mayGoOutFrom(routine, dateInLondon(at), timeInLondon(at), hold);
      return from ? instantInLondon(from.date, from.time) : at;
    };
    const personal = ({ key, person, inputs }: PersonalDigest, at: Date): Delivery => {
      const card = announcementCard.draw({ ...inputs, correctAt: now });
      const message = { card: JSON.stringify(card.json), text: card.text, notBefore: at.toISOString() };
      return { key, to: `person:${person}`, act: "post", ...message };
    };
    const fresh = ({ key }: PersonalDigest) => !taken.has(key);
    const digests = editionDigests(facts, today).filter(fresh);
    const goesAt = afterQuiet(new Date(now.getTime() + previewHours * 3_600_000));
    const sundays = sundayMessages(facts, today, timeInLondon(now)).filter(fresh);
    const deliveries = [
      ...digests.map((digest) => personal(digest, goesAt)),
      ...sundays.map((message) => personal(message, afterQuiet(now))),
    ];
    if (digests.length === 0) return deliveries;
    const words = `${timeInLondon(goesAt)}, ${writtenWithoutWeekday(dateInLondon(goesAt))}`;
    const preview = announcementCard.draw({ ...digestPreview(digests, words), correctAt: now });
    return [
      {
        key: `follow-preview:${fingerprint(digests.map(({ key }) => key))}:officers`,
        to: "channel:officers",
        act: "post",
        card: JSON.stringify(preview.json),
        text: preview.text,
        ...(officersApproved ? {} : { held: true as const }),
      },
      ...deliveries,
    ];
  }

  function holdingBack(settings: readonly CouncilSetting[]): HoldingBack {
    const value = (key: string) => settings.find((setting) => setting.key === key)?.value.trim();
    const quiet = /^(\d{2}:\d{2})\s*-\s*(\d{2}:\d{2})$/.exec(value(deliverySettings.quietHours) ?? "");
    const [from = "", to = ""] = (value(deliverySettings.preElection) ?? "").split(/\s+(?:to\s+)?/);
    const flagged = (value(deliverySettings.preElectionFlagged) ?? "").split(";").map((key) => key.trim());
    return {
      quiet: quiet?.[1] && quiet[2] ? { from: quiet[1], to: quiet[2] } : null,
      preElection:
        isCalendarDate(from) && isCalendarDate(to)
          ? { from, to, flagged: new Set(flagged.filter((key) => key !== "")) }
          : null,
    };
  }

  function digestOf(
    audience: Audience,
    cards: readonly { due: DueCard; card: Card }[],
    today: CalendarDate,
    now: Date,
  ): Card {
    const line = ({ due }: { due: DueCard }): string =>
      due.kind === "deadline"
        ? `${due.step}, ${bodyName(due.meeting.bodyKey)} on ${writtenShort(due.meeting.date)}: ${workingDaysInWords(due.workingDaysLeft).toLowerCase()}, ${due.owner}`
        : due.key;
    const late = cards.filter(({ due }) => due.kind === "deadline" && due.workingDaysLeft < 0);
    const others = cards.filter((one) => !late.includes(one));
    const what = audience === "officers" ? "deadlines" : "messages";
    return announcementCard.draw({
      status: `${cards.length} ${what}`,
      urgency: late.length > 0 ? "late" : "soon",
      title: writtenInFull(today),
      facts: [],
      groups: [
        { heading: "Late", lines: late.map(line) },
        { heading: "Due", lines: others.map(audience === "officers" ? line : ({ card }) => card.text) },
      ],
      correctAt: now,
    });
  }

  return {
    async plan(known) {
      const now = clock.now();
      const today = clock.today();
      const settings = published.settings();
      const hold = holdingBack(settings);
      const taken = new Set(known.map(({ key }) => key));
      const approved = (audience: Audience) =>
        /^yes\b/i.test(settings.find(({ key }) => key === deliverySettings.approved(audience))?.value ?? "");
      const fresh = dueCards(life(), today)
        .filter(({ key }) => !taken.has(key))
        .map((due) => ({ due, card: draw(due, now) }));

      const deliveries: Delivery[] = [];
      for (const audience of ["members", "officers"] as const) {
        const held = approved(audience) ? {} : ({ held: true } as const);
        const to: Target = `channel:${audience}`;
        const own = fresh.filter(({ due }) => due.audience === audience);
        const routine = own.filter(({ due }) => due.class === "routine");
        const asDigest = routine.length >= digestFrom;
        const digestKey = `digest:${audience}:${today}:${fingerprint(routine.map(({ due }) => due.key))}`;
        // The digest first: a crash after it leaves nobody untold.
        if (asDigest) {
          const card = digestOf(audience, routine, today, now);
          const from = mayGoOutFrom({ class: "routine", about: [] }, today, timeInLondon(now), hold);
          deliveries.push({
            key: digestKey,
            to,
            act: "post",
            card: JSON.stringify(card.json),
            text: card.text,
            ...(from ? { notBefore: instantInLondon(from.date, from.time).toISOString() } : {}),
            ...held,
          });
        }
        for (const { due, card } of own) {
          const from = mayGoOutFrom(due, today, timeInLondon(now), hold);
          deliveries.push({
            key: due.key,
            to,
            act: "post",
            card: JSON.stringify(card.json),
            text: card.text,
            ...(due.kind === "agenda-published" ? { facts: JSON.stringify(agendaFacts(due.meeting)) } : {}),
            ...(from ? { notBefore: instantInLondon(from.date, from.time).toISOString() } : {}),
            ...(asDigest && due.class === "routine" ? { coveredBy: digestKey } : held),
          });
        }
      }
      deliveries.push(...personalDeliveries(taken, hold, approved("officers"), now, today));
      const agendaKeys = new Set(published.records().meetings.map(({ key }) => agendaCardKey(key)));
      const posted = known.filter(({ key, act }) => act === "post" && agendaKeys.has(key));
      return [...deliveries, ...posted.flatMap((record) => changesOf(record, known, now))];
    },
  };
}
