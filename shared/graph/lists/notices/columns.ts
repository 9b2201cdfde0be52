import { noticeKinds, noticeStates } from "../../../rules/meetings/notice.ts";
import { declareList } from "../list-declaration.ts";

/** Key: kind, meeting and matter, `NOTICE/GE/CAB-2026-12-03/CAR-PARKS`. */
export const noticesList = declareList({
  name: "Notices",
  description: "Statutory notices: general exception, special urgency, private meeting.",
  columns: {
    NoticeKind: { type: "choice", choices: noticeKinds, required: true, indexed: true },
    MeetingKey: { type: "text", required: true, indexed: true },
    Matter: { type: "note" },
    ForwardPlanItemKey: { type: "text", indexed: true },
    DecisionMaker: { type: "text", required: true },
    Reason: { type: "note" },
    AgreedBy: { type: "text" },
    AgreedOn: { type: "text" },
    PublishedOn: { type: "text" },
    NoticeText: { type: "note" },
    NoticeState: { type: "choice", choices: noticeStates, required: true },
  },
});
