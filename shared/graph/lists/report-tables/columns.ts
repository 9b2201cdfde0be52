import { tableKinds } from "../../../rules/reports/report.ts";
import { declareList } from "../list-declaration.ts";

/** Key: section and number, `CMR/<PORTFOLIO>/2026-12/INTERNAL-AUDIT/T1`. */
export const reportTablesList = declareList({
  name: "ReportTables",
  description: "Tables of reports as typed rows, JSON.",
  columns: {
    ReportKey: { type: "text", required: true, indexed: true },
    SectionKey: { type: "text", required: true, indexed: true },
    TableOrder: { type: "number", required: true },
    TableTitle: { type: "text", required: true },
    TableKind: { type: "choice", choices: tableKinds, required: true },
    TableRows: { type: "note" },
  },
});
