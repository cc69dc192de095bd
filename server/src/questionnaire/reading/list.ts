import { saysNone } from "../answer.ts";
import { type GridCell, isBlank } from "../grid.ts";
import { NONE, placeOf, REMARK, STATIC } from "../marks.ts";
import { EACH, type ListTable, outlineOf } from "../outline.ts";
import type { ReadingContext } from "./context.ts";
import type { Rows } from "./given.ts";
import type { Marked } from "./marked.ts";

/** Reads a table of a list. */
export function readList(sheet: Marked, context: ReadingContext): void {
  const { format, log, given } = context;
  const { tables, keyed } = outlineOf(format);
  const id = sheet.mark.path.join(".");
  const isIt = ({ path }: ListTable) => path.join(".") === id;
  const home = keyed.find(({ lists }) => lists.some(isIt));
  const table = tables.find(isIt) ?? home?.lists.find(isIt);
  if (!table) {
    log.unknown(sheet.grid);
    return;
  }
  const rows = given.rowsOf(table, home);
  // what was put above the table is none of its items
  const head = Math.max(...[...sheet.rowMarks].map(([row, mark]) => (mark === STATIC ? row : -1)));
  for (const [row, cells] of sheet.rows) {
    const mark = sheet.rowMarks.get(row) ?? "";
    if (mark === STATIC) for (const cell of cells) log.static(sheet, cell);
    else if (mark === NONE && !home) readDenial(sheet, cells, rows, context);
    else if (placeOf(mark) !== undefined || (head >= 0 && row > head)) readRow(sheet, cells, rows, context);
    else if (!cells.every(({ content }) => log.isKnown(content))) for (const cell of cells) log.unplaced(sheet, cell, undefined);
  }
}

/** The row that may say that a list has nothing in it. */
function readDenial(sheet: Marked, cells: readonly GridCell[], rows: Rows, { format, words, log }: ReadingContext): void {
  const { path, field } = rows.table;
  for (const cell of cells) {
    log.about(cell, path);
    if (saysNone(format, field, cell.content)) rows.denials.push({ sheet, cells: [cell] });
    else if (!log.isKnown(cell.content)) {
      rows.isUnclear = true;
      log.unread(sheet, cell, path, field.title, "choice", [words.none]);
    }
  }
}

/** A row of a list: an item if it has an answer. What is none is told, or kept as a remark. */
function readRow(sheet: Marked, cells: readonly GridCell[], rows: Rows, { log }: ReadingContext): void {
  const { table, keyed, columns, items } = rows;
  const markOf = ({ column }: GridCell) => sheet.columnMarks.get(column) ?? "";
  const stated = cells.filter(({ content }) => !isBlank(content));
  const isItem = stated.some((cell) => columns.has(markOf(cell)));
  const own = isItem ? stated.filter((cell) => columns.has(markOf(cell)) || (keyed && markOf(cell) === EACH)) : [];
  const remarks = cells.filter((cell) => markOf(cell) === REMARK);
  if (isItem) items.push({ sheet, cells: own, remarks });
  const home = keyed ? keyed.path : table.path;
  for (const cell of cells) {
    if (own.includes(cell)) log.about(cell, home);
    else if (!remarks.includes(cell)) log.unplaced(sheet, cell, home);
    else if (!isItem) log.remark(sheet, cell, home);
  }
}
