import type { ReportBlock, ReportDocument } from "../document.ts";

/** Columns that a cell covers, the last included. */
export interface Columns {
  readonly left: number;
  readonly right: number;
}

/** The width of names of facts. */
export const NAME = 20;
/** Of a document without a table; with it, one that has a single column still has names and values side by side. */
const LEAST = [NAME, 100];
const ROUNDING = 0.01;
/** Beside texts, where what a click opens is said. */
const OPEN = 6;

/** A place for a name, a date and a seal, and its title beside it. */
const BOX = [20, 32];
/** How much wider or narrower they may be. */
const UNEVEN = 0.35;

/**
 * The widths of a sheet's columns: those of its table. A column with links is two, which are one where there is no link; where there
 * is no place for boxes of their width, a wide one is several.
 */
export function gridOf({ parts }: ReportDocument): number[] {
  const widths = tableWidths(parts);
  const grid = widths.length > 1 ? widths : [NAME, Math.max(OPEN, sum(widths) - NAME)];
  const boxes = parts.flatMap((part) => (part.kind === "boxes" ? [boxesPlaced(part.titles.length, grid)] : []));
  if (boxes.every(({ isEven }) => isEven)) return grid;
  const [title = 0, box = 0] = BOX;
  return grid.flatMap((width) => {
    const count = width > box ? Math.round(width / title) : 1;
    return Array<number>(count).fill(width / count);
  });
}

function tableWidths(parts: readonly ReportBlock[]): number[] {
  const table = parts.find((part) => part.kind === "table");
  if (!table) return LEAST;
  return table.columns.flatMap(({ width }, column) => {
    const hasLinks = table.rows.some((row) => row[column]?.lines.some(({ href }) => href !== undefined));
    return hasLinks ? [Math.max(width - OPEN, OPEN), OPEN] : [width];
  });
}

/** Where columns of these widths, which are all of a sheet's, come to stand in it. */
export function placed(widths: readonly number[], grid: readonly number[]): Columns[] {
  let left = 0;
  let wanted = 0;
  return widths.map((width) => {
    wanted += width;
    let right = left;
    while (right < grid.length - 1 && wanted - sum(grid.slice(0, right + 1)) > ROUNDING) right += 1;
    const columns = { left, right };
    left = right + 1;
    return columns;
  });
}

/** Where cells that fill a sheet's width come nearest to these widths; undefined where it has not so many columns. */
export function placedAcross(widths: readonly number[], grid: readonly number[]): readonly Columns[] | undefined {
  return nearest(widths, grid, false).at(-1)?.columns;
}

/** Where boxes side by side, each a title and a place, come nearest to their width; of two such places the one to the right. */
export function boxesPlaced(
  count: number,
  grid: readonly number[],
): { readonly columns: readonly Columns[]; readonly isEven: boolean } {
  const widths = Array<number[]>(count).fill(BOX).flat();
  const placings = nearest(widths, grid, true).flatMap((placing) => placing ?? []);
  const columns = placings.toReversed().toSorted((a, b) => a.cost - b.cost)[0]?.columns ?? [];
  const isEven = (place: Columns, width: number) => Math.abs(widthOf(place, grid) - width) <= width * UNEVEN;
  return { columns, isEven: widths.every((width, index) => columns[index] !== undefined && isEven(columns[index], width)) };
}

/** How many boxes have room side by side. */
export function mostBoxes(grid: readonly number[]): number {
  return Math.max(1, Math.min(Math.floor(grid.length / BOX.length), Math.floor(sum(grid) / sum(BOX))));
}

interface Placing {
  /** How far the widths are from what they should be. */
  readonly cost: number;
  readonly columns: readonly Columns[];
}

/** For each column the best way to place cells side by side of which the last ends there; the first begins anywhere, or at the left. */
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

/** How wide such columns are. */
export function widthOf({ left, right }: Columns, grid: readonly number[]): number {
  return sum(grid.slice(left, right + 1));
}

export function sum(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0);
}
