import type { Declaration } from "../../../rules/meetings/minutes.ts";
import type { ListMapping } from "../list-mapping.ts";
import { declarationsList } from "./columns.ts";

export const declarations: ListMapping<Declaration, (typeof declarationsList)["columns"]> = {
  list: declarationsList,
  read: (row) => ({
    key: row.Key,
    meetingKey: row.MeetingKey,
    minuteKey: row.MinuteKey,
    member: row.MemberName,
    about: row.AboutItem ?? "",
    kind: row.InterestKind,
    reason: row.Reason ?? "",
    action: row.ActionTaken ?? "",
  }),
  write: (declaration) => ({
    Key: declaration.key,
    MeetingKey: declaration.meetingKey,
    MinuteKey: declaration.minuteKey,
    MemberName: declaration.member,
    AboutItem: declaration.about,
    InterestKind: declaration.kind,
    Reason: declaration.reason,
    ActionTaken: declaration.action,
  }),
};
