import { type CalendarDate, toCalendarDate } from "../../../shared/contracts/calendar-date.ts";
import { addWorkingDays } from "../../../shared/rules/dates/working-days.ts";
import { draftNotice } from "../../../shared/rules/meetings/draft-notice.ts";
import type { Notice } from "../../../shared/rules/meetings/notice.ts";
import { sampleCounting } from "./closed-days.ts";
import { publishBy, type SampleMeetings } from "./meetings.ts";

/**
 * Two notices: a general exception, published for the Cabinet’s coming meeting in time, and a special urgency that
 * the committee officer has begun and nobody has agreed to yet.
 * @param council its name, as notices are headed.
 */
export function sampleNotices(
  today: CalendarDate,
  { meetings }: SampleMeetings,
  council: string,
): readonly Notice[] {
  const [coming, following] = meetings.filter(({ bodyKey, date }) => bodyKey === "CAB" && date > today);
  if (!coming || !following) throw new Error("The sample council has no coming meetings of the Cabinet.");
  const before = addWorkingDays(today, -1, sampleCounting);
  const last = publishBy(coming.date);
  const exception = draftNotice("GeneralException", {
    council,
    meeting: coming,
    decisionMaker: "Cabinet",
    matter: "Grant for Flood Repairs at Three Schools",
    reason:
      "The grant was offered after the plan was published, and the offer lapses before the next edition could be in force.",
    agreedBy:
      "the Chair of the Overview and Scrutiny Committee (Children's Services and Safeguarding), who was told",
    agreedOn: last < before ? last : before,
  });
  const urgency = draftNotice("SpecialUrgency", {
    council,
    meeting: following,
    decisionMaker: "Cabinet",
    matter: "Temporary Closure of the Swing Bridge",
    reason: "Inspectors have found a crack in a bearing; a contract for the repair cannot wait.",
    agreedBy: "nobody yet: the chair of the scrutiny committee is being asked",
  });
  const { agreedBy: _nobody, ...draft } = urgency;
  return [
    { ...exception, publishedOn: toCalendarDate(exception.agreedOn ?? before), state: "Published" },
    { ...draft, state: "Draft" },
  ];
}
