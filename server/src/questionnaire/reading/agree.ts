import type { Scalar } from "../../core/schema/reading.ts";
import type { Path } from "../../core/yaml/node.ts";
import { choicesOf, kindOf, readAnswer, readItems } from "../answer.ts";
import { isBlank, standing } from "../content.ts";
import type { GridCell } from "../grid.ts";
import type { Question } from "../outline.ts";
import type { ReadingContext } from "./context.ts";
import type { FoundCells, Marked } from "./marked.ts";

/** What a cell answers: one value, or the items of a list. Null, not undefined, for what cannot be read: the cell states something. */
type Answer = readonly (Scalar | null)[];

/**
 * The answer that all cells of a question agree on; null if they do not.
 *
 * @param found the cells by sheet: users copy sheets. A copy without an answer does not agree with one that has it.
 */
export function agreed(context: ReadingContext, question: Question, found: readonly FoundCells[], path: Path): unknown {
  const { log } = context;
  const { field, isList } = question;
  const answers = found.map(({ sheet, cells }) =>
    cells.map((cell): Answer => {
      log.assignNote(cell, path);
      return readCell(context, sheet, cell, question, path);
    }),
  );
  if (answers.some((cells) => isTorn(cells, isList))) log.contradiction(found, path, titleOf(question));
  else if (differ(answers.map((cells) => (cells.length > 0 ? cells.flat() : undefined)))) log.copies(found, path);
  else {
    const values = (answers[0] ?? []).flat();
    if (!isList) return values[0] ?? null;
    return field.uniqueItems ? values.filter((value, index) => value === null || values.indexOf(value) === index) : values;
  }
  return null;
}

/** Whether the cells of one sheet contradict each other: a list by items and by a cell that says that there are none. */
function isTorn(answers: readonly Answer[], isList: boolean): boolean {
  const isNone = ({ length }: Answer) => length === 0;
  return isList ? answers.some(isNone) && !answers.every(isNone) : differ(answers);
}

function differ(answers: readonly (Answer | undefined)[]): boolean {
  return new Set(answers.map((answer) => JSON.stringify(answer))).size > 1;
}

function titleOf({ field, one, isList }: Question) {
  return (isList ? field : one).title;
}

function readCell(
  { format, language, messages, log }: ReadingContext,
  sheet: Marked,
  cell: GridCell,
  question: Question,
  path: Path,
): Answer {
  const { field, one, isList } = question;
  const fact = titleOf(question);
  if (cell.content.kind === "formula") {
    log.formula(sheet, cell, cell.content.formula, path);
    return [null];
  }
  const content = standing(cell.content);
  const isStruck = content !== cell.content;
  const values = isList ? readItems(format, field, content) : inList(readAnswer(format, one, content));
  if (isStruck && (values || isBlank(content))) log.struck(sheet, cell, path);
  else if (!values) {
    // the message itself names yes and no
    const choices = one.type === "boolean" ? [] : choicesOf(format, one, messages, language);
    const canBeNone = isList && !field.minItems;
    log.unread(sheet, { ...cell, content }, path, {
      fact,
      expected: kindOf(format, one),
      choices,
      minimum: one.minimum,
      canBeNone,
    });
  }
  return values ?? [null];
}

function inList(value: Scalar | undefined): readonly Scalar[] | undefined {
  return value === undefined ? undefined : [value];
}
