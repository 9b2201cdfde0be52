import {
  type AuditRow,
  type CollectionRate,
  headingKey,
  type TableRows,
} from "../../../rules/reports/report.ts";
import { textOf } from "../../content/canonical-content.ts";
import { inlineText } from "../forms/inline-marks.ts";
import type { LineLedger } from "../lines/line-ledger.ts";
import type { TableBlock } from "../lines/paper-blocks.ts";
import { isTableRule } from "../lines/paper-lines.ts";

/** A table of a report with a title of its own. */
export interface TypedTable {
  readonly title: string;
  readonly rows: TableRows;
}

interface Row {
  readonly line: number;
  /** Words of the cells, without marks. */
  readonly cells: readonly string[];
  /** The first cell is in italics: in these papers, a draft. */
  readonly italic: boolean;
}

/** Reads a table by its kind, known from its header; a table of no known kind stays rows of text. */
export function readTable(table: TableBlock, heading: string, ledger: LineLedger): TypedTable {
  const rows = table.rows
    .filter(({ cells }) => !isTableRule(`|${cells.join("|")}|`))
    .map(({ cells, line }): Row => {
      const first = inlineText(cells.find((cell) => cell !== "") ?? "").runs;
      return {
        line,
        cells: cells.map((cell) => textOf(inlineText(cell).runs)),
        italic: first.length > 0 && first.every((run) => run.italic),
      };
    });
  const head = rows
    .slice(0, 2)
    .map(({ cells }) => cells.join(" "))
    .join(" ")
    .toLowerCase();
  if (
    /audit|opinion|assurance/.test(head) &&
    /high/.test(head) &&
    /(?:medium|moderate)/.test(head) &&
    /low/.test(head)
  ) {
    return {
      title: "Internal audit opinions",
      rows: { kind: "audit-opinions", rows: auditRows(rows, ledger) },
    };
  }
  const rates = collectionRates(rows, ledger);
  if (rates) {
    const what = rows[0]?.cells[0] ?? "";
    const title = /^(?:year|)$/i.test(what) ? `${heading}: collection rates` : `${what} collection rates`;
    return { title, rows: { kind: "collection-rates", rows: rates } };
  }
  const width = rows.reduce(
    (most, { cells }) => Math.max(most, cells.findLastIndex((cell) => cell !== "") + 1),
    1,
  );
  const texts = rows.map(({ cells }) => Array.from({ length: width }, (_, place) => cells[place] ?? ""));
  const [first = [], ...rest] = texts;
  const headed =
    rest.length > 0 &&
    first.filter((cell) => cell !== "").length > 1 &&
    !first.some((cell) => /^[\d£%.,–-]+$/.test(cell));
  return {
    title: `Table in ${heading}`.slice(0, 250),
    rows: { kind: "plain", header: headed ? first : [], rows: headed ? rest : texts },
  };
}

const isCount = (figure: string) => /^\d+$/.test(figure);
const noCount = /^(?:[-–—]?|nil|none|n\/?a)$/i;
const draftSuffix = /\s*(?:[-–—]\s*|\()draft\)?\s*$/i;

/**
 * The internal audit table: a header of two rows, the second for the figures under “Recommendations”; year bands;
 * rows with figures; rows with a statement instead; drafts in italics or with the word after the title. After a
 * page break the header is printed again and is not a row.
 */
