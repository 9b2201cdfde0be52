import { callInStandings, decisionStates } from "../../../rules/meetings/minutes.ts";
import { declareList } from "../list-declaration.ts";

/**
 * Key: minute and part, `CAB/2018-19/67/3B`; of a decision that one person took, `IND/4832`. The latter has a title, a
 * maker and a day of its own in place of a minute and a meeting.
 */
export const decisionsList = declareList({
  name: "Decisions",
  description:
    "Decisions that minutes record, one row for each part, and those of one person alone, with their call-in.",
  columns: {
    MinuteKey: { type: "text", indexed: true },
    MeetingKey: { type: "text", indexed: true },
    DecisionTitle: { type: "note" },
    DecisionMaker: { type: "text" },
    DecidedOn: { type: "text" },
    DecisionReference: { type: "text" },
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
