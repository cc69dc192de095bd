import { shown } from "../content.ts";
import type { Grid } from "../grid.ts";
import { marksOf, placeOf } from "../marks.ts";
import { textsOfForms } from "../static-texts.ts";
import type { ReadingContext } from "./context.ts";
import { type Mark, type Marked, markedOf } from "./marked.ts";
import { mergesIn } from "./merges.ts";
import { isStripped } from "./stripped.ts";

/** Prepares a sheet for reading; undefined if it has no answers. Reports lost and overwritten marks and merged answer cells. */
export function openSheet({ bundle, format, log }: ReadingContext, grid: Grid, mark: Mark | undefined): Marked | undefined {
  log.addNotes(grid);
  if (!mark && isStripped(grid, textsOfForms(bundle))) log.stripped(grid);
  else if (!mark) log.unknownSheet(grid);
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
