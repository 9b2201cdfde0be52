import { type CalendarDate, toCalendarDate } from "../contracts/calendar-date.ts";
import type { ForwardPlan } from "../rules/forward-plan/forward-plan.ts";
import type { Records, Turn } from "./ask-records.ts";
import { isHeld, nextMeetingDate } from "./next-meeting.ts";
import { learnNames, type PlanNames } from "./plan-names.ts";
import type { Knowledge } from "./reading.ts";

const learned = new WeakMap<readonly ForwardPlan[], PlanNames>();

/** Names from every edition held: what has gone may still be asked about. */
function namesOf(plans: readonly ForwardPlan[]): PlanNames {
  let names = learned.get(plans);
  if (!names) {
    names = learnNames(plans.flatMap((plan) => plan.items));
    learned.set(plans, names);
  }
  return names;
}

const lastDays = new WeakMap<ForwardPlan, CalendarDate>();

/** The last day that anything in an edition falls on, or its period ends. */
function lastDayOf(plan: ForwardPlan): CalendarDate {
  let last = lastDays.get(plan);
  if (last === undefined) {
    last = plan.edition.periodTo;
    for (const { decisions } of plan.items) for (const { to } of decisions) if (to > last) last = to;
    lastDays.set(plan, last);
  }
  return last;
}

const bodiesKnown = new WeakMap<readonly ForwardPlan[], Knowledge["bodies"]>();

/** The bodies on record, or those that a plan names as deciding: “Licensing and Regulatory Committee”. */
function bodiesOf({ bodies, plans }: Records): Knowledge["bodies"] {
  if (bodies.length > 0) return bodies;
  let known = bodiesKnown.get(plans);
  if (!known) {
    known = namesOf(plans)
      .decisionMakers.filter(({ name }) => /\b(?:committee|board|panel)$/i.test(name))
      .map(({ name }) => ({ name, aliases: [] }));
    bodiesKnown.set(plans, known);
  }
  return known;
}

type MeetingDays = Pick<Knowledge, "meetingDays" | "councilDays">;

const daysKnown = new WeakMap<Records["meetings"], MeetingDays>();

function meetingDaysOf({ meetings, bodies }: Records): MeetingDays {
  let known = daysKnown.get(meetings);
  if (!known) {
    const councils = new Set(bodies.filter(({ kind }) => kind === "Council").map(({ key }) => key));
    const held = meetings.filter(({ state }) => isHeld(state));
    const daysIn = (some: Records["meetings"]) => [...new Set(some.map(({ date }) => date))].sort();
    known = {
      meetingDays: daysIn(held),
      councilDays: daysIn(held.filter(({ bodyKey }) => councils.has(bodyKey))),
    };
    daysKnown.set(meetings, known);
  }
  return known;
}

export function knowledgeOf({ plan, records, today, asker: { myWard } }: Turn): Knowledge {
  return {
    today,
    names: namesOf(records.plans),
    bodies: bodiesOf(records),
    planFrom: plan?.edition.periodFrom ?? today,
    planTo: plan ? lastDayOf(plan) : toCalendarDate(`${Number(today.slice(0, 4)) + 1}-12-31`),
    ...meetingDaysOf(records),
    nextMeetingOf: (body) =>
      nextMeetingDate(body === "cabinet" ? "Cabinet" : "Council", today, plan, records),
    meetingOfIn: (body, { from, to }) => {
      const date = nextMeetingDate(body === "cabinet" ? "Cabinet" : "Council", from, plan, records);
      return date !== null && date <= to ? date : null;
    },
    ...(myWard === undefined ? {} : { myWard }),
  };
}
