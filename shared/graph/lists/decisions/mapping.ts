import type { Decision } from "../../../rules/meetings/minutes.ts";
import { held, readDay } from "../list-declaration.ts";
import type { ListMapping } from "../list-mapping.ts";
import { decisionsList } from "./columns.ts";

export const decisions: ListMapping<Decision, (typeof decisionsList)["columns"]> = {
  list: decisionsList,
  read: (row) => ({
    key: row.Key,
    minuteKey: row.MinuteKey,
    meetingKey: row.MeetingKey,
    part: row.Part ?? "",
    text: row.DecisionText ?? "",
    callIn: row.CallIn,
    state: row.DecisionState,
    ...held({
      reasons: row.Reasons,
      alternatives: row.Alternatives,
      keyDecision: row.KeyDecision,
      forwardPlanItemKey: row.ForwardPlanItemKey,
      publishedOn: readDay(row.PublishedOn),
      callInExpires: readDay(row.CallInExpires),
      effectiveFrom: readDay(row.EffectiveFrom),
    }),
  }),
  write: (decision) => ({
    Key: decision.key,
    MinuteKey: decision.minuteKey,
    MeetingKey: decision.meetingKey,
    DecisionText: decision.text,
    CallIn: decision.callIn,
    DecisionState: decision.state,
    ...held({
      Part: decision.part,
      Reasons: decision.reasons,
      Alternatives: decision.alternatives,
      KeyDecision: decision.keyDecision,
      ForwardPlanItemKey: decision.forwardPlanItemKey,
      PublishedOn: decision.publishedOn,
      CallInExpires: decision.callInExpires,
      EffectiveFrom: decision.effectiveFrom,
    }),
  }),
};
