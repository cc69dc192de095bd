import type { Content } from "./answer.ts";

/** A sheet of a spreadsheet, as far as something stands in it. Rows and columns count from 0. */
export interface Grid {
  readonly name: string;
  readonly cells: readonly GridCell[];
  readonly merges: readonly { readonly top: number; readonly left: number; readonly bottom: number; readonly right: number }[];
}

export interface GridCell {
  readonly row: number;
  readonly column: number;
  readonly content: Content;
  /** What is pinned to it. */
  readonly note?: string;
}

/** The address of a cell: C5. */
export function addressOf(row: number, column: number): string {
  let letters = "";
  for (let rest = column; rest >= 0; rest = Math.floor(rest / 26) - 1) letters = String.fromCharCode(65 + (rest % 26)) + letters;
  return `${letters}${row + 1}`;
}

/** The cells that say something, or to which something is pinned, by rows. */
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

/** A cell's content as a person sees it. */
export function shown(content: Content): string {
  switch (content.kind) {
    case "text":
      return content.text.trim();
    case "number":
      return String(content.number);
    case "boolean":
      return content.value ? "TRUE" : "FALSE";
    default:
      return content.shown;
  }
}

/** A cell's content as a person sees it, with the formula that it comes from. */
export function withFormula(content: Content): string {
  return content.kind === "formula" ? `=${content.formula} (${content.shown})` : shown(content);
}

/** Whether nothing stands in a cell. A formula is something, whatever it shows. */
export function isBlank(content: Content): boolean {
  return content.kind === "text" && content.text.trim() === "";
}
