import type { CalendarDate } from "../../contracts/calendar-date.ts";
import { addDays, daysFrom } from "../dates/calendar-arithmetic.ts";
import { addWorkingDays, workingDaysFrom } from "../dates/working-days.ts";
import type { ForwardPlan } from "../forward-plan/forward-plan.ts";
import type { BodyPractice } from "../meetings/body-practice.ts";
import type { CouncilBusiness } from "../meetings/council-business.ts";
import type { Body, Meeting } from "../meetings/meeting.ts";
import { agendaPublication } from "../meetings/meeting-deadlines.ts";
import {
  type Decision,
  type IndividualDecision,
  isIndividual,
  type Minute,
  matterOf,
} from "../meetings/minutes.ts";

/**
 * Whether quiet hours and an officer’s flag before an election may hold a card back. A statutory notice is never
 * held back.
 */
export type CardClass = "statutory" | "routine";

interface Due {
  /** Deterministic: the same fact always has the same key, so a restart or a second instance cannot post it twice. */
  readonly key: string;
  readonly audience: "members" | "officers";
  readonly class: CardClass;
  /** Keys of the records it speaks of: what an officer’s flag may name. */
  readonly about: readonly string[];
}

/** A card that the records make due. */
export type DueCard = Due &
  (
    | { readonly kind: "agenda-published"; readonly meeting: Meeting }
    | { readonly kind: "meeting-tomorrow"; readonly meeting: Meeting }
    | {
        readonly kind: "deadline";
        readonly meeting: Meeting;
        readonly step: string;
        readonly owner: string;
        readonly due: CalendarDate;
        readonly workingDaysLeft: number;
        readonly reason: string;
      }
    | { readonly kind: "edition-published"; readonly plan: ForwardPlan }
    | {
        readonly kind: "call-in-open" | "call-in-closing" | "decision-effective";
        readonly taken: DecisionTaken;
        readonly decisions: readonly Decision[];
        readonly expires: CalendarDate | null;
        readonly effective: CalendarDate;
      }
  );

/** Where the decisions of a card were taken: at a meeting, under a minute, or by one person. */
export type DecisionTaken =
  | { readonly by: "meeting"; readonly meeting: Meeting; readonly minute: Minute }
  | { readonly by: "person"; readonly decision: IndividualDecision };

/** What the clock looks at. */
export interface CouncilLife {
  readonly meetings: readonly Meeting[];
  readonly bodies: readonly Body[];
  readonly plans: readonly ForwardPlan[];
  readonly business: CouncilBusiness;
  practiceOf(bodyKey: string): BodyPractice;
}

/** How many working days before an agenda must be published the officers are told. */
export const warnBefore = 3;
/** Working days after a missed deadline on which it is told again, and to whom. */
const escalation: readonly { readonly after: number; readonly to: string }[] = [
  { after: 1, to: "Committee officer and Democratic Services Manager" },
  { after: 2, to: "Democratic Services Manager and Monitoring Officer" },
  { after: 4, to: "Monitoring Officer and Chief Executive" },
];
/** Days before a meeting beyond which its agenda cannot be due. */
const farOff = 42;
/** Days for which a new fact is news: what is older when the product first sees it is history. */
const newsFor = 3;

/**
 * The cards that are due on a day. Members are told what is published: agendas, meetings, editions, decisions.
 * Officers are told what must be done and what is late; members never see that.
 */
export function dueCards(life: CouncilLife, today: CalendarDate): readonly DueCard[] {
  const cards = [
    ...life.meetings
      .filter(({ date }) => date >= today)
      .flatMap((meeting) => ofMeeting(meeting, life, today)),
    ...ofEdition(life.plans, today),
    ...ofDecisions(life, today),
  ];
  return cards.sort((a, b) => orderOf(a).localeCompare(orderOf(b)) || a.key.localeCompare(b.key));
}

function orderOf(card: DueCard): string {
  if (card.kind === "edition-published") return card.plan.edition.publishedOn;
  if (!("taken" in card)) return card.meeting.date;
  return card.taken.by === "meeting" ? card.taken.meeting.date : card.taken.decision.decidedOn;
}

