import { saysNone } from "../answer.ts";
import { type GridCell, isBlank } from "../grid.ts";
import { NONE, placeOf, REMARK, STATIC } from "../marks.ts";
import { EACH, type ListTable, outlineOf } from "../outline.ts";
import type { Rows } from "./collected.ts";
import type { ReadingContext } from "./context.ts";
import type { Marked } from "./marked.ts";

/** Reads the table of a list. */
export function readList(sheet: Marked, context: ReadingContext): void {
  const { format, log, collected } = context;
  const { tables, keyed } = outlineOf(format);
  const id = sheet.mark.path.join(".");
  const isSheetTable = ({ path }: ListTable) => path.join(".") === id;
  const parent = keyed.find(({ lists }) => lists.some(isSheetTable));
  const table = tables.find(isSheetTable) ?? parent?.lists.find(isSheetTable);
  if (!table) {
    log.unknownSheet(sheet.grid);
    return;
  }
  const rows = collected.rowsOf(table, parent);
  // rows inserted above the table are not items
  const head = Math.max(...[...sheet.rowMarks].map(([row, mark]) => (mark === STATIC ? row : -1)));
  for (const [row, cells] of sheet.rows) {
    const mark = sheet.rowMarks.get(row) ?? "";
    if (mark === STATIC) for (const cell of cells) log.checkStatic(sheet, cell);
    else if (mark === NONE && !parent) readDenial(sheet, cells, rows, context);
    else if (placeOf(mark) !== undefined || (head >= 0 && row > head)) readRow(sheet, cells, rows, context);
    else if (!cells.every(({ content }) => log.isStaticText(content)))
      for (const cell of cells) log.unplaced(sheet, cell, undefined);
  }
}

/** Reads the row that can state that a list is empty. */
function readDenial(sheet: Marked, cells: readonly GridCell[], rows: Rows, { format, messages, log }: ReadingContext): void {
  const { path, field } = rows.table;
  for (const cell of cells) {
    log.assignNote(cell, path);
    if (saysNone(format, field, cell.content)) rows.denials.push({ sheet, cells: [cell] });
    else if (!log.isStaticText(cell.content)) {
      rows.isUnclear = true;
      log.unread(sheet, cell, path, field.title, "choice", [messages.none]);
    }
  }
}

/** Reads a row as an item if it has an answer. Keeps everything else as a remark, or reports it. */
function readRow(sheet: Marked, cells: readonly GridCell[], rows: Rows, { log }: ReadingContext): void {
  const { table, keyed, columns, items } = rows;
  const markOf = ({ column }: GridCell) => sheet.columnMarks.get(column) ?? "";
  const stated = cells.filter(({ content }) => !isBlank(content));
  const isItem = stated.some((cell) => columns.has(markOf(cell)));
  const answers = isItem ? stated.filter((cell) => columns.has(markOf(cell)) || (keyed && markOf(cell) === EACH)) : [];
  const remarks = cells.filter((cell) => markOf(cell) === REMARK);
  if (isItem) items.push({ sheet, cells: answers, remarks });
  const listPath = keyed ? keyed.path : table.path;
  for (const cell of cells) {
    if (answers.includes(cell)) log.assignNote(cell, listPath);
    else if (!remarks.includes(cell)) log.unplaced(sheet, cell, listPath);
    else if (!isItem) log.remark(sheet, cell, listPath);
  }
}
