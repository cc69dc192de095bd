import { STATIC } from "../marks.ts";
import { outlineOf } from "../outline.ts";
import type { ReadingContext } from "./context.ts";
import type { Marked } from "./marked.ts";

/** Reads a table with a row for each key. */
export function readKeyed(sheet: Marked, { format, log, collected }: ReadingContext): void {
  const table = outlineOf(format).keyed.find(({ path }) => path.join(".") === sheet.mark.path.join("."));
  if (!table) {
    log.unknownSheet(sheet.grid);
    return;
  }
  const columns = new Map(table.columns.map((column) => [column.path.join("."), column]));
  for (const [row, cells] of sheet.rows) {
    const key = sheet.rowMarks.get(row) ?? "";
    for (const cell of cells) {
      const mark = sheet.columnMarks.get(cell.column) ?? "";
      const column = columns.get(mark);
      if (key === STATIC || mark === STATIC) log.checkStatic(sheet, cell);
      else if (column?.keys.has(key)) collected.answer(column, [...table.path, key, ...column.path], sheet, cell);
      else log.unplaced(sheet, cell, table.path);
    }
  }
}
