import type { Notice } from "../../../rules/meetings/notice.ts";
import { held, readDay } from "../list-declaration.ts";
import type { ListMapping } from "../list-mapping.ts";
import { noticesList } from "./columns.ts";

export const notices: ListMapping<Notice, (typeof noticesList)["columns"]> = {
  list: noticesList,
  read: (row) => ({
    key: row.Key,
    kind: row.NoticeKind,
    meetingKey: row.MeetingKey,
    matter: row.Matter ?? "",
    decisionMaker: row.DecisionMaker,
    reason: row.Reason ?? "",
    text: row.NoticeText ?? "",
    state: row.NoticeState,
    ...held({
      forwardPlanItemKey: row.ForwardPlanItemKey,
      agreedBy: row.AgreedBy,
      agreedOn: readDay(row.AgreedOn),
      publishedOn: readDay(row.PublishedOn),
    }),
  }),
  write: (notice) => ({
    Key: notice.key,
    NoticeKind: notice.kind,
    MeetingKey: notice.meetingKey,
    Matter: notice.matter,
    DecisionMaker: notice.decisionMaker,
    Reason: notice.reason,
    NoticeText: notice.text,
    NoticeState: notice.state,
    ...held({
      ForwardPlanItemKey: notice.forwardPlanItemKey,
      AgreedBy: notice.agreedBy,
      AgreedOn: notice.agreedOn,
      PublishedOn: notice.publishedOn,
    }),
  }),
};
