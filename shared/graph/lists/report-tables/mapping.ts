import * as v from "valibot";
import type { ReportTable, TableRows } from "../../../rules/reports/report.ts";
import type { ListMapping } from "../list-mapping.ts";
import { reportTablesList } from "./columns.ts";

const wholeNumber = v.pipe(v.number(), v.integer(), v.minValue(0));

const rowsByKind = {
  "audit-opinions": v.array(
    v.variant("row", [
      v.object({ row: v.literal("band"), text: v.string() }),
      v.object({
        row: v.literal("audit"),
        title: v.string(),
        opinion: v.string(),
        high: wholeNumber,
        medium: wholeNumber,
        low: wholeNumber,
        draft: v.boolean(),
      }),
      v.object({ row: v.literal("statement"), title: v.string(), statement: v.string(), draft: v.boolean() }),
    ]),
  ),
  "collection-rates": v.array(
    v.object({ year: v.string(), council: v.number(), national: v.number(), metropolitan: v.number() }),
  ),
  plain: v.object({ header: v.array(v.string()), rows: v.array(v.array(v.string())) }),
};

export const reportTables: ListMapping<ReportTable, (typeof reportTablesList)["columns"]> = {
  list: reportTablesList,
  read: (row) => ({
    key: row.Key,
    reportKey: row.ReportKey,
    sectionKey: row.SectionKey,
    order: row.TableOrder,
    title: row.TableTitle,
    rows: readTableRows(row.TableKind, row.TableRows ?? "[]", row.Key),
  }),
  write: (table) => ({
    Key: table.key,
    ReportKey: table.reportKey,
    SectionKey: table.sectionKey,
    TableOrder: table.order,
    TableTitle: table.title,
    TableKind: table.rows.kind,
    TableRows: JSON.stringify(
      table.rows.kind === "plain" ? { header: table.rows.header, rows: table.rows.rows } : table.rows.rows,
    ),
  }),
};

function readTableRows(kind: TableRows["kind"], json: string, key: string): TableRows {
  try {
    const value: unknown = JSON.parse(json);
    switch (kind) {
      case "audit-opinions":
        return { kind, rows: v.parse(rowsByKind[kind], value) };
      case "collection-rates":
        return { kind, rows: v.parse(rowsByKind[kind], value) };
      case "plain":
        return { kind, ...v.parse(rowsByKind[kind], value) };
    }
  } catch (cause) {
    throw new Error(`The rows of the table ${key} cannot be read as ${kind}. Mend the row in ReportTables.`, {
      cause,
    });
  }
}
