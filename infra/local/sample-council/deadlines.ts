import type { CalendarDate } from "../../../shared/contracts/calendar-date.ts";
import { addDays } from "../../../shared/rules/dates/calendar-arithmetic.ts";
import { type Deadline, deadlineKey } from "../../../shared/rules/meetings/deadline.ts";
import { type Meeting, takesKeyDecisions } from "../../../shared/rules/meetings/meeting.ts";
import { meetingDeadlines } from "../../../shared/rules/meetings/meeting-deadlines.ts";
import { sampleBodies } from "./bodies.ts";

const steps = [
  ["keyDecisionNoticeBy", "Committee officer"],
  ["callForContributions", "Committee officer"],
  ["sectionDrafts", "Report authors"],
  ["headOfServiceSignOff", "Heads of service"],
  ["toFinanceAndLegal", "Report authors"],
  ["financeAndLegalClearance", "Finance and legal"],
  ["cabinetMemberApproval", "Cabinet Members"],
  ["finalToDemocraticServices", "Report authors"],
  ["chairBriefing", "Chair and Monitoring Officer"],
] as const;

/** The steps towards the meetings to come that are behind the council; what was due in the last days is still open. */
export function sampleDeadlines(today: CalendarDate, meetings: readonly Meeting[]): Deadline[] {
  const settled = addDays(today, -3);
  return meetings
    .filter(({ date, state }) => date >= today && (state === "Scheduled" || state === "AgendaPublished"))
    .flatMap((meeting) => {
      const body = sampleBodies.find(({ key }) => key === meeting.bodyKey);
      const dates = meetingDeadlines(meeting.date, { callInApplies: body?.callInApplies ?? false });
      return steps.flatMap(([step, owner]): Deadline[] => {
        const due = dates[step];
        if (due > settled || (step === "keyDecisionNoticeBy" && body && !takesKeyDecisions(body))) return [];
        return [
          {
            key: deadlineKey(meeting.key, step),
            meetingKey: meeting.key,
            step,
            due,
            owner,
            state: "Met",
            changedBy: "Committee Officer",
            changedAt: `${due}T15:00:00.000Z`,
          },
        ];
      });
    });
}
