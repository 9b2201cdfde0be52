import type { CalendarDate } from "../../contracts/calendar-date.ts";
import { workingDaysFrom } from "../dates/working-days.ts";
import type { Body, Meeting } from "../meetings/meeting.ts";
import { meetingDeadlines } from "../meetings/meeting-deadlines.ts";

/**
 * A card that the records make due. The key is deterministic: the same fact always has the same key, so a
 * restart or a second instance cannot post it twice.
 */
export type DueCard =
  | {
      readonly kind: "agenda-published";
      readonly key: string;
      readonly audience: "members";
      readonly meeting: Meeting;
    }
  | {
      readonly kind: "deadline";
      readonly key: string;
      readonly audience: "officers";
      readonly meeting: Meeting;
      readonly step: string;
      readonly owner: string;
      readonly due: CalendarDate;
      readonly workingDaysLeft: number;
      readonly reason: string;
    };

/** How many working days before an agenda must be published the officers are told. */
export const warnBefore = 3;

/**
 * The cards that are due on a day: an agenda card for each coming meeting whose agenda is published, for members;
 * a deadline card for each coming meeting whose agenda is not, from three working days before the last
 * publication day, for officers. Members never see what is not published or late.
 */
export function dueCards(
  meetings: readonly Meeting[],
  bodies: readonly Body[],
  today: CalendarDate,
): readonly DueCard[] {
  const cards: DueCard[] = [];
  for (const meeting of meetings) {
    if (meeting.date < today) continue;
    if (meeting.state === "AgendaPublished") {
      cards.push({
        kind: "agenda-published",
        key: `meeting:${meeting.key}:agenda-published:members`,
        audience: "members",
        meeting,
      });
    } else if (meeting.state === "Scheduled") {
      const body = bodies.find((candidate) => candidate.key === meeting.bodyKey);
      const deadlines = meetingDeadlines(meeting.date, { callInApplies: body?.callInApplies ?? false });
      const due = deadlines.lastPublicationDay;
      const left = workingDaysFrom(today, due);
      if (left > warnBefore) continue;
      cards.push({
        kind: "deadline",
        key: `deadline:${meeting.key}:publish-agenda:${due}:officers`,
        audience: "officers",
        meeting,
        step: "Publish the agenda",
        owner: "Committee officer",
        due,
        workingDaysLeft: left,
        reason: deadlines.because["lastPublicationDay"]?.reason ?? "",
      });
    }
  }
  return cards.sort((a, b) => a.meeting.date.localeCompare(b.meeting.date) || a.key.localeCompare(b.key));
}
