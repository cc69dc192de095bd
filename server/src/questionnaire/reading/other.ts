import { type Format, fieldAt } from "../../core/schema/format.ts";
import type { Path } from "../../core/yaml/node.ts";
import { shown, standing } from "../content.ts";
import type { GridCell } from "../grid.ts";
import { MORE, POINTER, STATIC, YAML } from "../marks.ts";
import { readYaml, stepsOf } from "../rest.ts";
import { place } from "../tree.ts";
import type { ReadingContext } from "./context.ts";
import type { Log } from "./log.ts";
import { type Marked, statementOf } from "./marked.ts";
import type { Settled } from "./settle.ts";

/** The pointer of a value without a cell of its own, and the cells with its YAML. */
interface RestCells {
  readonly pointer: GridCell;
  readonly cells: GridCell[];
}

/** A value that was put back, and the cell that it begins in. */
export interface Kept {
  readonly path: Path;
  readonly sheet: Marked;
  readonly cell: GridCell;
}

/**
 * Puts the values without a cell of their own back where they were.
 *
 * @param sheets the sheet of these values, and its copies
 */
export function readOther(sheets: readonly Marked[], context: ReadingContext, settled: Settled): Kept[] {
  const [first] = sheets;
  const all = sheets.map((sheet) => ({ sheet, rows: sheet.rows.filter(([row]) => sheet.rowMarks.get(row) !== STATIC) }));
  const statements = all.map(({ sheet, rows }) =>
    statementOf(
      sheet,
      rows.map(([, cells]) => cells),
    ),
  );
  if (first && new Set(statements).size === 1) return restore(first, context, settled);
  context.log.copies(all.map(({ sheet, rows }) => ({ sheet, cells: rows.flatMap(([, cells]) => cells) })));
  return [];
}

function restore(sheet: Marked, { format, log }: ReadingContext, { facts, moved }: Settled): Kept[] {
  const kept: Kept[] = [];
  for (const { pointer, cells } of restsIn(sheet, log)) {
    const [cell = pointer] = cells;
    const steps = stepsOf(shown(pointer.content));
    const value = readYaml(cells.map(({ content }) => (content.kind === "text" ? content.text : shown(content))).join(""));
    const path = steps && movedTo(format, moved, steps);
    const isStated = [pointer, ...cells].every(({ content }) => content.kind !== "formula" && standing(content) === content);
    if (isStated && path && value && place(facts, path, value.value)) kept.push({ path, sheet, cell });
    else for (const cell of [pointer, ...cells]) log.unplaced(sheet, cell, undefined);
  }
  return kept;
}

/** The values on the sheet, in order. Reports all other cells. */
function restsIn(sheet: Marked, log: Log): RestCells[] {
  const rests: RestCells[] = [];
  for (const [row, cells] of sheet.rows) {
    const mark = sheet.rowMarks.get(row) ?? "";
    const cellIn = (name: string) => cells.find(({ column }) => sheet.columnMarks.get(column) === name);
    const pointer = mark === MORE ? undefined : cellIn(POINTER);
    const yaml = cellIn(YAML);
    const rest = mark === MORE ? rests.at(-1) : pointer && { pointer, cells: [] };
    const isRead = mark !== STATIC && rest && yaml;
    if (isRead) rest.cells.push(yaml);
    if (isRead && pointer) rests.push(rest);
    for (const cell of cells) {
      if (mark === STATIC) log.checkStatic(sheet, cell);
      else if (!isRead || (cell !== pointer && cell !== yaml)) log.unplaced(sheet, cell, undefined);
    }
  }
  return rests;
}

/** The current path of a value, whose list items may have moved; undefined if its item is gone. */
function movedTo(format: Format, moved: Settled["moved"], steps: readonly string[]): Path | undefined {
  let path: Path = [];
  for (const [index, step] of steps.entries()) {
    if (fieldAt(format, path)?.type !== "array") {
      path = [...path, step];
      continue;
    }
    const current = moved.get(`/${steps.slice(0, index + 1).join("/")}`);
    if (!current) return undefined;
    path = current;
  }
  return path;
}
