import { deniesItems } from "../answer.ts";
import { isBlank, standing } from "../content.ts";
import type { GridCell } from "../grid.ts";
import { NONE, placeOf, REMARK, STATIC } from "../marks.ts";
import { EACH, type ListTable, outlineOf } from "../outline.ts";
import type { ListAnswers, ListSheet } from "./collected.ts";
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
  const { list, rows } = collected.rowsOf(table, parent, sheet);
  // rows inserted above the table are not items
  const head = Math.max(...[...sheet.rowMarks].map(([row, mark]) => (mark === STATIC ? row : -1)));
  for (const [row, cells] of sheet.rows) {
    const mark = sheet.rowMarks.get(row) ?? "";
    if (mark === STATIC) for (const cell of cells) log.checkStatic(sheet, cell);
    else if (mark === NONE && !parent) readDenial(cells, table, rows, context);
    else if (placeOf(mark) !== undefined || (head >= 0 && row > head)) readRow(cells, list, rows, context);
    else if (!cells.every(({ content }) => log.isStaticText(content)))
      for (const cell of cells) log.unplaced(sheet, cell, undefined);
  }
}

/** Reads the row that can state that a list is empty. */
function readDenial(cells: readonly GridCell[], { path, field }: ListTable, rows: ListSheet, context: ReadingContext): void {
  const { format, messages, log } = context;
  for (const cell of cells) {
    log.assignNote(cell, path);
    const content = standing(cell.content);
    if (deniesItems(format, field, content)) rows.denials.push(cell);
    else if (!log.isStaticText(cell.content)) {
      rows.isUnclear = true;
      if (isBlank(content)) log.struck(rows.sheet, cell, path);
      else
        log.unread(rows.sheet, { ...cell, content }, path, { fact: field.title, expected: "choice", choices: [messages.none] });
    }
  }
}

/** Reads a row as an item if it has an answer. Keeps everything else as a remark, or reports it. */
function readRow(cells: readonly GridCell[], list: ListAnswers, { sheet, items }: ListSheet, { log }: ReadingContext): void {
  const { table, keyed, columns } = list;
  const markOf = ({ column }: GridCell) => sheet.columnMarks.get(column) ?? "";
  const stated = cells.filter(({ content }) => !isBlank(content));
  const isItem = stated.some((cell) => columns.has(markOf(cell)));
  const answers = isItem ? stated.filter((cell) => columns.has(markOf(cell)) || (keyed && markOf(cell) === EACH)) : [];
  const remarks = cells.filter((cell) => markOf(cell) === REMARK);
  if (isItem) items.push({ cells: answers, remarks });
  const listPath = keyed ? keyed.path : table.path;
  for (const cell of cells) {
    if (answers.includes(cell)) log.assignNote(cell, listPath);
    else if (!remarks.includes(cell)) log.unplaced(sheet, cell, listPath);
    else if (!isItem) log.remark(sheet, cell, listPath);
  }
}
