import { answerQuestion } from "../ask/answer-question.ts";
import type { Records } from "../ask/ask-records.ts";
import { editionBefore, planChanges } from "../ask/plan-changes.ts";
import type { AnnouncementInputs } from "../cards/announcement/card.ts";
import { allWards, type PlanChange } from "../contracts/answer.ts";
import type { CalendarDate } from "../contracts/calendar-date.ts";
import { addDays, dayOfWeek, daysFrom } from "../rules/dates/calendar-arithmetic.ts";
import { writtenInFull, writtenShort, writtenWithoutWeekday } from "../rules/dates/written-dates.ts";
import { editionOn, type ForwardPlan, inPlanOrder } from "../rules/forward-plan/forward-plan.ts";
import type { CouncilBusiness } from "../rules/meetings/council-business.ts";
import type { Follow } from "../rules/people/following.ts";
import type { Person } from "../rules/people/person.ts";

/** What digests are made of. */
export interface DigestFacts {
  readonly records: Records;
  readonly business: CouncilBusiness;
  readonly follows: readonly Follow[];
  personByEntraId(id: string): Person | null;
}

/** A message for one person. */
export interface PersonalDigest {
  readonly key: string;
  readonly person: string;
  readonly inputs: Omit<AnnouncementInputs, "correctAt">;
}

/** Days for which a new edition is news. */
const newsFor = 3;
/** The hour on Sunday from which the week’s message goes out, on the clocks of England. */
const sundayHour = "17:00";

/** The edition that followers are told of on a day, with what it changed; null when there is no news. */
function newsOf(
  { plans }: Records,
  today: CalendarDate,
): { plan: ForwardPlan; before: ForwardPlan; changes: readonly PlanChange[] } | null {
  const plan = editionOn(plans, today);
  if (!plan || daysFrom(plan.edition.publishedOn, today) > newsFor) return null;
  const before = editionBefore(plans, plan);
  return before ? { plan, before, changes: planChanges(plan, before, true) } : null;
}

/**
 * One digest for each follower whom a new edition concerns: what of the changed items their topics find. A topic is
 * read as a question, so it means what it means when it is asked.
 */
export function editionDigests(facts: DigestFacts, today: CalendarDate): PersonalDigest[] {
  const news = newsOf(facts.records, today);
  if (!news) return [];
  const { plan, before, changes } = news;
  const found = new Map<string, ReadonlySet<string>>();
  /** Keys of the items that a topic finds, in the new edition and in the one before (for what has gone). */
  const keysFor = (topic: string, person: string): ReadonlySet<string> => {
    const ward = facts.personByEntraId(person)?.ward;
    const name = `${topic}|${/\bmy\b/i.test(topic) ? person : ""}`;
    const known = found.get(name);
    if (known) return known;
    const asker = ward === undefined ? {} : { myWard: ward };
    const keys = new Set(
      [plan, before].flatMap((one) =>
        answerQuestion(
          topic,
          { ...facts.records, plans: [one] },
          one.edition.publishedOn,
          asker,
        ).answer.items.map(({ key }) => key),
      ),
    );
    found.set(name, keys);
    return keys;
  };
  const byPerson = Map.groupBy(
    facts.follows.filter(({ kind, muted }) => kind === "topic" && !muted),
    ({ person }) => person,
  );
  return [...byPerson].flatMap(([person, follows]): PersonalDigest[] => {
    const groups = follows
      .map(({ topic }) => {
        const keys = keysFor(topic, person);
        return { heading: topic, lines: changes.filter(({ item }) => keys.has(item.key)).map(changeInWords) };
      })
      .filter(({ lines }) => lines.length > 0);
    if (groups.length === 0) return [];
    const { edition } = plan;
    return [
      {
        key: `follow:${edition.key}:${edition.publishedOn}:${person}`,
        person,
        inputs: {
          status: "What you follow has changed",
          urgency: "calm",
          title: `Forward Plan for ${writtenWithoutWeekday(edition.periodFrom)} to ${writtenWithoutWeekday(edition.periodTo)}`,
          facts: [],
          groups,
          note: "Say “mute” for a pause, or “stop” to end these messages.",
          ...(edition.address ? { address: { title: "Open the plan", url: edition.address } } : {}),
        },
      },
    ];
  });
}

