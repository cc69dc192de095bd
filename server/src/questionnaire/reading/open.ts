import { type Grid, shown } from "../grid.ts";
import { marksOf, placeOf } from "../marks.ts";
import type { ReadingContext } from "./context.ts";
import { type Mark, type Marked, markedOf } from "./marked.ts";
import { mergesIn } from "./merges.ts";

/** Prepares a sheet for reading; undefined if it has no answers. Reports overwritten marks and merged answer cells. */
export function openSheet({ format, log }: ReadingContext, grid: Grid, mark: Mark | undefined): Marked | undefined {
  log.addNotes(grid);
  if (!mark) log.unknownSheet(grid);
  if (!mark || mark.kind === "choices") return undefined;
  const sheet = markedOf(grid, mark);
  const validMarks = marksOf(format);
  for (const cell of sheet.marks) {
    const text = shown(cell.content);
    const isMark = (cell.row === mark.row && cell.column === mark.column) || validMarks.has(text) || placeOf(text) !== undefined;
    if (!isMark) log.unplaced(sheet, cell, undefined);
  }
  log.problems.push(...mergesIn(sheet));
  return sheet;
}
