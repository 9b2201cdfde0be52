import { deadlineStates } from "../../../rules/meetings/deadline.ts";
import { declareList } from "../list-declaration.ts";

/** Key: meeting, step and report, `OSCS-2026-12-08/SECTION-DRAFTS`. */
export const deadlinesList = declareList({
  name: "Deadlines",
  description: "What people have done about the deadlines of meetings: met, waived with a reason.",
  columns: {
    MeetingKey: { type: "text", required: true, indexed: true },
    ReportKey: { type: "text", indexed: true },
    Step: { type: "text", required: true },
    Due: { type: "text", required: true, indexed: true },
    OwnerName: { type: "text", required: true },
    DeadlineState: { type: "choice", choices: deadlineStates, required: true, indexed: true },
    WaivedReason: { type: "note" },
    ChangedBy: { type: "text" },
    ChangedAt: { type: "text" },
  },
});
