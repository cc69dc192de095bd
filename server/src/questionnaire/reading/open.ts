import { type Grid, shown } from "../grid.ts";
import { marksOf, placeOf } from "../marks.ts";
import type { ReadingContext } from "./context.ts";
import { type Mark, type Marked, markedOf } from "./marked.ts";
import { mergesIn } from "./merges.ts";

/** A sheet with its marks; undefined where it has no answers. */
export function openSheet({ format, log }: ReadingContext, grid: Grid, mark: Mark | undefined): Marked | undefined {
  log.notes(grid);
  if (!mark) log.unknown(grid);
  if (!mark || mark.kind === "choices") return undefined;
  const sheet = markedOf(grid, mark);
  const ours = marksOf(format);
  for (const cell of sheet.marks) {
    const text = shown(cell.content);
    const isOurs = (cell.row === mark.row && cell.column === mark.column) || ours.has(text) || placeOf(text) !== undefined;
    if (!isOurs) log.unplaced(sheet, cell, undefined);
  }
  log.problems.push(...mergesIn(sheet));
  return sheet;
}
