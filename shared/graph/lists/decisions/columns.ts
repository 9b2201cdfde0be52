import { callInStandings, decisionStates } from "../../../rules/meetings/minutes.ts";
import { declareList } from "../list-declaration.ts";

/** Key: minute and part, `CAB/2018-19/67/3B`. */
export const decisionsList = declareList({
  name: "Decisions",
  description: "Decisions that minutes record, one row for each part, with their call-in.",
  columns: {
    MinuteKey: { type: "text", required: true, indexed: true },
    MeetingKey: { type: "text", required: true, indexed: true },
    Part: { type: "text" },
    DecisionText: { type: "note" },
    Reasons: { type: "note" },
    Alternatives: { type: "note" },
    KeyDecision: { type: "boolean" },
    ForwardPlanItemKey: { type: "text", indexed: true },
    CallIn: { type: "choice", choices: callInStandings, required: true },
    PublishedOn: { type: "text", indexed: true },
    CallInExpires: { type: "text" },
    EffectiveFrom: { type: "text" },
    DecisionState: { type: "choice", choices: decisionStates, required: true, indexed: true },
  },
});
