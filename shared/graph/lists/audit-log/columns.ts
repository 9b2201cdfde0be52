import { declareList } from "../list-declaration.ts";

/** Key: instant and a random part, `2026-11-22T09:30:00Z/4F2A…`. Who did what to which record; never its text. */
export const auditLogList = declareList({
  name: "AuditLog",
  description: "Who changed which record, when, and what it was before and after.",
  columns: {
    HappenedAt: { type: "text", required: true, indexed: true },
    Person: { type: "text", required: true, indexed: true },
    Action: { type: "text", required: true },
    SubjectKey: { type: "text", required: true, indexed: true },
    BeforeHash: { type: "text" },
    AfterHash: { type: "text" },
  },
});
