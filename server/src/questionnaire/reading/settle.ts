import { normalize } from "../../core/schema/normalize.ts";
import type { Path } from "../../core/yaml/node.ts";
import { type Content, shown, standing } from "../content.ts";
import { placeOf } from "../marks.ts";
import { EACH, type KeyedTable } from "../outline.ts";
import { put, valueAt } from "../tree.ts";
import { agreed } from "./agree.ts";
import type { Item, ListAnswers, ListSheet } from "./collected.ts";
import type { ReadingContext } from "./context.ts";
import { settleEdition } from "./edition.ts";
import { type FoundCells, type Marked, statementOf } from "./marked.ts";

/** The facts that all sheets together state. */
export interface Settled {
  readonly facts: Record<string, unknown>;
  /** The new paths of list items, by the JSON Pointer that they had in the profile. */
  readonly moved: Map<string, Path>;
}

/** Derives the facts from the answers of all sheets. Reports contradictions. */
export function settle(context: ReadingContext): Settled {
  const settled: Settled = { facts: {}, moved: new Map() };
  const { collected } = context;
  for (const answer of collected.answers) {
    const { question, path } = answer;
    put(settled.facts, path, agreed(context, question, collected.bySheet(answer), path));
  }
  for (const list of collected.lists) settleList(context, list, settled);
  return settled;
}

function settleList(context: ReadingContext, list: ListAnswers, settled: Settled): void {
  const { log } = context;
  const { table, keyed, sheets } = list;
  const { path, field } = table;
  // copies that state the same are read once
  const [first] = sheets;
  if (!first) return;
  const { sheet, items, denials, isUnclear } = first;
  if (new Set(sheets.map(statementOfList)).size > 1) {
    log.copies(sheets.map(cellsOf), keyed ? keyed.path : path);
    if (!keyed) put(settled.facts, path, null);
  } else if (items.length > 0 && denials.length > 0) {
    log.contradiction([cellsOf(first)], path, field.title);
    for (const { remarks } of items) for (const cell of remarks) log.remark(sheet, cell, path);
    put(settled.facts, path, null);
  } else if (denials.length > 0) put(settled.facts, path, []);
  else if (items.length > 0) for (const item of items) settleItem(context, sheet, item, list, settled);
  else if (isUnclear) put(settled.facts, path, null);
}

function statementOfList({ sheet, items, denials, isUnclear }: ListSheet): string {
  return statementOf(sheet, [denials, ...items.map(({ cells, remarks }) => [...cells, ...remarks])]) + isUnclear;
}

function cellsOf({ sheet, items, denials }: ListSheet): FoundCells {
  return { sheet, cells: [...denials, ...items.flatMap(({ cells }) => cells)] };
}

function settleItem(context: ReadingContext, sheet: Marked, item: Item, list: ListAnswers, { facts, moved }: Settled): void {
  const { log } = context;
  const { cells, remarks } = item;
  const { table, keyed, columns } = list;
  const nameCell = cells.find(({ column }) => sheet.columnMarks.get(column) === EACH);
  const key = keyed && nameCell && keyOf(keyed, standing(nameCell.content));
  if (keyed && key === undefined) {
    log.keyless({ sheet, cells }, keyed.path);
    for (const cell of remarks) log.remark(sheet, cell, keyed.path);
    return;
  }
  const items = table.path.map((step) => (step === EACH ? (key as string) : step));
  const before = valueAt(facts, items);
  const place: Path = [...items, Array.isArray(before) ? before.length : 0];
  put(facts, place, {});
  const oldPlace = placeOf(sheet.rowMarks.get(cells[0]?.row ?? -1) ?? "");
  if (oldPlace !== undefined && !moved.has(oldPlace)) moved.set(oldPlace, place);
  for (const [id, column] of columns) {
    const answers = cells.filter((cell) => sheet.columnMarks.get(cell.column) === id);
    const path = [...place, ...column.path];
    if (answers.length > 0) put(facts, path, agreed(context, column, [{ sheet, cells: answers }], path));
  }
  for (const column of columns.values()) settleEdition(context, { sheet, cells }, column, place, facts);
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
