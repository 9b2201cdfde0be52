import type { Answer, PublishedItem } from "../contracts/answer.ts";
import { writtenInFull } from "../rules/dates/written-dates.ts";
import type { AgendaItem, Meeting } from "../rules/meetings/meeting.ts";
import type { Answered, Turn } from "./ask-records.ts";
import { nothing } from "./fixed-answers.ts";
import { findMeeting, isHeld, publishedMeeting } from "./next-meeting.ts";
import type { Query } from "./query.ts";
import { stem, wordsOf } from "./question-words.ts";

/**
 * What is on a meeting’s agenda, with pages and papers, as far as it is published; null where the records hold no such
 * meeting, so that the plan may answer.
 */
export function agendaAnswer(query: Query, turn: Turn): Answered | null {
  const { records, today, memory, plan } = turn;
  const from = query.window?.from ?? today;
  const remembered = query.body === null && query.window === null ? memory.meeting : null;
  const found = remembered
    ? records.meetings.find(
        ({ date, bodyKey }) => date === remembered.date && bodyName(bodyKey, turn) === remembered.body,
      )
    : meetingFrom(query, turn);
  if (!found || (query.window && (found.date < from || found.date > query.window.to))) return null;
  const body = bodyName(found.bodyKey, turn);
  const published = publishedMeeting(found, body);
  const all = (records.business?.agendaItems ?? [])
    .filter(({ meetingKey }) => meetingKey === found.key)
    .sort((a, b) => a.number - b.number);
  const asked = query.topic.filter((word) => word.length > 1);
  const about = asked.length === 0 ? all : all.filter((item) => isAbout(item, asked));
  const shown = about.length > 0 ? about : all;
  const opening = `${body}, ${writtenInFull(found.date)}${found.time ? ` at ${found.time}` : ""}${found.venue ? `, ${found.venue}` : ""}`;
  const notFound =
    asked.length > 0 && about.length === 0 && all.length > 0
      ? ` Nothing on it is about ${asked.join(" ")}.`
      : "";
  const text =
    all.length === 0
      ? `${opening}: its agenda is not published yet.`
      : [
          `${opening}.${notFound}`,
          ...shown.map(agendaLine),
          `${papersLine(shown)}${found.publicAddress ? ` The papers: ${found.publicAddress}` : ""}`,
        ].join("\n");
  const keys = new Set(shown.flatMap(({ forwardPlanItemKey }) => forwardPlanItemKey ?? []));
  const items: PublishedItem[] = (plan?.items ?? []).filter(({ key }) => keys.has(key));
  const answer: Answer = {
    ...nothing("meeting.agenda", plan?.edition ?? null),
    items,
    meeting: published,
    window: { from: found.date, to: found.date },
    text,
  };
  return { answer, meeting: { body, date: found.date } };
}

function meetingFrom(query: Query, { records, today, plan }: Turn): Meeting | undefined {
  const found = findMeeting(query.body, query.window?.from ?? today, plan, records);
  return records.meetings.find(({ key }) => key === found?.meeting?.key);
}

function bodyName(key: string, { records }: Turn): string {
  return records.bodies.find((body) => body.key === key)?.name ?? key;
}

function isAbout({ title }: AgendaItem, asked: readonly string[]): boolean {
  const stems = new Set(wordsOf(title).map(stem));
  return asked.some((word) => stems.has(stem(word)));
}

/** “6 Library Hours, pages 15 to 58, part of it exempt (paragraph 3).” */
function agendaLine({ number, title, pageFrom, pageTo, paper, exemptParagraphs }: AgendaItem): string {
  const pages =
    pageFrom === undefined
      ? ""
      : pageTo === undefined || pageTo === pageFrom
        ? `, page ${pageFrom}`
        : `, pages ${pageFrom} to ${pageTo}`;
  const follows = paper === "ToFollow" ? ", report to follow" : "";
  const exempt = exemptParagraphs.length > 0 ? `, exempt by paragraph ${exemptParagraphs.join(" and ")}` : "";
  return `${number} ${title}${pages}${follows}${exempt}.`;
}

function papersLine(items: readonly AgendaItem[]): string {
  const follow = items.filter(({ paper }) => paper === "ToFollow").length;
  return follow === 0
    ? "The papers are out."
    : `The papers are out but for ${follow === 1 ? "one" : follow}.`;
}

/** The agendas of meetings of a scrutiny body in some days, apart from what the plan expects; empty when none is published. */
export function agendasInWords(query: Query, turn: Turn): string {
  const { records } = turn;
  const { window } = query;
  if (!window || query.areas.length === 0 || !records.business) return "";
  const lines = records.meetings
    .filter(({ date, state }) => date >= window.from && date <= window.to && isHeld(state))
    .filter(({ bodyKey }) => query.areas.some((area) => bodyName(bodyKey, turn).includes(area)))
    .flatMap((meeting) => {
      const items =
        records.business?.agendaItems.filter(({ meetingKey }) => meetingKey === meeting.key) ?? [];
      if (items.length === 0) return [];
      const titles = [...items]
        .sort((a, b) => a.number - b.number)
        .map(({ number, title }) => `${number} ${title}`);
      return [
        `The agenda of ${bodyName(meeting.bodyKey, turn)}, ${writtenInFull(meeting.date)}: ${titles.join("; ")}.`,
      ];
    });
  return lines.length > 0 ? ` ${lines.join(" ")}` : "";
}
