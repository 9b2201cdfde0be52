import { parseArgs } from "node:util";
import {
  type CalendarDate,
  InvalidCalendarDate,
  toCalendarDate,
} from "../../../shared/contracts/calendar-date.ts";
import {
  DatesUnknown,
  datesInWords,
  datesOfMeeting,
  practiceOfBody,
} from "../../../shared/services/meeting-dates.ts";
import { type CliContext, Failed, WrongUsage } from "../cli-context.ts";

export const name = "dates";
export const usage =
  "dates --meeting YYYY-MM-DD[,YYYY-MM-DD…] [--body KEY] [--published YYYY-MM-DD] [--json]";

/** Every deadline of one meeting or several, each with its reason. Without --body the body is Cabinet. */
export async function run(args: string[], context: CliContext): Promise<void> {
  const { values } = readArguments(args);
  if (values.meeting === undefined)
    throw new WrongUsage("Give the day of the meeting: --meeting 2026-12-08.");
  const meetings = values.meeting.split(",").map((text) => readDate(text.trim(), "--meeting"));
  const published = values.published === undefined ? undefined : readDate(values.published, "--published");
  for (const meeting of meetings) {
    if (published !== undefined && published < meeting) {
      throw new WrongUsage(
        `Decisions cannot be published on ${published}, before the meeting of ${meeting}.`,
      );
    }
  }
  try {
    const practice =
      values.body === undefined
        ? { callInApplies: true }
        : await practiceOfBody(values.body, (await context.services()).published);
    const deadlines = meetings.map((meeting) => datesOfMeeting(meeting, practice, published));
    const [only] = deadlines;
    if (values.json) context.out(`${JSON.stringify(deadlines.length === 1 ? only : deadlines, null, 2)}\n`);
    else context.out(`${deadlines.map(datesInWords).join("\n\n")}\n`);
  } catch (cause) {
    if (cause instanceof DatesUnknown) throw new Failed(cause.message, { cause });
    throw cause;
  }
}

function readArguments(args: string[]) {
  try {
    return parseArgs({
      args,
      options: {
        meeting: { type: "string" },
        body: { type: "string" },
        published: { type: "string" },
        json: { type: "boolean" },
      },
    });
  } catch (cause) {
    throw new WrongUsage(cause instanceof Error ? cause.message : String(cause), { cause });
  }
}

function readDate(text: string, option: string): CalendarDate {
  try {
    return toCalendarDate(text);
  } catch (cause) {
    if (cause instanceof InvalidCalendarDate) throw new WrongUsage(`${option}: ${cause.message}`, { cause });
    throw cause;
  }
}
