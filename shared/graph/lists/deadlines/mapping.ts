import { toCalendarDate } from "../../../contracts/calendar-date.ts";
import type { Deadline } from "../../../rules/meetings/deadline.ts";
import { held } from "../list-declaration.ts";
import type { ListMapping } from "../list-mapping.ts";
import { deadlinesList } from "./columns.ts";

export const deadlines: ListMapping<Deadline, (typeof deadlinesList)["columns"]> = {
  list: deadlinesList,
  read: (row) => ({
    key: row.Key,
    meetingKey: row.MeetingKey,
    step: row.Step,
    due: toCalendarDate(row.Due),
    owner: row.OwnerName,
    state: row.DeadlineState,
    ...held({
      reportKey: row.ReportKey,
      waivedReason: row.WaivedReason,
      changedBy: row.ChangedBy,
      changedAt: row.ChangedAt,
    }),
  }),
  write: (deadline) => ({
    Key: deadline.key,
    MeetingKey: deadline.meetingKey,
    Step: deadline.step,
    Due: deadline.due,
    OwnerName: deadline.owner,
    DeadlineState: deadline.state,
    ...held({
      ReportKey: deadline.reportKey,
      WaivedReason: deadline.waivedReason,
      ChangedBy: deadline.changedBy,
      ChangedAt: deadline.changedAt,
    }),
  }),
};