function ofMeeting(meeting: Meeting, life: CouncilLife, today: CalendarDate): DueCard[] {
  const practice = life.practiceOf(meeting.bodyKey);
  if (meeting.state === "AgendaPublished") {
    const cards: DueCard[] = [
      {
        kind: "agenda-published",
        key: agendaCardKey(meeting.key),
        audience: "members",
        class: "statutory",
        about: [meeting.key],
        meeting,
      },
    ];
    if (today >= addWorkingDays(meeting.date, -1, practice.counting) && today < meeting.date)
      cards.push({
        kind: "meeting-tomorrow",
        key: `meeting:${meeting.key}:tomorrow:members`,
        audience: "members",
        class: "routine",
        about: [meeting.key],
        meeting,
      });
    return cards;
  }
  // No agenda is due so long before its meeting, whatever holidays lie between.
  if (meeting.state !== "Scheduled" || daysFrom(today, meeting.date) > farOff) return [];
  return ofPublication(meeting, agendaPublication(meeting.date, practice), practice, today);
}

/** The key of a meeting’s agenda card: one card a meeting, updated in place. */
export function agendaCardKey(meetingKey: string): string {
  return `meeting:${meetingKey}:agenda-published:members`;
}

function ofPublication(
  meeting: Meeting,
  { publishBy: due, because }: ReturnType<typeof agendaPublication>,
  { counting }: BodyPractice,
  today: CalendarDate,
): DueCard[] {
  const left = workingDaysFrom(today, due, counting);
  if (left > warnBefore) return [];
  const step = "Publish the agenda";
  const told = escalation.findLast(({ after }) => -left >= after);
  const key = `deadline:${meeting.key}:publish-agenda:${due}`;
  return [
    {
      kind: "deadline",
      key: left >= 0 ? `${key}:officers` : `${key}:late-${told?.after ?? 0}:officers`,
      audience: "officers",
      class: "routine",
      about: [meeting.key],
      meeting,
      step,
      owner: told?.to ?? "Committee officer",
      due,
      workingDaysLeft: left,
      reason: because.reason,
    },
  ];
}

function ofEdition(plans: readonly ForwardPlan[], today: CalendarDate): DueCard[] {
  return plans
    .filter(({ edition }) => edition.publishedOn <= today && daysFrom(edition.publishedOn, today) <= newsFor)
    .map((plan) => ({
      kind: "edition-published",
      key: `plan:${plan.edition.key}:published-${plan.edition.publishedOn}:members`,
      audience: "members",
      class: "statutory",
      about: [plan.edition.key],
      plan,
    }));
}

/** One card for the decisions of a minute that share their call-in, and one for each that a person took alone. */
function ofDecisions({ meetings, business }: CouncilLife, today: CalendarDate): DueCard[] {
  const cards: DueCard[] = [];
  const byMatter = Map.groupBy(
    business.decisions.filter(({ callIn, publishedOn }) => callIn === "Subject" && publishedOn !== undefined),
    (decision) => `${matterOf(decision)}|${decision.callInExpires ?? ""}`,
  );
  for (const decisions of byMatter.values()) {
    const [first] = decisions;
    const taken = first && takenOf(first, meetings, business.minutes);
    if (!first || !taken) continue;
    const { publishedOn, callInExpires: expires, effectiveFrom: effective } = first;
    if (!publishedOn || !expires || !effective) continue;
    const matter = matterOf(first);
    const calledIn = decisions.some(
      ({ state }) => state !== "Published" && state !== "InCallIn" && state !== "Effective",
    );
    const about = [matter, ...decisions.flatMap(({ forwardPlanItemKey }) => forwardPlanItemKey ?? [])];
    const common = { audience: "members", about, taken, decisions, expires, effective } as const;
    if (calledIn) continue;
    if (today >= publishedOn && today < expires && daysFrom(publishedOn, today) <= newsFor)
      cards.push({
        ...common,
        kind: "call-in-open",
        class: "statutory",
        key: `decision:${matter}:call-in-open:members`,
      });
    if (today === expires)
      cards.push({
        ...common,
        kind: "call-in-closing",
        class: "routine",
        key: `decision:${matter}:call-in-closing-${expires}:members`,
      });
    if (today >= effective && daysFrom(effective, today) <= newsFor)
      cards.push({
        ...common,
        kind: "decision-effective",
        class: "routine",
        key: `decision:${matter}:effective-${effective}:members`,
      });
  }
  return cards;
}

