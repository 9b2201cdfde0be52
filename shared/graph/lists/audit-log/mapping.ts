import type { ListMapping } from "../list-mapping.ts";
import { auditLogList } from "./columns.ts";

/** One change to a record. Texts are named by their hash, so that the log tells no content. */
export interface AuditEntry {
  readonly key: string;
  /** ISO instant. */
  readonly at: string;
  /** Entra object id, or “Clear Days” for what the clock did. */
  readonly person: string;
  readonly action: string;
  readonly subjectKey: string;
  readonly beforeHash?: string;
  readonly afterHash?: string;
}

export const auditLog: ListMapping<AuditEntry, (typeof auditLogList)["columns"]> = {
  list: auditLogList,
  read: (row) => ({
    key: row.Key,
    at: row.HappenedAt,
    person: row.Person,
    action: row.Action,
    subjectKey: row.SubjectKey,
    ...(row.BeforeHash !== undefined ? { beforeHash: row.BeforeHash } : {}),
    ...(row.AfterHash !== undefined ? { afterHash: row.AfterHash } : {}),
  }),
  write: (entry) => ({
    Key: entry.key,
    HappenedAt: entry.at,
    Person: entry.person,
    Action: entry.action,
    SubjectKey: entry.subjectKey,
    ...(entry.beforeHash !== undefined ? { BeforeHash: entry.beforeHash } : {}),
    ...(entry.afterHash !== undefined ? { AfterHash: entry.afterHash } : {}),
  }),
};
