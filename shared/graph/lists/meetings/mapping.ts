import { toCalendarDate } from "../../../contracts/calendar-date.ts";
import type { Meeting } from "../../../rules/meetings/meeting.ts";
import { held, joinLines, readDay, splitLines } from "../list-declaration.ts";
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
    ...held({
      time: row.MeetingTime,
      venue: row.Venue,
      agendaPublishedAt: row.AgendaPublishedAt,
      publicAddress: row.PublicAddress,
      joinAddress: row.JoinAddress,
      rearrangedFrom: readDay(row.RearrangedFrom),
      firstMinuteNumber: row.FirstMinuteNumber,
      minutesPublishedAt: row.MinutesPublishedAt,
      present: splitLines(row.Present),
      alsoPresent: splitLines(row.AlsoPresent),
      apologies: splitLines(row.Apologies),
    }),
  }),
  write: (meeting) => ({
    Key: meeting.key,
    BodyKey: meeting.bodyKey,
    MeetingDate: meeting.date,
    MunicipalYear: meeting.municipalYear,
    MeetingState: meeting.state,
    ...held({
      MeetingTime: meeting.time,
      Venue: meeting.venue,
      AgendaPublishedAt: meeting.agendaPublishedAt,
      PublicAddress: meeting.publicAddress,
      JoinAddress: meeting.joinAddress,
      RearrangedFrom: meeting.rearrangedFrom,
      FirstMinuteNumber: meeting.firstMinuteNumber,
      MinutesPublishedAt: meeting.minutesPublishedAt,
      Present: joinLines(meeting.present),
      AlsoPresent: joinLines(meeting.alsoPresent),
      Apologies: joinLines(meeting.apologies),
    }),
  }),
};
