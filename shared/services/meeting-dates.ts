import type { CalendarDate } from "../contracts/calendar-date.ts";
import { BankHolidaysUnknown } from "../rules/dates/bank-holidays.ts";
import { writtenInFull } from "../rules/dates/written-dates.ts";
import type { BodyPractice } from "../rules/meetings/body-practice.ts";
import { type Body, takesKeyDecisions } from "../rules/meetings/meeting.ts";
import { type MeetingDeadlines, meetingDeadlines } from "../rules/meetings/meeting-deadlines.ts";
import { NoticePeriodUnknown } from "../rules/meetings/notice-periods.ts";
import type { PublishedRecords } from "./published-records.ts";

/** Says why the dates of a meeting cannot be worked out, in a sentence for a person. */
export class DatesUnknown extends Error {
  override readonly name = "DatesUnknown";
}

/**
 * Every deadline of a meeting, each with its reason.
 * @param practice what the body has settled for itself: call-in, offsets, closed days.
 * @param published the day the decisions were published; without it the last two dates are a forecast.
 * @throws {DatesUnknown} when a date lies outside the data of bank holidays or notice periods.
 */
export function datesOfMeeting(
  meeting: CalendarDate,
  practice: BodyPractice,
  published?: CalendarDate,
): MeetingDeadlines {
  try {
    return meetingDeadlines(meeting, practice, published);
  } catch (cause) {
    if (cause instanceof BankHolidaysUnknown || cause instanceof NoticePeriodUnknown) {
      throw new DatesUnknown(cause.message, { cause });
    }
    throw cause;
  }
}

/**
 * What a body has settled for itself, from the records.
 * @throws {DatesUnknown} naming the bodies there are, when there is none of that key.
 */
export async function practiceOfBody(key: string, published: PublishedRecords): Promise<BodyPractice> {
  await published.refresh();
  const { bodies } = published.records();
  const body = bodies.find((candidate) => candidate.key === key.toUpperCase());
  if (body) return published.practiceOf(body.key);
  const known = bodies
    .map((candidate) => candidate.key)
    .sort()
    .join(", ");
  throw new DatesUnknown(
    `There is no body ${key} in the records. ${known === "" ? "They hold no bodies yet." : `They hold ${known}.`}`,
  );
}

/** Every deadline of a meeting with its name for people, in the order of the cycle. */
export const deadlineSteps: readonly (readonly [keyof MeetingDeadlines & string, string])[] = [
  ["keyDecisionNoticeBy", "Notice of key decisions by"],
  ["callForContributions", "Call for contributions"],
  ["sectionDrafts", "Section drafts"],
  ["headOfServiceSignOff", "Head of service sign-off"],
  ["toFinanceAndLegal", "To finance and legal"],
  ["financeAndLegalClearance", "Finance and legal clearance"],
  ["cabinetMemberApproval", "Cabinet Member approval"],
  ["finalToDemocraticServices", "Final to Democratic Services"],
  ["chairBriefing", "Chair briefing"],
  ["lastPublicationDay", "Publish the agenda by"],
  ["minutesDue", "Minutes due"],
  ["callInExpires", "Call-in expires"],
  ["effective", "Decisions take effect"],
];

/** The deadlines as lines of plain text: what, when, why. */
export function datesInWords(deadlines: MeetingDeadlines): string {
  return [
    `Meeting on ${writtenInFull(deadlines.meeting)}`,
    ...deadlineSteps.map(([step, words]) => {
      const date = deadlines[step] as CalendarDate | null;
      const when = date !== null ? writtenInFull(date) : step === "effective" ? "at once" : "no call-in";
      return `  ${words.padEnd(30)}${when.padEnd(30)}${deadlines.because[step]?.reason ?? ""}`;
    }),
  ].join("\n");
}

/** The deadlines that a meeting of a body has: without the notice of key decisions where it takes none. */
export function stepsFor(body: Body | undefined): typeof deadlineSteps {
  const keyDecisions = body === undefined || takesKeyDecisions(body);
  return keyDecisions ? deadlineSteps : deadlineSteps.filter(([step]) => step !== "keyDecisionNoticeBy");
}
