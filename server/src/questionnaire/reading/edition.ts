import { editionIn } from "../../core/schema/reading.ts";
import type { Path } from "../../core/yaml/node.ts";
import { shown, standing } from "../content.ts";
import type { Question } from "../outline.ts";
import { put, valueAt } from "../tree.ts";
import type { ReadingContext } from "./context.ts";
import type { FoundCells } from "./marked.ts";

/** Puts the edition that a cell has behind a value, ISO/IEC 27001:2022, under its own key, unless that states another. */
export function settleEdition(
  { log }: ReadingContext,
  { sheet, cells }: FoundCells,
  { one, path }: Question,
  place: Path,
  facts: Record<string, unknown>,
): void {
  const value = valueAt(facts, [...place, ...path]);
  if (one.editionKey === undefined || typeof value !== "string") return;
  const below = [...path.slice(0, -1), one.editionKey];
  const cellAt = (id: string) => cells.find((cell) => sheet.columnMarks.get(cell.column) === id);
  const cell = cellAt(path.join("."));
  const edition = cell && editionIn(one, shown(standing(cell.content)), value);
  const stated = valueAt(facts, [...place, ...below]);
  if (!cell || edition === undefined || stated === edition || stated === null) return;
  put(facts, [...place, ...below], stated === undefined ? edition : null);
  const other = cellAt(below.join("."));
  if (other) log.contradiction([{ sheet, cells: [cell, other] }], [...place, ...below], one.title);
}
