import { meetingStates } from "../../../rules/meetings/meeting.ts";
import { declareList } from "../list-declaration.ts";

/** Key: body and date, `OSCS-2026-12-08`. */
export const meetingsList = declareList({
  name: "Meetings",
  description: "Meetings of every body, past and to come.",
  columns: {
    BodyKey: { type: "text", required: true, indexed: true },
    MeetingDate: { type: "text", required: true, indexed: true },
    MeetingTime: { type: "text" },
    Venue: { type: "text" },
    MunicipalYear: { type: "text", required: true, indexed: true },
    MeetingState: { type: "choice", choices: meetingStates, required: true, indexed: true },
    AgendaPublishedAt: { type: "text" },
    PublicAddress: { type: "text" },
    JoinAddress: { type: "text" },
    RearrangedFrom: { type: "text" },
    FirstMinuteNumber: { type: "number" },
    MinutesPublishedAt: { type: "text" },
    Present: { type: "note" },
    AlsoPresent: { type: "note" },
    Apologies: { type: "note" },
  },
});
