import { toCalendarDate } from "../../../contracts/calendar-date.ts";
import type { ClosedDay } from "../../../rules/meetings/council-setting.ts";
import type { ListMapping } from "../list-mapping.ts";
import { bankHolidaysList } from "./columns.ts";

export const closedDays: ListMapping<ClosedDay, (typeof bankHolidaysList)["columns"]> = {
  list: bankHolidaysList,
  read: (row) => ({ key: row.Key, day: toCalendarDate(row.Key), name: row.DayName, kind: row.DayKind }),
  write: (closed) => ({ Key: closed.key, DayName: closed.name, DayKind: closed.kind }),
};
