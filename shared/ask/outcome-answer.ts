import type { Answer, PublishedItem } from "../contracts/answer.ts";
import type { CalendarDate } from "../contracts/calendar-date.ts";
import { writtenInFull } from "../rules/dates/written-dates.ts";
import {
  type Decision,
  individualDecisionInWords,
  isIndividual,
  type Minute,
  matterOf,
} from "../rules/meetings/minutes.ts";
import type { Records } from "./ask-records.ts";
import { nothing } from "./fixed-answers.ts";
import { stem, wordsOf } from "./question-words.ts";

/**
 * What was decided on an item, by whom, under which minute or by one person alone, and whether it can still be called
 * in; null where the published records hold no decision on it.
 */
export function outcomeAnswer(
  topic: readonly string[],
  items: readonly PublishedItem[],
  records: Records,
  today: CalendarDate,
  edition: Answer["edition"],
): Answer | null {
  const { business } = records;
  if (!business) return null;
  const keys = new Set(items.map(({ key }) => key));
  const minutes = new Map(business.minutes.map((minute) => [minute.key, minute]));
  const about = topic.filter((word) => word.length > 1).map(stem);
  const decisions = business.decisions.filter((decision) => {
    if (decision.forwardPlanItemKey !== undefined && keys.has(decision.forwardPlanItemKey)) return true;
    const title = isIndividual(decision) ? decision.title : (minutes.get(decision.minuteKey)?.title ?? "");
    const stems = new Set(wordsOf(title).map(stem));
    return about.length > 0 && about.every((word) => stems.has(word));
  });
  if (decisions.length === 0) return null;
  const lines = [...Map.groupBy(decisions, matterOf)].map(([key, parts]) =>
    outcomeOf(minutes.get(key), parts, records, today),
  );
  return { ...nothing("decision.outcome", edition), items, text: lines.join("\n") };
}

function outcomeOf(
  minute: Minute | undefined,
  parts: readonly Decision[],
  { meetings, bodies }: Records,
  today: CalendarDate,
): string {
  const rest = `${partsInWords(parts)} ${callInOf(parts, today)}`.trim();
  const [first] = parts;
  if (first && isIndividual(first)) return `${individualDecisionInWords(first)}. ${rest}`;
  const meeting = meetings.find(({ key }) => key === first?.meetingKey);
  const body = bodies.find(({ key }) => key === meeting?.bodyKey)?.name ?? meeting?.bodyKey ?? "The council";
  const when = meeting ? ` on ${writtenInFull(meeting.date)}` : "";
  return `${minute ? `${minute.title}: decided` : "Decided"} by ${body}${when}${minute ? `, minute ${minute.number}` : ""}. ${rest}`;
}

/** “(1) the scheme be adopted; (2) …”: the parts of a decision in their order. */
export function partsInWords(parts: readonly Decision[]): string {
  return parts.map(({ part, text }) => `${part === "" ? "" : `${part} `}${text}`).join(" ");
}

/** Whether decisions of one matter can still be called in on a day. */
export function callInOf(parts: readonly Decision[], today: CalendarDate): string {
  const calledIn = parts.find(({ state }) => state === "CalledIn");
  if (calledIn) return "It has been called in.";
  const open = parts.find(
    ({ callIn, callInExpires }) =>
      callIn === "Subject" && callInExpires !== undefined && callInExpires >= today,
  );
  if (open?.callInExpires) return `It can be called in until ${writtenInFull(open.callInExpires)}.`;
  const subject = parts.find(({ callIn }) => callIn === "Subject");
  if (!subject) return "It is not subject to call-in.";
  if (subject.callInExpires === undefined)
    return "It is subject to call-in; the day that closes is not on record yet.";
  const effective = subject.effectiveFrom
    ? ` and it took effect on ${writtenInFull(subject.effectiveFrom)}`
    : "";
  return `The time to call it in ended on ${writtenInFull(subject.callInExpires)}${effective}.`;
}