function takenOf(
  decision: Decision,
  meetings: readonly Meeting[],
  minutes: readonly Minute[],
): DecisionTaken | null {
  if (isIndividual(decision)) return { by: "person", decision };
  const meeting = meetings.find(({ key }) => key === decision.meetingKey);
  const minute = minutes.find(({ key }) => key === decision.minuteKey);
  return meeting && minute ? { by: "meeting", meeting, minute } : null;
}

/** When routine cards may go out. */
export interface QuietHours {
  /** `HH:MM`: from this hour in the evening… */
  readonly from: string;
  /** …to this hour in the morning. */
  readonly to: string;
}

/** What may hold a routine card back. */
export interface HoldingBack {
  readonly quiet: QuietHours | null;
  /** The period before an election, and the records that an officer has flagged for it. */
  readonly preElection: {
    readonly from: CalendarDate;
    readonly to: CalendarDate;
    readonly flagged: ReadonlySet<string>;
  } | null;
}

/**
 * From which day and time a card may go out: at once, or when quiet hours end, or after the election. Statutory
 * notices go at once, always.
 * @param time `HH:MM` on the clocks of England.
 */
export function mayGoOutFrom(
  card: Pick<DueCard, "class" | "about">,
  today: CalendarDate,
  time: string,
  { quiet, preElection }: HoldingBack,
): { readonly date: CalendarDate; readonly time: string } | null {
  if (card.class === "statutory") return null;
  if (
    preElection &&
    today >= preElection.from &&
    today <= preElection.to &&
    card.about.some((key) => preElection.flagged.has(key))
  )
    return { date: addDays(preElection.to, 1), time: quiet?.to ?? "08:00" };
  if (!quiet) return null;
  const overnight = quiet.from > quiet.to;
  if (overnight ? time >= quiet.from : time >= quiet.from && time < quiet.to)
    return { date: overnight ? addDays(today, 1) : today, time: quiet.to };
  if (overnight && time < quiet.to) return { date: today, time: quiet.to };
  return null;
}

/** Whether several routine cards for one audience become one digest. */
export const digestFrom = 4;

/** The facts of an agenda card whose change people are told of: an edited card notifies nobody. */
export interface AgendaFacts {
  readonly date: string;
  readonly time: string;
  readonly venue: string;
  readonly state: string;
  readonly papers: readonly { readonly number: number; readonly title: string; readonly paper: string }[];
}

/** What changed on an agenda card, in short sentences for a reply below it; empty when nothing that matters did. */
export function agendaChangesInWords(
  before: AgendaFacts,
  after: AgendaFacts,
  movedTo: string | null,
): string {
  const said: string[] = [];
  if (before.state !== after.state && after.state === "Cancelled") said.push("This meeting is cancelled.");
  if (before.state !== after.state && after.state === "Rearranged")
    said.push(
      movedTo === null ? "This meeting has been moved." : `This meeting has been moved to ${movedTo}.`,
    );
  if (before.time !== after.time && after.time !== "") said.push(`It now begins at ${after.time}.`);
  if (before.venue !== after.venue && after.venue !== "") said.push(`It is now held in ${after.venue}.`);
  const old = new Map(before.papers.map((item) => [item.number, item]));
  for (const item of after.papers) {
    const was = old.get(item.number);
    if (!was) said.push(`Item ${item.number}, ${item.title}, has been added.`);
    else if (was.paper === "ToFollow" && item.paper === "Attached")
      said.push(`The report for item ${item.number}, ${item.title}, is out.`);
    else if (was.title !== item.title) said.push(`Item ${item.number} is now: ${item.title}.`);
  }
  for (const item of before.papers)
    if (!after.papers.some(({ number }) => number === item.number))
      said.push(`Item ${item.number}, ${item.title}, has been taken off.`);
  return said.join(" ");
}
