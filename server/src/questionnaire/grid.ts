import { type Content, isBlank } from "./content.ts";

/** A sheet with its non-empty cells. Rows and columns count from 0; ranges include their ends. */
export interface Grid {
  readonly name: string;
  readonly cells: readonly GridCell[];
  readonly merges: readonly { readonly top: number; readonly left: number; readonly bottom: number; readonly right: number }[];
}

export interface GridCell {
  readonly row: number;
  readonly column: number;
  readonly content: Content;
  /** The comment attached to the cell. */
  readonly note?: string;
}

/** The address of a cell, such as C5. */
export function addressOf(row: number, column: number): string {
  let letters = "";
  for (let rest = column; rest >= 0; rest = Math.floor(rest / 26) - 1) letters = String.fromCharCode(65 + (rest % 26)) + letters;
  return `${letters}${row + 1}`;
}

/** Groups cells by row, sorted by row and column. Leaves out blank cells without a note. */
export function byRows(cells: readonly GridCell[]): (readonly [row: number, cells: GridCell[]])[] {
  const rows = new Map<number, GridCell[]>();
  for (const cell of cells) {
    if (isBlank(cell.content) && !cell.note) continue;
    rows.set(cell.row, [...(rows.get(cell.row) ?? []), cell]);
  }
  const sorted = [...rows].sort(([a], [b]) => a - b);
  for (const [, row] of sorted) row.sort((a, b) => a.column - b.column);
  return sorted;
}
