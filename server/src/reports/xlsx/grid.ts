import type { ReportBlock, ReportDocument } from "../document.ts";

/** The columns that a cell covers. `right` is inclusive. */
export interface Columns {
  readonly left: number;
  readonly right: number;
}

/** The width of a fact's name. All widths are in half-width characters. */
export const NAME_WIDTH = 20;
/** The columns of a document without a table: names and values of facts. */
const FACTS_GRID = [NAME_WIDTH, 100];
/** Sums of fractional widths may differ by this much. */
const ROUNDING_ERROR = 0.01;
/** The column with a link, beside its text. */
const LINK_WIDTH = 6;

/** A signature box: the title, and beside it the space for a name, a date and a seal. */
const BOX_WIDTHS = [20, 32];
/** By what share these may be wider or narrower. */
const MAX_DEVIATION = 0.35;

/**
 * The widths of a sheet's columns, which follow its table. A table column with links becomes two sheet columns, merged in rows without
 * a link. If the signature boxes do not fit these columns, wide ones are split.
 */
export function gridOf({ parts }: ReportDocument): number[] {
  const widths = tableWidths(parts);
  const grid = widths.length > 1 ? widths : [NAME_WIDTH, Math.max(LINK_WIDTH, sum(widths) - NAME_WIDTH)];
  const boxes = parts.flatMap((part) => (part.kind === "boxes" ? [boxesPlaced(part.titles.length, grid)] : []));
  if (boxes.every(({ isEven }) => isEven)) return grid;
  const [title = 0, box = 0] = BOX_WIDTHS;
  return grid.flatMap((width) => {
    const count = width > box ? Math.round(width / title) : 1;
    return Array<number>(count).fill(width / count);
  });
}

function tableWidths(parts: readonly ReportBlock[]): number[] {
  const table = parts.find((part) => part.kind === "table");
  if (!table) return FACTS_GRID;
  return table.columns.flatMap(({ width }, column) => {
    const hasLinks = table.rows.some((row) => row[column]?.lines.some(({ href }) => href !== undefined));
    return hasLinks ? [Math.max(width - LINK_WIDTH, LINK_WIDTH), LINK_WIDTH] : [width];
  });
}

/** The sheet columns for table columns of these widths, which together fill the sheet. */
export function placed(widths: readonly number[], grid: readonly number[]): Columns[] {
  let left = 0;
  let wanted = 0;
  return widths.map((width) => {
    wanted += width;
    let right = left;
    while (right < grid.length - 1 && wanted - sum(grid.slice(0, right + 1)) > ROUNDING_ERROR) right += 1;
    const columns = { left, right };
    left = right + 1;
    return columns;
  });
}

/** The columns for cells that fill the sheet with widths as near as possible to these; undefined if it has too few columns. */
export function placedAcross(widths: readonly number[], grid: readonly number[]): readonly Columns[] | undefined {
  return nearest(widths, grid, false).at(-1)?.columns;
}

/** The columns for boxes, each a title and a space, as near as possible to their widths. Of equally good places, the rightmost. */
export function boxesPlaced(
  count: number,
  grid: readonly number[],
): { readonly columns: readonly Columns[]; readonly isEven: boolean } {
  const widths = Array<number[]>(count).fill(BOX_WIDTHS).flat();
  const placings = nearest(widths, grid, true).flatMap((placing) => placing ?? []);
  const columns = placings.toReversed().toSorted((a, b) => a.cost - b.cost)[0]?.columns ?? [];
  const isEven = (place: Columns, width: number) => Math.abs(widthOf(place, grid) - width) <= width * MAX_DEVIATION;
  return { columns, isEven: widths.every((width, index) => columns[index] !== undefined && isEven(columns[index], width)) };
}

/** How many boxes fit side by side. */
export function mostBoxes(grid: readonly number[]): number {
  return Math.max(1, Math.min(Math.floor(grid.length / BOX_WIDTHS.length), Math.floor(sum(grid) / sum(BOX_WIDTHS))));
}

interface Placing {
  /** How far the widths deviate from the wanted widths. */
  readonly cost: number;
  readonly columns: readonly Columns[];
}

/** For each column, the best placing of adjacent cells that ends there. The first cell begins anywhere or at the left edge. */
function nearest(widths: readonly number[], grid: readonly number[], anywhere: boolean): (Placing | undefined)[] {
  const nothing: Placing = { cost: 0, columns: [] };
  let before: (Placing | undefined)[] = [nothing, ...grid.map(() => (anywhere ? nothing : undefined))];
  for (const width of widths) {
    const ends = grid.map((_, right) => {
      let best: Placing | undefined;
      let covered = 0;
      for (let left = right; left >= 0; left--) {
        covered += grid[left] ?? 0;
        const rest = before[left];
        const cost = (rest?.cost ?? 0) + Math.log(covered / width) ** 2;
        if (rest && (!best || cost <= best.cost)) best = { cost, columns: [...rest.columns, { left, right }] };
      }
      return best;
    });
    before = [undefined, ...ends];
  }
  return before.slice(1);
}

/** The total width of the columns. */
export function widthOf({ left, right }: Columns, grid: readonly number[]): number {
  return sum(grid.slice(left, right + 1));
}

export function sum(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0);
}