function auditRows(rows: readonly Row[], ledger: LineLedger): AuditRow[] {
  const places = { high: 2, medium: 3, low: 4 };
  const result: AuditRow[] = [];
  const lines: number[] = [];
  const add = (row: AuditRow, line: number) => {
    result.push(row);
    lines.push(line);
  };
  for (const { cells, line, italic } of rows) {
    const lower = cells.map((cell) => cell.toLowerCase());
    const high = lower.findIndex((cell) => /^high\b/.test(cell));
    if (high >= 0 && lower.some((cell) => /^low\b/.test(cell))) {
      places.high = high;
      places.medium = lower.findIndex((cell) => /^(?:medium|moderate)\b/.test(cell));
      places.low = lower.findIndex((cell) => /^low\b/.test(cell));
      continue;
    }
    if (
      lower.some((cell) => /^(?:audit )?opinion|^recommendations\b|^(?:level of )?assurance$/.test(cell)) &&
      !cells.some((cell) => /^\d+$/.test(cell))
    ) {
      if (/^audit|^title|^area|^$/.test(lower[0] ?? "")) continue;
    }
    const filled = cells.filter((cell) => cell !== "");
    const printed = cells[0] ?? "";
    const draft = italic || draftSuffix.test(printed);
    const title = printed.replace(draftSuffix, "");
    const figures = [places.high, places.medium, places.low].map((place) => cells[place] ?? "");
    if (filled.length === 1) add({ row: "band", text: filled[0] ?? "" }, line);
    else if (figures.some(isCount) && figures.every((figure) => isCount(figure) || noCount.test(figure))) {
      if (!figures.every(isCount))
        ledger.note(line, `“${title}”: a figure is blank or a dash and is kept as 0.`);
      const [high = 0, medium = 0, low = 0] = figures.map((figure) => (isCount(figure) ? Number(figure) : 0));
      add({ row: "audit", title, opinion: cells[1] ?? "", high, medium, low, draft }, line);
    } else {
      const rest = cells.slice(1).filter((cell) => cell !== "");
      // A statement that spans its row is sometimes repeated into every cell.
      add({ row: "statement", title, statement: [...new Set(rest)].join(" "), draft }, line);
    }
  }
  const seen = new Set<string>();
  for (const [place, row] of result.entries()) {
    if (row.row !== "audit") continue;
    const words = headingKey(row.title)
      .split("-")
      .filter((word) => word.length > 2)
      .sort()
      .join("-");
    if (seen.has(words)) {
      ledger.note(
        lines[place] ?? 1,
        `“${row.title}” stands in the audit table twice, its words perhaps in another order. Both are kept.`,
      );
    }
    seen.add(words);
  }
  return result;
}

/** Council tax or business rates collected: a year, then the council's own rate, the national and the metropolitan. */
function collectionRates(rows: readonly Row[], ledger: LineLedger): CollectionRate[] | null {
  const [head, ...body] = rows;
  const labels = head?.cells.map((cell) => cell.toLowerCase()) ?? [];
  const national = labels.findIndex((label) => /national|england/.test(label));
  const metropolitan = labels.findIndex((label) => /\bmet(?:ropolitan|s)?\b/.test(label));
  const council = labels.findIndex(
    (label, place) => place > 0 && label !== "" && place !== national && place !== metropolitan,
  );
  if (national < 0 || metropolitan < 0 || council < 0 || body.length === 0) return null;
  const rates: CollectionRate[] = [];
  for (const { cells, line } of body) {
    const year = /^(\d{4})\s*[-–/]\s*(\d{2})(\d{2})?$/.exec(cells[0] ?? "");
    const [own, nation, metros] = [council, national, metropolitan].map((place) =>
      percentage(cells[place] ?? ""),
    );
    if (!year || own === undefined || nation === undefined || metros === undefined) return null;
    if (own === null || nation === null || metros === null) return null;
    const printed = `${year[1]}-${year[3] ?? year[2]}`;
    const follows = `${year[1]}-${String((Number(year[1]) + 1) % 100).padStart(2, "0")}`;
    if (printed !== follows) {
      ledger.note(
        line,
        `The year “${cells[0]}” is no financial year and is kept as printed. Should it be ${follows}?`,
      );
    }
    rates.push({ year: printed, council: own, national: nation, metropolitan: metros });
  }
  return rates;
}

function percentage(text: string): number | null {
  const match = /^(\d{1,3}(?:\.\d+)?)\s*%?$/.exec(text);
  return match ? Number(match[1]) : null;
}
