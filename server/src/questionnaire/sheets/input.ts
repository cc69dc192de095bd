import type { Format } from "../../core/schema/format.ts";
import { choicesOf, kindOf } from "../answer.ts";
import type { AnswerKind } from "../answer-kind.ts";
import type { Question } from "../outline.ts";
import type { FormContext } from "./context.ts";
import type { Input } from "./sheet.ts";

/** Where any text may stand. */
export const FREE: Input = { choices: [], isOpen: true };

/** What may stand in a cell of a question. The first cell of a list takes that there is nothing as well. */
export function inputOf({ bundle: { format }, language, words }: FormContext, question: Question, isFirst: boolean): Input {
  const { field, one, isList } = question;
  const choices = choicesOf(format, one, words, language);
  const isOpen = ["open-choice", "long-choice"].includes(kindOf(format, one));
  const none = isList && isFirst && !field.minItems && choices.length > 0 ? [words.none] : [];
  return { choices: [...none, ...choices], isOpen: choices.length === 0 || isOpen };
}

const WIDTHS: Readonly<Record<AnswerKind, number>> = {
  text: 30,
  choice: 22,
  "long-choice": 22,
  "open-choice": 24,
  boolean: 12,
  date: 14,
  integer: 10,
  "corporate-number": 18,
};

/** How wide a question's column is, in half-width characters. */
export function widthOf(format: Format, { one }: Question): number {
  return WIDTHS[kindOf(format, one)];
}