/** What officers see before the digests go: topics and numbers, and nobody’s name. */
export function digestPreview(
  digests: readonly PersonalDigest[],
  goesAt: string,
): Omit<AnnouncementInputs, "correctAt"> {
  const topics = new Map<string, { people: number; lines: readonly string[] }>();
  for (const { inputs } of digests)
    for (const { heading, lines } of inputs.groups)
      topics.set(heading, { people: (topics.get(heading)?.people ?? 0) + 1, lines });
  return {
    status: "Digests to followers",
    urgency: "calm",
    title: `${digests.length} ${digests.length === 1 ? "person is" : "people are"} told at ${goesAt}`,
    facts: [],
    groups: [...topics].map(([topic, { people, lines }]) => ({
      heading: `“${topic}”, ${people} ${people === 1 ? "person" : "people"}`,
      lines,
    })),
    note: "They can be withdrawn until then under Deliveries.",
  };
}

function changeInWords({ kind, item, move }: PlanChange): string {
  const [first] = item.decisions;
  switch (kind) {
    case "new":
      return first
        ? `New: ${item.title}, ${first.decisionMaker}, ${writtenShort(first.from)}`
        : `New: ${item.title}`;
    case "later":
    case "earlier":
      return move
        ? `${item.title}: moved from ${writtenShort(move.from)} to ${writtenShort(move.to)}`
        : `${item.title}: moved`;
    case "secrecy":
      return `${item.title}: now ${item.secrecy === "open" ? "open" : item.secrecy.replace("-", " ")}`;
    default:
      return `No longer listed: ${item.title}`;
  }
}

/** The one message of a Sunday: my meetings of the week, my pages, and what touches my ward. */
export function sundayMessages(facts: DigestFacts, today: CalendarDate, time: string): PersonalDigest[] {
  if (dayOfWeek(today) !== 7 || time < sundayHour) return [];
  const [from, to] = [addDays(today, 1), addDays(today, 7)];
  const { records, business } = facts;
  const plan = editionOn(records.plans, today);
  return facts.follows
    .filter(({ kind, muted }) => kind === "sunday" && !muted)
    .map(({ person }) => {
      const who = facts.personByEntraId(person);
      const meetings = records.meetings
        .filter(
          ({ bodyKey, date, state }) =>
            (who?.seats.includes(bodyKey) ?? false) &&
            date >= from &&
            date <= to &&
            state !== "Cancelled" &&
            state !== "Rearranged",
        )
        .sort((a, b) => a.date.localeCompare(b.date) || (a.time ?? "").localeCompare(b.time ?? ""));
      const ward = who?.ward;
      const touching =
        plan && ward !== undefined
          ? inPlanOrder(
              plan.items.filter(
                ({ wards, decisions }) =>
                  wards.includes(ward) &&
                  !wards.includes(allWards) &&
                  decisions.some((decision) => decision.to >= today && decision.from <= addDays(today, 42)),
              ),
            )
          : [];
      return {
        key: `sunday:${today}:${person}`,
        person,
        inputs: {
          status: "Your week",
          urgency: "calm",
          title: `${writtenWithoutWeekday(from)} to ${writtenWithoutWeekday(to)}`,
          facts: [],
          groups: [
            ...meetings.map((meeting) => {
              const name = records.bodies.find(({ key }) => key === meeting.bodyKey)?.name ?? meeting.bodyKey;
              const at = `${writtenInFull(meeting.date)}${meeting.time ? ` at ${meeting.time}` : ""}`;
              const lines = business.agendaItems
                .filter(({ meetingKey }) => meetingKey === meeting.key)
                .sort((a, b) => a.number - b.number)
                .map(({ number, title, pageFrom, pageTo, paper }) => {
                  const pages =
                    paper === "ToFollow"
                      ? ", to follow"
                      : pageFrom === undefined
                        ? ""
                        : `, pages ${pageFrom}${pageTo === undefined ? " on" : ` to ${pageTo}`}`;
                  return `${number}. ${title}${pages}`;
                });
              return {
                heading: `${name}, ${at}`,
                lines: lines.length > 0 ? lines : ["The agenda is not out yet."],
              };
            }),
            ...(ward === undefined
              ? []
              : [
                  {
                    heading: `In ${ward}, in the next six weeks`,
                    lines: touching.map(({ title, decisions }) => {
                      const [first] = decisions;
                      return first ? `${title}, ${first.decisionMaker}, ${writtenShort(first.from)}` : title;
                    }),
                  },
                ]),
          ],
          note:
            meetings.length > 0
              ? "Say “stop the Sunday message” to end it."
              : "You have no meetings this week. Say “stop the Sunday message” to end it.",
        },
      };
    });
}
