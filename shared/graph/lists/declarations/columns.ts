import { interestKinds } from "../../../rules/meetings/minutes.ts";
import { declareList } from "../list-declaration.ts";

/** Key: minute and number, `OSCS/2017-18/46/D1`. */
export const declarationsList = declareList({
  name: "Declarations",
  description: "Interests that members declared at meetings, as the minutes print them.",
  columns: {
    MeetingKey: { type: "text", required: true, indexed: true },
    MinuteKey: { type: "text", required: true, indexed: true },
    MemberName: { type: "text", required: true },
    AboutItem: { type: "note" },
    InterestKind: { type: "choice", choices: interestKinds, required: true },
    Reason: { type: "note" },
    ActionTaken: { type: "note" },
  },
});
