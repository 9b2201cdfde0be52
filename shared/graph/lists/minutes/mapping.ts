import type { Minute } from "../../../rules/meetings/minutes.ts";
import { held } from "../list-declaration.ts";
import type { ListMapping } from "../list-mapping.ts";
import { minutesList } from "./columns.ts";

export const minutes: ListMapping<Minute, (typeof minutesList)["columns"]> = {
  list: minutesList,
  read: (row) => ({
    key: row.Key,
    meetingKey: row.MeetingKey,
    number: row.MinuteNumber,
    title: row.MinuteTitle ?? "",
    narrative: row.Narrative ?? "",
    state: row.MinuteState,
    ...held({ furtherTo: row.FurtherTo }),
  }),
  write: (minute) => ({
    Key: minute.key,
    MeetingKey: minute.meetingKey,
    MinuteNumber: minute.number,
    MinuteTitle: minute.title,
    Narrative: minute.narrative,
    MinuteState: minute.state,
    ...held({ FurtherTo: minute.furtherTo }),
  }),
};
