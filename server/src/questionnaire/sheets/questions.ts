import type { Field } from "../../core/schema/format.ts";
import { ANSWER, idOf, REMARK, STATIC } from "../marks.ts";
import { outlineOf, type Question } from "../outline.ts";
import type { FormContext } from "./context.ts";
import { FREE, inputOf } from "./input.ts";
import { needsOf } from "./need.ts";
import { rowsServed } from "./requirement.ts";
import { type FormCell, type FormRow, type FormSheet, HIDDEN } from "./sheet.ts";
import { aboutRows, staticRow } from "./static-row.ts";
import { askedOf, explained } from "./wording.ts";

/** The least number of cells for a list of free text. */
const SPARE_CELLS = 4;

/** The sheet of questions that are asked once: a row for each answer, under headings. */
export function questionsSheet(context: FormContext): FormSheet {
  const { bundle, messages, classification } = context;
  const { heads, sheets, title } = messages;
  const needOf = classification === undefined ? undefined : needsOf(bundle, messages, classification);
  const needs = <T>(value: T) => (needOf ? [value] : []);
  const head = [heads.row, ...needs(heads.need), heads.question, heads.answer, heads.explanation, heads.remark];
  return {
    kind: "questions",
    name: sheets.questions,
    path: [],
    columns: [
      HIDDEN,
      { mark: STATIC, width: 17 },
      ...needs({ mark: STATIC, width: 8 }),
      { mark: STATIC, width: 40 },
      { mark: ANSWER, width: 34 },
      { mark: STATIC, width: 50 },
      { mark: REMARK, width: 26 },
    ],
    rows: [
      staticRow("title", [title]),
      ...aboutRows(context),
      staticRow("head", head),
      ...outlineOf(bundle.format).sections.flatMap(({ fields, questions }) => [
        staticRow("section", [headingOf(context, fields)]),
        ...questions.flatMap((question) => rowsOf(context, question, needOf?.(question.path))),
      ]),
    ],
  };
}

/** The heading of a section, such as 「管理画面の認証・利用者側: 本市・委託先・再委託先のログイン。」 */
function headingOf({ language, messages }: FormContext, fields: readonly Field[]): string {
  const title = messages.within(fields.map(({ title }) => title[language]));
  const about = fields.findLast(({ description }) => description)?.description?.[language];
  return about === undefined ? title : messages.meaning(title, about);
}

/** The rows of a question: one for each answer. */
function rowsOf(context: FormContext, question: Question, need: string | undefined): FormRow[] {
  const { bundle, messages, filled } = context;
  const { path, field, isList } = question;
  const [asked, explanation] = askedOf(context, path, field);
  const answers = filled.answers.get(path.join(".")) ?? [];
  const input = inputOf(context, question, true);
  const spare = input.choices.length > 0 ? Math.min(input.choices.length, SPARE_CELLS) : SPARE_CELLS;
  const count = isList ? Math.max(spare, answers.length + 1) : 1;
  return Array.from({ length: count }, (_, index) => {
    const isContinued = index > 0;
    const textCell = (text: string): FormCell => (isContinued ? { text: "", isContinued } : { text });
    return {
      mark: idOf(question),
      style: "item",
      cells: [
        textCell(messages.rows(rowsServed(bundle.standard, path))),
        ...(need === undefined ? [] : [textCell(need)]),
        textCell(asked),
        { text: answers[index] ?? "", input },
        { ...textCell(explained(context, question, explanation)), isQuiet: true },
        { text: "", input: FREE, isContinued },
      ],
    };
  });
}
