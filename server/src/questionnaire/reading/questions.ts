import { ANSWER, byId, REMARK, STATIC } from "../marks.ts";
import { outlineOf } from "../outline.ts";
import type { ReadingContext } from "./context.ts";
import { between, type Marked } from "./marked.ts";

/** Reads the sheet of questions. */
export function readQuestions(sheet: Marked, { format, log, collected }: ReadingContext): void {
  const questions = byId(outlineOf(format).sections.flatMap(({ questions }) => questions));
  const marks = between(sheet);
  for (const [row, cells] of sheet.rows) {
    const id = marks.get(row) ?? "";
    const question = questions.get(id);
    for (const cell of cells) {
      const column = sheet.columnMarks.get(cell.column);
      if (id === STATIC || column === STATIC) log.checkStatic(sheet, cell);
      else if (question && column === REMARK) log.remark(sheet, cell, question.path);
      else if (question && column === ANSWER) collected.answer(question, question.path, sheet, cell);
      else log.unplaced(sheet, cell, question?.path);
    }
  }
}
