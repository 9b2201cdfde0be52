import {
  draftWord,
  type Run,
  type Table,
  type TableCell,
  type TableRow,
} from "../../contracts/section-content.ts";
import type { AuditRow, ReportTable } from "./report.ts";

function cell(text: string, look: Omit<Run, "text"> = {}, columnSpan?: number): TableCell {
  return {
    paragraphs: text === "" ? [] : [[{ text, ...look }]],
    ...(columnSpan !== undefined && columnSpan > 1 ? { columnSpan } : {}),
  };
}

/** A table of the record as it stands in a document: header rows, spans, bands, and draft rows marked. */
export function tableBlock(table: ReportTable): Table {
  const { rows } = table;
  switch (rows.kind) {
    case "audit-opinions":
      return {
        kind: "table",
        caption: table.title,
        headerRows: 2,
        rows: [
          {
            cells: [
              { ...cell("Audit title"), rowSpan: 2 },
              { ...cell("Audit opinion"), rowSpan: 2 },
              cell("Recommendations", {}, 3),
            ],
          },
          { cells: [cell("High"), cell("Medium"), cell("Low")] },
          ...rows.rows.map(auditRow),
        ],
      };
    case "collection-rates":
      return {
        kind: "table",
        caption: table.title,
        headerRows: 1,
        rows: [
          { cells: ["Year", "Council", "National", "Metropolitan"].map((text) => cell(text)) },
          ...rows.rows.map((rate) => ({
            cells: [
              cell(rate.year),
              ...[rate.council, rate.national, rate.metropolitan].map((value) =>
                cell(`${value.toFixed(1)}%`),
              ),
            ],
          })),
        ],
      };
    case "plain":
      return {
        kind: "table",
        caption: table.title,
        headerRows: rows.header.length > 0 ? 1 : 0,
        rows: [
          ...(rows.header.length > 0 ? [{ cells: rows.header.map((text) => cell(text)) }] : []),
          ...rows.rows.map((row) => ({ cells: row.map((text) => cell(text)) })),
        ],
      };
  }
}

function auditRow(row: AuditRow): TableRow {
  switch (row.row) {
    case "band":
      return { cells: [cell(row.text, { bold: true }, 5)] };
    case "audit":
      return {
        ...(row.draft ? { draft: true } : {}),
        cells: [
          cell(row.title),
          cell(row.opinion),
          cell(String(row.high)),
          cell(String(row.medium)),
          cell(String(row.low)),
        ],
      };
    case "statement":
      return {
        ...(row.draft ? { draft: true } : {}),
        cells: [cell(row.title), cell(row.statement, {}, 4)],
      };
  }
}

/** The words that mark a draft row wherever it is shown: “(draft)”. */
export const draftMark = `(${draftWord})`;
