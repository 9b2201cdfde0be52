import { consultationKinds, consultationStates } from "../../../rules/reports/consultation.ts";
import { declareList } from "../list-declaration.ts";

/** Key: report and department, `<report key>/FD`. */
export const consultationsList = declareList({
  name: "Consultations",
  description: "Consultation of finance and legal on each report, with the number that proves it.",
  columns: {
    ReportKey: { type: "text", required: true, indexed: true },
    ConsultationKind: { type: "choice", choices: consultationKinds, required: true },
    ReferenceNumber: { type: "text", indexed: true },
    AsPrinted: { type: "text" },
    ConsultationState: { type: "choice", choices: consultationStates, required: true, indexed: true },
    ClearedOn: { type: "text" },
    ClearedVersion: { type: "text" },
  },
});
