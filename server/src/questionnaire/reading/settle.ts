import { normalize } from "../../core/schema/normalize.ts";
import type { Path } from "../../core/yaml/node.ts";
import type { Content } from "../answer.ts";
import { shown } from "../grid.ts";
import { placeOf } from "../marks.ts";
import { EACH, type KeyedTable } from "../outline.ts";
import { put, valueAt } from "../tree.ts";
import { agreed } from "./agree.ts";
import type { Item, Rows } from "./collected.ts";
import type { ReadingContext } from "./context.ts";

/** The facts that all sheets together state. */
export interface Settled {
  readonly facts: Record<string, unknown>;
  /** The new paths of list items, by the JSON Pointer that they had in the profile. */
  readonly moved: Map<string, Path>;
}

/** Derives the facts from the answers of all sheets. Reports contradictions. */
export function settle(context: ReadingContext): Settled {
  const settled: Settled = { facts: {}, moved: new Map() };
  for (const { question, found, path } of context.collected.answers) {
    put(settled.facts, path, agreed(context, question, found, path));
  }
  for (const rows of context.collected.lists) settleList(context, rows, settled);
  return settled;
}

function settleList(context: ReadingContext, rows: Rows, settled: Settled): void {
  const { log } = context;
  const { table, items, denials, isUnclear } = rows;
  const { path, field } = table;
  if (items.length > 0 && denials.length > 0) {
    log.contradiction([...denials, ...items], path, field.title);
    for (const { sheet, remarks } of items) for (const cell of remarks) log.remark(sheet, cell, path);
    put(settled.facts, path, null);
  } else if (denials.length > 0) put(settled.facts, path, []);
  else if (items.length > 0) for (const item of items) settleItem(context, item, rows, settled);
  else if (isUnclear) put(settled.facts, path, null);
}

function settleItem(context: ReadingContext, item: Item, { table, keyed, columns }: Rows, { facts, moved }: Settled): void {
  const { log } = context;
  const { sheet, cells, remarks } = item;
  const nameCell = cells.find(({ column }) => sheet.columnMarks.get(column) === EACH);
  const key = keyed && nameCell && keyOf(keyed, nameCell.content);
  if (keyed && key === undefined) {
    log.keyless(item, keyed.path);
    for (const cell of remarks) log.remark(sheet, cell, keyed.path);
    return;
  }
  const list = table.path.map((step) => (step === EACH ? (key as string) : step));
  const items = valueAt(facts, list);
  const place: Path = [...list, Array.isArray(items) ? items.length : 0];
  put(facts, place, {});
  const oldPlace = placeOf(sheet.rowMarks.get(cells[0]?.row ?? -1) ?? "");
  if (oldPlace !== undefined && !moved.has(oldPlace)) moved.set(oldPlace, place);
  for (const [id, column] of columns) {
    const answers = cells.filter((cell) => sheet.columnMarks.get(cell.column) === id);
    const path = [...place, ...column.path];
    if (answers.length > 0) put(facts, path, agreed(context, column, [{ sheet, cells: answers }], path));
  }
  if (nameCell) log.assignNote(nameCell, place);
  for (const cell of remarks) log.remark(sheet, cell, place);
}

/** The key that a cell begins with, such as 5-1 in 「5-1 複数要素認証」. */
function keyOf({ keys }: KeyedTable, content: Content): string | undefined {
  if (content.kind === "formula") return undefined;
  const [first = ""] = normalize(shown(content))
    .replace(/^no\.? ?/, "")
    .split(/[^0-9a-z-]/);
  return keys.find((key) => normalize(key) === first);
}
