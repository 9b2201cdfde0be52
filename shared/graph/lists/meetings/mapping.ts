import { toCalendarDate } from "../../../contracts/calendar-date.ts";
import type { Meeting } from "../../../rules/meetings/meeting.ts";
import type { ListMapping } from "../list-mapping.ts";
import { meetingsList } from "./columns.ts";

export const meetings: ListMapping<Meeting, (typeof meetingsList)["columns"]> = {
  list: meetingsList,
  read: (row) => ({
    key: row.Key,
    bodyKey: row.BodyKey,
    date: toCalendarDate(row.MeetingDate),
    municipalYear: row.MunicipalYear,
    state: row.MeetingState,
    ...(row.MeetingTime !== undefined ? { time: row.MeetingTime } : {}),
    ...(row.Venue !== undefined ? { venue: row.Venue } : {}),
    ...(row.AgendaPublishedAt !== undefined ? { agendaPublishedAt: row.AgendaPublishedAt } : {}),
    ...(row.PublicAddress !== undefined ? { publicAddress: row.PublicAddress } : {}),
  }),
  write: (meeting) => ({
    Key: meeting.key,
    BodyKey: meeting.bodyKey,
    MeetingDate: meeting.date,
    MunicipalYear: meeting.municipalYear,
    MeetingState: meeting.state,
    ...(meeting.time !== undefined ? { MeetingTime: meeting.time } : {}),
    ...(meeting.venue !== undefined ? { Venue: meeting.venue } : {}),
    ...(meeting.agendaPublishedAt !== undefined ? { AgendaPublishedAt: meeting.agendaPublishedAt } : {}),
    ...(meeting.publicAddress !== undefined ? { PublicAddress: meeting.publicAddress } : {}),
  }),
};
