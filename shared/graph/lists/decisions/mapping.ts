import { toCalendarDate } from "../../../contracts/calendar-date.ts";
import { type Decision, isIndividual } from "../../../rules/meetings/minutes.ts";
import { held, type Row, readDay, UnexpectedColumn } from "../list-declaration.ts";
import type { ListMapping } from "../list-mapping.ts";
import { decisionsList } from "./columns.ts";

export const decisions: ListMapping<Decision, (typeof decisionsList)["columns"]> = {
  list: decisionsList,
  read: (row) => ({
    ...takenBy(row),
    key: row.Key,
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
    ...(isIndividual(decision)
      ? {
          DecisionTitle: decision.title,
          DecisionMaker: decision.decisionMaker,
          DecidedOn: decision.decidedOn,
          ...held({ DecisionReference: decision.reference }),
        }
      : { MinuteKey: decision.minuteKey, MeetingKey: decision.meetingKey }),
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

/** The minute a decision stands under, or who took it alone. @throws {UnexpectedColumn} when the row says neither. */
function takenBy(row: Row<(typeof decisionsList)["columns"]>) {
  if (row.MinuteKey !== undefined && row.MeetingKey !== undefined)
    return { minuteKey: row.MinuteKey, meetingKey: row.MeetingKey };
  const needed = (column: "DecisionTitle" | "DecisionMaker" | "DecidedOn"): string => {
    const value = row[column];
    if (value === undefined)
      throw new UnexpectedColumn(
        decisionsList.name,
        column,
        row.Key,
        "is empty, as is its minute or meeting",
      );
    return value;
  };
  return {
    title: needed("DecisionTitle"),
    decisionMaker: needed("DecisionMaker"),
    decidedOn: toCalendarDate(needed("DecidedOn")),
    ...held({ reference: row.DecisionReference }),
  };
}
