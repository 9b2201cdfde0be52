import type { Consultation } from "../../../rules/reports/consultation.ts";
import { held, readDay } from "../list-declaration.ts";
import type { ListMapping } from "../list-mapping.ts";
import { consultationsList } from "./columns.ts";

export const consultations: ListMapping<Consultation, (typeof consultationsList)["columns"]> = {
  list: consultationsList,
  read: (row) => ({
    key: row.Key,
    reportKey: row.ReportKey,
    kind: row.ConsultationKind,
    state: row.ConsultationState,
    ...held({
      number: row.ReferenceNumber,
      printed: row.AsPrinted,
      clearedOn: readDay(row.ClearedOn),
      clearedVersion: row.ClearedVersion,
    }),
  }),
  write: (consultation) => ({
    Key: consultation.key,
    ReportKey: consultation.reportKey,
    ConsultationKind: consultation.kind,
    ConsultationState: consultation.state,
    ...held({
      ReferenceNumber: consultation.number,
      AsPrinted: consultation.printed,
      ClearedOn: consultation.clearedOn,
      ClearedVersion: consultation.clearedVersion,
    }),
  }),
};
