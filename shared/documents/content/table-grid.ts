import type { TableCell, TableRow } from "../../contracts/section-content.ts";

/** A cell at its place on the grid; spans are 1 or more. */
export interface PlacedCell {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
  readonly cell: TableCell;
}

export interface TableGrid {
  readonly columns: number;
  /** The cells that begin in each row, in the order of their columns. */
  readonly rows: readonly (readonly PlacedCell[])[];
}

/**
 * Lays rows on a grid in which every place is covered exactly once: a span ends where another cell stands, at the
 * end of the table and where the header ends; short rows are filled with blank cells, but a row without any cell
 * of its own stays without.
 */
export function layOnGrid(rows: readonly TableRow[], headerRows: number): TableGrid {
  const taken: boolean[][] = rows.map(() => []);
  const placed: PlacedCell[][] = rows.map(() => []);
  const place = (row: number, column: number, cell: TableCell) => {
    let columns = 1;
    while (columns < (cell.columnSpan ?? 1) && !taken[row]?.[column + columns]) columns++;
    const end = row < headerRows ? headerRows : rows.length;
    const spanned = Math.min(cell.rowSpan ?? 1, end - row);
    for (let below = row; below < row + spanned; below++) {
      for (let across = column; across < column + columns; across++)
        (taken[below] as boolean[])[across] = true;
    }
    placed[row]?.push({ row, column, rows: spanned, columns, cell });
  };
  rows.forEach((row, index) => {
    let column = 0;
    for (const cell of row.cells) {
      while (taken[index]?.[column]) column++;
      place(index, column, cell);
    }
  });
  const columns = Math.max(0, ...taken.map((row) => row.length));
  rows.forEach((row, index) => {
    if (row.cells.length === 0) return;
    for (let column = 0; column < columns; column++) {
      if (!taken[index]?.[column]) place(index, column, { paragraphs: [] });
    }
    placed[index]?.sort((a, b) => a.column - b.column);
  });
  return { columns, rows: placed };
}

/** The same grid without rows and columns in which no cell begins: they have no height and no width. */
export function withoutCoveredLines(grid: TableGrid): TableGrid {
  const rowKept = grid.rows.map((cells) => cells.length > 0);
  const columnKept = Array.from({ length: grid.columns }, () => false);
  for (const { column } of grid.rows.flat()) columnKept[column] = true;
  /** How many lines are kept before each, so that a table takes no longer than it has cells. */
  const before = (kept: readonly boolean[]) => {
    const counts = [0];
    for (const [at, keeps] of kept.entries()) counts.push((counts[at] ?? 0) + (keeps ? 1 : 0));
    return counts;
  };
  const [rowsBefore, columnsBefore] = [before(rowKept), before(columnKept)];
  const count = (counts: readonly number[], from: number, length: number) =>
    (counts[Math.min(from + length, counts.length - 1)] ?? 0) - (counts[from] ?? 0);
  return {
    columns: columnKept.filter(Boolean).length,
    rows: grid.rows
      .filter((_, index) => rowKept[index])
      .map((cells) =>
        cells.map(({ row, column, rows, columns, cell }) => ({
          row: count(rowsBefore, 0, row),
          column: count(columnsBefore, 0, column),
          rows: count(rowsBefore, row, rows),
          columns: count(columnsBefore, column, columns),
          cell,
        })),
      ),
  };
}
