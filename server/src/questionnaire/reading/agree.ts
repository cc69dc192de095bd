import type { Field } from "../../core/schema/format.ts";
import type { Bilingual } from "../../core/standard/text.ts";
import type { Path } from "../../core/yaml/node.ts";
import { choicesOf, kindOf, readAnswer, saysNone, type Value } from "../answer.ts";
import type { GridCell } from "../grid.ts";
import type { Question } from "../outline.ts";
import type { ReadingContext } from "./context.ts";
import type { FoundCells, Marked } from "./marked.ts";

/** The answer that a list is empty. */
const NOTHING = Symbol("nothing");

/**
 * The answer that all cells of a question agree on; null if they contradict each other. Several sheets can have the same question,
 * because users copy sheets.
 */
export function agreed(
  context: ReadingContext,
  { field, one, isList }: Question,
  found: readonly FoundCells[],
  path: Path,
): unknown {
  const { format, log } = context;
  const { title } = isList ? field : one;
  const answers = found.map(({ sheet, cells }) =>
    cells.map((cell) => {
      log.assignNote(cell, path);
      return isList && saysNone(format, field, cell.content) ? NOTHING : readCell(context, sheet, cell, one, title, path);
    }),
  );
  const lists = isList ? answers : answers.flat().map((answer) => [answer]);
  const stated = lists.map((list) => list.filter((answer) => answer !== NOTHING));
  const isContradictory =
    stated.some((list, index) => list.length > 0 && list.length !== lists[index]?.length) ||
    new Set(stated.map((list) => JSON.stringify(list))).size > 1;
  if (isContradictory) log.contradiction(found, path, title);
  const [values = []] = stated;
  return isContradictory ? null : isList ? values : (values[0] ?? null);
}

/** A cell's answer; null, not undefined, if it cannot be read: the cell states something, only not what. */
function readCell(
  { format, language, messages, log }: ReadingContext,
  sheet: Marked,
  cell: GridCell,
  field: Field,
  fact: Bilingual,
  path: Path,
): Value | null {
  const { content } = cell;
  if (content.kind === "formula") {
    log.formula(sheet, cell, content.formula, path);
    return null;
  }
  const value = readAnswer(format, field, content);
  if (value !== undefined) return value;
  // the message itself names yes and no
  const choices = field.type === "boolean" ? [] : choicesOf(format, field, messages, language);
  log.unread(sheet, cell, path, fact, kindOf(format, field), choices);
  return null;
}
