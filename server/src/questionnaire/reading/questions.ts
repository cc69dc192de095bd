import { ANSWER, byId, REMARK, STATIC } from "../marks.ts";
import { outlineOf } from "../outline.ts";
import type { ReadingContext } from "./context.ts";
import { between, type Marked } from "./marked.ts";

/** Reads what is asked once. */
export function readQuestions(sheet: Marked, { format, log, given }: ReadingContext): void {
  const questions = byId(outlineOf(format).sections.flatMap(({ questions }) => questions));
  const marks = between(sheet);
  for (const [row, cells] of sheet.rows) {
    const id = marks.get(row) ?? "";
    const question = questions.get(id);
    for (const cell of cells) {
      const column = sheet.columnMarks.get(cell.column);
      if (id === STATIC || column === STATIC) log.static(sheet, cell);
      else if (question && column === REMARK) log.remark(sheet, cell, question.path);
      else if (question && column === ANSWER) given.answer(question, question.path, sheet, cell);
      else log.unplaced(sheet, cell, question?.path);
    }
  }
}
