import type { Cell, Table } from "../document.ts";

/** A position in a table, with the cell that covers it. */
export interface CoveredPosition {
  readonly cell: Cell;
  /** Whether the cell begins in this row. */
  readonly isFirst: boolean;
  /** How many rows below the cell still covers. */
  readonly rowsBelow: number;
}

/** The positions of a table, row by row. A cell that spans several rows appears in each of them. */
export function coveredPositions({ columns, rows }: Table): CoveredPosition[][] {
  const above: CoveredPosition[] = [];
  return rows.map((row) =>
    columns.map((_, index) => {
      const position = positionBelow(above[index], row[index]);
      above[index] = position;
      return position;
    }),
  );
}

function positionBelow(above: CoveredPosition | undefined, cell: Cell = { lines: [] }): CoveredPosition {
  if (above && above.rowsBelow > 0) return { cell: above.cell, isFirst: false, rowsBelow: above.rowsBelow - 1 };
  return { cell, isFirst: true, rowsBelow: (cell.span ?? 1) - 1 };
}
