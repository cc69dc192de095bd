import type { Format } from "../../core/schema/format.ts";
import { choicesOf, kindOf } from "../answer.ts";
import type { AnswerKind } from "../answer-kind.ts";
import type { Question } from "../outline.ts";
import type { FormContext } from "./context.ts";
import type { Input } from "./sheet.ts";

/** Takes any text. */
export const FREE: Input = { choices: [], isOpen: true };

/** What a question's cell takes. The first cell of a list also offers “There are none”. */
export function inputOf({ bundle: { format }, language, messages }: FormContext, question: Question, isFirst: boolean): Input {
  const { field, one, isList } = question;
  const choices = choicesOf(format, one, messages, language);
  const isOpen = ["open-choice", "long-choice"].includes(kindOf(format, one));
  const none = isList && isFirst && !field.minItems && choices.length > 0 ? [messages.none] : [];
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

/** The width of a question's column in half-width characters. */
export function widthOf(format: Format, { one }: Question): number {
  return WIDTHS[kindOf(format, one)];
}
