import { minuteStates } from "../../../rules/meetings/minutes.ts";
import { declareList } from "../list-declaration.ts";

/** Key: body, municipal year and number, `CAB/2018-19/67`. */
export const minutesList = declareList({
  name: "Minutes",
  description: "Minutes of every meeting; numbers run on through the municipal year of a body.",
  columns: {
    MeetingKey: { type: "text", required: true, indexed: true },
    MinuteNumber: { type: "number", required: true },
    MinuteTitle: { type: "note" },
    Narrative: { type: "note" },
    FurtherTo: { type: "text" },
    MinuteState: { type: "choice", choices: minuteStates, required: true, indexed: true },
  },
});
