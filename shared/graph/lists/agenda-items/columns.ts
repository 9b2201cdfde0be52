import { agendaItemStates, paperStates } from "../../../rules/meetings/meeting.ts";
import { declareList } from "../list-declaration.ts";

/** Key: meeting and number, `OSCS-2026-12-08/6`. */
export const agendaItemsList = declareList({
  name: "AgendaItems",
  description: "Items on the agendas of meetings; a report meets its meetings here.",
  columns: {
    MeetingKey: { type: "text", required: true, indexed: true },
    ItemNumber: { type: "number", required: true },
    ItemTitle: { type: "note" },
    ReportOf: { type: "text" },
    ReportKey: { type: "text", indexed: true },
    PageFrom: { type: "number" },
    PageTo: { type: "number" },
    PaperState: { type: "choice", choices: paperStates, required: true },
    ExemptParagraphs: { type: "text" },
    KeyDecision: { type: "boolean" },
    ForwardPlanItemKey: { type: "text", indexed: true },
    ItemState: { type: "choice", choices: agendaItemStates },
    Outcome: { type: "note" },
  },
});
